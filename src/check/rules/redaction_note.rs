//! Notes of a redaction that somebody typed: the record knows nothing of what was withheld, when and by whom.

use chrono::NaiveDate;

use super::Rule;
use crate::check::{Finding, Record};
use crate::diag::Severity;
use crate::lang::Msg;
use crate::model::RedactionKind;
use crate::model::redaction::{NOTE_CLOSES, NOTE_OPENS};

/// `〔依规定不予公开：个人信息，2026-01-05〕` with nothing in `redactions`. Whether something was withheld only a person can say.
pub const RULE: Rule = Rule { code: "redaction-note", severity: Severity::Note, find };

fn find(record: &Record<'_>) -> Vec<Finding> {
    let recorded: Vec<String> = record.notice.redactions.iter().map(|r| r.note()).collect();
    let mut out = Vec::new();
    for (at, p) in record.passages.iter().enumerate() {
        for (start, _) in p.text.match_indices(opens()) {
            let Some(len) = p.text[start..].find(NOTE_CLOSES) else { continue };
            let range = start..start + len + NOTE_CLOSES.len_utf8();
            let note = &p.text[range.clone()];
            if recorded.iter().any(|known| known == note) {
                continue;
            }
            let id = if is_whole(note) { "found-note-unrecorded" } else { "found-note-bare" };
            let message = Msg::new(id).with("note", note);
            let hint = Msg::new("found-note-unrecorded-hint");
            out.push(Finding::at(at, range, message).hint(hint).undecided(true));
        }
    }
    out
}

/// How a note begins that may say neither kind nor day.
fn opens() -> &'static str {
    NOTE_OPENS.trim_end_matches('：')
}

/// Whether a note says of what kind the words were and on what day they were withheld.
fn is_whole(note: &str) -> bool {
    let said = note.strip_prefix(NOTE_OPENS).and_then(|rest| rest.strip_suffix(NOTE_CLOSES));
    said.and_then(|said| said.rsplit_once('，')).is_some_and(|(kind, day)| {
        RedactionKind::ALL.iter().any(|known| known.chinese() == kind) && day.parse::<NaiveDate>().is_ok()
    })
}
