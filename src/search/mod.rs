//! What a reader can search: each issue with its measures and entries, findable by any part of its words.
//!
//! Chinese has no spaces, and readers expect any stretch of a text to be found. So every pair of neighbouring characters leads
//! to the issues that have it; an issue is a hit where each word that is asked for stands in one of its passages, which the
//! reader's browser makes sure of on the text itself. All is kept in small scripts, each fetched when it is needed: scripts load
//! where a page may not fetch, from a disk as well as from a site.

mod code;
mod days;
mod index;
mod passages;
mod scripts;
mod wording;

use std::sync::OnceLock;

use chrono::NaiveDate;

use crate::lang::Catalog;
use crate::model::Site;

pub use passages::fold;
pub use scripts::{Hrefs, facets, meta, pairs, texts};

use index::Index;
use passages::PageReader;

/// Which script of the search.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Script {
    /// How the others are laid out.
    Meta,
    /// Issues by unit, state and notice, for the filters.
    Facets,
    /// Pairs of characters: bucket, and part of it.
    Pairs(u16, u8),
    /// Texts of some issues.
    Texts(u32),
}

/// The search of a site on a day. It reads the record when it is first asked for a script: a preview may never be.
pub struct Search<'s> {
    site: &'s Site,
    day: NaiveDate,
    reader: PageReader<'s>,
    read: OnceLock<Read>,
}

/// What it has read.
#[derive(Debug, Default)]
struct Read {
    /// Notice and issue of each document, the newest notice first, in official order.
    documents: Vec<(usize, usize)>,
    /// The passages of each document as JSON.
    texts: Vec<String>,
    /// Documents in a script of texts.
    per: usize,
    index: Index,
}

impl<'s> Search<'s> {
    /// The search of a whole record, as its pages show it in words of these strings.
    pub fn of(site: &'s Site, day: NaiveDate, strings: &'s Catalog) -> Self {
        Self { site, day, reader: PageReader::of(site, day, strings), read: OnceLock::new() }
    }

    /// Every script, with its name in the folder of the search.
    pub fn scripts(&self) -> impl Iterator<Item = Script> {
        let read = self.read();
        let texts = read.documents.len().div_ceil(read.per.max(1));
        let pairs = read.index.parts().map(|(bucket, part)| Script::Pairs(bucket, part));
        // As many scripts as documents at most, of which there are fewer than two millions.
        let texts = (0..texts as u32).map(Script::Texts);
        [Script::Meta, Script::Facets].into_iter().chain(pairs).chain(texts)
    }

    fn read(&self) -> &Read {
        self.read.get_or_init(|| Read::of(self.site, &self.reader))
    }
}

impl Read {
    fn of(site: &Site, reader: &PageReader<'_>) -> Self {
        let issues = |n: usize| (0..site.notices[n].issues.len()).map(move |i| (n, i));
        let documents: Vec<(usize, usize)> = (0..site.notices.len()).flat_map(issues).collect();
        let index::Built { index, texts, characters } = index::build(site, &documents, reader);
        let text = if documents.len() < MANY { TEXT } else { MORE_TEXT };
        let per = (text / (characters * 3 / documents.len().max(1)).max(1)).clamp(1, 16);
        Self { documents, texts, per, index }
    }
}

impl Script {
    /// The name of its file.
    pub fn file(self) -> String {
        match self {
            Self::Meta => "meta.js".to_owned(),
            Self::Facets => "facets.js".to_owned(),
            Self::Pairs(bucket, part) => format!("p{bucket}-{part}.js"),
            Self::Texts(n) => format!("t{n}.js"),
        }
    }
}

/// Bytes of text that a script of texts should have.
const TEXT: usize = 3_200;
/// The same where there are so many documents that as many scripts would keep the build.
const MORE_TEXT: usize = 4_800;
const MANY: usize = 500;
