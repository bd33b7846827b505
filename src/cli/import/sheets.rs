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
    let found = match FileKind::of(bytes) {
        FileKind::OldWorkbook => Some(read_xlsx(&office::as_workbook(file, out)?)),
        _ => of(bytes),
    };
    found.transpose().map_err(|e| refuse(file, &e, out))
}

/// The sheets of what is read without the help of another program.
pub fn of(bytes: &[u8]) -> Option<Result<Sheets, IntakeError>> {
    match FileKind::of(bytes) {
        FileKind::Workbook => Some(read_xlsx(bytes)),
        FileKind::OpenWorkbook => Some(read_ods(bytes)),
        FileKind::Text => {
            let table = decode(bytes).ok().and_then(|(text, _)| read_csv(&text).ok());
            table.filter(|t| is_ledger(&t.sheets)).map(Ok)
        }
        _ => None,
    }
}
