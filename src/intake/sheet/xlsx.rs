//! A workbook of Excel 2007 and later (ISO/IEC 29500), within the bounds of every package.

use std::collections::{BTreeMap, HashMap};

use super::super::package::Package;
use super::super::xml::{Element, truth};
use super::super::{IntakeError, Kind, Notes};
use super::number::{self, Shown};
use super::{CELLS, Sheets, finish, too_large};
use crate::export::ledger::Cell;
use crate::import::ledger::{Place, Sheet};

/// Takes the sheets of a workbook; hidden ones too, which are named.
pub fn read(bytes: &[u8]) -> Result<Sheets, IntakeError> {
    let mut package = Package::open(bytes)?;
    let workbook = package.part("xl/workbook.xml")?.ok_or(IntakeError::NoDocument)?;
    let mut notes = Notes::default();
    if package.has("xl/vbaProject.bin") {
        notes.add(Kind::Macros, None);
    }
    for name in package.named("xl/externalLinks/").into_iter().filter(|n| !n.contains("_rels")) {
        notes.add(Kind::Linked, Some(name));
    }
    for name in package.named("xl/comments").into_iter().chain(package.named("xl/threadedComments/")) {
        let part = package.part(&name)?;
        comments(part.as_ref(), &mut notes);
    }
    for name in package.named("xl/drawings/drawing") {
        let part = package.part(&name)?;
        part.iter().flat_map(Element::elements).for_each(|anchor| drawn(anchor, &mut notes));
    }
    let book = Book {
        strings: strings(package.part("xl/sharedStrings.xml")?.as_ref()),
        formats: formats(package.part("xl/styles.xml")?.as_ref()),
        since_1904: workbook.child("workbookPr").and_then(|p| p.truth("date1904")).unwrap_or(false),
    };
    let targets = targets(package.part("xl/_rels/workbook.xml.rels")?.as_ref());
    let mut sheets = Vec::new();
    for listed in workbook.child("sheets").into_iter().flat_map(|s| s.elements()) {
        let name = listed.attr("name").unwrap_or_default();
        if listed.attr("state").is_some_and(|s| s != "visible") {
            notes.add(Kind::HiddenSheets, Some(name.to_owned()));
        }
        let Some(path) = listed.attr("id").and_then(|id| targets.get(id)) else { continue };
        let part = package.part(path)?.ok_or_else(|| IntakeError::Broken(path.clone(), "…".to_owned()))?;
        sheets.push(book.sheet(name, &part, path, &mut notes)?);
    }
    finish(sheets, notes)
}

/// A shape with words is a text box; whatever else hangs on a cell counts as a picture.
fn drawn(anchor: &Element, notes: &mut Notes) {
    let words = shape_words(anchor);
    if words.is_empty() { notes.add(Kind::Pictures, None) } else { notes.add(Kind::Boxes, Some(words)) }
}

/// The text runs within, however deep; the reader of parts bounds the depth.
fn shape_words(element: &Element) -> String {
    let own = if element.name == "t" { element.text() } else { String::new() };
    own + &element.elements().map(shape_words).collect::<String>()
}

struct Book {
    strings: Vec<String>,
    formats: Vec<Shown>,
    since_1904: bool,
}

impl Book {
    fn sheet(&self, name: &str, part: &Element, path: &str, notes: &mut Notes) -> Result<Sheet, IntakeError> {
        let mut cells = BTreeMap::new();
        let mut next = 0;
        for row in part.child("sheetData").into_iter().flat_map(|d| d.elements()) {
            let at = row.attr("r").and_then(|r| r.parse::<u32>().ok()).and_then(|r| r.checked_sub(1));
            let at = at.unwrap_or(next);
            next = at.saturating_add(1);
            let mut column = 0;
            for cell in row.elements().filter(|e| e.name == "c") {
                let own = cell.attr("r").and_then(place).map(|(_, column)| column);
                let here = (at, own.unwrap_or(column));
                column = here.1.saturating_add(1);
                if cell.child("f").is_some() {
                    notes.add(Kind::Formulas, Some(format!("{name}!{}", crate::import::ledger::name(here))));
                }
                match self.cell(cell) {
                    Cell::Empty => {}
                    filled => drop(cells.insert(here, filled)),
                }
                if cells.len() > CELLS {
                    return Err(too_large(path));
                }
            }
        }
        let merged = part.child("mergeCells").into_iter().flat_map(|m| m.elements());
        let merged: Vec<(Place, Place)> = merged.filter_map(|m| corners(m.attr("ref")?)).collect();
        Sheet::new(name.to_owned(), cells, &merged).ok_or_else(|| too_large(path))
    }

