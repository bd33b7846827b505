//! A folder as a map from path to bytes, to compare with what it should hold.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

/// Pages by path, with forward slashes.
pub type Tree = BTreeMap<String, Vec<u8>>;

/// Everything a visitor of the site could ask for: all files but those in the tool's own folder.
pub fn tree(root: &Path) -> Tree {
    let mut found = Tree::new();
    let entries = walkdir::WalkDir::new(root).into_iter().filter_entry(|e| e.file_name() != ".gongkai");
    for entry in entries.map(Result::unwrap).filter(|e| e.file_type().is_file()) {
        let path = entry.path().strip_prefix(root).unwrap().to_str().unwrap().replace('\\', "/");
        found.insert(path, fs::read(entry.path()).unwrap());
    }
    found
}
