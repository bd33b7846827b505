//! The same measures by body and by state.

use serde_json::{Value, json};

use super::Head;
use super::book::{Book, Row};
use super::parts::{self, Links};
use crate::history;
use crate::model::{Status, Tally};
use crate::plan::Kind;

/// Head and view of the page of a unit.
pub fn unit(u: usize, book: &Book<'_>, links: &Links) -> (Head, Value) {
    let unit = &book.site.units[u];
    let rows = book.of_unit(u);
    let mut tally = Tally::default();
    for row in rows.iter().filter(|r| !r.helps) {
        let (notice, _, measure) = book.at(*row);
        tally.add(history::measure_status(measure, notice.date, book.day));
    }
    let view = json!({
        "unit": {"name": unit.name, "aliases": unit.aliases,
            "measures": parts::tally(&tally, book, &parts::no_list),
            "helps_count": rows.iter().filter(|r| r.helps).count()},
        "groups": groups(rows, book, links),
        "record_date": parts::date(book.record_date()),
    });
    (Head::new(&unit.name, &book.site.settings.title).crumb(&unit.name, String::new()), view)
}

/// Head and view of the page of a status.
pub fn status(status: Option<Status>, book: &Book<'_>, links: &Links) -> (Head, Value) {
    let rows = book.of_status(status);
    let denominator: usize = book.tallies.iter().map(|(_, m)| m.total()).sum();
    let name = book.status_name(status);
    let view = json!({
        "status": parts::status(status, book),
        "measures_total": rows.len(),
        "denominator": denominator,
        "record_date": parts::date(book.record_date()),
        "groups": groups(rows, book, links),
    });
    (Head::new(&name, &book.site.settings.title).crumb(&name, String::new()), view)
}

fn groups(rows: &[Row], book: &Book<'_>, links: &Links) -> Vec<Value> {
    rows.chunk_by(|a, b| a.notice == b.notice)
        .map(|group| {
            let n = group[0].notice;
            json!({
                "notice_title": book.site.notices[n].title,
                "notice_href": links.page(Kind::Notice(n), book.site),
                "rows": group.iter().map(|r| row(*r, book, links)).collect::<Vec<_>>(),
            })
        })
        .collect()
}

fn row(r: Row, book: &Book<'_>, links: &Links) -> Value {
    let (notice, issue, measure) = book.at(r);
    let updated = measure.updates.iter().map(|u| u.date).filter(|d| *d <= book.day).max();
    json!({
        "issue_title": issue.short_title(),
        "issue_href": links.page(Kind::Issue(r.notice, r.issue), book.site),
        "number": book.measure_number(r.notice, r.issue, r.measure),
        "measure_href": parts::measure_href(r, book, links),
        "text": measure.text,
        "status": parts::status(history::measure_status(measure, notice.date, book.day), book),
        "unit": measure.unit.as_ref().map(|u| parts::unit(u, book, links)),
        "helps": r.helps,
        "updated": updated.map(parts::date),
    })
}
