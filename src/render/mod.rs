//! Pages as bytes: a typed view for each kind, and the theme's template over it.

mod after;
mod book;
mod changes;
mod edition;
mod feed;
mod home;
mod issue;
mod lists;
mod notice;
mod page;
mod paragraphs;
mod parts;
mod progress;
mod redacted;
mod updates;

use serde::Serialize;

use crate::plan::Kind;
use crate::theme::{Engine, TemplateError, Theme};
pub use book::{Audience, Book};
use page::Page;
use parts::{Links, SiteView};

/// Renders one page.
pub fn page(kind: Kind, book: &Book<'_>, theme: &Theme) -> Result<Vec<u8>, TemplateError> {
    let html = Html { kind, book, theme, links: Links::from(kind, book.site) };
    let text = match kind {
        Kind::Feed => Ok(feed::atom(book)),
        Kind::Sitemap => Ok(feed::sitemap(book)),
        Kind::Robots => Ok(feed::robots(book)),
        Kind::Home => html.render(home::view(book, &html.links)),
        Kind::Notice(n) => html.render(notice::view(n, book, &html.links)),
        Kind::Issue(n, i) => html.render(issue::view(n, i, book, &html.links)),
        Kind::Moved(n, i, _) => html.render(after::moved(n, i, book, &html.links)),
        Kind::Progress(n) => html.render(progress::view(n, book, &html.links)),
        Kind::Edition(n, e) => html.render(edition::view(n, e, book, &html.links)),
        Kind::Editions(n) => html.render(edition::list(n, book, &html.links)),
        Kind::ProgressIndex => html.render(progress::index(book, &html.links)),
        Kind::Unit(u, page) => html.render(lists::unit(u, page, book, &html.links)),
        Kind::Status(status, page) => html.render(lists::status(status, page, book, &html.links)),
        Kind::Updates => html.render(updates::latest(book, &html.links)),
        Kind::UpdatesBefore(page) => html.render(updates::before(page, book, &html.links)),
        Kind::Page(p) => html.render(home::page(p, book)),
        Kind::NotFound => html.render(home::not_found(book)),
    };
    text.map(String::into_bytes)
}

struct Html<'b, 'a> {
    kind: Kind,
    book: &'b Book<'a>,
    theme: &'b Theme,
    links: Links,
}

/// What a template sees: the site, the page as such, and what this kind of page shows, side by side.
#[derive(Serialize)]
struct View<'a, V> {
    site: SiteView<'a>,
    page: page::PageView<'a>,
    #[serde(flatten)]
    own: V,
}

impl Html<'_, '_> {
    fn render<V: Serialize>(&self, (page, own): (Page, V)) -> Result<String, TemplateError> {
        let view = View {
            site: SiteView::of(self.book, &self.links),
            page: page.view(self.kind, self.book, &self.links),
            own,
        };
        let template = match self.kind {
            Kind::NotFound => "404.html".to_owned(),
            kind => format!("{}.html", kind.name()),
        };
        self.theme.engine.render(&template, &view)
    }
}
