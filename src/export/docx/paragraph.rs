//! Paragraphs and tables of the document's body.

use std::fmt::Write as _;

use super::foot::width;
use super::styles::{Style, WIDTH};
use super::xml::run;
use crate::md::pieces::{Align, Cell, Dress};

/// A column is no narrower, where there is room: three characters and what is free around them.
const NARROWEST: i64 = 960;

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
    let _never = write!(out, "<w:p><w:pPr><w:pStyle w:val=\"{}\"/>", style.id());
    if own.keep {
        out.push_str("<w:keepNext/>");
    }
    out.push_str(own.rest);
    out.push_str("</w:pPr>");
    words(out);
    out.push_str("</w:p>");
}

/// Writes rows as a table. Where one has fewer cells than the longest, its last goes on to the edge.
pub fn table(out: &mut String, rows: &[Vec<Cell>], headed: bool) {
    let widths = widths(rows);
    out.push_str("<w:tbl><w:tblPr><w:tblStyle w:val=\"TableGrid\"/>");
    let _never = write!(
        out,
        "<w:tblW w:w=\"{WIDTH}\" w:type=\"dxa\"/><w:tblLayout w:type=\"fixed\"/></w:tblPr><w:tblGrid>"
    );
    for width in &widths {
        let _never = write!(out, "<w:gridCol w:w=\"{width}\"/>");
    }
    out.push_str("</w:tblGrid>");
    for (at, cells) in rows.iter().enumerate() {
        let head = headed && at == 0;
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

/// Columns as wide as the longest of their cells where all fit; else the widest give way, down to one width.
fn widths(rows: &[Vec<Cell>]) -> Vec<i64> {
    let columns = rows.iter().map(Vec::len).max().unwrap_or_default().max(1);
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
