//! One notice's whole record in one file for an archive: a ZIP (APPNOTE 6.3) without compression, so that it can be read in
//! a hundred years with little; the same bytes each time.

use std::fmt::Write as _;
use std::io::{Cursor, Write as _};

use sha2::{Digest, Sha256};
use zip::result::ZipResult;
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, ZipWriter};

use crate::md::escape::escape;

/// A file of the archive.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Item {
    /// Its path, with forward slashes.
    pub path: String,
    /// What it is, in words.
    pub what: String,
    /// Its bytes.
    pub bytes: Vec<u8>,
}

/// The words of the list of contents.
#[derive(Debug, Clone)]
pub struct Words {
    /// Language tag of the list.
    pub language: String,
    /// Its heading: the title of the notice.
    pub title: String,
    /// What this is, in one paragraph.
    pub about: String,
    /// Heads of the columns: file, what, size in bytes, SHA-256.
    pub heads: [String; 4],
}

/// Packs the files, with `index.html` to read and `SHA256SUMS` to check them by, under one folder. An error is one of
/// the format: more than it can hold.
pub fn pack(folder: &str, mut items: Vec<Item>, words: &Words) -> ZipResult<Vec<u8>> {
    items.sort_by(|a, b| a.path.cmp(&b.path));
    let sums: Vec<String> = items.iter().map(|item| digest(&item.bytes)).collect();
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    put(&mut zip, folder, "index.html", list(&items, &sums, words).as_bytes())?;
    let lines = items.iter().zip(&sums).map(|(item, sum)| format!("{sum}  {}\n", item.path));
    put(&mut zip, folder, "SHA256SUMS", lines.collect::<String>().as_bytes())?;
    for item in &items {
        put(&mut zip, folder, &item.path, &item.bytes)?;
    }
    Ok(zip.finish()?.into_inner())
}

fn put(zip: &mut ZipWriter<Cursor<Vec<u8>>>, folder: &str, path: &str, bytes: &[u8]) -> ZipResult<()> {
    // The first moment that the format knows: an archive says when it was made in what it holds, not in how it was packed.
    let options = SimpleFileOptions::default()
        .compression_method(CompressionMethod::Stored)
        .last_modified_time(DateTime::default())
        .unix_permissions(0o644);
    zip.start_file(format!("{folder}/{path}"), options)?;
    Ok(zip.write_all(bytes)?)
}

fn digest(bytes: &[u8]) -> String {
    Sha256::digest(bytes).iter().fold(String::with_capacity(64), |mut out, byte| {
        // A String takes everything.
        let _never = write!(out, "{byte:02x}");
        out
    })
}

fn list(items: &[Item], sums: &[String], words: &Words) -> String {
    let mut out = format!(
        "<!doctype html>\n<html lang=\"{}\"><head><meta charset=\"utf-8\"><title>{title}</title></head>\n<body>\n<h1>{title}</h1>\n<p>{}</p>\n<table border=\"1\">\n<tr>",
        escape(&words.language),
        escape(&words.about),
        title = escape(&words.title),
    );
    words.heads.iter().for_each(|head| out.extend(["<th>", &escape(head), "</th>"]));
    out.push_str("</tr>\n");
    for (item, sum) in items.iter().zip(sums) {
        let path = escape(&item.path);
        let size = item.bytes.len();
        // A String takes everything.
        let _never = writeln!(
            out,
            "<tr><td><a href=\"{path}\">{path}</a></td><td>{}</td><td>{size}</td><td><code>{sum}</code></td></tr>",
            escape(&item.what)
        );
    }
    out.push_str("</table>\n</body></html>\n");
    out
}
