//! The public record of a notice as JSON (RFC 8259), with numbers as printed and each derived status.

use chrono::NaiveDate;
use serde_json::{Value, json};

use crate::history;
use crate::model::{
    CloseOut, Contact, Inspection, Issue, LookBack, Measure, Notice, Numbers, Pattern, Redaction, Update,
    Withdrawal, status,
};

/// The record of a notice on a day, nothing later in it. Keys are those of the content files; `number` is the printed form.
pub fn export(notice: &Notice, day: NaiveDate) -> String {
    format!("{:#}\n", record(notice, day))
}

/// The same as a value.
pub fn record(notice: &Notice, day: NaiveDate) -> Value {
    let numbers = Numbers::of(notice);
    let outline: Vec<Value> = notice
        .nodes()
        .iter()
        .map(|n| {
            let number = numbers.nodes.get(&n.id).copied().unwrap_or_default();
            json!({"id": n.id.as_str(), "level": n.level as u8 + 1, "heading": n.heading, "printed": n.printed,
                "number": printed(notice.numbering.of(n.level), number)})
        })
        .collect();
    let issues: Vec<Value> =
        notice.issues.iter().enumerate().map(|(at, i)| issue(notice, &numbers, at, i, day)).collect();
    json!({
        "format": 1,
        "slug": notice.slug,
        "title": notice.title,
        "issuer": notice.issuer,
        "date": notice.date,
        "published": notice.published.map(|t| t.format("%Y-%m-%dT%H:%M:00+08:00").to_string()),
        "record_date": history::record_date(notice, day),
        "inspection": notice.inspection.as_ref().map(inspection),
        "period_ends": notice.period_ends,
        "next_update_due": notice.next_update_due,
        "contact": notice.contact.as_ref().map(contact),
        "outline": outline,
        "issues": issues,
        "public_until": notice.public_until,
        "withdrawn": notice.withdrawn.iter().map(withdrawal).collect::<Vec<_>>(),
        "redactions": notice.redactions.iter().map(redaction).collect::<Vec<_>>(),
    })
}

/// One issue of a notice, with the notice that it belongs to.
pub fn one_issue(notice: &Notice, numbers: &Numbers, at: usize, day: NaiveDate) -> Value {
    let mut value = issue(notice, numbers, at, &notice.issues[at], day);
    if let Value::Object(fields) = &mut value {
        fields.insert("notice".to_owned(), json!(notice.slug));
    }
    value
}

fn printed(pattern: Option<&Pattern>, n: u32) -> String {
    pattern.filter(|_| n > 0).map(|p| p.print(n)).unwrap_or_default()
}

fn withdrawal(w: &Withdrawal) -> Value {
    let measure = w.measure.as_ref().map(|m| m.as_str());
    json!({"issue": w.issue.as_str(), "measure": measure, "update": w.update, "on": w.on, "why": w.why})
}

fn redaction(r: &Redaction) -> Value {
    json!({"on": r.on, "kind": r.kind.key(), "by": r.by, "places": r.places})
}

fn inspection(i: &Inspection) -> Value {
    json!({"by": i.by, "from": i.from, "to": i.to, "feedback": i.feedback})
}

fn contact(c: &Contact) -> Value {
    json!({"phone": c.phone, "address": c.address, "email": c.email, "postcode": c.postcode, "hours": c.hours})
}

fn issue(notice: &Notice, numbers: &Numbers, at: usize, i: &Issue, day: NaiveDate) -> Value {
    let measures: Vec<Value> = i
        .measures
        .iter()
        .zip(&numbers.measures[at])
        .map(|(m, n)| measure(notice, m, &printed(notice.numbering.measure.as_ref(), *n), day))
        .collect();
    json!({
        "id": i.id.as_str(),
        "number": printed(notice.numbering.issue.as_ref(), numbers.issues[at]),
        "title": i.title,
        "under": i.under.as_str(),
        "original": i.original,
        "goal": i.goal,
        "lead": i.lead,
        "status": status::key(history::issue_status(i, notice.date, day)),
        "due": i.due,
        "extensions": i.extensions.iter().filter(|e| e.on <= day).map(|e| json!({"on": e.on, "to": e.to, "why": e.why})).collect::<Vec<_>>(),
        "overdue": history::is_overdue(i, notice.date, day),
        "closed": i.closed.iter().filter(|c| c.date <= day).map(closed).collect::<Vec<_>>(),
        "reopened": i.reopened.iter().filter(|r| r.on <= day).map(|r| json!({"on": r.on, "why": r.why})).collect::<Vec<_>>(),
        "look_back": i.look_back.iter().filter(|l| l.date <= day).map(look_back).collect::<Vec<_>>(),
        "recurs_from": i.recurs_from.as_ref().map(|r| format!("{}/{}", r.notice, r.issue)),
        "aliases": i.aliases.iter().map(|a| a.id.as_str()).collect::<Vec<_>>(),
        "text": i.text,
        "completion": i.completion,
        "measures": measures,
        "explanation": i.body,
    })
}

fn measure(notice: &Notice, m: &Measure, number: &str, day: NaiveDate) -> Value {
    json!({
        "id": m.id.as_str(),
        "number": number,
        "unit": m.unit.as_ref().map(|u| u.as_str()),
        "with": m.with.iter().map(|u| u.as_str()).collect::<Vec<_>>(),
        "text": m.text,
        "status": status::key(history::measure_status(m, notice.date, day)),
        "updates": m.updates.iter().filter(|u| u.date <= day).map(update).collect::<Vec<_>>(),
    })
}

fn look_back(l: &LookBack) -> Value {
    json!({"date": l.date, "by": l.by, "finding": l.finding, "result": l.result.key()})
}

fn update(u: &Update) -> Value {
    json!({"id": u.id, "date": u.date, "status": status::key(u.status), "text": u.text, "evidence": super::evidence(&u.evidence),
        "corrects": u.corrects, "reason": u.reason, "minor": u.minor, "show_old": !u.hide_old})
}

fn closed(c: &CloseOut) -> Value {
    json!({"date": c.date, "by": c.by, "document": c.document})
}
