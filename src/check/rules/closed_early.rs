//! Issues closed out before they can have been put right.

use chrono::NaiveDate;

use super::Rule;
use crate::check::{Finding, Record, Spot};
use crate::diag::Severity;
use crate::history::measure_status;
use crate::lang::Msg;
use crate::model::{CloseOut, Issue, Status};

/// A close-out dated before the feedback, or on a day when a measure was still open: mostly a slip in the year or month.
pub const RULE: Rule = Rule { code: "closed-early", severity: Severity::Warning, find };

fn find(record: &Record<'_>) -> Vec<Finding> {
    let notice = record.notice;
    let feedback = notice.inspection.as_ref().and_then(|i| i.feedback.or(i.to));
    let mut out = Vec::new();
    for (at, issue) in notice.issues.iter().enumerate() {
        for closing in &issue.closed {
            let early = feedback.filter(|day| closing.date < *day).map(|day| before(at, closing, day));
            out.extend(early.or_else(|| still_open(at, issue, closing, notice.date)));
        }
    }
    out
}

fn before(at: usize, closing: &CloseOut, feedback: NaiveDate) -> Finding {
    let said = Msg::new("found-closed-before").with("day", closing.date.to_string());
    Finding::new(Spot::Issue(at), said.with("feedback", feedback.to_string()))
        .hint(Msg::new("found-closed-before-hint"))
}

/// The first measure that the record still calls unfinished on that day.
fn still_open(at: usize, issue: &Issue, closing: &CloseOut, notice_date: NaiveDate) -> Option<Finding> {
    let open = |status: Option<Status>| status.filter(|s| !s.is_finished());
    let (m, status) = issue.measures.iter().enumerate().find_map(|(m, measure)| {
        open(measure_status(measure, notice_date, closing.date)).map(|status| (m, status))
    })?;
    let said =
        Msg::new("found-closed-open").with("day", closing.date.to_string()).with("status", status.key());
    Some(Finding::new(Spot::Measure(at, m), said).hint(Msg::new("found-closed-open-hint")))
}
