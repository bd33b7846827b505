//! What changed between two states of a notice, for a page.

use serde::Serialize;

use super::book::Book;
use super::parts::{Badge, Day, Links};
use crate::history::{Change, Changes, IssueChanges, Piece};
use crate::model::{Status, Tally};
use crate::plan::Kind;

/// Everything that changed.
#[derive(Serialize)]
pub struct ChangesView {
    any: bool,
    /// The note of a correction whose old words are not repeated here.
    corrected: Option<String>,
    issues: Totals,
    measures: Totals,
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

#[derive(Serialize)]
struct IssueView {
    title: String,
    /// Its page, where it still has one.
    href: Option<String>,
    changes: Vec<ChangeView>,
}

/// One change; templates ask for its `kind`.
#[derive(Serialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
enum ChangeView {
    Added,
    Removed,
    Closed { date: Day },
    Reopened,
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
    /// The view of changes in notice `n`.
    pub fn of(changes: &Changes<'_>, n: usize, book: &Book<'_>, links: &Links) -> Self {
        Self {
            any: !changes.is_empty(),
            corrected: changes.corrected.map(str::to_owned),
            issues: totals(&changes.issue_totals),
            measures: totals(&changes.measure_totals),
            text: changes.text.iter().map(|p| pieces(p)).collect(),
            changed: changes.issues.iter().map(|i| issue(i, n, book, links)).collect(),
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

fn issue(i: &IssueChanges<'_>, n: usize, book: &Book<'_>, links: &Links) -> IssueView {
    let at = book.site.notices[n].issues.iter().position(|issue| issue.id == *i.id);
    IssueView {
        title: i.title.to_owned(),
        href: at.map(|at| links.page(Kind::Issue(n, at), book.site)),
        changes: i.changes.iter().map(|c| change(c, book)).collect(),
    }
}

fn change(c: &Change<'_>, book: &Book<'_>) -> ChangeView {
    let state = |s: &Option<Status>| Badge::of(*s, book);
    match c {
        Change::Added => ChangeView::Added,
        Change::Removed => ChangeView::Removed,
        Change::Closed(c) => ChangeView::Closed { date: c.date.into() },
        Change::Reopened => ChangeView::Reopened,
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

fn pieces(all: &[Piece]) -> Vec<PieceView> {
    let piece = |p: &Piece| match p {
        Piece::Same(text) => PieceView { tag: "same", text: short(text) },
        Piece::Old(text) => PieceView { tag: "old", text: text.clone() },
        Piece::New(text) => PieceView { tag: "new", text: text.clone() },
        Piece::Hidden => PieceView { tag: "hidden", text: String::new() },
    };
    all.iter().map(piece).collect()
}

/// How many characters of what stayed the same are shown on each side of a change.
const CONTEXT: usize = 24;

/// The ends of a long stretch that stayed the same.
fn short(text: &str) -> String {
    let chars: Vec<char> = text.chars().collect();
    if chars.len() <= 2 * CONTEXT + 2 {
        return text.to_owned();
    }
    let (head, tail) = (&chars[..CONTEXT], &chars[chars.len() - CONTEXT..]);
    head.iter().chain(&['…', '…']).chain(tail).collect()
}
