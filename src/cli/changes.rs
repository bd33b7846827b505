//! Changes of a notice for the terminal.

use super::out::Out;
use crate::history::{Change, Changes, IssueChanges, Piece};
use crate::lang::Msg;
use crate::model::{Status, Tally, Update, status};

/// Prints what changed, or that nothing did.
pub fn print(changes: &Changes<'_>, out: &Out) {
    if changes.is_empty() {
        out.say(&Msg::new("diff-nothing"));
        return;
    }
    if let Some(why) = changes.corrected {
        out.say(&Msg::new("diff-corrected-unseen").with("why", why));
    }
    totals("diff-issues", &changes.issue_totals, out);
    totals("diff-measures", &changes.measure_totals, out);
    for pieces in &changes.text {
        out.say(&Msg::new("diff-text").with("words", words(pieces)));
    }
    changes.issues.iter().for_each(|issue| one(issue, out));
}

fn totals(id: &'static str, (then, now): &(Tally, Tally), out: &Out) {
    let message = Msg::new(id)
        .count("then", then.finished())
        .count("of", then.total())
        .count("now", now.finished())
        .count("total", now.total());
    out.say(&message);
}

fn one(issue: &IssueChanges<'_>, out: &Out) {
    out.raw(&format!(
        "\n{}\n",
        out.text(&Msg::new("diff-issue").with("title", issue.title).with("id", issue.id.as_str()))
    ));
    for change in &issue.changes {
        out.say(&message(change, out));
    }
}

fn message(change: &Change<'_>, out: &Out) -> Msg {
    let day = |d: Option<chrono::NaiveDate>| d.map_or_else(|| "—".to_owned(), |d| d.to_string());
    let state = |s: Option<Status>| out.word(state_word(s));
    match change {
        Change::Added => Msg::new("diff-added"),
        Change::Removed => Msg::new("diff-removed"),
        Change::Closed(closed) => Msg::new("diff-closed").with("date", closed.date.to_string()),
        Change::Reopened => Msg::new("diff-reopened"),
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
        Piece::Same(text) => short(text),
        Piece::Old(text) => format!("[-{text}-]"),
        Piece::New(text) => format!("{{+{text}+}}"),
        Piece::Hidden => "[-…-]".to_owned(),
    });
    shown.collect::<String>().replace('\n', "⏎")
}

/// The ends of a long stretch that is the same.
fn short(text: &str) -> String {
    let chars: Vec<char> = text.chars().collect();
    if chars.len() <= 2 * CONTEXT + 2 {
        return text.to_owned();
    }
    let (head, tail) = (&chars[..CONTEXT], &chars[chars.len() - CONTEXT..]);
    head.iter().chain(&['…', '…']).chain(tail).collect()
}

/// How many characters of what is the same are shown on each side of a change.
const CONTEXT: usize = 12;
