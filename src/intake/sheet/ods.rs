//! A workbook of OpenDocument (ISO/IEC 26300), within the bounds of every package. What is repeated is laid out only so far as
//! anything stands in it.

use std::collections::BTreeMap;

use super::super::package::Package;
use super::super::xml::{Element, Node};
use super::super::{IntakeError, Kind, Notes};
use super::{CELLS, Sheets, finish, too_large};
use crate::export::ledger::Cell;
use crate::import::ledger::{Place, Sheet, name};

const PART: &str = "content.xml";

/// Takes the sheets of a workbook.
pub fn read(bytes: &[u8]) -> Result<Sheets, IntakeError> {
    let mut package = Package::open(bytes)?;
    if package.part("META-INF/manifest.xml")?.is_some_and(|m| is_encrypted(&m)) {
        return Err(IntakeError::Locked);
    }
    let content = package.part(PART)?.ok_or(IntakeError::NoDocument)?;
    let mut notes = Notes::default();
    let body = content.child("body").and_then(|b| b.child("spreadsheet")).ok_or(IntakeError::NoDocument)?;
    let mut sheets = Vec::new();
    for table in body.elements().filter(|e| e.name == "table") {
        sheets.push(sheet(table, &mut notes)?);
    }
    finish(sheets, notes)
}

/// Whether the list of parts says how to decipher one.
fn is_encrypted(manifest: &Element) -> bool {
    manifest.elements().any(|entry| entry.child("encryption-data").is_some())
}

fn sheet(table: &Element, notes: &mut Notes) -> Result<Sheet, IntakeError> {
    let own = table.attr("name").unwrap_or_default();
    for linked in table.elements().filter(|e| e.name == "table-source") {
        notes.add(Kind::Linked, linked.attr("href").map(str::to_owned));
    }
    let (mut cells, mut merged, mut at) = (BTreeMap::new(), Vec::new(), 0_u32);
    for row in rows(table) {
        let filled = row_cells(row);
        let times = repeated(row, "number-rows-repeated");
        let laid_out = if filled.is_empty() { 0 } else { times };
        if cells.len().saturating_add(filled.len().saturating_mul(laid_out as usize)) > CELLS {
            return Err(too_large(PART));
        }
        for row in at..at.saturating_add(laid_out) {
            for (column, cell) in &filled {
                if cell.attr("formula").is_some() {
                    notes.add(Kind::Formulas, Some(format!("{own}!{}", name((row, *column)))));
                }
                let span = |key| cell.attr(key).and_then(|n| n.parse::<u32>().ok()).unwrap_or(1).max(1) - 1;
                let (down, across) = (span("number-rows-spanned"), span("number-columns-spanned"));
                if (down, across) != (0, 0) {
                    let last: Place = (row.saturating_add(down), column.saturating_add(across));
                    merged.push(((row, *column), last));
                }
                cells.insert((row, *column), value(cell));
            }
        }
        at = at.saturating_add(times);
    }
    cells.retain(|_, cell| *cell != Cell::Empty);
    Sheet::new(own.to_owned(), cells, &merged).ok_or_else(|| too_large(PART))
}

/// The rows of a table, also those in groups and heads.
fn rows(table: &Element) -> Vec<&Element> {
    let mut out = Vec::new();
    let mut stack: Vec<&Element> = table.elements().rev().collect();
    while let Some(element) = stack.pop() {
        match element.name.as_str() {
            "table-row" => out.push(element),
            "table-header-rows" | "table-row-group" | "table-rows" => stack.extend(element.elements().rev()),
            _ => {}
        }
    }
    out
}

fn repeated(element: &Element, key: &str) -> u32 {
    element.attr(key).and_then(|n| n.parse().ok()).unwrap_or(1)
}

/// The cells of a row that hold something, by column. A repeated cell is laid out where it has words.
fn row_cells(row: &Element) -> Vec<(u32, &Element)> {
    let (mut out, mut column) = (Vec::new(), 0_u32);
    for cell in row.elements().filter(|e| e.name == "table-cell" || e.name == "covered-table-cell") {
        let times = repeated(cell, "number-columns-repeated");
        if cell.name == "table-cell" && value(cell) != Cell::Empty {
            out.extend((column..column.saturating_add(times.min(16_384))).map(|c| (c, cell)));
        }
        column = column.saturating_add(times);
        if out.len() > CELLS {
            break;
        }
    }
    out
}

fn value(cell: &Element) -> Cell {
    let day = cell.attr("date-value").and_then(|d| d.strip_suffix("T00:00:00").unwrap_or(d).parse().ok());
    if let Some(day) = day {
        return Cell::Day(day);
    }
    let lines: Vec<String> = cell.elements().filter(|e| e.name == "p").map(words).collect();
    Cell::text(lines.join("\n"))
}

/// The words of a paragraph with its spans, breaks and spaces.
fn words(paragraph: &Element) -> String {
    let piece = |node: &Node| match node {
        Node::Text(text) => text.clone(),
        Node::Element(e) => match e.name.as_str() {
            "line-break" => "\n".to_owned(),
            "tab" => "\t".to_owned(),
            "s" => " ".repeat(repeated(e, "c").min(1000) as usize),
            "annotation" => String::new(),
            _ => words(e),
        },
    };
    paragraph.children.iter().map(piece).collect()
}
