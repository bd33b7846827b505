//! Emphasis that is printed as asterisks.

use std::ops::Range;

use super::Rule;
use crate::check::{Finding, Kind, Record};
use crate::diag::Severity;
use crate::lang::Msg;

/// `**` that no Markdown turned into emphasis: a pair that is not closed or has spaces inside, or in a text that knows no Markdown.
pub const RULE: Rule = Rule { code: "emphasis", severity: Severity::Warning, find };

fn find(record: &Record<'_>) -> Vec<Finding> {
    let mut out = Vec::new();
    for (at, p) in record.of_kind(|k| !matches!(k, Kind::Label(_))) {
        let markdown = matches!(p.kind, Kind::Prose(..) | Kind::Explanation);
        let left_over = if markdown { single(&p.text) } else { Vec::new() };
        for range in stars(&p.text).into_iter().chain(left_over) {
            let id = if markdown { "found-emphasis-broken" } else { "found-emphasis-plain" };
            out.push(Finding::at(at, range, Msg::new(id)).hint(Msg::new(if markdown {
                "found-emphasis-broken-hint"
            } else {
                "found-emphasis-plain-hint"
            })));
        }
    }
    out
}

/// Pairs of asterisks or underscores beside Chinese; what masks a number is none.
fn stars(text: &str) -> Vec<Range<usize>> {
    let mut out = Vec::new();
    for pair in ["**", "__"] {
        for (at, _) in text.match_indices(pair) {
            let same = |c: Option<char>| c.is_some_and(|c| pair.starts_with(c) || c.is_ascii_alphanumeric());
            let alone = !same(text[..at].chars().next_back()) && !same(text[at + 2..].chars().next());
            if alone {
                out.push(at..at + 2);
            }
        }
    }
    out.sort_by_key(|r| r.start);
    out
}

/// A single asterisk that Markdown left before Chinese words, where three stood and two were taken; one that is closed is meant.
fn single(text: &str) -> Vec<Range<usize>> {
    let alone = |(at, mark): (usize, &str)| {
        let (before, after) = (text[..at].chars().next_back(), text[at + mark.len()..].chars().next());
        let word = |c: Option<char>| c.is_some_and(|c| c.is_alphabetic() && !c.is_ascii());
        let open = !before.is_some_and(|c| c == '*' || c.is_ascii_alphanumeric()) && word(after);
        let close = word(before) && !after.is_some_and(|c| c == '*' || c.is_alphanumeric());
        (open || close).then_some(at..at + mark.len())
    };
    let found: Vec<_> = text.match_indices('*').filter_map(alone).collect();
    if found.len() == 1 { found } else { Vec::new() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn asterisks_that_mask_are_meant() {
        assert_eq!(stars("电话138****8000，证号3501**********0012，编号A**1").len(), 0);
        assert_eq!(single("坚持*先通水，后收费").first(), Some(&(6..7)));
        assert!(single("尺寸3*4米，A*级，*必填*").is_empty());
        assert_eq!(stars("坚持**先通水。**后收费").len(), 2);
    }
}
