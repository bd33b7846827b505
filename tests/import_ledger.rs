//! Ledgers that someone else keeps: every cell comes into the files or is named, with exact counts; and files that mean harm.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test fails by panicking")]

mod kit;

use std::io::Write as _;

use chrono::NaiveDate;
use gongkai::export::ledger::{Ledger as Book, book, csv};
use gongkai::import::ledger::{self, Ledger};
use gongkai::import::{Options, Refused};
use gongkai::intake::sheet::{Sheets, read_csv, read_ods, read_xlsx};
use gongkai::intake::{IntakeError, Kind};
use gongkai::load::load;
use gongkai::model::{Site, Status};
use gongkai::text::RawFile;
use rust_xlsxwriter::{Format, Workbook};

fn asked() -> Options {
    Options { issuer: Some("县水利局".to_owned()), date: day("2025-12-26"), ..Options::default() }
}

fn day(text: &str) -> Option<NaiveDate> {
    Some(text.parse().unwrap())
}

fn import(sheets: &Sheets, options: &Options) -> Ledger {
    ledger::import(&sheets.sheets, options, None).unwrap_or_else(|refused| panic!("{refused:?}"))
}

fn loaded(made: &Ledger) -> Site {
    let raw = |(path, bytes): &(String, Vec<u8>)| RawFile { path: path.clone(), bytes: bytes.clone() };
    let mut files: Vec<RawFile> = made.files.iter().map(raw).collect();
    files.push(RawFile { path: "site.yaml".to_owned(), bytes: made.site.clone() });
    let loaded = load(files);
    loaded.site.unwrap_or_else(|| panic!("{:?}", loaded.diagnostics))
}

fn left(made: &Ledger) -> Vec<(&str, usize)> {
    made.report.left.iter().map(|l| (l.place.as_str(), l.cells.len())).collect()
}

/// A ledger as offices keep them: two sheets, a head of two rows, merged cells, several measures in a cell, remarks, a sum.
fn foreign() -> Vec<u8> {
    let (mut book, plain) = (Workbook::new(), Format::new());
    let sheet = book.add_worksheet().set_name("党的建设").unwrap();
    sheet.merge_range(0, 0, 0, 9, "县水利局巡察反馈问题整改台账", &plain).unwrap();
    sheet.write(1, 0, "填报单位（盖章）：县水利局").unwrap();
    sheet.write(1, 5, "填报时间：2025年12月20日").unwrap();
    for (at, name) in ["序号", "反馈问题", "具体问题", "整改措施", "责任领导"].iter().enumerate()
    {
        sheet.merge_range(2, at as u16, 3, at as u16, name, &plain).unwrap();
    }
    sheet.merge_range(2, 5, 2, 6, "责任单位", &plain).unwrap();
    sheet.write(3, 5, "牵头单位").unwrap();
    sheet.write(3, 6, "配合单位").unwrap();
    for (at, name) in (7..).zip(["完成\n时限", "整改进展情况", "完成情况（状态）", "备注"])
    {
        sheet.merge_range(2, at, 3, at, name, &plain).unwrap();
    }
    // An issue over two rows; the second row holds two measures.
    for (at, words) in ["1", "闸门管护不力，检修走过场。", "闸门检修不及时。"].iter().enumerate()
    {
        sheet.merge_range(4, at as u16, 5, at as u16, words, &plain).unwrap();
    }
    let date = Format::new().set_num_format("yyyy年m月d日");
    sheet.write(4, 3, "制定检修计划。").unwrap();
    sheet.write(4, 4, "分管副局长").unwrap();
    sheet.write(4, 5, "闸管所、工程科").unwrap();
    sheet.write(4, 6, "办公室").unwrap();
    sheet.write_with_format(4, 7, 46_022, &date).unwrap();
    sheet.write(4, 8, "2025年8月1日印发计划。\n2025年9月2日检修6扇。").unwrap();
    sheet.write(5, 3, "1.逐扇登记。\n2.每月检查。").unwrap();
    sheet.write(5, 5, "闸管所").unwrap();
    sheet.write(5, 8, "已登记12扇。").unwrap();
    sheet.write(5, 10, "内部掌握").unwrap();
    sheet.write(6, 0, 2).unwrap();
    sheet.write(6, 2, "值班记录缺失。").unwrap();
    sheet.write(6, 3, "一是补记。二是抽查。").unwrap();
    sheet.write(6, 7, "长期坚持").unwrap();
    sheet.write(7, 0, "合计").unwrap();
    sheet.write(7, 3, "4项").unwrap();
    let second = book.add_worksheet().set_name("作风建设").unwrap();
    for (at, name) in ["序号", "存在问题", "整改举措", "责任部门", "是否完成", "佐证材料", "是否长期坚持"]
        .iter()
        .enumerate()
    {
        second.write(0, at as u16, *name).unwrap();
    }
    for (at, cell) in
        ["1", "服务窗口排队久。", "增开窗口。", "办公室", "已完成", "通知〔2025〕3号\n照片", "是"]
            .iter()
            .enumerate()
    {
        second.write(1, at as u16, *cell).unwrap();
    }
    let third = book.add_worksheet().set_name("填表说明").unwrap();
    third.write(0, 0, "本表一式两份。").unwrap();
    book.save_to_buffer().unwrap()
}

