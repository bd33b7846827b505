//! Which columns of a table hold words that would be torn into a tower of short lines where a screen is narrow.

use pulldown_cmark::{Event, Tag, TagEnd};

use crate::zh::is_wide;

/// Half-widths of a cell from which on its column asks for room: five Chinese characters.
const LONG: usize = 10;

/// Whether a cell is long enough for its column to ask for room.
pub fn is_long(cell: &str) -> bool {
    halves(cell.trim()) >= LONG
}

/// Of each table in order, which of its columns have a long cell.
pub fn long_columns(events: &[Event<'_>]) -> Vec<Vec<bool>> {
    let mut tables: Vec<Vec<bool>> = Vec::new();
    let (mut column, mut width) = (0, 0);
    // The words of a head are not torn, so it asks for nothing.
    let mut head = false;
    for event in events {
        match event {
            Event::Start(Tag::Table(columns)) => tables.push(vec![false; columns.len()]),
            Event::Start(row @ (Tag::TableHead | Tag::TableRow)) => {
                head = *row == Tag::TableHead;
                column = 0;
            }
            Event::Start(Tag::TableCell) => width = 0,
            Event::Text(words) | Event::Code(words) => width += halves(words),
            Event::End(TagEnd::TableCell) => {
                if let Some(long) = tables.last_mut().and_then(|t| t.get_mut(column)) {
                    *long |= width >= LONG && !head;
                }
                column += 1;
            }
            _ => {}
        }
    }
    tables
}

fn halves(words: &str) -> usize {
    words.chars().map(|c| if is_wide(c) { 2 } else { 1 }).sum()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_column_asks_for_room_by_its_longest_cell() {
        let source =
            "|站|数|\n|---|---|\n|城北社区便民站|1|\n\n|站|数|\n|---|---|\n|城北|`2026-01-02 08:00`|";
        let events: Vec<_> = crate::md::events(source).collect();
        assert_eq!(long_columns(&events), [[true, false], [false, true]]);
        let head: Vec<_> = crate::md::events("|投入资金（万元）|\n|---|\n|82|").collect();
        assert_eq!(long_columns(&head), [[false]]);
        assert!(is_long(" 城北便民站 ") && !is_long("城北两站    "));
    }
}
