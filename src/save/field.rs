//! A field of an issue or a measure into its file, and a measure after the others; every other byte left as it is.

use super::edit::{Unfit, edited};
use super::issue::measure_block;
use super::place::{Edit, column, dash, end, field, is_called, is_flow, line_after, list, range, range_of};
use super::yaml::{block, scalar};
use crate::load::front;
use crate::load::tree::{self, Key, Tree, Value};
use crate::model::Measure;
use crate::text::{Encoding, FileId, Source};

/// What a field is to say.
#[derive(Debug, Clone, Copy)]
pub enum Words<'a> {
    /// Text.
    Text(&'a str),
    /// A word or a list as it stands in YAML: `done`, `[a, b]`, `2025-12-26`.
    Plain(&'a str),
    /// Nothing: the field goes.
    None,
}

/// The file with a field of the issue, or of one of its measures, set.
pub fn set_field(
    path: &str,
    bytes: &[u8],
    measure: Option<&str>,
    key: &str,
    words: Words<'_>,
) -> Result<Vec<u8>, Unfit> {
    edited(bytes, |text| {
        within(path, text, |tree| {
            let record = match measure {
                None => tree,
                Some(id) => list(field(tree, "measures")?.1)?.iter().find(|m| is_called(m, id))?,
            };
            set(text, record, key, words).map(|edit| edit.into_iter().collect())
        })
    })
}

/// The file with a measure after its others.
pub fn add_measure(path: &str, bytes: &[u8], measure: &Measure) -> Result<Vec<u8>, Unfit> {
    edited(bytes, |text| {
        within(path, text, |tree| {
            let (_, measures) = field(tree, "measures")?;
            let last = list(measures)?.last().filter(|_| !is_flow(text, measures))?;
            let indent = column(text, dash(text, last)?);
            Some(vec![line_after(text, end(text, last), measure_block(measure, indent))])
        })
    })
}

fn within(path: &str, text: &str, find: impl FnOnce(&Tree<'_>) -> Option<Vec<Edit>>) -> Option<Vec<Edit>> {
    let file = FileId(0);
    let source = Source { path: path.to_owned(), text: text.to_owned(), encoding: Encoding::Utf8 };
    let (yaml, base) = if path.ends_with(".md") {
        let parts = front::split(file, &source, &mut Vec::new())?;
        (parts.yaml, parts.base)
    } else {
        (source.text.as_str(), 0)
    };
    find(&tree::parse(yaml, file, base, &mut Vec::new())?)
}

/// The edit that sets a field; `Some(None)` where there is nothing to take away.
fn set(text: &str, record: &Tree<'_>, key: &str, words: Words<'_>) -> Option<Option<Edit>> {
    match (field(record, key), words) {
        (Some((name, value)), Words::None) => removed(text, record, name, value).map(Some),
        (Some((name, value)), words) => replaced(text, record, name, value, words).map(Some),
        (None, Words::None) => Some(None),
        (None, words) => added(text, record, key, words).map(Some),
    }
}

fn replaced(
    text: &str,
    record: &Tree<'_>,
    key: &Key<'_>,
    value: &Tree<'_>,
    words: Words<'_>,
) -> Option<Edit> {
    let at = range_of(key).end..end(text, value).max(range_of(key).end + 1);
    // A remark between the name and the words has no place in what is written anew.
    let between = text.get(range_of(key).end..range(value).start.max(range_of(key).end))?;
    if between.contains('#') || !text[at.start..].starts_with(':') {
        return None;
    }
    let written = if is_flow(text, record) {
        format!(": {}", flat(words))
    } else {
        let line = line(&key.name, words, column(text, range_of(key).start));
        line.trim_start().trim_end_matches('\n').strip_prefix(&*key.name)?.to_owned()
    };
    Some(Edit { at, text: written })
}

fn removed(text: &str, record: &Tree<'_>, key: &Key<'_>, value: &Tree<'_>) -> Option<Edit> {
    let start = range_of(key).start;
    let line = text[..start].rfind('\n').map_or(0, |n| n + 1);
    if is_flow(text, record) || !text[line..start].trim().is_empty() {
        return None;
    }
    let last = end(text, value).max(range_of(key).end + 1);
    let next = text[last..].find('\n').map_or(text.len(), |n| last + n + 1);
    Some(Edit { at: line..next, text: String::new() })
}

/// After the fields that usually stand before it.
fn added(text: &str, record: &Tree<'_>, key: &str, words: Words<'_>) -> Option<Edit> {
    const ORDER: [&str; 12] = [
        "id", "number", "title", "under", "original", "goal", "lead", "due", "unit", "with", "text", "status",
    ];
    let rank = ORDER.iter().position(|name| *name == key)?;
    let (name, value) = ORDER[..rank].iter().rev().find_map(|name| field(record, name))?;
    let last = end(text, value).max(range_of(name).end + 1);
    if is_flow(text, record) {
        return Some(Edit::insert(last, format!(", {key}: {}", flat(words))));
    }
    let Value::Map(fields) = &record.value else { return None };
    let indent = column(text, range_of(&fields.first()?.0).start);
    Some(line_after(text, last, line(key, words, indent)))
}

/// `key: words` on a line of its own, or over several.
fn line(key: &str, words: Words<'_>, indent: usize) -> String {
    let pad = " ".repeat(indent);
    match words {
        Words::Text(text) if text.contains('\n') || key == "text" => {
            let mut out = String::new();
            block(&mut out, indent, key, text);
            out
        }
        words => format!("{pad}{key}: {}\n", flat(words)),
    }
}

fn flat(words: Words<'_>) -> String {
    match words {
        Words::Text(text) => scalar(text),
        Words::Plain(text) => text.to_owned(),
        Words::None => String::new(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const FILE: &str = "---\n# 说明\nid: a   # 不改\ntitle: '甲。'\nunder: t\nmeasures:\n  # 一\n  - id: m1\n    text: |\n      旧的。\n    # 状态\n    status: done # 记\n  - {id: m2, text: 短。}\n---\n正文\n";

    fn set(file: &str, measure: Option<&str>, key: &str, words: Words<'_>) -> String {
        let bytes = set_field("notices/n/issues/a.md", file.as_bytes(), measure, key, words);
        bytes.ok().and_then(|b| String::from_utf8(b).ok()).unwrap_or_default()
    }

    #[test]
    fn a_field_is_set_and_all_else_stays() {
        let was = |from: &str, to: &str| FILE.replace(from, to);
        assert_eq!(set(FILE, None, "title", Words::Text("乙：新。")), was("'甲。'", "乙：新。"));
        assert_eq!(
            set(FILE, Some("m1"), "text", Words::Text("新一。\n新二。")),
            was("      旧的。", "      新一。\n      新二。")
        );
        assert_eq!(set(FILE, Some("m1"), "status", Words::Plain("blocked")), was("done #", "blocked #"));
        assert_eq!(set(FILE, Some("m2"), "text", Words::Text("长, 的")), was("短。", "\"长, 的\""));
        assert_eq!(
            set(FILE, Some("m2"), "status", Words::Plain("done")),
            was("短。}", "短。, status: done}")
        );
        assert_eq!(
            set(FILE, None, "due", Words::Plain("2025-12-26")),
            was("under: t\n", "under: t\ndue: 2025-12-26\n")
        );
        assert_eq!(
            set(FILE, Some("m1"), "unit", Words::Plain("u")),
            was("id: m1\n", "id: m1\n    unit: u\n")
        );
        assert_eq!(set(FILE, Some("m1"), "status", Words::None), was("    status: done # 记\n", ""));
    }
}
