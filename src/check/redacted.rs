//! What was taken out stays out.
//!
//! What it does: where redactions were made, the text must hold a note for each, and as many as the latest edition has
//! there, for as long as there is such a text; and a redaction that the latest edition records must still be recorded.
//! Why: nobody can compare with words that are kept nowhere, but words that come back come back in that place, and the
//! public has read that something was withheld there.
//! Use instead: the note, exactly as it was written, and around it whatever words may be public.

use crate::diag::Diagnostic;
use crate::lang::Msg;
use crate::model::texts::{current, texts};
use crate::model::{Notice, Redaction};

/// Every redaction of one notice that no longer holds.
pub fn check(notice: &Notice) -> Vec<Diagnostic> {
    let published = notice.editions.last().map_or(&[][..], |e| &e.notice.redactions);
    let lost = published.iter().filter(|p| !notice.redactions.iter().any(|r| r.keeps(p)));
    let mut out: Vec<Diagnostic> = lost.map(|p| unrecorded(notice, p)).collect();
    if !notice.redactions.is_empty() {
        out.extend(filled_again(notice));
    }
    out
}

fn unrecorded(notice: &Notice, redaction: &Redaction) -> Diagnostic {
    let message = Msg::new("check-redaction-gone").with("note", redaction.note());
    Diagnostic::error("redaction", notice.span, message).hint(Msg::new("check-redaction-gone-hint"))
}

fn filled_again(notice: &Notice) -> Vec<Diagnostic> {
    let now = texts(notice);
    let then = notice.editions.last().map(|e| texts(&e.notice)).unwrap_or_default();
    let mut wanted: Vec<(String, String, usize)> = Vec::new();
    for redaction in &notice.redactions {
        for place in &redaction.places {
            let (place, note) = (current(notice, place), redaction.note());
            match wanted.iter_mut().find(|(p, n, _)| *p == place && *n == note) {
                Some((.., times)) => *times += 1,
                None => wanted.push((place, note, 1)),
            }
        }
    }
    let published = |place: &str, note: &str| {
        let here = then.iter().filter(|(at, _)| current(notice, at) == place);
        here.map(|(_, text)| text.matches(note).count()).sum::<usize>()
    };
    let gone = |(place, note, times): &&(String, String, usize)| {
        let mut here = now.iter().filter(|(at, _)| at == place).peekable();
        let there = here.peek().is_some();
        let left: usize = here.map(|(_, text)| text.matches(note.as_str()).count()).sum();
        there && left < published(place, note).max(*times)
    };
    wanted.iter().filter(gone).map(|(place, note, _)| back(notice, place, note)).collect()
}

fn back(notice: &Notice, place: &str, note: &str) -> Diagnostic {
    let message = Msg::new("check-redacted-back").with("place", place).with("note", note);
    let hint = Msg::new("check-redacted-back-hint").with("note", note);
    Diagnostic::error("redaction", notice.span, message).hint(hint)
}
