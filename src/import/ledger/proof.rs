//! The proof: the bytes that would be written are loaded, and the words of every cell looked for in what they say. What of an issue, a
//! measure or an entry is not there refuses the import; all else that is not there is named.

use std::collections::{HashMap, HashSet};

use super::super::{Difference, Refused};
use super::grid::{Place, Sheet, name};
use super::head::Field;
use super::left::Left;
use super::{LeftOut, Part, cells, entries, facts};
use crate::export::ledger::Cell;
use crate::export::ledger::book::{facts::SLUG, names};
use crate::load;
use crate::model::texts::texts;
use crate::model::{Notice, Site, Status, Unit};
use crate::text::RawFile;
use crate::zh::numeral::Style;

/// The words that are in no file, by sheet and column.
pub fn prove(
    sheets: &[Sheet],
    parts: &[Part<'_>],
    slug: &str,
    files: &[(String, Vec<u8>)],
    own: &[u8],
    site: Option<&Site>,
) -> Result<Vec<LeftOut>, Refused> {
    let raw = |(path, bytes): &(String, Vec<u8>)| RawFile { path: path.clone(), bytes: bytes.clone() };
    let mut all: Vec<RawFile> = files.iter().map(raw).collect();
    all.push(RawFile { path: "site.yaml".to_owned(), bytes: own.to_vec() });
    let loaded = load::load(all).site;
    let notice = loaded.as_ref().and_then(|s| s.notices.iter().find(|n| n.slug == slug));
    let units = loaded.iter().chain(site).flat_map(|s| &s.units);
    let said = notice.map(|n| Said::of(n, units)).unwrap_or_default();
    let mut judge = Judge {
        said,
        apart: !entries::Entries::of(sheets).is_empty(),
        lost: Vec::new(),
        left: Left::new(),
        numbers: HashMap::new(),
    };
    let ours = facts::explained(sheets, SLUG).is_some();
    let mut before = 0;
    for (at, sheet) in sheets.iter().enumerate() {
        if ours && names::WRITTEN.contains(&sheet.name.as_str()) {
            continue;
        }
        let part = parts.iter().find(|p| std::ptr::eq(p.sheet, sheet));
        judge.numbers = part.map(|p| numbers(p, &mut before)).unwrap_or_default();
        let above = part.filter(|_| ours && sheet.name == names::LEDGER).map_or(0, |p| p.head.row);
        for (place, cell) in sheet.cells().filter(|((row, _), _)| *row >= above) {
            judge.cell(at, sheet, part, place, cell);
        }
    }
    if judge.lost.is_empty() { Ok(judge.left.all()) } else { Err(Refused::Differs(judge.lost)) }
}

/// What the files say.
#[derive(Default)]
struct Said {
    texts: HashSet<String>,
    all: String,
}

impl Said {
    fn of<'u>(notice: &Notice, units: impl Iterator<Item = &'u Unit>) -> Self {
        let mut own: Vec<String> = texts(notice).into_iter().map(|(_, text)| text).collect();
        own.extend(units.flat_map(Unit::names).map(str::to_owned));
        own.extend(Status::ALL.map(|s| s.name().to_owned()));
        own.push(notice.slug.clone());
        for issue in &notice.issues {
            own.push(issue.id.to_string());
            own.extend(issue.due.map(|d| d.to_string()));
            own.extend(issue.closed.iter().map(|c| c.date.to_string()));
            for measure in &issue.measures {
                own.push(measure.id.to_string());
                let files = measure.updates.iter().flat_map(|u| &u.evidence).filter_map(|e| e.file.clone());
                own.extend(files);
                own.extend(measure.updates.iter().flat_map(|u| [u.id.clone(), u.date.to_string()]));
                let words = measure.updates.iter().filter_map(|u| u.status_words).chain(measure.status_words);
                own.extend(words.map(str::to_owned));
            }
        }
        Self { all: own.join("\n"), texts: own.into_iter().collect() }
    }

    fn has(&self, words: &str) -> bool {
        let words = words.trim();
        self.texts.contains(words) || self.all.contains(words)
    }
}

struct Judge {
    said: Said,
    /// Entries stand on a sheet of their own.
    apart: bool,
    lost: Vec<Difference>,
    /// Sheets by their places in the workbook.
    left: Left<usize>,
    /// The numbers that the issues of a sheet have in the files, by row.
    numbers: HashMap<u32, u32>,
}

