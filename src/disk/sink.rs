//! A site onto the disk in two phases: pages that differ are staged beside it, and a commit brings them all into place.
//!
//! Pages are not flushed to the disk one by one, which would make a first build of ten thousand pages minutes long. A
//! killed program loses nothing by that. After a power cut a page may be found empty; the next build compares bytes, not
//! dates, and so writes it again. Only the journal and the list of what is ours are flushed.

use std::collections::BTreeSet;
use std::mem;
use std::path::Path;
use std::sync::{Mutex, MutexGuard, PoisonError};

use rayon::prelude::*;

use super::files::{copy_in_tree, describe, holds, write_in_tree};
use super::journal::{Journal, Step};
use super::owned::Owned;
use super::pages::{Claim, Pages};
use super::pieces::{pieces_in_tree, same_pieces};
use super::plan::Plan;
use super::room::Room;
use super::{DiskError, names};
use crate::audit::manifest::Row;
use crate::site::Pieces;

/// An output folder while a site is built into it. Dropped without [`DiskSink::commit`], it leaves the old site standing.
#[derive(Debug)]
pub struct DiskSink {
    room: Room,
    owned: Owned,
    pages: Mutex<Pages>,
    /// The journal is whole: what is staged belongs to it now, and only finishing it is right.
    sealed: bool,
}

/// What became of a page.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Put {
    /// The same bytes stand there already.
    Same,
    /// It differs or is new, and waits for the commit.
    Staged,
}

/// What a commit did, in pages.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Committed {
    /// New or changed.
    pub written: usize,
    /// No longer part of the site, by path.
    pub removed: Vec<String>,
    /// Left as they stood.
    pub unchanged: usize,
}

impl DiskSink {
    /// Takes an output folder: one that is absent, empty but for dot-files, or ours. A commit that was broken off is
    /// finished first; what a failed build left is removed.
    ///
    /// Errors: [`DiskError::NotOurs`], [`DiskError::Locked`], and what the system refuses.
    pub fn open(out: &Path) -> Result<Self, DiskError> {
        let room = Room::open(out)?;
        if let Some(journal) = Journal::read(&room.journal())? {
            journal.roll_forward(&room, &mut |_| {})?;
        }
        room.discard()?;
        let owned = Owned::read(&room.owned())?;
        Ok(Self { room, owned, pages: Mutex::default(), sealed: false })
    }

    /// Says that about so many pages are to come.
    pub fn announce(&self, pages: usize) {
        self.pages().make_room(pages);
    }

    /// Takes a page; the site does not change yet. Any number of threads may call it at once.
    ///
    /// Errors: [`DiskError::BadPath`], [`DiskError::Clash`], and what the system refuses.
    pub fn put(&self, path: &str, bytes: &[u8]) -> Result<Put, DiskError> {
        let claim = self.claim(path)?;
        let put = self.compare(path, bytes);
        if put == Put::Staged {
            write_in_tree(&self.room.staged(path), bytes)?;
        }
        self.pages().settle(&claim, put);
        Ok(put)
    }

    /// Takes a page piece by piece, so that it is never whole in memory; gives its size and digest. `write` hands over the same
    /// bytes each time that it is asked: once more where what stands there turns out to differ.
    ///
    /// Errors: as [`DiskSink::put`].
    pub fn put_pieces(&self, path: &str, write: &Pieces<'_>) -> Result<Row, DiskError> {
        let claim = self.claim(path)?;
        let same = if self.is_ours(path) { same_pieces(&self.room.place(path), write) } else { None };
        let (row, put) = match same {
            Some(row) => (row, Put::Same),
            None => (pieces_in_tree(&self.room.staged(path), write)?, Put::Staged),
        };
        self.pages().settle(&claim, put);
        Ok(Row { path: path.to_owned(), ..row })
    }

