//! The cells that people may write in, as they are when the workbook is made: with their digest in it, a workbook that nobody
//! has touched is known even when the files have moved on.

use super::super::{Ledger, Row};
use super::{entries, names, sheet};
use crate::history;

/// A cell: its sheet, its row and column from 0, its words.
pub type Filled = (String, u32, u32, String);

/// Every filled cell of the sheets of issues and entries, but for their heads.
pub fn filled(ledger: &Ledger<'_>, rows: &[Row]) -> Vec<Filled> {
    let own = |name: &'static str| move |(row, column, words)| (name.to_owned(), row, column, words);
    let issues = sheet::filled(rows).into_iter().map(own(names::LEDGER));
    issues.chain(entries::filled(ledger).into_iter().map(own(names::ENTRIES))).collect()
}

/// The digest of filled cells, in whatever order they come. Heads, and sheets that the program alone writes, do not count.
pub fn digest(cells: impl IntoIterator<Item = Filled>) -> String {
    let top = |name: &str| match name {
        names::LEDGER => sheet::TOP,
        names::ENTRIES => entries::TOP,
        _ => 0,
    };
    let counts = |c: &Filled| c.1 >= top(&c.0) && !names::WRITTEN.contains(&c.0.as_str());
    let cells = cells.into_iter().filter(counts);
    let cells = cells.map(|(sheet, row, column, words)| (sheet, row, column, words.trim_end().to_owned()));
    let mut cells: Vec<Filled> = cells.filter(|c| !c.3.is_empty()).collect();
    cells.sort();
    let cells: Vec<[String; 4]> = cells
        .into_iter()
        .map(|(s, row, column, words)| [s, row.to_string(), column.to_string(), words])
        .collect();
    let digest = history::digest(&serde_json::json!(cells));
    digest.get(..16).unwrap_or(&digest).to_owned()
}
