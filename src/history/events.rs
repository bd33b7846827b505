//! What happened to one issue between two states, in the order of its days: deadlines moved, closed, reopened, looked at
//! again. Every entry of its own is told, also one that a later one took back before the second state.

use chrono::NaiveDate;

use super::changes::{Change, State};
use crate::model::Issue;

/// The entries that the later state has and the earlier had not, oldest first; then what moved without an entry.
pub fn events<'a>(old: &'a Issue, new: &'a Issue, a: State<'a>, b: State<'a>) -> Vec<Change<'a>> {
    let mut all = closings(old, new, a, b);
    all.extend(deadlines(old, new, a, b));
    all.extend(looks(old, new, a, b));
    // A stable order: of one day, what is closed comes before what is opened again.
    all.sort_by_key(|(on, _)| *on);
    let mut out: Vec<Change<'a>> = all.into_iter().map(|(_, change)| change).collect();
    let told = out.iter().any(|c| matches!(c, Change::Reopened(_)));
    if old.closed_on(a.day).is_some() && new.closed_on(b.day).is_none() && !told {
        out.push(Change::Reopened(None));
    }
    out.extend(recurrence(old, new));
    out
}

type Dated<'a> = (NaiveDate, Change<'a>);

fn closings<'a>(old: &'a Issue, new: &'a Issue, a: State<'a>, b: State<'a>) -> Vec<Dated<'a>> {
    let had = |c: &_| old.closed.iter().any(|o| o == c && o.date <= a.day);
    let closed = new.closed.iter().filter(|c| c.date <= b.day && !had(c));
    let had = |r: &_| old.reopened.iter().any(|o| o == r && o.on <= a.day);
    let again = new.reopened.iter().filter(|r| r.on <= b.day && !had(r));
    let closed = closed.map(|c| (c.date, Change::Closed(c)));
    closed.chain(again.map(|r| (r.on, Change::Reopened(Some(r))))).collect()
}

fn deadlines<'a>(old: &'a Issue, new: &'a Issue, a: State<'a>, b: State<'a>) -> Vec<Dated<'a>> {
    let had = |e: &_| old.extensions.iter().any(|o| o == e && o.on <= a.day);
    let mut from = old.due_on(a.day);
    let mut out = Vec::new();
    let first = a.day.min(b.day);
    if old.due != new.due && from == old.due && from != new.due {
        out.push((first, Change::Due { from, to: new.due, why: None }));
        from = new.due;
    }
    for e in new.extensions.iter().filter(|e| e.on <= b.day && !had(e)) {
        out.push((e.on, Change::Due { from, to: Some(e.to), why: Some(&e.why) }));
        from = Some(e.to);
    }
    let to = new.due_on(b.day);
    if from != to {
        out.push((b.day, Change::Due { from, to, why: None }));
    }
    out
}

fn looks<'a>(old: &'a Issue, new: &'a Issue, a: State<'a>, b: State<'a>) -> Vec<Dated<'a>> {
    let had = |l: &_| old.look_back.iter().any(|o| o == l && o.date <= a.day);
    let new = new.look_back.iter().filter(|l| l.date <= b.day && !had(l));
    new.map(|l| (l.date, Change::LookedBack(l))).collect()
}

fn recurrence<'a>(old: &Issue, new: &'a Issue) -> Option<Change<'a>> {
    let name = |i: &Issue| i.recurs_from.as_ref().map(|r| (r.notice.clone(), r.issue.clone()));
    (name(old) != name(new)).then_some(Change::Recurs(new.recurs_from.as_ref()))
}
