//! Marks in Chinese text (GB/T 15834): which width they have, and whether quotes and brackets come in pairs.

use std::ops::Range;

use super::is_wide;

/// Width of the marks, full and half, that Chinese text has both of.
pub const PAIRS: [(char, char); 9] = [
    (',', '，'),
    ('.', '。'),
    (':', '：'),
    (';', '；'),
    ('?', '？'),
    ('!', '！'),
    ('(', '（'),
    (')', '）'),
    ('"', '“'),
];

/// A mark in Chinese text, by its place in [`PAIRS`].
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Mark {
    /// Which row of [`PAIRS`].
    pub row: usize,
    /// Whether it is the half-width one.
    pub half: bool,
    /// First byte.
    pub at: usize,
}

/// The marks of a text that stand in Chinese: beside at least one Chinese character, and not between two Latin letters or
/// figures, as in `10:30` or an address.
pub fn marks(text: &str) -> Vec<Mark> {
    let mut out = Vec::new();
    let mut before = None;
    let mut chars = text.char_indices().peekable();
    while let Some((at, c)) = chars.next() {
        let after = chars.peek().map(|(_, c)| *c);
        if is_ideograph(c) {
            before = Some(c);
            continue;
        }
        if c.is_ascii_punctuation() {
            if let Some(row) = PAIRS.iter().position(|(half, _)| *half == c)
                && in_chinese(c, before, after)
            {
                out.push(Mark { row, half: true, at });
            }
        } else if let Some(row) = PAIRS.iter().position(|(_, full)| *full == c) {
            out.push(Mark { row, half: false, at });
        }
        before = Some(c);
    }
    out
}

/// Most characters are one, and none of them is a mark.
fn is_ideograph(c: char) -> bool {
    ('\u{4E00}'..='\u{9FFF}').contains(&c)
}

fn in_chinese(mark: char, before: Option<char>, after: Option<char>) -> bool {
    let chinese = |c: Option<char>| c.is_some_and(|c| is_wide(c) && c != '\u{3000}');
    let latin = |c: Option<char>| c.is_some_and(|c| c.is_ascii_alphanumeric());
    match mark {
        '(' => chinese(before) || chinese(after),
        ')' => chinese(before) || chinese(after),
        // 86.7%. ends a sentence; what follows a point in a number is a figure.
        '.' if matches!(before, Some('%' | '‰' | '℃')) => !after.is_some_and(|c| c.is_ascii_alphabetic()),
        '.' => chinese(before) && !after.is_some_and(|c| c.is_ascii_alphabetic()),
        _ => {
            chinese(before)
                || chinese(after) && !latin(before)
                || (latin(before) && chinese(after) && mark != ':')
        }
    }
}

/// Quotes, titles and notes: within them stand the words of another, a name, what was withheld.
const HELD: [(char, char); 3] = [('“', '”'), ('《', '》'), ('〔', '〕')];

/// Whether a place in a text lies within quotes that close.
pub fn is_quoted(text: &str, at: usize) -> bool {
    let (before, after) = text.split_at(at);
    HELD.into_iter().any(|quote| is_open(before, quote) && after.contains(quote.1))
}

/// Whether a place lies within quotes, or in what may be one whose closing mark is missing or turned.
pub fn may_be_quoted(text: &str, at: usize) -> bool {
    HELD.into_iter().any(|quote| is_open(&text[..at], quote))
}

fn is_open(before: &str, (from, to): (char, char)) -> bool {
    before.rfind(from).is_some_and(|open| !before[open..].contains(to))
}

/// What is wrong with a quote or bracket.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Unpaired {
    /// An opening one that nothing closes.
    Open(Range<usize>),
    /// A closing one that nothing opened.
    Close(Range<usize>),
    /// One that is turned the wrong way: `“三重一大“`.
    Turned(Range<usize>),
    /// A closing one while another, opened later, still stands open: the two cross.
    Crossed(Range<usize>, Range<usize>),
}

const QUOTES: [(char, char); 8] = [
    ('《', '》'),
    ('“', '”'),
    ('（', '）'),
    ('(', ')'),
    ('【', '】'),
    ('〔', '〕'),
    ('「', '」'),
    ('〈', '〉'),
];

/// Every quote and bracket of one paragraph without its other half. A bracket may be closed by one of the other width;
/// a half bracket that follows a number at the head of a line (`1)`) is a number's.
pub fn unpaired(text: &str) -> Vec<Unpaired> {
    let mut open: Vec<(char, Range<usize>)> = Vec::new();
    let mut out = Vec::new();
    for (at, c) in text.char_indices().filter(|(_, c)| !is_ideograph(*c)) {
        let range = at..at + c.len_utf8();
        if is_turned(text, c, &range, &mut open) {
            out.push(Unpaired::Turned(range));
        } else if QUOTES.iter().any(|(opens, _)| *opens == c) {
            open.push((c, range));
        } else if let Some((own, _)) = QUOTES.iter().find(|(_, closes)| *closes == c) {
            close(text, *own, range, &mut open, &mut out);
        }
    }
    out.extend(open.into_iter().map(|(_, range)| Unpaired::Open(range)));
    out.sort_by_key(start);
    out
}

