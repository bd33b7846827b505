//! Every theme shows every fact of the record, escaped. The facts are read from the files by this test itself, not through
//! the model that makes the pages.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test fails by panicking")]

mod kit;

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use serde_json::Value;

/// What is not told to readers: names for files to refer to each other, and how the text is laid out.
const SILENT: [&str; 18] = [
    "format",
    "base_url",
    "language",
    "theme",
    "id",
    "under",
    "numbering",
    "corrects",
    "minor",
    "file",
    "opening",
    "closing",
    "recurs_from",
    // Told where the issue is.
    "withdrawn",
    "issue",
    "measure",
    "layout",
    "aliases",
];

const STATES: [(&str, &str); 5] = [
    ("not_started", "未启动"),
    ("in_progress", "正在整改"),
    ("done", "已完成"),
    ("done_ongoing", "已完成并长期坚持"),
    ("partial", "部分反弹"),
];

/// The facts of a record: what readers have to find, by the field that holds it.
struct Facts<'u> {
    units: &'u BTreeMap<String, String>,
    found: Vec<(String, String)>,
}

impl Facts<'_> {
    fn read(&mut self, field: &str, value: &Value) {
        match value {
            Value::Object(map) => {
                for (name, inner) in map.iter().filter(|(name, _)| !SILENT.contains(&name.as_str())) {
                    self.read(name, inner);
                }
            }
            Value::Array(items) => items.iter().for_each(|item| self.read(field, item)),
            Value::String(text) => self.text(field, text),
            Value::Number(_) | Value::Bool(_) | Value::Null => panic!("{field}: {value}"),
        }
    }

    fn text(&mut self, field: &str, text: &str) {
        let told = match field {
            "unit" | "with" => self.units[text].clone(),
            // The prose of an outline is in a file of its own.
            "text" if text.ends_with(".md") => return,
            "status" | "result" => {
                STATES.iter().find(|(key, _)| *key == text).map_or(text, |(_, name)| name).to_owned()
            }
            "title" | "heading" => text.trim_end_matches('。').to_owned(),
            _ => day(text).unwrap_or_else(|| text.to_owned()),
        };
        // A table stands in a text as lines with bars.
        let pieces = told.split(['\n', '|']).filter(|piece| !piece.trim().is_empty());
        self.found.extend(pieces.map(|piece| (field.to_owned(), squeezed(piece))));
    }
}

/// `2025-03-04` as pages say it.
fn day(text: &str) -> Option<String> {
    let parts: Vec<&str> = text.split('-').collect();
    let [year, month, day] = parts.as_slice() else { return None };
    let n = |part: &str| part.parse::<u32>().ok();
    (year.len() == 4).then_some(())?;
    Some(format!("{}年{}月{}日", n(year)?, n(month)?, n(day)?))
}

fn squeezed(text: &str) -> String {
    text.chars().filter(|c| !c.is_whitespace()).collect()
}

fn yaml(text: &str) -> Value {
    serde_saphyr::from_str(text).unwrap()
}

/// Head and body of a file.
fn parts(text: &str) -> (&str, &str) {
    match text.strip_prefix("---\n").and_then(|rest| rest.split_once("\n---\n")) {
        Some((head, body)) => (head, body),
        None => (text, ""),
    }
}

/// What a person reads of a page; elements that the content would make out of its own marks are caught on the way.
fn read(page: &Path) -> String {
    let html = fs::read_to_string(page).unwrap_or_else(|e| panic!("{}: {e}", page.display()));
    assert!(!html.contains("<i>") && !html.contains("<上午>"), "{}: not escaped", page.display());
    squeezed(&scraper::Html::parse_document(&html).root_element().text().collect::<String>())
}

fn missing(facts: Vec<(String, String)>, page: &Path, out: &mut Vec<String>) {
    assert!(!facts.is_empty());
    let text = read(page);
    let lost = facts.into_iter().filter(|(_, fact)| !text.contains(fact.as_str()));
    out.extend(lost.map(|(field, fact)| format!("{}: {field}: {fact}", page.display())));
}