#[test]
fn a_ledger_of_another_hand_comes_in_whole() {
    let sheets = read_xlsx(&foreign()).unwrap();
    let made = import(&sheets, &Options::default());
    let own = |sheet: &str, issues, measures| (sheet.to_owned(), issues, measures);
    assert_eq!(made.report.sheets, [own("党的建设", 2, 4), own("作风建设", 1, 1)]);
    assert_eq!(made.report.units, ["闸管所", "工程科", "办公室"]);
    assert_eq!((made.report.entries, made.report.undated), (4, 2));
    let site = loaded(&made);
    let notice = &site.notices[0];
    assert_eq!((notice.title.as_str(), notice.issuer.as_str()), ("县水利局巡察反馈问题整改台账", "县水利局"));
    assert_eq!(notice.date.to_string(), "2025-12-20");
    let headings: Vec<&str> = notice.outline.iter().map(|n| n.heading.as_str()).collect();
    assert_eq!(headings, ["党的建设", "作风建设"], "sheets without a column for it are headings");
    let gates = &notice.issues[0];
    assert_eq!(gates.title, "闸门检修不及时。");
    assert_eq!(gates.original.as_deref(), Some("闸门管护不力，检修走过场。"));
    assert_eq!(gates.due, day("2025-12-31"));
    assert_eq!(gates.lead.as_deref(), Some("分管副局长"));
    let texts: Vec<&str> = gates.measures.iter().map(|m| m.text.trim_end()).collect();
    assert_eq!(texts, ["制定检修计划。", "逐扇登记。", "每月检查。"]);
    let name = |m: usize| site.unit(gates.measures[m].unit.as_ref().unwrap()).unwrap().name.clone();
    assert_eq!([name(0), name(1), name(2)], ["闸管所"; 3]);
    assert_eq!(gates.measures[0].with.len(), 2, "one beside it in the cell, one in the other column");
    let days: Vec<String> = gates.measures[0].updates.iter().map(|u| u.date.to_string()).collect();
    assert_eq!(days, ["2025-08-01", "2025-09-02"]);
    let window = &notice.issues[2].measures[0];
    assert_eq!(window.updates[0].status, Some(Status::DoneOngoing));
    assert_eq!(window.updates[0].evidence.len(), 2);
}

#[test]
fn what_no_field_has_room_for_is_named_cell_by_cell() {
    let made = import(&read_xlsx(&foreign()).unwrap(), &Options::default());
    let found = left(&made);
    for (place, n) in
        [("党的建设 › 完成时限", 1), ("党的建设 › 备注", 1), ("作风建设 › 是否长期坚持", 1), ("填表说明", 1)]
    {
        assert!(found.contains(&(place, n)), "{place}: {found:?}");
    }
    let all: Vec<&str> = made.report.left.iter().flat_map(|l| &l.cells).map(|(_, w)| w.as_str()).collect();
    for words in ["长期坚持", "内部掌握", "合计", "4项", "本表一式两份。"] {
        assert!(all.contains(&words), "{words}: {all:?}");
    }
}

