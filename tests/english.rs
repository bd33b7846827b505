//! A site in English says everything of its own in English.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test fails by panicking")]

mod folder;
mod kit;

use std::fs;

const SITE: &str = "format: 1\ntitle: Xinghe Public Record\nbase_url: https://example.com/\nlanguage: en\n\
units: [{id: office, name: County Office}]\ncontact: {phone: 0000-0000003, email: a@example.com}\n";

const NOTICE: &str = "title: Notice on Rectification\nissuer: County Office\ndate: 2026-01-10\n\
next_update_due: 2026-02-10\ncontact: {phone: 0000-0000003, email: a@example.com, address: 1 Main Street}\n\
inspection: {by: Team 1, from: 2025-03-01, to: 2025-04-01, feedback: 2025-05-01}\n\
numbering: {part: \"1. \", issue: \"Issue 1: \", label: \"Progress:\", measure: \"(1) \"}\n\
layout: {date_form: yyyy-mm-dd, indent: 0}\noutline:\n  - {id: p, heading: Findings}\n";

const ISSUE: &str = "id: late\ntitle: Reports came late.\nunder: p\ndue: 2026-01-31\n\
extensions: [{on: 2026-01-20, to: 2026-02-05, why: Snow.}]\nmeasures:\n  - id: m1\n    unit: office\n    text: A calendar was drawn up.\n\
\x20   updates:\n      - {id: u1, date: 2026-01-15, status: in_progress, text: Drafted., evidence: [Calendar]}\n";

#[test]
fn no_page_of_it_has_a_chinese_word_mark_or_date() {
    let dir = tempfile::tempdir().unwrap();
    for (path, text) in
        [("site.yaml", SITE), ("notices/n/notice.yaml", NOTICE), ("notices/n/issues/1.yaml", ISSUE)]
    {
        kit::write(dir.path(), path, text);
    }
    let root = dir.path().to_str().unwrap();
    kit::run(["edition", "n", "--date", "2026-01-20", "--yes", "-C", root], 0);
    for theme in ["civic", "plain"] {
        fs::write(dir.path().join("content/site.yaml"), format!("{SITE}theme: {theme}\n")).unwrap();
        kit::run(["build", "-C", root, "--as-of", "2026-03-01"], 0);
        let site = folder::tree(&dir.path().join("public"));
        let said = |path: &str| [".html", ".xml", ".txt", ".json"].iter().any(|end| path.ends_with(end));
        let pages: Vec<_> = site.iter().filter(|(path, _)| said(path)).collect();
        assert!(pages.len() > 5, "{theme}");
        for (path, bytes) in pages {
            let text = body(kit::text(bytes));
            let found: String = text.chars().filter(|c| *c >= '\u{3000}' && *c < '\u{fff0}').collect();
            assert_eq!(found, "", "{theme}: {path}");
        }
    }
    let issue = fs::read_to_string(dir.path().join("public/notices/n/index.html")).unwrap();
    assert!(issue.contains("31 January 2026") && issue.contains("1 issue, 1 measure"), "{issue}");
}

/// A page without the style in it, which names Chinese faces.
fn body(page: &str) -> &str {
    page.split_once("</style>").map_or(page, |(_, body)| body)
}
