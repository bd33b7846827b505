//! Documents beside the page of a notice: each is made once, for its own address and for the size that the page tells.

use std::sync::{Mutex, OnceLock, PoisonError};

use serde::Serialize;

use super::book::Book;
use super::evidence::size;
use super::parts::Links;
use crate::export::ledger::{Ledger, book as workbook, csv};
use crate::export::print::PrintError;
use crate::export::{DocumentError, docx};
use crate::export::{json, txt};
use crate::model::{Document, Notice, Site};
use crate::plan::Kind;

/// The documents of every notice of a site, made when they are asked for.
pub struct Documents {
    made: Vec<[OnceLock<Made>; Document::ALL.len()]>,
    /// Whether the theme has them published.
    published: bool,
}

type Made = Result<Bytes, DocumentError>;

/// A document that waits for its own address to be written, and is not kept beyond that: a large site has thousands.
struct Bytes {
    size: u64,
    waiting: Mutex<Option<Vec<u8>>>,
}

impl Documents {
    /// None made yet.
    pub fn of(site: &Site, pages: &[Kind]) -> Self {
        let published = pages.iter().any(|kind| matches!(kind, Kind::Document(..)));
        Self { made: site.notices.iter().map(|_| Default::default()).collect(), published }
    }

    /// The bytes of a document of notice `n`, for its own address.
    pub fn bytes(&self, n: usize, document: Document, book: &Book<'_>) -> Result<Vec<u8>, DocumentError> {
        let made = self.made(n, document, book).as_ref().map_err(Clone::clone)?;
        // Whatever another thread did, what waits is a whole document or none.
        let waiting = made.waiting.lock().unwrap_or_else(PoisonError::into_inner).take();
        waiting.map_or_else(|| make(n, document, book), Ok)
    }

    fn made(&self, n: usize, document: Document, book: &Book<'_>) -> &Made {
        self.made[n][document as usize].get_or_init(|| {
            let bytes = make(n, document, book)?;
            Ok(Bytes { size: bytes.len() as u64, waiting: Mutex::new(Some(bytes)) })
        })
    }
}

fn make(n: usize, document: Document, book: &Book<'_>) -> Result<Vec<u8>, DocumentError> {
    let notice = &book.site.notices[n];
    let ledger = || Ledger { notice, units: &book.site.units, day: book.day, suggestions: false };
    match document {
        Document::Docx => docx::export(notice, &docx::Asked::default()),
        Document::Txt => Ok(txt::export(notice).into_bytes()),
        Document::Json => Ok(json::export(notice, book.day).into_bytes()),
        Document::Pdf => pages(notice, book).map_err(DocumentError::Print),
        Document::Xlsx => workbook::export(&ledger()),
        Document::Csv => Ok(csv::export(&ledger()).into_bytes()),
    }
}

fn pages(notice: &Notice, book: &Book<'_>) -> Result<Vec<u8>, PrintError> {
    let press = book.press.ok_or(PrintError::Absent)?;
    press.notice(notice, &book.site.settings.language, &docx::Asked::default())
}

/// A document in the list of downloads.
#[derive(Serialize)]
pub struct Download {
    href: String,
    /// What it is, in the words of the theme.
    name: String,
    /// `DOCX`
    kind: String,
    /// `24 KB`
    size: String,
}

impl Download {
    /// Those of notice `n` that the site publishes.
    pub fn all(n: usize, book: &Book<'_>, links: &Links) -> Vec<Self> {
        let named = book.site.settings.documents.iter().copied();
        named.filter(|_| book.documents.published).filter_map(|d| Self::of(n, d, book, links)).collect()
    }

    fn of(n: usize, document: Document, book: &Book<'_>, links: &Links) -> Option<Self> {
        // Where one cannot be made, its own address says why and stops the build.
        let made = book.documents.made(n, document, book).as_ref().ok()?;
        Some(Self {
            href: links.to(&Kind::Document(n, document).address(book.site)),
            name: book.word(&format!("document-{}", document.key())),
            kind: document.key().to_ascii_uppercase(),
            size: size(made.size),
        })
    }
}
