//! Cells that nothing is made of, so that nobody takes them for read: columns and sheets that are not ours, rows that name neither
//! issue nor measure, and what a new row cannot say.

use std::collections::BTreeMap;

use super::super::entries::is_theirs;
use super::super::grid::{Place, Sheet, name};
use super::super::head::Field;
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

/// Cells that are in no file, by sheet and column.
#[derive(Debug, Default)]
pub struct Unread(BTreeMap<(String, Option<u32>), LeftOut>);

impl Unread {
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
        self.push(part.sheet, &column, Some(place.1), place);
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
        let ours = [names::PROGRESS, names::CHOICES, names::EXPLAIN].contains(&sheet.name.as_str());
        let entries = is_theirs(sheet);
        let is_entry = |row| sheet.at((row, 0)).words().split('/').count() == 4;
        let named = |(row, column): Place| row == 0 || is_entry(row) && (column as usize) < ENTRIES.len();
        let known = |place| entries && named(place);
        for (place, _) in sheet.cells().filter(|(place, _)| !ours && !known(*place)) {
            let head = if entries { sheet.at((0, place.1)).words() } else { String::new() };
            self.push(sheet, &head, entries.then_some(place.1), place);
        }
    }

    /// All of them, sheet by sheet.
    pub fn all(self) -> Vec<LeftOut> {
        self.0.into_values().collect()
    }

    fn push(&mut self, sheet: &Sheet, head: &str, column: Option<u32>, place: Place) {
        let title = [sheet.name.as_str(), head].into_iter().filter(|n| !n.is_empty());
        let title = title.collect::<Vec<_>>().join(" › ");
        let key = (sheet.name.clone(), column);
        let own = self.0.entry(key).or_insert_with(|| LeftOut { place: title, cells: Vec::new() });
        own.cells.push((name(place), sheet.at(place).words()));
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
