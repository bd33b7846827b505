//! An entry goes into a file that a person wrote: in that file's own style, with every other byte left alone.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test fails by panicking")]

mod kit;

use gongkai::load::{Loaded, load};
use gongkai::model::{Evidence, Status, Update};
use gongkai::save::edit::{Change, Unfit, add_update};
use gongkai::text::{Encoding, RawFile, encode};
use kit::dice::Dice;
use kit::file;
use kit::same::{same_issue, same_measure};
use proptest::prelude::*;
use proptest::test_runner::{Config, TestRunner};

const SITE: &str = "format: 1\ntitle: 公开\n";
const NOTICE: &str = "title: 通报\nissuer: 县水利局\ndate: 2025-12-01\noutline: [{id: all, heading: 进展}]\n";
const PATH: &str = "notices/n/issues/1.md";

fn new() -> Update {
    Update {
        id: "u9".to_owned(),
        date: "2026-03-02".parse().unwrap(),
        status_words: None,
        status: Some(Status::Done),
        text: Some("补齐台账。".to_owned()),
        evidence: vec![Evidence::titled("台账, 第2册")],
        corrects: None,
        reason: None,
        minor: false,
        hide_old: false,
    }
}

fn loaded(path: &str, bytes: &[u8]) -> Loaded {
    let own = RawFile { path: path.to_owned(), bytes: bytes.to_vec() };
    load(vec![file("site.yaml", SITE), file("notices/n/notice.yaml", NOTICE), own])
}

/// The file with an entry on `m2`, after the model has been seen to gain that entry and nothing else.
fn edited(path: &str, bytes: &[u8], update: &Update) -> Vec<u8> {
    let change = Change { measure: "m2", update, status: None };
    let now = add_update(path, bytes, &change).unwrap();
    gains_one(path, bytes, &now, update);
    now
}

fn gains_one(path: &str, before: &[u8], after: &[u8], update: &Update) {
    let (was, is) = (loaded(path, before), loaded(path, after));
    let shown = String::from_utf8_lossy(after);
    assert!(was.site.is_some(), "{:?} {}", was.diagnostics, String::from_utf8_lossy(before));
    assert!(is.site.is_some(), "{:?} {shown}", is.diagnostics);
    let (was, is) = (was.site.unwrap(), is.site.unwrap());
    let (mut was, is) = (was.notices[0].issues[0].clone(), &is.notices[0].issues[0]);
    was.measures.iter_mut().find(|m| m.id.as_str() == "m2").unwrap().updates.push(update.clone());
    was.measures.iter().zip(&is.measures).for_each(|(a, b)| same_measure(a, b));
    same_issue(&was, is);
}

/// What the file would be without the lines that are new.
fn without_new_lines(before: &str, after: &str) -> String {
    let (mut old, mut out) = (before.split_inclusive('\n').peekable(), String::new());
    for line in after.split_inclusive('\n') {
        if old.next_if_eq(&line).is_some() {
            out.push_str(line);
        }
    }
    out
}

