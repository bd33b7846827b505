//! Fixed lists of words, looked for all at once: a list of a hundred costs no more than one word.

use std::sync::OnceLock;

use aho_corasick::AhoCorasick;

/// A list of words, made ready when it is first used.
#[derive(Debug)]
pub struct Words {
    list: &'static [&'static str],
    ready: OnceLock<Option<AhoCorasick>>,
}

impl Words {
    /// A list; none of its words is empty.
    pub const fn new(list: &'static [&'static str]) -> Self {
        Self { list, ready: OnceLock::new() }
    }

    /// Whether any of them stands in a text.
    pub fn are_in(&self, text: &str) -> bool {
        match self.ready() {
            Some(ready) => ready.is_match(text),
            None => self.list.iter().any(|w| text.contains(w)),
        }
    }

    /// Where the first of them to end ends.
    pub fn first_end(&self, text: &str) -> Option<usize> {
        match self.ready() {
            Some(ready) => ready.find(text).map(|hit| hit.end()),
            None => self.list.iter().filter_map(|w| text.find(w).map(|at| at + w.len())).min(),
        }
    }

    /// Each place of each of them, in the order in which they end; one may lie within another.
    pub fn places(&self, text: &str) -> Vec<(usize, &'static str)> {
        match self.ready() {
            Some(ready) => {
                let hits = ready.find_overlapping_iter(text);
                hits.map(|hit| (hit.start(), self.list[hit.pattern().as_usize()])).collect()
            }
            None => {
                let mut all: Vec<_> =
                    self.list.iter().flat_map(|w| text.match_indices(w).map(|(at, _)| (at, *w))).collect();
                all.sort_by_key(|(at, w)| at + w.len());
                all
            }
        }
    }

    /// `None` only where a list is too long to be made ready, so that its words are looked for one by one.
    fn ready(&self) -> Option<&AhoCorasick> {
        // What is looked for is Chinese in Chinese, where no byte is rare enough to skip to.
        self.ready.get_or_init(|| AhoCorasick::builder().prefilter(false).build(self.list).ok()).as_ref()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_found_wherever_they_stand() {
        static WORDS: Words = Words::new(&["正在", "在办", "未"]);
        assert!(WORDS.are_in("2件正在办理") && !WORDS.are_in("2件办结"));
        assert_eq!(WORDS.places("未正在办"), [(0, "未"), (3, "正在"), (6, "在办")]);
        assert_eq!(WORDS.first_end("2件正在办理，未结"), Some(10));
        assert_eq!(WORDS.first_end("办结"), None);
    }
}
