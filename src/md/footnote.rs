//! Footnotes: a mark in brackets, as documents print it, and the note that it leads to. `text` tells the texts of a page
//! apart, each of which may have a note 1.

use std::fmt::Write as _;

use super::escape::escape;

/// What ends a note.
pub const CLOSE: &str = "</div>\n";

/// The mark in the text; the first of a note has the id that the note leads back to.
pub fn mark(text: &str, label: &str, first: bool) -> String {
    let name = name(text, label);
    let id = if first { format!(" id=\"fnref-{name}\"") } else { String::new() };
    format!("<sup{id}><a href=\"#fn-{name}\">[{}]</a></sup>", escape(label))
}

/// What begins a note.
pub fn open(text: &str, label: &str) -> String {
    let name = name(text, label);
    let back = format!("<a href=\"#fnref-{name}\">[{}]</a>", escape(label));
    format!("<div class=\"footnote\" id=\"fn-{name}\" role=\"note\"><p class=\"mark\">{back}</p>\n")
}

/// A label as part of an id; the bytes of one that no id should hold.
fn name(text: &str, label: &str) -> String {
    if !label.is_empty() && label.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-') {
        return format!("{text}{label}");
    }
    label.bytes().fold(format!("{text}x"), |mut out, byte| {
        // A String takes everything.
        let _never = write!(out, "{byte:02x}");
        out
    })
}
