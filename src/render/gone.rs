//! Pages at the addresses of what is no longer public: that it is gone, since when and why, and whom to ask. Never what it
//! said.

use fluent_bundle::FluentArgs;
use serde::Serialize;

use super::book::Book;
use super::page::Page;
use super::parts::{Day, Link, Links, Reach};
use crate::model::Withdrawal;
use crate::plan::Kind;
use crate::zh::date::in_words;

/// What stands at such an address.
#[derive(Serialize)]
pub struct Gone<'a> {
    /// `withdrawn` or `expired`.
    reason: &'static str,
    text: String,
    why: Option<&'a str>,
    date: Day,
    /// Where to go on.
    to: Option<Link<'a>>,
    whom: Option<Reach<'a>>,
}

/// What of an issue was taken back, for its own page.
#[derive(Serialize)]
pub struct WithdrawnPart<'a> {
    /// The anchor that it had.
    id: String,
    date: Day,
    why: &'a str,
    entry: bool,
}

impl<'a> WithdrawnPart<'a> {
    /// The withdrawals within issue `i` of notice `n`.
    pub fn all(n: usize, i: usize, book: &Book<'a>) -> Vec<Self> {
        let notice = &book.site.notices[n];
        let issue = &notice.issues[i];
        let here = |w: &&Withdrawal| w.issue == issue.id || issue.aliases.iter().any(|a| a.id == w.issue);
        let part = |w: &'a Withdrawal| {
            let measure = w.measure.as_ref()?;
            let id = w.update.as_ref().map_or_else(|| measure.to_string(), |u| format!("{measure}-{u}"));
            Some(Self { id, date: w.on.into(), why: &w.why, entry: w.update.is_some() })
        };
        notice.withdrawn.iter().filter(here).filter_map(part).collect()
    }
}

/// The page at the address of withdrawal `w` of notice `n`.
pub fn withdrawn<'a>(n: usize, w: usize, book: &'a Book<'_>, links: &Links) -> (Page, Gone<'a>) {
    let notice = &book.site.notices[n];
    let withdrawal = &notice.withdrawn[w];
    let title = book.word("withdrawn-title");
    let href = links.page(Kind::Notice(n), book.site);
    let contact = notice.contact.as_ref().or(book.site.settings.contact.as_ref());
    let view = Gone {
        reason: "withdrawn",
        text: dated("withdrawn-on", withdrawal.on, book),
        why: Some(&withdrawal.why),
        date: withdrawal.on.into(),
        to: Some(Link::new(&notice.title, href.clone())),
        whom: contact.map(|c| Reach::of(c, None)),
    };
    let head = Page::new(&title, &title).crumb(&notice.title, href).crumb(&title, String::new());
    (head.no_index(), view)
}

/// The page at an address of expired notice `x`.
pub fn expired<'a>(x: usize, book: &'a Book<'_>) -> (Page, Gone<'a>) {
    let expired = &book.site.expired[x];
    let contact = expired.contact.as_ref().or(book.site.settings.contact.as_ref());
    let view = Gone {
        reason: "expired",
        text: dated("expired-on", expired.until, book),
        why: None,
        date: expired.until.into(),
        to: None,
        whom: contact.map(|c| Reach::of(c, None)),
    };
    let head = Page::new(&expired.title, book.word("expired-description"));
    (head.crumb(&expired.title, String::new()).no_index(), view)
}

fn dated(id: &str, day: chrono::NaiveDate, book: &Book<'_>) -> String {
    let mut args = FluentArgs::new();
    args.set("date", in_words(day, book.strings.lang()));
    book.strings.format(id, &args)
}
