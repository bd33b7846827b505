//! Every number of the built example that leads somewhere leads to a list of exactly as many rows, without a script.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test fails by panicking")]

mod folder;
mod kit;

use std::collections::BTreeMap;
use std::path::Path;

use scraper::{ElementRef, Html, Selector};

type Pages = BTreeMap<String, Html>;

fn built(root: &Path) -> Pages {
    let out = tempfile::tempdir().unwrap();
    let (root, folder) = (root.to_str().unwrap(), out.path().to_str().unwrap());
    kit::run(["build", "-C", root, "--as-of", "2026-11-24", "--out", folder], 0);
    let html = folder::tree(out.path()).into_iter().filter(|(path, _)| path.ends_with(".html"));
    html.map(|(path, bytes)| (path, Html::parse_document(kit::text(&bytes)))).collect()
}

fn all<'a>(root: ElementRef<'a>, selector: &str) -> Vec<ElementRef<'a>> {
    root.select(&Selector::parse(selector).unwrap()).collect()
}

fn words(element: ElementRef<'_>) -> String {
    element.text().collect::<String>().trim().to_owned()
}

/// The number that a link ends in; of `2/3` what there is of all.
fn number(link: ElementRef<'_>) -> Option<usize> {
    let text = words(link);
    let digits = text.rsplit(|c: char| !c.is_ascii_digit()).next()?;
    digits.parse().ok()
}

/// The file and the place in it that a link on a page leads to.
fn target(page: &str, href: &str) -> (String, String) {
    let (path, place) = href.split_once('#').unwrap_or((href, ""));
    let mut parts: Vec<&str> = page.split('/').collect();
    parts.pop();
    for part in path.split('/').filter(|p| !p.is_empty() && *p != ".") {
        if part == ".." {
            let _root = parts.pop();
        } else {
            parts.push(part);
        }
    }
    let file = if path.is_empty() {
        page.to_owned()
    } else if path.ends_with('/') {
        parts.iter().chain([&"index.html"]).copied().collect::<Vec<_>>().join("/")
    } else {
        parts.join("/")
    };
    (file, place.to_owned())
}

/// How many rows stand at a place of a page: lines of a table or list; issues under a heading of the text.
fn rows(html: &Html, place: &str) -> Option<usize> {
    let id = if place.is_empty() { "main" } else { place };
    let at = html.select(&Selector::parse(&format!("[id=\"{id}\"]")).unwrap()).next()?;
    let within = |e: ElementRef<'_>| match e.value().name() {
        "tbody" => all(e, "tr").len(),
        "ul" | "ol" => all(e, "li").len(),
        _ => {
            all(e, "table.issues > tbody > tr, .cards > li, .brief > li, .lines > li, article.measure").len()
        }
    };
    match (at.value().name().strip_prefix('h'), at.value().classes().any(|c| c.starts_with('h'))) {
        (Some(level), true) => {
            let after = at.next_siblings().filter_map(ElementRef::wrap).take_while(|e| {
                let other = e.value().name().strip_prefix('h').and_then(|l| l.parse::<u8>().ok());
                e.value().classes().any(|c| c == "issue") || other.is_none_or(|l| l > level.parse().unwrap())
            });
            Some(after.filter(|e| e.value().classes().any(|c| c == "issue")).count())
        }
        (Some(_), false) => Some(within(at.parent().and_then(ElementRef::wrap)?)),
        (None, _) => Some(within(at)),
    }
}

const NUMBERS: &str = "td.n a, .parts a, .tags a";

fn faults(pages: &Pages) -> (usize, Vec<String>) {
    let (mut followed, mut faults) = (0, Vec::new());
    for (path, html) in pages {
        for link in all(html.root_element(), NUMBERS) {
            let Some(n) = number(link) else { continue };
            let href = link.value().attr("href").unwrap();
            let (file, place) = target(path, href);
            let found = pages.get(&file).and_then(|page| rows(page, &place));
            followed += 1;
            if found != Some(n) {
                faults.push(format!("{path}: {} leads to {href}, which has {found:?}", words(link)));
            }
        }
    }
    (followed, faults)
}

#[test]
fn every_number_leads_to_a_list_of_as_many_rows() {
    let pages = built(Path::new(env!("CARGO_MANIFEST_DIR")));
    let (followed, faults) = faults(&pages);
    assert!(faults.is_empty(), "{}", faults[..faults.len().min(20)].join("\n"));
    assert!(followed > 200, "{followed}");
    for (kind, least) in [("progress/index.html", 20), ("notices/2026-water/progress/index.html", 30)] {
        let html = &pages[kind];
        assert!(all(html.root_element(), NUMBERS).len() > least, "{kind}");
    }
}

#[test]
fn no_number_of_a_table_is_without_its_list() {
    // Tables of an issue are of the record's own text.
    let pages = built(Path::new(env!("CARGO_MANIFEST_DIR"))).into_iter();
    for (path, html) in pages.filter(|(path, _)| !path.contains("/issues/")) {
        for cell in all(html.root_element(), "td.n") {
            let text = words(cell);
            // The course by months, and a sum of numbers each of which leads.
            let within =
                |name: &str| cell.ancestors().filter_map(ElementRef::wrap).any(|e| e.value().name() == name);
            let plain =
                text.is_empty() || text == "0" || text.ends_with('%') || within("details") || within("tfoot");
            assert!(plain || !all(cell, "a[href]").is_empty(), "{path}: {text}");
        }
    }
}

#[test]
fn the_check_of_this_file_finds_a_list_that_is_short() {
    let page = |n: usize| {
        let list = "<main id=\"main\"><ul id=\"l\" class=\"brief\"><li></li><li></li></ul></main>";
        let html = format!("<table><td class=n><a href=\"#l\">{n}</a></table>{list}");
        Pages::from([("x/index.html".to_owned(), Html::parse_document(&html))])
    };
    assert_eq!(faults(&page(2)), (1, Vec::new()));
    assert_eq!(faults(&page(3)).1.len(), 1);
}
