//! Row by row: the cells of the workbook against those that an export would write now.

use std::collections::HashMap;

use chrono::NaiveDate;

use super::super::entries::Entries;
use super::super::grid::{Place, name};
use super::super::head::Field;
use super::super::rows::Row;
use super::super::units::Units;
use super::super::{Part, cells};
use super::unread::{Kind, Unread};
use super::{Against, Change, Fault, Plan, Written, again};
use crate::export::ledger::book::names;
use crate::export::ledger::{self, Cell, Column, Ledger};
use crate::lang::Msg;
use crate::model::status::Named;
use crate::model::{Issue, Measure, NodeId, UnitId, Update};

/// A comparison under way.
pub struct Compare<'a> {
    pub(super) against: Against<'a>,
    /// What an export would write, by id.
    pub(super) expected: HashMap<String, ledger::Row>,
    pub(super) units: Units,
    pub(super) plan: Plan,
    pub(super) unread: Unread,
    /// Ids of rows that were met.
    pub(super) met: Vec<String>,
    /// The heading of the last row that has one.
    pub(super) under: Option<NodeId>,
}

impl<'a> Compare<'a> {
    /// Before the first row.
    pub fn new(against: Against<'a>, ledger: &Ledger<'_>, stale: bool) -> Self {
        let rows = ledger::rows(ledger).into_iter();
        let expected = rows.map(|r| (r.cell(Column::Id).words(), r)).collect();
        let units = Units::known(against.units);
        Self {
            against,
            expected,
            units,
            plan: Plan { stale, ..Plan::default() },
            unread: Unread::new(),
            met: Vec::new(),
            under: None,
        }
    }

    /// Compares the rows of a sheet.
    pub fn part(&mut self, part: &Part<'_>) {
        let issues = &self.against.notice.issues;
        let mut last: Option<&Issue> = None;
        for (at, row) in part.rows.iter().enumerate() {
            let id = row.words(Field::Id);
            let place = place_of(part, (row.at, part.head.column(Field::Id).unwrap_or(0)));
            match (self.expected.get(&id).cloned(), id.is_empty()) {
                (Some(_), _) if self.met.contains(&id) => {
                    self.fault(place, Msg::new("edited-twice").with("id", id));
                }
                (Some(expected), _) => {
                    let issue = &issues[expected.issue];
                    last = Some(issue);
                    self.under = Some(issue.under.clone());
                    self.met.push(id);
                    self.unread.row(part, row, Kind::Known);
                    self.known(part, row, &expected, issue);
                }
                (None, false) => self.fault(place, Msg::new("edited-unknown").with("id", id)),
                (None, true) => {
                    let said = row.words(Field::Issue);
                    let named = issues.iter().find(|i| i.title == said);
                    match named.or(last.filter(|_| row.goes_on)) {
                        Some(issue) => self.new_measure(part, row, issue),
                        None => self.new_issue(part, &part.rows[at..=at]),
                    }
                }
            }
        }
        self.unread.between(part);
    }

    /// A row of a measure, or of an issue without one, that the files have.
    pub(super) fn known(&mut self, part: &Part<'_>, row: &Row, expected: &ledger::Row, issue: &Issue) {
        let own = *row.cell(Field::Id) != Cell::Empty;
        let measure = expected.measure.map(|m| &issue.measures[m]);
        for (column, field) in COLUMNS {
            let Some(at) = part.head.column(field) else { continue };
            let (was, now) = (expected.cell(column), row.cell(field));
            // A row without an id says what a person typed of a measure, not what the program fills in.
            if !own && (column.is_locked() || column.is_of_issue() || *now == Cell::Empty) {
                continue;
            }
            // A deadline is read whether it is typed as a day or as words.
            let now = cells::day(now).filter(|_| column.is_day()).map_or_else(|| now.clone(), Cell::Day);
            if same(was, &now)
                || self.same_units(column, was, &now)
                || column.is_of_issue() && !self.first_row(part, row, at)
            {
                continue;
            }
            let place = place_of(part, part.sheet.owner((row.at, at)));
            match (column, measure) {
                (Column::Progress, _) if was.words().starts_with(&now.words()) => {
                    // Entries were made since; a table carries no digest that would tell.
                    self.plan.stale = true;
                }
                _ if column.is_locked() => {
                    if !self.plan.stale {
                        self.fault(place, Msg::new("edited-locked").with("name", column.name()));
                    }
                }
                (Column::Status, _) => {}
                (_, measure) => self.field(issue, measure, column, was, &now, place),
            }
        }
        if let Some(measure) = measure {
            self.progress(part, row, expected, issue, measure);
        }
    }

    /// Another name of the same units is no change.
    fn same_units(&self, column: Column, was: &Cell, now: &Cell) -> bool {
        let ids = |cell: &Cell| -> Option<Vec<UnitId>> {
            cells::names(&cell.words()).iter().map(|name| self.units.id(name)).collect()
        };
        let (was, now) = (ids(was).unwrap_or_default(), ids(now));
        matches!(column, Column::Unit | Column::With) && !was.is_empty() && now == Some(was)
    }

