//! Findings of rules for people: most severe first, each rule under a heading that counts what it found.

use rayon::prelude::*;

use super::{Diagnostic, Severity, human, in_order};
use crate::lang::{Catalog, Msg};
use crate::text::Sources;

/// Prints the findings by severity, then by rule in the order in which each is first met. `colour` adds terminal escapes.
pub fn print(diagnostics: &[Diagnostic], sources: &Sources, catalog: &Catalog, colour: bool) -> String {
    let mut groups: Vec<((Severity, &str), Vec<&Diagnostic>)> = Vec::new();
    for d in in_order(diagnostics, sources) {
        let key = (d.severity, d.code);
        match groups.iter_mut().find(|(k, _)| *k == key) {
            Some((_, group)) => group.push(d),
            None => groups.push((key, vec![d])),
        }
    }
    groups.sort_by_key(|((severity, _), _)| *severity);
    let one = |(key, group): ((Severity, &str), Vec<&Diagnostic>)| {
        let bodies = group.par_iter().map(|d| human::one(d, sources, catalog, colour) + "\n\n");
        heading(key, group.len(), catalog) + "\n\n" + &bodies.collect::<String>()
    };
    groups.into_iter().map(one).collect()
}

/// `── 警告 3 处：早于反馈（date-before-feedback）`
fn heading((severity, code): (Severity, &str), count: usize, catalog: &Catalog) -> String {
    let title = format!("rule-{code}");
    let title = if catalog.has(&title) { catalog.words(&title) } else { String::new() };
    let message = Msg::new("check-group")
        .with("severity", catalog.text(&Msg::new(human::severity_word(severity))))
        .count("n", count)
        .with("title", title)
        .with("code", code);
    catalog.text(&message)
}
