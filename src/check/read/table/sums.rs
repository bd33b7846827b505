//! Totals of a grid that are not the sums of what they stand under or beside.

use super::cell::{Cell, Number};
use super::grid::Grid;
use super::label::{Label, Role};
use super::readings::{Reading, readings};
use super::{Fault, Found, beside};
use crate::zh::quantity::ONE;

/// Heads that count or measure different things, so that a single row does not show that they are added up.
const MEASURES: [&str; 9] = ["户数", "人数", "天数", "次数", "数量", "面积", "单价", "标准", "金额"];

/// Totals of rows: each column is held against its own.
pub fn down(grid: &Grid<'_>, rounded: bool) -> Vec<Found> {
    let mut out = Vec::new();
    for row in (0..grid.rows.len()).filter(|row| grid.rows[*row].role.is_sum() && !grid.mixed) {
        let turned =
            lines(grid.columns.iter().enumerate(), |column| grid.cells.iter().map(|r| &r[column]).collect());
        let judged = judge(&grid.rows, &turned, row, rounded);
        let (right, wrong) = judged.tally(&grid.columns);
        // Where no column comes to it, it may be the total of something else.
        let sure = right > 0 || wrong < 3;
        if right > 0 || !names_parts_beside(&grid.rows, row) {
            out.extend(judged.found(sure, |column| (row, column), Fault::Column));
        }
    }
    out
}

/// Totals of columns: the rows together show what they sum up.
pub fn across(grid: &Grid<'_>, rounded: bool) -> Vec<Found> {
    let mut out = Vec::new();
    for column in (0..grid.columns.len()).filter(|column| grid.columns[*column].role.is_sum()) {
        let rows = lines(grid.rows.iter().enumerate(), |row| grid.cells[row].iter().collect());
        let judged = judge(&grid.columns, &rows, column, rounded);
        let (right, wrong) = judged.tally(&grid.rows);
        let perhaps = grid.columns[column].role == Role::PerhapsTotal;
        let proved = right > 0 && wrong <= right && (!perhaps || beside::is_proved(grid, column));
        let shown = proved || perhaps && right > 1 && wrong * 2 <= right;
        let alone = right == 0 && wrong == 1 && !names_parts_beside(&grid.columns, column);
        if shown || !perhaps && (right > 0 || alone) {
            let measured = |label: &Label| MEASURES.iter().any(|w| label.words.contains(w));
            let sure = shown || alone && column > 0 && !grid.columns.iter().any(measured);
            out.extend(judged.found(sure, |row| (row, column), Fault::Row));
        }
    }
    out
}

/// Whether a total stands before all else and may be one of several numbers of equal rank: 总数, 已办, 在办.
fn names_parts_beside(labels: &[Label], at: usize) -> bool {
    at == 0 && labels[at].words.starts_with('总') && labels[at].words != "总计"
}

/// A row or a column: its place, its label, its cells.
struct Line<'g, 't> {
    place: usize,
    label: &'g Label,
    cells: Vec<&'g Cell<'t>>,
}

