//! The list of every published file with its size and digest, and what stands in a folder compared with it.

use std::collections::BTreeMap;
use std::io::{self, Read};

use rayon::prelude::*;
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

/// Where the list stands in the output. It does not list itself.
pub const FILE: &str = "manifest.json";
/// The form of the list; a reader refuses any other.
const FORMAT: u32 = 1;

/// One published file.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Row {
    /// Path in the output, with forward slashes.
    pub path: String,
    /// Size in bytes.
    pub size: u64,
    /// SHA-256 (FIPS 180-4) of its bytes, in small hexadecimal digits.
    pub sha256: String,
}

impl Row {
    /// The row of a file with these bytes.
    pub fn of(path: impl Into<String>, bytes: &[u8]) -> Self {
        Self { path: path.into(), size: bytes.len() as u64, sha256: digest(bytes) }
    }

    /// The row of what a reader gives, piece by piece; its path is left open.
    pub fn read(mut from: impl Read) -> io::Result<Self> {
        let mut sum = Sum::default();
        let mut buffer = vec![0; 64 * 1024];
        loop {
            match from.read(&mut buffer)? {
                0 => return Ok(sum.row()),
                n => sum.add(&buffer[..n]),
            }
        }
    }
}

/// Size and digest of what comes piece by piece.
#[derive(Default)]
pub struct Sum {
    hash: Sha256,
    size: u64,
}

impl Sum {
    /// Takes a piece.
    pub fn add(&mut self, piece: &[u8]) {
        self.hash.update(piece);
        self.size += piece.len() as u64;
    }

    /// The row of all that was taken; its path is left open.
    pub fn row(self) -> Row {
        Row { path: String::new(), size: self.size, sha256: hex(&self.hash.finalize()) }
    }
}

/// SHA-256 in hexadecimal.
pub fn digest(bytes: &[u8]) -> String {
    hex(&Sha256::digest(bytes))
}

fn hex(bytes: &[u8]) -> String {
    const DIGITS: [char; 16] =
        ['0', '1', '2', '3', '4', '5', '6', '7', '8', '9', 'a', 'b', 'c', 'd', 'e', 'f'];
    let digits = |byte: &u8| [DIGITS[usize::from(byte >> 4)], DIGITS[usize::from(byte & 15)]];
    bytes.iter().flat_map(digits).collect()
}

/// The list as it is published: sorted by path, one file a line, so that two of them compare line by line.
pub fn write(mut rows: Vec<Row>) -> Vec<u8> {
    rows.par_sort_unstable_by(|a, b| a.path.cmp(&b.path));
    let lines = |rows: &[Row]| {
        // A row is always JSON.
        let lines = rows.iter().filter_map(|row| serde_json::to_string(row).ok());
        lines.collect::<Vec<_>>().join(",\n")
    };
    let lines: Vec<String> = rows.par_chunks(AT_A_TIME).map(lines).collect();
    format!("{{\"format\":{FORMAT},\"files\":[\n{}\n]}}\n", lines.join(",\n")).into_bytes()
}

/// Rows that a thread writes at a time.
const AT_A_TIME: usize = 1024;

/// Why bytes are no list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Bad {
    /// Not JSON, or not of this shape; the parser's own words.
    Json(String),
    /// A format of another version of the tool.
    Format(u32),
    /// The same path on two lines.
    Twice(String),
}

#[derive(Deserialize)]
struct Head {
    format: u32,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct List {
    #[serde(rename = "format")]
    _format: u32,
    files: Vec<Row>,
}

/// What a site says it holds.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Manifest {
    rows: BTreeMap<String, Row>,
}

/// A file that a walk met. `size` is missing where it is no ordinary file: a link, a device.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Found {
    /// Path in the folder, with forward slashes.
    pub path: String,
    /// Size in bytes.
    pub size: Option<u64>,
}

/// A file that is not as the list says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fault {
    /// Its path.
    pub path: String,
    /// What is the matter with it.
    pub kind: Kind,
}

/// What is the matter with a file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// Another size, in bytes: as listed, as found.
    Size(u64, u64),
    /// The same size and other bytes.
    Bytes,
    /// A link or a device where a file is listed.
    NotFile,
    /// Listed, and not there.
    Missing,
    /// There, and not listed.
    Extra,
}

impl Manifest {
    /// Reads a list.
    pub fn read(bytes: &[u8]) -> Result<Self, Bad> {
        let json = |error: serde_json::Error| Bad::Json(error.to_string());
        let head: Head = serde_json::from_slice(bytes).map_err(json)?;
        if head.format != FORMAT {
            return Err(Bad::Format(head.format));
        }
        let list: List = serde_json::from_slice(bytes).map_err(json)?;
        let mut rows = BTreeMap::new();
        for row in list.files {
            if let Some(twice) = rows.insert(row.path.clone(), row) {
                return Err(Bad::Twice(twice.path));
            }
        }
        Ok(Self { rows })
    }

