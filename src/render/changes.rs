//! What changed between two states of a notice, for a page.

use serde::Serialize;

use super::book::{Book, printed};
use super::parts::{Badge, Day, Links};
use crate::history::{Change, Changes, FieldChange, IssueChanges, Piece, Units, Value, ends};
use crate::model::{IssueRef, LookBack, MeasureId, Notice, Numbers, Status, Tally, UnitId};
use crate::plan::{Kind, recurs_at};
use crate::zh::date::in_words;

/// Everything that changed.
#[derive(Serialize)]
pub struct ChangesView {
    any: bool,
    /// The note of a correction whose old words are not repeated here.
    corrected: Option<String>,
    issues: Totals,
    measures: Totals,
    fields: Vec<FieldView>,
    text: Vec<Vec<PieceView>>,
    changed: Vec<IssueView>,
}

/// Finished of all, then and now.
#[derive(Serialize)]
struct Totals {
    then_finished: usize,
    then_total: usize,
    now_finished: usize,
    now_total: usize,
}

/// A field of the notice, then and now.
#[derive(Serialize)]
struct FieldView {
    /// Its name in the content files.
    field: &'static str,
    name: String,
    from: Option<String>,
    to: Option<String>,
}

#[derive(Serialize)]
struct IssueView {
    title: String,
    /// Its page, where it still has one.
    href: Option<String>,
    changes: Vec<OneChange>,
}

/// One change, with the printed number of the measure that it is of, where the issue has several.
#[derive(Serialize)]
struct OneChange {
    measure: Option<String>,
    #[serde(flatten)]
    what: ChangeView,
}

/// What changed; templates ask for its `kind`.
#[derive(Serialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
enum ChangeView {
    Added,
    Removed,
    Closed { date: Day },
    Reopened { date: Option<Day>, why: String },
    LookBack { date: Day, by: String, finding: String, key: &'static str, result: String },
    Recurs { any: bool, title: Option<String>, href: Option<String> },
    Under { from: String, to: String },
    Assigned { from: String, to: String },
    Withdrawn { date: Day, why: String },
    Due { from: Option<Day>, to: Option<Day>, why: String },
    Reworded { pieces: Vec<PieceView> },
    MeasureAdded { text: String },
    MeasureRemoved { text: Option<String> },
    Moved { from: Badge, to: Badge },
    Update { date: Day, text: String, reason: Option<String> },
    Corrected { date: Day, reason: String },
}

/// A piece of reworded text: `same`, `old`, `new`, or `hidden` where old words are not repeated.
#[derive(Serialize)]
struct PieceView {
    tag: &'static str,
    text: String,
}

impl ChangesView {
    /// The view of changes in notice `n` up to one of its editions.
    pub fn of(changes: &Changes<'_>, now: &Notice, n: usize, book: &Book<'_>, links: &Links) -> Self {
        let numbers = Numbers::of(now);
        Self {
            any: !changes.is_empty(),
            corrected: changes.corrected.map(str::to_owned),
            issues: totals(&changes.issue_totals),
            measures: totals(&changes.measure_totals),
            fields: changes.fields.iter().map(|f| field(f, book)).collect(),
            text: changes.text.iter().map(|p| pieces(p)).collect(),
            changed: changes.issues.iter().map(|i| issue(i, (now, &numbers), n, book, links)).collect(),
        }
    }
}

fn totals((then, now): &(Tally, Tally)) -> Totals {
    Totals {
        then_finished: then.finished(),
        then_total: then.total(),
        now_finished: now.finished(),
        now_total: now.total(),
    }
}

fn field(f: &FieldChange, book: &Book<'_>) -> FieldView {
    let shown = |value: &Value| match value {
        Value::Day(day) => in_words(*day, book.strings.lang()),
        Value::Text(text) => text.clone(),
        Value::Hidden => "……".to_owned(),
    };
    FieldView {
        field: f.field,
        name: book.word(&format!("field-{}", f.field.replace(['_', '.'], "-"))),
        from: f.from.as_ref().map(shown),
        to: f.to.as_ref().map(shown),
    }
}

fn issue(
    i: &IssueChanges<'_>,
    (now, numbers): (&Notice, &Numbers),
    n: usize,
    book: &Book<'_>,
    links: &Links,
) -> IssueView {
    let number = |id: &MeasureId| {
        let at = now.issues.iter().position(|issue| issue.id == *i.id)?;
        let measures = &now.issues[at].measures;
        let nth = measures.iter().position(|m| m.id == *id).filter(|_| measures.len() > 1)?;
        let printed = printed(now.numbering.measure.as_ref(), *numbers.measures.get(at)?.get(nth)?);
        Some(printed).filter(|number| !number.is_empty())
    };
    let at = book.site.notices[n].issues.iter().position(|issue| issue.id == *i.id);
    IssueView {
        title: i.title.to_owned(),
        href: at.map(|at| links.page(Kind::Issue(n, at), book.site)),
        changes: i
            .changes
            .iter()
            .map(|c| OneChange { measure: of(c).and_then(number), what: change(c, book, links) })
            .collect(),
    }
}

/// The measure that a change is of.
fn of<'a>(c: &Change<'a>) -> Option<&'a MeasureId> {
    match c {
        Change::MeasureReworded(id, _)
        | Change::Assigned { id, .. }
        | Change::Moved { id, .. }
        | Change::Update(id, _)
        | Change::Corrected(id, ..) => Some(id),
        _ => None,
    }
}

