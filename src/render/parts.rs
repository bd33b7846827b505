//! What many views share: links, dates, statuses, tallies, contacts.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use serde::ser::{Serialize, SerializeStruct, Serializer};

use super::book::{Audience, Book};
use super::counts::Counts;
use crate::model::{self, Contact, Site, Status, UnitId, status};
use crate::plan::{Kind, Row};

/// Writes addresses as links from one page.
pub struct Links {
    /// What leads from the page to the root: `../../`.
    pub root: String,
    index: &'static str,
    /// What leads from there to the top of the whole site, where the page is one of a translation.
    up: &'static str,
}

impl Links {
    /// Links that start at a page. The page for unknown addresses is shown anywhere, so its links are absolute.
    pub fn from(kind: Kind, site: &Site) -> Self {
        let root = match (kind, &site.settings.base_url) {
            (Kind::NotFound, Some(base)) => base.clone(),
            _ => "../".repeat(kind.address(site).matches('/').count()),
        };
        let index = if site.settings.links == model::Links::File { "index.html" } else { "" };
        Self { root, index, up: if site.settings.original.is_some() { "../" } else { "" } }
    }

    /// How many folders down the page is; `None` where its links are whole addresses.
    pub fn depth(&self) -> Option<usize> {
        let up = self.root.matches("../").count();
        (up * 3 == self.root.len()).then_some(up)
    }

    /// Links that work wherever a text is pasted; none can where the site's own address is not known.
    pub fn absolute(site: &Site) -> Self {
        Self { root: site.settings.base_url.clone().unwrap_or_default(), index: "", up: "" }
    }

    /// The link to an address. Files of evidence are there once, whatever the language.
    pub fn to(&self, address: &str) -> String {
        if !self.up.is_empty() && address.contains("/evidence/") {
            return self.at_top(address);
        }
        self.link(|out| out.push_str(address))
    }

    /// The link to an address of the whole site.
    pub fn at_top(&self, address: &str) -> String {
        self.link(|out| out.extend([self.up, address]))
    }

    /// The link to a page.
    pub fn page(&self, kind: Kind, site: &Site) -> String {
        self.link(|out| kind.push_address(site, out))
    }

    fn link(&self, address: impl FnOnce(&mut String)) -> String {
        let mut link = String::with_capacity(self.root.len() + 64);
        link.push_str(&self.root);
        address(&mut link);
        if link.is_empty() || link.ends_with('/') {
            link.push_str(self.index);
        }
        if link.is_empty() { "./".to_owned() } else { link }
    }
}

/// A day; templates see `iso` (`2025-12-26`), and print it in words with the filter `long`.
#[derive(Clone, Copy)]
pub struct Day(NaiveDate);

impl From<NaiveDate> for Day {
    fn from(day: NaiveDate) -> Self {
        Self(day)
    }
}

impl Serialize for Day {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut day = serializer.serialize_struct("Day", 1)?;
        day.serialize_field("iso", &format_args!("{}", self.0))?;
        day.end()
    }
}

/// A status.
#[derive(serde::Serialize)]
pub struct State<'a> {
    /// Its key in content and classes.
    pub key: &'static str,
    /// Its name in the site's language.
    pub name: &'a str,
}

impl<'a> State<'a> {
    /// The view of a status, or of none.
    pub fn of(status: Option<Status>, book: &'a Book<'_>) -> Self {
        Self { key: status::key(status), name: book.status_name(status) }
    }

    /// The same under the issuer's own word for it, where there is one.
    pub fn in_words(self, words: Option<&'a str>) -> Self {
        Self { name: words.unwrap_or(self.name), ..self }
    }
}

/// A status that outlives the book it was read in.
#[derive(serde::Serialize)]
pub struct Badge {
    key: &'static str,
    name: String,
}

impl Badge {
    /// The view of a status, or of none.
    pub fn of(status: Option<Status>, book: &Book<'_>) -> Self {
        Self { key: status::key(status), name: book.status_name(status).to_owned() }
    }
}

/// Whom to call, with a dialling link and a mail link.
#[derive(serde::Serialize)]
pub struct Reach<'a> {
    phone: Option<&'a str>,
    tel: Option<String>,
    email: Option<&'a str>,
    mailto: Option<String>,
    address: Option<&'a str>,
    postcode: Option<&'a str>,
    hours: Option<&'a str>,
}

impl<'a> Reach<'a> {
    /// The view of a contact; mail is ready-addressed with `subject` where there is one.
    pub fn of(contact: &'a Contact, subject: Option<&str>) -> Self {
        let digits = |p: &String| p.chars().filter(|c| c.is_ascii_digit() || *c == '+').collect::<String>();
        let subject = subject.map(|s| format!("?subject={}", percent(s))).unwrap_or_default();
        Self {
            phone: contact.phone.as_deref(),
            tel: contact.phone.as_ref().map(|p| format!("tel:{}", digits(p))),
            email: contact.email.as_deref(),
            mailto: contact.email.as_ref().map(|e| format!("mailto:{e}{subject}")),
            address: contact.address.as_deref(),
            postcode: contact.postcode.as_deref(),
            hours: contact.hours.as_deref(),
        }
    }
}

/// Percent-encoding of a text (RFC 3986), unreserved characters alone left as they are.
pub fn percent(text: &str) -> String {
    const HEX: [char; 16] = ['0', '1', '2', '3', '4', '5', '6', '7', '8', '9', 'A', 'B', 'C', 'D', 'E', 'F'];
    let mut out = String::with_capacity(text.len() * 3);
    for b in text.bytes() {
        if b.is_ascii_alphanumeric() || b"-._~".contains(&b) {
            out.push(char::from(b));
        } else {
            out.extend(['%', HEX[usize::from(b >> 4)], HEX[usize::from(b & 15)]]);
        }
    }
    out
}

