//! Documents beside the page of a notice: listed with their sizes, the same as an export, made from what is public.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test fails by panicking")]

mod folder;
mod kit;

use kit::write;

use std::fs;
use std::path::Path;

use scraper::{Html, Selector};

const NOTICE: &str = "title: 县水利局关于巡察整改的通报\nissuer: 县水利局\ndate: 2025-12-26\noutline: [{id: all, heading: 整改进展}]\n";

fn record(site: &str) -> tempfile::TempDir {
    let dir = tempfile::tempdir().unwrap();
    write(
        dir.path(),
        "site.yaml",
        &format!(
            "format: 1\nchecks: {{head-missing: off, heading-no-issue: off, measure-no-subject: off, finished-no-proof: off}}\ntitle: 公开网\n{site}"
        ),
    );
    write(dir.path(), "notices/n/notice.yaml", NOTICE);
    write(dir.path(), "notices/n/issues/1.yaml", &issue("闸门检修不及时。"));
    dir
}

fn issue(title: &str) -> String {
    format!("id: gates\ntitle: {title}\nunder: all\nmeasures: [{{id: m1, text: 检修闸门。, status: done}}]\n")
}

fn run(root: &Path, args: &[&str], code: i32) -> String {
    let out = kit::run(args.iter().chain(&["-C", root.to_str().unwrap()]), code);
    format!("{}{}", kit::text(&out.stdout), kit::text(&out.stderr))
}

fn built(root: &Path) -> folder::Tree {
    run(root, &["build", "--as-of", "2026-02-01"], 0);
    folder::tree(&root.join("public"))
}

/// Address, format and size of each download on the page of the notice.
fn listed(tree: &folder::Tree) -> Vec<(String, String)> {
    let page = Html::parse_document(kit::text(&tree["notices/n/index.html"]));
    let items = Selector::parse(".downloads li").unwrap();
    let link = Selector::parse("a").unwrap();
    let one = |li: scraper::ElementRef<'_>| {
        let href = li.select(&link).next().unwrap().attr("href").unwrap();
        (href.strip_prefix("../../notices/n/").unwrap().to_owned(), li.text().collect::<String>())
    };
    page.select(&items).map(one).collect()
}

#[test]
fn each_document_lies_beside_its_notice_and_is_listed_with_its_size() {
    let dir = record("documents: [docx, txt, json, xlsx, csv]\n");
    let tree = built(dir.path());
    let listed = listed(&tree);
    let names: Vec<&str> = listed.iter().map(|(href, _)| href.as_str()).collect();
    assert_eq!(names, ["notice.docx", "notice.txt", "notice.json", "notice.xlsx", "notice.csv"]);
    for (name, said) in &listed {
        let bytes = &tree[&format!("notices/n/{name}")];
        let kind = name.rsplit('.').next().unwrap();
        assert!(said.contains(&kind.to_uppercase()), "{said}");
        assert!(said.contains(&format!("{} KB", bytes.len().div_ceil(1024))), "{said}");
        let out = dir.path().join(name);
        run(
            dir.path(),
            &["export", "n", "--format", kind, "--as-of", "2026-02-01", "-o", out.to_str().unwrap()],
            0,
        );
        assert!(fs::read(&out).unwrap() == *bytes, "{name} is not what an export makes");
    }
    kit::run(["verify", dir.path().join("public").to_str().unwrap()], 0);
    let again = run(dir.path(), &["build", "--as-of", "2026-02-01"], 0);
    assert!(again.contains("0 written"), "{again}");
}

#[test]
fn they_hold_what_is_public_and_drafts_have_none() {
    let dir = record("");
    let root = dir.path();
    run(root, &["edition", "n", "--date", "2026-01-10", "--yes"], 0);
    write(root, "notices/n/issues/1.yaml", &issue("还没有公开的题目。"));
    let tree = built(root);
    assert!(kit::text(&tree["notices/n/notice.txt"]).contains("闸门检修不及时"));
    assert!(!kit::text(&tree["notices/n/notice.json"]).contains("还没有公开"));
    run(root, &["build", "--draft", "--as-of", "2026-02-01"], 0);
    let draft = folder::tree(&root.join("public-draft"));
    assert!(draft.keys().all(|path| !path.contains("notice.")), "{:?}", draft.keys());
}

#[test]
fn an_office_chooses_which() {
    let tree = built(record("documents: [txt]\n").path());
    assert_eq!(listed(&tree).len(), 1);
    assert!(tree.contains_key("notices/n/notice.txt") && !tree.contains_key("notices/n/notice.docx"));
    let tree = built(record("documents: []\n").path());
    assert!(listed(&tree).is_empty());
    let said = run(record("documents: [word]\n").path(), &["check"], 1);
    assert!(said.contains("unknown-document") && said.contains("docx"), "{said}");
}

#[test]
fn nothing_remains_of_them_when_the_term_is_over() {
    let dir = record("");
    let term = format!("{NOTICE}public_until: 2026-03-01\n");
    write(dir.path(), "notices/n/notice.yaml", &term);
    assert!(built(dir.path()).contains_key("notices/n/notice.docx"));
    run(dir.path(), &["build", "--as-of", "2026-03-02"], 0);
    let tree = folder::tree(&dir.path().join("public"));
    assert!(tree.keys().all(|path| !path.contains("notice.")), "{:?}", tree.keys());
}
