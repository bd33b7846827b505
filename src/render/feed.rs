//! What machines read: Atom feed, sitemap, robots.

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
    for entry in book.index.entries().iter().rev().take(ENTRIES) {
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

/// The sitemap; each date is the last day on which the page's own record changed.
pub fn sitemap(book: &Book<'_>) -> String {
    let site = book.site;
    let base = site.settings.base_url.as_deref().unwrap_or_default();
    let mut out = String::from(
        "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n",
    );
    let links = Links::from(Kind::Home, site);
    let mut add = |kind: Kind, date: Option<chrono::NaiveDate>| {
        let address = links.page(kind, site);
        let date = date.map(|d| format!("<lastmod>{d}</lastmod>")).unwrap_or_default();
        out.push_str(&format!("<url><loc>{base}{}</loc>{date}</url>\n", address.trim_start_matches("./")));
    };
    add(Kind::Home, Some(book.record_date));
    add(Kind::ProgressIndex, Some(book.record_date));
    for (n, notice) in site.notices.iter().enumerate() {
        let record = Some(book.notices[n].record_date);
        add(Kind::Notice(n), record);
        add(Kind::Progress(n), record);
        for (i, issue) in notice.issues.iter().enumerate() {
            add(Kind::Issue(n, i), Some(history::issue_date(issue, book.day).unwrap_or(notice.date)));
        }
    }
    (0..site.units.len()).for_each(|u| add(Kind::Unit(u, 0), None));
    (0..site.pages.len()).for_each(|p| add(Kind::Page(p), None));
    out.push_str("</urlset>\n");
    out
}

/// Everything may be read; the sitemap is named where there is one.
pub fn robots(book: &Book<'_>) -> String {
    let sitemap = book.site.settings.base_url.as_ref().map(|base| format!("Sitemap: {base}sitemap.xml\n"));
    format!("User-agent: *\nAllow: /\n{}", sitemap.unwrap_or_default())
}
