//! The printed form of a date, written as a spreadsheet writes it: `yyyy年m月d日`, `yyyy年mm月dd日`, `yyyy.m.d`,
//! `[DBNum1]yyyy年m月d日` (二〇二六年三月二十日). GB/T 9704-2012 prints the first; notices print all of them.

use std::fmt::Write;

use chrono::{Datelike, NaiveDate};

use super::numeral::Style;

/// A printed form; the empty one prints nothing.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DateForm(String);

/// Stands before a form whose digits are Chinese ones.
const CHINESE: &str = "[DBNum1]";
const DIGITS: [char; 10] = ['〇', '一', '二', '三', '四', '五', '六', '七', '八', '九'];

impl Default for DateForm {
    fn default() -> Self {
        Self("yyyy年m月d日".to_owned())
    }
}

impl DateForm {
    /// Reads a form: year, month and day once each, in this order, or nothing at all.
    pub fn parse(source: &str) -> Option<Self> {
        let letters = source.strip_prefix(CHINESE).unwrap_or(source);
        let fields: Vec<(char, usize)> = runs(letters).filter(|(c, _)| "ymd".contains(*c)).collect();
        let known = matches!(fields.as_slice(), [('y', 4), ('m', 1 | 2), ('d', 1 | 2)]);
        (known && !letters.contains(['[', '\n']) || source.is_empty()).then(|| Self(source.to_owned()))
    }

    /// The form that prints nothing.
    pub fn none() -> Self {
        Self(String::new())
    }

    /// The form as a person writes it.
    pub fn source(&self) -> &str {
        &self.0
    }

    /// Prints a day.
    pub fn print(&self, day: NaiveDate) -> String {
        let chinese = self.0.starts_with(CHINESE);
        let mut out = String::new();
        for (c, len) in runs(self.0.strip_prefix(CHINESE).unwrap_or(&self.0)) {
            match c {
                'y' if chinese => out.extend(day.year().to_string().chars().map(chinese_digit)),
                'm' if chinese => out.push_str(&Style::Chinese.write(day.month())),
                'd' if chinese => out.push_str(&Style::Chinese.write(day.day())),
                'y' => out.push_str(&day.year().to_string()),
                'm' => padded(&mut out, day.month(), len),
                'd' => padded(&mut out, day.day(), len),
                other => out.extend(std::iter::repeat_n(other, len)),
            }
        }
        out
    }

    /// The day that a text names and nothing beside it, and the form that prints it so, where there is one.
    pub fn read(text: &str) -> Option<(NaiveDate, Option<Self>)> {
        let (year, rest) = numeral(text)?;
        let (first, rest) = separator(rest)?;
        let (month, rest) = numeral(rest)?;
        let (second, rest) = separator(rest)?;
        let (day, last) = numeral(rest)?;
        let alike = match (first.trim(), second.trim(), last.trim()) {
            ("年", "月", "日") => true,
            (a, b, "") => a == b && [".", "-", "/", "．"].contains(&a),
            _ => false,
        };
        let date = NaiveDate::from_ymd_opt(i32::try_from(year_of(year)?).ok()?, small(month)?, small(day)?)?;
        let form = |month: &str, day: &str| {
            [CHINESE, ""].map(|digits| Self(format!("{digits}yyyy{first}{month}{second}{day}{last}")))
        };
        let forms = [("m", "d"), ("mm", "dd"), ("mm", "d"), ("m", "dd")];
        let found = forms.iter().flat_map(|(m, d)| form(m, d)).find(|f| f.print(date) == text);
        alike.then_some((date, found))
    }
}

/// Stretches of one and the same character.
fn runs(text: &str) -> impl Iterator<Item = (char, usize)> {
    let mut rest = text;
    std::iter::from_fn(move || {
        let first = rest.chars().next()?;
        let after = rest.trim_start_matches(first);
        let len = (rest.len() - after.len()) / first.len_utf8();
        rest = after;
        Some((first, len))
    })
}

