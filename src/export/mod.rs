//! A notice as a document or as data; one file a format.

pub mod archive;
pub mod bundle;
pub mod data;
pub mod diff;
pub mod docx;
pub mod gzip;
pub mod json;
pub mod ledger;
mod paper;
#[cfg(feature = "pdf")]
pub mod pdf;
pub mod poster;
pub mod print;
pub mod schema;
mod table;
pub mod txt;

use crate::model::Notice;
use crate::model::texts::texts;

/// Why there is no document.
#[derive(Debug, Clone)]
pub enum DocumentError {
    /// A character that no XML 1.0 file can hold, and where it stands in the notice: `issues/duty/m1/text`.
    Character(char, String),
    /// A text longer than a cell of a workbook, and where it stands.
    LongCell(String),
    /// More than the format can hold.
    TooMuch(String),
    /// What keeps its pages from being printed.
    Print(print::PrintError),
}

/// The first character of a text that no XML 1.0 file can hold, not even as a reference (production 2, `Char`).
fn forbidden(text: &str) -> Option<char> {
    text.chars().find(
        |c| matches!(c, '\0'..='\u{8}' | '\u{b}' | '\u{c}' | '\u{e}'..='\u{1f}' | '\u{fffe}' | '\u{ffff}'),
    )
}

/// Where a character stands; the notice as a whole where it is in none of its texts.
pub fn place(notice: &Notice, c: char) -> String {
    let found = texts(notice).into_iter().find(|(_, text)| text.contains(c));
    found.map_or_else(|| notice.slug.clone(), |(at, _)| at)
}
