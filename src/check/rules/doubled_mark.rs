//! Two marks where one belongs.

use std::ops::Range;

use super::Rule;
use crate::check::{Finding, Kind, Record};
use crate::diag::Severity;
use crate::lang::Msg;

/// `，，`, `。。`, `、，`.
pub const RULE: Rule = Rule { code: "doubled-mark", severity: Severity::Warning, find };

fn find(record: &Record<'_>) -> Vec<Finding> {
    let mut out = Vec::new();
    let texts = record.of_kind(|k| !matches!(k, Kind::Explanation | Kind::Contact(_) | Kind::Label(_)));
    for (at, p) in texts {
        for range in doubled(&p.text) {
            let words = &p.text[range.clone()];
            let first: String = words.chars().take(1).collect();
            let message = Msg::new("found-doubled-mark").with("text", words);
            out.push(
                Finding::at(at, range, message).hint(Msg::new("found-doubled-mark-hint").with("mark", first)),
            );
        }
    }
    out
}

fn doubled(text: &str) -> Vec<Range<usize>> {
    let mut out: Vec<Range<usize>> = Vec::new();
    let mut last: Option<usize> = None;
    for (at, c) in text.char_indices() {
        if !is_mark(c) {
            last = None;
            continue;
        }
        if let Some(start) = last {
            match out.last_mut() {
                Some(run) if run.end == at => run.end = at + c.len_utf8(),
                _ => out.push(start..at + c.len_utf8()),
            }
        }
        last = Some(at);
    }
    out
}

fn is_mark(c: char) -> bool {
    matches!(c, '，' | '。' | '、' | '；' | '：' | ',' | ';')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn two_marks_in_a_row() {
        let found = |text: &'static str| doubled(text).into_iter().map(|r| &text[r]).collect::<Vec<_>>();
        assert_eq!(found("学习，，整改。。总结、，完"), ["，，", "。。", "、，"]);
        assert_eq!(found("学习……整改——总结。”完"), [""; 0]);
    }
}
