//! A signed-off text and the page of its notice: the same sentences, once and in order, or what differs.

use std::borrow::Cow;
use std::collections::{HashMap, HashSet};

use super::article::{Article, units};
use crate::import::{TITLE_LINES, begins_with_number};
use crate::md::without_rules;

/// What a comparison found.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Proof {
    /// Paragraphs of the text.
    pub paragraphs: usize,
    /// Sentences of the text.
    pub sentences: usize,
    /// Paragraphs that are not the same on both sides, in order. None: the page says what the text says.
    pub differences: Vec<Difference>,
    /// Sentences that stand more or less often on the page than in the text.
    pub counts: Vec<Count>,
}

/// A paragraph that differs.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Difference {
    /// Line of the text, from 1; that of the paragraph before where the text has nothing here.
    pub line: usize,
    /// What the text has.
    pub text: Option<String>,
    /// What the page has.
    pub page: Option<String>,
}

/// How often a sentence stands on either side.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Count {
    /// The sentence.
    pub sentence: String,
    /// Times in the text.
    pub in_text: usize,
    /// Times on the page.
    pub on_page: usize,
}

impl Proof {
    /// Whether the page holds the text, all of it and nothing else.
    pub fn holds(&self) -> bool {
        self.differences.is_empty()
    }
}

/// Compares a text with a page. The heading of the page counts where the text begins with it, since the page may print
/// one that the text does not have. A title on several lines of the text is one heading, and measures that follow each
/// other within a line may be paragraphs of their own on the page, each with its number.
pub fn prove(text: &str, page: &Article) -> Proof {
    let own = with_one_title(paragraphs(text), &page.title);
    let joined = rejoined(&page.paragraphs, &own);
    let bare: Vec<&str> = joined.iter().map(AsRef::as_ref).collect();
    let without = compare(&own, &bare);
    if page.title.is_empty() || without.holds() {
        return without;
    }
    let headed: Vec<&str> = std::iter::once(page.title.as_str()).chain(bare).collect();
    let with = compare(&own, &headed);
    if with.differences.len() <= without.differences.len() { with } else { without }
}

/// A paragraph of the text and the line it stands on.
struct Paragraph {
    line: usize,
    words: String,
}

fn paragraphs(text: &str) -> Vec<Paragraph> {
    // The rule under the head of a table has no words, and no page shows it.
    without_rules(text)
        .flat_map(|(at, l)| units(l).into_iter().map(move |words| Paragraph { line: at + 1, words }))
        .collect()
}

/// The lines that together are the title, as one paragraph.
fn with_one_title(mut text: Vec<Paragraph>, title: &str) -> Vec<Paragraph> {
    let mut whole = String::new();
    for at in 0..text.len().min(TITLE_LINES) {
        whole.push_str(&text[at].words);
        if at > 0 && whole == title {
            text[0].words = whole;
            text.drain(1..=at);
            break;
        }
    }
    text
}

/// The paragraphs of a page, of which those that follow each other and together are one of the text are made one.
fn rejoined<'p>(page: &'p [String], text: &[Paragraph]) -> Vec<Cow<'p, str>> {
    let known: HashSet<&str> = text.iter().map(|p| p.words.as_str()).collect();
    let mut out = Vec::with_capacity(page.len());
    let mut rest = page;
    while let [first, more @ ..] = rest {
        let whole = |p: &'_ Paragraph| pieces(&p.words, rest).map(|n| (p.words.clone(), n));
        let found = if known.contains(first.as_str()) { None } else { text.iter().find_map(whole) };
        (rest, _) = match found {
            Some((words, n)) => (&rest[n..], out.push(Cow::Owned(words))),
            None => (more, out.push(Cow::Borrowed(first.as_str()))),
        };
    }
    out
}

