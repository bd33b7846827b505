//! A finished status that nothing shows.

use super::Rule;
use crate::check::{Finding, Kind, Passage, Record};
use crate::diag::Severity;
use crate::lang::Msg;
use crate::model::Status;
use crate::model::redaction::{NOTE_CLOSES, NOTE_OPENS};

/// 已完成 with no date, no document and no entry: whoever comes back to look has nothing to begin with.
pub const RULE: Rule = Rule { code: "finished-no-proof", severity: Severity::Warning, find };

fn find(record: &Record<'_>) -> Vec<Finding> {
    let bare = record.of_kind(|k| matches!(k, Kind::Measure)).filter(|(_, p)| {
        let measure = record.measure_of(p);
        p.status.is_some_and(Status::is_finished)
            && measure.is_some_and(|m| m.updates.is_empty())
            && record.issue_of(p).is_some_and(|i| i.closed.is_empty())
            && !has_proof(p)
    });
    bare.filter_map(|(at, p)| {
        let status = p.status?;
        let first = p.text.find(['。', '，', ',', '；', '\n']).unwrap_or(p.text.len());
        let found = Finding::at(at, 0..first, Msg::new("found-no-proof").words("status", status.message()));
        Some(found.hint(Msg::new("found-no-proof-hint").with("key", status.key())))
    })
    .collect()
}

/// Whether a text gives a day or names a document. The note that stands where words were withheld has a day too, which tells nothing of
/// what was done.
fn has_proof(p: &Passage<'_>) -> bool {
    let text = &*p.text;
    let notes: Vec<_> = text
        .match_indices(NOTE_OPENS)
        .map(|(at, _)| at..text[at..].find(NOTE_CLOSES).map_or(text.len(), |end| at + end))
        .collect();
    let told = |at: usize| !notes.iter().any(|note| note.contains(&at));
    p.dates().iter().any(|m| m.month.is_some() && told(m.range.start))
        || text.match_indices(['《', '〔']).any(|(at, _)| told(at))
}
