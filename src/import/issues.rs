//! Which lines begin an issue. A number alone does not make one: a label of measures confirms it, or a numbered measure on
//! the very next line, or words that name a problem. The first of these ways that finds an issue holds for the whole text.
//!
//! 1. `问题1:…` with a label or a numbered measure under it, or two and more that count on over paragraphs ([`named`]);
//! 2. whatever most labels stand under: `1.…`, `(一)…`, or `反馈问题:…` without a number ([`labelled`]);
//! 3. `1.关于…的问题。` with a paragraph under it and no label ([`titled`]), or `1.…不严格。` with a numbered measure or a list under it
//!    ([`bare::itemed`]), or `1.…` over paragraphs that end in 完成情况：… ([`bare::concluded`]), whichever there are more of.
//!
//! Then those that the numbers of the others tell ([`gaps`]).

use super::bare;
use super::gaps;
use super::marks::{Kind, Mark, begins_with_number, label, subject};

/// The first line of an issue.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Title {
    /// Its number, where it has one.
    pub mark: Option<Mark>,
    /// Whether a label stands before its measures.
    pub labelled: bool,
}

/// The issues of a text.
#[derive(Debug)]
pub struct Issues {
    /// For each line, the issue that it begins.
    pub titles: Vec<Option<Title>>,
    /// What numbers them. Only numbers of outer kinds are headings.
    pub kind: Kind,
}

/// Reads the issues.
pub fn read(lines: &[&str]) -> Issues {
    let none = || Issues { titles: vec![None; lines.len()], kind: Kind::Issue };
    let count = |i: &Issues| i.titles.iter().flatten().count();
    // Of those that are alike the first.
    let most = |a: Issues, b: Issues| if count(&b) > count(&a) { b } else { a };
    let bare = most(most(titled(lines), bare::itemed(lines)), bare::concluded(lines));
    let found = [named(lines), labelled(lines), bare];
    let found = found.into_iter().find(|i| i.titles.iter().any(Option::is_some));
    let mut found = found.unwrap_or_else(none);
    gaps::fill(lines, &mut found);
    found
}

/// A line numbered `问题n` which has a label of measures before the next one, or a numbered measure on the very next line; and
/// those between and beside them that are next in the count, over a paragraph. Where no line is of the first sort, two of the
/// second that count on do.
fn named(lines: &[&str]) -> Issues {
    let mut titles = vec![None; lines.len()];
    let mut seen = false;
    for at in (0..lines.len()).rev() {
        seen |= label(lines[at]).is_some();
        if let Some(mark) = Kind::Issue.read(lines[at]) {
            let labelled = std::mem::take(&mut seen);
            let numbered = bare::first_measure(lines, at, Kind::Issue).is_some();
            titles[at] = (labelled || numbered).then_some(Title { mark: Some(mark), labelled });
        }
        seen &= !begins_part(lines[at]);
    }
    let proved = titles.iter().any(Option::is_some);
    siblings(lines, Kind::Issue, &mut titles, |at, mark| bare::has_account(lines, at, mark));
    let found = Issues { titles, kind: Kind::Issue };
    if proved || bare::counts_on(&found) {
        return found;
    }
    Issues { titles: Vec::new(), kind: Kind::Issue }
}

/// The sort of line that most labels stand under; a line of that sort is an issue where a label stands under it, or where
/// it is next in the count and names a problem.
fn labelled(lines: &[&str]) -> Issues {
    let mut counts: Vec<(Sort, usize)> = Vec::new();
    let mut above = None;
    for line in lines {
        above = Sort::of(line).or(above);
        let Some(sort) = above.filter(|_| label(line).is_some()) else { continue };
        match counts.iter_mut().find(|(known, _)| *known == sort) {
            Some((_, n)) => *n += 1,
            None => counts.push((sort, 1)),
        }
    }
    let most = counts.into_iter().max_by_key(|(sort, n)| (*n, *sort)).map(|(sort, _)| sort);
    most.map_or_else(|| Issues { titles: Vec::new(), kind: Kind::Issue }, |sort| of_sort(lines, sort))
}

/// What the first line of an issue looks like.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Sort {
    /// A number of a heading.
    Numbered(Kind),
    /// `反馈问题:`, without a number.
    Subject,
}

impl Sort {
    fn of(line: &str) -> Option<Self> {
        // These count much else besides.
        let part = |kind: &Kind| ![Kind::Part, Kind::Item].contains(kind) || names_problem(line);
        let numbered = [Kind::Part, Kind::Section, Kind::Topic, Kind::Item].into_iter();
        let kind = numbered.filter(|k| k.read(line).is_some()).find(part);
        kind.map(Self::Numbered).or_else(|| subject(line).then_some(Self::Subject))
    }

    fn kind(self) -> Kind {
        match self {
            Self::Numbered(kind) => kind,
            Self::Subject => Kind::Issue,
        }
    }

