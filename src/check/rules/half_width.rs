//! Marks of one width among marks of the other.

use std::ops::Range;

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
    let own = |k: Kind<'_>| !matches!(k, Kind::Contact(_) | Kind::Label(_) | Kind::Evidence(..));
    let (apart, signed): (Vec<_>, Vec<_>) = record
        .of_kind(own)
        .filter(|(_, p)| !(matches!(p.kind, Kind::Explanation) && holds_code(record, p)))
        .map(|(at, p)| (at, p, marks(&p.text)))
        .partition(|(_, p, _)| matches!(p.kind, Kind::Explanation));
    // An explanation is no part of the signed text, and need not be folded as that is.
    let mut out = unlike(&signed);
    out.extend(unlike(&apart));
    out
}

/// Whether an explanation shows a table or a command as it was typed, whose marks are its own.
fn holds_code(record: &Record<'_>, p: &Passage<'_>) -> bool {
    let body = record.issue_of(p).and_then(|i| i.body.as_deref());
    body.is_some_and(|body| body.contains('`') || body.contains("~~~"))
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
    let wrong = |m: &&Mark| wants[m.row].is_some_and(|w| w != m.half);
    let mut out = Vec::new();
    for (at, p, marks) in texts {
        let wrong: Vec<Mark> = marks.iter().filter(wrong).copied().collect();
        out.extend(wrong.iter().map(|m| finding(*at, &p.text, *m, &wrong)));
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

fn finding(at: usize, text: &str, mark: Mark, wrong: &[Mark]) -> Finding {
    let (half, full) = PAIRS[mark.row];
    let full = if half == '"' && is_closing(text, mark.at) { '”' } else { full };
    let (is, should) = if mark.half { (half, full) } else { (full, half) };
    let id = if mark.half { "found-half-width" } else { "found-full-width" };
    let end = mark.at + is.len_utf8();
    let message = Msg::new(id).with("is", is.to_string()).with("should", should.to_string());
    Finding::at(at, mark.at..end, message)
        .mend(text, should.to_string(), is_sure(text, mark, wrong))
        .half_of(pair(text, mark))
}

/// Where the pair begins that a bracket belongs to; the straight quotes of a line go together.
fn pair(text: &str, mark: Mark) -> Option<usize> {
    match PAIRS[mark.row].0 {
        '"' => Some(line_around(text, mark.at).start),
        '(' | ')' => partner(text, mark.at).map(|(at, _)| at.min(mark.at)),
        _ => None,
    }
}

/// Where the mark is one of a pair, the other has to come along; a point may be one of three.
fn is_sure(text: &str, mark: Mark, wrong: &[Mark]) -> bool {
    let (half, full) = PAIRS[mark.row];
    let line = line_around(text, mark.at);
    match half {
        '"' => {
            let own = wrong.iter().filter(|m| m.row == mark.row && line.contains(&m.at)).count();
            let quotes = text[line.clone()].matches('"').count();
            quotes == own && quotes.is_multiple_of(2) && !text[line].contains(['“', '”'])
        }
        '(' | ')' => partner(text, mark.at).is_some_and(|(at, width_half)| {
            width_half != mark.half || wrong.iter().any(|m| m.at == at && m.half == mark.half)
        }),
        '.' => !text[mark.at..].starts_with("..") && !text[..mark.at].ends_with('.'),
        _ => !text[mark.at..].chars().skip(1).take(1).any(|c| c == half || c == full),
    }
}

/// Whether a straight quote closes: an odd number of them stands before it in its line.
fn is_closing(text: &str, at: usize) -> bool {
    !text[line_around(text, at).start..at].matches('"').count().is_multiple_of(2)
}

fn line_around(text: &str, at: usize) -> Range<usize> {
    let start = text[..at].rfind('\n').map_or(0, |n| n + 1);
    start..text[at..].find('\n').map_or(text.len(), |n| at + n)
}

/// The other bracket of a pair, of whatever width: where it stands, and whether it is a half-width one.
fn partner(text: &str, at: usize) -> Option<(usize, bool)> {
    let line = line_around(text, at);
    let mut open: Vec<(usize, bool)> = Vec::new();
    for (place, c) in text[line.clone()].char_indices().map(|(i, c)| (line.start + i, c)) {
        match c {
            '(' | '（' => open.push((place, c == '(')),
            ')' | '）' => {
                let (opens, half) = open.pop()?;
                if place == at {
                    return Some((opens, half));
                }
                if opens == at {
                    return Some((place, c == ')'));
                }
            }
            _ => {}
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The text with what is sure put right, as if it stood in a notice with full-width marks.
    fn mended(text: &str) -> String {
        let wrong: Vec<Mark> = marks(text).into_iter().filter(|m| m.half).collect();
        let mut out = text.to_owned();
        for mark in wrong.iter().rev() {
            let found = finding(0, text, *mark, &wrong);
            if let Some(mend) = found.mend.filter(|m| m.sure) {
                out.replace_range(mark.at..mark.at + 1, &mend.text);
            }
        }
        out
    }

    #[test]
    fn what_is_sure_is_put_right_and_pairs_keep_together() {
        assert_eq!(mended("召开会议,研究部署.完成"), "召开会议，研究部署。完成");
        assert_eq!(mended("每册(含电子版)一份"), "每册（含电子版）一份");
        assert_eq!(mended("落实\"三重一大\"制度"), "落实“三重一大”制度");
        for unsure in ["见第3条(1)", "等...", "落实\"三重一大制度", "每册（含电子版)a"] {
            let kept = unsure.replace("版)", "版）");
            assert_eq!(mended(unsure), kept, "{unsure}");
        }
    }
}
