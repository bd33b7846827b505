//! Pages as bytes: a typed view for each kind, and the theme's template over it.

mod after;
mod bars;
mod book;
mod by_section;
mod by_unit;
mod changes;
mod counts;
mod data;
mod documents;
mod edition;
mod evidence;
mod feed;
mod folders;
mod gone;
mod home;
mod inline;
mod issue;
mod issues;
mod linked;
mod lists;
mod notice;
mod overall;
mod page;
mod paragraphs;
mod parts;
mod portal;
mod progress;
mod redacted;
mod search;
mod sitemap;
mod timeline;
mod tombstones;
mod tongue;
mod updates;

use std::collections::BTreeMap;
use std::io::{self, Write};
use std::sync::OnceLock;

use serde::Serialize;

use crate::export::DocumentError;
use crate::export::data::DataFile;
use crate::model::Document;
use crate::plan::Kind;
use crate::theme::{Engine, Shared, TemplateError, Theme};
pub use book::{Audience, Book};
use page::Page;
use parts::{Links, SiteView};
pub use portal::{Fragment, fragment};
pub use tongue::is_parallel;

/// Renders the pages of a book with a theme. It keeps what pages of the same depth have in common.
pub struct Renderer<'b, 'a> {
    book: &'b Book<'a>,
    theme: &'b Theme,
    /// The site as seen from a page, by how many folders down the page is.
    sites: [OnceLock<Result<Shared, TemplateError>>; DEPTHS],
}

/// Why a page could not be made.
#[derive(Debug)]
pub enum PageError<'e> {
    /// A template.
    Template(TemplateError),
    /// A document of the notice of a slug.
    Document(&'e str, DocumentError),
}

/// No address of ours goes deeper.
const DEPTHS: usize = 8;

impl<'b, 'a> Renderer<'b, 'a> {
    /// A renderer of these pages.
    pub fn new(book: &'b Book<'a>, theme: &'b Theme) -> Self {
        Self { book, theme, sites: Default::default() }
    }

