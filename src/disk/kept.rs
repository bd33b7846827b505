//! Copies of the files that a command changed, so that `undo` can put them back.
//!
//! `<root>/.gongkai/undo/0007-update/` holds each file as it `was` and as it `is` since. It is made whole before anything
//! changes, lies outside the content, and tells version control to leave it alone.

use std::fs;
use std::path::{Path, PathBuf};

use super::files::{is_folder, remove_file, remove_tree, rename, write_in_tree};
use super::{DiskError, names, read_theme, replace_files, write_new_files};

/// So many steps can be taken back; older ones are forgotten.
const STEPS: usize = 20;

/// A file that a command changes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Changed {
    /// Its path in the content.
    pub path: String,
    /// What it held; `None` where it is new.
    pub was: Option<Vec<u8>>,
    /// What it holds from then on.
    pub is: Vec<u8>,
}

/// What one command changed.
#[derive(Debug)]
pub struct Step {
    /// The command.
    pub command: String,
    /// The files, by path.
    pub files: Vec<Changed>,
    folder: PathBuf,
}

/// Writes what a command changes in `<root>/content`, once a copy of all of it is kept: all files or none.
pub fn change_files(root: &Path, command: &str, files: &[Changed]) -> Result<(), DiskError> {
    let folder = keep(root, command, files)?;
    let (new, old): (Vec<_>, Vec<_>) = files.iter().partition(|f| f.was.is_none());
    let pairs =
        |list: Vec<&Changed>| list.into_iter().map(|f| (f.path.clone(), f.is.clone())).collect::<Vec<_>>();
    let content = root.join("content");
    let written = write_new_files(&content, &pairs(new)).and_then(|()| match pairs(old) {
        old if old.is_empty() => Ok(()),
        old => replace_files(&content, &old),
    });
    if written.is_err() {
        let _ = remove_tree(&folder);
    }
    written
}

/// The last change that can be taken back.
pub fn last_step(root: &Path) -> Result<Option<Step>, DiskError> {
    steps(root)?.pop().map(|(_, name)| step(root, &name)).transpose()
}

/// Every change that can be taken back, oldest first.
pub fn all_steps(root: &Path) -> Result<Vec<Step>, DiskError> {
    steps(root)?.iter().map(|(_, name)| step(root, name)).collect()
}

fn step(root: &Path, name: &str) -> Result<Step, DiskError> {
    let folder = home(root).join(name);
    let was = read_theme(&folder.join("was"))?;
    let before = |path: &str| was.iter().find(|(p, _)| p == path).map(|(_, bytes)| bytes.clone());
    let is = read_theme(&folder.join("is"))?;
    let files = is.into_iter().map(|(path, is)| Changed { was: before(&path), path, is }).collect();
    let command = name.split_once('-').map_or("", |(_, command)| command).to_owned();
    Ok(Step { command, files, folder })
}

/// Puts every file of a step back as it was, takes away those that were new, and forgets the step.
pub fn put_back(root: &Path, step: &Step) -> Result<(), DiskError> {
    let content = root.join("content");
    let old: Vec<(String, Vec<u8>)> =
        step.files.iter().filter_map(|f| Some((f.path.clone(), f.was.clone()?))).collect();
    if !old.is_empty() {
        replace_files(&content, &old)?;
    }
    for file in step.files.iter().filter(|f| f.was.is_none()) {
        names::check(&file.path)?;
        remove_file(&content.join(&file.path))?;
    }
    forget_step(step)
}

/// Forgets a step.
pub fn forget_step(step: &Step) -> Result<(), DiskError> {
    remove_tree(&step.folder)
}

/// Forgets every step, since the copies hold words that must not stay. Whether there were any.
pub fn forget_steps(root: &Path) -> Result<bool, DiskError> {
    let any = is_folder(&home(root));
    remove_tree(&home(root))?;
    Ok(any)
}

fn home(root: &Path) -> PathBuf {
    root.join(names::HOME).join("undo")
}

/// Copies under a name that counts only once they are whole.
fn keep(root: &Path, command: &str, files: &[Changed]) -> Result<PathBuf, DiskError> {
    let mut all = steps(root)?;
    let number = all.last().map_or(1, |(last, _)| last + 1);
    let (draft, folder) = (home(root).join("draft"), home(root).join(format!("{number:04}-{command}")));
    remove_tree(&draft)?;
    for file in files {
        names::check(&file.path)?;
        if let Some(was) = &file.was {
            write_in_tree(&draft.join("was").join(&file.path), was)?;
        }
        write_in_tree(&draft.join("is").join(&file.path), &file.is)?;
    }
    write_in_tree(&root.join(names::HOME).join(".gitignore"), b"*\n")?;
    rename(&draft, &folder).map_err(DiskError::write(&folder))?;
    while all.len() >= STEPS {
        remove_tree(&home(root).join(all.remove(0).1))?;
    }
    Ok(folder)
}

/// The steps that are kept, oldest first: number and name of the folder of each.
fn steps(root: &Path) -> Result<Vec<(u32, String)>, DiskError> {
    let home = home(root);
    if !is_folder(&home) {
        return Ok(Vec::new());
    }
    let entries = fs::read_dir(&home).map_err(DiskError::read(&home))?;
    let mut all = Vec::new();
    for entry in entries {
        let name = entry.map_err(DiskError::read(&home))?.file_name().to_string_lossy().into_owned();
        let number = name.split_once('-').and_then(|(number, _)| number.parse().ok());
        all.extend(number.map(|number| (number, name)));
    }
    all.sort();
    Ok(all)
}
