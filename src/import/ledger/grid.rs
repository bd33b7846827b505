//! A sheet as a grid of cells, whatever file it was in.

use std::collections::{BTreeMap, HashMap};

use crate::export::ledger::Cell;

/// Row and column, from 0.
pub type Place = (u32, u32);

/// A sheet.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Sheet {
    /// Its name.
    pub name: String,
    cells: BTreeMap<Place, Cell>,
    /// For each covered cell of a merged one, where its words stand.
    covered: HashMap<Place, Place>,
}

/// Covered cells that a sheet may have.
const COVERED: usize = 500_000;

impl Sheet {
    /// A sheet of cells that hold something, and the corners of its merged cells. `None` where they cover more than any
    /// ledger could have.
    pub fn new(name: String, cells: BTreeMap<Place, Cell>, merged: &[(Place, Place)]) -> Option<Self> {
        let last_row = cells.keys().map(|(row, _)| *row).max().unwrap_or_default();
        let last_column = cells.keys().map(|(_, column)| *column).max().unwrap_or_default();
        let mut covered = HashMap::new();
        for (first, last) in merged {
            for row in first.0..=last.0.min(last_row) {
                for column in first.1..=last.1.min(last_column) {
                    covered.insert((row, column), *first);
                }
                if covered.len() > COVERED {
                    return None;
                }
            }
        }
        Some(Self { name, cells, covered })
    }

    /// The rows that hold something, in order.
    pub fn rows(&self) -> Vec<u32> {
        let mut rows: Vec<u32> = self.cells.keys().map(|(row, _)| *row).collect();
        rows.dedup();
        rows
    }

    /// Cells that hold something, row by row.
    pub fn cells(&self) -> impl Iterator<Item = (Place, &Cell)> {
        self.cells.iter().map(|(place, cell)| (*place, cell))
    }

    /// The cells of a row that hold something.
    pub fn row(&self, row: u32) -> impl Iterator<Item = (u32, &Cell)> {
        self.cells.range((row, 0)..=(row, u32::MAX)).map(|((_, column), cell)| (*column, cell))
    }

    /// What a cell says; of a merged one, what stands in its first.
    pub fn at(&self, place: Place) -> &Cell {
        const EMPTY: &Cell = &Cell::Empty;
        self.cells.get(&self.owner(place)).unwrap_or(EMPTY)
    }

    /// The cell in which the words of this one stand.
    pub fn owner(&self, place: Place) -> Place {
        self.covered.get(&place).copied().unwrap_or(place)
    }
}

/// `C4`
pub fn name(place: Place) -> String {
    let mut letters = Vec::new();
    let mut n = place.1 + 1;
    while n > 0 {
        // Less than 26, so it is a letter.
        letters.push(char::from(b'A' + ((n - 1) % 26) as u8));
        n = (n - 1) / 26;
    }
    letters.iter().rev().collect::<String>() + &(place.0 + 1).to_string()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cells_are_named_as_spreadsheets_name_them() {
        assert_eq!(name((3, 2)), "C4");
        assert_eq!(name((0, 26)), "AA1");
        assert_eq!(name((0, 701)), "ZZ1");
    }
}