/// Whether a quote takes the place of its other half: a second `“` that nothing closes before a third, or a `”` that none
/// opened and another closes. What it stands for is done.
fn is_turned(text: &str, c: char, range: &Range<usize>, open: &mut Vec<(char, Range<usize>)>) -> bool {
    if !matches!(c, '“' | '”') {
        return false;
    }
    let rest = &text[range.end..];
    let (opens, closes) = (rest.find('“'), rest.find('”'));
    let before = |a: Option<usize>, b: Option<usize>| a.is_some_and(|a| b.is_none_or(|b| a < b));
    let top = open.last().is_some_and(|(top, _)| *top == '“');
    if c == '“' && top && !before(closes, opens) {
        open.pop();
        return true;
    }
    let turned = c == '”' && !open.iter().any(|(o, _)| *o == '“') && before(closes, opens);
    if turned {
        open.push(('“', range.clone()));
    }
    turned
}

/// Where it stands.
pub fn start(unpaired: &Unpaired) -> usize {
    match unpaired {
        Unpaired::Open(range)
        | Unpaired::Close(range)
        | Unpaired::Turned(range)
        | Unpaired::Crossed(_, range) => range.start,
    }
}

fn close(
    text: &str,
    own: char,
    range: Range<usize>,
    open: &mut Vec<(char, Range<usize>)>,
    out: &mut Vec<Unpaired>,
) {
    let same = |c: char| c == own || matches!((c, own), ('(', '（') | ('（', '('));
    match open.iter().rposition(|(c, _)| same(*c)) {
        Some(at) if at + 1 == open.len() => {
            open.pop();
        }
        Some(at) if closes_later(text, open, at, range.end) => {
            out.push(Unpaired::Crossed(open[at + 1].1.clone(), range));
            open.remove(at);
        }
        // What was opened in between is never closed.
        Some(at) => {
            let rest = open.split_off(at);
            out.extend(rest.into_iter().skip(1).map(|(_, r)| Unpaired::Open(r)));
        }
        None if own == '(' && is_number(&text[..range.start]) => {}
        None => out.push(Unpaired::Close(range)),
    }
}

/// Whether just one was opened in between, and is closed further on before another like it is opened.
fn closes_later(text: &str, open: &[(char, Range<usize>)], at: usize, from: usize) -> bool {
    let [(c, _)] = &open[at + 1..] else { return false };
    let Some((opens, closes)) = QUOTES.iter().find(|(o, _)| o == c) else { return false };
    let rest = &text[from..];
    rest.find(*closes).is_some_and(|end| rest.find(*opens).is_none_or(|again| end < again))
}

fn is_number(before: &str) -> bool {
    let line = before.rsplit('\n').next().unwrap_or_default().trim_start();
    let digits = line.chars().rev().take_while(char::is_ascii_alphanumeric).count();
    (1..=2).contains(&digits) && !line.ends_with(|c: char| c.is_ascii_alphabetic())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(text: &str) -> Vec<String> {
        let all = unpaired(text).into_iter();
        all.map(|u| match u {
            Unpaired::Open(r) => format!("open {}", r.start),
            Unpaired::Close(r) => format!("close {}", r.start),
            Unpaired::Turned(r) => format!("turned {}", r.start),
            Unpaired::Crossed(a, b) => format!("crossed {} {}", a.start, b.start),
        })
        .collect()
    }

    #[test]
    fn pairs_within_pairs_are_well() {
        for text in ["《关于“四风”的通知（试行）》", "(含1000元）", "1)甲;2)乙", "无", "“一”“二”"]
        {
            assert_eq!(shown(text), [""; 0], "{text}");
        }
    }

    #[test]
    fn what_has_no_other_half_is_named() {
        assert_eq!(shown("《办法"), ["open 0"]);
        assert_eq!(shown("办法》"), ["close 6"]);
        assert_eq!(shown("“一“，二"), ["turned 6"]);
        assert_eq!(shown("”一”，二"), ["turned 0"]);
        assert_eq!(shown("“一“，“二”"), ["turned 6"]);
        assert_eq!(shown("“一”，二”"), ["close 15"]);
        assert_eq!(shown("《甲“乙》丙"), ["open 6"]);
        assert_eq!(shown("《甲“乙》丙”"), ["crossed 6 12"]);
        assert_eq!(shown("((甲)"), ["open 0"]);
    }

    #[test]
    fn a_mark_between_figures_or_letters_is_not_in_chinese() {
        let half = |text: &str| marks(text).iter().filter(|m| m.half).count();
        assert_eq!(half("会议于10:30开始"), 0);
        assert_eq!(half("见 https://example.com/a,b"), 0);
        assert_eq!(half("甲,乙;丙(丁)"), 4);
        assert_eq!(half("共5项,6件"), 1, "after a unit");
        assert_eq!(half("共5,其中"), 1, "after a figure");
        assert_eq!(marks("甲，乙").len(), 1);
    }
}
