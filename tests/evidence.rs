//! Files of evidence: published with the entry that cites them, byte for byte, and never by accident.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test fails by panicking")]

mod kit;

use std::fs;
use std::path::{Path, PathBuf};

use gongkai::load::{Asset, load_with};

const ISSUE: &str = "notices/n/issues/1.yaml";

/// A small site whose one entry has this evidence, with these files beside it.
fn site(evidence: &str, files: &[(&str, &[u8])]) -> tempfile::TempDir {
    let dir = tempfile::tempdir().unwrap();
    let put = |path: &str, bytes: &[u8]| kit::write(dir.path(), path, bytes);
    put("site.yaml", b"format: 1\nchecks: {head-missing: off}\ntitle: T\nlanguage: zh-CN\n");
    put(
        "notices/n/notice.yaml",
        "title: 通报\nissuer: 甲局\ndate: 2026-01-10\noutline:\n  - {id: p, heading: 整改}\n".as_bytes(),
    );
    let issue = format!(
        "id: i\ntitle: 问题。\nunder: p\nmeasures:\n  - id: m\n    text: 做了。\n    updates:\n      - {{id: u1, date: 2026-02-01, status: done, text: 办结。, evidence: [{evidence}]}}\n"
    );
    put(ISSUE, issue.as_bytes());
    for (name, bytes) in files {
        put(&format!("notices/n/evidence/{name}"), bytes);
    }
    dir
}

fn build(root: &Path, code: i32) -> (PathBuf, String) {
    let out =
        kit::run(["build", "-C", root.to_str().unwrap(), "--as-of", "2026-03-01", "--format", "short"], code);
    (root.join("public"), kit::text(&out.stderr).to_owned())
}

#[test]
fn a_cited_file_is_published_as_it_is_and_linked_with_its_kind_and_size() {
    let bytes: Vec<u8> = (0..300_000_u32).map(|n| (n % 251) as u8).collect();
    let site = site("{title: 会议纪要, file: minutes.pdf}, 台账", &[("minutes.pdf", &bytes)]);
    let (public, _) = build(site.path(), 0);
    assert_eq!(fs::read(public.join("notices/n/evidence/minutes.pdf")).unwrap(), bytes);
    let page = fs::read_to_string(public.join("notices/n/issues/i/index.html")).unwrap();
    assert!(page.contains("<a href=\"../../../../notices/n/evidence/minutes.pdf\">会议纪要</a>"), "{page}");
    assert!(page.contains("（PDF，293 KB）") && page.contains("台账"), "{page}");
    kit::run(["verify", public.to_str().unwrap()], 0);
}

#[test]
fn it_is_not_written_again_and_goes_when_nothing_cites_it() {
    let site = site("{title: 纪要, file: a.pdf}", &[("a.pdf", b"%PDF")]);
    let (public, _) = build(site.path(), 0);
    let file = public.join("notices/n/evidence/a.pdf");
    let written = fs::metadata(&file).unwrap().modified().unwrap();
    build(site.path(), 0);
    assert_eq!(fs::metadata(&file).unwrap().modified().unwrap(), written);
    fs::write(site.path().join("content/notices/n/evidence/a.pdf"), b"%PDF new").unwrap();
    build(site.path(), 0);
    assert_eq!(fs::read(&file).unwrap(), b"%PDF new");
    let issue = site.path().join("content").join(ISSUE);
    let text = fs::read_to_string(&issue).unwrap().replace("{title: 纪要, file: a.pdf}", "纪要");
    fs::write(issue, text).unwrap();
    let (_, said) = build(site.path(), 0);
    assert!(!file.exists() && said.contains("evidence-idle"), "{said}");
}

#[test]
fn what_cannot_be_published_as_it_stands_is_refused_with_its_place() {
    type Files<'f> = &'f [(&'f str, &'f [u8])];
    let cases: [(&str, Files, &str); 6] = [
        ("{title: 纪要, file: minuts.pdf}", &[("minutes.pdf", b"%PDF")], "minutes.pdf"),
        ("{title: 纪要}", &[], "file"),
        ("纪要", &[("纪要.pdf", b"%PDF")], "evidence-name"),
        ("纪要", &[("page.html", b"<script>")], "evidence-kind"),
        ("纪要", &[("deep/a.pdf", b"%PDF")], "evidence-folder"),
        ("纪要", &[("a.pdf", b"%PDF"), ("A.pdf", b"%PDF")], "evidence-name"),
    ];
    for (evidence, files, words) in cases {
        let site = site(evidence, files);
        let (public, said) = build(site.path(), 1);
        assert!(said.contains(words), "{evidence} {words}\n{said}");
        assert!(!public.exists(), "{evidence}: nothing is written");
    }
}

#[test]
fn a_file_appears_no_earlier_than_the_entry_that_cites_it() {
    let site = site("{title: 纪要, file: a.pdf}", &[("a.pdf", b"%PDF")]);
    let root = site.path().to_str().unwrap();
    let file = site.path().join("public/notices/n/evidence/a.pdf");
    kit::run(["build", "-C", root, "--as-of", "2026-01-31"], 0);
    assert!(!file.exists());
    // Nor does it before an edition is published that holds the entry.
    kit::run(["edition", "n", "-C", root, "--date", "2026-02-02", "--yes"], 0);
    let issue = site.path().join("content").join(ISSUE);
    let text = fs::read_to_string(&issue).unwrap();
    let more = "      - {id: u2, date: 2026-02-10, text: 补充。, evidence: [{title: 名册, file: b.pdf}]}\n";
    fs::write(issue, text + more).unwrap();
    fs::write(site.path().join("content/notices/n/evidence/b.pdf"), b"%PDF").unwrap();
    build(site.path(), 0);
    assert!(file.exists() && !site.path().join("public/notices/n/evidence/b.pdf").exists());
}

