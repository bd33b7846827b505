//! Rows and entries that the files do not have yet.

use chrono::NaiveDate;

use super::super::Part;
use super::super::head::Field;
use super::super::issue::Maker;
use super::super::rows::Row;
use super::super::{Report, cells};
use super::Change;
use super::compare::{Compare, says_a_day_alone, tells};
use super::unread::Kind;
use crate::export::ledger::Cell;
use crate::lang::Msg;
use crate::model::status::Named;
use crate::model::{Issue, Measure, NodeId, Update};

impl Compare<'_> {
    /// The entry that a row makes, with the next free id; one without a day is counted.
    pub(super) fn update(
        &mut self,
        row: &Row,
        measure: &Measure,
        date: NaiveDate,
        named: Option<Named>,
    ) -> Update {
        self.plan.undated += usize::from(*row.cell(Field::EntryDate) == Cell::Empty);
        let used = measure.updates.iter().filter_map(|u| u.id.strip_prefix('u')?.parse::<u32>().ok());
        Update {
            id: format!("u{}", used.max().unwrap_or_default().saturating_add(1)),
            date,
            status: named.map(|(s, _)| s),
            status_words: named.and_then(|(_, own)| own),
            text: Some(row.words(Field::EntryText)).filter(|t| !t.is_empty()),
            evidence: cells::evidence(&row.words(Field::EntryEvidence)),
            corrects: None,
            reason: None,
            minor: false,
            hide_old: false,
        }
    }

    /// Measures that a row adds to an issue.
    pub(super) fn new_measure(&mut self, part: &Part<'_>, row: &Row, issue: &Issue) {
        if self.again(part, row, issue) {
            return;
        }
        self.unread.row(part, row, Kind::Measure);
        let Some(date) = self.readable(part, row) else { return };
        let pending = |c: &&Change| matches!(c, Change::Measure { path, .. } if *path == issue.path);
        let before = issue.measures.len() + self.plan.changes.iter().filter(pending).count();
        let taken = |id: &String| issue.measures.iter().any(|m| m.id.as_str() == id);
        let mut made = self.made(|maker| maker.measures(row));
        self.tell(row, made.last_mut(), date);
        for (n, mut measure) in (before + 1..).zip(made) {
            let free = (n..).map(|n| format!("m{n}")).find(|id| !taken(id)).unwrap_or_default();
            measure.id.0 = free;
            let (path, id) = (issue.path.clone(), issue.id.to_string());
            self.plan.changes.push(Change::Measure { path, id, measure: Box::new(measure) });
        }
    }

    /// The issue that rows make.
    pub(super) fn new_issue(&mut self, part: &Part<'_>, rows: &[Row]) {
        let row = &rows[0];
        self.unread.row(part, row, Kind::Issue);
        let under = self.under(row);
        if under.is_none() {
            self.fault_words(part, row, Field::Area, "edited-area");
        }
        let (Some(date), Some(under)) = (self.readable(part, row), under) else { return };
        let notice = self.against.notice;
        let new = self.plan.changes.iter().filter(|c| matches!(c, Change::Issue(_))).count();
        let taken = |n: &usize| notice.issues.iter().any(|i| i.id.0 == format!("issue-{n}"));
        let at = (notice.issues.len() + new + 1..).find(|n| !taken(n)).unwrap_or_default();
        let mut issue = self.made(|maker| maker.issue(rows, at, under, &notice.slug));
        self.tell(row, issue.measures.last_mut(), date);
        self.plan.changes.push(Change::Issue(Box::new(issue)));
    }

    /// What is made of rows; entries without a day are counted.
    fn made<T>(&mut self, make: impl FnOnce(&mut Maker<'_>) -> T) -> T {
        let date = self.against.day;
        let mut maker = Maker { units: &self.units, date, entries_apart: false, report: Report::default() };
        let made = make(&mut maker);
        self.plan.undated += maker.report.undated;
        made
    }

    /// Gives a new measure the entry that its row tells; the status is that of its last entry.
    fn tell(&mut self, row: &Row, measure: Option<&mut Measure>, date: NaiveDate) {
        let Some(measure) = measure.filter(|_| tells(row)) else { return };
        let words = measure.status_words.take();
        let named = measure.status.take().map(|status| (status, words));
        let update = self.update(row, measure, date, named);
        measure.updates.push(update);
    }

    /// The heading that a row names, or that of the row before.
    fn under(&self, row: &Row) -> Option<NodeId> {
        let words = row.words(Field::Area);
        let last = words.lines().last().unwrap_or_default().trim();
        let named =
            self.against.notice.nodes().into_iter().find(|n| n.heading == last || n.short_heading() == last);
        named.map(|n| n.id.clone()).or_else(|| self.under.clone().filter(|_| words.is_empty()))
    }

    /// The day of a new row's entry, if all that it says can be read; else every cell that cannot is a fault.
    fn readable(&mut self, part: &Part<'_>, row: &Row) -> Option<NaiveDate> {
        let before = self.plan.faults.len();
        for field in [Field::Unit, Field::With] {
            for name in cells::names(&row.words(field)) {
                if self.units.id(&name).is_none() {
                    self.fault_at(part, row, field, Msg::new("edited-unit").with("name", name));
                }
            }
        }
        let unread = |field, read: bool| *row.cell(field) != Cell::Empty && !read;
        if unread(Field::Due, cells::day(row.cell(Field::Due)).is_some()) {
            self.fault_words(part, row, Field::Due, "edited-day");
        }
        if unread(Field::Status, cells::status(&row.words(Field::Status)).is_some()) {
            self.fault_words(part, row, Field::Status, "edited-status");
        }
        if says_a_day_alone(row) && *row.cell(Field::Status) == Cell::Empty {
            self.fault_words(part, row, Field::EntryDate, "edited-day-alone");
        }
        let date = self.entry_day(part, row);
        date.filter(|_| self.plan.faults.len() == before)
    }
}
