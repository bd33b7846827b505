//! Sentences and clauses, by their marks of either width.

use std::ops::Range;

/// The sentences of a text without what closes them; a line ends one.
pub fn sentences(text: &str) -> impl Iterator<Item = Range<usize>> + '_ {
    let closes = |at: usize, c: char| {
        matches!(c, '。' | '！' | '？' | '!' | '?' | '\n') || c == '.' && is_stop(text, at)
    };
    split(text, closes)
}

/// The clause around a byte: as far as a comma, a semicolon, a colon, a stop or an end of line on either side.
pub fn clause(text: &str, at: usize) -> Range<usize> {
    let start =
        text[..at].rfind(is_pause).map_or(0, |i| i + text[i..].chars().next().map_or(1, char::len_utf8));
    let end = text[at..].find(is_pause).map_or(text.len(), |i| at + i);
    start..end
}

/// Whether a mark ends a clause; a half-width stop does not, since it is in numbers too.
pub fn is_pause(c: char) -> bool {
    matches!(c, '，' | ',' | '；' | ';' | '：' | ':' | '。' | '！' | '？' | '!' | '?' | '\n')
}

/// A half-width stop that ends a sentence: behind Chinese and not within a number.
fn is_stop(text: &str, at: usize) -> bool {
    let before = text[..at].chars().next_back();
    before.is_some_and(|c| !c.is_ascii()) && !text[at + 1..].starts_with(|c: char| c.is_ascii_alphanumeric())
}

fn split<'t>(
    text: &'t str,
    closes: impl Fn(usize, char) -> bool + 't,
) -> impl Iterator<Item = Range<usize>> + 't {
    let mut at = 0;
    std::iter::from_fn(move || {
        while at < text.len() {
            let rest = &text[at..];
            let (len, mark) = rest
                .char_indices()
                .find(|(i, c)| closes(at + i, *c))
                .map_or((rest.len(), 0), |(i, c)| (i, c.len_utf8()));
            let found = at..at + len;
            at += len + mark;
            if !found.is_empty() {
                return Some(found);
            }
        }
        None
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_stop_within_a_number_ends_no_sentence() {
        let text = "共3.5万元。甲,乙.丙！\n丁";
        let all: Vec<_> = sentences(text).map(|r| &text[r]).collect();
        assert_eq!(all, ["共3.5万元", "甲,乙", "丙", "丁"]);
        assert_eq!(&text[clause(text, text.find('乙').unwrap_or(0))], "乙.丙");
    }
}
