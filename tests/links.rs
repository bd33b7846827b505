//! Every page of a built site leads somewhere: each link to a file and each anchor to an element that is there, no name
//! stands twice on a page, and headings go down a step at a time.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test fails by panicking")]

mod folder;
mod kit;

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use scraper::{ElementRef, Html, Selector};

/// What is asked of a page.
struct Page {
    ids: Vec<String>,
    links: Vec<String>,
    /// Ids that labels and the like speak of.
    spoken_of: Vec<String>,
    headings: Vec<usize>,
    empty_links: usize,
}

impl Page {
    fn read(html: &str) -> Self {
        let page = Html::parse_document(html);
        let all = |css: &str| page.select(&Selector::parse(css).unwrap()).collect::<Vec<ElementRef>>();
        let values = |name: &str| -> Vec<String> {
            let found = all(&format!("[{name}]"));
            found.iter().map(|e| e.attr(name).unwrap().to_owned()).collect()
        };
        let spoken = ["aria-labelledby", "aria-describedby", "aria-controls", "for", "headers"];
        let spoken_of = spoken.iter().flat_map(|name| values(name));
        let level = |e: &ElementRef| e.value().name()[1..].parse().unwrap();
        let bare = |e: &&ElementRef| {
            e.text().all(|t| t.trim().is_empty()) && e.attr("aria-label").is_none_or(str::is_empty)
        };
        Self {
            ids: values("id"),
            links: [values("href"), values("src")].concat(),
            spoken_of: spoken_of
                .flat_map(|v| v.split_whitespace().map(str::to_owned).collect::<Vec<_>>())
                .collect(),
            headings: all("h1,h2,h3,h4,h5,h6").iter().map(level).collect(),
            empty_links: all("a[href]").iter().filter(bare).count(),
        }
    }
}

/// The file and the anchor that a link on a page leads to; nothing where it leads out of the site.
fn target(page: &str, link: &str, base: Option<&str>) -> Option<(String, String)> {
    let (from, link) = match base.and_then(|base| link.strip_prefix(base)) {
        Some(inside) => ("", inside),
        None if link.contains(':') || link.starts_with("//") => return None,
        None => (page, link),
    };
    let (path, anchor) = link.split_once('#').unwrap_or((link, ""));
    let path = path.split('?').next().unwrap();
    if path.is_empty() && from == page {
        return Some((page.to_owned(), anchor.to_owned()));
    }
    let mut steps: Vec<&str> = from.split('/').collect();
    steps.pop();
    for step in path.split('/') {
        match step {
            "." | "" => {}
            ".." => assert!(steps.pop().is_some(), "{page}: {link} leads out of the site"),
            name => steps.push(name),
        }
    }
    let folder = path.is_empty() || path.ends_with(['/', '.']);
    steps.extend(folder.then_some("index.html"));
    Some((steps.join("/"), anchor.to_owned()))
}

/// Everything wrong with the pages of a site.
fn faults(tree: &folder::Tree, base: Option<&str>) -> Vec<String> {
    let html = tree.iter().filter(|(path, _)| path.ends_with(".html"));
    let pages: BTreeMap<&str, Page> =
        html.map(|(path, bytes)| (path.as_str(), Page::read(kit::text(bytes)))).collect();
    let mut out = Vec::new();
    for (path, page) in &pages {
        let own: BTreeSet<&str> = page.ids.iter().map(String::as_str).collect();
        let twice = page.ids.iter().filter(|id| page.ids.iter().filter(|i| i == id).count() > 1);
        out.extend(twice.map(|id| format!("{path}: the id {id} stands twice")));
        let lost = page.spoken_of.iter().filter(|id| !own.contains(id.as_str()));
        out.extend(lost.map(|id| format!("{path}: nothing has the id {id}")));
        out.extend((page.empty_links > 0).then(|| format!("{path}: a link without words")));
        out.extend(heading_fault(&page.headings).map(|fault| format!("{path}: {fault}")));
        for link in &page.links {
            let Some((file, anchor)) = target(path, link, base) else { continue };
            let there = tree.contains_key(&file);
            let anchored = anchor.is_empty() || pages.get(&*file).is_some_and(|p| p.ids.contains(&anchor));
            if !there || !anchored {
                out.push(format!("{path}: {link} leads nowhere"));
            }
        }
    }
    out
}

/// One heading of the first level, before all others, and no level passed over on the way down.
fn heading_fault(levels: &[usize]) -> Option<String> {
    let firsts = levels.iter().filter(|level| **level == 1).count();
    if firsts != 1 || levels.first() != Some(&1) {
        return Some(format!(
            "{firsts} headings of the first level, the first of all is {:?}",
            levels.first()
        ));
    }
    levels.windows(2).find(|w| w[1] > w[0] + 1).map(|w| format!("h{} follows h{}", w[1], w[0]))
}

fn sound(root: &Path) {
    let out = tempfile::tempdir().unwrap();
    let (from, to) = (root.to_str().unwrap(), out.path().to_str().unwrap());
    kit::run(["build", "-C", from, "--as-of", "2026-11-24", "--out", to], 0);
    let site = kit::record(root);
    let found = faults(&folder::tree(out.path()), site.settings.base_url.as_deref());
    assert!(
        found.is_empty(),
        "{}: {} faults\n{}",
        root.display(),
        found.len(),
        found[..found.len().min(30)].join("\n")
    );
}

#[test]
fn the_example_is_sound() {
    sound(Path::new(env!("CARGO_MANIFEST_DIR")));
}

#[test]
fn the_starter_and_the_tiny_sites_are_sound() {
    sound(&kit::repo("starter"));
    for case in std::fs::read_dir(kit::repo("tests/cases")).unwrap() {
        sound(&case.unwrap().path());
    }
}

#[test]
fn every_form_of_notice_gives_a_sound_site() {
    for entry in std::fs::read_dir(kit::repo("tests/import")).unwrap() {
        let file = entry.unwrap().path();
        let dir = tempfile::tempdir().unwrap();
        kit::run(["import", file.to_str().unwrap(), "-C", dir.path().to_str().unwrap()], 0);
        sound(dir.path());
    }
}

#[test]
fn the_real_notice_gives_a_sound_site() {
    let Some(path) = kit::real_notice() else { return };
    let dir = tempfile::tempdir().unwrap();
    kit::run(["import", path.to_str().unwrap(), "--slug", "real", "-C", dir.path().to_str().unwrap()], 0);
    sound(dir.path());
}

#[test]
fn the_check_of_this_file_finds_what_is_broken() {
    let of = |html: &str| {
        let tree = [("a/index.html", html), ("b.html", "<h1 id=x>题</h1>")];
        faults(&tree.map(|(p, t)| (p.to_owned(), t.as_bytes().to_vec())).into(), Some("https://example.com/"))
    };
    let sound = "<h1 id=t>题</h1><a href='../b.html#x'>乙</a><a href='#t'>上</a><a href='mailto:a@b'>信</a>\
                 <a href='https://example.com/a/'>己</a><p aria-labelledby=t></p>";
    assert!(of(sound).is_empty(), "{:?}", of(sound));
    for broken in [
        "<a href='../c.html'>丙</a>",
        "<a href='../b.html#y'>乙</a>",
        "<a href='https://example.com/none/'>无</a>",
        "<p id=t></p>",
        "<p aria-labelledby=none></p>",
        "<h3>跳</h3>",
        "<h1>又</h1>",
        "<a href='../b.html'> </a>",
    ] {
        assert_eq!(
            of(&format!("{sound}{broken}")).len(),
            1 + usize::from(broken.contains("id=t>")),
            "{broken}"
        );
    }
}