    /// The number of a line of this sort; `None` where it is none.
    fn read(self, line: &str) -> Option<Option<Mark>> {
        match self {
            Self::Numbered(kind) => kind.read(line).map(Some),
            Self::Subject => subject(line).then_some(None),
        }
    }
}

fn of_sort(lines: &[&str], sort: Sort) -> Issues {
    let kind = sort.kind();
    let mut titles = vec![None; lines.len()];
    let mut seen = false;
    for at in (0..lines.len()).rev() {
        seen |= label(lines[at]).is_some();
        if let Some(mark) = sort.read(lines[at]) {
            titles[at] = std::mem::take(&mut seen).then_some(Title { mark, labelled: true });
        }
        seen &= !is_outer(lines[at], kind);
    }
    if let Sort::Numbered(kind) = sort {
        siblings(lines, kind, &mut titles, |at, _| names_problem(lines[at]));
    }
    Issues { titles, kind }
}

/// Whether a line has the number of a heading above issues of a kind.
pub fn is_outer(line: &str, kind: Kind) -> bool {
    let outer = [Kind::Division, Kind::Part, Kind::Section, Kind::Topic];
    let outer = outer.iter().filter(|outer| **outer < kind && (**outer != Kind::Topic || kind == Kind::Item));
    outer.into_iter().any(|outer| outer.read(line).is_some())
}

/// Whether a line begins a part or a division.
pub fn begins_part(line: &str) -> bool {
    Kind::Part.read(line).or_else(|| Kind::Division.read(line)).is_some()
}

/// Numbers next in the count, between those of two issues or after the last, that have no label and fit all the same. 问题 before a
/// number says enough for one that is printed twice or left out.
fn siblings(lines: &[&str], kind: Kind, titles: &mut [Option<Title>], fits: impl Fn(usize, &Mark) -> bool) {
    let below = numbers_below(lines, kind, titles);
    let (mut last, mut anew, mut ahead) = (0, true, false);
    for at in 0..lines.len() {
        if is_outer(lines[at], kind) {
            anew = true;
            ahead = if begins_part(lines[at]) { bare::looks_ahead(lines[at]) } else { ahead };
        }
        let Some(mark) = kind.read(lines[at]) else { continue };
        let misprinted = kind == Kind::Issue && last > 0 && mark.n >= last && mark.n <= last + 3;
        let next = mark.n == last + 1 || anew && mark.n == 1 || misprinted;
        let room = below[at].is_none_or(|n| n > mark.n || misprinted && n == mark.n);
        let own = || next && room && !ahead && fits(at, &mark);
        if titles[at].is_some() || own() {
            (last, anew) = (mark.n, false);
            titles[at].get_or_insert(Title { mark: Some(mark), labelled: false });
        }
    }
}

/// For each line, the number of the next issue under the same heading, if there is one.
fn numbers_below(lines: &[&str], kind: Kind, titles: &[Option<Title>]) -> Vec<Option<u32>> {
    let mut out = vec![None; lines.len()];
    let mut next = None;
    for at in (0..lines.len()).rev() {
        out[at] = next;
        next = match &titles[at] {
            Some(title) => title.mark.as_ref().map(|mark| mark.n),
            None => next.filter(|_| !is_outer(lines[at], kind)),
        };
    }
    out
}

/// Two or more lines numbered alike that name a problem, each with a paragraph under it.
fn titled(lines: &[&str]) -> Issues {
    let title = |kind: Kind, at: usize| {
        let mark = kind.read(lines[at]).filter(|_| names_problem(lines[at]))?;
        // （1）解决了……的问题 is what was done.
        let named = kind != Kind::Item || lines[at][mark.len..].starts_with("关于");
        let mark = Some(mark).filter(|_| named)?;
        let next = lines.get(at + 1)?;
        let free = !begins_with_number(next) || bare::first_measure(lines, at, kind).is_some();
        free.then_some(Title { mark: Some(mark), labelled: false })
    };
    let of_kind = |kind| -> Vec<Option<Title>> { (0..lines.len()).map(|at| title(kind, at)).collect() };
    let found = [Kind::Topic, Kind::Section, Kind::Item].map(|kind| Issues { titles: of_kind(kind), kind });
    // （1） counts so much else that two have to follow each other.
    let enough =
        |i: &Issues| i.titles.iter().flatten().count() >= 2 && (i.kind != Kind::Item || bare::counts_on(i));
    found.into_iter().find(enough).unwrap_or(Issues { titles: Vec::new(), kind: Kind::Issue })
}

/// One sentence that ends in the name of a problem: `关于……的问题。`
fn names_problem(line: &str) -> bool {
    let text = line.trim_end().trim_end_matches(['。', ';', '；', '.']);
    text.ends_with("问题") && !text.contains(['。', ';', '；', ':', '：']) && text.chars().count() <= 80
}
