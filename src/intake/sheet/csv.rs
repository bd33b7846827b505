//! A table as text: CSV (RFC 4180), or with tabs or semicolons as some programs write it.

use std::collections::BTreeMap;

use super::super::{IntakeError, Notes};
use super::{CELLS, Sheets, finish, too_large};
use crate::export::ledger::{Cell, csv::unguarded};
use crate::import::ledger::Sheet;

/// Takes the one sheet of a table. The mark with which an export keeps a cell from being a formula is taken off.
pub fn read(text: &str) -> Result<Sheets, IntakeError> {
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    let separator = separator(text);
    let (mut cells, mut here, mut cell, mut quoted) = (BTreeMap::new(), (0, 0), String::new(), false);
    let mut chars = text.chars().peekable();
    let mut put = |place, cell: &mut String| {
        let words = std::mem::take(cell).replace("\r\n", "\n");
        match unguarded(&words) {
            "" => {}
            words => drop(cells.insert(place, Cell::Text(words.to_owned()))),
        }
        if cells.len() > CELLS { Err(too_large("CSV")) } else { Ok(()) }
    };
    while let Some(c) = chars.next() {
        match c {
            '"' if quoted && chars.peek() == Some(&'"') => cell.extend(chars.next()),
            '"' if quoted || cell.is_empty() => quoted = !quoted,
            c if quoted => cell.push(c),
            c if c == separator => {
                put(here, &mut cell)?;
                here.1 += 1;
            }
            '\r' if chars.peek() == Some(&'\n') => {}
            '\n' | '\r' => {
                put(here, &mut cell)?;
                here = (here.0 + 1, 0);
            }
            c => cell.push(c),
        }
    }
    if quoted {
        return Err(IntakeError::Broken("CSV".to_owned(), "…\"".to_owned()));
    }
    put(here, &mut cell)?;
    let sheet = Sheet::new(String::new(), cells, &[]).ok_or_else(|| too_large("CSV"))?;
    finish(vec![sheet], Notes::default())
}

/// What stands oftenest between the cells of the first line.
fn separator(text: &str) -> char {
    let head = text.lines().next().unwrap_or_default();
    let count = |c: &char| head.matches(*c).count();
    [';', '\t', ','].into_iter().max_by_key(count).unwrap_or(',')
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cells(text: &str) -> Vec<String> {
        read(text).map(|s| s.sheets[0].cells().map(|(_, c)| c.words()).collect()).unwrap_or_default()
    }

    #[test]
    fn quotes_line_ends_and_guards_are_undone() {
        assert_eq!(
            cells("\u{feff}甲,乙\r\n\"一\n二\",\"说\"\"好\"\"\"\r\n'=1,\"'+2,3\"\r\n"),
            ["甲", "乙", "一\n二", "说\"好\"", "=1", "+2,3"]
        );
        assert_eq!(cells("甲\t乙\n1,2\t3"), ["甲", "乙", "1,2", "3"]);
        assert!(read("甲,\"乙").is_err(), "an open quote is not guessed");
    }
}
