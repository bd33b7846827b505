//! Parts that are larger than what they are part of: 检查数 20, 其中：不合格 24.

use super::cell::Cell;
use super::grid::Grid;
use super::label::{Label, Role};
use super::{Fault, Found};

/// What stands in each row beside the columns of a grid; for rows, the grid has to be turned.
pub fn find(grid: &Grid<'_>) -> Vec<Found> {
    let mut out = Vec::new();
    for part in (0..grid.columns.len()).filter(|at| grid.columns[*at].role == Role::Among) {
        let of = |at: &usize| !matches!(grid.columns[*at].role, Role::Among | Role::Apart);
        let Some(whole) = (0..part).rev().find(of) else { continue };
        if !count_alike(&grid.columns[whole], &grid.columns[part]) {
            continue;
        }
        for (row, cells) in
            grid.cells.iter().enumerate().filter(|(row, _)| grid.rows[*row].role != Role::Apart)
        {
            if let Some(right) = smaller(&cells[whole], &cells[part]) {
                let other = Some((row, whole));
                out.push(Found { at: (row, part), fault: Fault::Among, right, other, sure: true });
            }
        }
    }
    out
}

/// The whole, where it is smaller than its part.
fn smaller(whole: &Cell<'_>, part: &Cell<'_>) -> Option<i64> {
    let (whole, part) = (whole.number()?, part.number()?);
    let alike = whole.unit == part.unit || whole.unit.is_empty() || part.unit.is_empty();
    let counted = !whole.is_share() && !part.is_share() && whole.value >= 0;
    (alike && counted && part.value > whole.value).then_some(whole.value)
}

/// Whether two heads count the same things: 户数 and 其中：人数 do not.
fn count_alike(whole: &Label, part: &Label) -> bool {
    let what = |l: &Label| {
        let counted = l.words.strip_suffix('数').and_then(|w| w.chars().next_back());
        counted.filter(|c| "户人件个次处家名批场".contains(*c))
    };
    let units = whole.unit == part.unit || whole.unit.is_empty() || part.unit.is_empty();
    let money = |l: &Label| l.words.ends_with('额') || l.words.ends_with("资金") || l.unit.ends_with('元');
    units
        && what(whole).zip(what(part)).is_none_or(|(a, b)| a == b)
        && (money(whole) == money(part) || !money(part))
}
