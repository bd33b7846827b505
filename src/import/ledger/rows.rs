//! The rows of a sheet under its head, merged cells filled down, and which of them go on with the issue above.

use std::collections::BTreeMap;

use super::grid::{Place, Sheet};
use super::head::{Field, Head};
use crate::export::ledger::Cell;

/// A row: a measure, or several in one cell.
#[derive(Debug, Clone)]
pub struct Row {
    /// Its number in the sheet, from 0.
    pub at: u32,
    /// What it says, by field; cells that say nothing are not there.
    pub cells: BTreeMap<Field, (Place, Cell)>,
    /// Whether its issue is that of the row before.
    pub goes_on: bool,
}

impl Row {
    /// The words of a field; empty where there are none.
    pub fn words(&self, field: Field) -> String {
        self.cells.get(&field).map(|(_, cell)| cell.words()).unwrap_or_default()
    }

    /// The cell of a field.
    pub fn cell(&self, field: Field) -> &Cell {
        const EMPTY: &Cell = &Cell::Empty;
        self.cells.get(&field).map_or(EMPTY, |(_, cell)| cell)
    }

    /// `notice/issue/measure` in parts, where it is an id of ours.
    pub fn id(&self) -> Vec<String> {
        let words = self.words(Field::Id);
        let parts: Vec<String> = words.split('/').map(str::to_owned).collect();
        let valid = (2..=3).contains(&parts.len()) && parts.iter().all(|p| crate::model::ids::is_valid(p));
        if valid { parts } else { Vec::new() }
    }
}

/// Every row that says something of an issue or a measure, in order.
pub fn rows(sheet: &Sheet, head: &Head) -> Vec<Row> {
    let mut out: Vec<Row> = Vec::new();
    for at in sheet.rows().into_iter().filter(|row| *row >= head.below) {
        let mut row = Row { at, cells: BTreeMap::new(), goes_on: false };
        for (column, field) in &head.columns {
            let cell = sheet.at((at, *column));
            if *cell != Cell::Empty {
                row.cells.insert(*field, (sheet.owner((at, *column)), cell.clone()));
            }
        }
        let says = [Field::Issue, Field::Measure, Field::EntryText].iter().any(|f| row.cells.contains_key(f));
        if says && !is_head_again(sheet, head, at) && !is_sum(sheet, at) {
            row.goes_on = out.last().is_some_and(|last| goes_on(last, &row));
            fill(&mut row, out.last());
            out.push(row);
        }
    }
    out
}

/// The same issue: its cell is empty or covered, or says the same again under the same number and the same id.
fn goes_on(last: &Row, row: &Row) -> bool {
    let Some((place, words)) = row.cells.get(&Field::Issue) else { return true };
    if last.cells.get(&Field::Issue).is_some_and(|(other, _)| other == place) {
        return true;
    }
    let (own, other) = (row.id(), last.id());
    let same_id = own.is_empty() || other.is_empty() || own[..2] == other[..2];
    let number = |row: &Row| row.words(Field::Number);
    last.cell(Field::Issue) == words && same_id && (number(row).is_empty() || number(row) == number(last))
}

/// An empty cell of the issue, or of the heading over it, says what the one above says.
fn fill(row: &mut Row, last: Option<&Row>) {
    let Some(last) = last else { return };
    let shared: &[Field] =
        if row.goes_on { &[Field::Issue, Field::Area, Field::Number] } else { &[Field::Area] };
    for field in shared {
        if let (false, Some(cell)) = (row.cells.contains_key(field), last.cells.get(field)) {
            row.cells.insert(*field, cell.clone());
        }
    }
}

/// A row that adds up the others.
fn is_sum(sheet: &Sheet, at: u32) -> bool {
    let first = sheet.row(at).next().map(|(_, cell)| cell.words().replace(char::is_whitespace, ""));
    first.is_some_and(|w| ["合计", "总计", "小计", "共计"].contains(&w.trim_end_matches([':', '：'])))
}

/// A head that is printed again on each page.
fn is_head_again(sheet: &Sheet, head: &Head, at: u32) -> bool {
    let mut own = sheet.row(at).peekable();
    own.peek().is_some() && own.all(|(column, cell)| sheet.at((head.row, column)) == cell)
}
