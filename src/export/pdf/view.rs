//! What the template reads: typed, in points, every word a string.

use std::collections::BTreeSet;

use chrono::{Datelike as _, NaiveDate};
use serde::Serialize;

use super::fonts::{Fonts, is_printed};
use crate::export::paper::{Indent, Item, Paragraph, Style, Table};
use crate::export::print::Role;
use crate::md::pieces::{Align, Cell, Run};
use crate::model::Notice;

/// The whole paper.
#[derive(Serialize)]
pub struct View<'a> {
    title: &'a str,
    author: &'a str,
    date: Date,
    lang: String,
    region: Option<String>,
    fonts: &'a Fonts<'a>,
    /// Whether the title is the heading of a text that has no other; a tagged file has to have one (ISO 14289-1, 7.17).
    title_leads: bool,
    items: Vec<Shown>,
}

/// A day, as the template makes one.
#[derive(Serialize)]
pub struct Date {
    year: i32,
    month: u32,
    day: u32,
}

impl Date {
    /// A day of the calendar.
    pub fn of(day: NaiveDate) -> Self {
        Self { year: day.year(), month: day.month(), day: day.day() }
    }
}

#[derive(Serialize)]
#[serde(tag = "kind", rename_all = "lowercase")]
enum Shown {
    Title { words: Vec<Words> },
    Heading { level: usize, words: Vec<Words> },
    Paragraph(Body),
    Table { widths: Vec<f64>, headed: bool, rows: Vec<Vec<Square>> },
}

#[derive(Serialize)]
struct Body {
    words: Vec<Words>,
    /// Half characters that stay free at the right.
    right: Option<i64>,
    /// Where its lines begin and how far before them the first one, in half characters.
    hanging: Option<(i64, i64)>,
    /// Whether its first line is two characters in.
    indented: bool,
    ragged: bool,
    /// Whether it stays on the page of what follows.
    keep: bool,
    /// Empty lines above it.
    above: i64,
    small: bool,
}

#[derive(Serialize)]
struct Words {
    text: String,
    font: Option<&'static str>,
    strong: bool,
    emphasis: bool,
    struck: bool,
}

#[derive(Serialize)]
struct Square {
    words: Vec<Words>,
    span: usize,
    align: &'static str,
}

impl<'a> View<'a> {
    /// A notice in a language (BCP 47), from its items.
    pub fn of(notice: &'a Notice, language: &str, items: Vec<Item>, fonts: &'a Fonts<'a>) -> Self {
        let (lang, region) = tongue(language);
        let date = Date::of(notice.date);
        let mut levels = Levels::default();
        let items: Vec<Shown> = items.into_iter().map(|item| shown(item, &mut levels)).collect();
        let title_leads = !items.iter().any(|item| matches!(item, Shown::Heading { .. }));
        Self { title: &notice.title, author: &notice.issuer, date, lang, region, fonts, title_leads, items }
    }

    /// Every character that is printed, with what it is set as; sorted.
    pub fn characters(&self) -> BTreeSet<(char, Role)> {
        let all = self.items.iter().flat_map(|item| match item {
            Shown::Title { words } => words.iter().map(|w| (w, Role::Title)).collect::<Vec<_>>(),
            Shown::Heading { words, .. } => words.iter().map(|w| (w, w.role())).collect(),
            Shown::Paragraph(body) => body.words.iter().map(|w| (w, w.role())).collect(),
            Shown::Table { rows, .. } => {
                rows.iter().flatten().flat_map(|s| &s.words).map(|w| (w, w.role())).collect()
            }
        });
        let mut out = BTreeSet::new();
        for (words, role) in all {
            out.extend(words.text.chars().filter(|c| is_printed(*c)).map(|c| (c, role)));
        }
        out
    }
}

/// The language and the region of a tag: `zh-Hans-CN` is `zh` in `CN`.
pub fn tongue(tag: &str) -> (String, Option<String>) {
    let mut parts = tag.split('-');
    let lang = parts.next().unwrap_or_default().to_ascii_lowercase();
    let region = parts.find(|part| part.len() == 2).map(str::to_ascii_uppercase);
    (lang, region)
}

