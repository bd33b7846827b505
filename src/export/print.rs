//! What a page for paper is asked of, whether or not a typesetter is built in: the words that both sides need.

pub use super::paper::Asked;
use super::poster::Poster;
use crate::model::Notice;

/// Makes pages. It exists where the typesetter was built in (cargo feature `pdf`).
pub trait Press: Sync {
    /// The notice as a PDF/A-2a file that is PDF/UA-1 as well, in a language (BCP 47).
    fn notice(&self, notice: &Notice, language: &str, asked: &Asked) -> Result<Vec<u8>, PrintError>;

    /// The sheet for a notice board as one page, in a language; `place` says where a character stands.
    fn poster(
        &self,
        sheet: &Poster,
        language: &str,
        place: &dyn Fn(char) -> String,
    ) -> Result<Vec<u8>, PrintError>;

    /// The roles that are set in a font of another kind than the standard asks for, and in which.
    fn stand_ins(&self) -> Vec<(Role, &'static str)>;
}

/// What is set in a font of its own (GB/T 9704-2012, 7.3).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Role {
    /// The title: 小标宋.
    Title,
    /// Headings of the first level, and what is strong: 黑体.
    Heading,
    /// Headings of the second level, and what is stressed: 楷体.
    Section,
    /// The text: 仿宋.
    Text,
    /// Page numbers: 宋体.
    Number,
}

impl Role {
    /// In the order in which a person reads about them.
    pub const ALL: [Self; 5] = [Self::Title, Self::Heading, Self::Section, Self::Text, Self::Number];

    /// Its name in messages and templates.
    pub fn key(self) -> &'static str {
        match self {
            Self::Title => "title",
            Self::Heading => "heading",
            Self::Section => "section",
            Self::Text => "text",
            Self::Number => "number",
        }
    }
}

/// Why there are no pages.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum PrintError {
    /// No typesetter is built in.
    Absent,
    /// No font was found for these roles.
    NoFont(Vec<Role>),
    /// Characters that none of the fonts has, each with where it first stands: `issues/duty/m1/text`.
    NoGlyph(Vec<(char, String)>),
    /// A character of a private area, which means something else on every machine (ISO 19005-2, 6.2.11.7.3), and its place.
    Private(char, String),
    /// More than its page has room for.
    Overfull,
    /// What else the typesetter said, in its own words.
    Typesetter(String),
}
