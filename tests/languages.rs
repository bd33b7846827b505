//! A site in a second language: parallel pages that lead to each other, the original where nothing is translated, marked
//! with its language, and everything there once stays where it is.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test fails by panicking")]

mod folder;
mod kit;

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use scraper::{Html, Selector};

const WORDS: [(&str, &str); 6] = [
    ("site.en.yaml", "title: Open record of Shili County\nunits: {office: Shili County Urban Management}\n"),
    ("pages/about.en.md", "---\ntitle: About\n---\nWhat this site is.\n"),
    (
        "notices/example/notice.en.yaml",
        "title: Progress of rectification\nissuer: The Party Committee of the bureau\nnumbering: {part: '1. ', issue: 'Issue 1: ', label: 'Progress:', measure: '(1) '}\noutline: {street: Streets}\n",
    ),
    ("notices/example/opening.en.md", "We report as follows.\n"),
    (
        "notices/example/issues/01-stall-permits.en.md",
        "---\ntitle: Permits for stalls take long.\nmeasures:\n  - id: m1\n    text: Four papers instead of nine.\n    updates: [{id: u1, text: The guide hangs at the counter., evidence: [The guide]}]\nclosed: {by: The inspection office, document: Notice 1}\n---\nThe background.\n",
    ),
    ("notices/example/issues/02-night-noise.en.yaml", "title: Night noise\n"),
];

/// The example in this theme, with its words in English.
fn site(theme: &str) -> tempfile::TempDir {
    let dir = tempfile::tempdir().unwrap();
    kit::run(["new", dir.path().to_str().unwrap()], 0);
    let settings = dir.path().join("content/site.yaml");
    let text = fs::read_to_string(&settings).unwrap();
    fs::write(
        &settings,
        text.replace(
            "theme: civic",
            &format!("theme: {theme}\nlanguages: [en]\nchecks: {{sample-value: off}}"),
        ),
    )
    .unwrap();
    for (path, words) in WORDS {
        fs::write(dir.path().join("content").join(path), words).unwrap();
    }
    let out = kit::run(["-C", dir.path().to_str().unwrap(), "build", "--as-of", "2026-04-01"], 0);
    assert!(out.stderr.is_empty(), "{}", kit::text(&out.stderr));
    dir
}

fn read(site: &Path, file: &str) -> String {
    fs::read_to_string(site.join("public").join(file)).unwrap_or_else(|e| panic!("{file}: {e}"))
}

const ISSUE: &str = "notices/example/issues/stall-permits/index.html";

#[test]
fn what_is_translated_is_in_english_and_the_rest_says_that_it_is_not() {
    let site = site("civic");
    let page = read(site.path(), &format!("en/{ISSUE}"));
    let page = Html::parse_document(&page);
    let texts = |css: &str| -> Vec<String> {
        page.select(&Selector::parse(css).unwrap()).map(|e| e.text().collect::<String>()).collect()
    };
    assert_eq!(page.root_element().attr("lang"), Some("en"));
    assert_eq!(texts("h1"), ["Issue 1: Permits for stalls take long"]);
    assert!(texts(".doc").iter().any(|t| t == "(1) Four papers instead of nine."), "{:?}", texts(".doc"));
    assert!(texts(".log p").iter().any(|t| t == "The guide hangs at the counter."));
    assert!(texts(".explain p").iter().any(|t| t == "The background."));
    assert!(texts(".evidence").iter().any(|t| t.ends_with("The guide")));
    assert!(texts(".facts dd").iter().any(|t| t.ends_with("The inspection office Notice 1")));
    let original = texts("[lang=zh-CN]");
    assert!(original.iter().any(|t| t.starts_with("便民摊点从申请到批复")), "{original:?}");
    // Whatever is Chinese stands in an element that says so.
    let is_han = |c: char| ('\u{4e00}'..='\u{9fff}').contains(&c);
    let said: String = original.concat();
    let body = page.select(&Selector::parse("body").unwrap()).next().unwrap();
    let unsaid: String = body.text().collect::<String>().chars().filter(|c| is_han(*c)).collect();
    assert_eq!(unsaid.chars().count(), said.chars().filter(|c| is_han(*c)).count());
}

