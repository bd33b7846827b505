//! Tables of a text, lines in `|…|`, held against themselves: sums down and across, what is part of what, balances, shares, and
//! the number that the sentence before a table gives for it.
//!
//! A total is right where one reading of the table makes it right, since labels do not always tell what belongs to what.

mod among;
mod balance;
mod beside;
mod cell;
mod grid;
mod label;
mod lead;
mod readings;
mod settle;
mod share;
mod sums;
mod uneven;

use std::ops::Range;

use grid::{Grid, Table, tables};
pub use uneven::{Uneven, uneven};

/// A number of a table that others make wrong.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Wrong {
    /// Its figures.
    pub cell: Range<usize>,
    /// What is wrong with it.
    pub fault: Fault,
    /// What it says.
    pub said: String,
    /// What it should say, or what it is held against, printed as it is.
    pub right: String,
    /// The other number that takes part, where there is one.
    pub other: Option<Range<usize>>,
    /// Whether the text decides it.
    pub sure: bool,
}

/// What is wrong with a number.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Fault {
    /// It is not the sum of the rows of its column.
    Column,
    /// It is not the sum of the columns of its row.
    Row,
    /// Neither its row nor its column comes to what their totals say, by the same difference.
    Cell,
    /// It is not what others of its row or column leave: the terms, `应缴－已缴`.
    Balance(String),
    /// It is part of a number that is smaller.
    Among,
    /// It is not the share that the numbers beside it make.
    Share,
    /// The shares over it do not come to it.
    Shares,
    /// The sentence before the table gives it, and the table another.
    Before,
}

/// A fault at a cell of a grid, by its row and its column.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Found {
    at: (usize, usize),
    fault: Fault,
    right: i64,
    other: Option<(usize, usize)>,
    sure: bool,
}

impl Found {
    /// The same in a grid with rows for columns.
    fn turned(self) -> Self {
        let turn = |(row, column)| (column, row);
        Self { at: turn(self.at), other: self.other.map(turn), ..self }
    }
}

/// Everything that is wrong in the tables of a text, in its order.
pub fn find(text: &str) -> Vec<Wrong> {
    if !text.contains('|') {
        return Vec::new();
    }
    let mut out: Vec<Wrong> = tables(text).iter().flat_map(|table| of_table(text, table)).collect();
    out.sort_by_key(|wrong| wrong.cell.start);
    out
}

fn of_table(text: &str, table: &Table) -> Vec<Wrong> {
    let Some(grid) = Grid::of(text, table) else { return Vec::new() };
    let note = Note::of(text, table);
    let mut found = Vec::new();
    if !note.counts_once {
        found.extend(sums::down(&grid, note.rounded));
        found.extend(sums::across(&grid, note.rounded));
        found = settle::settle(&grid, found);
    }
    let turned = grid.turned();
    found.extend(balance::find(&grid, note.rounded));
    found.extend(balance::find(&turned, note.rounded).into_iter().map(Found::turned));
    found.extend(among::find(&grid));
    found.extend(among::find(&turned).into_iter().map(Found::turned));
    found.extend(share::find(&grid, note.several));
    let before = lead::find(text, table, &grid).filter(|_| !note.counts_once && found.is_empty());
    let found = settle::once(found);
    found.into_iter().filter_map(|f| wrong(text, &grid, f)).chain(before).collect()
}

fn wrong(text: &str, grid: &Grid<'_>, found: Found) -> Option<Wrong> {
    let cell = &grid.cells[found.at.0][found.at.1];
    let number = cell.number()?;
    Some(Wrong {
        cell: cell.range.clone(),
        fault: found.fault,
        said: text[cell.range.clone()].to_owned(),
        right: number.like(found.right),
        other: found.other.map(|(row, column)| grid.cells[row][column].range.clone()),
        sure: found.sure,
    })
}

/// What the lines around a table say of its numbers.
struct Note {
    /// They are rounded.
    rounded: bool,
    /// What belongs to several rows is counted once in the sum.
    counts_once: bool,
    /// Several answers could be given.
    several: bool,
}

impl Note {
    fn of(text: &str, table: &Table) -> Self {
        let last = table.lines.last().map_or(table.before.end, |line| line.end);
        let around = [&text[table.before.clone()], &text[table.after.clone()]];
        // A row of a total may say it in its own words.
        let within = &text[table.lines.first().map_or(last, |line| line.start)..last];
        let says = |words: &[&str]| words.iter().any(|w| around.iter().any(|line| line.contains(w)));
        let once =
            ["去重", "重复", "只计一次", "计一次", "计1次", "交叉", "剔除", "不等于", "不累加", "同时涉及"];
        Self {
            rounded: says(&["四舍五入", "尾差", "尾数", "进位", "取整", "舍入"]),
            counts_once: says(&once) || within.contains("去重"),
            several: says(&["多选", "可选多项", "可多", "不定项"]),
        }
    }
}

#[cfg(test)]
mod tests;
