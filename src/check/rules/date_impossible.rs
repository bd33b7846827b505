//! Days that no calendar has.

use super::Rule;
use crate::check::{Finding, Record};
use crate::diag::Severity;
use crate::lang::Msg;
use crate::zh::mention::{Mention, last_of};

/// A thirteenth month, a thirty-first of April, a twenty-ninth of February in a common year.
pub const RULE: Rule = Rule { code: "date-impossible", severity: Severity::Error, find };

fn find(record: &Record<'_>) -> Vec<Finding> {
    let all = record.passages.iter().enumerate();
    all.flat_map(|(at, p)| p.dates().iter().filter(|m| m.is_impossible()).map(move |m| (at, p, m)))
        .map(|(at, p, m)| {
            let words = &p.text[m.range.clone()];
            Finding::at(at, m.range.clone(), Msg::new("found-date-impossible").with("text", words))
                .hint(hint(m))
        })
        .collect()
}

fn hint(m: &Mention) -> Msg {
    let last = m.month.and_then(|month| Some((month, last_of(m.year.unwrap_or(2000), month)?)));
    match last {
        Some((month, last)) => Msg::new("found-date-impossible-hint")
            .with("month", month.to_string())
            .with("last", last.format("%-d").to_string()),
        None => Msg::new("found-date-impossible-month"),
    }
}