/// Levels of headings with none left out, as readers of a tagged file expect them (ISO 14289-1, 7.4.2).
#[derive(Default)]
struct Levels {
    open: Vec<usize>,
}

impl Levels {
    fn of(&mut self, depth: usize) -> usize {
        self.open.retain(|above| *above < depth);
        self.open.push(depth);
        self.open.len()
    }
}

fn shown(item: Item, levels: &mut Levels) -> Shown {
    match item {
        Item::Table(table) => squares(&table),
        Item::Paragraph(p) => match depth(p.style) {
            _ if p.words.iter().all(|(run, _)| run.text.trim().is_empty()) => Shown::Paragraph(body(p)),
            Some(0) => Shown::Title { words: worded(p) },
            Some(depth) => Shown::Heading { level: levels.of(depth), words: worded(p) },
            None => Shown::Paragraph(body(p)),
        },
    }
}

/// How deep a heading stands; the title above all.
fn depth(style: Style) -> Option<usize> {
    match style {
        Style::Title => Some(0),
        Style::Part => Some(1),
        Style::Section => Some(2),
        Style::Topic => Some(3),
        Style::Issue => Some(4),
        _ => None,
    }
}

fn body(p: Paragraph) -> Body {
    let (right, hanging) = match p.place.indent {
        Indent::Usual => (None, None),
        Indent::Right(half) => (Some(half), None),
        Indent::Hanging(left, first) => (None, Some((left, first))),
    };
    Body {
        right,
        hanging,
        indented: !matches!(p.style, Style::Postscript),
        ragged: p.place.ragged,
        keep: p.keep || matches!(p.style, Style::Label | Style::Signature),
        above: p.place.above + i64::from(p.style == Style::Edition),
        small: p.style == Style::Edition,
        words: worded(p),
    }
}

fn worded(p: Paragraph) -> Vec<Words> {
    let own = font(p.style);
    p.words.into_iter().map(|(run, style)| words(run, style.and_then(font).or(own))).collect()
}

/// What words of a style are set in, where it is not what stands around them.
fn font(style: Style) -> Option<Role> {
    match style {
        Style::Part | Style::PartWords => Some(Role::Heading),
        Style::Section | Style::SectionWords => Some(Role::Section),
        _ => None,
    }
}

fn words(run: Run, font: Option<Role>) -> Words {
    let Run { text, dress } = run;
    let font = font.map(Role::key);
    Words { text, font, strong: dress.strong, emphasis: dress.emphasis, struck: dress.struck }
}

impl Words {
    fn role(&self) -> Role {
        let named = Role::ALL.into_iter().find(|role| Some(role.key()) == self.font);
        match named {
            _ if self.strong => Role::Heading,
            _ if self.emphasis => Role::Section,
            Some(role) => role,
            None => Role::Text,
        }
    }
}

fn squares(table: &Table) -> Shown {
    let widths = table.widths();
    let headed = table.is_headed();
    let row = |(at, cells): (usize, &Vec<Cell>)| {
        let one = |(column, cell): (usize, &Cell)| {
            let last = column + 1 == cells.len();
            square(cell, if last { widths.len() - column } else { 1 }, headed && at == 0)
        };
        cells.iter().enumerate().map(one).collect()
    };
    let rows = table.rows.iter().enumerate().map(row).collect();
    // A length is a few thousand twentieths of a point at most.
    #[expect(clippy::cast_precision_loss, reason = "a few thousand at most")]
    let points = widths.iter().map(|twentieths| *twentieths as f64 / 20.0).collect();
    Shown::Table { widths: points, headed, rows }
}

fn square(cell: &Cell, span: usize, head: bool) -> Square {
    let align = match cell.align {
        _ if head => "center",
        Align::Center => "center",
        Align::Right => "right",
        Align::Left => "left",
    };
    let one = |run: &Run| {
        let words = words(run.clone(), None);
        Words { strong: head || words.strong, ..words }
    };
    Square { words: cell.runs.iter().map(one).collect(), span, align }
}
