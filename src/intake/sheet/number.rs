//! Numbers as a sheet shows them: days, shares, plain figures.

use chrono::{Duration, NaiveDate};

use crate::export::ledger::Cell;

/// What a format makes of a number.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Shown {
    /// A figure.
    Plain,
    /// A share in a hundred.
    Percent,
    /// A day, with or without a time.
    Day,
}

/// The built-in format of a number (ISO/IEC 29500-1, 18.8.30, with those of Chinese programs).
pub fn built_in(id: u32) -> Shown {
    match id {
        9 | 10 => Shown::Percent,
        14..=17 | 22 | 27..=31 | 36 | 50..=54 | 57 | 58 => Shown::Day,
        _ => Shown::Plain,
    }
}

/// What a format code makes of a number. Quoted words, escaped characters and what stands in brackets say nothing.
pub fn of_code(code: &str) -> Shown {
    let (mut bare, mut chars) = (String::new(), code.chars());
    while let Some(c) = chars.next() {
        match c {
            '"' => drop(chars.by_ref().find(|c| *c == '"')),
            '[' => drop(chars.by_ref().find(|c| *c == ']')),
            '\\' | '_' | '*' => drop(chars.next()),
            ';' => break,
            c => bare.push(c.to_ascii_lowercase()),
        }
    }
    match () {
        () if bare == "general" => Shown::Plain,
        () if bare.contains(['y', 'd', 'e', '年', '日']) && !bare.contains(['0', '#']) => Shown::Day,
        () if bare.contains('%') => Shown::Percent,
        () => Shown::Plain,
    }
}

/// A number as a cell. `since_1904` counts days from the first of that year.
pub fn cell(text: &str, shown: Shown, since_1904: bool) -> Cell {
    let Ok(number) = text.trim().parse::<f64>() else { return Cell::text(text) };
    match shown {
        Shown::Day => day(number, since_1904).unwrap_or_else(|| plain(text, number)),
        Shown::Percent => Cell::Text(format!("{}%", figure((number * 1e6).round() / 1e4))),
        Shown::Plain => plain(text, number),
    }
}

fn plain(text: &str, number: f64) -> Cell {
    if number.is_finite() { Cell::Text(figure(number)) } else { Cell::text(text) }
}

fn figure(number: f64) -> String {
    // Fifteen digits are what spreadsheets keep; the rest is the error of counting in halves.
    let rounded: f64 = format!("{number:.14e}").parse().unwrap_or(number);
    rounded.to_string()
}

fn day(number: f64, since_1904: bool) -> Option<Cell> {
    let epoch = if since_1904 { (1904, 1, 1) } else { (1899, 12, 30) };
    let epoch = NaiveDate::from_ymd_opt(epoch.0, epoch.1, epoch.2)?;
    if !(1.0..2_958_466.0).contains(&number) {
        return None;
    }
    let date = epoch + Duration::days(number.floor() as i64);
    let minutes = ((number - number.floor()) * 1440.0).round() as i64;
    Some(match minutes {
        0 => Cell::Day(date),
        m => Cell::Text(format!("{date} {:02}:{:02}", m / 60, m % 60)),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_is_what_its_format_shows() {
        let text = |t: &str| Cell::Text(t.to_owned());
        assert_eq!(cell("46017", built_in(14), false), Cell::Day("2025-12-26".parse().unwrap_or_default()));
        assert_eq!(cell("46017.5", of_code("yyyy\"年\"m\"月\"d\"日\""), false), text("2025-12-26 12:00"));
        assert_eq!(cell("0.76", of_code("0.0%"), false), text("76%"));
        assert_eq!(cell("3", Shown::Plain, false), text("3"));
        assert_eq!(cell("0.30000000000000004", Shown::Plain, false), text("0.3"));
        assert_eq!(of_code("[Red]0.00;[Blue]-0.00"), Shown::Plain);
        assert_eq!(of_code("General"), Shown::Plain);
        assert_eq!(of_code("0\"日\""), Shown::Plain, "a count of days is no day");
    }
}
