//! Tables, and how wide their columns are. Lengths are in twentieths of a point.

use super::foot::width;
use crate::md::pieces::Cell;

/// Width of the type area, 156 mm.
pub const WIDTH: i64 = 8844;

/// A column is no narrower, where there is room: three characters and what is free around them.
const NARROWEST: i64 = 960;

/// Rows of cells. Where one has fewer cells than the longest, its last goes on to the edge.
pub struct Table {
    /// Whether its first row was written as a head.
    pub begins_with_head: bool,
    /// Its rows.
    pub rows: Vec<Vec<Cell>>,
}

impl Table {
    /// Whether the first row stands above others, so that it comes again on each page.
    pub fn is_headed(&self) -> bool {
        self.begins_with_head && self.rows.len() > 1
    }

    /// How wide each column is; together no more than `WIDTH`.
    pub fn widths(&self) -> Vec<i64> {
        widths(&self.rows)
    }
}

fn columns(rows: &[Vec<Cell>]) -> usize {
    rows.iter().map(Vec::len).max().unwrap_or_default().max(1)
}

/// Columns as wide as the longest of their cells where all fit; else the widest give way, down to one width.
fn widths(rows: &[Vec<Cell>]) -> Vec<i64> {
    let columns = columns(rows);
    let mut wanted = vec![NARROWEST; columns];
    for row in rows {
        for (at, cell) in row.iter().enumerate() {
            let own = cell.runs.iter().map(|r| width(&r.text)).sum::<i64>();
            // Half a character of 12 points is 120, and a cell has 108 free on each side.
            wanted[at] = wanted[at].max(own.min(WIDTH) * 120 + 240);
        }
    }
    let most = most(&wanted);
    let fit: Vec<i64> = wanted.into_iter().map(|own| own.min(most)).collect();
    let total: i64 = fit.iter().sum();
    fit.into_iter().map(|own| WIDTH * own / total).collect()
}

/// The width down to which wider columns give way, so that all of them fit.
fn most(wanted: &[i64]) -> i64 {
    let mut sorted = wanted.to_vec();
    sorted.sort_unstable();
    let (mut room, mut left) = (WIDTH, i64::try_from(sorted.len()).unwrap_or(WIDTH));
    for own in sorted {
        if own * left > room {
            return (room / left).max(1);
        }
        room -= own;
        left -= 1;
    }
    WIDTH
}
