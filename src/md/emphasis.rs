//! Emphasis beside Chinese marks. CommonMark decides whether `**` opens or closes by the punctuation around it, a rule
//! made for spaced scripts; `**中文。**后文` comes out inside out (commonmark-spec #650). A private-use character between
//! the mark and the delimiters stands for a letter while parsing, and is stripped from what comes out.

use std::borrow::Cow;

/// Stands between a Chinese mark and a delimiter run; never in what is published.
pub const SENTINEL: char = '\u{F8FE}';

pub fn prepare(source: &str) -> Cow<'_, str> {
    if !source.contains("**") && !source.contains('*') && !source.contains('_') {
        return Cow::Borrowed(source);
    }
    let mut out = String::with_capacity(source.len() + 16);
    let mut fence: Option<&str> = None;
    for line in source.split_inclusive('\n') {
        let marker = fence_marker(line);
        match (fence, marker) {
            (Some(open), Some(close)) if open == close => fence = None,
            (None, Some(open)) => fence = Some(open),
            _ => {}
        }
        if fence.is_some() || marker.is_some() || line.starts_with("    ") {
            out.push_str(line);
        } else {
            line_into(line, &mut out);
        }
    }
    Cow::Owned(out)
}

fn fence_marker(line: &str) -> Option<&'static str> {
    let line = line.trim_start();
    ["```", "~~~"].into_iter().find(|m| line.starts_with(m))
}

fn line_into(line: &str, out: &mut String) {
    let chars: Vec<char> = line.chars().collect();
    let mut at = 0;
    let mut code = false;
    while at < chars.len() {
        let c = chars[at];
        if c == '\\' {
            out.extend(&chars[at..(at + 2).min(chars.len())]);
            at += 2;
            continue;
        }
        code ^= c == '`';
        if code || !matches!(c, '*' | '_') {
            out.push(c);
            at += 1;
            continue;
        }
        let run = chars[at..].iter().take_while(|d| **d == c).count();
        let before = at.checked_sub(1).map(|i| chars[i]);
        let after = chars.get(at + run).copied();
        push_run(out, c, run, before, after);
        at += run;
    }
}

/// A sentinel on the side where a Chinese mark meets the run and the other side is not open space.
fn push_run(out: &mut String, delimiter: char, run: usize, before: Option<char>, after: Option<char>) {
    let spaced = |c: Option<char>| c.is_none_or(char::is_whitespace);
    if before.is_some_and(is_mark) && !spaced(after) {
        out.push(SENTINEL);
    }
    out.extend(std::iter::repeat_n(delimiter, run));
    if after.is_some_and(is_mark) && !spaced(before) {
        out.push(SENTINEL);
    }
}

fn is_mark(c: char) -> bool {
    !c.is_alphanumeric() && !c.is_ascii() && !c.is_whitespace()
}
