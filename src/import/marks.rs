//! The numbers and labels that lines of a notice begin with.

use crate::model::Pattern;
use crate::zh::numeral::Style;

/// A number at the start of a line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mark {
    /// How it is printed.
    pub pattern: Pattern,
    /// Its value.
    pub n: u32,
    /// Its length in bytes.
    pub len: usize,
}

/// What a number may introduce, from its printed form alone.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Kind {
    /// `第一部分　`, `壹、`
    Division,
    /// `一、`
    Part,
    /// `(一)`, `第一方面：`
    Section,
    /// `1.`
    Topic,
    /// `（1）`
    Item,
    /// `问题1：`
    Issue,
}

impl Kind {
    /// Reads a number of this kind. Spaces before and after it belong to its printed form, since a text may indent one
    /// level and not another.
    pub fn read(self, line: &str) -> Option<Mark> {
        let digits = [Style::Arabic, Style::FullWidth];
        match self {
            Self::Division => {
                let styles = [Style::Chinese, Style::Arabic];
                mark(line, &["第"], &styles, &["部分：", "部分:", "部分、", "部分"])
                    .filter(|m| is_bare(&line[m.len..]))
                    .or_else(|| formal(line))
            }
            Self::Part => mark(line, &[""], &[Style::Chinese], &["、", "．", "."]),
            Self::Section => brackets(line, &[Style::Chinese]).or_else(|| {
                // 第一方面：作风建设
                mark(line, &["第"], &[Style::Chinese], &["方面：", "方面:"])
                    .filter(|m| is_aspect(&line[m.len..]))
            }),
            Self::Topic => {
                mark(line, &[""], &digits, &[".", "．", "、"]).filter(|m| !is_decimal(line, m.len))
            }
            Self::Item => brackets(line, &[Style::Arabic, Style::FullWidth]),
            Self::Issue => {
                let styles = [Style::Arabic, Style::FullWidth, Style::Chinese];
                mark(line, &ISSUES, &styles, &AFTER_ISSUE)
                    .filter(|m| !is_decimal(line, m.len) && !line[m.len..].starts_with([':', '：']))
                    .or_else(|| mark(line, &["【问题"], &styles, &["】"]))
            }
        }
    }
}

/// What may stand behind the number of an issue. `问题（一）` within a sentence has no space behind it.
const AFTER_ISSUE: [&str; 13] =
    [":", "：", ".", "．", "、", "):", "）：", ") ", "） ", ")\u{3000}", "）\u{3000}", " ", "\u{3000}"];

const ISSUES: [&str; 8] =
    ["问题", "问题 ", "问题(", "问题（", "具体问题", "反馈问题", "巡察反馈问题", "巡视反馈问题"];

/// A number of a measure: `(1)`, `（1）`, `①`, `⑴`, `1.`.
pub fn measure(line: &str) -> Option<Mark> {
    item(line).or_else(|| Kind::Topic.read(line))
}

/// A number that no heading has: `(1)`, `（1）`, `①`, `⑴`, `措施一：`.
pub fn item(line: &str) -> Option<Mark> {
    Kind::Item
        .read(line)
        .or_else(|| mark(line, &[""], &[Style::Circled, Style::Bracketed], &[""]))
        .or_else(|| mark(line, &["整改措施", "措施", "举措"], &[Style::Chinese, Style::Arabic], &["：", ":"]))
}

/// Whether a line begins with any number.
pub fn begins_with_number(line: &str) -> bool {
    let kinds = [Kind::Division, Kind::Part, Kind::Section, Kind::Issue];
    measure(line).is_some() || kinds.iter().any(|k| k.read(line).is_some())
}

/// The same brackets, half or full width, with or without spaces.
pub fn is_alike(a: &Pattern, b: &Pattern) -> bool {
    let bare = |p: &Pattern| format!("{}1{}", p.before, p.after).replace('（', "(").replace('）', ")");
    let bare = |p: &Pattern| bare(p).split_whitespace().collect::<String>();
    bare(a) == bare(b)
}

