//! `gongkai verify`: whatever is done to a published site, the file is named; whatever is done to the words of a notice,
//! the sentence is shown.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test fails by panicking")]

mod folder;
mod kit;

use std::fs;
use std::path::{Path, PathBuf};

use gongkai::audit::article;
use gongkai::audit::manifest::{FILE, Row, write};
use gongkai::audit::proof::prove;
use gongkai::export::txt;
use serde_json::Value;

/// A site built from `root`.
fn built(root: &Path) -> tempfile::TempDir {
    let out = tempfile::tempdir().unwrap();
    let to = out.path().to_str().unwrap();
    kit::run(["build", "-C", root.to_str().unwrap(), "--as-of", "2026-11-24", "--out", to], 0);
    out
}

/// What `verify` says of a folder, as data; `code` is the exit code that it must have.
fn verify(site: &Path, args: &[&str], code: i32) -> Value {
    let all = [&["verify", site.to_str().unwrap(), "--format", "json"], args].concat();
    serde_json::from_slice(&kit::run(all, code).stdout).unwrap()
}

/// The files named under a heading.
fn named<'v>(found: &'v Value, heading: &str) -> Vec<&'v str> {
    found[heading].as_array().unwrap().iter().map(|path| path.as_str().unwrap()).collect()
}

#[test]
fn the_manifest_lists_every_file_of_a_site_and_is_one_of_its_own() {
    let site = built(&kit::repo("starter"));
    let mut tree = folder::tree(site.path());
    let manifest = tree.remove(FILE).unwrap();
    assert_eq!(manifest, write(tree.iter().map(|(path, bytes)| Row::of(path, bytes)).collect()));
    let owned = fs::read_to_string(site.path().join(".gongkai/owned")).unwrap();
    assert!(owned.lines().any(|path| path == FILE));
}

#[test]
fn each_file_that_was_touched_is_named() {
    let site = built(&kit::repo("starter"));
    let at = |path: &str| site.path().join(path);
    fs::write(at(".gitkeep"), "").unwrap();
    let well = verify(site.path(), &[], 0);
    assert_eq!(well["well"], true);

    let mut page = fs::read(at("index.html")).unwrap();
    *page.last_mut().unwrap() ^= 1;
    fs::write(at("index.html"), &page).unwrap();
    fs::write(at("robots.txt"), "").unwrap();
    fs::remove_file(at("progress/index.html")).unwrap();
    fs::create_dir_all(at("old/.draft")).unwrap();
    fs::write(at("old/页.html"), "").unwrap();
    fs::write(at("old/.draft/x.html"), "").unwrap();
    let found = verify(site.path(), &[], 1);
    assert_eq!(named(&found, "differs"), ["index.html", "robots.txt"]);
    assert_eq!(named(&found, "missing"), ["progress/index.html"]);
    assert_eq!(named(&found, "extra"), ["old/页.html"]);
    assert_eq!(found["manifest_sha256"], well["manifest_sha256"]);
}

/// A theme of the site's own that has a code in so many figures, or none: `check` tells it of the template, `verify` of each page.
#[test]
fn a_page_without_the_code_of_its_site_is_named() {
    let dir = tempfile::tempdir().unwrap();
    let root = dir.path().to_str().unwrap();
    kit::run(["new", root], 0);
    let base = fs::read_to_string(kit::repo("themes/civic/templates/base.html")).unwrap();
    let own = dir.path().join("themes/civic/templates");
    fs::create_dir_all(&own).unwrap();
    let of = |from: &str, to: &str| {
        assert!(base.contains(from));
        fs::write(own.join("base.html"), base.replace(from, to)).unwrap();
        let checked = kit::run(["-C", root, "check", "--format", "short"], 0);
        let told = kit::text(&checked.stdout).matches("theme-site-code").count();
        let site = built(dir.path());
        let found = verify(site.path(), &[], i32::from(told > 0));
        (told, found["site_code"].as_array().unwrap().clone())
    };
    assert_eq!(of("<main", "<main"), (0, Vec::new()));
    let (told, pages) = of("content=\"{{ site.site_id }}\"", "content=\"5304210001\"");
    assert_eq!(
        (told, &pages[0]["head"], &pages[0]["expected"]),
        (1, &"5304210001".into(), &"0000000000".into())
    );
    // A foot in so many figures.
    let head = of("<main", "<footer>{{ t.site_id }} 5304210013 滇ICP备2021000123号-2</footer><main");
    assert_eq!((head.0, &head.1[0]["expected"]), (2, &"5304210013".into()));
    let (told, pages) = of("<meta name=\"SiteIDCode\" content=\"{{ site.site_id }}\">", "");
    assert_eq!((told, &pages[0]["path"], &pages[0]["head"]), (1, &"404.html".into(), &Value::Null));
}

