//! Shares of a table that are not what its numbers make. Which numbers those are, most rows of a column show.

use super::grid::Grid;
use super::label::{Label, Role};
use super::readings::readings;
use super::{Fault, Found};
use crate::zh::quantity::ONE;

/// All of something, in the millionths of a hundredth that a share is read in.
const ALL: i64 = 100 * ONE;

/// What a column of shares is of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Source {
    /// One column of another, in the same row.
    Of(usize, usize),
    /// A column of its own total, in a row.
    OfTotal(usize, usize),
}

/// Shares that are wrong; those of a question with `several` answers need not come to a whole.
pub fn find(grid: &Grid<'_>, several: bool) -> Vec<Found> {
    let mut out = Vec::new();
    for column in (0..grid.columns.len()).filter(|column| is_share(grid, *column)) {
        match shown(grid, column) {
            Some(all) => out.extend(unlike(grid, column, &all)),
            None if !several => out.extend(no_whole(grid, column)),
            None => {}
        }
    }
    out
}

fn is_share(grid: &Grid<'_>, column: usize) -> bool {
    let head = grid.columns[column].words.as_str();
    let named = grid.columns[column].unit == "%" || head.contains(['率', '%', '％']) || is_of_all(head);
    let numbers = || grid.cells.iter().filter_map(|row| row[column].number());
    numbers().next().is_some()
        && (numbers().all(|n| n.is_share()) || named && numbers().all(|n| n.unit.is_empty() || n.is_share()))
}

/// Whether a head says that it is a share of all, and not a rate.
fn is_of_all(head: &str) -> bool {
    let begins = ["占", "所占", "比例", "百分比", "比重", "构成", "份额"];
    begins.iter().any(|w| head.starts_with(w)) || head.ends_with("占比")
}

/// What the shares of a column are of, as far as the rows show it: all that most rows bear out.
fn shown(grid: &Grid<'_>, column: usize) -> Option<Vec<Source>> {
    let all = sources(grid);
    // All of something, or none of it, may be all or none of something else.
    let plain =
        |row: usize, s: Source| terms(grid, row, s).is_some_and(|(part, whole)| part == whole || part == 0);
    let count = |s: &Source, wanted: bool| {
        let rows = (0..grid.rows.len()).filter(|row| holds(grid, column, *row, *s) == Some(wanted));
        rows.filter(|row| !wanted || !plain(*row, *s) || names(grid, column, *s)).count()
    };
    let most = all.iter().map(|s| count(s, true)).max()?;
    if most > 1 {
        let best: Vec<Source> = all.into_iter().filter(|s| count(s, true) == most).collect();
        let wrong = best.iter().map(|s| count(s, false)).min()?;
        return (wrong * 2 <= most).then_some(best);
    }
    // Of a row or two, the head has to say what it is of.
    let mut named = all.into_iter().filter(|s| names(grid, column, *s));
    let (one, None) = (named.next()?, named.next()) else { return None };
    let enough = count(&one, false) <= 1 && (count(&one, true) == 1 || grid.rows.len() == 1);
    enough.then(|| vec![one])
}

fn sources(grid: &Grid<'_>) -> Vec<Source> {
    let counted: Vec<usize> = (0..grid.columns.len())
        .filter(|c| !is_share(grid, *c) && grid.columns[*c].role != Role::Apart)
        .collect();
    let totals: Vec<usize> = (0..grid.rows.len()).filter(|row| grid.rows[*row].role == Role::Total).collect();
    let pairs = counted.iter().flat_map(|a| counted.iter().map(move |b| (*a, *b))).filter(|(a, b)| a != b);
    let of_totals = counted.iter().flat_map(|c| totals.last().map(|row| Source::OfTotal(*c, *row)));
    pairs.map(|(a, b)| Source::Of(a, b)).chain(of_totals).collect()
}

/// The two numbers that a share of a row is of. A total is no share of itself.
fn terms(grid: &Grid<'_>, row: usize, source: Source) -> Option<(i64, i64)> {
    let cell = |row: usize, column: usize| grid.cells[row][column].number().map(|n| n.value);
    let (part, whole) = match source {
        Source::Of(part, whole) => (cell(row, part)?, cell(row, whole)?),
        Source::OfTotal(_, total) if total == row => return None,
        Source::OfTotal(part, total) => (cell(row, part)?, cell(total, part)?),
    };
    (part >= 0 && whole > 0).then_some((part, whole))
}

/// Whether the share of a row is that of a source; `None` where there is none.
fn holds(grid: &Grid<'_>, column: usize, row: usize, source: Source) -> Option<bool> {
    let said = grid.cells[row][column].number().filter(|_| grid.rows[row].role != Role::Apart)?;
    let (part, whole) = terms(grid, row, source)?;
    let off = i128::from(part) * i128::from(ALL) - i128::from(said.value) * i128::from(whole);
    Some(off.abs() < i128::from(said.step) * i128::from(whole))
}

