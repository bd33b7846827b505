//! Our own workbook, edited by a person, against the files: what it changes, and what it may not change.

mod added;
mod again;
mod apply;
mod compare;
mod lost;
mod unread;

use chrono::NaiveDate;

use super::entries::Entries;
use super::facts::explained;
use super::{LeftOut, Sheet};
use crate::export::ledger::Ledger;
use crate::export::ledger::book::facts;
use crate::lang::Msg;
use crate::model::{Issue, Measure, Notice, Unit, Update};

pub use apply::{Applied, apply};
pub use lost::lost;

/// What a workbook changes in the files of its notice.
#[derive(Debug, Default)]
pub struct Plan {
    /// The changes, in the order of the ledger.
    pub changes: Vec<Change>,
    /// What may not be changed so; with any of them nothing is written.
    pub faults: Vec<Fault>,
    /// The files have changed since the workbook was made.
    pub stale: bool,
    /// Measures and issues that are in the files and not in the workbook; they stay.
    pub absent: Vec<String>,
    /// Entries and measures without an id that the files have already: nothing is added for them.
    pub there: Vec<String>,
    /// New entries that say no day and take that of the import.
    pub undated: usize,
    /// Cells that nothing is made of.
    pub unread: Vec<LeftOut>,
}

/// Something that is not taken.
#[derive(Debug)]
pub struct Fault {
    /// The cell or row: `台账!H4`.
    pub place: String,
    /// Why, and what to do.
    pub message: Msg,
}

/// A change.
#[derive(Debug)]
pub enum Change {
    /// A field of an issue, or of one of its measures, says something else.
    Field {
        /// Path of the issue's file.
        path: String,
        /// The measure, if it is one of a measure.
        measure: Option<String>,
        /// The field's name in the file.
        key: &'static str,
        /// The column's name.
        name: &'static str,
        /// Issue and measure, as people read it.
        id: String,
        /// As the files have it.
        was: String,
        /// As the workbook has it.
        now: String,
        /// What is written; `None` takes the field away.
        written: Option<Written>,
    },
    /// A new entry.
    Entry {
        /// Path of the issue's file.
        path: String,
        /// Issue and measure, as people read it.
        id: String,
        /// The measure.
        measure: String,
        /// The status before it, as people read it.
        was: String,
        /// The entry.
        update: Update,
        /// The measure states a status beside, which has to follow.
        beside: bool,
    },
    /// A new measure of an issue.
    Measure {
        /// Path of the issue's file.
        path: String,
        /// The issue.
        id: String,
        /// The measure.
        measure: Box<Measure>,
    },
    /// A new issue.
    Issue(Box<Issue>),
}

/// How words are written into a file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Written {
    /// As text.
    Text(String),
    /// As they are: an id, a list, a day.
    Plain(String),
}

/// What a workbook is held against.
#[derive(Debug, Clone, Copy)]
pub struct Against<'a> {
    /// The notice as its files have it.
    pub notice: &'a Notice,
    /// The units of the site.
    pub units: &'a [Unit],
    /// The day of entries and status moves that say none.
    pub day: NaiveDate,
}

/// The notice that sheets are the ledger of, by the ids of their rows.
pub fn slug(sheets: &[Sheet]) -> Option<String> {
    let rows = sheets.iter().filter_map(super::part).flat_map(|p| p.rows);
    rows.map(|r| r.id()).find(|id| !id.is_empty()).map(|id| id[0].clone())
}

/// What the sheets change.
pub fn plan(sheets: &[Sheet], against: Against<'_>) -> Plan {
    let made_on = explained(sheets, facts::DAY).and_then(|d| d.parse().ok());
    let Against { notice, units, day } = against;
    let ledger = Ledger { notice, units, day: made_on.unwrap_or(day), suggestions: true };
    let known = explained(sheets, facts::DIGEST);
    let stale = known.is_some_and(|digest| digest != facts::digest(&ledger));
    let mut compare = compare::Compare::new(against, &ledger, stale);
    for sheet in sheets {
        match super::part(sheet) {
            Some(part) => compare.part(&part),
            None => compare.unread.beside(sheet),
        }
    }
    compare.entries(&Entries::of(sheets));
    compare.finish()
}