/// The limit that the help speaks of: only the digest of the manifest tells.
#[test]
fn who_changes_both_is_betrayed_by_the_digest_alone() {
    let site = built(&kit::repo("starter"));
    let before = verify(site.path(), &[], 0);
    fs::write(site.path().join("index.html"), "<p>改</p>").unwrap();
    let mut tree = folder::tree(site.path());
    tree.remove(FILE);
    let forged = write(tree.iter().map(|(path, bytes)| Row::of(path, bytes)).collect());
    fs::write(site.path().join(FILE), forged).unwrap();
    assert_ne!(verify(site.path(), &[], 0)["manifest_sha256"], before["manifest_sha256"]);
}

#[cfg(unix)]
#[test]
fn a_link_is_no_file_and_is_not_followed() {
    let site = built(&kit::repo("starter"));
    let page = site.path().join("index.html");
    let copy = site.path().with_extension("copy");
    fs::rename(&page, &copy).unwrap();
    std::os::unix::fs::symlink(&copy, &page).unwrap();
    std::os::unix::fs::symlink("/", site.path().join("root")).unwrap();
    let found = verify(site.path(), &[], 1);
    fs::remove_file(copy).unwrap();
    assert_eq!((named(&found, "differs"), named(&found, "extra")), (vec!["index.html"], vec!["root"]));
}

#[test]
fn a_folder_without_a_manifest_is_wrong_and_one_that_is_not_there_is_a_failure() {
    let site = built(&kit::repo("starter"));
    fs::write(site.path().join(FILE), "{}").unwrap();
    kit::run(["verify", site.path().to_str().unwrap()], 1);
    fs::remove_file(site.path().join(FILE)).unwrap();
    kit::run(["verify", site.path().to_str().unwrap()], 1);
    kit::run(["verify", site.path().join("none").to_str().unwrap()], 2);
}

/// A notice as it was signed and as it is published.
struct Published {
    site: tempfile::TempDir,
    slug: String,
    text: String,
}

impl Published {
    fn page(&self) -> PathBuf {
        self.site.path().join("notices").join(&self.slug).join("index.html")
    }

    /// What `verify` says when the page reads `html` and the text `text`.
    fn against(&self, html: &str, text: &[u8], code: i32) -> Value {
        let file = self.site.path().join(".signed.txt");
        fs::write(&file, text).unwrap();
        fs::write(self.page(), html).unwrap();
        let args = ["--notice", file.to_str().unwrap(), "--slug", &self.slug];
        verify(self.site.path(), &args, code)["notice"].take()
    }

    /// Changes the page as `change` says, and asks that the notice is found wanting, with these counts of sentences.
    fn changed(&self, html: &str, change: impl Fn(&str) -> String, counts: &[(&str, usize, usize)]) {
        let changed = change(html);
        assert_ne!(changed, html);
        let found = self.against(&changed, self.text.as_bytes(), 1);
        let said: Vec<_> = found["counts"].as_array().unwrap().iter().collect();
        let wanted: Vec<_> = counts
            .iter()
            .map(|(s, t, p)| serde_json::json!({"sentence": s, "in_text": t, "on_page": p}))
            .collect();
        assert_eq!(said, wanted.iter().collect::<Vec<_>>(), "{}", self.slug);
        assert_eq!(found["well"], false);
        assert!(!found["differences"].as_array().unwrap().is_empty());
    }

