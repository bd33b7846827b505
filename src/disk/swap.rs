//! Several of a person's own files replaced together: all of them or none.
//!
//! New files are written and flushed into a hidden folder, which one rename then declares whole; from there on they are
//! moved to their places, and whoever reads the folder next finishes what was cut off. The old bytes are kept nowhere.

use std::fs::{self, File};
use std::path::{Path, PathBuf};

use super::error::shown;
use super::files::{is_folder, remove_tree, rename, write_in_tree};
use super::merge::merge;
use super::{DiskError, names};

/// Where new files are written, and may yet be given up.
const DRAFT: &str = ".gongkai-swap-draft";
/// Where they wait to be moved; there is no way back.
const WHOLE: &str = ".gongkai-swap";

/// Replaces files under `root`, which must all be there: each is a path relative to it, with forward slashes, and its new
/// bytes. A link stays a link: the file that it points to is replaced. Permissions stay.
///
/// Errors: [`DiskError::BadPath`] and what the system refuses; before the new files are whole nothing has changed, and
/// after that [`finish`] goes on.
pub fn replace_files(root: &Path, files: &[(String, Vec<u8>)]) -> Result<(), DiskError> {
    finish(root)?;
    let draft = root.join(DRAFT);
    let written = remove_tree(&draft)
        .and_then(|()| files.iter().try_for_each(|(path, bytes)| write(root, &draft, path, bytes)))
        .and_then(|()| rename(&draft, &root.join(WHOLE)).map_err(DiskError::write(root)));
    if written.is_err() {
        let _ = remove_tree(&draft);
        return written;
    }
    finish(root)
}

/// Finishes what an earlier [`replace_files`] was kept from finishing, and clears away what one left that had not begun.
pub fn finish(root: &Path) -> Result<(), DiskError> {
    let whole = root.join(WHOLE);
    if is_folder(&whole) {
        merge(&whole, root, &mut |_| {})?;
        remove_tree(&whole)?;
    }
    if is_folder(&root.join(DRAFT)) {
        remove_tree(&root.join(DRAFT))?;
    }
    Ok(())
}

/// Flushed before anything is declared whole: a person's work is not left to chance.
fn write(root: &Path, draft: &Path, path: &str, bytes: &[u8]) -> Result<(), DiskError> {
    names::check(path)?;
    let (real, inside) = real_place(root, path)?;
    let new = draft.join(inside);
    write_in_tree(&new, bytes)?;
    let flushed = File::options().write(true).open(&new).and_then(|file| {
        file.set_permissions(fs::metadata(&real)?.permissions())?;
        file.sync_all()
    });
    flushed.map_err(DiskError::write(&new))
}

/// The file behind a path, and where in `root` it stands once links are followed.
fn real_place(root: &Path, path: &str) -> Result<(PathBuf, PathBuf), DiskError> {
    let place = root.join(path);
    let real = fs::canonicalize(&place).map_err(DiskError::read(&place))?;
    let home = fs::canonicalize(root).map_err(DiskError::read(root))?;
    let inside = real.strip_prefix(&home).map(Path::to_owned);
    inside.map(|inside| (real, inside)).map_err(|_| DiskError::InTheWay { path: shown(&place) })
}
