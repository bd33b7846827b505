//! The text of a notice out of the file that it is kept in: a Word document or a web page. What is no text of the notice
//! is named, never dropped in silence. Files come from anywhere, so every reader has an upper bound of work and memory.

pub mod docx;
mod file;
mod package;
pub mod sheet;
pub mod web;
mod xml;

pub use file::{FileKind, NotText};

/// A text taken out of a file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Taken {
    /// One paragraph a line, laid out as the file says it was, if it does.
    pub text: String,
    /// What is not in the text, or stands in it otherwise than in the file; in the order in which it was met.
    pub notes: Vec<Note>,
}

/// Something that a person should know of how a text was taken.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Note {
    /// What it is.
    pub kind: Kind,
    /// How many there are.
    pub n: usize,
    /// Their words, as far as they have any.
    pub texts: Vec<String>,
}

/// What a note is on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// Numbers that the file leaves to the program to count; worked out and written.
    Numbers,
    /// Rows of tables, each now a line of cells in bars.
    Rows,
    /// Footnotes and endnotes, now a line below their paragraph.
    Footnotes,
    /// Lines of a title, now one.
    TitleLines,
    /// Headers and footers; left out.
    Margins,
    /// Text boxes; left out.
    Boxes,
    /// Passages that a reviewer struck; left out, as if accepted.
    Deleted,
    /// Passages that a reviewer added; taken in, as if accepted.
    Inserted,
    /// Hidden sheets; taken in.
    HiddenSheets,
    /// Hidden text; left out.
    Hidden,
    /// Comments; left out.
    Comments,
    /// Pictures, charts and embedded files; left out.
    Pictures,
    /// Characters of a symbol font that have no Unicode of their own; each now `□`.
    Symbols,
    /// Macros; never run.
    Macros,
    /// Formulas, of which the values that were saved are taken.
    Formulas,
    /// Other files that the file leans on; not opened.
    Linked,
    /// What stands around the article of a web page; left out.
    Around,
}

/// Why no text was taken.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum IntakeError {
    /// Not a whole file of its kind: which part, and what the reader says.
    Broken(String, String),
    /// More than a notice could be: which part.
    TooLarge(String),
    /// A password keeps it.
    Locked,
    /// A part declares a document type, with which entities could be blown up.
    Doctype(String),
    /// A package without a document.
    NoDocument,
    /// A document without a word.
    Empty,
}

/// Bytes that a file may have: a document with photographs, and a text of fifty times the usual length.
const FILE: usize = 32 << 20;
const TEXT: usize = 2 << 20;

/// Refuses a file that is larger than any notice or ledger, before anything is made of it.
pub fn measure(bytes: &[u8]) -> Result<(), IntakeError> {
    let (most, part) = match FileKind::of(bytes) {
        FileKind::Text => (TEXT, "TXT"),
        FileKind::Html => (FILE, "HTML"),
        _ => (FILE, "ZIP"),
    };
    if bytes.len() > most { Err(IntakeError::TooLarge(part.to_owned())) } else { Ok(()) }
}

/// Notes under way.
#[derive(Debug, Default)]
struct Notes(Vec<Note>);

impl Notes {
    fn add(&mut self, kind: Kind, text: Option<String>) {
        let at = self.0.iter().position(|note| note.kind == kind).unwrap_or(self.0.len());
        if at == self.0.len() {
            self.0.push(Note { kind, n: 0, texts: Vec::new() });
        }
        self.0[at].n += 1;
        self.0[at].texts.extend(text.filter(|t| !t.trim().is_empty()));
    }
}
