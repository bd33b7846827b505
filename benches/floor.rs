//! The floor: the least that any generator must do with these files, as a measure for gongkai's own time.
//!
//! `floor CONTENT BUILT OUT` reads every file of a content folder, parses the front matter with serde-saphyr into plain
//! structs, and writes the files of a finished build into a fresh folder, on as many threads as gongkai takes. The bytes
//! to be written are loaded before the clock starts. Prints the seconds of parse and write. No code of the product.

use std::hint::black_box;
use std::path::{Path, PathBuf};
use std::time::Instant;
use std::{env, fs, io};

use rayon::prelude::*;
use serde::Deserialize;
use walkdir::WalkDir;

/// The same as gongkai's, so that neither is ahead by it.
#[global_allocator]
static ALLOCATOR: gongkai_memory::Allocator = gongkai_memory::Allocator;

/// One record of each kind that the content has.
#[expect(dead_code, reason = "fields are read from YAML and kept, as a generator would keep them")]
enum Record {
    Site(Site),
    Notice(Box<Notice>),
    Issue(Box<Issue>, String),
    Prose(String),
}

#[derive(Deserialize)]
#[expect(dead_code, reason = "see Record")]
struct Site {
    title: String,
    base_url: String,
    units: Vec<Unit>,
}

#[derive(Deserialize)]
#[expect(dead_code, reason = "see Record")]
struct Unit {
    id: String,
    name: String,
}

#[derive(Deserialize)]
#[expect(dead_code, reason = "see Record")]
struct Notice {
    title: String,
    issuer: String,
    date: String,
    inspection: Inspection,
    contact: Contact,
    opening: String,
    outline: Vec<Node>,
    closing: String,
}

#[derive(Deserialize)]
#[expect(dead_code, reason = "see Record")]
struct Inspection {
    by: String,
    from: String,
    to: String,
    feedback: String,
}

#[derive(Deserialize)]
#[expect(dead_code, reason = "see Record")]
struct Contact {
    phone: String,
    address: String,
    email: String,
    postcode: String,
    hours: String,
}

#[derive(Deserialize)]
#[expect(dead_code, reason = "see Record")]
struct Node {
    id: String,
    heading: String,
    text: Option<String>,
    #[serde(default)]
    sections: Vec<Node>,
    #[serde(default)]
    topics: Vec<Node>,
}

#[derive(Deserialize)]
#[expect(dead_code, reason = "see Record")]
struct Issue {
    id: String,
    title: String,
    under: String,
    original: Option<String>,
    goal: Option<String>,
    lead: Option<String>,
    due: Option<String>,
    #[serde(default)]
    extensions: Vec<Extension>,
    measures: Vec<Measure>,
    completion: Option<String>,
    closed: Option<Closed>,
}

#[derive(Deserialize)]
#[expect(dead_code, reason = "see Record")]
struct Extension {
    on: String,
    to: String,
    why: String,
}

#[derive(Deserialize)]
#[expect(dead_code, reason = "see Record")]
struct Measure {
    id: String,
    unit: String,
    #[serde(default)]
    with: Vec<String>,
    text: String,
    status: Option<String>,
    #[serde(default)]
    updates: Vec<Update>,
}

#[derive(Deserialize)]
#[expect(dead_code, reason = "see Record")]
struct Update {
    id: String,
    date: String,
    status: String,
    text: String,
    #[serde(default)]
    evidence: Vec<String>,
}

#[derive(Deserialize)]
#[expect(dead_code, reason = "see Record")]
struct Closed {
    date: String,
    by: String,
    document: String,
}

fn main() -> io::Result<()> {
    gongkai_memory::keep_for_a_moment();
    // `cargo test --benches` runs this with arguments of its own: without the three folders there is nothing to do.
    let folders: Vec<PathBuf> = env::args_os().skip(1).map(PathBuf::from).collect();
    let [content, built, out] = folders.as_slice() else { return Ok(()) };
    let pages = pages(built)?;
    let start = Instant::now();
    let records = parse(content)?;
    let parsed = start.elapsed();
    write(out, &pages)?;
    let all = start.elapsed();
    let (n, files) = (records.len(), pages.len());
    black_box(records);
    println!("{:.4} {:.4} {n} {files}", all.as_secs_f64(), parsed.as_secs_f64());
    Ok(())
}

/// Every published file with its path in the output; what begins with a dot is gongkai's own.
fn pages(built: &Path) -> io::Result<Vec<(PathBuf, Vec<u8>)>> {
    let visible = |e: &walkdir::DirEntry| !e.file_name().as_encoded_bytes().starts_with(b".");
    let files = WalkDir::new(built).min_depth(1).into_iter().filter_entry(visible);
    let mut pages = Vec::new();
    for entry in files.filter_map(Result::ok).filter(|e| e.file_type().is_file()) {
        let path = entry.path().strip_prefix(built).map_err(io::Error::other)?;
        pages.push((path.to_owned(), fs::read(entry.path())?));
    }
    Ok(pages)
}

fn parse(content: &Path) -> io::Result<Vec<Record>> {
    let files: Vec<PathBuf> = WalkDir::new(content)
        .into_iter()
        .filter_map(Result::ok)
        .filter(|e| e.file_type().is_file())
        .map(walkdir::DirEntry::into_path)
        .collect();
    files.par_iter().map(|path| record(path, &fs::read_to_string(path)?)).collect()
}

fn record(path: &Path, text: &str) -> io::Result<Record> {
    if let Some((yaml, body)) = text.strip_prefix("---\n").and_then(|t| t.split_once("\n---\n")) {
        return Ok(Record::Issue(yaml_as(yaml)?, body.to_owned()));
    }
    match path.file_name().and_then(|n| n.to_str()) {
        Some("site.yaml") => Ok(Record::Site(yaml_as(text)?)),
        Some("notice.yaml") => Ok(Record::Notice(yaml_as(text)?)),
        _ => Ok(Record::Prose(text.to_owned())),
    }
}

fn yaml_as<'a, T: Deserialize<'a>>(yaml: &'a str) -> io::Result<T> {
    serde_saphyr::from_str(yaml).map_err(io::Error::other)
}

fn write(out: &Path, pages: &[(PathBuf, Vec<u8>)]) -> io::Result<()> {
    pages.par_iter().try_for_each(|(path, bytes)| {
        let place = out.join(path);
        if let Some(folder) = place.parent() {
            fs::create_dir_all(folder)?;
        }
        fs::write(place, bytes)
    })
}