impl Judge {
    fn cell(&mut self, at: usize, sheet: &Sheet, part: Option<&Part<'_>>, place: Place, cell: &Cell) {
        let field = part.and_then(|p| self.field(p, place));
        if part.is_some_and(|p| is_name(p, place)) || entries::repeats(sheet, place) {
            return;
        }
        if field == Some(Field::Progress) && self.apart || self.lands(field, place.0, cell) {
            return;
        }
        let words = cell.words();
        match field {
            Some(f) if must_land(f) => self.lost.push(Difference {
                line: place.0 as usize + 1,
                was: Some(format!("{}!{} {words}", sheet.name, name(place))),
                now: None,
            }),
            _ => {
                let column = part.map(|p| column_name(p, place)).unwrap_or_default();
                let key = part.filter(|p| place.0 >= p.head.below).map(|_| place.1);
                self.left.push((at, key), sheet, &column, place);
            }
        }
    }

    /// The field of a cell in a row that was taken.
    fn field(&self, part: &Part<'_>, place: Place) -> Option<Field> {
        let taken = part.rows.iter().any(|r| r.at == place.0);
        part.head.columns.get(&place.1).copied().filter(|_| taken)
    }

    fn lands(&self, field: Option<Field>, row: u32, cell: &Cell) -> bool {
        let words = cell.words();
        let Some(field) = field else { return self.said.has(&words) && words.chars().count() > 1 };
        match field {
            Field::Number => self.numbers.get(&row).is_some_and(|n| number(&words) == Some(*n)),
            Field::Ongoing => false,
            Field::Status => cells::status(&words).is_some(),
            Field::Due | Field::EntryDate => {
                cells::day(cell).is_some_and(|day| self.said.has(&day.to_string()))
            }
            _ => pieces(field, &words).iter().all(|piece| self.said.has(piece)),
        }
    }
}

/// The number of the issue of each row; `before` issues stand on the sheets before.
fn numbers(part: &Part<'_>, before: &mut u32) -> HashMap<u32, u32> {
    let count = |row: &super::Row| {
        *before += u32::from(!row.goes_on);
        (row.at, *before)
    };
    part.rows.iter().map(count).collect()
}

/// The one numeral in a cell: `问题3`, `3`, `三`.
fn number(words: &str) -> Option<u32> {
    match Style::find_all(words).as_slice() {
        [(style, range)] => style.read(&words[range.clone()]).map(|(n, _)| n),
        _ => None,
    }
}

/// Names of columns say what a cell is, and are no words of a record; those of columns that are left out stand over them.
fn is_name(part: &Part<'_>, place: Place) -> bool {
    (part.head.row..part.head.below).contains(&place.0)
}

/// What stands over a cell; over the head, nothing.
pub fn column_name(part: &Part<'_>, place: Place) -> String {
    let named = (part.head.row..part.head.below).rev().map(|row| part.sheet.at((row, place.1)).words());
    named.filter(|_| place.0 >= part.head.below).find(|n| !n.is_empty()).unwrap_or_default().replace('\n', "")
}

fn must_land(field: Field) -> bool {
    use Field::{Area, Evidence, Goal, Id, Issue, Lead, Measure, Original, Progress, Unit, With};
    matches!(field, Area | Evidence | Goal | Id | Issue | Lead | Measure | Original | Progress | Unit | With)
}

/// A day as the files write it.
fn day_or_words(piece: &str) -> String {
    let day = cells::leading_day(piece).filter(|(_, rest)| rest.is_empty());
    day.map_or_else(|| piece.to_owned(), |(day, _)| day.to_string())
}

/// The words that a cell must bring into the files.
fn pieces(field: Field, words: &str) -> Vec<String> {
    match field {
        Field::Id => words.split('/').map(str::to_owned).collect(),
        Field::Measure => cells::measures(words),
        Field::Unit | Field::With => cells::names(words),
        Field::Evidence | Field::EntryEvidence => {
            cells::evidence(words).into_iter().flat_map(|e| [Some(e.title), e.file]).flatten().collect()
        }
        Field::Progress => cells::entries(words).into_iter().map(|t| t.text).collect(),
        Field::Area => words.split('\n').map(|l| l.trim().to_owned()).collect(),
        Field::Closed => {
            words.split([' ', '　', '，', ',']).filter(|p| !p.is_empty()).map(day_or_words).collect()
        }
        Field::Issue => vec![words.replace('\n', "")],
        _ => vec![words.to_owned()],
    }
}
