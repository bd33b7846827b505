//! Footnotes that do not hold together: a mark without its note, a note that no mark leads to.

use std::collections::{HashMap, HashSet};
use std::ops::Range;

use pulldown_cmark::{Event, Parser, Tag, TagEnd};

use super::OPTIONS;

/// What is wrong with a footnote, and where.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NoteFault {
    /// The mark, or the label of the note, in bytes of the text.
    pub range: Range<usize>,
    /// What stands behind `^`.
    pub label: String,
    /// A mark without a note; else a note without a mark.
    pub mark: bool,
}

/// Every such fault, in the order of the text. One without any mark is not parsed.
pub fn note_faults(markdown: &str) -> Vec<NoteFault> {
    if !markdown.contains("[^") {
        return Vec::new();
    }
    let found = Found::of(markdown);
    let unmarked = found.notes.iter().filter(|(label, _)| !found.marked.contains(*label));
    let mut faults: Vec<NoteFault> = unmarked
        .map(|(label, at)| NoteFault { range: *at..at + label.len() + 3, label: label.clone(), mark: false })
        .collect();
    let known = |at: usize| found.taken.iter().any(|range| range.contains(&at));
    faults.extend(marks(markdown).filter(|fault| !known(fault.range.start)));
    faults.sort_by_key(|fault| fault.range.start);
    faults
}

/// What the parser takes for a footnote, and where it reads no marks at all.
#[derive(Default)]
struct Found {
    notes: HashMap<String, usize>,
    marked: HashSet<String>,
    taken: Vec<Range<usize>>,
}

impl Found {
    fn of(markdown: &str) -> Self {
        let mut found = Self::default();
        let mut code = 0;
        for (event, range) in Parser::new_ext(markdown, OPTIONS).into_offset_iter() {
            match event {
                Event::Start(Tag::FootnoteDefinition(label)) => {
                    found.taken.push(range.start..range.start + 1);
                    found.notes.entry(label.into_string()).or_insert(range.start);
                }
                Event::FootnoteReference(label) => {
                    found.taken.push(range);
                    found.marked.insert(label.into_string());
                }
                Event::Start(Tag::CodeBlock(_)) => code = range.start,
                Event::End(TagEnd::CodeBlock) => found.taken.push(code..range.end),
                Event::Code(_) => found.taken.push(range),
                _ => {}
            }
        }
        found
    }
}

/// Everything that is written as a mark: `[^1]`, but not `\\[^1]`.
fn marks(markdown: &str) -> impl Iterator<Item = NoteFault> {
    markdown.match_indices("[^").filter_map(|(at, _)| {
        let label = markdown[at + 2..].split(']').next()?;
        let whole = markdown[at + 2 + label.len()..].starts_with(']');
        let plain = !label.is_empty() && !label.contains(|c: char| c.is_whitespace() || c == '[');
        let escaped = markdown[..at].ends_with('\\');
        (whole && plain && !escaped).then(|| NoteFault {
            range: at..at + label.len() + 3,
            label: label.to_owned(),
            mark: true,
        })
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn faults(markdown: &str) -> Vec<(&str, bool)> {
        note_faults(markdown).into_iter().map(|f| (&markdown[f.range], f.mark)).collect()
    }

    #[test]
    fn every_mark_has_a_note_and_every_note_a_mark() {
        assert_eq!(faults("文字[^1]。\n\n[^1]: 注。"), []);
        assert_eq!(faults("文字[^1]和[^甲]。\n\n[^1]: 注。"), [("[^甲]", true)]);
        assert_eq!(faults("文字。\n\n[^1]: 注。\n"), [("[^1]", false)]);
    }

    #[test]
    fn what_is_no_mark_is_left_alone() {
        assert_eq!(faults("`[^1]`和\\[^2]和[^ 3]\n\n    [^4]\n\n```\n[^5]\n```\n"), []);
    }
}