/// Every fact that the pages of a built site do not have.
fn lost(site: &Path) -> Vec<String> {
    let (content, public) = (site.join("content"), site.join("public"));
    let text = |path: &Path| fs::read_to_string(path).unwrap();
    let settings = yaml(&text(&content.join("site.yaml")));
    let name =
        |unit: &Value| (unit["id"].as_str().unwrap().to_owned(), unit["name"].as_str().unwrap().to_owned());
    let units: BTreeMap<_, _> = settings["units"].as_array().unwrap().iter().map(name).collect();
    let facts = |value: &Value| {
        let mut facts = Facts { units: &units, found: Vec::new() };
        facts.read("", value);
        facts.found
    };
    let prose = |text: &str| vec![("prose".to_owned(), squeezed(&text.replace('\\', "")))];
    let mut out = Vec::new();
    let mut of_site = facts(&settings);
    // A unit is named where it has something to do.
    of_site.retain(|(field, _)| field != "name");
    missing(of_site, &public.join("index.html"), &mut out);
    let (head, body) = (text(&content.join("pages/about.md")), public.join("about/index.html"));
    missing(facts(&yaml(parts(&head).0)), &body, &mut out);
    missing(prose(parts(&head).1), &body, &mut out);
    for notice in fs::read_dir(content.join("notices")).unwrap().map(|e| e.unwrap().path()) {
        let own = public.join("notices").join(notice.file_name().unwrap());
        let page = own.join("index.html");
        let head = yaml(&text(&notice.join("notice.yaml")));
        let withdrawn = head["withdrawn"].as_array().cloned().unwrap_or_default();
        missing(facts(&head), &page, &mut out);
        for file in fs::read_dir(&notice).unwrap().map(|e| e.unwrap().path()) {
            if file.extension().is_some_and(|e| e == "md") {
                missing(prose(&text(&file)), &page, &mut out);
            }
        }
        for file in fs::read_dir(notice.join("issues")).unwrap().map(|e| e.unwrap().path()) {
            let whole = text(&file);
            let (head, body) = parts(&whole);
            let issue = yaml(head);
            let own = own.join("issues").join(issue["id"].as_str().unwrap()).join("index.html");
            let place = if own.exists() { &own } else { &page };
            missing(facts(&issue), place, &mut out);
            if !body.is_empty() {
                missing(prose(body), place, &mut out);
            }
            for gone in withdrawn.iter().filter(|gone| gone["issue"] == issue["id"]) {
                missing(facts(gone), place, &mut out);
            }
            if let Some(older) = issue["recurs_from"].as_str() {
                let (notice, id) = older.split_once('/').unwrap();
                let file = content.join("notices").join(notice).join(format!("issues/01-{id}.yaml"));
                let title = yaml(&text(&file))["title"].as_str().unwrap().trim_end_matches('。').to_owned();
                missing(vec![("recurs_from".to_owned(), title)], place, &mut out);
            }
        }
    }
    out
}

/// The site of the fixture with a theme, built.
fn built(theme: &str, make: &[&str]) -> tempfile::TempDir {
    let dir = kit::copied(&kit::repo("tests/conformance"));
    let root = dir.path().to_str().unwrap();
    let settings = dir.path().join("content/site.yaml");
    let text = fs::read_to_string(&settings).unwrap();
    fs::write(&settings, text.replace("theme: civic", &format!("theme: {theme}"))).unwrap();
    if !make.is_empty() {
        kit::run(["-C", root].iter().chain(make), 0);
    }
    kit::run(["-C", root, "build", "--as-of", "2025-10-01"], 0);
    dir
}

#[test]
fn every_theme_shows_every_fact_escaped() {
    let themes: [(&str, &[&str]); 4] = [
        ("civic", &[]),
        ("plain", &[]),
        ("own", &["theme", "new", "own"]),
        ("own", &["theme", "new", "own", "--from", "plain"]),
    ];
    for (theme, make) in themes {
        let site = built(theme, make);
        let lost = lost(site.path());
        assert!(lost.is_empty(), "{theme} {make:?}\n{}", lost.join("\n"));
    }
}

#[test]
fn a_theme_that_leaves_a_fact_out_or_does_not_escape_it_is_found_out() {
    let site = built("civic", &[]);
    let page = site.path().join("public/notices/2025-canal/issues/gates/index.html");
    let html = fs::read_to_string(&page).unwrap();
    fs::write(&page, html.replace("复查&lt;i&gt;&amp;发现漏油", "")).unwrap();
    let lost = lost(site.path());
    assert!(lost.len() == 1 && lost[0].ends_with("why: 复查<i>&发现漏油"), "{lost:?}");
}
