//! What search engines read: the sitemap (sitemaps.org 0.9), in parts with an index where one file may not hold it, and
//! `robots.txt` (RFC 9309).

use chrono::NaiveDate;

use super::book::Book;
use super::feed::base;
use super::parts::Links;
use super::tongue;
use crate::history;
use crate::plan::{Kind, map_holds};

const HEAD: &str = "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n";
const XMLNS: &str = "xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\"";

/// The sitemap: every page for readers that is made, with the last day on which its own record changed where that is
/// known; or the index of its parts.
pub fn sitemap(book: &Book<'_>) -> String {
    let parts: Vec<&Kind> = book.pages.iter().filter(|k| matches!(k, Kind::SitemapPart(_))).collect();
    if parts.is_empty() {
        return part(0, book);
    }
    let (base, mut out) = (base(book), format!("{HEAD}<sitemapindex {XMLNS}>\n"));
    for part in parts {
        let address = part.address(book.site);
        let date = book.record_date;
        out.push_str(&format!("<sitemap><loc>{base}{address}</loc><lastmod>{date}</lastmod></sitemap>\n"));
    }
    out + "</sitemapindex>\n"
}

/// A part of the sitemap, from 0.
pub fn part(at: usize, book: &Book<'_>) -> String {
    let languages = &book.site.settings.languages;
    let xhtml = if languages.is_empty() { "" } else { " xmlns:xhtml=\"http://www.w3.org/1999/xhtml\"" };
    let (base, mut out) = (base(book), format!("{HEAD}<urlset {XMLNS}{xhtml}>\n"));
    let links = Links::from(Kind::Home, book.site);
    let named = book.pages.iter().filter(|kind| kind.is_to_be_found(book.site));
    let holds = map_holds(book.site);
    for kind in named.skip(at * holds).take(holds) {
        let address = links.page(*kind, book.site);
        let address = address.trim_start_matches("./");
        let date = changed(*kind, book).map(|d| format!("<lastmod>{d}</lastmod>")).unwrap_or_default();
        let others =
            if languages.is_empty() { String::new() } else { tongue::alternates(*kind, book.site, &links) };
        out.push_str(&format!("<url><loc>{base}{address}</loc>{date}{others}</url>\n"));
        for tag in languages.iter().filter(|_| !others.is_empty()) {
            out.push_str(&format!("<url><loc>{base}{tag}/{address}</loc>{date}{others}</url>\n"));
        }
    }
    out + "</urlset>\n"
}

/// When the record behind a page last changed, where that is known.
fn changed(kind: Kind, book: &Book<'_>) -> Option<NaiveDate> {
    match kind {
        Kind::Home | Kind::ProgressIndex | Kind::Units | Kind::Statuses | Kind::Updates | Kind::Data => {
            Some(book.record_date)
        }
        Kind::Notice(n) | Kind::Progress(n) => Some(book.notices[n].record_date),
        Kind::Edition(n, e) => Some(book.site.notices[n].editions[e].date),
        Kind::Editions(n) => book.site.notices[n].editions.last().map(|e| e.date),
        Kind::Issue(n, i) => {
            let notice = &book.site.notices[n];
            Some(history::issue_date(&notice.issues[i], book.day).unwrap_or(notice.date))
        }
        Kind::Unit(u, _) => {
            let touched = book.index.unit(u).iter().map(|row| {
                let (notice, _, measure) = row.of(book.site);
                history::measure_date(measure, book.day).unwrap_or(notice.date)
            });
            touched.max()
        }
        _ => None,
    }
}

/// Everything may be read; the sitemap is named where there is one.
pub fn robots(book: &Book<'_>) -> String {
    let sitemap = book.site.settings.base_url.as_ref().map(|base| format!("Sitemap: {base}sitemap.xml\n"));
    format!("User-agent: *\nAllow: /\n{}", sitemap.unwrap_or_default())
}
