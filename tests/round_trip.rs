//! Whatever the model can hold survives writing and reading, and whatever is printed survives import.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test fails by panicking")]

mod kit;

use std::cell::RefCell;

use gongkai::export::txt;
use gongkai::import::{Options, Refused, import};
use gongkai::load::{Loaded, load};
use gongkai::model::{Issue, IssueRef, Measure, Node, Notice, OldId, SignOff, Signature};
use gongkai::save::notice_files;
use gongkai::text::RawFile;
use kit::dice::{Dice, Kind, notice};
use kit::file;
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

/// Field by field; where something is written is no part of what it is.
fn same_notice(a: &Notice, b: &Notice) {
    let Notice {
        slug,
        title,
        issuer,
        date,
        published,
        inspection,
        period_ends,
        next_update_due,
        contact,
        sign_off,
        numbering,
        layout,
        opening,
        outline,
        closing,
        issues,
        span: _,
    } = a;
    assert_eq!((slug, title, issuer, date), (&b.slug, &b.title, &b.issuer, &b.date));
    assert_eq!(
        (published, inspection, period_ends, contact),
        (&b.published, &b.inspection, &b.period_ends, &b.contact)
    );
    assert_eq!(next_update_due, &b.next_update_due);
    assert_eq!(sign_off.as_ref().map(signed), b.sign_off.as_ref().map(signed));
    assert_eq!(numbering, &b.numbering);
    assert_eq!(layout, &b.layout);
    assert_eq!((opening, closing), (&b.opening, &b.closing));
    assert_eq!(outline.len(), b.outline.len());
    outline.iter().zip(&b.outline).for_each(|(a, b)| same_node(a, b));
    assert_eq!(issues.len(), b.issues.len());
    issues.iter().zip(&b.issues).for_each(|(a, b)| same_issue(a, b));
}

/// A sign-off without its places.
fn signed(s: &SignOff) -> (&Option<String>, Vec<(String, String, String)>) {
    let SignOff { digest, by, span: _ } = s;
    let one = |s: &'_ Signature| {
        let Signature { role, post, on, span: _ } = s;
        (role.clone(), post.clone(), format!("{on:?}"))
    };
    (digest, by.iter().map(one).collect())
}

fn same_node(a: &Node, b: &Node) {
    let Node { id, level, heading, number, text, closing, children, span: _ } = a;
    assert_eq!((id, level, heading, number), (&b.id, &b.level, &b.heading, &b.number));
    assert_eq!((text, closing), (&b.text, &b.closing));
    assert_eq!(children.len(), b.children.len());
    children.iter().zip(&b.children).for_each(|(a, b)| same_node(a, b));
}

fn same_issue(a: &Issue, b: &Issue) {
    let Issue {
        id,
        title,
        under,
        number,
        original,
        goal,
        lead,
        due,
        extensions,
        text,
        label,
        label_inline,
        completion,
        measures,
        closed,
        reopened,
        look_back,
        recurs_from,
        aliases,
        body,
        path,
        span: _,
    } = a;
    assert_eq!((id, title, under, number), (&b.id, &b.title, &b.under, &b.number));
    assert_eq!((original, goal, lead), (&b.original, &b.goal, &b.lead));
    assert_eq!((due, extensions, closed), (&b.due, &b.extensions, &b.closed));
    assert_eq!((text, label, label_inline, completion), (&b.text, &b.label, &b.label_inline, &b.completion));
    assert_eq!((reopened, look_back), (&b.reopened, &b.look_back));
    assert_eq!(recurs_from.as_ref().map(named), b.recurs_from.as_ref().map(named));
    let ids = |all: &[OldId]| all.iter().map(|OldId { id, span: _ }| id.clone()).collect::<Vec<_>>();
    assert_eq!(ids(aliases), ids(&b.aliases));
    assert_eq!((body, path), (&b.body, &b.path));
    assert_eq!(measures.len(), b.measures.len());
    measures.iter().zip(&b.measures).for_each(|(a, b)| same_measure(a, b));
}

fn named(r: &IssueRef) -> (String, String) {
    let IssueRef { notice, issue, span: _ } = r;
    (notice.clone(), issue.to_string())
}

fn same_measure(a: &Measure, b: &Measure) {
    let Measure { id, unit, with, text, number, status, status_from_wording, updates, span: _ } = a;
    assert_eq!((id, unit, with, text), (&b.id, &b.unit, &b.with, &b.text));
    assert_eq!((number, status, status_from_wording), (&b.number, &b.status, &b.status_from_wording));
    assert_eq!(updates, &b.updates);
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
