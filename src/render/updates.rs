//! Every published entry, newest first: the latest on a page of their own, older ones on full pages that never move.

use serde::Serialize;

use super::after::Correction;
use super::book::Book;
use super::evidence::{Proof, proofs};
use super::page::Page;
use super::parts::{self, Day, Links, State};
use crate::plan::{self, ENTRIES, Entry, Kind};

/// A page of entries.
#[derive(Serialize)]
pub struct Updates<'a> {
    groups: Vec<Group<'a>>,
    /// Pages of older entries, the newest first; on the page of the latest alone.
    older: Vec<Older>,
    latest_href: Option<String>,
    /// The pages before and after, on a page of older entries.
    newer_href: Option<String>,
    older_href: Option<String>,
}

#[derive(Serialize)]
struct Group<'a> {
    date: Day,
    items: Vec<Item<'a>>,
}

#[derive(Serialize)]
struct Older {
    from: Day,
    to: Day,
    href: String,
}

/// One entry.
#[derive(Serialize)]
pub struct Item<'a> {
    date: Day,
    issue_title: &'a str,
    issue_href: String,
    notice_title: &'a str,
    number: String,
    status: Option<State<'a>>,
    text: Option<&'a str>,
    evidence: Vec<Proof<'a>>,
    correction: Option<Correction<'a>>,
}

impl<'a> Item<'a> {
    /// An entry with a link to its measure.
    pub fn of(entry: Entry, book: &'a Book<'_>, links: &Links) -> Self {
        let (row, update) = (entry.row, entry.of(book.site));
        let (notice, issue, measure) = row.of(book.site);
        let page = links.page(Kind::Issue(row.notice(), row.issue()), book.site);
        Self {
            date: update.date.into(),
            issue_title: issue.short_title(),
            issue_href: parts::measure_href(row, book, links),
            notice_title: &notice.title,
            number: book.measure_number(row.notice(), row.issue(), row.measure()),
            status: update.status.map(|s| State::of(Some(s), book).in_words(update.status_words)),
            text: update.text.as_deref(),
            evidence: proofs(row.notice(), update, book, links),
            correction: Correction::of(measure, update, &page, book),
        }
    }
}

/// The latest entries.
pub fn latest<'a>(book: &'a Book<'_>, links: &Links) -> (Page, Updates<'a>) {
    let entries = book.index.entries();
    let latest = &entries[entries.len().saturating_sub(ENTRIES)..];
    view(None, latest, book, links)
}

/// A full page of older entries, counted from the oldest.
pub fn before<'a>(page: usize, book: &'a Book<'_>, links: &Links) -> (Page, Updates<'a>) {
    view(Some(page), chunk(page, book), book, links)
}

fn chunk<'a>(page: usize, book: &'a Book<'_>) -> &'a [Entry] {
    &book.index.entries()[page * ENTRIES..(page + 1) * ENTRIES]
}

fn view<'a>(
    here: Option<usize>,
    entries: &[Entry],
    book: &'a Book<'_>,
    links: &Links,
) -> (Page, Updates<'a>) {
    let newest_first: Vec<Entry> = entries.iter().rev().copied().collect();
    let days = newest_first.chunk_by(|a, b| a.of(book.site).date == b.of(book.site).date);
    let groups = days.map(|day| Group {
        date: day[0].of(book.site).date.into(),
        items: day.iter().map(|e| Item::of(*e, book, links)).collect(),
    });
    let pages = plan::older_pages(book.index.entries().len());
    let href = |at: usize| links.page(Kind::UpdatesBefore(at), book.site);
    let updates = Updates {
        groups: groups.collect(),
        older: if here.is_none() { older(pages, book, links) } else { Vec::new() },
        latest_href: here.map(|_| links.page(Kind::Updates, book.site)),
        newer_href: here.map(|at| at + 1).filter(|at| *at < pages).map(href),
        older_href: here.and_then(|at| at.checked_sub(1)).map(href),
    };
    let title = book.word("updates-title");
    let head = Page::new(&title, &book.site.settings.title);
    (head.crumb(&title, String::new()), updates)
}

fn older(pages: usize, book: &Book<'_>, links: &Links) -> Vec<Older> {
    let page = |at: usize| {
        let entries = chunk(at, book);
        Older {
            from: entries[0].of(book.site).date.into(),
            to: entries[ENTRIES - 1].of(book.site).date.into(),
            href: links.page(Kind::UpdatesBefore(at), book.site),
        }
    };
    (0..pages).rev().map(page).collect()
}
