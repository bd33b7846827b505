//! Rows of a table with a cell too few or too many.

use super::Rule;
use crate::check::read::table::{Uneven, uneven};
use crate::check::{Finding, Kind, Passage, Record};
use crate::diag::Severity;
use crate::lang::Msg;
use crate::md::{self, Ragged};
use crate::model::Block;
use crate::model::document::blocks;

/// `|柳河乡|76|` under `|乡镇|户数|投入|`: what follows stands under the head of another column. Of prose, which is Markdown, a
/// cell too many is not printed at all.
pub const RULE: Rule = Rule { code: "table-cells", severity: Severity::Warning, find };

fn find(record: &Record<'_>) -> Vec<Finding> {
    if !record.passages.iter().any(|p| p.text.contains('|')) {
        return Vec::new();
    }
    let mut out = Vec::new();
    for (at, p) in record.of_kind(|k| !matches!(k, Kind::Prose(..))) {
        if matches!(p.kind, Kind::Explanation) {
            let body = record.issue_of(p).and_then(|i| i.body.as_deref());
            out.extend(
                md::ragged(body.unwrap_or_default()).into_iter().map(|row| printed(at, p, row.line, row)),
            );
        } else {
            out.extend(uneven(&p.text).into_iter().map(|row| written(at, row)));
        }
    }
    for block in blocks(record.notice, &record.numbers) {
        let (Block::Prose(prose) | Block::Postscript(prose)) = block else { continue };
        for row in md::ragged(&prose.text) {
            let own =
                |k: Kind<'_>| matches!(k, Kind::Prose(path, line) if path == prose.path && line == row.line);
            out.extend(record.of_kind(own).next().map(|(at, p)| printed(at, p, 0, row)));
        }
    }
    out
}

/// A row of plain text, all of which is printed.
fn written(at: usize, Uneven { row, cells, heads, is_head }: Uneven) -> Finding {
    let (id, hint) = match (is_head, cells < heads) {
        (true, _) => ("found-table-cells-head", "found-table-cells-head-hint"),
        (false, true) => ("found-table-cells", "found-table-cells-few-hint"),
        (false, false) => ("found-table-cells", "found-table-cells-many-hint"),
    };
    Finding::at(at, row, counted(id, cells, heads)).hint(Msg::new(hint))
}

/// A row of Markdown, by the line of its passage that it comes to.
fn printed(at: usize, p: &Passage<'_>, line: usize, Ragged { cells, heads, .. }: Ragged) -> Finding {
    let row = p.text.split('\n').nth(line).unwrap_or_default();
    // Its first words: bars stand in every row, and the end of one may not be printed.
    let words = row.split('|').find(|cell| !cell.is_empty()).unwrap_or(row);
    let before: usize = p.text.split('\n').take(line).map(|l| l.len() + 1).sum();
    let start = before + row.find(words).unwrap_or(0);
    let (id, hint) = if cells < heads {
        ("found-table-cells", "found-table-cells-few-hint")
    } else {
        ("found-table-cells-lost", "found-table-cells-many-hint")
    };
    Finding::at(at, start..start + words.len(), counted(id, cells, heads)).hint(Msg::new(hint))
}

fn counted(id: &'static str, cells: usize, heads: usize) -> Msg {
    Msg::new(id).count("cells", cells).count("heads", heads)
}
