//! What the files have already: a workbook that was taken in once and comes again adds nothing a second time.

use super::super::head::Field;
use super::super::rows::Row;
use super::super::{Part, cells};
use super::compare::{Compare, id};
use super::unread::Kind;
use crate::export::ledger::Cell;
use crate::model::status::Named;
use crate::model::{Issue, Measure, Update};

/// The entry on record that says what a row says; `moved` is the status that the row moves the measure to. A row without a
/// day took that of its import, so it has none to compare. Of a row that moves the status alone, the last status counts.
pub fn entry<'m>(row: &Row, measure: &'m Measure, moved: Option<Named>) -> Option<&'m Update> {
    let (text, evidence) = (row.words(Field::EntryText), cells::evidence(&row.words(Field::EntryEvidence)));
    let day = cells::day(row.cell(Field::EntryDate)).filter(|_| *row.cell(Field::EntryDate) != Cell::Empty);
    let on = |u: &&Update| day.is_none_or(|day| u.date == day);
    let to =
        |u: &&Update| moved.is_none_or(|(status, words)| u.status == Some(status) && u.status_words == words);
    if text.is_empty() && evidence.is_empty() {
        let last = measure.updates.iter().rev().find(|u| u.status.is_some());
        return last.filter(|u| moved.is_some() && on(u) && to(u));
    }
    let says = |u: &&Update| u.text.as_deref().unwrap_or_default().trim_end() == text.trim_end();
    measure.updates.iter().rev().find(|u| says(u) && u.evidence == evidence && on(u) && to(u))
}

impl Compare<'_> {
    /// Takes a row without an id for that of the measure that says the same in its issue, if there is one.
    pub(super) fn again(&mut self, part: &Part<'_>, row: &Row, issue: &'_ Issue) -> bool {
        let texts = cells::measures(&row.words(Field::Measure));
        let there = |text: &String| issue.measures.iter().find(|m| m.text.trim_end() == text.trim_end());
        let there: Vec<&Measure> = texts.iter().filter_map(there).collect();
        let Some(last) = there.last().filter(|_| there.len() == texts.len()) else { return false };
        for measure in &there {
            let id = format!("{}/{}", self.against.notice.slug, id(issue, Some(measure)));
            self.met.push(id);
            self.plan.there.push(self::id(issue, Some(measure)));
        }
        let own = self.met.last().and_then(|id| self.expected.get(id)).cloned();
        let Some(expected) = own else { return false };
        // What a new row says of its issue went into the file with a new issue, and nowhere with a new measure.
        let due = cells::day(row.cell(Field::Due));
        self.unread.row(part, row, if due == issue.due { Kind::Known } else { Kind::Measure });
        match texts.len() {
            1 => self.known(part, row, &expected, issue),
            _ => self.progress(part, row, &expected, issue, last),
        }
        true
    }
}
