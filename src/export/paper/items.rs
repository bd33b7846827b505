//! The blocks of a notice as paragraphs and rows, each in its style.

use std::collections::HashSet;

use super::Asked;
use super::foot::{Foot, foot, width};
use super::run_in;
use super::style::Style;
use super::table::Table;
use super::title;
use crate::md::pieces::{Align, Cell, Dress, Piece, Run, pieces, plain};
use crate::md::{aligned, bar_cells, is_rule};
use crate::model::document::{Block, blocks};
use crate::model::{Notice, Numbers};

/// What Word takes at most in a row.
const COLUMNS: usize = 63;

/// From how many letters on a word of Latin script is too long to stand in a line of spread characters.
const LONG_WORD: usize = 12;

/// A paragraph of the body, or a table.
pub enum Item {
    /// A paragraph.
    Paragraph(Paragraph),
    /// A table.
    Table(Table),
}

/// A paragraph.
pub struct Paragraph {
    /// Its style.
    pub style: Style,
    /// Whether it stays on the page of what follows, whatever its style says.
    pub keep: bool,
    /// Where it stands, beside what its style says.
    pub place: Place,
    /// Its words; some in a style of their own.
    pub words: Words,
}

/// Where a paragraph stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Place {
    /// Empty lines above it.
    pub above: i64,
    /// How it is set in.
    pub indent: Indent,
    /// Whether its lines are as long as they come, since a long word of Latin script does not break.
    pub ragged: bool,
}

/// How a paragraph is set in; all in half characters.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Indent {
    /// As its style says.
    #[default]
    Usual,
    /// What stays free at the right.
    Right(i64),
    /// Its lines begin at the one, its first line begins the other before them.
    Hanging(i64, i64),
}

/// Words, some in a style of their own.
pub type Words = Vec<(Run, Option<Style>)>;

/// The whole notice, with what was asked for.
pub fn items(notice: &Notice, asked: &Asked) -> Vec<Item> {
    let numbers = Numbers::of(notice);
    let blocks = blocks(notice, &numbers);
    let foot = blocks.iter().position(is_foot).unwrap_or(blocks.len());
    let mut out = Items { foot: place(&blocks, notice.layout.sealed), all: Vec::new() };
    blocks[..foot].iter().for_each(|block| out.block(block, notice));
    if let Some(head) = &asked.attachments {
        out.attachments(head, notice);
    }
    // What stands above the signature stays on its page.
    if let Some(Item::Paragraph(last)) = out.all.last_mut().filter(|_| foot < blocks.len()) {
        last.keep = true;
    }
    blocks[foot..].iter().for_each(|block| out.block(block, notice));
    if let Some(line) = &asked.edition {
        out.line(Style::Edition, line);
    }
    out.all
}

fn is_foot(block: &Block<'_>) -> bool {
    matches!(block, Block::Signature(_) | Block::Date(_) | Block::Postscript(_))
}

