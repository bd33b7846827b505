//! What a commit is about to do, written down first, so that a commit that is broken off can be finished by the next run.

use std::collections::{BTreeSet, HashMap};
use std::fs::{self, File};
use std::io::{ErrorKind, Write};
use std::path::Path;

use super::files::{holds, is_file, is_folder, remove_file, stands};
use super::merge::merge;
use super::new::replace_file;
use super::owned;
use super::room::Room;
use super::{DiskError, names};

const FIRST: &str = "gongkai 1\n";
const LAST: &str = "end\n";

/// A change to the output folder: the waiting pages move to their places, `remove` goes, and `keep` is what is ours then.
/// On disk one line each, `remove a/b.html` and `keep c.html`; page paths hold no line ends. It counts from the moment
/// its last line is there.
#[derive(Debug)]
pub struct Journal {
    /// Pages of the build before that are no longer wanted.
    pub remove: BTreeSet<String>,
    /// Every page of this build.
    pub keep: BTreeSet<String>,
}

/// A step of a commit that is done.
#[derive(Debug, Clone, Copy)]
pub enum Step<'p> {
    /// A page is gone.
    Removed,
    /// A page, or a folder with all its pages, has moved to its place.
    Placed(&'p str),
}

impl Journal {
    /// Reads a journal; `None` where there is none or it breaks off.
    pub fn read(path: &Path) -> Result<Option<Self>, DiskError> {
        let bytes = match fs::read(path) {
            Err(error) if matches!(error.kind(), ErrorKind::NotFound | ErrorKind::NotADirectory) => {
                return Ok(None);
            }
            bytes => bytes.map_err(DiskError::read(path))?,
        };
        Ok(std::str::from_utf8(&bytes).ok().and_then(Self::parse))
    }

    fn parse(text: &str) -> Option<Self> {
        let lines = text.strip_prefix(FIRST)?.strip_suffix(LAST)?;
        let pages = |verb: &str| {
            let paths = lines.lines().filter_map(|line| line.strip_prefix(verb));
            paths.filter(|path| names::check(path).is_ok()).map(str::to_owned).collect()
        };
        (lines.is_empty() || lines.ends_with('\n'))
            .then(|| Self { remove: pages("remove "), keep: pages("keep ") })
    }

    /// Writes it down and waits until the disk has it.
    pub fn write(&self, path: &Path) -> Result<(), DiskError> {
        let mut text = FIRST.to_owned();
        self.remove.iter().for_each(|page| text.extend(["remove ", page, "\n"]));
        self.keep.iter().for_each(|page| text.extend(["keep ", page, "\n"]));
        text.push_str(LAST);
        let written = File::create(path).and_then(|mut file| {
            file.write_all(text.as_bytes())?;
            file.sync_all()
        });
        written.map_err(DiskError::write(path))
    }

    /// Does what it says, from wherever an earlier attempt stopped; `done` hears each step.
    ///
    /// Removals come first, so that a folder may take the place of a file and the reverse.
    pub fn roll_forward(&self, room: &Room, done: &mut dyn FnMut(Step<'_>)) -> Result<(), DiskError> {
        let respelt = self.respelt();
        for page in &self.remove {
            // Where the disk does not tell `A` from `a`, removing the old `A` again would take the new `a` with it.
            let replaced = respelt.get(page).is_some_and(|new| !stands(&room.staged(new)));
            if !replaced {
                remove_page(room, page)?;
            }
            done(Step::Removed);
        }
        merge(&room.stage(), &room.out, &mut |path| done(Step::Placed(path)))?;
        let list = owned::lines(&self.keep);
        if !holds(&room.owned(), list.as_bytes()) {
            replace_file(&room.owned(), list.as_bytes())?;
        }
        remove_file(&room.journal())
    }

    /// Removed pages that a new page differs from in case alone, with that page.
    fn respelt(&self) -> HashMap<&String, &String> {
        let old: HashMap<_, _> = self.remove.iter().map(|page| (names::fold(page), page)).collect();
        self.keep.iter().filter_map(|page| Some((*old.get(&names::fold(page))?, page))).collect()
    }
}

/// Removes a page if it is one, and the folders that it leaves empty.
fn remove_page(room: &Room, page: &str) -> Result<(), DiskError> {
    if !names::folders(page).all(|folder| is_folder(&room.place(folder)) || !stands(&room.place(folder))) {
        return Ok(());
    }
    let place = room.place(page);
    if is_file(&place) {
        remove_file(&place)?;
    }
    for folder in names::folders(page) {
        // A folder in which something is left refuses, and so it should.
        if fs::remove_dir(room.place(folder)).is_err_and(|error| error.kind() != ErrorKind::NotFound) {
            break;
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn counts_only_when_it_is_whole() {
        let whole = "gongkai 1\nremove a b.html\nkeep 附件/remove x\nkeep ../etc\nend\n";
        let journal = Journal::parse(whole).expect("it has its last line");
        assert_eq!(journal.remove.iter().collect::<Vec<_>>(), ["a b.html"]);
        assert_eq!(journal.keep.iter().collect::<Vec<_>>(), ["附件/remove x"]);
        for cut in (0..whole.len()).filter(|at| whole.is_char_boundary(*at)) {
            assert!(Journal::parse(&whole[..cut]).is_none(), "cut at {cut}");
        }
        assert!(Journal::parse("gongkai 1\nkeep week-end\n").is_none());
        assert!(Journal::parse("gongkai 1\nend\n").is_some());
    }
}
