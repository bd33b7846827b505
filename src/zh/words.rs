//! Where words end.

use icu_segmenter::WordSegmenter;
use icu_segmenter::options::WordBreakInvariantOptions;

/// The words of a text (UAX #29, with a dictionary for Chinese); marks and spaces are words of their own.
pub fn words(text: &str) -> Vec<&str> {
    let segmenter = WordSegmenter::new_dictionary(WordBreakInvariantOptions::default());
    let ends: Vec<usize> = segmenter.segment_str(text).collect();
    ends.windows(2).map(|pair| &text[pair[0]..pair[1]]).collect()
}
