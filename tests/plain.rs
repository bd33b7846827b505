//! The light theme, and the fragments that are pasted into a portal: one self-contained page a notice, and every sentence
//! left after an editor has had its way.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test fails by panicking")]

mod kit;

use std::collections::HashSet;
use std::io::Write;
use std::path::Path;

use ammonia::Builder;
use gongkai::export::txt;
use kit::article::{bare, holds, lines};
use scraper::{Html, Selector};

/// A copy of a site that has the light theme.
fn plain(root: &Path) -> tempfile::TempDir {
    let dir = kit::copied(root);
    let path = dir.path().join("content/site.yaml");
    let text = std::fs::read_to_string(&path).unwrap();
    let others: String =
        text.lines().filter(|l| !l.starts_with("theme:")).map(|l| format!("{l}\n")).collect();
    std::fs::write(path, others + "theme: plain\n").unwrap();
    dir
}

fn build(root: &Path) -> tempfile::TempDir {
    let out = tempfile::tempdir().unwrap();
    let (root, folder) = (root.to_str().unwrap(), out.path().to_str().unwrap());
    kit::run(["build", "-C", root, "--as-of", "2026-11-24", "--out", folder], 0);
    out
}

fn page(out: &Path, slug: &str) -> String {
    std::fs::read_to_string(out.join("notices").join(slug).join("index.html")).unwrap()
}

fn gzipped(text: &str) -> usize {
    let mut gzip = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::best());
    gzip.write_all(text.as_bytes()).unwrap();
    gzip.finish().unwrap().len()
}

#[test]
fn one_page_holds_the_whole_notice_and_every_entry_of_its_issues() {
    let site = plain(&kit::repo(""));
    let out = build(site.path());
    let record = kit::record(site.path());
    for notice in &record.notices {
        let html = page(out.path(), &notice.slug);
        holds(&notice.slug, &html, &txt::export(notice));
        let shown = bare(&Html::parse_document(&html).root_element().text().collect::<String>());
        for entry in notice.issues.iter().flat_map(|i| &i.measures).flat_map(|m| &m.updates) {
            let text = bare(entry.text.as_deref().unwrap_or_default());
            assert!(shown.contains(&text), "{}: {text}", notice.slug);
        }
    }
}

#[test]
fn a_page_needs_no_other_file() {
    let site = plain(&kit::repo(""));
    let out = build(site.path());
    let html = Html::parse_document(&page(out.path(), "2025-propaganda"));
    for css in ["script", "img", "link[rel=stylesheet]", "iframe", "object", "[style*='url(']"] {
        assert_eq!(html.select(&Selector::parse(css).unwrap()).count(), 0, "{css}");
    }
}

#[test]
fn the_real_notice_is_light() {
    let Some(path) = kit::real_notice() else { return };
    let dir = tempfile::tempdir().unwrap();
    kit::run(["import", path.to_str().unwrap(), "--slug", "real", "-C", dir.path().to_str().unwrap()], 0);
    let site = plain(dir.path());
    let out = build(site.path());
    let html = page(out.path(), "real");
    holds("real", &html, &std::fs::read_to_string(path).unwrap());
    let bytes = gzipped(&html);
    println!("the real notice, gzipped: {bytes} bytes");
    assert!(bytes <= 40_000, "{bytes}");
}

/// Editors as portals have them, from the mildest to the one that keeps paragraphs alone.
fn editors() -> [(&'static str, Builder<'static>); 3] {
    let mut styled = Builder::default();
    styled.add_generic_attributes(["style"]);
    let mut tables = Builder::empty();
    tables.tags(HashSet::from(["p", "br", "strong", "table", "tbody", "tr", "td", "th", "a", "h2", "h3"]));
    let mut paragraphs = Builder::empty();
    paragraphs.tags(HashSet::from(["p"]));
    [("keeps styles", styled), ("keeps tables", tables), ("keeps paragraphs", paragraphs)]
}

fn fragments(slug: &str) -> tempfile::TempDir {
    let out = tempfile::tempdir().unwrap();
    let (root, folder) = (kit::repo(""), out.path().join("portal"));
    let (root, folder) = (root.to_str().unwrap(), folder.to_str().unwrap());
    kit::run(["export", slug, "--format", "cms", "-C", root, "--as-of", "2026-11-24", "-o", folder], 0);
    out
}

#[test]
fn every_sentence_is_left_after_an_editor_has_cleaned_the_fragment() {
    let out = fragments("2025-propaganda");
    let fragment = std::fs::read_to_string(out.path().join("portal/notice.html")).unwrap();
    let text = std::fs::read_to_string(kit::repo("tests/expected/2025-propaganda.txt")).unwrap();
    let (title, body) = text.split_once('\n').unwrap();
    let fields = std::fs::read_to_string(out.path().join("portal/fields.txt")).unwrap();
    assert!(bare(&fields).contains(&bare(title)), "the portal prints the title from its form");
    for (name, editor) in editors() {
        let cleaned = Html::parse_fragment(&editor.clean(&fragment).to_string());
        let mut rest = bare(&cleaned.root_element().text().collect::<String>());
        for line in lines(body) {
            rest = rest.strip_prefix(&line).unwrap_or_else(|| panic!("{name}: not next: {line}")).to_owned();
        }
        assert_eq!(rest, "", "{name}");
    }
}

#[test]
fn a_fragment_carries_its_looks_itself() {
    let out = fragments("2025-propaganda");
    for file in ["notice.html", "progress.html"] {
        let source = std::fs::read_to_string(out.path().join("portal").join(file)).unwrap();
        let html = Html::parse_fragment(&source);
        for css in ["[class]", "[id]", "script", "style", "img", "link", "svg"] {
            assert_eq!(html.select(&Selector::parse(css).unwrap()).count(), 0, "{file}: {css}");
        }
        for p in html.select(&Selector::parse("p, td, th, h2").unwrap()) {
            assert!(p.attr("style").is_some(), "{file}: {}", p.html());
        }
        for a in html.select(&Selector::parse("a").unwrap()) {
            assert!(a.attr("href").unwrap().contains(':'), "{file}: {}", a.html());
        }
    }
}

#[test]
fn the_form_of_the_portal_is_answered_beside_it() {
    let out = fragments("2025-propaganda");
    let fields = std::fs::read_to_string(out.path().join("portal/fields.txt")).unwrap();
    for words in
        ["标题：中共星河县委宣传部", "发布时间：2025-12-25 09:00", "来源：中共星河县委宣传部", "关键词："]
    {
        assert!(fields.contains(words), "{words}\n{fields}");
    }
}
