//! Entries that say nothing.

use super::Rule;
use crate::check::{Finding, Record, Spot};
use crate::diag::Severity;
use crate::lang::Msg;
use crate::model::Update;

/// A day alone: once published it stays on the page for ever, and nobody knows what happened then.
pub const RULE: Rule = Rule { code: "empty-entry", severity: Severity::Warning, find };

fn find(record: &Record<'_>) -> Vec<Finding> {
    let mut out = Vec::new();
    for (at, issue) in record.notice.issues.iter().enumerate() {
        for (m, measure) in issue.measures.iter().enumerate() {
            out.extend(measure.updates.iter().enumerate().filter(|(_, u)| says_nothing(u)).map(|(n, u)| {
                let said = Msg::new("found-empty-entry").with("id", &u.id).with("day", u.date.to_string());
                Finding::new(Spot::update(at, m, n), said).hint(Msg::new("found-empty-entry-hint"))
            }));
        }
    }
    out
}

fn says_nothing(u: &Update) -> bool {
    u.status.is_none() && u.text.is_none() && u.evidence.is_empty() && u.corrects.is_none()
}
