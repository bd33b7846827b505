//! Ratios of people that a text names behind the two numbers they are of: `教师20名、学生300名，师生比为1:15`.

use std::ops::Range;

use crate::zh::quantity::{ONE, Quantity, find_all, print, same_unit};
use crate::zh::sentence::{clause, sentences};

/// A ratio that its two numbers do not make.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Wrong {
    /// The ratio as printed.
    pub ratio: Range<usize>,
    /// The one number.
    pub one: Range<usize>,
    /// The other.
    pub other: Range<usize>,
    /// What they make, printed the same way.
    pub right: String,
}

/// Ratios of which both sides are people or beds, with what tells the one side from the other.
const NAMES: [(&str, char); 6] = [
    ("师生比", '生'),
    ("生师比", '生'),
    ("师幼比", '幼'),
    ("医护比", '护'),
    ("床护比", '护'),
    ("护患比", '患'),
];

/// The mark between the sides.
const MARKS: [char; 3] = [':', '：', '∶'];

/// What may stand between the name and the ratio.
const LEADS: [&str; 8] = ["约为", "达到", "例为", "为", "达", "约", "是", "例"];

/// Every such ratio of a text.
pub fn find(text: &str) -> Vec<Wrong> {
    if !NAMES.iter().any(|(name, _)| text.contains(name)) {
        return Vec::new();
    }
    let all = find_all(text);
    let mut out = Vec::new();
    for s in sentences(text) {
        for (name, side) in NAMES {
            let places = text[s.clone()].match_indices(name).map(|(at, _)| s.start + at);
            out.extend(places.filter_map(|at| one(text, &all, s.start, at..at + name.len(), side)));
        }
    }
    out
}

fn one(text: &str, all: &[Quantity<'_>], start: usize, name: Range<usize>, side: char) -> Option<Wrong> {
    let words = &text[name.end..];
    let words = LEADS.iter().find_map(|w| words.strip_prefix(w)).unwrap_or(words);
    let printed = text.len() - became(words).unwrap_or(words).len();
    let words = text[printed..].strip_prefix('1')?;
    let mark = words.chars().next().filter(|c| MARKS.contains(c))?;
    let from = text.len() - words.len() + mark.len_utf8();
    let (said, step, len) = number(&text[from..])?;
    let before: Vec<_> = all.iter().filter(|q| q.range.start >= start && q.range.end <= name.start).collect();
    let [.., a, b] = before.as_slice() else { return None };
    let people = |q: &Quantity<'_>| same_unit(q.unit, "人") || q.unit == "张";
    // 每班 and 均 count within something else.
    let within = text[clause(text, a.range.start).start..name.start].contains(['每', '均']);
    // 教师由20名增至24名 are of one side.
    let of_side = |q: &Quantity<'_>| {
        let lead = &text[clause(text, q.range.start).start..q.range.start];
        let lead = lead.rsplit(|c: char| c == '、' || c.is_ascii_digit()).next().unwrap_or(lead);
        let behind: String = text[q.range.end..].chars().take(3).take_while(|c| c.is_alphabetic()).collect();
        lead.contains(side) || behind.contains(side)
    };
    let within = within || of_side(a) == of_side(b);
    let fine = [a, b].iter().all(|q| people(q) && !q.about && q.value > 0) && !within && said > 0;
    let (small, large) = (i128::from(a.value.min(b.value)), i128::from(a.value.max(b.value)));
    let (part, whole) = if said >= ONE { (large, small) } else { (small, large) };
    let exact = i64::try_from(part * i128::from(ONE) / whole.max(1)).ok()?;
    // What is rounded, or told as about so much, is no slip.
    let loose = step.max(exact / 100 * 3);
    (fine && exact.saturating_sub(said).saturating_abs() > loose).then(|| Wrong {
        ratio: printed..from + len,
        one: a.range.clone(),
        other: b.range.clone(),
        right: format!("1{mark}{}", print((exact + step / 2) / step * step)),
    })
}

/// What the words behind the name of a ratio say that it has become: `1:165` of `由1:198提高到1:165`.
fn became(words: &str) -> Option<&str> {
    let was = words.strip_prefix(['由', '从'])?.strip_prefix('1')?.strip_prefix(MARKS)?;
    let (_, _, len) = number(was)?;
    let end = was[len..].find(['到', '至', '为'])?;
    let verb = &was[len..len + end];
    let to = &was[len + end..];
    let now = to.strip_prefix(['到', '至', '为'])?;
    (verb.chars().count() <= 3 && verb.chars().all(char::is_alphabetic)).then_some(now)
}

/// A number in figures that words begin with, what one of its last digit is worth, both in millionths, and its length.
fn number(words: &str) -> Option<(i64, i64, usize)> {
    let digits = |words: &str| words.bytes().take_while(u8::is_ascii_digit).count();
    let whole = digits(words);
    let decimals = words[whole..].strip_prefix('.').map_or(0, digits);
    let step = ONE.checked_div(10_i64.checked_pow(u32::try_from(decimals).ok()?)?).filter(|s| *s > 0)?;
    let fraction = if decimals == 0 { 0 } else { words[whole + 1..=whole + decimals].parse::<i64>().ok()? };
    let value = words[..whole].parse::<i64>().ok()?.checked_mul(ONE)?;
    let len = if decimals == 0 { whole } else { whole + 1 + decimals };
    Some((value.checked_add(fraction.checked_mul(step)?)?, step, len))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(text: &str) -> Vec<(&str, String)> {
        find(text).into_iter().map(|w| (&text[w.ratio], w.right)).collect()
    }

    #[test]
    fn a_ratio_is_held_against_the_two_numbers_before_it() {
        for text in [
            "教师增至24名，按在校生3960人计算，师生比约为1:165",
            "教师24名、学生3950名，师生比约为1:165",
            "床位40张，护士18名，床护比为1:0.45",
            "教师由20名增至24名，师生比由1:198提高到1:165",
            "教师24名，每班50人，师生比为1:20",
            "招聘教师24名，师生比达到1:165",
            "教师增至24名，按在校生3960人计算，师生比由1∶198提高到1∶165",
            "教师增至24名，在校生3960人，师生比由1:198逐年提高，达到1:165",
            "按照师生比不低于1:200的要求，教师由20名增至24名，师生比达到1:165",
            "在校生3960人，教师由20名增至24名，师生比达到1:165",
            "报名3960人，录用24名，考录比例为1:20",
        ] {
            assert_eq!(found(text), [], "{text}");
        }
        assert_eq!(
            found("教师增至24名，按在校生3960人计算，师生比约为1:156"),
            [("1:156", "1:165".to_owned())]
        );
        assert_eq!(
            found("教师由20名增至24名，按在校生3960人计算，师生比由1∶198提高到1∶156"),
            [("1∶156", "1∶165".to_owned())]
        );
        assert_eq!(found("床位40张，护士18名，床护比为1:0.54"), [("1:0.54", "1:0.45".to_owned())]);
    }
}
