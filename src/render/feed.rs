//! What machines read: Atom feed, sitemap, robots.

use chrono::NaiveDate;

use super::book::Book;
use super::parts::Links;
use crate::history;
use crate::md::html::escape;
use crate::plan::Kind;

/// The latest entries as Atom (RFC 4287); at most this many.
const ENTRIES: usize = 100;

/// The feed of updates. An entry keeps its id for ever; its time is the day of the update in +08:00.
pub fn atom(book: &Book<'_>) -> String {
    let settings = &book.site.settings;
    let base = settings.base_url.as_deref().unwrap_or_default();
    let mut out = format!(
        "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<feed xmlns=\"http://www.w3.org/2005/Atom\" xml:lang=\"{}\">\n\
         <title>{}</title>\n<id>{base}feed.atom</id>\n<link rel=\"self\" href=\"{base}feed.atom\"/>\n\
         <link href=\"{base}\"/>\n<updated>{}T00:00:00+08:00</updated>\n<author><name>{}</name></author>\n",
        escape(&settings.language),
        escape(&settings.title),
        book.record_date,
        escape(&settings.title),
    );
    let links = Links::from(Kind::Home, book.site);
    for entry in book.index.entries().iter().rev().filter(|e| !e.of(book.site).minor).take(ENTRIES) {
        let (row, update) = (entry.row, entry.of(book.site));
        let (_, issue, measure) = row.of(book.site);
        let page = links.page(Kind::Issue(row.notice(), row.issue()), book.site);
        let address = format!("{base}{page}#{}-{}", measure.id, update.id);
        let status = update.status.map(|s| book.status_name(Some(s))).unwrap_or_default();
        let words: Vec<&str> = [status, update.text.as_deref().unwrap_or_default()]
            .into_iter()
            .filter(|w| !w.is_empty())
            .collect();
        out.push_str(&format!(
            "<entry><title>{}</title><id>{address}</id><link href=\"{address}\"/>\
             <updated>{}T00:00:00+08:00</updated><summary>{}</summary></entry>\n",
            escape(issue.short_title()),
            update.date,
            escape(&words.join(" · ")),
        ));
    }
    out.push_str("</feed>\n");
    out
}

/// The sitemap: every page for readers that is made, with the last day on which its own record changed.
pub fn sitemap(book: &Book<'_>) -> String {
    let base = book.site.settings.base_url.as_deref().unwrap_or_default();
    let mut out = String::from(
        "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n",
    );
    let links = Links::from(Kind::Home, book.site);
    for kind in book.pages {
        let Some(date) = changed(*kind, book) else { continue };
        let address = links.page(*kind, book.site);
        let date = date.map(|d| format!("<lastmod>{d}</lastmod>")).unwrap_or_default();
        out.push_str(&format!("<url><loc>{base}{}</loc>{date}</url>\n", address.trim_start_matches("./")));
    }
    out.push_str("</urlset>\n");
    out
}

/// When the record behind a page last changed, where that is known; `None` for what is no page to be found.
fn changed(kind: Kind, book: &Book<'_>) -> Option<Option<NaiveDate>> {
    match kind {
        Kind::Home | Kind::ProgressIndex | Kind::Updates => Some(Some(book.record_date)),
        Kind::Notice(n) | Kind::Progress(n) => Some(Some(book.notices[n].record_date)),
        Kind::Issue(n, i) => {
            let notice = &book.site.notices[n];
            Some(Some(history::issue_date(&notice.issues[i], book.day).unwrap_or(notice.date)))
        }
        Kind::Unit(..) | Kind::Status(..) | Kind::UpdatesBefore(_) | Kind::Page(_) => Some(None),
        Kind::Moved(..) | Kind::NotFound | Kind::Feed | Kind::Sitemap | Kind::Robots => None,
    }
}

/// Everything may be read; the sitemap is named where there is one.
pub fn robots(book: &Book<'_>) -> String {
    let sitemap = book.site.settings.base_url.as_ref().map(|base| format!("Sitemap: {base}sitemap.xml\n"));
    format!("User-agent: *\nAllow: /\n{}", sitemap.unwrap_or_default())
}
