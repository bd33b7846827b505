//! Cells of a table, and the number that a cell holds: `1,234`, `－5`, `３.５万元`, `76%`.

use std::ops::Range;

use crate::zh::numeral;
use crate::zh::quantity::{find_all, print};

/// A cell.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Cell<'t> {
    /// Its words without white space around them, or its figures where it holds a number.
    pub range: Range<usize>,
    /// What it holds.
    pub held: Held<'t>,
}

/// What a cell holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Held<'t> {
    /// Nothing, or a stroke that says so.
    Nothing,
    /// A number.
    Number(Number<'t>),
    /// Words, or more than a number, so that nobody can add it up.
    Words,
}

/// A number as a cell prints it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Number<'t> {
    /// How many, in millionths.
    pub value: i64,
    /// What one of the last printed digit is worth, in millionths.
    pub step: i64,
    /// `万` or `亿` behind the figures; else empty.
    pub scale: &'t str,
    /// `户`, `元`, `%`; empty where none is printed.
    pub unit: &'t str,
}

impl<'t> Cell<'t> {
    /// Reads a cell.
    pub fn of(text: &'t str, own: Range<usize>) -> Self {
        let whole = &text[own.clone()];
        let words = bare(whole);
        let start = own.start + whole.find(words).unwrap_or(0);
        let range = start..start + words.len();
        if words.chars().all(|c| "-－−—–―/／\\".contains(c)) || words == "无" {
            return Self { range, held: Held::Nothing };
        }
        match number(words) {
            Some((held, figures)) => {
                Self { range: start + figures.start..start + figures.end, held: Held::Number(held) }
            }
            None => Self { range, held: Held::Words },
        }
    }

    /// Its number.
    pub fn number(&self) -> Option<Number<'t>> {
        match self.held {
            Held::Number(number) => Some(number),
            _ => None,
        }
    }

    /// What it adds to a sum; `None` where that cannot be told.
    pub fn value(&self) -> Option<i64> {
        match self.held {
            Held::Nothing => Some(0),
            Held::Number(number) => Some(number.value),
            Held::Words => None,
        }
    }
}

impl Number<'_> {
    /// Whether it is a share of a hundred.
    pub fn is_share(self) -> bool {
        matches!(self.unit, "%" | "％")
    }

    /// Another value as this one is printed: with 万 where this has it.
    pub fn like(self, value: i64) -> String {
        let size = match self.scale {
            "万" => 10_000,
            "亿" => 100_000_000,
            _ => 1,
        };
        // What is less than a millionth of the larger unit is said in full.
        if value % size == 0 { format!("{}{}", print(value / size), self.scale) } else { print(value) }
    }
}

/// Words without white space and marks of emphasis around them.
pub fn bare(words: &str) -> &str {
    words.trim_matches(|c: char| c.is_whitespace() || c == '*')
}

/// A number that is all a cell holds, and the bytes of its figures with their sign.
fn number(words: &str) -> Option<(Number<'_>, Range<usize>)> {
    let less = words.strip_prefix(['-', '－', '−', '–']);
    let figures = less.unwrap_or_else(|| words.strip_prefix(['+', '＋']).unwrap_or(words));
    let sign = words.len() - figures.len();
    let narrow: String = figures.chars().map(narrow).collect();
    let all = find_all(&narrow);
    let [q] = &all[..] else { return None };
    if q.about || q.range != (0..narrow.len()) {
        return None;
    }
    // Narrow and wide characters stand for each other one by one.
    let byte = |at: usize| {
        let nth = narrow[..at].chars().count();
        figures.char_indices().nth(nth).map_or(figures.len(), |(byte, _)| byte)
    };
    let end = byte(q.number.end);
    let scale = figures[..end].char_indices().next_back().filter(|(_, c)| matches!(c, '万' | '亿'));
    let number = Number {
        value: if less.is_some() { -q.value } else { q.value },
        step: q.step,
        scale: scale.map_or("", |(at, _)| &figures[at..end]),
        unit: &figures[end..],
    };
    Some((number, 0..sign + end))
}

fn narrow(c: char) -> char {
    match c {
        '％' => '%',
        '．' => '.',
        '，' => ',',
        _ => numeral::narrow(c),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::zh::quantity::ONE;

    fn read(words: &str) -> Option<(i64, i64, &str)> {
        let cell = Cell::of(words, 0..words.len());
        cell.number().map(|n| (n.value, n.step, n.unit))
    }

    #[test]
    fn numbers_are_read_however_they_are_printed() {
        assert_eq!(read(" 1,234 "), Some((1234 * ONE, ONE, "")));
        assert_eq!(read("１，２３４"), Some((1234 * ONE, ONE, "")));
        assert_eq!(read("－5户"), Some((-5 * ONE, ONE, "户")));
        assert_eq!(read("**3.5万元**"), Some((35_000 * ONE, 1000 * ONE, "元")));
        assert_eq!(read("７６．５％"), Some((76_500_000, ONE / 10, "％")));
        assert_eq!(read("约5户"), None);
        assert_eq!(read("5户（含1户外迁）"), None);
    }

    #[test]
    fn a_stroke_holds_nothing() {
        for words in ["", " ", "—", "——", "/", "－", "无"] {
            assert_eq!(Cell::of(words, 0..words.len()).held, Held::Nothing, "{words}");
        }
        assert_eq!(Cell::of("……", 0..6).held, Held::Words);
    }

    #[test]
    fn what_is_right_is_printed_as_the_cell_is() {
        let cell = Cell::of("3.5万元", 0..9);
        assert_eq!(cell.range, 0..6);
        assert_eq!(cell.number().map(|n| n.like(42_000 * ONE)), Some("4.2万".to_owned()));
        assert_eq!(cell.number().map(|n| n.like(-5000 * ONE)), Some("-0.5万".to_owned()));
    }
}
