//! Whatever the model can hold survives writing and reading, and whatever is printed survives import.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test fails by panicking")]

mod kit;

use std::cell::RefCell;

use gongkai::export::txt;
use gongkai::import::{Options, Refused, import};
use gongkai::load::{Loaded, load};
use gongkai::model::Notice;
use gongkai::save::notice_files;
use gongkai::text::RawFile;
use kit::dice::{Dice, Kind, notice};
use kit::file;
use kit::same::same_notice;
use proptest::prelude::*;
use proptest::test_runner::{Config, TestRunner};

const SITE: &str = "format: 1\ntitle: 公开\nunits: [{id: slj, name: 县水利局}, {id: hk, name: 县河库中心}]\n";

/// The same cases on every machine and every run.
fn runner(cases: u32) -> TestRunner {
    let config = Config { cases, failure_persistence: None, ..Config::default() };
    let rng = proptest::test_runner::TestRng::deterministic_rng(config.rng_algorithm);
    TestRunner::new_with_rng(config, rng)
}

fn numbers() -> impl Strategy<Value = Vec<u16>> {
    prop::collection::vec(any::<u16>(), 40..900)
}

fn loaded(files: &[(String, Vec<u8>)]) -> Loaded {
    let raw = files.iter().map(|(path, bytes)| RawFile { path: path.clone(), bytes: bytes.clone() });
    load(raw.chain([file("site.yaml", SITE)]).collect())
}

#[test]
fn a_model_written_and_read_is_the_same_model() {
    let run = |n: Vec<u16>| {
        let made = notice(&mut Dice::new(&n), Kind::Wild);
        let read = loaded(&notice_files(&made));
        prop_assert!(read.diagnostics.is_empty(), "{:?}", read.diagnostics);
        let read = &read.site.unwrap().notices[0];
        same_notice(read, &made);
        prop_assert_eq!(txt::export(read), txt::export(&made));
        Ok(())
    };
    runner(250).run(&numbers(), run).unwrap_or_else(|e| panic!("{e}"));
}

/// How an import of a printed notice ended.
#[derive(Default, Debug)]
struct Ends {
    whole: usize,
    part: usize,
    prose: usize,
    refused: usize,
}

fn imported(kind: Kind, cases: u32) -> Ends {
    let ends = RefCell::new(Ends::default());
    let run = |n: Vec<u16>| {
        let made = notice(&mut Dice::new(&n), kind);
        let text = txt::export(&made);
        let options = Options { slug: Some("n".to_owned()), ..Options::default() };
        match import(&text, &options) {
            Ok(imported) => {
                let read = loaded(&imported.files);
                prop_assert_eq!(&txt::export(&read.site.unwrap().notices[0]), &text);
                let count = |n: &Notice| n.issues.iter().map(|i| i.measures.len()).sum::<usize>();
                let found = (imported.report.issues, imported.report.measures);
                let mut ends = ends.borrow_mut();
                match found {
                    found if found == (made.issues.len(), count(&made)) => ends.whole += 1,
                    (0, _) => ends.prose += 1,
                    _ => ends.part += 1,
                }
            }
            Err(Refused::Differs(lines)) => {
                prop_assert!(!lines.is_empty());
                ends.borrow_mut().refused += 1;
            }
            Err(Refused::Ask(..)) => ends.borrow_mut().refused += 1,
        }
        Ok(())
    };
    runner(cases).run(&numbers(), run).unwrap_or_else(|e| panic!("{e}"));
    ends.into_inner()
}

#[test]
fn a_printed_notice_is_taken_in_whole_or_cleanly_refused() {
    let ends = imported(Kind::Wild, 250);
    println!("wild: {ends:?}");
    assert!(ends.refused * 50 <= 250, "refused too often: {ends:?}");
}

#[test]
fn an_ordinary_notice_becomes_structure() {
    let ends = imported(Kind::Ordinary, 250);
    println!("ordinary: {ends:?}");
    assert_eq!(ends.refused, 0, "{ends:?}");
    assert!(ends.whole >= 245, "{ends:?}");
}

// Damage -------------------------------------------------------------------------------------------------------------

/// Cuts, doubles, swaps or inserts bytes of one file.
fn damage(bytes: &mut Vec<u8>, n: &[u16]) {
    let mut dice = Dice::new(n);
    for _ in 0..=dice.roll(3) {
        let at = dice.roll(bytes.len().max(1));
        let len = dice.roll(40).min(bytes.len() - at);
        match dice.roll(5) {
            0 => drop(bytes.drain(at..at + len)),
            1 => {
                let copy = bytes[at..at + len].to_vec();
                bytes.splice(at..at, copy);
            }
            2 if len > 1 => bytes[at..at + len].reverse(),
            3 => bytes.truncate(at),
            _ => {
                let odd: &[&[u8]] = &[
                    b"\t",
                    b"---\n",
                    b": ",
                    b"[",
                    b"\"",
                    b"\xFF",
                    b"\0",
                    "：".as_bytes(),
                    b"*x",
                    b"\n",
                    b"{{",
                    b"#",
                ];
                bytes.splice(at..at, odd[dice.roll(odd.len())].iter().copied());
            }
        }
    }
}

#[test]
fn damage_never_panics_and_never_loses_an_issue_without_a_word() {
    let good = kit::content(&kit::repo("starter/content"));
    let issues = good.iter().filter(|f| f.path.contains("/issues/")).count();
    let run = |(file, n): (usize, Vec<u16>)| {
        let mut files = good.clone();
        let file = file % files.len();
        damage(&mut files[file].bytes, &n);
        let loaded = load(files);
        match loaded.site {
            Some(site) => {
                let all: usize = site.notices.iter().map(|n| n.issues.len()).sum();
                prop_assert_eq!(all, issues);
            }
            None => prop_assert!(loaded.diagnostics.iter().any(gongkai::diag::Diagnostic::is_error)),
        }
        Ok(())
    };
    let strategy = (0_usize..100, prop::collection::vec(any::<u16>(), 1..16));
    runner(3_000).run(&strategy, run).unwrap_or_else(|e| panic!("{e}"));
}

#[test]
fn bytes_of_chance_never_panic() {
    let marks: [&[u8]; 4] = [b"", b"\xFF\xFE", b"\xFE\xFF", b"\xEF\xBB\xBF"];
    let run = |(path, mark, rest): (usize, usize, Vec<u8>)| {
        let bytes = [marks[mark], &rest].concat();
        let paths = [
            "site.yaml",
            "notices/n/notice.yaml",
            "notices/n/issues/1.md",
            "notices/n/opening.md",
            "pages/about.md",
        ];
        let loaded = load(vec![RawFile { path: paths[path].to_owned(), bytes: bytes.clone() }]);
        prop_assert!(loaded.site.is_none(), "one file is no site with a notice");
        let text = String::from_utf8_lossy(&bytes);
        let options = Options {
            date: "2025-01-01".parse().ok(),
            issuer: Some("某局".to_owned()),
            ..Options::default()
        };
        let _whatever = import(&text, &options);
        Ok(())
    };
    let strategy = (0_usize..5, 0_usize..4, prop::collection::vec(any::<u8>(), 0..200));
    runner(1_000).run(&strategy, run).unwrap_or_else(|e| panic!("{e}"));
}
