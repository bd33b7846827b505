//! Lines with their roles into the model.

use super::facts::Facts;
use super::lines::Page;
use super::marks::{self, Mark};
use super::outline::{Outline, Role};
use super::pins;
use crate::md::escape_line;
use crate::model::{
    Issue, IssueId, Level, Measure, MeasureId, Node, NodeId, Notice, Numbering, Pattern, Prose, Restart,
    Status,
};
use crate::text::{FileId, Span};
use crate::zh::status::{Wording, suggest};

/// Makes the notice.
pub fn notice(page: &Page<'_>, outline: &Outline, facts: Facts, slug: &str, suggest_status: bool) -> Notice {
    let closing = facts.closing_lines;
    let end = page.body.len() - closing;
    let mut builder = Builder::new(outline, slug);
    for (line, role) in page.body[..end].iter().zip(&outline.roles) {
        builder.line(line, role);
    }
    let mut notice = builder.finish(page, facts);
    let last: Vec<String> = page.body[end..].iter().map(|l| (*l).to_owned()).collect();
    notice.closing = prose(slug, "closing.md", &last);
    pins::settle(&mut notice);
    if suggest_status {
        statuses(&mut notice);
    }
    notice
}

struct Builder<'o> {
    outline: &'o Outline,
    slug: String,
    opening: Vec<String>,
    nodes: Vec<Heading>,
    issues: Vec<Draft>,
    in_issue: bool,
}

struct Heading {
    level: Level,
    id: String,
    text: String,
    number: u32,
    prose: Vec<String>,
}

#[derive(Default)]
struct Draft {
    under: String,
    title: String,
    number: u32,
    before: Vec<String>,
    label: Option<(String, bool)>,
    measures: Vec<(u32, Vec<String>)>,
    completion: Option<(String, String)>,
}

impl<'o> Builder<'o> {
    fn new(outline: &'o Outline, slug: &str) -> Self {
        let slug = slug.to_owned();
        Self { outline, slug, opening: Vec::new(), nodes: Vec::new(), issues: Vec::new(), in_issue: false }
    }

    fn line(&mut self, line: &str, role: &Role) {
        match role {
            Role::Heading(level, mark) => self.heading(*level, mark, line),
            Role::Issue(mark, labelled) => {
                let (number, title) = numbered(line, mark, self.outline.issue.as_ref());
                let under = self.nodes.last().map(|n| n.id.clone()).unwrap_or_default();
                let label = (!labelled).then(|| (String::new(), false));
                self.issues.push(Draft { under, title, number, label, ..Draft::default() });
                self.in_issue = true;
            }
            Role::Text if self.in_issue => {
                if let Some(issue) = self.issues.last_mut() {
                    issue.text(line, self.outline);
                }
            }
            Role::Text => match self.nodes.last_mut() {
                Some(node) => node.prose.push(line.to_owned()),
                None => self.opening.push(line.to_owned()),
            },
        }
    }

    fn heading(&mut self, level: Level, mark: &Mark, line: &str) {
        let (number, text) = numbered(line, mark, self.outline.levels.get(&level));
        let letter = ["p", "s", "t"][level as usize];
        let count = self.nodes.iter().filter(|n| n.level == level).count() + 1;
        self.nodes.push(Heading { level, id: format!("{letter}{count}"), text, number, prose: Vec::new() });
        self.in_issue = false;
    }

    fn finish(self, page: &Page<'_>, facts: Facts) -> Notice {
        let slug = self.slug;
        let completion =
            self.issues.iter().find_map(|i| i.completion.as_ref().map(|(label, _)| label.clone()));
        let level = |level| self.outline.levels.get(&level).cloned();
        let numbering = Numbering {
            part: level(Level::Part),
            section: level(Level::Section),
            topic: level(Level::Topic),
            issue: self.outline.issue.clone(),
            label: self.outline.label.clone(),
            label_inline: self.outline.label_inline,
            measure: self.outline.measure.clone(),
            completion: completion.unwrap_or_default(),
            restart: Restart::default(),
        };
        let width = self.issues.len().to_string().len().max(2);
        let issues = self
            .issues
            .into_iter()
            .enumerate()
            .map(|(at, d)| d.issue(at + 1, width, &slug, &numbering))
            .collect();
        let mut headings = self.nodes.into_iter().peekable();
        Notice {
            title: facts.title,
            issuer: facts.issuer,
            date: facts.date,
            published: None,
            inspection: facts.inspection,
            next_update_due: None,
            public_until: None,
            period_ends: None,
            contact: facts.contact,
            sign_off: None,
            layout: page.layout.clone(),
            opening: prose(&slug, "opening.md", &self.opening),
            outline: nest(&mut headings, Level::Part, &slug),
            closing: None,
            issues,
            editions: Vec::new(),
            redactions: Vec::new(),
            withdrawn: Vec::new(),
            span: nowhere(),
            numbering,
            slug,
        }
    }
}