/// The label before the measures (`整改进展情况：`) at the start of a line; one that fills its line needs no colon.
pub fn label(line: &str) -> Option<&str> {
    let end = line.find([':', '：']).unwrap_or(line.len());
    let words = line[..end].trim_start().trim_matches(['【', '】']);
    let known =
        ["情况", "措施", "举措", "做法", "落实", "进展", "结果", "成效"].iter().any(|w| words.ends_with(w));
    let mark = line[end..].chars().next().map_or(0, char::len_utf8);
    let fits = words.starts_with("整改") && words.chars().count() <= 12 && known;
    (fits && completion(line).is_none()).then(|| &line[..end + mark])
}

/// The label of a completion line (`完成情况：`).
pub fn completion(line: &str) -> Option<&str> {
    let end = line.find([':', '：'])?;
    let mark = line[end..].chars().next().map_or(0, char::len_utf8);
    COMPLETIONS.contains(&line[..end].trim_start()).then(|| &line[..end + mark])
}

const COMPLETIONS: [&str; 9] = [
    "完成情况",
    "整改完成情况",
    "完成进度",
    "整改进度",
    "完成状态",
    "整改状态",
    "整改结论",
    "销号情况",
    "销号意见",
];

/// Whether a line is a heading in brackets, `【后续安排】`, and no label.
pub fn bracketed(line: &str) -> bool {
    let inner = line.trim().strip_prefix('【').and_then(|rest| rest.strip_suffix('】'));
    inner.is_some_and(|words| !words.contains(['【', '】', '。'])) && label(line).is_none()
}

/// Whether a line says what the issue is without a number: `反馈问题:…`.
pub fn subject(line: &str) -> bool {
    let Some((words, rest)) = line.split_once([':', '：']) else { return false };
    SUBJECTS.contains(&words.trim_start().trim_matches(['【', '】'])) && !rest.trim().is_empty()
}

const SUBJECTS: [&str; 10] = [
    "反馈问题",
    "反馈的问题",
    "巡察反馈问题",
    "巡视反馈问题",
    "审计反馈问题",
    "存在问题",
    "存在的问题",
    "具体问题",
    "问题表现",
    "问题",
];

/// `壹、` or `壹　` before a title, in which a comma may part two halves. 陆　建国 is a name.
fn formal(line: &str) -> Option<Mark> {
    let mark = mark(line, &[""], &[Style::Formal], &["、", "．", ".", " ", "\u{3000}"])?;
    let title = line[mark.len..].replace(['，', ','], "");
    let least = if mark.pattern.after.trim().is_empty() { 4 } else { 2 };
    (is_bare(&title) && title.trim().chars().count() >= least).then_some(mark)
}

/// Whether words are those of a title and no sentence.
fn is_bare(text: &str) -> bool {
    let marks = ['。', ';', '；', ':', '：', '，', ',', '！', '？'];
    (2..=40).contains(&text.trim().chars().count()) && !text.contains(marks)
}

/// The same of an aspect, which may name two things: 学用脱节，融合不深.
fn is_aspect(text: &str) -> bool {
    let counted = text.contains(|c: char| c.is_ascii_digit());
    let pauses = text.matches(['，', ',']).count();
    !counted && pauses <= 1 && is_bare(&text.replace(['，', ','], ""))
}

fn brackets(line: &str, styles: &[Style]) -> Option<Mark> {
    mark(line, &["("], styles, &[")、", ")"]).or_else(|| mark(line, &["（"], styles, &["）、", "）"]))
}

fn mark(line: &str, before: &[&str], styles: &[Style], after: &[&str]) -> Option<Mark> {
    let text = line.trim_start();
    let indent = &line[..line.len() - text.len()];
    for start in before {
        let Some(rest) = text.strip_prefix(start) else { continue };
        for style in styles {
            let Some((n, len)) = style.read(rest).filter(|(n, _)| (1..=9999).contains(n)) else { continue };
            let Some(end) = after.iter().find(|a| rest[len..].starts_with(**a)) else { continue };
            let tail = &rest[len + end.len()..];
            let gap = &tail[..tail.len() - tail.trim_start().len()];
            let before = format!("{indent}{start}");
            let pattern = Pattern { before, style: *style, after: format!("{end}{gap}") };
            let len = indent.len() + start.len() + len + end.len() + gap.len();
            return (pattern.print(n) == line[..len]).then_some(Mark { pattern, n, len });
        }
    }
    None
}

