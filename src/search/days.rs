//! Months and days within texts, found as a whole: `5年`, `年3`, `3月`, `月4` and `4日` each stand in most issues, the day
//! itself in few.

/// They have keys of their own: a character for private use that stands for them, and what is before it.
const FIRST: u32 = 0x10_0000;
/// Months within their year begin here, and here days of which one digit is known.
const MONTH: u32 = 20_000;
const BEGUN: u32 = 30_000;
/// What follows a year, of which one digit is known, or two.
const DIGIT: u32 = 40_000;
const DIGITS: u32 = 50_000;

/// The keys that belong to the `月` at a place of a text: the day after it with `月`, with the last digit of the month and, where
/// the year is there, as month and day with the last digit of the year; the month with the last digit of the year; and the first
/// digit of the day with that of the month, since people see what is found while they type.
pub fn at(text: &[char], place: usize) -> impl Iterator<Item = (char, char)> {
    let (before, after) = (&text[..place], &text[place + 1..]);
    let day = number(after.iter().take(2));
    let last = before.last().copied().filter(char::is_ascii_digit);
    let month = month(before);
    let begun = number(after.iter().take(1));
    let keys = [
        day.map(|day| (FIRST + day, '月')),
        day.zip(last).map(|(day, last)| (FIRST + day, last)),
        day.zip(month).map(|(day, (month, year))| (FIRST + month * 100 + day, year)),
        month.map(|(month, year)| (FIRST + MONTH + month, year)),
        begun.zip(last).map(|(digit, last)| (FIRST + BEGUN + digit, last)),
    ];
    keys.into_iter().flatten().filter_map(|(code, before)| Some((char::from_u32(code)?, before)))
}

/// The keys that belong to the `年` at a place of a text: the first digit after it, and the first two, with the last of the year.
pub fn after_year(text: &[char], place: usize) -> impl Iterator<Item = (char, char)> {
    let (before, after) = (&text[..place], &text[place + 1..]);
    let year = before.last().copied().filter(char::is_ascii_digit);
    let one = number(after.iter().take(1)).map(|digit| DIGIT + digit);
    let two =
        after.get(1).filter(|c| c.is_ascii_digit()).and(number(after.iter().take(2))).map(|n| DIGITS + n);
    let codes = [one, two.filter(|_| one.is_some())];
    codes.into_iter().flatten().filter_map(move |code| Some((char::from_u32(FIRST + code)?, year?)))
}

/// The month of one or two digits that stands behind a year at the end of a text, and the last digit of the year.
fn month(text: &[char]) -> Option<(u32, char)> {
    let digits = text.iter().rev().take_while(|c| c.is_ascii_digit()).count();
    let (before, own) = text.split_at(text.len() - digits);
    let year = before.strip_suffix(&['年'])?.last().copied().filter(char::is_ascii_digit)?;
    number(own.iter()).filter(|_| digits <= 2).map(|month| (month, year))
}

/// The number of the digits with which a text begins.
fn number<'t>(text: impl Iterator<Item = &'t char>) -> Option<u32> {
    let mut digits = text.map_while(|c| c.to_digit(10)).peekable();
    digits.peek()?;
    Some(digits.fold(0, |sum, digit| sum * 10 + digit))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn keys(text: &str) -> Vec<(u32, char)> {
        let text: Vec<char> = text.chars().collect();
        let place = text.iter().position(|c| *c == '月').unwrap();
        at(&text, place).map(|(c, before)| (u32::from(c) - FIRST, before)).collect()
    }

    #[test]
    fn a_day_is_known_by_its_month_and_by_its_year() {
        assert_eq!(
            keys("于2025年3月14日"),
            [(14, '月'), (14, '3'), (314, '5'), (20_003, '5'), (30_001, '3')]
        );
        assert_eq!(keys("2025年11月04日"), [(4, '月'), (4, '1'), (1104, '5'), (20_011, '5'), (30_000, '1')]);
        assert_eq!(keys("1月4日"), [(4, '月'), (4, '1'), (30_004, '1')]);
        assert_eq!(keys("2025年3月底"), [(20_003, '5')]);
        assert_eq!(keys("3月250"), [(25, '月'), (25, '3'), (30_002, '3')]);
        for none in ["3月", "月日", "今年月底", "年103月"] {
            assert_eq!(keys(none), [], "{none}");
        }
    }
}
