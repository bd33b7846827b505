//! Days, months and years that a text names, whole or in part: `2025年7月21日`, `10月底`, `7月21、22日`, `2025年以来`. What a
//! mention leaves out it takes from the one before it; what is no day of the calendar is kept, so that it can be shown.

use std::ops::Range;

use chrono::NaiveDate;

/// Days, months or years named at one place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mention {
    /// Bytes of the text.
    pub range: Range<usize>,
    /// The year, its own or that of the mention before.
    pub year: Option<i32>,
    /// Whether the year is written here.
    pub own_year: bool,
    /// The month, its own or that of the mention before; not necessarily one of the calendar.
    pub month: Option<u32>,
    /// The day; not necessarily one of the calendar.
    pub day: Option<u32>,
    /// Which part of the month or year is meant, where no day is named.
    pub part: Part,
}

/// A part of a month or of a year.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Part {
    /// All of it.
    Whole,
    /// 初, 上旬
    Early,
    /// 中旬
    Middle,
    /// 下旬
    Late,
    /// 底, 末
    End,
}

impl Mention {
    /// First and last day that may be meant; `None` where the year is not known or the calendar has no such day.
    pub fn days(&self) -> Option<(NaiveDate, NaiveDate)> {
        self.days_in(self.year?)
    }

    /// The same in a given year.
    pub fn days_in(&self, year: i32) -> Option<(NaiveDate, NaiveDate)> {
        let Some(month) = self.month else {
            let (first, last) = match self.part {
                Part::Early => (1, 1),
                Part::End | Part::Late => (12, 12),
                Part::Whole | Part::Middle => (1, 12),
            };
            return Some((NaiveDate::from_ymd_opt(year, first, 1)?, last_of(year, last)?));
        };
        let day = |d| NaiveDate::from_ymd_opt(year, month, d);
        match (self.day, self.part) {
            (Some(d), _) => Some((day(d)?, day(d)?)),
            (None, Part::Whole) => Some((day(1)?, last_of(year, month)?)),
            (None, Part::Early) => Some((day(1)?, day(10)?)),
            (None, Part::Middle) => Some((day(11)?, day(20)?)),
            (None, Part::Late) => Some((day(21)?, last_of(year, month)?)),
            (None, Part::End) => Some((day(25)?, last_of(year, month)?)),
        }
    }

    /// Whether no calendar has such a day: a thirteenth month, a thirty-first of April.
    pub fn is_impossible(&self) -> bool {
        let Some(month) = self.month else { return false };
        // A leap year, where none is named, has every day that there is.
        let year = self.year.unwrap_or(2000);
        NaiveDate::from_ymd_opt(year, month, self.day.unwrap_or(1)).is_none()
    }
}

/// The last day of a month.
pub fn last_of(year: i32, month: u32) -> Option<NaiveDate> {
    let (year, month) = if month == 12 { (year + 1, 1) } else { (year, month + 1) };
    NaiveDate::from_ymd_opt(year, month, 1)?.pred_opt()
}

/// Every mention in order.
pub fn mentions(text: &str) -> Vec<Mention> {
    let tokens = tokens(text);
    let mut found: Vec<Mention> = Vec::new();
    let mut at = 0;
    while let Some(first) = tokens.get(at) {
        let rest = &tokens[at..];
        let (read, used) = group(text, rest, found.last());
        match read {
            Some(mention) => found.push(mention),
            None => debug_assert!(used > 0, "{first:?}"),
        }
        at += used.max(1);
    }
    found
}

/// A run of digits and the unit straight after it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Token {
    start: usize,
    end: usize,
    digits: usize,
    value: u32,
    unit: Unit,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Unit {
    Year,
    Month,
    Day,
    /// 号, a day behind a month only.
    Number,
    None,
}

fn tokens(text: &str) -> Vec<Token> {
    let mut out = Vec::new();
    // No date is without one of these, and many a text is.
    if !["年", "月", "日"].iter().any(|unit| text.contains(unit)) {
        return out;
    }
    let mut from = 0;
    while let Some(start) = next_digit(text, from) {
        let (mut value, mut digits, mut end) = (0_u32, 0, start);
        for (c, figure) in text[start..].chars().map_while(|c| Some((c, digit(c)?))) {
            value = value.saturating_mul(10).saturating_add(figure);
            digits += 1;
            end += c.len_utf8();
        }
        from = end;
        let rest = text[end..].trim_start_matches([' ', '\u{3000}']);
        let (unit, len) = match rest.chars().next() {
            Some('年') => (Unit::Year, 3),
            Some('月') => (Unit::Month, 3),
            Some('日') => (Unit::Day, 3),
            Some('号') => (Unit::Number, 3),
            _ => (Unit::None, 0),
        };
        let end = if len > 0 { text.len() - rest.len() + len } else { end };
        out.push(Token { start, end, digits, value, unit });
    }
    out
}

