//! Pairs of characters and the documents that have them.

use rayon::prelude::*;

use super::passages::{PageReader, Passage, fold};
use super::{code, days};
use crate::model::{Numbers, Site};

/// A pair in a document as one number: two characters of 21 bits, the document in 21, and whether the pair is in its title.
type Key = u64;

/// The pairs cut into buckets by their first character, so that a search for one character finds its bucket too.
#[derive(Debug, Default)]
pub struct Index {
    /// For each bucket the scripts of its parts: it is cut by the second character into a power of two of them.
    buckets: Vec<Vec<String>>,
}

/// What is made of the documents.
pub struct Built {
    /// Their pairs.
    pub index: Index,
    /// The passages of each as JSON: a list of pairs, the id of an element and its words.
    pub texts: Vec<String>,
    /// How many characters they have.
    pub characters: usize,
}

/// Into how many groups pairs are sorted, by their first character: each is small enough to be sorted near the processor.
const GROUPS: usize = 64;
/// Keys of that many documents that mostly come to a group.
const ROOM: usize = 2048;
/// Documents that are read at a time on a thread.
const AT_A_TIME: usize = 128;
/// Keys that a script of pairs should have at most, of a bucket with several characters and of a part of one.
const BUCKET: usize = 120;
const PART: usize = 8_000;
const MOST_BUCKETS: usize = 2048;
const MOST_CUTS: u8 = 5;
/// What stands for the end of a word, so that its last character begins a pair as well.
const END: char = '\0';
/// What fits in a key.
const MOST_DOCUMENTS: usize = 1 << 21;

/// Reads documents, each once, and makes their index. What is made is kept as it is written: that takes a quarter of the room
/// of keys.
pub fn build(site: &Site, documents: &[(usize, usize)], reader: &PageReader<'_>) -> Built {
    let numbers: Vec<Numbers> = site.notices.par_iter().map(Numbers::of).collect();
    let known = &documents[..documents.len().min(MOST_DOCUMENTS)];
    let read = |(chunk, documents): (usize, &[(usize, usize)])| {
        let mut groups: Vec<_> = (0..GROUPS).map(|_| Vec::with_capacity(ROOM)).collect();
        let (mut seen, mut characters) = (Seen::default(), 0);
        let mut texts = Vec::with_capacity(documents.len());
        for (at, (n, i)) in (chunk * AT_A_TIME..).zip(documents) {
            let passages = reader.passages(&site.notices[*n], *i, &numbers[*n]);
            pairs(at, &passages, &mut |key| {
                characters += 1;
                if !seen.again(key) {
                    groups[first(key) as usize % GROUPS].push(key);
                }
            });
            let own: Vec<(&str, &str)> =
                passages.iter().map(|p| (p.anchor.as_str(), p.text.as_ref())).collect();
            // Texts and lists of texts are always JSON.
            texts.push(serde_json::to_string(&own).unwrap_or_default());
        }
        groups.iter_mut().for_each(Vec::shrink_to_fit);
        (groups, texts, characters)
    };
    let found: Vec<(Vec<Vec<Key>>, Vec<String>, usize)> =
        known.par_chunks(AT_A_TIME).enumerate().map(read).collect();
    let characters = found.iter().map(|(_, _, characters)| characters).sum();
    let (mut parts, mut texts) = (Vec::with_capacity(found.len()), Vec::with_capacity(known.len()));
    for (groups, more, _) in found {
        parts.push(groups);
        texts.extend(more);
    }
    Built { index: Index::of(parts), texts, characters }
}

/// Pairs of a document that were met a moment ago. It forgets some, but never takes one for another.
struct Seen(Box<[Key; SEEN]>);

const SEEN: usize = 1 << 12;

impl Default for Seen {
    fn default() -> Self {
        Self(Box::new([Key::MAX; SEEN]))
    }
}

impl Seen {
    /// Whether a pair stands in its document once more. Its title comes first, and what stands there counts for more.
    fn again(&mut self, key: Key) -> bool {
        let key = key >> 1;
        // The upper bits of a product with an odd number depend on every bit of the key.
        let place = (key.wrapping_mul(0x9e37_79b9_7f4a_7c15) >> (64 - SEEN.trailing_zeros())) as usize;
        std::mem::replace(&mut self.0[place], key) == key
    }
}

/// One group of what chunks of documents have: in order, each pair once for a document.
fn in_order(parts: Vec<Vec<Key>>) -> Vec<Key> {
    let mut keys = parts.concat();
    drop(parts);
    // Documents come in order, and this sort leaves them so.
    radsort::sort_by_key(&mut keys, |key| key >> 22);
    keys.dedup_by_key(|key| *key >> 1);
    keys
}

