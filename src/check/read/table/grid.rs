//! The tables of a text as grids of numbers with labels on two sides.

use std::ops::Range;

use super::cell::{Cell, Held, bare};
use super::label::{Label, Role};
use crate::md::{bar_cells, is_rule};
use crate::zh::quantity::ONE;

/// A table as it stands in a text.
#[derive(Debug, Default)]
pub struct Table {
    /// The bytes of its lines.
    pub lines: Vec<Range<usize>>,
    /// The line before it; empty where none is.
    pub before: Range<usize>,
    /// The line after it.
    pub after: Range<usize>,
}

/// The numbers of a table.
#[derive(Debug, Clone)]
pub struct Grid<'t> {
    /// What its rows are.
    pub rows: Vec<Label>,
    /// What its columns are, those of labels left out.
    pub columns: Vec<Label>,
    /// Its cells, row by row.
    pub cells: Vec<Vec<Cell<'t>>>,
    /// Its rows count different things (场 and 户 by turns), so that no column has a sum.
    pub mixed: bool,
}

/// The tables of a text, each a run of lines in bars.
pub fn tables(text: &str) -> Vec<Table> {
    let mut out: Vec<Table> = Vec::new();
    let mut open = Table::default();
    let mut at = 0;
    for line in text.split('\n') {
        let own = at..at + line.len();
        at += line.len() + 1;
        if is_row(line) {
            open.lines.push(own);
            continue;
        }
        if !open.lines.is_empty() {
            out.push(std::mem::take(&mut open));
        }
        if line.trim().is_empty() {
            continue;
        }
        if let Some(last) = out.last_mut().filter(|t| t.after.is_empty()) {
            last.after = own.clone();
        }
        open.before = own;
    }
    if !open.lines.is_empty() {
        out.push(open);
    }
    out
}

fn is_row(line: &str) -> bool {
    bar_cells(line.trim()).is_some()
}

impl<'t> Grid<'t> {
    /// Reads a table; `None` where its rows have not all as many cells, or it holds no numbers.
    pub fn of(text: &'t str, table: &Table) -> Option<Self> {
        let mut lines = table.lines.clone();
        if lines.len() > 1 && is_rule(text[lines[1].clone()].trim()) {
            lines.remove(1);
        }
        let rows: Vec<Vec<Cell<'t>>> = lines.iter().map(|line| cells(text, line)).collect();
        let width = rows.first()?.len();
        if width < 2 || rows.iter().any(|row| row.len() != width) {
            return None;
        }
        let (heads, body) = rows.split_at(heads(text, &rows));
        let heads: Vec<String> = (0..width).map(|column| head(text, heads, column)).collect();
        let labels = 1 + (1..width).take_while(|column| holds_words(body, *column)).count();
        if labels == width || body.is_empty() {
            return None;
        }
        let mut grid = Self {
            rows: body.iter().map(|row| row_label(text, &row[..labels])).collect(),
            columns: heads[labels..].iter().map(|h| column_label(h)).collect(),
            cells: body.iter().map(|row| row[labels..].to_vec()).collect(),
            mixed: (0..labels).any(|column| counts_by_turns(text, &heads[column], body, column)),
        };
        grid.settle(text, body);
        Some(grid)
    }

    /// The same with rows for columns.
    pub fn turned(&self) -> Self {
        let cells =
            (0..self.columns.len()).map(|c| self.cells.iter().map(|row| row[c].clone()).collect()).collect();
        Self { rows: self.columns.clone(), columns: self.rows.clone(), cells, mixed: false }
    }

    /// What only the whole of it tells of a row or a column.
    fn settle(&mut self, text: &str, body: &[Vec<Cell<'t>>]) {
        for (at, column) in self.columns.iter_mut().enumerate() {
            let words = self.cells.iter().filter(|row| row[at].held == Held::Words).count();
            let numbers = self.cells.iter().filter(|row| row[at].number().is_some()).count();
            if words > numbers || numbers == 0 {
                column.role = Role::Apart;
            }
        }
        let parts = || self.rows.iter().filter(|r| r.role == Role::Part);
        if parts().count() > 1 && parts().all(Label::is_period) {
            let stocks = self.columns.iter_mut().filter(|c| c.role == Role::Part && c.is_on_a_day());
            stocks.for_each(|column| column.role = Role::Stock);
        }
        // Of rows that are left out, nobody knows the numbers.
        for (row, cells) in body.iter().zip(&mut self.cells) {
            let label = &text[row[0].range.clone()];
            if !label.is_empty() && label.chars().all(|c| "…⋮.。·".contains(c)) {
                cells.iter_mut().for_each(|cell| cell.held = Held::Words);
            }
        }
    }
}

fn cells<'t>(text: &'t str, line: &Range<usize>) -> Vec<Cell<'t>> {
    let words = text[line.clone()].trim();
    let start = line.start + text[line.clone()].find(words).unwrap_or(0);
    let mut at = start + 1;
    let inner = words.get(1..words.len() - 1).unwrap_or_default();
    inner
        .split('|')
        .map(|cell| {
            let own = at..at + cell.len();
            at += cell.len() + 1;
            Cell::of(text, own)
        })
        .collect()
}