#[test]
fn a_table_as_text_is_filled_down_where_cells_are_empty() {
    let table = "序号,问题,整改措施,责任单位,整改状态\r\n1,甲问题。,第一项。,局办,已办结\r\n,,第二项。,局办,快好了\r\n2,乙问题。,第三项。,,正在推进\r\n";
    let made = import(&read_csv(table).unwrap(), &asked());
    assert_eq!(made.report.sheets, [(String::new(), 2, 3)]);
    assert_eq!(left(&made), [("整改状态", 1)], "what is no status is named");
    let site = loaded(&made);
    let issues = &site.notices[0].issues;
    assert_eq!(issues[0].measures.len(), 2);
    assert_eq!(issues[0].measures[0].status, Some(Status::Done));
    assert_eq!(issues[1].measures[0].status, Some(Status::InProgress));
}

#[test]
fn what_only_a_person_can_say_is_asked_for() {
    let table = read_csv("问题,整改措施,责任单位\n甲。,乙。,丙\n").unwrap();
    let site = loaded(&import(&table, &asked()));
    let ask = |options: &Options, site: Option<&Site>| match ledger::import(&table.sheets, options, site) {
        Err(Refused::Ask(questions)) => questions.iter().map(|q| q.message.id).collect::<Vec<_>>(),
        other => panic!("{other:?}"),
    };
    assert_eq!(ask(&Options::default(), None), ["ledger-no-date", "ledger-no-issuer"]);
    let dated = Options { date: day("2025-12-26"), ..Options::default() };
    assert_eq!(ask(&dated, None), ["ledger-no-issuer"]);
    let other = Site { units: Vec::new(), ..site };
    assert_eq!(ask(&dated, Some(&other)), ["ledger-no-issuer", "ledger-units"], "all at once");
    let none = read_csv("问题,说明\n甲。,乙。\n").unwrap();
    assert!(!ledger::is_ledger(&none.sheets));
}

/// Issues and measures through the workbook and the table and back.
fn there_and_back(site: &Site, slug: &str) {
    let notice = site.notices.iter().find(|n| n.slug == slug).unwrap();
    let day = notice.date.max("2026-12-31".parse().unwrap());
    let out = Book { notice, units: &site.units, day, suggestions: true };
    let from_book = import(&read_xlsx(&book::export(&out).unwrap()).unwrap(), &Options::default());
    let from_table = import(&read_csv(&csv::export(&out)).unwrap(), &asked());
    for (made, updates) in [(from_book, true), (from_table, false)] {
        let back = loaded(&made);
        let issues = &back.notices[0].issues;
        assert_eq!(back.notices[0].slug, slug);
        assert_eq!(issues.len(), notice.issues.len());
        for (was, now) in notice.issues.iter().zip(issues) {
            assert_eq!((&was.id, &was.title, was.due), (&now.id, &now.title, now.due));
            assert_eq!((&was.original, &was.goal, &was.lead), (&now.original, &now.goal, &now.lead));
            assert_eq!(was.measures.len(), now.measures.len());
            for (was, now) in was.measures.iter().zip(&now.measures) {
                assert_eq!((&was.id, was.text.trim_end()), (&now.id, now.text.trim_end()));
                if updates {
                    assert_eq!((&was.unit, &was.with), (&now.unit, &now.with));
                    assert_eq!(was.updates, now.updates);
                }
            }
        }
    }
}

#[test]
fn the_example_goes_there_and_back() {
    there_and_back(&kit::record(&kit::repo("starter")), "example");
}

