//! Moving a folder's contents into place.

use std::fs;
use std::io::{self, ErrorKind};
use std::path::Path;

use super::error::shown;
use super::files::{is_folder, rename, stands};
use super::{DiskError, names};

/// Moves everything under `from` to the same place under `to`, over files that stand there; a missing `from` is an empty
/// one. A folder that `to` lacks moves whole. Done again after a break it finishes the work, since what has moved is gone
/// from `from`. `moved` hears each path that moved, relative to `to`.
pub fn merge(from: &Path, to: &Path, moved: &mut dyn FnMut(&str)) -> Result<(), DiskError> {
    merge_in(from, to, "", moved)
}

fn merge_in(from: &Path, to: &Path, folder: &str, moved: &mut dyn FnMut(&str)) -> Result<(), DiskError> {
    for name in listing(from)? {
        let (source, target, path) = (from.join(&name), to.join(&name), names::join(folder, &name));
        if is_folder(&source) {
            // The rename of a folder may fail on Windows while a scanner looks at a file in it; then its files move singly.
            if !stands(&target) && fs::rename(&source, &target).is_ok() {
                moved(&path);
                continue;
            }
            make_folder(&target)?;
            merge_in(&source, &target, &path, moved)?;
        } else {
            if is_folder(&target) {
                remove_hollow(&target)?;
            }
            rename(&source, &target).map_err(DiskError::write(&target))?;
            moved(&path);
        }
    }
    Ok(())
}

/// The names in a folder, sorted; none where there is no such folder.
fn listing(folder: &Path) -> Result<Vec<String>, DiskError> {
    let entries = match fs::read_dir(folder) {
        Err(error) if error.kind() == ErrorKind::NotFound => return Ok(Vec::new()),
        entries => entries.map_err(DiskError::read(folder))?,
    };
    let name = |entry: io::Result<fs::DirEntry>| entry.map(|e| e.file_name().to_string_lossy().into_owned());
    let mut names: Vec<_> = entries.map(name).collect::<Result<_, _>>().map_err(DiskError::read(folder))?;
    names.sort();
    Ok(names)
}

fn make_folder(path: &Path) -> Result<(), DiskError> {
    match fs::create_dir(path) {
        Err(error) if error.kind() == ErrorKind::AlreadyExists => {
            if path.is_dir() {
                Ok(())
            } else {
                Err(DiskError::InTheWay { path: shown(path) })
            }
        }
        made => made.map_err(DiskError::write(path)),
    }
}

/// Removes a folder in which only empty folders are left; a file in it is an error, and is kept.
fn remove_hollow(folder: &Path) -> Result<(), DiskError> {
    for name in listing(folder)? {
        let inside = folder.join(name);
        if !is_folder(&inside) {
            return Err(DiskError::InTheWay { path: shown(&inside) });
        }
        remove_hollow(&inside)?;
    }
    fs::remove_dir(folder).map_err(DiskError::write(folder))
}
