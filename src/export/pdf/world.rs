//! What typst sees: one template, the words as an input, the fonts. No file, no package, no clock.

use serde::Serialize;
use typst::comemo;
use typst::diag::{FileError, FileResult, SourceDiagnostic};
use typst::foundations::{Bytes, Datetime, Dict, Duration, Smart, Value};
use typst::syntax::{FileId, Source};
use typst::text::{Font, FontBook};
use typst::utils::LazyHash;
use typst::{Library, LibraryExt as _, World};
use typst_kit::fonts::FontStore;
use typst_layout::PagedDocument;
use typst_pdf::{PdfOptions, PdfStandard, PdfStandards};

use crate::export::print::PrintError;

/// The bytes of the PDF that a template makes of a view: PDF/A-2a and PDF/UA-1.
/// More pages than `most` are an error.
pub fn print(
    template: &str,
    view: &impl Serialize,
    fonts: &FontStore,
    most: usize,
) -> Result<Vec<u8>, PrintError> {
    let data = serde_json::to_string(view).map_err(|e| PrintError::Typesetter(e.to_string()))?;
    let inputs = Dict::from_iter([("data".into(), Value::Str(data.into()))]);
    let library = LazyHash::new(Library::builder().with_inputs(inputs).build());
    let room = Room { library, fonts, main: Source::detached(template) };
    let made = pages(&room, most);
    // What typst remembers of one paper is no use for the next.
    comemo::evict(0);
    made
}

fn pages(room: &Room<'_>, most: usize) -> Result<Vec<u8>, PrintError> {
    let document: PagedDocument = typst::compile(room).output.map_err(|all| said(&all))?;
    if document.pages().len() > most {
        return Err(PrintError::Overfull);
    }
    let standards = PdfStandards::new(&[PdfStandard::A_2a, PdfStandard::Ua_1])
        .map_err(|e| PrintError::Typesetter(e.message().to_string()))?;
    let creator = Smart::Custom(Some(concat!("gongkai ", env!("CARGO_PKG_VERSION")).to_owned()));
    let options = PdfOptions { creator, standards, ..PdfOptions::default() };
    typst_pdf::pdf(&document, &options).map_err(|all| said(&all))
}

fn said(all: &[SourceDiagnostic]) -> PrintError {
    let words: Vec<&str> = all.iter().map(|one| one.message.as_str()).collect();
    PrintError::Typesetter(words.join("; "))
}

struct Room<'f> {
    library: LazyHash<Library>,
    fonts: &'f FontStore,
    main: Source,
}

impl World for Room<'_> {
    fn library(&self) -> &LazyHash<Library> {
        &self.library
    }

    fn book(&self) -> &LazyHash<FontBook> {
        self.fonts.book()
    }

    fn main(&self) -> FileId {
        self.main.id()
    }

    fn source(&self, id: FileId) -> FileResult<Source> {
        if id == self.main.id() { Ok(self.main.clone()) } else { Err(FileError::AccessDenied) }
    }

    fn file(&self, _: FileId) -> FileResult<Bytes> {
        Err(FileError::AccessDenied)
    }

    fn font(&self, index: usize) -> Option<Font> {
        self.fonts.font(index)
    }

    fn today(&self, _: Option<Duration>) -> Option<Datetime> {
        None
    }
}