    /// A cell of the issue is looked at once where it is merged, and in each row where each has its own.
    fn first_row(&self, part: &Part<'_>, row: &Row, column: u32) -> bool {
        part.sheet.owner((row.at, column)).0 == row.at
    }

    fn field(
        &mut self,
        issue: &Issue,
        measure: Option<&Measure>,
        column: Column,
        was: &Cell,
        now: &Cell,
        place: String,
    ) {
        let of_issue = column.is_of_issue();
        let id = id(issue, measure.filter(|_| !of_issue));
        let written = match self.written(column, now) {
            Ok(written) => written,
            Err(message) => return self.fault(place, message),
        };
        let needed = matches!(column, Column::Issue | Column::Measure);
        if needed && written.is_none() {
            return self.fault(place, Msg::new("edited-empty").with("name", column.name()));
        }
        let change = Change::Field {
            path: issue.path.clone(),
            measure: measure.filter(|_| !of_issue).map(|m| m.id.to_string()),
            key: key(column),
            name: column.name(),
            id,
            was: was.words(),
            now: now.words(),
            written,
        };
        let again = |c: &Change| matches!((c, &change), (Change::Field { path, measure: None, key, now, .. }, Change::Field { path: p, measure: None, key: k, now: n, .. }) if path == p && key == k && now == n);
        if !self.plan.changes.iter().any(again) {
            self.plan.changes.push(change);
        }
    }

    fn written(&self, column: Column, now: &Cell) -> Result<Option<Written>, Msg> {
        let unit =
            |name: &String| self.units.id(name).ok_or_else(|| Msg::new("edited-unit").with("name", name));
        let words = now.words();
        if words.is_empty() {
            return Ok(None);
        }
        match (column, now) {
            (Column::Due, Cell::Day(day)) => Ok(Some(Written::Plain(day.to_string()))),
            (Column::Due, _) => Err(Msg::new("edited-day").with("words", words)),
            (Column::Unit, _) => Ok(Some(Written::Plain(unit(&words)?.to_string()))),
            (Column::With, _) => {
                let ids: Result<Vec<UnitId>, Msg> = cells::names(&words).iter().map(unit).collect();
                let ids: Vec<String> = ids?.iter().map(UnitId::to_string).collect();
                Ok(Some(Written::Plain(format!("[{}]", ids.join(", ")))))
            }
            _ => Ok(Some(Written::Text(words))),
        }
    }

    /// A status that moved, and what was written for a new entry.
    pub(super) fn progress(
        &mut self,
        part: &Part<'_>,
        row: &Row,
        expected: &ledger::Row,
        issue: &Issue,
        measure: &Measure,
    ) {
        let status_at = part.head.column(Field::Status);
        let place = |column: Option<u32>| {
            let at: Place = (row.at, column.unwrap_or_default());
            place_of(part, at)
        };
        let (was, now) = (expected.cell(Column::Status).words(), row.words(Field::Status));
        let moved = status_at.is_some() && was != now;
        let entry = tells(row);
        let named = cells::status(&now);
        if moved && named.is_none() {
            let id = if now.is_empty() { "edited-status-gone" } else { "edited-status" };
            return self.fault(place(status_at), Msg::new(id).with("words", now));
        }
        if entry && !moved && says_a_day_alone(row) {
            return self.fault_words(part, row, Field::EntryDate, "edited-day-alone");
        }
        let Some(date) = self.entry_day(part, row) else { return };
        if let Some(known) = again::entry(row, measure, named.filter(|_| moved)) {
            return self.plan.there.push(format!("{} {}", id(issue, Some(measure)), known.id));
        }
        let first = measure.updates.is_empty() && (measure.status.is_none() || measure.status_from_wording);
        if moved && !entry && first {
            return self.stated(issue, measure, &was, named);
        }
        if moved || entry {
            let update = self.update(row, measure, date, named.filter(|_| moved || must_state(measure)));
            let beside = update.status.is_some() && measure.status.is_some_and(|s| Some(s) != update.status);
            let (path, id) = (issue.path.clone(), id(issue, Some(measure)));
            self.plan.changes.push(Change::Entry {
                path,
                id,
                measure: measure.id.to_string(),
                was,
                update,
                beside,
            });
        }
    }

    /// The day of a row's new entry, or that of the import; a fault where it is none.
    pub(super) fn entry_day(&mut self, part: &Part<'_>, row: &Row) -> Option<NaiveDate> {
        let day = match row.cell(Field::EntryDate) {
            Cell::Empty => Some(self.against.day),
            cell => cells::day(cell),
        };
        if day.is_none() {
            self.fault_words(part, row, Field::EntryDate, "edited-day");
        }
        day
    }

    /// A fault of one cell, with its words.
    pub(super) fn fault_words(&mut self, part: &Part<'_>, row: &Row, field: Field, id: &'static str) {
        self.fault_at(part, row, field, Msg::new(id).with("words", row.words(field)));
    }

