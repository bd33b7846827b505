//! Issues in lists: on a notice's page of progress, and across notices.

use serde::Serialize;

use super::book::Book;
use super::by_section::{self, section_list};
use super::counts::group_id;
use super::page::Page;
use super::parts::{Day, Links, Pager, State};
use crate::history;
use crate::model::{Status, status};
use crate::plan::{Cut, Kind, Spot};

/// An issue in a table of a notice.
#[derive(Serialize)]
pub struct IssueRow<'a> {
    number: String,
    title: &'a str,
    href: String,
    status: State<'a>,
    due_now: Option<Day>,
    extended: bool,
    overdue: bool,
    measures_total: usize,
    measures_finished: usize,
    updated: Day,
}

impl<'a> IssueRow<'a> {
    /// Issue `at` of notice `n`.
    pub fn of(n: usize, at: usize, book: &'a Book<'_>, links: &Links) -> Self {
        let (notice, issue) = (&book.site.notices[n], &book.site.notices[n].issues[at]);
        let tally = history::tally_measures(&issue.measures, notice.date, book.day);
        Self {
            number: book.issue_number(n, at),
            title: issue.short_title(),
            href: links.page(Kind::Issue(n, at), book.site),
            status: State::of(history::issue_status(issue, notice.date, book.day), book),
            due_now: issue.due_on(book.day).map(Day::from),
            extended: history::is_extended(issue, book.day),
            overdue: history::is_overdue(issue, notice.date, book.day),
            measures_total: tally.total(),
            measures_finished: tally.finished(),
            updated: history::issue_date(issue, book.day).unwrap_or(notice.date).into(),
        }
    }
}

/// The issues of a notice at one status.
#[derive(Serialize)]
pub struct StatusList<'a> {
    key: &'static str,
    name: &'a str,
    id: String,
    n: usize,
    sections: Vec<SectionList<'a>>,
}

/// Those of them in one section.
#[derive(Serialize)]
struct SectionList<'a> {
    id: String,
    /// Its heading with its number; empty where the issues stand under no heading.
    heading: String,
    issues: Vec<IssueRow<'a>>,
}

/// Issues of notice `n` by status and within it by section: each with its status, and the place and id of its section.
pub fn by_status<'a>(
    n: usize,
    standing: &[(Option<Status>, (usize, &str))],
    book: &'a Book<'_>,
    links: &Links,
) -> Vec<StatusList<'a>> {
    let names = by_section::names(n, book);
    let list = |status: Option<Status>| {
        let mut all: Vec<(usize, (usize, &str))> = standing
            .iter()
            .enumerate()
            .filter(|(_, (s, _))| *s == status)
            .map(|(at, (_, p))| (at, *p))
            .collect();
        all.sort_by_key(|(_, (section, _))| *section);
        let section = |group: &[(usize, (usize, &str))]| SectionList {
            id: section_list(status, group[0].1.1),
            heading: names.get(group[0].1.0).cloned().unwrap_or_default(),
            issues: group.iter().map(|(at, _)| IssueRow::of(n, *at, book, links)).collect(),
        };
        StatusList {
            key: status::key(status),
            name: book.status_name(status),
            id: super::counts::list_id(status),
            n: all.len(),
            sections: all.chunk_by(|a, b| a.1.0 == b.1.0).map(section).collect(),
        }
    };
    status::every().map(list).filter(|l| l.n > 0).collect()
}

/// The page of a list of issues across notices.
#[derive(Serialize)]
pub struct IssuesPage<'a> {
    /// `overdue`, `closed`, `extended`, or a status.
    cut: &'static str,
    name: String,
    n: usize,
    denominator: usize,
    record_date: Day,
    as_of: Day,
    groups: Vec<Group<'a>>,
    pager: Option<Pager>,
}

#[derive(Serialize)]
struct Group<'a> {
    id: String,
    notice_title: &'a str,
    notice_href: String,
    issues: Vec<Line<'a>>,
}

/// An issue in a list across notices.
#[derive(Serialize)]
pub struct Line<'a> {
    number: String,
    title: &'a str,
    href: String,
    /// The deadline that holds.
    due: Option<Day>,
    extended: bool,
    overdue: bool,
    closed: Option<Day>,
}

impl<'a> Line<'a> {
    /// An issue by its place.
    pub fn of(spot: Spot, book: &Book<'a>, links: &Links) -> Self {
        let notice = &book.site.notices[spot.notice];
        let issue = &notice.issues[spot.issue];
        Self {
            number: book.issue_number(spot.notice, spot.issue),
            title: issue.short_title(),
            href: links.page(Kind::Issue(spot.notice, spot.issue), book.site),
            due: issue.due_on(book.day).map(Day::from),
            extended: history::is_extended(issue, book.day),
            overdue: history::is_overdue(issue, notice.date, book.day),
            closed: issue.closed_on(book.day).map(|c| c.date.into()),
        }
    }
}

/// The issues of a cut; `page` counts from 0.
pub fn list<'a>(cut: Cut, page: usize, book: &'a Book<'_>, links: &Links) -> (Page, IssuesPage<'a>) {
    let list = book.index.issues(cut);
    let groups = list.page(page).chunk_by(|a, b| a.notice == b.notice).map(|spots| group(spots, book, links));
    let name = match cut {
        Cut::Status(status) => book.status_name(status).to_owned(),
        cut => book.word(cut.key()),
    };
    let title = format!("{}{}{name}", book.word("issue"), book.word("colon"));
    let view = IssuesPage {
        cut: cut.key(),
        n: list.rows().len(),
        denominator: book.notices.iter().map(|n| n.issues.total()).sum(),
        record_date: book.record_date.into(),
        as_of: if cut == Cut::Overdue { book.day } else { book.record_date }.into(),
        groups: groups.collect(),
        pager: Pager::of(page, list.pages(), |at| links.page(Kind::Issues(cut, at), book.site)),
        name,
    };
    let progress = links.page(Kind::ProgressIndex, book.site);
    let head = Page::new(&title, &book.site.settings.title).crumb(&book.word("progress-title"), progress);
    (head.crumb(&title, String::new()), view)
}

fn group<'a>(spots: &[Spot], book: &Book<'a>, links: &Links) -> Group<'a> {
    let n = spots[0].notice;
    Group {
        id: group_id(n, book),
        notice_title: &book.site.notices[n].title,
        notice_href: links.page(Kind::Notice(n), book.site),
        issues: spots.iter().map(|spot| Line::of(*spot, book, links)).collect(),
    }
}
