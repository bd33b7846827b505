//! Rows and entries that the files do not have yet.

use chrono::NaiveDate;

use super::super::head::Field;
use super::super::issue::Maker;
use super::super::rows::Row;
use super::super::{Report, cells};
use super::Change;
use super::compare::Compare;
use crate::lang::Msg;
use crate::model::status::Named;
use crate::model::{Issue, Measure, NodeId, Update};

impl Compare<'_> {
    /// The entry that a row makes, with the next free id.
    pub(super) fn update(
        &self,
        row: &Row,
        measure: &Measure,
        date: NaiveDate,
        named: Option<Named>,
    ) -> Update {
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

    fn maker(&self) -> Maker<'_> {
        Maker { units: &self.units, date: self.against.day, entries_apart: false, report: Report::default() }
    }

    /// Measures that a row adds to an issue.
    pub(super) fn new_measure(&mut self, row: &Row, issue: &Issue, place: &str) {
        if !self.has_units(row, place) {
            return;
        }
        let pending = |c: &&Change| matches!(c, Change::Measure { path, .. } if *path == issue.path);
        let before = issue.measures.len() + self.plan.changes.iter().filter(pending).count();
        let taken = |id: &String| issue.measures.iter().any(|m| m.id.as_str() == id);
        for (n, mut measure) in (before + 1..).zip(self.maker().measures(row)) {
            let free = (n..).map(|n| format!("m{n}")).find(|id| !taken(id)).unwrap_or_default();
            measure.id.0 = free;
            let (path, id) = (issue.path.clone(), issue.id.to_string());
            self.plan.changes.push(Change::Measure { path, id, measure: Box::new(measure) });
        }
    }

    /// The issue that rows make.
    pub(super) fn new_issue(&mut self, rows: &[Row], place: &str) {
        let Some(under) = self.under(&rows[0]) else {
            return self
                .fault(place.to_owned(), Msg::new("edited-area").with("words", rows[0].words(Field::Area)));
        };
        if !self.has_units(&rows[0], place) {
            return;
        }
        let notice = self.against.notice;
        let new = self.plan.changes.iter().filter(|c| matches!(c, Change::Issue(_))).count();
        let taken = |n: &usize| notice.issues.iter().any(|i| i.id.0 == format!("issue-{n}"));
        let at = (notice.issues.len() + new + 1..).find(|n| !taken(n)).unwrap_or_default();
        let issue = self.maker().issue(rows, at, under, &notice.slug);
        self.plan.changes.push(Change::Issue(Box::new(issue)));
    }

    /// The heading that a row names, or that of the row before.
    fn under(&self, row: &Row) -> Option<NodeId> {
        let words = row.words(Field::Area);
        let last = words.lines().last().unwrap_or_default().trim();
        let named =
            self.against.notice.nodes().into_iter().find(|n| n.heading == last || n.short_heading() == last);
        named.map(|n| n.id.clone()).or_else(|| self.under.clone().filter(|_| words.is_empty()))
    }

    fn has_units(&mut self, row: &Row, place: &str) -> bool {
        let all = [Field::Unit, Field::With].iter().flat_map(|f| cells::names(&row.words(*f)));
        let unknown = all.into_iter().find(|n| self.units.id(n).is_none());
        if let Some(name) = &unknown {
            self.fault(place.to_owned(), Msg::new("edited-unit").with("name", name));
        }
        unknown.is_none()
    }
}