/// How many paragraphs from the first on are a text, if they are; each but the first begins with the number of a measure, unless it stands
/// behind the numbered title of an issue.
fn pieces(text: &str, page: &[String]) -> Option<usize> {
    let mut rest = text;
    for (at, piece) in page.iter().enumerate() {
        rest = rest
            .trim_start()
            .strip_prefix(piece.as_str())
            .filter(|_| at == 0 || begins_with_number(piece) || at == 1 && begins_with_number(text))?;
        if rest.is_empty() {
            return Some(at + 1);
        }
    }
    None
}

fn compare(text: &[Paragraph], page: &[&str]) -> Proof {
    let words: Vec<&str> = text.iter().map(|p| p.words.as_str()).collect();
    let difference = |(t, p): (Range, Range)| {
        let rows = t.len().max(p.len());
        (0..rows).map(move |at| (t.clone().nth(at), p.clone().nth(at), t.start))
    };
    let differences = unlike(&words, page).into_iter().flat_map(difference).map(|(t, p, from)| Difference {
        line: text.get(t.unwrap_or(from.saturating_sub(1))).map_or(1, |p| p.line),
        text: t.map(|at| words[at].to_owned()),
        page: p.map(|at| page[at].to_owned()),
    });
    Proof {
        paragraphs: text.len(),
        sentences: sentences(&words).count(),
        differences: differences.collect(),
        counts: counts(&words, page),
    }
}

type Range = std::ops::Range<usize>;

/// The stretches of both lists that are not the same, by their longest common part.
fn unlike(a: &[&str], b: &[&str]) -> Vec<(Range, Range)> {
    let head = a.iter().zip(b).take_while(|(x, y)| x == y).count();
    let tail = a[head..].iter().rev().zip(b[head..].iter().rev()).take_while(|(x, y)| x == y).count();
    let (a, b) = (&a[head..a.len() - tail], &b[head..b.len() - tail]);
    let pairs = common(a, b).into_iter().chain([(a.len(), b.len())]);
    let mut out = Vec::new();
    let (mut i, mut j) = (0, 0);
    for (x, y) in pairs {
        if i < x || j < y {
            out.push((head + i..head + x, head + j..head + y));
        }
        (i, j) = (x + 1, y + 1);
    }
    out
}

/// The most cells that the table of [`common`] may have: 64 MB. Two texts that differ in so much are not the same notice.
const CELLS: usize = 1 << 24;

/// The longest list of pairs that are the same in both, in order.
fn common(a: &[&str], b: &[&str]) -> Vec<(usize, usize)> {
    let width = b.len() + 1;
    if (a.len() + 1).saturating_mul(width) > CELLS {
        return Vec::new();
    }
    // best[i * width + j]: how much a[i..] and b[j..] have in common.
    let mut best = vec![0u32; (a.len() + 1) * width];
    for i in (0..a.len()).rev() {
        for j in (0..b.len()).rev() {
            let at = i * width + j;
            best[at] =
                if a[i] == b[j] { best[at + width + 1] + 1 } else { best[at + width].max(best[at + 1]) };
        }
    }
    let (mut i, mut j, mut out) = (0, 0, Vec::new());
    while i < a.len() && j < b.len() {
        if a[i] == b[j] {
            out.push((i, j));
            (i, j) = (i + 1, j + 1);
        } else if best[(i + 1) * width + j] >= best[i * width + j + 1] {
            i += 1;
        } else {
            j += 1;
        }
    }
    out
}

