//! Words that stand where the same sentence elsewhere has a note of a redaction. Nothing keeps what was withheld; the words around
//! the note are public, and tell where it may have come back.

use std::ops::Range;

use super::Rule;
use super::withheld_words::{Known, Named};
use crate::check::{At, Beside, Finding, Record};
use crate::diag::Severity;
use crate::lang::Msg;
use crate::model::redaction::{NOTE_CLOSES, NOTE_OPENS};
use crate::model::texts::texts;
use crate::model::{RedactionKind, Site};

/// `名册由〔依规定不予公开：个人信息，…〕保管` here, `名册由` and a name there. Where few words are the same around it, or what
/// stands there is not of the kind that was withheld, only a person can say whether it is the same.
pub const RULE: Rule = Rule { code: "withheld-again", severity: Severity::Warning, find };

fn find(record: &Record<'_>) -> Vec<Finding> {
    // A site without redactions is not looked through.
    if record.notice.redactions.is_empty() {
        return Vec::new();
    }
    let known = Known::of(record);
    let notes: Vec<Frame<'_>> = record.passages.iter().flat_map(|p| frames(&p.text)).collect();
    let mut out: Vec<Finding> = Vec::new();
    for (at, p) in record.passages.iter().enumerate() {
        for (range, sure) in filled(&notes, &p.text, &known) {
            let message = Msg::new("found-withheld-again").with("text", &p.text[range.clone()]);
            let found = Finding::at(at, range, message).hint(Msg::new("found-withheld-again-hint"));
            out.push(found.undecided(!sure));
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
    redacted.flat_map(|notice| on_pages(&texts(notice), site, &Known::of_notice(site, notice))).collect()
}

fn on_pages(texts: &[(String, String)], site: &Site, known: &Known<'_>) -> Vec<Beside> {
    let notes: Vec<Frame<'_>> = texts.iter().flat_map(|(_, text)| frames(text)).collect();
    let mut out = Vec::new();
    for (at, page) in site.pages.iter().enumerate() {
        let text = page.body.text.as_str();
        out.extend(filled(&notes, text, known).into_iter().map(|(range, sure)| {
            let message = Msg::new("found-withheld-again").with("text", &text[range.clone()]);
            let hint = Msg::new("found-withheld-page-hint");
            Beside::new(At::Page(at, range), message, hint).undecided(!sure)
        }));
    }
    out
}

/// Where a text has words of its own in one of the frames, each place once, and whether they are surely what was withheld.
fn filled(notes: &[Frame<'_>], text: &str, known: &Known<'_>) -> Vec<(Range<usize>, bool)> {
    let mut out: Vec<(Range<usize>, bool)> = Vec::new();
    for (range, sure) in notes.iter().flat_map(|frame| frame.filled(text, known)) {
        match out.iter_mut().find(|(place, _)| *place == range) {
            Some((_, known)) => *known |= sure,
            None => out.push((range, sure)),
        }
    }
    out
}

/// What stands around a note within its clause.
struct Frame<'p> {
    /// The text that it stands in.
    text: &'p str,
    /// Everything before it.
    lead: &'p str,
    /// Everything after it.
    rest: &'p str,
    /// What of the one and of the other is looked for.
    before: &'p str,
    after: &'p str,
    /// What kind of words were withheld; `None` where the note is none that the program wrote.
    kind: Option<RedactionKind>,
}

/// The fewest characters on either side of a note, and on both together, by which a sentence is known again.
const LEAST: (usize, usize) = (2, 5);
/// How many on both sides together no two sentences share by chance.
const SURE: usize = 8;
/// The most that are looked at on either side.
const MOST: usize = 8;
/// The most characters that words in place of a note have, and those of a body.
const WORDS: (usize, usize) = (12, 20);

fn frames(text: &str) -> Vec<Frame<'_>> {
    let notes = text.match_indices(NOTE_OPENS).filter_map(|(at, _)| {
        let end = at + text[at..].find(NOTE_CLOSES)? + NOTE_CLOSES.len_utf8();
        let lead = &text[..at];
        let lead = &lead[lead.rfind(is_mark).map_or(0, |n| n + mark_len(lead, n))..];
        let before = lead.char_indices().rev().nth(MOST - 1).map_or(lead, |(n, _)| &lead[n..]);
        let rest = &text[end..];
        let rest = &rest[..rest.find(is_mark).unwrap_or(rest.len())];
        let after = rest.char_indices().nth(MOST).map_or(rest, |(n, _)| &rest[..n]);
        let (a, b) = (before.chars().count(), after.chars().count());
        let kind = kind(&text[at..end]);
        (a.min(b) >= LEAST.0 && a + b >= LEAST.1).then_some(Frame { text, lead, rest, before, after, kind })
    });
    notes.collect()
}

/// What kind of words a note says that it stands for.
fn kind(note: &str) -> Option<RedactionKind> {
    let said = note.strip_prefix(NOTE_OPENS)?.split('，').next()?;
    RedactionKind::ALL.into_iter().find(|kind| kind.chinese() == said)
}

fn mark_len(text: &str, at: usize) -> usize {
    text[at..].chars().next().map_or(0, char::len_utf8)
}

/// Marks at which a clause ends.
fn is_mark(c: char) -> bool {
    "，。；：、！？“”（）〔〕,;:!?()\n".contains(c)
}

impl Frame<'_> {
    /// Where a text has words of its own in the frame, and whether they are surely what was withheld.
    fn filled(&self, text: &str, known: &Known<'_>) -> Vec<(Range<usize>, bool)> {
        let places = text.match_indices(self.before).filter_map(|(at, before)| {
            let start = at + before.len();
            let rest = &text[start..];
            let clause = &rest[..rest.find(is_mark).unwrap_or(rest.len())];
            let len = clause.find(self.after)?;
            let words = &clause[..len];
            let named = known.named(words);
            let most = if named == Named::Body { WORDS.1 } else { WORDS.0 };
            let count = words.chars().count();
            let own = (2..=most).contains(&count) && !self.is_general(named, count);
            own.then(|| (start..start + len, self.is_sure(named, &text[..start], &clause[len..])))
        });
        places.collect()
    }

    /// Whether words cannot be what was withheld. A title that was wrong is a role, and a longer role may be a secret.
    fn is_general(&self, named: Named, chars: usize) -> bool {
        let role = match self.kind {
            Some(RedactionKind::Title) => false,
            Some(RedactionKind::Personal) => true,
            _ => chars <= 4,
        };
        named == Named::Nothing || role && named == Named::Role
    }

    /// Whether so much is the same around the note that it can only be the same sentence, and what stands in its place is of the
    /// kind that was withheld. A secret can be anything, so there the whole clause has to be the same.
    fn is_sure(&self, named: Named, before: &str, after: &str) -> bool {
        let long = self.before.chars().count() + self.after.chars().count() >= SURE;
        let fits = match self.kind {
            Some(RedactionKind::Personal) => named == Named::Person,
            Some(RedactionKind::Title) => named == Named::Body,
            Some(RedactionKind::Secret | RedactionKind::Other) => {
                // A mark of a list is none of the words.
                let outside = before.strip_suffix(self.lead).map(|b| b.trim_end_matches([' ', '-', '*']));
                let begins = outside.is_some_and(|b| b.is_empty() || b.ends_with(is_mark));
                begins && after == self.rest && named != Named::Role
            }
            None => false,
        };
        long && (fits || named != Named::Role && self.goes_on(before))
    }

    /// Whether the words stand further on in the very text of the note, which then tells more of the same. 另外 leads to something else.
    fn goes_on(&self, before: &str) -> bool {
        let sentence = before.rsplit(['。', '；', '\n']).next().unwrap_or(before);
        let beside = ["另", "此外"].iter().any(|w| sentence.trim_start().starts_with(w));
        self.text.starts_with(before) && before.contains(NOTE_CLOSES) && !beside
    }
}
