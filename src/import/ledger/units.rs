//! The units of a ledger, by their names: those of the site, and new ones.

use super::head::Field;
use super::{Part, Sheet, cells};
use crate::export::ledger::book::names;
use crate::model::{Site, Unit, UnitId, ids};
use crate::text::{FileId, Span};

/// Units by name.
pub struct Units {
    all: Vec<Unit>,
    known: usize,
}

impl Units {
    /// Those of the site, or without one those of our own list; and those that the ledger names beside.
    pub fn of(sheets: &[Sheet], parts: &[Part<'_>], site: Option<&Site>) -> Self {
        let known = site.map(|s| s.units.clone());
        let mut own =
            Self { known: site.map_or(0, |s| s.units.len()), all: known.unwrap_or_else(|| listed(sheets)) };
        for row in parts.iter().flat_map(|p| &p.rows) {
            for name in [Field::Unit, Field::With].iter().flat_map(|f| cells::names(&row.words(*f))) {
                if own.id(&name).is_none() {
                    own.add(name);
                }
            }
        }
        own
    }

    /// Those of a site alone.
    pub fn known(units: &[Unit]) -> Self {
        Self { known: units.len(), all: units.to_vec() }
    }

    fn add(&mut self, name: String) {
        let mut ids = (1..).map(|n| UnitId(format!("u{n}")));
        // There are more ids than units.
        let id = ids.find(|id| self.all.iter().all(|u| u.id != *id)).unwrap_or_else(|| UnitId(String::new()));
        self.all.push(Unit { id, name, aliases: Vec::new(), span: Span::new(FileId(0), 0, 0) });
    }

    /// The unit of a name or an alias.
    pub fn id(&self, name: &str) -> Option<UnitId> {
        let called = |u: &&Unit| u.names().any(|own| own == name);
        self.all.iter().find(called).map(|u| u.id.clone())
    }

    /// All of them.
    pub fn all(&self) -> &[Unit] {
        &self.all
    }

    /// Ids and names of those that the site does not have; `None` where it has all.
    pub fn new_names(&self) -> Option<Vec<(String, String)>> {
        let new: Vec<_> = self.all[self.known..].iter().map(|u| (u.id.to_string(), u.name.clone())).collect();
        (!new.is_empty()).then_some(new)
    }
}

/// The units on the sheet of choices of our own workbook: name, other names, id.
fn listed(sheets: &[Sheet]) -> Vec<Unit> {
    let Some(sheet) = sheets.iter().find(|s| s.name == names::CHOICES) else { return Vec::new() };
    let mut out: Vec<Unit> = Vec::new();
    for row in sheet.rows().into_iter().filter(|row| *row > 0) {
        let words = |column| sheet.at((row, column)).words();
        let id = words(4);
        if ids::is_valid(&id) && !words(2).is_empty() && out.iter().all(|u| u.id.as_str() != id) {
            let (name, aliases) = (words(2), cells::names(&words(3)));
            out.push(Unit { id: UnitId(id), name, aliases, span: Span::new(FileId(0), 0, 0) });
        }
    }
    out
}
