//! Quarters and halves of a year that a text names: `2026年第二季度`, `三季度末`, `上半年`.

use std::ops::Range;

use chrono::NaiveDate;

use super::mention::last_of;

/// A quarter or a half, with the year where one stands before it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Term {
    /// Bytes of the text.
    pub range: Range<usize>,
    /// The year that is written with it.
    pub year: Option<i32>,
    /// The month that it ends with.
    pub last_month: u32,
}

impl Term {
    /// Its last day, in its own year or else in a given one.
    pub fn last_day(&self, year: i32) -> Option<NaiveDate> {
        last_of(self.year.unwrap_or(year), self.last_month)
    }
}

/// Every term in order.
pub fn terms(text: &str) -> Vec<Term> {
    let quarters = text.match_indices("季度").filter_map(|(at, word)| {
        let n = text[..at].chars().next_back()?;
        let quarter = ["一1", "二2", "三3", "四4"].iter().position(|names| names.contains(n))?;
        let named = &text[..at - n.len_utf8()];
        let start = named.strip_suffix('第').unwrap_or(named).len();
        Some((start..at + word.len(), [3, 6, 9, 12][quarter]))
    });
    let halves = [("上半年", 6), ("下半年", 12)];
    let halves = halves
        .iter()
        .flat_map(|(word, month)| text.match_indices(*word).map(|(at, word)| (at..at + word.len(), *month)));
    let mut found: Vec<Term> =
        quarters.chain(halves).map(|(range, month)| term(text, range, month)).collect();
    found.sort_by_key(|t| t.range.start);
    found
}

fn term(text: &str, range: Range<usize>, last_month: u32) -> Term {
    let year = text[..range.start].strip_suffix('年').and_then(|lead| {
        let from = lead.trim_end_matches(|c: char| c.is_ascii_digit()).len();
        let year = lead[from..].parse().ok().filter(|year| (1900..2200).contains(year))?;
        Some((from, year))
    });
    let start = year.map_or(range.start, |(from, _)| from);
    Term { range: start..range.end, year: year.map(|(_, year)| year), last_month }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_term_ends_with_its_last_month() {
        let read = |text: &str| {
            let day = |t: &Term| format!("{}={:?}", &text[t.range.clone()], t.last_day(2024));
            terms(text).iter().map(day).collect::<Vec<_>>()
        };
        assert_eq!(
            read("2026年第二季度内，4季度末，上半年"),
            ["2026年第二季度=Some(2026-06-30)", "4季度=Some(2024-12-31)", "上半年=Some(2024-06-30)"]
        );
        assert!(read("每季度一次，前三个季度，半年一查").is_empty());
    }
}
