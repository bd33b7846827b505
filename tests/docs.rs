//! The documents name what the tool knows: every field of the content format, and every crate that it leans on.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test fails by panicking")]

mod kit;

use std::collections::BTreeSet;
use std::fs;

/// The fields that decoders ask for, from their sources.
fn fields() -> BTreeSet<String> {
    let asks = [
        "text",
        "required",
        "date",
        "required_date",
        "number",
        "flag",
        "list",
        "map",
        "tree",
        "scalar",
        "texts",
        "time",
        "later",
        "pattern",
        "at",
    ];
    let mut found = BTreeSet::new();
    for entry in fs::read_dir(kit::repo("src/load")).unwrap() {
        let source = fs::read_to_string(entry.unwrap().path()).unwrap();
        for ask in asks {
            for part in source.split(&format!("{ask}(")).skip(1) {
                let argument = part.trim_start().trim_start_matches("&mut f, ").trim_start();
                let name =
                    argument.strip_prefix('"').and_then(|rest| rest.split('"').next()).unwrap_or_default();
                if !name.is_empty() && name.bytes().all(|b| b.is_ascii_lowercase() || b == b'_') {
                    found.insert(name.to_owned());
                }
            }
        }
    }
    // Arguments of messages, not fields.
    for other in ["kinds", "names"] {
        found.remove(other);
    }
    found
}

#[test]
fn every_field_of_the_format_is_described_in_both_languages() {
    let fields = fields();
    assert!(fields.len() > 60 && fields.contains("next_update_due"), "{fields:?}");
    for file in ["docs/format.md", "docs/format.zh-CN.md"] {
        let text = fs::read_to_string(kit::repo(file)).unwrap();
        let marked: BTreeSet<&str> =
            text.split('`').skip(1).step_by(2).flat_map(|code| code.split(['{', '}', ',', ' '])).collect();
        let missing: Vec<_> = fields.iter().filter(|f| !marked.contains(f.as_str())).collect();
        assert!(missing.is_empty(), "{file}: {missing:?}");
    }
}

#[test]
fn every_field_that_the_tables_name_is_one_that_is_read() {
    let fields = fields();
    for file in ["docs/format.md", "docs/format.zh-CN.md"] {
        let text = fs::read_to_string(kit::repo(file)).unwrap();
        for row in text.lines().filter_map(|l| l.strip_prefix("| `")) {
            let name = row.split('`').next().unwrap();
            assert!(
                fields.contains(name) || ["opening", "closing", "postscript"].contains(&name),
                "{file}: {name}"
            );
        }
    }
}

#[test]
fn both_readmes_say_why_each_crate_is_there() {
    let manifest = fs::read_to_string(kit::repo("Cargo.toml")).unwrap();
    let section = manifest.split("[dependencies]").nth(1).unwrap().split("\n[").next().unwrap();
    let crates: Vec<&str> =
        section.lines().filter_map(|l| l.split_once(" = ")).map(|(name, _)| name).collect();
    assert!(crates.len() > 20);
    for file in ["README.md", "README.zh-CN.md"] {
        let text = fs::read_to_string(kit::repo(file)).unwrap();
        let missing: Vec<_> = crates.iter().filter(|name| !text.contains(*name)).collect();
        assert!(missing.is_empty(), "{file}: {missing:?}");
    }
}
