//! What `check --fix` writes: each finding that says for sure what belongs in its place, put in at its place and nowhere
//! else. What was published stays as it was, and so do the words of others. The files as they would be are loaded, and every
//! text must have become just what was meant, or the change is left to a person.

use std::collections::BTreeMap;
use std::ops::Range;

use chrono::NaiveDate;

use super::append_only::is_frozen;
use super::finding::{Finding, Mend, Spot};
use super::passage::Kind;
use super::place::{Finder, Library};
use super::record::Record;
use super::review::findings;
use crate::diag::{Diagnostic, Severity};
use crate::load::{Asset, load_with};
use crate::model::{Notice, Site};
use crate::save::edit::splice;
use crate::text::{RawFile, Sources, Span};

/// What can be put right, and what it comes to.
#[derive(Debug, Default)]
pub struct Mended {
    /// The files that change, as they would be.
    pub files: Vec<RawFile>,
    /// How many places of each rule were put right.
    pub rules: BTreeMap<&'static str, usize>,
    /// How many stand in what was published or in another's words, and so stay.
    pub kept: usize,
    /// How many have no place that can safely be changed: a person has to.
    pub by_hand: usize,
}

/// Content that loads, and the day for which it is read.
pub struct Content<'a> {
    /// The texts.
    pub files: &'a [RawFile],
    /// The attachments.
    pub assets: &'a [Asset],
    /// The day.
    pub day: NaiveDate,
}

/// One mark may hide another, so what was put right is looked over again, this often at most.
const ROUNDS: usize = 8;

/// Puts right what is sure. Nothing is changed where the content does not load.
pub fn mend(content: &Content<'_>) -> Mended {
    let mut done = Mended::default();
    let mut files = content.files.to_vec();
    for _ in 0..ROUNDS {
        let Some(round) = Round::of(&files, content) else { break };
        (done.kept, done.by_hand) = (round.kept, round.by_hand);
        let groups = settled(&round.groups, &|some| round.holds(&some.concat(), &files, content));
        let good = groups.concat();
        done.by_hand += round.groups.iter().map(Vec::len).sum::<usize>() - good.len();
        if good.is_empty() {
            break;
        }
        for change in &good {
            *done.rules.entry(change.rule).or_default() += 1;
        }
        files = applied(&good, &files).unwrap_or(files);
    }
    let changed = files.into_iter().zip(content.files).filter(|(new, old)| new.bytes != old.bytes);
    done.files = changed.map(|(new, _)| new).collect();
    done
}

/// Words to put in at a place.
#[derive(Debug, Clone)]
struct Change {
    rule: &'static str,
    /// The notice and its passage, and the bytes of that.
    notice: usize,
    passage: usize,
    bytes: Range<usize>,
    words: String,
    /// Where the pair begins that it is half of.
    pair: Option<usize>,
    /// The file, and the bytes of its text.
    path: String,
    at: Range<usize>,
}

/// The content as it stands, and what can be put right at once.
struct Round {
    site: Site,
    /// Each stands or falls as a whole.
    groups: Vec<Vec<Change>>,
    kept: usize,
    by_hand: usize,
}

impl Round {
    fn of(files: &[RawFile], content: &Content<'_>) -> Option<Self> {
        let loaded = load_with(files.to_vec(), content.assets.to_vec());
        let mut round = Self { site: loaded.site?, groups: Vec::new(), kept: 0, by_hand: 0 };
        let library = Library::new(&loaded.sources);
        for at in 0..round.site.notices.len() {
            let (groups, kept, by_hand) = groups(&round.site, at, &library, &loaded.sources, content.day);
            round.groups.extend(groups);
            round.kept += kept;
            round.by_hand += by_hand;
        }
        Some(round)
    }

    /// Whether these changes do what they are meant to and nothing else.
    fn holds(&self, some: &[Change], files: &[RawFile], content: &Content<'_>) -> bool {
        let errors = |found: &[Diagnostic]| found.iter().filter(|d| d.is_error()).count();
        let Some(files) = applied(some, files) else { return false };
        let loaded = load_with(files, content.assets.to_vec());
        let Some(after) = loaded.site.filter(|_| errors(&loaded.diagnostics) == 0) else { return false };
        let unbroken = errors(&super::check(&after)) <= errors(&super::check(&self.site));
        unbroken && after.notices.len() == self.site.notices.len() && {
            let mut pairs = self.site.notices.iter().zip(&after.notices).enumerate();
            pairs.all(|(at, (was, is))| {
                let own: Vec<&Change> = some.iter().filter(|c| c.notice == at).collect();
                own.is_empty()
                    || texts(&self.site, was, &own, content.day) == texts(&after, is, &[], content.day)
            })
        }
    }
}

/// Every text of a notice, with changes made.
fn texts(site: &Site, notice: &Notice, changes: &[&Change], day: NaiveDate) -> Vec<String> {
    let record = Record::of(site, notice, day);
    let mut all: Vec<String> = record.passages.into_iter().map(|p| p.text.into_owned()).collect();
    let mut backwards = changes.to_vec();
    backwards.sort_by_key(|c| std::cmp::Reverse(c.bytes.start));
    for change in backwards {
        all[change.passage].replace_range(change.bytes.clone(), &change.words);
    }
    all
}

