//! What a page says of itself in its head.

use serde::Serialize;

use super::book::{Audience, Book};
use super::linked::linked;
use super::parts::Links;
use super::tongue::{self, Tongue};
use crate::model::Notice;
use crate::plan::Kind;

/// A page as such, before it is known where it stands.
pub struct Page {
    title: String,
    description: String,
    crumbs: Vec<(String, String)>,
    article: Option<Article>,
    no_index: bool,
}

struct Article {
    published: String,
    issuer: String,
}

impl Page {
    /// A page of this title.
    pub fn new(title: impl Into<String>, description: impl Into<String>) -> Self {
        let (title, description) = (title.into(), description.into());
        Self { title, description, crumbs: Vec::new(), article: None, no_index: false }
    }

    /// Adds a step of the way to it; an empty link is the page itself.
    pub fn crumb(mut self, title: &str, href: String) -> Self {
        self.crumbs.push((title.to_owned(), href));
        self
    }

    /// It is an article of this notice, and not a column.
    pub fn article(mut self, notice: &Notice) -> Self {
        self.article = Some(Article { published: published(notice), issuer: notice.issuer.clone() });
        self
    }

    /// Search engines are asked to leave it out.
    pub fn no_index(mut self) -> Self {
        self.no_index = true;
        self
    }

    /// Its view where it stands.
    pub fn view<'a>(self, kind: Kind, book: &Book<'a>, links: &Links) -> PageView<'a> {
        let settings = &book.site.settings;
        let base = settings.base_url.as_deref();
        // A page that leads on is, for those who count pages, the one that it leads to.
        let own = match kind {
            Kind::Moved(n, i, _) => Kind::Issue(n, i),
            Kind::Folder(folder) => folder.page(),
            kind => kind,
        };
        let url = base.filter(|_| kind != Kind::NotFound).map(|b| format!("{b}{}", own.address(book.site)));
        let home = Crumb { title: settings.title.clone(), href: links.to("") };
        let steps = self.crumbs.into_iter().map(|(title, href)| Crumb { title, href });
        let crumbs: Vec<Crumb> =
            if kind == Kind::Home { Vec::new() } else { [home].into_iter().chain(steps).collect() };
        let hidden = self.no_index || book.audience == Audience::Writers;
        let said = url.as_deref().filter(|_| !hidden && own == kind);
        let linked = said.and_then(|url| linked(kind, &self.title, url, &crumbs, &links.root, book));
        let (date, issuer) = self.article.map(|a| (a.published, a.issuer)).unzip();
        PageView {
            title: self.title,
            description: self.description,
            kind: kind.name(),
            url,
            crumbs,
            linked,
            robots: hidden.then_some("noindex"),
            languages: tongue::all(kind, book.site, links),
            feed: base
                .filter(|_| settings.original.is_none())
                .and(feed(kind))
                .map(|feed| links.page(feed, book.site)),
            base_title: &settings.title,
            date,
            issuer,
            domain: base.and_then(|b| b.split("//").nth(1)?.split('/').next()),
        }
    }
}

/// The feed of the notice or unit that a page is about.
fn feed(kind: Kind) -> Option<Kind> {
    match kind {
        Kind::Notice(n) | Kind::Progress(n) | Kind::Issue(n, _) => Some(Kind::NoticeFeed(n)),
        Kind::Unit(u, _) => Some(Kind::UnitFeed(u)),
        _ => None,
    }
}

/// When a notice went public, `yyyy-MM-dd HH:mm`; the start of its date where no hour is given.
fn published(notice: &Notice) -> String {
    match notice.published {
        Some(at) => at.format("%Y-%m-%d %H:%M").to_string(),
        None => format!("{} 00:00", notice.date),
    }
}

/// The view of a page as such.
#[derive(Serialize)]
pub struct PageView<'a> {
    title: String,
    description: String,
    kind: &'static str,
    url: Option<String>,
    crumbs: Vec<Crumb>,
    /// JSON-LD, where the address of the site is known.
    linked: Option<String>,
    robots: Option<&'static str>,
    base_title: &'a str,
    date: Option<String>,
    issuer: Option<String>,
    domain: Option<&'a str>,
    /// The same page in each language, where the site has more than one.
    languages: Vec<Tongue>,
    /// The feed of what the page is about, where that is not the whole site.
    feed: Option<String>,
}

/// A step of the way to a page.
#[derive(Serialize)]
pub struct Crumb {
    /// What it is called.
    pub title: String,
    /// The link to it; of the page itself none.
    pub href: String,
}
