//! Editions: the notice as it was published on a day, what changed since the one before, and the list of them all.

use serde::Serialize;

use super::book::{Audience, Book};
use super::changes::ChangesView;
use super::notice::{Text, text};
use super::page::Page;
use super::parts::{Day, Links};
use super::redacted::RedactionView;
use crate::history::{Changes, State, changes};
use crate::model::{Edition, Notice, Site};
use crate::plan::{Index, Kind};

/// The page of an edition.
#[derive(Serialize)]
pub struct EditionPage {
    edition: EditionView,
    notice_title: String,
    notice_href: String,
    editions_href: String,
    latest: bool,
    changes_since: Option<ChangesView>,
    redactions: Vec<RedactionView>,
    text: Text,
}

/// An edition in a list or at the head of its page.
#[derive(Serialize)]
pub struct EditionView {
    name: String,
    date: Day,
    note: Option<String>,
    digest: String,
    short_digest: String,
    href: String,
    /// Nothing was published before it.
    first: bool,
}

impl EditionView {
    /// Edition `e` of notice `n`.
    pub fn of(n: usize, e: usize, book: &Book<'_>, links: &Links) -> Option<Self> {
        let edition = book.site.notices[n].editions.get(e)?;
        Some(Self::at(edition, e, links.page(Kind::Edition(n, e), book.site)))
    }

    fn at(edition: &Edition, e: usize, href: String) -> Self {
        Self {
            name: edition.name.clone(),
            date: edition.date.into(),
            note: edition.note.clone(),
            digest: edition.digest.clone(),
            short_digest: edition.short_digest().to_owned(),
            href,
            first: e == 0,
        }
    }
}

/// Where a page about a notice leads to see what changed since last time.
#[derive(Serialize)]
pub struct LastChange {
    date: Day,
    /// Its page; none for the first, before which there was nothing.
    href: Option<String>,
    /// The list of all editions.
    all: String,
}

impl LastChange {
    /// The latest edition of notice `n`. A draft is no edition, whatever was published before it.
    pub fn of(n: usize, book: &Book<'_>, links: &Links) -> Option<Self> {
        let at = book.site.notices[n].editions.len().checked_sub(1)?;
        (book.audience == Audience::Public).then(|| Self {
            date: book.site.notices[n].editions[at].date.into(),
            href: (at > 0).then(|| links.page(Kind::Edition(n, at), book.site)),
            all: links.page(Kind::Editions(n), book.site),
        })
    }
}

/// The list of the editions of a notice.
#[derive(Serialize)]
pub struct Editions {
    notice_title: String,
    notice_href: String,
    /// Newest first.
    editions: Vec<EditionView>,
}

/// The page of edition `e` of notice `n`.
pub fn view(n: usize, e: usize, book: &Book<'_>, links: &Links) -> (Page, EditionPage) {
    let notice = &book.site.notices[n];
    let edition = &notice.editions[e];
    let notice_href = links.page(Kind::Notice(n), book.site);
    let editions_href = links.page(Kind::Editions(n), book.site);
    let latest = e + 1 == notice.editions.len();
    let before = e.checked_sub(1).map(|at| &notice.editions[at]);
    let changes = before.map(|b| ChangesView::of(&since(b, edition), &edition.notice, n, book, links));
    let view = EditionPage {
        edition: EditionView::at(edition, e, links.page(Kind::Edition(n, e), book.site)),
        notice_title: notice.title.clone(),
        notice_href: notice_href.clone(),
        editions_href: editions_href.clone(),
        latest,
        changes_since: changes,
        redactions: RedactionView::all(&edition.notice, n, book, links),
        text: as_it_was(edition, book, links),
    };
    let title = format!("{} · {}", edition.notice.title, edition.name);
    let head = Page::new(&title, book.word("edition-description"))
        .crumb(&notice.title, notice_href)
        .crumb(&book.word("editions-title"), editions_href)
        .crumb(&edition.name, String::new())
        .article(&edition.notice);
    (if latest { head } else { head.no_index() }, view)
}

/// What changed from one edition to the next, in no more words than that one allows.
fn since<'a>(before: &'a Edition, edition: &'a Edition) -> Changes<'a> {
    let all = changes(state(before), state(edition));
    let note = edition.note.as_deref().unwrap_or_default();
    if edition.hide_old { all.without_old_words(note) } else { all }
}

/// A state as an edition froze it.
fn state(edition: &Edition) -> State<'_> {
    State { notice: &edition.notice, day: edition.date }
}

/// The text of an edition, read on its own day; its links lead to the pages of today.
fn as_it_was(edition: &Edition, book: &Book<'_>, links: &Links) -> Text {
    let mut notice = Notice { editions: Vec::new(), ..edition.notice.clone() };
    notice.translate(&book.site.settings.language);
    let site = Site {
        settings: book.site.settings.clone(),
        units: edition.units.clone(),
        notices: vec![notice],
        pages: Vec::new(),
        expired: Vec::new(),
        translations: Vec::new(),
    };
    let index = Index::default();
    let then = Book::open(&site, &index, &[], edition.date, book.strings);
    text(0, &then, links)
}

/// The list of the editions of notice `n`.
pub fn list(n: usize, book: &Book<'_>, links: &Links) -> (Page, Editions) {
    let notice = &book.site.notices[n];
    let notice_href = links.page(Kind::Notice(n), book.site);
    let newest_first = (0..notice.editions.len()).rev();
    let view = Editions {
        notice_title: notice.title.clone(),
        notice_href: notice_href.clone(),
        editions: newest_first.filter_map(|e| EditionView::of(n, e, book, links)).collect(),
    };
    let title = book.word("editions-title");
    let head = Page::new(format!("{title} · {}", notice.title), &notice.title);
    (head.crumb(&notice.title, notice_href).crumb(&title, String::new()), view)
}
