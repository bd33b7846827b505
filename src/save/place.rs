//! Where an entry goes in the text of an issue file, and in which of the file's own styles.

use std::ops::Range;

use super::edit::Change;
use super::issue::{update_block, update_flow};
use crate::load::front;
use crate::load::tree::{self, Key, Tree, Value};
use crate::text::{Encoding, FileId, Source};

/// Words put in place of a stretch of text.
#[derive(Debug)]
pub struct Edit {
    /// The stretch, in bytes; empty where nothing goes away.
    pub at: Range<usize>,
    /// The words.
    pub text: String,
}

impl Edit {
    pub(super) fn insert(at: usize, text: String) -> Self {
        Self { at: at..at, text }
    }
}

/// The edits that make a change, or `None` where the text has no safe place for it.
pub fn edits(path: &str, text: &str, change: &Change<'_>) -> Option<Vec<Edit>> {
    let file = FileId(0);
    let source = Source { path: path.to_owned(), text: text.to_owned(), encoding: Encoding::Utf8 };
    let (yaml, base) = if path.ends_with(".md") {
        let parts = front::split(file, &source, &mut Vec::new())?;
        (parts.yaml, parts.base)
    } else {
        (source.text.as_str(), 0)
    };
    let tree = tree::parse(yaml, file, base, &mut Vec::new())?;
    let measures = list(field(&tree, "measures")?.1)?;
    let measure = measures.iter().find(|m| is_called(m, change.measure))?;
    let style = Style::of(text, measures);
    let mut edits = match field(measure, "updates") {
        Some((key, updates)) => added(text, key, updates, change, &style)?,
        None => vec![first(text, measure, change, &style)?],
    };
    if let Some(status) = change.status {
        let (_, written) = field(measure, "status")?;
        edits.push(Edit { at: range(written), text: status.key().to_owned() });
    }
    Some(edits)
}

/// How the file's other measures write their entries.
struct Style {
    flow: bool,
    /// How much further right the dash of an entry stands than its `updates:`.
    indent: usize,
}