/// Hands over the pairs of a document, as often as they stand in it.
fn pairs(document: usize, passages: &[Passage<'_>], take: &mut impl FnMut(Key)) {
    let mut folded = Vec::new();
    for (at, passage) in passages.iter().enumerate() {
        let title = Key::from(at == 0);
        let key = |a: char, b: char| {
            Key::from(u32::from(a)) << 43 | Key::from(u32::from(b)) << 22 | (document as Key) << 1 | title
        };
        folded.clear();
        folded.extend(passage.text.chars().map(fold).map(|c| if c == ' ' { END } else { c }).chain([END]));
        folded.windows(2).filter(|pair| pair[0] != END).for_each(|pair| take(key(pair[0], pair[1])));
        for (place, c) in folded.iter().enumerate() {
            match c {
                '月' => days::at(&folded, place).for_each(|(a, b)| take(key(a, b))),
                '年' => days::after_year(&folded, place).for_each(|(a, b)| take(key(a, b))),
                _ => {}
            }
        }
    }
}

fn first(key: Key) -> u32 {
    // A character has 21 bits.
    (key >> 43) as u32
}

fn second(key: Key) -> u32 {
    (key >> 22) as u32 & 0x1f_ffff
}

impl Index {
    /// The index of what chunks of documents have, each in groups. A group becomes scripts as soon as it is in order, so that
    /// not all pairs stand in memory twice.
    fn of(chunks: Vec<Vec<Vec<Key>>>) -> Self {
        // Pairs that were met twice too far apart count twice here, so that a bucket may be halved once more than it had to.
        let size: usize = chunks.iter().flatten().map(Vec::len).sum();
        let count = (size / BUCKET).max(1).next_power_of_two().min(MOST_BUCKETS);
        // Both are powers of two, so that a bucket is of one group.
        let joint = GROUPS.min(count);
        let mut groups: Vec<Vec<Vec<Key>>> = (0..joint).map(|_| Vec::new()).collect();
        for (group, keys) in chunks.into_iter().flat_map(|chunk| chunk.into_iter().enumerate()) {
            groups[group % joint].push(keys);
        }
        let made: Vec<Vec<Vec<String>>> =
            groups.into_par_iter().map(|parts| scripts(&in_order(parts), count, joint)).collect();
        let mut made: Vec<_> = made.into_iter().map(Vec::into_iter).collect();
        let buckets = (0..count).filter_map(|bucket| made[bucket % joint].next()).collect();
        Self { buckets }
    }

    /// How many buckets there are.
    pub fn buckets(&self) -> usize {
        self.buckets.len()
    }

    /// How often each bucket is halved, a digit a bucket.
    pub fn cuts(&self) -> String {
        self.buckets.iter().map(|parts| char::from(b'0' + parts.len().trailing_zeros() as u8)).collect()
    }

    /// Every part of every bucket.
    pub fn parts(&self) -> impl Iterator<Item = (u16, u8)> {
        // There are 2048 buckets of 32 parts at most.
        let parts = |(bucket, parts): (usize, &Vec<String>)| {
            (0..parts.len()).map(move |part| (bucket as u16, part as u8))
        };
        self.buckets.iter().enumerate().flat_map(parts)
    }

    /// The pairs of a part as JSON, each with its documents: twice the document, and one more where the pair is in its title.
    pub fn part(&self, bucket: u16, part: u8) -> &str {
        &self.buckets[usize::from(bucket)][usize::from(part)]
    }
}

/// The scripts of a group of pairs in order: those of each of its buckets, of which there are `count` in `joint` groups.
fn scripts(keys: &[Key], count: usize, joint: usize) -> Vec<Vec<String>> {
    let mut buckets = vec![Vec::new(); count / joint];
    for same in keys.chunk_by(|a, b| first(*a) == first(*b)) {
        buckets[first(same[0]) as usize % count / joint].push(same);
    }
    buckets.iter().map(|bucket| parts(bucket)).collect()
}

/// The parts of a bucket, each as [`Index::part`] gives it, from its pairs by their first character.
fn parts(bucket: &[&[Key]]) -> Vec<String> {
    let size = bucket.iter().map(|keys| keys.len()).sum::<usize>();
    let cuts = (0..MOST_CUTS).find(|n| size >> n <= PART).unwrap_or(MOST_CUTS);
    let mut parts = vec!["{".to_owned(); 1 << cuts];
    for same in bucket {
        for keys in same.chunk_by(|a, b| *a >> 22 == *b >> 22) {
            let out = &mut parts[second(keys[0]) as usize % (1 << cuts)];
            let pair = [first(keys[0]), second(keys[0])].map(char::from_u32);
            let pair: String = pair.into_iter().flatten().filter(|c| *c != END).collect();
            out.push_str(if out.len() > 1 { "," } else { "" });
            // A text is always JSON.
            out.push_str(&serde_json::to_string(&pair).unwrap_or_default());
            out.push_str(":\"");
            // The lower 22 bits.
            code::push_all(out, keys.iter().map(|key| (*key & 0x3f_ffff) as u32));
            out.push('"');
        }
    }
    for part in &mut parts {
        part.push('}');
        part.shrink_to_fit();
    }
    parts
}
