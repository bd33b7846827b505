//! Which lines are headings and issues: a number alone makes neither. Run-in headings and lists inside a measure stay text.

use std::collections::HashMap;

use super::headings::{self, Line};
use super::issues::{self, Title};
use super::labels;
use super::lines::Page;
use super::marks::{Kind, Mark};
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
    /// The first line of an issue.
    Issue(Title),
    /// A line of the issue above it.
    Inside,
    /// Prose.
    Text,
}

/// Reads the outline of a page whose last `closing` lines close the notice.
pub fn read(page: &Page<'_>, closing: usize) -> Outline {
    let lines = &page.body[..page.body.len() - closing];
    let issues = issues::read(lines);
    let found = headings::read(lines, &issues);
    let level_of = levels(&found.lines);
    let mut out = Outline { doubtful: found.doubtful, end: lines.len(), ..Outline::default() };
    let mut inside = false;
    for (line, title) in found.lines.into_iter().zip(issues.titles) {
        inside &= line == Line::Text;
        let role = match (line, title) {
            (Line::Heading(kind, mark), _) => {
                level_of.get(&kind).map_or(Role::Text, |level| Role::Heading(*level, mark))
            }
            (_, Some(title)) => {
                inside = true;
                Role::Issue(title)
            }
            (Line::Text, _) if inside => Role::Inside,
            (Line::Aside | Line::Text, _) => Role::Text,
        };
        out.roles.push(role);
    }
    patterns(&mut out);
    labels::read(&mut out, lines);
    out.roles.resize(page.body.len(), Role::Text);
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
        Role::Issue(title) => title.mark.as_ref().map(|mark| &mark.pattern),
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
