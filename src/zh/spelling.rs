//! Phrases that are only right as they stand in a list, and near misses of them in a text.

use std::collections::{HashMap, HashSet};
use std::ops::Range;

use aho_corasick::{AhoCorasick, MatchKind};

use super::around::Around;
use super::forms::{gaps, reordered, sorted, swapped};
use super::near::{Slip, difference, is_muddled, slip};

/// One phrase of a list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Phrase {
    /// As it must be written. In `“”` it is only looked for in quotes, since its words mean other things elsewhere.
    pub right: String,
    /// Other wordings that are right too.
    pub also: Vec<String>,
    /// Wordings that are wrong wherever they stand.
    pub wrong: Vec<String>,
}

impl Phrase {
    /// A phrase with nothing beside it.
    pub fn plain(right: &str) -> Self {
        Self { right: right.to_owned(), also: Vec::new(), wrong: Vec::new() }
    }
}

/// What is wrong with a line of a list.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Fault {
    /// A phrase of one character, or of none before or behind a `|` or `!`.
    Short,
    /// The phrase stands in the list already.
    Twice,
}

/// Reads a list, a phrase a line: `right | also right ! wrong`; `#` begins a comment. Faults come with the bytes of the line.
pub fn parse(text: &str) -> (Vec<Phrase>, Vec<(Range<usize>, Fault)>) {
    let (mut list, mut faults) = (Vec::<Phrase>::new(), Vec::new());
    let mut seen = HashSet::new();
    let mut at = 0;
    for line in text.split('\n') {
        let words = line.trim();
        let start = at + line.find(words).unwrap_or(0);
        at += line.len() + 1;
        if words.is_empty() || words.starts_with('#') {
            continue;
        }
        let fault = match phrase(words) {
            Some(phrase) if seen.insert(phrase.right.clone()) => {
                list.push(phrase);
                continue;
            }
            Some(_) => Fault::Twice,
            None => Fault::Short,
        };
        faults.push((start..start + words.len(), fault));
    }
    (list, faults)
}

fn phrase(line: &str) -> Option<Phrase> {
    let mut parts = line.split(['!', '！']);
    let mut right = parts.next()?.split(['|', '｜']).map(|w| w.trim().to_owned());
    let phrase = Phrase {
        right: right.next()?,
        also: right.collect(),
        wrong: parts.map(|w| w.trim().to_owned()).collect(),
    };
    let all = std::iter::once(&phrase.right).chain(&phrase.also).chain(&phrase.wrong);
    let long = |w: &String| w.trim_matches(['“', '”']).chars().count() > 1;
    all.clone().all(long).then_some(phrase)
}

/// A phrase that a text gets wrong.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Miss {
    /// What stands there.
    pub range: Range<usize>,
    /// Which phrase of the list was meant.
    pub phrase: usize,
}

/// A list made ready to look for.
#[derive(Debug)]
pub struct Speller {
    /// The list.
    pub list: Vec<Phrase>,
    phrases: Vec<Vec<char>>,
    quoted: HashMap<Vec<char>, Vec<usize>>,
    words: Finder,
    /// What each of them is.
    known: Vec<Known>,
    /// How many characters beside a half of the longest phrase a near miss of it may have.
    reach: usize,
}

/// What a word is, of which phrase of the list.
#[derive(Debug, Clone, Copy)]
enum Known {
    /// As it must be written.
    Right(usize),
    /// Wrong wherever it stands.
    Wrong(usize),
    /// The first or (`true`) the last half of it: one half of every near miss is as it should be.
    Half(usize, bool),
}

/// Shorter phrases are too near to ordinary words.
const SHORTEST: usize = 5;