    /// Two sentences that follow each other in one paragraph, and stand once in the page's source.
    fn two_sentences(&self, html: &str) -> (String, String) {
        let pair = |line: &str| {
            let mut all = line.split_inclusive('。').filter(|s| s.ends_with('。') && s.chars().count() > 8);
            Some((all.next()?.to_owned(), all.next()?.to_owned()))
        };
        let once = |(a, b): &(String, String)| {
            html.matches(&format!("{a}{b}")).count() == 1
                && [a, b]
                    .iter()
                    .all(|s| html.matches(s.as_str()).count() == 1 && !s.contains([';', '；', '!', '?']))
        };
        let last = |line: &str| {
            let (a, b) = pair(line)?;
            // The first begins with the paragraph and its number; what comes after is free to move.
            let rest = line.split_once(&b)?.1;
            let c = rest.split_inclusive('。').find(|s| s.ends_with('。') && s.chars().count() > 8)?;
            let _first = a;
            rest.starts_with(c).then(|| (b, c.to_owned()))
        };
        self.text.lines().filter_map(last).find(once).expect("a paragraph of three sentences")
    }

    /// Everything that may befall the words of a page.
    fn tell_everything(&self) {
        let html = fs::read_to_string(self.page()).unwrap();
        assert_eq!(self.against(&html, self.text.as_bytes(), 0)["well"], true);
        let (a, b) = self.two_sentences(&html);
        let both = format!("{a}{b}");
        self.changed(&html, |h| h.replace(&both, &format!("{b}{a}")), &[]);
        self.changed(&html, |h| h.replace(&b, ""), &[(&b, 1, 0)]);
        self.changed(&html, |h| h.replace(&b, &b.repeat(2)), &[(&b, 1, 2)]);
        self.changed(&html, |h| h.replace(&both, &format!("{a}多此一句。{b}")), &[("多此一句。", 0, 1)]);
        self.changed(&html, |h| h.replace(&both, &format!("{a}</p><p>{b}")), &[]);
        let hidden = format!("{a}<span hidden>{b}</span>");
        self.changed(&html, |h| h.replace(&both, &hidden), &[(&b, 1, 0)]);
    }
}

/// Every notice of a site, with its text as the site exports it.
fn published(root: &Path) -> Vec<Published> {
    let site = kit::record(root);
    let of = |n: &gongkai::model::Notice| Published {
        site: built(root),
        slug: n.slug.clone(),
        text: txt::export(n),
    };
    site.notices.iter().map(of).collect()
}

/// The real notice, imported and built, with its text as it came in.
fn real() -> Option<Published> {
    let path = kit::real_notice()?;
    let dir = tempfile::tempdir().unwrap();
    kit::run(["import", path.to_str().unwrap(), "--slug", "real", "-C", dir.path().to_str().unwrap()], 0);
    let (text, _) = gongkai::text::decode(&fs::read(path).unwrap()).unwrap();
    Some(Published { site: built(dir.path()), slug: "real".to_owned(), text })
}

#[test]
fn the_example_tells_every_sentence_that_is_lost_moved_or_doubled() {
    published(Path::new(env!("CARGO_MANIFEST_DIR"))).iter().for_each(Published::tell_everything);
}

#[test]
fn the_real_notice_tells_every_sentence_that_is_lost_moved_or_doubled() {
    if let Some(notice) = real() {
        notice.tell_everything();
    }
}

#[test]
fn every_form_of_notice_holds_the_text_it_was_imported_from() {
    for entry in fs::read_dir(kit::repo("tests/import")).unwrap() {
        let file = entry.unwrap().path();
        let dir = tempfile::tempdir().unwrap();
        kit::run(["import", file.to_str().unwrap(), "-C", dir.path().to_str().unwrap()], 0);
        let site = built(dir.path());
        // The only notice of the site needs no --slug.
        let found = verify(site.path(), &["--notice", file.to_str().unwrap()], 0);
        assert_eq!(found["notice"]["well"], true, "{}", file.display());
    }
}

#[test]
fn a_text_may_come_in_any_encoding_that_offices_use() {
    let all = published(&kit::repo("starter"));
    let notice = &all[0];
    let html = fs::read_to_string(notice.page()).unwrap();
    let (gb, _, lost) = encoding_rs::GB18030.encode(&notice.text);
    assert!(!lost);
    let wide: Vec<u8> =
        format!("\u{feff}{}", notice.text).encode_utf16().flat_map(u16::to_le_bytes).collect();
    for bytes in [gb.as_ref(), wide.as_slice()] {
        assert_eq!(notice.against(&html, bytes, 0)["well"], true);
    }
    let file = notice.site.path().join(".empty.txt");
    fs::write(&file, "\u{3000}\n").unwrap();
    let folder = notice.site.path().to_str().unwrap();
    kit::run(["verify", folder, "--notice", file.to_str().unwrap()], 1);
}

