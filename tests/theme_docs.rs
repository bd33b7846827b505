//! The page on writing a theme: its examples are carried out one after another in a new site, and its table names what
//! pages have.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test fails by panicking")]

mod kit;

use std::fs;
use std::path::Path;

const PAGES: [(&str, &str); 2] = [("docs/themes.md", "en"), ("docs/themes.zh-CN.md", "zh-CN")];

/// Each fenced block: what stands behind its three marks, and its text.
fn examples(text: &str) -> Vec<(String, String)> {
    let mut out = Vec::new();
    let mut lines = text.lines();
    while let Some(line) = lines.next() {
        if let Some(info) = line.strip_prefix("```") {
            let text: String = lines.by_ref().take_while(|l| *l != "```").map(|l| format!("{l}\n")).collect();
            out.push((info.to_owned(), text));
        }
    }
    out
}

/// `site.yaml` with this theme.
fn choose(site: &Path, theme: &str) {
    let settings = site.join("content/site.yaml");
    let text = fs::read_to_string(&settings).unwrap();
    let others = text.lines().filter(|l| !l.starts_with("theme:")).map(|l| format!("{l}\n"));
    fs::write(&settings, others.collect::<String>() + &format!("theme: {theme}\n")).unwrap();
}

/// Runs each command of a console, and holds what is printed against what follows it, where anything does.
fn console(site: &Path, text: &str, lang: &str) {
    for part in text.split("$ gongkai ").skip(1) {
        let (command, want) = part.split_once('\n').unwrap();
        let mut run = kit::gongkai(command.split(' '));
        let out = run.current_dir(site).env("GONGKAI_LANG", lang).output().unwrap();
        let said = format!("{}{}", kit::text(&out.stdout), kit::text(&out.stderr));
        let wrong = want.contains("[template-");
        assert_eq!(out.status.code(), Some(i32::from(wrong)), "{command}: {said}");
        if !want.trim().is_empty() {
            assert_eq!(said.trim(), want.trim(), "{command}");
        }
    }
}

#[test]
fn the_examples_of_both_languages_run() {
    for (page, lang) in PAGES {
        let dir = tempfile::tempdir().unwrap();
        let site = dir.path();
        kit::run(["new", site.to_str().unwrap()], 0);
        let mut ran = 0;
        for (info, text) in examples(&fs::read_to_string(kit::repo(page)).unwrap()) {
            match info.split_once(' ') {
                None => console(site, &text, lang),
                Some(("yaml", choice)) if choice.starts_with("theme: ") => choose(site, &choice[7..]),
                Some(("text", file)) => {
                    let made = fs::read_to_string(site.join(file)).unwrap();
                    text.lines()
                        .for_each(|line| assert!(made.contains(line), "{page}: {file}: {line}\n{made}"));
                }
                Some((_, file)) => {
                    let place = site.join(file);
                    fs::create_dir_all(place.parent().unwrap()).unwrap();
                    fs::write(&place, text).unwrap();
                    if file.ends_with("page.html") {
                        choose(site, "our-county");
                    }
                }
            }
            ran += 1;
        }
        assert!(ran >= 14, "{page}: {ran}");
    }
}

/// Rows of the table: template, names.
fn rows(text: &str) -> Vec<(&str, Vec<&str>)> {
    let table =
        text.lines().filter(|l| l.starts_with("| ") && l.contains(".html` | `") || l.contains("| | `site."));
    table
        .map(|line| {
            let mut cells = line.trim_matches('|').splitn(3, '|').skip(1);
            let template = cells.next().unwrap().trim().trim_matches('`');
            (template, cells.next().unwrap().split('`').skip(1).step_by(2).collect())
        })
        .collect()
}

#[test]
fn every_name_of_the_table_is_one_that_the_page_has() {
    for (page, _) in PAGES {
        let text = fs::read_to_string(kit::repo(page)).unwrap();
        let rows = rows(&text);
        assert!(rows.len() >= 9, "{page}: {rows:?}");
        let dir = kit::copied(&kit::repo("tests/conformance"));
        let site = dir.path();
        kit::run(["-C", site.to_str().unwrap(), "theme", "new", "asks"], 0);
        choose(site, "asks");
        // Only a notice that was published has something that changed since.
        let settings = site.join("content/site.yaml");
        let text = fs::read_to_string(&settings).unwrap();
        fs::write(&settings, format!("checks: {{head-missing: off, finished-no-proof: off}}\n{text}"))
            .unwrap();
        kit::run(["-C", site.to_str().unwrap(), "edition", "2023-canal", "--date", "2025-09-30", "--yes"], 0);
        fs::create_dir_all(site.join("themes/asks/templates")).unwrap();
        for (template, names) in &rows {
            let template = if template.is_empty() { "page.html" } else { template };
            // Only a theme without pages for issues shows them in full on the page of a notice.
            let asked: Vec<_> = names.iter().filter(|name| !["details", "issue"].contains(*name)).collect();
            let place = site.join("themes/asks/templates").join(template);
            fs::write(&place, asked.iter().map(|name| question(name)).collect::<String>()).unwrap();
            kit::run(["-C", site.to_str().unwrap(), "build", "--as-of", "2025-10-01"], 0);
            let made = pages_made(&site.join("public"));
            let lost: Vec<_> = asked.iter().filter(|name| !made.contains(&format!("[[{name}]]"))).collect();
            assert!(lost.is_empty(), "{page}: {template}: {lost:?}");
            fs::remove_file(place).unwrap();
        }
    }
}

/// Prints the name where the page has it, asking step by step.
fn question(name: &str) -> String {
    let mut path = String::new();
    let mut steps = Vec::new();
    for step in name.replace("[]", ".[0]").split('.') {
        let dot = if path.is_empty() || step.starts_with('[') { "" } else { "." };
        path.push_str(&format!("{dot}{step}"));
        steps.push(format!("{path} is defined"));
    }
    format!("{{% if {} %}}[[{name}]]{{% endif %}}\n", steps.join(" and "))
}

/// Every page in one text.
fn pages_made(public: &Path) -> String {
    let pages = walkdir::WalkDir::new(public).into_iter().map(Result::unwrap);
    let pages = pages.filter(|e| e.path().extension().is_some_and(|x| x == "html"));
    pages.map(|e| fs::read_to_string(e.path()).unwrap()).collect()
}
