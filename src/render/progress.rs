//! Progress of one notice, and across notices.

use chrono::NaiveDate;
use serde::Serialize;

use super::after::{Found, NextUpdate};
use super::book::{Book, printed};
use super::counts::{self, Counts};
use super::notice::list_id;
use super::page::Page;
use super::parts::{self, Day, Links, NoticeRow};
use super::timeline::{Timeline, timeline};
use crate::history;
use crate::model::{Issue, Measure, Node, Notice, Status, UnitId, status};
use crate::plan::Kind;

/// The progress of a notice.
#[derive(Serialize)]
pub struct Progress<'a> {
    notice_title: &'a str,
    notice_href: String,
    record_date: Day,
    next_update: Option<NextUpdate>,
    as_of: Day,
    issues: Counts<'a>,
    measures: Counts<'a>,
    sections: Vec<Section<'a>>,
    units: Vec<UnitRow<'a>>,
    lists: Vec<List<'a>>,
    overdue: Vec<IssueRow<'a>>,
    timeline: Option<Timeline>,
}

/// The progress across notices.
#[derive(Serialize)]
pub struct ProgressIndex<'a> {
    record_date: Day,
    as_of: Day,
    /// Notices whose term has ended, which no total counts.
    expired: usize,
    issues: Counts<'a>,
    measures: Counts<'a>,
    notices: Vec<NoticeRow<'a>>,
    units: Vec<UnitRow<'a>>,
    statuses: Vec<StatusRow<'a>>,
    recurring: Vec<Pair<'a>>,
}

/// An issue with the older one that it repeats.
#[derive(Serialize)]
struct Pair<'a> {
    later: Found<'a>,
    older: Found<'a>,
}

#[derive(Serialize)]
struct Section<'a> {
    heading: &'a str,
    number: String,
    href: String,
    issues: Counts<'a>,
    measures: Counts<'a>,
}

#[derive(Serialize)]
struct UnitRow<'a> {
    name: &'a str,
    href: String,
    measures: Counts<'a>,
}

#[derive(Serialize)]
struct StatusRow<'a> {
    key: &'static str,
    name: &'a str,
    href: String,
    n: usize,
}

#[derive(Serialize)]
struct List<'a> {
    key: &'static str,
    name: &'a str,
    id: String,
    issues: Vec<IssueRow<'a>>,
}

#[derive(Serialize)]
struct IssueRow<'a> {
    number: String,
    title: &'a str,
    href: String,
    status: parts::State<'a>,
    due_now: Option<Day>,
    extended: bool,
    overdue: bool,
    measures_total: usize,
    measures_finished: usize,
    updated: Day,
}

/// The progress of notice `n`.
pub fn view<'a>(n: usize, book: &'a Book<'_>, links: &Links) -> (Page, Progress<'a>) {
    let (notice, summary) = (&book.site.notices[n], &book.notices[n]);
    let href = links.page(Kind::Notice(n), book.site);
    let overdue = rows(n, book, links, |i| history::is_overdue(i, notice.date, book.day));
    let view = Progress {
        notice_title: &notice.title,
        notice_href: href.clone(),
        record_date: summary.record_date.into(),
        next_update: NextUpdate::of(n, book),
        as_of: if overdue.is_empty() { summary.record_date } else { book.day }.into(),
        issues: Counts::of(&summary.issues, book, &|s| Some(format!("#{}", list_id(s)))),
        measures: Counts::of_notice(n, &summary.measures, book, links),
        sections: sections(n, book, links),
        units: units(n, book, links),
        lists: lists(n, book, links),
        timeline: months(notice, summary.record_date),
        overdue,
    };
    let title = book.word("progress-title");
    let head = Page::new(format!("{title} · {}", notice.title), &notice.title)
        .crumb(&notice.title, href)
        .crumb(&title, String::new());
    (head, view)
}

/// From the notice's own month to that of its record, so that a build of a later day says nothing else.
fn months(notice: &Notice, last: NaiveDate) -> Option<Timeline> {
    let measures: Vec<_> = notice.issues.iter().flat_map(|i| &i.measures).map(|m| (notice.date, m)).collect();
    let entries = measures.iter().flat_map(|(_, m)| &m.updates).map(|u| u.date);
    let editions: Vec<NaiveDate> = notice.editions.iter().map(|e| e.date).collect();
    timeline(&measures, &editions, entries.fold(notice.date, NaiveDate::min), last)
}

/// The progress across notices.
pub fn index<'a>(book: &'a Book<'_>, links: &Links) -> (Page, ProgressIndex<'a>) {
    let issues = counts::total(book.notices.iter().map(|n| &n.issues));
    let measures = counts::total(book.notices.iter().map(|n| &n.measures));
    let leads = |u: &usize| book.led[*u].total() > 0;
    let unit = |u: usize| UnitRow {
        name: &book.site.units[u].name,
        href: links.page(Kind::Unit(u, 0), book.site),
        measures: Counts::bare(&book.led[u], book),
    };
    let status = |s| StatusRow {
        key: status::key(s),
        name: book.status_name(s),
        href: links.page(Kind::Status(s, 0), book.site),
        n: book.index.status(s).len(),
    };
    let view = ProgressIndex {
        expired: book.site.expired.len(),
        record_date: book.record_date.into(),
        as_of: if issues.overdue == 0 { book.record_date } else { book.day }.into(),
        issues: Counts::bare(&issues, book),
        measures: Counts::linked(&measures, book, links),
        notices: NoticeRow::all(book, links),
        units: (0..book.site.units.len()).filter(leads).map(unit).collect(),
        statuses: every_status().map(status).collect(),
        recurring: recurring(book, links),
    };
    let title = book.word("progress-title");
    (Page::new(&title, &book.site.settings.title).crumb(&title, String::new()), view)
}

