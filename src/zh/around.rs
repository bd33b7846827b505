//! What stands around a part of a phrase.

use std::ops::Range;

/// One half of a phrase in a text, with the characters on that side of it where the other half should be.
pub(super) struct Around {
    /// Where the half stands.
    pub half: Range<usize>,
    /// Whether it is the last half, so that the other stands before it.
    pub last: bool,
    chars: Vec<char>,
    /// Where each of the characters begins, and where the last of them ends.
    places: Vec<usize>,
    /// How many of the characters are the half itself.
    own: usize,
}

impl Around {
    /// Reads as many characters beside a half as a near miss may have.
    pub fn of(text: &str, half: Range<usize>, last: bool, reach: usize) -> Self {
        let (start, end) = if last {
            let before = text[..half.start].char_indices().rev().take(reach).last();
            (before.map_or(half.start, |(at, _)| at), half.end)
        } else {
            let behind = text[half.end..].char_indices().nth(reach);
            (half.start, behind.map_or(text.len(), |(at, _)| half.end + at))
        };
        let chars = text[start..end].chars().collect();
        let places = text[start..end].char_indices().map(|(at, _)| start + at).chain([end]).collect();
        let own = text[half.clone()].chars().count();
        Self { half, last, chars, places, own }
    }

    /// The half with so many characters beside it, and where they stand; `None` where there are not as many.
    pub fn with(&self, len: usize) -> Option<(&[char], Range<usize>)> {
        let (from, to) = if self.last {
            (self.chars.len().checked_sub(self.own + len)?, self.chars.len())
        } else {
            (0, self.own + len)
        };
        Some((self.chars.get(from..to)?, self.places[from]..self.places[to]))
    }
}
