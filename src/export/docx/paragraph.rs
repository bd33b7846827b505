//! Paragraphs and tables of the document's body.

use std::fmt::Write as _;

use super::styles::{self, CHARACTER, LINE};
use super::xml::run;
use crate::export::paper::{Indent, Place, Style, Table, WIDTH};
use crate::md::pieces::{Align, Cell, Dress};

/// What a paragraph has beside its style.
#[derive(Debug, Clone, Copy, Default)]
pub struct Own<'a> {
    /// Whether it stays on the page of what follows.
    pub keep: bool,
    /// Spacing, indents and place, as OOXML orders them.
    pub rest: &'a str,
}

/// Writes a paragraph.
pub fn paragraph(out: &mut String, style: Style, own: Own<'_>, words: impl FnOnce(&mut String)) {
    // A String takes everything, here and below.
    let _never = write!(out, "<w:p><w:pPr><w:pStyle w:val=\"{}\"/>", styles::id(style));
    if own.keep {
        out.push_str("<w:keepNext/>");
    }
    out.push_str(own.rest);
    out.push_str("</w:pPr>");
    words(out);
    out.push_str("</w:p>");
}

/// Writes rows as a table. Where one has fewer cells than the longest, its last goes on to the edge.
pub fn table(out: &mut String, table: &Table) {
    let widths = table.widths();
    out.push_str("<w:tbl><w:tblPr><w:tblStyle w:val=\"TableGrid\"/>");
    let _never = write!(
        out,
        "<w:tblW w:w=\"{WIDTH}\" w:type=\"dxa\"/><w:tblLayout w:type=\"fixed\"/></w:tblPr><w:tblGrid>"
    );
    for width in &widths {
        let _never = write!(out, "<w:gridCol w:w=\"{width}\"/>");
    }
    out.push_str("</w:tblGrid>");
    for (at, cells) in table.rows.iter().enumerate() {
        let head = table.is_headed() && at == 0;
        out.push_str("<w:tr><w:trPr><w:cantSplit/>");
        out.push_str(if head { "<w:tblHeader/></w:trPr>" } else { "</w:trPr>" });
        for (column, cell) in cells.iter().enumerate() {
            let last = column + 1 == cells.len();
            let own = if last { &widths[column..] } else { &widths[column..=column] };
            self::cell(out, cell, own, head);
        }
        out.push_str("</w:tr>");
    }
    out.push_str("</w:tbl>");
}

fn cell(out: &mut String, cell: &Cell, columns: &[i64], head: bool) {
    let total: i64 = columns.iter().sum();
    let _never = write!(out, "<w:tc><w:tcPr><w:tcW w:w=\"{total}\" w:type=\"dxa\"/>");
    if columns.len() > 1 {
        let _never = write!(out, "<w:gridSpan w:val=\"{}\"/>", columns.len());
    }
    out.push_str("<w:vAlign w:val=\"center\"/></w:tcPr>");
    let rest = match (head, cell.align) {
        (true, _) | (_, Align::Center) => "<w:jc w:val=\"center\"/>",
        (_, Align::Right) => "<w:jc w:val=\"right\"/>",
        (_, Align::Left) => "",
    };
    paragraph(out, Style::Cell, Own { keep: head, rest }, |out| {
        for words in &cell.runs {
            run(out, &words.text, Dress { strong: head || words.dress.strong, ..words.dress }, None);
        }
    });
    out.push_str("</w:tc>");
}

/// A place as OOXML orders it: spacing, indents, alignment.
pub fn placed(place: Place) -> String {
    let mut out = String::new();
    if place.above > 0 {
        let _never = write!(out, "<w:spacing w:before=\"{}\"/>", place.above * LINE);
    }
    let _never = match place.indent {
        Indent::Usual => Ok(()),
        Indent::Right(half) => {
            write!(out, "<w:ind w:rightChars=\"{}\" w:right=\"{}\"/>", half * 50, twips(half))
        }
        Indent::Hanging(left, first) => {
            write!(out, "<w:ind w:left=\"{}\" w:hanging=\"{}\"/>", twips(left), twips(first))
        }
    };
    if place.ragged {
        out.push_str("<w:jc w:val=\"left\"/>");
    }
    out
}

/// Half characters of the text as a length.
fn twips(half: i64) -> i64 {
    half * CHARACTER / 2
}
