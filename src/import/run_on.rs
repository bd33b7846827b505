//! Measures that follow each other within a line: `（1）…。（2）…。`

use std::ops::Range;

use super::marks;
use crate::model::Pattern;

/// Where a measure begins within a line.
pub struct Start {
    /// Its number.
    pub n: u32,
    /// The same as a pin; 0 where it is printed otherwise than those of the notice, and so stays in the text.
    pub pin: u32,
    /// Where its number stands; nothing of it where that stays in the text.
    pub mark: Range<usize>,
}

/// The numbers within the lines of a measure that count on from `last`, each after the end of a sentence, line by line.
/// Where they reach `below`, which the next measure begins with, they count something else, and there is none.
pub fn starts(lines: &[String], pattern: &Pattern, mut last: u32, below: u32) -> Vec<Vec<Start>> {
    let mut found: Vec<_> = lines.iter().map(|line| within(line, pattern, &mut last)).collect();
    if last >= below && below > 0 {
        found.iter_mut().for_each(Vec::clear);
    }
    found
}

fn within(line: &str, pattern: &Pattern, last: &mut u32) -> Vec<Start> {
    let start = |(end, stop): (usize, &str)| {
        // ……坐得满了。”②: the mark that closes a quotation goes with the stop in it.
        let at = end + stop.len();
        let at = line.len() - line[at..].trim_start_matches(['”', '’', '）', ')']).len();
        let rest = &line[at..];
        let own = pattern.read(rest).map(|(n, text)| (n, n, rest.len() - text.len()));
        let alike =
            || marks::measure(rest).filter(|m| marks::is_alike(&m.pattern, pattern)).map(|m| (m.n, 0, 0));
        let (n, pin, len) = own.or_else(alike).filter(|(n, ..)| *n == *last + 1)?;
        *last = n;
        Some(Start { n, pin, mark: at..at + len })
    };
    line.match_indices(['。', '；', ';', '！', '!']).filter_map(start).collect()
}
