//! Numbering and progress as a table of cases that a person could name.
#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test fails by panicking")]

mod kit;

use chrono::NaiveDate;
use gongkai::export::txt;
use gongkai::history;
use gongkai::load::load;
use gongkai::model::{Site, Status, status};
use kit::file;

/// A notice of two parts; the first has two sections of two topics, each topic two issues of two measures.
fn numbered(numbering: &str, pins: &[(&str, u32)]) -> Vec<String> {
    let pin = |id: &str| {
        pins.iter().find(|(p, _)| *p == id).map(|(_, n)| format!("number: {n}, ")).unwrap_or_default()
    };
    let node = |id: &str, below: String| format!("{{id: {id}, {}heading: {id}{below}}}", pin(id));
    let topics = |s: &str| {
        let all: Vec<_> = ["x", "y"].map(|t| node(&format!("{s}{t}"), String::new())).into();
        format!(", topics: [{}]", all.join(", "))
    };
    let sections = |p: &str| {
        let all: Vec<_> = ["a", "b"].map(|s| node(&format!("{p}{s}"), topics(&format!("{p}{s}")))).into();
        format!(", sections: [{}]", all.join(", "))
    };
    let outline: Vec<_> = ["p", "q"].map(|p| node(p, sections(p))).into();
    let head = format!(
        "title: 通报\nissuer: 县水利局\ndate: 2025-12-01\nlayout: {{title: false, indent: 0, signature: false, final_newline: false}}\n\
         numbering: {numbering}\noutline: [{}]\n",
        outline.join(", ")
    );
    let mut files = vec![file("site.yaml", "format: 1\ntitle: 公开\n"), file("notices/n/notice.yaml", &head)];
    for (at, under) in ["pax", "pay", "pbx", "pby", "qax", "qay", "qbx", "qby"].iter().enumerate() {
        for issue in [1, 2] {
            let id = format!("i-{under}-{issue}");
            let measures = [1, 2].map(|m| {
                let own = format!("{id}-m{m}");
                format!("  - {{id: m{m}, {}text: m}}\n", pin(&own))
            });
            let text = format!(
                "id: {id}\n{}title: i\nunder: {under}\nmeasures:\n{}",
                pin(&id).replace(", ", "\n"),
                measures.concat()
            );
            files.push(file(&format!("notices/n/issues/{at}-{issue}.yaml"), &text));
        }
    }
    let loaded = load(files);
    assert!(loaded.diagnostics.is_empty(), "{:?}", loaded.diagnostics);
    txt::export(&loaded.site.unwrap().notices[0]).lines().map(str::to_owned).collect()
}

/// The printed numbers of one kind of line, told by what follows the number: `i`, `m`, or that many letters of a heading.
fn of(lines: &[String], ends: &str) -> Vec<String> {
    let kind = |l: &&String| match ends {
        "m" | "i" => l.ends_with(ends),
        "1" => l.ends_with(['p', 'q']),
        length => length.parse() == Ok(l.chars().rev().take_while(char::is_ascii_lowercase).count()),
    };
    lines
        .iter()
        .filter(kind)
        .map(|l| l.trim_end_matches(|c: char| c.is_ascii_lowercase()).to_owned())
        .collect()
}

const RUNNING: &str =
    "{part: 一、, section: (一), topic: \"1.\", issue: 问题1：, measure: （1）, label: 整改情况：}";

#[test]
fn numbers_run_through_the_notice_unless_told_to_begin_anew() {
    let lines = numbered(RUNNING, &[]);
    // Sections begin anew by default.
    assert_eq!(of(&lines, "2"), ["(一)", "(二)", "(一)", "(二)"]);
    assert_eq!(of(&lines, "3"), ["1.", "2.", "3.", "4.", "5.", "6.", "7.", "8."]);
    assert_eq!(of(&lines, "i").last().unwrap(), "问题16：");
    assert_eq!(of(&lines, "m").last().unwrap(), "（32）");
    assert_eq!(lines.iter().filter(|l| *l == "整改情况：").count(), 16);
}

#[test]
fn each_level_begins_anew_under_its_parent_where_that_is_asked() {
    let anew =
        RUNNING.replace('}', ", restart: {section: never, topic: parent, issue: parent, measure: parent}}");
    let lines = numbered(&anew, &[]);
    assert_eq!(of(&lines, "2"), ["(一)", "(二)", "(三)", "(四)"]);
    assert_eq!(of(&lines, "3"), ["1.", "2.", "1.", "2.", "1.", "2.", "1.", "2."]);
    assert_eq!(of(&lines, "i"), ["问题1：", "问题2："].repeat(8));
    assert_eq!(of(&lines, "m"), ["（1）", "（2）"].repeat(16));
}

