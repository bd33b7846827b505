//! The text of a file: as it is, out of a Word document or a web page, or out of what LibreOffice makes a Word document of.

use std::path::Path;

use super::super::out::Out;
use super::super::{ERRORS, office};
use crate::intake::{self, FileKind, IntakeError, Kind, Note, Taken};
use crate::lang::Msg;
use crate::text::{Encoding, decode};

/// A text, and where it is from.
pub struct Source {
    /// The text.
    pub text: String,
    /// What it was taken from.
    pub from: From,
    /// What a person should know of the taking.
    pub notes: Vec<Note>,
}

/// What a text was taken from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum From {
    /// A text file.
    Text(Encoding),
    /// A Word document.
    Word,
    /// A web page.
    Web,
}

/// Takes the text of a file.
pub fn read(file: &Path, bytes: &[u8], out: &Out) -> Result<Source, u8> {
    let taken = |found: Result<Taken, IntakeError>, from| match found {
        Ok(taken) => Ok(Source { text: taken.text, from, notes: taken.notes }),
        Err(error) => Err(refuse(file, &error, out)),
    };
    match FileKind::of(bytes) {
        FileKind::Text => {
            let (text, encoding) = decode(bytes).map_err(|e| out.not_text(bytes, e))?;
            Ok(Source { text, from: From::Text(encoding), notes: Vec::new() })
        }
        FileKind::Word => taken(intake::docx::read(bytes), From::Word),
        FileKind::Html => {
            let (html, _) = decode(bytes).map_err(|e| out.not_text(bytes, e))?;
            taken(intake::web::read(&html), From::Web)
        }
        FileKind::OldWord => {
            let docx = office::as_word(file, out)?;
            taken(intake::docx::read(&docx), From::Word)
        }
        // Sheets are taken before any text is asked for.
        FileKind::Workbook | FileKind::OpenWorkbook | FileKind::OldWorkbook => {
            Err(refuse(file, &IntakeError::NoDocument, out))
        }
        FileKind::NotText(kind) => {
            let message = Msg::new(kind.key()).with("file", file.display().to_string());
            Err(out.fail(&message, Some(&Msg::new(kind.hint())), ERRORS))
        }
    }
}

pub fn refuse(file: &Path, error: &IntakeError, out: &Out) -> u8 {
    let message = |id: &'static str| Msg::new(id).with("file", file.display().to_string());
    let (message, hint) = match error {
        IntakeError::Broken(part, why) => {
            (message("intake-broken").with("part", part).with("why", why), "intake-broken-hint")
        }
        IntakeError::TooLarge(part) => (message("intake-too-large").with("part", part), "intake-again-hint"),
        IntakeError::Locked => (message("import-locked"), "import-locked-hint"),
        IntakeError::Doctype(part) => (message("intake-doctype").with("part", part), "intake-again-hint"),
        IntakeError::NoDocument => (message("intake-no-document"), "intake-broken-hint"),
        IntakeError::Empty => (message("intake-empty"), "intake-empty-hint"),
    };
    out.fail(&message, Some(&Msg::new(hint)), ERRORS)
}

/// How many texts of a note are shown, and how much of each.
const SHOWN: usize = 6;
const CHARACTERS: usize = 60;

/// Says what is not in the text, or stands in it otherwise.
pub fn tell(notes: &[Note], out: &Out) {
    for note in notes {
        let message = Msg::new(id(note.kind)).count("n", note.n).with("texts", texts(note));
        if is_loss(note.kind) {
            out.warn(&message, None);
        } else {
            out.note(&message);
        }
    }
}

/// The words of a note, each on a line of its own.
fn texts(note: &Note) -> String {
    let shown = note.texts.iter().take(SHOWN).map(|text| {
        let line: String = text.chars().take(CHARACTERS).collect();
        let more = if line.len() < text.len() { "…" } else { "" };
        format!("\n       | {}{more}", line.replace(['\n', '\t'], " "))
    });
    shown.chain((note.texts.len() > SHOWN).then(|| "\n       | …".to_owned())).collect()
}

/// Whether words or pictures of the file are missing in the text.
fn is_loss(kind: Kind) -> bool {
    use Kind::{Boxes, Hidden, Margins, Pictures, Symbols};
    matches!(kind, Boxes | Hidden | Margins | Pictures | Symbols)
}

fn id(kind: Kind) -> &'static str {
    match kind {
        Kind::Numbers => "intake-numbers",
        Kind::Rows => "intake-rows",
        Kind::Footnotes => "intake-footnotes",
        Kind::TitleLines => "intake-title-lines",
        Kind::Margins => "intake-margins",
        Kind::Boxes => "intake-boxes",
        Kind::Deleted => "intake-deleted",
        Kind::Inserted => "intake-inserted",
        Kind::Hidden => "intake-hidden",
        Kind::Comments => "intake-comments",
        Kind::Pictures => "intake-pictures",
        Kind::Symbols => "intake-symbols",
        Kind::Macros => "intake-macros",
        Kind::HiddenSheets => "intake-hidden-sheets",
        Kind::Formulas => "intake-formulas",
        Kind::Linked => "intake-linked",
        Kind::Around => "intake-around",
    }
}
