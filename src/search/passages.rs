//! What the page of an issue says of it, passage by passage.

use std::borrow::Cow;

use chrono::NaiveDate;

use super::wording::Wording;
use crate::history;
use crate::lang::Catalog;
use crate::md;
use crate::model::{
    Evidence, Issue, Measure, Notice, Numbers, Pattern, Site, Unit, UnitId, Update, Withdrawal,
};

/// A stretch of text in which words are looked for, and the id of the element that holds it. Words have no blank in them, so
/// what is joined with a blank is not found as one.
pub struct Passage<'i> {
    /// Empty for the page itself.
    pub anchor: String,
    /// Its words, with white space folded.
    pub text: Cow<'i, str>,
}

/// Reads issues as their pages show them on a day.
pub struct PageReader<'s> {
    day: NaiveDate,
    units: std::collections::HashMap<&'s UnitId, &'s Unit>,
    words: Wording<'s>,
}

impl<'s> PageReader<'s> {
    /// The pages of a site, in words of these strings.
    pub fn of(site: &'s Site, day: NaiveDate, strings: &'s Catalog) -> Self {
        Self { day, units: site.units.iter().map(|u| (&u.id, u)).collect(), words: Wording::of(strings) }
    }

    /// The passages of issue `i` of a notice with these numbers; the first is its title.
    pub fn passages<'i>(&self, notice: &'i Notice, i: usize, numbers: &Numbers) -> Vec<Passage<'i>> {
        let issue = &notice.issues[i];
        let number = printed(notice.numbering.issue.as_ref(), numbers.issues[i]);
        let mut out = vec![Passage::new("", format!("{number}{}", issue.short_title()))];
        out.push(Passage::new("", self.facts(notice, issue)));
        for (label, text) in [("original", &issue.original), ("goal", &issue.goal), ("lead", &issue.lead)] {
            let said = text.iter().map(|text| joined(self.words.label(label).to_owned(), &[text]));
            out.extend(said.map(|text| Passage::new("", text)));
        }
        out.extend(issue.text.iter().map(|text| Passage::new("", cells(text))));
        let completion = issue.completion.iter();
        out.extend(completion.map(|text| Passage::new("", format!("{}{text}", notice.numbering.completion))));
        let body = issue.body.iter().flat_map(|body| md::lines(body));
        out.extend(body.map(|line| Passage::new("", cells(&line).into_owned())));
        self.after(issue, &mut out);
        for (measure, number) in issue.measures.iter().zip(&numbers.measures[i]) {
            let number = printed(notice.numbering.measure.as_ref(), *number);
            self.measure(notice, measure, &number, &mut out);
        }
        if !notice.withdrawn.is_empty() {
            self.withdrawn(notice, issue, &mut out);
        }
        out.retain(|passage| !passage.text.is_empty());
        out
    }

    /// Where the issue stands, by when it is due, and who answers for it.
    fn facts(&self, notice: &Notice, issue: &Issue) -> String {
        let (day, words) = (self.day, &self.words);
        let mut out = words.state(history::issue_status(issue, notice.date, day), None).to_owned();
        let closed = issue.closed_on(day).is_some();
        let again = !closed && issue.closed.iter().any(|c| c.date <= day);
        add(&mut out, if closed { words.label("closed") } else { "" });
        add(&mut out, if again { words.label("reopened") } else { "" });
        if let Some(due) = issue.due_on(day).filter(|_| history::is_overdue(issue, notice.date, day)) {
            add(&mut out, &words.about("overdue-since", due));
        }
        add(&mut out, &words.due(issue, day).unwrap_or_default());
        let named = issue
            .answering()
            .into_iter()
            .filter_map(|(id, helps)| Some((self.units.get(id)?.name.as_str(), helps)));
        add(&mut out, &words.units(named).unwrap_or_default());
        out
    }

    /// What came after the measures.
    fn after<'i>(&self, issue: &'i Issue, out: &mut Vec<Passage<'i>>) {
        let (day, words) = (self.day, &self.words);
        let moved = issue.extensions.iter().filter(|e| e.on <= day);
        out.extend(moved.map(|e| {
            Passage::new("", format!("{} {}{}", words.day(e.on), words.about("extended-to", e.to), e.why))
        }));
        let looks = issue.look_back.iter().filter(|l| l.date <= day);
        out.extend(looks.map(|l| {
            let result = words.look(l.result);
            let said =
                [l.by.as_deref().unwrap_or_default(), &result, l.finding.as_deref().unwrap_or_default()];
            Passage::new("", joined(words.day(l.date), &said))
        }));
        self.turns(issue, out);
    }

    /// Close-outs and reopenings: one by one where there was a reopening, else the close-out alone.
    fn turns<'i>(&self, issue: &'i Issue, out: &mut Vec<Passage<'i>>) {
        let (day, words, colon) = (self.day, &self.words, self.words.label("colon"));
        let again: Vec<_> = issue.reopened.iter().filter(|r| r.on <= day).collect();
        for c in issue.closed.iter().filter(|c| c.date <= day) {
            let by = c.by.as_deref().unwrap_or_default();
            let joint = if again.is_empty() { " " } else { colon };
            let by = if by.is_empty() { String::new() } else { format!("{joint}{by}") };
            let said = format!("{} {}{by}", words.day(c.date), words.label("closed"));
            out.push(Passage::new("", joined(said, &[c.document.as_deref().unwrap_or_default()])));
        }
        let said = |on, why| format!("{} {}{colon}{why}", words.day(on), words.label("reopened"));
        out.extend(again.into_iter().map(|r| Passage::new("", said(r.on, &r.why))));
    }

    /// A measure with its state, and each entry with its day.
    fn measure<'i>(&self, notice: &Notice, measure: &'i Measure, number: &str, out: &mut Vec<Passage<'i>>) {
        let state = history::measure_status(measure, notice.date, self.day);
        let state = self.words.state(state, history::measure_words(measure, self.day));
        let text = joined(state.to_owned(), &[&cells(&format!("{number}{}", measure.text))]);
        out.push(Passage::new(measure.id.as_str(), text));
        for update in measure.updates.iter().filter(|u| u.date <= self.day) {
            let anchor = format!("{}-{}", measure.id, update.id);
            let state = self.words.state(update.status, update.status_words);
            let head =
                joined(self.words.day(update.date), &[state, update.text.as_deref().unwrap_or_default()]);
            out.push(Passage::new(&anchor, head));
            out.extend(self.corrected(measure, update).map(|text| Passage::new(&anchor, text)));
            out.extend(self.evidence(update).map(|text| Passage::new(&anchor, text)));
        }
    }

    /// Which entry one corrects and why, and by which it was corrected.
    fn corrected(&self, measure: &Measure, update: &Update) -> impl Iterator<Item = String> {
        let words = &self.words;
        let entry = |u: &Update| words.about("entry-of", u.date);
        let older = measure.updates.iter().find(|u| update.corrects.as_ref() == Some(&u.id));
        let why = update.reason.as_deref().unwrap_or_default();
        let own =
            older.map(|u| format!("{}{}{}{why}", words.label("corrects"), entry(u), words.label("because")));
        let later = |u: &&Update| u.date <= self.day && u.corrects.as_ref() == Some(&update.id);
        let by = measure.updates.iter().filter(later);
        let by = by.map(|u| format!("{}{}", words.label("corrected-by"), entry(u)));
        own.into_iter().chain(by).collect::<Vec<_>>().into_iter()
    }

    /// What proves an entry, as it is listed. Of a file more is said behind its title.
    fn evidence(&self, update: &Update) -> Option<String> {
        let title = |e: &Evidence| if e.file.is_some() { format!("{} ", e.title) } else { e.title.clone() };
        let all: Vec<String> = update.evidence.iter().map(title).collect();
        let listed = all.join(self.words.label("list-sep"));
        (!all.is_empty()).then(|| format!("{}{listed}", self.words.label("evidence")))
    }

    /// What was taken back of an issue: when and why.
    fn withdrawn<'i>(&self, notice: &'i Notice, issue: &Issue, out: &mut Vec<Passage<'i>>) {
        let here = |w: &&Withdrawal| w.issue == issue.id || issue.aliases.iter().any(|a| a.id == w.issue);
        for w in notice.withdrawn.iter().filter(here) {
            let Some(measure) = &w.measure else { continue };
            let anchor = w.update.as_ref().map_or_else(|| measure.to_string(), |u| format!("{measure}-{u}"));
            out.push(Passage::new(&anchor, joined(self.words.day(w.on), &[&w.why])));
        }
    }
}