#[test]
fn the_same_page_in_each_language_leads_to_the_other() {
    for theme in ["civic", "plain"] {
        let site = site(theme);
        let tree = folder::tree(&site.path().join("public"));
        let pages: BTreeSet<&str> =
            tree.keys().map(String::as_str).filter(|p| p.ends_with(".html")).collect();
        let english: BTreeSet<&str> = pages.iter().filter_map(|p| p.strip_prefix("en/")).collect();
        let chinese: BTreeSet<&str> = pages.iter().copied().filter(|p| !p.starts_with("en/")).collect();
        let alone: Vec<_> = chinese.difference(&english).collect();
        assert_eq!(alone, [&"404.html"], "{theme}");
        assert!(english.is_subset(&chinese), "{theme}");
        for page in english {
            for (file, lang) in [(page.to_owned(), "zh-CN"), (format!("en/{page}"), "en")] {
                let html = read(site.path(), &file);
                assert!(html.contains(&format!("<html lang=\"{lang}\">")), "{theme}: {file}");
                let address = page.trim_end_matches("index.html");
                for (tag, folder) in [("zh-CN", ""), ("en", "en/")] {
                    let url = format!("hreflang=\"{tag}\" href=\"https://example.com/{folder}{address}\"");
                    assert!(html.contains(&url), "{theme}: {file}: {url}");
                }
            }
        }
    }
}

/// Where a relative link on a page leads.
fn target(page: &str, link: &str) -> Option<String> {
    let path = link.split(['#', '?']).next().unwrap();
    if path.is_empty() || link.contains(':') {
        return None;
    }
    let mut parts: Vec<&str> = page.split('/').collect();
    parts.pop();
    for step in path.split('/') {
        match step {
            ".." => drop(parts.pop().expect("within the site")),
            "." => {}
            step => parts.push(step),
        }
    }
    let file = parts.join("/");
    Some(if file.is_empty() || file.ends_with('/') { format!("{file}index.html") } else { file })
}

#[test]
fn no_link_of_either_language_leads_nowhere() {
    for theme in ["civic", "plain"] {
        let site = site(theme);
        let tree = folder::tree(&site.path().join("public"));
        for (page, bytes) in tree.iter().filter(|(p, _)| p.ends_with(".html") && *p != "404.html") {
            let html = Html::parse_document(std::str::from_utf8(bytes).unwrap());
            for element in html.select(&Selector::parse("[href],[src]").unwrap()) {
                let link = element.attr("href").or(element.attr("src")).unwrap();
                if let Some(file) = target(page, link) {
                    assert!(tree.contains_key(&file), "{theme}: {page}: {link} → {file}");
                }
            }
        }
        kit::run(["verify", site.path().join("public").to_str().unwrap()], 0);
    }
}

#[test]
fn the_sitemap_names_both_and_says_that_they_are_the_same() {
    let site = site("civic");
    let map = read(site.path(), "sitemap.xml");
    let address = "notices/example/issues/stall-permits/";
    let others = format!(
        "<xhtml:link rel=\"alternate\" hreflang=\"zh-CN\" href=\"https://example.com/{address}\"/><xhtml:link rel=\"alternate\" hreflang=\"en\" href=\"https://example.com/en/{address}\"/></url>"
    );
    for folder in ["", "en/"] {
        let line =
            map.lines().find(|l| l.contains(&format!("<loc>https://example.com/{folder}{address}</loc>")));
        assert!(line.is_some_and(|l| l.ends_with(&others)), "{line:?}");
    }
    assert!(map.contains(" xmlns:xhtml=\"http://www.w3.org/1999/xhtml\""));
}

fn run(site: &Path, args: &[&str]) -> String {
    let out = kit::run(["-C", site.to_str().unwrap(), "--lang", "en"].iter().chain(args), 0);
    kit::text(&out.stdout).to_owned()
}

/// The file of an edition of the notice.
fn edition(site: &Path, name: &str) -> String {
    fs::read_to_string(site.join(format!("content/notices/example/editions/{name}.json"))).unwrap()
}

fn change(site: &Path, file: &str, from: &str, to: &str) {
    let path = site.join("content/notices/example").join(file);
    let text = fs::read_to_string(&path).unwrap();
    assert!(text.contains(from), "{from}");
    fs::write(path, text.replace(from, to)).unwrap();
}

const BUILD: [&str; 3] = ["build", "--as-of", "2026-06-01"];

