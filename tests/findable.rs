//! What machines and hurried people look for on every page: what it is, its own address, what changed, and whom to call.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test fails by panicking")]

mod folder;
mod kit;

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use folder::Tree;
use scraper::{ElementRef, Html, Selector};
use serde_json::Value;

const BASE: &str = "https://gongkai.example.com/";

fn built(root: &Path) -> Tree {
    let out = tempfile::tempdir().unwrap();
    let (root, folder) = (root.to_str().unwrap(), out.path().to_str().unwrap());
    kit::run(["build", "-C", root, "--as-of", "2026-11-24", "--out", folder], 0);
    folder::tree(out.path())
}

fn pages(tree: &Tree) -> impl Iterator<Item = (&str, Html)> {
    let html = tree.iter().filter(|(path, _)| path.ends_with(".html") && *path != "404.html");
    html.map(|(path, bytes)| (path.as_str(), Html::parse_document(kit::text(bytes))))
}

fn first<'a>(html: &'a Html, selector: &str) -> Option<ElementRef<'a>> {
    html.select(&Selector::parse(selector).unwrap()).next()
}

fn meta<'a>(html: &'a Html, property: &str) -> Option<&'a str> {
    first(html, &format!("meta[property=\"{property}\"]"))?.attr("content")
}

/// Whether a page does no more than lead on to another.
fn leads_on(html: &Html) -> bool {
    first(html, "meta[http-equiv=refresh]").is_some()
}

/// The file of the site at a whole address.
fn file(address: &str) -> String {
    let path = address.strip_prefix(BASE).unwrap();
    if path.is_empty() || path.ends_with('/') { format!("{path}index.html") } else { path.to_owned() }
}

#[test]
fn every_page_says_its_address_and_what_it_is() {
    let tree = built(Path::new(env!("CARGO_MANIFEST_DIR")));
    let mut kinds = BTreeSet::new();
    for (path, html) in pages(&tree) {
        let canonical = first(&html, "link[rel=canonical]").unwrap().attr("href").unwrap();
        if leads_on(&html) {
            // For those who count pages it is the page that it leads to.
            assert!(file(canonical) != path && tree.contains_key(&file(canonical)), "{path}: {canonical}");
            continue;
        }
        assert_eq!(file(canonical), path);
        assert_eq!(meta(&html, "og:url"), Some(canonical));
        assert!(!meta(&html, "og:title").unwrap().is_empty(), "{path}");
        let data = first(&html, "script[type=\"application/ld+json\"]").unwrap().inner_html();
        let data: Value = serde_json::from_str(&data).unwrap();
        assert_eq!(data["@context"], "https://schema.org");
        for node in data["@graph"].as_array().unwrap() {
            kinds.insert(node["@type"].as_str().unwrap().to_owned());
            for item in node["itemListElement"].as_array().into_iter().flatten() {
                let there = item["item"].as_str().is_none_or(|to| tree.contains_key(&file(to)));
                assert!(there, "{path}: {item}");
            }
        }
    }
    assert_eq!(kinds.into_iter().collect::<Vec<_>>(), ["BreadcrumbList", "Report", "WebSite"]);
}

#[test]
fn a_report_names_its_body_its_days_and_its_whole() {
    let tree = built(Path::new(env!("CARGO_MANIFEST_DIR")));
    let data = |path: &str| {
        let html = Html::parse_document(kit::text(&tree[path]));
        let text = first(&html, "script[type=\"application/ld+json\"]").unwrap().inner_html();
        serde_json::from_str::<Value>(&text).unwrap()["@graph"][0].clone()
    };
    let notice = data("notices/2026-water/index.html");
    assert_eq!(notice["publisher"]["@type"], "GovernmentOrganization");
    assert_eq!(notice["publisher"]["name"], "中共星河县水利局党组");
    let issue = data("notices/2026-water/issues/sluice-hoists-rusted/index.html");
    assert_eq!(issue["isPartOf"]["url"], notice["url"]);
    let (published, changed) = (&issue["datePublished"], &issue["dateModified"]);
    assert!(published.as_str().unwrap() <= changed.as_str().unwrap(), "{published} {changed}");
}

