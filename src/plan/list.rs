//! Lists of the same things cut into pages, so that what belongs together is cut only where a page cannot hold it.

use crate::model::{Status, status};

/// How many rows one page of a list holds.
pub const ROWS: usize = 200;

/// Which issues a list across notices holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Cut {
    /// Those that stand at a status, `None` is not stated.
    Status(Option<Status>),
    /// Past their deadline, and neither finished nor closed.
    Overdue,
    /// 已销号
    Closed,
    /// With a deadline that was moved.
    Extended,
}

impl Cut {
    /// Every cut.
    pub fn all() -> impl Iterator<Item = Self> {
        status::every().map(Self::Status).chain([Self::Overdue, Self::Closed, Self::Extended])
    }

    /// Its key; in addresses with hyphens.
    pub fn key(self) -> &'static str {
        match self {
            Self::Status(status) => status::key(status),
            Self::Overdue => "overdue",
            Self::Closed => "closed",
            Self::Extended => "extended",
        }
    }
}

/// An issue by its place in the site.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Spot {
    /// Place of the notice.
    pub notice: usize,
    /// Place of the issue in it.
    pub issue: usize,
}

/// Rows in their order, and where the pages begin.
#[derive(Debug, Clone)]
pub struct List<T> {
    rows: Vec<T>,
    /// Where the second page begins, and each after it.
    starts: Vec<usize>,
}

impl<T> List<T> {
    /// A list of nothing.
    pub const fn empty() -> Self {
        Self { rows: Vec::new(), starts: Vec::new() }
    }

    /// A list of these rows; neighbours that are `alike` stay on one page where it can hold them.
    pub fn new(rows: Vec<T>, alike: impl FnMut(&T, &T) -> bool) -> Self {
        let starts = starts(rows.chunk_by(alike).map(<[T]>::len));
        Self { rows, starts }
    }

    /// Every row.
    pub fn rows(&self) -> &[T] {
        &self.rows
    }

    /// How many pages it takes: one at least, since an empty list says so too.
    pub fn pages(&self) -> usize {
        self.starts.len() + 1
    }

    /// The rows of a page, from 0.
    pub fn page(&self, page: usize) -> &[T] {
        let bound = |at: usize| self.starts.get(at).copied().unwrap_or(self.rows.len());
        let start = page.checked_sub(1).map_or(0, bound);
        &self.rows[start..bound(page)]
    }

    /// The same pages of something else.
    pub fn map<U>(self, to: impl FnMut(T) -> U) -> List<U> {
        List { rows: self.rows.into_iter().map(to).collect(), starts: self.starts }
    }

    /// The page that holds the row at a place.
    pub fn page_of(&self, row: usize) -> usize {
        self.starts.partition_point(|start| *start <= row)
    }
}

/// Where pages after the first begin that hold groups of these sizes.
fn starts(groups: impl Iterator<Item = usize>) -> Vec<usize> {
    let (mut starts, mut at, mut room) = (Vec::new(), 0, ROWS);
    for mut left in groups {
        if left > room && room < ROWS {
            starts.push(at);
            room = ROWS;
        }
        while left > room {
            (at, left, room) = (at + room, left - room, ROWS);
            starts.push(at);
        }
        (at, room) = (at + left, room - left);
    }
    starts
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_group_is_cut_only_where_no_page_can_hold_it() {
        let of = |groups: &[usize]| starts(groups.iter().copied());
        assert_eq!(of(&[]), [0; 0]);
        assert_eq!(of(&[ROWS]), [0; 0]);
        assert_eq!(of(&[150, 50, 1]), [200]);
        assert_eq!(of(&[150, 60, 140]), [150]);
        assert_eq!(of(&[10, 450, 20]), [10, 210, 410]);
    }

    #[test]
    fn pages_hold_every_row_once() {
        let list = List::new((0..450).collect(), |a, b| a / 120 == b / 120);
        let all: Vec<i32> = (0..list.pages()).flat_map(|page| list.page(page).to_vec()).collect();
        assert_eq!(all, list.rows());
        assert_eq!((list.page_of(0), list.page_of(119), list.page_of(120), list.page_of(449)), (0, 0, 1, 3));
        assert!(list.page(9).is_empty());
    }
}
