//! Numbers that jump, at every level that is printed.

use super::Rule;
use super::sequence::{Step, steps};
use crate::check::{Finding, Record};
use crate::diag::Severity;
use crate::lang::Msg;

/// 11. and then 13.; 一是 and then 三是.
pub const RULE: Rule = Rule { code: "number-gap", severity: Severity::Warning, find };

fn find(record: &Record<'_>) -> Vec<Finding> {
    let gaps = steps(record).into_iter().filter(|s| s.number > s.last + 1);
    gaps.map(|Step { spot, before, printed, expected, .. }| {
        let message =
            Msg::new("found-number-gap").with("printed", &printed).with("expected", expected.as_str());
        let found = Finding::new(spot, message)
            .hint(Msg::new("found-number-gap-hint").with("printed", printed).with("expected", expected));
        match before {
            Some(before) => found.related(before, Msg::new("found-number-before")),
            None => found,
        }
    })
    .collect()
}