impl Speller {
    /// Makes a list ready.
    pub fn new(list: Vec<Phrase>) -> Self {
        let bare = |p: &Phrase| p.right.trim_matches(['“', '”']).to_owned();
        let phrases: Vec<Vec<char>> = list.iter().map(|p| bare(p).chars().collect()).collect();
        let mut quoted: HashMap<Vec<char>, Vec<usize>> = HashMap::new();
        let (mut words, mut known) = (Vec::new(), Vec::new());
        let mut add = |word: String, what: Known| {
            words.push(word);
            known.push(what);
        };
        for (at, phrase) in list.iter().enumerate() {
            let (chars, is_quoted) = (&phrases[at], phrase.right.starts_with('“'));
            if is_quoted && chars.len() >= 4 {
                for key in gaps(chars).into_iter().chain([sorted(chars)]) {
                    quoted.entry(key).or_default().push(at);
                }
            }
            if chars.len() >= SHORTEST && !is_quoted {
                let (first, last) = chars.split_at(chars.len() / 2);
                add(first.iter().collect(), Known::Half(at, false));
                add(last.iter().collect(), Known::Half(at, true));
            }
            for right in std::iter::once(&bare(phrase)).chain(&phrase.also) {
                add(right.clone(), Known::Right(at));
            }
            // A swap in the very middle leaves neither half as it was.
            let swapped = swapped(chars).filter(|_| chars.len() >= SHORTEST);
            let reordered = if is_quoted { Vec::new() } else { reordered(&phrase.right) };
            for word in phrase.wrong.iter().chain(&swapped).chain(&reordered) {
                add(word.clone(), Known::Wrong(at));
            }
        }
        let reach = phrases.iter().map(|p| p.len() - p.len() / 2 + 2).max().unwrap_or(0);
        Self { list, phrases, quoted, words: Finder::new(words), known, reach }
    }

    /// Every phrase that a text gets wrong, in order.
    pub fn find(&self, text: &str) -> Vec<Miss> {
        let Hits { mut out, right, halves } = self.hits(text);
        // Many phrases begin or end alike: what stands around their half is read once for all.
        let mut around: Option<Around> = None;
        for (phrase, last, range) in halves {
            let own = |r: &Range<usize>| !self.goes_beyond(phrase, &text[r.clone()]);
            if right.iter().any(|r| r.start <= range.start && range.end <= r.end && own(r)) {
                continue;
            }
            let kept = around.take().filter(|a| a.last == last && a.half == range);
            let here = around.insert(kept.unwrap_or_else(|| Around::of(text, range, last, self.reach)));
            out.extend(self.near(here, phrase));
        }
        out.extend(self.in_quotes(text));
        out.retain(|m| !right.iter().any(|r| r.start <= m.range.start && m.range.end <= r.end));
        out.sort_by_key(|m| (m.range.start, std::cmp::Reverse(m.range.end)));
        out.dedup_by(|later, first| later.range.start < first.range.end);
        out
    }

    /// Whether a phrase is another with more behind or before it: the name of an office that begins with that of its house.
    fn goes_beyond(&self, phrase: usize, right: &str) -> bool {
        let whole = &self.list[phrase].right;
        whole.len() > right.len() && (whole.starts_with(right) || whole.ends_with(right))
    }

    /// The phrase that ends last in a text, the longest of those that end there.
    pub fn last(&self, text: &str) -> Option<&str> {
        let hits = self.hits(text);
        let last = hits.right.into_iter().max_by_key(|r| (r.end, std::cmp::Reverse(r.start)))?;
        Some(&text[last]).and_then(|is| self.list.iter().map(|p| p.right.as_str()).find(|right| *right == is))
    }

    /// The words of the list that stand in a text.
    fn hits(&self, text: &str) -> Hits {
        let mut hits = Hits::default();
        self.words.each(text, |word, range| match self.known[word] {
            Known::Wrong(phrase) => hits.out.push(Miss { range, phrase }),
            Known::Half(phrase, last) => hits.halves.push((phrase, last, range)),
            Known::Right(phrase) => {
                hits.out.extend(doubled_end(text, &range, phrase));
                hits.right.push(range);
            }
        });
        hits
    }

