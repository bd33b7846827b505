//! Two measures with the same text, or nearly.

use std::collections::HashMap;

use super::Rule;
use crate::check::{Finding, Kind, Record, Spot};
use crate::diag::Severity;
use crate::lang::Msg;

/// A measure that says what another says: copied for a second issue, or left in after a move.
pub const RULE: Rule = Rule { code: "repeated-measure", severity: Severity::Warning, find };

/// Shorter texts are alike by nature.
const SHORTEST: usize = 20;
/// How many characters are compared as one piece.
const PIECE: usize = 6;
/// A piece that more measures share is a turn of phrase.
const COMMON: usize = 6;

struct Text<'r> {
    at: usize,
    words: &'r str,
    /// One piece in four, which say as much as all of them.
    some: Vec<u64>,
}

fn find(record: &Record<'_>) -> Vec<Finding> {
    let texts: Vec<Text<'_>> = record
        .of_kind(|k| matches!(k, Kind::Measure))
        .filter_map(|(at, p)| some(&p.text).map(|some| Text { at, words: &p.text, some }))
        .collect();
    let mut seen: HashMap<u64, Vec<usize>> = HashMap::new();
    let mut out = Vec::new();
    for (n, text) in texts.iter().enumerate() {
        if let Some((other, alike)) = nearest(&texts, &seen, text) {
            out.push(finding(text, &texts[other], alike));
        }
        for piece in &text.some {
            let list = seen.entry(*piece).or_default();
            if list.len() < COMMON && list.last() != Some(&n) {
                list.push(n);
            }
        }
    }
    out
}

/// The earlier text that shares most, if that is nearly all of both, and whether it is all.
fn nearest(texts: &[Text<'_>], seen: &HashMap<u64, Vec<usize>>, text: &Text<'_>) -> Option<(usize, bool)> {
    let mut shared: HashMap<usize, usize> = HashMap::new();
    for other in text.some.iter().filter_map(|p| seen.get(p)).flatten() {
        *shared.entry(*other).or_default() += 1;
    }
    let (other, shared) = shared.into_iter().max_by_key(|(other, n)| (*n, usize::MAX - *other))?;
    if shared * 2 < text.some.len() {
        return None;
    }
    let (a, b) = (pieces(text.words), pieces(texts[other].words));
    let (both, most) = (common(&a, &b), a.len().max(b.len()));
    // A few words or a date may differ: a sixth of all, or one change in a short text.
    let near = both * 6 >= most * 5 || (most - both <= PIECE + 2 && both * 3 >= most * 2);
    near.then_some((other, both == a.len() && both == b.len()))
}

/// How many pieces two sorted lists share.
fn common(a: &[u64], b: &[u64]) -> usize {
    let (mut i, mut j, mut n) = (0, 0, 0);
    while i < a.len() && j < b.len() {
        match a[i].cmp(&b[j]) {
            std::cmp::Ordering::Less => i += 1,
            std::cmp::Ordering::Greater => j += 1,
            std::cmp::Ordering::Equal => (i, j, n) = (i + 1, j + 1, n + 1),
        }
    }
    n
}

/// One piece in four of a text that is long enough to compare.
fn some(text: &str) -> Option<Vec<u64>> {
    let mut all = hashes(text);
    let long = all.len() + PIECE > SHORTEST;
    all.retain(|hash| hash % 4 == 0);
    long.then_some(all)
}

/// Every stretch of six characters, marks aside, as a sorted list of hashes.
fn pieces(text: &str) -> Vec<u64> {
    let mut all = hashes(text);
    all.sort_unstable();
    all.dedup();
    all
}

fn hashes(text: &str) -> Vec<u64> {
    let chars: Vec<u64> = text.chars().filter(|c| c.is_alphanumeric()).map(u64::from).collect();
    let step = |h: u64, c: &u64| (h ^ c).wrapping_mul(0x100_0000_01B3).rotate_left(23);
    chars.windows(PIECE).map(|piece| piece.iter().fold(0xCBF2_9CE4_8422_2325, step)).collect()
}

fn finding(here: &Text<'_>, there: &Text<'_>, alike: bool) -> Finding {
    let whole = |text: &Text<'_>| Spot::Text(text.at, 0..text.words.trim_end().len());
    let message = Msg::new(if alike { "found-repeated" } else { "found-nearly-repeated" });
    Finding::new(whole(here), message)
        .hint(Msg::new("found-repeated-hint"))
        .related(whole(there), Msg::new("found-repeated-here"))
}
