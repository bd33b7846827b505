//! Every mistake that loading finds, beside the line that makes it.
//!
//! A fixture is one text file of several `--- path` sections. A comment says what is found on the line below it:
//!
//! ```text
//! # Error: 1-6 unknown-key 没有“titel”这个字段
//! # Hint: 是不是想写“title”？
//! titel: ……
//! ```
//!
//! Columns count characters from 1, the last one not included; `3-2:5` ends on the next line; `file` means the file
//! as a whole. `# Also:` gives a second place. A finding without its comment fails, and so does a comment without its finding.
//! The comments are taken out before loading. `! without path` leaves out a file that otherwise is supplied, and
//! `! unless pdf` passes the fixture over in a program that has the typesetter; findings on paths that are no section stand at
//! the end, each under `+++ path`.
//! `GONGKAI_BLESS=1` writes the comments anew: read them before you keep them.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test fails by panicking")]

mod kit;

use std::collections::BTreeSet;
use std::fs;

use gongkai::diag::Diagnostic;
use gongkai::lang::{Catalog, Lang};
use kit::fixture::{self, Fixture, Found, path, read};
use kit::repo;

/// Supplied where a fixture does not write its own.
const SUPPLIED: [(&str, &str); 2] = [
    ("site.yaml", "format: 1\ntitle: 某县公开网\nunits: [{id: slj, name: 县水利局}]\n"),
    (
        "notices/n/notice.yaml",
        "title: 关于整改的通报\nissuer: 县水利局\ndate: 2025-12-01\noutline: [{id: all, heading: 进展}]\n",
    ),
];

/// What loading the sections finds, with the sources.
fn findings(fixture: &Fixture) -> Found {
    let loaded = fixture::load(fixture, &SUPPLIED);
    let broken = loaded.diagnostics.iter().any(Diagnostic::is_error);
    assert_eq!(loaded.site.is_none(), broken, "a site comes out only where there is no error");
    (loaded.diagnostics, loaded.sources)
}

fn fixtures() -> Vec<(String, String)> {
    fixture::fixtures("tests/diagnostics")
}

#[test]
fn every_mistake_is_found_where_it_stands_and_nothing_else() {
    fixture::hold("tests/diagnostics", findings);
}

#[test]
fn one_file_with_seven_mistakes_shows_seven_in_one_run() {
    let text = fs::read_to_string(repo("tests/diagnostics/seven-in-one-file.txt")).unwrap();
    let (found, sources) = findings(&read(&text));
    assert_eq!(found.len(), 7);
    assert!(found.iter().all(|d| path(d, &sources) == "notices/n/issues/01-a.md"));
}

/// The codes written in the sources of loading.
fn codes() -> BTreeSet<String> {
    let mut codes = BTreeSet::new();
    for entry in fs::read_dir(repo("src/load")).unwrap() {
        let source = fs::read_to_string(entry.unwrap().path()).unwrap();
        for call in ["Diagnostic::error(", "Diagnostic::file_error(", "file_warning(", "refer(", "refused("] {
            for (at, _) in source.match_indices(call) {
                let rest = source[at + call.len()..].trim_start();
                if let Some(code) = rest.strip_prefix('"').and_then(|r| r.split('"').next()) {
                    codes.insert(code.to_owned());
                }
            }
        }
    }
    codes
}

#[test]
fn every_code_has_a_fixture() {
    let seen: BTreeSet<String> = fixtures()
        .iter()
        .flat_map(|(_, text)| fixture::codes(text).map(str::to_owned))
        .chain(["not-text".to_owned()]) // bytes, not text: tests/encodings.rs
        .chain(["evidence-large".to_owned()]) // more than a fixture should hold: tests/evidence.rs
        .collect();
    let missing: Vec<_> = codes().difference(&seen).cloned().collect();
    assert!(missing.is_empty(), "no fixture makes {missing:?}");
}

#[test]
fn excerpts_line_up_under_chinese_in_both_languages() {
    for (lang, name) in [(Lang::ZhCn, "zh-CN"), (Lang::En, "en")] {
        let mut printed = String::new();
        for fixture in ["seven-in-one-file", "duplicates"] {
            let text = fs::read_to_string(repo(&format!("tests/diagnostics/{fixture}.txt"))).unwrap();
            let (found, sources) = findings(&read(&text));
            printed += &gongkai::diag::human::print(&found, &sources, &Catalog::tool(lang), false);
        }
        let path = repo(&format!("tests/diagnostics/printed.{name}.out"));
        if std::env::var("GONGKAI_BLESS").is_ok() {
            fs::write(&path, &printed).unwrap();
        }
        assert_eq!(printed, fs::read_to_string(&path).unwrap(), "{}", path.display());
    }
}

#[test]
fn findings_are_read_file_by_file_those_on_a_whole_file_first() {
    let text = "--- notices/a/notice.yaml\ntitel: 通报\n--- notices/b/issues/1.yaml\n\n--- notices/b/notice.yaml\nissuer: 甲局\n";
    let (found, sources) = findings(&read(text));
    let printed = gongkai::diag::short::print(&found, &sources, &Catalog::tool(Lang::En));
    let files: Vec<&str> = printed.lines().filter_map(|line| line.split(':').next()).collect();
    let mut sorted = files.clone();
    sorted.sort_unstable();
    assert_eq!(files, sorted, "{printed}");
    assert!(files.iter().any(|f| f.ends_with("b/issues/1.yaml")), "{printed}");
}
