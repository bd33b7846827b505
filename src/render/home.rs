//! The front page, the pages of `pages/`, and the page for unknown addresses.

use serde::Serialize;

use super::book::Book;
use super::counts::{self, Counts, cut_href};
use super::page::Page;
use super::paragraphs::markdown;
use super::parts::{Day, Links, NoticeRow};
use super::updates::Item;
use crate::plan::{Cut, Kind};

/// How many of the latest entries the front page shows.
const LATEST: usize = 10;

/// The front page.
#[derive(Serialize)]
pub struct Home<'a> {
    notices: Vec<NoticeRow<'a>>,
    issues: Counts<'a>,
    measures: Counts<'a>,
    latest: Vec<Item<'a>>,
    record_date: Day,
    /// The day by which overdue is judged.
    as_of: Day,
    /// Notices whose term has ended, which no total counts.
    expired: usize,
    progress_href: String,
    updates_href: String,
    units_href: String,
    statuses_href: String,
    /// The list of overdue issues, where there are any.
    overdue_href: Option<String>,
}

/// The front page.
pub fn view<'a>(book: &'a Book<'_>, links: &Links) -> (Page, Home<'a>) {
    let issues = counts::total(book.notices.iter().map(|n| &n.issues));
    let measures = counts::total(book.notices.iter().map(|n| &n.measures));
    let latest = book.index.entries().iter().rev().filter(|e| !e.of(book.site).minor).take(LATEST);
    let overdue = issues.overdue;
    let home = Home {
        notices: NoticeRow::all(book, links),
        issues: Counts::all_issues(&issues, book, links),
        measures: Counts::linked(&measures, book, links),
        latest: latest.map(|e| Item::of(*e, book, links)).collect(),
        record_date: book.record_date.into(),
        as_of: if issues.overdue == 0 { book.record_date } else { book.day }.into(),
        expired: book.site.expired.len(),
        progress_href: links.page(Kind::ProgressIndex, book.site),
        updates_href: links.page(Kind::Updates, book.site),
        units_href: links.page(Kind::Units, book.site),
        statuses_href: links.page(Kind::Statuses, book.site),
        overdue_href: cut_href(Cut::Overdue, book, links).filter(|_| overdue > 0),
    };
    (Page::new(&book.site.settings.title, book.word("site-description")), home)
}

/// A page of `pages/`.
#[derive(Serialize)]
pub struct Plain {
    content_html: String,
}

/// A page of `pages/`.
pub fn page(p: usize, book: &Book<'_>, links: &Links) -> (Page, Plain) {
    let page = &book.site.pages[p];
    let head = Page::new(&page.title, &book.site.settings.title).crumb(&page.title, String::new());
    (head, Plain { content_html: markdown(&page.body.text, 2, "", links, book) })
}

/// The page for unknown addresses says nothing of the record.
#[derive(Serialize)]
pub struct NotFound {}

/// The page for unknown addresses.
pub fn not_found(book: &Book<'_>) -> (Page, NotFound) {
    (Page::new(book.word("not-found-title"), "").no_index(), NotFound {})
}
