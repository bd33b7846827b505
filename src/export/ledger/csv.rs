//! The ledger as CSV (RFC 4180) for spreadsheets: UTF-8 with a byte order mark, without which Excel takes it for GB18030, and
//! no cell that a spreadsheet would run as a formula.

use super::{Column, Ledger, rows};
use crate::export::table::line;

/// What stands before a cell that would be a formula, so that it is text.
const GUARD: char = '\'';

/// The text of the file.
pub fn export(ledger: &Ledger<'_>) -> String {
    let mut out = String::from('\u{feff}');
    line(&mut out, Column::ALL.iter().map(|c| c.name().to_owned()));
    for row in rows(ledger) {
        line(&mut out, row.cells.iter().map(|cell| guarded(cell.words())));
    }
    out
}

/// A cell that begins as a formula does (OWASP, CSV Injection), or with the mark itself, behind the mark.
fn guarded(cell: String) -> String {
    if cell.starts_with(STARTS) { format!("{GUARD}{cell}") } else { cell }
}

/// How what a spreadsheet would run begins, and the mark itself.
const STARTS: [char; 12] = ['=', '+', '-', '@', '\t', '\r', '\n', '＝', '＋', '－', '＠', GUARD];

/// A cell without its guard, if it has one.
pub fn unguarded(cell: &str) -> &str {
    cell.strip_prefix(GUARD).filter(|rest| rest.starts_with(STARTS)).unwrap_or(cell)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_a_spreadsheet_would_run_is_text() {
        for cell in ["=1+1", "+8613", "-2", "@SUM(A1)", "＝cmd", "'=", "\t=1"] {
            assert_eq!(guarded(cell.to_owned()), format!("'{cell}"));
            assert_eq!(unguarded(&guarded(cell.to_owned())), cell);
        }
        assert_eq!(guarded("已完成=完成".to_owned()), "已完成=完成");
    }
}