fn place(blocks: &[Block<'_>], sealed: bool) -> Foot {
    let mut lines = ("", "");
    for block in blocks {
        match block {
            Block::Signature(text) => lines.0 = text,
            Block::Date(text) => lines.1 = text,
            _ => {}
        }
    }
    foot(lines.0, lines.1, sealed)
}

struct Items {
    foot: Foot,
    all: Vec<Item>,
}

impl Items {
    fn block(&mut self, block: &Block<'_>, notice: &Notice) {
        match block {
            Block::Title(text) => self.line(Style::Title, &title::lines(text, notice).join("\n")),
            Block::Prose(prose) => self.prose(&prose.text, Style::Text),
            Block::Heading { level, number, node } => {
                self.line(Style::of(*level), &format!("{number}{}", node.heading));
            }
            Block::Unprinted(_) => {}
            Block::Issue { number, issue } => self.line(Style::Issue, &format!("{number}{}", issue.title)),
            Block::IssueText(text) => self.line(Style::Text, text),
            Block::Label(text) => self.line(Style::Label, text),
            Block::Measure { lead, measure, runs_on, .. } => self.measure(lead, &measure.text, *runs_on),
            Block::Completion { label, text } => self.line(Style::Text, &format!("{label}{text}")),
            Block::Signature(text) => {
                let indent = Indent::Right(self.foot.signature);
                self.placed(
                    Style::Signature,
                    Place { above: self.foot.above, indent, ..Place::default() },
                    text,
                );
            }
            Block::Date(text) => {
                let indent = Indent::Right(self.foot.date);
                self.placed(Style::Date, Place { indent, ..Place::default() }, text);
            }
            Block::Postscript(prose) => self.prose(&prose.text, Style::Postscript),
        }
    }

    /// Plain text, one line a paragraph; lines in bars are a table, the first of several its head, with a rule under it or not.
    fn measure(&mut self, lead: &str, text: &str, runs_on: bool) {
        let mut lead = Some(lead).filter(|lead| !lead.is_empty());
        let mut head = true;
        let mut rule = Vec::new();
        let mut lines = text.split('\n').peekable();
        if let Some(Item::Paragraph(last)) = self.all.last_mut().filter(|_| runs_on) {
            let first = format!("{}{}", lead.take().unwrap_or_default(), lines.next().unwrap_or_default());
            // A title that goes on in its paragraph is no heading on paper.
            if last.style == Style::Issue {
                last.style = Style::Text;
            }
            last.place.ragged |= has_long_word(std::iter::once(first.as_str()));
            last.words.extend(plain(&first).into_iter().map(|run| (run, None)));
        }
        while let Some(line) = lines.next() {
            match row(line).filter(|_| lead.is_none()) {
                Some(cells) => {
                    if head {
                        // What stands there has no words, and says how the columns stand.
                        rule = lines.next_if(|next| is_rule(next)).map(aligned).unwrap_or_default();
                    }
                    self.row(std::mem::take(&mut head), standing(cells, &rule));
                }
                None => {
                    self.line(Style::Text, &format!("{}{line}", lead.take().unwrap_or_default()));
                    head = true;
                }
            }
        }
    }

    /// 附件说明: two characters in, numbered where there are several, with no mark at the end; the lines of a title stand
    /// under its first.
    fn attachments(&mut self, lead: &str, notice: &Notice) {
        let titles = attached(notice);
        let several = titles.len() > 1;
        for (at, title) in titles.into_iter().enumerate() {
            let number = if several { format!("{}.", at + 1) } else { String::new() };
            let own = if at == 0 { width(lead) } else { 0 } + width(&number);
            let indent = Indent::Hanging(4 + width(lead) + width(&number), own);
            let place = Place { above: i64::from(at == 0), indent, ragged: false };
            let text = format!("{}{number}{title}", if at == 0 { lead } else { "" });
            self.placed(Style::Attachments, place, &text);
        }
    }

    /// A row of the table before it; a head begins one.
    fn row(&mut self, head: bool, cells: Vec<Cell>) {
        match self.all.last_mut() {
            Some(Item::Table(table)) if !head => table.rows.push(cells),
            _ => self.all.push(Item::Table(Table { begins_with_head: head, rows: vec![cells] })),
        }
    }

    fn placed(&mut self, style: Style, place: Place, text: &str) {
        let words = plain(text).into_iter().map(|run| (run, None)).collect();
        self.all.push(Item::Paragraph(Paragraph { style, keep: false, place, words }));
    }

    fn line(&mut self, style: Style, text: &str) {
        let ragged = style == Style::Text && has_long_word(std::iter::once(text));
        self.placed(style, Place { ragged, ..Place::default() }, text);
    }

    fn prose(&mut self, text: &str, style: Style) {
        for piece in pieces(text) {
            let (words, keep) = match piece {
                Piece::Row { head, cells } if cells.len() <= COLUMNS => {
                    self.row(head, cells);
                    continue;
                }
                Piece::Row { cells, .. } => (as_line(cells), false),
                Piece::Heading(runs) => (heading(runs), true),
                Piece::Paragraph(runs) => (run_in::styled(runs), false),
            };
            let ragged = has_long_word(words.iter().map(|(run, _)| run.text.as_str()));
            let place = Place { ragged, ..Place::default() };
            self.all.push(Item::Paragraph(Paragraph { style, keep, place, words }));
        }
    }
}

/// An address does not break, and the line before it would be pulled apart to fill its width.
fn has_long_word<'t>(texts: impl Iterator<Item = &'t str>) -> bool {
    let is_long = |word: &str| word.len() >= LONG_WORD;
    let mut words = texts.flat_map(|t| t.split(|c: char| !c.is_ascii_graphic()));
    words.any(is_long)
}

/// The titles of the files that entries cite, each file once, in the order of the notice.
fn attached(notice: &Notice) -> Vec<&str> {
    let updates = notice.issues.iter().flat_map(|i| &i.measures).flat_map(|m| &m.updates);
    let mut seen = HashSet::new();
    let named =
        updates.flat_map(|u| &u.evidence).filter_map(|e| e.file.as_ref().map(|file| (file, &*e.title)));
    named.filter(|(file, _)| seen.insert(*file)).map(|(_, title)| title).collect()
}

/// A heading within prose is set bold, since its level is not one of the outline.
fn heading(runs: Vec<Run>) -> Words {
    let bold = |run: Run| Run { dress: Dress { strong: true, ..run.dress }, ..run };
    runs.into_iter().map(|run| (bold(run), None)).collect()
}

/// A row that is too long for a table.
fn as_line(cells: Vec<Cell>) -> Words {
    let bar = || plain("|").into_iter();
    let runs = bar().chain(cells.into_iter().flat_map(|cell| cell.runs.into_iter().chain(bar())));
    runs.map(|run| (run, None)).collect()
}

/// Cells as the rule under their head says.
fn standing(mut cells: Vec<Cell>, rule: &[Align]) -> Vec<Cell> {
    cells.iter_mut().zip(rule).for_each(|(cell, align)| cell.align = *align);
    cells
}

/// The cells of a line in bars.
fn row(line: &str) -> Option<Vec<Cell>> {
    let cells: Vec<Cell> =
        bar_cells(line)?.map(|text| Cell { runs: plain(text), align: Align::Left }).collect();
    (cells.len() <= COLUMNS).then_some(cells)
}
