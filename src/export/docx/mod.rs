//! The notice as a Word document, laid out as GB/T 9704-2012 has it: OOXML (ISO/IEC 29500, transitional) written by hand.
//! Composed from the same blocks as the text; the same bytes each time.

mod body;
mod paragraph;
mod parts;
pub mod property;
mod styles;
mod xml;

pub use super::paper::Asked;

use std::io::{Cursor, Write as _};

use zip::result::ZipResult;
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, ZipWriter};

use super::paper::{Style, items};
use super::{DocumentError, forbidden, place};
use crate::model::Notice;

/// The bytes of the document.
pub fn export(notice: &Notice, asked: &Asked) -> Result<Vec<u8>, DocumentError> {
    let body = body::document(items(notice, asked));
    let core = parts::core(notice);
    let layout = property::part(&notice.layout);
    if let Some(c) = [&body, &core].into_iter().find_map(|part| forbidden(part)) {
        return Err(DocumentError::Character(c, place(notice, c)));
    }
    let styles = styles::part();
    let files = [
        ("[Content_Types].xml", parts::CONTENT_TYPES),
        ("_rels/.rels", parts::RELATIONSHIPS),
        ("docProps/core.xml", &core),
        ("docProps/custom.xml", &layout),
        ("word/document.xml", &body),
        ("word/_rels/document.xml.rels", parts::DOCUMENT_RELATIONSHIPS),
        ("word/styles.xml", &styles),
        ("word/settings.xml", parts::SETTINGS),
        ("word/fontTable.xml", parts::FONTS),
        ("word/footer1.xml", &parts::footer(Style::FooterOdd)),
        ("word/footer2.xml", &parts::footer(Style::FooterEven)),
    ];
    pack(&files).map_err(|e| DocumentError::TooMuch(e.to_string()))
}

/// How hard deflate tries. At 6, its usual, packing took most of the time that a document takes.
const QUICK: i64 = 2;
/// Bytes below which a part is not packed: to set the packing up takes longer than all else that a small part needs.
const SMALL: usize = 2_000;

fn pack(files: &[(&str, &str)]) -> ZipResult<Vec<u8>> {
    // The first moment that the format knows, so that the bytes do not depend on the clock.
    let stored = SimpleFileOptions::default()
        .compression_method(CompressionMethod::Stored)
        .last_modified_time(DateTime::default())
        .unix_permissions(0o644);
    let packed = stored.compression_method(CompressionMethod::Deflated).compression_level(Some(QUICK));
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    for (path, text) in files {
        zip.start_file(*path, if text.len() < SMALL { stored } else { packed })?;
        zip.write_all(text.as_bytes())?;
    }
    Ok(zip.finish()?.into_inner())
}
