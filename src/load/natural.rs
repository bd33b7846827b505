//! The natural order of file names: `2-b` before `10-a`.

use std::cmp::Ordering;

/// Compares two names; runs of digits compare as numbers, then everything as text, so that no two names are equal.
pub fn compare(a: &str, b: &str) -> Ordering {
    pieces(a).cmp(pieces(b)).then_with(|| a.cmp(b))
}

#[derive(PartialEq, Eq, PartialOrd, Ord)]
enum Piece<'a> {
    /// Digits without leading zeros: by length, then by text, so that no number is too long.
    Digits(usize, &'a str),
    Other(char),
}

fn pieces(mut text: &str) -> impl Iterator<Item = Piece<'_>> {
    std::iter::from_fn(move || {
        let first = text.chars().next()?;
        let run = text.bytes().take_while(u8::is_ascii_digit).count();
        let (piece, rest) = text.split_at(if run > 0 { run } else { first.len_utf8() });
        text = rest;
        let digits = piece.trim_start_matches('0');
        Some(if run > 0 { Piece::Digits(digits.len(), digits) } else { Piece::Other(first) })
    })
}
