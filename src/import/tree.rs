//! Headings one after another into an outline, each with its prose.

use std::iter::Peekable;
use std::vec::IntoIter;

use super::build::nowhere;
use crate::md::escape_line;
use crate::model::{Level, Node, NodeId, Prose};

/// A heading and the prose under it.
pub struct Heading {
    /// Depth.
    pub level: Level,
    id: String,
    text: String,
    number: u32,
    printed: bool,
    before: Vec<String>,
    after: Vec<String>,
    has_issue: bool,
}

impl Heading {
    /// A heading with nothing under it yet.
    pub fn new(level: Level, id: String, number: u32, text: String) -> Self {
        let (before, after) = (Vec::new(), Vec::new());
        Self { level, id, text, number, printed: true, before, after, has_issue: false }
    }

    /// A part that the text does not print.
    pub fn unprinted(id: &str, text: &str) -> Self {
        Self { printed: false, ..Self::new(Level::Part, id.to_owned(), 0, text.to_owned()) }
    }

    /// Takes an issue; gives the id that it hangs on.
    pub fn adopt(&mut self) -> String {
        self.has_issue = true;
        self.id.clone()
    }

    /// Takes a line of prose: before the issues, or after them.
    pub fn prose(&mut self, line: &str) {
        let lines = if self.has_issue { &mut self.after } else { &mut self.before };
        lines.push(line.to_owned());
    }
}

/// The outline of headings in the order of the text.
pub fn nest(headings: Vec<Heading>, slug: &str) -> Vec<Node> {
    level(&mut headings.into_iter().peekable(), Level::Part, slug)
}

/// Lines as the prose of a file; none where there is no line.
pub fn prose(slug: &str, file: &str, lines: &[String]) -> Option<Prose> {
    if lines.is_empty() {
        return None;
    }
    let escaped: Vec<String> = lines.iter().map(|l| escape_line(l)).collect();
    Some(Prose { path: format!("notices/{slug}/{file}"), text: escaped.join("\n\n") + "\n" })
}

fn level(headings: &mut Peekable<IntoIter<Heading>>, least: Level, slug: &str) -> Vec<Node> {
    let mut out = Vec::new();
    while let Some(h) = headings.next_if(|h| h.level >= least) {
        let children = match h.level {
            Level::Part => level(headings, Level::Section, slug),
            Level::Section => level(headings, Level::Topic, slug),
            Level::Topic => Vec::new(),
        };
        out.push(Node {
            text: prose(slug, &format!("{}.md", h.id), &h.before),
            closing: prose(slug, &format!("{}-end.md", h.id), &h.after),
            id: NodeId(h.id),
            level: h.level,
            heading: h.text,
            number: Some(h.number).filter(|_| h.printed),
            printed: h.printed,
            children,
            span: nowhere(),
        });
    }
    out
}