#[test]
fn a_page_that_is_gone_or_holds_no_notice_is_told_with_the_rest() {
    let all = published(&kit::repo("starter"));
    let notice = &all[0];
    let signed = notice.site.path().join(".signed.txt");
    fs::write(&signed, &notice.text).unwrap();
    let args = ["--notice", signed.to_str().unwrap()];
    fs::write(notice.page(), "<p>空</p>").unwrap();
    assert_eq!(named(&verify(notice.site.path(), &args, 1), "differs").len(), 1);
    fs::remove_file(notice.page()).unwrap();
    let found = verify(notice.site.path(), &args, 1);
    assert_eq!((found["well"].as_bool(), named(&found, "missing").len()), (Some(false), 1));
}

/// A rule under a head has no words, so a page need not show it, nor may it show more for it.
#[test]
fn the_rule_under_the_head_of_a_table_is_no_row() {
    let text = "　　|名称|数|\n　　|---|--:|\n　　|乙|1|\n";
    let holds = |rows: &str| {
        let page = format!("<h1>题</h1><article class=doc><table>{rows}</table></article>");
        prove(text, &article::read(page.as_bytes()).unwrap()).holds()
    };
    assert!(holds("<tr><th>名称<th>数<tr><td>乙<td>1"));
    assert!(!holds("<tr><th>名称<th>数<tr><td>---<td>--:<tr><td>乙<td>1"));
}

/// Tables stand cell by cell, whatever the page makes of them.
#[test]
fn tables_are_compared_by_cell() {
    let page = |table: &str| format!("<h1>题</h1><article class=doc><p>甲</p>{table}<p>丁</p></article>");
    let holds = |table: &str| {
        prove("甲\n|名称|数|\n|乙|1|\n丁\n", &article::read(page(table).as_bytes()).unwrap()).holds()
    };
    assert!(holds("<table><tr><th>名称</th><th>数</th></tr><tr><td>乙</td><td>1</td></tr></table>"));
    assert!(holds("<p>|名称|数|</p><p>| 乙 | 1 |</p>"));
    assert!(!holds("<table><tr><th>名称</th><th>数</th></tr><tr><td>1</td><td>乙</td></tr></table>"));
}

#[test]
fn a_digest_that_was_kept_shows_another_manifest() {
    let root = kit::repo("tests/frozen/v1");
    let dir = tempfile::tempdir().unwrap();
    let folder = dir.path().join("public");
    let (root, folder) = (root.to_str().unwrap(), folder.to_str().unwrap());
    kit::run(["build", "-C", root, "--as-of", "2025-08-01", "--out", folder], 0);
    let shown = kit::run(["verify", folder], 0);
    let words = kit::text(&shown.stdout).to_owned() + kit::text(&shown.stderr);
    let digest = words.split_whitespace().find(|w| w.len() == 64).unwrap().to_owned();
    kit::run(["verify", folder, "--expect", &digest], 0);
    kit::run(["verify", folder, "--expect", &digest[..12].to_uppercase()], 0);
    kit::run(["verify", folder, "--expect", &digest[..11]], 2);
    kit::run(["verify", folder, "--expect", "no digest at all"], 2);
    // Everything is as the manifest says, and yet it is another site than the one that was published.
    kit::run(["build", "-C", root, "--as-of", "2025-06-01", "--out", folder], 0);
    kit::run(["verify", folder], 0);
    kit::run(["verify", folder, "--expect", &digest], 1);
}

#[test]
fn the_text_for_the_board_names_its_edition_as_the_page_does() {
    let root = kit::repo("tests/frozen/v1");
    let dir = tempfile::tempdir().unwrap();
    let root = root.to_str().unwrap();
    let text = kit::run(["export", "2025-canal", "--with-edition", "-C", root], 0);
    let last = kit::text(&text.stdout).lines().last().unwrap().to_owned();
    let folder = dir.path().join("public");
    kit::run(["build", "-C", root, "--as-of", "2025-08-01", "--out", folder.to_str().unwrap()], 0);
    let page = fs::read_to_string(folder.join("notices/2025-canal/index.html")).unwrap();
    let digest = last.trim_end_matches(')').rsplit(' ').next().unwrap();
    assert!(last.contains("2025-07-05") && digest.len() >= 12 && page.contains(digest), "{last}");
    kit::run(["export", "2023-canal", "--with-edition", "-C", root], 2);
}
