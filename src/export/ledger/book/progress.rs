//! The sheet of progress: issues and measures by status, by heading and by unit, each with its denominator.

use rust_xlsxwriter::{Worksheet, XlsxError};

use super::super::Ledger;
use super::format::Formats;
use super::names;
use crate::history::{record_date, tally_issues, tally_measures};
use crate::model::{Issue, Level, Measure, Status, Tally};

/// Writes it.
pub fn write(sheet: &mut Worksheet, ledger: &Ledger<'_>, formats: &Formats) -> Result<(), XlsxError> {
    const A4: u8 = 9;
    sheet.set_name(names::PROGRESS)?;
    sheet.set_landscape().set_paper_size(A4).set_print_fit_to_pages(1, 0);
    sheet.set_column_width(0, 36)?;
    sheet.set_column_range_width(1, 10, 10)?;
    sheet.merge_range(0, 0, 0, 10, "整改进度", &formats.title)?;
    sheet.set_row_height(0, 30)?;
    let day = record_date(ledger.notice, ledger.day);
    let note = format!(
        "按{}的情况统计，最近一次记录是{day}。完成率＝已完成与长期坚持之和÷总数，未标注的也在总数之内。",
        ledger.day
    );
    sheet.merge_range(1, 0, 1, 10, &note, &formats.note)?;
    sheet.set_row_height(1, 32)?;
    let mut table = Table { sheet, formats, row: 3 };
    let issues = &ledger.notice.issues;
    let measures = || issues.iter().flat_map(|i| &i.measures);
    table.head("总计")?;
    table.tally("问题", &of_issues(ledger, issues.iter()))?;
    table.tally("措施", &of_measures(ledger, measures()))?;
    table.row += 1;
    table.head("问题，按重点方面")?;
    for (name, issues) in areas(ledger) {
        table.tally(&name, &of_issues(ledger, issues.into_iter()))?;
    }
    table.row += 1;
    table.head("措施，按责任单位")?;
    for unit in ledger.units {
        let own = of_measures(ledger, measures().filter(|m| m.unit.as_ref() == Some(&unit.id)));
        if own.total() > 0 {
            table.tally(&unit.name, &own)?;
        }
    }
    let none = of_measures(ledger, measures().filter(|m| m.unit.is_none()));
    if none.total() > 0 {
        table.tally("未写责任单位", &none)?;
    }
    Ok(())
}

fn of_issues<'a>(ledger: &Ledger<'_>, issues: impl Iterator<Item = &'a Issue>) -> Tally {
    tally_issues(issues, ledger.notice.date, ledger.day)
}

fn of_measures<'a>(ledger: &Ledger<'_>, measures: impl Iterator<Item = &'a Measure>) -> Tally {
    tally_measures(measures, ledger.notice.date, ledger.day)
}

/// The issues under each section, in order; under a part where it has no sections.
fn areas<'a>(ledger: &Ledger<'a>) -> Vec<(String, Vec<&'a Issue>)> {
    let mut out: Vec<(String, Vec<&Issue>)> = Vec::new();
    for issue in &ledger.notice.issues {
        let path = ledger.notice.path_to(&issue.under);
        let node = path.iter().find(|n| n.level == Level::Section).or(path.first());
        let name = node.map(|n| n.short_heading()).unwrap_or_default();
        match out.iter_mut().find(|(own, _)| own == name) {
            Some((_, issues)) => issues.push(issue),
            None => out.push((name.to_owned(), vec![issue])),
        }
    }
    out
}

struct Table<'s> {
    sheet: &'s mut Worksheet,
    formats: &'s Formats,
    row: u32,
}

impl Table<'_> {
    fn head(&mut self, name: &str) -> Result<(), XlsxError> {
        let states = Status::ALL.map(Status::name);
        let names = [name, "总数", "完成率"].into_iter().chain(states).chain(["未标注", "逾期"]);
        for (at, name) in (0..).zip(names) {
            self.sheet.write_string_with_format(self.row, at, name, &self.formats.head)?;
        }
        self.sheet.set_row_height(self.row, 32)?;
        self.row += 1;
        Ok(())
    }

    fn tally(&mut self, name: &str, tally: &Tally) -> Result<(), XlsxError> {
        let (row, formats) = (self.row, self.formats);
        self.sheet.write_string_with_format(row, 0, name, &formats.locked)?;
        let rate = tally.percent().map(|p| format!("{p}%")).unwrap_or_default();
        self.sheet.write_number_with_format(row, 1, tally.total() as f64, &formats.count)?;
        self.sheet.write_string_with_format(row, 2, rate, &formats.count)?;
        let counts = Status::ALL.iter().map(|s| tally.count(*s)).chain([tally.not_stated, tally.overdue]);
        for (at, n) in (3..).zip(counts) {
            self.sheet.write_number_with_format(row, at, n as f64, &formats.count)?;
        }
        self.row += 1;
        Ok(())
    }
}
