//! The same site in every encoding that offices use, and what is said of bytes that are no text.
#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test fails by panicking")]

mod kit;

use gongkai::export::txt;
use gongkai::lang::{Catalog, Lang};
use gongkai::load::{Loaded, load};
use gongkai::text::RawFile;
use kit::{content, gongkai, repo};

type Recode = fn(&str) -> Vec<u8>;

fn utf16(text: &str, order: fn(u16) -> [u8; 2], mark: bool) -> Vec<u8> {
    let mark = mark.then_some(0xFEFF);
    mark.into_iter().chain(text.encode_utf16()).flat_map(order).collect()
}

const ENCODINGS: [(&str, Recode); 9] = [
    ("UTF-8", |t| t.as_bytes().to_vec()),
    ("UTF-8 with a mark", |t| format!("\u{FEFF}{t}").into_bytes()),
    ("UTF-8 with CRLF", |t| t.replace('\n', "\r\n").into_bytes()),
    ("UTF-8 with CR", |t| t.replace('\n', "\r").into_bytes()),
    ("UTF-16LE with a mark", |t| utf16(t, u16::to_le_bytes, true)),
    ("UTF-16BE with a mark", |t| utf16(t, u16::to_be_bytes, true)),
    ("UTF-16LE", |t| utf16(t, u16::to_le_bytes, false)),
    ("UTF-16BE", |t| utf16(t, u16::to_be_bytes, false)),
    ("GB18030 with CRLF", |t| encoding_rs::GB18030.encode(&t.replace('\n', "\r\n")).0.into_owned()),
];

fn recoded(recode: Recode) -> Loaded {
    let files = content(&repo("starter/content")).into_iter().map(|f| {
        let bytes = recode(std::str::from_utf8(&f.bytes).unwrap());
        RawFile { path: f.path, bytes }
    });
    load(files.collect())
}

#[test]
fn a_site_in_any_encoding_gives_the_same_notice() {
    let texts = ENCODINGS.map(|(name, recode)| {
        let loaded = recoded(recode);
        let site = loaded.site.unwrap_or_else(|| unreachable!("{name}: {:?}", loaded.diagnostics));
        (name, txt::export(&site.notices[0]))
    });
    for (name, text) in &texts {
        assert_eq!(text, &texts[0].1, "{name}");
    }
}

/// What loading says of one issue file with these bytes.
fn said(bytes: Vec<u8>) -> String {
    let mut files = content(&repo("starter/content"));
    files.push(RawFile { path: "notices/example/issues/99.md".to_owned(), bytes });
    let loaded = load(files);
    assert!(loaded.site.is_none(), "an issue that cannot be read stops the build");
    gongkai::diag::short::print(&loaded.diagnostics, &loaded.sources, &Catalog::tool(Lang::En))
}

#[test]
fn bytes_that_are_no_text_are_told_with_their_place() {
    let path = "notices/example/issues/99.md: error[not-text]: ";
    let cut = "---\nid: a\ntitle: 整改".as_bytes();
    assert_eq!(
        said(cut[..cut.len() - 1].to_vec()),
        format!(
            "{path}from line 3 on (byte 21) this is not whole UTF-8; the file may be cut off or damaged\n"
        )
    );
    assert_eq!(said(b"PK\x03\x04\0\0\0\x08".to_vec()), format!("{path}this is not a text file\n"));
    assert_eq!(
        said(b"id: \xff\xff\xff".to_vec()),
        format!("{path}from line 1 on (byte 5) the encoding cannot be made out\n")
    );
}

#[test]
fn nesting_without_end_is_a_diagnostic_and_no_crash() {
    for (name, text) in [
        ("lists", "[".repeat(100_000)),
        ("mappings", "a: {".repeat(100_000)),
        ("dashes", "- ".repeat(100_000)),
        ("closed lists", "[".repeat(100_000) + &"]".repeat(100_000)),
        ("steps", (0..3_000).map(|n| " ".repeat(n) + "a:\n").collect()),
        ("keys", "? ".repeat(100_000)),
    ] {
        let found = said(format!("---\n{text}\n---\n").into_bytes());
        assert!(found.contains("nested more than 32 levels deep"), "{name}: {found}");
    }
}

#[test]
fn a_file_of_a_hundred_megabytes_is_a_diagnostic() {
    let dir = tempfile::tempdir().unwrap();
    let root = dir.path();
    assert!(gongkai(["new"]).arg(root.join("site")).status().unwrap().success());
    let big = root.join("site/content/notices/example/issues/99.md");
    std::fs::File::create(&big).unwrap().set_len(100 * 1024 * 1024).unwrap();
    let out = gongkai(["check", "-C"]).arg(root.join("site")).output().unwrap();
    assert_eq!(out.status.code(), Some(1));
    let said = kit::text(&out.stdout);
    assert!(said.contains("notices/example/issues/99.md"), "{said}");
    assert!(said.contains("the file has 100 MB; the limit is 32 MB"), "{said}");
}