    /// A fault of one cell.
    pub(super) fn fault_at(&mut self, part: &Part<'_>, row: &Row, field: Field, message: Msg) {
        let at = (row.at, part.head.column(field).unwrap_or_default());
        self.fault(place_of(part, at), message);
    }

    /// The first status of a measure, or one that a person confirms: it is no move.
    fn stated(&mut self, issue: &Issue, measure: &Measure, was: &str, named: Option<Named>) {
        let Some((status, own)) = named else { return };
        let field = |key, written| Change::Field {
            path: issue.path.clone(),
            measure: Some(measure.id.to_string()),
            key,
            name: Column::Status.name(),
            id: id(issue, Some(measure)),
            was: was.to_owned(),
            now: own.unwrap_or(status.name()).to_owned(),
            written,
        };
        let written = Written::Plain(own.unwrap_or(status.key()).to_owned());
        self.plan.changes.push(field("status", Some(written)));
        if measure.status_from_wording {
            self.plan.changes.push(field("status_basis", None));
        }
    }

    /// Compares the sheet of entries: they are only read there.
    pub fn entries(&mut self, entries: &Entries) {
        for entry in &entries.0 {
            let id = entry.id.join("/");
            let issue = self.against.notice.issues.iter().find(|i| i.id.as_str() == entry.id[1]);
            let measure = issue.and_then(|i| i.measures.iter().find(|m| m.id.as_str() == entry.id[2]));
            let known = measure.and_then(|m| m.updates.iter().find(|u| u.id == entry.id[3]));
            let place = format!("{}!A{}", names::ENTRIES, entry.at + 1);
            match (known, &entry.update) {
                (None, _) => self.fault(place, Msg::new("edited-unknown").with("id", id)),
                (Some(known), Some(said)) if alike(known, said) => {}
                (Some(_), _) => self.fault(place, Msg::new("edited-entry").with("id", id)),
            }
        }
    }

    /// What came of it.
    pub fn finish(mut self) -> Plan {
        let mut absent: Vec<String> = self.expected.into_keys().filter(|id| !self.met.contains(id)).collect();
        absent.sort();
        self.plan.absent = absent;
        self.plan.unread = self.unread.all();
        self.plan
    }

    fn fault(&mut self, place: String, message: Msg) {
        self.plan.faults.push(Fault { place, message });
    }
}

/// Whether a row says something of a new entry.
pub fn tells(row: &Row) -> bool {
    [Field::EntryText, Field::EntryEvidence, Field::EntryDate].iter().any(|f| *row.cell(*f) != Cell::Empty)
}

/// Whether a row says when and not what: once published, such an entry stays for ever, and nobody knows what happened then.
pub fn says_a_day_alone(row: &Row) -> bool {
    let empty = |field| *row.cell(field) == Cell::Empty;
    empty(Field::EntryText) && empty(Field::EntryEvidence) && !empty(Field::EntryDate)
}

/// `台账!H4`; a table alone has no name.
fn place_of(part: &Part<'_>, at: Place) -> String {
    match part.sheet.name.as_str() {
        "" => name(at),
        sheet => format!("{sheet}!{}", name(at)),
    }
}

/// Every column that is compared, and what a head calls it.
const COLUMNS: [(Column, Field); 13] = [
    (Column::Number, Field::Number),
    (Column::Area, Field::Area),
    (Column::Issue, Field::Issue),
    (Column::Original, Field::Original),
    (Column::Goal, Field::Goal),
    (Column::Lead, Field::Lead),
    (Column::Due, Field::Due),
    (Column::DueNow, Field::DueNow),
    (Column::Measure, Field::Measure),
    (Column::Unit, Field::Unit),
    (Column::With, Field::With),
    (Column::Progress, Field::Progress),
    (Column::Closed, Field::Closed),
];

fn key(column: Column) -> &'static str {
    match column {
        Column::Issue => "title",
        Column::Original => "original",
        Column::Goal => "goal",
        Column::Lead => "lead",
        Column::Due => "due",
        Column::Unit => "unit",
        Column::With => "with",
        _ => "text",
    }
}

/// `issue/measure`, as people read it.
pub fn id(issue: &Issue, measure: Option<&Measure>) -> String {
    measure.map_or_else(|| issue.id.to_string(), |m| format!("{}/{}", issue.id, m.id))
}

/// The last line end of a text is no difference: a cell has none.
fn same(was: &Cell, now: &Cell) -> bool {
    was == now || was.words().trim_end_matches('\n') == now.words().trim_end_matches('\n')
}

/// All that the sheet shows of an entry.
fn alike(known: &Update, said: &Update) -> bool {
    let plain = |u: &Update| Update {
        hide_old: false,
        text: u.text.as_ref().map(|t| t.trim_end().to_owned()),
        ..u.clone()
    };
    plain(known) == plain(said)
}

/// A measure's own status holds only while no entry states one; an entry that states none would take it away.
fn must_state(measure: &Measure) -> bool {
    measure.status.is_some()
        && !measure.status_from_wording
        && measure.updates.iter().all(|u| u.status.is_none())
}
