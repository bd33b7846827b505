//! Values that many views share: links, dates, statuses, tallies, contacts.

use chrono::NaiveDate;
use serde_json::{Value, json};

use super::book::{Book, Row};
use crate::history;
use crate::model::{self, Contact, Site, Status, Tally, status};
use crate::plan::Kind;
use crate::zh::date as zh_date;

/// Writes addresses as links from one page.
pub struct Links {
    up: String,
    index: &'static str,
}

impl Links {
    /// Links that start at a page. The page for unknown addresses is shown anywhere, so its links are absolute.
    pub fn from(kind: Kind, site: &Site) -> Self {
        let up = match (kind, &site.settings.base_url) {
            (Kind::NotFound, Some(base)) => base.clone(),
            _ => "../".repeat(kind.address(site).matches('/').count()),
        };
        let index = if site.settings.links == model::Links::File { "index.html" } else { "" };
        Self { up, index }
    }

    /// The link to an address.
    pub fn to(&self, address: &str) -> String {
        let folder = address.is_empty() || address.ends_with('/');
        let link = format!("{}{address}{}", self.up, if folder { self.index } else { "" });
        if link.is_empty() { "./".to_owned() } else { link }
    }

    /// The link to a page.
    pub fn page(&self, kind: Kind, site: &Site) -> String {
        self.to(&kind.address(site))
    }
}

/// `{iso, long}`
pub fn date(day: NaiveDate) -> Value {
    json!({"iso": day.to_string(), "long": zh_date::long(day)})
}

/// `{key, name}`
pub fn status(status: Option<Status>, book: &Book<'_>) -> Value {
    json!({"key": status::key(status), "name": book.status_name(status)})
}

/// Counts with the shares of a bar; `href` gives the list behind a count.
pub fn tally(tally: &Tally, book: &Book<'_>, href: &dyn Fn(Option<Status>) -> Option<String>) -> Value {
    let total = tally.total();
    let counted =
        Status::ALL.iter().rev().map(|s| (Some(*s), tally.count(*s))).chain([(None, tally.not_stated)]);
    let mut x = 0.0;
    let mut parts = Vec::new();
    for (status, n) in counted.filter(|(_, n)| *n > 0) {
        let share = share(n, total);
        parts.push(json!({"key": status::key(status), "name": book.status_name(status), "n": n,
            "href": href(status), "share": share, "x": (x * 100.0_f64).round() / 100.0}));
        x += share;
    }
    json!({"total": total, "finished": tally.finished(), "percent": tally.percent(), "overdue": tally.overdue,
        "closed": tally.closed, "not_stated": tally.not_stated, "any_stated": tally.any_stated(), "parts": parts})
}

/// Hundredths of a whole, with two decimals; counts are far below what a float holds exactly.
fn share(n: usize, total: usize) -> f64 {
    let hundredths = u32::try_from(n * 10_000 / total.max(1)).unwrap_or(10_000);
    f64::from(hundredths) / 100.0
}

/// No list stands behind the counts.
pub fn no_list(_: Option<Status>) -> Option<String> {
    None
}

/// Counts of measures, each linked to the page of its status.
pub fn linked(t: &Tally, book: &Book<'_>, links: &Links) -> Value {
    tally(t, book, &|status| Some(links.page(Kind::Status(status), book.site)))
}

/// Sums the tallies of several notices.
pub fn total<'t>(tallies: impl Iterator<Item = &'t Tally>) -> Tally {
    let mut sum = Tally::default();
    tallies.for_each(|t| sum.merge(t));
    sum
}

/// A contact with a dialling link, and a ready-addressed mail where there is a subject.
pub fn contact(contact: Option<&Contact>, subject: Option<&str>) -> Value {
    let Some(c) = contact else { return Value::Null };
    let tel: Option<String> = c.phone.as_ref().map(|p| {
        format!("tel:{}", p.chars().filter(|c| c.is_ascii_digit() || *c == '+').collect::<String>())
    });
    let mailto = c.email.as_ref().map(|e| match subject {
        Some(subject) => format!("mailto:{e}?subject={}", percent(subject)),
        None => format!("mailto:{e}"),
    });
    json!({"phone": c.phone, "tel": tel, "address": c.address, "email": c.email, "postcode": c.postcode,
        "hours": c.hours, "mailto": mailto})
}

/// Percent-encoding of a text (RFC 3986), unreserved characters alone left as they are.
pub fn percent(text: &str) -> String {
    let mut out = String::with_capacity(text.len() * 3);
    for byte in text.bytes() {
        if byte.is_ascii_alphanumeric() || b"-._~".contains(&byte) {
            out.push(char::from(byte));
        } else {
            out.push_str(&format!("%{byte:02X}"));
        }
    }
    out
}

/// The site, as every page shows it.
pub fn site(book: &Book<'_>, links: &Links) -> Value {
    let s = &book.site.settings;
    let pages: Vec<Value> = book
        .site
        .pages
        .iter()
        .enumerate()
        .map(|(at, p)| json!({"title": p.title, "href": links.page(Kind::Page(at), book.site)}))
        .collect();
    json!({
        "title": s.title,
        "language": s.language,
        "home": links.to(""),
        "stylesheet": links.to("assets/civic.css"),
        "feed": s.base_url.as_ref().map(|_| links.to("feed.atom")),
        "progress": links.to("progress/"),
        "pages": pages,
        "contact": contact(s.contact.as_ref(), None),
        "site_id": s.site_id,
        "icp": s.icp,
        "police_record": s.police_record,
    })
}

/// One notice in a list.
pub fn notice_row(n: usize, book: &Book<'_>, links: &Links) -> Value {
    let notice = &book.site.notices[n];
    let (issues, measures) = &book.tallies[n];
    json!({
        "title": notice.title,
        "issuer": notice.issuer,
        "href": links.page(Kind::Notice(n), book.site),
        "progress_href": links.page(Kind::Progress(n), book.site),
        "date": date(notice.date),
        "record_date": date(history::record_date(notice, book.day)),
        "issues": tally(issues, book, &no_list),
        "measures": linked(measures, book, links),
    })
}

/// A unit with a link to its page.
pub fn unit(id: &model::UnitId, book: &Book<'_>, links: &Links) -> Value {
    match book.unit(id) {
        Some((at, unit)) => json!({"name": unit.name, "href": links.page(Kind::Unit(at), book.site)}),
        None => Value::Null,
    }
}

/// Address of a measure on its issue's page.
pub fn measure_href(row: Row, book: &Book<'_>, links: &Links) -> String {
    let (_, _, measure) = book.at(row);
    format!("{}#{}", links.page(Kind::Issue(row.notice, row.issue), book.site), measure.id)
}
