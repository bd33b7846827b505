//! Counts by status, each with the list that holds exactly as many rows, and its place in a bar.

use super::book::Book;
use super::parts::Links;
use crate::model::{Status, Tally, status};
use crate::plan::{Cut, Kind, List, Row, Spot};

/// Counts of one kind of thing.
#[derive(serde::Serialize)]
pub struct Counts<'a> {
    total: usize,
    finished: usize,
    percent: Option<usize>,
    overdue: usize,
    closed: usize,
    extended: usize,
    not_stated: usize,
    any_stated: bool,
    /// The list of all of them, where there is one.
    href: Option<String>,
    parts: Vec<Share<'a>>,
}

/// How many stand at one status, and its place in a bar of 100.
#[derive(serde::Serialize)]
struct Share<'a> {
    key: &'static str,
    name: &'a str,
    n: usize,
    href: Option<String>,
    share: f64,
    x: f64,
}

impl<'a> Counts<'a> {
    /// Counts of the measures of all notices, each linked to the page of its status.
    pub fn linked(tally: &Tally, book: &'a Book<'_>, links: &Links) -> Self {
        Self::of(tally, book, &|status| Some(links.page(Kind::Status(status, 0), book.site)))
    }

    /// Counts of the issues of all notices, each linked to the list of its status.
    pub fn all_issues(tally: &Tally, book: &'a Book<'_>, links: &Links) -> Self {
        Self::of(tally, book, &|status| cut_href(Cut::Status(status), book, links))
    }

    /// Counts of the measures of notice `n`, each linked to where they stand among all of their status.
    pub fn of_notice(n: usize, tally: &Tally, book: &'a Book<'_>, links: &Links) -> Self {
        let list = |status| {
            let list: &List<Row> = book.index.status(status);
            let page = list.page_of(list.rows().partition_point(|row| row.notice() < n));
            format!("{}#{}", links.page(Kind::Status(status, page), book.site), group_id(n, book))
        };
        Self::of(tally, book, &|status| Some(list(status)))
    }

    /// Counts of the issues of notice `n`, each linked to the list on its page of progress.
    pub fn of_issues(n: usize, tally: &Tally, book: &'a Book<'_>, links: &Links) -> Self {
        let progress = links.page(Kind::Progress(n), book.site);
        Self::of(tally, book, &|status| Some(format!("{progress}#{}", list_id(status))))
    }

    /// Counts of the measures that unit `u` leads, each linked to where they stand on its page.
    pub fn of_unit(u: usize, book: &'a Book<'_>, links: &Links) -> Self {
        let (led, list) = (&book.led[u], book.index.unit_list(u));
        let count = |status: Option<Status>| status.map_or(led.not_stated, |s| led.count(s));
        let href = |status| {
            let before = status::every().take_while(|s| *s != status).map(count).sum();
            let page = links.page(Kind::Unit(u, list.page_of(before)), book.site);
            Some(format!("{page}#{}", list_id(status)))
        };
        Self::of(led, book, &href).all(format!("{}#led", links.page(Kind::Unit(u, 0), book.site)))
    }

    /// Counts with the shares of a bar; `href` gives the list behind a count.
    pub fn of(tally: &Tally, book: &'a Book<'_>, href: &dyn Fn(Option<Status>) -> Option<String>) -> Self {
        let counted = status::every().map(|s| (s, s.map_or(tally.not_stated, |s| tally.count(s))));
        let mut before = 0;
        let mut parts = Vec::new();
        for (status, n) in counted.filter(|(_, n)| *n > 0) {
            parts.push(Share {
                key: status::key(status),
                name: book.status_name(status),
                n,
                href: href(status),
                share: hundredths(n, tally.total()),
                x: hundredths(before, tally.total()),
            });
            before += n;
        }
        Self {
            total: tally.total(),
            finished: tally.finished(),
            percent: tally.percent(),
            overdue: tally.overdue,
            closed: tally.closed,
            extended: tally.extended,
            not_stated: tally.not_stated,
            any_stated: tally.any_stated(),
            href: None,
            parts,
        }
    }

    /// The same with the list of all of them, where there are any.
    pub fn all(self, href: String) -> Self {
        Self { href: Some(href).filter(|_| self.total > 0), ..self }
    }
}

/// The list of issues of a cut across notices, where the theme makes such lists.
pub fn cut_href(cut: Cut, book: &Book<'_>, links: &Links) -> Option<String> {
    book.lists_issues().then(|| links.page(Kind::Issues(cut, 0), book.site))
}

/// The issues of notice `n` in that list.
pub fn cut_href_of(n: usize, cut: Cut, book: &Book<'_>, links: &Links) -> Option<String> {
    let list: &List<Spot> = book.index.issues(cut);
    let page = list.page_of(list.rows().partition_point(|spot| spot.notice < n));
    let href = || format!("{}#{}", links.page(Kind::Issues(cut, page), book.site), group_id(n, book));
    book.lists_issues().then(href)
}

/// Anchor of the list of a status on a page that has one for each.
pub fn list_id(status: Option<Status>) -> String {
    format!("s-{}", status::key(status).replace('_', "-"))
}

/// Anchor of what belongs to a notice in a list across notices.
pub fn group_id(n: usize, book: &Book<'_>) -> String {
    format!("n-{}", book.site.notices[n].slug)
}

/// Per cent of a whole, rounded to two decimals; counts are far below what a float holds exactly.
pub fn hundredths(n: usize, total: usize) -> f64 {
    let total = total.max(1);
    let rounded = u32::try_from((n * 10_000 + total / 2) / total).unwrap_or(10_000);
    f64::from(rounded) / 100.0
}

/// Sums the tallies of several notices.
pub fn total<'t>(tallies: impl Iterator<Item = &'t Tally>) -> Tally {
    let mut sum = Tally::default();
    tallies.for_each(|t| sum.merge(t));
    sum
}
