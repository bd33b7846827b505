//! Words taken out of one content file, every other byte left as it is.

use std::ops::Range;

use super::words::{Likeness, Words, overlap};
use crate::load::front;
use crate::load::tree::{self, Tree, Value};
use crate::save::place::{Edit, field, is_called, list, range, range_of};
use crate::save::yaml::quoted;
use crate::text::{Encoding, FileId, Source};

/// Which part of an issue file is meant.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Part<'a> {
    /// A measure.
    pub measure: &'a str,
    /// One of its entries.
    pub update: Option<&'a str>,
}

/// The edits that put a note in place of the words; `None` where the file cannot be read or has no such part.
pub fn edits(path: &str, text: &str, words: &Words, note: &str, part: Option<Part<'_>>) -> Option<Vec<Edit>> {
    let source = Source { path: path.to_owned(), text: text.to_owned(), encoding: Encoding::Utf8 };
    let mut fixed = Fixed {
        words,
        note,
        text,
        head: path.ends_with("/notice.yaml"),
        spans: Vec::new(),
        quoted: Vec::new(),
    };
    let mut within = 0..text.len();
    if let Some((yaml, base)) = yaml(path, &source)? {
        let tree = tree::parse(yaml, FileId(0), base, &mut Vec::new())?;
        if let Some(part) = part {
            within = range(found(&tree, part)?);
        }
        fixed.walk(&tree, "");
    }
    let mut edits = fixed.quoted;
    let raw = words.find(text, Likeness::Same).into_iter();
    let free = |at: &Range<usize>| !fixed.spans.iter().any(|span| overlap(span, at));
    edits.extend(raw.filter(free).map(|at| Edit { at, text: note.to_owned() }));
    edits.retain(|edit| within.start <= edit.at.start && edit.at.end <= within.end);
    Some(edits)
}

/// The YAML of a file and where it begins: all of it, the front matter, or none in prose.
fn yaml<'s>(path: &str, source: &'s Source) -> Option<Option<(&'s str, usize)>> {
    if !path.ends_with(".md") {
        return Some(Some((source.text.as_str(), 0)));
    }
    if !path.contains("/issues/") {
        return Some(None);
    }
    let parts = front::split(FileId(0), source, &mut Vec::new())?;
    Some(Some((parts.yaml, parts.base)))
}

fn found<'t, 's>(tree: &'t Tree<'s>, part: Part<'_>) -> Option<&'t Tree<'s>> {
    let measures = list(field(tree, "measures")?.1)?;
    let measure = measures.iter().find(|m| is_called(m, part.measure))?;
    match part.update {
        Some(id) => list(field(measure, "updates")?.1)?.iter().find(|u| is_called(u, id)),
        None => Some(measure),
    }
}

/// Fields whose values are ids, days, numbers or patterns: a note cannot stand in them.
const FIXED: [&str; 34] = [
    "aliases",
    "corrects",
    "date",
    "digest",
    "due",
    "feedback",
    "from",
    "id",
    "issue",
    "kind",
    "measure",
    "minor",
    "next_update_due",
    "number",
    "on",
    "part",
    "period_ends",
    "places",
    "printed",
    "public_until",
    "published",
    "recurs_from",
    "result",
    "rule",
    "section",
    "show_old",
    "status",
    "status_basis",
    "to",
    "topic",
    "under",
    "unit",
    "update",
    "with",
];
/// In `notice.yaml` these name files.
const FILES: [&str; 4] = ["opening", "closing", "postscript", "text"];

/// What of a YAML text is not to be touched as it stands, and the quoted texts that are written anew.
struct Fixed<'a> {
    words: &'a Words,
    note: &'a str,
    text: &'a str,
    head: bool,
    spans: Vec<Range<usize>>,
    quoted: Vec<Edit>,
}

impl Fixed<'_> {
    fn walk(&mut self, tree: &Tree<'_>, key: &str) {
        match &tree.value {
            Value::Map(entries) => {
                for (key, value) in entries {
                    self.spans.push(range_of(key));
                    self.walk(value, &key.name);
                }
            }
            Value::List(items) => items.iter().for_each(|item| self.walk(item, key)),
            Value::Scalar(value) => self.scalar(tree, key, value),
            Value::Null => {}
        }
    }

    fn scalar(&mut self, tree: &Tree<'_>, key: &str, value: &str) {
        let at = range(tree);
        if FIXED.contains(&key) || (self.head && FILES.contains(&key)) {
            self.spans.push(at);
        } else if self.text[at.clone()].starts_with(['"', '\'']) {
            let mut value = value.to_owned();
            if self.words.replace(&mut value, self.note) > 0 {
                self.quoted.push(Edit { at: at.clone(), text: quoted(&value) });
            }
            self.spans.push(at);
        }
    }
}