#[test]
fn an_edition_freezes_the_translated_words_as_well() {
    let dir = site("civic");
    let site = dir.path();
    run(site, &["edition", "example", "--date", "2026-05-01", "--yes"]);
    let frozen = edition(site, "2026-05-01");
    // One fact a line, with the keys of the files.
    for line in [
        "\"title\": \"Permits for stalls take long.\"",
        "\"text\": \"Four papers instead of nine.\"",
        "\"text\": \"The guide hangs at the counter.\"",
        "\"The guide\"",
        "\"by\": \"The inspection office\"",
        "\"opening.md\": \"We report as follows.\\n\"",
        "\"street\": \"Streets\"",
        "\"body\": \"The background.\\n\"",
    ] {
        let found = frozen.lines().any(|l| l.trim().trim_end_matches(',') == line);
        assert!(found, "{line}: {frozen}");
    }
    run(site, &BUILD);
    let before = folder::tree(&site.join("public"));
    // What is written later is not public before it is published.
    change(site, "issues/01-stall-permits.en.md", "Four papers", "Five papers");
    change(site, "opening.en.md", "as follows", "what follows");
    fs::remove_file(site.join("content/notices/example/issues/02-night-noise.en.yaml")).unwrap();
    run(site, &BUILD);
    assert!(folder::tree(&site.join("public")) == before);
    let said = run(site, &["diff", "example"]);
    assert!(said.contains("Five") && said.contains("Night noise"), "{said}");
    run(site, &["edition", "example", "--date", "2026-05-20", "--yes"]);
    run(site, &BUILD);
    assert!(read(site, &format!("en/{ISSUE}")).contains("Five papers"));
    // The page of the older edition keeps its words, and each what changed since.
    let older = read(site, "en/notices/example/editions/2026-05-01/index.html");
    assert!(older.contains("Four papers") && older.contains("We report as follows."));
    let newer = read(site, "notices/example/editions/2026-05-20/index.html");
    assert!(newer.contains("<del>Four</del>") || newer.contains("Four"), "{newer}");
    assert!(!newer.contains("没有变化"), "{newer}");
    kit::run(["verify", site.join("public").to_str().unwrap()], 0);
    kit::run(["check", "-C", site.to_str().unwrap(), "--as-of", "2026-06-01"], 0);
}

#[test]
fn an_altered_translation_in_an_edition_is_told() {
    let dir = site("civic");
    run(dir.path(), &["edition", "example", "--date", "2026-05-01", "--yes"]);
    change(dir.path(), "editions/2026-05-01.json", "Four papers", "Six papers");
    let out = kit::run(["-C", dir.path().to_str().unwrap(), "--lang", "en", "check"], 1);
    assert!(
        kit::text(&out.stderr).contains("edition-altered")
            || kit::text(&out.stdout).contains("edition-altered")
    );
}

/// An edition of before there were translations has the digest that it had, and shows the original.
#[test]
fn an_edition_without_translations_shows_the_original_marked_with_its_language() {
    let dir = site("civic");
    let site = dir.path();
    let words: Vec<(String, String)> = WORDS
        .iter()
        .filter(|(path, _)| path.starts_with("notices/"))
        .map(|(path, text)| {
            fs::remove_file(site.join("content").join(path)).unwrap();
            ((*path).to_owned(), (*text).to_owned())
        })
        .collect();
    run(site, &["edition", "example", "--date", "2026-05-01", "--yes"]);
    let frozen = edition(site, "2026-05-01");
    assert!(!frozen.contains("translations"), "{frozen}");
    for (path, text) in &words {
        fs::write(site.join("content").join(path), text).unwrap();
    }
    run(site, &BUILD);
    let page = read(site, &format!("en/{ISSUE}"));
    assert!(!page.contains("Four papers") && page.contains("<html lang=\"en\""));
    assert!(page.contains("lang=\"zh-CN\">"), "{page}");
    // A translation that is new is said in one line, not word by word.
    let said = run(site, &["diff", "example"]);
    assert!(said.contains("translations") && !said.contains("Four papers"), "{said}");
    run(site, &["edition", "example", "--date", "2026-05-20", "--yes"]);
    run(site, &BUILD);
    assert!(read(site, &format!("en/{ISSUE}")).contains("Four papers"));
    let newer = read(site, "en/notices/example/editions/2026-05-20/index.html");
    assert!(newer.contains("Translations"), "{newer}");
}
