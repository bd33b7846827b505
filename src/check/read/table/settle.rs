//! One slip is told once: a wrong number makes the total of its row wrong, that of its column, and sometimes the total of totals.

use super::grid::Grid;
use super::{Fault, Found};

/// Takes out what only follows from another fault, and puts two together that one cell explains.
pub fn settle(grid: &Grid<'_>, mut found: Vec<Found>) -> Vec<Found> {
    if let Some(cell) = one_cell(grid, &found) {
        found.retain(|f| !matches!(f.fault, Fault::Column | Fault::Row));
        found.push(cell);
        return found;
    }
    let follows = |f: &Found| {
        found.iter().any(|other| {
            let crossed = match (&f.fault, &other.fault) {
                (Fault::Column, Fault::Row) => f.at.1 == other.at.1 && f.at.0 != other.at.0,
                (Fault::Row, Fault::Column) => f.at.0 == other.at.0 && f.at.1 != other.at.1,
                // A sum of groups that is wrong makes that of all wrong.
                (Fault::Column, Fault::Column) => f.at.1 == other.at.1 && f.at.0 > other.at.0,
                _ => false,
            };
            // The total of rows has the fault of the row that went into it.
            let within = f.fault == Fault::Row
                && other.fault == Fault::Row
                && f.at.1 == other.at.1
                && grid.rows[f.at.0].role.is_sum()
                && !grid.rows[other.at.0].role.is_sum();
            crossed && short(grid, f) == short(grid, other).saturating_neg()
                || within && short(grid, f) == short(grid, other)
        })
    };
    let kept: Vec<bool> = found.iter().map(|f| !follows(f)).collect();
    let mut kept = kept.into_iter();
    found.retain(|_| kept.next().unwrap_or(true));
    found
}

/// Of several faults at one cell the first.
pub fn once(found: Vec<Found>) -> Vec<Found> {
    let mut out: Vec<Found> = Vec::new();
    for f in found {
        let same_row = |o: &&Found| {
            o.at.0 == f.at.0 && matches!((&o.fault, &f.fault), (Fault::Row | Fault::Cell, Fault::Balance(_)))
        };
        if !out.iter().any(|o| o.at == f.at || same_row(&o)) {
            out.push(f);
        }
    }
    out
}

/// A cell where a wrong row and a wrong column cross, both by as much.
fn one_cell(grid: &Grid<'_>, found: &[Found]) -> Option<Found> {
    let [a, b] = found else { return None };
    let (column, row) = if a.fault == Fault::Column { (a, b) } else { (b, a) };
    if (&column.fault, &row.fault) != (&Fault::Column, &Fault::Row) || !(column.sure && row.sure) {
        return None;
    }
    let at = (row.at.0, column.at.1);
    let plain = !grid.rows[at.0].role.is_sum() && !grid.columns[at.1].role.is_sum();
    let off = short(grid, column);
    let said = grid.cells[at.0][at.1].number()?.value;
    (plain && off == short(grid, row)).then(|| Found {
        at,
        fault: Fault::Cell,
        right: said.saturating_sub(off),
        other: None,
        sure: true,
    })
}

/// How much a number lacks of what it should be.
fn short(grid: &Grid<'_>, found: &Found) -> i64 {
    let said = grid.cells[found.at.0][found.at.1].value().unwrap_or(0);
    found.right.saturating_sub(said)
}
