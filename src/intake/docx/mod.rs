//! A Word document (ISO/IEC 29500-1) as the text of a notice: paragraphs, tables, the words of links, numbers that Word
//! counts, notes below their paragraph, tracked changes as if accepted.

mod body;
mod layout;
mod numbers;
mod styles;

use super::package::{Package, outside};
use super::{IntakeError, Kind, Notes, Taken};
use body::{Body, words};

/// Takes the text out of a document.
pub fn read(bytes: &[u8]) -> Result<Taken, IntakeError> {
    let mut package = Package::open(bytes)?;
    let document = package.part("word/document.xml")?.ok_or(IntakeError::NoDocument)?;
    let mut notes = Notes::default();
    let mut body = Body::new(
        styles::read(package.part("word/styles.xml")?.as_ref()),
        numbers::read(package.part("word/numbering.xml")?.as_ref()),
        &mut notes,
    );
    for part in ["footnotes", "endnotes"] {
        body.keep_notes(package.part(&format!("word/{part}.xml"))?.as_ref());
    }
    body.blocks(document.child("body").ok_or(IntakeError::NoDocument)?);
    let paragraphs = body.end();
    around(&mut package, &mut notes)?;
    let layout = layout::read(package.part("docProps/custom.xml")?.as_ref());
    let text = layout::compose(paragraphs, layout, &mut notes);
    if text.trim().is_empty() {
        return Err(IntakeError::Empty);
    }
    Ok(Taken { text, notes: notes.0 })
}

/// What stands outside the body.
fn around(package: &mut Package<'_>, notes: &mut Notes) -> Result<(), IntakeError> {
    for name in [package.named("word/header"), package.named("word/footer")].concat() {
        let text = package.part(&name)?.map(|part| words(&part)).unwrap_or_default();
        // A page number is nobody's words.
        if text.chars().any(|c| c.is_alphabetic()) {
            notes.add(Kind::Margins, Some(text));
        }
    }
    for comment in package.part("word/comments.xml")?.iter().flat_map(|c| c.elements()) {
        notes.add(Kind::Comments, Some(words(comment)));
    }
    for part in ["document", "settings"] {
        let leads = package.part(&format!("word/_rels/{part}.xml.rels"))?;
        outside(leads.as_ref()).into_iter().for_each(|to| notes.add(Kind::Linked, Some(to)));
    }
    if package.has("word/vbaProject.bin") {
        notes.add(Kind::Macros, None);
    }
    Ok(())
}
