//! Sheets out of a workbook or a table: OOXML, OpenDocument, CSV. Values as they were saved: no formula is worked out, no macro
//! run, no other file opened.

mod csv;
mod number;
mod ods;
mod xlsx;

use super::{IntakeError, Note, Notes};
use crate::import::ledger::Sheet;

pub use csv::read as read_csv;
pub use ods::read as read_ods;
pub use xlsx::read as read_xlsx;

/// The sheets of a file.
#[derive(Debug)]
pub struct Sheets {
    /// In the order of the file.
    pub sheets: Vec<Sheet>,
    /// What is not in them, or stands in them otherwise than in the file.
    pub notes: Vec<Note>,
}

/// Cells that a sheet may have.
const CELLS: usize = 200_000;

fn too_large(part: &str) -> IntakeError {
    IntakeError::TooLarge(part.to_owned())
}

fn finish(sheets: Vec<Sheet>, notes: Notes) -> Result<Sheets, IntakeError> {
    if sheets.iter().all(|s| s.cells().next().is_none()) {
        return Err(IntakeError::Empty);
    }
    Ok(Sheets { sheets, notes: notes.0 })
}
