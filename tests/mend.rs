//! `check --fix` writes what is sure, at its place and nowhere else; `undo` puts it back, byte for byte.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test fails by panicking")]

mod kit;

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use gongkai::check::mend::{Content, Mended, mend};
use gongkai::text::{Encoding, RawFile, encode};
use kit::{file, text};

const SITE: &str = "format: 1\ntitle: 某县公开网\nunits: [{id: slj, name: 星河县水利局}]\n";
const NOTICE: &str = "title: 中共星河县水利局党组关于巡察整改进展情况的通报\nissuer: 中共星河县水利局党组\ndate: 2025-12-26\ncontact: {phone: 0000-0000003}\noutline: [{id: all, heading: 整改进展情况}]\nopening: opening.md\n";
const OPENING: &str = "落实整改责任，压实责任；逐项落实，长期坚持，不断巩固。\n";
const PATH: &str = "notices/n/issues/1.yaml";

fn issue(text: &str) -> String {
    format!("id: a # 不改\ntitle: 宣传不够。\nunder: all\nmeasures:\n  - id: m1 # 注\n    unit: slj\n{text}")
}

fn files(issue: &str, opening: &str) -> Vec<RawFile> {
    vec![
        file("site.yaml", SITE),
        file("notices/n/notice.yaml", NOTICE),
        file("notices/n/opening.md", opening),
        file(PATH, issue),
    ]
}

fn mended(files: &[RawFile]) -> Mended {
    let done = mend(&Content { files, assets: &[], day: "2026-01-10".parse().unwrap() });
    let again: Vec<RawFile> =
        files.iter().map(|f| done.files.iter().find(|n| n.path == f.path).unwrap_or(f).clone()).collect();
    let twice = mend(&Content { files: &again, assets: &[], day: "2026-01-10".parse().unwrap() });
    assert!(twice.files.is_empty(), "a second run has nothing left to do");
    done
}

/// The issue file after a run.
fn after(issue: &str) -> String {
    let files = files(issue, OPENING);
    assert!(gongkai::load::load(files.clone()).site.is_some(), "{issue}");
    let done = mended(&files);
    done.files.iter().find(|f| f.path == PATH).map_or(issue.to_owned(), |f| text(&f.bytes).to_owned())
}

/// However a text is written, every other byte stays.
#[test]
fn comments_quotes_and_blocks_stay() {
    let cases = [
        ("    text: 星河县水利局召开会议,研究部署。 # 记\n", "议,研", "议，研"),
        ("    text: '星河县水利局召开会议,研究''部署''。'\n", "议,研", "议，研"),
        ("    text: \"星河县水利局召开会议,研究部署。\\n第二段。\"\n", "议,研", "议，研"),
        (
            "    text: |\n      星河县水利局召开会议,研究部署。\n\n      第二段。\n    # 后\n",
            "议,研",
            "议，研",
        ),
        ("    text: >-\n      星河县水利局召开会议,研究部署，\n      再落实。\n", "议,研", "议，研"),
        ("    text: \"星河县水利局落实\\\"三重一大\\\"制度。\"\n", "\\\"三重一大\\\"", "“三重一大”"),
        ("    text: 星河县水利局于２０25年召开会议，2025年补齐。\n", "２０25", "2025"),
        (
            "    text: 星河县水利局制定办法：1、强化学习；2、完善制度。\n",
            "1、强化学习；2、",
            "1.强化学习；2.",
        ),
        (
            "    text: 截止2025年10月，星河县水利局登记台帐。\n",
            "截止2025年10月，星河县水利局登记台帐",
            "截至2025年10月，星河县水利局登记台账",
        ),
        ("    text: 截止目前，星河县水利局完成整改。\n", "截止目前", "截至目前"),
        ("    text: 星河县水利局落实 整改责任，，长期坚持。\n", "落实 整改责任，，", "落实整改责任，"),
        ("    text: 星河县水利局召开会议,,研究部署。\n", "议,,研", "议，研"),
        ("    text: 星河县水利局落实“三重一大“制度。\n", "大“", "大”"),
        ("    text: 星河县水利局于2025年7月-10月核对。\n", "7月-10月", "7月至10月"),
    ];
    for (written, wrong, right) in cases {
        let file = issue(written);
        assert_eq!(after(&file), file.replacen(wrong, right, 1), "{written}");
    }
}

