//! The same measures by body and by state, a page at a time.

use std::borrow::Cow;

use serde::Serialize;

use super::book::Book;
use super::counts::{Counts, group_id, list_id};
use super::issues::Line;
use super::page::Page;
use super::paragraphs::in_a_row;
use super::parts::{self, Day, Links, Pager, State, UnitLink};
use super::timeline::{Timeline, timeline};
use crate::history;
use crate::model::{Status, status};
use crate::plan::{Kind, Row};

/// The page of a unit.
#[derive(Serialize)]
pub struct UnitPage<'a> {
    unit: UnitView<'a>,
    /// On the first page of the list.
    timeline: Option<Timeline>,
    /// What it leads, by status.
    led: Vec<StatusGroup<'a>>,
    /// What it helps with.
    helped: Vec<Group<'a>>,
    record_date: Day,
    as_of: Day,
    pager: Option<Pager>,
}

#[derive(Serialize)]
struct UnitView<'a> {
    name: &'a str,
    aliases: &'a [String],
    measures: Counts<'a>,
    helps_count: usize,
    /// Overdue issues in which a measure that it leads is not finished.
    overdue: Vec<Line<'a>>,
}

/// What a unit leads at one status.
#[derive(Serialize)]
struct StatusGroup<'a> {
    id: String,
    key: &'static str,
    name: &'a str,
    /// How many there are, those on other pages of the list included.
    n: usize,
    groups: Vec<Group<'a>>,
}

/// The page of a status.
#[derive(Serialize)]
pub struct StatusPage<'a> {
    status: State<'a>,
    measures_total: usize,
    denominator: usize,
    record_date: Day,
    groups: Vec<Group<'a>>,
    pager: Option<Pager>,
}

#[derive(Serialize)]
struct Group<'a> {
    /// Its place in the list, where that is one by notices.
    id: Option<String>,
    notice_title: &'a str,
    notice_href: String,
    rows: Vec<MeasureRow<'a>>,
}

#[derive(Serialize)]
struct MeasureRow<'a> {
    issue_title: &'a str,
    number: String,
    measure_href: String,
    text: Cow<'a, str>,
    status: State<'a>,
    unit: Option<UnitLink<'a>>,
    helps: bool,
    updated: Option<Day>,
}

/// The measures of a unit; `page` counts from 0.
pub fn unit<'a>(u: usize, page: usize, book: &'a Book<'_>, links: &Links) -> (Page, UnitPage<'a>) {
    let unit = &book.site.units[u];
    let (rows, list) = (book.index.unit(u), book.index.unit_list(u));
    let view = UnitPage {
        unit: UnitView {
            name: &unit.name,
            aliases: &unit.aliases,
            measures: Counts::of_unit(u, book, links),
            helps_count: rows.iter().filter(|r| r.helps).count(),
            overdue: overdue(rows, book, links),
        },
        timeline: if page == 0 { months(rows, book) } else { None },
        led: by_standing(u, list.page(page), book, links),
        helped: groups(&list.page(page)[led_first(list.page(page))..], false, book, links),
        record_date: book.record_date.into(),
        as_of: book.day.into(),
        pager: Pager::of(page, list.pages(), |at| links.page(Kind::Unit(u, at), book.site)),
    };
    let head = Page::new(&unit.name, &book.site.settings.title);
    (
        head.crumb(&book.word("units"), links.page(Kind::Units, book.site)).crumb(&unit.name, String::new()),
        view,
    )
}

/// What the unit leads, from its first notice or entry to the last record of those notices.
fn months(rows: &[Row], book: &Book<'_>) -> Option<Timeline> {
    let led = rows.iter().filter(|r| !r.helps);
    let last = led.clone().map(|r| book.notices[r.notice()].record_date).max()?;
    let measures: Vec<_> = led.map(|r| r.of(book.site)).map(|(notice, _, m)| (notice.date, m)).collect();
    let entries = measures.iter().flat_map(|(_, m)| &m.updates).map(|u| u.date);
    let first = measures.iter().map(|(date, _)| *date).chain(entries).min()?;
    timeline(&measures, &[], first, last)
}

