//! Totals and the parts that a text names with them: `25项，其中19项…、6项…`, `25=19+6`, `合计`, `其余`.

mod apart;
mod beside;
mod changed;
mod composed;
mod flow;
mod grouped;
mod halves;
mod judge;
mod otherwise;
mod remainder;
mod sorted;
#[cfg(test)]
mod tests;
mod together;
mod words;

use std::ops::Range;

pub use changed::{ends_in_time, is_from as leads_from, is_since, leads_back, summed};
use judge::judge;
use words::Stretch;

use super::product::each;
use crate::zh::quantity::{Quantity, find_all, same_unit, within};
use crate::zh::sentence::{clause, sentences};

/// A total that its parts do not make up.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mismatch {
    /// The total's figures.
    pub total: Range<usize>,
    /// From the first part to the last.
    pub parts: Range<usize>,
    /// What the parts make, in millionths of the unit.
    pub sum: i64,
    /// What the total and the parts make together, where nothing went or came.
    pub together: Option<i64>,
    /// Of what.
    pub unit: String,
    /// Whether the parts are meant to be all of it; otherwise a person has to say.
    pub sure: bool,
    /// By how much a number is said to have changed, where that is what it is about.
    pub change: Option<Change>,
}

/// What of a change is said.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Said {
    /// What lies between two numbers.
    Between,
    /// What there is after something went and something came.
    Now,
    /// What is left of a total when its other parts are taken.
    Left,
    /// What was approved of what was submitted, when what was struck off is taken.
    Approved,
}

/// A change that does not come to what a text says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Change {
    /// What is said.
    pub of: Said,
    /// The figures.
    pub by: Range<usize>,
    /// What it comes to, in millionths of the unit.
    pub right: i64,
}

/// Every total of a text that is not the sum of its parts.
pub fn find(text: &str) -> Vec<Mismatch> {
    let all = find_all(text);
    let mut out: Vec<Mismatch> = Vec::new();
    for stretch in stretches(text) {
        let here = within(&all, &stretch);
        if !may_add_up(here) {
            continue;
        }
        let s = Stretch { text, range: stretch, all: here };
        out.extend(s.flows());
        out.extend(s.balances());
        let readings = [
            s.added(),
            s.among(),
            s.halves(),
            s.bracketed(),
            s.listed(),
            s.together(),
            s.rest(),
            s.opposed(),
            s.composed(),
            s.sorted(),
            s.votes().into_iter().collect(),
            s.scaled(),
        ];
        let changed = s.changed().into_iter().map(|(sum, by)| (sum, Some((Said::Between, by))));
        let others = readings.into_iter().flatten().filter(|sum| !s.has_become(sum.total)).map(|sum| {
            let left = s.left(&sum).map(|last| (Said::Left, last));
            let by = left.or_else(|| s.approved(&sum).map(|part| (Said::Approved, part)));
            (sum, by)
        });
        let all = changed.chain(others);
        for (sum, by) in
            all.filter(|(sum, _)| !s.is_part(sum) && !s.is_beside(sum) && !is_of_apiece(text, sum))
        {
            let known =
                |m: &Mismatch| m.total == sum.total.number || m.parts.contains(&sum.total.number.start);
            if let Some(found) = judge(text, &sum)
                && (by.is_some() || !s.is_of_earlier(&sum) && !s.is_of_nearest(&sum))
                && !out.iter().any(known)
            {
                out.push(Mismatch { change: by.and_then(|(of, by)| change(&sum, of, by)), ..found });
            }
        }
    }
    out.extend(divided(text, &all));
    out.sort_by_key(|m| m.total.start);
    out.dedup_by(|a, b| a.total == b.total);
    out
}

/// The totals of a sentence that the next divides and that its parts do not make up.
fn divided(text: &str, all: &[Quantity<'_>]) -> Vec<Mismatch> {
    if !text.contains('按') {
        return Vec::new();
    }
    let sentences: Vec<_> = sentences(text).collect();
    let one = |w: &[Range<usize>]| {
        let [before, own] = w else { return None };
        let at = own.start + grouped::divides(&text[own.clone()])?;
        let both = before.start..own.end;
        let s = Stretch { text, all: within(all, &both), range: both };
        judge(text, &s.grouped(at)?)
    };
    sentences.windows(2).filter_map(one).collect()
}

fn is_of_apiece(text: &str, sum: &words::Sum<'_, '_>) -> bool {
    sum.parts.iter().any(|q| says_whole(text, q))
        || sum.parts.iter().chain([&sum.total]).any(|q| is_apiece(text, q))
}

/// 新开4条，停运4条，线路总数仍为96条: a whole that is told of behind the parts of another.
fn says_whole(text: &str, q: &Quantity<'_>) -> bool {
    let lead = &text[clause(text, q.range.start).start..q.range.start];
    ["总数仍为", "总数为", "总数达", "总量仍为", "总量为", "总数保持"].iter().any(|w| lead.contains(w))
}

/// Whether a number is what one of many is or gets, and no part of anything: 每人2000元, 人均12.5节.
fn is_apiece(text: &str, q: &Quantity<'_>) -> bool {
    let lead = &text[clause(text, q.range.start).start..q.range.start];
    // 4名班子成员各领办2个
    let each_of_them = lead.rfind('各').is_some_and(|at| {
        let (some, verb) = (&lead[..at], &lead[at + '各'.len_utf8()..]);
        some.contains(|c: char| c.is_ascii_digit())
            && verb.chars().count() <= 3
            && verb.chars().all(char::is_alphabetic)
    });
    let behind = lead.rfind(['每', '均']).map(|at| &lead[at..]);
    // 良好的3条，“合格”“不合格”各1条
    each_of_them
        || lead.ends_with('各')
        || behind.is_some_and(|words| {
            if words.starts_with('每') {
                words.split(['比', '较']).next().and_then(each).is_some()
            } else {
                words == "均" && ["人均", "户均", "平均", "年均", "月均"].iter().any(|w| lead.ends_with(w))
            }
        })
}

/// What lies between the total and the other parts, where one part says it: by how much it changed, or how many are left.
fn change(sum: &words::Sum<'_, '_>, of: Said, by: &Quantity<'_>) -> Option<Change> {
    let others: Vec<_> = sum.parts.iter().copied().filter(|q| q.range != by.range).collect();
    let right = sum.total.value.saturating_sub(words::sum_of(&others));
    (right >= 0).then(|| Change { of, by: by.number.clone(), right })
}

/// Whether two quantities count the same things, or one counts things of any sort, without which nothing adds up. Most sentences
/// have no such two.
fn may_add_up(all: &[Quantity<'_>]) -> bool {
    let again = |n: usize, unit: &str| all[n + 1..].iter().any(|q| same_unit(q.unit, unit));
    all.iter().enumerate().any(|(n, q)| again(n, q.unit) || n > 0 && together::is_general(q.unit))
}

/// Sentences; one that begins with 其中 goes with the one before.
pub fn stretches(text: &str) -> Vec<Range<usize>> {
    let mut out: Vec<Range<usize>> = Vec::new();
    for s in sentences(text) {
        match out.last_mut() {
            Some(last) if text[s.clone()].starts_with("其中") => last.end = s.end,
            _ => out.push(s),
        }
    }
    out
}
