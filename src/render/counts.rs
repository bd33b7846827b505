//! Counts by status: a bar of 100, and a link from each to the list that holds them.

use super::book::Book;
use super::parts::Links;
use crate::model::{Status, Tally, status};
use crate::plan::{Kind, ROWS, Row};

/// Counts of one kind of thing.
#[derive(serde::Serialize)]
pub struct Counts<'a> {
    total: usize,
    finished: usize,
    percent: Option<usize>,
    overdue: usize,
    closed: usize,
    not_stated: usize,
    any_stated: bool,
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
    /// Counts with no list behind them on this page.
    pub fn bare(tally: &Tally, book: &'a Book<'_>) -> Self {
        Self::of(tally, book, &|_| None)
    }

    /// Counts of the measures of all notices, each linked to the page of its status.
    pub fn linked(tally: &Tally, book: &'a Book<'_>, links: &Links) -> Self {
        Self::of(tally, book, &|status| Some(links.page(Kind::Status(status, 0), book.site)))
    }

    /// Counts of the measures of notice `n`, each linked to where they stand among all of their status.
    pub fn of_notice(n: usize, tally: &Tally, book: &'a Book<'_>, links: &Links) -> Self {
        let list = |status| {
            let page = page_of(n, book.index.status(status));
            format!("{}#{}", links.page(Kind::Status(status, page), book.site), group_id(n, book))
        };
        Self::of(tally, book, &|status| Some(list(status)))
    }

    /// Counts with the shares of a bar; `href` gives the list behind a count.
    pub fn of(tally: &Tally, book: &'a Book<'_>, href: &dyn Fn(Option<Status>) -> Option<String>) -> Self {
        let counted =
            Status::ALL.iter().rev().map(|s| (Some(*s), tally.count(*s))).chain([(None, tally.not_stated)]);
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
            not_stated: tally.not_stated,
            any_stated: tally.any_stated(),
            parts,
        }
    }
}

/// The page of a list on which the measures of a notice begin.
pub fn page_of(n: usize, rows: &[Row]) -> usize {
    rows.partition_point(|row| row.notice() < n) / ROWS
}

/// Anchor of a notice's measures in a list.
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
