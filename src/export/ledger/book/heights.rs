//! How high a row has to be: programs fit no row to its merged cells.

use unicode_width::UnicodeWidthStr as _;

/// Points that a line of text takes.
const LINE: f64 = 14.5;
/// The highest that a row can be, in points.
const HIGHEST: f64 = 409.0;

/// Lines that words take in a column so many characters wide.
pub fn lines(words: &str, width: f64) -> usize {
    // A column holds a little less than its width; at least one character.
    let room = ((width - 1.0) as usize).max(2);
    words.split('\n').map(|line| line.width().div_ceil(room).max(1)).sum()
}

/// The height of a row of so many lines.
pub fn points(lines: usize) -> f64 {
    (f64::from(u32::try_from(lines).unwrap_or(u32::MAX)) * LINE + 4.0).min(HIGHEST)
}
