//! The words of an issue as its page shows them, passage by passage.

use chrono::NaiveDate;

use crate::md;
use crate::model::{Issue, Update};

/// A stretch of text in which a phrase is looked for, and the id of the element that holds it.
pub struct Passage<'i> {
    /// Empty for the page itself.
    pub anchor: String,
    /// Its words, with white space folded.
    pub text: std::borrow::Cow<'i, str>,
}

/// The passages of an issue; the first is its title.
pub fn passages<'i>(issue: &'i Issue, number: &str, day: NaiveDate) -> Vec<Passage<'i>> {
    let mut out = vec![Passage::new("", format!("{number}{}", issue.short_title()))];
    let fields = [&issue.original, &issue.goal, &issue.lead, &issue.text, &issue.completion];
    out.extend(fields.into_iter().flatten().map(|text| Passage::new("", text.as_str())));
    let body = issue.body.iter().flat_map(|body| md::lines(body));
    out.extend(body.map(|line| Passage::new("", line)));
    for measure in &issue.measures {
        out.push(Passage::new(measure.id.as_str(), measure.text.as_str()));
        for update in measure.updates.iter().filter(|u| u.date <= day) {
            let anchor = format!("{}-{}", measure.id, update.id);
            out.extend(entry(update).map(|text| Passage::new(&anchor, text)));
        }
    }
    out.retain(|passage| !passage.text.is_empty());
    out
}

fn entry(update: &Update) -> impl Iterator<Item = &str> {
    let words = update.text.as_deref().into_iter().chain(update.reason.as_deref());
    words.chain(update.evidence.iter().map(|e| e.title.as_str()))
}

impl<'i> Passage<'i> {
    fn new(anchor: &str, text: impl Into<std::borrow::Cow<'i, str>>) -> Self {
        let text = text.into();
        let none_of = |t: &str| ['\n', '\t', '\u{3000}'].iter().all(|c| !t.contains(*c));
        let is_even = |t: &str| none_of(t) && !t.contains("  ") && t.trim() == t;
        let text =
            if is_even(&text) { text } else { text.split_whitespace().collect::<Vec<_>>().join(" ").into() };
        Self { anchor: anchor.to_owned(), text }
    }
}

/// A character as it is compared: narrow for the full-width forms of ASCII, small for capitals that have one small letter.
pub fn fold(c: char) -> char {
    // Chinese, Japanese kana and their marks have one form; to ask the tables of letters for each would take long.
    if matches!(c, '\u{3001}'..='\u{a63f}') {
        return c;
    }
    let narrow = match c {
        '\u{3000}' => ' ',
        // The full-width forms stand in the order of ASCII.
        '\u{ff01}'..='\u{ff5e}' => char::from_u32(u32::from(c) - 0xfee0).unwrap_or(c),
        _ => c,
    };
    if narrow.is_ascii() {
        return narrow.to_ascii_lowercase();
    }
    let mut small = narrow.to_lowercase();
    match (small.next(), small.next()) {
        (Some(one), None) => one,
        _ => narrow,
    }
}