    /// How many files are listed.
    pub fn len(&self) -> usize {
        self.rows.len()
    }

    /// Whether none is.
    pub fn is_empty(&self) -> bool {
        self.rows.is_empty()
    }

    /// The listed paths, sorted.
    pub fn paths(&self) -> impl Iterator<Item = &str> {
        self.rows.keys().map(String::as_str)
    }

    /// The row of a path.
    pub fn row(&self, path: &str) -> Option<&Row> {
        self.rows.get(path)
    }

    /// Whether this path is listed, or one inside it.
    pub fn names(&self, path: &str) -> bool {
        let inside = format!("{path}/");
        self.rows.contains_key(path)
            || self.rows.range(inside.clone()..).next().is_some_and(|(p, _)| p.starts_with(&inside))
    }

    /// What can be told without reading a file, and the rows whose file has to be read.
    pub fn compare(&self, found: &[Found]) -> (Vec<Fault>, Vec<&Row>) {
        let there: BTreeMap<&str, &Found> = found.iter().map(|f| (f.path.as_str(), f)).collect();
        let extra = found.iter().filter(|f| f.path != FILE && !self.rows.contains_key(&f.path));
        let mut faults: Vec<Fault> =
            extra.map(|f| Fault { path: f.path.clone(), kind: Kind::Extra }).collect();
        let mut unread = Vec::new();
        for row in self.rows.values() {
            match there.get(row.path.as_str()).map(|f| f.size) {
                Some(Some(size)) if size == row.size => unread.push(row),
                stands => faults.push(Fault { path: row.path.clone(), kind: unlike(row, stands) }),
            }
        }
        (faults, unread)
    }
}

/// A row whose place holds nothing, no file, or one of another size.
fn unlike(row: &Row, stands: Option<Option<u64>>) -> Kind {
    match stands {
        None => Kind::Missing,
        Some(None) => Kind::NotFile,
        Some(Some(size)) => Kind::Size(row.size, size),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rows() -> Vec<Row> {
        vec![Row::of("b/二.html", "乙".as_bytes()), Row::of("a.html", b"abc")]
    }

    #[test]
    fn the_digest_is_that_of_the_standard() {
        let abc = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";
        assert_eq!(digest(b"abc"), abc);
        assert_eq!(Row::read(&b"abc"[..]).ok().map(|row| row.sha256).as_deref(), Some(abc));
    }

    #[test]
    fn one_file_a_line_sorted_whatever_the_order_of_making() {
        let text = String::from_utf8(write(rows())).unwrap();
        let lines: Vec<_> = text.lines().collect();
        assert_eq!(lines[0], "{\"format\":1,\"files\":[");
        assert!(lines[1].starts_with("{\"path\":\"a.html\",\"size\":3,\"sha256\":\"ba7816bf"));
        assert_eq!(lines.len(), 4);
        let mut turned = rows();
        turned.reverse();
        assert_eq!(write(turned), text.into_bytes());
        assert_eq!(Manifest::read(&write(Vec::new())), Ok(Manifest::default()));
    }

    #[test]
    fn what_is_no_list_is_refused() {
        assert!(matches!(Manifest::read(b"<html>"), Err(Bad::Json(_))));
        assert_eq!(Manifest::read(b"{\"format\":2,\"pages\":[]}"), Err(Bad::Format(2)));
        let twice = write(vec![Row::of("a", b""), Row::of("a", b"")]);
        assert_eq!(Manifest::read(&twice), Err(Bad::Twice("a".into())));
    }

    #[test]
    fn what_stands_is_compared_by_path_and_size_before_any_file_is_read() {
        let manifest = Manifest::read(&write(rows())).unwrap();
        let found = |path: &str, size| Found { path: path.into(), size };
        let (faults, unread) =
            manifest.compare(&[found(FILE, Some(9)), found("a.html", Some(3)), found("x", None)]);
        let fault = |path: &str, kind| Fault { path: path.into(), kind };
        assert_eq!(faults, [fault("x", Kind::Extra), fault("b/二.html", Kind::Missing)]);
        assert_eq!(unread.iter().map(|r| r.path.as_str()).collect::<Vec<_>>(), ["a.html"]);
        let (faults, _) = manifest.compare(&[found("a.html", None), found("b/二.html", Some(4))]);
        assert_eq!(faults, [fault("a.html", Kind::NotFile), fault("b/二.html", Kind::Size(3, 4))]);
        assert!(manifest.names("b") && manifest.names("a.html") && !manifest.names("a"));
    }
}
