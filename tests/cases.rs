//! Tiny sites, built whole and compared file by file with what is expected.
//! `GONGKAI_BLESS=1` writes the expected files anew: read them before you keep them.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test fails by panicking")]

mod folder;
mod kit;

use std::fs;
use std::path::Path;

/// Themes bring files that are the same for every site; one name stands for each. The manifest would change with every
/// page and asset and say nothing that they do not; `tests/verify.rs` holds it against the files.
fn without_assets(mut tree: folder::Tree) -> folder::Tree {
    for (_, bytes) in tree.iter_mut().filter(|(path, _)| path.starts_with("assets/")) {
        *bytes = b"an asset of the theme\n".to_vec();
    }
    assert!(tree.remove("manifest.json").is_some(), "every site has a manifest");
    tree
}

fn built(case: &Path) -> folder::Tree {
    let dir = tempfile::tempdir().unwrap();
    let out = dir.path().join("public");
    let root = case.to_str().unwrap();
    kit::run(["build", "-C", root, "--as-of", "2025-07-01", "--out", out.to_str().unwrap()], 0);
    without_assets(folder::tree(&out))
}

fn bless(expected: &Path, now: &folder::Tree) {
    let _absent = fs::remove_dir_all(expected);
    for (path, bytes) in now {
        let file = expected.join(path);
        fs::create_dir_all(file.parent().unwrap()).unwrap();
        fs::write(file, bytes).unwrap();
    }
}

/// What differs between the two, a line each.
fn differences(name: &str, now: &folder::Tree, expected: &folder::Tree) -> Vec<String> {
    let mut out = Vec::new();
    for (path, bytes) in now {
        match expected.get(path) {
            None => out.push(format!("{name}: {path} is new")),
            Some(old) if old != bytes => {
                let (old, new) = (String::from_utf8_lossy(old), String::from_utf8_lossy(bytes));
                let at =
                    old.lines().zip(new.lines()).position(|(a, b)| a != b).unwrap_or(old.lines().count());
                let line = |text: &str| text.lines().nth(at).unwrap_or("(the end)").to_owned();
                out.push(format!("{name}: {path}:{}\n  - {}\n  + {}", at + 1, line(&old), line(&new)));
            }
            Some(_) => {}
        }
    }
    out.extend(
        expected.keys().filter(|p| !now.contains_key(*p)).map(|p| format!("{name}: {p} is left over")),
    );
    out
}

#[test]
fn each_site_is_built_as_expected_and_nothing_is_left_over() {
    let mut found = Vec::new();
    for entry in fs::read_dir(kit::repo("tests/cases")).unwrap() {
        let case = entry.unwrap().path();
        let (now, expected) = (built(&case), case.join("expected"));
        if std::env::var("GONGKAI_BLESS").is_ok() {
            bless(&expected, &now);
        }
        let old = if expected.is_dir() { folder::tree(&expected) } else { folder::Tree::new() };
        found.extend(differences(&case.file_name().unwrap().to_string_lossy(), &now, &old));
    }
    assert!(found.is_empty(), "{}", found.join("\n"));
}

#[test]
fn a_left_over_file_and_a_changed_line_are_told() {
    let tree = |files: &[(&str, &str)]| -> folder::Tree {
        files.iter().map(|(p, t)| ((*p).to_owned(), t.as_bytes().to_vec())).collect()
    };
    let found =
        differences("x", &tree(&[("a", "一\n二\n"), ("b", "")]), &tree(&[("a", "一\n三\n"), ("c", "")]));
    assert_eq!(found, ["x: a:2\n  - 三\n  + 二", "x: b is new", "x: c is left over"]);
}

/// With `links: file` a site works from a disk: no address ends in a folder.
#[test]
fn links_to_files_name_the_file() {
    for (path, bytes) in built(&kit::repo("tests/cases/nothing-stated")) {
        let html = String::from_utf8(bytes).unwrap();
        if !path.ends_with(".html") || path == "404.html" {
            continue;
        }
        let page = scraper::Html::parse_document(&html);
        for link in page.select(&scraper::Selector::parse("a[href]").unwrap()) {
            let href = link.attr("href").unwrap();
            let file = href.split(['#', '?']).next().unwrap();
            assert!(file.is_empty() || href.contains(':') || file.ends_with(".html"), "{path}: {href}");
        }
    }
}