/// Where the next digit stands, found by its first byte: that of a full-width one is EF.
fn next_digit(text: &str, from: usize) -> Option<usize> {
    let mut at = from;
    loop {
        at += text.as_bytes()[at..].iter().position(|byte| byte.is_ascii_digit() || *byte == 0xef)?;
        let c = text[at..].chars().next()?;
        if digit(c).is_some() {
            return Some(at);
        }
        at += c.len_utf8();
    }
}

fn digit(c: char) -> Option<u32> {
    match c {
        '0'..='9' => Some(u32::from(c) - u32::from('0')),
        '０'..='９' => Some(u32::from(c) - u32::from('０')),
        _ => None,
    }
}

/// The mention that begins with the first of some tokens, and how many of them it takes.
fn group(text: &str, tokens: &[Token], before: Option<&Mention>) -> (Option<Mention>, usize) {
    let next = |used: usize| {
        let token = tokens.get(used)?;
        let joined = used == 0 || text[tokens[used - 1].end..token.start].trim().is_empty();
        joined.then_some(*token)
    };
    let mut used = 0;
    let year = next(0).filter(|t| t.unit == Unit::Year && t.digits == 4 && (1900..2200).contains(&t.value));
    used += usize::from(year.is_some());
    let month = next(used).filter(|t| t.unit == Unit::Month && t.digits <= 2);
    used += usize::from(month.is_some());
    let day = next(used).filter(|t| is_day(text, t, &tokens[used..], month, before));
    used += usize::from(day.is_some());
    let (Some(first), Some(last)) = (tokens.first(), used.checked_sub(1).and_then(|n| tokens.get(n))) else {
        return (None, 1);
    };
    // 2025年 and a day with no month is damage, which is looked for elsewhere; 18月 by itself is no month.
    let alone = year.is_none() && day.is_none();
    let odd = (year.is_some() && month.is_none() && day.is_some())
        || (alone && month.is_some_and(|m| !(1..=12).contains(&m.value)));
    if odd {
        return (None, used);
    }
    let own = year.and_then(|t| i32::try_from(t.value).ok());
    let (part, len) = if day.is_none() { part(&text[last.end..]) } else { (Part::Whole, 0) };
    let mention = Mention {
        range: first.start..last.end + len,
        year: own.or(before.and_then(|b| b.year)),
        own_year: own.is_some(),
        month: month.map(|t| t.value).or(before.filter(|_| own.is_none()).and_then(|b| b.month)),
        day: day.map(|t| t.value),
        part,
    };
    (Some(mention), used)
}

/// Whether a token names a day: behind its month (`7月21日`, `7月21、22日`), or in a row with the day before it.
fn is_day(text: &str, t: &Token, rest: &[Token], month: Option<Token>, before: Option<&Mention>) -> bool {
    if t.digits > 2 {
        return false;
    }
    let row = |from: usize, to: usize| from < to && is_row(&text[from..to]);
    match (t.unit, month) {
        (Unit::Day | Unit::Number, Some(_)) => true,
        (Unit::Day, None) => before.is_some_and(|b| {
            b.day.is_some() && (row(b.range.end, t.start) || is_told_alike(text, b.range.end, t))
        }),
        (Unit::None, Some(m)) => {
            m.end == t.start
                && rest.get(1).is_some_and(|n| {
                    matches!(n.unit, Unit::Day | Unit::None) && n.digits <= 2 && row(t.end, n.start)
                })
                && rest.iter().skip(1).find(|n| n.unit != Unit::None).is_some_and(|n| n.unit == Unit::Day)
        }
        (Unit::None, None) => {
            before.is_some_and(|b| b.day.is_some() && row(b.range.end, t.start))
                && rest.get(1).is_some_and(|n| n.unit == Unit::Day && row(t.end, n.start))
        }
        _ => false,
    }
}

/// Whether nothing but marks of a row or a range stands between two days.
fn is_row(between: &str) -> bool {
    let between = between.trim();
    !between.is_empty()
        && between.chars().count() <= 2
        && between.chars().all(|c| "、,，和及与至到-—–~～".contains(c))
}