#[test]
fn a_file_that_nothing_cites_is_said_and_stays_where_it_is() {
    let site = site("纪要", &[("draft.pdf", b"%PDF")]);
    let (public, said) = build(site.path(), 0);
    assert!(said.contains("evidence-idle") && said.contains("draft.pdf"), "{said}");
    assert!(!public.join("notices/n/evidence").exists());
}

#[test]
fn what_an_edition_published_cannot_silently_go() {
    let site = site("{title: 纪要, file: a.pdf}", &[("a.pdf", b"%PDF")]);
    let root = site.path().to_str().unwrap();
    kit::run(["edition", "n", "-C", root, "--date", "2026-02-02", "--yes"], 0);
    build(site.path(), 0);
    fs::remove_file(site.path().join("content/notices/n/evidence/a.pdf")).unwrap();
    let (_, said) = build(site.path(), 1);
    assert!(said.contains("evidence-gone") && said.contains("a.pdf"), "{said}");
}

#[test]
fn a_file_too_large_for_a_phone_is_warned_of() {
    let site = site("{title: 录像, file: a.mp4}", &[]);
    let asset = |size| Asset { path: "notices/n/evidence/a.mp4".to_owned(), size, pixels: None };
    let codes = |size| {
        let loaded = load_with(kit::content(&site.path().join("content")), vec![asset(size)]);
        loaded.diagnostics.into_iter().map(|d| d.code).collect::<Vec<_>>()
    };
    assert_eq!(codes(20 << 20), Vec::<&str>::new());
    assert_eq!(codes((20 << 20) + 1), ["evidence-large"]);
}

#[test]
fn naming_a_file_or_linking_one_of_a_longer_name_publishes_nothing() {
    let site = site("纪要", &[("plan.doc", b"DOC"), ("plan.docx", b"DOCX"), ("con.txt", b"X")]);
    let (_, said) = build(site.path(), 1);
    assert!(said.contains("evidence-name") && said.contains("con.txt"), "{said}");
    fs::remove_file(site.path().join("content/notices/n/evidence/con.txt")).unwrap();
    fs::create_dir_all(site.path().join("content/pages")).unwrap();
    let page =
        "---\ntitle: 关于\n---\n[计划](notices/n/evidence/plan.docx)，见 notices/n/evidence/plan.doc。\n";
    fs::write(site.path().join("content/pages/about.md"), page).unwrap();
    let (public, said) = build(site.path(), 0);
    assert!(said.contains("evidence-idle") && said.contains("plan.doc"), "{said}");
    assert!(public.join("notices/n/evidence/plan.docx").exists());
    assert!(!public.join("notices/n/evidence/plan.doc").exists());
}

/// Whoever loads the files as they would be takes what stands beside them along.
#[test]
fn every_command_that_changes_files_knows_the_files_that_entries_cite() {
    let site = site("{title: 纪要, file: a.pdf}", &[("a.pdf", b"%PDF"), ("idle.pdf", b"%PDF")]);
    let root = site.path();
    let run = |args: &[&str], code: i32| {
        let out = kit::run(["-C", root.to_str().unwrap()].iter().chain(args), code);
        format!("{}{}", kit::text(&out.stdout), kit::text(&out.stderr))
    };
    let issue = || fs::read_to_string(root.join("content").join(ISSUE)).unwrap();
    fs::write(
        root.join("content").join(ISSUE),
        issue().replace("做了。", "甲局召开会议,研究部署，逐项落实，长期坚持，不断巩固，抓好成效。"),
    )
    .unwrap();
    let said = run(&["update", "i", "m", "--date", "2026-02-03", "--text", "研究部署完毕。", "--minor"], 0);
    assert!(issue().contains("完毕") && said.matches("evidence-idle").count() == 1, "{said}");
    run(&["check", "--fix", "--yes", "--as-of", "2026-03-01"], 0);
    assert!(issue().contains("会议，研究"), "{}", issue());

    let ledger = root.join("ledger.csv");
    run(&["export", "n", "--format", "csv", "-o", ledger.to_str().unwrap(), "--as-of", "2026-03-01"], 0);
    let text = fs::read_to_string(&ledger).unwrap();
    fs::write(&ledger, text.replace("甲局召开", "甲局又召开")).unwrap();
    run(&["import", ledger.to_str().unwrap(), "--date", "2026-03-01", "--yes"], 0);
    assert!(issue().contains("甲局又召开"), "{}", issue());
    run(&["undo", "--yes"], 0);
    assert!(issue().contains("甲局召开"), "{}", issue());

    run(&["edition", "n", "--date", "2026-03-01", "--yes"], 0);
    let words = root.join("words.txt");
    fs::write(&words, "研究部署").unwrap();
    let by = ["--kind", "other", "--by", "保密岗", "--on", "2026-03-02", "--yes", "--text-from"];
    run(&[&["redact", "n"], &by[..], &[words.to_str().unwrap()]].concat(), 0);
    assert!(!issue().contains("研究部署") && issue().contains("file: a.pdf"), "{}", issue());
    run(&["check"], 0);
}

#[test]
fn where_there_is_no_file_at_all_none_is_proposed() {
    let site = site("{title: 纪要, file: a.pdf}", &[]);
    let out = kit::run(["--lang", "zh-CN", "check", "-C", site.path().to_str().unwrap()], 1);
    let said = kit::text(&out.stdout);
    assert!(said.contains("把文件放进这份通报的 evidence/ 文件夹") && !said.contains("可用的有"), "{said}");
}
