//! What several tests need: content as files in memory, and the built tool as a program.
#![allow(
    dead_code,
    clippy::panic,
    clippy::unwrap_used,
    clippy::expect_used,
    reason = "each test uses its part, and fails by panicking"
)]

pub mod article;
pub mod dice;
pub mod fixture;
pub mod proved;
pub mod same;

use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use gongkai::load::{Loaded, load_with};
use gongkai::text::RawFile;

/// A file of the repository.
pub fn repo(path: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(path)
}

/// Every file under a folder that the tool would read, as it would read it.
pub fn content(root: &Path) -> Vec<RawFile> {
    let read = gongkai::disk::read_content(root);
    assert!(read.problems.is_empty(), "{:?}", read.problems);
    read.files
}

/// The record of a site, which must be without fault.
pub fn record(root: &Path) -> gongkai::model::Site {
    loaded(root).site.expect("a record without fault")
}

/// A copy of the content of a site, in a folder of its own.
pub fn copied(root: &Path) -> tempfile::TempDir {
    let dir = tempfile::tempdir().unwrap();
    for entry in walkdir::WalkDir::new(root.join("content")).into_iter().map(Result::unwrap) {
        let place = dir.path().join(entry.path().strip_prefix(root).unwrap());
        if entry.file_type().is_dir() {
            std::fs::create_dir_all(place).unwrap();
        } else {
            std::fs::copy(entry.path(), place).unwrap();
        }
    }
    dir
}

/// Writes a file of the content of a site, with the folders that it needs.
pub fn write(root: &Path, path: &str, bytes: &(impl AsRef<[u8]> + ?Sized)) {
    let place = root.join("content").join(path);
    std::fs::create_dir_all(place.parent().unwrap()).unwrap();
    std::fs::write(place, bytes).unwrap();
}

/// A file in memory.
pub fn file(path: &str, text: &str) -> RawFile {
    RawFile { path: path.to_owned(), bytes: text.as_bytes().to_vec() }
}

/// Loads a site.
pub fn loaded(root: &Path) -> Loaded {
    let read = gongkai::disk::read_content(&root.join("content"));
    load_with(read.files, read.assets)
}

/// Loads the example of the repository.
pub fn example() -> Loaded {
    loaded(&repo(""))
}

/// The tool, in English, with nothing of the machine's own language.
pub fn gongkai<I: IntoIterator<Item = S>, S: AsRef<std::ffi::OsStr>>(args: I) -> Command {
    #[expect(clippy::disallowed_methods, reason = "the test runs the tool as a person would")]
    let mut command = Command::new(env!("CARGO_BIN_EXE_gongkai"));
    command.args(args).env("GONGKAI_LANG", "en").env("NO_COLOR", "1").env_remove("LANG");
    command
}

/// Runs the tool and asks for its exit code.
pub fn run<I: IntoIterator<Item = S>, S: AsRef<std::ffi::OsStr>>(args: I, code: i32) -> Output {
    let out = gongkai(args).output().unwrap();
    assert_eq!(out.status.code(), Some(code), "{}{}", text(&out.stdout), text(&out.stderr));
    out
}

/// Bytes that must be UTF-8.
pub fn text(bytes: &[u8]) -> &str {
    std::str::from_utf8(bytes).unwrap()
}

/// The real notice, where it is at hand; the test says so where it is absent.
pub fn real_notice() -> Option<PathBuf> {
    let folder = std::env::var("GONGKAI_NOTICES").unwrap_or_else(|_| "../shared/notices".to_owned());
    let path = repo(&folder).join("000_0d70b426dda0b4c1.txt");
    if !path.is_file() {
        println!("SKIPPED: no real notice at {}", path.display());
        return None;
    }
    Some(path)
}

/// What a file says: its text, of an office file or an archive the texts of all that it packs.
pub fn unpacked(bytes: &[u8]) -> String {
    let Ok(mut packed) = zip::ZipArchive::new(std::io::Cursor::new(bytes)) else {
        return String::from_utf8_lossy(bytes).into_owned();
    };
    let mut out = String::new();
    for at in 0..packed.len() {
        let mut part = Vec::new();
        std::io::Read::read_to_end(&mut packed.by_index(at).unwrap(), &mut part).unwrap();
        out += &unpacked(&part);
    }
    out
}