/// Each as it is written, and the line or lines that it gains; `^` stands for the place.
const STYLES: [(&str, &str, &str); 13] = [
    (
        "braces in a list",
        "    updates:\n      - {id: u1, date: 2026-01-02, status: in_progress} # 首条\n^\n  # 下一项\n",
        "      - {id: u9, date: 2026-03-02, status: done, text: 补齐台账。, evidence: [\"台账, 第2册\"]}\n",
    ),
    (
        "one field a line",
        "    updates:\n      - id: u1\n        date: 2026-01-02 # 首条\n^\n      # 待补\n",
        "      - id: u9\n        date: 2026-03-02\n        status: done\n        text: 补齐台账。\n        evidence: [\"台账, 第2册\"]\n",
    ),
    (
        "a list no further right than its name",
        "    updates:\n    - {id: u1, date: 2026-01-02}\n^",
        "    - {id: u9, date: 2026-03-02, status: done, text: 补齐台账。, evidence: [\"台账, 第2册\"]}\n",
    ),
    (
        "a block of text at the end",
        "    updates:\n      - id: u1\n        date: 2026-01-02\n        text: |\n          甲\n          # 乙\n^\n\n",
        "      - id: u9\n        date: 2026-03-02\n        status: done\n        text: 补齐台账。\n        evidence: [\"台账, 第2册\"]\n",
    ),
    (
        "a block that keeps its empty lines",
        "    updates:\n      - id: u1\n        date: 2026-01-02\n        text: |+\n          甲\n\n\n^",
        "      - id: u9\n        date: 2026-03-02\n        status: done\n        text: 补齐台账。\n        evidence: [\"台账, 第2册\"]\n",
    ),
    (
        "a dash on a line of its own",
        "    updates:\n      -\n        id: u1\n        date: 2026-01-02\n^",
        "      - id: u9\n        date: 2026-03-02\n        status: done\n        text: 补齐台账。\n        evidence: [\"台账, 第2册\"]\n",
    ),
    (
        "none yet",
        "    unit: # 未定\n^    # 尾注\n",
        "    updates:\n      - {id: u9, date: 2026-03-02, status: done, text: 补齐台账。, evidence: [\"台账, 第2册\"]}\n",
    ),
    (
        "a name without a list",
        "    updates: # 待填\n^    unit:\n",
        "      - {id: u9, date: 2026-03-02, status: done, text: 补齐台账。, evidence: [\"台账, 第2册\"]}\n",
    ),
    (
        "an empty pair of brackets",
        "    updates: [^] # 待填\n",
        "{id: u9, date: 2026-03-02, status: done, text: 补齐台账。, evidence: [\"台账, 第2册\"]}",
    ),
    (
        "brackets on one line",
        "    updates: [{id: u1, date: 2026-01-02}^]\n",
        ", {id: u9, date: 2026-03-02, status: done, text: 补齐台账。, evidence: [\"台账, 第2册\"]}",
    ),
    (
        "brackets over lines, with a comma at the end",
        "    updates: [\n      {id: u1, date: 2026-01-02}, # 首条\n^    ]\n",
        "      {id: u9, date: 2026-03-02, status: done, text: 补齐台账。, evidence: [\"台账, 第2册\"]},\n",
    ),
    (
        "brackets that close on the last line",
        "    updates: [\n      {id: u1, date: 2026-01-02}^]\n",
        ",\n      {id: u9, date: 2026-03-02, status: done, text: 补齐台账。, evidence: [\"台账, 第2册\"]}",
    ),
    (
        "a quoted text over two lines at the end",
        "    updates:\n      - {id: u1, date: 2026-01-02,\n         text: \"甲\n         乙\"}\n^",
        "      - {id: u9, date: 2026-03-02, status: done, text: 补齐台账。, evidence: [\"台账, 第2册\"]}\n",
    ),
];

/// The styles inside a file with measures before and after, and a text after the fields.
fn around(measure: &str) -> String {
    format!(
        "---\n# 台账第三项\nid: a\ntitle: '问题。'\nunder: all\nmeasures:\n  - id: m1\n    text: 措施一。\n\n  - id: m2 # 第二项\n    \
         text: 措施二。\n{measure}  - {{id: m3, text: 措施三。}}\n---\n\n## 说明\n\n- {{id: m2}}\n"
    )
}

#[test]
fn an_entry_is_written_in_the_style_of_its_file() {
    for (name, measure, gained) in STYLES {
        let before = around(&measure.replace('^', ""));
        let after = edited(PATH, before.as_bytes(), &new());
        assert_eq!(kit::text(&after), around(&measure.replace('^', gained)), "{name}");
    }
}

