//! Numbers of tables that the rest of the table, or the sentence before it, makes wrong.

use std::borrow::Cow;
use std::ops::Range;

use super::Rule;
use crate::check::read::table::{self, Fault, Wrong};
use crate::check::{Finding, Kind, Passage, Record, Spot};
use crate::diag::Severity;
use crate::lang::Msg;

/// `|合计|690|` under 412 and 268.
pub const RULE: Rule = Rule { code: "table-sum", severity: Severity::Warning, find };

fn find(record: &Record<'_>) -> Vec<Finding> {
    let mut out = Vec::new();
    if !record.passages.iter().any(|p| p.text.contains('|')) {
        return out;
    }
    let mut at = 0;
    while at < record.passages.len() {
        let text = Text::from(&record.passages, at);
        at += text.starts.len();
        out.extend(table::find(&text.words).into_iter().map(|wrong| finding(&text, wrong)));
    }
    out
}

fn finding(text: &Text<'_>, wrong: Wrong) -> Finding {
    let Wrong { cell, fault, said, right, other, sure } = wrong;
    let (message, hint) = match &fault {
        Fault::Column => ("found-table-sum", "found-table-sum-hint"),
        Fault::Row => ("found-table-sum-row", "found-table-sum-row-hint"),
        Fault::Cell => ("found-table-sum-cell", "found-table-sum-cell-hint"),
        Fault::Balance(_) if !sure => ("found-table-sum-balance", "found-table-sum-balance-hint-some"),
        Fault::Balance(_) => ("found-table-sum-balance", "found-table-sum-balance-hint"),
        Fault::Among => ("found-table-sum-among", "found-table-sum-among-hint"),
        Fault::Share => ("found-table-sum-share", "found-table-sum-share-hint"),
        Fault::Shares => ("found-table-sum-shares", "found-table-sum-shares-hint"),
        Fault::Before => ("found-table-sum-before", "found-table-sum-before-hint"),
    };
    let terms = if let Fault::Balance(terms) = fault { terms } else { String::new() };
    let words = |id| {
        Msg::new(id).with("said", said.as_str()).with("right", right.as_str()).with("terms", terms.as_str())
    };
    let (passage, bytes) = text.place(cell);
    let mut found = Finding::at(passage, bytes, words(message)).hint(words(hint)).undecided(!sure);
    if let Some(other) = other {
        let (passage, bytes) = text.place(other);
        found = found.related(Spot::Text(passage, bytes), Msg::new("found-table-sum-here"));
    }
    found
}

/// The words of a passage, or of the lines of a prose file, each of which is a passage of its own.
struct Text<'a> {
    words: Cow<'a, str>,
    /// The passage that comes first.
    first: usize,
    /// Where each passage begins.
    starts: Vec<usize>,
}

impl<'a> Text<'a> {
    fn from(all: &'a [Passage<'_>], first: usize) -> Self {
        let more = all[first..].windows(2).take_while(|two| goes_on(two[0].kind, two[1].kind)).count();
        let mut text = Self { words: Cow::Borrowed(&all[first].text), first, starts: vec![0] };
        for p in &all[first + 1..=first + more] {
            let words = text.words.to_mut();
            words.push('\n');
            text.starts.push(words.len());
            words.push_str(&p.text);
        }
        text
    }

    /// The passage that bytes of it stand in, and which of its bytes they are.
    fn place(&self, bytes: Range<usize>) -> (usize, Range<usize>) {
        let nth = self.starts.partition_point(|start| *start <= bytes.start).saturating_sub(1);
        let start = self.starts[nth];
        (self.first + nth, bytes.start - start..bytes.end - start)
    }
}

/// Whether the second is the next line of the prose that the first is of.
fn goes_on(first: Kind<'_>, second: Kind<'_>) -> bool {
    match (first, second) {
        (Kind::Prose(path, line), Kind::Prose(other, next)) => path == other && next == line + 1,
        _ => false,
    }
}
