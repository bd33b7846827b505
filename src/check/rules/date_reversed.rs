//! Periods that end before they begin, or are not as long as is said beside them.

use chrono::{Months, NaiveDate};

use super::Rule;
use super::clause::sentence;
use crate::check::read::product::term;
use crate::check::{Finding, Passage, Record};
use crate::diag::Severity;
use crate::lang::Msg;
use crate::zh::date::{joins, long};
use crate::zh::mention::Mention;

/// `2025年7月17日至4月21日`. Where the later year is not written it may be the next one: a note across the turn of a year.
/// `租期5年，自2026年2月1日起至2030年1月31日止` is a year short.
pub const RULE: Rule = Rule { code: "date-reversed", severity: Severity::Warning, find };

fn find(record: &Record<'_>) -> Vec<Finding> {
    let mut out = Vec::new();
    for (at, p) in record.passages.iter().enumerate() {
        for pair in p.dates().windows(2) {
            let between = p.text.get(pair[0].range.end..pair[1].range.start).unwrap_or_default();
            let between = between.trim_start_matches('起');
            let is_range = joins(between);
            let (Some((_, from)), Some((to, _))) = (pair[0].days(), pair[1].days()) else { continue };
            if !is_range {
                continue;
            }
            let range = pair[0].range.start..pair[1].range.end;
            let words = &p.text[range.clone()];
            if to < from {
                let turn = !pair[1].own_year && pair[0].month >= Some(9) && pair[1].month <= Some(4);
                let found = Finding::at(at, range, Msg::new("found-date-reversed").with("text", words));
                out.push(found.hint(Msg::new("found-date-reversed-hint")).undecided(turn));
            } else if let Some((years, end)) = unlike_term(p, pair, from, to) {
                let message =
                    Msg::new("found-term-unlike").with("text", words).with("years", years.to_string());
                let hint = Msg::new("found-term-unlike-hint").with("day", long(end));
                out.push(Finding::at(at, range, message).hint(hint));
            }
        }
    }
    out
}

/// How many years the term straight before a period has, and the last day of it, where the period ends on quite another.
fn unlike_term(
    p: &Passage<'_>,
    pair: &[Mention],
    from: NaiveDate,
    to: NaiveDate,
) -> Option<(i64, NaiveDate)> {
    if pair[0].day.is_none() || pair[1].day.is_none() {
        return None;
    }
    let own = sentence(&p.text, pair[0].range.start).start..pair[0].range.start;
    let lead = p.text[own].trim_end_matches(['，', ',', '自', '从', '即', '（', '(']);
    let years = term(lead).filter(|_| lead.ends_with('年'))?;
    let months = u32::try_from(years.checked_mul(12)?).ok()?;
    let end = from.checked_add_months(Months::new(months))?.pred_opt()?;
    ((to - end).num_days().abs() > 15).then_some((years, end))
}
