//! Slips of a person at work, each of which was once taken without a word.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test fails by panicking")]

mod kit;

use std::fs;
use std::path::Path;

use tempfile::TempDir;

const ISSUE: &str = "notices/n/issues/01.yaml";

/// A site with one notice, whose issue has these lines more.
fn site(more: &str) -> TempDir {
    let dir = tempfile::tempdir().unwrap();
    let write = |path: &str, text: &str| kit::write(dir.path(), path, text);
    write(
        "site.yaml",
        "format: 1\ntitle: 某县公开网\nchecks: {head-missing: off}\nunits: [{id: slj, name: 县水利局}]\n",
    );
    write(
        "notices/n/notice.yaml",
        "title: 县水利局关于巡察整改的通报\nissuer: 县水利局\ndate: 2025-12-26\noutline: [{id: all, heading: 水利设施}]\n",
    );
    write(
        ISSUE,
        &format!(
            "id: gates\ntitle: 闸门检修不及时。\nunder: all\n{more}measures:\n  - {{id: m1, unit: slj, text: 县水利局检修闸门。}}\n"
        ),
    );
    dir
}

fn run(root: &Path, args: &[&str], code: i32) -> String {
    let out = kit::run(["--lang", "zh-CN", "-C", root.to_str().unwrap()].iter().chain(args), code);
    format!("{}{}", kit::text(&out.stdout), kit::text(&out.stderr))
}

#[test]
fn a_text_that_a_remark_cut_short_is_not_frozen() {
    let dir = site("lead: 分管副局长 #1\n");
    let said = run(dir.path(), &["edition", "n", "--date", "2025-12-26", "--yes"], 1);
    assert!(said.contains("cut-short") && said.contains("检查没有通过"), "{said}");
    assert!(!dir.path().join("content/notices/n/editions").exists());
}

#[test]
fn a_label_or_number_that_changed_is_no_nothing() {
    let dir = site("label: 整改情况\n");
    run(dir.path(), &["edition", "n", "--date", "2025-12-26", "--yes"], 0);
    let file = dir.path().join("content").join(ISSUE);
    let text = fs::read_to_string(&file).unwrap();
    for (old, new, said) in
        [("整改情况", "整改成效", "成效"), ("under: all\n", "under: all\nnumber: 9\n", "9")]
    {
        fs::write(&file, text.replacen(old, new, 1)).unwrap();
        let told = run(dir.path(), &["diff", "n"], 0);
        assert!(told.contains(said) && !told.contains("没有变化"), "{told}");
        let told = run(dir.path(), &["export", "n"], 0);
        assert!(told.contains("与已公开的 2025-12-26 版不同"), "{told}");
    }
    fs::write(&file, text).unwrap();
    assert!(run(dir.path(), &["diff", "n"], 0).contains("没有变化"));
    assert!(!run(dir.path(), &["export", "n"], 0).contains("不同"));
}

#[test]
fn an_edition_that_is_gone_is_told() {
    let dir = site("");
    run(dir.path(), &["edition", "n", "--date", "2025-12-26", "--yes"], 0);
    assert!(!run(dir.path(), &["build", "--as-of", "2026-01-05"], 0).contains("消失"));
    fs::remove_dir_all(dir.path().join("content/notices/n/editions")).unwrap();
    let told = run(dir.path(), &["build", "--as-of", "2026-01-05"], 0);
    assert!(told.contains("消失了：notices/n/editions/2025-12-26"), "{told}");
}

#[test]
fn an_entry_of_nothing_but_its_day_is_told() {
    let dir = site("");
    let file = dir.path().join("content").join(ISSUE);
    let text = fs::read_to_string(&file).unwrap();
    fs::write(&file, text.replace("检修闸门。}", "检修闸门。, updates: [{id: u1, date: 2026-01-05}]}"))
        .unwrap();
    assert!(run(dir.path(), &["check"], 0).contains("没有文字，没有状态，也没有佐证"));
    assert!(run(dir.path(), &["edition", "n", "--date", "2026-01-05", "--yes"], 1).contains("empty-entry"));
}

#[test]
fn the_name_of_the_file_says_what_is_exported_where_nothing_else_does() {
    let dir = site("");
    for (name, begins) in [("n.docx", "PK"), ("n.json", "{"), ("n.csv", "\u{feff}"), ("n.txt", "县水利局")]
    {
        let file = dir.path().join(name);
        run(dir.path(), &["export", "n", "-o", file.to_str().unwrap()], 0);
        assert!(fs::read(&file).unwrap().starts_with(begins.as_bytes()), "{name}");
    }
    let file = dir.path().join("n.json");
    run(dir.path(), &["export", "n", "--format", "txt", "-o", file.to_str().unwrap()], 0);
    assert!(fs::read(&file).unwrap().starts_with("县水利局".as_bytes()), "what is asked for counts more");
}

#[test]
fn an_entry_that_says_nothing_is_not_written() {
    let dir = site("");
    let before = fs::read(dir.path().join("content").join(ISSUE)).unwrap();
    let said = run(dir.path(), &["update", "gates", "m1", "--status", "done", "--text", "　 "], 2);
    assert!(said.contains("--text"), "{said}");
    assert_eq!(fs::read(dir.path().join("content").join(ISSUE)).unwrap(), before);
}

#[test]
fn a_tab_is_shown_where_it_stands() {
    let dir = site("goal: 及时检修\n\tlead: 分管副局长\n");
    let said = run(dir.path(), &["check"], 1);
    assert!(said.contains("01.yaml:5:1"), "{said}");
}

#[test]
fn a_year_that_is_still_to_come_shows_in_check_and_is_a_warning_to_build() {
    let dir = site("due: 2026-12-31\nextensions: [{on: 2035-01-20, to: 2035-03-31, why: 设备未到货}]\n");
    let at = ["--as-of", "2026-01-10"];
    let said = run(dir.path(), &["check", at[0], at[1]], 0);
    assert!(said.contains("not-yet") && said.contains("1 处警告"), "{said}");
    let said = run(dir.path(), &["build", "--deny-warnings", at[0], at[1]], 1);
    assert!(said.contains("not-yet") && !dir.path().join("public").exists(), "{said}");
    run(dir.path(), &["build", at[0], at[1]], 0);
}

#[test]
fn a_build_says_that_edits_after_an_edition_wait_for_the_next() {
    let dir = site("");
    let root = dir.path();
    run(root, &["edition", "n", "--date", "2025-12-26", "--yes"], 0);
    let build = ["build", "--as-of", "2026-03-01"];
    assert!(!run(root, &build, 0).contains("还没有公开"));
    run(
        root,
        &["update", "gates", "m1", "--date", "2026-02-03", "--status", "done", "--text", "检修完毕。"],
        0,
    );
    let said = run(root, &build, 0);
    assert!(said.contains("还没有公开：n"), "{said}");
    run(root, &["edition", "n", "--date", "2026-03-01", "--yes"], 0);
    assert!(!run(root, &build, 0).contains("还没有公开"));
}

#[test]
fn an_import_that_drops_white_space_says_that_it_did() {
    let dir = site("");
    let text = dir.path().join("m.txt");
    fs::write(&text, "县水利局关于整改的通报\n\n一、水利设施  \n\n（一）巡查不到位\n整改情况：补齐记录。\n县水利局\n2025年12月26日\n").unwrap();
    let said = run(dir.path(), &["import", text.to_str().unwrap(), "--slug", "m", "--tidy-space"], 0);
    assert!(said.contains("与去掉空行、行尾空格的原文完全一致"), "{said}");
}
