//! What can go wrong on the disk, in words that say how to mend it.

use std::io;
use std::path::Path;

use crate::lang::Msg;

/// Why something could not be read or written. Paths are as the caller gave them; page paths are relative to the output
/// folder, with forward slashes.
#[derive(Debug)]
pub enum DiskError {
    /// The system refused a read.
    Read {
        /// The file or folder.
        path: String,
        /// What the system said.
        error: io::Error,
    },
    /// The system refused a write, a rename or a removal.
    Write {
        /// The file or folder.
        path: String,
        /// What the system said.
        error: io::Error,
    },
    /// A file beyond the limit; both sizes in MiB, rounded up.
    TooLarge {
        /// The file.
        path: String,
        /// Its size.
        size: usize,
        /// The largest size that is read.
        limit: usize,
    },
    /// Neither a file nor a folder: a pipe, a socket or a device, which could be read for ever.
    Special {
        /// What it is called.
        path: String,
    },
    /// Another build holds the output folder.
    Locked {
        /// The output folder.
        path: String,
    },
    /// The output folder holds files, and nothing says that they are ours.
    NotOurs {
        /// The output folder.
        path: String,
    },
    /// Something that is not ours stands where a page has to go.
    InTheWay {
        /// What stands there.
        path: String,
    },
    /// A page path that some system could not hold, or that would lead out of the output folder.
    BadPath {
        /// The page.
        path: String,
    },
    /// Two pages that cannot both stand: alike but for case, or one a folder of the other.
    Clash {
        /// The later page.
        path: String,
        /// The earlier page.
        other: String,
    },
    /// A page that was begun and never finished, so the site was left alone.
    Unfinished {
        /// The page.
        path: String,
    },
    /// A new file would replace one that is there.
    Exists {
        /// The file that is there.
        path: String,
    },
}

impl DiskError {
    /// What is wrong, with the path it is about.
    pub fn message(&self) -> Msg {
        match self {
            Self::Read { path, error } => because(Msg::new("disk-read").with("path", path), error),
            Self::Write { path, error } => because(Msg::new("disk-write").with("path", path), error),
            Self::TooLarge { path, size, limit } => {
                Msg::new("disk-too-large").with("path", path).count("size", *size).count("limit", *limit)
            }
            Self::Special { path } => Msg::new("disk-special").with("path", path),
            Self::Locked { path } => Msg::new("disk-locked").with("path", path),
            Self::NotOurs { path } => Msg::new("disk-not-ours").with("path", path),
            Self::InTheWay { path } => Msg::new("disk-in-the-way").with("path", path),
            Self::BadPath { path } => Msg::new("disk-bad-path").with("path", path.escape_debug().to_string()),
            Self::Clash { path, other } => Msg::new("disk-clash").with("path", path).with("other", other),
            Self::Unfinished { path } => Msg::new("disk-unfinished").with("path", path),
            Self::Exists { path } => Msg::new("disk-exists").with("path", path),
        }
    }

    /// What to do about it.
    pub fn hint(&self) -> Option<Msg> {
        Some(Msg::new(match self {
            Self::Read { error, .. } | Self::Write { error, .. } => return hint_for(error),
            Self::TooLarge { .. } => "disk-too-large-hint",
            Self::Special { .. } => "disk-special-hint",
            Self::Locked { .. } => "disk-locked-hint",
            Self::NotOurs { .. } => "disk-not-ours-hint",
            Self::InTheWay { .. } => "disk-in-the-way-hint",
            Self::BadPath { .. } => "disk-bad-path-hint",
            Self::Clash { .. } => "disk-clash-hint",
            Self::Unfinished { .. } => "disk-unfinished-hint",
            Self::Exists { .. } => "disk-exists-hint",
        }))
    }

    /// Whether another argument would mend it, rather than another disk or permission.
    pub fn is_about_the_argument(&self) -> bool {
        match self {
            Self::Exists { .. } | Self::NotOurs { .. } | Self::InTheWay { .. } | Self::Special { .. } => true,
            Self::Read { error, .. } | Self::Write { error, .. } => matches!(
                error.kind(),
                io::ErrorKind::NotFound | io::ErrorKind::NotADirectory | io::ErrorKind::IsADirectory
            ),
            _ => false,
        }
    }

    pub(super) fn read(path: &Path) -> impl FnOnce(io::Error) -> Self {
        let path = shown(path);
        |error| Self::Read { path, error }
    }

    pub(super) fn write(path: &Path) -> impl FnOnce(io::Error) -> Self {
        let path = shown(path);
        |error| Self::Write { path, error }
    }
}

/// A path as a person reads it.
pub(super) fn shown(path: &Path) -> String {
    path.display().to_string()
}

/// Adds what `disk-reason` in the locale files needs: a kind that it has words for, or the system's own words.
pub(super) fn because(msg: Msg, error: &io::Error) -> Msg {
    msg.with("kind", kind(error)).with("error", error.to_string())
}

fn hint_for(error: &io::Error) -> Option<Msg> {
    match kind(error) {
        "denied" | "busy" => Some(Msg::new("disk-denied-hint")),
        "full" => Some(Msg::new("disk-full-hint")),
        "read-only" => Some(Msg::new("disk-read-only-hint")),
        _ => None,
    }
}

fn kind(error: &io::Error) -> &'static str {
    // Windows' sharing violation has no kind of its own in every version of the standard library.
    if cfg!(windows) && error.raw_os_error() == Some(32) {
        return "busy";
    }
    match error.kind() {
        io::ErrorKind::NotFound => "missing",
        io::ErrorKind::PermissionDenied => "denied",
        io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded => "full",
        io::ErrorKind::ReadOnlyFilesystem => "read-only",
        io::ErrorKind::NotADirectory => "not-folder",
        io::ErrorKind::ResourceBusy | io::ErrorKind::ExecutableFileBusy => "busy",
        _ => "other",
    }
}
