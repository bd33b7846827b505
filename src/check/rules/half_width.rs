//! Marks of one width among marks of the other.

use super::Rule;
use crate::check::{Finding, Kind, Passage, Record};
use crate::diag::Severity;
use crate::lang::Msg;
use crate::zh::marks::{Mark, PAIRS, marks};

/// A half-width comma in a text with full-width ones. A text whose marks are all half-width, as web pages often fold them, is
/// taken as it is; 。 and “” are full-width everywhere.
pub const RULE: Rule = Rule { code: "half-width", severity: Severity::Warning, find };

/// Marks that no folding changes.
const ALWAYS_FULL: [usize; 2] = [1, 8];

fn find(record: &Record<'_>) -> Vec<Finding> {
    let of = |wanted: fn(Kind<'_>) -> bool| {
        let own = record.of_kind(wanted).map(|(at, p)| (at, p, marks(&p.text)));
        unlike(&own.collect::<Vec<_>>())
    };
    let mut out = of(|k| !matches!(k, Kind::Explanation | Kind::Contact(_) | Kind::Label(_)));
    out.extend(of(|k| matches!(k, Kind::Explanation)));
    out
}

fn unlike(texts: &[(usize, &Passage<'_>, Vec<Mark>)]) -> Vec<Finding> {
    let mut count = [[0_usize; 2]; PAIRS.len()];
    for mark in texts.iter().flat_map(|(_, _, marks)| marks) {
        count[mark.row][usize::from(mark.half)] += 1;
    }
    let folded = (0..PAIRS.len()).filter(|row| !ALWAYS_FULL.contains(row));
    let [full, half] = folded.fold([0, 0], |[f, h], row| [f + count[row][0], h + count[row][1]]);
    let wants_half = |row: usize| {
        let [f, h] = count[row];
        match () {
            () if ALWAYS_FULL.contains(&row) => false,
            // A kind of mark may have a width of its own, if it keeps to it.
            () if h.max(f) >= 3 && h.min(f) * 4 <= h.max(f) => h > f,
            () => half > full,
        }
    };
    let wants: Vec<bool> = (0..PAIRS.len()).map(wants_half).collect();
    let mut out = Vec::new();
    for (at, p, marks) in texts {
        out.extend(marks.iter().filter(|m| m.half != wants[m.row]).map(|m| finding(*at, &p.text, *m)));
    }
    out
}

fn finding(at: usize, text: &str, mark: Mark) -> Finding {
    let (half, full) = PAIRS[mark.row];
    let (is, should) = if mark.half { (half, full) } else { (full, half) };
    let id = if mark.half { "found-half-width" } else { "found-full-width" };
    let end = mark.at + is.len_utf8();
    let message = Msg::new(id).with("is", is.to_string()).with("should", should.to_string());
    let before = text[..mark.at].char_indices().rev().nth(3).map_or(0, |(i, _)| i);
    let after = text[end..].char_indices().nth(4).map_or(text.len(), |(i, _)| end + i);
    let right = format!("{}{should}{}", &text[before..mark.at], &text[end..after]).replace('\n', "");
    Finding::at(at, mark.at..end, message).hint(Msg::new("found-half-width-hint").with("text", right))
}
