//! The pages at the addresses of folders: every unit, every status, and small pages that lead on.

use serde::Serialize;

use super::after::Moved;
use super::book::Book;
use super::counts::{Counts, cut_href};
use super::page::Page;
use super::parts::{Day, Link, Links, State};
use crate::model::status;
use crate::plan::{Cut, Folder, Kind};

/// Every unit that has a page.
#[derive(Serialize)]
pub struct UnitsPage<'a> {
    record_date: Day,
    units: Vec<UnitLine<'a>>,
}

#[derive(Serialize)]
struct UnitLine<'a> {
    name: &'a str,
    href: String,
    /// What it leads.
    measures: Counts<'a>,
    /// How many measures it helps with, and where those stand on its page.
    helps: usize,
    helps_href: String,
}

/// Every status.
#[derive(Serialize)]
pub struct StatusesPage<'a> {
    record_date: Day,
    measures_total: usize,
    statuses: Vec<StatusLine<'a>>,
}

#[derive(Serialize)]
struct StatusLine<'a> {
    state: State<'a>,
    href: String,
    measures: usize,
    issues: usize,
    issues_href: Option<String>,
}

/// The page of all units.
pub fn units<'a>(book: &'a Book<'_>, links: &Links) -> (Page, UnitsPage<'a>) {
    let named = (0..book.site.units.len()).filter(|u| !book.index.unit(*u).is_empty());
    let line = |u: usize| {
        let (led, list) = (book.led[u].total(), book.index.unit_list(u));
        let helps = links.page(Kind::Unit(u, list.page_of(led)), book.site);
        UnitLine {
            name: &book.site.units[u].name,
            href: links.page(Kind::Unit(u, 0), book.site),
            measures: Counts::of_unit(u, book, links),
            helps: list.rows().len() - led,
            helps_href: format!("{helps}#helps"),
        }
    };
    let view = UnitsPage { record_date: book.record_date.into(), units: named.map(line).collect() };
    (head("units", book), view)
}

/// The page of all statuses.
pub fn statuses<'a>(book: &'a Book<'_>, links: &Links) -> (Page, StatusesPage<'a>) {
    let line = |s| {
        let issues = book.index.issues(Cut::Status(s)).rows().len();
        StatusLine {
            state: State::of(s, book),
            href: links.page(Kind::Status(s, 0), book.site),
            measures: book.index.status(s).rows().len(),
            issues,
            issues_href: cut_href(Cut::Status(s), book, links).filter(|_| issues > 0),
        }
    };
    let view = StatusesPage {
        record_date: book.record_date.into(),
        measures_total: book.notices.iter().map(|n| n.measures.total()).sum(),
        statuses: status::every().map(line).collect(),
    };
    (head("status", book), view)
}

/// The page that leads from a folder to the page that is meant.
pub fn moved<'a>(folder: Folder, book: &'a Book<'_>, links: &Links) -> (Page, Moved<'a>) {
    let settings = &book.site.settings;
    let title = match folder {
        Folder::Notices | Folder::Issues => settings.title.as_str(),
        Folder::IssuesOf(n) => book.site.notices[n].title.as_str(),
    };
    let to = Link::new(title, links.page(folder.page(), book.site));
    (Page::new(title, book.word("moved-folder")), Moved { to })
}

fn head(word: &str, book: &Book<'_>) -> Page {
    let title = book.word(word);
    Page::new(&title, &book.site.settings.title).crumb(&title, String::new())
}
