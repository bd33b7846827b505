//! Diagnostics for machines: one JSON object a line (JSON Lines), keys in a fixed order.

use serde::Serialize;

use super::{Diagnostic, Place, in_order};
use crate::lang::Catalog;
use crate::text::Sources;

#[derive(Serialize)]
struct Row<'a> {
    severity: &'static str,
    code: &'a str,
    path: String,
    line: Option<usize>,
    column: Option<usize>,
    message: String,
    hint: Option<String>,
}

/// Prints every diagnostic as one JSON object on a line of its own.
pub fn print(diagnostics: &[Diagnostic], sources: &Sources, catalog: &Catalog) -> String {
    in_order(diagnostics, sources)
        .into_iter()
        .filter_map(|d| serde_json::to_string(&row(d, sources, catalog)).ok())
        .map(|line| line + "\n")
        .collect()
}

fn row<'a>(d: &'a Diagnostic, sources: &'a Sources, catalog: &Catalog) -> Row<'a> {
    let (path, at) = match &d.place {
        Place::Path(path) => (sources.shown(path), None),
        Place::Text(span) => match sources.get(span.file) {
            Some(source) => (sources.shown(&source.path), Some(source.line_column(span.start))),
            None => (String::new(), None),
        },
    };
    Row {
        severity: d.severity.key(),
        code: d.code,
        path,
        line: at.map(|(line, _)| line),
        column: at.map(|(_, column)| column),
        message: catalog.text(&d.message),
        hint: d.hint.as_ref().map(|h| catalog.text(h)),
    }
}
