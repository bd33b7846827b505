//! A folder that is gone when it is no longer needed.

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicU32, Ordering};

use super::DiskError;
use super::read::read_file;

/// A new, empty folder among the machine's temporary files, removed with all it holds when this goes out of scope.
#[derive(Debug)]
pub struct Scratch(PathBuf);

static MADE: AtomicU32 = AtomicU32::new(0);

impl Scratch {
    /// Makes the folder.
    pub fn new() -> Result<Self, DiskError> {
        let name = format!("gongkai-{}-{}", std::process::id(), MADE.fetch_add(1, Ordering::Relaxed));
        let path = std::env::temp_dir().join(name);
        // Not `create_dir_all`: a folder that is there already is somebody else's.
        fs::create_dir(&path).map_err(DiskError::write(&path))?;
        Ok(Self(path))
    }

    /// Where it is.
    pub fn path(&self) -> &Path {
        &self.0
    }

    /// The files in it, by name.
    pub fn files(&self) -> Result<Vec<(String, Vec<u8>)>, DiskError> {
        let mut found = Vec::new();
        for entry in fs::read_dir(&self.0).map_err(DiskError::read(&self.0))? {
            let path = entry.map_err(DiskError::read(&self.0))?.path();
            if path.is_file() {
                let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
                found.push((name, read_file(&path)?));
            }
        }
        Ok(found)
    }
}

impl Drop for Scratch {
    fn drop(&mut self) {
        // What cannot be removed stays among the temporary files, which the machine clears.
        let _left = fs::remove_dir_all(&self.0);
    }
}
