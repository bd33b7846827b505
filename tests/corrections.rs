//! Corrections whose old words are not repeated: the difference says that something was corrected and why, in every form it
//! has, and the page of the older edition still holds what it held.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test fails by panicking")]

mod kit;

use kit::write;

use std::fs;
use std::path::Path;

const SITE: &str = "format: 1\nchecks: {head-missing: off, heading-no-issue: off, measure-no-subject: off}\ntitle: 某县公开网\n";
const HEAD: &str =
    "title: 县水利局通报\nissuer: 县水利局\ndate: 2025-12-26\noutline: [{id: all, heading: 整改进展}]\n";
const OLD: &str = "责任人履职不力";
const ENTRY: &str = "责令停职三人";

fn issue(text: &str, entries: &str) -> String {
    format!(
        "id: gates\ntitle: 闸门检修不及时。\nunder: all\nmeasures:\n  - {{id: m1, text: {text}, updates: [{entries}]}}\n"
    )
}

/// Three editions: the first as it was, a second with an entry that is wrong, a third that corrects both.
fn record(show_old: bool) -> tempfile::TempDir {
    let dir = tempfile::tempdir().unwrap();
    let root = dir.path();
    let first = "{id: u1, date: 2026-01-01, status: in_progress, text: 已动工}";
    let wrong = format!("{first}, {{id: u2, date: 2026-01-10, text: {ENTRY}}}");
    let flag = if show_old { "" } else { ", show_old: no" };
    let right = format!(
        "{wrong}, {{id: u3, date: 2026-01-20, corrects: u2, reason: 文书号录错, text: 约谈三人{flag}}}"
    );
    write(root, "site.yaml", SITE);
    write(root, "notices/n/notice.yaml", HEAD);
    let old = format!("核查{OLD}的情形，限期检修12孔闸门");
    let states = [(old.as_str(), first), (&old, &wrong), ("核查检修责任，限期检修12孔闸门", &right)];
    for (day, (text, entries)) in ["2026-01-05", "2026-01-15", "2026-01-25"].into_iter().zip(states) {
        write(root, "notices/n/issues/01-gates.yaml", &issue(text, entries));
        let hide = if day == "2026-01-25" && !show_old { "--hide-old" } else { "--yes" };
        let at = root.to_str().unwrap();
        let note = "用语不当，更正一处";
        kit::run(
            ["edition", "n", "--date", day, "--yes", "--note", note, "-C", at]
                .iter()
                .chain(&[hide][..usize::from(hide != "--yes")]),
            0,
        );
    }
    dir
}

fn diff(root: &Path, more: &[&str]) -> String {
    let out = kit::run(["diff", "n", "-C", root.to_str().unwrap()].iter().chain(more), 0);
    kit::text(&out.stdout).to_owned()
}

#[test]
fn a_difference_does_not_repeat_what_a_correction_asks_it_not_to() {
    let dir = record(false);
    let root = dir.path();
    kit::run(["build", "-C", root.to_str().unwrap(), "--as-of", "2026-02-01"], 0);
    let page = |path: &str| fs::read_to_string(root.join("public/notices/n").join(path)).unwrap();
    let views = [
        page("editions/2026-01-25/index.html"),
        diff(root, &["2026-01-15", "2026-01-25"]),
        diff(root, &["2026-01-15", "2026-01-25", "--format", "json"]),
        diff(root, &["2026-01-05", "--format", "json"]),
        diff(root, &["2026-01-05", "--lang", "zh-CN"]),
    ];
    for view in views {
        assert!(!view.contains(OLD), "{view}");
        assert!(view.contains("用语不当") && view.contains("文书号录错"), "{view}");
    }
    let across = diff(root, &["2026-01-05", "2026-01-25"]);
    assert!(!across.contains(ENTRY), "the entry came and was corrected in between: {across}");
    assert!(page("editions/2026-01-15/index.html").contains(OLD), "the older edition is as it was");
    assert!(page("issues/gates/index.html").contains(ENTRY), "and so is the entry");
}

#[test]
fn other_corrections_show_both() {
    let dir = record(true);
    let said = diff(dir.path(), &["2026-01-15", "2026-01-25"]);
    assert!(said.contains(OLD) || said.contains("[-"), "{said}");
    assert!(diff(dir.path(), &["2026-01-05", "2026-01-25"]).contains(ENTRY));
}

#[test]
fn old_words_are_hidden_only_where_something_is_corrected() {
    let dir = record(true);
    let at = dir.path().to_str().unwrap();
    kit::run(["edition", "n", "--date", "2026-02-01", "--yes", "--hide-old", "-C", at], 2);
    let alone = "{id: u1, date: 2026-01-01, status: in_progress, text: 已动工, show_old: no}";
    write(dir.path(), "notices/n/issues/01-gates.yaml", &issue("限期检修", alone));
    let refused = kit::run(["check", "-C", at], 1);
    assert!(kit::text(&refused.stdout).contains("show_old belongs to a correction"));
}
