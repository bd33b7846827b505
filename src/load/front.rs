//! A Markdown file into its front matter and its body.

use super::empty;
use crate::diag::Diagnostic;
use crate::lang::Msg;
use crate::text::{FileId, Source, Span};

/// The two halves of a file.
pub struct Parts<'a> {
    /// Between the two `---` lines.
    pub yaml: &'a str,
    /// Where that begins, in bytes.
    pub base: usize,
    /// After the second.
    pub body: &'a str,
}

/// Splits a file at its `---` lines; without them it is a mistake, and so is half a file.
pub fn split<'a>(file: FileId, source: &'a Source, out: &mut Vec<Diagnostic>) -> Option<Parts<'a>> {
    let text = source.text.as_str();
    if text.trim().is_empty() {
        out.push(empty(source));
        return None;
    }
    let Some(rest) = text.strip_prefix("---\n") else {
        let end = text.find('\n').unwrap_or(text.len());
        out.push(fault("load-no-front", Span::new(file, 0, end)));
        return None;
    };
    let mut at = 4;
    for line in rest.split_inclusive('\n') {
        if line.trim_end() == "---" {
            return Some(Parts { yaml: &text[4..at], base: 4, body: &text[at + line.len()..] });
        }
        at += line.len();
    }
    out.push(fault("load-front-open", Span::new(file, 0, 3)));
    None
}

fn fault(id: &'static str, span: Span) -> Diagnostic {
    Diagnostic::error("front-matter", span, Msg::new(id)).hint(Msg::new("load-front-hint"))
}