/// The lines of a text, those in bars as the cells of a table.
fn cells(text: &str) -> Cow<'_, str> {
    if !text.contains('|') {
        return text.into();
    }
    let line = |line| {
        md::bar_cells(line).map_or_else(|| line.to_owned(), |cells| cells.collect::<Vec<_>>().join(" "))
    };
    md::without_rules(text).map(|(_, own)| line(own)).collect::<Vec<_>>().join("\n").into()
}

/// A number as printed; nothing where there is none.
fn printed(pattern: Option<&Pattern>, n: u32) -> String {
    pattern.filter(|_| n > 0).map(|p| p.print(n)).unwrap_or_default()
}

fn joined(mut first: String, more: &[&str]) -> String {
    more.iter().for_each(|words| add(&mut first, words));
    first
}

fn add(out: &mut String, words: &str) {
    if !out.is_empty() && !words.is_empty() {
        out.push(' ');
    }
    out.push_str(words);
}
impl<'i> Passage<'i> {
    fn new(anchor: &str, text: impl Into<Cow<'i, str>>) -> Self {
        let text = text.into();
        let text =
            if is_even(&text) { text } else { text.split_whitespace().collect::<Vec<_>>().join(" ").into() };
        Self { anchor: anchor.to_owned(), text }
    }
}

/// Whether white space in a text is single blanks between words, as in nearly all.
fn is_even(text: &str) -> bool {
    const WIDE: &[u8] = "\u{3000}".as_bytes();
    let bytes = text.as_bytes();
    let odd = |at: usize| match bytes[at] {
        b'\n' | b'\t' => true,
        b' ' => bytes.get(at + 1) == Some(&b' '),
        _ => bytes[at..].starts_with(WIDE),
    };
    let asks = |byte: u8| byte <= b' ' || byte == WIDE[0];
    text.trim() == text && (0..bytes.len()).all(|at| !asks(bytes[at]) || !odd(at))
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
