//! One notice's whole record for the archives: all of it, listed, the same each time, and readable without the tool.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test fails by panicking")]

mod folder;
mod kit;

use std::collections::BTreeMap;
use std::io::Read;
use std::path::Path;

use sha2::{Digest, Sha256};

fn packed(at: &Path) -> Vec<u8> {
    let root = kit::repo("tests/frozen/v1");
    kit::run(["archive", "2025-canal", "-C", root.to_str().unwrap(), "-o", at.to_str().unwrap()], 0);
    std::fs::read(at).unwrap()
}

fn files(zip: &[u8]) -> BTreeMap<String, Vec<u8>> {
    let mut zip = zip::ZipArchive::new(std::io::Cursor::new(zip)).unwrap();
    let mut found = BTreeMap::new();
    for at in 0..zip.len() {
        let mut file = zip.by_index(at).unwrap();
        let mut bytes = Vec::new();
        file.read_to_end(&mut bytes).unwrap();
        found.insert(file.name().unwrap().strip_prefix("2025-canal/").unwrap().to_owned(), bytes);
    }
    found
}

#[test]
fn it_holds_every_file_of_the_notice_and_texts_to_read() {
    let dir = tempfile::tempdir().unwrap();
    let found = files(&packed(&dir.path().join("a.zip")));
    let content = folder::tree(&kit::repo("tests/frozen/v1/content"));
    let own = content.iter().filter(|(p, _)| *p == "site.yaml" || p.starts_with("notices/2025-canal/"));
    let mut counted = 0;
    for (path, bytes) in own {
        assert_eq!(found.get(&format!("content/{path}")), Some(bytes), "{path}");
        counted += 1;
    }
    assert_eq!(
        counted,
        found.keys().filter(|p| p.starts_with("content/")).count(),
        "nothing of other notices"
    );
    let text = std::fs::read(kit::repo("tests/frozen/v1/2025-canal.txt")).unwrap();
    assert_eq!(found["notice.txt"], text);
    assert!(found.contains_key("editions/2025-06-10.txt") && found.contains_key("notice.json"));
}

#[test]
fn its_list_names_each_file_with_its_digest() {
    let dir = tempfile::tempdir().unwrap();
    let found = files(&packed(&dir.path().join("a.zip")));
    let list = kit::text(&found["index.html"]);
    let sums: BTreeMap<&str, &str> = kit::text(&found["SHA256SUMS"])
        .lines()
        .map(|l| l.split_once("  ").unwrap())
        .map(|(s, p)| (p, s))
        .collect();
    for (path, bytes) in found.iter().filter(|(p, _)| !["index.html", "SHA256SUMS"].contains(&p.as_str())) {
        let sum: String = Sha256::digest(bytes).iter().map(|b| format!("{b:02x}")).collect();
        assert_eq!(sums[path.as_str()], sum, "{path}");
        assert!(list.contains(&format!("<a href=\"{path}\">")) && list.contains(&sum), "{path}");
    }
    assert_eq!(sums.len() + 2, found.len());
}

#[test]
fn it_is_the_same_each_time_and_writes_over_nothing() {
    let dir = tempfile::tempdir().unwrap();
    let first = packed(&dir.path().join("a.zip"));
    assert_eq!(first, packed(&dir.path().join("b.zip")));
    let (root, there) = (kit::repo("tests/frozen/v1"), dir.path().join("a.zip"));
    let args = ["archive", "2025-canal", "-C", root.to_str().unwrap(), "-o", there.to_str().unwrap()];
    kit::run(args, 2);
    assert_eq!(std::fs::read(there).unwrap(), first);
}
