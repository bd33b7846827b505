//! What stands in a notice beside its words: labels, and the numbers and order of issues and measures.

use super::words::{Piece, difference};
use crate::model::document::{Block, blocks};
use crate::model::{Notice, Numbering, Numbers};

/// The labels that every issue has.
pub fn labels(n: &Numbering) -> String {
    [n.label.as_str(), n.completion.as_str()].join(" ").trim().to_owned()
}

/// Headings, issues and measures that have another number or stand elsewhere, where both notices hold the same of them.
pub fn renumbered(then: &Notice, now: &Notice) -> Vec<Vec<Piece>> {
    let (a, b) = (lines(then), lines(now));
    if a.len() != b.len() {
        return Vec::new();
    }
    a.iter().zip(&b).filter(|(a, b)| a != b).map(|(a, b)| difference(a, b)).collect()
}

fn lines(notice: &Notice) -> Vec<String> {
    let line = |block: &Block<'_>| match block {
        Block::Heading { number, node, .. } => Some(format!("{number}{}", node.heading)),
        Block::Issue { number, issue } => Some(format!("{number}{}", issue.title)),
        Block::Measure { lead, measure, .. } => Some(format!("{lead}{}", measure.text)),
        _ => None,
    };
    blocks(notice, &Numbers::of(notice)).iter().filter_map(line).collect()
}
