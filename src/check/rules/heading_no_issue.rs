//! Headings under which nothing stands.

use super::Rule;
use crate::check::{Finding, Kind, Record};
use crate::diag::Severity;
use crate::lang::Msg;
use crate::model::{Node, Notice};

/// A heading with neither an issue nor prose, itself or below.
pub const RULE: Rule = Rule { code: "heading-no-issue", severity: Severity::Warning, find };

fn find(record: &Record<'_>) -> Vec<Finding> {
    let headings = record.passages.iter().enumerate();
    headings
        .filter_map(|(at, p)| match p.kind {
            Kind::Heading(node) if is_bare(record.notice, node) => {
                let message = Msg::new("found-heading-no-issue").with("heading", &*p.text);
                let found = Finding::at(at, 0..p.text.len(), message);
                Some(found.hint(Msg::new("found-heading-no-issue-hint").with("id", node.id.as_str())))
            }
            _ => None,
        })
        .collect()
}

/// Whether nothing at all stands under a heading; one with headings below it is judged by those.
fn is_bare(notice: &Notice, node: &Node) -> bool {
    // What closes the notice stands under the last heading: 四、联系方式.
    let closes = notice.outline.last().is_some_and(|last| last.id == node.id) && notice.closing.is_some();
    !closes
        && node.children.is_empty()
        && node.text.is_none()
        && node.closing.is_none()
        && !notice.issues.iter().any(|i| i.under == node.id)
}