#[test]
fn numbers_go_on_from_a_pin_at_every_level() {
    let pins =
        [("q", 4), ("pb", 5), ("pay", 3), ("i-pax-2", 10), ("i-pax-1-m2", 7), ("i-qby-2-m1", 0), ("qbx", 13)];
    let lines = numbered(RUNNING, &pins);
    assert_eq!(of(&lines, "1"), ["一、", "四、"]);
    assert_eq!(of(&lines, "2"), ["(一)", "(五)", "(一)", "(二)"]);
    assert_eq!(of(&lines, "3"), ["1.", "3.", "4.", "5.", "6.", "7.", "13.", "14."]);
    assert_eq!(of(&lines, "i")[..4], ["问题1：", "问题10：", "问题11：", "问题12："]);
    let measures = of(&lines, "m");
    assert_eq!(measures[..4], ["（1）", "（7）", "（8）", "（9）"]);
    assert_eq!(measures[measures.len() - 2..], ["", "（36）"], "a pin of 0 takes no number");
}

#[test]
fn presets_print_what_their_names_promise() {
    let first = |preset: &str| numbered(preset, &[])[..9].to_vec();
    assert_eq!(
        first("continuous"),
        ["一、p", "(一)pa", "1.pax", "问题1:i", "整改进展情况:", "(1)m", "(2)m", "问题2:i", "整改进展情况:"]
    );
    assert_eq!(
        first("restarting"),
        [
            "一、p",
            "（一）pa",
            "1.pax",
            "问题1：i",
            "整改进展情况：",
            "（1）m",
            "（2）m",
            "问题2：i",
            "整改进展情况："
        ]
    );
    assert_eq!(
        first("narrative"),
        ["一、p", "（一）pa", "1.pax", "问题1：i", "整改情况：m", "m", "问题2：i", "整改情况：m", "m"]
    );
    assert_eq!(of(&numbered("restarting", &[]), "m"), ["（1）", "（2）"].repeat(16));
    assert_eq!(of(&numbered("continuous", &[]), "m").last().unwrap(), "(32)");
}

#[test]
fn every_numeral_and_bracket_in_use_counts() {
    for (pattern, second, twelfth, last) in [
        ("一、", "二、", "十二、", "三十二、"),
        ("(一)", "(二)", "(十二)", "(三十二)"),
        ("（一）", "（二）", "（十二）", "（三十二）"),
        ("\"1.\"", "2.", "12.", "32."),
        ("１．", "２．", "１２．", "３２．"),
        ("（１）", "（２）", "（１２）", "（３２）"),
        ("①", "②", "⑫", "㉜"),
        ("措施{1}之1：", "措施2之1：", "措施12之1：", "措施32之1："),
        ("第1项 ", "第2项 ", "第12项 ", "第32项 "),
    ] {
        let lines = numbered(
            &format!(
                "{{measure: {}}}",
                if pattern.contains('{') || pattern.ends_with(' ') {
                    format!("\"{pattern}\"")
                } else {
                    pattern.to_owned()
                }
            ),
            &[],
        );
        let found = of(&lines, "m");
        assert_eq!([&*found[1], &found[11], &found[31]], [second, twelfth, last], "{pattern}");
    }
    // ⑴ has twenty characters; the rest is never lost.
    let found = of(&numbered("{measure: ⑴}", &[]), "m");
    assert_eq!([&*found[19], &found[20]], ["⒇", "21"]);
}

// Progress -----------------------------------------------------------------------------------------------------------

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

/// A notice of 2025-12-01 with one issue.
fn site(issue: &str) -> Site {
    let head = "title: 通报\nissuer: 县水利局\ndate: 2025-12-01\noutline: [{id: all, heading: 进展}]\n";
    let loaded = load(vec![
        file("site.yaml", "format: 1\ntitle: 公开\n"),
        file("notices/n/notice.yaml", head),
        file("notices/n/issues/1.yaml", &format!("id: a\ntitle: 问题。\nunder: all\n{issue}")),
    ]);
    assert!(loaded.diagnostics.is_empty(), "{:?}", loaded.diagnostics);
    loaded.site.unwrap()
}

fn status_on(issue: &str, on: &str) -> &'static str {
    let site = site(issue);
    status::key(history::issue_status(&site.notices[0].issues[0], site.notices[0].date, day(on)))
}

