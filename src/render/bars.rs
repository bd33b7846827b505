//! Tables that stand in the plain text of issues and measures, as lines in bars.

use super::book::Book;
use crate::md::html::frame;
use crate::md::pieces::Align;
use crate::md::{aligned, bar_cells, cell_class, cell_words, is_long, is_rule};

/// Writes the lines in bars that were gathered as a table and takes them away; the first of several is its head.
pub fn table(out: &mut String, rows: &mut Vec<&str>, book: &Book<'_>) {
    let Some(first) = rows.first() else { return };
    let heads: Vec<&str> = bar_cells(first).into_iter().flatten().map(str::trim).collect();
    out.push_str(&frame(&book.table_name(&heads)));
    out.push_str("<table>");
    let aligns = rows.get(1).filter(|row| is_rule(row)).map(|rule| aligned(rule));
    if aligns.is_some() {
        rows.remove(1);
    }
    let head = rows.len() > 1;
    let classes = classes(&rows[usize::from(head)..], &aligns.unwrap_or_default());
    for (at, line) in rows.drain(..).enumerate() {
        match (head, at) {
            (true, 0) => out.push_str("<thead>"),
            (true, 1) | (false, 0) => out.push_str("<tbody>"),
            _ => {}
        }
        row(out, line, if head && at == 0 { "th" } else { "td" }, &classes);
        if head && at == 0 {
            out.push_str("</thead>");
        }
    }
    out.push_str("</tbody></table></div>");
}

fn row(out: &mut String, line: &str, tag: &str, classes: &[&str]) {
    out.push_str("<tr>");
    for (column, cell) in bar_cells(line).into_iter().flatten().enumerate() {
        let class = classes.get(column).copied().unwrap_or_default();
        out.push_str(&format!("<{tag}{class}>{}</{tag}>", cell_words(cell.trim())));
    }
    out.push_str("</tr>");
}

/// The class of each column by the rows below the head, whose words are not torn: how it stands, and whether it has a long cell.
fn classes(rows: &[&str], aligns: &[Align]) -> Vec<&'static str> {
    let mut long: Vec<bool> = Vec::new();
    for row in rows {
        for (column, cell) in bar_cells(row).into_iter().flatten().enumerate() {
            match long.get_mut(column) {
                Some(seen) => *seen |= is_long(cell),
                None => long.push(is_long(cell)),
            }
        }
    }
    long.iter().enumerate().map(|(column, long)| cell_class(aligns.get(column).copied(), *long)).collect()
}
