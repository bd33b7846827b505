//! What a build says of the weight of its pages.

use super::out::Out;
use crate::lang::Msg;
use crate::site::Heavy;

/// Kinds that people read, each with its name in the catalogue and the weight that it should keep under, in kB.
const KINDS: [(&str, &str, usize); 9] = [
    ("home", "kind-home", 60),
    ("notice", "kind-notice", 60),
    ("issue", "kind-issue", 20),
    ("progress", "kind-progress", 60),
    ("progress-index", "kind-progress-index", 60),
    ("unit", "kind-unit", 60),
    ("status", "kind-status", 60),
    ("issues", "kind-issues", 60),
    ("edition", "kind-edition", 60),
];

/// The heaviest page of each kind on one line, and below it by name those that are too heavy.
pub fn say(heaviest: &[Heavy], out: &Out) {
    let known = |(kind, name, most): &(&str, &'static str, usize)| {
        let heavy = heaviest.iter().find(|heavy| heavy.kind == *kind)?;
        Some((heavy, out.word(name), *most))
    };
    let found: Vec<(&Heavy, String, usize)> = KINDS.iter().filter_map(known).collect();
    if found.is_empty() {
        return;
    }
    let each: Vec<String> =
        found.iter().map(|(heavy, name, _)| format!("{name} {}", weight(heavy.sent))).collect();
    out.say(&Msg::new("build-heaviest").list("pages", each.iter().map(String::as_str)));
    for (heavy, _, most) in found.iter().filter(|(heavy, _, most)| heavy.sent > most * 1000) {
        let message = Msg::new("build-heavy").with("path", &heavy.path).with("size", weight(heavy.sent));
        out.note(&message.with("most", format!("{most} kB")));
    }
}

/// `12.3 kB`
fn weight(bytes: usize) -> String {
    let tenths = (bytes + 50) / 100;
    format!("{}.{} kB", tenths / 10, tenths % 10)
}
