//! The record of a redaction into `notice.yaml`, and the digest that was signed out of it.

use crate::load::tree::{self, Tree, Value};
use crate::model::Redaction;
use crate::save::notice::redaction;
use crate::save::place::{Edit, column, dash, end, field, is_flow, line_after, list, range};
use crate::text::FileId;

/// What stands instead of the digest of a text that held the words. It is the digest of no text, so every signature lapses.
const RETIRED: &str = "retired";

/// The edits; `None` where the file has no safe place for them.
pub fn edits(text: &str, record: Option<&Redaction>, retire: bool) -> Option<Vec<Edit>> {
    let tree = tree::parse(text, FileId(0), 0, &mut Vec::new())?;
    let mut edits = Vec::new();
    if let Some(record) = record {
        edits.push(entry(text, &tree, &redaction(record))?);
    }
    let digest = field(&tree, "sign_off").and_then(|(_, t)| field(t, "digest"));
    edits.extend(digest.filter(|_| retire).map(|(_, t)| Edit { at: range(t), text: RETIRED.to_owned() }));
    Some(edits)
}

/// After the redactions that are there, or at the end of the file.
fn entry(text: &str, tree: &Tree<'_>, words: &str) -> Option<Edit> {
    let Some((_, there)) = field(tree, "redactions") else {
        let block = matches!(tree.value, Value::Map(_)) && !is_flow(text, tree);
        let lines = format!("redactions:\n  - {words}\n");
        return block.then(|| line_after(text, text.trim_end().len(), lines));
    };
    let last = list(there)?.last()?;
    if is_flow(text, there) {
        let at = end(text, last);
        return Some(Edit { at: at..at, text: format!(", {words}") });
    }
    let indent = " ".repeat(column(text, dash(text, last)?));
    Some(line_after(text, end(text, last), format!("{indent}- {words}\n")))
}
