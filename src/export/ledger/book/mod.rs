//! The ledger as a workbook that is edited and taken in again: SpreadsheetML (ISO/IEC 29500) by rust_xlsxwriter, the same bytes
//! each time.

mod entries;
mod explain;
pub mod filled;
mod format;
mod heights;
mod progress;
mod sheet;

use rust_xlsxwriter::{DocProperties, ExcelDateTime, ProtectionOptions, Workbook, Worksheet, XlsxError};

use super::{Ledger, rows};
use crate::export::{DocumentError, forbidden};
use crate::model::texts::texts;

pub use entries::COLUMNS as ENTRIES;
pub use explain::facts;

use format::Formats;

/// Names of the sheets, in order.
pub mod names {
    /// Issues and measures.
    pub const LEDGER: &str = "台账";
    /// Entries, one a row.
    pub const ENTRIES: &str = "进展记录";
    /// Counts.
    pub const PROGRESS: &str = "进度";
    /// What the drop-down lists offer.
    pub const CHOICES: &str = "选项";
    /// How to use it.
    pub const EXPLAIN: &str = "说明";
    /// Those that the program alone writes; nothing of them is read back as an issue.
    pub const WRITTEN: [&str; 3] = [PROGRESS, CHOICES, EXPLAIN];
}

/// UTF-16 units that a cell may hold.
const LONGEST: usize = 32_767;

/// The bytes of the workbook.
pub fn export(ledger: &Ledger<'_>) -> Result<Vec<u8>, DocumentError> {
    for (at, text) in texts(ledger.notice) {
        if let Some(c) = forbidden(&text) {
            return Err(DocumentError::Character(c, at));
        }
        if text.encode_utf16().nth(LONGEST).is_some() {
            return Err(DocumentError::LongCell(at));
        }
    }
    write(ledger).map_err(|error| match error {
        XlsxError::MaxStringLengthExceeded => DocumentError::LongCell(ledger.notice.slug.clone()),
        other => DocumentError::TooMuch(other.to_string()),
    })
}

/// Units that a drop-down list offers; of more than these it offers those of the notice alone, since nobody would find one.
const OFFERED: usize = 200;

/// How hard deflate tries: at 6, its usual, packing took a third of the time that a workbook takes.
const QUICK: u8 = 3;

fn write(site: &Ledger<'_>) -> Result<Vec<u8>, XlsxError> {
    let formats = Formats::new();
    let own = site.own_units();
    let ledger = &Ledger { units: &own, ..*site };
    let offered = if site.units.len() > OFFERED { &own } else { site.units };
    let rows = rows(ledger);
    let mut book = Workbook::new();
    book.set_zip_compression_level(QUICK);
    book.set_properties(&properties(ledger)?);
    sheet::write(book.add_worksheet(), ledger, &rows, offered.len(), &formats)?;
    entries::write(book.add_worksheet(), ledger, &formats)?;
    progress::write(book.add_worksheet(), ledger, &formats)?;
    explain::choices(book.add_worksheet(), offered, &formats)?;
    explain::write(book.add_worksheet(), ledger, &filled::digest(filled::filled(ledger, &rows)), &formats)?;
    book.save_to_buffer()
}

/// The day of the notice and not of the writing, so that the bytes do not depend on the clock.
fn properties(ledger: &Ledger<'_>) -> Result<DocProperties, XlsxError> {
    use chrono::Datelike as _;
    let date = ledger.notice.date;
    let (year, month, day) = (date.year(), date.month(), date.day());
    let year = u16::try_from(year).unwrap_or(1900).clamp(1900, 9999);
    // A month has at most 12, a day at most 31.
    let made = ExcelDateTime::from_ymd(year, month as u8, day as u8)?;
    Ok(DocProperties::new()
        .set_title(&ledger.notice.title)
        .set_author(&ledger.notice.issuer)
        .set_creation_datetime(&made))
}

/// Keeps a sheet's locked cells; all else may be edited, and rows and columns shaped. There is no password: it guards against
/// slips, not against people.
fn protect(sheet: &mut Worksheet) {
    sheet.protect_with_options(&ProtectionOptions {
        format_cells: true,
        format_columns: true,
        format_rows: true,
        insert_rows: true,
        sort: true,
        use_autofilter: true,
        ..ProtectionOptions::new()
    });
}

/// A day as a spreadsheet counts it; `None` before March 1900, where programs disagree.
fn serial(day: chrono::NaiveDate) -> Option<f64> {
    let epoch = chrono::NaiveDate::from_ymd_opt(1899, 12, 30)?;
    let days = i32::try_from((day - epoch).num_days()).ok()?;
    (61..=2_958_465).contains(&days).then(|| f64::from(days))
}
