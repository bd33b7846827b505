//! The title broken where its sense breaks (GB/T 9704-2012, 7.3.1): no word in two where that can be, lines of like length, the body that
//! issues it by itself where that fits.

use super::foot::width;
use crate::model::Notice;
use crate::zh::words::words;

/// Half characters that a line of 2号 holds in 156 mm.
const LINE: i64 = 40;
/// What a break costs that splits a known word, or that may not be.
const BAD: i64 = 100_000;
/// What a break costs within a word.
const WITHIN: i64 = 2_000;

/// What a line costs that runs on from the issuer into what the paper is about.
const RUN_ON: i64 = 1_500;

/// What stays whole beyond single words.
const PHRASES: [&str; 8] = [
    "巡察反馈意见",
    "巡视反馈意见",
    "巡察反馈问题",
    "反馈意见",
    "集中整改",
    "整改落实",
    "整改进展情况",
    "整改落实情况",
];

/// The lines of a notice's title as its layout breaks it, where they fit the page; joined they are the title.
pub fn lines<'t>(title: &'t str, notice: &'t Notice) -> Vec<&'t str> {
    let own = notice.layout.title_lines(title);
    if own.len() > 1 && own.iter().all(|(_, line)| width(line) <= LINE) {
        return own.into_iter().map(|(_, line)| line).collect();
    }
    lines_of(title, &notice.issuer, LINE)
}

/// The lines of a title where one holds `line` half characters.
pub fn lines_of<'t>(title: &'t str, issuer: &str, line: i64) -> Vec<&'t str> {
    let total = width(title);
    if total <= line || title.contains('\n') {
        return vec![title];
    }
    let even = total / ((total + line - 1) / line);
    let starts = cheapest(title, &costs(title, issuer), even, line);
    let ends = starts.iter().skip(1).copied().chain([title.len()]);
    starts.iter().zip(ends).map(|(start, end)| &title[*start..end]).collect()
}

/// What it costs to begin a line at each byte where a character begins.
fn costs(title: &str, issuer: &str) -> Vec<i64> {
    let edges = edges(title);
    let cost = |at: usize| match title.split_at(at) {
        (before, after) if is_barred(before, after) => BAD,
        (before, after) if before == issuer || after.starts_with("关于") => 0,
        (before, _) if before.ends_with(['、', '，', '》', '）', ' ']) => 100,
        (_, after) if after.starts_with(['《', '（', '和', '与', '及', '暨']) => 100,
        (before, _) if before.ends_with("意见") || before.ends_with("问题") => 100,
        _ if edges[at] => 400,
        _ => WITHIN,
    };
    (0..title.len()).map(|at| if title.is_char_boundary(at) { cost(at) } else { BAD }).collect()
}

/// Whether a word or phrase ends at each byte.
fn edges(title: &str) -> Vec<bool> {
    let mut out = vec![false; title.len() + 1];
    let mut at = 0;
    for word in words(title) {
        at += word.len();
        out[at] = true;
    }
    for phrase in PHRASES {
        for (at, _) in title.match_indices(phrase) {
            out[at + 1..at + phrase.len()].fill(false);
        }
    }
    out
}

/// A mark that may not begin or end a line, a word that leans on its neighbour, the middle of a number or of a Latin word.
fn is_barred(before: &str, after: &str) -> bool {
    let latin = |c: char| c.is_ascii_alphanumeric();
    before.ends_with(['《', '（', '“', '‘', '(', '〔', '第', '和', '与', '及', '暨', '对'])
        || before.ends_with("关于")
        || after.starts_with(['》', '）', '”', '’', ')', '〕', '、', '，', '。', '：', '；', '的', '等'])
        || (before.ends_with(latin) && after.starts_with(latin))
}

/// Where the lines of the cheapest way begin: what the breaks cost, what the lines do, and how far each
/// is from `even`.
fn cheapest(title: &str, costs: &[i64], even: i64, most: i64) -> Vec<usize> {
    let ends: Vec<usize> = title.char_indices().map(|(at, c)| at + c.len_utf8()).collect();
    // For each end: the cost of all up to it, and where its last line begins.
    let mut best: Vec<(i64, usize)> = vec![(0, 0); title.len() + 1];
    for end in ends {
        let line = |&(start, own): &(usize, i64)| {
            let broken = if start == 0 { 0 } else { costs[start] };
            let run_on = if title[start..end].find("关于").is_some_and(|at| at > 0) { RUN_ON } else { 0 };
            (best[start].0 + broken + run_on + (own - even).pow(2), start)
        };
        best[end] = fitting(&title[..end], most).iter().map(line).min().unwrap_or((BAD, 0));
    }
    let mut starts = Vec::new();
    let mut at = title.len();
    while at > 0 {
        at = best[at].1;
        starts.push(at);
    }
    starts.reverse();
    starts
}

/// Where a last line may begin that fits, and its width.
fn fitting(text: &str, most: i64) -> Vec<(usize, i64)> {
    let mut own = 0;
    let line = |(at, c): (usize, char)| {
        own += if c.is_ascii() { 1 } else { 2 };
        (own <= most).then_some((at, own))
    };
    text.char_indices().rev().map_while(line).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_title_breaks_where_its_sense_does() {
        let broken = |title: &'static str, issuer| lines_of(title, issuer, LINE).join("|");
        assert_eq!(
            broken("中共星河县委宣传部关于县委巡察反馈意见整改进展情况的通报", "中共星河县委宣传部"),
            "中共星河县委宣传部|关于县委巡察反馈意见整改进展情况的通报"
        );
        assert_eq!(
            broken(
                "中共星河县河道水库管理中心党支部关于县委第三巡察组巡察反馈意见整改落实进展情况的通报",
                ""
            ),
            "中共星河县河道水库管理中心党支部|关于县委第三巡察组巡察反馈意见|整改落实进展情况的通报"
        );
        assert_eq!(broken("关于巡察整改情况的通报", ""), "关于巡察整改情况的通报");
    }

    #[test]
    fn a_title_of_any_length_is_its_lines() {
        for title in ["甲".repeat(4000), "a".repeat(4000), "》".repeat(90), "关于2025年".repeat(300)] {
            let found = lines_of(&title, "甲", LINE);
            assert_eq!(found.concat(), title);
            assert!(found.iter().all(|line| width(line) <= LINE), "{found:?}");
        }
    }
}