fn lines<'g, 't>(
    labels: impl Iterator<Item = (usize, &'g Label)>,
    cells: impl Fn(usize) -> Vec<&'g Cell<'t>>,
) -> Vec<Line<'g, 't>> {
    let added = labels.filter(|(_, label)| !matches!(label.role, Role::Apart | Role::Stock));
    added.map(|(place, label)| Line { place, label, cells: cells(place) }).collect()
}

/// What the lines say of a total: each with its place.
struct Judged(Vec<(usize, Outcome)>);

enum Outcome {
    Right,
    Wrong(i64),
}

impl Judged {
    /// How many are right and how many wrong. Where there are parts, their sums show nothing that they do not.
    fn tally(&self, labels: &[Label]) -> (usize, usize) {
        let plain = self.0.iter().any(|(place, _)| !labels[*place].role.is_sum());
        let counted = self.0.iter().filter(|(place, _)| !plain || !labels[*place].role.is_sum());
        let (right, wrong): (Vec<_>, Vec<_>) =
            counted.partition(|(_, outcome)| matches!(outcome, Outcome::Right));
        (right.len(), wrong.len())
    }

    fn found(self, sure: bool, at: impl Fn(usize) -> (usize, usize), fault: Fault) -> Vec<Found> {
        let wrong = self.0.into_iter().filter_map(|(place, outcome)| match outcome {
            Outcome::Wrong(right) => Some((place, right)),
            Outcome::Right => None,
        });
        wrong
            .map(|(place, right)| Found { at: at(place), fault: fault.clone(), right, other: None, sure })
            .collect()
    }
}

/// Holds the total at a place of each line against every reading; the reading that most lines bear out says what is right.
fn judge(labels: &[Label], lines: &[Line<'_, '_>], at: usize, rounded: bool) -> Judged {
    let readings = readings(labels, at);
    let bears_out = |line: &Line<'_, '_>, r: &Reading| {
        Sum::of(labels, line, r).is_some_and(|s| s.is_said(line, at, rounded))
    };
    let count = |r: &Reading| lines.iter().filter(|line| bears_out(line, r)).count();
    // Of equals the first, which is the likeliest.
    let Some(best) = readings.iter().rev().max_by_key(|r| count(r)) else { return Judged(Vec::new()) };
    let outcome = |line: &Line<'_, '_>| {
        line.cells[at].number().filter(|n| !n.is_share())?;
        if readings.iter().any(|r| bears_out(line, r)) {
            return Some((line.place, Outcome::Right));
        }
        let sum = Sum::of(labels, line, best).filter(|s| fits(labels, line, at, s))?;
        Some((line.place, Outcome::Wrong(sum.value)))
    };
    Judged(lines.iter().filter_map(outcome).collect())
}

/// What a reading makes of a line.
struct Sum {
    value: i64,
    /// What is added, in order.
    terms: Vec<i64>,
    /// What one of the last printed digit is worth in the most exact of them.
    step: i64,
    /// How many numbers are added.
    numbers: i64,
    units: Vec<String>,
}

impl Sum {
    /// `None` where a cell cannot be read, or where there is no number to add.
    fn of(labels: &[Label], line: &Line<'_, '_>, reading: &Reading) -> Option<Self> {
        let mut sum = Self { value: 0, terms: Vec::new(), step: i64::MAX, numbers: 0, units: Vec::new() };
        for (at, sign) in reading {
            let value = line.cells[*at].value()?.checked_mul(*sign)?;
            sum.value = sum.value.checked_add(value)?;
            sum.terms.push(value);
            if let Some(number) = line.cells[*at].number() {
                sum.step = sum.step.min(number.step);
                sum.numbers += 1;
                sum.units.push(number.unit.to_owned());
            }
            sum.units.push(labels[*at].unit.clone());
        }
        (sum.numbers > 0).then_some(sum)
    }

    fn is_said(&self, line: &Line<'_, '_>, at: usize, rounded: bool) -> bool {
        let Some(said) = line.cells[at].number() else { return false };
        let slack = self.slack(line.label, &said, rounded);
        self.value.abs_diff(said.value) <= slack || said.value == without_parents(&self.terms)
    }

    /// How far a total may be off because each part is rounded: half of the last digit for each. What is counted is not rounded,
    /// nor is money to the cent.
    fn slack(&self, label: &Label, said: &Number<'_>, rounded: bool) -> u64 {
        let exact = self.step >= ONE && said.scale.is_empty() && self.step % ONE == 0 && self.step < 10 * ONE;
        let in_yuan = label.unit == "元" || said.unit == "元" || label.words.ends_with('元');
        let large =
            ["万元", "亿元", "千元", "百元"].iter().any(|w| label.unit == *w || label.words.ends_with(w));
        let to_the_cent =
            in_yuan && !large && said.scale.is_empty() && self.step >= ONE / 100 && self.step <= ONE;
        if (exact || to_the_cent) && !rounded {
            return 0;
        }
        let own = if said.step > self.step { said.step / 2 } else { 0 };
        (self.step.saturating_mul(self.numbers) / 2).saturating_add(own).unsigned_abs()
    }
}

/// The sum of those that are not parts of another: one is their sum where two or more behind it come to just as much.
fn without_parents(terms: &[i64]) -> i64 {
    let (mut sum, mut at) = (0_i64, 0);
    while at < terms.len() {
        let mut under = 0_i64;
        let children = terms[at + 1..].iter().position(|v| {
            under = under.saturating_add(*v);
            under == terms[at] && *v != terms[at] && *v != 0
        });
        sum = sum.saturating_add(terms[at]);
        at += children.filter(|_| terms[at] > 0).map_or(1, |n| n + 2);
    }
    sum
}

/// Whether all are of one kind, and the total can be their sum: not their mean, the largest or the last of them.
fn fits(labels: &[Label], line: &Line<'_, '_>, at: usize, sum: &Sum) -> bool {
    let Some(said) = line.cells[at].number() else { return false };
    let mut units: Vec<&str> = sum.units.iter().map(String::as_str).collect();
    units.extend([said.unit, &labels[at].unit]);
    units.retain(|u| !u.is_empty());
    units.dedup();
    let one_kind =
        units.windows(2).all(|two| two[0] == two[1]) && !units.iter().any(|u| matches!(*u, "%" | "％"));
    one_kind && !(sum.numbers > 1 && is_of_another_kind(&said, sum))
}

fn is_of_another_kind(said: &Number<'_>, sum: &Sum) -> bool {
    let (Some(least), Some(most)) = (sum.terms.iter().min(), sum.terms.iter().max()) else { return false };
    let mean = sum.value / sum.numbers;
    let fraction = sum.step < ONE || said.step < ONE;
    said.value.abs_diff(mean) <= said.step.unsigned_abs() / 2
        || said.value == *most
        || sum.terms.last() == Some(&said.value)
        || fraction && (*least..*most).contains(&said.value)
}
