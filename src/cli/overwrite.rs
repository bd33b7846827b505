//! Whether a ledger may be written over the file that stands there: not over what a person wrote in and has not taken in yet.

use std::io::ErrorKind;
use std::path::Path;

use super::USAGE;
use super::import::sheets;
use super::out::Out;
use crate::disk::{DiskError, read_file};
use crate::import::ledger::edited::{Against, lost};
use crate::lang::Msg;

/// Refuses a file that holds something else than an export of the ledger of this notice.
pub fn refuse(file: &Path, against: Against<'_>, out: &Out) -> Result<(), u8> {
    let bytes = match read_file(file) {
        Err(DiskError::Read { error, .. }) if error.kind() == ErrorKind::NotFound => return Ok(()),
        // A device keeps nothing.
        Err(DiskError::Special { .. }) => return Ok(()),
        read => read.map_err(|e| out.disk(&e))?,
    };
    if bytes.is_empty() {
        return Ok(());
    }
    let shown = file.display().to_string();
    // What cannot be read as a table is no ledger; why does not matter here.
    let there = sheets::of(&bytes).and_then(Result::ok);
    match there.and_then(|there| lost(&there.sheets, against)) {
        Some(0) => Ok(()),
        Some(n) => {
            let message = Msg::new("export-over-edited").with("file", &shown).count("n", n);
            Err(out.fail(&message, Some(&Msg::new("export-over-edited-hint").with("file", &shown)), USAGE))
        }
        None => {
            let message = Msg::new("export-over-other").with("file", &shown);
            Err(out.fail(&message, Some(&Msg::new("export-over-other-hint")), USAGE))
        }
    }
}
