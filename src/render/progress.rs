//! Progress of one notice, and across notices.

use serde_json::{Value, json};

use super::Head;
use super::book::Book;
use super::notice::list_id;
use super::parts::{self, Links};
use crate::history;
use crate::model::{Issue, Measure, Node, Notice, Status, UnitId};
use crate::plan::Kind;

/// Head and view of the progress of a notice.
pub fn view(n: usize, book: &Book<'_>, links: &Links) -> (Head, Value) {
    let notice = &book.site.notices[n];
    let (issues, measures) = &book.tallies[n];
    let record = history::record_date(notice, book.day);
    let overdue: Vec<Value> = rows(n, book, links, |i| history::is_overdue(i, notice.date, book.day));
    let statuses = Status::ALL.into_iter().rev().map(Some).chain([None]);
    let lists: Vec<Value> = statuses
        .filter_map(|status| {
            let found = rows(n, book, links, |i| history::issue_status(i, notice.date, book.day) == status);
            let (key, name) = (crate::model::status::key(status), book.status_name(status));
            (!found.is_empty())
                .then(|| json!({"key": key, "name": name, "id": list_id(status), "issues": found}))
        })
        .collect();
    let view = json!({
        "notice_title": notice.title,
        "notice_href": links.page(Kind::Notice(n), book.site),
        "record_date": parts::date(record),
        "as_of": parts::date(if overdue.is_empty() { record } else { book.day }),
        "issues": parts::tally(issues, book, &|s| Some(format!("#{}", list_id(s)))),
        "measures": parts::linked(measures, book, links),
        "sections": sections(n, book, links),
        "units": units(notice, book, links),
        "lists": lists,
        "overdue": overdue,
    });
    let title = book.word("progress-title");
    let head = Head::new(format!("{title} · {}", notice.title), &notice.title)
        .crumb(&notice.title, links.page(Kind::Notice(n), book.site))
        .crumb(&title, String::new());
    (head, view)
}

/// Head and view of the progress across notices.
pub fn index(book: &Book<'_>, links: &Links) -> (Head, Value) {
    let issues = parts::total(book.tallies.iter().map(|(i, _)| i));
    let measures = parts::total(book.tallies.iter().map(|(_, m)| m));
    let units: Vec<Value> = (0..book.site.units.len())
        .filter(|u| book.of_unit(*u).iter().any(|r| !r.helps))
        .map(|u| {
            let rows = book.of_unit(u).iter().filter(|r| !r.helps);
            let mut tally = crate::model::Tally::default();
            rows.for_each(|r| {
                let (notice, _, measure) = book.at(*r);
                tally.add(history::measure_status(measure, notice.date, book.day));
            });
            json!({"name": book.site.units[u].name, "href": links.page(Kind::Unit(u), book.site),
                "measures": parts::tally(&tally, book, &parts::no_list)})
        })
        .collect();
    let statuses = Status::ALL.into_iter().rev().map(Some).chain([None]);
    let statuses: Vec<Value> = statuses
        .map(|s| {
            json!({"key": crate::model::status::key(s), "name": book.status_name(s),
                "href": links.page(Kind::Status(s), book.site), "n": book.of_status(s).len()})
        })
        .collect();
    let record = book.record_date();
    let view = json!({
        "record_date": parts::date(record),
        "as_of": parts::date(if issues.overdue == 0 { record } else { book.day }),
        "issues": parts::tally(&issues, book, &parts::no_list),
        "measures": parts::linked(&measures, book, links),
        "notices": (0..book.site.notices.len()).map(|n| parts::notice_row(n, book, links)).collect::<Vec<_>>(),
        "units": units,
        "statuses": statuses,
    });
    let title = book.word("progress-title");
    (Head::new(&title, &book.site.settings.title).crumb(&title, String::new()), view)
}

fn rows(n: usize, book: &Book<'_>, links: &Links, keep: impl Fn(&Issue) -> bool) -> Vec<Value> {
    let notice = &book.site.notices[n];
    let kept = notice.issues.iter().enumerate().filter(|(_, i)| keep(i));
    kept.map(|(at, issue)| {
        let tally = history::tally_measures(&issue.measures, notice.date, book.day);
        json!({
            "number": book.issue_number(n, at),
            "title": issue.short_title(),
            "href": links.page(Kind::Issue(n, at), book.site),
            "status": parts::status(history::issue_status(issue, notice.date, book.day), book),
            "due_now": issue.due_on(book.day).map(parts::date),
            "overdue": history::is_overdue(issue, notice.date, book.day),
            "measures_total": tally.total(),
            "measures_finished": tally.finished(),
            "updated": parts::date(history::issue_date(issue, book.day).unwrap_or(notice.date)),
        })
    })
    .collect()
}

/// The headings one level above the issues' own, or parts where issues hang on them.
fn sections(n: usize, book: &Book<'_>, links: &Links) -> Vec<Value> {
    let notice = &book.site.notices[n];
    let mut out = Vec::new();
    for part in &notice.outline {
        let heads: Vec<&Node> =
            if part.children.is_empty() { vec![part] } else { part.children.iter().collect() };
        for head in heads {
            let issues: Vec<&Issue> = notice.issues.iter().filter(|i| is_under(i, head)).collect();
            if issues.is_empty() {
                continue;
            }
            let number = book.numbers[n].nodes.get(&head.id).copied().unwrap_or_default();
            let by_issue = history::tally_issues(issues.iter().copied(), notice.date, book.day);
            let measures = issues.iter().flat_map(|i| &i.measures);
            let by_measure = history::tally_measures(measures, notice.date, book.day);
            out.push(json!({
                "heading": head.heading,
                "number": super::book::printed(notice.numbering.of(head.level), number),
                "href": format!("{}#h-{}", links.page(Kind::Notice(n), book.site), head.id),
                "issues": parts::tally(&by_issue, book, &parts::no_list),
                "measures": parts::tally(&by_measure, book, &parts::no_list),
            }));
        }
    }
    out
}

fn is_under(issue: &Issue, head: &Node) -> bool {
    issue.under == head.id || head.children.iter().any(|c| is_under(issue, c))
}

fn units(notice: &Notice, book: &Book<'_>, links: &Links) -> Vec<Value> {
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
        Some(json!({"name": unit.name, "href": links.page(Kind::Unit(at), book.site),
            "measures": parts::tally(&tally, book, &parts::no_list)}))
    };
    order.into_iter().filter_map(row).collect()
}
