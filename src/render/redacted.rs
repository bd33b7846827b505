//! What was taken out of an edition, as its page shows it.

use serde::Serialize;

use super::book::Book;
use super::parts::{Day, Links};
use crate::model::{Notice, Redaction};
use crate::plan::Kind;

/// One redaction: never the words.
#[derive(Serialize)]
pub struct RedactionView {
    date: Day,
    kind: &'static str,
    by: String,
    places: Vec<PlaceView>,
}

/// The address of a text, with a link where its page still stands.
#[derive(Serialize)]
struct PlaceView {
    address: String,
    href: Option<String>,
}

impl RedactionView {
    /// The redactions that an edition of notice `n` records.
    pub fn all(frozen: &Notice, n: usize, book: &Book<'_>, links: &Links) -> Vec<Self> {
        let view = |r: &Redaction| Self {
            date: r.on.into(),
            kind: r.kind.chinese(),
            by: r.by.clone(),
            places: r.places.iter().map(|p| place(p, n, book, links)).collect(),
        };
        frozen.redactions.iter().map(view).collect()
    }
}

fn place(address: &str, n: usize, book: &Book<'_>, links: &Links) -> PlaceView {
    let mut steps = address.split('/');
    let id = steps.next().filter(|first| *first == "issues").and(steps.next());
    let issues = &book.site.notices[n].issues;
    let at = id.and_then(|id| issues.iter().position(|i| i.id.as_str() == id));
    let page = at.map(|at| links.page(Kind::Issue(n, at), book.site));
    let anchor = match (steps.next(), steps.next(), steps.next()) {
        (Some(measure), Some(_), None) => format!("#{measure}"),
        (Some(measure), Some(update), Some(_)) => format!("#{measure}-{update}"),
        _ => String::new(),
    };
    PlaceView { address: address.to_owned(), href: page.map(|page| format!("{page}{anchor}")) }
}