/// The site, as every page names it.
#[derive(serde::Serialize)]
pub struct SiteView<'a> {
    title: &'a str,
    language: &'a str,
    draft: bool,
    root: String,
    home: String,
    feed: Option<String>,
    progress: String,
    /// The open data, where there is any.
    data: Option<String>,
    /// The search, where the theme has one.
    search: Option<String>,
    updates: String,
    pages: Vec<Link<'a>>,
    contact: Option<Reach<'a>>,
    site_id: Option<&'a str>,
    icp: Option<&'a str>,
    police_record: Option<&'a str>,
    /// What every page has in common, by the name of its template, as HTML.
    parts: BTreeMap<&'a str, String>,
}

impl<'a> SiteView<'a> {
    /// The site from one page.
    pub fn of(book: &Book<'a>, links: &Links) -> Self {
        let s = &book.site.settings;
        let pages = book.site.pages.iter().enumerate();
        Self {
            title: &s.title,
            language: &s.language,
            draft: book.audience == Audience::Writers,
            root: format!("{}{}", links.root, links.up),
            home: links.to(""),
            feed: s.base_url.as_ref().filter(|_| s.original.is_none()).map(|_| links.to("feed.atom")),
            progress: links.page(Kind::ProgressIndex, book.site),
            data: book.makes_data().then(|| links.page(Kind::Data, book.site)),
            search: book.search.map(|_| links.page(Kind::Search, book.site)),
            updates: links.page(Kind::Updates, book.site),
            pages: pages.map(|(at, p)| Link::new(&p.title, links.page(Kind::Page(at), book.site))).collect(),
            contact: whom(book.site).map(|c| Reach::of(c, None)),
            site_id: s.site_id.as_deref(),
            icp: s.icp.as_deref(),
            police_record: s.police_record.as_deref(),
            parts: BTreeMap::new(),
        }
    }

    /// The same with the parts that every page has in common.
    pub fn with_parts(self, parts: BTreeMap<&'a str, String>) -> Self {
        Self { parts, ..self }
    }
}

/// Whom every page names: the site's own contact, or that of its only notice.
fn whom(site: &Site) -> Option<&Contact> {
    let only = site.notices.first().filter(|_| site.notices.len() == 1);
    site.settings.contact.as_ref().or_else(|| only?.contact.as_ref())
}

/// Words that lead somewhere.
#[derive(serde::Serialize)]
pub struct Link<'a> {
    /// The words.
    pub title: &'a str,
    /// Where to.
    pub href: String,
}

impl<'a> Link<'a> {
    /// A link.
    pub fn new(title: &'a str, href: String) -> Self {
        Self { title, href }
    }
}

/// One notice in a list.
#[derive(serde::Serialize)]
pub struct NoticeRow<'a> {
    title: &'a str,
    issuer: &'a str,
    href: String,
    progress_href: String,
    overdue_href: String,
    date: Day,
    record_date: Day,
    issues: Counts<'a>,
    measures: Counts<'a>,
}

impl<'a> NoticeRow<'a> {
    /// Every notice of the site.
    pub fn all(book: &'a Book<'_>, links: &Links) -> Vec<Self> {
        (0..book.site.notices.len()).map(|n| Self::of(n, book, links)).collect()
    }

    fn of(n: usize, book: &'a Book<'_>, links: &Links) -> Self {
        let (notice, summary) = (&book.site.notices[n], &book.notices[n]);
        let progress = links.page(Kind::Progress(n), book.site);
        Self {
            title: &notice.title,
            issuer: &notice.issuer,
            href: links.page(Kind::Notice(n), book.site),
            date: notice.date.into(),
            record_date: summary.record_date.into(),
            issues: Counts::of_issues(n, &summary.issues, book, links).all(format!("{progress}#issues")),
            measures: Counts::of_notice(n, &summary.measures, book, links)
                .all(format!("{progress}#measures")),
            overdue_href: format!("{progress}#overdue"),
            progress_href: progress,
        }
    }
}

/// A unit with a link to its page.
#[derive(serde::Serialize)]
pub struct UnitLink<'a> {
    /// Its full name.
    pub name: &'a str,
    /// Its page.
    pub href: String,
    /// It only helps.
    pub helps: bool,
}

impl<'a> UnitLink<'a> {
    /// The link to a unit; `None` where no such unit is defined, which loading does not let happen.
    pub fn of(id: &UnitId, helps: bool, book: &Book<'a>, links: &Links) -> Option<Self> {
        let (at, unit) = book.unit(id)?;
        Some(Self { name: &unit.name, href: links.page(Kind::Unit(at, 0), book.site), helps })
    }
}

/// Address of a measure on its issue's page.
pub fn measure_href(row: Row, book: &Book<'_>, links: &Links) -> String {
    let (_, _, measure) = row.of(book.site);
    format!("{}#{}", links.page(Kind::Issue(row.notice(), row.issue()), book.site), measure.id)
}

/// Where one stands in a list that takes several pages.
#[derive(serde::Serialize)]
pub struct Pager {
    /// This page, from 1.
    pub page: usize,
    /// How many there are.
    pub pages: usize,
    /// The page before.
    pub prev: Option<String>,
    /// The page after.
    pub next: Option<String>,
}

impl Pager {
    /// Page `at` (from 0) of `pages`; `None` where one page holds everything.
    pub fn of(at: usize, pages: usize, href: impl Fn(usize) -> String) -> Option<Self> {
        (pages > 1).then(|| Self {
            page: at + 1,
            pages,
            prev: at.checked_sub(1).map(&href),
            next: Some(at + 1).filter(|next| *next < pages).map(&href),
        })
    }
}
