//! Our own workbook, edited as a clerk does: what changed comes into the files, what was published stays.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test fails by panicking")]

mod kit;

use std::fs;
use std::io::{Read as _, Write as _};
use std::path::{Path, PathBuf};

/// The example with its workbook, exported on a day.
struct Desk {
    dir: tempfile::TempDir,
}

impl Desk {
    fn new() -> Self {
        Self { dir: kit::copied(&kit::repo("starter")) }
    }

    fn root(&self) -> &Path {
        self.dir.path()
    }

    fn run(&self, args: &[&str], code: i32) -> String {
        let out = kit::run(args.iter().chain(&["-C", self.root().to_str().unwrap()]), code);
        format!("{}{}", kit::text(&out.stdout), kit::text(&out.stderr))
    }

    fn export(&self) -> PathBuf {
        let file = self.root().join("ledger.xlsx");
        self.run(
            &["export", "example", "--format", "xlsx", "--as-of", "2026-04-01", "-o", file.to_str().unwrap()],
            0,
        );
        file
    }

    /// Takes in the workbook with these cells changed.
    fn import(&self, book: &Path, edits: &[(&str, &str, &str)], code: i32) -> String {
        let edited = self.root().join("edited.xlsx");
        fs::write(&edited, with(&fs::read(book).unwrap(), edits)).unwrap();
        self.run(&["import", edited.to_str().unwrap(), "--date", "2026-04-02", "--yes"], code)
    }

    fn file(&self, name: &str) -> String {
        fs::read_to_string(self.root().join("content/notices/example/issues").join(name)).unwrap()
    }
}

/// A workbook with cells of a sheet (`sheet1`) changed to these words.
fn with(xlsx: &[u8], edits: &[(&str, &str, &str)]) -> Vec<u8> {
    let mut zip = zip::ZipArchive::new(std::io::Cursor::new(xlsx)).unwrap();
    let mut out = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
    for at in 0..zip.len() {
        let mut part = zip.by_index(at).unwrap();
        let name = part.name().unwrap().to_string();
        let mut text = String::new();
        part.read_to_string(&mut text).unwrap();
        for (sheet, cell, words) in edits {
            if name == format!("xl/worksheets/{sheet}.xml") {
                text = set(&text, cell, words);
            }
        }
        out.start_file(name, zip::write::SimpleFileOptions::default()).unwrap();
        out.write_all(text.as_bytes()).unwrap();
    }
    out.finish().unwrap().into_inner()
}

fn set(sheet: &str, cell: &str, words: &str) -> String {
    let start = sheet.find(&format!("<c r=\"{cell}\"")).unwrap_or_else(|| panic!("no cell {cell}"));
    let tag = start + sheet[start..].find('>').unwrap() + 1;
    let end = if sheet[..tag].ends_with("/>") { tag } else { tag + sheet[tag..].find("</c>").unwrap() + 4 };
    let new = format!("<c r=\"{cell}\" t=\"inlineStr\"><is><t>{words}</t></is></c>");
    format!("{}{new}{}", &sheet[..start], &sheet[end..])
}

#[test]
fn an_unchanged_workbook_changes_nothing() {
    let desk = Desk::new();
    let book = desk.export();
    let said = desk.import(&book, &[], 0);
    assert!(said.contains("nothing to change"), "{said}");
}

#[test]
fn words_entries_and_moves_come_into_the_files_and_remarks_stay() {
    let desk = Desk::new();
    let book = desk.export();
    let (before, lamps) = (desk.file("02-night-noise.md"), desk.file("03-park-lamps.yaml"));
    let cell = |cell, words| ("sheet1", cell, words);
    let edits = [
        cell("D4", "材料齐全的申请三个工作日内办结。"),
        cell("E4", "减少群众往返。"),
        cell("L7", "已完成"),
        cell("O7", "2026-03-28"),
        cell("P7", "隔声罩全部装好。"),
        cell("Q7", "验收单"),
    ];
    let said = desk.import(&book, &edits, 0);
    assert!(said.contains("受阻 → 已完成 隔声罩全部装好。 [验收单]"), "{said}");
    assert!(
        said.contains("stall-permits 反馈问题（原文）") && said.contains("stall-permits 整改目标"),
        "{said}"
    );
    let after = desk.file("02-night-noise.md");
    let kept = before.lines().filter(|l| !l.contains("status:")).all(|l| after.contains(l));
    assert!(kept && after.contains("隔声罩全部装好。") && after.contains("验收单"), "{after}");
    assert!(desk.file("01-stall-permits.md").contains("# 整改要达到的目标,可以不写。\ngoal: 减少群众往返。"));
    assert_eq!(desk.file("03-park-lamps.yaml"), lamps, "a file that nothing changes keeps every byte");
    desk.run(&["check", "--as-of", "2026-04-02"], 0);
}

/// Workbook, files, workbook: every cell that a person can change is as it was left.
#[test]
fn what_was_written_in_is_there_when_it_is_exported_again() {
    let desk = Desk::new();
    let book = desk.export();
    let edits = [
        ("sheet1", "C4", "摊点审批慢。"),
        ("sheet1", "I4", "减材料。\n张贴指南。"),
        ("sheet1", "F6", "副大队长"),
    ];
    desk.import(&book, &edits, 0);
    let again = desk.export();
    let left = desk.import(&again, &edits, 0);
    assert!(left.contains("nothing to change"), "{left}");
}

#[test]
fn a_published_entry_is_not_changed_and_locked_cells_are_named() {
    let desk = Desk::new();
    desk.run(&["edition", "example", "--date", "2026-03-25", "--yes"], 0);
    let book = desk.export();
    let before = desk.file("01-stall-permits.md");
    let said = desk.import(
        &book,
        &[("sheet2", "F2", "改写的进展。"), ("sheet1", "A4", "问题9"), ("sheet1", "C4", "新题。")],
        1,
    );
    assert!(said.contains("进展记录!A2") && said.contains("update --corrects"), "{said}");
    assert!(said.contains("台账!A4") && said.contains("nothing was written"), "{said}");
    assert_eq!(desk.file("01-stall-permits.md"), before);
}

#[test]
fn a_workbook_that_is_older_than_the_files_is_not_taken_unseen() {
    let desk = Desk::new();
    let book = desk.export();
    let text = [
        "update",
        "park-lamps",
        "m2",
        "--date",
        "2026-04-01",
        "--status",
        "done",
        "--set-status",
        "--text",
        "修好。",
    ];
    desk.run(&text, 0);
    let said = desk.import(&book, &[("sheet1", "E4", "减少往返。")], 1);
    assert!(said.contains("have changed since"), "{said}");
}
