//! `phrases.txt`: the phrases that must be exact.

use std::sync::Arc;

use crate::diag::Diagnostic;
use crate::lang::Msg;
use crate::text::{FileId, Source, Span};
use crate::zh::spelling::{Fault, Speller, parse};

/// Reads the list; a line that says nothing is an error at its place.
pub fn decode(file: FileId, source: &Source, out: &mut Vec<Diagnostic>) -> Arc<Speller> {
    let (list, faults) = parse(&source.text);
    for (range, fault) in faults {
        let (message, hint) = match fault {
            Fault::Short => ("load-phrase-short", "load-phrase-short-hint"),
            Fault::Twice => ("load-phrase-twice", "load-phrase-twice-hint"),
        };
        let text = source.text.get(range.clone()).unwrap_or_default();
        let span = Span::new(file, range.start, range.end);
        let found = Diagnostic::error("phrase", span, Msg::new(message).with("text", text));
        out.push(found.hint(Msg::new(hint)));
    }
    Arc::new(Speller::new(list))
}
