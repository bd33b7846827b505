//! What comes after the rectification, as pages show it: promises of an update, corrections, 回头看, issues opened again,
//! issues found again, and addresses that have moved.

use fluent_bundle::FluentArgs;
use serde::Serialize;

use super::book::Book;
use super::page::Page;
use super::parts::{Day, Link, Links};
use crate::history;
use crate::model::{CloseOut, Issue, LookBack, Measure, Update};
use crate::plan::Kind;
use crate::zh::date;

/// The promise of a next update.
#[derive(Serialize)]
pub struct NextUpdate {
    due: Day,
    /// The day has passed, and nothing was entered since.
    passed: bool,
    /// The day of the last entry.
    last: Day,
}

impl NextUpdate {
    /// The promise of notice `n` that stands.
    pub fn of(n: usize, book: &Book<'_>) -> Option<Self> {
        let history::Promise { due, passed } = history::promise(&book.site.notices[n], book.day)?;
        Some(Self { due: due.into(), passed, last: book.notices[n].record_date.into() })
    }
}

/// 销号
#[derive(Serialize)]
pub struct Closed<'a> {
    date: Day,
    by: Option<&'a str>,
    document: Option<&'a str>,
}

impl<'a> Closed<'a> {
    /// The view of a close-out.
    pub fn of(c: &'a CloseOut) -> Self {
        Self { date: c.date.into(), by: c.by.as_deref(), document: c.document.as_deref() }
    }
}

/// What happened to an issue after its measures.
#[derive(Serialize)]
pub struct After<'a> {
    closed: Option<Closed<'a>>,
    /// It was closed, and is open again.
    is_open_again: bool,
    /// Close-outs and reopenings, oldest first, where there was a reopening.
    turns: Vec<Turn<'a>>,
    look_back: Vec<Look<'a>>,
    older: Option<Found<'a>>,
    later: Vec<Found<'a>>,
}

/// A close-out, or a reopening with its reason.
#[derive(Serialize)]
struct Turn<'a> {
    date: Day,
    closed: Option<Closed<'a>>,
    why: Option<&'a str>,
}

#[derive(Serialize)]
struct Look<'a> {
    date: Day,
    by: Option<&'a str>,
    finding: Option<&'a str>,
    key: &'static str,
    result: String,
}

/// An issue of another notice.
#[derive(Serialize)]
pub struct Found<'a> {
    number: String,
    title: &'a str,
    href: String,
    notice: &'a str,
    date: Day,
}

impl<'a> Found<'a> {
    /// Issue `i` of notice `n`.
    pub fn of((n, i): (usize, usize), book: &Book<'a>, links: &Links) -> Self {
        let notice = &book.site.notices[n];
        Self {
            number: book.issue_number(n, i),
            title: notice.issues[i].short_title(),
            href: links.page(Kind::Issue(n, i), book.site),
            notice: &notice.title,
            date: notice.date.into(),
        }
    }
}

impl<'a> After<'a> {
    /// What happened to issue `i` of notice `n` up to the day.
    pub fn of(n: usize, i: usize, book: &Book<'a>, links: &Links) -> Self {
        let issue: &Issue = &book.site.notices[n].issues[i];
        let closed = issue.closed_on(book.day);
        let looks = issue.look_back.iter().filter(|l| l.date <= book.day);
        Self {
            closed: closed.map(Closed::of),
            is_open_again: closed.is_none() && issue.closed.iter().any(|c| c.date <= book.day),
            turns: turns(issue, book),
            look_back: looks.map(|l| look(l, book)).collect(),
            older: book.recurrences.older((n, i)).map(|at| Found::of(at, book, links)),
            later: book.recurrences.later((n, i)).map(|at| Found::of(at, book, links)).collect(),
        }
    }
}

fn turns<'a>(issue: &'a Issue, book: &Book<'_>) -> Vec<Turn<'a>> {
    let closed = issue.closed.iter().map(|c| (c.date, Some(Closed::of(c)), None));
    let again = issue.reopened.iter().map(|r| (r.on, None, Some(r.why.as_str())));
    let mut all: Vec<_> = closed.chain(again).filter(|(on, ..)| *on <= book.day).collect();
    if all.iter().all(|(.., why)| why.is_none()) {
        return Vec::new();
    }
    // On one day it is closed first: what is open cannot be opened.
    all.sort_by_key(|(on, ..)| *on);
    all.into_iter().map(|(on, closed, why)| Turn { date: on.into(), closed, why }).collect()
}

fn look<'a>(l: &'a LookBack, book: &Book<'_>) -> Look<'a> {
    Look {
        date: l.date.into(),
        by: l.by.as_deref(),
        finding: l.finding.as_deref(),
        key: l.result.key(),
        result: book.word(&format!("look-back-{}", l.result.key())),
    }
}

/// What an entry corrects, and what corrects it.
#[derive(Serialize)]
pub struct Correction<'a> {
    corrects: Option<Other>,
    reason: Option<&'a str>,
    corrected_by: Vec<Other>,
}

/// Another entry of the same measure.
#[derive(Serialize)]
struct Other {
    href: String,
    date: Day,
}

impl<'a> Correction<'a> {
    /// The corrections that an entry has part in, up to the day; `None` where there are none. `page` leads to the page of
    /// its issue.
    pub fn of(measure: &Measure, update: &'a Update, page: &str, book: &Book<'_>) -> Option<Self> {
        let other =
            |u: &Update| Other { href: format!("{page}#{}-{}", measure.id, u.id), date: u.date.into() };
        let wrong = update.corrects.as_ref().and_then(|id| measure.updates.iter().find(|u| u.id == *id));
        let right = |u: &&Update| u.date <= book.day && u.corrects.as_ref() == Some(&update.id);
        let found = Self {
            corrects: wrong.map(other),
            reason: update.reason.as_deref(),
            corrected_by: measure.updates.iter().filter(right).map(other).collect(),
        };
        (found.corrects.is_some() || !found.corrected_by.is_empty()).then_some(found)
    }
}

/// What an entry corrects and why, in words alone, for those who read the feed.
pub fn in_words(measure: &Measure, update: &Update, book: &Book<'_>) -> Option<String> {
    let wrong = measure.updates.iter().find(|u| update.corrects.as_ref() == Some(&u.id))?;
    let mut args = FluentArgs::new();
    args.set("date", date::in_words(wrong.date, book.strings.lang()));
    let entry = book.strings.format("entry-of", &args);
    let reason = update.reason.as_deref().unwrap_or_default();
    Some(format!("{}{entry}{}{reason}", book.word("corrects"), book.word("because")))
}

/// A small page that leads from an address of before to the issue.
#[derive(Serialize)]
pub struct Moved<'a> {
    /// Where to.
    pub to: Link<'a>,
}

/// The page at an old address of issue `i` of notice `n`.
pub fn moved<'a>(n: usize, i: usize, book: &'a Book<'_>, links: &Links) -> (Page, Moved<'a>) {
    let issue = &book.site.notices[n].issues[i];
    let to = Link::new(issue.short_title(), links.page(Kind::Issue(n, i), book.site));
    (Page::new(issue.short_title(), book.word("moved")), Moved { to })
}
