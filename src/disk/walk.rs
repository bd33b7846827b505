//! A content folder into the list of what is in it: texts to read, attachments to name, and what is wrong.

use std::fs;
use std::io;
use std::path::{MAIN_SEPARATOR, Path, PathBuf};

use walkdir::{DirEntry, WalkDir};

use super::error::because;
use crate::diag::Diagnostic;
use crate::lang::Msg;
use crate::load::Asset;
use crate::text::RawFile;

/// What a content folder holds. Paths are relative to it, with forward slashes, and sorted.
#[derive(Debug, Clone, Default)]
pub struct Content {
    /// The folder as people are told it, with a slash at its end: `content/`.
    pub folder: String,
    /// The texts, read.
    pub files: Vec<RawFile>,
    /// `notices/*/evidence/**`: named, not read.
    pub assets: Vec<Asset>,
    /// What could not be read, and why. All are errors.
    pub problems: Vec<Diagnostic>,
}

impl Content {
    /// The folder as it would be with these files in it, new or in place of those that are there. All that stands beside
    /// them stays: entries cite it.
    pub fn with(mut self, files: impl IntoIterator<Item = RawFile>) -> Self {
        for new in files {
            match self.files.iter_mut().find(|f| f.path == new.path) {
                Some(old) => *old = new,
                None => self.files.push(new),
            }
        }
        self.files.sort_by(|a, b| a.path.cmp(&b.path));
        self
    }
}

/// A text to read: its path in the folder, and its place.
pub type Text = (String, PathBuf);

/// What a walk has found beside texts: as in a [`Content`].
#[derive(Debug, Default)]
pub struct Found {
    /// What stands beside them.
    pub assets: Vec<Asset>,
    /// What could not be read.
    pub problems: Vec<Diagnostic>,
}

/// Walks `root` and hands over each text that it meets. A missing root is an empty one: that there is no `site.yaml` is for the
/// loader to say.
pub fn walk(root: &Path, text: &mut dyn FnMut(Text)) -> Found {
    let mut found = Found::default();
    let real_root = match real_folder(root) {
        Ok(real_root) => real_root,
        Err(error) if error.kind() == io::ErrorKind::NotFound => return found,
        Err(error) => {
            found.problems.push(unreadable(".", &error));
            return found;
        }
    };
    let mut entries = WalkDir::new(root).follow_links(true).min_depth(1).into_iter();
    while let Some(entry) = entries.next() {
        match entry {
            Ok(entry) => {
                let enter = found.take(root, &real_root, &entry, text);
                if entry.file_type().is_dir() && !enter {
                    entries.skip_current_dir();
                }
            }
            Err(error) => found.refuse(root, &real_root, &error),
        }
    }
    found.assets.sort();
    found
}

/// Width and height of a picture, from its head alone.
fn pixels(path: &Path) -> Option<(u32, u32)> {
    let kind = path.extension()?.to_str()?.to_ascii_lowercase();
    let is_picture = ["gif", "jpeg", "jpg", "png", "webp"].contains(&kind.as_str());
    let found = is_picture.then(|| imagesize::size(path).ok()).flatten()?;
    Some((u32::try_from(found.width).ok()?, u32::try_from(found.height).ok()?))
}

fn real_folder(root: &Path) -> io::Result<PathBuf> {
    let real = fs::canonicalize(root)?;
    if real.is_dir() { Ok(real) } else { Err(io::ErrorKind::NotADirectory.into()) }
}