/// How many rows are heads: none where the first has numbers, two where the second only goes on with its words.
fn heads(text: &str, rows: &[Vec<Cell<'_>>]) -> usize {
    let number = |c: &Cell<'_>| c.number().is_some_and(|n| !is_year(n.value));
    // 栏次 1, 2, 3
    let counts_up = (1..).zip(&rows[0][1..]).all(|(n, c)| c.number().is_some_and(|own| own.value == n * ONE));
    if rows[0][1..].iter().any(number) && !(counts_up && rows[0].len() > 2) {
        return 0;
    }
    let first = &text[rows[0][0].range.clone()];
    let goes_on = |row: &&Vec<Cell<'_>>| {
        let own = &text[row[0].range.clone()];
        (own.is_empty() || own == first)
            && row[1..].iter().all(|c| c.number().is_none())
            && row[1..].iter().any(|c| c.held == Held::Words)
    };
    1 + rows[1..].iter().take_while(goes_on).count()
}

fn is_year(value: i64) -> bool {
    (1990 * ONE..2100 * ONE).contains(&value) && value % ONE == 0
}

fn head(text: &str, heads: &[Vec<Cell<'_>>], column: usize) -> String {
    let mut out = String::new();
    for row in heads {
        let words = bare(&text[row[column].range.clone()]);
        if out != words {
            out.push_str(words);
        }
    }
    out
}

/// Whether a column is one of labels: it has more words than numbers.
fn holds_words(body: &[Vec<Cell<'_>>], column: usize) -> bool {
    let words = body.iter().filter(|row| row[column].held == Held::Words).count();
    words > body.iter().filter(|row| row[column].number().is_some()).count()
}

fn column_label(head: &str) -> Label {
    if head.is_empty() { Label::none() } else { Label::of_column(head) }
}

/// What a row is by all its labels: 甲乡 beside 小计 is the sum of a group.
fn row_label(text: &str, cells: &[Cell<'_>]) -> Label {
    let all: Vec<Label> = cells.iter().map(|c| Label::of_row(&text[c.range.clone()])).collect();
    let Some(at) = all.iter().position(|l| l.role != Role::Part) else {
        let named = all.iter().position(|l| l.words.chars().any(|c| !c.is_ascii_digit()));
        let level = all.first().map_or(0, |l| l.level);
        return Label { level, ..all.into_iter().nth(named.unwrap_or(0)).unwrap_or_else(Label::none) };
    };
    let of_group = all[..at].iter().any(|l| l.words.chars().any(|c| c.is_alphabetic()) && l.level == 0);
    let mut own = all.into_iter().nth(at).unwrap_or_else(Label::none);
    if own.role == Role::Total && of_group {
        own.role = Role::Sub;
    }
    own
}

/// Whether a column of labels names units of measure that differ.
fn counts_by_turns(text: &str, head: &str, body: &[Vec<Cell<'_>>], column: usize) -> bool {
    let units = || body.iter().map(|row| &text[row[column].range.clone()]).filter(|u| !u.is_empty());
    let first = units().next();
    matches!(head, "计量单位" | "单位")
        && units().all(|u| u.chars().count() <= 2)
        && units().any(|u| Some(u) != first)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn grid(text: &str) -> Option<Grid<'_>> {
        tables(text).first().and_then(|t| Grid::of(text, t))
    }

    #[test]
    fn a_table_is_told_from_what_stands_around_it() {
        let text = "如下：\n|组|户|\n|甲|1|\n注：无。\n\n|组|户|\n|乙|2|";
        let all = tables(text);
        let around: Vec<_> = all.iter().map(|t| (&text[t.before.clone()], &text[t.after.clone()])).collect();
        assert_eq!(around, [("如下：", "注：无。"), ("注：无。", "")]);
    }

    #[test]
    fn heads_and_labels_hold_no_numbers() {
        let g = grid("|组|段|户数|\n|---|---|--:|\n|||户|\n|甲|上|3|\n||小计|3|").unwrap();
        assert_eq!((g.rows.len(), g.columns.len(), g.columns[0].words.as_str()), (2, 1, "户数户"));
        assert_eq!(g.rows[1].role, Role::Sub);
        assert_eq!(grid("|甲|412|\n|合计|680|").unwrap().rows.len(), 2);
        assert_eq!(grid("|组|2024|2025|\n|甲|4|5|").unwrap().rows.len(), 1);
    }

    #[test]
    fn what_is_no_grid_is_not_read() {
        for text in ["|", "||", "|甲|", "|甲|乙|\n|1|", "|组|户|", "|组|户|\n|---|---|", "|||\n|||"] {
            assert!(grid(text).is_none_or(|g| !g.cells.is_empty()), "{text}");
        }
    }
}
