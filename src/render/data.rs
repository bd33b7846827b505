//! The open data: its page, its files, and the record of each issue.

use std::io::{self, Write};

use serde::Serialize;

use super::book::Book;
use super::page::Page;
use super::paragraphs::markdown;
use super::parts::{Day, Links};
use crate::export::data::{Column, Data, DataFile, Pages, Table};
use crate::export::json;
use crate::plan::Kind;

/// The page: what there is, under which terms, and what each column says.
#[derive(Serialize)]
pub struct DataPage<'a> {
    licence: Option<&'a str>,
    licence_href: Option<&'a str>,
    record_date: Day,
    files: Vec<File>,
    tables: Vec<Dictionary>,
    /// The first issue of the record, as data.
    example_html: String,
}

#[derive(Serialize)]
struct File {
    href: String,
    name: &'static str,
    about: String,
}

#[derive(Serialize)]
struct Dictionary {
    name: &'static str,
    columns: Vec<Meaning>,
}

#[derive(Serialize)]
struct Meaning {
    name: &'static str,
    kind: &'static str,
    about: &'static str,
}

/// The page.
pub fn view<'a>(book: &'a Book<'_>, links: &Links) -> (Page, DataPage<'a>) {
    let terms = book.site.settings.open_data.as_ref();
    let title = book.word("data-title");
    let file = |file: DataFile| File {
        href: links.page(Kind::DataFile(file), book.site),
        name: file.name(),
        about: book.word(&format!("data-{}", file.name().replace('.', "-"))),
    };
    let page = DataPage {
        licence: terms.map(|t| t.licence.as_str()),
        licence_href: terms.and_then(|t| t.licence_url.as_deref()),
        record_date: book.record_date.into(),
        files: DataFile::ALL.into_iter().map(file).collect(),
        tables: [Table::Notices, Table::Issues, Table::Measures, Table::Updates]
            .into_iter()
            .map(|table| dictionary(table, book))
            .collect(),
        example_html: example(book, links),
    };
    let head = Page::new(&title, &book.site.settings.title).crumb(&title, String::new());
    (head, page)
}

fn dictionary(table: Table, book: &Book<'_>) -> Dictionary {
    let is_chinese = book.site.settings.language.starts_with("zh");
    let meaning =
        |c: &Column| Meaning { name: c.name, kind: c.kind, about: if is_chinese { c.zh } else { c.en } };
    Dictionary { name: table.file(), columns: table.columns().iter().map(meaning).collect() }
}

/// The record of the first issue, in colours.
fn example(book: &Book<'_>, links: &Links) -> String {
    let first = book.site.notices.iter().position(|n| !n.issues.is_empty());
    let text = first.map(|n| issue(n, 0, book)).unwrap_or_default();
    if text.is_empty() { text } else { markdown(&format!("```json\n{text}```\n"), 3, "", links, book) }
}

/// Hands a file over piece by piece; nothing where the record is not open.
///
/// Errors: what `out` refuses.
pub fn write(file: DataFile, book: &Book<'_>, out: &mut dyn Write) -> io::Result<()> {
    let Some(terms) = &book.site.settings.open_data else { return Ok(()) };
    Data { site: book.site, day: book.day, terms, pages: &Addresses(book) }.write(file, out)
}

/// A file as a whole.
pub fn file(file: DataFile, book: &Book<'_>) -> Vec<u8> {
    let mut out = Vec::new();
    // A vector takes everything.
    let _never = write(file, book, &mut out);
    out
}

/// The record of issue `i` of notice `n`.
pub fn issue(n: usize, i: usize, book: &Book<'_>) -> String {
    json::pretty(&json::one_issue(&book.site.notices[n], &book.notices[n].numbers, i, book.day))
}

struct Addresses<'b, 'a>(&'b Book<'a>);

impl Pages for Addresses<'_, '_> {
    fn page(&self, notice: usize, issue: Option<usize>) -> String {
        issue.map_or(Kind::Notice(notice), |i| Kind::Issue(notice, i)).address(self.0.site)
    }
}
