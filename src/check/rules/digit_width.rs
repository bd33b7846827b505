//! Figures and letters in full width among those in half width.

use std::ops::Range;

use super::Rule;
use crate::check::{Finding, Kind, Record};
use crate::diag::Severity;
use crate::lang::Msg;
use crate::zh::numeral;

/// `２０25年`, or `２０２５年` in a text that else has 2025.
pub const RULE: Rule = Rule { code: "digit-width", severity: Severity::Warning, find };

fn find(record: &Record<'_>) -> Vec<Finding> {
    let texts: Vec<_> = record.of_kind(|k| !matches!(k, Kind::Contact(_) | Kind::Label(_))).collect();
    let wide: Vec<_> =
        texts.iter().flat_map(|(at, p)| runs(&p.text).into_iter().map(|r| (*at, &p.text, r))).collect();
    let narrow =
        || texts.iter().map(|(_, p)| p.text.bytes().filter(u8::is_ascii_digit).count()).sum::<usize>();
    if wide.is_empty() || narrow() < wide.len() {
        return Vec::new();
    }
    wide.into_iter()
        .map(|(at, text, range)| {
            let words = &text[range.clone()];
            let right: String = words.chars().map(narrowed).collect();
            let message = Msg::new("found-digit-width").with("text", words);
            Finding::at(at, range, message).mend(text, right, true)
        })
        .collect()
}

/// Runs of full-width figures and letters, with what is in half width among them.
fn runs(text: &str) -> Vec<Range<usize>> {
    let mut out: Vec<Range<usize>> = Vec::new();
    for (at, c) in text.char_indices().filter(|(_, c)| narrowed(*c) != *c) {
        let end = at + c.len_utf8();
        match out.last_mut() {
            Some(last) if text[last.end..at].bytes().all(|b| b.is_ascii_alphanumeric() || b == b'.') => {
                last.end = end
            }
            _ => out.push(at..end),
        }
    }
    for range in &mut out {
        let more = text[range.end..].bytes().take_while(u8::is_ascii_alphanumeric).count();
        let less = text[..range.start].bytes().rev().take_while(u8::is_ascii_alphanumeric).count();
        *range = range.start - less..range.end + more;
    }
    out
}

fn narrowed(c: char) -> char {
    match c {
        'Ａ'..='Ｚ' | 'ａ'..='ｚ' => char::from_u32(u32::from(c) - 0xFEE0).unwrap_or(c),
        _ => numeral::narrow(c),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_run_is_marked_as_a_whole() {
        let text = "于２０25年8月召开第１２次会议";
        assert_eq!(runs(text).into_iter().map(|r| &text[r]).collect::<Vec<_>>(), ["２０25", "１２"]);
    }
}