#[test]
fn what_is_not_sure_is_left_to_a_person() {
    for text in [
        "    text: 组长 星河县水利局 县财政局，核对账目。\n",
        "    text: 星河县水利局加强审核力度，县委巡查组反馈。\n",
        "    text: 星河县水利局印发《台帐管理办法》，报名截止2025年9月1日。\n",
        "    text: 星河县水利局印发《管理办法，落实责任。\n",
        "    allow: [{rule: half-width, why: 原文如此}]\n    text: 星河县水利局召开会议,研究部署。\n",
    ] {
        let file = issue(text);
        assert_eq!(after(&file), file, "{text}");
    }
    let own = issue("    text: 星河县水利局召开会议。\n")
        .replace("under:", "original: 宣传不够,，力度不大,\nunder:");
    assert_eq!(after(&own), own, "the inspection's own wording");
    let off = [file("site.yaml", &format!("{SITE}checks: {{half-width: off}}\n"))];
    let mut files = files(&issue("    text: 星河县水利局召开会议,研究部署。\n"), OPENING);
    files.splice(0..1, off);
    assert!(mended(&files).files.is_empty(), "a rule that is off writes nothing");
}

/// The examples are clean, so nothing in them is touched, whatever stands in them that only looks wrong.
#[test]
fn nothing_is_changed_in_what_is_right() {
    for root in ["content", "starter/content"] {
        let root = kit::repo(root);
        let read = gongkai::disk::read_content(&root);
        let day = "2026-11-24".parse().unwrap();
        let done = mend(&Content { files: &read.files, assets: &read.assets, day });
        assert!(done.files.is_empty(), "{}: {:?}", root.display(), done.rules);
    }
}

/// A link, a placeholder or emphasis stands where the text shows its words alone.
#[test]
fn markdown_keeps_its_marks() {
    let opening = "**落实**整改责任,压实[责任](notices/n/#i-a)(一)次;电话{{ contact.phone }},详见公告。\n\n> 第二段，内容；完整。\n\n一、甲，乙；丙，丁，戊。\n";
    let files = files(&issue("    text: 星河县水利局召开会议，研究部署；落实到位。\n"), opening);
    let done = mended(&files);
    let new = done.files.iter().find(|f| f.path.ends_with("opening.md")).expect("the opening changes");
    let want = opening.replace("责任,压", "责任，压").replace("次;", "次；").replace("}},详", "}}，详");
    assert_eq!(text(&new.bytes), want);
    assert_eq!(
        done.by_hand, 2,
        "a bracket behind a link could be the link's, so neither of the pair changes"
    );
}

#[test]
fn encoding_and_line_ends_stay() {
    let written = issue("    text: 星河县水利局召开会议,研究部署。\n");
    for (encoding, mark) in [
        (Encoding::Utf8, false),
        (Encoding::Utf8Bom, false),
        (Encoding::Utf16Le, true),
        (Encoding::Gb18030, false),
    ] {
        for end in ["\n", "\r\n"] {
            let raw = written.replace('\n', end);
            let mut all = files("", OPENING);
            all[3].bytes = encode(&raw, encoding, mark);
            let done = mended(&all);
            let want = encode(&raw.replace("议,研", "议，研"), encoding, mark);
            assert_eq!(done.files.first().map(|f| f.bytes.clone()), Some(want), "{encoding:?} {end:?}");
        }
    }
}

// On the disk -------------------------------------------------------------------------------------------------------

fn site(issue: &str) -> tempfile::TempDir {
    let dir = tempfile::tempdir().unwrap();
    for file in files(issue, OPENING) {
        let path = dir.path().join("content").join(&file.path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, file.bytes).unwrap();
    }
    dir
}

fn tree(root: &Path) -> BTreeMap<String, Vec<u8>> {
    gongkai::disk::read_theme(&root.join("content")).unwrap().into_iter().collect()
}

fn run(root: &Path, args: &[&str], code: i32) -> String {
    let out = kit::run(["-C", root.to_str().unwrap()].iter().chain(args), code);
    format!("{}{}", text(&out.stdout), text(&out.stderr))
}

const WRONG: &str = "    text: 星河县水利局召开会议,研究部署。\n";