#[test]
fn the_real_notice_goes_there_and_back() {
    let Some(path) = kit::real_notice() else { return };
    let (text, _) = gongkai::text::decode(&std::fs::read(path).unwrap()).unwrap();
    let taken = gongkai::import::import(&text, &Options::default()).unwrap();
    let made =
        Ledger { slug: taken.slug, files: taken.files, site: taken.site, report: ledger::Report::default() };
    let site = loaded(&made);
    assert_eq!(site.notices[0].issues.len(), 43);
    there_and_back(&site, &made.slug);
}

#[test]
fn what_hangs_over_the_cells_is_told_and_a_drawing_of_nothing_is_not() {
    let shape =
        "<anchor><sp><txBody><p><r><t>此表仅供</t></r><r><t>内部使用</t></r></p></txBody></sp></anchor>";
    let drawing = format!("<wsDr>{shape}<anchor><pic/></anchor></wsDr>");
    let parts: [(&str, &[u8]); 2] =
        [("xl/drawings/drawing1.xml", drawing.as_bytes()), ("xl/drawings/drawing2.xml", b"<wsDr/>")];
    let read = read_xlsx(&workbook(CELLS, &parts)).unwrap();
    let of = |kind| read.notes.iter().find(|n| n.kind == kind).map(|n| (n.n, n.texts.clone()));
    assert_eq!(of(Kind::Boxes), Some((1, vec!["此表仅供内部使用".to_owned()])));
    assert_eq!(of(Kind::Pictures).map(|(n, _)| n), Some(1));
    let nothing = read_xlsx(&workbook(CELLS, &parts[1..])).unwrap();
    assert!(nothing.notes.iter().all(|n| n.kind != Kind::Pictures));
}

#[test]
fn days_are_counted_from_1904_only_where_a_workbook_says_so() {
    let cells = "<sheetData><row r=\"1\"><c r=\"A1\" s=\"1\"><v>46112</v></c><c r=\"B1\" t=\"b\"><v>true</v></c></row></sheetData>";
    let styles = "<styleSheet><cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"14\"/></cellXfs></styleSheet>";
    for (says, expected) in [
        ("", "2026-03-31"),
        ("date1904=\"false\"", "2026-03-31"),
        ("date1904=\"0\"", "2026-03-31"),
        ("date1904=\"true\"", "2030-04-01"),
        ("date1904=\"1\"", "2030-04-01"),
    ] {
        let book = WORKBOOK.replace("<sheets>", &format!("<workbookPr showObjects=\"all\" {says}/><sheets>"));
        let sheet = format!("<worksheet>{cells}</worksheet>");
        let bytes = package(&[
            ("xl/workbook.xml", book.as_bytes()),
            ("xl/_rels/workbook.xml.rels", RELS.as_bytes()),
            ("xl/worksheets/sheet1.xml", sheet.as_bytes()),
            ("xl/styles.xml", styles.as_bytes()),
        ]);
        let read = read_xlsx(&bytes).unwrap();
        let words: Vec<String> = read.sheets[0].cells().map(|(_, cell)| cell.words()).collect();
        assert_eq!(words, [expected, "是"], "{says}");
    }
}

// Files that mean harm ------------------------------------------------------------------------------------------------

const WORKBOOK: &str =
    "<workbook xmlns:r=\"r\"><sheets><sheet name=\"台账\" sheetId=\"1\" r:id=\"r1\"/></sheets></workbook>";
const RELS: &str =
    "<Relationships><Relationship Id=\"r1\" Target=\"worksheets/sheet1.xml\"/></Relationships>";

fn package(parts: &[(&str, &[u8])]) -> Vec<u8> {
    let mut zip = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
    let options = zip::write::SimpleFileOptions::default();
    for (name, bytes) in parts {
        zip.start_file(*name, options).unwrap();
        zip.write_all(bytes).unwrap();
    }
    zip.finish().unwrap().into_inner()
}

fn workbook(sheet: &str, more: &[(&str, &[u8])]) -> Vec<u8> {
    let sheet = format!("<worksheet>{sheet}</worksheet>");
    let own: [(&str, &[u8]); 3] = [
        ("xl/workbook.xml", WORKBOOK.as_bytes()),
        ("xl/_rels/workbook.xml.rels", RELS.as_bytes()),
        ("xl/worksheets/sheet1.xml", sheet.as_bytes()),
    ];
    package(&[&own[..], more].concat())
}