impl Style {
    fn of(text: &str, measures: &[Tree<'_>]) -> Self {
        let mut written = measures.iter().rev().filter_map(|m| {
            let (key, updates) = field(m, "updates")?;
            let last = list(updates)?.last().filter(|_| !is_flow(text, updates))?;
            let indent = column(text, dash(text, last)?).checked_sub(column(text, start(key)))?;
            Some(Self { flow: is_flow(text, last), indent })
        });
        written.next().unwrap_or(Self { flow: true, indent: 2 })
    }
}

/// After the entries that are there.
fn added(
    text: &str,
    key: &Key<'_>,
    updates: &Tree<'_>,
    change: &Change<'_>,
    style: &Style,
) -> Option<Vec<Edit>> {
    let flow = || update_flow(change.update);
    match &updates.value {
        Value::List(items) => match (items.last(), is_flow(text, updates)) {
            (Some(last), true) => Some(in_brackets(text, updates, last, flow())),
            (Some(last), false) => {
                let indent = column(text, dash(text, last)?);
                let entry = entry(change, is_flow(text, last), indent);
                Some(vec![line_after(text, end(text, last), entry)])
            }
            (None, _) => Some(vec![Edit::insert(range(updates).start + 1, flow())]),
        },
        Value::Null if range(updates).is_empty() => {
            // In braces an empty value leaves no place that is sure.
            let own_line = text[..start(key)]
                .rsplit('\n')
                .next()
                .is_some_and(|l| l.trim_start_matches(['-', ' ']).is_empty());
            let entry = entry(change, style.flow, column(text, start(key)) + style.indent);
            own_line.then(|| vec![line_after(text, range_of(key).end, entry)])
        }
        Value::Null => Some(vec![Edit { at: range(updates), text: format!("[{}]", flow()) }]),
        Value::Scalar(_) | Value::Map(_) => None,
    }
}

/// The first entry of a measure, under its other fields.
fn first(text: &str, measure: &Tree<'_>, change: &Change<'_>, style: &Style) -> Option<Edit> {
    let Value::Map(fields) = &measure.value else { return None };
    let (key, last) = fields.last()?;
    if is_flow(text, measure) {
        let words = format!("updates: [{}]", update_flow(change.update));
        return Some(match last.value {
            Value::Null => Edit::insert(range(measure).start + 1, format!("{words}, ")),
            _ => Edit::insert(end(text, last), format!(", {words}")),
        });
    }
    let indent = column(text, start(&fields.first()?.0));
    let entry = entry(change, style.flow, indent + style.indent);
    let words = format!("{}updates:\n{entry}", " ".repeat(indent));
    Some(line_after(text, value_end(text, key, last), words))
}

/// `[{…}, {…}]`: on the line of the last where all stand on one, else on a line of its own.
fn in_brackets(text: &str, updates: &Tree<'_>, last: &Tree<'_>, entry: String) -> Vec<Edit> {
    let (from, to) = (range(last).start, end(text, last));
    let line = line_start(text, from);
    let indent = &text[line..from];
    if line <= range(updates).start || !indent.trim().is_empty() {
        return vec![Edit::insert(to, format!(", {entry}"))];
    }
    let rest = text[to..].split('\n').next().unwrap_or_default();
    let rest = rest.split('#').next().unwrap_or_default();
    if rest.contains(']') {
        return vec![Edit::insert(to, format!(",\n{indent}{entry}"))];
    }
    if rest.contains(',') {
        return vec![line_after(text, to, format!("{indent}{entry},\n"))];
    }
    vec![Edit::insert(to, ",".to_owned()), line_after(text, to, format!("{indent}{entry}\n"))]
}

fn entry(change: &Change<'_>, flow: bool, indent: usize) -> String {
    if flow {
        format!("{}- {}\n", " ".repeat(indent), update_flow(change.update))
    } else {
        update_block(change.update, indent)
    }
}

/// Whole lines, put in under the line of a place. The last line of a file may have no end.
pub(super) fn line_after(text: &str, at: usize, lines: String) -> Edit {
    if at > 0 && text[..at].ends_with('\n') {
        return Edit::insert(at, lines);
    }
    match text[at..].find('\n') {
        Some(end) => Edit::insert(at + end + 1, lines),
        None => Edit::insert(text.len(), format!("\n{}", lines.trim_end_matches('\n'))),
    }
}

/// Where the words of a node end; its span may reach over the empty lines and comments that follow.
pub(super) fn end(text: &str, tree: &Tree<'_>) -> usize {
    let own = range(tree);
    match &tree.value {
        Value::Null => own.end,
        // `|+` keeps the empty lines at its end.
        Value::Scalar(words) if words.ends_with("\n\n") => {
            text[..own.end].trim_end_matches([' ', '\t']).len()
        }
        Value::Scalar(_) => own.start + text[own].trim_end().len(),
        _ if is_flow(text, tree) => own.end,
        Value::List(items) => items.last().map_or(own.end, |last| end(text, last)),
        Value::Map(fields) => fields.last().map_or(own.end, |(key, last)| value_end(text, key, last)),
    }
}

fn value_end(text: &str, key: &Key<'_>, value: &Tree<'_>) -> usize {
    end(text, value).max(range_of(key).end)
}

/// The dash before an item.
pub(super) fn dash(text: &str, item: &Tree<'_>) -> Option<usize> {
    text[..range(item).start].trim_end_matches([' ', '\n']).strip_suffix('-').map(str::len)
}

/// Whether a record or a list is written in braces or brackets. A list no further right than its name begins, for the
/// parser, at its first item.
pub(super) fn is_flow(text: &str, tree: &Tree<'_>) -> bool {
    let opens = match tree.value {
        Value::List(_) => '[',
        Value::Map(_) => '{',
        Value::Null | Value::Scalar(_) => return false,
    };
    text[range(tree)].starts_with(opens)
}

pub(super) fn is_called(measure: &Tree<'_>, id: &str) -> bool {
    field(measure, "id").is_some_and(|(_, t)| matches!(&t.value, Value::Scalar(text) if text == id))
}

pub(super) fn field<'t, 's>(tree: &'t Tree<'s>, name: &str) -> Option<(&'t Key<'s>, &'t Tree<'s>)> {
    let Value::Map(entries) = &tree.value else { return None };
    entries.iter().find(|(k, _)| k.name == name).map(|(k, t)| (k, t))
}

pub(super) fn list<'t, 's>(tree: &'t Tree<'s>) -> Option<&'t [Tree<'s>]> {
    match &tree.value {
        Value::List(items) => Some(items),
        _ => None,
    }
}

pub(super) fn range(tree: &Tree<'_>) -> Range<usize> {
    tree.span.start as usize..tree.span.end as usize
}

pub(super) fn range_of(key: &Key<'_>) -> Range<usize> {
    key.span.start as usize..key.span.end as usize
}

fn start(key: &Key<'_>) -> usize {
    range_of(key).start
}

fn line_start(text: &str, at: usize) -> usize {
    text[..at].rfind('\n').map_or(0, |n| n + 1)
}

pub(super) fn column(text: &str, at: usize) -> usize {
    at - line_start(text, at)
}
