//! The ledger (整改台账) of a notice as a table: a row a measure, the columns that offices use; as CSV and as a workbook.

pub mod book;
mod column;
pub mod csv;
mod rows;

use chrono::NaiveDate;

use crate::history;
use crate::model::{Notice, Unit};

pub use column::{Cell, Column};
pub use rows::{Row, TO_CONFIRM, evidence, rows, update_id};

/// What a ledger is made of.
#[derive(Debug, Clone, Copy)]
pub struct Ledger<'a> {
    /// The notice.
    pub notice: &'a Notice,
    /// The units that its ids name.
    pub units: &'a [Unit],
    /// The day on which it is read: statuses are those of the day, and nothing later is in it.
    pub day: NaiveDate,
    /// Whether a status that only the wording suggests is shown, marked as such: for those who keep the ledger, not in public.
    pub suggestions: bool,
}

impl Ledger<'_> {
    /// The units that the notice names. A site has thousands where each of its notices has a handful.
    pub fn own_units(&self) -> Vec<Unit> {
        history::named(self.notice, self.units).cloned().collect()
    }
}
