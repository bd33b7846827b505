//! The sentence before a table that gives its total: 共排查30处，分类如下。

use super::cell::Cell;
use super::grid::{Grid, Table};
use super::label::Role;
use super::{Fault, Wrong};
use crate::zh::quantity::{ONE, Quantity, find_all, is_unit, same_unit};
use crate::zh::sentence::{clause, is_pause, sentences};

/// Words of a sentence that speaks of the table under it.
const OF_TABLE: [&str; 10] =
    ["如下", "下表", "见表", "附表", "分类", "分别", "明细", "分布", "具体情况", "详见"];

/// Words that only say that a table follows: 按库点列出. What they are of has to be told by the head of the table.
const LISTS: [&str; 4] = ["列出", "分列", "列于", "列表"];

/// Words of a number that is of more or of less than the table.
const OF_OTHERS: [&str; 21] = [
    "其中", "部分", "典型", "主要", "除", "其余", "另", "剩余", "前期", "不含", "以外", "去年", "上年",
    "往年", "同期", "扣减", "核减", "去重", "已", "未", "正在",
];

/// What rows are of, not what they count.
const OF_ROWS: [&str; 18] = [
    "镇", "乡", "街道", "村", "社区", "县", "市", "区", "部门", "单位", "类", "方面", "站", "所", "组",
    "支部", "季度", "月",
];

/// Words before a number that is a total.
const TOTAL: [&str; 5] = ["共", "合计", "总计", "共计", "一共"];

/// The total that the line before a table gives and the table does not have.
pub fn find(text: &str, table: &Table, grid: &Grid<'_>) -> Option<Wrong> {
    let line = &text[table.before.clone()];
    let last = sentences(line).last()?;
    let words = &line[last.clone()];
    if OF_OTHERS.iter().any(|w| words.contains(w)) {
        return None;
    }
    let all = find_all(line);
    let mut said = all.iter().filter(|q| q.range.start >= last.start && is_total(line, q));
    let (said, None) = (said.next()?, said.next()) else { return None };
    let rest = &line[said.range.end..];
    let first = first_head(text, table);
    if OF_ROWS.iter().any(|w| rest.starts_with(w)) || !first.is_empty() && rest.starts_with(first) {
        return None;
    }
    let behind = &rest[..last.end.saturating_sub(said.range.end)];
    let loose = announces(line, words, behind, first, said.unit == "元")?;
    let (cell, scale) = total(grid, said, loose)?;
    let number = cell.number()?;
    // Another number of the sentence may be the one that the table is of.
    let mut others = all.iter().filter(|q| q.range.start >= last.start && q.range != said.range);
    if others.any(|q| q.unit == said.unit || q.value == number.value) {
        return None;
    }
    let made = number.value.checked_mul(scale)?;
    let slack =
        if scale > 1 || number.step < ONE { number.step.checked_mul(scale)?.max(said.step) } else { 0 };
    let start = table.before.start + said.number.start;
    (made.abs_diff(said.value) > slack.unsigned_abs()).then(|| Wrong {
        cell: start..start + said.number.len(),
        fault: Fault::Before,
        said: line[said.number.clone()].to_owned(),
        right: text[cell.range.clone()].to_owned(),
        other: Some(cell.range.clone()),
        sure: true,
    })
}

/// The head of the first column, which says what the rows are.
fn first_head<'t>(text: &'t str, table: &Table) -> &'t str {
    let line = table.lines.first().map_or("", |line| text[line.clone()].trim());
    line.trim_start_matches('|').split('|').next().unwrap_or_default().trim()
}

/// Whether the sentence speaks of the table under it; `Some(true)` where it speaks so plainly of what it has counted that the
/// table need not say by which unit it counts: a list by the `first` head of the table does, one of money is no lead at all.
/// `behind` are its words behind the number.
fn announces(line: &str, words: &str, behind: &str, first: &str, money: bool) -> Option<bool> {
    if line.ends_with(['：', ':']) || OF_TABLE.iter().any(|w| words.contains(w)) {
        return Some(!speaks_of_another(words, behind));
    }
    // In the clause of the number or in the next one.
    let lists = |clause: &&str| LISTS.iter().any(|w| clause.contains(w));
    let clause = behind.split(is_pause).take(2).find(lists).filter(|_| !money)?;
    let by = clause.strip_prefix(['按', '分', '逐']).filter(|_| !first.is_empty());
    Some(by.is_some_and(|by| by.starts_with(first)))
}

