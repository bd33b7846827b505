//! The blocks of a notice as paragraphs and rows, each in its style.

use std::collections::HashSet;

use super::Asked;
use super::foot::{Foot, foot, width};
use super::run_in;
use super::styles::{CHARACTER, LINE, Style};
use super::title;
use crate::md::bar_cells;
use crate::md::pieces::{Align, Cell, Dress, Piece, Run, pieces, plain};
use crate::model::document::{Block, blocks};
use crate::model::{Notice, Numbers};

/// What Word takes at most in a row.
const COLUMNS: usize = 63;

/// From how many letters on a word of Latin script is too long to stand in a line of spread characters.
const LONG_WORD: usize = 12;

/// A paragraph of the body, or a row of a table.
pub enum Item {
    /// A paragraph.
    Paragraph(Paragraph),
    /// A row; one of `head` begins a table.
    Row {
        /// Whether it begins a table and is printed again on each page.
        head: bool,
        /// Its cells.
        cells: Vec<Cell>,
    },
}

/// A paragraph.
pub struct Paragraph {
    /// Its style.
    pub style: Style,
    /// Whether it stays on the page of what follows, whatever its style says.
    pub keep: bool,
    /// Spacing and indents of its own, as OOXML orders them.
    pub rest: String,
    /// Its words; some in a style of their own.
    pub words: Words,
}

/// Words, some in a style of their own.
pub type Words = Vec<(Run, Option<Style>)>;

/// The whole notice, with what was asked for.
pub fn items(notice: &Notice, asked: &Asked) -> Vec<Item> {
    let numbers = Numbers::of(notice);
    let blocks = blocks(notice, &numbers);
    let foot = blocks.iter().position(is_foot).unwrap_or(blocks.len());
    let mut out = Items { foot: place(&blocks, notice.layout.sealed), all: Vec::new() };
    blocks[..foot].iter().for_each(|block| out.block(block, &notice.issuer));
    if let Some(head) = &asked.attachments {
        out.attachments(head, notice);
    }
    // What stands above the signature stays on its page.
    if let Some(Item::Paragraph(last)) = out.all.last_mut().filter(|_| foot < blocks.len()) {
        last.keep = true;
    }
    blocks[foot..].iter().for_each(|block| out.block(block, &notice.issuer));
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
    fn block(&mut self, block: &Block<'_>, issuer: &str) {
        match block {
            Block::Title(text) => self.line(Style::Title, &title::lines(text, issuer).join("\n")),
            Block::Prose(prose) => self.prose(&prose.text, Style::Text),
            Block::Heading { level, number, node } => {
                self.line(Style::of(*level), &format!("{number}{}", node.heading));
            }
            Block::Unprinted(_) => {}
            Block::Issue { number, issue } => self.line(Style::Issue, &format!("{number}{}", issue.title)),
            Block::IssueText(text) => self.line(Style::Text, text),
            Block::Label(text) => self.line(Style::Label, text),
            Block::Measure { lead, measure, .. } => self.measure(lead, &measure.text),
            Block::Completion { label, text } => self.line(Style::Text, &format!("{label}{text}")),
            Block::Signature(text) => {
                let above = self.foot.above * LINE;
                let rest = format!("<w:spacing w:before=\"{above}\"/>{}", right(self.foot.signature));
                self.placed(Style::Signature, rest, text);
            }
            Block::Date(text) => self.placed(Style::Date, right(self.foot.date), text),
            Block::Postscript(prose) => self.prose(&prose.text, Style::Postscript),
        }
    }

    /// Plain text, one line a paragraph; lines in bars are a table, the first of several its head.
    fn measure(&mut self, lead: &str, text: &str) {
        let mut lead = Some(lead).filter(|lead| !lead.is_empty());
        let mut head = true;
        for line in text.split('\n') {
            match row(line).filter(|_| lead.is_none()) {
                Some(cells) => self.all.push(Item::Row { head: std::mem::take(&mut head), cells }),
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
            let left = twips(4 + width(lead) + width(&number));
            let above = if at == 0 { format!("<w:spacing w:before=\"{LINE}\"/>") } else { String::new() };
            let rest = format!("{above}<w:ind w:left=\"{left}\" w:hanging=\"{}\"/>", twips(own));
            let text = format!("{}{number}{title}", if at == 0 { lead } else { "" });
            self.placed(Style::Attachments, rest, &text);
        }
    }

    fn placed(&mut self, style: Style, rest: String, text: &str) {
        let words = plain(text).into_iter().map(|run| (run, None)).collect();
        self.all.push(Item::Paragraph(Paragraph { style, keep: false, rest, words }));
    }

    fn line(&mut self, style: Style, text: &str) {
        let rest = if style == Style::Text { aligned(std::iter::once(text)) } else { String::new() };
        self.placed(style, rest, text);
    }

    fn prose(&mut self, text: &str, style: Style) {
        for piece in pieces(text) {
            let (words, keep) = match piece {
                Piece::Row { head, cells } if cells.len() <= COLUMNS => {
                    self.all.push(Item::Row { head, cells });
                    continue;
                }
                Piece::Row { cells, .. } => (as_line(cells), false),
                Piece::Heading(runs) => (heading(runs), true),
                Piece::Paragraph(runs) => (run_in::styled(runs), false),
            };
            let rest = aligned(words.iter().map(|(run, _)| run.text.as_str()));
            self.all.push(Item::Paragraph(Paragraph { style, keep, rest, words }));
        }
    }
}

/// An address does not break, and the line before it would be pulled apart to fill its width.
fn aligned<'t>(texts: impl Iterator<Item = &'t str>) -> String {
    let is_long = |word: &str| word.len() >= LONG_WORD;
    let mut words = texts.flat_map(|t| t.split(|c: char| !c.is_ascii_graphic()));
    if words.any(is_long) { "<w:jc w:val=\"left\"/>".to_owned() } else { String::new() }
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

/// The cells of a line in bars.
fn row(line: &str) -> Option<Vec<Cell>> {
    let cells: Vec<Cell> =
        bar_cells(line)?.map(|text| Cell { runs: plain(text), align: Align::Left }).collect();
    (cells.len() <= COLUMNS).then_some(cells)
}

fn right(half: i64) -> String {
    format!("<w:ind w:rightChars=\"{}\" w:right=\"{}\"/>", half * 50, twips(half))
}

/// Half characters of the text as a length.
fn twips(half: i64) -> i64 {
    half * CHARACTER / 2
}
