//! The small moves: what stands at a path, and renaming, removing and writing with the system's moods allowed for.

use std::fs::{self, File};
use std::io::{self, ErrorKind, Read};
use std::path::Path;
use std::time::Duration;

use super::DiskError;
use crate::audit::manifest::Row;

/// Whether anything at all stands here, a link to nowhere too.
pub fn stands(path: &Path) -> bool {
    fs::symlink_metadata(path).is_ok()
}

/// Whether a folder stands here, and not a link to one.
pub fn is_folder(path: &Path) -> bool {
    fs::symlink_metadata(path).is_ok_and(|about| about.is_dir())
}

/// Whether a plain file stands here, and not a link to one.
pub fn is_file(path: &Path) -> bool {
    fs::symlink_metadata(path).is_ok_and(|about| about.is_file())
}

/// Renames a file, over one that is there. Windows refuses while a scanner looks at the file, so it is asked again.
pub fn rename(from: &Path, to: &Path) -> io::Result<()> {
    let mut tries = if cfg!(windows) { 40 } else { 0 };
    loop {
        match fs::rename(from, to) {
            Err(error) if tries > 0 && error.kind() == ErrorKind::PermissionDenied => tries -= 1,
            done => return done,
        }
        std::thread::sleep(Duration::from_millis(25));
    }
}

/// Removes a file; that it is gone already is well.
pub fn remove_file(path: &Path) -> Result<(), DiskError> {
    match fs::remove_file(path) {
        Err(error) if error.kind() == ErrorKind::NotFound => Ok(()),
        done => done.map_err(DiskError::write(path)),
    }
}

/// Removes a folder with all that is in it; that it is gone already is well.
pub fn remove_tree(path: &Path) -> Result<(), DiskError> {
    match fs::remove_dir_all(path) {
        Err(error) if error.kind() == ErrorKind::NotFound => Ok(()),
        done => done.map_err(DiskError::write(path)),
    }
}

/// Writes a file of a new tree, with the folders that it needs. A page has a folder of its own, so its folder is made first:
/// that is one question to the system less than trying to write and finding none. Other files mostly find theirs.
pub fn write_in_tree(path: &Path, bytes: &[u8]) -> Result<(), DiskError> {
    let alone = path.file_name().is_some_and(|name| name == "index.html");
    let with_folder = || make_folder(path).and_then(|()| fs::write(path, bytes));
    let written = if alone {
        with_folder()
    } else {
        fs::write(path, bytes).or_else(|error| match error.kind() {
            ErrorKind::NotFound => with_folder(),
            _ => Err(error),
        })
    };
    written.map_err(DiskError::write(path))
}

/// Copies a file into a new tree, with the folders that it needs.
pub fn copy_in_tree(from: &Path, path: &Path) -> Result<(), DiskError> {
    let mut source = File::open(from).map_err(DiskError::read(from))?;
    let target = make_folder(path).and_then(|()| File::create(path));
    target.and_then(|mut target| io::copy(&mut source, &mut target)).map_err(DiskError::write(path))?;
    Ok(())
}

/// Size and digest of a plain file, read piece by piece; its path is left open.
pub fn describe(path: &Path) -> Result<Row, DiskError> {
    File::open(path).and_then(Row::read).map_err(DiskError::read(path))
}

/// Makes the folder that a file is to stand in.
pub fn make_folder(path: &Path) -> io::Result<()> {
    path.parent().map_or(Ok(()), |folder| match fs::create_dir(folder) {
        Err(error) if error.kind() == ErrorKind::NotFound => fs::create_dir_all(folder),
        Err(error) if error.kind() == ErrorKind::AlreadyExists => Ok(()),
        made => made,
    })
}

/// Whether a plain file with just these bytes stands here. Its size is asked first, so that most changed files are never
/// read; what cannot be read counts as different.
pub fn holds(path: &Path, bytes: &[u8]) -> bool {
    let sized =
        fs::symlink_metadata(path).is_ok_and(|about| about.is_file() && about.len() == bytes.len() as u64);
    sized && File::open(path).and_then(|file| reads_as(file, bytes)).unwrap_or(false)
}

fn reads_as(mut file: File, mut expected: &[u8]) -> io::Result<bool> {
    let mut buffer = vec![0; expected.len().clamp(1, 64 * 1024)];
    loop {
        let n = file.read(&mut buffer)?;
        if n == 0 {
            return Ok(expected.is_empty());
        }
        match expected.strip_prefix(&buffer[..n]) {
            Some(left) => expected = left,
            None => return Ok(false),
        }
    }
}
