//! Whether a notice says of itself that not all is done.

use std::ops::Range;

use chrono::NaiveDate;

use super::clause::{days, sentence};
use crate::check::{Kind, Passage, Record};
use crate::zh::date::is_as_of;
use crate::zh::mention::{Mention, Part};
use crate::zh::quantity::find_all;
use crate::zh::wordlist::Words;

/// How long before the signature the day may lie for which a notice counts what is done: two months, in days.
const FRESH: i64 = 60;

/// Whether the parts of a notice that go before and after its issues count what is still open (`其余2项正在推进`), or say for which
/// day the notice speaks (`现将截至12月10日的整改情况通报如下`), so that 正在 in a measure is no surprise to a reader. A day long before the
/// signature makes it stale all the same.
pub fn is_open(record: &Record<'_>) -> bool {
    let prose = record.of_kind(|k| matches!(k, Kind::Prose(..)));
    prose.into_iter().any(|(_, p)| counts_open(record, p) || speaks_for_a_day(record, p))
}

fn speaks_for_a_day(record: &Record<'_>, p: &Passage<'_>) -> bool {
    let of_it = |at: usize| {
        p.text[sentence(&p.text, at)].contains("整改") || p.text[sentence(&p.text, at)].contains("完成")
    };
    let fresh = |day: NaiveDate| (0..=FRESH).contains(&(p.written - day).num_days());
    let mut days = p.dates().iter().filter(|m| m.day.is_some() || m.part == Part::End).filter(|m| {
        is_as_of(&p.text[..m.range.start])
            && of_it(m.range.start)
            && days(record, p, m).is_some_and(|d| fresh(d.1))
    });
    days.next().is_some()
}

/// Words of what goes on, behind or before what is counted.
static OPEN: Words = Words::new(&[
    "推进",
    "未完成",
    "未办结",
    "未销号",
    "未整改到位",
    "整改中",
    "在办",
    "办理中",
    "进行中",
    "正在",
    "持续整改",
    "持续落实",
    "尚在",
    "仍在",
    "长期坚持",
    "按序时",
    "按计划",
]);

/// What issues, measures and tasks are counted by.
const COUNTED: [&str; 4] = ["项", "个", "条", "件"];

fn counts_open(record: &Record<'_>, p: &Passage<'_>) -> bool {
    OPEN.places(&p.text).into_iter().any(|(at, _)| {
        let own = sentence(&p.text, at);
        let words = &p.text[own.clone()];
        let counted = find_all(words)
            .into_iter()
            .any(|q| COUNTED.contains(&q.unit) && is_close(words, &q.range, at - own.start));
        counted && !is_stale(record, p, at)
    })
}

/// Whether no more than the noun and a word or two lie between a count and what is said of it.
fn is_close(words: &str, counted: &Range<usize>, at: usize) -> bool {
    let between = words.get(counted.end..at).or_else(|| words.get(at..counted.start));
    between.is_some_and(|w| w.chars().count() <= 16 && !w.contains(['；', ';']))
}

/// Whether the day for which it is counted (截至3月31日) lies long before the signature.
fn is_stale(record: &Record<'_>, p: &Passage<'_>, at: usize) -> bool {
    let as_of = |m: &&Mention| {
        let lead = p.text[..m.range.start].trim_end();
        m.range.start < at && m.month.is_some() && (is_as_of(lead) || lead.ends_with(['到', '至']))
    };
    let last = p.dates().iter().rfind(as_of).and_then(|m| days(record, p, m));
    last.is_some_and(|(_, day)| (p.written - day).num_days() > FRESH)
}
