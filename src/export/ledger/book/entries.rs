//! The sheet of entries: one a row, oldest first within its measure. What an edition has published is locked.

use rust_xlsxwriter::{Format, Worksheet, XlsxError};

use super::super::rows::{evidence, update_id};
use super::super::{Cell, Ledger};
use super::format::Formats;
use super::{heights, names, protect, serial};
use crate::model::{Issue, Measure, Update};

/// Rows over the first entry: the names of the columns.
pub const TOP: u32 = 1;

/// Names of its columns; the first names the entry.
pub const COLUMNS: [(&str, f64); 10] = [
    ("编号", 12.0),
    ("具体问题", 26.0),
    ("整改措施", 40.0),
    ("日期", 12.0),
    ("整改状态", 14.0),
    ("进展情况", 46.0),
    ("佐证材料", 26.0),
    ("更正的记录", 10.0),
    ("更正理由", 20.0),
    ("小改动", 8.0),
];

/// Writes it.
pub fn write(sheet: &mut Worksheet, ledger: &Ledger<'_>, formats: &Formats) -> Result<(), XlsxError> {
    const A3: u8 = 8;
    sheet.set_name(names::ENTRIES)?;
    sheet.set_landscape().set_paper_size(A3).set_print_fit_to_pages(1, 0);
    sheet.set_repeat_rows(0, 0)?;
    sheet.set_freeze_panes(1, 2)?;
    for (at, (name, width)) in (0..).zip(COLUMNS) {
        sheet.set_column_width(at, width)?;
        sheet.write_string_with_format(0, at, name, &formats.head)?;
    }
    sheet.set_row_height(0, 24)?;
    let mut last = 0;
    for (row, (issue, measure, update)) in (TOP..).zip(shown(ledger)) {
        let fixed = is_published(ledger, issue, measure, update);
        entry(sheet, row, &cells(ledger, issue, measure, update), fixed, formats)?;
        last = row;
    }
    if last > 0 {
        sheet.autofilter(0, 0, last, COLUMNS.len() as u16 - 1)?;
    }
    protect(sheet);
    Ok(())
}

/// The entries in the order of their rows.
fn shown<'a>(ledger: &Ledger<'a>) -> impl Iterator<Item = (&'a Issue, &'a Measure, &'a Update)> {
    let (notice, day) = (ledger.notice, ledger.day);
    let measures = notice.issues.iter().flat_map(|i| i.measures.iter().map(move |m| (i, m)));
    let entries = measures.flat_map(|(i, m)| m.updates.iter().map(move |u| (i, m, u)));
    entries.filter(move |(_, _, u)| u.date <= day)
}

/// The cells that are filled, each with its row and column.
pub fn filled(ledger: &Ledger<'_>) -> Vec<(u32, u32, String)> {
    let rows = (TOP..).zip(shown(ledger));
    rows.flat_map(|(row, (issue, measure, update))| {
        let cells = cells(ledger, issue, measure, update);
        (0..).zip(cells).map(move |(column, cell)| (row, column, cell.words())).collect::<Vec<_>>()
    })
    .collect()
}

/// The cells of an entry, in the order of [`COLUMNS`].
pub fn cells(ledger: &Ledger<'_>, issue: &Issue, measure: &Measure, update: &Update) -> [Cell; 10] {
    let maybe = |text: &Option<String>| Cell::text(text.as_deref().unwrap_or_default());
    let status = update.status.map(|s| update.status_words.unwrap_or(s.name()));
    [
        Cell::Text(update_id(&ledger.notice.slug, issue, measure, update)),
        Cell::text(issue.short_title()),
        Cell::text(beginning(&measure.text)),
        Cell::Day(update.date),
        Cell::text(status.unwrap_or_default()),
        maybe(&update.text),
        Cell::text(evidence(&update.evidence)),
        maybe(&update.corrects),
        maybe(&update.reason),
        Cell::text(if update.minor { "是" } else { "" }),
    ]
}

/// Enough of a measure to know it by.
fn beginning(text: &str) -> String {
    const ENOUGH: usize = 60;
    let short: String = text.chars().take(ENOUGH).collect();
    if short.len() < text.len() { format!("{short}…") } else { short }
}

/// Whether the latest edition holds an entry: what was published is not altered.
fn is_published(ledger: &Ledger<'_>, issue: &Issue, measure: &Measure, update: &Update) -> bool {
    let Some(edition) = ledger.notice.editions.last() else { return false };
    let issues = edition.notice.issues.iter().filter(|i| i.first_id() == issue.first_id());
    let mut measures = issues.flat_map(|i| &i.measures).filter(|m| m.id == measure.id);
    measures.any(|m| m.updates.iter().any(|u| u.id == update.id))
}

fn entry(
    sheet: &mut Worksheet,
    row: u32,
    cells: &[Cell; 10],
    fixed: bool,
    formats: &Formats,
) -> Result<(), XlsxError> {
    for (at, cell) in (0..).zip(cells) {
        let format = format(at, fixed, formats);
        match cell {
            Cell::Empty => sheet.write_blank(row, at, format)?,
            Cell::Text(words) => sheet.write_string_with_format(row, at, words, format)?,
            Cell::Day(day) => match serial(*day) {
                Some(n) => sheet.write_number_with_format(row, at, n, format)?,
                None => sheet.write_string_with_format(row, at, day.to_string(), format)?,
            },
        };
    }
    let lines = cells.iter().zip(COLUMNS).skip(1).map(|(cell, (_, w))| heights::lines(&cell.words(), w));
    sheet.set_row_height(row, heights::points(lines.max().unwrap_or(1)))?;
    Ok(())
}

fn format(column: u16, fixed: bool, formats: &Formats) -> &Format {
    match (column, fixed) {
        (0, _) => &formats.id,
        (1 | 2, _) => &formats.locked,
        (3, true) => &formats.locked_day,
        (3, false) => &formats.day,
        (4, true) => &formats.locked_short,
        (4, false) => &formats.short,
        (_, true) => &formats.locked,
        (_, false) => &formats.text,
    }
}
