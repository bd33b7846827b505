//! Which lines are headings and issues. A number alone does not make one: an issue is followed by the label of its
//! measures, and a heading by an issue; run-in headings and lists inside a measure stay text.

use std::collections::HashMap;

use super::lines::Page;
use super::marks::{Kind, Mark, item, label, measure};
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
    /// An issue's title, and whether a label stands before its measures.
    Issue(Mark, bool),
    /// Anything else.
    Text,
}

/// Reads the outline of a page.
pub fn read(page: &Page<'_>) -> Outline {
    let lines = &page.body;
    let issues = issues(lines);
    let kinds = headings(lines, &issues);
    let level_of = levels(&kinds);
    let mut out = Outline { roles: Vec::with_capacity(lines.len()), ..Outline::default() };
    let mut under_heading = false;
    for (at, kind) in kinds.iter().enumerate() {
        let role = match (kind, &issues[at]) {
            (Some((kind, mark)), _) => {
                under_heading = true;
                level_of.get(kind).map_or(Role::Text, |level| Role::Heading(*level, mark.clone()))
            }
            (None, Some((mark, labelled))) if under_heading => Role::Issue(mark.clone(), *labelled),
            _ => Role::Text,
        };
        out.roles.push(role);
    }
    patterns(&mut out);
    labels(&mut out, lines);
    out
}

/// A line numbered `问题n` which has a label of measures before the next one, or a numbered measure on the very next line;
/// and whether it has the label.
fn issues(lines: &[&str]) -> Vec<Option<(Mark, bool)>> {
    let mut found: Vec<Option<(Mark, bool)>> = vec![None; lines.len()];
    let mut labelled = false;
    for at in (0..lines.len()).rev() {
        labelled |= label(lines[at]).is_some();
        if let Some(mark) = Kind::Issue.read(lines[at]) {
            let has_label = std::mem::take(&mut labelled);
            let numbered = lines.get(at + 1).is_some_and(|next| item(next).is_some());
            found[at] = (has_label || numbered).then_some((mark, has_label));
        }
        if Kind::Part.read(lines[at]).is_some() {
            labelled = false;
        }
    }
    found
}

fn headings(lines: &[&str], issues: &[Option<(Mark, bool)>]) -> Vec<Option<(Kind, Mark)>> {
    let mut out: Vec<Option<(Kind, Mark)>> = vec![None; lines.len()];
    if issues.iter().all(Option::is_none) {
        return out;
    }
    let mut last_part = 0;
    for (at, line) in lines.iter().enumerate() {
        if let Some(mark) = Kind::Part.read(line).filter(|m| m.n > last_part && m.n <= last_part + 3) {
            last_part = mark.n;
            out[at] = Some((Kind::Part, mark));
            continue;
        }
        out[at] = [Kind::Section, Kind::Topic]
            .into_iter()
            .filter(|_| issues[at].is_none())
            .find_map(|kind| kind.read(line).map(|m| (kind, m)))
            .filter(|(kind, _)| leads_to_issue(*kind, at, lines, issues));
    }
    out
}

/// Whether an issue follows a heading before anything that ends it.
fn leads_to_issue(kind: Kind, at: usize, lines: &[&str], issues: &[Option<(Mark, bool)>]) -> bool {
    for next in at + 1..lines.len() {
        if issues[next].is_some() {
            return true;
        }
        let line = lines[next];
        let ends = Kind::Part.read(line).is_some()
            || label(line).is_some()
            || Kind::Section.read(line).is_some()
            || kind == Kind::Topic && Kind::Topic.read(line).is_some();
        if ends {
            return false;
        }
    }
    false
}

/// The kinds in use, from the outermost, stand for part, section, topic.
fn levels(kinds: &[Option<(Kind, Mark)>]) -> HashMap<Kind, Level> {
    let mut used: Vec<Kind> = kinds.iter().flatten().map(|(k, _)| *k).collect();
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
            Role::Heading(l, mark) if *l == level => Some(&mark.pattern),
            _ => None,
        });
        if let Some(pattern) = most(marks) {
            out.levels.insert(level, pattern);
        }
    }
    out.issue = most(out.roles.iter().filter_map(|r| match r {
        Role::Issue(mark, _) => Some(&mark.pattern),
        _ => None,
    }));
}

/// The label and the number of measures that most issues have.
fn labels(out: &mut Outline, lines: &[&str]) {
    let mut labels: Vec<&str> = Vec::new();
    let mut inline = 0_usize;
    let mut marks: Vec<Option<Pattern>> = Vec::new();
    let mut open = false;
    for (line, role) in lines.iter().zip(&out.roles) {
        match role {
            Role::Issue(..) => open = true,
            Role::Heading(..) => open = false,
            Role::Text => {}
        }
        let Some(found) = label(line).filter(|_| open) else {
            if let Some(first) = marks.last_mut().filter(|m| m.is_none() && labels.len() > inline && open) {
                *first = measure(line).map(|m| m.pattern);
            }
            continue;
        };
        open = true;
        labels.push(found);
        let rest = &line[found.len()..];
        inline += usize::from(!rest.is_empty());
        marks.push(measure(rest).map(|m| m.pattern));
    }
    out.label = most(labels.iter()).map(|l| (*l).to_owned()).unwrap_or_default();
    out.label_inline = inline * 2 > labels.len();
    marks.extend(bare_measures(&out.roles, lines));
    let numbered = marks.iter().flatten().count();
    out.measure = most(marks.iter().flatten()).filter(|_| numbered * 2 >= marks.len());
}

/// The number of the first measure of each issue without a label.
fn bare_measures(roles: &[Role], lines: &[&str]) -> Vec<Option<Pattern>> {
    let bare =
        roles.iter().zip(lines.iter().skip(1)).filter(|(role, _)| matches!(role, Role::Issue(_, false)));
    bare.map(|(_, next)| item(next).map(|m| m.pattern)).collect()
}

fn most<'a, T: Clone + PartialEq + 'a>(items: impl Iterator<Item = &'a T>) -> Option<T> {
    let mut counts: Vec<(&T, usize)> = Vec::new();
    for item in items {
        match counts.iter_mut().find(|(known, _)| *known == item) {
            Some((_, n)) => *n += 1,
            None => counts.push((item, 1)),
        }
    }
    counts.into_iter().rev().max_by_key(|(_, n)| *n).map(|(item, _)| item.clone())
}
