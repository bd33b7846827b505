//! Text as XML 1.0.

use std::fmt::Write as _;

use super::styles::id;
use crate::export::paper::Style;
use crate::md::escape::escape_into;
use crate::md::pieces::Dress;

/// Writes words as a run; tabs and line feeds, which are spaces in XML, as what Word has for them.
pub fn run(out: &mut String, text: &str, dress: Dress, style: Option<Style>) {
    if text.is_empty() {
        return;
    }
    out.push_str("<w:r>");
    properties(out, dress, style);
    let mut rest = text;
    while !rest.is_empty() {
        let end = rest.find(['\t', '\n', '\r']).unwrap_or(rest.len());
        if end > 0 {
            out.push_str("<w:t xml:space=\"preserve\">");
            self::text(out, &rest[..end]);
            out.push_str("</w:t>");
        }
        match rest[end..].chars().next() {
            Some('\t') => out.push_str("<w:tab/>"),
            Some(_) => out.push_str("<w:br/>"),
            None => {}
        }
        rest = rest[end..].get(1..).unwrap_or_default();
    }
    out.push_str("</w:r>");
}

fn properties(out: &mut String, dress: Dress, style: Option<Style>) {
    if dress == Dress::default() && style.is_none() {
        return;
    }
    out.push_str("<w:rPr>");
    if let Some(style) = style {
        // A String takes everything, here and below.
        let _never = write!(out, "<w:rStyle w:val=\"{}\"/>", id(style));
    }
    let marks =
        [(dress.strong, "<w:b/>"), (dress.struck, "<w:strike/>"), (dress.emphasis, "<w:em w:val=\"dot\"/>")];
    marks.into_iter().filter(|(on, _)| *on).for_each(|(_, mark)| out.push_str(mark));
    out.push_str("</w:rPr>");
}

/// Writes text with the five characters that XML reads otherwise as references.
pub fn text(out: &mut String, text: &str) {
    let _never = escape_into(out, text);
}