fn change(c: &Change<'_>, book: &Book<'_>, links: &Links) -> ChangeView {
    let state = |s: &Option<Status>| Badge::of(*s, book);
    match c {
        Change::Added => ChangeView::Added,
        Change::Removed => ChangeView::Removed,
        Change::Withdrawn(w) => ChangeView::Withdrawn { date: w.on.into(), why: w.why.clone() },
        Change::Closed(c) => ChangeView::Closed { date: c.date.into() },
        Change::Reopened(again) => ChangeView::Reopened {
            date: again.map(|r| r.on.into()),
            why: again.map(|r| r.why.clone()).unwrap_or_default(),
        },
        Change::LookedBack(look) => look_back(look, book),
        Change::Recurs(older) => recurs(*older, book, links),
        Change::Under(from, to) => ChangeView::Under { from: (*from).to_owned(), to: (*to).to_owned() },
        Change::Assigned { id: _, from, to } => {
            ChangeView::Assigned { from: names(*from, book), to: names(*to, book) }
        }
        Change::Due { from, to, why } => ChangeView::Due {
            from: from.map(Day::from),
            to: to.map(Day::from),
            why: why.unwrap_or_default().to_owned(),
        },
        Change::Reworded(p) | Change::MeasureReworded(_, p) => ChangeView::Reworded { pieces: pieces(p) },
        Change::MeasureAdded(m) => ChangeView::MeasureAdded { text: m.text.clone() },
        Change::MeasureRemoved(_, text) => ChangeView::MeasureRemoved { text: text.map(str::to_owned) },
        Change::Moved { id: _, from, to } => ChangeView::Moved { from: state(from), to: state(to) },
        Change::Update(_, u) => ChangeView::Update {
            date: u.date.into(),
            text: u.text.clone().unwrap_or_default(),
            reason: u.reason.clone(),
        },
        Change::Corrected(_, u, reason) => {
            ChangeView::Corrected { date: u.date.into(), reason: reason.unwrap_or_default().to_owned() }
        }
    }
}

fn look_back(look: &LookBack, book: &Book<'_>) -> ChangeView {
    ChangeView::LookBack {
        date: look.date.into(),
        by: look.by.clone().unwrap_or_default(),
        finding: look.finding.clone().unwrap_or_default(),
        key: look.result.key(),
        result: book.word(&format!("look-back-{}", look.result.key())),
    }
}

/// The older issue, where the site still has it.
fn recurs(older: Option<&IssueRef>, book: &Book<'_>, links: &Links) -> ChangeView {
    let at = older.and_then(|older| recurs_at(older, book.site));
    ChangeView::Recurs {
        any: older.is_some(),
        title: at.map(|(n, i)| book.site.notices[n].issues[i].short_title().to_owned()),
        href: at.map(|(n, i)| links.page(Kind::Issue(n, i), book.site)),
    }
}

/// The names of those who answer for a measure, the one that leads first.
fn names(all: Units<'_>, book: &Book<'_>) -> String {
    let name = |id: &UnitId| book.unit(id).map_or_else(|| id.to_string(), |(_, unit)| unit.name.clone());
    all.unit.into_iter().chain(all.with).map(name).collect::<Vec<_>>().join(&book.word("list-sep"))
}

fn pieces(all: &[Piece]) -> Vec<PieceView> {
    let piece = |p: &Piece| match p {
        Piece::Same(text) => PieceView { tag: "same", text: ends(text, CONTEXT) },
        Piece::Old(text) => PieceView { tag: "old", text: text.clone() },
        Piece::New(text) => PieceView { tag: "new", text: text.clone() },
        Piece::Hidden => PieceView { tag: "hidden", text: String::new() },
    };
    all.iter().map(piece).collect()
}

/// How many characters of what stayed the same are shown on each side of a change.
const CONTEXT: usize = 24;
