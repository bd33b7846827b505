//! The shape of the tables: what a field takes, a field, a record.

use Takes::{Either, List, Named, Set};

/// What a field takes.
#[derive(Debug)]
pub enum Takes {
    /// Text.
    Text,
    /// An id, or the id of something.
    Id,
    /// `2025-12-26`
    Day,
    /// `2025-12-26 09:00`
    Time,
    /// `true` or `false`, `yes` or `no`.
    Flag,
    /// A whole number up to this one.
    Number(u32),
    /// The number of the format.
    Format,
    /// `https://…`
    Address,
    /// Name of a Markdown file beside.
    Prose,
    /// `<notice>/<issue>`
    Issue,
    /// A theme.
    Theme,
    /// A language of the site.
    Language,
    /// One of some words.
    One(fn() -> Vec<&'static str>),
    /// A rule of the check.
    Rule,
    /// Levels by rule.
    Levels,
    /// A record.
    Record(&'static str),
    /// A list.
    List(&'static Takes),
    /// A list in which nothing stands twice.
    Set(&'static Takes),
    /// Names that people choose, and what each takes.
    Named(&'static Takes),
    /// One or the other.
    Either(&'static Takes, &'static Takes),
}

impl Takes {
    /// The records that stand in it.
    pub fn records(&self) -> Vec<&'static str> {
        match self {
            Self::Record(name) => vec![name],
            List(of) | Set(of) | Named(of) => of.records(),
            Either(a, b) => [a.records(), b.records()].concat(),
            _ => Vec::new(),
        }
    }
}

/// A field.
#[derive(Debug)]
pub struct Field {
    /// Its name.
    pub name: &'static str,
    /// What it takes.
    pub takes: Takes,
    /// Whether it must be there.
    pub required: bool,
}

/// A record: a mapping with these fields.
#[derive(Debug)]
pub struct Record {
    /// What it is called in the schema.
    pub name: &'static str,
    /// Under which name the locale files tell of its fields: a translation has those of its original.
    pub says: &'static str,
    /// The fields.
    pub fields: &'static [Field],
    /// A field, and the other that it needs beside it.
    pub needs: &'static [(&'static str, &'static str)],
}
