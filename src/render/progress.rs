//! Progress of one notice.

use chrono::NaiveDate;
use serde::Serialize;

use super::after::NextUpdate;
use super::book::Book;
use super::by_section::{Section, places, sections};
use super::by_unit::{Led, Strip, led};
use super::counts::{Counts, cut_href_of, list_id};
use super::edition::LastChange;
use super::issues::{IssueRow, StatusList, by_status};
use super::page::Page;
use super::parts::{Day, Links, Reach};
use super::timeline::{Timeline, timeline};
use crate::history;
use crate::model::Notice;
use crate::plan::{Cut, Kind};

/// The issues that a page shows at most without a table of contents.
const SHORT: usize = 20;

/// The progress of a notice.
#[derive(Serialize)]
pub struct Progress<'a> {
    notice_title: &'a str,
    notice_href: String,
    record_date: Day,
    next_update: Option<NextUpdate>,
    changed: Option<LastChange>,
    whom: Option<Reach<'a>>,
    as_of: Day,
    issues: Counts<'a>,
    measures: Counts<'a>,
    /// Lists across notices, at the place of this one.
    closed_href: Option<String>,
    extended_href: Option<String>,
    sections: Vec<Section<'a>>,
    units: Vec<Led<'a>>,
    strip: Option<Strip>,
    lists: Vec<StatusList<'a>>,
    overdue: Vec<IssueRow<'a>>,
    timeline: Option<Timeline>,
    /// There are so many issues that the page needs a table of contents, and headings within its lists.
    long: bool,
}

/// The progress of notice `n`.
pub fn view<'a>(n: usize, book: &'a Book<'_>, links: &Links) -> (Page, Progress<'a>) {
    let (notice, summary) = (&book.site.notices[n], &book.notices[n]);
    let href = links.page(Kind::Notice(n), book.site);
    let late =
        (0..notice.issues.len()).filter(|i| history::is_overdue(&notice.issues[*i], notice.date, book.day));
    let overdue: Vec<_> = late.map(|at| IssueRow::of(n, at, book, links)).collect();
    let statuses = notice.issues.iter().map(|i| history::issue_status(i, notice.date, book.day));
    let standing: Vec<_> = statuses.zip(places(notice)).collect();
    let (units, strip) = led(n, book, links);
    let listed = |cut, n_of: usize| cut_href_of(n, cut, book, links).filter(|_| n_of > 0);
    let view = Progress {
        notice_title: &notice.title,
        notice_href: href.clone(),
        record_date: summary.record_date.into(),
        next_update: NextUpdate::of(n, book),
        changed: LastChange::of(n, book, links),
        whom: notice.contact.as_ref().map(|c| Reach::of(c, Some(&notice.title))),
        as_of: if overdue.is_empty() { summary.record_date } else { book.day }.into(),
        issues: Counts::of(&summary.issues, book, &|s| Some(format!("#{}", list_id(s))))
            .all("#issues".into()),
        measures: Counts::of_notice(n, &summary.measures, book, links).all("#measures".into()),
        closed_href: listed(Cut::Closed, summary.issues.closed),
        extended_href: listed(Cut::Extended, summary.issues.extended),
        sections: sections(n, book, links),
        units,
        strip,
        lists: by_status(n, &standing, book, links),
        timeline: months(notice, summary.record_date),
        long: notice.issues.len() > SHORT,
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
