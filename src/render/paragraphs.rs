//! The text of issues and measures as paragraphs, with tables where lines stand in bars.

use std::borrow::Cow;

use syntect::html::{ClassStyle, ClassedHTMLGenerator};
use syntect::parsing::SyntaxSet;
use syntect::util::LinesWithEndings;

use super::bars::table;
use super::book::Book;
use super::parts::Links;
use crate::md::escape::escape;
use crate::md::html::{Dress, render};
use crate::md::{bar_cells, without_rules};

/// Plain text, one line a paragraph; lines in `|…|` are a table, the first of several its head; the rule under it says how its columns stand;
/// an empty line is no paragraph.
/// `lead` stands before the first character.
pub fn html(lead: &str, text: &str, book: &Book<'_>) -> String {
    let mut out = String::with_capacity(text.len() + 64);
    let mut rows: Vec<&str> = Vec::new();
    let mut first = true;
    for line in text.split('\n') {
        let free = !first || lead.is_empty();
        if free && bar_cells(line).is_some() {
            rows.push(line);
            continue;
        }
        table(&mut out, &mut rows, book);
        if line.trim().is_empty() && free {
            continue;
        }
        out.push_str("<p>");
        if first && !lead.is_empty() {
            out.push_str("<span class=\"num\">");
            out.push_str(&escape(lead));
            out.push_str("</span>");
        }
        out.push_str(&escape(line));
        out.push_str("</p>");
        first = false;
    }
    table(&mut out, &mut rows, book);
    out
}

/// A text with tables told in a sentence, for a list that has no room for them: `甲 乙；1 2；`.
pub fn in_a_row(text: &str) -> Cow<'_, str> {
    if !text.contains('|') {
        return Cow::Borrowed(text);
    }
    let told = |line| match bar_cells(line) {
        Some(cells) => Cow::Owned(cells.collect::<Vec<_>>().join(" ") + "；"),
        None => Cow::Borrowed(line),
    };
    Cow::Owned(without_rules(text).map(|(_, line)| told(line)).collect::<Vec<_>>().join("\n"))
}

/// Markdown as HTML, code coloured where its language is known. `top` is the level that its highest heading gets,
/// `notes` what the ids of its notes begin with.
pub fn markdown(source: &str, top: u8, notes: &str, links: &Links, book: &Book<'_>) -> String {
    let dress = Dress {
        top,
        notes,
        link: &|to| link(to, links),
        colour: &colour,
        pixels: &|address| book.pixels(address),
        table: &|heads| book.table_name(heads),
    };
    render(source, &dress)
}

/// An address of the site, with what leads to a place on the page kept behind it.
fn link(to: &str, links: &Links) -> String {
    let at = to.find(['#', '?']).unwrap_or(to.len());
    format!("{}{}", links.to(&to[..at]), &to[at..])
}

/// Coloured lines of code, as classes; the syntaxes are loaded when the first block of code is met.
fn colour(language: &str, code: &str) -> Option<String> {
    static SYNTAXES: std::sync::OnceLock<SyntaxSet> = std::sync::OnceLock::new();
    let name = language.split([' ', ',']).next().filter(|n| !n.is_empty())?;
    let set = SYNTAXES.get_or_init(SyntaxSet::load_defaults_newlines);
    let syntax = set.find_syntax_by_token(name)?;
    let style = ClassStyle::SpacedPrefixed { prefix: "c-" };
    let mut generator = ClassedHTMLGenerator::new_with_class_style(syntax, set, style);
    for line in LinesWithEndings::from(code) {
        generator.parse_html_for_line_which_includes_newline(line).ok()?;
    }
    Some(generator.finalize())
}

#[cfg(test)]
mod tests {
    use super::in_a_row;

    #[test]
    fn a_table_in_a_list_is_told_in_words() {
        assert_eq!(
            in_a_row("结果如下：\n|乡镇|户数|\n|望岭|12|\n其余照办。"),
            "结果如下：\n乡镇 户数；\n望岭 12；\n其余照办。"
        );
        assert_eq!(in_a_row("|乡镇|户数|\n|---|--:|\n|望岭|12|"), "乡镇 户数；\n望岭 12；");
        assert_eq!(in_a_row("甲|乙"), "甲|乙");
    }
}
