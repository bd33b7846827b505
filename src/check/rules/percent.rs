//! Shares that are not what the two numbers beside them make.

use super::Rule;
use crate::check::read::share;
use crate::check::{Finding, Record, Spot};
use crate::diag::Severity;
use crate::lang::Msg;

/// `反馈25个，已完成19个，占78%`.
pub const RULE: Rule = Rule { code: "percent", severity: Severity::Warning, find };

fn find(record: &Record<'_>) -> Vec<Finding> {
    let mut out = Vec::new();
    for (at, p) in record.passages.iter().enumerate() {
        for wrong in share::find(&p.text) {
            let said = &p.text[wrong.share.clone()];
            let id = if wrong.is_change { "found-percent-change" } else { "found-percent" };
            let message = Msg::new(id)
                .with("said", said)
                .with("part", &p.text[wrong.part])
                .with("whole", &p.text[wrong.whole.clone()])
                .with("right", wrong.right.as_str());
            let hint = Msg::new("found-percent-hint").with("said", said).with("right", wrong.right);
            let whole = Spot::Text(at, wrong.whole);
            out.push(
                Finding::at(at, wrong.share, message)
                    .hint(hint)
                    .related(whole, Msg::new("found-percent-here")),
            );
        }
    }
    out
}
