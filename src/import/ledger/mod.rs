//! A ledger that someone already has into content files, with proof that no cell is lost.
//!
//! 1. [`head`] finds the row that names the columns; [`rows`] reads what is under it, merged cells filled down;
//! 2. [`cells`] takes single cells apart: measures, names, days, statuses, dated entries;
//! 3. [`build`] makes a model of them;
//! 4. [`proof`] loads the very bytes that would be written, and looks for the words of every cell: each is in the files, or
//!    is named in the report.

mod build;
mod cells;
pub mod edited;
mod entries;
mod facts;
mod grid;
mod head;
mod issue;
mod left;
mod outline;
mod proof;
mod rows;
mod units;

use super::{Options, Question, Refused};
use crate::lang::Msg;
use crate::model::{Settings, Site, Unit};
use crate::save::{self, Proposed};

use head::Head;
use rows::Row;

pub use grid::{Place, Sheet, name};

/// What an import of a ledger would write.
#[derive(Debug)]
pub struct Ledger {
    /// Folder name of the notice.
    pub slug: String,
    /// The notice's files, by path in the content folder.
    pub files: Vec<(String, Vec<u8>)>,
    /// A `site.yaml` around it, for a folder that has none.
    pub site: Vec<u8>,
    /// What was recognised.
    pub report: Report,
}

/// What was recognised in a ledger.
#[derive(Debug, Default)]
pub struct Report {
    /// Sheets with a ledger in them, and how many issues and measures each gave.
    pub sheets: Vec<(String, usize, usize)>,
    /// Title of the notice.
    pub title: String,
    /// Who signs.
    pub issuer: String,
    /// Entries made of progress or evidence.
    pub entries: usize,
    /// Those of them that have no day of their own and took that of the notice.
    pub undated: usize,
    /// Statuses that were inferred from wording and wait for a person.
    pub suggested: usize,
    /// Units, in the order of the ledger.
    pub units: Vec<String>,
    /// Words that are in no file.
    pub left: Vec<LeftOut>,
}

/// Words of a column that are in no file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LeftOut {
    /// Sheet and column.
    pub place: String,
    /// The cells by their names, `C4`, and their words.
    pub cells: Vec<(String, String)>,
}

/// A sheet that is a ledger.
struct Part<'s> {
    sheet: &'s Sheet,
    head: Head,
    rows: Vec<Row>,
}

/// Measures that a ledger may have: two hundred times those of a long one.
const MEASURES: usize = 20_000;

/// Whether any sheet is a ledger.
pub fn is_ledger(sheets: &[Sheet]) -> bool {
    sheets.iter().any(|s| Head::of(s).is_some())
}

/// Imports the sheets that are ledgers. `site` is the site that it goes into, if there is one.
pub fn import(sheets: &[Sheet], options: &Options, site: Option<&Site>) -> Result<Ledger, Refused> {
    let parts: Vec<Part<'_>> = sheets.iter().filter_map(part).filter(|p| !p.rows.is_empty()).collect();
    if parts.is_empty() {
        return Err(Question::new(Msg::new("ledger-no-head"), Msg::new("ledger-no-head-hint")).into());
    }
    let units = units::Units::of(sheets, &parts, site);
    let facts = answered(facts::read(sheets, &parts, options), unknown(&units, site))?;
    let entries = entries::Entries::of(sheets);
    let (notice, mut report) = build::notice(&parts, &facts, &units, &entries);
    if notice.issues.iter().map(|i| i.measures.len().max(1)).sum::<usize>() > MEASURES {
        let many = Msg::new("ledger-too-many").count("n", MEASURES);
        return Err(Question::new(many, Msg::new("ledger-too-many-hint")).into());
    }
    let files = save::notice_files(&notice);
    let own = save::site_file(&settings(&facts), &proposed(units.all()));
    report.left = proof::prove(sheets, &parts, &notice.slug, &files, &own, site)?;
    report.units = units.all().iter().map(|u| u.name.clone()).collect();
    Ok(Ledger { slug: notice.slug, files, site: own, report })
}

/// The units that a site lacks, and the lines that add them.
fn unknown(units: &units::Units, site: Option<&Site>) -> Option<Question> {
    let new = units.new_names().filter(|_| site.is_some())?;
    let lines: String = new.iter().map(|(id, name)| format!("\n  - {{id: {id}, name: {name}}}")).collect();
    let names = new.iter().map(|(_, name)| name.as_str());
    let hint = Msg::new("ledger-units-hint").with("lines", lines);
    Some(Question::new(Msg::new("ledger-units").list("names", names), hint))
}

/// What was read, if nothing more is to be asked; else every question.
fn answered<T>(read: Result<T, Refused>, more: Option<Question>) -> Result<T, Refused> {
    match (read, more) {
        (Ok(_), Some(question)) => Err(question.into()),
        (Err(Refused::Ask(mut questions)), more) => {
            questions.extend(more);
            Err(Refused::Ask(questions))
        }
        (read, _) => read,
    }
}

fn part(sheet: &Sheet) -> Option<Part<'_>> {
    let head = Head::of(sheet).filter(|_| !entries::is_theirs(sheet))?;
    let rows = rows::rows(sheet, &head);
    Some(Part { sheet, head, rows })
}

fn settings(facts: &facts::Facts) -> Settings {
    Settings {
        title: facts.issuer.clone(),
        language: "zh-CN".to_owned(),
        theme: "civic".to_owned(),
        ..Settings::default()
    }
}

fn proposed(units: &[Unit]) -> Vec<Proposed> {
    let own =
        |unit: &Unit| Proposed {
            unit: unit.clone(), remark: "台账中的责任单位".to_owned(), sure: true
        };
    units.iter().map(own).collect()
}
