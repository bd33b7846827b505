//! The pages of one build so far, and which more could stand beside them on any system.

use std::collections::HashMap;

use super::{DiskError, Put, names};

/// The pages.
#[derive(Debug, Default)]
pub struct Pages {
    files: HashMap<Folded, Page>,
    /// Folders, each with a page in it.
    folders: HashMap<Folded, String>,
}

/// A path without regard to case.
type Folded = String;

#[derive(Debug)]
struct Page {
    /// Its path where that is not its key.
    spelt: Option<String>,
    /// What became of it, once that is known.
    put: Option<Put>,
}

/// A page that was entered and of which nothing is known yet.
pub struct Claim(Folded);

impl Pages {
    /// Makes room for that many more.
    pub fn make_room(&mut self, more: usize) {
        self.files.reserve(more);
        self.folders.reserve(more);
    }

    /// Enters a path, given with its folded form, that no other page takes, contains or lies under, on any system.
    pub fn claim(&mut self, path: &str, folded: String) -> Result<Claim, DiskError> {
        if let Some(other) = self.in_the_way(&folded) {
            return Err(DiskError::Clash { path: path.to_owned(), other });
        }
        for folder in names::folders(&folded) {
            if self.folders.contains_key(folder) {
                break;
            }
            self.folders.insert(folder.to_owned(), path.to_owned());
        }
        let spelt = (path != folded).then(|| path.to_owned());
        self.files.insert(folded.clone(), Page { spelt, put: None });
        Ok(Claim(folded))
    }

    /// Says what became of a page that was entered.
    pub fn settle(&mut self, claim: &Claim, put: Put) {
        if let Some(page) = self.files.get_mut(&claim.0) {
            page.put = Some(put);
        }
    }

    /// Every page, with what became of it once that is known.
    pub fn into_all(self) -> impl Iterator<Item = (String, Option<Put>)> {
        self.files.into_iter().map(|(folded, page)| (page.spelt.unwrap_or(folded), page.put))
    }

    /// The page that another cannot stand beside.
    fn in_the_way(&self, folded: &str) -> Option<String> {
        let page =
            |folded: &str| Some(self.files.get(folded)?.spelt.clone().unwrap_or_else(|| folded.to_owned()));
        let inside = || self.folders.get(folded).cloned();
        page(folded).or_else(inside).or_else(|| names::folders(folded).find_map(page))
    }
}
