//! 总次数 beside 白班 and 夜班: whether such a column is the sum of those beside it.

use super::grid::Grid;
use super::label::{Label, Role};

/// Heads that count or measure something of their own; as parts they are of one sort only where the total counts the same.
const COUNTS: [&str; 8] = ["数", "量", "额", "次", "款", "费", "面积", "标准"];

/// Whether one row at least adds up to the digit, of a total that stands first or last beside all other numbers. Where none does,
/// a sort may be left out of the table, or other things be counted.
pub fn is_proved(grid: &Grid<'_>, at: usize) -> bool {
    let added = |c: &usize| grid.columns[*c].role != Role::Apart;
    let all: Vec<usize> = (0..grid.columns.len()).filter(added).collect();
    let outer = all.first() == Some(&at) || all.last() == Some(&at);
    let parts: Vec<usize> = all.into_iter().filter(|c| *c != at).collect();
    let total = &grid.columns[at];
    let plain = parts.iter().all(|c| is_part_of(&grid.columns[*c], total));
    let rows = || (0..grid.rows.len()).filter(|row| !grid.rows[*row].role.is_sum());
    total.words.starts_with('总')
        && outer
        && plain
        && parts.len() > 1
        && rows().any(|row| adds_up(grid, row, at, &parts))
}

fn is_part_of(part: &Label, total: &Label) -> bool {
    let counted = total.words.trim_start_matches('总');
    let alike = part.words.ends_with(counted);
    part.role == Role::Part
        && (part.unit.is_empty() || part.unit == total.unit)
        && (alike || !COUNTS.iter().any(|w| part.words.ends_with(w)))
}

/// Whether a row comes to its total exactly, by more than one number that is not nought.
fn adds_up(grid: &Grid<'_>, row: usize, at: usize, parts: &[usize]) -> bool {
    let value = |c: usize| grid.cells[row][c].number().map(|n| n.value);
    let (Some(said), Some(numbers)) =
        (value(at), parts.iter().map(|c| value(*c)).collect::<Option<Vec<_>>>())
    else {
        return false;
    };
    let sum = numbers.iter().try_fold(0_i64, |sum, n| sum.checked_add(*n));
    sum == Some(said) && numbers.iter().filter(|n| **n != 0).count() > 1
}