#[test]
fn every_line_that_was_there_is_still_there() {
    let mut seen = 0;
    for (name, measure, _) in STYLES.iter().filter(|(_, m, _)| m.contains("\n^")) {
        let before = around(&measure.replace('^', ""));
        let after = edited(PATH, before.as_bytes(), &new());
        assert_eq!(without_new_lines(&before, kit::text(&after)), before, "{name}");
        seen += 1;
    }
    assert_eq!(seen, 10);
}

#[test]
fn a_measure_in_braces_gains_its_entry_in_braces() {
    let entry = "{id: u9, date: 2026-03-02, status: done, text: 补齐台账。, evidence: [\"台账, 第2册\"]}";
    let pairs = [
        ("{id: m2, text: 措施。 }", "{id: m2, text: 措施。, updates: [ENTRY] }"),
        ("{id: m2, text: 措施。, unit: }", "{updates: [ENTRY], id: m2, text: 措施。, unit: }"),
        ("{id: m2, text: 措施。,\n    updates: []}", "{id: m2, text: 措施。,\n    updates: [ENTRY]}"),
    ];
    for (before, after) in pairs {
        let whole = |m: &str| format!("id: a\ntitle: 问题。\nunder: all\nmeasures:\n  - {m} # 注\n");
        let now = edited("notices/n/issues/1.yaml", whole(before).as_bytes(), &new());
        assert_eq!(kit::text(&now), whole(&after.replace("ENTRY", entry)));
    }
}

#[test]
fn a_last_line_without_an_end_stays_without_one() {
    let before = "id: a\ntitle: 问题。\nunder: all\nmeasures:\n  - id: m2\n    text: 措施。";
    let now = edited("notices/n/issues/1.yaml", before.as_bytes(), &new());
    let now = kit::text(&now);
    assert!(now.starts_with(before) && now.ends_with("]}") && now.lines().count() == 8, "{now}");
}

#[test]
fn the_encoding_and_the_line_ends_stay() {
    let before = around("    updates:\n      - {id: u1, date: 2026-01-02}\n");
    let after = around(
        "    updates:\n      - {id: u1, date: 2026-01-02}\n      - {id: u9, date: 2026-03-02, status: done, text: 补齐台账。, evidence: [\"台账, 第2册\"]}\n",
    );
    for newline in ["\n", "\r\n", "\r"] {
        let (before, after) = (before.replace('\n', newline), after.replace('\n', newline));
        let all = [
            (Encoding::Utf8, false),
            (Encoding::Utf8Bom, true),
            (Encoding::Gb18030, false),
            (Encoding::Utf16Le, true),
            (Encoding::Utf16Le, false),
            (Encoding::Utf16Be, true),
        ];
        for (encoding, mark) in all {
            let now = edited(PATH, &encode(&before, encoding, mark), &new());
            assert!(now == encode(&after, encoding, mark), "{} {newline:?}", encoding.name());
        }
    }
}

#[test]
fn a_status_beside_the_entries_is_changed_and_nothing_else_on_its_line() {
    let before = around("    status:   'in_progress'  # 定期核对\n");
    let (update, status) = (new(), Some(Status::Done));
    let change = Change { measure: "m2", update: &update, status };
    let after = add_update(PATH, before.as_bytes(), &change).unwrap();
    assert!(kit::text(&after).contains("    status:   done  # 定期核对\n    updates:\n      - {id: u9,"));
    assert!(loaded(PATH, &after).site.is_some());
}

#[test]
fn what_has_no_safe_place_is_left_alone() {
    let update = new();
    let change = |measure| Change { measure, update: &update, status: None };
    let text = around("");
    assert_eq!(add_update(PATH, text.as_bytes(), &change("m7")), Err(Unfit::Shape));
    let whole = "id: a\nmeasures: [{id: m2, updates: , text: 甲}]\n";
    assert_eq!(add_update("notices/n/issues/1.yaml", whole.as_bytes(), &change("m2")), Err(Unfit::Shape));
}

