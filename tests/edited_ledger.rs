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
        let dir = kit::copied(&kit::repo("starter"));
        // Nobody would freeze an example.
        let settings = dir.path().join("content/site.yaml");
        let text = fs::read_to_string(&settings).unwrap();
        fs::write(settings, text + "\nchecks: {sample-value: off}\n").unwrap();
        Self { dir }
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

    /// The files move on by an entry that no ledger has.
    fn moves_on(&self) {
        let entry = ["--status", "done", "--date", "2026-04-03", "--text", "窗口已合并。"];
        self.run(&[&["update", "stall-permits", "m1"], &entry[..]].concat(), 0);
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

/// A cell of a sheet with these words; one that is not there yet goes to the end of its row, a new row to the end of the sheet.
fn set(sheet: &str, cell: &str, words: &str) -> String {
    let new = format!("<c r=\"{cell}\" t=\"inlineStr\"><is><t>{words}</t></is></c>");
    let Some(start) = sheet.find(&format!("<c r=\"{cell}\"")) else {
        let number = cell.trim_start_matches(|c: char| c.is_ascii_uppercase());
        let row = sheet.find(&format!("<row r=\"{number}\""));
        let Some(end) = row.map(|at| at + sheet[at..].find("</row>").unwrap()) else {
            let row = format!("<row r=\"{number}\">{new}</row></sheetData>");
            return sheet.replacen("</sheetData>", &row, 1);
        };
        return format!("{}{new}{}", &sheet[..end], &sheet[end..]);
    };
    let tag = start + sheet[start..].find('>').unwrap() + 1;
    let end = if sheet[..tag].ends_with("/>") { tag } else { tag + sheet[tag..].find("</c>").unwrap() + 4 };
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

/// What a person writes where nothing of ours stands is named, cell by cell; the rest comes in.
#[test]
fn columns_rows_and_sheets_that_are_not_ours_are_named() {
    let desk = Desk::new();
    let book = desk.export();
    let cell = |cell, words| ("sheet1", cell, words);
    let edits = [
        cell("S3", "备注"),
        cell("S5", "内部掌握"),
        cell("T3", "佐证材料"),
        cell("T6", "会议记录"),
        cell("A14", "以上为全部问题"),
        cell("E4", "减少群众往返。"),
        ("sheet2", "K1", "审核人"),
        ("sheet2", "K2", "办公室"),
        ("sheet2", "F12", "写在这里的进展。"),
        ("sheet3", "A1", "由程序写的一格"),
    ];
    let said = desk.import(&book, &edits, 0);
    for named in [
        "“台账 › 备注”: 1 cell goes into no file:\n     S5 | 内部掌握",
        "“台账 › 佐证材料”: 1 cell goes into no file:\n     T6 | 会议记录",
        "A14 | 以上为全部问题",
        "“进展记录 › 审核人”: 1 cell goes into no file:\n     K2 | 办公室",
        "F12 | 写在这里的进展。",
    ] {
        assert!(said.contains(named), "{named}: {said}");
    }
    assert!(!said.contains("由程序写的一格"), "{said}");
    assert!(desk.file("01-stall-permits.md").contains("goal: 减少群众往返。"));
    let whole = said.matches("into no file").count();
    assert_eq!(whole, 5, "{said}");
}

/// A new row is read to its last cell: what it tells becomes an entry, what no measure has is named.
#[test]
fn a_new_row_brings_its_entry_and_loses_no_cell() {
    let desk = Desk::new();
    let book = desk.export();
    let cell = |cell, words| ("sheet1", cell, words);
    let title =
        desk.file("03-park-lamps.yaml").lines().find_map(|l| l.strip_prefix("title: ")).unwrap().to_owned();
    let edits = [
        cell("C12", title.as_str()),
        cell("G12", "2026-05-01"),
        cell("I12", "换上节能灯。"),
        cell("J12", "县园林所"),
        cell("L12", "已完成"),
        cell("P12", "换了四十盏。"),
    ];
    let said = desk.import(&book, &edits, 0);
    assert!(
        said.contains("换上节能灯。") && said.contains("1 new entry says no day and takes 2026-04-02"),
        "{said}"
    );
    assert!(said.contains("G12 | 2026-05-01"), "a time limit of the issue is not that of a measure: {said}");
    let after = desk.file("03-park-lamps.yaml");
    assert!(after.contains("换上节能灯。") && after.contains("换了四十盏。"), "{after}");
    assert!(after.contains("2026-04-02") && after.contains("unit:"), "{after}");
    desk.run(&["check", "--as-of", "2026-04-02"], 0);
}

/// Every cell that cannot be read is named with its own place, not the first alone.
#[test]
fn each_cell_of_a_new_row_that_cannot_be_read_is_named() {
    let desk = Desk::new();
    let book = desk.export();
    let cell = |cell, words| ("sheet1", cell, words);
    let edits = [
        cell("B12", "没有的方面"),
        cell("C12", "新的问题。"),
        cell("G12", "年底前"),
        cell("I12", "换上节能灯。"),
        cell("J12", "没有的单位"),
        cell("L12", "快好了"),
        cell("O12", "昨天"),
    ];
    let said = desk.import(&book, &edits, 1);
    for place in ["台账!B12  ", "台账!G12  ", "台账!J12  ", "台账!L12  ", "台账!O12  "] {
        assert!(said.contains(place), "{place}: {said}");
    }
    assert!(said.contains("5 cells cannot be taken in"), "{said}");
}

/// A clerk who is not sure whether it was done imports the workbook again, on the same day or another.
#[test]
fn a_workbook_that_comes_twice_adds_nothing_the_second_time() {
    let desk = Desk::new();
    let book = desk.export();
    let cell = |cell, words| ("sheet1", cell, words);
    let title =
        desk.file("03-park-lamps.yaml").lines().find_map(|l| l.strip_prefix("title: ")).unwrap().to_owned();
    let edits = [
        cell("L4", "已完成并长期坚持"),
        cell("L7", "已完成"),
        cell("O7", "2026-03-28"),
        cell("P7", "隔声罩全部装好。"),
        cell("Q7", "验收单"),
        cell("P8", "夜间巡查四次。"),
        cell("C12", title.as_str()),
        cell("I12", "换上节能灯。"),
        cell("J12", "县园林所"),
        cell("L12", "已完成"),
        cell("O12", "2026-03-30"),
        cell("P12", "换了四十盏。"),
        cell("B13", "服务群众方面"),
        cell("C13", "公厕夜间不开放。"),
        cell("G13", "2026-06-30"),
        cell("I13", "延长开放到二十三时。"),
        cell("L13", "正在整改"),
        cell("P13", "三座先行延长。"),
    ];
    desk.import(&book, &edits, 0);
    let files =
        ["01-stall-permits.md", "02-night-noise.md", "03-park-lamps.yaml"].map(|name| desk.file(name));
    for day in ["2026-04-02", "2026-05-06"] {
        let edited = desk.root().join("edited.xlsx");
        let said = desk.run(&["import", edited.to_str().unwrap(), "--date", day, "--yes"], 0);
        assert!(said.contains("nothing to change") && !said.contains("into no file"), "{said}");
        let told = ["in the files already", "night-noise/m2 u1", "park-lamps/m3 u1"];
        assert!(told.iter().all(|t| said.contains(t)), "{said}");
    }
    assert_eq!(
        files,
        ["01-stall-permits.md", "02-night-noise.md", "03-park-lamps.yaml"].map(|name| desk.file(name))
    );
    // The same words on another day are another entry.
    let said = desk.import(&book, &[cell("O7", "2026-03-29"), cell("P7", "隔声罩全部装好。")], 1);
    assert!(said.contains("night-noise/m2 u2 2026-03-29"), "{said}");
}

#[test]
fn a_day_without_words_is_refused_and_one_that_is_hardly_meant_is_told() {
    let desk = Desk::new();
    let book = desk.export();
    let cell = |cell, words| ("sheet1", cell, words);
    let said = desk.import(&book, &[cell("O4", "2026-03-28"), cell("E4", "减少往返。")], 1);
    assert!(said.contains("台账!O4  2026-03-28 stands alone"), "{said}");
    let row = [
        cell("B13", "服务群众方面"),
        cell("C13", "公厕不开放。"),
        cell("I13", "延长。"),
        cell("O13", "2026-03-28"),
    ];
    let said = desk.import(&book, &row, 1);
    assert!(said.contains("台账!O13  2026-03-28 stands alone"), "{said}");
    let update = [
        "update",
        "night-noise",
        "m2",
        "--date",
        "2015-03-28",
        "--status",
        "blocked",
        "--text",
        "补印。",
        "--dry-run",
    ];
    assert!(desk.run(&update, 0).contains("before the inspection began"));
    let edits = [
        cell("O4", "2066-03-28"),
        cell("P4", "指南补印。"),
        cell("O7", "2016-03-28"),
        cell("P7", "罩子换新。"),
    ];
    let said = desk.import(&book, &edits, 0);
    assert!(said.contains("02-night-noise.md\" is dated 2016-03-28, before the inspection began"), "{said}");
    assert!(said.contains("it is of 2066-03-28 and shows from that day on"), "{said}");
}

#[test]
fn an_export_goes_over_a_ledger_only_where_nothing_would_be_lost() {
    let desk = Desk::new();
    let book = desk.export();
    let to = book.to_str().unwrap();
    let again = |more: &[&str], code| desk.run(&[&["export", "example", "-o", to], more].concat(), code);
    again(&[], 0);
    // The files move on; the workbook is as it was made.
    desk.moves_on();
    again(&[], 0);
    let edits = [("sheet1", "O7", "2026-03-28"), ("sheet1", "P7", "隔声罩全部装好。")];
    let edited = with(&fs::read(&book).unwrap(), &edits);
    fs::write(&book, &edited).unwrap();
    let said = again(&[], 2);
    assert!(said.contains("1 place") && said.contains("--yes") && said.contains("gongkai import"), "{said}");
    assert!(fs::read(&book).unwrap() == edited, "it stands as it was");
    desk.run(&["import", to, "--yes"], 0);
    again(&[], 0);
    // A remark in a cell of its own, and what is no ledger of this notice.
    fs::write(&book, with(&fs::read(&book).unwrap(), &[("sheet1", "T5", "局长要看")])).unwrap();
    again(&[], 2);
    again(&["--yes"], 0);
    fs::write(&book, "别的文件").unwrap();
    let said = again(&[], 2);
    assert!(said.contains("no ledger of this notice"), "{said}");
    fs::write(&book, "").unwrap();
    again(&[], 0);
}

#[test]
fn an_edited_table_is_not_written_over_either() {
    let desk = Desk::new();
    let to = desk.root().join("ledger.csv");
    let export = |code| desk.run(&["export", "example", "-o", to.to_str().unwrap()], code);
    export(0);
    desk.moves_on();
    export(0);
    let table = fs::read_to_string(&to).unwrap();
    let edited = table.replacen("已完成", "正在整改", 1);
    assert_ne!(table, edited);
    fs::write(&to, &edited).unwrap();
    export(2);
    assert_eq!(fs::read_to_string(&to).unwrap(), edited);
}
