//! Progress across notices.

use serde::Serialize;

use super::after::Found;
use super::book::Book;
use super::counts::{self, Counts, cut_href};
use super::page::Page;
use super::parts::{Day, Links, NoticeRow};
use crate::model::status;
use crate::plan::{Cut, Kind};

/// The progress across notices.
#[derive(Serialize)]
pub struct Overall<'a> {
    record_date: Day,
    as_of: Day,
    /// Notices whose term has ended, which no total counts.
    expired: usize,
    issues: Counts<'a>,
    measures: Counts<'a>,
    /// Lists of issues across notices.
    overdue_href: Option<String>,
    closed_href: Option<String>,
    extended_href: Option<String>,
    notices: Vec<NoticeRow<'a>>,
    units: Vec<UnitRow<'a>>,
    units_href: String,
    statuses: Vec<StatusRow<'a>>,
    recurring: Vec<Pair<'a>>,
}

/// An issue with the older one that it repeats.
#[derive(Serialize)]
struct Pair<'a> {
    later: Found<'a>,
    older: Found<'a>,
}

/// A unit with what it leads.
#[derive(Serialize)]
pub struct UnitRow<'a> {
    /// Its full name.
    pub name: &'a str,
    /// Its page.
    pub href: String,
    /// What it leads.
    pub measures: Counts<'a>,
}

#[derive(Serialize)]
struct StatusRow<'a> {
    key: &'static str,
    name: &'a str,
    href: String,
    n: usize,
}

/// The progress across notices.
pub fn view<'a>(book: &'a Book<'_>, links: &Links) -> (Page, Overall<'a>) {
    let issues = counts::total(book.notices.iter().map(|n| &n.issues));
    let measures = counts::total(book.notices.iter().map(|n| &n.measures));
    let leads = |u: &usize| book.led[*u].total() > 0;
    let unit = |u: usize| UnitRow {
        name: &book.site.units[u].name,
        href: links.page(Kind::Unit(u, 0), book.site),
        measures: Counts::of_unit(u, book, links),
    };
    let status = |s| StatusRow {
        key: status::key(s),
        name: book.status_name(s),
        href: links.page(Kind::Status(s, 0), book.site),
        n: book.index.status(s).rows().len(),
    };
    let listed = |cut, n: usize| cut_href(cut, book, links).filter(|_| n > 0 || cut == Cut::Overdue);
    let view = Overall {
        expired: book.site.expired.len(),
        record_date: book.record_date.into(),
        as_of: if issues.overdue == 0 { book.record_date } else { book.day }.into(),
        overdue_href: listed(Cut::Overdue, issues.overdue),
        closed_href: listed(Cut::Closed, issues.closed),
        extended_href: listed(Cut::Extended, issues.extended),
        issues: Counts::all_issues(&issues, book, links),
        measures: Counts::linked(&measures, book, links),
        notices: NoticeRow::all(book, links),
        units: (0..book.site.units.len()).filter(leads).map(unit).collect(),
        units_href: links.page(Kind::Units, book.site),
        statuses: status::every().map(status).collect(),
        recurring: recurring(book, links),
    };
    let title = book.word("progress-title");
    (Page::new(&title, &book.site.settings.title).crumb(&title, String::new()), view)
}

fn recurring<'a>(book: &'a Book<'_>, links: &Links) -> Vec<Pair<'a>> {
    let pair = |(later, older): &_| Pair {
        later: Found::of(*later, book, links),
        older: Found::of(*older, book, links),
    };
    book.recurrences.pairs().iter().map(pair).collect()
}
