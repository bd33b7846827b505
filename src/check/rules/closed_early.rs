//! Issues closed out before they can have been put right.

use chrono::NaiveDate;

use super::Rule;
use crate::check::{Finding, Record, Spot, Step};
use crate::diag::Severity;
use crate::lang::Msg;
use crate::model::{CloseOut, Issue, Measure};

/// A close-out dated before the feedback, or on a day when a measure was still open: mostly a slip in the year or month.
pub const RULE: Rule = Rule { code: "closed-early", severity: Severity::Warning, find };

fn find(record: &Record<'_>) -> Vec<Finding> {
    let notice = record.notice;
    let feedback = notice.inspection.as_ref().and_then(|i| i.feedback.or(i.to));
    let mut out = Vec::new();
    for (at, issue) in notice.issues.iter().enumerate() {
        for (nth, closing) in issue.closed.iter().enumerate() {
            let early = feedback.filter(|day| closing.date < *day);
            let early = early.map(|day| before(at, nth, closing, day));
            out.extend(early.or_else(|| still_open(at, issue, closing.date)));
        }
    }
    out
}

fn before(at: usize, nth: usize, closing: &CloseOut, feedback: NaiveDate) -> Finding {
    let said = Msg::new("found-closed-before").with("day", closing.date.to_string());
    let spot = Spot::Field(at, vec![Step::Key("closed"), Step::Item(nth), Step::Key("date")]);
    Finding::new(spot, said.with("feedback", feedback.to_string())).hint(Msg::new("found-closed-before-hint"))
}

/// The first measure that was not finished on that day, as far as the record says.
fn still_open(at: usize, issue: &Issue, day: NaiveDate) -> Option<Finding> {
    let mut measures = issue.measures.iter().enumerate();
    let (m, said) = measures.find_map(|(m, measure)| Some((m, open(measure, day)?)))?;
    let said = said.with("day", day.to_string());
    Some(Finding::new(Spot::Measure(at, m), said).hint(Msg::new("found-closed-open-hint")))
}

/// What the record says of a measure that was open on a day. A status without a date stands for every day; where all that
/// states one comes later, the first of it tells.
fn open(measure: &Measure, day: NaiveDate) -> Option<Msg> {
    let dated = measure.updates.iter().filter_map(|u| Some((u.date, u.status?)));
    let undated = measure.status.filter(|_| measure.updates.is_empty() && !measure.status_from_wording);
    let on_the_day = dated.clone().rfind(|(date, _)| *date <= day).map(|(_, status)| status);
    match (on_the_day.or(undated), dated.clone().next()) {
        (Some(status), _) | (None, Some((_, status))) if !status.is_finished() => {
            Some(Msg::new("found-closed-open").words("status", status.message()))
        }
        (None, Some((date, _))) => Some(Msg::new("found-closed-later").with("later", date.to_string())),
        _ => None,
    }
}