    /// Takes a page that stands in a file elsewhere, without holding it in memory; gives its size and digest.
    ///
    /// Errors: as [`DiskSink::put`].
    pub fn put_file(&self, path: &str, from: &Path) -> Result<Row, DiskError> {
        let claim = self.claim(path)?;
        let row = Row { path: path.to_owned(), ..describe(from)? };
        let put = if self.is_ours(path)
            && describe(&self.room.place(path))
                .is_ok_and(|there| (there.size, there.sha256) == (row.size, row.sha256.clone()))
        {
            Put::Same
        } else {
            copy_in_tree(from, &self.room.staged(path))?;
            Put::Staged
        };
        self.pages().settle(&claim, put);
        Ok(row)
    }

    /// Brings every staged page into place and removes pages of the build before that are gone. `progress` hears how many
    /// pages are done, and of how many. When nothing differs, nothing is written.
    ///
    /// Errors: [`DiskError::InTheWay`] and [`DiskError::Unfinished`], before anything has changed; and what the system
    /// refuses, after which the next [`DiskSink::open`] goes on where this stopped.
    pub fn commit(mut self, progress: &dyn Fn(usize, usize)) -> Result<Committed, DiskError> {
        let plan = self.plan()?;
        let written = plan.staged.len();
        let removed: Vec<String> = plan.journal.remove.iter().cloned().collect();
        let all = written + removed.len();
        let tally = Committed { written, removed, unchanged: plan.journal.keep.len() - written };
        if plan.is_empty(&self.owned) {
            return Ok(tally);
        }
        plan.check(&self.room, &self.owned)?;
        plan.journal.write(&self.room.journal())?;
        self.sealed = true;
        let mut done = 0;
        plan.journal.roll_forward(&self.room, &mut |step| {
            done += match step {
                Step::Removed => 1,
                Step::Placed(path) => plan.count_in(path),
            };
            progress(done, all);
        })?;
        self.sealed = false;
        Ok(tally)
    }

    /// Gives the build up: what was staged is removed, and the old site stands.
    pub fn abandon(self) {}

    fn claim(&self, path: &str) -> Result<Claim, DiskError> {
        names::check(path)?;
        let folded = names::fold(path);
        self.pages().claim(path, folded)
    }

    /// Same spelling, same bytes. A page whose name changed in case alone is moved, so that the disk takes the new name;
    /// what stands where no page of ours stood is for the commit to judge.
    fn compare(&self, path: &str, bytes: &[u8]) -> Put {
        let same = self.is_ours(path) && holds(&self.room.place(path), bytes);
        if same { Put::Same } else { Put::Staged }
    }

    fn is_ours(&self, path: &str) -> bool {
        self.owned.pages.contains(path) && self.owned.respelt(path).is_none()
    }

    fn plan(&mut self) -> Result<Plan, DiskError> {
        let pages = mem::take(self.pages.get_mut().unwrap_or_else(PoisonError::into_inner));
        let mut all: Vec<(String, Option<Put>)> = pages.into_all().collect();
        all.par_sort_unstable_by(|a, b| a.0.cmp(&b.0));
        if let Some((path, _)) = all.iter().find(|(_, put)| put.is_none()) {
            return Err(DiskError::Unfinished { path: path.clone() });
        }
        let staged = all.iter().filter(|(_, put)| *put == Some(Put::Staged)).map(|(path, _)| path.clone());
        let staged: BTreeSet<String> = staged.collect();
        let keep: BTreeSet<String> = all.into_iter().map(|(path, _)| path).collect();
        Ok(Plan::new(&self.room, &self.owned, keep, staged))
    }

    /// A thread that panicked has left the lists whole: each changes in one step.
    fn pages(&self) -> MutexGuard<'_, Pages> {
        self.pages.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Drop for DiskSink {
    fn drop(&mut self) {
        if !self.sealed {
            // What cannot be removed now is removed when the folder is opened next.
            let _ = self.room.discard();
        }
    }
}
