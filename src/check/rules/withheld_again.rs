//! Words that stand where the same sentence elsewhere has a note of a redaction. Nothing keeps what was withheld; the words around
//! the note are public, and tell where it may have come back.

use std::ops::Range;

use super::Rule;
use crate::check::{At, Beside, Finding, Record};
use crate::diag::Severity;
use crate::lang::Msg;
use crate::model::Site;
use crate::model::redaction::{NOTE_CLOSES, NOTE_OPENS};
use crate::model::texts::texts;
use crate::zh::wordlist::Words;

/// `名册由〔依规定不予公开：…〕保管` here, `名册由某甲保管` there. Where few words are the same around it, only a person can say
/// whether it is the same sentence.
pub const RULE: Rule = Rule { code: "withheld-again", severity: Severity::Warning, find };

fn find(record: &Record<'_>) -> Vec<Finding> {
    // A site without redactions is not looked through.
    if record.notice.redactions.is_empty() {
        return Vec::new();
    }
    let notes: Vec<Frame<'_>> = record.passages.iter().flat_map(|p| frames(&p.text)).collect();
    let mut out: Vec<Finding> = Vec::new();
    for (at, p) in record.passages.iter().enumerate() {
        for (range, sure) in notes.iter().flat_map(|frame| frame.filled(&p.text)) {
            let message = Msg::new("found-withheld-again").with("text", &p.text[range.clone()]);
            let found = Finding::at(at, range, message).hint(Msg::new("found-withheld-again-hint"));
            let found = found.undecided(!sure);
            if out.last() != Some(&found) {
                out.push(found);
            }
        }
    }
    out
}

/// The same on the pages of the site.
pub fn of_site(site: &Site) -> Vec<Beside> {
    if site.pages.is_empty() {
        return Vec::new();
    }
    let redacted = site.notices.iter().filter(|n| !n.redactions.is_empty());
    redacted.flat_map(|notice| on_pages(&texts(notice), site)).collect()
}

fn on_pages(texts: &[(String, String)], site: &Site) -> Vec<Beside> {
    let notes: Vec<Frame<'_>> = texts.iter().flat_map(|(_, text)| frames(text)).collect();
    let mut out = Vec::new();
    for (at, page) in site.pages.iter().enumerate() {
        let text = page.body.text.as_str();
        out.extend(notes.iter().flat_map(|frame| frame.filled(text)).map(|(range, sure)| {
            let message = Msg::new("found-withheld-again").with("text", &text[range.clone()]);
            let hint = Msg::new("found-withheld-page-hint");
            Beside::new(At::Page(at, range), message, hint).undecided(!sure)
        }));
    }
    out
}

/// What stands around a note within its clause.
struct Frame<'p> {
    before: &'p str,
    after: &'p str,
}

/// The fewest characters on either side of a note, and on both together, by which a sentence is known again.
const LEAST: (usize, usize) = (2, 5);
/// How many on both sides together no two sentences share by chance.
const SURE: usize = 8;
/// The most that are looked at on either side.
const MOST: usize = 8;
/// The most characters that words in place of a note have.
const WORDS: usize = 12;

fn frames(text: &str) -> Vec<Frame<'_>> {
    let notes = text.match_indices(NOTE_OPENS).filter_map(|(at, _)| {
        let end = at + text[at..].find(NOTE_CLOSES)? + NOTE_CLOSES.len_utf8();
        let before = &text[..at];
        let before = &before[before.rfind(is_mark).map_or(0, |n| n + mark_len(before, n))..];
        let before = before.char_indices().rev().nth(MOST - 1).map_or(before, |(n, _)| &before[n..]);
        let after = &text[end..];
        let after = &after[..after.find(is_mark).unwrap_or(after.len())];
        let after = after.char_indices().nth(MOST).map_or(after, |(n, _)| &after[..n]);
        let (a, b) = (before.chars().count(), after.chars().count());
        (a.min(b) >= LEAST.0 && a + b >= LEAST.1).then_some(Frame { before, after })
    });
    notes.collect()
}

fn mark_len(text: &str, at: usize) -> usize {
    text[at..].chars().next().map_or(0, char::len_utf8)
}

/// Marks at which a clause ends.
fn is_mark(c: char) -> bool {
    "，。；：、！？“”（）〔〕,;:!?()\n".contains(c)
}

/// Words that name nobody and nothing in particular.
static PLAIN: Words = Words::new(&[
    "专", "各", "所", "其", "本", "该", "有关", "相关", "责任", "部门", "单位", "科", "股", "室", "局", "站",
    "人员", "干部", "同志", "工作", "负责", "集中", "统一", "及时", "按", "逐", "已", "全部",
]);

impl Frame<'_> {
    /// Whether so much is the same around the note that it can only be the same sentence.
    fn is_sure(&self) -> bool {
        self.before.chars().count() + self.after.chars().count() >= SURE
    }

    /// Where a text has words of its own in the frame, and whether it is surely the same sentence.
    fn filled(&self, text: &str) -> Vec<(Range<usize>, bool)> {
        let places = text.match_indices(self.before).filter_map(|(at, before)| {
            let start = at + before.len();
            let rest = &text[start..];
            let clause = &rest[..rest.find(is_mark).unwrap_or(rest.len())];
            let len = clause.find(self.after)?;
            let words = &clause[..len];
            let own = (2..=WORDS).contains(&words.chars().count()) && !PLAIN.are_in(words);
            own.then(|| (start..start + len, self.is_sure()))
        });
        places.collect()
    }
}
