//! Pages as bytes: a view of plain values for each kind, and the theme's template over it.

mod book;
mod feed;
mod home;
mod issue;
mod notice;
mod paragraphs;
mod parts;
mod progress;
mod units;
mod updates;

use serde_json::{Value, json};

use crate::plan::Kind;
use crate::theme::{TemplateError, Theme};
pub use book::Book;
use parts::Links;

/// Renders one page.
pub fn page(kind: Kind, book: &Book<'_>, theme: &Theme) -> Result<Vec<u8>, TemplateError> {
    let text = match kind {
        Kind::Feed => feed::atom(book),
        Kind::Sitemap => feed::sitemap(book),
        Kind::Robots => feed::robots(book),
        _ => html(kind, book, theme)?,
    };
    Ok(text.into_bytes())
}

fn html(kind: Kind, book: &Book<'_>, theme: &Theme) -> Result<String, TemplateError> {
    let links = Links::from(kind, book.site);
    let (page, view) = match kind {
        Kind::Notice(n) => notice::view(n, book, &links),
        Kind::Issue(n, i) => issue::view(n, i, book, &links),
        Kind::Progress(n) => progress::view(n, book, &links),
        Kind::ProgressIndex => progress::index(book, &links),
        Kind::Unit(u) => units::unit(u, book, &links),
        Kind::Status(status) => units::status(status, book, &links),
        Kind::Updates => updates::view(book, &links),
        Kind::Page(p) => home::page(p, book, &links),
        Kind::NotFound => home::not_found(book),
        Kind::Home | Kind::Feed | Kind::Sitemap | Kind::Robots => home::view(book, &links),
    };
    let mut all = view;
    if let Value::Object(map) = &mut all {
        map.insert("site".to_owned(), parts::site(book, &links));
        map.insert("page".to_owned(), page.value(kind, book, &links));
    }
    let template = match kind {
        Kind::NotFound => "404.html".to_owned(),
        kind => format!("{}.html", kind.name()),
    };
    theme.engine.render(&template, &all)
}

/// What a page says of itself in its head.
struct Head {
    title: String,
    description: String,
    crumbs: Vec<(String, String)>,
    date: Option<String>,
    issuer: Option<String>,
    no_index: bool,
}

impl Head {
    fn new(title: impl Into<String>, description: impl Into<String>) -> Self {
        let (title, description) = (title.into(), description.into());
        Self { title, description, crumbs: Vec::new(), date: None, issuer: None, no_index: false }
    }

    fn crumb(mut self, title: &str, href: String) -> Self {
        self.crumbs.push((title.to_owned(), href));
        self
    }

    fn value(self, kind: Kind, book: &Book<'_>, links: &Links) -> Value {
        let settings = &book.site.settings;
        let mut crumbs = vec![json!({"title": settings.title, "href": links.to("")})];
        crumbs.extend(self.crumbs.iter().map(|(title, href)| json!({"title": title, "href": href})));
        let url = settings.base_url.as_ref().map(|base| format!("{base}{}", kind.address(book.site)));
        let domain = settings.base_url.as_ref().and_then(|b| b.split("//").nth(1)?.split('/').next());
        json!({
            "title": self.title,
            "description": self.description,
            "kind": kind.name(),
            "url": url.filter(|_| kind != Kind::NotFound),
            "crumbs": if kind == Kind::Home { Vec::new() } else { crumbs },
            "robots": self.no_index.then_some("noindex"),
            "base_title": settings.title,
            "date": self.date,
            "issuer": self.issuer,
            "domain": domain,
        })
    }
}
