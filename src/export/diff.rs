//! What changed between two states of a notice, as JSON.

use serde_json::{Value, json};

use crate::history::{Change, Changes, FieldChange, IssueChanges, Piece, Units, Value as Field};
use crate::model::{Status, Tally, status};

/// One object: totals then and now, reworded prose, and the changes of each issue.
pub fn export(changes: &Changes<'_>) -> String {
    let (issues, measures) = (&changes.issue_totals, &changes.measure_totals);
    let value = json!({
        "issues": {"then": tally(&issues.0), "now": tally(&issues.1)},
        "measures": {"then": tally(&measures.0), "now": tally(&measures.1)},
        "fields": changes.fields.iter().map(field).collect::<Vec<_>>(),
        "text": changes.text.iter().map(|p| pieces(p)).collect::<Vec<_>>(),
        "correction": changes.corrected,
        "changes": changes.issues.iter().map(issue).collect::<Vec<_>>(),
    });
    format!("{value:#}\n")
}

fn tally(t: &Tally) -> Value {
    json!({"total": t.total(), "finished": t.finished(), "not_stated": t.not_stated, "overdue": t.overdue,
        "closed": t.closed})
}

fn issue(i: &IssueChanges<'_>) -> Value {
    json!({"issue": i.id.as_str(), "title": i.title, "changes": i.changes.iter().map(change).collect::<Vec<_>>()})
}

fn change(c: &Change<'_>) -> Value {
    let key = |s: &Option<Status>| status::key(*s);
    match c {
        Change::Added => json!({"kind": "issue_added"}),
        Change::Removed => json!({"kind": "issue_removed"}),
        Change::Withdrawn(w) => {
            json!({"kind": "withdrawn", "measure": w.measure.as_ref().map(|m| m.as_str()), "update": w.update, "on": w.on, "why": w.why})
        }
        Change::Closed(c) => json!({"kind": "closed", "date": c.date, "by": c.by, "document": c.document}),
        Change::Reopened(again) => {
            json!({"kind": "reopened", "on": again.map(|r| r.on), "why": again.map(|r| &r.why)})
        }
        Change::LookedBack(l) => {
            json!({"kind": "look_back", "date": l.date, "by": l.by, "finding": l.finding, "result": l.result.key()})
        }
        Change::Recurs(older) => {
            json!({"kind": "recurs_from", "issue": older.map(|r| format!("{}/{}", r.notice, r.issue))})
        }
        Change::Under(from, to) => json!({"kind": "moved_under", "from": from, "to": to}),
        Change::Assigned { id, from, to } => {
            json!({"kind": "assigned", "measure": id.as_str(), "from": units(from), "to": units(to)})
        }
        Change::Due { from, to, why } => json!({"kind": "due_moved", "from": from, "to": to, "why": why}),
        Change::Reworded(p) => json!({"kind": "reworded", "words": pieces(p)}),
        Change::MeasureAdded(m) => json!({"kind": "measure_added", "measure": m.id.as_str(), "text": m.text}),
        Change::MeasureRemoved(id, text) => {
            json!({"kind": "measure_removed", "measure": id.as_str(), "text": text})
        }
        Change::MeasureReworded(id, p) => {
            json!({"kind": "measure_reworded", "measure": id.as_str(), "words": pieces(p)})
        }
        Change::Moved { id, from, to } => {
            json!({"kind": "status_moved", "measure": id.as_str(), "from": key(from), "to": key(to)})
        }
        Change::Update(id, u) => {
            let evidence: Vec<_> = u.evidence.iter().map(super::json::evidence).collect();
            json!({"kind": "update", "measure": id.as_str(), "update": u.id, "date": u.date,
            "status": key(&u.status), "text": u.text, "evidence": evidence, "corrects": u.corrects,
            "reason": u.reason})
        }
        Change::Corrected(id, u, reason) => {
            json!({"kind": "corrected", "measure": id.as_str(), "update": u.id, "date": u.date, "reason": reason})
        }
    }
}

fn units(u: &Units<'_>) -> Value {
    json!({"unit": u.unit.map(|u| u.as_str()), "with": u.with.iter().map(|u| u.as_str()).collect::<Vec<_>>()})
}

fn field(f: &FieldChange) -> Value {
    let value = |value: &Option<Field>| match value {
        None => Value::Null,
        Some(Field::Hidden) => json!({"hidden": true}),
        Some(Field::Day(day)) => json!(day),
        Some(Field::Text(text)) => json!(text),
    };
    json!({"field": f.field, "from": value(&f.from), "to": value(&f.to)})
}

fn pieces(all: &[Piece]) -> Value {
    let piece = |p: &Piece| match p {
        Piece::Same(text) => json!({"same": text}),
        Piece::Old(text) => json!({"old": text}),
        Piece::New(text) => json!({"new": text}),
        Piece::Hidden => json!({"hidden": true}),
    };
    all.iter().map(piece).collect()
}
