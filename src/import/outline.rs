//! Which lines are headings and issues: a number alone makes neither. Run-in headings and lists inside a measure stay text.

use std::collections::HashMap;

use super::headings::{self, Line};
use super::issues::{self, Title};
use super::labels;
use super::lines::Page;
use super::marks::{Kind, Mark, label};
use super::run_in::Cut;
use crate::model::{Level, Pattern};

/// What each line of the body is.
#[derive(Debug, Default)]
pub struct Outline {
    /// One for each line of the body.
    pub roles: Vec<Role>,
    /// The number that measures carry, if they carry one.
    pub measure: Option<Pattern>,
    /// The label that most issues have.
    pub label: String,
    /// Whether most labels stand on the line of the first measure.
    pub label_inline: bool,
    /// The pattern of each level of headings.
    pub levels: HashMap<Level, Pattern>,
    /// The pattern of issues.
    pub issue: Option<Pattern>,
    /// Lines within a measure that look like headings whose number does not follow.
    pub doubtful: Vec<usize>,
    /// Where the lines end that may be headings and issues, and the closing begins.
    pub end: usize,
}

impl Outline {
    /// Nothing but text.
    pub fn plain(page: &Page<'_>) -> Self {
        Self { roles: vec![Role::Text; page.body.len()], ..Self::default() }
    }
}

/// What one line is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Role {
    /// A heading.
    Heading(Level, Mark),
    /// The first line of an issue, and where its title ends in it if what was done goes on there.
    Issue(Title, Option<usize>),
    /// A line of the issue above it.
    Inside,
    /// Prose.
    Text,
}

/// Reads the outline of a page whose last `closing` lines close the notice. `cut`: a title and what was done may stand in one line.
pub fn read(page: &Page<'_>, closing: usize, cut: bool) -> Outline {
    let lines = &page.body[..page.body.len() - closing];
    let mut whole: Vec<usize> = if cut { Vec::new() } else { (0..lines.len()).collect() };
    let mut out = loop {
        let cut = Cut::of(lines, &whole);
        let (out, places) = (read_lines(&cut.lines), cut.places());
        let none =
            (0..cut.lines.len()).filter(|at| cut.behind[*at] && !is_account(&out.roles, &cut.lines, *at));
        let none: Vec<usize> = none.map(|at| places[at]).collect();
        if none.is_empty() {
            break joined(out, &cut, &places);
        }
        whole.extend(none);
    };
    out.end = lines.len();
    out.roles.resize(page.body.len(), Role::Text);
    out
}

/// Whether a line that was cut off is what was done about the issue before it, with its label if it has one.
fn is_account(roles: &[Role], lines: &[&str], at: usize) -> bool {
    let labelled = label(lines[at]).is_some();
    matches!(&roles[at - 1..=at], [Role::Issue(title, _), Role::Inside] if title.labelled == labelled)
}

/// An outline of the lines as they stand in the text.
fn joined(mut out: Outline, cut: &Cut<'_>, places: &[usize]) -> Outline {
    let mut roles: Vec<Role> = Vec::new();
    for (at, role) in out.roles.into_iter().enumerate() {
        match roles.last_mut().filter(|_| cut.behind[at]) {
            Some(Role::Issue(_, end)) => *end = Some(cut.lines[at - 1].len()),
            _ => roles.push(role),
        }
    }
    let doubtful = out.doubtful.iter().filter(|at| !cut.behind[**at]).map(|at| places[*at]);
    out.doubtful = doubtful.collect();
    out.roles = roles;
    out
}

fn read_lines(lines: &[&str]) -> Outline {
    let issues = issues::read(lines);
    let found = headings::read(lines, &issues);
    let level_of = levels(&found.lines);
    let mut out = Outline { doubtful: found.doubtful, ..Outline::default() };
    let mut inside = false;
    for (line, title) in found.lines.into_iter().zip(issues.titles) {
        inside &= line == Line::Text;
        let role = match (line, title) {
            (Line::Heading(kind, mark), _) => {
                level_of.get(&kind).map_or(Role::Text, |level| Role::Heading(*level, mark))
            }
            (_, Some(title)) => {
                inside = true;
                Role::Issue(title, None)
            }
            (Line::Text, _) if inside => Role::Inside,
            (Line::Aside | Line::Text, _) => Role::Text,
        };
        out.roles.push(role);
    }
    patterns(&mut out);
    labels::read(&mut out, lines);
    out
}

/// The kinds in use, from the outermost, stand for part, section, topic.
fn levels(lines: &[Line]) -> HashMap<Kind, Level> {
    let kind = |line: &Line| if let Line::Heading(kind, _) = line { Some(*kind) } else { None };
    let mut used: Vec<Kind> = lines.iter().filter_map(kind).collect();
    used.sort_unstable();
    used.dedup();
    let levels = [Level::Part, Level::Section, Level::Topic];
    match used.first() {
        Some(Kind::Part) => HashMap::from([
            (Kind::Part, Level::Part),
            (Kind::Section, Level::Section),
            (Kind::Topic, Level::Topic),
        ]),
        _ => used.into_iter().zip(levels).collect(),
    }
}

fn patterns(out: &mut Outline) {
    for level in [Level::Part, Level::Section, Level::Topic] {
        let marks = out.roles.iter().filter_map(|r| match r {
            Role::Heading(l, mark) if *l == level && mark.len > 0 => Some(&mark.pattern),
            _ => None,
        });
        if let Some(pattern) = most(marks) {
            out.levels.insert(level, pattern);
        }
    }
    out.issue = most(out.roles.iter().filter_map(|r| match r {
        Role::Issue(title, _) => title.mark.as_ref().map(|mark| &mark.pattern),
        _ => None,
    }));
}

/// What occurs most often; of two alike, the one that comes first.
pub fn most<'a, T: Clone + PartialEq + 'a>(items: impl Iterator<Item = &'a T>) -> Option<T> {
    let mut counts: Vec<(&T, usize)> = Vec::new();
    for item in items {
        match counts.iter_mut().find(|(known, _)| *known == item) {
            Some((_, n)) => *n += 1,
            None => counts.push((item, 1)),
        }
    }
    counts.into_iter().rev().max_by_key(|(_, n)| *n).map(|(item, _)| item.clone())
}
