//! What a commit is going to do, and whether anything that is not ours stands in its way.

use std::collections::{BTreeSet, HashMap};
use std::fs;
use std::path::Path;

use super::error::shown;
use super::files::{is_file, is_folder, stands};
use super::journal::Journal;
use super::owned::Owned;
use super::room::Room;
use super::{DiskError, names};

/// A change that is ready to be made.
pub struct Plan {
    /// Pages that wait to be moved to their places.
    pub staged: BTreeSet<String>,
    /// The rest of the change.
    pub journal: Journal,
}

impl Plan {
    /// The change from what is owned to `keep`. An owned page is removed only while it is still the plain file that we wrote.
    pub fn new(room: &Room, owned: &Owned, keep: BTreeSet<String>, staged: BTreeSet<String>) -> Self {
        let removable = |page: &&String| {
            is_file(&room.place(page)) && names::folders(page).all(|folder| is_folder(&room.place(folder)))
        };
        let remove = owned.pages.difference(&keep).filter(removable).cloned().collect();
        Self { staged, journal: Journal { remove, keep } }
    }

    /// Whether the site is already as it should be.
    pub fn is_empty(&self, owned: &Owned) -> bool {
        self.staged.is_empty() && self.journal.remove.is_empty() && self.journal.keep == owned.pages
    }

    /// Fails on the first thing in the way that is not ours. Nothing has been changed then.
    pub fn check(&self, room: &Room, owned: &Owned) -> Result<(), DiskError> {
        let mut folders = HashMap::new();
        for page in &self.staged {
            let mut above: Vec<&str> = names::folders(page).collect();
            above.reverse();
            if check_folders(room, owned, &above, &mut folders)? {
                check_page(room, owned, page)?;
            }
        }
        Ok(())
    }

    /// How many waiting pages a move has brought to their places: one, or all of a folder's.
    pub fn count_in(&self, path: &str) -> usize {
        // '0' comes right after '/'.
        let inside = self.staged.range(format!("{path}/")..format!("{path}0"));
        inside.count() + usize::from(self.staged.contains(path))
    }
}

/// Checks the folders of a page from the outermost in, each once; whether the innermost is there. In a folder that is
/// missing nothing can be in the way.
fn check_folders<'p>(
    room: &Room,
    owned: &Owned,
    folders: &[&'p str],
    known: &mut HashMap<&'p str, bool>,
) -> Result<bool, DiskError> {
    for folder in folders {
        let there = match known.get(folder) {
            Some(there) => *there,
            None => {
                check_folder(room, owned, folder)?;
                is_folder(&room.place(folder))
            }
        };
        known.insert(folder, there);
        if !there {
            return Ok(false);
        }
    }
    Ok(true)
}

/// A folder may be missing, be there, or be a page of the build before that is about to go.
fn check_folder(room: &Room, owned: &Owned, folder: &str) -> Result<(), DiskError> {
    let place = room.place(folder);
    let free = !stands(&place) || is_folder(&place) || (is_file(&place) && owned.owns(&room.out, folder));
    if free { Ok(()) } else { Err(DiskError::InTheWay { path: shown(&place) }) }
}

/// A page may be missing, be ours, or be a folder of nothing but pages that are about to go.
fn check_page(room: &Room, owned: &Owned, page: &str) -> Result<(), DiskError> {
    let place = room.place(page);
    if is_folder(&place) {
        check_inside(room, owned, &place, page)
    } else if stands(&place) && !owned.owns(&room.out, page) {
        Err(DiskError::InTheWay { path: shown(&place) })
    } else {
        Ok(())
    }
}

fn check_inside(room: &Room, owned: &Owned, place: &Path, folder: &str) -> Result<(), DiskError> {
    for entry in fs::read_dir(place).map_err(DiskError::read(place))? {
        let entry = entry.map_err(DiskError::read(place))?.path();
        let name = entry.file_name().unwrap_or_default().to_string_lossy();
        let path = names::join(folder, &name);
        if is_folder(&entry) {
            check_inside(room, owned, &entry, &path)?;
        } else if !is_file(&entry) || !owned.owns(&room.out, &path) {
            return Err(DiskError::InTheWay { path: shown(&entry) });
        }
    }
    Ok(())
}