fn padded(out: &mut String, n: u32, width: usize) {
    let _infallible = write!(out, "{n:0width$}");
}

fn chinese_digit(c: char) -> char {
    c.to_digit(10).and_then(|d| DIGITS.get(d as usize)).copied().unwrap_or(c)
}

/// Digits of one kind at the start of a text, and what follows.
fn numeral(text: &str) -> Option<(&str, &str)> {
    let own =
        |c: char| c.is_ascii_digit() || ('０'..='９').contains(&c) || "〇○零一二三四五六七八九十".contains(c);
    let rest = text.trim_start_matches(own);
    let found = &text[..text.len() - rest.len()];
    (!found.is_empty()).then_some((found, rest))
}

fn separator(text: &str) -> Option<(&str, &str)> {
    let rest = text.trim_start_matches(|c: char| " 年月.-/．\u{3000}".contains(c));
    let found = &text[..text.len() - rest.len()];
    (!found.is_empty()).then_some((found, rest))
}

/// Four digits, one by one.
fn year_of(text: &str) -> Option<u32> {
    let digits: Vec<u32> = text.chars().map(digit).collect::<Option<_>>()?;
    // Asked first, since a long row of digits is no number that could be held.
    let year = (digits.len() == 4).then(|| digits.iter().fold(0, |sum, d| sum * 10 + d))?;
    (1949..2200).contains(&year).then_some(year)
}

fn digit(c: char) -> Option<u32> {
    match c {
        '○' | '零' => Some(0),
        '０'..='９' => Some(u32::from(c) - u32::from('０')),
        _ => {
            c.to_digit(10).or_else(|| DIGITS.iter().position(|d| *d == c).and_then(|d| u32::try_from(d).ok()))
        }
    }
}

/// A month or a day.
fn small(text: &str) -> Option<u32> {
    if let Some((n, len)) = Style::Chinese.read(text) {
        return (len == text.len()).then_some(n);
    }
    let digits: Vec<u32> = text.chars().map(digit).collect::<Option<_>>()?;
    (digits.len() <= 2).then(|| digits.iter().fold(0, |sum, d| sum * 10 + d))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_long_row_of_digits_is_no_year() {
        assert_eq!(
            (year_of(&"9".repeat(40)), year_of("2025"), year_of("二〇二五")),
            (None, Some(2025), Some(2025))
        );
    }

    #[test]
    fn a_printed_date_has_a_form_that_prints_it_again() {
        let cases = [
            ("2026年3月20日", "yyyy年m月d日"),
            ("2026年03月20日", "yyyy年mm月dd日"),
            ("2026年3月05日", "yyyy年m月dd日"),
            ("2026 年 3 月 5 日", "yyyy 年 m 月 d 日"),
            ("2026.3.20", "yyyy.m.d"),
            ("2026-03-20", "yyyy-mm-dd"),
            ("二〇二六年三月二十日", "[DBNum1]yyyy年m月d日"),
        ];
        for (text, source) in cases {
            let (day, form) = DateForm::read(text).expect("the table holds dates");
            let form = form.expect("the table holds printable forms");
            assert_eq!((form.source(), form.print(day).as_str()), (source, text));
            assert_eq!(DateForm::parse(source), Some(form));
        }
    }

    #[test]
    fn a_date_may_be_read_that_no_form_prints() {
        let day = NaiveDate::from_ymd_opt(2026, 3, 20);
        for text in ["二○二六年三月二十日", "２０２６年３月２０日"] {
            assert_eq!(DateForm::read(text), day.map(|d| (d, None)), "{text}");
        }
        for text in ["2026年13月1日", "2026年3月", "20260320", "2026.3-20", "2026年3月20日前", "26.3.20"]
        {
            assert_eq!(DateForm::read(text), None, "{text}");
        }
        assert_eq!(DateForm::parse("yyyy年m月"), None);
        assert_eq!(DateForm::parse("").map(|f| f.print(NaiveDate::default())).as_deref(), Some(""));
    }
}
