//! The sheet of issues and measures.

use std::ops::RangeInclusive;

use rust_xlsxwriter::{
    DataValidation, DataValidationErrorStyle, DataValidationRule, Format, Formula, Worksheet, XlsxError,
};

use super::super::{Cell, Column, Ledger, Row};
use super::format::Formats;
use super::{heights, names, protect, serial};
use crate::model::Status;

/// Rows over the first of the table: a title, a remark, the names of the columns.
pub const TOP: u32 = 3;
/// Empty rows under the table that are made ready for new measures.
const FREE: u32 = 200;

/// Writes it.
pub fn write(
    sheet: &mut Worksheet,
    ledger: &Ledger<'_>,
    rows: &[Row],
    offered: usize,
    formats: &Formats,
) -> Result<(), XlsxError> {
    sheet.set_name(names::LEDGER)?;
    page(sheet, TOP + rows.len() as u32)?;
    head(sheet, ledger, formats)?;
    for column in Column::ALL {
        let at = column as u16;
        sheet.set_column_width(at, width(column, rows))?;
        sheet.set_column_format(at, free(column, formats))?;
        for (first, last) in stretches(rows, column) {
            stretch(sheet, column, &rows[first], TOP + first as u32..=TOP + last as u32, formats)?;
        }
    }
    for (at, lines) in lines(rows).into_iter().enumerate() {
        sheet.set_row_height(TOP + at as u32, heights::points(lines))?;
    }
    choices(sheet, offered, TOP..=TOP + rows.len() as u32 + FREE)?;
    protect(sheet);
    Ok(())
}

/// Landscape A3, one page wide, the names of the columns on each page; what is there for editing alone is not printed.
fn page(sheet: &mut Worksheet, rows: u32) -> Result<(), XlsxError> {
    const A3: u8 = 8;
    sheet.set_landscape().set_paper_size(A3).set_print_fit_to_pages(1, 0).set_footer("&C第 &P 页，共 &N 页");
    sheet.set_margins(0.4, 0.4, 0.5, 0.6, 0.3, 0.3);
    sheet.set_print_area(0, 0, rows.max(TOP + 1) - 1, Column::Closed as u16)?;
    sheet.set_repeat_rows(TOP - 1, TOP - 1)?;
    sheet.set_freeze_panes(TOP, Column::Issue as u16 + 1)?;
    Ok(())
}

fn head(sheet: &mut Worksheet, ledger: &Ledger<'_>, formats: &Formats) -> Result<(), XlsxError> {
    let last = Column::Closed as u16;
    sheet.merge_range(0, 0, 0, last, &format!("{}巡察整改台账", ledger.notice.issuer), &formats.title)?;
    sheet.set_row_height(0, 30)?;
    let note = format!(
        "记录截至{}。灰色的格子由程序填写；新的进展写在黄色的格子里。用法见“{}”。",
        ledger.day,
        names::EXPLAIN
    );
    sheet.merge_range(1, 0, 1, last, &note, &formats.note)?;
    sheet.set_row_height(1, 18)?;
    for column in Column::ALL {
        sheet.write_string_with_format(TOP - 1, column as u16, column.name(), &formats.head)?;
    }
    sheet.set_row_height(TOP - 1, 32)?;
    Ok(())
}

/// The cells that are filled, each with its row and column.
pub fn filled(rows: &[Row]) -> Vec<(u32, u32, String)> {
    let of = |column: Column| {
        let first = stretches(rows, column).into_iter().map(|(first, _)| first);
        first.map(move |at| (TOP + at as u32, column as u32, rows[at].cell(column).words()))
    };
    Column::ALL.into_iter().flat_map(of).collect()
}

/// Rows that share a cell of a column: those of an issue; under 重点方面 those of all issues in a row that stand there.
fn stretches(rows: &[Row], column: Column) -> Vec<(usize, usize)> {
    let alike = |a: &Row, b: &Row| match column {
        Column::Area => a.cell(column) == b.cell(column),
        _ => column.is_of_issue() && a.issue == b.issue,
    };
    let mut out: Vec<(usize, usize)> = Vec::new();
    for at in 0..rows.len() {
        match out.last_mut() {
            Some((_, last)) if alike(&rows[*last], &rows[at]) => *last = at,
            _ => out.push((at, at)),
        }
    }
    out
}

fn stretch(
    sheet: &mut Worksheet,
    column: Column,
    row: &Row,
    place: RangeInclusive<u32>,
    formats: &Formats,
) -> Result<(), XlsxError> {
    let (first, last, at) = (*place.start(), *place.end(), column as u16);
    let format = format(column, formats);
    if first < last {
        sheet.merge_range(first, at, last, at, "", format)?;
    }
    match row.cell(column) {
        Cell::Empty => sheet.write_blank(first, at, format)?,
        Cell::Text(words) => sheet.write_string_with_format(first, at, words, format)?,
        Cell::Day(day) => match serial(*day) {
            Some(n) => sheet.write_number_with_format(first, at, n, format)?,
            None => sheet.write_string_with_format(first, at, day.to_string(), format)?,
        },
    };
    Ok(())
}