/// Whether what is announced is what came of something other than what was counted: 共走访71户，抽查结果如下.
fn speaks_of_another(words: &str, behind: &str) -> bool {
    ["结果", "情况"].iter().flat_map(|w| behind.match_indices(w)).any(|(at, _)| {
        let from = behind[..at].char_indices().rev().nth(1).map_or(0, |(i, _)| i);
        let own = &behind[from..at];
        let counted = &words[..words.len() - behind.len()];
        let general = ["具体", "分布", "有关", "相关", "详细", "分类", "基本", "总体", "各类"];
        let told = own.contains(is_pause) || own.is_empty() || own.ends_with(['的', '体']);
        !told && !general.contains(&own) && !counted.contains(own)
    })
}

/// Whether a clause says that its number is a total: 共排查30处.
fn is_total(line: &str, q: &Quantity<'_>) -> bool {
    let before = &line[clause(line, q.range.start).start..q.range.start];
    !q.about
        && !q.unit.is_empty()
        && !matches!(q.unit, "%" | "％")
        && TOTAL.iter().any(|w| before.contains(w))
}

/// The total of the column that counts what the sentence counts, and what one of it is worth; `None` where several might, or
/// where none of the table is that number. Only where the lead is `loose` may the table leave open by what it counts.
fn total<'g, 't>(grid: &'g Grid<'t>, said: &Quantity<'_>, loose: bool) -> Option<(&'g Cell<'t>, i64)> {
    let mut rows = (0..grid.rows.len()).filter(|row| grid.rows[*row].role == Role::Total);
    let (row, None) = (rows.next()?, rows.next()) else { return None };
    let counted: Vec<usize> = (0..grid.columns.len())
        .filter(|c| !matches!(grid.columns[*c].role, Role::Apart | Role::Stock | Role::Among))
        .filter(|c| grid.cells[row][*c].number().is_some_and(|n| !n.is_share()))
        .collect();
    let of_unit = |c: &&usize| unit(grid, row, **c).is_some_and(|(unit, _)| same_unit(unit, said.unit));
    let alike: Vec<usize> = counted.iter().filter(of_unit).copied().collect();
    let column = match (alike.as_slice(), counted.as_slice()) {
        ([one], _) => *one,
        ([], [one]) if loose && said.unit != "元" && unit(grid, row, *one).is_none() => *one,
        _ => return None,
    };
    let elsewhere = grid.cells.iter().flatten().any(|c| c.number().is_some_and(|n| n.value == said.value));
    let scale = unit(grid, row, column).map_or(1, |(_, scale)| scale);
    (!elsewhere).then_some((&grid.cells[row][column], scale))
}

/// The unit of a column and how many of it one is: that of its cells, of its head, or the one that its head counts by (户数).
fn unit<'g>(grid: &'g Grid<'_>, row: usize, column: usize) -> Option<(&'g str, i64)> {
    let head = &grid.columns[column];
    let printed = grid.cells[row][column].number().map_or("", |n| n.unit);
    if !printed.is_empty() {
        return Some((printed, 1));
    }
    match head.unit.as_str() {
        "" => counted_by(&head.words).map(|unit| (unit, 1)),
        "万元" => Some(("元", 10_000)),
        "亿元" => Some(("元", 100_000_000)),
        own => Some((own, 1)),
    }
}

/// What a head counts by: 隐患处数, 总人次, 垛. Of 总数 and 数量 nobody can tell.
fn counted_by(head: &str) -> Option<&str> {
    let (counted, named) = head.strip_suffix('数').map_or((head, false), |counted| (counted, true));
    let mut starts = counted.char_indices().rev().map(|(at, _)| &counted[at..]).take(2).collect::<Vec<_>>();
    starts.reverse();
    let alone = |unit: &&str| named || unit.len() == counted.len() || counted.starts_with('总');
    starts.into_iter().find(|unit| is_unit(unit)).filter(alone)
}
