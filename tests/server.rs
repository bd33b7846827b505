//! What goes to a server: copies in gzip, one archive with what changed, a sitemap that no reader refuses, pages that are light.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test fails by panicking")]

mod folder;
mod kit;

use std::fs;
use std::io::Read;
use std::path::Path;

use chrono::NaiveDate;
use gongkai::lang::Lang;
use gongkai::plan::{Index, Kind, MAP_HOLDS, plan};
use gongkai::render::{Book, Renderer};
use gongkai::theme::{Folder, Theme};

const DAY: &str = "2026-11-24";

fn build(root: &Path, out: &Path, more: &[&str]) -> String {
    let mut args =
        vec!["build", "-C", root.to_str().unwrap(), "--as-of", DAY, "--out", out.to_str().unwrap()];
    args.extend(more);
    kit::text(&kit::run(args, 0).stdout).to_owned()
}

fn verified(out: &Path) -> String {
    kit::text(&kit::run(["verify", out.to_str().unwrap()], 0).stdout).to_owned()
}

#[test]
fn a_copy_in_gzip_stands_beside_each_text_that_it_makes_smaller() {
    let dir = tempfile::tempdir().unwrap();
    let (root, out) = (kit::repo("tests/cases/one-issue"), dir.path().join("public"));
    build(&root, &out, &["--compress"]);
    let tree = folder::tree(&out);
    let mut copies = 0;
    for (path, bytes) in &tree {
        let Some(text) = path.strip_suffix(".gz").map(|path| &tree[path]) else { continue };
        let mut unpacked = Vec::new();
        flate2::read::GzDecoder::new(&bytes[..]).read_to_end(&mut unpacked).unwrap();
        assert!(unpacked == *text && bytes.len() < text.len(), "{path}");
        copies += 1;
    }
    assert!(
        copies > 15 && tree.contains_key("index.html.gz") && !tree.contains_key("manifest.json.gz"),
        "{copies}"
    );
    assert!(verified(&out).contains("nothing is extra"));
    assert!(build(&root, &out, &["--compress"]).contains(": 0 written, 0 removed"));
    let without = build(&root, &out, &[]);
    assert!(without.contains(&format!("{copies} removed")), "{without}");
    assert!(verified(&out).contains("nothing is extra"));
}

#[test]
fn an_archive_holds_the_site_and_what_changed_since_the_one_before() {
    let copy = kit::copied(&kit::repo("tests/cases/one-issue"));
    let (out, zip) = (copy.path().join("public"), copy.path().join("site.zip"));
    let archive = zip.to_str().unwrap();
    let said = build(copy.path(), &out, &["--zip", archive]);
    assert!(said.contains("new, 0 changed, 0 removed"), "{said}");
    let first = fs::read(&zip).unwrap();
    let mut packed = zip::ZipArchive::new(std::io::Cursor::new(&first)).unwrap();
    for (path, bytes) in folder::tree(&out) {
        let mut there = Vec::new();
        packed.by_name(&format!("public/{path}")).unwrap().read_to_end(&mut there).unwrap();
        assert_eq!(there, bytes, "{path}");
    }
    assert!(build(copy.path(), &out, &["--zip", archive]).contains("stays as it is"));
    assert!(fs::read(&zip).unwrap() == first, "a build that changes nothing writes nothing");

    let page = copy.path().join("content/pages");
    fs::create_dir_all(&page).unwrap();
    fs::write(page.join("about.md"), "---\ntitle: 关于\n---\n说明。\n").unwrap();
    build(copy.path(), &out, &["--zip", archive]);
    let mut changes = String::new();
    let mut packed = zip::ZipArchive::new(fs::File::open(&zip).unwrap()).unwrap();
    packed.by_name("changes.txt").unwrap().read_to_string(&mut changes).unwrap();
    assert!(changes.contains("\n+ about/index.html\n") && changes.contains("\n* index.html\n"), "{changes}");
    assert!(changes.ends_with("* manifest.json\n") && !changes.contains("assets/"), "{changes}");
}

#[test]
fn what_is_no_archive_of_a_site_is_left_alone_and_nothing_is_built() {
    let copy = kit::copied(&kit::repo("tests/cases/one-issue"));
    let (root, out) = (copy.path().to_str().unwrap(), copy.path().join("public"));
    let mine = copy.path().join("holiday.zip");
    fs::write(&mine, "not an archive").unwrap();
    let inside = out.join("site.zip");
    for (file, words) in [(&mine, "left alone"), (&inside, "lies in the site itself")] {
        let args = ["build", "-C", root, "--as-of", DAY, "--zip", file.to_str().unwrap()];
        let said = kit::run(args, 2);
        assert!(kit::text(&said.stderr).contains(words), "{}", kit::text(&said.stderr));
    }
    assert!(fs::read(&mine).unwrap() == b"not an archive" && !out.exists());
}

#[test]
fn the_heaviest_pages_of_the_example_are_light() {
    let dir = tempfile::tempdir().unwrap();
    let said = build(Path::new(env!("CARGO_MANIFEST_DIR")), &dir.path().join("public"), &[]);
    let line = said.lines().find(|line| line.starts_with("Heaviest")).unwrap();
    for (kind, most) in
        [("home", 60.0), ("notice", 60.0), ("issue", 20.0), ("progress of a notice", 60.0), ("unit", 60.0)]
    {
        let weight = line.split([':', ',']).find_map(|part| part.trim().strip_prefix(&format!("{kind} ")));
        let weight: f64 = weight.unwrap().trim_end_matches(" kB").parse().unwrap();
        assert!(weight > 0.5 && weight <= most, "{kind}: {weight} kB");
    }
}

#[test]
fn a_sitemap_that_is_too_long_for_one_file_has_an_index_of_parts() {
    let mut site = kit::record(&kit::repo("starter"));
    site.settings.base_url = Some("https://example.com/".into());
    let few = site.pages[0].clone();
    site.pages = (0..=MAP_HOLDS)
        .map(|at| {
            let mut page = few.clone();
            page.slug = format!("p{at}");
            page
        })
        .collect();
    let day: NaiveDate = DAY.parse().unwrap();
    let (index, theme) =
        (Index::of(&site, day), Theme::open("civic", Folder::default(), Lang::ZhCn).unwrap());
    let pages = plan(&site, &index, None, &theme.pages);
    let book = Book::open(&site, &index, &pages, day, &theme.strings);
    let renderer = Renderer::new(&book, &theme);
    let text = |kind| String::from_utf8(renderer.page(kind).unwrap()).unwrap();
    let map = text(Kind::Sitemap);
    assert!(map.contains("<sitemapindex") && map.matches("<sitemap>").count() == 2, "{map}");
    assert!(map.contains("<loc>https://example.com/sitemap-2.xml</loc><lastmod>20"), "{map}");
    let parts = [text(Kind::SitemapPart(0)), text(Kind::SitemapPart(1))];
    assert_eq!(parts[0].matches("<url>").count(), MAP_HOLDS);
    let named = pages.iter().filter(|kind| kind.is_to_be_found(&site)).count();
    assert_eq!(parts[1].matches("<url>").count(), named - MAP_HOLDS);
    assert_eq!(Kind::SitemapPart(1).address(&site), "sitemap-2.xml");
}