fn format(column: Column, formats: &Formats) -> &Format {
    use Column::{EntryDate, EntryEvidence, EntryText, Id, Number, Status};
    match column {
        Id => &formats.id,
        Number => &formats.locked_short,
        EntryDate => &formats.entry_day,
        EntryText | EntryEvidence => &formats.entry,
        Status => &formats.short,
        _ if column.is_day() && column.is_locked() => &formats.locked_day,
        _ if column.is_day() => &formats.day,
        _ if column.is_locked() => &formats.locked,
        _ => &formats.text,
    }
}

/// Rows that are added under the table may say where their issue belongs, and have no number yet.
fn free(column: Column, formats: &Formats) -> &Format {
    if column.is_day() { &formats.free_day } else { &formats.free }
}

/// Characters that a column takes; few where no row has anything in it.
fn width(column: Column, rows: &[Row]) -> f64 {
    const NARROW: f64 = 10.0;
    let empty = !column.is_for_entries() && rows.iter().all(|r| *r.cell(column) == Cell::Empty);
    if empty { NARROW } else { full_width(column) }
}

fn full_width(column: Column) -> f64 {
    use Column::{Area, Due, DueNow, Original, Progress, Status, Unit, With};
    use Column::{Closed, EntryDate, EntryEvidence, EntryText, Goal, Id, Issue, Lead, Measure, Number};
    match column {
        Number => 8.0,
        Due | DueNow | EntryDate | Lead => 12.0,
        Id | Status | Unit | With | Closed => 17.0,
        Area | Goal | EntryEvidence => 18.0,
        Issue | Original => 24.0,
        EntryText => 30.0,
        Progress => 38.0,
        Measure => 56.0,
    }
}

/// Lines that each row takes: those of its own cells, and where a merged cell needs more, its share of those.
fn lines(rows: &[Row]) -> Vec<usize> {
    let wide = |column: Column, row: &Row| heights::lines(&row.cell(column).words(), full_width(column));
    let own = |row: &Row| {
        let columns = Column::ALL.into_iter().filter(|c| !c.is_of_issue() && *c != Column::Id);
        columns.map(|c| wide(c, row)).max().unwrap_or(1)
    };
    let mut out: Vec<usize> = rows.iter().map(own).collect();
    for column in Column::ALL.into_iter().filter(|c| c.is_of_issue()) {
        for (first, last) in stretches(rows, column) {
            let needed = wide(column, &rows[first]);
            let there: usize = out[first..=last].iter().sum();
            let share = needed.saturating_sub(there).div_ceil(last - first + 1);
            out[first..=last].iter_mut().for_each(|lines| *lines += share);
        }
    }
    out
}

/// Drop-down lists for status and unit, and days that are days.
fn choices(sheet: &mut Worksheet, offered: usize, rows: RangeInclusive<u32>) -> Result<(), XlsxError> {
    let (first, last) = (*rows.start(), *rows.end());
    let mut add = |column: Column, rule: DataValidation| {
        sheet.add_data_validation(first, column as u16, last, column as u16, &rule).map(|_| ())
    };
    add(Column::Status, states()?)?;
    if offered > 0 {
        add(Column::Unit, units(offered)?)?;
    }
    for column in [Column::Due, Column::EntryDate] {
        add(column, days()?)?;
    }
    Ok(())
}

/// The list of statuses; another word for one is let through after a question, since the issuer's own wording is kept.
pub fn states() -> Result<DataValidation, XlsxError> {
    let list = format!("={}!$A$2:$A${}", names::CHOICES, Status::ALL.len() + 1);
    DataValidation::new()
        .allow_list_formula(Formula::new(list))
        .set_error_style(DataValidationErrorStyle::Warning)
        .set_error_title("整改状态")?
        .set_error_message(
            "这不是下拉列表里的状态。视同完成、阶段性完成等写法可以保留，其他写法导入时会报错。",
        )
}

fn units(n: usize) -> Result<DataValidation, XlsxError> {
    DataValidation::new()
        .allow_list_formula(Formula::new(format!("={}!$C$2:$C${}", names::CHOICES, n + 1)))
        .set_error_style(DataValidationErrorStyle::Warning)
        .set_error_title("责任单位")?
        .set_error_message("下拉列表里没有这个单位。site.yaml 里也没有的，请先在那里加上，否则导入时会报错。")
}

/// Days from 1990 on; what is no day would be taken for text.
pub fn days() -> Result<DataValidation, XlsxError> {
    const FROM: i32 = 32_874;
    DataValidation::new()
        .allow_decimal_number(DataValidationRule::GreaterThanOrEqualTo(f64::from(FROM)))
        .set_error_style(DataValidationErrorStyle::Warning)
        .set_error_title("日期")?
        .set_error_message("请写成日期，例如 2025-12-26。")
}
