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
    /// `一、`
    Part,
    /// `(一)`
    Section,
    /// `1.`
    Topic,
    /// `问题1：`
    Issue,
}

impl Kind {
    /// Reads a number of this kind. Spaces before it belong to its printed form, since a text may indent one level and
    /// not another.
    pub fn read(self, line: &str) -> Option<Mark> {
        let digits = [Style::Arabic, Style::FullWidth];
        match self {
            Self::Part => mark(line, &[""], &[Style::Chinese], &["、", "．", "."]),
            Self::Section => brackets(line, &[Style::Chinese]),
            Self::Topic => mark(line, &[""], &digits, &[".", "．", "、"]).filter(|m| !digit_at(line, m.len)),
            Self::Issue => {
                let styles = [Style::Arabic, Style::FullWidth, Style::Chinese];
                mark(line, &ISSUES, &styles, &[":", "：", ".", "．", "、", "):", "）："])
                    .filter(|m| !digit_at(line, m.len))
            }
        }
    }
}

const ISSUES: [&str; 5] = ["问题", "问题 ", "问题(", "问题（", "具体问题"];

/// A number of a measure: `(1)`, `（1）`, `①`, `⑴`, `1.`.
pub fn measure(line: &str) -> Option<Mark> {
    item(line).or_else(|| Kind::Topic.read(line))
}

/// A number that no heading has: `(1)`, `（1）`, `①`, `⑴`.
pub fn item(line: &str) -> Option<Mark> {
    brackets(line, &[Style::Arabic, Style::FullWidth])
        .or_else(|| mark(line, &[""], &[Style::Circled, Style::Bracketed], &[""]))
}

/// Whether a line begins with any number.
pub fn begins_with_number(line: &str) -> bool {
    measure(line).is_some() || [Kind::Part, Kind::Section, Kind::Issue].iter().any(|k| k.read(line).is_some())
}

/// The label before the measures (`整改进展情况：`) at the start of a line; one that fills its line needs no colon.
pub fn label(line: &str) -> Option<&str> {
    let end = line.find([':', '：']).unwrap_or(line.len());
    let words = line[..end].trim_start().trim_matches(['【', '】']);
    let known = ["情况", "措施", "进展", "结果", "成效"].iter().any(|w| words.ends_with(w));
    let mark = line[end..].chars().next().map_or(0, char::len_utf8);
    (words.starts_with("整改") && words.chars().count() <= 12 && known).then(|| &line[..end + mark])
}

/// The label of a completion line (`完成情况：`).
pub fn completion(line: &str) -> Option<&str> {
    let words = line.trim_start();
    let found = ["完成情况：", "完成情况:"].into_iter().find(|l| words.starts_with(l))?;
    Some(&line[..line.len() - words.len() + found.len()])
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
            let pattern =
                Pattern { before: format!("{indent}{start}"), style: *style, after: (*end).to_owned() };
            let len = indent.len() + start.len() + len + end.len();
            return (pattern.print(n) == line[..len]).then_some(Mark { pattern, n, len });
        }
    }
    None
}

fn digit_at(line: &str, at: usize) -> bool {
    line[at..].starts_with(|c: char| c.is_ascii_digit() || ('０'..='９').contains(&c))
}
