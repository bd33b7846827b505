//! Dates that lost a character, or got one too many.

use std::ops::Range;

use super::Rule;
use super::clause::is_quoted;
use crate::check::{Finding, Record};
use crate::diag::Severity;
use crate::lang::Msg;

/// `30内`, `2025年7月21召开`, `7月日`, `2025年15日`, `20257月21日`.
pub const RULE: Rule = Rule { code: "date-damaged", severity: Severity::Warning, find };

fn find(record: &Record<'_>) -> Vec<Finding> {
    let all = record.passages.iter().enumerate();
    all.flat_map(|(at, p)| {
        let faults = faults(&p.text).into_iter().filter(|f| !is_quoted(&p.text, f.range.start));
        faults
            .map(move |f| {
                let words = &p.text[f.range.clone()];
                let message = Msg::new("found-date-damaged").with("text", words);
                Finding::at(at, f.range.clone(), message)
                    .hint(Msg::new("found-date-damaged-hint").with("meant", f.meant))
            })
            .collect::<Vec<_>>()
    })
    .collect()
}

struct Fault {
    range: Range<usize>,
    /// What was probably meant, `×` where nobody can know.
    meant: String,
}

/// A run of digits with the characters beside it.
struct Run<'t> {
    digits: &'t str,
    start: usize,
    end: usize,
    before: &'t str,
    after: &'t str,
}

fn faults(text: &str) -> Vec<Fault> {
    runs(text)
        .filter_map(|run| lost_unit(&run).or_else(|| lost_digits(&run)).or_else(|| extra(&run)))
        .collect()
}

fn runs(text: &str) -> impl Iterator<Item = Run<'_>> {
    let bytes = text.as_bytes();
    let mut at = 0;
    std::iter::from_fn(move || {
        let start = at + bytes[at..].iter().position(u8::is_ascii_digit)?;
        let len = bytes[start..].iter().take_while(|b| b.is_ascii_digit()).count();
        at = start + len;
        Some(Run { digits: &text[start..at], start, end: at, before: &text[..start], after: &text[at..] })
    })
}

/// Digits that should have a unit behind them and do not.
fn lost_unit(run: &Run<'_>) -> Option<Fault> {
    let Run { digits, start, end, before, after } = run;
    let value: u32 = digits.parse().ok()?;
    if after.starts_with('内') && !after.starts_with("内容") && !after.starts_with("内部") {
        let meant = format!("{digits}日内");
        return Some(Fault { range: *start..*end + 3, meant });
    }
    // 2025年7月21召开
    let month = before.strip_suffix('月')?;
    let month_at = month.trim_end_matches(|c: char| c.is_ascii_digit()).len();
    let is_day = digits.len() <= 2 && (1..=31).contains(&value) && month_at < month.len();
    let next = after.chars().next()?;
    let goes_on = "日号、，,和及至到-—–~～.．:：/）) 0123456789".contains(next) || COUNTERS.contains(next);
    (is_day && !goes_on && !next.is_ascii())
        .then(|| Fault { range: month_at..*end, meant: format!("{}月{digits}日", &month[month_at..]) })
}

/// What may be counted in a month: `7月3场`.
const COUNTERS: &str =
    "次场期个名家项条件份篇部台处起批辆座所户天元万亿千百余多％%人组类套张间公米吨位轮届版章节集堂课小分年月";

/// A unit that has lost its digits, or another unit between: `7月日`, `2025年15日`.
fn lost_digits(run: &Run<'_>) -> Option<Fault> {
    let Run { digits, start, end, before, after } = run;
    let four = digits.len() == 4 && (digits.starts_with("19") || digits.starts_with("20"));
    let fault = |len: usize, meant: String| Some(Fault { range: *start..*end + len, meant });
    if after.starts_with("月日") && digits.len() <= 2 && !after.starts_with("月日均") {
        return fault(6, format!("{digits}月×日"));
    }
    if four && after.starts_with("年月") {
        return fault(6, format!("{digits}年×月"));
    }
    if four && after.starts_with('年') {
        let rest = &after[3..];
        let more = rest.bytes().take_while(u8::is_ascii_digit).count();
        if (1..=2).contains(&more) && rest[more..].starts_with('日') {
            return fault(3 + more + 3, format!("{digits}年×月{}日", &rest[..more]));
        }
        if (3..=4).contains(&more) && rest[more..].starts_with('日') {
            return fault(3 + more + 3, format!("{digits}年×月×日"));
        }
    }
    // 20257月21日
    let glued = (5..=6).contains(&digits.len()) && (digits.starts_with("20") || digits.starts_with("19"));
    if glued && after.starts_with('月') {
        return fault(3, format!("{}年{}月", &digits[..4], &digits[4..]));
    }
    // 202年7月, 20025年7月
    let odd_year = matches!(digits.len(), 3 | 5) && digits.starts_with("20") && after.starts_with('年');
    if odd_year && after[3..].starts_with(|c: char| c.is_ascii_digit()) && !before.ends_with('.') {
        return fault(3, "20××年".to_owned());
    }
    None
}

/// The same unit twice, or the wrong one: `7月月`, `7月21月`.
fn extra(run: &Run<'_>) -> Option<Fault> {
    let Run { digits, start, end, before, after } = run;
    for (unit, twice) in [("年", "年年"), ("月", "月月"), ("日", "日日")] {
        let behind_one = unit == "年" || before.ends_with(['年', '月']);
        // 2026年年中 and 3月月均 are right.
        let next = after.get(6..).and_then(|rest| rest.chars().next());
        let right = next.is_some_and(|c| "初中底末度均".contains(c));
        if after.starts_with(twice) && behind_one && !right {
            return Some(Fault { range: *start..*end + 6, meant: format!("{digits}{unit}") });
        }
    }
    let month = before.strip_suffix('月')?;
    let month_at = month.trim_end_matches(|c: char| c.is_ascii_digit()).len();
    let wrong = month_at < month.len() && digits.len() <= 2 && after.starts_with('月');
    wrong.then(|| Fault { range: month_at..*end + 3, meant: format!("{}月{digits}日", &month[month_at..]) })
}
