//! Line by line, which number begins a heading without an issue, and which goes on with a list inside a measure.

use std::collections::HashMap;

use super::headings::Line;
use super::issues::Issues;
use super::marks::{Kind, Mark, bracketed, label};
use crate::model::Pattern;

/// Goes through the lines and tells a heading without an issue from a list inside a measure: its number follows that of
/// the heading before, and no list of such numbers has begun in the issue.
pub struct Walk<'w> {
    lines: &'w [&'w str],
    leading: &'w [Option<(Kind, Mark)>],
    issues: &'w Issues,
    /// The printed form of each kind of heading.
    forms: HashMap<Kind, Pattern>,
    /// The number of the last heading of each kind.
    last: HashMap<Kind, u32>,
    /// Numbers that a list in this issue carries.
    listed: Vec<(Kind, u32)>,
    /// Lines of this issue so far.
    depth: usize,
    inside: bool,
    /// An issue has stood in this part.
    after_issue: bool,
    /// Numbers of lines, from 0, that look like a heading whose number does not follow.
    pub doubtful: Vec<usize>,
}

impl<'w> Walk<'w> {
    /// Begins before the first line.
    pub fn new(lines: &'w [&'w str], leading: &'w [Option<(Kind, Mark)>], issues: &'w Issues) -> Self {
        let forms = leading.iter().flatten().map(|(kind, mark)| (*kind, mark.pattern.clone())).collect();
        let (last, listed, doubtful) = (HashMap::new(), Vec::new(), Vec::new());
        Self {
            lines,
            leading,
            issues,
            forms,
            last,
            listed,
            depth: 0,
            inside: false,
            after_issue: false,
            doubtful,
        }
    }

    /// What the next line is; `at` counts from 0.
    pub fn line(&mut self, at: usize) -> Line {
        if let Some((kind, mark)) = &self.leading[at] {
            if self.goes_on(*kind, mark.n) {
                self.listed.push((*kind, mark.n));
                return Line::Text;
            }
            return self.heading(*kind, mark.clone());
        }
        if self.issues.titles[at].is_some() {
            (self.inside, self.after_issue, self.depth) = (true, true, 0);
            self.listed.clear();
            return Line::Text;
        }
        let line = self.lines[at];
        self.depth += 1;
        if let Some(found) = label(line) {
            self.listed.extend(self.mark(&line[found.len()..]).map(|(kind, mark)| (kind, mark.n)));
            self.depth = usize::from(found.len() < line.len());
            return Line::Text;
        }
        if self.inside && bracketed(line) && self.ends_here(at, Kind::Topic) {
            self.inside = false;
            return Line::Aside;
        }
        match self.mark(line) {
            Some((kind, mark)) => self.numbered(at, kind, mark),
            None => Line::Text,
        }
    }

    fn heading(&mut self, kind: Kind, mark: Mark) -> Line {
        self.last.insert(kind, mark.n);
        self.inside = false;
        self.after_issue &= kind > Kind::Part;
        self.listed.clear();
        Line::Heading(kind, mark)
    }

    /// The number of a line in the printed form of a level that is in use.
    fn mark(&self, line: &str) -> Option<(Kind, Mark)> {
        let read = |kind: &Kind| kind.read(line).map(|mark| (*kind, mark));
        let kinds = [Kind::Section, Kind::Topic];
        kinds.iter().find_map(read).filter(|(kind, mark)| self.forms.get(kind) == Some(&mark.pattern))
    }

    fn numbered(&mut self, at: usize, kind: Kind, mark: Mark) -> Line {
        let last = self.last.get(&kind).copied().unwrap_or_default();
        let follows = mark.n > last && mark.n <= last + 2;
        // The line under a title or a label is the measure itself, and no level of headings begins within an issue.
        let begun = self.last.contains_key(&kind);
        let free = self.after_issue && !self.lists(kind) && (!self.inside || self.depth > 1 && begun);
        let own = is_title(&self.lines[at][mark.len..]);
        if free && follows && own || !self.inside && own && self.bridges(at, kind, mark.n) {
            return self.heading(kind, mark);
        }
        if free && follows && self.inside && last > 0 && self.ends_here(at, kind) {
            self.last.insert(kind, mark.n);
            self.inside = false;
            return Line::Aside;
        }
        if self.inside && !self.lists(kind) && mark.n > 1 {
            self.doubtful.push(at);
        }
        self.listed.push((kind, mark.n));
        Line::Text
    }

    fn lists(&self, kind: Kind) -> bool {
        self.listed.iter().any(|(k, _)| *k == kind)
    }

    /// Whether a number goes on with a list that began at one in this issue; no list is of one item.
    fn goes_on(&self, kind: Kind, n: u32) -> bool {
        let mut items = self.listed.iter().filter(|(k, _)| *k == kind).map(|(_, n)| *n);
        let (first, last) = (items.next(), items.next_back());
        self.inside && first == Some(1) && last.or(first).is_some_and(|last| last + 1 == n)
    }

    /// Whether the next heading that leads to an issue is of the same kind and has the next number.
    fn bridges(&self, at: usize, kind: Kind, n: u32) -> bool {
        let next = self.leading[at + 1..].iter().flatten().next();
        next.is_some_and(|(k, mark)| *k == kind && mark.n == n + 1)
    }

    /// Whether what comes next is no deeper than this and no issue, so that prose can stand here.
    fn ends_here(&self, at: usize, kind: Kind) -> bool {
        let next = (at + 1..self.lines.len())
            .find(|n| self.leading[*n].is_some() || self.issues.titles[*n].is_some());
        next.is_none_or(|n| self.leading[n].as_ref().is_some_and(|(k, _)| *k <= kind))
    }
}

/// One sentence and no more, that announces nothing.
fn is_title(text: &str) -> bool {
    let text = text.trim_end();
    let inner = text.strip_suffix(['。', ';', '；']).unwrap_or(text);
    (2..=60).contains(&inner.chars().count())
        && !inner.contains(['。', ';', '；'])
        && !inner.ends_with([':', '：'])
}
