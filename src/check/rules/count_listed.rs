//! Numbers beside a list of another length.

use super::Rule;
use crate::check::read::listed;
use crate::check::{Finding, Record, Spot};
use crate::diag::Severity;
use crate::lang::Msg;

/// `6月6日、6月26日开展活动3场`.
pub const RULE: Rule = Rule { code: "count-listed", severity: Severity::Warning, find };

fn find(record: &Record<'_>) -> Vec<Finding> {
    let mut out = Vec::new();
    for (at, p) in record.passages.iter().enumerate() {
        for unlike in listed::find(&p.text) {
            let words = &p.text[unlike.number.clone()];
            let message = Msg::new("found-count-listed")
                .with("text", words)
                .with("said", unlike.said.to_string())
                .with("listed", unlike.listed.to_string());
            let hint = Msg::new("found-count-listed-hint").with("listed", unlike.listed.to_string());
            let list = Spot::Text(at, unlike.list);
            out.push(
                Finding::at(at, unlike.number, message)
                    .hint(hint)
                    .related(list, Msg::new("found-count-listed-here")),
            );
        }
    }
    out
}
