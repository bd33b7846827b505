//! One issue: where it stands, what was done, and how to respond.

use serde_json::{Value, json};

use super::Head;
use super::book::Book;
use super::notice::{issue_anchor, published};
use super::paragraphs::{html, markdown};
use super::parts::{self, Links};
use crate::history;
use crate::model::{Issue, Measure, Notice, UnitId, Update};
use crate::plan::Kind;

/// Head and view of the page of an issue.
pub fn view(n: usize, i: usize, book: &Book<'_>, links: &Links) -> (Head, Value) {
    let notice = &book.site.notices[n];
    let issue = &notice.issues[i];
    let notice_href = links.page(Kind::Notice(n), book.site);
    let label = issue.label.clone().unwrap_or_else(|| notice.numbering.label.clone());
    let measures: Vec<Value> = issue
        .measures
        .iter()
        .enumerate()
        .map(|(at, m)| measure(notice, m, &book.measure_number(n, i, at), book, links))
        .collect();
    let number = book.issue_number(n, i);
    let subject = format!("{number}{}", issue.short_title());
    let path: Vec<&str> = notice.path_to(&issue.under).iter().map(|n| n.heading.as_str()).collect();
    let due = issue.due_on(book.day);
    let tally = history::tally_measures(&issue.measures, notice.date, book.day);
    let neighbour = |at: Option<usize>| {
        at.filter(|at| *at < notice.issues.len()).map(|at| {
            json!({"title": notice.issues[at].short_title(), "href": links.page(Kind::Issue(n, at), book.site)})
        })
    };
    let view = json!({"issue": {
        "id": issue.id.as_str(),
        "number": number,
        "title": issue.short_title(),
        "notice_title": notice.title,
        "notice_href": format!("{notice_href}#{}", issue_anchor(issue)),
        "progress_href": links.page(Kind::Progress(n), book.site),
        "path": path,
        "status": parts::status(history::issue_status(issue, notice.date, book.day), book),
        "overdue": history::is_overdue(issue, notice.date, book.day),
        "due": issue.due.map(parts::date),
        "due_now": due.map(parts::date),
        "extensions": issue.extensions.iter().filter(|e| e.on <= book.day)
            .map(|e| json!({"on": parts::date(e.on), "to": parts::date(e.to), "why": e.why})).collect::<Vec<_>>(),
        "units": units(issue, book, links),
        "lead": issue.lead,
        "original": issue.original,
        "goal": issue.goal,
        "text_html": issue.text.as_ref().map(|t| html("", t)),
        "label": label.trim_end_matches([':', '：']),
        "completion": issue.completion.as_ref().map(|t| format!("{}{t}", notice.numbering.completion)),
        "closed": issue.closed.as_ref().filter(|c| c.date <= book.day)
            .map(|c| json!({"date": parts::date(c.date), "by": c.by, "document": c.document})),
        "measures": measures,
        "measures_tally": parts::tally(&tally, book, &parts::no_list),
        "body_html": issue.body.as_ref().map(|b| markdown(b)),
        "prev": neighbour(i.checked_sub(1)),
        "next": neighbour(Some(i + 1)),
        "position": i + 1,
        "count": notice.issues.len(),
        "contact": parts::contact(notice.contact.as_ref().or(book.site.settings.contact.as_ref()), Some(&subject)),
        "updated": parts::date(history::issue_date(issue, book.day).unwrap_or(notice.date)),
    }});
    let mut head = Head::new(issue.short_title(), issue.original.clone().unwrap_or_else(|| subject.clone()))
        .crumb(&notice.title, notice_href)
        .crumb(&number, String::new());
    head.date = Some(published(notice));
    head.issuer = Some(notice.issuer.clone());
    (head, view)
}

fn measure(notice: &Notice, m: &Measure, number: &str, book: &Book<'_>, links: &Links) -> Value {
    let updates: Vec<Value> =
        m.updates.iter().filter(|u| u.date <= book.day).map(|u| update(m, u, book)).collect();
    json!({
        "id": m.id.as_str(),
        "number": number,
        "html": html(number, &m.text),
        "status": parts::status(history::measure_status(m, notice.date, book.day), book),
        "unit": m.unit.as_ref().map(|u| parts::unit(u, book, links)),
        "with": m.with.iter().map(|u| parts::unit(u, book, links)).collect::<Vec<_>>(),
        "updates": updates,
    })
}

fn update(m: &Measure, u: &Update, book: &Book<'_>) -> Value {
    json!({
        "id": format!("{}-{}", m.id, u.id),
        "date": parts::date(u.date),
        "status": u.status.map(|s| parts::status(Some(s), book)),
        "text": u.text,
        "evidence": u.evidence,
    })
}

/// Who answers, then who helps, each once.
fn units(issue: &Issue, book: &Book<'_>, links: &Links) -> Vec<Value> {
    let mut seen: Vec<&UnitId> = Vec::new();
    let mut out = Vec::new();
    let led = issue.measures.iter().filter_map(|m| m.unit.as_ref()).map(|u| (u, false));
    let helped = issue.measures.iter().flat_map(|m| &m.with).map(|u| (u, true));
    for (id, helps) in led.chain(helped) {
        if seen.contains(&id) {
            continue;
        }
        seen.push(id);
        if let Some((at, unit)) = book.unit(id) {
            out.push(
                json!({"name": unit.name, "href": links.page(Kind::Unit(at), book.site), "helps": helps}),
            );
        }
    }
    out
}
