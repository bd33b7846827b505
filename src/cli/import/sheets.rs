//! The sheets of a file, where it is a workbook or a table.

use std::path::Path;

use super::super::office;
use super::super::out::Out;
use super::source::refuse;
use crate::import::ledger::is_ledger;
use crate::intake::sheet::{Sheets, read_csv, read_ods, read_xlsx};
use crate::intake::{FileKind, IntakeError};
use crate::text::decode;

/// Takes the sheets; `None` where the file is none of a table. A text is a table where it has the head of a ledger.
pub fn read(file: &Path, bytes: &[u8], out: &Out) -> Result<Option<Sheets>, u8> {
    let taken = |found: Result<Sheets, IntakeError>| found.map(Some).map_err(|e| refuse(file, &e, out));
    match FileKind::of(bytes) {
        FileKind::Workbook => taken(read_xlsx(bytes)),
        FileKind::OpenWorkbook => taken(read_ods(bytes)),
        FileKind::OldWorkbook => taken(read_xlsx(&office::as_workbook(file, out)?)),
        FileKind::Text => {
            let table = decode(bytes).ok().and_then(|(text, _)| read_csv(&text).ok());
            Ok(table.filter(|t| is_ledger(&t.sheets)))
        }
        _ => Ok(None),
    }
}
