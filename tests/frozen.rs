//! Records of before load for ever: a site that was written once with every field of format 1, and is never changed.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test fails by panicking")]

mod folder;
mod kit;

use gongkai::export::txt;
use gongkai::load::load_with;
use sha2::{Digest, Sha256};

fn sums(name: &str) -> Vec<(String, String)> {
    let list = std::fs::read_to_string(kit::repo(&format!("tests/frozen/{name}/sums.txt"))).unwrap();
    let line = |l: &str| l.split_once("  ").map(|(sum, path)| (sum.to_owned(), path.to_owned())).unwrap();
    list.lines().map(line).collect()
}

#[test]
fn the_fixtures_themselves_were_never_changed() {
    for name in ["v1", "v1-translated"] {
        let folder = folder::tree(&kit::repo(&format!("tests/frozen/{name}/content")));
        assert_eq!(folder.len(), sums(name).len());
        for (sum, path) in sums(name) {
            let bytes = &folder[path.trim_start_matches("content/")];
            let now: String = Sha256::digest(bytes).iter().map(|b| format!("{b:02x}")).collect();
            assert_eq!(now, sum, "{path} is frozen: what the format gains goes into a new fixture");
        }
    }
}

/// Every field that a translation may have, in the files and in an edition.
#[test]
fn an_edition_with_translations_keeps_its_digest() {
    let read = gongkai::disk::read_content(&kit::repo("tests/frozen/v1-translated/content"));
    let loaded = load_with(read.files, read.assets);
    assert!(loaded.diagnostics.is_empty(), "{:?}", loaded.diagnostics);
    let site = loaded.site.unwrap();
    let edition = &site.notices[0].editions[0];
    assert_eq!(edition.digest, "cfb06376b30fc75874d30703e79ddf52ddc44ddd96655131db25a92aa2e7fef1");
    let out = tempfile::tempdir().unwrap();
    let (root, place) = (kit::repo("tests/frozen/v1-translated"), out.path().to_str().unwrap());
    kit::run(["build", "-C", root.to_str().unwrap(), "--as-of", "2025-09-01", "--out", place], 0);
    let page =
        std::fs::read_to_string(out.path().join("en/notices/2025-lamps/issues/lamps/index.html")).unwrap();
    let page = page.split_once("<main").unwrap().1.split_once("</main>").unwrap().0;
    let is_chinese = |c: char| ('\u{4e00}'..='\u{9fff}').contains(&c);
    assert_eq!(page.chars().filter(|c| is_chinese(*c)).collect::<String>(), "");
}

#[test]
fn it_loads_without_a_word_and_says_what_it_said() {
    let read = gongkai::disk::read_content(&kit::repo("tests/frozen/v1/content"));
    let loaded = load_with(read.files, read.assets);
    assert!(loaded.diagnostics.is_empty(), "{:?}", loaded.diagnostics);
    let site = loaded.site.unwrap();
    let canal = site.notices.iter().find(|n| n.slug == "2025-canal").unwrap();
    let text = std::fs::read_to_string(kit::repo("tests/frozen/v1/2025-canal.txt")).unwrap();
    assert_eq!(txt::export(canal), text);
    // A digest is checked against the record while an edition loads; here it is that which was signed.
    let digests: Vec<_> = canal.editions.iter().map(|e| e.digest.as_str()).collect();
    assert_eq!(
        digests,
        [
            "c6b8e8466f228f2f8fa31be29c39f3ccce66a89e461b4a93d552a08d0ef78427",
            "bee81bc24baf28b32b34c311a9cc5946fbbc2fe8016c490018e8a6d076aba632",
        ]
    );
}

#[test]
fn it_is_lawful_and_builds() {
    let root = kit::repo("tests/frozen/v1");
    let out = tempfile::tempdir().unwrap();
    let folder = out.path().join("public");
    // It loads for ever without fault; what the rules think of its wording may grow.
    kit::run(["check", "-C", root.to_str().unwrap()], 0);
    kit::run(
        ["build", "-C", root.to_str().unwrap(), "--as-of", "2025-08-01", "--out", folder.to_str().unwrap()],
        0,
    );
    assert!(folder.join("notices/2025-canal/editions/2025-06-10/index.html").exists());
}
