//! The texts of a notice one by one, each with what it is and where it comes from.

use std::borrow::Cow;
use std::sync::OnceLock;

use chrono::NaiveDate;

use super::read::change::{self, Wrong};
use crate::model::{Level, Node, Status};
use crate::zh::mention::{Mention, mentions};

/// One text that a person wrote.
#[derive(Debug)]
pub struct Passage<'a> {
    /// Its words. A measure, the text of an issue and an explanation may have several lines; prose has a passage a line.
    pub text: Cow<'a, str>,
    /// What it is.
    pub kind: Kind<'a>,
    /// What is printed before it: its number, with an inline label.
    pub number: String,
    /// The issue that it belongs to, by its place in the notice.
    pub issue: Option<usize>,
    /// The measure, by its place in the issue.
    pub measure: Option<usize>,
    /// How far its measure is on the day, as stated.
    pub status: Option<Status>,
    /// The day on which it is put into the world: that of the entry it is in, else that of the notice.
    pub written: NaiveDate,
    /// Where the points are that end the number of an item and have a figure straight behind them: `1.64处`.
    pub(super) points: Vec<usize>,
    /// What [`Self::dates`] found.
    pub(super) dates: OnceLock<Vec<Mention>>,
    /// What [`Self::changes`] found.
    pub(super) changes: OnceLock<Vec<Wrong>>,
}

impl Passage<'_> {
    /// The days, months and years that it names; looked for when a rule first asks.
    pub fn dates(&self) -> &[Mention] {
        self.dates.get_or_init(|| mentions(&self.text))
    }

    /// What it says wrongly of changes; looked for when a rule first asks.
    pub fn changes(&self) -> &[Wrong] {
        self.changes.get_or_init(|| change::find(&self.figures()))
    }

    /// The text with the number of an item parted from the figure that follows it at once, byte by byte as long.
    pub fn figures(&self) -> Cow<'_, str> {
        if self.points.is_empty() {
            return Cow::Borrowed(&self.text);
        }
        let apart = |(at, c): (usize, char)| if self.points.contains(&at) { ' ' } else { c };
        Cow::Owned(self.text.char_indices().map(apart).collect())
    }
}

/// What a text is.
#[derive(Debug, Clone, Copy)]
pub enum Kind<'a> {
    /// Title of the notice.
    Title,
    /// Who signs.
    Issuer,
    /// Who inspected.
    Inspector,
    /// A field of the contact, by its name.
    Contact(&'static str),
    /// The label of measures, or (`true`) of completion lines, as `numbering` has it.
    Label(bool),
    /// A line of a prose file: its path, and which line it is of those that the file comes to.
    Prose(&'a str, usize),
    /// A heading.
    Heading(&'a Node),
    /// Title of an issue.
    Issue,
    /// A field of an issue, by its name: `original`, `goal`, `lead`, `text`, `label`, `completion`.
    Field(&'static str),
    /// The text of a measure.
    Measure,
    /// What an entry says, by its place in the measure.
    Update(usize),
    /// Why an entry corrects another.
    Reason(usize),
    /// A document that an entry names, by the place of both.
    Evidence(usize, usize),
    /// A field of an item of a list of the issue: `extensions`, `closed`, `reopened`, `look_back`.
    After(&'static str, usize, &'static str),
    /// The Markdown explanation of an issue, which is no part of the signed notice.
    Explanation,
}

impl Kind<'_> {
    /// Whether the signed notice prints it.
    pub fn is_printed(self) -> bool {
        match self {
            Self::Title | Self::Issuer | Self::Label(_) | Self::Prose(..) | Self::Issue | Self::Measure => {
                true
            }
            Self::Heading(node) => node.printed,
            Self::Field(name) => matches!(name, "text" | "label" | "completion"),
            _ => false,
        }
    }

    /// Whether it says what was done: a measure, its completion, an entry.
    pub fn is_action(self) -> bool {
        matches!(self, Self::Measure | Self::Update(_) | Self::Field("completion"))
    }

    /// The level, where it is a heading.
    pub fn level(self) -> Option<Level> {
        match self {
            Self::Heading(node) => Some(node.level),
            _ => None,
        }
    }
}