/// Whether what follows a number and its point goes on with it, as in `1.5万元`. A year does not, as in `1.2023年`, nor a month, the number
/// of a hotline, or a count of what cannot be halved, as in `2.38家`.
fn is_decimal(line: &str, at: usize) -> bool {
    let digits = line[at..].chars().take_while(|c| c.is_ascii_digit() || ('０'..='９').contains(c));
    let digits: String = digits.collect();
    let rest = line[at + digits.len()..].trim_start();
    let is_year = digits.chars().count() == 4 && rest.starts_with('年');
    let is_hotline = digits.len() == 5 && digits.starts_with("12") && !rest.starts_with('年');
    !digits.is_empty() && !is_year && !is_hotline && !rest.starts_with('月') && !counts_wholes(rest)
}

/// Whether words begin with what whole things are counted by: `38家` and `3个问题`, not `1.5个百分点`.
fn counts_wholes(rest: &str) -> bool {
    const WHOLES: [char; 24] = [
        '家', '处', '宗', '名', '件', '户', '所', '份', '条', '项', '座', '辆', '起', '位', '台', '册', '笔',
        '批', '场', '间', '支', '只', '本', '个',
    ];
    const PARTS: [&str; 6] = ["个百分", "个小时", "个工作", "个月", "个学时", "个标准"];
    rest.starts_with(WHOLES) && !PARTS.iter().any(|part| rest.starts_with(part))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_counted_after_a_number_is_no_part_of_it() {
        for (line, n, rest) in [
            ("1.2023年结余上缴。", 1, "2023年"),
            ("12.1998年以来", 12, "1998年"),
            ("２．２０２４年", 2, "２０２４年"),
            ("2.38家粮站完成盘点", 2, "38家"),
            ("3.6个粮仓未报备", 3, "6个"),
            ("1.3月28日召开会议", 1, "3月"),
            ("4.12345热线办理拖沓", 4, "12345"),
        ] {
            let mark = Kind::Topic.read(line).expect("it is numbered");
            assert_eq!((mark.n, line[mark.len..].starts_with(rest)), (n, true), "{line}");
        }
        for line in [
            "1.5万元",
            "1.2023万元",
            "3.20235年",
            "3.12345年",
            "1.5个百分点",
            "1.5个月",
            "2.38万家",
            "2025.9.8",
            "2.1.3年",
        ] {
            assert_eq!(Kind::Topic.read(line), None, "{line}");
        }
    }

    #[test]
    fn a_division_is_a_title() {
        for (line, n, len) in [
            ("第一部分　总体情况", 1, "第一部分　".len()),
            ("第二部分 问题整改情况", 2, "第二部分 ".len()),
            ("　　第三部分下一步安排", 3, "　　第三部分".len()),
            ("第2部分：整改情况", 2, "第2部分：".len()),
            ("壹　总体情况", 1, "壹　".len()),
            ("　　叁、压实责任，抓好后续整改", 3, "　　叁、".len()),
        ] {
            let mark = Kind::Division.read(line).expect("it is numbered");
            assert_eq!((mark.n, mark.len), (n, len), "{line}");
        }
        for line in [
            "第一部分款项已收回，其余分期缴纳。",
            "第一部分",
            "第一批　整改情况",
            "第二部分是制度。",
            "陆　建国",
            "伍拾万元已追回",
            "贰、保管科补登台账。",
        ] {
            assert_eq!(Kind::Division.read(line), None, "{line}");
        }
    }

    #[test]
    fn a_completion_line_has_a_label_of_its_own() {
        assert_eq!(completion("完成情况:已完成"), Some("完成情况:"));
        assert_eq!(completion("整改完成情况：已完成"), Some("整改完成情况："));
        assert_eq!(completion("  销号情况:已销号"), Some("  销号情况:"));
        assert_eq!(completion("整改进度：正在整改"), Some("整改进度："));
        assert_eq!(completion("整改情况:已完成"), None);
    }
}
