//! Two marks where one belongs.

use std::ops::Range;

use super::Rule;
use crate::check::{Finding, Kind, Record};
use crate::diag::Severity;
use crate::lang::Msg;
use crate::zh::marks::PAIRS;

/// `，，`, `。。`, `、，`.
pub const RULE: Rule = Rule { code: "doubled-mark", severity: Severity::Warning, find };

fn find(record: &Record<'_>) -> Vec<Finding> {
    let mut out = Vec::new();
    let texts = record.of_kind(|k| !matches!(k, Kind::Contact(_) | Kind::Label(_)));
    for (at, p) in texts {
        for range in doubled(&p.text) {
            let words = &p.text[range.clone()];
            let right = one_of(words);
            let message = Msg::new("found-doubled-mark").with("text", words);
            let sure = is_sure(words);
            out.push(Finding::at(at, range, message).mend(&p.text, right, sure));
        }
    }
    out
}

/// The mark that stays: the first, in full width where one of the same has it.
fn one_of(words: &str) -> String {
    let first = words.chars().next();
    words
        .chars()
        .find(|c| !c.is_ascii() && first.is_some_and(|f| widened(f) == *c))
        .or(first)
        .iter()
        .collect()
}

fn widened(c: char) -> char {
    PAIRS.iter().find(|(half, _)| *half == c).map_or(c, |(_, full)| *full)
}

/// Whether one of them may go without a look: they are the same, and not stops that stand for an ellipsis.
fn is_sure(words: &str) -> bool {
    let mut marks = words.chars().map(widened);
    let first = marks.next();
    marks.clone().all(|c| Some(c) == first) && (first != Some('。') || marks.count() == 1)
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
        assert_eq!(["，，", ",，", "、，", ",,"].map(one_of), ["，", "，", "、", ","]);
        assert!(
            is_sure(",，") && is_sure("，，") && is_sure("。。") && !is_sure("。。。") && !is_sure("、，")
        );
        assert_eq!(found("学习……整改——总结。”完"), [""; 0]);
    }
}
