//! The front page, the pages of `pages/`, and the page for unknown addresses.

use serde_json::{Value, json};

use super::Head;
use super::book::Book;
use super::paragraphs::markdown;
use super::parts::{self, Links};
use super::updates;

/// How many of the latest entries the front page shows.
const LATEST: usize = 10;

/// Head and view of the front page.
pub fn view(book: &Book<'_>, links: &Links) -> (Head, Value) {
    let issues = parts::total(book.tallies.iter().map(|(i, _)| i));
    let measures = parts::total(book.tallies.iter().map(|(_, m)| m));
    let latest: Vec<Value> =
        book.updates().into_iter().take(LATEST).map(|(row, u)| updates::item(row, u, book, links)).collect();
    let view = json!({
        "notices": (0..book.site.notices.len()).map(|n| parts::notice_row(n, book, links)).collect::<Vec<_>>(),
        "issues": parts::tally(&issues, book, &parts::no_list),
        "measures": parts::linked(&measures, book, links),
        "latest": latest,
        "record_date": parts::date(book.record_date()),
        "progress_href": links.to("progress/"),
        "updates_href": links.to("updates/"),
    });
    (Head::new(&book.site.settings.title, book.word("site-description")), view)
}

/// Head and view of a page of `pages/`.
pub fn page(p: usize, book: &Book<'_>, _: &Links) -> (Head, Value) {
    let page = &book.site.pages[p];
    let head = Head::new(&page.title, &book.site.settings.title).crumb(&page.title, String::new());
    (head, json!({"content_html": markdown(&page.body.text)}))
}

/// Head and view of the page for unknown addresses.
pub fn not_found(book: &Book<'_>) -> (Head, Value) {
    let mut head = Head::new(book.word("not-found-title"), "");
    head.no_index = true;
    (head, json!({}))
}