fn recurring<'a>(book: &'a Book<'_>, links: &Links) -> Vec<Pair<'a>> {
    let pair = |(later, older): &_| Pair {
        later: Found::of(*later, book, links),
        older: Found::of(*older, book, links),
    };
    book.recurrences.pairs().iter().map(pair).collect()
}

/// From finished to not stated.
fn every_status() -> impl Iterator<Item = Option<Status>> {
    Status::ALL.into_iter().rev().map(Some).chain([None])
}

fn lists<'a>(n: usize, book: &'a Book<'_>, links: &Links) -> Vec<List<'a>> {
    let notice = &book.site.notices[n];
    let list = |status| List {
        key: status::key(status),
        name: book.status_name(status),
        id: list_id(status),
        issues: rows(n, book, links, |i| history::issue_status(i, notice.date, book.day) == status),
    };
    every_status().map(list).filter(|l| !l.issues.is_empty()).collect()
}

fn rows<'a>(n: usize, book: &'a Book<'_>, links: &Links, keep: impl Fn(&Issue) -> bool) -> Vec<IssueRow<'a>> {
    let kept = book.site.notices[n].issues.iter().enumerate().filter(|(_, i)| keep(i));
    kept.map(|(at, issue)| row(n, at, issue, book, links)).collect()
}

fn row<'a>(n: usize, at: usize, issue: &'a Issue, book: &'a Book<'_>, links: &Links) -> IssueRow<'a> {
    let date = book.site.notices[n].date;
    let tally = history::tally_measures(&issue.measures, date, book.day);
    IssueRow {
        number: book.issue_number(n, at),
        title: issue.short_title(),
        href: links.page(Kind::Issue(n, at), book.site),
        status: parts::State::of(history::issue_status(issue, date, book.day), book),
        due_now: issue.due_on(book.day).map(Day::from),
        extended: issue.extensions.iter().any(|e| e.on <= book.day),
        overdue: history::is_overdue(issue, date, book.day),
        measures_total: tally.total(),
        measures_finished: tally.finished(),
        updated: history::issue_date(issue, book.day).unwrap_or(date).into(),
    }
}

/// The headings one level above the issues' own, or parts where issues hang on them.
fn sections<'a>(n: usize, book: &'a Book<'_>, links: &Links) -> Vec<Section<'a>> {
    let heads = book.site.notices[n].outline.iter().flat_map(|part| match part.children.as_slice() {
        [] => std::slice::from_ref(part),
        children => children,
    });
    heads.filter_map(|head| section(n, head, book, links)).collect()
}

fn section<'a>(n: usize, head: &'a Node, book: &'a Book<'_>, links: &Links) -> Option<Section<'a>> {
    let notice = &book.site.notices[n];
    let issues: Vec<&Issue> = notice.issues.iter().filter(|i| is_under(i, head)).collect();
    if issues.is_empty() {
        return None;
    }
    let number = book.notices[n].numbers.nodes.get(&head.id).copied().unwrap_or_default();
    let by_issue = history::tally_issues(issues.iter().copied(), notice.date, book.day);
    let measures = issues.iter().flat_map(|i| &i.measures);
    let by_measure = history::tally_measures(measures, notice.date, book.day);
    Some(Section {
        heading: head.short_heading(),
        number: printed(notice.numbering.of(head.level), number),
        href: format!("{}#h-{}", links.page(Kind::Notice(n), book.site), head.id),
        issues: Counts::bare(&by_issue, book),
        measures: Counts::bare(&by_measure, book),
    })
}

fn is_under(issue: &Issue, head: &Node) -> bool {
    issue.under == head.id || head.children.iter().any(|c| is_under(issue, c))
}

fn units<'a>(n: usize, book: &'a Book<'_>, links: &Links) -> Vec<UnitRow<'a>> {
    let notice = &book.site.notices[n];
    let mut order: Vec<(&UnitId, Vec<&Measure>)> = Vec::new();
    for measure in notice.issues.iter().flat_map(|i| &i.measures) {
        let Some(unit) = &measure.unit else { continue };
        match order.iter_mut().find(|(id, _)| *id == unit) {
            Some((_, list)) => list.push(measure),
            None => order.push((unit, vec![measure])),
        }
    }
    order.sort_by_key(|(_, list)| std::cmp::Reverse(list.len()));
    let row = |(id, list): (&UnitId, Vec<&Measure>)| {
        let (at, unit) = book.unit(id)?;
        let tally = history::tally_measures(list, notice.date, book.day);
        let page = counts::page_of(n, book.index.unit(at));
        let list = links.page(Kind::Unit(at, page), book.site);
        let href = format!("{list}#{}", counts::group_id(n, book));
        Some(UnitRow { name: &unit.name, href, measures: Counts::bare(&tally, book) })
    };
    order.into_iter().filter_map(row).collect()
}
