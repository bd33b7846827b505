//! A notice into the rows of its ledger, on a day.

use super::{Cell, Column, Ledger};
use crate::history;
use crate::model::{Evidence, Issue, Level, Measure, Numbers, UnitId, Update};

/// What stands after a status that waits for a person.
pub const TO_CONFIRM: &str = "（待确认）";

/// A row: one measure, or an issue that has none.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Row {
    /// Place of the issue in the notice.
    pub issue: usize,
    /// Place of the measure in the issue.
    pub measure: Option<usize>,
    /// Its cells, in the order of [`Column::ALL`].
    pub cells: [Cell; Column::ALL.len()],
}

impl Row {
    /// The cell of a column.
    pub fn cell(&self, column: Column) -> &Cell {
        &self.cells[column as usize]
    }
}

/// Every row, in official order. The columns of the issue are written in each of its rows.
pub fn rows(ledger: &Ledger<'_>) -> Vec<Row> {
    let own = ledger.own_units();
    let ledger = &Ledger { units: &own, ..*ledger };
    let numbers = Numbers::of(ledger.notice);
    let mut out = Vec::new();
    for (at, issue) in ledger.notice.issues.iter().enumerate() {
        let number = ledger.notice.numbering.issue.as_ref().filter(|_| numbers.issues[at] > 0);
        let number = number.map(|p| p.print(numbers.issues[at])).unwrap_or_default();
        let row = |measure: Option<usize>| {
            let of_measure = measure.map(|m| &issue.measures[m]);
            let cell = |column: Column| match of_measure {
                _ if column == Column::Id => Cell::Text(id(ledger, issue, of_measure)),
                _ if column == Column::Number => Cell::text(number.trim_end_matches([':', '：', '.', '、'])),
                _ if column.is_of_issue() => of_the_issue(ledger, issue, column),
                Some(measure) => of_the_measure(ledger, measure, column),
                None => Cell::Empty,
            };
            Row { issue: at, measure, cells: Column::ALL.map(cell) }
        };
        match issue.measures.len() {
            0 => out.push(row(None)),
            n => out.extend((0..n).map(|m| row(Some(m)))),
        }
    }
    out
}

/// `notice/issue/measure`; an issue without measures has no third part.
fn id(ledger: &Ledger<'_>, issue: &Issue, measure: Option<&Measure>) -> String {
    let own = format!("{}/{}", ledger.notice.slug, issue.id);
    measure.map_or(own.clone(), |m| format!("{own}/{}", m.id))
}

/// `notice/issue/measure/update`.
pub fn update_id(slug: &str, issue: &Issue, measure: &Measure, update: &Update) -> String {
    format!("{slug}/{}/{}/{}", issue.id, measure.id, update.id)
}

fn of_the_issue(ledger: &Ledger<'_>, issue: &Issue, column: Column) -> Cell {
    let maybe = |text: &Option<String>| Cell::text(text.as_deref().unwrap_or_default());
    match column {
        Column::Area => Cell::text(area(ledger, issue)),
        Column::Issue => Cell::text(&issue.title),
        Column::Original => maybe(&issue.original),
        Column::Goal => maybe(&issue.goal),
        Column::Lead => maybe(&issue.lead),
        Column::Due => issue.due.map_or(Cell::Empty, Cell::Day),
        Column::DueNow => {
            let now = issue.due_on(ledger.day).filter(|now| Some(*now) != issue.due);
            now.map_or(Cell::Empty, Cell::Day)
        }
        Column::Closed => Cell::text(closed(issue, ledger)),
        _ => Cell::Empty,
    }
}

fn of_the_measure(ledger: &Ledger<'_>, measure: &Measure, column: Column) -> Cell {
    match column {
        Column::Measure => Cell::text(&measure.text),
        Column::Unit => Cell::text(measure.unit.as_ref().map(|id| unit(ledger, id)).unwrap_or_default()),
        Column::With => {
            let names: Vec<&str> = measure.with.iter().map(|id| unit(ledger, id)).collect();
            Cell::text(names.join("、"))
        }
        Column::Status => Cell::text(status(ledger, measure)),
        Column::Progress => {
            let entries = measure.updates.iter().filter(|u| u.date <= ledger.day);
            Cell::text(entries.map(entry).collect::<Vec<_>>().join("\n"))
        }
        _ => Cell::Empty,
    }
}

/// The status in the issuer's words; one that only the wording suggests says so.
fn status(ledger: &Ledger<'_>, measure: &Measure) -> String {
    if let Some(suggested) = measure.status.filter(|_| ledger.suggestions && measure.status_from_wording) {
        return format!("{}{TO_CONFIRM}", suggested.name());
    }
    let status = history::measure_status(measure, ledger.notice.date, ledger.day);
    let own = history::measure_words(measure, ledger.day);
    status.map(|s| own.unwrap_or(s.name())).unwrap_or_default().to_owned()
}

/// The headings over an issue, a line each; the parts of the notice only where there is nothing below them.
fn area(ledger: &Ledger<'_>, issue: &Issue) -> String {
    let path = ledger.notice.path_to(&issue.under);
    let below: Vec<&str> =
        path.iter().filter(|n| n.level != Level::Part).map(|n| n.heading.as_str()).collect();
    match (below.is_empty(), path.first()) {
        (true, Some(part)) => part.heading.clone(),
        _ => below.join("\n"),
    }
}

fn unit<'a>(ledger: &Ledger<'a>, id: &'a UnitId) -> &'a str {
    ledger.units.iter().find(|u| u.id == *id).map_or(id.as_str(), |u| u.name.as_str())
}

fn closed(issue: &Issue, ledger: &Ledger<'_>) -> String {
    let Some(closed) = issue.closed_on(ledger.day) else { return String::new() };
    let day = closed.date.to_string();
    let parts = [Some(day.as_str()), closed.by.as_deref(), closed.document.as_deref()];
    parts.into_iter().flatten().collect::<Vec<_>>().join(" ")
}

/// An entry on one line: `2025-08-21【已完成】召开部务会议。（佐证：会议纪要）`
fn entry(u: &Update) -> String {
    let mut out = u.date.to_string();
    if let Some(status) = u.status {
        out += &format!("【{}】", u.status_words.unwrap_or(status.name()));
    }
    if let Some(corrected) = &u.corrects {
        out += &format!("〔更正{corrected}：{}〕", u.reason.as_deref().unwrap_or_default());
    }
    out += &u.text.as_deref().unwrap_or_default().replace('\n', " ");
    if !u.evidence.is_empty() {
        let titles: Vec<&str> = u.evidence.iter().map(|e| e.title.as_str()).collect();
        out += &format!("（佐证：{}）", titles.join("；"));
    }
    out
}

/// Evidence in a cell: a title a line, its file in brackets after it.
pub fn evidence(all: &[Evidence]) -> String {
    let one = |e: &Evidence| match &e.file {
        Some(file) => format!("{}〔{file}〕", e.title),
        None => e.title.clone(),
    };
    all.iter().map(one).collect::<Vec<_>>().join("\n")
}
