//! The body as paragraphs of plain text.

use std::collections::HashMap;

use super::numbers::{Numbers, Place};
use super::styles::Styles;
use crate::intake::xml::{Element, Node};
use crate::intake::{Kind, Notes};

/// A paragraph, or a row of a table as `|cell|cell|`.
#[derive(Debug)]
pub struct Paragraph {
    /// Its words; a line feed where the line was broken by hand.
    pub text: String,
    /// The id of its style.
    pub style: Option<String>,
    /// Whether it stands in the middle.
    pub centred: bool,
}

/// A body that is read.
pub struct Body<'n> {
    styles: Styles,
    numbers: Numbers,
    notes: &'n mut Notes,
    /// Footnotes and endnotes by their reference.
    kept: HashMap<(String, String), String>,
    /// Those that the paragraph at hand refers to.
    referred: Vec<String>,
    footnotes: usize,
    out: Vec<Paragraph>,
}

impl<'n> Body<'n> {
    /// A body of which nothing is read yet.
    pub fn new(styles: Styles, numbers: Numbers, notes: &'n mut Notes) -> Self {
        let (kept, referred, out) = Default::default();
        Self { styles, numbers, notes, kept, referred, footnotes: 0, out }
    }

    /// Keeps the notes of `word/footnotes.xml` or `word/endnotes.xml`. Those with a type are the line above notes.
    pub fn keep_notes(&mut self, part: Option<&Element>) {
        for note in part.into_iter().flat_map(Element::elements).filter(|n| n.attr("type").is_none()) {
            if let Some(id) = note.attr("id") {
                self.kept.insert((note.name.clone(), id.to_owned()), words(note));
            }
        }
    }

    /// Reads what a body, a cell or the like holds.
    pub fn blocks(&mut self, within: &Element) {
        for element in within.elements() {
            match element.name.as_str() {
                "p" => self.paragraph(element),
                "tbl" => self.table(element),
                "del" | "moveFrom" => self.notes.add(Kind::Deleted, Some(words(element))),
                "AlternateContent" => self.blocks(chosen(element).unwrap_or(element)),
                _ => self.blocks(element),
            }
        }
    }

    /// The paragraphs that have been read.
    pub fn end(self) -> Vec<Paragraph> {
        self.out
    }

    fn paragraph(&mut self, p: &Element) {
        let properties = p.child("pPr");
        let style = properties.and_then(|p| p.val("pStyle"));
        let mut text = String::new();
        self.inline(p, &mut text);
        let centred = properties.and_then(|p| p.val("jc")).map(|v| v == "center");
        let centred = centred.unwrap_or_else(|| self.styles.centred(style));
        let place = properties.and_then(Place::of).or_else(|| self.styles.numbered(style));
        if let Some(number) = place.filter(|_| !text.is_empty()).and_then(|p| self.numbers.next(&p)) {
            self.notes.add(Kind::Numbers, None);
            text.insert_str(0, &number);
        }
        self.out.push(Paragraph { text, style: style.map(str::to_owned), centred });
        let referred = std::mem::take(&mut self.referred);
        let below = referred.into_iter().map(|text| Paragraph { text, style: None, centred: false });
        self.out.extend(below);
    }

    /// Rows as lines of cells in bars; a table of one column only frames its paragraphs.
    fn table(&mut self, table: &Element) {
        let mut rows = Vec::new();
        descend(table, "tr", &mut rows);
        let cells = |row: &Element| {
            let mut out = Vec::new();
            descend(row, "tc", &mut out);
            out.len()
        };
        if rows.iter().all(|row| cells(row) <= 1) {
            rows.iter().for_each(|row| self.blocks(row));
            return;
        }
        for row in rows {
            let mut cells = Vec::new();
            descend(row, "tc", &mut cells);
            let line: String = cells.iter().map(|cell| format!("{}|", self.cell(cell))).collect();
            self.notes.add(Kind::Rows, None);
            self.out.push(Paragraph { text: format!("|{line}"), style: None, centred: false });
        }
    }

    /// The paragraphs of a cell on one line.
    fn cell(&mut self, cell: &Element) -> String {
        let before = self.out.len();
        self.blocks(cell);
        let texts = self.out.split_off(before).into_iter().map(|p| p.text.trim().replace('\n', " "));
        texts.filter(|t| !t.is_empty()).collect::<Vec<_>>().join(" ")
    }

