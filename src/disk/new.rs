//! A person's own files: new ones all or none, and one replaced whole or not at all.

use std::fs::{self, File};
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use super::error::shown;
use super::files::{remove_tree, rename, stands, write_in_tree};
use super::merge::merge;
use super::pages::Pages;
use super::{DiskError, names, read_file};

/// Writes new files under `root`, which need not be there: all of them, or none. Each is a path relative to `root`, with
/// forward slashes, and its bytes. They are written beside their places first and then moved.
///
/// Errors: [`DiskError::Exists`] if any is there already, [`DiskError::BadPath`], [`DiskError::Clash`], and what the system
/// refuses; what was made is removed again.
pub fn write_new_files(root: &Path, files: &[(String, Vec<u8>)]) -> Result<(), DiskError> {
    check_new(root, files)?;
    let made = made_folders(root, files);
    let written = write_and_move(root, files);
    if written.is_err() {
        undo(root, files, &made);
    }
    written
}

/// Writes files under `root`, those that are there anew: none where `ours` does not know one by its bytes.
///
/// Errors: [`DiskError::Exists`] of a file that is not ours, and as [`write_new_files`].
pub fn renew_files(
    root: &Path,
    files: &[(String, Vec<u8>)],
    ours: impl Fn(&[u8]) -> bool,
) -> Result<(), DiskError> {
    let (there, new): (Vec<_>, Vec<_>) =
        files.iter().cloned().partition(|(path, _)| stands(&root.join(path)));
    for (path, _) in &there {
        let place = root.join(path);
        if !ours(&read_file(&place)?) {
            return Err(DiskError::Exists { path: shown(&place) });
        }
    }
    write_new_files(root, &new)?;
    there.iter().try_for_each(|(path, bytes)| replace_file(&root.join(path), bytes))
}

/// Replaces a file, or makes it, so that a reader sees the old bytes or the new and never a part. A link stays a link: the
/// file that it points to is replaced. Permissions stay.
pub fn replace_file(path: &Path, bytes: &[u8]) -> Result<(), DiskError> {
    let real = fs::canonicalize(path).unwrap_or_else(|_| path.to_owned());
    let draft = beside(&real, "gongkai-draft");
    let replaced = write_draft(&draft, &real, bytes).and_then(|()| rename(&draft, &real));
    if replaced.is_err() {
        let _ = fs::remove_file(&draft);
    }
    replaced.map_err(DiskError::write(path))
}

/// Flushed before the rename: a person's work is not left to the next build to mend.
fn write_draft(draft: &Path, real: &Path, bytes: &[u8]) -> io::Result<()> {
    let mut file = File::create(draft)?;
    file.write_all(bytes)?;
    if let Ok(about) = fs::metadata(real) {
        file.set_permissions(about.permissions())?;
    }
    file.sync_all()
}

fn check_new(root: &Path, files: &[(String, Vec<u8>)]) -> Result<(), DiskError> {
    let mut pages = Pages::default();
    for (path, _) in files {
        names::check(path)?;
        pages.claim(path, names::fold(path))?;
        let above = names::folders(path).map(|folder| root.join(folder)).find(|folder| folder.is_file());
        if let Some(there) = above.or_else(|| Some(root.join(path)).filter(|place| stands(place))) {
            return Err(DiskError::Exists { path: shown(&there) });
        }
    }
    Ok(())
}

/// The folders that are not there yet, `root` and those above it among them; the outermost first.
fn made_folders(root: &Path, files: &[(String, Vec<u8>)]) -> Vec<PathBuf> {
    let inside = files.iter().flat_map(|(path, _)| names::folders(path)).map(|folder| root.join(folder));
    let above = root.ancestors().filter(|folder| *folder != Path::new("")).map(Path::to_owned);
    let mut made: Vec<_> = inside.chain(above).filter(|folder| !stands(folder)).collect();
    made.sort();
    made.dedup();
    made
}

/// A missing `root` comes into being whole, by one rename; into one that is there, whole folders are moved.
fn write_and_move(root: &Path, files: &[(String, Vec<u8>)]) -> Result<(), DiskError> {
    let fresh = !root.exists();
    let stage = if fresh { beside(root, "gongkai-new") } else { root.join(".gongkai-new") };
    let written = remove_tree(&stage).and_then(|()| {
        files.iter().try_for_each(|(path, bytes)| write_in_tree(&stage.join(path), bytes))?;
        if fresh && rename(&stage, root).is_ok() {
            return Ok(());
        }
        fs::create_dir_all(root).map_err(DiskError::write(root))?;
        merge(&stage, root, &mut |_| {})
    });
    // After a merge only empty folders are left of it; if even they stay, they are hidden and go the next time.
    let _ = remove_tree(&stage);
    written
}

fn undo(root: &Path, files: &[(String, Vec<u8>)], made: &[PathBuf]) {
    for (path, _) in files {
        let _ = fs::remove_file(root.join(path));
    }
    for folder in made.iter().rev() {
        let _ = fs::remove_dir(folder);
    }
}

/// A hidden name in the same folder, hence on the same disk: `.name.suffix`.
fn beside(path: &Path, suffix: &str) -> PathBuf {
    let absolute = std::path::absolute(path).unwrap_or_else(|_| path.to_owned());
    let name = absolute.file_name().unwrap_or_default().to_string_lossy();
    absolute.with_file_name(format!(".{name}.{suffix}"))
}
