//! Cells that are in no file, gathered column by column.

use std::collections::BTreeMap;

use super::LeftOut;
use super::grid::{Place, Sheet, name};

/// Them by sheet, in the order of `K`, and by column; without one, by sheet alone.
#[derive(Debug)]
pub struct Left<K>(BTreeMap<(K, Option<u32>), LeftOut>);

impl<K: Ord> Left<K> {
    /// None so far.
    pub fn new() -> Self {
        Self(BTreeMap::new())
    }

    /// Takes a cell, with what stands over its column.
    pub fn push(&mut self, key: (K, Option<u32>), sheet: &Sheet, head: &str, place: Place) {
        let own = self.0.entry(key).or_insert_with(|| {
            let title = [sheet.name.as_str(), head].into_iter().filter(|n| !n.is_empty());
            LeftOut { place: title.collect::<Vec<_>>().join(" › "), cells: Vec::new() }
        });
        own.cells.push((name(place), sheet.at(place).words()));
    }

    /// All of them.
    pub fn all(self) -> Vec<LeftOut> {
        self.0.into_values().collect()
    }
}