    /// Renders one page.
    pub fn page(&self, kind: Kind) -> Result<Vec<u8>, PageError<'_>> {
        let book = self.book;
        let html = Html { kind, renderer: self, links: Links::from(kind, book.site) };
        let text = match kind {
            Kind::Document(n, document) => return self.document(n, document),
            Kind::Data => html.render(data::view(book, &html.links)),
            Kind::DataFile(file) => return Ok(data::file(file, book)),
            Kind::IssueData(n, i) => Ok(data::issue(n, i, book)),
            Kind::SearchScript(script) => Ok(search::script(script, book, &html.links)),
            Kind::Search => html.render(search::view(book, &html.links)),
            Kind::Feed => Ok(feed::site(book)),
            Kind::NoticeFeed(n) => Ok(feed::notice(n, book)),
            Kind::UnitFeed(u) => Ok(feed::unit(u, book)),
            Kind::Sitemap => Ok(sitemap::sitemap(book)),
            Kind::SitemapPart(at) => Ok(sitemap::part(at, book)),
            Kind::Robots => Ok(sitemap::robots(book)),
            Kind::Home => html.render(home::view(book, &html.links)),
            Kind::Notice(n) if !self.theme.makes("issue") => html.render(notice::whole(n, book, &html.links)),
            Kind::Notice(n) => html.render(notice::view(n, book, &html.links)),
            Kind::Issue(n, i) => html.render(issue::view(n, i, book, &html.links)),
            Kind::Moved(n, i, _) => html.render(after::moved(n, i, book, &html.links)),
            Kind::Withdrawn(n, w, _) => html.render(gone::withdrawn(n, w, book, &html.links)),
            Kind::Expired(x, _) => html.render(gone::expired(x, book)),
            Kind::Progress(n) => html.render(progress::view(n, book, &html.links)),
            Kind::Edition(n, e) => html.render(edition::view(n, e, book, &html.links)),
            Kind::Editions(n) => html.render(edition::list(n, book, &html.links)),
            Kind::ProgressIndex => html.render(overall::view(book, &html.links)),
            Kind::Units => html.render(folders::units(book, &html.links)),
            Kind::Statuses => html.render(folders::statuses(book, &html.links)),
            Kind::Folder(folder) => html.render(folders::moved(folder, book, &html.links)),
            Kind::Unit(u, page) => html.render(lists::unit(u, page, book, &html.links)),
            Kind::Status(status, page) => html.render(lists::status(status, page, book, &html.links)),
            Kind::Issues(cut, page) => html.render(issues::list(cut, page, book, &html.links)),
            Kind::Updates => html.render(updates::latest(book, &html.links)),
            Kind::UpdatesBefore(page) => html.render(updates::before(page, book, &html.links)),
            Kind::Page(p) => html.render(home::page(p, book, &html.links)),
            Kind::NotFound => html.render(home::not_found(book)),
        };
        let text = text.map_err(PageError::Template)?;
        Ok(self.in_its_language(kind, text).into_bytes())
    }

    /// Hands a file of the open data over piece by piece, which [`Self::page`] would make as a whole.
    ///
    /// Errors: what `out` refuses.
    pub fn write_data(&self, file: DataFile, out: &mut dyn Write) -> io::Result<()> {
        data::write(file, self.book, out)
    }

    /// A page of a translation says of what is not translated in which language it is.
    fn in_its_language(&self, kind: Kind, text: String) -> String {
        let settings = &self.book.site.settings;
        match &settings.original {
            Some(original) if is_parallel(kind) => tongue::mark(&text, &settings.language, original),
            _ => text,
        }
    }

    fn document(&self, n: usize, document: Document) -> Result<Vec<u8>, PageError<'_>> {
        let made = self.book.documents.bytes(n, document, self.book);
        made.map_err(|error| PageError::Document(&self.book.site.notices[n].slug, error))
    }

    /// The site as seen through these links. Whole addresses are the same from anywhere and asked for seldom.
    fn site(&self, links: &Links) -> Result<Site<'_>, TemplateError> {
        let Some(kept) = links.depth().and_then(|depth| self.sites.get(depth)) else {
            return self.make_site(links).map(Site::Own);
        };
        kept.get_or_init(|| self.make_site(links)).as_ref().map(Site::Kept).map_err(Clone::clone)
    }

    /// The site, with the parts that all pages have in common run once.
    fn make_site(&self, links: &Links) -> Result<Shared, TemplateError> {
        let engine = &self.theme.engine;
        let bare = Common { site: engine.share(&SiteView::of(self.book, links)) };
        let mut parts = BTreeMap::new();
        for name in &self.theme.common {
            parts.insert(name.as_str(), engine.render(&format!("_{name}.html"), &bare)?);
        }
        Ok(engine.share(&SiteView::of(self.book, links).with_parts(parts)))
    }
}

/// The site as a view has it.
#[derive(Serialize)]
#[serde(untagged)]
enum Site<'s> {
    Kept(&'s Shared),
    Own(Shared),
}

/// What a template of a common part sees.
#[derive(Serialize)]
struct Common {
    site: Shared,
}

struct Html<'r, 'b, 'a> {
    kind: Kind,
    renderer: &'r Renderer<'b, 'a>,
    links: Links,
}

/// What a template sees: the site, the page as such, and what this kind of page shows, side by side.
#[derive(Serialize)]
struct View<'a, V> {
    site: Site<'a>,
    page: page::PageView<'a>,
    #[serde(flatten)]
    own: V,
}

impl Html<'_, '_, '_> {
    fn render<V: Serialize>(&self, view: (Page, V)) -> Result<String, TemplateError> {
        let template = match self.kind {
            Kind::NotFound => "404.html".to_owned(),
            kind => format!("{}.html", kind.name()),
        };
        self.render_with(&template, view)
    }

    fn render_with<V: Serialize>(
        &self,
        template: &str,
        (page, own): (Page, V),
    ) -> Result<String, TemplateError> {
        let view = View {
            site: self.renderer.site(&self.links)?,
            page: page.view(self.kind, self.renderer.book, &self.links),
            own,
        };
        self.renderer.theme.engine.render(template, &view)
    }
}