fn overdue<'a>(rows: &[Row], book: &Book<'a>, links: &Links) -> Vec<Line<'a>> {
    let by_issue = rows.chunk_by(|a, b| (a.notice(), a.issue()) == (b.notice(), b.issue()));
    let is_late = |rows: &&[Row]| {
        let (notice, issue, _) = rows[0].of(book.site);
        let unfinished = |r: &Row| {
            let status = history::measure_status(r.of(book.site).2, notice.date, book.day);
            !r.helps && !status.is_some_and(Status::is_finished)
        };
        history::is_overdue(issue, notice.date, book.day) && rows.iter().any(unfinished)
    };
    by_issue.filter(is_late).map(|rows| Line::of(rows[0].spot(), book, links)).collect()
}

/// The measures that stand at a status; `page` counts from 0.
pub fn status<'a>(
    status: Option<Status>,
    page: usize,
    book: &'a Book<'_>,
    links: &Links,
) -> (Page, StatusPage<'a>) {
    let list = book.index.status(status);
    let href = |at| links.page(Kind::Status(status, at), book.site);
    let view = StatusPage {
        status: State::of(status, book),
        measures_total: list.rows().len(),
        denominator: book.notices.iter().map(|n| n.measures.total()).sum(),
        record_date: book.record_date.into(),
        groups: groups(list.page(page), true, book, links),
        pager: Pager::of(page, list.pages(), href),
    };
    let name = book.status_name(status);
    let head = Page::new(name, &book.site.settings.title);
    (head.crumb(&book.word("status"), links.page(Kind::Statuses, book.site)).crumb(name, String::new()), view)
}

/// What a unit leads among the rows of a page, which go by status.
fn by_standing<'a>(u: usize, rows: &[Row], book: &'a Book<'_>, links: &Links) -> Vec<StatusGroup<'a>> {
    let led = &rows[..led_first(rows)];
    let group = |rows: &[Row]| {
        let status = standing(rows[0], book);
        StatusGroup {
            id: list_id(status),
            key: status::key(status),
            name: book.status_name(status),
            n: status.map_or(book.led[u].not_stated, |s| book.led[u].count(s)),
            groups: groups(rows, false, book, links),
        }
    };
    led.chunk_by(|a, b| standing(*a, book) == standing(*b, book)).map(group).collect()
}

/// How many of the rows of a unit it leads; they come first.
fn led_first(rows: &[Row]) -> usize {
    rows.partition_point(|row| !row.helps)
}

fn standing(row: Row, book: &Book<'_>) -> Option<Status> {
    let (notice, _, measure) = row.of(book.site);
    history::measure_status(measure, notice.date, book.day)
}

fn groups<'a>(rows: &[Row], placed: bool, book: &'a Book<'_>, links: &Links) -> Vec<Group<'a>> {
    let group = |group: &[Row]| {
        let n = group[0].notice();
        Group {
            id: placed.then(|| group_id(n, book)),
            notice_title: &book.site.notices[n].title,
            notice_href: links.page(Kind::Notice(n), book.site),
            rows: group.iter().map(|r| row(*r, book, links)).collect(),
        }
    };
    rows.chunk_by(|a, b| a.notice() == b.notice()).map(group).collect()
}

fn row<'a>(r: Row, book: &'a Book<'_>, links: &Links) -> MeasureRow<'a> {
    let (notice, issue, measure) = r.of(book.site);
    let updated = history::measure_date(measure, book.day);
    MeasureRow {
        issue_title: issue.short_title(),
        number: book.measure_number(r.notice(), r.issue(), r.measure()),
        measure_href: parts::measure_href(r, book, links),
        text: in_a_row(&measure.text),
        status: State::of(history::measure_status(measure, notice.date, book.day), book)
            .in_words(history::measure_words(measure, book.day)),
        unit: measure.unit.as_ref().and_then(|u| UnitLink::of(u, false, book, links)),
        helps: r.helps,
        updated: updated.map(Day::from),
    }
}
