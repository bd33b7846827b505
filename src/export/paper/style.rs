//! The kinds of paragraphs and words that an official paper has.

use crate::model::Level;

/// A style of a paragraph, of words or of a table.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Style {
    /// 2号 小标宋, in the middle.
    Title,
    /// 一、 in 黑体.
    Part,
    /// (一) in 楷体.
    Section,
    /// 1. in 仿宋.
    Topic,
    /// A problem.
    Issue,
    /// Text, its first line two characters in.
    Text,
    /// The label above the measures.
    Label,
    /// What a row of a table says.
    Cell,
    /// The list of attachments.
    Attachments,
    /// Who signs.
    Signature,
    /// The date under it.
    Date,
    /// What stands under the date, with its own indent.
    Postscript,
    /// The line that names the edition.
    Edition,
    /// The number of an odd page.
    FooterOdd,
    /// The number of an even page.
    FooterEven,
    /// Words of a run-in heading of the first level.
    PartWords,
    /// Words of a run-in heading of the second level.
    SectionWords,
}

impl Style {
    /// The style of a heading.
    pub fn of(level: Level) -> Self {
        match level {
            Level::Part => Self::Part,
            Level::Section => Self::Section,
            Level::Topic => Self::Topic,
        }
    }
}
