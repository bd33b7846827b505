//! The label that stands before the measures, and the number that measures carry, as most issues have them.

use super::marks::{Mark, item, label, measure};
use super::outline::{Outline, Role, most};
use super::responsible;
use crate::model::Pattern;
use crate::zh::numeral::Style;

/// Reads both from the issues.
pub fn read(out: &mut Outline, lines: &[&str]) {
    // （一） and 问题1 have 1. under them, （1） has none.
    let deep =
        |p: &Pattern| p.before.contains("问题") || p.style == Style::Chinese && !p.before.trim().is_empty();
    let deep = out.issue.as_ref().is_some_and(deep);
    let mut seen = Seen { deep, ..Seen::default() };
    for (line, role) in lines.iter().zip(&out.roles) {
        match role {
            Role::Issue(title, _) => (seen.first, seen.run) = (!title.labelled, None),
            Role::Inside => seen.line(line),
            Role::Heading(..) | Role::Text => seen.first = false,
        }
    }
    let Seen { labels, inline, marks, runs, .. } = seen;
    let numbered = marks.iter().flatten().count();
    out.label = most(labels.iter()).map(|l| (*l).to_owned()).unwrap_or_default();
    out.label_inline = inline * 2 > labels.len();
    let first = most(marks.iter().flatten()).filter(|_| numbered * 2 >= marks.len());
    // Where no account of an issue begins with a number, those that count (1), (2) further down have measures there.
    out.measure = first.or_else(|| most(runs.iter()).filter(|_| numbered == 0));
}

#[derive(Default)]
struct Seen<'a> {
    /// Measures may be numbered as headings are.
    deep: bool,
    labels: Vec<&'a str>,
    inline: usize,
    /// The number of the first measure of each issue.
    marks: Vec<Option<Pattern>>,
    /// Numbers that run from one to two within an issue.
    runs: Vec<Pattern>,
    /// The last number of such a run.
    run: Option<Mark>,
    /// The first measure comes next.
    first: bool,
}

impl<'a> Seen<'a> {
    fn line(&mut self, line: &'a str) {
        if self.first && responsible::is_line(line) {
            return;
        }
        if let Some(mark) = item(line) {
            let one = self.run.take().filter(|one| one.n == 1 && one.pattern == mark.pattern && mark.n == 2);
            self.runs.extend(one.map(|one| one.pattern));
            self.run = Some(mark);
        }
        let number = |mark: Option<Mark>| mark.map(|m| m.pattern);
        if let Some(found) = label(line) {
            let rest = &line[found.len()..];
            self.labels.push(found);
            self.inline += usize::from(!rest.is_empty());
            self.first = rest.is_empty();
            if !rest.is_empty() {
                self.marks.push(number(measure(rest)));
            }
        } else if std::mem::take(&mut self.first) {
            self.marks
                .push(number(measure(line).filter(|_| self.deep || !self.labels.is_empty()).or(item(line))));
        }
    }
}