#[test]
fn undo_puts_each_file_back_byte_for_byte() {
    let dir = site(&issue(WRONG));
    let root = dir.path();
    let before = tree(root);
    run(root, &["check", "--fix", "--dry-run"], 0);
    run(root, &["check", "--fix"], 2);
    assert_eq!(tree(root), before, "nobody agreed");
    run(root, &["check", "--fix", "--yes"], 0);
    let fixed = tree(root);
    assert!(text(&fixed[PATH]).contains("会议，研究"));
    run(root, &["update", "a", "m1", "--date", "2026-01-05", "--status", "done", "--text", "已完成。"], 0);
    assert!(text(&tree(root)[PATH]).contains("2026-01-05"));

    run(root, &["undo", "--dry-run"], 0);
    assert!(text(&tree(root)[PATH]).contains("2026-01-05"));
    assert!(run(root, &["undo", "--yes"], 0).contains("Undoing update"));
    assert_eq!(tree(root), fixed);
    assert!(run(root, &["undo", "--yes"], 0).contains("Undoing check"));
    assert_eq!(tree(root), before);
    assert!(run(root, &["undo", "--yes"], 2).contains("nothing to undo"));
}

#[test]
fn a_file_that_was_changed_since_is_not_overwritten() {
    let dir = site(&issue(WRONG));
    let root = dir.path();
    run(root, &["check", "--fix", "--yes"], 0);
    let path = root.join("content").join(PATH);
    let theirs = fs::read_to_string(&path).unwrap().replace("宣传不够", "宣传不足");
    fs::write(&path, &theirs).unwrap();
    let said = run(root, &["undo", "--yes"], 1);
    assert!(said.contains("were changed after check") && said.contains(PATH), "{said}");
    assert_eq!(fs::read_to_string(&path).unwrap(), theirs);
}

/// An entry that the public has read neither goes nor changes, whatever can be undone or put right.
#[test]
fn what_was_published_stays() {
    let dir = site(&issue("    text: 星河县水利局召开会议，研究部署。\n"));
    let root = dir.path();
    let entry =
        ["update", "a", "m1", "--date", "2026-01-05", "--status", "done", "--text", "召开会议,研究部署。"];
    run(root, &entry, 0);
    let settings = root.join("content/site.yaml");
    fs::write(&settings, format!("{SITE}checks: {{half-width: off, head-missing: off}}\n")).unwrap();
    run(root, &["edition", "n", "--date", "2026-01-06", "--yes"], 0);
    fs::write(&settings, SITE).unwrap();
    let before = tree(root);
    let said = run(root, &["undo", "--yes"], 1);
    assert!(said.contains("nothing was put back"), "{said}");
    let said = run(root, &["check", "--fix", "--yes", "--as-of", "2026-01-10"], 0);
    assert!(said.contains("1 more place stands in published entries"), "{said}");
    assert_eq!(tree(root), before);
}

/// The copies would hold the words that must not stay, even where a person took them out of the files by hand.
#[test]
fn redact_leaves_no_copy() {
    for by_hand in [false, true] {
        let dir = site(&issue("    text: 星河县水利局召开会议,由金禾负责。\n"));
        let root = dir.path();
        run(root, &["check", "--fix", "--yes"], 0);
        if by_hand {
            let path = root.join("content").join(PATH);
            fs::write(&path, fs::read_to_string(&path).unwrap().replace("金禾", "专人")).unwrap();
        }
        let words = root.join("words.txt");
        fs::write(&words, "金禾").unwrap();
        let place = words.to_str().unwrap();
        let order = ["redact", "n", "--text-from", place, "--kind", "personal", "--by", "保密岗", "--yes"];
        run(root, &order, i32::from(by_hand));
        fs::remove_file(&words).unwrap();
        let all = walkdir::WalkDir::new(root).into_iter().map(Result::unwrap);
        for entry in all.filter(|e| e.file_type().is_file()) {
            let bytes = fs::read(entry.path()).unwrap();
            assert!(!String::from_utf8_lossy(&bytes).contains("金禾"), "{}", entry.path().display());
        }
        run(root, &["undo", "--yes"], 2);
    }
}

#[test]
fn a_signature_on_the_old_words_is_spoken_of() {
    let dir = site(&issue(WRONG));
    let head = dir.path().join("content/notices/n/notice.yaml");
    let signed = "sign_off: {digest: \"00\", by: [{role: 审核, post: 办公室主任, on: 2025-12-26}]}\n";
    fs::write(&head, format!("{NOTICE}{signed}")).unwrap();
    let said = run(dir.path(), &["check", "--fix", "--dry-run"], 0);
    assert!(said.contains("the notice n has signatures on the words as they are"), "{said}");
}

