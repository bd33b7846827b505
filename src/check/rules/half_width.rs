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
    // Documents are named as they are filed.
    let own = record.of_kind(|k| {
        !matches!(k, Kind::Explanation | Kind::Contact(_) | Kind::Label(_) | Kind::Evidence(..))
    });
    unlike(&own.map(|(at, p)| (at, p, marks(&p.text))).collect::<Vec<_>>())
}

fn unlike(texts: &[(usize, &Passage<'_>, Vec<Mark>)]) -> Vec<Finding> {
    let mut count = [[0_usize; 2]; PAIRS.len()];
    for mark in texts.iter().flat_map(|(_, _, marks)| marks) {
        count[mark.row][usize::from(mark.half)] += 1;
    }
    let folded = (0..PAIRS.len()).filter(|row| !ALWAYS_FULL.contains(row));
    let [full, half] = folded.fold([0, 0], |[f, h], row| [f + count[row][0], h + count[row][1]]);
    let wants: Vec<Option<bool>> =
        (0..PAIRS.len()).map(|row| wants_half(row, count[row], [full, half])).collect();
    let mut out = Vec::new();
    for (at, p, marks) in texts {
        out.extend(
            marks
                .iter()
                .filter(|m| wants[m.row].is_some_and(|w| w != m.half))
                .map(|m| finding(*at, &p.text, *m)),
        );
    }
    out
}

/// Which width a kind of mark should have in a text with so many in full and half width of it, and of all; `None` where the
/// text does not say.
fn wants_half(row: usize, [own_full, own_half]: [usize; 2], [full, half]: [usize; 2]) -> Option<bool> {
    let (most, least) = (own_half.max(own_full), own_half.min(own_full));
    if ALWAYS_FULL.contains(&row) {
        return Some(false);
    }
    // A kind of mark may have a width of its own, if it keeps to it.
    if most >= 3 && least * 4 <= most {
        let folded = own_half > own_full;
        return (!folded || half >= FOLDED || least == 0).then_some(folded);
    }
    if half <= full { Some(false) } else { (half >= FOLDED && full * 4 <= half).then_some(true) }
}

/// A text with so many half-width marks was folded as a whole.
const FOLDED: usize = 20;

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
