//! Items of a list whose number stands straight before a figure: `1.64处`, `2.38家`. Alone each reads like a decimal; the count of
//! the lines around it tells that it is none.

use super::passage::{Kind, Passage};
use crate::zh::quantity::find_all;

/// Tells each passage where the points are that end the number of an item.
pub fn mark(passages: &mut [Passage<'_>]) {
    let may_be =
        |p: &Passage<'_>| p.text.lines().any(|line| pointed(line).is_some_and(|(_, _, glued)| glued));
    // Hardly any notice has one.
    if !passages.iter().any(may_be) {
        return;
    }
    let mut from = 0;
    while from < passages.len() {
        let len = 1 + passages[from + 1..].iter().take_while(|p| is_of_one_list(&passages[from], p)).count();
        mark_in(&mut passages[from..from + len]);
        from += len;
    }
}

/// Whether two passages are lines of one file; other passages are texts of their own.
fn is_of_one_list(a: &Passage<'_>, b: &Passage<'_>) -> bool {
    matches!((a.kind, b.kind), (Kind::Prose(a, _), Kind::Prose(b, _)) if a == b)
}

/// A line that begins with a number and a point.
struct Line {
    passage: usize,
    point: usize,
    number: u32,
    glued: bool,
}

fn mark_in(passages: &mut [Passage<'_>]) {
    let mut lines = Vec::new();
    for (passage, p) in passages.iter().enumerate() {
        let mut start = 0;
        for line in p.text.split('\n') {
            let found = pointed(line);
            lines.extend(found.map(|(number, point, glued)| Line {
                passage,
                point: start + point,
                number,
                glued,
            }));
            start += line.len() + 1;
        }
    }
    let mut last = 0;
    for (n, line) in lines.iter().enumerate() {
        let next = lines.get(n + 1).map(|l| l.number);
        let goes_on = line.number == last + 1 && next != Some(line.number);
        let begins = line.number == 1 && last != 1 && next == Some(2);
        if !line.glued {
            last = line.number;
        } else if begins || last > 0 && goes_on {
            last = line.number;
            passages[line.passage].points.push(line.point);
        }
    }
}

/// The number of at most two digits that a line begins with, the place of the point behind it, and whether a figure with its unit
/// follows at once.
fn pointed(line: &str) -> Option<(u32, usize, bool)> {
    let start = line.len() - line.trim_start().len();
    let own = line[start..].bytes().take_while(u8::is_ascii_digit).count();
    let point = start + own;
    let number = line[start..point].parse::<u32>().ok().filter(|n| *n > 0 && own <= 2)?;
    line[point..].starts_with('.').then_some(())?;
    let rest = &line[point + 1..];
    if !rest.starts_with(|c: char| c.is_ascii_digit()) {
        return Some((number, point, false));
    }
    let digits = rest.bytes().take_while(u8::is_ascii_digit).count();
    let dated = rest[digits..].starts_with(['年', '月', '日']);
    let counted = || find_all(rest).first().is_some_and(|q| q.range.start == 0 && !q.unit.is_empty());
    (!rest.starts_with('0') && (dated || counted())).then_some((number, point, true))
}
