//! Dates as a notice prints them: `2025年12月26日`, without leading zeros (GB/T 9704-2012).

use std::fmt;

use chrono::{Datelike, NaiveDate};

use super::numeral::Style;
use crate::lang::Lang;

/// Prints `2025年12月26日`.
pub fn long(date: NaiveDate) -> String {
    Long(date).to_string()
}

/// Whether nothing but what joins the ends of a period stands between two days or months: `3月18日至4月21日`, `1月份—8月份`.
pub fn joins(between: &str) -> bool {
    let joints = ["至", "到", "-", "–", "—", "——", "－", "~", "～"];
    joints.contains(&between.trim_start_matches('份').trim())
}

/// Whether words lead to the day for which something is told: `截至12月10日`.
pub fn is_as_of(lead: &str) -> bool {
    let lead = lead.trim_end();
    ["截至", "截止", "截止到"].iter().any(|w| lead.ends_with(w))
}

/// What [`long`] prints, of a day as views hold it, `2025-12-26`; `None` where the text has not this form. Every page prints some, so
/// no calendar is asked: whoever made the view had a day.
pub fn long_of(iso: &str) -> Option<String> {
    let mut parts = iso.splitn(3, '-');
    let mut next = |digits: usize| {
        let part = parts.next().filter(|p| p.len() == digits && p.bytes().all(|b| b.is_ascii_digit()))?;
        Some(part.trim_start_matches('0'))
    };
    let (year, month, day) = (next(4)?, next(2)?, next(2)?);
    let is_whole = ![year, month, day].contains(&"");
    is_whole.then(|| [year, "年", month, "月", day, "日"].concat())
}

/// A day in words of a language: `2025年12月26日`, `26 December 2025`.
pub fn in_words(day: NaiveDate, lang: Lang) -> String {
    match lang {
        Lang::ZhCn => long(day),
        Lang::En => day.format("%-d %B %Y").to_string(),
    }
}

/// A day that displays as `2025年12月26日`.
#[derive(Debug, Clone, Copy)]
pub struct Long(pub NaiveDate);

impl fmt::Display for Long {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}年{}月{}日", self.0.year(), self.0.month(), self.0.day())
    }
}

/// A date found in a text, with the bytes it covers.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Found {
    /// The day.
    pub date: NaiveDate,
    /// Where it stands.
    pub range: std::ops::Range<usize>,
}

/// Every date in the text, in order. A date without a year takes the year of the one before it, and one without a month
/// the month as well (`2025年3月18日至4月21日`). What is no day of the calendar is left out.
pub fn find_all(text: &str) -> Vec<Found> {
    let mut found: Vec<Found> = Vec::new();
    let mut at = 0;
    while let Some(c) = text[at..].chars().next() {
        let last = found.last().map(|f| f.date);
        match read(&text[at..], last) {
            Some((date, len)) => {
                found.extend(date.map(|date| Found { date, range: at..at + len }));
                at += len;
            }
            None => at += skip(&text[at..], c),
        }
    }
    found
}

/// Over a whole run of digits, so that the 5 of 15日 is not read as a day of its own.
fn skip(text: &str, first: char) -> usize {
    match text.bytes().take_while(u8::is_ascii_digit).count() {
        0 => first.len_utf8(),
        run => run,
    }
}

/// The words of a date and the day they name, `None` where the calendar has no such day.
fn read(text: &str, last: Option<NaiveDate>) -> Option<(Option<NaiveDate>, usize)> {
    let mut rest = text;
    let year = part(&mut rest, '年').filter(|y| *y >= 1900);
    if year.is_none() {
        rest = text;
    }
    let before_month = rest;
    let month = part(&mut rest, '月');
    if month.is_none() {
        rest = before_month;
    }
    let day = part(&mut rest, '日')?;
    if year.is_some() && month.is_none() {
        return None;
    }
    let year = year.and_then(|y| i32::try_from(y).ok()).or(last.map(|d| d.year()))?;
    let month = month.or(last.map(|d| d.month()))?;
    Some((NaiveDate::from_ymd_opt(year, month, day), text.len() - rest.len()))
}

fn part(rest: &mut &str, unit: char) -> Option<u32> {
    let (n, len) = Style::Arabic.read(rest)?;
    let after = rest[len..].strip_prefix(unit)?;
    *rest = after;
    Some(n)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn years_and_months_are_inherited_from_the_text_before() {
        let days: Vec<String> = find_all("2024年2月5日至6日,3月1日;又于2025年4月31日,15日")
            .iter()
            .map(|f| f.date.to_string())
            .collect();
        assert_eq!(days, ["2024-02-05", "2024-02-06", "2024-03-01", "2024-03-15"]);
    }
}
