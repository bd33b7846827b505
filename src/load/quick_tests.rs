//! The quick reader makes the tree that the parser makes, or none.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test fails by panicking")]

use proptest::prelude::*;
use proptest::test_runner::{Config, RngSeed, TestRunner};

use super::quick::read;
use super::tree::whole;
use crate::text::FileId;

const FILE: FileId = FileId(7);

/// Whether the quick reader read it; what it read is held against the parser.
fn is_read(text: &str) -> bool {
    let Some(tree) = read(text, FILE, 4) else { return false };
    let mut found = Vec::new();
    let other = whole(text, FILE, 4, &mut found);
    assert!(found.is_empty(), "the parser finds fault with it: {found:?}\n{text}");
    let other = other.unwrap_or_else(|| panic!("the parser makes nothing of it:\n{text}"));
    let (quick, slow) = (format!("{tree:?}"), format!("{other:?}"));
    if quick != slow {
        let at = quick.bytes().zip(slow.bytes()).position(|(a, b)| a != b).unwrap_or(0);
        let near = |text: &str| {
            String::from_utf8_lossy(&text.as_bytes()[at.saturating_sub(120)..])
                .chars()
                .take(240)
                .collect::<String>()
        };
        panic!("quick: {}\nparser: {}\n{text}", near(&quick), near(&slow));
    }
    true
}

/// Every form that it knows.
const FORMS: [&str; 6] = [
    "id: duty\ntitle: 抓整改不够有力。\nunder: a-b\ndue: 2025-10-31\n",
    "measures:\n  - id: m1\n    text: |\n      第一段。\n      第二段。\n\n      第三段。\n    status: done\n  - id: m2\n    text: |\n      一段。\nclosed: {date: 2025-11-05, by: 县委巡察办}\n",
    "updates:\n  - {id: u1, date: 2025-01-02, text: \"逗号,和: 冒号\", evidence: [纪要〔2025〕1号, 照片]}\n  - {id: u2, reason: 'x y'}\n",
    "outline:\n  - id: a\n    heading: 一\n    sections:\n      - id: b\n        topics:\n          - {id: c, number: 13, heading: 关于a}\n  - id: d\n    heading: 二\n",
    "with:\n  - xcb\n  - rmt\nnames: [a, b]\nnothing: ~\nphone: 0000-1234567\n\nat: 2025-12-26 09:00\n",
    "a:\n  b:\n    c: d\n    e: |\n      文\n  f: g\n",
];

#[test]
fn every_form_is_read_as_the_parser_reads_it() {
    for text in FORMS {
        assert!(is_read(text), "left to the parser:\n{text}");
    }
}

#[test]
fn nothing_is_read_otherwise_after_any_slip_of_the_hand() {
    const SLIPS: [&str; 34] = [
        "", " ", "  ", "\n", "\n\n", ":", ": ", "-", "- ", "#", " #", "|", ">", "{", "}", "[", "]", ",",
        "\"", "'", "\\", "&a ", "*a", "!x ", "%", "@", "`", "\t", "\u{feff}", "\u{85}", "中", "a", "? ",
        "---\n",
    ];
    let mut read = 0_u32;
    let slip = |(form, changes): (usize, Vec<(usize, usize, usize)>)| {
        let mut text: Vec<char> = FORMS[form].chars().collect();
        for (place, cut, put) in changes {
            let at = place % (text.len() + 1);
            let to = (at + cut).min(text.len());
            text.splice(at..to, SLIPS[put].chars());
        }
        read += u32::from(is_read(&text.into_iter().collect::<String>()));
        Ok(())
    };
    let config = Config {
        cases: 20_000,
        failure_persistence: None,
        rng_seed: RngSeed::Fixed(20251226),
        ..Config::default()
    };
    let slips = prop::collection::vec((0..400_usize, 0..3_usize, 0..SLIPS.len()), 1..4);
    let slip = std::cell::RefCell::new(slip);
    let run = |case| (slip.borrow_mut())(case);
    TestRunner::new(config).run(&(0..FORMS.len(), slips), run).unwrap_or_else(|e| panic!("{e}"));
    assert!(read > 1_500, "only {read} were read at all");
}

#[test]
fn files_of_the_example_are_read_so() {
    let files = [
        include_str!("../../content/notices/2025-propaganda/issues/01-study-plan-copied.md"),
        include_str!("../../content/notices/2026-water/issues/04-riverbank-occupied.md"),
    ];
    for text in files {
        let front =
            text.strip_prefix("---\n").map_or(text, |rest| rest.split_inclusive("---\n").next().unwrap());
        assert!(is_read(front.trim_end_matches("---\n")), "left to the parser:\n{front}");
    }
}
