//! Reading: a whole content folder, or one file that a person named.

use std::fs::{self, File};
use std::io::Read;
use std::path::Path;
use std::sync::{Mutex, PoisonError};

use walkdir::{DirEntry, WalkDir};

use super::DiskError;
use super::error::shown;
use super::swap::finish;
use super::walk::{Content, Found, Text, unreadable, walk};
use crate::diag::{self, Diagnostic};
use crate::lang::Msg;
use crate::text::RawFile;

const MIB: u64 = 1 << 20;
/// The largest text in a content folder, in bytes.
const CONTENT_LIMIT: u64 = 32 * MIB;
/// The largest file that a person may name, in bytes.
const FILE_LIMIT: u64 = 64 * MIB;

/// Reads every text under `root` and names every attachment. Files and folders whose names begin with a dot are passed
/// over; links are followed where they stay inside. The order is the same on every machine. A change of several files that was
/// cut off is finished first, so that nobody reads half of it.
pub fn read_content(root: &Path) -> Content {
    let unfinished = finish(root).err();
    let (found, read) = read_while_walking(root);
    let mut content =
        Content { folder: told(root), assets: found.assets, problems: found.problems, ..Content::default() };
    for one in read {
        match one {
            Ok(file) => content.files.push(file),
            Err(problem) => content.problems.push(*problem),
        }
    }
    content.files.sort_unstable_by(|a, b| a.path.cmp(&b.path));
    let message = |e: DiskError| Diagnostic::file_error("unreadable", ".", e.message());
    content.problems.extend(unfinished.map(message));
    diag::sort(&mut content.problems);
    content
}

/// A text that was read, or why it could not be.
type ReadText = Result<RawFile, Box<Diagnostic>>;

/// Walks a folder, and reads what was found already while the walk goes on.
fn read_while_walking(root: &Path) -> (Found, Vec<ReadText>) {
    let read: Mutex<Vec<ReadText>> = Mutex::default();
    let read_some = |texts: Vec<Text>| {
        let some: Vec<_> = texts.into_iter().map(|(path, place)| read_text(path, &place)).collect();
        // A thread that panicked has left the list whole: it adds what it has read when all is there.
        read.lock().unwrap_or_else(PoisonError::into_inner).extend(some);
    };
    let found = rayon::scope(|scope| {
        let mut waiting = Vec::new();
        let found = walk(root, &mut |text| {
            waiting.push(text);
            if waiting.len() == AT_A_TIME {
                let texts = std::mem::take(&mut waiting);
                scope.spawn(|_| read_some(texts));
            }
        });
        read_some(waiting);
        found
    });
    (found, read.into_inner().unwrap_or_else(PoisonError::into_inner))
}

/// Texts that a thread reads at a time.
const AT_A_TIME: usize = 64;

/// A folder as people are told it: with forward slashes, without the dot for where they stand.
pub fn told(folder: &Path) -> String {
    let path = folder.display().to_string().replace('\\', "/");
    format!("{}/", path.strip_prefix("./").unwrap_or(&path))
}

/// Reads one file of at most 64 MiB. A pipe or a device is refused, since reading it might never end.
pub fn read_file(path: &Path) -> Result<Vec<u8>, DiskError> {
    read_at_most(path, FILE_LIMIT)
}

/// Reads a theme's folder: every file by its path in it, with forward slashes, sorted. A missing folder is an empty one;
/// names that begin with a dot are passed over.
pub fn read_theme(root: &Path) -> Result<Vec<(String, Vec<u8>)>, DiskError> {
    if !root.exists() {
        return Ok(Vec::new());
    }
    let mut files = Vec::new();
    let hidden =
        |entry: &DirEntry| entry.depth() > 0 && entry.file_name().as_encoded_bytes().starts_with(b".");
    for entry in WalkDir::new(root).into_iter().filter_entry(|e| !hidden(e)) {
        let entry = entry.map_err(|e| DiskError::read(root)(e.into()))?;
        if entry.file_type().is_file() {
            let inside = entry.path().strip_prefix(root).unwrap_or(entry.path());
            let names: Vec<_> = inside.iter().map(|name| name.to_string_lossy()).collect();
            files.push((names.join("/"), read_file(entry.path())?));
        }
    }
    files.sort();
    Ok(files)
}

fn read_text(path: String, place: &Path) -> Result<RawFile, Box<Diagnostic>> {
    match read_found(place, CONTENT_LIMIT) {
        Ok(bytes) => Ok(RawFile { path, bytes }),
        Err(DiskError::TooLarge { size, .. }) => Err(Box::new(too_large(path, size))),
        Err(DiskError::Read { error, .. }) => Err(Box::new(unreadable(&path, &error))),
        Err(other) => Err(Box::new(Diagnostic::file_error("unreadable", path, other.message()))),
    }
}

fn too_large(path: String, size: usize) -> Diagnostic {
    Diagnostic::file_error("too-large", path, Msg::new("load-too-large").count("size", size))
        .hint(Msg::new("load-too-large-hint"))
}

/// Reads a file of which the walk has found that it is one; most are small.
fn read_found(path: &Path, limit: u64) -> Result<Vec<u8>, DiskError> {
    let mut bytes = Vec::with_capacity(SMALL);
    let file = File::open(path).map_err(DiskError::read(path))?;
    file.take(limit + 1).read_to_end(&mut bytes).map_err(DiskError::read(path))?;
    if bytes.len() as u64 > limit {
        let size = fs::metadata(path).map_or(bytes.len() as u64, |about| about.len());
        return Err(too_big(path, size, limit));
    }
    bytes.shrink_to_fit();
    Ok(bytes)
}

/// Room for most records, in bytes; asking the system for the size of each would take longer.
const SMALL: usize = 8 << 10;

fn read_at_most(path: &Path, limit: u64) -> Result<Vec<u8>, DiskError> {
    let about = fs::metadata(path).map_err(DiskError::read(path))?;
    if about.is_dir() {
        return Err(DiskError::read(path)(std::io::ErrorKind::IsADirectory.into()));
    }
    if !about.is_file() {
        return Err(DiskError::Special { path: shown(path) });
    }
    if about.len() > limit {
        return Err(too_big(path, about.len(), limit));
    }
    // One byte more than there is, so that the end is met at once; and one more than allowed, so that a file that grows
    // meanwhile is noticed and not cut.
    let mut bytes = Vec::with_capacity(usize::try_from(about.len()).unwrap_or(0) + 1);
    let file = File::open(path).map_err(DiskError::read(path))?;
    file.take(limit + 1).read_to_end(&mut bytes).map_err(DiskError::read(path))?;
    let size = bytes.len() as u64;
    if size > limit { Err(too_big(path, size, limit)) } else { Ok(bytes) }
}

fn too_big(path: &Path, size: u64, limit: u64) -> DiskError {
    let mib = |bytes: u64| usize::try_from(bytes.div_ceil(MIB)).unwrap_or(usize::MAX);
    DiskError::TooLarge { path: shown(path), size: mib(size), limit: mib(limit) }
}
