//! The list of the pages that are ours: only these are ever replaced or removed.

use std::collections::{BTreeSet, HashMap};
use std::fs;
use std::io::ErrorKind;
use std::path::Path;

use super::{DiskError, names};

/// The pages of the build before, one a line in `.gongkai/owned`, sorted.
#[derive(Debug, Default)]
pub struct Owned {
    /// Page paths.
    pub pages: BTreeSet<String>,
    /// The same without regard to case.
    folded: HashMap<String, String>,
}

impl Owned {
    /// Reads the list; a missing file is an empty list. A line that is no sound page path is not believed.
    pub fn read(path: &Path) -> Result<Self, DiskError> {
        let text = match fs::read_to_string(path) {
            Err(error) if error.kind() == ErrorKind::NotFound => String::new(),
            text => text.map_err(DiskError::read(path))?,
        };
        let pages: BTreeSet<_> =
            text.lines().filter(|l| names::check(l).is_ok()).map(str::to_owned).collect();
        let folded = pages.iter().map(|page| (names::fold(page), page.clone())).collect();
        Ok(Self { pages, folded })
    }

    /// Whether what stands at `page` is ours, whatever the spelling where the disk does not tell capitals from small letters.
    pub fn owns(&self, out: &Path, page: &str) -> bool {
        let same = |a: &str, b: &str| match (fs::canonicalize(out.join(a)), fs::canonicalize(out.join(b))) {
            (Ok(a), Ok(b)) => a == b,
            _ => false,
        };
        self.pages.contains(page) || self.respelt(page).is_some_and(|other| same(page, other))
    }

    /// The page that differs from this one in case alone.
    pub fn respelt(&self, page: &str) -> Option<&str> {
        if self.folded.is_empty() {
            return None;
        }
        self.folded.get(&names::fold(page)).map(String::as_str).filter(|other| *other != page)
    }
}

/// The list as it is written.
pub fn lines<'p>(pages: impl IntoIterator<Item = &'p String>) -> String {
    pages.into_iter().flat_map(|page| [page, "\n"]).collect()
}