#[test]
fn a_record_with_errors_is_not_touched() {
    let dir = site(&issue("    text: 星河县水利局召开会议,研究部署。\n    statos: done\n"));
    let before = tree(dir.path());
    let said = run(dir.path(), &["check", "--fix", "--yes"], 1);
    assert!(said.contains("mend those below") && said.contains("statos"), "{said}");
    assert_eq!(tree(dir.path()), before);
    assert!(!dir.path().join(".gongkai").exists());
}

/// What the clerk's workbook brought in goes again: words come back, and the issue that was new is gone.
#[test]
fn an_edited_ledger_can_be_undone() {
    let from = kit::repo("tests/cli/ledger.in");
    let dir = kit::copied(&from.join("site"));
    let root = dir.path();
    let before = tree(root);
    let ledger = from.join("edited.csv");
    run(root, &["import", ledger.to_str().unwrap(), "--date", "2026-02-01", "--yes"], 0);
    assert!(tree(root).len() > before.len(), "an issue was new");
    let said = run(root, &["undo", "--yes"], 0);
    assert!(said.contains("was new then and goes"), "{said}");
    assert_eq!(tree(root), before);
}

/// A change that was cut off before it was written has a copy and nothing to put back; the one before it is undone.
#[test]
fn a_change_that_never_came_to_pass_is_passed_over() {
    let dir = site(&issue(WRONG));
    let root = dir.path();
    let before = tree(root);
    run(root, &["check", "--fix", "--yes"], 0);
    let (was, is) = (root.join(".gongkai/undo/0002-update/was"), root.join(".gongkai/undo/0002-update/is"));
    for (folder, text) in
        [(was, fs::read(root.join("content").join(PATH)).unwrap()), (is, b"id: b\n".to_vec())]
    {
        fs::create_dir_all(folder.join("notices/n/issues")).unwrap();
        fs::write(folder.join(PATH), text).unwrap();
    }
    assert!(run(root, &["undo", "--yes"], 0).contains("Undoing check"));
    assert_eq!(tree(root), before);
    assert!(root.join(".gongkai/.gitignore").is_file(), "version control leaves the copies alone");
}

/// A search that finds nothing, a look, and an order that nobody agrees to leave what can be undone.
#[test]
fn copies_go_only_where_words_were_taken_out_or_they_alone_hold_them() {
    let dir = site(&issue("    text: 星河县水利局召开会议,由金禾负责。\n"));
    let root = dir.path();
    run(root, &["check", "--fix", "--yes"], 0);
    let (path, words) = (root.join("content").join(PATH), root.join("words.txt"));
    let redact = |text: &str, more: &str, code: i32| {
        fs::write(&words, text).unwrap();
        let order = ["redact", "n", "--kind", "personal", "--by", "保密岗", "--text-from"];
        run(root, &[&order[..], &[words.to_str().unwrap(), more]].concat(), code)
    };
    assert!(redact("无此人", "--yes", 1).contains("nothing was changed"));
    redact("金禾", "--dry-run", 0);
    redact("金禾", "--on=2026-01-01", 2);
    assert!(run(root, &["undo", "--dry-run"], 0).contains("Undoing check"), "the copies are there");

    fs::write(&path, fs::read_to_string(&path).unwrap().replace("金禾", "专人")).unwrap();
    run(root, &["update", "a", "m1", "--date", "2026-01-05", "--status", "done", "--text", "毕。"], 0);
    fs::write(&path, fs::read_to_string(&path).unwrap().replace("毕。", "完毕。")).unwrap();
    let said = redact("金禾", "--dry-run", 1);
    assert!(said.contains("in one copy") && said.contains("nothing was written"), "{said}");
    let said = redact("金禾", "--yes", 1);
    assert!(said.contains("in one copy") && !said.contains("not found"), "{said}");
    assert!(said.contains("The copy with the words was deleted"), "{said}");
    assert!(root.join(".gongkai/undo/0002-update").is_dir(), "the other copy says nothing of it");
    assert!(redact("金禾", "--yes", 1).contains("not found"));
}

#[test]
fn an_entry_of_a_later_day_is_warned_of() {
    let dir = site(&issue("    text: 星河县水利局召开会议，研究部署。\n"));
    let later = ["update", "a", "m1", "--status", "done", "--text", "完毕。", "--dry-run", "--date"];
    let said = run(dir.path(), &[&later[..], &["2099-01-01"]].concat(), 0);
    assert!(said.contains("warning[not-yet]") && said.contains("2099-01-01"), "{said}");
    assert!(!run(dir.path(), &[&later[..], &["2026-01-05"]].concat(), 0).contains("not-yet"));
}
