//! What a page is, for machines: JSON-LD 1.1 in the words of schema.org. In a script element of a type that is no script it
//! is data, which no Content-Security-Policy stops.

use serde::Serialize;

use super::book::Book;
use super::page::Crumb;
use crate::history;
use crate::model::{Contact, Notice};
use crate::plan::Kind;

#[derive(Serialize)]
struct Document<'a> {
    #[serde(rename = "@context")]
    context: &'static str,
    #[serde(rename = "@graph")]
    graph: Vec<Node<'a>>,
}

#[derive(Serialize)]
#[serde(tag = "@type")]
enum Node<'a> {
    WebSite {
        name: &'a str,
        url: &'a str,
        #[serde(rename = "inLanguage")]
        language: &'a str,
    },
    Report(Report<'a>),
    BreadcrumbList {
        #[serde(rename = "itemListElement")]
        items: Vec<Item<'a>>,
    },
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Report<'a> {
    name: &'a str,
    url: &'a str,
    in_language: &'a str,
    date_published: String,
    date_modified: String,
    publisher: Body<'a>,
    /// Of an issue: its notice.
    #[serde(skip_serializing_if = "Option::is_none")]
    is_part_of: Option<Whole<'a>>,
}

#[derive(Serialize)]
#[serde(tag = "@type", rename = "Report")]
struct Whole<'a> {
    name: &'a str,
    url: String,
}

#[derive(Serialize)]
#[serde(tag = "@type", rename = "GovernmentOrganization")]
struct Body<'a> {
    name: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    telephone: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    email: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    address: Option<&'a str>,
}

#[derive(Serialize)]
#[serde(tag = "@type", rename = "ListItem")]
struct Item<'a> {
    position: usize,
    name: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    item: Option<String>,
}

/// The data of a page at `url`, ready for a script element; `root` is what leads from the page to the top of the site.
/// `None` where there is nothing to say.
pub fn linked(
    kind: Kind,
    title: &str,
    url: &str,
    crumbs: &[Crumb],
    root: &str,
    book: &Book<'_>,
) -> Option<String> {
    let settings = &book.site.settings;
    let base = settings.base_url.as_deref()?;
    let language = settings.language.as_str();
    let what = match kind {
        Kind::Home => Some(Node::WebSite { name: &settings.title, url, language }),
        Kind::Notice(n) => Some(Node::Report(notice(n, url, book))),
        Kind::Issue(n, i) => {
            let issue = &book.site.notices[n].issues[i];
            let whole = Whole {
                name: &book.site.notices[n].title,
                url: format!("{base}{}", Kind::Notice(n).address(book.site)),
            };
            let report = notice(n, url, book);
            let changed = history::issue_date(issue, book.day).unwrap_or(book.site.notices[n].date);
            let (name, date_modified) = (title, changed.to_string());
            Some(Node::Report(Report { name, date_modified, is_part_of: Some(whole), ..report }))
        }
        _ => None,
    };
    let way = (!crumbs.is_empty()).then(|| Node::BreadcrumbList { items: items(crumbs, base, root) });
    let graph: Vec<Node<'_>> = what.into_iter().chain(way).collect();
    if graph.is_empty() {
        return None;
    }
    // What ends the element, or begins a comment in it, cannot be in a text without this mark.
    let json = serde_json::to_string(&Document { context: "https://schema.org", graph }).ok()?;
    Some(json.replace('<', "\\u003c"))
}

fn notice<'a>(n: usize, url: &'a str, book: &'a Book<'_>) -> Report<'a> {
    let notice = &book.site.notices[n];
    Report {
        name: &notice.title,
        url,
        in_language: &book.site.settings.language,
        date_published: notice.published.map_or(notice.date, |at| at.date()).to_string(),
        date_modified: book.notices[n].record_date.to_string(),
        publisher: body(notice, book.site.settings.contact.as_ref()),
        is_part_of: None,
    }
}

fn body<'a>(notice: &'a Notice, site: Option<&'a Contact>) -> Body<'a> {
    let contact = notice.contact.as_ref().or(site);
    Body {
        name: &notice.issuer,
        telephone: contact.and_then(|c| c.phone.as_deref()),
        email: contact.and_then(|c| c.email.as_deref()),
        address: contact.and_then(|c| c.address.as_deref()),
    }
}

/// The way to a page, by whole addresses; the page itself has none.
fn items<'c>(crumbs: &'c [Crumb], base: &str, root: &str) -> Vec<Item<'c>> {
    let whole = |href: &str| {
        let address = href.strip_prefix(root).unwrap_or(href).trim_start_matches("./");
        format!("{base}{address}")
    };
    let item = |(at, crumb): (usize, &'c Crumb)| Item {
        position: at + 1,
        name: &crumb.title,
        item: (!crumb.href.is_empty()).then(|| whole(&crumb.href)),
    };
    crumbs.iter().enumerate().map(item).collect()
}
