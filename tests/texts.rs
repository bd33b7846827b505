//! Links, pictures and notes in the Markdown of pages, prose and explanations.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test fails by panicking")]

mod kit;

use std::fs;
use std::path::Path;

/// A small site with this page, and this explanation of its one issue.
fn site(page: &str, body: &str) -> tempfile::TempDir {
    let dir = tempfile::tempdir().unwrap();
    let put = |path: &str, text: &str| kit::write(dir.path(), path, text);
    put(
        "site.yaml",
        "format: 1\nchecks: {head-missing: off}\ntitle: T\nlanguage: en\nunits: [{id: slj, name: 水利局}]\n",
    );
    put("pages/about.md", &format!("---\ntitle: About\n---\n{page}\n"));
    put(
        "notices/n/notice.yaml",
        "title: 通报\nissuer: 甲局\ndate: 2026-01-10\nopening: opening.md\noutline:\n  - {id: p, heading: 整改}\n",
    );
    put("notices/n/opening.md", "开头[^1]。\n\n[^1]: 依据。\n");
    put(
        "notices/n/issues/1.md",
        &format!(
            "---\nid: i\ntitle: 问题。\nunder: p\nmeasures:\n  - {{id: m, unit: slj, text: 做了。}}\n---\n{body}\n"
        ),
    );
    put("notices/n/evidence/dam.png", "PNG");
    dir
}

fn check(root: &Path, code: i32) -> String {
    let out = kit::run(["check", "-C", root.to_str().unwrap()], code);
    kit::text(&out.stdout).to_owned()
}

#[test]
fn what_leads_nowhere_is_said_at_its_place_with_the_nearest_address() {
    let cases = [
        ("[a](notices/n/issues/j/)", 1, "about.md:4:1", "notices/n/issues/i/"),
        ("[a](/about/)", 1, "about.md:4:1", "leave the slash out"),
        ("text [a](javascript:x)", 1, "about.md:4:6", "may not lead"),
        ("![a](data:image/png,x)", 1, "about.md:4:1", "may not lead"),
        ("![a](notices/n/evidence/dan.png)", 1, "about.md:4:1", "dam.png"),
        ("![](notices/n/evidence/dam.png)", 1, "about.md:4:1", "no words"),
        ("[a](notices/n/issues/i/#mm)", 0, "about.md:4:1", "did you mean \"m\""),
        ("[a](notices/n/#h-q)", 0, "about.md:4:1", "did you mean \"h-p\""),
    ];
    for (page, code, place, words) in cases {
        let said = check(site(page, "").path(), code);
        assert!(said.contains(place) && said.contains(words), "{page}\n{said}");
    }
}

#[test]
fn every_kind_of_address_of_the_site_can_be_linked() {
    let page = "[a](notices/n/) [b](notices/n/issues/i/#m) [c](units/slj/) [d](status/done/) [e](progress/)\n\
                [f](updates/) [g](about/) [h](notices/n/evidence/dam.png) [i](#x) [l](notices/n/#i-i.m) [o](notices/n/#fn-1) [j](mailto:a@example.com) [k](tel:0)";
    let said = check(site(page, "").path(), 0);
    assert!(
        !said.contains("warning") && !said.contains("error["),
        "a file that a text leads to is in use: {said}"
    );
}

#[test]
fn a_link_is_read_from_the_top_of_the_site_wherever_the_text_stands() {
    let site = site("[a](notices/n/#i-i)", "# 背景\n\n[b](about/)\n\n![坝](notices/n/evidence/dam.png)");
    let root = site.path();
    kit::run(["build", "-C", root.to_str().unwrap(), "--as-of", "2026-03-01"], 0);
    let read = |path: &str| fs::read_to_string(root.join("public").join(path)).unwrap();
    assert!(read("about/index.html").contains("<a href=\"../notices/n/#i-i\">a</a>"));
    let issue = read("notices/n/issues/i/index.html");
    assert!(issue.contains("<a href=\"../../../../about/\">b</a>"), "{issue}");
    assert!(issue.contains("src=\"../../../../notices/n/evidence/dam.png\""), "{issue}");
    assert!(issue.contains("<h3>背景</h3>"), "one h1 a page: {issue}");
    assert!(root.join("public/notices/n/evidence/dam.png").exists());
}

#[test]
fn a_note_is_on_the_page_and_in_the_text_alike() {
    let site = site("文", "");
    let root = site.path().to_str().unwrap();
    let text = kit::run(["export", "n", "-C", root], 0);
    let lines: Vec<_> = kit::text(&text.stdout).lines().map(str::trim).collect();
    assert_eq!(lines[..4], ["通报", "开头[1]。", "[1]", "依据。"]);
    kit::run(["build", "-C", root, "--as-of", "2026-03-01"], 0);
    let file = site.path().join("n.txt");
    fs::write(&file, &text.stdout).unwrap();
    let public = site.path().join("public");
    kit::run(["verify", public.to_str().unwrap(), "--notice", file.to_str().unwrap(), "--slug", "n"], 0);
}
