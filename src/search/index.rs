//! Pairs of characters and the documents that have them.

use std::ops::Range;

use rayon::prelude::*;

use super::passages::{PageReader, Passage, fold};
use super::{code, days};
use crate::model::{Numbers, Site};

/// A pair in a document as one number: two characters of 21 bits, the document in 21, and whether the pair is in its title.
type Key = u64;

/// The pairs in order, cut into buckets by their first character, so that a search for one character finds its bucket too.
#[derive(Debug, Default)]
pub struct Index {
    keys: Vec<Key>,
    /// For each bucket the stretches of `keys` in it, one a first character.
    buckets: Vec<Vec<Range<usize>>>,
    /// Into how many parts each bucket is cut, by the second character: a power of two, as its exponent.
    cuts: Vec<u8>,
}

/// Keys that a script of pairs should have at most, of a bucket with several characters and of a part of one.
const BUCKET: usize = 120;
const PART: usize = 8_000;
const MOST_BUCKETS: usize = 2048;
const MOST_CUTS: u8 = 5;
/// What stands for the end of a word, so that its last character begins a pair as well.
const END: char = '\0';
/// What fits in a key.
const MOST_DOCUMENTS: usize = 1 << 21;

/// The index of documents, and how many characters they have.
pub fn build(site: &Site, documents: &[(usize, usize)], reader: &PageReader<'_>) -> (Index, usize) {
    let numbers: Vec<Numbers> = site.notices.par_iter().map(Numbers::of).collect();
    let of = |(at, (n, i)): (usize, &(usize, usize))| {
        pairs(at, &reader.passages(&site.notices[*n], *i, &numbers[*n]))
    };
    let known = &documents[..documents.len().min(MOST_DOCUMENTS)];
    let found: Vec<(Vec<Key>, usize)> = known.par_iter().enumerate().map(of).collect();
    let characters = found.iter().map(|(_, n)| n).sum();
    let mut keys = Vec::with_capacity(found.iter().map(|(keys, _)| keys.len()).sum());
    found.into_iter().for_each(|(own, _)| keys.extend(own));
    keys.par_sort_unstable();
    (Index::cut(keys), characters)
}

/// The pairs of a document, each once.
fn pairs(document: usize, passages: &[Passage<'_>]) -> (Vec<Key>, usize) {
    let mut out = Vec::new();
    let mut folded = Vec::new();
    for (at, passage) in passages.iter().enumerate() {
        let title = Key::from(at == 0);
        let key = |a: char, b: char| {
            Key::from(u32::from(a)) << 43 | Key::from(u32::from(b)) << 22 | (document as Key) << 1 | title
        };
        folded.clear();
        folded.extend(passage.text.chars().map(fold).map(|c| if c == ' ' { END } else { c }).chain([END]));
        out.extend(folded.windows(2).filter(|pair| pair[0] != END).map(|pair| key(pair[0], pair[1])));
        for (place, c) in folded.iter().enumerate() {
            match c {
                '月' => out.extend(days::at(&folded, place).map(|(a, b)| key(a, b))),
                '年' => out.extend(days::after_year(&folded, place).map(|(a, b)| key(a, b))),
                _ => {}
            }
        }
    }
    let characters = out.len();
    out.sort_unstable();
    // Of the same pair in title and text, the one in the title counts; it stands last.
    out.dedup_by(|later, earlier| {
        let same = *later >> 1 == *earlier >> 1;
        *earlier |= Key::from(same) & *later;
        same
    });
    (out, characters)
}

fn first(key: Key) -> u32 {
    // A character has 21 bits.
    (key >> 43) as u32
}

fn second(key: Key) -> u32 {
    (key >> 22) as u32 & 0x1f_ffff
}

impl Index {
    fn cut(keys: Vec<Key>) -> Self {
        let count = (keys.len() / BUCKET).max(1).next_power_of_two().min(MOST_BUCKETS);
        let mut buckets = vec![Vec::new(); count];
        let mut start = 0;
        for run in keys.chunk_by(|a, b| first(*a) == first(*b)) {
            buckets[first(run[0]) as usize % count].push(start..start + run.len());
            start += run.len();
        }
        let size = |bucket: &Vec<Range<usize>>| bucket.iter().map(ExactSizeIterator::len).sum::<usize>();
        let cut = |bucket| (0..MOST_CUTS).find(|n| size(bucket) >> n <= PART).unwrap_or(MOST_CUTS);
        let cuts = buckets.iter().map(cut).collect();
        Self { keys, buckets, cuts }
    }

    /// How many buckets there are.
    pub fn buckets(&self) -> usize {
        self.buckets.len()
    }

    /// How often each bucket is halved, a digit a bucket.
    pub fn cuts(&self) -> String {
        self.cuts.iter().map(|n| char::from(b'0' + n)).collect()
    }

    /// Every part of every bucket.
    pub fn parts(&self) -> impl Iterator<Item = (u16, u8)> {
        // There are 2048 buckets of 32 parts at most.
        let parts = |(bucket, cuts): (usize, &u8)| (0..1_u8 << cuts).map(move |part| (bucket as u16, part));
        self.cuts.iter().enumerate().flat_map(parts)
    }

    /// The pairs of a part as JSON, each with its documents: twice the document, and one more where the pair is in its title.
    pub fn part(&self, bucket: u16, part: u8) -> String {
        let cuts = self.cuts[usize::from(bucket)];
        let mask = (1_u32 << cuts) - 1;
        let mut out = "{".to_owned();
        for run in &self.buckets[usize::from(bucket)] {
            let same = self.keys[run.clone()].chunk_by(|a, b| *a >> 22 == *b >> 22);
            for keys in same.filter(|keys| second(keys[0]) & mask == u32::from(part)) {
                let pair = [first(keys[0]), second(keys[0])].map(char::from_u32);
                let pair: String = pair.into_iter().flatten().filter(|c| *c != END).collect();
                out.push_str(if out.len() > 1 { "," } else { "" });
                // A text is always JSON.
                out.push_str(&serde_json::to_string(&pair).unwrap_or_default());
                out.push_str(":\"");
                // The lower 22 bits.
                code::push_all(&mut out, keys.iter().map(|key| (*key & 0x3f_ffff) as u32));
                out.push('"');
            }
        }
        out.push('}');
        out
    }
}
