//! Which rows a total may be the sum of. Labels leave that open more often than not, so there are several readings, the likeliest first.

use std::ops::Range;

use super::label::{Label, Role};

/// What is added up (1) and taken off (-1), by its place.
pub type Reading = Vec<(usize, i64)>;

/// After so many parts behind 其中 no other is part of the same.
const LONGEST: usize = 8;

/// What a total may be the sum of.
pub fn readings(labels: &[Label], at: usize) -> Vec<Reading> {
    let least = if labels[at].role == Role::Sub { 1 } else { 2 };
    let mut out: Vec<Reading> = Vec::new();
    for reading in ranges(labels, at).into_iter().flat_map(|range| of_range(labels, range)) {
        if reading.len() >= least && !out.contains(&reading) {
            out.push(reading);
        }
    }
    out
}

/// The stretches that a total may sum up, the likeliest first.
fn ranges(labels: &[Label], at: usize) -> Vec<Range<usize>> {
    let sums = |range: Range<usize>| range.filter(|i| labels[*i].role.is_sum());
    let above: Vec<_> = std::iter::once(0).chain(sums(0..at).map(|i| i + 1)).map(|from| from..at).collect();
    let mut below: Vec<_> = sums(at + 1..labels.len()).map(|to| at + 1..to).collect();
    below.push(at + 1..labels.len());
    if labels[at].role == Role::Sub {
        let (own, next) = (above.last().cloned(), below.first().cloned());
        let leads = leads_groups(labels) || own.as_ref().is_some_and(Range::is_empty);
        return if leads { next.into_iter().chain(own).collect() } else { own.into_iter().collect() };
    }
    // 支出合计 sums up its own group, 合计 all.
    let all = ["合计", "总计", "共计"].iter().any(|w| labels[at].words.starts_with(w));
    let above: Vec<_> = if all { above } else { above.into_iter().rev().collect() };
    above.into_iter().chain(below.into_iter().rev()).collect()
}

/// Whether the sum of a group stands before it: nothing stands between the head and the first.
fn leads_groups(labels: &[Label]) -> bool {
    labels.iter().find(|l| matches!(l.role, Role::Part | Role::Sub)).is_some_and(|l| l.role == Role::Sub)
}

fn of_range(labels: &[Label], range: Range<usize>) -> Vec<Reading> {
    let Some(parts) = parts(labels, range.clone()) else { return Vec::new() };
    let mut out = vec![parts];
    if range.clone().any(|i| labels[i].role.is_sum()) {
        out.push(groups(labels, range.clone()));
        out.push(groups(labels, range.clone().rev()));
    }
    out.extend(without_more(labels, range, &out[0]));
    out
}

/// All parts, those of the highest level where they are numbered by levels; `None` where some of these have no number.
fn parts(labels: &[Label], range: Range<usize>) -> Option<Reading> {
    let own: Vec<usize> = range.filter(|i| sign(labels[*i].role).is_some()).collect();
    let levels = || own.iter().map(|i| labels[*i].level);
    let (least, most) = (levels().filter(|l| *l > 0).min(), levels().max());
    let top = match (least, most) {
        (Some(least), Some(most)) if least < most => least,
        _ => return Some(own.into_iter().filter_map(|i| Some((i, sign(labels[i].role)?))).collect()),
    };
    let numbered = levels().all(|l| l > 0);
    let tops = own.into_iter().filter(|i| labels[*i].level == top);
    numbered.then(|| tops.filter_map(|i| Some((i, sign(labels[i].role)?))).collect())
}

fn sign(role: Role) -> Option<i64> {
    match role {
        Role::Part => Some(1),
        Role::Less => Some(-1),
        _ => None,
    }
}

/// The sums of groups, with the parts that stand beyond the last of them in this order.
fn groups(labels: &[Label], order: impl Iterator<Item = usize>) -> Reading {
    let (mut out, mut loose, mut groups) = (Reading::new(), Reading::new(), Reading::new());
    for i in order {
        match labels[i].role {
            Role::Sub | Role::PerhapsTotal => {
                loose.clear();
                groups.push((i, 1));
            }
            Role::Total => {
                loose.clear();
                groups.clear();
                out.push((i, 1));
            }
            role => loose.extend(sign(role).map(|sign| (i, sign))),
        }
    }
    out.extend(groups);
    out.extend(loose);
    out
}

/// The parts without those that go on behind 其中: 其中：合格 15, 不合格 5.
fn without_more(labels: &[Label], range: Range<usize>, parts: &Reading) -> Vec<Reading> {
    let more = |from: usize| {
        (from + 1..range.end).take_while(|i| labels[*i].role == Role::Part).take(LONGEST).collect::<Vec<_>>()
    };
    let runs: Vec<Vec<usize>> = range.clone().filter(|i| labels[*i].role == Role::Among).map(more).collect();
    let without = |left: &[usize]| parts.iter().copied().filter(|(i, _)| !left.contains(i)).collect();
    let mut out: Vec<Reading> =
        runs.iter().flat_map(|run| (1..=run.len()).map(|n| without(&run[..n]))).collect();
    // The same number behind each.
    for n in 1..=runs.iter().map(Vec::len).max().unwrap_or(0) {
        let left: Vec<usize> = runs.iter().flat_map(|run| run.iter().take(n).copied()).collect();
        out.push(without(&left));
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(labels: &[&str], at: usize) -> Vec<Vec<usize>> {
        let labels: Vec<Label> = labels.iter().map(|l| Label::of_row(l)).collect();
        readings(&labels, at).into_iter().map(|r| r.into_iter().map(|(i, _)| i).collect()).collect()
    }

    #[test]
    fn a_total_sums_up_the_parts_or_the_sums_of_groups() {
        let rows = ["甲", "乙", "小计", "丙", "丁", "小计", "总计"];
        assert_eq!(read(&rows, 2), [vec![0, 1]]);
        assert_eq!(read(&rows, 5), [vec![3, 4]]);
        assert_eq!(read(&rows, 6)[..2], [vec![0, 1, 3, 4], vec![2, 5]]);
    }

    #[test]
    fn a_sum_may_stand_before_its_parts() {
        assert_eq!(read(&["合计", "甲", "乙"], 0), [vec![1, 2]]);
        assert_eq!(read(&["小计", "甲", "乙", "小计", "丙"], 3)[0], [4]);
    }

    #[test]
    fn what_is_among_is_not_added() {
        assert_eq!(read(&["甲", "其中：丙", "乙", "合计"], 3)[0], [0, 2]);
        assert!(read(&["甲", "其中：丙", "丁", "乙", "合计"], 4).contains(&vec![0, 3]));
    }

    #[test]
    fn of_numbered_levels_the_highest_is_added() {
        assert_eq!(read(&["一、甲", "（一）乙", "（二）丙", "二、丁", "合计"], 4), [[0, 3]]);
        assert!(read(&["一、甲", "乙", "（一）丙", "二、丁", "合计"], 4).is_empty());
    }
}