#[test]
fn a_measure_has_the_status_that_its_record_gave_it_by_that_day() {
    let updated = "measures:\n  - id: m1\n    text: 措施。\n    updates:\n      - {id: u1, date: 2025-08-01, status: in_progress}\n      \
                   - {id: u2, date: 2025-09-01, text: 没有写状态}\n      - {id: u3, date: 2026-03-01, status: done}\n";
    let stated = "measures: [{id: m1, text: 措施。, status: done}]\n";
    let inferred = "measures: [{id: m1, text: 措施。, status: done, status_basis: wording}]\n";
    for (what, issue, on, expected) in [
        ("nothing is stated before the first entry", updated, "2025-07-31", "not_stated"),
        ("an entry holds from its own day on", updated, "2025-08-01", "in_progress"),
        ("an entry without a status leaves it as it was", updated, "2025-09-01", "in_progress"),
        ("a later entry may stand after the notice", updated, "2026-02-28", "in_progress"),
        ("the last entry holds", updated, "2026-03-01", "done"),
        ("a bare status does not hold before the notice's date", stated, "2025-11-30", "not_stated"),
        ("it holds from that day on", stated, "2025-12-01", "done"),
        ("what wording suggests is not stated", inferred, "2026-01-01", "not_stated"),
        ("an issue without measures is not stated", "", "2026-01-01", "not_stated"),
    ] {
        assert_eq!(status_on(issue, on), expected, "{what}");
    }
}

#[test]
fn an_issue_follows_from_its_measures() {
    for (measures, expected) in [
        ("not_started not_started", "not_started"),
        ("not_started in_progress", "in_progress"),
        ("done in_progress", "in_progress"),
        ("done not_started", "in_progress"),
        ("done basically_done", "basically_done"),
        ("done_ongoing basically_done done", "basically_done"),
        ("done done", "done"),
        ("done_ongoing done_ongoing", "done_ongoing"),
        ("done done_ongoing", "done_ongoing"),
        ("done blocked", "blocked"),
        ("blocked blocked", "blocked"),
        ("blocked -", "not_stated"),
        ("done -", "not_stated"),
    ] {
        let list = measures.split(' ').enumerate().map(|(at, s)| {
            let status = Status::from_key(s).map(|s| format!(", status: {}", s.key())).unwrap_or_default();
            format!("  - {{id: m{at}, text: 措施。{status}}}\n")
        });
        assert_eq!(
            status_on(&format!("measures:\n{}", list.collect::<String>()), "2025-12-01"),
            expected,
            "{measures}"
        );
    }
}

#[test]
fn overdue_is_told_against_the_deadline_that_held_on_the_day() {
    let open = "measures: [{id: m1, text: 措施。, status: in_progress}]\n";
    let done = "measures: [{id: m1, text: 措施。, status: done}]\n";
    let moved = "extensions:\n  - {on: 2025-12-10, to: 2026-01-31, why: 备料}\n  - {on: 2026-02-10, to: 2026-03-31, why: 汛期}\n";
    let closed = "closed: {date: 2026-01-10}\n";
    for (what, issue, on, expected) in [
        ("the day itself is in time", format!("due: 2025-12-20\n{open}"), "2025-12-20", false),
        ("the day after is late", format!("due: 2025-12-20\n{open}"), "2025-12-21", true),
        ("no deadline is never late", open.to_owned(), "2030-01-01", false),
        ("what is finished is not late", format!("due: 2025-12-20\n{done}"), "2026-01-01", false),
        ("not stated is not finished", "due: 2025-12-20\n".to_owned(), "2026-01-01", true),
        ("an extension moves the deadline", format!("due: 2025-12-20\n{moved}{open}"), "2026-01-31", false),
        ("late again between two extensions", format!("due: 2025-12-20\n{moved}{open}"), "2026-02-05", true),
        ("the second extension moves it on", format!("due: 2025-12-20\n{moved}{open}"), "2026-03-31", false),
        (
            "an extension granted later does not help earlier",
            format!("due: 2025-12-05\n{moved}{open}"),
            "2025-12-09",
            true,
        ),
        ("close-out ends it", format!("due: 2025-12-20\n{closed}{open}"), "2026-01-10", false),
        ("but not before its day", format!("due: 2025-12-20\n{closed}{open}"), "2026-01-09", true),
    ] {
        let site = site(&issue);
        let notice = &site.notices[0];
        assert_eq!(history::is_overdue(&notice.issues[0], notice.date, day(on)), expected, "{what}");
    }
}

#[test]
fn the_denominator_includes_what_is_not_stated() {
    let site = site(
        "measures:\n  - {id: m1, text: 甲, status: done}\n  - {id: m2, text: 乙, status: done_ongoing}\n  - {id: m3, text: 丙}\n",
    );
    let notice = &site.notices[0];
    let tally = history::tally_measures(&notice.issues[0].measures, notice.date, day("2025-12-01"));
    assert_eq!((tally.finished(), tally.total(), tally.not_stated, tally.percent()), (2, 3, 1, Some(66)));
    let none = history::tally_measures(&notice.issues[0].measures, notice.date, day("2025-11-01"));
    assert_eq!((none.any_stated(), none.total(), none.percent()), (false, 3, Some(0)));
}