/// The sentences of paragraphs, each with its mark.
fn sentences<'a>(paragraphs: &'a [&'a str]) -> impl Iterator<Item = &'a str> {
    let ends = ['。', '！', '？', '；', '!', '?', ';'];
    paragraphs.iter().flat_map(move |p| p.split_inclusive(ends)).map(str::trim).filter(|s| !s.is_empty())
}

/// Sentences that do not stand as often on both sides, those of the text first.
fn counts(text: &[&str], page: &[&str]) -> Vec<Count> {
    let mut times: HashMap<&str, (usize, usize)> = HashMap::new();
    let mut order = Vec::new();
    let both = sentences(text).map(|s| (s, 1, 0)).chain(sentences(page).map(|s| (s, 0, 1)));
    for (sentence, in_text, on_page) in both {
        let count = times.entry(sentence).or_insert_with(|| {
            order.push(sentence);
            (0, 0)
        });
        *count = (count.0 + in_text, count.1 + on_page);
    }
    let uneven = order.into_iter().map(|s| (s, times[s])).filter(|(_, (t, p))| t != p);
    uneven.map(|(s, (in_text, on_page))| Count { sentence: s.to_owned(), in_text, on_page }).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn page(title: &str, paragraphs: &[&str]) -> Article {
        Article { title: title.to_owned(), paragraphs: paragraphs.iter().map(|p| (*p).to_owned()).collect() }
    }

    fn shown(proof: &Proof) -> Vec<(usize, Option<&str>, Option<&str>)> {
        proof.differences.iter().map(|d| (d.line, d.text.as_deref(), d.page.as_deref())).collect()
    }

    #[test]
    fn the_heading_of_the_page_counts_where_the_text_has_it() {
        let body = page("题", &["甲。乙。", "丙"]);
        for text in ["题\n\n　　甲。乙。\n丙\n", "甲。乙。\n丙"] {
            assert!(prove(text, &body).holds(), "{text}");
        }
        assert_eq!(shown(&prove("提\n甲。乙。\n丙", &body)), [(1, Some("提"), Some("题"))]);
        assert_eq!(prove("题\n甲。乙。\n丙", &body).sentences, 4);
    }

    #[test]
    fn lines_of_a_title_and_measures_within_a_line_may_part_otherwise_on_the_page() {
        let body = page("某局关于整改的通报", &["整改情况：（1）甲。", "（2）乙。", "（3）丙。", "丁。"]);
        let text = "　　某局\n关于整改的通报\n　　整改情况：（1）甲。（2）乙。 （3）丙。\n　　丁。\n";
        assert!(prove(text, &body).holds(), "{:?}", prove(text, &body));
        for (right, wrong) in [
            ("（2）乙。", ""),
            ("（2）乙。", "（2）己。"),
            ("（3）丙。", "（3）丙。戊。"),
            ("某局\n", "别局\n"),
        ] {
            assert!(!prove(&text.replacen(right, wrong, 1), &body).holds(), "{wrong}");
        }
        let split = page("", &["整改情况：（1）甲。", "戊。"]);
        assert!(!prove("整改情况：（1）甲。戊。", &split).holds(), "no number begins a paragraph here");
    }

    #[test]
    fn a_sentence_lost_doubled_or_moved_is_told() {
        let of = |paragraphs: &[&str]| prove("甲。乙。\n丙。", &page("", paragraphs));
        let lost = of(&["甲。", "丙。"]);
        assert_eq!(shown(&lost), [(1, Some("甲。乙。"), Some("甲。"))]);
        assert_eq!(lost.counts, [Count { sentence: "乙。".into(), in_text: 1, on_page: 0 }]);
        let doubled = of(&["甲。乙。", "丙。", "丙。"]);
        assert_eq!(shown(&doubled), [(2, None, Some("丙。"))]);
        assert_eq!(doubled.counts, [Count { sentence: "丙。".into(), in_text: 1, on_page: 2 }]);
        let moved = of(&["乙。甲。", "丙。"]);
        assert!(!moved.holds() && moved.counts.is_empty());
    }

    #[test]
    fn one_paragraph_too_many_does_not_shift_the_rest() {
        let proof = prove("甲\n乙\n丙\n丁", &page("", &["甲", "多", "乙", "丁"]));
        assert_eq!(shown(&proof), [(1, None, Some("多")), (3, Some("丙"), None)]);
        assert_eq!(shown(&prove("", &page("", &["甲"]))), [(1, None, Some("甲"))]);
    }
}