/// Whether the head says what it is of: 不合格率 of 不合格数, or a share of the one column that has a total.
fn names(grid: &Grid<'_>, column: usize, source: Source) -> bool {
    let head = grid.columns[column].words.as_str();
    match source {
        Source::OfTotal(..) => is_of_all(head),
        Source::Of(part, whole) if is_of_all(head) => is_part_of_other(grid, part, whole),
        Source::Of(part, _) => {
            let stem = ["率", "占比", "比例"].iter().find_map(|w| head.strip_suffix(w));
            stem.is_some_and(|s| s.chars().count() > 1 && counts(&grid.columns[part], s))
        }
    }
}

/// Whether there are no two other columns that are counted, and one of the two is nowhere larger than the other.
fn is_part_of_other(grid: &Grid<'_>, part: usize, whole: usize) -> bool {
    let counted =
        (0..grid.columns.len()).filter(|c| !is_share(grid, *c) && grid.columns[*c].role != Role::Apart);
    let total = grid.rows.iter().any(|l| l.role.is_sum());
    let values = |column: usize| grid.cells.iter().map(move |row| row[column].value());
    let smaller = values(part).zip(values(whole)).all(|(p, w)| p < w);
    !total && counted.count() == 2 && smaller && grid.columns[part].unit == grid.columns[whole].unit
}

/// Whether a head counts what a word names, and not its contrary.
fn counts(label: &Label, what: &str) -> bool {
    label.words.find(what).is_some_and(|at| !label.words[..at].ends_with(['不', '未', '应', '待']))
}

/// The rows whose share is none of those that the others show.
fn unlike(grid: &Grid<'_>, column: usize, all: &[Source]) -> Vec<Found> {
    let wrong = |row: &usize| all.iter().all(|s| holds(grid, column, *row, *s) == Some(false));
    let found = |row: usize| {
        let said = grid.cells[row][column].number()?;
        let source = *all.first()?;
        let (part, whole) = terms(grid, row, source)?;
        let other = match source {
            Source::Of(part, _) | Source::OfTotal(part, _) => Some((row, part)),
        };
        let right = rounded(part, whole, said.step)?;
        // The rate of a total may be the mean of the rates above it.
        if grid.rows[row].role.is_sum() && said.value == mean(grid, column, row) {
            return None;
        }
        // A head that names neither of two columns leaves open that it is of something else.
        let head = &grid.columns[column].words;
        let alone = grid.rows.len() == 1 && is_of_all(head);
        Some(Found { at: (row, column), fault: Fault::Share, right, other, sure: !alone })
    };
    (0..grid.rows.len()).filter(wrong).filter_map(found).collect()
}

/// A share to as many places as another is printed with.
fn rounded(part: i64, whole: i64, step: i64) -> Option<i64> {
    let unit = i128::from(whole) * i128::from(step);
    let times = (i128::from(part) * i128::from(ALL) * 2 + unit) / (unit * 2);
    i64::try_from(times).ok()?.checked_mul(step)
}

fn mean(grid: &Grid<'_>, column: usize, total: usize) -> i64 {
    let parts = grid.rows.iter().enumerate().filter(|(_, l)| l.role == Role::Part);
    let values: Vec<i64> = parts.filter_map(|(row, _)| grid.cells[row][column].value()).collect();
    let step = grid.cells[total][column].number().map_or(ONE, |n| n.step);
    let sum = values.iter().fold(0_i64, |sum, v| sum.saturating_add(*v));
    match i64::try_from(values.len()) {
        Ok(n) if n > 0 => (sum / n).saturating_add(step / 2) / step * step,
        _ => 0,
    }
}

/// Shares of all that do not come to the hundred that their total says.
fn no_whole(grid: &Grid<'_>, column: usize) -> Option<Found> {
    if !is_of_all(&grid.columns[column].words) {
        return None;
    }
    let total = (0..grid.rows.len()).rev().find(|row| grid.rows[*row].role == Role::Total)?;
    grid.cells[total][column].number().filter(|n| n.value == ALL)?;
    let mut made = readings(&grid.rows, total).into_iter().map(|reading| {
        let cells = || reading.iter().map(|(row, _)| &grid.cells[*row][column]);
        let values: Option<Vec<i64>> = cells().map(|cell| cell.value()).collect();
        let step = cells().filter_map(|cell| cell.number()).map(|n| n.step).min().unwrap_or(ONE);
        values.map(|v| (v.iter().fold(0_i64, |sum, v| sum.saturating_add(*v)), v, step))
    });
    let (right, values, step) = made.next()??;
    let near = |sum: i64, n: usize| sum.abs_diff(ALL) <= step.unsigned_abs() * n as u64 / 2;
    let other = made.flatten().any(|(sum, values, _)| near(sum, values.len()));
    let whole = near(right, values.len()) || other || values.contains(&ALL) || values.len() < 2;
    (!whole).then_some(Found { at: (total, column), fault: Fault::Shares, right, other: None, sure: true })
}
