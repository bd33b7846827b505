//! The search: its page, and the scripts that it fetches.

use serde::Serialize;

use super::book::Book;
use super::page::Page;
use super::parts::{Link, Links, State};
use crate::model::{Status, status};
use crate::plan::Kind;
use crate::search::{self, Hrefs, Script};

/// The page. Without a script it offers the lists, which lead everywhere that a search does.
#[derive(Serialize)]
pub struct SearchPage<'a> {
    notices: Vec<Link<'a>>,
    states: Vec<StateLink<'a>>,
    progress_href: String,
    updates_href: String,
}

#[derive(Serialize)]
struct StateLink<'a> {
    state: State<'a>,
    href: String,
}

/// The page.
pub fn view<'a>(book: &'a Book<'_>, links: &Links) -> (Page, SearchPage<'a>) {
    let title = book.word("search-title");
    let notices = book.site.notices.iter().enumerate();
    let states = status::every();
    let page = SearchPage {
        notices: notices
            .map(|(n, notice)| Link { href: links.page(Kind::Notice(n), book.site), title: &notice.title })
            .collect(),
        states: states
            .map(|s| StateLink { state: State::of(s, book), href: links.page(Kind::Status(s, 0), book.site) })
            .collect(),
        progress_href: links.page(Kind::ProgressIndex, book.site),
        updates_href: links.page(Kind::Updates, book.site),
    };
    (Page::new(&title, &book.site.settings.title).crumb(&title, String::new()), page)
}

/// One of the scripts.
pub fn script(script: Script, book: &Book<'_>, links: &Links) -> String {
    let Some(found) = book.search else { return String::new() };
    let hrefs = Around { book, links };
    match script {
        Script::Meta => search::meta(found),
        Script::Facets => search::facets(found, &hrefs),
        Script::Pairs(bucket, part) => search::pairs(found, bucket, part),
        Script::Texts(n) => search::texts(found, n, &hrefs),
    }
}

struct Around<'b, 'a> {
    book: &'b Book<'a>,
    links: &'b Links,
}

impl Hrefs for Around<'_, '_> {
    fn issue(&self, notice: usize, issue: usize) -> String {
        self.links.page(Kind::Issue(notice, issue), self.book.site)
    }

    fn state(&self, state: Option<Status>) -> String {
        self.book.status_name(state).to_owned()
    }
}