    /// Words within a paragraph.
    fn inline(&mut self, within: &Element, out: &mut String) {
        for element in within.elements() {
            match element.name.as_str() {
                "pPr" | "rPr" | "sdtPr" | "fldData" | "instrText" | "delText" | "Fallback" | "rt" => {}
                "del" | "moveFrom" => self.notes.add(Kind::Deleted, Some(words(element))),
                "ins" | "moveTo" => {
                    self.notes.add(Kind::Inserted, Some(words(element)));
                    self.inline(element, out);
                }
                "r" if is_hidden(element) => self.notes.add(Kind::Hidden, Some(words(element))),
                "AlternateContent" => self.inline(chosen(element).unwrap_or(element), out),
                "drawing" | "pict" | "object" => self.drawing(element),
                "footnoteReference" | "endnoteReference" => self.refer(element, out),
                "sym" => self.symbol(element, out),
                _ => match plain(element) {
                    Some(text) => out.push_str(&text),
                    None => self.inline(element, out),
                },
            }
        }
    }

    /// The words of a text box stand somewhere on the page, in no order with the rest.
    fn drawing(&mut self, drawing: &Element) {
        let mut boxes = Vec::new();
        descend(drawing, "txbxContent", &mut boxes);
        if boxes.is_empty() {
            self.notes.add(Kind::Pictures, None);
        }
        for text in boxes {
            self.notes.add(Kind::Boxes, Some(words(text)));
        }
    }

    /// A note's mark, and the note below the paragraph.
    fn refer(&mut self, reference: &Element, out: &mut String) {
        let name = reference.name.trim_end_matches("Reference").to_owned();
        let Some(id) = reference.attr("id") else { return };
        let Some(text) = self.kept.get(&(name, id.to_owned())) else { return };
        self.footnotes += 1;
        out.push_str(&format!("[{}]", self.footnotes));
        self.referred.push(format!("[{}] {}", self.footnotes, text.trim()));
        self.notes.add(Kind::Footnotes, None);
    }

    fn symbol(&mut self, symbol: &Element, out: &mut String) {
        let code = symbol.attr("char").and_then(|c| u32::from_str_radix(c, 16).ok());
        let known = code.and_then(char::from_u32).filter(|c| !('\u{e000}'..='\u{f8ff}').contains(c));
        if known.is_none() {
            self.notes.add(Kind::Symbols, None);
        }
        out.push(known.unwrap_or('□'));
    }
}

/// All words below an element, for a note on it or for a note at the foot; a space between paragraphs.
pub fn words(element: &Element) -> String {
    let mut out = String::new();
    gather(element, &mut out);
    out.trim().to_owned()
}

fn gather(element: &Element, out: &mut String) {
    for child in element.elements() {
        match child.name.as_str() {
            "rPr" | "pPr" | "instrText" | "Fallback" => {}
            "delText" => out.push_str(&child.text()),
            "p" if !out.is_empty() && !out.ends_with(' ') => {
                out.push(' ');
                gather(child, out);
            }
            _ => match plain(child) {
                Some(text) => out.push_str(&text),
                None => gather(child, out),
            },
        }
    }
}

/// What an element is in plain text; `None` for one that only holds others.
fn plain(element: &Element) -> Option<String> {
    match element.name.as_str() {
        "t" => Some(element.text()),
        "tab" | "ptab" => Some("\t".to_owned()),
        "br" | "cr" if element.attr("type").is_none_or(|t| t == "textWrapping") => Some("\n".to_owned()),
        "br" | "softHyphen" => Some(String::new()),
        "noBreakHyphen" => Some("-".to_owned()),
        _ => None,
    }
}

fn is_hidden(run: &Element) -> bool {
    let vanish = run.child("rPr").and_then(|p| p.child("vanish"));
    vanish.is_some_and(|v| v.truth("val").unwrap_or(true))
}

/// Of two ways to show the same, the one that newer programs take.
fn chosen(element: &Element) -> Option<&Element> {
    element.child("Choice").or_else(|| element.child("Fallback"))
}

/// The nearest elements of a name below another, in order.
fn descend<'e>(within: &'e Element, name: &str, out: &mut Vec<&'e Element>) {
    for node in &within.children {
        let Node::Element(element) = node else { continue };
        match element.name.as_str() {
            own if own == name => out.push(element),
            "AlternateContent" => descend(chosen(element).unwrap_or(element), name, out),
            // What stands in an inner table belongs to that.
            "tbl" if name != "txbxContent" => {}
            _ => descend(element, name, out),
        }
    }
}
