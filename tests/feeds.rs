//! What machines read, as parsers independent of the product read it: the Atom feed (RFC 4287) and the sitemap
//! (sitemaps.org 0.9).
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test fails by panicking")]

mod folder;
mod kit;

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

use atom_syndication::Feed;
use chrono::{DateTime, FixedOffset, NaiveDate};
use quick_xml::NsReader;
use quick_xml::events::Event;
use quick_xml::name::ResolveResult;

const BASE: &str = "https://gongkai.example.com/";
const ATOM: &str = "http://www.w3.org/2005/Atom";
const SITEMAP: &str = "http://www.sitemaps.org/schemas/sitemap/0.9";

fn built(root: &Path, day: &str) -> folder::Tree {
    let out = tempfile::tempdir().unwrap();
    kit::run(
        ["build", "-C", root.to_str().unwrap(), "--as-of", day, "--out", out.path().to_str().unwrap()],
        0,
    );
    folder::tree(out.path())
}

fn example(day: &str) -> folder::Tree {
    built(Path::new(env!("CARGO_MANIFEST_DIR")), day)
}

fn feed(tree: &folder::Tree) -> Feed {
    Feed::read_from(&tree["feed.atom"][..]).unwrap()
}

/// An element with its texts and the names of what it holds, by the namespace it is in.
#[derive(Debug, Default)]
struct Element {
    name: String,
    text: String,
    children: Vec<Element>,
}

impl Element {
    /// How many children have this name.
    fn count(&self, name: &str) -> usize {
        self.children.iter().filter(|c| c.name == name).count()
    }

    fn text_of(&self, name: &str) -> Option<&str> {
        self.children.iter().find(|c| c.name == name).map(|c| c.text.as_str())
    }
}

/// The root of a well-formed document whose every element is in `namespace`.
fn parse(xml: &[u8], namespace: &str) -> Element {
    let mut reader = NsReader::from_reader(xml);
    reader.config_mut().check_end_names = true;
    let mut open = vec![Element::default()];
    loop {
        let (space, event) = reader.read_resolved_event().unwrap();
        let here = matches!(space, ResolveResult::Bound(n) if n.as_ref() == namespace);
        match event {
            Event::Start(tag) | Event::Empty(tag) if !here => panic!("{tag:?} is not of {namespace}"),
            Event::Start(tag) => open.push(named(tag.local_name().as_ref())),
            Event::Empty(tag) => {
                let element = named(tag.local_name().as_ref());
                open.last_mut().unwrap().children.push(element);
            }
            Event::Text(text) => open.last_mut().unwrap().text.push_str(&text),
            Event::End(_) => {
                let done = open.pop().unwrap();
                open.last_mut().unwrap().children.push(done);
            }
            Event::Eof => break,
            _ => {}
        }
    }
    assert_eq!(open.len(), 1, "every element ends");
    open.remove(0).children.remove(0)
}

fn named(name: &str) -> Element {
    Element { name: name.to_owned(), ..Element::default() }
}

/// Whether a page of the site is at this address, and has the anchor.
fn leads(tree: &folder::Tree, address: &str) -> bool {
    let Some(inside) = address.strip_prefix(BASE) else { return false };
    let (path, anchor) = inside.split_once('#').unwrap_or((inside, ""));
    let folder = path.is_empty() || path.ends_with('/');
    let file = if folder { format!("{path}index.html") } else { path.to_owned() };
    let Some(page) = tree.get(&file) else { return false };
    anchor.is_empty() || {
        let page = scraper::Html::parse_document(kit::text(page));
        let id = scraper::Selector::parse("[id]").unwrap();
        page.select(&id).any(|e| e.attr("id") == Some(anchor))
    }
}

/// RFC 4287, 4.1.1 and 4.1.2: what has to be there once.
#[test]
fn the_feed_has_what_atom_requires_and_no_more_of_it_than_allowed() {
    let tree = example("2026-11-24");
    let root = parse(&tree["feed.atom"], ATOM);
    assert_eq!(root.name, "feed");
    assert!(root.count("entry") > 20);
    let entries = root.children.iter().filter(|c| c.name == "entry");
    for element in entries.chain([&root]) {
        for name in ["id", "title", "updated"] {
            assert_eq!(element.count(name), 1, "{name} in {element:?}");
            assert!(!element.text_of(name).unwrap().trim().is_empty());
        }
        assert_eq!(element.count("author"), 1);
        let author = element.children.iter().find(|c| c.name == "author").unwrap();
        assert!(!author.text_of("name").unwrap().trim().is_empty());
        assert!(element.count("summary") <= 1 && element.count("link") >= 1);
    }
}

#[test]
fn entries_are_told_apart_for_ever_and_lead_to_the_very_update() {
    let tree = example("2026-11-24");
    let feed = feed(&tree);
    assert_eq!(feed.id(), format!("{BASE}feed.atom"));
    assert!(feed.links().iter().any(|l| l.rel() == "self" && l.href() == feed.id()));
    let ids: BTreeSet<&str> = feed.entries().iter().map(atom_syndication::Entry::id).collect();
    assert_eq!(ids.len(), feed.entries().len());
    for entry in feed.entries() {
        let alternate = entry.links().iter().find(|l| l.rel() == "alternate").unwrap();
        assert!(leads(&tree, alternate.href()), "{}", alternate.href());
        assert!(entry.id().starts_with(BASE) && entry.updated() <= feed.updated());
    }
    let times: Vec<_> = feed.entries().iter().map(|e| *e.updated()).collect();
    assert!(times.is_sorted_by(|a, b| a >= b), "the newest first");
}

