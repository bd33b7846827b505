//! One line a diagnostic: `file:line:column: error[code]: message`, as compilers print for editors.

use super::{Diagnostic, Place, in_order};
use crate::lang::Catalog;
use crate::text::Sources;

/// Prints every diagnostic on a line of its own.
pub fn print(diagnostics: &[Diagnostic], sources: &Sources, catalog: &Catalog) -> String {
    in_order(diagnostics, sources).into_iter().map(|d| line(d, sources, catalog)).collect()
}

/// `path:line:column` of a place, or the path alone where the file as a whole is meant.
pub fn place(place: &Place, sources: &Sources) -> String {
    match place {
        Place::Path(path) => sources.shown(path),
        Place::Text(span) => sources.get(span.file).map_or_else(String::new, |source| {
            let (line, column) = source.line_column(span.start);
            format!("{}:{line}:{column}", sources.shown(&source.path))
        }),
    }
}

fn line(d: &Diagnostic, sources: &Sources, catalog: &Catalog) -> String {
    let place = place(&d.place, sources);
    format!("{place}: {}[{}]: {}\n", d.severity.key(), d.code, catalog.text(&d.message))
}
