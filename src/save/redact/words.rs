//! Where words stand in a text, as a reader sees them: spaces, line ends and Markdown marks between them do not count.

use std::ops::Range;

use crate::model::redaction::{NOTE_CLOSES, NOTE_OPENS};

/// Words to look for.
pub struct Words {
    same: Vec<char>,
    near: Vec<char>,
}

/// How alike a find has to be.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Likeness {
    /// The same characters, however they are spaced, broken into lines or emphasised.
    Same,
    /// Letters and digits alone, half- and full-width forms and capitals taken for one.
    Near,
}

impl Words {
    /// Fewer than two characters would be found everywhere.
    pub fn new(text: &str) -> Option<Self> {
        let chars = |like| text.chars().filter_map(|c| seen(c, like)).collect::<Vec<char>>();
        let words = Self { same: chars(Likeness::Same), near: chars(Likeness::Near) };
        (words.same.len() >= 2).then_some(words)
    }

    /// Every place, in bytes, without overlaps. The notes of redactions are passed over.
    pub fn find(&self, text: &str, like: Likeness) -> Vec<Range<usize>> {
        let wanted = match like {
            Likeness::Same => &self.same,
            Likeness::Near => &self.near,
        };
        if wanted.len() < 2 {
            return Vec::new();
        }
        let notes = notes(text);
        let read: Vec<(usize, char, char)> =
            text.char_indices().filter_map(|(at, c)| Some((at, c, seen(c, like)?))).collect();
        let (mut found, mut at) = (Vec::new(), 0);
        while at + wanted.len() <= read.len() {
            let stretch = &read[at..at + wanted.len()];
            let range = stretch[0].0..stretch[wanted.len() - 1].0 + stretch[wanted.len() - 1].1.len_utf8();
            let hit = stretch.iter().zip(wanted).all(|((_, _, a), b)| a == b);
            if hit && !notes.iter().any(|n| overlap(n, &range)) {
                found.push(range);
                at += wanted.len();
            } else {
                at += 1;
            }
        }
        found
    }

    /// A text with a note in place of the words, and in how many places.
    pub fn replace(&self, text: &mut String, note: &str) -> usize {
        let found = self.find(text, Likeness::Same);
        found.iter().rev().for_each(|range| text.replace_range(range.clone(), note));
        found.len()
    }
}

/// Whether two stretches share a byte.
pub fn overlap(a: &Range<usize>, b: &Range<usize>) -> bool {
    a.start < b.end && b.start < a.end
}

fn notes(text: &str) -> Vec<Range<usize>> {
    let closes = |at: usize| text[at..].find(NOTE_CLOSES).map(|n| at..at + n + NOTE_CLOSES.len_utf8());
    text.match_indices(NOTE_OPENS).filter_map(|(at, _)| closes(at)).collect()
}

/// What a character counts as; `None` where it does not count.
fn seen(c: char, like: Likeness) -> Option<char> {
    match like {
        Likeness::Same => (!is_unseen(c) && !matches!(c, '*' | '_' | '`' | '~' | '\\')).then_some(c),
        Likeness::Near => {
            let half = match u32::from(c) {
                n @ 0xFF01..=0xFF5E => char::from_u32(n - 0xFEE0).unwrap_or(c),
                _ => c,
            };
            half.is_alphanumeric().then(|| half.to_ascii_lowercase())
        }
    }
}

/// Space of any width, and characters of none.
fn is_unseen(c: char) -> bool {
    c.is_whitespace()
        || c.is_control()
        || matches!(c, '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{2060}'..='\u{2064}' | '\u{feff}')
}

#[cfg(test)]
mod tests {
    use super::*;

    fn replaced(text: &str, words: &str) -> String {
        let mut text = text.to_owned();
        Words::new(words).expect("long enough").replace(&mut text, "〔〕");
        text
    }

    #[test]
    fn a_reader_sees_the_same_words_however_they_are_set() {
        for text in ["由张三丰负责", "由张\n      三丰负责", "由**张三丰**负责", "由张\u{200b}三 丰负责"]
        {
            assert!(!replaced(text, "张三丰").contains('丰'), "{text}");
        }
        assert_eq!(replaced("电话１３８００", "13800"), "电话１３８００", "a near match is left");
        assert_eq!(replaced("甲甲甲", "甲甲"), "〔〕甲");
    }

    #[test]
    fn near_matches_are_found_and_notes_are_passed_over() {
        let words = Words::new("138-0000 0000").expect("long enough");
        assert_eq!(words.find("电话：１３８００００００００。", Likeness::Near).len(), 1);
        let note = Words::new("个人信息").expect("long enough");
        assert!(note.find("见〔依规定不予公开：个人信息，2026-01-05〕", Likeness::Same).is_empty());
        assert!(Words::new("甲").is_none());
    }
}
