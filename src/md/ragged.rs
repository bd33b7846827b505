//! Rows of tables with other cells than the head has: CommonMark fills up what is missing, and leaves out what is too much.

use pulldown_cmark::{Event, Parser, Tag};

use super::pieces::{Piece, pieces};
use super::{OPTIONS, prepare};

/// A row whose cells are not as many as those of its head.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Ragged {
    /// Which of the lines that the text comes to, from 0.
    pub line: usize,
    /// Its cells.
    pub cells: usize,
    /// Those of the head.
    pub heads: usize,
}

/// Every such row of the tables of a text.
pub fn ragged(markdown: &str) -> Vec<Ragged> {
    let prepared = prepare(markdown);
    let mut heads = 0;
    let rows = Parser::new_ext(&prepared, OPTIONS).into_offset_iter().filter_map(|(event, place)| {
        let Event::Start(row @ (Tag::TableHead | Tag::TableRow)) = event else { return None };
        let cells = cells(&prepared[place]);
        if row == Tag::TableHead {
            heads = cells;
        }
        Some((cells, heads))
    });
    let pieces = pieces(markdown);
    let lines = pieces.iter().enumerate().filter(|(_, p)| matches!(p, Piece::Row { .. }));
    let all = lines.zip(rows).map(|((line, _), (cells, heads))| Ragged { line, cells, heads });
    all.filter(|row| row.cells != row.heads).collect()
}

/// The cells of a row as it is written, with bars at its ends or without; a bar behind `\` belongs to the words.
fn cells(row: &str) -> usize {
    let row = row.trim();
    let inner = row.strip_prefix('|').unwrap_or(row);
    let bars: Vec<usize> = inner
        .char_indices()
        .filter(|(at, c)| *c == '|' && !inner[..*at].ends_with('\\'))
        .map(|(at, _)| at)
        .collect();
    let closed = bars.last().is_some_and(|at| at + 1 == inner.len());
    bars.len() + usize::from(!closed)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_row_is_held_against_the_head_of_its_own_table() {
        let text =
            "前文。\n\n|甲|乙|\n|--|--|\n|1|2|3|\n|1|\n|a\\|b|2|\n\n甲 | 乙\n---|---\n1 | 2 | 3\n1 | 2\n";
        let row = |line, cells, heads| Ragged { line, cells, heads };
        assert_eq!(ragged(text), [row(2, 3, 2), row(3, 1, 2), row(6, 3, 2)]);
        assert_eq!(ragged("|甲|乙|\n没有表格"), []);
    }
}
