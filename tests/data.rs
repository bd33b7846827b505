//! Open data: what the pages say in forms for programs, on the same day, and nothing that is not public.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test fails by panicking")]

mod folder;
mod kit;

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use folder::Tree;
use scraper::{Html, Selector};
use serde_json::Value;

fn built(root: &Path, day: &str) -> Tree {
    let out = tempfile::tempdir().unwrap();
    let (root, place) = (root.to_str().unwrap(), out.path().to_str().unwrap());
    kit::run(["build", "-C", root, "--as-of", day, "--out", place], 0);
    folder::tree(out.path())
}

/// The rows of a table by their columns, read by the rules of RFC 4180.
fn table(site: &Tree, name: &str) -> Vec<BTreeMap<String, String>> {
    let text = kit::text(&site[&format!("data/{name}.csv")]);
    let (mut rows, mut row, mut cell, mut quoted) = (Vec::new(), Vec::new(), String::new(), false);
    let mut rest = text.chars().peekable();
    while let Some(c) = rest.next() {
        match c {
            '"' if quoted && rest.peek() == Some(&'"') => {
                rest.next();
                cell.push('"');
            }
            '"' => quoted = !quoted,
            ',' if !quoted => row.push(std::mem::take(&mut cell)),
            '\r' if !quoted => {
                assert_eq!(rest.next(), Some('\n'), "lines end in CR LF");
                row.push(std::mem::take(&mut cell));
                rows.push(std::mem::take(&mut row));
            }
            _ => cell.push(c),
        }
    }
    assert!(!quoted && cell.is_empty() && row.is_empty(), "{name} ends with a line");
    let head = rows.remove(0);
    rows.into_iter().map(|r| head.iter().cloned().zip(r).collect()).collect()
}

#[test]
fn tables_say_what_the_pages_say() {
    let site = built(&kit::repo(""), "2026-11-24");
    let (issues, measures) = (table(&site, "issues"), table(&site, "measures"));
    assert_eq!((table(&site, "notices").len(), issues.len(), measures.len()), (2, 57, 124));
    let select = |page: &Html, css: &str| -> Vec<String> {
        let found = Selector::parse(css).unwrap();
        page.select(&found).map(|e| e.value().classes().collect::<Vec<_>>().join(" ")).collect()
    };
    for row in &issues {
        let page = Html::parse_document(kit::text(&site[&format!("{}index.html", row["page"])]));
        let state = select(&page, "p.standing .badge")[0].clone();
        assert!(state.contains(&format!("s-{}", row["status"])), "{row:?}: {state}");
        assert_eq!(row["overdue"] == "true", !select(&page, "p.standing .late").is_empty(), "{row:?}");
        let own = measures.iter().filter(|m| m["issue"] == row["issue"] && m["notice"] == row["notice"]);
        assert_eq!(own.count().to_string(), row["measures"]);
    }
    for row in measures.iter().chain(&table(&site, "updates")) {
        let (path, anchor) = row["page"].split_once('#').unwrap();
        let page = kit::text(&site[&format!("{path}index.html")]);
        assert!(page.contains(&format!("id=\"{anchor}\"")), "{row:?}");
    }
}

#[test]
fn every_issue_page_leads_to_its_own_record() {
    let site = built(&kit::repo(""), "2026-11-24");
    let mut seen = 0;
    let of_an_issue = |p: &&String| {
        p.contains("/issues/") && p.ends_with("index.html") && !p.ends_with("/issues/index.html")
    };
    for (path, bytes) in site.iter().filter(|(p, _)| of_an_issue(p)) {
        assert!(kit::text(bytes).contains("record.json\""), "{path}");
        let record: Value =
            serde_json::from_slice(&site[&path.replace("index.html", "record.json")]).unwrap();
        assert!(path.ends_with(&format!("/issues/{}/index.html", record["id"].as_str().unwrap())));
        seen += 1;
    }
    assert_eq!(seen, 57);
    let lines = kit::text(&site["data/issues.jsonl"]).lines();
    assert_eq!(lines.map(|l| serde_json::from_str::<Value>(l).unwrap()).filter(Value::is_object).count(), 57);
}

const SITE: &str = "format: 1\ntitle: 公开\nopen_data: {licence: CC0-1.0}\n";
const NOTICE: &str = "title: 通报\nissuer: 甲局\ndate: 2026-01-05\noutline: [{id: a, heading: 进展}]\n";
const ISSUE: &str = "id: x\ntitle: 问题。 # 只给写的人看\nunder: a\nextensions: [{on: 2026-03-01, to: 2026-09-01, why: 以后的事}]\n\
due: 2026-02-01\nclosed: {date: 2026-04-01}\nmeasures:\n  - id: m1\n    text: '写\"明\",换行'\n    updates:\n      \
- {id: u1, date: 2026-01-10, text: 已办, status: in_progress}\n      - {id: u2, date: 2026-05-01, text: 明天才有的话, status: done}\n";

fn small(site: &str) -> tempfile::TempDir {
    let dir = tempfile::tempdir().unwrap();
    let files = [("site.yaml", site), ("notices/n/notice.yaml", NOTICE), ("notices/n/issues/1.yaml", ISSUE)];
    for (path, text) in files {
        kit::write(dir.path(), path, text);
    }
    dir
}

/// Neither in the open data nor in the document beside the notice.
#[test]
fn nothing_of_a_later_day_and_no_comment_is_in_it() {
    let dir = small(SITE);
    let site = built(dir.path(), "2026-02-10");
    let said: BTreeSet<&String> = site
        .iter()
        .filter(|(_, bytes)| {
            let text = kit::unpacked(bytes);
            ["只给写的人看", "明天才有", "以后的事", "2026-04-01", "2026-09-01"]
                .iter()
                .any(|w| text.contains(w))
        })
        .map(|(path, _)| path)
        .collect();
    assert!(said.is_empty(), "{said:?}");
    let row = &table(&site, "issues")[0];
    assert_eq!(
        (row["overdue"].as_str(), row["closed"].as_str(), row["due_now"].as_str()),
        ("true", "", "2026-02-01")
    );
    assert_eq!(table(&site, "measures")[0]["text"], "写\"明\",换行");
    assert_eq!(table(&built(dir.path(), "2026-05-02"), "issues")[0]["closed"], "2026-04-01");
}

#[test]
fn without_a_licence_there_is_none() {
    let dir = small("format: 1\ntitle: 公开\n");
    let site = built(dir.path(), "2026-02-10");
    assert!(site.keys().all(|path| !path.starts_with("data/") && !path.ends_with("record.json")));
    assert!(site.values().all(|bytes| !kit::unpacked(bytes).contains("开放数据")));
}
