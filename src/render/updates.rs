//! Every published entry, newest first.

use serde_json::{Value, json};

use super::Head;
use super::book::{Book, Row};
use super::parts::{self, Links};
use crate::model::Update;

/// Head and view of the page of updates.
pub fn view(book: &Book<'_>, links: &Links) -> (Head, Value) {
    let all = book.updates();
    let groups: Vec<Value> = all
        .chunk_by(|(_, a), (_, b)| a.date == b.date)
        .map(|day| {
            let items: Vec<Value> = day.iter().map(|(row, update)| item(*row, update, book, links)).collect();
            json!({"date": parts::date(day[0].1.date), "items": items})
        })
        .collect();
    let title = book.word("updates-title");
    (Head::new(&title, &book.site.settings.title).crumb(&title, String::new()), json!({"groups": groups}))
}

/// One entry.
pub fn item(row: Row, update: &Update, book: &Book<'_>, links: &Links) -> Value {
    let (notice, issue, _) = book.at(row);
    json!({
        "date": parts::date(update.date),
        "issue_title": issue.short_title(),
        "issue_href": parts::measure_href(row, book, links),
        "href": parts::measure_href(row, book, links),
        "notice_title": notice.title,
        "number": book.measure_number(row.notice, row.issue, row.measure),
        "status": update.status.map(|s| parts::status(Some(s), book)),
        "text": update.text,
        "evidence": update.evidence,
    })
}
