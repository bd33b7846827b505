//! The ledger as a workbook and as a table: what a clerk opens is complete, guarded, and the same bytes each time.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test fails by panicking")]

mod kit;

use std::collections::BTreeMap;
use std::io::Read;

use gongkai::export::DocumentError;
use gongkai::export::ledger::{Column, Ledger, book, csv, rows};
use gongkai::load::load_with;
use gongkai::model::Site;
use kit::file;

const SITE: &str = "format: 1\ntitle: 公开网\nunits:\n  - {id: gates, name: 县闸管所, aliases: [闸管所]}\n  - {id: office, name: 局办公室}\n";
const NOTICE: &str = "title: 县水利局关于巡察整改的通报\nissuer: 县水利局\ndate: 2025-12-26\nnumbering: {issue: 问题1：, measure: (1)}\noutline: [{id: all, heading: 整改进展, sections: [{id: s, heading: 闸门管护方面}]}]\n";
const GATES: &str = "id: gates\ntitle: 闸门检修不及时。\nunder: s\noriginal: =检修记录不全。\ndue: 2025-12-31\nextensions: [{on: 2025-12-20, to: 2026-02-28, why: 汛期}]\nmeasures:\n  - {id: m1, unit: gates, with: [office], text: 检修闸门。, updates: [{id: u1, date: 2025-12-27, status: done, text: 修完6扇。, evidence: [检修单]}]}\n  - {id: m2, text: \"+每月检查,登记。\", status: done, status_basis: wording}\n";

fn record(issue: &str) -> Site {
    let files = vec![
        file("site.yaml", SITE),
        file("notices/n/notice.yaml", NOTICE),
        file("notices/n/issues/1.yaml", issue),
    ];
    let loaded = load_with(files, Vec::new());
    loaded.site.unwrap_or_else(|| panic!("{:?}", loaded.diagnostics))
}

fn ledger(site: &Site) -> Ledger<'_> {
    let day = "2026-02-01".parse().unwrap();
    Ledger { notice: &site.notices[0], units: &site.units, day, suggestions: true }
}

/// The parts of a package as text.
fn parts(xlsx: &[u8]) -> BTreeMap<String, String> {
    let mut zip = zip::ZipArchive::new(std::io::Cursor::new(xlsx)).unwrap();
    let mut found = BTreeMap::new();
    for at in 0..zip.len() {
        let mut part = zip.by_index(at).unwrap();
        let mut text = String::new();
        part.read_to_string(&mut text).unwrap();
        found.insert(part.name().unwrap().to_string(), text);
    }
    found
}

#[test]
fn each_measure_is_a_row_with_the_columns_of_its_issue() {
    let site = record(GATES);
    let rows = rows(&ledger(&site));
    let said = |row: usize, column| rows[row].cell(column).words();
    assert_eq!(rows.len(), 2);
    assert_eq!(said(0, Column::Id), "n/gates/m1");
    for row in [0, 1] {
        assert_eq!(said(row, Column::Number), "问题1");
        assert_eq!(said(row, Column::Area), "闸门管护方面");
        assert_eq!(said(row, Column::Due), "2025-12-31");
        assert_eq!(said(row, Column::DueNow), "2026-02-28");
    }
    assert_eq!(said(0, Column::Unit), "县闸管所");
    assert_eq!(said(0, Column::With), "局办公室");
    assert_eq!(said(0, Column::Status), "已完成");
    assert_eq!(said(0, Column::Progress), "2025-12-27【已完成】修完6扇。（佐证：检修单）");
    assert_eq!(said(1, Column::Status), "已完成（待确认）");
    let public = gongkai::export::ledger::rows(&Ledger { suggestions: false, ..ledger(&site) });
    assert_eq!(public[1].cell(Column::Status).words(), "", "a guess is not public");
}

#[test]
fn the_table_opens_in_excel_and_runs_nothing() {
    let site = record(GATES);
    let table = csv::export(&ledger(&site));
    assert!(table.starts_with('\u{feff}'));
    assert!(table.contains(",'=检修记录不全。,"), "{table}");
    assert!(table.contains(",\"'+每月检查,登记。\","), "{table}");
    assert_eq!(table.matches("\r\n").count(), 3, "a head and two rows");
}

#[test]
fn the_workbook_is_guarded_and_the_same_each_time() {
    let site = record(GATES);
    let bytes = book::export(&ledger(&site)).unwrap();
    assert!(bytes == book::export(&ledger(&site)).unwrap());
    let parts = parts(&bytes);
    let (sheet, entries) = (&parts["xl/worksheets/sheet1.xml"], &parts["xl/worksheets/sheet2.xml"]);
    assert!(sheet.contains("<sheetProtection sheet=\"1\""));
    assert!(sheet.contains("ySplit=\"3\"") && sheet.contains("state=\"frozen\""));
    assert!(sheet.contains("<mergeCell ref=\"C4:C5\"/>"), "the issue stands over both of its measures");
    assert!(sheet.contains("选项!$A$2:$A$7") && sheet.contains("选项!$C$2:$C$3"));
    assert!(sheet.contains("<v>46022</v>"), "the deadline is a day, not a text");
    assert!(!sheet.contains("<f>") && !entries.contains("<f>"), "no formula");
    assert!(entries.contains("<v>46018</v>"), "so is that of an entry");
    assert!(parts["docProps/core.xml"].contains("2025-12-26T"));
    assert!(parts["xl/workbook.xml"].contains("name=\"进度\""));
}

#[test]
fn what_no_cell_can_hold_is_named() {
    let long = GATES.replace("检修闸门。", &"闸".repeat(33_000));
    let site = record(&long);
    match book::export(&ledger(&site)) {
        Err(DocumentError::LongCell(place)) => assert_eq!(place, "issues/gates/m1/text"),
        other => panic!("{:?}", other.map(|bytes| bytes.len())),
    }
}

/// A county has thousands of bodies; nobody finds one in a list of all, and each workbook would carry them.
#[test]
fn a_list_that_nobody_could_search_offers_the_bodies_of_the_notice() {
    let many: String = (0..300).map(|n| format!("  - {{id: u{n}, name: 第{n}村}}\n")).collect();
    let files = |units: &str| {
        let site = format!("{SITE}{units}");
        vec![
            file("site.yaml", &site),
            file("notices/n/notice.yaml", NOTICE),
            file("notices/n/issues/1.yaml", GATES),
        ]
    };
    let offered = |units: &str| {
        let site = load_with(files(units), Vec::new()).site.unwrap();
        let parts = parts(&book::export(&ledger(&site)).unwrap());
        let ends = |n: usize| parts["xl/worksheets/sheet1.xml"].contains(&format!("选项!$C$2:$C${n}<"));
        (ends(3), ends(13), parts["xl/sharedStrings.xml"].contains("第7村"))
    };
    assert_eq!(offered(&many), (true, false, false), "the two that the notice names");
    assert_eq!(
        offered(&many.lines().take(10).fold(String::new(), |all, l| all + l + "\n")),
        (false, true, true)
    );
}
