//! Measures that follow each other within a line: `（1）…。（2）…。`

use std::ops::Range;

use crate::model::Pattern;

/// Where a measure begins within a line.
pub struct Start {
    /// Its number.
    pub n: u32,
    /// Where its number stands.
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
        let at = end + stop.len();
        let (n, rest) = pattern.read(&line[at..]).filter(|(n, _)| *n == *last + 1)?;
        *last = n;
        Some(Start { n, mark: at..line.len() - rest.len() })
    };
    line.match_indices(['。', '；', ';', '！', '!']).filter_map(start).collect()
}
