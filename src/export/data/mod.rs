//! 开放数据: the whole public record in forms that others' programs read. All of it is made from the public model, on a day.

mod package;
mod schema;
mod table;

use chrono::NaiveDate;
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

impl Data<'_> {
    /// The text of a file.
    pub fn file(&self, file: DataFile) -> String {
        match file {
            DataFile::Record => self.record(),
            DataFile::Lines => self.lines(),
            DataFile::Table(table) => table.csv(self),
            DataFile::Schema => format!("{:#}\n", schema::schema()),
            DataFile::Package => format!("{:#}\n", package::package(self)),
        }
    }

    /// The latest day on which anything was entered.
    pub fn record_date(&self) -> Option<NaiveDate> {
        self.site.notices.iter().map(|n| history::record_date(n, self.day)).max()
    }

    fn record(&self) -> String {
        let units: Vec<_> =
            self.site.units.iter().map(|u| json!({"id": u.id.as_str(), "name": u.name})).collect();
        let notices: Vec<_> = self.site.notices.iter().map(|n| notices::record(n, self.day)).collect();
        let value = json!({
            "title": self.site.settings.title,
            "licence": self.terms.licence,
            "record_date": self.record_date(),
            "units": units,
            "notices": notices,
        });
        format!("{value:#}\n")
    }

    fn lines(&self) -> String {
        let mut out = String::new();
        for notice in &self.site.notices {
            let numbers = Numbers::of(notice);
            for at in 0..notice.issues.len() {
                out += &notices::one_issue(notice, &numbers, at, self.day).to_string();
                out.push('\n');
            }
        }
        out
    }
}
