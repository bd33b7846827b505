//! 开放数据: the whole public record in forms that others' programs read. All of it is made from the public model, on a day.

mod package;
mod schema;
mod table;

use std::io::{self, Write};

use chrono::NaiveDate;
use rayon::prelude::*;
use serde_json::json;

use super::json as notices;
use crate::history;
use crate::model::{Numbers, OpenData, Site};

pub use table::{Column, Pages, Table};

/// A file of the data.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum DataFile {
    /// Everything as one JSON value.
    Record,
    /// One issue a line (JSON Lines).
    Lines,
    /// A table (RFC 4180).
    Table(Table),
    /// What `Record` may hold (JSON Schema 2020-12).
    Schema,
    /// What there is, under which licence (Data Package 2.0).
    Package,
}

impl DataFile {
    /// Every file.
    pub const ALL: [Self; 8] = [
        Self::Table(Table::Notices),
        Self::Table(Table::Issues),
        Self::Table(Table::Measures),
        Self::Table(Table::Updates),
        Self::Record,
        Self::Lines,
        Self::Schema,
        Self::Package,
    ];

    /// Its name in the folder `data/`.
    pub fn name(self) -> &'static str {
        match self {
            Self::Record => "record.json",
            Self::Lines => "issues.jsonl",
            Self::Table(table) => table.file(),
            Self::Schema => "record.schema.json",
            Self::Package => "datapackage.json",
        }
    }
}

/// What the files are made of.
pub struct Data<'d> {
    /// The public record.
    pub site: &'d Site,
    /// The day on which it is read.
    pub day: NaiveDate,
    /// Under which terms.
    pub terms: &'d OpenData,
    /// Where the pages are that a row is on.
    pub pages: &'d dyn Pages,
}

/// Notices that are made at a time, on all threads, before they are handed over in order.
const AT_A_TIME: usize = 32;

impl Data<'_> {
    /// Hands a file over piece by piece, the same pieces each time: that of many notices is too long to stand in memory.
    ///
    /// Errors: what `out` refuses.
    pub fn write(&self, file: DataFile, out: &mut dyn Write) -> io::Result<()> {
        match file {
            DataFile::Record => self.record(out),
            DataFile::Lines => self.each(out, |n| self.lines(n)),
            DataFile::Table(table) => {
                out.write_all(table.head().as_bytes())?;
                self.each(out, |n| table.rows(self, n))
            }
            DataFile::Schema => writeln!(out, "{:#}", schema::schema()),
            DataFile::Package => writeln!(out, "{:#}", package::package(self)),
        }
    }

    /// The latest day on which anything was entered.
    pub fn record_date(&self) -> Option<NaiveDate> {
        self.site.notices.iter().map(|n| history::record_date(n, self.day)).max()
    }

    /// What each notice gives, in order.
    fn each(&self, out: &mut dyn Write, one: impl Fn(usize) -> String + Sync) -> io::Result<()> {
        let all: Vec<usize> = (0..self.site.notices.len()).collect();
        for some in all.chunks(AT_A_TIME) {
            let made: Vec<String> = some.par_iter().map(|n| one(*n)).collect();
            made.iter().try_for_each(|text| out.write_all(text.as_bytes()))?;
        }
        Ok(())
    }

    /// One JSON value with its keys in order, the notices within it.
    fn record(&self, out: &mut dyn Write) -> io::Result<()> {
        let last = self.site.notices.len().saturating_sub(1);
        let notice = |n: usize| {
            let text = notices::export(&self.site.notices[n], self.day);
            // A text of JSON holds no line end as it stands, so only the lines of the form are set in.
            let lines = text.trim_end().replace('\n', "\n    ");
            format!("\n    {lines}{}", if n == last { "\n  " } else { "," })
        };
        let units: Vec<_> =
            self.site.units.iter().map(|u| json!({"id": u.id.as_str(), "name": u.name})).collect();
        let before = json!({"licence": self.terms.licence});
        let after = json!({
            "record_date": self.record_date(),
            "title": self.site.settings.title,
            "units": units,
        });
        let (before, after) = (format!("{before:#}"), format!("{after:#}\n"));
        write!(out, "{},\n  \"notices\": [", before.trim_end_matches(['\n', '}']))?;
        self.each(out, notice)?;
        write!(out, "],{}", after.trim_start_matches('{'))
    }

    fn lines(&self, n: usize) -> String {
        let notice = &self.site.notices[n];
        let numbers = Numbers::of(notice);
        let line = |at| notices::line(&notices::one_issue(notice, &numbers, at, self.day));
        (0..notice.issues.len()).map(line).collect()
    }
}