const CELLS: &str = "<sheetData><row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>问题</t></is></c><c r=\"B1\"><f>HYPERLINK(1)</f><v>3</v></c></row></sheetData>";

#[test]
fn bombs_and_millions_of_rows_are_stopped() {
    let zeros = vec![b' '; 40 << 20];
    let bomb = workbook(CELLS, &[("xl/sharedStrings.xml", &zeros)]);
    assert!(bomb.len() < 100_000, "it packs well");
    assert!(matches!(read_xlsx(&bomb), Err(IntakeError::TooLarge(_))));
    let rows: String = (1..=300_000).map(|n| format!("<row r=\"{n}\"><c><v>1</v></c></row>")).collect();
    assert!(matches!(
        read_xlsx(&workbook(&format!("<sheetData>{rows}</sheetData>"), &[])),
        Err(IntakeError::TooLarge(_))
    ));
    let entity = "<!DOCTYPE x [<!ENTITY a \"aaaa\">]><workbook/>";
    assert!(matches!(
        read_xlsx(&package(&[("xl/workbook.xml", entity.as_bytes())])),
        Err(IntakeError::Doctype(_))
    ));
    let table = "<office:document-content><office:body><office:spreadsheet><table:table><table:table-row table:number-rows-repeated=\"1000000\"><table:table-cell table:number-columns-repeated=\"16000\"><text:p>x</text:p></table:table-cell></table:table-row></table:table></office:spreadsheet></office:body></office:document-content>";
    assert!(matches!(
        read_ods(&package(&[("content.xml", table.as_bytes())])),
        Err(IntakeError::TooLarge(_))
    ));
}

#[test]
fn cells_far_away_and_merged_without_end_cost_nothing() {
    let far = "<dimension ref=\"XFD1048576:A1\"/><sheetData><row r=\"1\"><c r=\"A1\"><v>1</v></c></row><row r=\"1048576\"><c r=\"XFD1048576\"><v>2</v></c></row></sheetData><mergeCells><mergeCell ref=\"B2:A1\"/><mergeCell ref=\"A1:A0\"/></mergeCells>";
    let sheets = read_xlsx(&workbook(far, &[])).unwrap();
    assert_eq!(sheets.sheets[0].cells().count(), 2);
    let merged = far.replace("B2:A1", "A1:XFD1048576");
    assert!(matches!(read_xlsx(&workbook(&merged, &[])), Err(IntakeError::TooLarge(_))));
}

#[test]
fn formulas_macros_and_other_files_are_named_and_never_run() {
    let more: [(&str, &[u8]); 2] = [
        ("xl/vbaProject.bin", b"Sub Auto_Open()"),
        ("xl/externalLinks/externalLink1.xml", b"<externalLink/>"),
    ];
    let sheets = read_xlsx(&workbook(CELLS, &more)).unwrap();
    let kinds: Vec<Kind> = sheets.notes.iter().map(|n| n.kind).collect();
    assert_eq!(kinds, [Kind::Macros, Kind::Linked, Kind::Formulas]);
    assert_eq!(sheets.notes[2].texts, ["台账!B1"]);
}

#[test]
fn a_broken_file_is_an_error_wherever_it_breaks() {
    let whole = foreign();
    for at in (0..whole.len()).step_by(whole.len() / 60) {
        assert!(read_xlsx(&whole[..at]).is_err(), "cut at {at}");
        let mut bent = whole.clone();
        bent[at] ^= 0x55;
        // Whether it can still be read does not matter; it must not panic.
        let _ = read_xlsx(&bent).map(|s| ledger::import(&s.sheets, &asked(), None).is_ok());
    }
    assert!(matches!(read_xlsx(&package(&[("xl/workbook.bin", b"x")])), Err(IntakeError::NoDocument)));
}