    fn cell(&self, cell: &Element) -> Cell {
        let value = || cell.child("v").map(Element::text).unwrap_or_default();
        match cell.attr("t").unwrap_or("n") {
            "s" => {
                let at = value().trim().parse::<usize>().ok();
                Cell::text(at.and_then(|at| self.strings.get(at)).cloned().unwrap_or_default())
            }
            "inlineStr" => Cell::text(cell.child("is").map(words).unwrap_or_default()),
            "b" => Cell::text(if truth(&value()) == Some(true) { "是" } else { "否" }),
            "str" | "e" => Cell::text(unescaped(&value())),
            "d" => iso(&value()),
            _ => {
                let format = cell.attr("s").and_then(|s| s.parse::<usize>().ok());
                let shown = format.and_then(|s| self.formats.get(s)).copied().unwrap_or(Shown::Plain);
                number::cell(&value(), shown, self.since_1904)
            }
        }
    }
}

/// `2025-12-26`, or with a time that is midnight; else the words.
fn iso(text: &str) -> Cell {
    let day = text.strip_suffix("T00:00:00").unwrap_or(text);
    day.trim().parse().map_or_else(|_| Cell::text(text), Cell::Day)
}

/// `C4` into row and column, from 0.
fn place(text: &str) -> Option<Place> {
    let letters = text.bytes().take_while(u8::is_ascii_alphabetic).count();
    let digit = |n: u32, b: u8| n.checked_mul(26)?.checked_add(u32::from(b.to_ascii_uppercase() - b'A') + 1);
    let column = text[..letters].bytes().try_fold(0, digit)?;
    let row: u32 = text[letters..].parse().ok()?;
    let (row, column) = (row.checked_sub(1)?, column.checked_sub(1)?);
    (row < 1_048_576 && column < 16_384).then_some((row, column))
}

fn corners(text: &str) -> Option<(Place, Place)> {
    let (first, last) = text.split_once(':')?;
    let (first, last) = (place(first)?, place(last)?);
    (first.0 <= last.0 && first.1 <= last.1).then_some((first, last))
}

fn strings(part: Option<&Element>) -> Vec<String> {
    part.into_iter().flat_map(Element::elements).filter(|e| e.name == "si").map(words).collect()
}

/// The words of a string: its own, or those of its runs; not how they are read aloud (`rPh`).
fn words(item: &Element) -> String {
    let runs = item.elements().filter_map(|e| match e.name.as_str() {
        "t" => Some(e.text()),
        "r" => Some(e.child("t").map(Element::text).unwrap_or_default()),
        _ => None,
    });
    unescaped(&runs.collect::<String>())
}

/// `_x000D_` is how a character is written that XML cannot hold (ISO/IEC 29500-1, 22.9.2.19). Line ends become plain.
fn unescaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find("_x") {
        let code = rest.get(at + 2..at + 6).filter(|_| rest[at + 6..].starts_with('_'));
        let c = code.and_then(|c| u32::from_str_radix(c, 16).ok()).and_then(char::from_u32);
        let (upto, found) = if c.is_some() { (at, 7) } else { (at + 2, 0) };
        out.push_str(&rest[..upto]);
        out.extend(c);
        rest = &rest[upto + found..];
    }
    out.push_str(rest);
    out.replace("\r\n", "\n").replace('\r', "\n")
}

fn formats(part: Option<&Element>) -> Vec<Shown> {
    let Some(part) = part else { return Vec::new() };
    let codes = part.child("numFmts").into_iter().flat_map(|n| n.elements());
    let own: HashMap<u32, Shown> = codes
        .filter_map(|n| Some((n.attr("numFmtId")?.parse().ok()?, number::of_code(n.attr("formatCode")?))))
        .collect();
    let shown = |xf: &Element| {
        let id = xf.attr("numFmtId").and_then(|id| id.parse().ok()).unwrap_or_default();
        own.get(&id).copied().unwrap_or_else(|| number::built_in(id))
    };
    part.child("cellXfs").into_iter().flat_map(|x| x.elements()).map(shown).collect()
}

/// Where the parts of relationships are, by their ids.
fn targets(part: Option<&Element>) -> HashMap<String, String> {
    let all = part.into_iter().flat_map(Element::elements);
    all.filter_map(|r| {
        let target = r.attr("Target")?;
        let path = target.strip_prefix('/').map_or_else(|| format!("xl/{target}"), str::to_owned);
        Some((r.attr("Id")?.to_owned(), path.replace("xl/./", "xl/")))
    })
    .collect()
}

fn comments(part: Option<&Element>, notes: &mut Notes) {
    let list = part.into_iter().flat_map(|p| p.child("commentList").unwrap_or(p).elements());
    for comment in list {
        let said = comment
            .child("text")
            .map(|t| if t.child("t").is_some() || t.child("r").is_some() { words(t) } else { t.text() });
        notes.add(Kind::Comments, said);
    }
}
