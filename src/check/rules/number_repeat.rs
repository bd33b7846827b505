//! Numbers that stand twice, or go backwards.

use super::Rule;
use super::sequence::{Step, steps};
use crate::check::{Finding, Record};
use crate::diag::Severity;
use crate::lang::Msg;

/// (三) and then (三) again.
pub const RULE: Rule = Rule { code: "number-repeat", severity: Severity::Warning, find };

fn find(record: &Record<'_>) -> Vec<Finding> {
    let back = steps(record).into_iter().filter(|s| s.number <= s.last);
    back.map(|Step { spot, before, printed, expected, number, last }| {
        let id = if number == last { "found-number-repeat" } else { "found-number-back" };
        let message = Msg::new(id).with("printed", printed).with("expected", expected.as_str());
        let found =
            Finding::new(spot, message).hint(Msg::new("found-number-repeat-hint").with("expected", expected));
        match before {
            Some(before) => found.related(before, Msg::new("found-number-before")),
            None => found,
        }
    })
    .collect()
}