/// Nothing is renamed by what comes later or withdrawn but for its age, and no time is that of the build.
#[test]
fn an_entry_is_the_same_in_a_later_feed() {
    let known = |tree: &folder::Tree| -> BTreeMap<String, DateTime<FixedOffset>> {
        feed(tree).entries().iter().map(|e| (e.id().to_owned(), *e.updated())).collect()
    };
    let (before, after) = (known(&example("2026-10-01")), known(&example("2026-11-24")));
    let oldest = after.values().min().unwrap();
    let kept: Vec<_> = before.iter().filter(|(_, time)| *time > oldest).collect();
    assert!(kept.len() > 10 && before.keys().any(|id| !after.contains_key(id)) == (after.len() == 100));
    for (id, time) in kept {
        assert_eq!(after.get(id), Some(time), "{id}");
    }
}

/// The starter's content with other settings.
fn with_settings(settings: &str) -> tempfile::TempDir {
    let dir = tempfile::tempdir().unwrap();
    for (path, bytes) in folder::tree(&kit::repo("starter")) {
        let file = dir.path().join(path);
        fs::create_dir_all(file.parent().unwrap()).unwrap();
        fs::write(file, bytes).unwrap();
    }
    let file = dir.path().join("content/site.yaml");
    let old = fs::read_to_string(&file).unwrap();
    let kept: Vec<&str> =
        old.lines().filter(|l| !l.starts_with("title:") && !l.starts_with("base_url:")).collect();
    fs::write(&file, format!("{}\n{settings}\n", kept.join("\n"))).unwrap();
    dir
}

#[test]
fn links_to_files_leave_the_ids_alone() {
    let feeds = ["folder", "file"].map(|links| {
        let site = with_settings(&format!("title: 题\nbase_url: {BASE}\nlinks: {links}"));
        let tree = built(site.path(), "2026-11-24");
        assert!(feed(&tree).entries().iter().all(|e| leads(&tree, e.links()[0].href())));
        feed(&tree).entries().iter().map(|e| e.id().to_owned()).collect::<Vec<_>>()
    });
    assert!(!feeds[0].is_empty());
    assert_eq!(feeds[0], feeds[1]);
}

#[test]
fn any_title_and_address_comes_through_as_it_is_written() {
    let site =
        with_settings("title: \"<整改> & '公开' \\u0008\"\nbase_url: \"https://example.com/a?b=1&c=%22/\"");
    let tree = built(site.path(), "2026-11-24");
    let feed = feed(&tree);
    assert_eq!(feed.title().value, "<整改> & '公开' \u{fffd}");
    assert_eq!(feed.authors()[0].name(), feed.title().value);
    assert_eq!(feed.id(), "https://example.com/a?b=1&c=%22/feed.atom");
    parse(&tree["sitemap.xml"], SITEMAP);
}

#[test]
fn the_sitemap_lists_every_page_for_readers_once() {
    let tree = example("2026-11-24");
    let root = parse(&tree["sitemap.xml"], SITEMAP);
    assert_eq!(root.name, "urlset");
    let mut listed = BTreeSet::new();
    for url in &root.children {
        assert_eq!((url.name.as_str(), url.count("loc")), ("url", 1));
        let address = url.text_of("loc").unwrap();
        assert!(leads(&tree, address), "{address}");
        assert!(address.len() < 2048 && listed.insert(address.to_owned()), "{address}");
        let day = url.text_of("lastmod").map(|d| d.parse::<NaiveDate>().unwrap());
        assert!(day.is_none_or(|d| d <= "2026-11-24".parse().unwrap()));
    }
    // A page that leads on is none to read.
    let read =
        tree.iter().filter(|(_, bytes)| !String::from_utf8_lossy(bytes).contains("http-equiv=\"refresh\""));
    let pages =
        read.filter_map(|(path, _)| path.strip_suffix("index.html")).map(|path| format!("{BASE}{path}"));
    assert_eq!(listed, pages.collect());
}

#[test]
fn a_notice_and_a_unit_have_feeds_of_their_own_with_the_same_entries() {
    let tree = example("2026-11-24");
    let whole: BTreeMap<String, String> =
        feed(&tree).entries.iter().map(|e| (e.id.clone(), e.updated.to_rfc3339())).collect();
    let own: Vec<_> = tree.keys().filter(|p| p.ends_with("/feed.atom")).cloned().collect();
    assert!(own.iter().any(|p| p.starts_with("notices/")) && own.iter().any(|p| p.starts_with("units/")));
    for path in own {
        let one = Feed::read_from(&tree[&path][..]).unwrap();
        let page = path.trim_end_matches("feed.atom");
        assert_eq!(one.id, format!("{BASE}{path}"));
        assert!(one.links.iter().any(|l| l.href == format!("{BASE}{page}")), "{path}");
        assert!(tree.contains_key(&format!("{page}index.html")), "{path}");
        parse(&tree[&path], ATOM);
        let latest = one.entries.iter().map(|e| e.updated).max();
        assert!(latest.is_none_or(|day| day <= one.updated), "{path}");
        for entry in one.entries {
            if page.starts_with("notices/") {
                assert!(entry.id.starts_with(&format!("{BASE}{page}")), "{path}: {}", entry.id);
            }
            if let Some(when) = whole.get(&entry.id) {
                assert_eq!(*when, entry.updated.to_rfc3339(), "{path}: {}", entry.id);
            }
        }
    }
}
