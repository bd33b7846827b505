//! A published folder into the list of what stands in it, and the digest of one file.

use std::path::Path;

use walkdir::{DirEntry, WalkDir};

use super::DiskError;
use super::files::describe;
use crate::audit::manifest::Found;

/// Every file under `root`, sorted. A name that begins with a dot is passed over, with what is under it, unless `listed`
/// knows its path. Links are named and not followed; `root` itself may be one.
pub fn survey(root: &Path, listed: &dyn Fn(&str) -> bool) -> Result<Vec<Found>, DiskError> {
    let path = |entry: &DirEntry| {
        let inside = entry.path().strip_prefix(root).unwrap_or(entry.path());
        inside.iter().map(|name| name.to_string_lossy()).collect::<Vec<_>>().join("/")
    };
    let dotted = |entry: &DirEntry| entry.file_name().as_encoded_bytes().starts_with(b".");
    let enter = |entry: &DirEntry| entry.depth() == 0 || !dotted(entry) || listed(&path(entry));
    let mut found = Vec::new();
    for entry in WalkDir::new(root).into_iter().filter_entry(enter) {
        let refused = |e: walkdir::Error| {
            let place = e.path().unwrap_or(root).to_owned();
            DiskError::read(&place)(e.into())
        };
        let entry = entry.map_err(refused)?;
        if entry.depth() > 0 && !entry.file_type().is_dir() {
            let size = match entry.file_type().is_file() {
                true => Some(entry.metadata().map_err(refused)?.len()),
                false => None,
            };
            found.push(Found { path: path(&entry), size });
        }
    }
    found.sort_by(|a, b| a.path.cmp(&b.path));
    if root.is_dir() {
        Ok(found)
    } else {
        Err(DiskError::read(root)(std::io::ErrorKind::NotADirectory.into()))
    }
}

/// SHA-256 of a file, in hexadecimal.
pub fn digest_file(path: &Path) -> Result<String, DiskError> {
    describe(path).map(|row| row.sha256)
}
