//! Footnotes of the content that do not hold together, each at its place.

use rayon::prelude::*;

use super::links::body;
use crate::diag::Diagnostic;
use crate::lang::Msg;
use crate::md::{NoteFault, note_faults};
use crate::text::{FileId, Source, Sources, Span};

/// Every mark without its note and every note without a mark, in the order of the files.
pub fn check(sources: &Sources) -> Vec<Diagnostic> {
    let all: Vec<(usize, &Source)> = sources.iter().enumerate().collect();
    let noted = all.into_par_iter().filter(|(_, s)| s.path.ends_with(".md") && s.text.contains("[^"));
    noted.flat_map_iter(|(at, source)| of(FileId(u32::try_from(at).unwrap_or(u32::MAX)), source)).collect()
}

fn of(file: FileId, source: &Source) -> Vec<Diagnostic> {
    let Some(body) = body(file, source) else { return Vec::new() };
    let base = source.text.len() - body.len();
    note_faults(body).into_iter().map(|fault| said(&fault, file, base)).collect()
}

fn said(fault: &NoteFault, file: FileId, base: usize) -> Diagnostic {
    let NoteFault { range, label, mark } = fault;
    let span = Span::new(file, base + range.start, base + range.end);
    let (code, message, hint) = if *mark {
        ("note-missing", "load-note-missing", "load-note-missing-hint")
    } else {
        ("note-unused", "load-note-unused", "load-note-unused-hint")
    };
    let about = |id| Msg::new(id).with("label", label);
    Diagnostic::error(code, span, about(message)).hint(about(hint))
}