    /// What stands around one half of a phrase, if a single slip makes it of the phrase. A slip at the outer end is none:
    /// there the text may go on to something else.
    fn near(&self, around: &Around, at: usize) -> Option<Miss> {
        let (phrase, last) = (self.phrases[at].as_slice(), around.last);
        let other = if last { phrase.len() / 2 } else { phrase.len() - phrase.len() / 2 };
        let lengths = [other, other + 1, other.saturating_sub(1), other.saturating_sub(2), other + 2];
        lengths.into_iter().find_map(|len| {
            let (found, range) = around.with(len)?;
            let joined = || {
                difference(phrase, found).1.iter().any(|c| JOINTS.contains(c)) && !is_word_cut(phrase, found)
            };
            if is_muddled(phrase, found) {
                let put_in = found.len() > phrase.len() && joined();
                return (!put_in).then_some(Miss { range, phrase: at });
            }
            let slip = slip(phrase, found)?;
            if joined() {
                return None;
            }
            let outer = if last { (phrase.first(), found.first()) } else { (phrase.last(), found.last()) };
            let ends_well = match slip {
                Slip::Replaced => outer.1.is_some_and(|c| c.is_alphanumeric()),
                // The text goes on to the very characters of the phrase.
                Slip::Swapped => true,
                _ => outer.0 == outer.1,
            };
            ends_well.then_some(Miss { range, phrase: at })
        })
    }

    /// Quoted words that are a phrase but for one character.
    fn in_quotes(&self, text: &str) -> Vec<Miss> {
        let looks = !self.quoted.is_empty();
        let starts = text.match_indices('“').filter(|_| looks).map(|(at, mark)| at + mark.len());
        starts
            .filter_map(|start| {
                let len = text[start..].find('”').filter(|len| *len <= 120)?;
                let found: Vec<char> = text[start..start + len].chars().collect();
                let near = |at: &usize| {
                    let phrase = &self.phrases[*at];
                    slip(phrase, &found).is_some() || *phrase != found && sorted(phrase) == sorted(&found)
                };
                let all = gaps(&found).into_iter().chain([sorted(&found)]).find_map(|key| {
                    self.quoted.get(&key).and_then(|list| list.iter().copied().find(|at| near(at)))
                });
                all.map(|phrase| Miss { range: start..start + len, phrase })
            })
            .collect()
    }
}

/// All words that are looked for.
#[derive(Debug)]
enum Finder {
    /// In one pass.
    Ready(AhoCorasick),
    /// One by one: a list of a phrase or two is read sooner than it is made ready.
    Plain(Vec<String>),
}

impl Finder {
    fn new(words: Vec<String>) -> Self {
        let few = words.len() <= 8;
        let ready = || AhoCorasick::builder().match_kind(MatchKind::Standard).build(&words).ok();
        (!few).then(ready).flatten().map_or_else(|| Self::Plain(words.clone()), Self::Ready)
    }

    /// Each place of each word, with the word's own place in the list; one may lie within another.
    fn each(&self, text: &str, mut found: impl FnMut(usize, Range<usize>)) {
        match self {
            Self::Ready(all) => {
                for hit in all.find_overlapping_iter(text) {
                    found(hit.pattern().as_usize(), hit.range());
                }
            }
            Self::Plain(words) => {
                for (n, word) in words.iter().enumerate().filter(|(_, word)| text.contains(*word)) {
                    text.match_indices(word).for_each(|(at, _)| found(n, at..at + word.len()));
                }
            }
        }
    }
}

/// What stands in a text.
#[derive(Default)]
struct Hits {
    /// What is wrong wherever it stands.
    out: Vec<Miss>,
    /// The stretches that are right.
    right: Vec<Range<usize>>,
    /// Halves of phrases: of which, whether the last, and where.
    halves: Vec<(usize, bool, Range<usize>)>,
}

/// The phrase with its last character once more, where that begins no other word: 金山银山山，; 治党党内 goes on.
fn doubled_end(text: &str, hit: &Range<usize>, phrase: usize) -> Option<Miss> {
    let last = text[..hit.end].chars().next_back()?;
    let rest = text[hit.end..].strip_prefix(last)?;
    let ends = !rest.starts_with(char::is_alphanumeric) || FOLLOWING.iter().any(|w| rest.starts_with(w));
    ends.then(|| Miss { range: hit.start..hit.end + last.len_utf8(), phrase })
}

/// Words that follow a phrase and begin none of their own with its last character.
const FOLLOWING: [&str; 12] =
    ["的", "开展", "落实", "要求", "写进", "纳入", "作为", "贯穿", "交流", "讨论", "等", "精神"];

