//! Markdown as the paragraphs and table rows of a document, each in runs of one dress.

use pulldown_cmark::{Alignment, Event, Tag, TagEnd};

use super::{SENTINEL, events, prepare};
use crate::zh::is_wide;

/// What stands on a line of its own: a paragraph, heading, list item, line of code or row of a table.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Piece {
    /// A paragraph.
    Paragraph(Vec<Run>),
    /// A heading.
    Heading(Vec<Run>),
    /// A row; one of `head` begins a table.
    Row {
        /// Whether it is the head.
        head: bool,
        /// Its cells.
        cells: Vec<Cell>,
    },
}

/// A cell of a table.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Cell {
    /// Its words.
    pub runs: Vec<Run>,
    /// Where they stand.
    pub align: Align,
}

/// Where the words of a cell stand.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Align {
    /// At the left, or as the table has it.
    #[default]
    Left,
    /// In the middle.
    Center,
    /// At the right: numbers.
    Right,
}

/// Words of one dress.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Run {
    /// The words.
    pub text: String,
    /// How they are set.
    pub dress: Dress,
}

/// How words are set; links leave their words alone.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Dress {
    /// `**…**`
    pub strong: bool,
    /// `*…*`
    pub emphasis: bool,
    /// `~~…~~`
    pub struck: bool,
}

/// The pieces of a prose file, in order.
pub fn pieces(markdown: &str) -> Vec<Piece> {
    let prepared = prepare(markdown);
    let mut out = Pieces::default();
    for event in events(&prepared) {
        out.take(event);
    }
    out.flush();
    out.done
}

#[derive(Default)]
struct Pieces {
    done: Vec<Piece>,
    runs: Vec<Run>,
    dress: Dress,
    soft: bool,
    code: bool,
    heading: bool,
    columns: Vec<Align>,
    row: Option<Vec<Cell>>,
}

impl Pieces {
    fn take(&mut self, event: Event<'_>) {
        match event {
            Event::Text(text) if self.code => {
                self.done.extend(text.lines().map(|line| Piece::Paragraph(plain(line))));
            }
            Event::Text(text) | Event::Code(text) | Event::Html(text) | Event::InlineHtml(text) => {
                self.words(&text)
            }
            Event::FootnoteReference(label) => self.words(&format!("[{label}]")),
            Event::SoftBreak => self.soft = true,
            Event::HardBreak => self.flush(),
            Event::Start(tag) => self.open(tag),
            Event::End(tag) => self.close(tag),
            _ => {}
        }
    }

    fn open(&mut self, tag: Tag<'_>) {
        match tag {
            Tag::Strong => self.dress.strong = true,
            Tag::Emphasis => self.dress.emphasis = true,
            Tag::Strikethrough => self.dress.struck = true,
            Tag::Heading { .. } => self.heading = true,
            Tag::CodeBlock(_) => self.code = true,
            Tag::Item => self.flush(),
            Tag::FootnoteDefinition(label) => self.done.push(Piece::Paragraph(plain(&format!("[{label}]")))),
            Tag::Table(columns) => {
                self.flush();
                self.columns = columns.into_iter().map(align).collect();
            }
            Tag::TableHead | Tag::TableRow => self.row = Some(Vec::new()),
            _ => {}
        }
    }

    fn close(&mut self, tag: TagEnd) {
        match tag {
            TagEnd::Strong => self.dress.strong = false,
            TagEnd::Emphasis => self.dress.emphasis = false,
            TagEnd::Strikethrough => self.dress.struck = false,
            TagEnd::CodeBlock => self.code = false,
            TagEnd::TableCell => self.cell(),
            TagEnd::TableHead => self.end_row(true),
            TagEnd::TableRow => self.end_row(false),
            TagEnd::Paragraph | TagEnd::Item | TagEnd::HtmlBlock => self.flush(),
            TagEnd::Heading(_) => {
                self.flush();
                self.heading = false;
            }
            _ => {}
        }
    }

    fn words(&mut self, text: &str) {
        if std::mem::take(&mut self.soft) && self.needs_space(text) {
            self.push(" ");
        }
        self.push(text);
    }

    fn push(&mut self, text: &str) {
        let dress = self.dress;
        let words = text.chars().filter(|c| *c != SENTINEL);
        match self.runs.last_mut().filter(|run| run.dress == dress) {
            Some(run) => run.text.extend(words),
            None => self.runs.push(Run { text: words.collect(), dress }),
        }
    }

    fn needs_space(&self, after: &str) -> bool {
        let before = self.runs.iter().rev().find_map(|run| run.text.chars().next_back());
        !(before.is_some_and(is_wide) && after.chars().next().is_some_and(is_wide))
    }

    fn cell(&mut self) {
        let runs = self.words_so_far();
        let Some(row) = &mut self.row else { return };
        let align = self.columns.get(row.len()).copied().unwrap_or_default();
        row.push(Cell { runs, align });
    }

    fn end_row(&mut self, head: bool) {
        self.soft = false;
        self.done.extend(self.row.take().map(|cells| Piece::Row { head, cells }));
    }

    fn flush(&mut self) {
        self.soft = false;
        if self.row.is_some() {
            return;
        }
        let runs = self.words_so_far();
        if !runs.is_empty() {
            self.done.push(if self.heading { Piece::Heading(runs) } else { Piece::Paragraph(runs) });
        }
    }

    fn words_so_far(&mut self) -> Vec<Run> {
        let mut runs = std::mem::take(&mut self.runs);
        runs.retain(|run| !run.text.is_empty());
        runs
    }
}

/// Words without a dress.
pub fn plain(text: &str) -> Vec<Run> {
    vec![Run { text: text.to_owned(), dress: Dress::default() }]
}

/// How a column of Markdown stands.
pub fn align(of: Alignment) -> Align {
    match of {
        Alignment::Center => Align::Center,
        Alignment::Right => Align::Right,
        Alignment::Left | Alignment::None => Align::Left,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_keep_their_dress() {
        let strong = Dress { strong: true, ..Dress::default() };
        let runs = vec![
            Run { text: "中文。".into(), dress: strong },
            Run { text: "后文".into(), dress: Dress::default() },
        ];
        assert_eq!(pieces("**中文。**后文"), [Piece::Paragraph(runs)]);
    }

    #[test]
    fn a_table_is_rows_of_cells() {
        let cell = |text: &str, align| Cell { runs: plain(text), align };
        let head = vec![cell("甲", Align::Left), cell("乙", Align::Right)];
        let body = vec![cell("1", Align::Left), Cell { runs: Vec::new(), align: Align::Right }];
        let rows = [Piece::Row { head: true, cells: head }, Piece::Row { head: false, cells: body }];
        assert_eq!(pieces("| 甲 | 乙 |\n|--|--:|\n| 1 |  |"), rows);
    }
}
