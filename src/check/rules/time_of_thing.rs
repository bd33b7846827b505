//! Years that belong to what was looked at, and not to the act: `抽查2023年1月至2024年9月出院病历……，3月14日退回`.

use chrono::NaiveDate;

use super::clause::{VERBS, around, in_row, sentence};
use crate::check::Passage;
use crate::zh::date;
use crate::zh::marks::is_quoted;
use crate::zh::mention::Mention;

/// Words before a date that make it that of a thing.
const OF: [&str; 20] = [
    "对", "将", "把", "就", "按", "按照", "根据", "依据", "关于", "涉及", "协议", "比", "较", "与", "同",
    "和", "及", "、", "的", "其中",
];

/// Verbs of looking at something beside those of [`VERBS`], straight before its date.
const LOOKED: [&str; 12] =
    ["查", "核", "审", "审计", "翻阅", "调阅", "比对", "补缴", "补发", "统计", "汇总", "查看"];

/// What makes a period of the date that it follows.
const PERIOD: [&str; 8] = ["以来", "以前", "之前", "期间", "年度", "度", "至今", "间"];

/// The year that a date without one takes over in its own sentence: that of the row it stands in, else that of the last act before
/// it, none of a thing.
pub fn year_near(p: &Passage<'_>, m: &Mention) -> Option<i32> {
    let start = sentence(&p.text, m.range.start).start;
    let own = |d: &Mention| d.own_year && (start..m.range.start).contains(&d.range.start);
    let years: Vec<usize> = (0..p.dates().len()).filter(|n| own(&p.dates()[*n])).collect();
    if !years.iter().any(|n| p.dates()[*n].month.is_some()) {
        return None;
    }
    let of_it = |n: usize| !is_of_a_thing(p, n) && !is_span(p, n) && !is_aside(p, n, m) && !was_due(p, n);
    let acts: Vec<usize> = years.iter().copied().filter(|n| of_it(*n)).collect();
    if acts.len() == years.len() || is_in_its_row(p, m) {
        return m.year;
    }
    acts.into_iter().rev().map(|n| &p.dates()[n]).find(|d| d.month.is_some())?.year
}

/// 本应2023年11月换届，8月20日补上: when a thing should have been done is not when it was.
fn was_due(p: &Passage<'_>, n: usize) -> bool {
    let before = around(p, n).before;
    ["本应", "本该", "理应", "应当于", "应于", "应在", "原定", "原应"].iter().any(|w| before.contains(w))
}

/// `2024年3月至5月`: whether a date goes on from one that has the year.
fn is_in_its_row(p: &Passage<'_>, m: &Mention) -> bool {
    let before = p.dates().iter().take_while(|d| d.range.start <= m.range.start).collect::<Vec<_>>();
    let mut pairs = before.windows(2).rev().take_while(|w| in_row(&p.text, w[0], w[1]));
    pairs.any(|w| w[0].own_year)
}

/// The place of the last date before another that has a year of its own.
pub fn last_with_year(p: &Passage<'_>, m: &Mention) -> Option<usize> {
    (0..p.dates().len()).rev().find(|n| p.dates()[*n].own_year && p.dates()[*n].range.start < m.range.start)
}

/// Whether a date tells of when a thing is, or stands in a name: 核查2024年3月的票据, 2023年1月至9月签订的合同.
pub fn is_of_a_thing(p: &Passage<'_>, n: usize) -> bool {
    let text = &*p.text;
    if is_quoted(text, p.dates()[n].range.start) {
        return true;
    }
    let around = around(p, n);
    let (before, after) = (around.before.trim_end(), around.after.trim_start());
    let done_to = before.trim_end_matches(['了', '从', '自', '其']);
    let looked = LOOKED.iter().chain(VERBS).any(|w| done_to.ends_with(w));
    let goes_on = !after.is_empty() && !after.starts_with(['，', ',']);
    // A day by itself is mostly that of an act: 2025年8月2日召开的会议.
    let period =
        || p.dates()[n].day.is_none() || PERIOD.iter().any(|w| after.starts_with(w)) || is_in_range(p, n);
    OF.iter().any(|w| before.ends_with(w)) || goes_on && (looked || period() && is_attribute(after))
}

/// `2022年4月至2023年9月共18个月`: months from one to another are no point in time of an act.
fn is_span(p: &Passage<'_>, n: usize) -> bool {
    p.dates()[n].day.is_none() && is_in_range(p, n)
}

/// 第一小学（2023年9月前称附小）于6月13日: whether a date stands in brackets that end before another.
fn is_aside(p: &Passage<'_>, n: usize, m: &Mention) -> bool {
    let between = p.text.get(p.dates()[n].range.end..m.range.start).unwrap_or_default();
    let (close, open) = (between.find(['）', ')']), between.find(['（', '(']));
    close.is_some_and(|close| open.is_none_or(|open| close < open))
}

/// Whether a date is an end of a span of months that was over before a day.
pub fn is_of_a_span_before(p: &Passage<'_>, n: usize, day: NaiveDate) -> bool {
    let over = |m: &Mention| m.days().is_some_and(|(_, last)| last < day);
    let ends = |from: usize| p.dates()[from..].iter().take(2).all(|m| m.day.is_none() && over(m));
    let first = |n: usize| joins(p, n) && ends(n);
    first(n) || n.checked_sub(1).is_some_and(first)
}

/// Whether 的 joins words to what they tell of: 签订的合同.
fn is_attribute(words: &str) -> bool {
    words.find('的').is_some_and(|at| {
        let own = &words[..at];
        own.chars().count() <= 14 && !own.contains(['，', ',', '、'])
    })
}

/// Whether a date is one end of a period.
fn is_in_range(p: &Passage<'_>, n: usize) -> bool {
    joins(p, n) || n.checked_sub(1).is_some_and(|n| joins(p, n))
}

/// Whether a period goes from a date to the next.
fn joins(p: &Passage<'_>, n: usize) -> bool {
    let between = p.dates().get(n).zip(p.dates().get(n + 1));
    let between = between.and_then(|(a, b)| p.text.get(a.range.end..b.range.start));
    between.is_some_and(date::joins)
}
