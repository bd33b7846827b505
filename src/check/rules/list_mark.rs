//! Numbers of lists with the wrong mark behind them (GB/T 9704-2012, 7.3.3; GB/T 15834-2011).

use std::ops::Range;

use super::Rule;
use crate::check::{Finding, Kind, Record, Spot};
use crate::diag::Severity;
use crate::lang::Msg;
use crate::zh::is_wide;
use crate::zh::numeral::Style;

/// `1、` for `1.`, `(一)、` for `(一)`, `一.` for `一、`.
pub const RULE: Rule = Rule { code: "list-mark", severity: Severity::Warning, find };

fn find(record: &Record<'_>) -> Vec<Finding> {
    let mut out = patterns(record);
    let texts = record.of_kind(|k| !matches!(k, Kind::Explanation | Kind::Contact(_) | Kind::Label(_)));
    for (at, p) in texts {
        for (range, right) in wrong(&p.text) {
            let sure = is_sure(&p.text, &range);
            out.push(
                Finding::at(at, range.clone(), message(&p.text[range], &right)).mend(&p.text, right, sure),
            );
        }
    }
    out
}

/// The numbers that the notice itself prints before headings and measures.
fn patterns(record: &Record<'_>) -> Vec<Finding> {
    let numbering = &record.notice.numbering;
    let levels = [&numbering.part, &numbering.section, &numbering.topic, &numbering.measure];
    let printed = levels.into_iter().flatten().map(|p| p.print(1));
    printed
        .filter_map(|one| {
            let text = format!("{one}甲");
            let (_, right) = wrong(&text).into_iter().next()?;
            let hint = Msg::new("found-mended").with("text", right.as_str());
            Some(Finding::new(Spot::Notice, message(&one, &right)).hint(hint))
        })
        .collect()
}

fn message(is: &str, right: &str) -> Msg {
    Msg::new("found-list-mark").with("is", is).with("right", right)
}

/// Whether the number plainly begins an item: behind a comma it may be one of several in a sentence, and so may one that
/// another number follows.
fn is_sure(text: &str, range: &Range<usize>) -> bool {
    let next = text[range.end..].chars().next();
    let words =
        |c: char| c.is_alphabetic() && is_wide(c) && Style::Chinese.read(&text[range.end..]).is_none();
    text[range.clone()].ends_with(['、', '.', '．'])
        && next.is_some_and(|c| words(c) || matches!(c, '“' | '《'))
}

/// Every number at the head of a line or behind a stop whose mark is wrong, and how it should be.
fn wrong(text: &str) -> Vec<(Range<usize>, String)> {
    let heads = std::iter::once(0).chain(
        text.char_indices()
            .filter(|(_, c)| matches!(c, '\n' | '。' | '；' | ';' | '：' | ':'))
            .map(|(i, c)| i + c.len_utf8()),
    );
    heads
        .filter_map(|from| {
            let rest = text[from..].trim_start_matches([' ', '\u{3000}']);
            let start = text.len() - rest.len();
            let (len, right) = mark(rest)?;
            Some((start..start + len, right))
        })
        .collect()
}

fn mark(rest: &str) -> Option<(usize, String)> {
    for (opens, closes) in [("（", "）"), ("(", ")")] {
        let Some(inner) = rest.strip_prefix(opens) else { continue };
        let (_, len) = Style::Chinese.read(inner).or_else(|| Style::Arabic.read(inner))?;
        let after = inner[len..].strip_prefix(closes)?;
        let mark = ["、", "，", ",", "."].into_iter().find(|m| after.starts_with(m))?;
        let whole = rest.len() - after.len();
        return Some((whole + mark.len(), rest[..whole].to_owned()));
    }
    if let Some((n, len)) = Style::Circled.read(rest) {
        let mark = ["、", ".", "，"].into_iter().find(|m| rest[len..].starts_with(m))?;
        return Some((len + mark.len(), Style::Circled.write(n)));
    }
    if let Some((n, len)) = Style::Arabic.read(rest) {
        let after = rest[len..].strip_prefix('、')?;
        // 1、2号机组 lists two of them.
        let list = after.starts_with(|c: char| c.is_ascii_digit());
        return (n <= 99 && !list).then(|| (len + '、'.len_utf8(), format!("{n}.")));
    }
    let (n, len) = Style::Chinese.read(rest)?;
    let mark = [".", "．", ","].into_iter().find(|m| rest[len..].starts_with(m))?;
    (n <= 30).then(|| (len + mark.len(), format!("{}、", Style::Chinese.write(n))))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(text: &str) -> Vec<(&str, String)> {
        wrong(text).into_iter().map(|(r, right)| (&text[r], right)).collect()
    }

    #[test]
    fn what_may_be_one_of_several_numbers_is_not_sure() {
        let sure = |text: &str| wrong(text).iter().map(|(r, _)| is_sure(text, r)).collect::<Vec<_>>();
        assert_eq!(sure("1、强化学习。2、完善制度"), [true, true]);
        assert_eq!(sure("(一)、提高站位"), [true]);
        for text in ["完成情况：(1)、(2)、(3)已完成", "三,不清楚", "一.二班"] {
            assert_eq!(sure(text).first(), Some(&false), "{text}");
        }
    }

    #[test]
    fn the_mark_behind_a_number() {
        assert_eq!(found("1、强化学习。2、完善制度"), [("1、", "1.".to_owned()), ("2、", "2.".to_owned())]);
        assert_eq!(found("(一)、提高站位"), [("(一)、", "(一)".to_owned())]);
        assert_eq!(found("一.提高站位"), [("一.", "一、".to_owned())]);
        assert_eq!(found("①、核对"), [("①、", "①".to_owned())]);
        for text in [
            "一、提高站位",
            "(一)提高站位",
            "1.强化学习",
            "1、2号机组",
            "2025年",
            "问题1、3、5",
            "一是学习",
            "三,不清楚",
        ] {
            let right = text != "三,不清楚";
            assert_eq!(found(text).is_empty(), right, "{text}");
        }
    }
}