/// The changes of one notice, those of a pair together; how many stay as they are; how many have no safe place.
fn groups(
    site: &Site,
    at: usize,
    library: &Library<'_>,
    sources: &Sources,
    day: NaiveDate,
) -> (Vec<Vec<Change>>, usize, usize) {
    let notice = &site.notices[at];
    let record = Record::of(site, notice, day);
    let mut finder = Finder::new(&record, library);
    let (mut out, mut kept, mut by_hand) = (Vec::new(), 0, 0);
    for group in together(apart(&record)) {
        let passage = &record.passages[group[0].passage];
        if is_anothers(passage.kind) || is_frozen(notice, passage) {
            kept += group.len();
            continue;
        }
        let count = group.len();
        let placed = group.into_iter().map(|wanted| {
            let span = finder.span(&Spot::Text(wanted.passage, wanted.bytes.clone()));
            let (path, range) = place(span, &passage.text[wanted.bytes.clone()], sources)?;
            Some(Change { notice: at, path, at: range, ..wanted })
        });
        match placed.collect::<Option<Vec<Change>>>() {
            Some(group) => out.push(group),
            None => by_hand += count,
        }
    }
    (out, kept, by_hand)
}

/// The bytes of a file at which the very words stand.
fn place(span: Span, words: &str, sources: &Sources) -> Option<(String, Range<usize>)> {
    let source = sources.get(span.file)?;
    let range = span.start as usize..span.end as usize;
    // A mark may be escaped, in YAML or in Markdown; the one in its place needs no escape.
    let escaped = source.text.get(..range.start)?.ends_with('\\');
    let found = source.text.get(range.clone()) == Some(words);
    found.then(|| (source.path.clone(), range.start - usize::from(escaped)..range.end))
}

/// Changes of the same pair in one group, each other in a group of its own.
fn together(changes: Vec<Change>) -> Vec<Vec<Change>> {
    let mut out: Vec<Vec<Change>> = Vec::new();
    for change in changes {
        let same = |group: &&mut Vec<Change>| {
            let first = &group[0];
            change.pair.is_some()
                && (first.rule, first.passage, first.pair) == (change.rule, change.passage, change.pair)
        };
        match out.iter_mut().find(same) {
            Some(group) => group.push(change),
            None => out.push(vec![change]),
        }
    }
    out
}

/// What is sure, at most once at a place: where two overlap, the wider one, since the other is looked for again.
fn apart(record: &Record<'_>) -> Vec<Change> {
    let mut all: Vec<Change> = findings(record, Severity::Note)
        .0
        .into_iter()
        .filter_map(|(rule, _, f)| wanted(rule.code, f))
        .collect();
    all.sort_by_key(|c| std::cmp::Reverse(c.bytes.len()));
    let mut out: Vec<Change> = Vec::with_capacity(all.len());
    for change in all {
        let meets = |o: &Change| {
            o.passage == change.passage
                && o.bytes.start < change.bytes.end
                && change.bytes.start < o.bytes.end
        };
        if !out.iter().any(meets) {
            out.push(change);
        }
    }
    out.sort_by_key(|c| (c.passage, c.bytes.start));
    out
}

fn wanted(rule: &'static str, finding: Finding) -> Option<Change> {
    let Spot::Text(passage, bytes) = finding.spot else { return None };
    let Mend { text, sure, pair } = finding.mend?;
    // Notice and place are filled in where it is placed.
    let (notice, path, at) = (0, String::new(), 0..0);
    sure.then_some(Change { rule, notice, passage, bytes, words: text, pair, path, at })
}

/// The inspection's own wording, and documents as they are filed.
fn is_anothers(kind: Kind<'_>) -> bool {
    matches!(kind, Kind::Field("original") | Kind::Evidence(..) | Kind::After(_, _, "document"))
}

/// The files with changes made; `None` where one cannot be written back as it was.
fn applied(changes: &[Change], files: &[RawFile]) -> Option<Vec<RawFile>> {
    let mut by_file: BTreeMap<&str, Vec<(Range<usize>, String)>> = BTreeMap::new();
    for change in changes {
        by_file.entry(&change.path).or_default().push((change.at.clone(), change.words.clone()));
    }
    let mut out = files.to_vec();
    for file in &mut out {
        if let Some(words) = by_file.get(file.path.as_str()) {
            file.bytes = splice(&file.bytes, words).ok()?;
        }
    }
    Some(out)
}

/// As many of the changes as hold together: all, or what is left when those that break something are sorted out by halves.
fn settled<T: Clone>(all: &[T], holds: &dyn Fn(&[T]) -> bool) -> Vec<T> {
    if all.is_empty() || holds(all) {
        return all.to_vec();
    }
    if all.len() == 1 {
        return Vec::new();
    }
    let (left, right) = all.split_at(all.len() / 2);
    let (left, right) = (settled(left, holds), settled(right, holds));
    let both = [left.as_slice(), right.as_slice()].concat();
    if right.is_empty() || holds(&both) { both } else { left }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_breaks_something_is_sorted_out() {
        let good = |some: &[u32]| !(some.contains(&3) || some.contains(&5) && some.contains(&6));
        assert_eq!(settled(&[1, 2, 3, 4], &good), [1, 2, 4]);
        assert_eq!(settled(&[3], &good), [0_u32; 0]);
        assert_eq!(settled(&[5, 6], &good), [5], "what holds alone and not together is not all lost");
    }
}
