//! What an import recognised, for the person who looks it over.

use super::left;
use super::lines::Page;
use super::marks::{begins_with_number, label};
use super::nothing::Nothing;
use super::outline::{Outline, Role};
use super::paragraphs;
use super::responsible::Assigned;
use super::units::Found;
use crate::model::{Contact, Inspection, Level, Notice, Tally};

/// Counts and fields of an import.
#[derive(Debug, Clone)]
pub struct Report {
    /// Whether white space was dropped before reading, as asked.
    pub tidied: bool,
    /// Headings: parts, sections, topics.
    pub headings: [usize; 3],
    /// Issues.
    pub issues: usize,
    /// Measures.
    pub measures: usize,
    /// The statuses that wording suggested; those of measures for which it said nothing are not stated.
    pub suggested: Tally,
    /// Issues of which several paragraphs without numbers were taken for one measure.
    pub joined: usize,
    /// Measures that are a paragraph each, since the text says that there are so many.
    pub parted: usize,
    /// Numbers that had to be pinned, because counting would give another.
    pub pins: usize,
    /// Characters that became fields of issues and headings.
    pub structured: usize,
    /// Characters kept as prose in their place.
    pub prose: usize,
    /// Lines between title and signature, and under the date.
    pub lines: usize,
    /// Those kept as prose: their numbers in the text, from 1, in order.
    pub prose_lines: Vec<usize>,
    /// Lines that hold nothing but spaces, and stand as paragraphs.
    pub blank: usize,
    /// Lines left in a measure that look like a heading whose number does not follow.
    pub doubtful: Vec<Place>,
    /// Other lines that begin with a number as headings or issues do, and were left in measures or prose.
    pub left: Vec<Place>,
    /// Why there is no issue, where there is none.
    pub nothing: Option<Nothing>,
    /// Whether the title was printed, or made of the issuer.
    pub title_printed: bool,
    /// Title.
    pub title: String,
    /// Who signs.
    pub issuer: String,
    /// Date.
    pub date: chrono::NaiveDate,
    /// Inspection.
    pub inspection: Option<Inspection>,
    /// End of the concentrated rectification period.
    pub period_ends: Option<chrono::NaiveDate>,
    /// Contact.
    pub contact: Option<Contact>,
    /// Units found in the text, without those that the site lists.
    pub units: Vec<Found>,
    /// Whom the text names as answering, as units of measures.
    pub assigned: Assigned,
}

/// A line of the text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Place {
    /// Its number, from 1.
    pub line: usize,
    /// How it begins.
    pub text: String,
}

impl Place {
    /// A line by its number; a long one is cut.
    pub fn new(line: usize, text: &str) -> Self {
        let text = text.trim();
        let short: String = text.chars().take(40).collect();
        let cut = if short.len() < text.len() { "…" } else { "" };
        Self { line, text: format!("{short}{cut}") }
    }
}

impl Report {
    /// The lines kept as prose, as stretches from and to.
    pub fn prose_stretches(&self) -> Vec<(usize, usize)> {
        let mut out: Vec<(usize, usize)> = Vec::new();
        for line in &self.prose_lines {
            match out.last_mut().filter(|(_, to)| to + 1 == *line) {
                Some((_, to)) => *to = *line,
                None => out.push((*line, *line)),
            }
        }
        out
    }
}

