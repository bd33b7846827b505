//! The tool's own folder in an output folder: which output folders are ours, the lock, and where everything lies.

use std::fs::{self, File, TryLockError};
use std::io::ErrorKind;
use std::path::{Path, PathBuf};
use std::time::Duration;

use super::error::shown;
use super::files::{remove_file, remove_tree, stands};
use super::journal::Journal;
use super::{DiskError, names};

/// An output folder that is ours, held against every other build until this is dropped.
#[derive(Debug)]
pub struct Room {
    /// The output folder.
    pub out: PathBuf,
    /// The system lets go of the lock when the file is closed, however the program ends.
    _lock: File,
}

impl Room {
    /// Takes `out`, making it where it is absent. Nothing is touched where it is refused.
    pub fn open(out: &Path) -> Result<Self, DiskError> {
        accept(out)?;
        let home = out.join(names::HOME);
        fs::create_dir_all(&home).map_err(DiskError::write(&home))?;
        let path = home.join("lock");
        let lock = File::options().create(true).truncate(false).write(true).open(&path);
        let lock = lock.map_err(DiskError::write(&path))?;
        match try_for_a_moment(&lock) {
            Ok(()) => Ok(Self { out: out.to_owned(), _lock: lock }),
            Err(TryLockError::WouldBlock) => Err(DiskError::Locked { path: shown(out) }),
            Err(TryLockError::Error(error)) => Err(DiskError::write(&path)(error)),
        }
    }

    /// Where a page stands.
    pub fn place(&self, page: &str) -> PathBuf {
        self.out.join(page)
    }

    /// Where a page waits until it is moved to its place.
    pub fn staged(&self, page: &str) -> PathBuf {
        self.stage().join(page)
    }

    /// The folder of waiting pages. Every file in it is a page that differs from the one in place.
    pub fn stage(&self) -> PathBuf {
        self.home().join("stage")
    }

    /// The file that says what is about to change.
    pub fn journal(&self) -> PathBuf {
        journal(&self.out)
    }

    /// The list of the pages that are ours.
    pub fn owned(&self) -> PathBuf {
        owned(&self.out)
    }

    /// Forgets a change that was prepared. The journal goes first: without its pages it would say something untrue.
    pub fn discard(&self) -> Result<(), DiskError> {
        remove_file(&self.journal())?;
        remove_tree(&self.stage())
    }

    fn home(&self) -> PathBuf {
        self.out.join(names::HOME)
    }
}

/// Another build that is about to end lets go within moments; so does a program that was just started and still holds a
/// copy of every open file.
fn try_for_a_moment(lock: &File) -> Result<(), TryLockError> {
    for _ in 0..20 {
        match lock.try_lock() {
            Err(TryLockError::WouldBlock) => std::thread::sleep(Duration::from_millis(10)),
            done => return done,
        }
    }
    lock.try_lock()
}

fn journal(out: &Path) -> PathBuf {
    out.join(names::HOME).join("journal")
}

fn owned(out: &Path) -> PathBuf {
    out.join(names::HOME).join("owned")
}

/// A first build that was broken off has a journal and no list yet. The journal is asked for first, since the list is
/// there before the journal goes.
fn accept(out: &Path) -> Result<(), DiskError> {
    if is_bare(out)? || Journal::read(&journal(out))?.is_some() || stands(&owned(out)) {
        Ok(())
    } else {
        Err(DiskError::NotOurs { path: shown(out) })
    }
}

/// Absent, or empty but for names that begin with a dot.
fn is_bare(out: &Path) -> Result<bool, DiskError> {
    let mut entries = match fs::read_dir(out) {
        Err(error) if error.kind() == ErrorKind::NotFound => return Ok(true),
        Err(error) if error.kind() == ErrorKind::NotADirectory => return Ok(false),
        entries => entries.map_err(DiskError::read(out))?,
    };
    Ok(entries.all(|entry| entry.is_ok_and(|e| e.file_name().as_encoded_bytes().starts_with(b"."))))
}
