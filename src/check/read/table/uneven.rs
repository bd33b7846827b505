//! Rows with other cells than the head of their table has.

use std::ops::Range;

use super::grid::tables;
use crate::md::{bar_cells, is_rule};

/// A row that does not fit its table.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Uneven {
    /// Its bytes.
    pub row: Range<usize>,
    /// Its cells; where it is the head, those of the rows below.
    pub cells: usize,
    /// Those of the head.
    pub heads: usize,
    /// It is the head, and all rows below agree.
    pub is_head: bool,
}

/// Every such row of a text.
pub fn uneven(text: &str) -> Vec<Uneven> {
    if !text.contains('|') {
        return Vec::new();
    }
    tables(text).iter().flat_map(|table| of_table(text, &table.lines)).collect()
}

fn of_table(text: &str, lines: &[Range<usize>]) -> Vec<Uneven> {
    let rows = lines.iter().enumerate().filter_map(|(at, line)| {
        let words = text[line.clone()].trim();
        let start = line.start + (line.len() - text[line.clone()].trim_start().len());
        let rule = at == 1 && is_rule(words);
        (!rule).then(|| (start..start + words.len(), bar_cells(words).map_or(0, Iterator::count)))
    });
    let rows: Vec<(Range<usize>, usize)> = rows.collect();
    let Some(((head, heads), body)) = rows.split_first() else { return Vec::new() };
    let own = |row: &Range<usize>, cells, is_head| Uneven { row: row.clone(), cells, heads: *heads, is_head };
    match body {
        [(_, cells), _, ..] if cells != heads && body.iter().all(|(_, n)| n == cells) => {
            vec![own(head, *cells, true)]
        }
        _ => body.iter().filter(|(_, n)| n != heads).map(|(row, n)| own(row, *n, false)).collect(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(text: &str) -> Vec<(&str, usize, usize, bool)> {
        uneven(text).into_iter().map(|u| (&text[u.row], u.cells, u.heads, u.is_head)).collect()
    }

    #[test]
    fn the_row_is_told_that_does_not_fit() {
        assert_eq!(
            found("如下：\n|组|户|\n|甲|1|2|\n |乙| \n|丙||"),
            [("|甲|1|2|", 3, 2, false), ("|乙|", 1, 2, false)]
        );
        assert_eq!(found("|组|户|\n|---|---|\n|甲|1|2|"), [("|甲|1|2|", 3, 2, false)]);
    }

    #[test]
    fn where_all_rows_agree_it_is_the_head() {
        assert_eq!(found("|组|户|\n|甲|1|2|\n|乙|1|2|"), [("|组|户|", 3, 2, true)]);
    }

    #[test]
    fn tables_are_held_against_their_own_heads() {
        assert_eq!(found("|组|户|\n|甲|1|\n另：\n|组|\n|乙|\n\n|甲|乙|丙|\n|---|\n|1|2|3|\n|"), []);
    }
}
