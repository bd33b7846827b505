//! The page of a notice holds every line of its text, once and in order, as a parser independent of the product reads it.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test fails by panicking")]

mod kit;

use std::path::Path;

use gongkai::export::txt;
use kit::article::{fault, holds};

fn built(root: &Path) -> tempfile::TempDir {
    let out = tempfile::tempdir().unwrap();
    let root = root.to_str().unwrap();
    kit::run(["build", "-C", root, "--as-of", "2026-11-24", "--out", out.path().to_str().unwrap()], 0);
    out
}

fn complete(root: &Path) {
    let out = built(root);
    let site = kit::record(root);
    for notice in &site.notices {
        let page = out.path().join("notices").join(&notice.slug).join("index.html");
        holds(&notice.slug, &std::fs::read_to_string(page).unwrap(), &txt::export(notice));
    }
}

#[test]
fn the_example_stands_whole_on_its_pages() {
    complete(Path::new(env!("CARGO_MANIFEST_DIR")));
    complete(&kit::repo("starter"));
}

#[test]
fn every_form_of_notice_stands_whole_on_its_page() {
    for entry in std::fs::read_dir(kit::repo("tests/import")).unwrap() {
        let file = entry.unwrap().path();
        let dir = tempfile::tempdir().unwrap();
        kit::run(["import", file.to_str().unwrap(), "-C", dir.path().to_str().unwrap()], 0);
        complete(dir.path());
    }
}

#[test]
fn the_real_notice_stands_whole_on_its_page() {
    let Some(path) = kit::real_notice() else { return };
    let dir = tempfile::tempdir().unwrap();
    kit::run(["import", path.to_str().unwrap(), "--slug", "real", "-C", dir.path().to_str().unwrap()], 0);
    let out = built(dir.path());
    let html = std::fs::read_to_string(out.path().join("notices/real/index.html")).unwrap();
    // Against the text as it came in, not as the product exports it.
    holds("real", &html, &std::fs::read_to_string(path).unwrap());
}

#[test]
fn the_rule_under_the_head_of_a_table_is_no_row_of_dashes() {
    let dir = tempfile::tempdir().unwrap();
    let write = |name: &str, text: &str| {
        let file = dir.path().join("content").join(name);
        std::fs::create_dir_all(file.parent().unwrap()).unwrap();
        std::fs::write(file, text).unwrap();
    };
    write("site.yaml", "format: 1\ntitle: 公开网\n");
    let head = "title: 通报\nissuer: 县水利局\ndate: 2025-12-26\noutline: [{id: all, heading: 情况}]\n";
    write("notices/n/notice.yaml", head);
    let table = "|站|户数|\n      |---|---:|\n      |东站|12|\n";
    let issue = format!(
        "id: i\ntitle: 户数不清。\nunder: all\nmeasures:\n  - id: m\n    text: |\n      县水利局核对：\n      {table}"
    );
    write("notices/n/issues/1.yaml", &issue);
    complete(dir.path());
    let out = built(dir.path());
    for page in ["notices/n/index.html", "notices/n/issues/i/index.html"] {
        let html = std::fs::read_to_string(out.path().join(page)).unwrap();
        let rows = "<thead><tr><th>站</th><th class=\"n\">户数</th></tr></thead>\
                    <tbody><tr><td>东站</td><td class=\"n\">12</td></tr></tbody>";
        assert!(html.contains(rows) && !html.contains("---"), "{page}");
    }
}

#[test]
fn the_check_of_this_file_finds_what_is_lost_doubled_or_moved() {
    let page = |body: &str| format!("<h1>题</h1><article class=\"doc\">{body}</article>");
    let fails = |body: &str| fault(&page(body), "甲乙\n丙\n").is_some();
    assert!(!fails("<p><span>甲</span>乙</p><p class=\"aside\">已完成</p><p>丙</p>"));
    assert!(fails("<p>甲乙</p>"));
    assert!(fails("<p>甲乙</p><p>甲乙</p><p>丙</p>"));
    assert!(fails("<p>丙</p><p>甲乙</p>"));
    assert!(fails("<p>甲乙</p><p>多</p><p>丙</p>"));
}