/// Sums an import up.
pub fn of(notice: &Notice, page: &Page<'_>, outline: &Outline, units: Vec<Found>) -> Report {
    let nodes = notice.nodes();
    let count = |level| nodes.iter().filter(|n| n.level == level).count();
    let all = page.body.iter().zip(&page.places).zip(&outline.roles);
    let prose: Vec<(&str, usize)> = all
        .filter(|(_, role)| **role == Role::Text)
        .map(|((line, at), _)| (*line, *at))
        .chain(page.after.iter().zip(&page.foot.after).map(|(at, line)| (*line, *at)))
        .collect();
    let length = |line: &str| line.chars().count();
    let all: usize = page.body.iter().map(|l| length(l)).sum();
    let after: usize = page.after.iter().zip(&page.foot.after).map(|(_, l)| length(l)).sum();
    let places =
        |found: &[usize]| found.iter().map(|at| Place::new(page.places[*at], page.body[*at])).collect();
    let doubtful = doubtful(notice, page, outline);
    let mut left = left::find(notice, page, outline);
    left.retain(|at| !doubtful.contains(at));
    let chars = prose.iter().map(|(l, _)| length(l)).sum();
    Report {
        tidied: false,
        headings: [count(Level::Part), count(Level::Section), count(Level::Topic)],
        issues: notice.issues.len(),
        measures: notice.issues.iter().map(|i| i.measures.len()).sum(),
        suggested: suggested(notice),
        joined: paragraphs::joined(notice),
        parted: paragraphs::parted(notice),
        pins: pins(notice),
        structured: (all + after).saturating_sub(chars),
        prose: chars,
        lines: page.body.len() + page.after.len(),
        prose_lines: prose.iter().map(|(_, at)| *at).collect(),
        blank: page.body.iter().filter(|l| l.trim().is_empty()).count(),
        doubtful: places(&doubtful),
        left: places(&left),
        nothing: None,
        title_printed: notice.layout.title,
        title: notice.title.clone(),
        issuer: notice.issuer.clone(),
        date: notice.date,
        inspection: notice.inspection.clone(),
        period_ends: notice.period_ends,
        contact: notice.contact.clone(),
        units,
        assigned: Assigned::default(),
    }
}

/// Lines left within a measure that may begin something of their own: a heading or a measure whose number jumps, and a title without one.
fn doubtful(notice: &Notice, page: &Page<'_>, outline: &Outline) -> Vec<usize> {
    let jumps = |line: &str| notice.numbering.measure.as_ref().and_then(|p| p.read(line)).map(|(n, _)| n);
    let measures = notice.issues.iter().flat_map(|i| &i.measures);
    let left: Vec<&str> =
        measures.flat_map(|m| m.text.split('\n').skip(1)).filter(|l| jumps(l) > Some(1)).collect();
    let inside = |at: &usize| outline.roles[*at] == Role::Inside && left.contains(&page.body[*at]);
    let mut found: Vec<usize> =
        (0..page.body.len()).filter(inside).chain(outline.doubtful.iter().copied()).collect();
    found.extend((0..page.body.len()).filter(|at| is_title_between(page, outline, *at)));
    found.sort_unstable();
    found.dedup();
    found
}

/// Whether a line that ends an issue is no sentence but a title over the issue below, 东仓村（党员41名）: what it ends is one.
fn is_title_between(page: &Page<'_>, outline: &Outline, at: usize) -> bool {
    let around = at.checked_sub(1).and_then(|above| outline.roles.get(above..at + 2));
    if !matches!(around, Some([Role::Inside, Role::Inside, Role::Issue(..)])) {
        return false;
    }
    let line = page.body[at].trim();
    let marks = ['。', '；', ';', '：', ':', '，', ',', '、', '！', '？', '|', '《'];
    let title =
        (2..=30).contains(&line.chars().count()) && !line.contains(marks) && !begins_with_number(line);
    title
        && !line.starts_with("附件")
        && label(line).is_none()
        && page.body[at - 1].trim_end().ends_with(['。', '；'])
}

fn suggested(notice: &Notice) -> Tally {
    let mut tally = Tally::default();
    notice.issues.iter().flat_map(|i| &i.measures).for_each(|m| tally.add(m.status));
    tally
}

fn pins(notice: &Notice) -> usize {
    let headings = notice.nodes().into_iter().map(|n| n.number);
    let issues = notice.issues.iter().map(|i| i.number);
    let measures = notice.issues.iter().flat_map(|i| &i.measures).map(|m| m.number);
    headings.chain(issues).chain(measures).flatten().count()
}