#[test]
fn a_shortened_address_leads_somewhere() {
    let tree = built(Path::new(env!("CARGO_MANIFEST_DIR")));
    let own = ["evidence", "assets"];
    for path in tree.keys().filter(|path| !path.starts_with('.')) {
        let folders = path.match_indices('/').map(|(end, _)| &path[..end]);
        for folder in folders.filter(|f| !own.contains(&f.rsplit('/').next().unwrap())) {
            assert!(
                tree.contains_key(&format!("{folder}/index.html")),
                "{folder}/ has no page, but {path} has"
            );
        }
    }
    let to = |path: &str| {
        let html = Html::parse_document(kit::text(&tree[path]));
        first(&html, "meta[http-equiv=refresh]").unwrap().attr("content").unwrap().to_owned()
    };
    assert_eq!(to("notices/index.html"), "0; url=../");
    assert_eq!(to("issues/index.html"), "0; url=../progress/");
    assert_eq!(to("notices/2026-water/issues/index.html"), "0; url=../../../notices/2026-water/progress/");
}

#[test]
fn the_front_page_leads_to_the_search_to_units_to_states_and_to_the_register() {
    let tree = built(Path::new(env!("CARGO_MANIFEST_DIR")));
    let home = Html::parse_document(kit::text(&tree["index.html"]));
    let form = first(&home, "main form").unwrap();
    assert_eq!((form.attr("action"), form.attr("method")), (Some("search/"), None));
    assert!(first(&home, "main form input[name=q]").is_some());
    // Without a script there is nothing that could search.
    assert!(kit::text(&tree["assets/civic.css"]).contains("(scripting: none) { .seek { display: none; } }"));
    assert!(form.attr("class").is_some_and(|class| class.contains("seek")));
    for to in ["units/", "status/", "issues/overdue/"] {
        assert!(first(&home, &format!("main .tags a[href=\"{to}\"]")).is_some(), "{to}");
    }
    let register = "footer a[href=\"https://beian.miit.gov.cn/\"]";
    assert!(first(&home, register).is_some());
    let issue =
        Html::parse_document(kit::text(&tree["notices/2026-water/issues/sluice-hoists-rusted/index.html"]));
    assert!(first(&issue, register).is_none(), "the front page is where it has to stand");
}

#[test]
fn no_word_of_the_record_ends_the_data() {
    let dir = kit::copied(Path::new(env!("CARGO_MANIFEST_DIR")));
    let path = dir.path().join("content/site.yaml");
    let text = fs::read_to_string(&path).unwrap();
    let hostile = "</script><script>alert(1)</script><!--";
    let title = |line: &str| match line.strip_prefix("title: ") {
        Some(_) => format!("title: \"{hostile}\"\n"),
        None => format!("{line}\n"),
    };
    fs::write(path, text.lines().map(title).collect::<String>()).unwrap();
    for (path, html) in pages(&built(dir.path())).filter(|(_, html)| !leads_on(html)) {
        let data = first(&html, "script[type=\"application/ld+json\"]").unwrap().inner_html();
        assert!(serde_json::from_str::<Value>(&data).unwrap().to_string().contains("alert(1)"), "{path}");
        let scripts = html.select(&Selector::parse("script:not([type]):not([src])").unwrap()).count();
        assert_eq!(scripts, 0, "{path}");
    }
}

#[test]
fn what_changed_and_whom_to_call_are_one_tap_away_on_every_page() {
    for root in ["", "starter", "tests/cases/one-issue"] {
        for (path, html) in pages(&built(&kit::repo(root))) {
            let news = first(&html, "header a[href*=\"updates/\"]").is_some();
            assert!(news, "{root} {path}: no way to what changed");
        }
    }
    let tree = built(Path::new(env!("CARGO_MANIFEST_DIR")));
    for (path, html) in pages(&tree) {
        assert!(first(&html, "header a[href^=\"tel:\"]").is_some(), "{path}: no number to call");
    }
}

#[test]
fn every_copy_of_the_policy_in_the_guides_is_the_same() {
    let mut copies = Vec::new();
    for (guide, least) in [("docs/server.md", 3), ("docs/server.zh-CN.md", 1)] {
        let text = fs::read_to_string(kit::repo(guide)).unwrap();
        let found: Vec<String> = text
            .match_indices("default-src")
            .map(|(at, _)| text[at..].split(['"', '\n']).next().unwrap().trim().to_owned())
            .collect();
        assert!(found.len() >= least, "{guide}: on its own, for nginx, for IIS");
        copies.extend(found);
    }
    copies.dedup();
    assert_eq!(copies.len(), 1, "{copies:#?}");
    assert!(!copies[0].contains("unsafe") && copies[0].contains("script-src 'self'"), "{copies:?}");
}
