//! Where characters of a text stand in the source that it was read from.

use std::ops::Range;

/// The bytes of `written` that give the bytes `wanted` of `text`. Marks of YAML and Markdown, indentation and line ends
/// may stand between them.
pub fn align(written: &str, text: &str, wanted: &Range<usize>) -> Range<usize> {
    let words = text.get(wanted.clone()).unwrap_or_default();
    if let Some(found) = literal(written, text, wanted, words) {
        return found;
    }
    let start = follow(written, text, wanted.start);
    if words.is_empty() {
        return start..start;
    }
    let last = words.chars().next_back().map_or(0, char::len_utf8);
    let end = follow(written, text, wanted.end - last);
    start..written[end..].chars().next().map_or(end, |c| end + c.len_utf8()).max(start)
}

/// Where the same words stand as often in both, the one that stands as many before.
fn literal(written: &str, text: &str, wanted: &Range<usize>, words: &str) -> Option<Range<usize>> {
    if words.is_empty() {
        return None;
    }
    let before = text.match_indices(words).take_while(|(at, _)| *at < wanted.start).count();
    let all = text.matches(words).count();
    let found: Vec<usize> = written.match_indices(words).map(|(at, _)| at).collect();
    let start = *found.get(before).filter(|_| found.len() == all)?;
    Some(start..start + words.len())
}

/// How far a character of the text may stand from the one before it, in bytes of the source: an indentation, a mark, an
/// escape. What lies further off was put there by something else, such as a placeholder.
const REACH: usize = 64;

/// The place in the source of a place in the text.
fn follow(written: &str, text: &str, until: usize) -> usize {
    let mut at = 0;
    let mut here = 0;
    for (place, c) in text.char_indices() {
        let limit = written.floor_char_boundary((at + REACH).min(written.len()));
        let found = written[at..limit].find(c).map(|n| at + n);
        here = found.unwrap_or(at);
        if place >= until {
            return here;
        }
        at = found.map_or(at, |found| found + c.len_utf8());
    }
    if until >= text.len() { at } else { here }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found<'w>(written: &'w str, text: &str, words: &str, nth: usize) -> &'w str {
        let (at, _) = text.match_indices(words).nth(nth).expect("the text has the words");
        &written[align(written, text, &(at..at + words.len()))]
    }

    #[test]
    fn the_same_characters_are_found_however_they_are_written() {
        assert_eq!(found("|\n      一行甲\n      二行甲", "一行甲\n二行甲", "甲", 1), "甲");
        assert_eq!(found("'他说''好''甲'", "他说'好'甲", "甲", 0), "甲");
        assert_eq!(found(">-\n  前文，\n  后文乙", "前文， 后文乙", "后文", 0), "后文");
        assert_eq!(found("**加粗**之后\\*星", "加粗之后*星", "粗之", 0), "粗**之");
        assert_eq!(found("电话：{{ contact.phone }}。甲", "电话：0000-0000000。甲", "甲", 0), "甲");
    }

    #[test]
    fn a_place_between_two_characters_is_found_too() {
        let written = "\"30内\"";
        assert_eq!(align(written, "30内", &(2..2)), 3..3);
        assert_eq!(align(written, "30内", &(5..5)), 6..6);
    }
}
