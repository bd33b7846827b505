//! Cells that nothing is made of, so that nobody takes them for read: columns and sheets that are not ours, rows that name neither
//! issue nor measure, and what a new row cannot say.

use super::super::entries::{id_of, is_theirs};
use super::super::grid::{Place, Sheet};
use super::super::head::Field;
use super::super::left::Left;
use super::super::proof::column_name;
use super::super::rows::Row;
use super::super::{LeftOut, Part};
use crate::export::ledger::book::{ENTRIES, names};

/// What a row is to the files.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// A measure, or an issue without one, that they have.
    Known,
    /// A new measure of an issue that they have.
    Measure,
    /// A new issue.
    Issue,
}

/// Cells that are in no file, sheets by their names.
#[derive(Debug)]
pub struct Unread(Left<String>);

impl Unread {
    /// None so far.
    pub fn new() -> Self {
        Self(Left::new())
    }

    /// The cells of a row that are of no use to its kind.
    pub fn row(&mut self, part: &Part<'_>, row: &Row, kind: Kind) {
        for (column, _) in part.sheet.row(row.at) {
            let field = part.head.columns.get(&column);
            if !field.is_some_and(|field| is_read(*field, kind)) {
                self.cell(part, (row.at, column));
            }
        }
    }

    /// One cell of a ledger.
    pub fn cell(&mut self, part: &Part<'_>, place: Place) {
        let column = column_name(part, place);
        self.0.push((part.sheet.name.clone(), Some(place.1)), part.sheet, &column, place);
    }

    /// Rows under the head of a ledger that are none.
    pub fn between(&mut self, part: &Part<'_>) {
        let taken = |row: u32| row < part.head.below || part.rows.iter().any(|r| r.at == row);
        for (place, _) in part.sheet.cells().filter(|(place, _)| !taken(place.0)) {
            self.cell(part, place);
        }
    }

    /// A sheet that is no ledger: of that of the entries what has no entry or no column, of the others that are ours nothing.
    pub fn beside(&mut self, sheet: &Sheet) {
        let ours = names::WRITTEN.contains(&sheet.name.as_str());
        let entries = is_theirs(sheet);
        let named = |(row, column): Place| {
            row == 0 || id_of(sheet, row).is_some() && (column as usize) < ENTRIES.len()
        };
        let known = |place| entries && named(place);
        for (place, _) in sheet.cells().filter(|(place, _)| !ours && !known(*place)) {
            let head = if entries { sheet.at((0, place.1)).words() } else { String::new() };
            self.0.push((sheet.name.clone(), entries.then_some(place.1)), sheet, &head, place);
        }
    }

    /// All of them, sheet by sheet.
    pub fn all(self) -> Vec<LeftOut> {
        self.0.all()
    }
}

fn is_read(field: Field, kind: Kind) -> bool {
    use Field::{Closed, Due, DueNow, Evidence, Goal, Lead, Ongoing, Original};
    match field {
        Ongoing | Evidence => kind != Kind::Known,
        Original | Goal | Lead | Due | Closed => kind != Kind::Measure,
        DueNow => kind == Kind::Known,
        _ => true,
    }
}
