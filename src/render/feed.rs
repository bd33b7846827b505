//! The latest entries as Atom (RFC 4287).

use std::borrow::Cow;

use chrono::NaiveDate;

use super::after;
use super::book::Book;
use super::parts::Links;
use super::tombstones::{self, Tombstone};
use crate::md::escape::escape;
use crate::model::Redaction;
use crate::model::texts::current;
use crate::plan::{Entry, Kind, Row, entry_address};

/// The latest entries of the site; at most this many.
const ENTRIES: usize = 100;
/// The latest of a notice or a unit; a large site has thousands of such feeds.
const OWN: usize = 30;

/// The feed of every update.
pub fn site(book: &Book<'_>) -> String {
    let latest = book.index.entries().iter().rev().filter(|e| !e.of(book.site).minor).take(ENTRIES);
    let title = &book.site.settings.title;
    atom(Kind::Feed, Kind::Home, title, book.record_date, latest.copied().collect(), book)
}

/// The feed of a notice.
pub fn notice(n: usize, book: &Book<'_>) -> String {
    let notice = &book.site.notices[n];
    let entries = Entry::of_rows(Row::of_notice(n, book.site), book.site, book.day);
    let (own, day) = (Kind::NoticeFeed(n), book.notices[n].record_date);
    atom(own, Kind::Notice(n), &notice.title, day, latest(entries, book), book)
}

/// The feed of a unit: of what it leads, and of what it helps with.
pub fn unit(u: usize, book: &Book<'_>) -> String {
    let rows = book.index.unit(u).iter().copied();
    let entries = latest(Entry::of_rows(rows, book.site, book.day), book);
    let title = format!("{} · {}", book.site.units[u].name, book.site.settings.title);
    let first = book.site.notices.iter().map(|n| n.date).min().unwrap_or(book.record_date);
    let day = entries.first().map_or(first, |e| e.of(book.site).date);
    atom(Kind::UnitFeed(u), Kind::Unit(u, 0), &title, day, entries, book)
}

/// The latest that mean something, newest first.
fn latest(entries: Vec<Entry>, book: &Book<'_>) -> Vec<Entry> {
    entries.into_iter().rev().filter(|e| !e.of(book.site).minor).take(OWN).collect()
}

/// A feed at its own address, about a page. An entry keeps its id for ever, in every feed that has it and whatever form the
/// links of the site take; its time is the day of the update in +08:00.
fn atom(own: Kind, about: Kind, title: &str, day: NaiveDate, entries: Vec<Entry>, book: &Book<'_>) -> String {
    let base = base(book);
    let page = Links::from(Kind::Home, book.site).page(about, book.site);
    let mut gone = tombstones::all(book);
    if let Kind::NoticeFeed(n) = own {
        let here = Kind::Notice(n).address(book.site);
        gone.retain(|stone| stone.address.starts_with(&here));
    }
    let touched = entries.iter().map(|e| updated(*e, book)).chain(gone.iter().map(|t| t.when));
    let mut out = format!(
        "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<feed xmlns=\"http://www.w3.org/2005/Atom\"{} xml:lang=\"{}\">\n\
         <title>{title}</title>\n<id>{base}{feed}</id>\n<link rel=\"self\" href=\"{base}{feed}\"/>\n\
         <link href=\"{base}{}\"/>\n<updated>{}T00:00:00+08:00</updated>\n<author><name>{}</name></author>\n",
        if gone.is_empty() { String::new() } else { format!(" xmlns:at=\"{}\"", tombstones::NAMESPACE) },
        xml(&book.site.settings.language),
        page.trim_start_matches("./"),
        touched.fold(day, NaiveDate::max),
        xml(&book.site.settings.title),
        feed = own.address(book.site),
        title = xml(title),
    );
    entries.iter().for_each(|entry| push_entry(&mut out, *entry, &base, book));
    gone.iter().for_each(|stone| push_stone(&mut out, stone, &base));
    out.push_str("</feed>\n");
    out
}

/// The day on which what an entry says last changed: its own, or that of a redaction within it, so that readers replace
/// the copy that holds the words. Nothing else ever changes in an entry.
fn updated(entry: Entry, book: &Book<'_>) -> NaiveDate {
    let update = entry.of(book.site);
    let (notice, issue, measure) = entry.row.of(book.site);
    if notice.redactions.is_empty() {
        return update.date;
    }
    let here = format!("issues/{}/{}/{}/", issue.id, measure.id, update.id);
    let within = |r: &&Redaction| r.places.iter().any(|p| current(notice, p).starts_with(&here));
    let days = notice.redactions.iter().filter(within).map(|r| r.on).filter(|on| *on <= book.day);
    days.fold(update.date, NaiveDate::max)
}

fn push_stone(out: &mut String, stone: &Tombstone, base: &str) {
    out.push_str(&format!(
        "<at:deleted-entry ref=\"{base}{}\" when=\"{}T00:00:00+08:00\"><at:comment>{}</at:comment></at:deleted-entry>\n",
        xml(&stone.address),
        stone.when,
        xml(&stone.comment),
    ));
}

fn push_entry(out: &mut String, entry: Entry, base: &str, book: &Book<'_>) {
    let (row, update) = (entry.row, entry.of(book.site));
    let (notice, issue, measure) = row.of(book.site);
    let kind = Kind::Issue(row.notice(), row.issue());
    let anchor = format!("{}-{}", measure.id, update.id);
    let id = entry_address(book.site, entry);
    let page = Links::from(Kind::Home, book.site).page(kind, book.site);
    let day = updated(entry, book).to_string();
    out.extend(["<entry><title>", &xml(issue.short_title()), "</title><id>", base, &id]);
    out.extend(["</id><link href=\"", base, &page, "#", &anchor, "\"/><updated>", &day]);
    out.extend(["T00:00:00+08:00</updated><author><name>", &xml(&notice.issuer), "</name></author>"]);
    let status = update.status.map(|s| book.status_name(Some(s))).unwrap_or_default();
    let corrects = after::in_words(measure, update, book).unwrap_or_default();
    let words = [status, &corrects, update.text.as_deref().unwrap_or_default()].into_iter();
    let words: Vec<Cow<'_, str>> = words.filter(|w| !w.is_empty()).map(xml).collect();
    if !words.is_empty() {
        out.extend(["<summary>", &words.join(" · "), "</summary>"]);
    }
    out.push_str("</entry>\n");
}

/// The site's own address, which ends in `/`, as XML has it.
pub fn base(book: &Book<'_>) -> String {
    xml(book.site.settings.base_url.as_deref().unwrap_or_default()).into_owned()
}

/// Text for XML 1.0, which cannot hold most control characters even as references; they become U+FFFD.
pub fn xml(text: &str) -> Cow<'_, str> {
    let cannot = |c: char| matches!(c, '\0'..='\u{8}' | '\u{b}' | '\u{c}' | '\u{e}'..='\u{1f}' | '\u{fffe}' | '\u{ffff}');
    let controls = text.bytes().fold(false, |found, byte| found | (byte < b' '));
    // Nearly every text has none of them, which is told by its bytes.
    if controls || text.contains("\u{fffe}") || text.contains("\u{ffff}") {
        escape(text).replace(cannot, "\u{fffd}").into()
    } else {
        escape(text)
    }
}