// Chance -------------------------------------------------------------------------------------------------------------

/// A file with one measure or more, in styles that people mix.
fn by_chance(dice: &mut Dice<'_>) -> String {
    let mut out = String::from("id: a\ntitle: 问题。\nunder: all\n");
    let step = dice.roll(3);
    out.push_str("measures: # 措施\n");
    for at in 1..=2 + dice.roll(2) {
        comment(dice, &mut out);
        let updates = dice.roll(9);
        if dice.roll(4) == 3 {
            out.push_str(&format!(
                "{}- {{id: m{at}, text: 措施{at}。{}}}\n",
                " ".repeat(step),
                in_braces(updates)
            ));
            continue;
        }
        let pad = " ".repeat(step + 2);
        out.push_str(&format!(
            "{}- id: m{at}\n{pad}text: |\n{pad}  措施{at}。\n{pad}  # 不是注\n",
            " ".repeat(step)
        ));
        out.push_str(&in_lines(dice, updates, &pad));
        comment(dice, &mut out);
    }
    out.push_str("original: 原文\n");
    out
}

fn comment(dice: &mut Dice<'_>, out: &mut String) {
    let all = ["", "\n", "# 注\n", "          # 注：[{\n", "\n\n"];
    out.push_str(all[dice.roll(all.len())]);
}

fn in_braces(updates: usize) -> &'static str {
    ["", ", updates: []", ", updates: [{id: u1, date: 2026-01-02}]", ", updates: ~", ", unit: "][updates % 5]
}

fn in_lines(dice: &mut Dice<'_>, updates: usize, pad: &str) -> String {
    let inner = " ".repeat(pad.len() + dice.roll(3));
    let one = "{id: u1, date: 2026-01-02, text: '甲, 乙'}";
    match updates {
        0 => String::new(),
        1 => format!("{pad}updates:\n{inner}- {one}\n"),
        2 => format!("{pad}updates: # 注\n{inner}- id: u1\n{inner}  date: 2026-01-02\n"),
        3 => format!("{pad}updates: [{one}]\n{pad}unit:\n"),
        4 => format!(
            "{pad}updates: [\n{inner}  {one},\n{inner}  {{id: u2, date: 2026-01-03}} # 注, ]\n{inner}]\n"
        ),
        5 => format!("{pad}updates:\n{pad}with: []\n"),
        6 => format!("{pad}updates: []\n"),
        7 => format!(
            "{pad}updates:\n{inner}- id: u1\n{inner}  date: 2026-01-02\n{inner}  text: |\n{inner}    甲\n\n{inner}    乙\n"
        ),
        _ => format!("{pad}updates:\n{inner}- id: u1\n{inner}  date: 2026-01-02\n\n{inner}- {one}\n")
            .replace("u1, date", "u2, date"),
    }
}

#[test]
fn any_file_gains_the_entry_and_nothing_else() {
    let config = Config { cases: 600, failure_persistence: None, ..Config::default() };
    let rng = proptest::test_runner::TestRng::deterministic_rng(config.rng_algorithm);
    let run = |n: Vec<u16>| {
        let mut dice = Dice::new(&n);
        let text = by_chance(&mut dice);
        let mut update = new();
        let odd =
            ["甲", "甲: 乙", "# 甲", "甲\n乙", "[甲", "'", "甲, 乙", " 甲", "-", "|", "甲\t乙", "2026-01-01"];
        update.text = Some(odd[dice.roll(odd.len())].to_owned());
        update.evidence = (0..dice.roll(3)).map(|_| Evidence::titled(odd[dice.roll(odd.len())])).collect();
        edited("notices/n/issues/1.yaml", text.as_bytes(), &update);
        Ok(())
    };
    let strategy = prop::collection::vec(any::<u16>(), 10..40);
    TestRunner::new_with_rng(config, rng).run(&strategy, run).unwrap_or_else(|e| panic!("{e}"));
}
