//! Changes of a notice for the terminal.

use super::out::Out;
use crate::history::{Change, Changes, FieldChange, IssueChanges, Piece, Units, Value, ends};
use crate::lang::Msg;
use crate::model::{IssueRef, LookBackResult, Status, Tally, Unit, UnitId, Update, status};

/// Prints what changed, or that nothing did; `units` of the site give names to the ids.
pub fn print(changes: &Changes<'_>, units: &[Unit], out: &Out) {
    if changes.is_empty() {
        out.say(&Msg::new("diff-nothing"));
        return;
    }
    if let Some(why) = changes.corrected {
        out.say(&Msg::new("diff-corrected-unseen").with("why", why));
    }
    totals("diff-issues", &changes.issue_totals, out);
    totals("diff-measures", &changes.measure_totals, out);
    changes.fields.iter().for_each(|field| out.say(&field_message(field)));
    for pieces in &changes.text {
        out.say(&Msg::new("diff-text").with("words", words(pieces)));
    }
    changes.issues.iter().for_each(|issue| one(issue, units, out));
}

fn totals(id: &'static str, (then, now): &(Tally, Tally), out: &Out) {
    let message = Msg::new(id)
        .count("then", then.finished())
        .count("of", then.total())
        .count("now", now.finished())
        .count("total", now.total());
    out.say(&message);
}

fn one(issue: &IssueChanges<'_>, units: &[Unit], out: &Out) {
    out.raw(&format!(
        "\n{}\n",
        out.text(&Msg::new("diff-issue").with("title", issue.title).with("id", issue.id.as_str()))
    ));
    for change in &issue.changes {
        out.say(&message(change, units, out));
    }
}

fn message(change: &Change<'_>, units: &[Unit], out: &Out) -> Msg {
    let day = |d: Option<chrono::NaiveDate>| d.map_or_else(|| "—".to_owned(), |d| d.to_string());
    let state = |s: Option<Status>| out.word(state_word(s));
    match change {
        Change::Added => Msg::new("diff-added"),
        Change::Removed => Msg::new("diff-removed"),
        Change::Withdrawn(w) => Msg::new("diff-withdrawn")
            .with("address", w.address())
            .with("date", w.on.to_string())
            .with("why", &w.why),
        Change::Closed(closed) => Msg::new("diff-closed").with("date", closed.date.to_string()),
        Change::Reopened(None) => Msg::new("diff-open"),
        Change::Reopened(Some(r)) => {
            Msg::new("diff-reopened").with("date", r.on.to_string()).with("why", &r.why)
        }
        Change::LookedBack(look) => Msg::new("diff-look-back")
            .with("date", look.date.to_string())
            .with("result", out.word(look_word(look.result)))
            .with("by", look.by.as_deref().unwrap_or_default())
            .with("finding", look.finding.as_deref().unwrap_or_default()),
        Change::Recurs(older) => recurs(*older),
        Change::Under(from, to) => Msg::new("diff-under").with("from", *from).with("to", *to),
        Change::Assigned { id, from, to } => Msg::new("diff-assigned")
            .with("id", id.as_str())
            .with("from", names(*from, units))
            .with("to", names(*to, units)),
        Change::Due { from, to, why } => Msg::new("diff-due")
            .with("from", day(*from))
            .with("to", day(*to))
            .with("why", why.unwrap_or_default()),
        Change::Reworded(pieces) => Msg::new("diff-reworded").with("words", words(pieces)),
        Change::MeasureAdded(m) => Msg::new("diff-measure-added").with("id", m.id.as_str()),
        Change::MeasureRemoved(id, _) => Msg::new("diff-measure-removed").with("id", id.as_str()),
        Change::MeasureReworded(id, pieces) => {
            Msg::new("diff-measure-reworded").with("id", id.as_str()).with("words", words(pieces))
        }
        Change::Moved { id, from, to } => {
            Msg::new("diff-moved").with("id", id.as_str()).with("from", state(*from)).with("to", state(*to))
        }
        Change::Update(id, update) => entry(id.as_str(), update),
        Change::Corrected(id, update, reason) => Msg::new("diff-corrected")
            .with("id", id.as_str())
            .with("date", update.date.to_string())
            .with("why", reason.unwrap_or_default()),
    }
}

fn field_message(change: &FieldChange) -> Msg {
    let shown = |value: &Option<Value>| match value {
        None => "—".to_owned(),
        Some(Value::Hidden) => "…".to_owned(),
        Some(Value::Day(day)) => day.to_string(),
        Some(Value::Text(text)) => text.clone(),
    };
    Msg::new("diff-field")
        .with("field", change.field)
        .with("from", shown(&change.from))
        .with("to", shown(&change.to))
}

fn recurs(older: Option<&IssueRef>) -> Msg {
    match older {
        Some(older) => Msg::new("diff-recurs").with("name", format!("{}/{}", older.notice, older.issue)),
        None => Msg::new("diff-recurs-no-more"),
    }
}

/// The names of units, the one that leads first.
fn names(all: Units<'_>, units: &[Unit]) -> String {
    let ids = all.unit.into_iter().chain(all.with);
    let name =
        |id: &UnitId| units.iter().find(|u| u.id == *id).map_or_else(|| id.to_string(), |u| u.name.clone());
    let names: Vec<String> = ids.map(name).collect();
    if names.is_empty() { "—".to_owned() } else { names.join(" + ") }
}

/// The id of what a look back came to, among the tool's own messages.
fn look_word(result: LookBackResult) -> &'static str {
    match result {
        LookBackResult::Kept => "look-kept",
        LookBackResult::Partial => "look-partial",
        LookBackResult::Relapsed => "look-relapsed",
    }
}

fn entry(measure: &str, update: &Update) -> Msg {
    let id = if update.reason.is_some() { "diff-correction" } else { "diff-update" };
    Msg::new(id)
        .with("id", measure)
        .with("date", update.date.to_string())
        .with("text", update.text.as_deref().unwrap_or_default())
        .with("why", update.reason.as_deref().unwrap_or_default())
}

/// The id of a status's name among the tool's own messages.
pub fn state_word(s: Option<Status>) -> &'static str {
    match status::key(s) {
        "not_started" => "state-not-started",
        "in_progress" => "state-in-progress",
        "blocked" => "state-blocked",
        "basically_done" => "state-basically-done",
        "done" => "state-done",
        "done_ongoing" => "state-done-ongoing",
        _ => "state-not-stated",
    }
}

/// A difference on one line, old words as `[-…-]` and new ones as `{+…+}`, as version control shows words.
fn words(pieces: &[Piece]) -> String {
    let shown = pieces.iter().map(|piece| match piece {
        Piece::Same(text) => ends(text, CONTEXT),
        Piece::Old(text) => format!("[-{text}-]"),
        Piece::New(text) => format!("{{+{text}+}}"),
        Piece::Hidden => "[-…-]".to_owned(),
    });
    shown.collect::<String>().replace('\n', "⏎")
}

/// How many characters of what is the same are shown on each side of a change.
const CONTEXT: usize = 12;
