//! The pages of one build so far, and which more could stand beside them on any system.

use std::collections::HashMap;

use super::{DiskError, Put, names};

/// The pages.
#[derive(Debug, Default)]
pub struct Pages {
    /// By path without regard to case: the path, and what became of it once that is known.
    files: HashMap<String, (String, Option<Put>)>,
    /// Folders without regard to case, each with a page in it.
    folders: HashMap<String, String>,
}

impl Pages {
    /// Enters a path that no other page takes, contains or lies under, on any system.
    pub fn claim(&mut self, path: &str) -> Result<(), DiskError> {
        let folded = names::fold(path);
        let above = names::folders(&folded).find_map(|folder| self.files.get(folder).map(|(page, _)| page));
        let same = self.files.get(&folded).map(|(page, _)| page);
        if let Some(other) = same.or(self.folders.get(&folded)).or(above) {
            return Err(DiskError::Clash { path: path.to_owned(), other: other.clone() });
        }
        for folder in names::folders(&folded) {
            if self.folders.contains_key(folder) {
                break;
            }
            self.folders.insert(folder.to_owned(), path.to_owned());
        }
        self.files.insert(folded, (path.to_owned(), None));
        Ok(())
    }

    /// Says what became of a page that was entered.
    pub fn settle(&mut self, path: &str, put: Put) {
        self.files.insert(names::fold(path), (path.to_owned(), Some(put)));
    }

    /// Every page, with what became of it once that is known.
    pub fn into_all(self) -> impl Iterator<Item = (String, Option<Put>)> {
        self.files.into_values()
    }
}