impl Found {
    /// Notes an entry; whether to go into it, if it is a folder.
    fn take(&mut self, root: &Path, real_root: &Path, entry: &DirEntry, text: &mut dyn FnMut(Text)) -> bool {
        if is_ignored(entry.path()) {
            return false;
        }
        let path = match relative(root, entry.path()) {
            Ok(path) => path,
            Err(shown) => {
                self.problems.push(Diagnostic::file_error("bad-name", shown, Msg::new("load-bad-name")));
                return false;
            }
        };
        if entry.path_is_symlink() && leaves(real_root, entry.path()) {
            self.problems.push(leaving(path));
            return false;
        }
        let kind = entry.file_type();
        if kind.is_dir() {
            return true;
        }
        if !kind.is_file() {
            self.problems.push(refused(path, "special"));
        } else if is_asset(&path) {
            let size = entry.metadata().map_or(0, |about| about.len());
            let pixels = pixels(entry.path());
            self.assets.push(Asset { path, size, pixels });
        } else {
            text((path, entry.path().to_owned()));
        }
        false
    }

    fn refuse(&mut self, root: &Path, real_root: &Path, error: &walkdir::Error) {
        let place = error.path().unwrap_or(root);
        // Editors mark a file in use with a dot-link to nowhere, which is none of our business.
        if error.depth() > 0 && is_ignored(place) {
            return;
        }
        let path = relative(root, place).unwrap_or_else(|shown| shown);
        self.problems.push(match error.io_error() {
            Some(io) => unreadable(&path, io),
            // A link to a folder above the content is a loop as well; that it leads outside says more.
            None if leaves(real_root, place) => leaving(path),
            None => refused(path, "loop"),
        });
    }
}

/// Dot-files, and what Windows and Office leave behind (`~$…` holds the name of whoever has the document open).
fn is_ignored(path: &Path) -> bool {
    let name = path.file_name().unwrap_or_default();
    let starts = |with: &[u8]| name.as_encoded_bytes().starts_with(with);
    starts(b".") || starts(b"~$") || ["thumbs.db", "desktop.ini"].iter().any(|n| name.eq_ignore_ascii_case(n))
}

/// The path inside `root`; where it is not plain text, a readable likeness of it instead.
fn relative(root: &Path, path: &Path) -> Result<String, String> {
    if let Some(text) = below(root, path) {
        return Ok(text);
    }
    let inside = path.strip_prefix(root).unwrap_or(path);
    let names: Vec<_> = inside.iter().map(|name| name.to_string_lossy()).collect();
    let joined = if names.is_empty() { ".".to_owned() } else { names.join("/") };
    let plain = inside.to_str().is_some_and(|text| !text.contains(char::is_control));
    if plain { Ok(joined) } else { Err(joined.replace(char::is_control, "\u{fffd}")) }
}

/// The same for the usual path, byte by byte: taking apart every path of a large folder takes longer than finding it.
fn below(root: &Path, path: &Path) -> Option<String> {
    let inside = path.to_str()?.strip_prefix(root.to_str()?)?.strip_prefix(MAIN_SEPARATOR)?;
    let plain =
        !inside.is_empty() && !inside.starts_with(MAIN_SEPARATOR) && !inside.contains(char::is_control);
    plain.then(|| if MAIN_SEPARATOR == '/' { inside.to_owned() } else { inside.replace(MAIN_SEPARATOR, "/") })
}

fn leaves(real_root: &Path, link: &Path) -> bool {
    fs::canonicalize(link).is_ok_and(|target| !target.starts_with(real_root))
}

fn is_asset(path: &str) -> bool {
    let parts: Vec<_> = path.split('/').collect();
    matches!(parts.as_slice(), ["notices", _, "evidence", _, ..])
}

fn leaving(path: String) -> Diagnostic {
    Diagnostic::file_error("leaves-site", path, Msg::new("load-leaves-site"))
        .hint(Msg::new("load-leaves-site-hint"))
}

/// The problem with a file or folder that the system does not let us read.
pub fn unreadable(path: &str, error: &io::Error) -> Diagnostic {
    Diagnostic::file_error("unreadable", path, because(Msg::new("load-unreadable"), error))
}

fn refused(path: String, kind: &'static str) -> Diagnostic {
    Diagnostic::file_error(
        "unreadable",
        path,
        Msg::new("load-unreadable").with("kind", kind).with("error", ""),
    )
}