impl Draft {
    fn text(&mut self, line: &str, outline: &Outline) {
        if self.label.is_none() {
            match marks::label(line) {
                Some(label) => {
                    let rest = &line[label.len()..];
                    self.label = Some((label.to_owned(), !rest.is_empty()));
                    if !rest.is_empty() {
                        self.measure_line(rest, outline.measure.as_ref());
                    }
                }
                None => self.before.push(line.to_owned()),
            }
            return;
        }
        if let Some((label, text)) = self.completion.take() {
            self.measure_line(&format!("{label}{text}"), None);
        }
        match marks::completion(line) {
            Some(label) => self.completion = Some((label.to_owned(), line[label.len()..].to_owned())),
            None => self.measure_line(line, outline.measure.as_ref()),
        }
    }

    /// A numbered line begins a measure; any other goes on with the last.
    fn measure_line(&mut self, line: &str, pattern: Option<&Pattern>) {
        let last = self.measures.iter().rev().map(|(n, _)| *n).find(|n| *n > 0);
        let next = pattern
            .and_then(|p| p.read(line))
            .filter(|(n, _)| last.is_none_or(|last| *n > last && *n <= last + 5));
        match next {
            Some((n, rest)) => self.measures.push((n, vec![rest.to_owned()])),
            None => match self.measures.last_mut() {
                Some((_, lines)) => lines.push(line.to_owned()),
                None => self.measures.push((0, vec![line.to_owned()])),
            },
        }
    }

    fn issue(mut self, at: usize, width: usize, slug: &str, numbering: &Numbering) -> Issue {
        if let Some((label, text)) = self.completion.take_if(|(label, _)| *label != numbering.completion) {
            self.measure_line(&format!("{label}{text}"), None);
        }
        let (label, inline) = self.label.unwrap_or_default();
        let bare = self.measures.is_empty();
        let measures = self.measures.into_iter().enumerate();
        Issue {
            id: IssueId(format!("issue-{at}")),
            title: self.title,
            under: NodeId(self.under),
            number: Some(self.number),
            original: None,
            goal: None,
            lead: None,
            due: None,
            extensions: Vec::new(),
            text: (!self.before.is_empty()).then(|| self.before.join("\n")),
            label_inline: Some(inline).filter(|i| *i != numbering.label_inline && !(bare && *i)),
            label: Some(label).filter(|l| *l != numbering.label),
            completion: self.completion.map(|(_, text)| text),
            measures: measures.map(|(at, m)| measure(at + 1, m, numbering.measure.is_some())).collect(),
            closed: None,
            reopened: Vec::new(),
            look_back: Vec::new(),
            recurs_from: None,
            aliases: Vec::new(),
            body: None,
            path: format!("notices/{slug}/issues/{at:0width$}-issue-{at}.md"),
            span: nowhere(),
        }
    }
}

fn measure(at: usize, (n, lines): (u32, Vec<String>), numbered: bool) -> Measure {
    Measure {
        id: MeasureId(format!("m{at}")),
        unit: None,
        with: Vec::new(),
        text: lines.join("\n"),
        number: numbered.then_some(n).or(Some(u32::try_from(at).unwrap_or_default())),
        status: None,
        status_from_wording: false,
        updates: Vec::new(),
        span: nowhere(),
    }
}

/// A number in the notice's own form is taken off; one in another form stays in the text, and counting passes it by.
fn numbered(line: &str, mark: &Mark, pattern: Option<&Pattern>) -> (u32, String) {
    if pattern == Some(&mark.pattern) { (mark.n, line[mark.len..].to_owned()) } else { (0, line.to_owned()) }
}

fn nest(
    headings: &mut std::iter::Peekable<std::vec::IntoIter<Heading>>,
    level: Level,
    slug: &str,
) -> Vec<Node> {
    let mut out = Vec::new();
    while let Some(h) = headings.next_if(|h| h.level >= level) {
        let file = format!("{}.md", h.id);
        let text = prose(slug, &file, &h.prose);
        let children = match h.level {
            Level::Part => nest(headings, Level::Section, slug),
            Level::Section => nest(headings, Level::Topic, slug),
            Level::Topic => Vec::new(),
        };
        out.push(Node {
            id: NodeId(h.id),
            level: h.level,
            heading: h.text,
            number: Some(h.number),
            text,
            closing: None,
            children,
            span: nowhere(),
        });
    }
    out
}

fn prose(slug: &str, file: &str, lines: &[String]) -> Option<Prose> {
    if lines.is_empty() {
        return None;
    }
    let escaped: Vec<String> = lines.iter().map(|l| escape_line(l)).collect();
    Some(Prose { path: format!("notices/{slug}/{file}"), text: escaped.join("\n\n") + "\n" })
}

fn statuses(notice: &mut Notice) {
    for issue in &mut notice.issues {
        let whole = issue.completion.clone();
        for measure in &mut issue.measures {
            let words = whole.as_deref().unwrap_or(&measure.text);
            measure.status = suggest(words).map(|w| match w {
                Wording::DoneOngoing => Status::DoneOngoing,
                Wording::Done => Status::Done,
                Wording::BasicallyDone => Status::BasicallyDone,
                Wording::InProgress => Status::InProgress,
                Wording::NotStarted => Status::NotStarted,
            });
            measure.status_from_wording = measure.status.is_some();
        }
    }
}

/// An imported item stands in no file yet.
fn nowhere() -> Span {
    Span::new(FileId(0), 0, 0)
}
