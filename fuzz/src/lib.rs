//! What several targets need: files and packages out of the bytes that a fuzzer invents.

use gongkai::text::RawFile;
use std::io::{Cursor, Write as _};

/// What begins a part in the bytes of a fuzzer: its name stands after it, up to the end of the line.
const MARK: &[u8] = b"\n=== ";

/// Names and bytes of the parts. A package of which a fuzzer turns one bit fails by its sum; parts can be changed freely.
pub fn parts(bytes: &[u8]) -> Vec<(String, &[u8])> {
    let mut out = Vec::new();
    let mut rest = bytes;
    while let Some(at) = find(rest, MARK) {
        rest = &rest[at + MARK.len()..];
        let line = rest.iter().position(|b| *b == b'\n').unwrap_or(rest.len());
        let body = &rest[(line + 1).min(rest.len())..];
        let end = find(body, MARK).unwrap_or(body.len());
        out.push((String::from_utf8_lossy(&rest[..line]).into_owned(), &body[..end]));
        rest = &body[end..];
    }
    out
}

/// A package: the bytes themselves, where they are one, or the parts, packed.
pub fn package(bytes: &[u8]) -> Vec<u8> {
    if bytes.starts_with(b"PK") {
        return bytes.to_vec();
    }
    let mut zip = zip::ZipWriter::new(Cursor::new(Vec::new()));
    let options = zip::write::SimpleFileOptions::default().compression_method(zip::CompressionMethod::Stored);
    for (name, body) in parts(bytes) {
        // A name that stands twice is no package that a program would write.
        if zip.start_file(name, options).is_ok() {
            zip.write_all(body).expect("memory takes everything");
        }
    }
    zip.finish().expect("memory takes everything").into_inner()
}

/// The files of a content folder.
pub fn files(bytes: &[u8]) -> Vec<RawFile> {
    parts(bytes).into_iter().map(|(path, body)| RawFile { path, bytes: body.to_vec() }).collect()
}

fn find(bytes: &[u8], mark: &[u8]) -> Option<usize> {
    bytes.windows(mark.len()).position(|w| w == mark)
}

/// Imports a text as the command would; where it succeeds, the files load.
pub fn import(text: &str) {
    let options = gongkai::import::Options { suggest_status: true, ..Default::default() };
    let _ = gongkai::import::import(text, &options);
}

/// Imports sheets as a ledger of another hand.
pub fn ledger(sheets: &gongkai::intake::sheet::Sheets) {
    let options = gongkai::import::Options {
        issuer: Some("县水利局".to_owned()),
        date: "2025-12-26".parse().ok(),
        ..Default::default()
    };
    let _ = gongkai::import::ledger::is_ledger(&sheets.sheets);
    let _ = gongkai::import::ledger::import(&sheets.sheets, &options, None);
}

/// The content files of a site in the tree.
pub fn content(root: &str) -> Vec<RawFile> {
    let root = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("..").join(root).join("content");
    gongkai::disk::read_content(&root).files
}