/// `一次在4月6日，一次在20日`: a day without its month in the clause after that of a whole date, and no term.
fn is_told_alike(text: &str, end: usize, t: &Token) -> bool {
    let Some(between) = text.get(end..t.start).filter(|b| !b.contains(['。', '；', '\n'])) else {
        return false;
    };
    let Some((_, own)) = between.rsplit_once(['，', ',', '、']) else { return false };
    let of = |ends: [char; 2]| own.strip_suffix(ends).filter(|lead| lead.chars().count() <= 4);
    let one = |lead: &str| lead.ends_with(['次', '场', '回', '批', '轮']);
    let again = |lead: &str| lead.is_empty() || lead.ends_with(['又', '再', '并', '已', '别', '后']);
    let once =
        of(['在', '于']).is_some_and(|lead| one(lead) || again(lead)) || of(['是', '为']).is_some_and(one);
    let term =
        ["内", "以", "之", "后", "左右", "期", "均", "元"].iter().any(|w| text[t.end..].starts_with(w));
    once && !term
}

fn part(after: &str) -> (Part, usize) {
    const PARTS: [(&str, Part); 6] = [
        ("上旬", Part::Early),
        ("中旬", Part::Middle),
        ("下旬", Part::Late),
        ("初", Part::Early),
        ("底", Part::End),
        ("末", Part::End),
    ];
    let after = |(words, part): &(&str, Part)| after.starts_with(words).then_some((*part, words.len()));
    PARTS.iter().find_map(after).unwrap_or((Part::Whole, 0))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Vec<String> {
        let one = |m: &Mention| {
            let days = m
                .days()
                .map_or("?".to_owned(), |(a, b)| if a == b { a.to_string() } else { format!("{a}..{b}") });
            format!("{}={days}", &text[m.range.clone()])
        };
        mentions(text).iter().map(one).collect()
    }

    #[test]
    fn what_a_mention_leaves_out_it_takes_from_the_one_before() {
        assert_eq!(
            read("2024年2月5日至6日,3月1日;10月底"),
            [
                "2024年2月5日=2024-02-05",
                "6日=2024-02-06",
                "3月1日=2024-03-01",
                "10月底=2024-10-25..2024-10-31"
            ]
        );
        assert_eq!(
            read("2025年7月21、22日，8月中旬"),
            ["2025年7月21=2025-07-21", "22日=2025-07-22", "8月中旬=2025-08-11..2025-08-20"]
        );
        assert_eq!(read("２０２５年７月１日"), ["２０２５年７月１日=2025-07-01"]);
    }

    #[test]
    fn a_day_told_like_the_one_before_is_in_its_month() {
        assert_eq!(read("一次在2025年4月6日，一次在20日"), ["2025年4月6日=2025-04-06", "20日=2025-04-20"]);
        assert_eq!(read("首场在2025年4月6日，末场在31日"), ["2025年4月6日=2025-04-06", "31日=?"]);
        assert_eq!(read("首次是2025年4月6日，第二次是7日"), ["2025年4月6日=2025-04-06", "7日=2025-04-07"]);
        for text in [
            "2025年4月6日受理，控制在20日内",
            "2025年4月6日。又在20日",
            "2025年4月6日，时限定在20日",
            "2025年4月6日，工期为20日",
        ] {
            assert_eq!(read(text), ["2025年4月6日=2025-04-06"], "{text}");
        }
    }

    #[test]
    fn counts_and_terms_are_no_dates() {
        for text in ["用了6个月", "3年内", "5日内办结", "15月龄", "〔2025〕8号", "期限30日", "8日元"]
        {
            assert!(read(text).is_empty(), "{text}: {:?}", read(text));
        }
        assert_eq!(read("2025年8月3场"), ["2025年8月=2025-08-01..2025-08-31"]);
    }

    #[test]
    fn what_no_calendar_has_is_kept_and_known() {
        let odd = |text: &str| mentions(text).iter().map(Mention::is_impossible).collect::<Vec<_>>();
        assert_eq!(odd("2025年4月31日"), [true]);
        assert_eq!(odd("2025年13月"), [true]);
        assert_eq!(odd("2月28日、30日"), [false, true]);
        assert_eq!(odd("2月29日"), [false], "in some year it is one");
        assert_eq!(odd("2025年2月29日"), [true]);
    }
}
