//! The rows of one issue into the issue.

use chrono::NaiveDate;

use super::Report;
use super::cells::{self, Told};
use super::head::Field;
use super::rows::Row;
use super::units::Units;
use crate::export::ledger::{Cell, TO_CONFIRM};
use crate::model::status::Named;
use crate::model::{CloseOut, Issue, IssueId, Measure, MeasureId, NodeId, Status, Update};
use crate::text::{FileId, Span};
use crate::zh::status::{Wording, suggest};

/// What an issue is made with.
pub struct Maker<'m> {
    /// Units by name.
    pub units: &'m Units,
    /// The day of entries that say none.
    pub date: NaiveDate,
    /// Whether entries are on a sheet of their own, so that the column of progress only repeats them.
    pub entries_apart: bool,
    /// Counts.
    pub report: Report,
}

impl Maker<'_> {
    /// The issue of these rows, at a place in the notice counted from 1.
    pub fn issue(&mut self, rows: &[Row], at: usize, under: NodeId, slug: &str) -> Issue {
        let own = rows.iter().map(Row::id).find(|id| !id.is_empty());
        let id = own.map_or_else(|| format!("issue-{at}"), |parts| parts[1].clone());
        let maybe = |field| Some(joined(rows, field)).filter(|w| !w.is_empty());
        let measures = rows.iter().flat_map(|row| self.measures(row)).collect::<Vec<_>>();
        Issue {
            title: joined(rows, Field::Issue).replace('\n', ""),
            under,
            number: None,
            original: maybe(Field::Original),
            goal: maybe(Field::Goal),
            lead: maybe(Field::Lead),
            due: rows.iter().filter_map(|r| cells::day(r.cell(Field::Due))).max(),
            extensions: Vec::new(),
            text: None,
            label: None,
            label_inline: None,
            completion: None,
            measures: named(measures),
            closed: rows.iter().find_map(closed).into_iter().collect(),
            reopened: Vec::new(),
            look_back: Vec::new(),
            recurs_from: None,
            aliases: Vec::new(),
            body: None,
            path: format!("notices/{slug}/issues/{at:02}-{id}.yaml"),
            id: IssueId(id),
            allow: Vec::new(),
            span: nowhere(),
        }
    }

    /// The measures of a row, without ids where it has none.
    pub fn measures(&mut self, row: &Row) -> Vec<Measure> {
        let texts = match row.cell(Field::Measure) {
            Cell::Empty => Vec::new(),
            cell => cells::measures(&cell.words()),
        };
        let id = row.id().get(2).cloned().unwrap_or_default();
        let mut names = cells::names(&row.words(Field::Unit)).into_iter();
        let unit = names.next().and_then(|n| self.units.id(&n));
        let with = names.chain(cells::names(&row.words(Field::With)));
        let with: Vec<_> = with.filter_map(|n| self.units.id(&n)).collect();
        let (status, from_wording) = self.status(row);
        let entries = self.entries(row, status.filter(|_| !from_wording));
        let status = status.filter(|_| entries.is_empty());
        let one = |text: String| Measure {
            id: MeasureId(id.clone()),
            unit: unit.clone(),
            with: with.clone(),
            text,
            number: None,
            status: status.map(|(s, _)| s),
            runs_on: false,
            status_words: status.and_then(|(_, words)| words),
            status_from_wording: status.is_some() && from_wording,
            updates: Vec::new(),
            allow: Vec::new(),
            span: nowhere(),
        };
        let mut measures: Vec<Measure> = texts.into_iter().map(one).collect();
        // What was done stands on the row as a whole; it goes to the last of its measures.
        if let Some(last) = measures.last_mut() {
            self.report.entries += entries.len();
            last.updates = entries;
        }
        measures
    }

    /// The status that is stated, or that the words suggest; the latter waits for a person.
    fn status(&mut self, row: &Row) -> (Option<Named>, bool) {
        let words = row.words(Field::Status);
        let stated = cells::status(&words);
        let kept = cells::is_yes(&row.words(Field::Ongoing));
        let stated = stated.map(|(s, own)| match (s, own) {
            (Status::Done, None) if kept => (Status::DoneOngoing, None),
            other => other,
        });
        if stated.is_some() {
            return (stated, false);
        }
        let waiting = words.strip_suffix(TO_CONFIRM).and_then(cells::status);
        let suggested = waiting.or_else(|| suggest(&words).map(|w| (of_wording(w), None)));
        self.report.suggested += usize::from(suggested.is_some());
        (suggested, suggested.is_some())
    }

    /// The entries that progress and evidence of a row make.
    fn entries(&mut self, row: &Row, status: Option<Named>) -> Vec<Update> {
        let progress = row.words(Field::Progress);
        let evidence = cells::evidence(&row.words(Field::Evidence));
        let mut told =
            if self.entries_apart || progress.is_empty() { Vec::new() } else { cells::entries(&progress) };
        if told.is_empty() && !evidence.is_empty() {
            told.push(Told { day: None, status: None, text: String::new() });
        }
        let count = told.len();
        self.report.undated += told.iter().filter(|t| t.day.is_none()).count();
        let update = |(at, told): (usize, Told)| {
            let last = at + 1 == count;
            let named = told.status.or(status.filter(|_| last));
            Update {
                id: format!("u{}", at + 1),
                date: told.day.unwrap_or(self.date),
                status: named.map(|(s, _)| s),
                status_words: named.and_then(|(_, words)| words),
                text: Some(told.text).filter(|t| !t.is_empty()),
                evidence: if last { evidence.clone() } else { Vec::new() },
                corrects: None,
                reason: None,
                minor: false,
                hide_old: false,
            }
        };
        told.into_iter().enumerate().map(update).collect()
    }
}

/// The different words of a field in the rows of an issue.
fn joined(rows: &[Row], field: Field) -> String {
    let mut out: Vec<String> = Vec::new();
    for words in rows.iter().map(|r| r.words(field)).filter(|w| !w.is_empty()) {
        if !out.contains(&words) {
            out.push(words);
        }
    }
    out.join("；")
}

/// Ids `m1`, `m2` where the rows have none of ours, each of which is given once.
fn named(mut measures: Vec<Measure>) -> Vec<Measure> {
    let mut seen: Vec<String> = Vec::new();
    for measure in &mut measures {
        if measure.id.as_str().is_empty() || seen.contains(&measure.id.0) {
            let free = (seen.len() + 1..).map(|n| format!("m{n}")).find(|id| !seen.contains(id));
            measure.id = MeasureId(free.unwrap_or_default());
        }
        seen.push(measure.id.0.clone());
    }
    measures
}

/// `2025-10-20 县委巡察办 销号通知第1号`
fn closed(row: &Row) -> Option<CloseOut> {
    let cell = row.cell(Field::Closed);
    if let Some(date) = cells::day(cell) {
        return Some(CloseOut { date, by: None, document: None });
    }
    let words = cell.words();
    let (date, rest) = cells::leading_day(&words)?;
    let mut rest = rest.trim().splitn(2, [' ', '　', '，', ',']);
    let mut next = || rest.next().map(str::trim).filter(|w| !w.is_empty()).map(str::to_owned);
    Some(CloseOut { date, by: next(), document: next() })
}

fn of_wording(wording: Wording) -> Status {
    match wording {
        Wording::DoneOngoing => Status::DoneOngoing,
        Wording::Done => Status::Done,
        Wording::BasicallyDone => Status::BasicallyDone,
        Wording::InProgress => Status::InProgress,
        Wording::NotStarted => Status::NotStarted,
    }
}

fn nowhere() -> Span {
    Span::new(FileId(0), 0, 0)
}