/// Characters that lead to something else where they stand in a phrase: 意识形态和作风 is two things.
const JOINTS: [char; 6] = ['和', '与', '及', '或', '、', '等'];

/// Whether 和 stands for 合 in 综合: 综 ends no word, so nothing is joined there.
fn is_word_cut(right: &[char], found: &[char]) -> bool {
    let at = right.iter().zip(found).take_while(|(a, b)| a == b).count();
    at > 0 && found.get(at - 1..=at) == Some(&['综', '和'])
}

#[cfg(test)]
mod tests {
    use super::*;

    fn speller() -> Speller {
        let phrase = |right: &str, also: &[&str], wrong: &[&str]| Phrase {
            right: right.to_owned(),
            also: also.iter().map(|s| (*s).to_owned()).collect(),
            wrong: wrong.iter().map(|s| (*s).to_owned()).collect(),
        };
        Speller::new(vec![
            phrase("全面从严治党", &["全面从严治军"], &[]),
            phrase("“两个维护”", &[], &[]),
            phrase("截至目前", &[], &["截止目前"]),
            phrase("批评与自我批评", &["批评和自我批评"], &[]),
        ])
    }

    fn found(text: &str) -> Vec<&str> {
        speller().find(text).into_iter().map(|m| &text[m.range]).collect()
    }

    #[test]
    fn a_phrase_as_it_stands_in_the_list_is_right() {
        for text in [
            "推进全面从严治党向纵深发展",
            "全面从严治军",
            "做到“两个维护”",
            "两个维修点",
            "批评和自我批评",
            "截至目前",
        ] {
            assert_eq!(found(text), [""; 0], "{text}");
        }
    }

    #[test]
    fn a_single_slip_is_found() {
        assert_eq!(found("推进全面从言治党向纵深"), ["全面从言治党"]);
        assert_eq!(found("推进全面严从治党向纵深"), ["全面严从治党"]);
        assert_eq!(found("推进全面从治党向纵深"), ["全面从治党"]);
        assert_eq!(found("推进全面从严从治党向纵深"), ["全面从严从治党"]);
        assert_eq!(found("开展批评与自我批平,"), ["批评与自我批平"]);
        assert_eq!(found("做到“两个维修”"), ["两个维修"]);
        assert_eq!(found("截止目前,"), ["截止目前"]);
    }

    #[test]
    fn words_put_in_turned_or_doubled_at_the_end_are_found() {
        let own = ["铸牢中华民族共同体意识", "不敢腐、不能腐、不想腐", "绿水青山就是金山银山"];
        let speller = Speller::new(own.map(Phrase::plain).to_vec());
        let found = |text: &'static str| -> Vec<&str> {
            speller.find(text).into_iter().map(|m| &text[m.range]).collect()
        };
        assert_eq!(found("铸牢中华民族伟大共同体意识教育"), ["铸牢中华民族伟大共同体意识"]);
        assert_eq!(found("一体推进不能腐、不敢腐、不想腐。"), ["不能腐、不敢腐、不想腐"]);
        assert_eq!(found("把绿水青山就是金山银山山写进讲稿"), ["绿水青山就是金山银山山"]);
        assert_eq!(found("绿水青山就是金山银山山。"), ["绿水青山就是金山银山山"]);
        assert_eq!(found("绿水青山就是金山银山，一体推进不敢腐、不能腐、不想腐。"), [""; 0]);
        assert_eq!(found("铸牢中华民族和各共同体意识"), [""; 0]);
    }

    #[test]
    fn a_list_is_read_with_its_faults() {
        let (list, faults) =
            parse("# 说明\n\n批评和自我批评 | 批评与自我批评\n三会一课 ! 三课一会！三会一刻\n甲\n三会一课\n");
        assert_eq!(list.len(), 2);
        assert_eq!((list[0].also.len(), list[1].wrong.len()), (1, 2));
        let kinds: Vec<Fault> = faults.iter().map(|(_, f)| *f).collect();
        assert_eq!(kinds, [Fault::Short, Fault::Twice]);
    }

    #[test]
    fn half_a_phrase_is_something_else() {
        for text in ["全面从严,", "从严治党", "开展批评与自我", "全面从严"] {
            assert_eq!(found(text), [""; 0], "{text}");
        }
    }
}
