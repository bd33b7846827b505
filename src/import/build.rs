//! Lines with their roles into the model.

use super::draft::Draft;
use super::facts::Facts;
use super::lines::Page;
use super::marks::Mark;
use super::outline::{Outline, Role};
use super::tree::{self, Heading};
use super::{paragraphs, pins};
use crate::model::{Issue, Level, Notice, Numbering, Pattern, Restart};
use crate::text::{FileId, Span};

/// Makes the notice. `part`: paragraphs are measures where the text counts them so.
pub fn notice(page: &Page<'_>, outline: &Outline, facts: Facts, slug: &str, part: bool) -> Notice {
    let mut builder = Builder::new(outline);
    let end = page.body.len() - facts.closing_lines;
    for (line, role) in page.body[..end].iter().zip(&outline.roles) {
        builder.line(line, role);
    }
    let mut notice = builder.finish(page, facts, slug);
    let owned = |lines: &[&str]| lines.iter().map(|l| (*l).to_owned()).collect::<Vec<_>>();
    notice.closing = tree::prose(slug, "closing.md", &owned(&page.body[end..]));
    if page.foot.printable {
        notice.postscript = tree::prose(slug, "postscript.md", &owned(&page.foot.after));
    }
    if part {
        let prose = page.body.iter().zip(&outline.roles).filter(|(_, role)| **role == Role::Text);
        paragraphs::part(&mut notice, prose.map(|(line, _)| *line));
    }
    pins::settle(&mut notice);
    notice
}

/// What pages call the issues of a notice that has no heading above them.
const UNPRINTED: &str = "反馈问题整改情况";

struct Builder<'o> {
    outline: &'o Outline,
    opening: Vec<String>,
    nodes: Vec<Heading>,
    issues: Vec<Draft>,
}

impl<'o> Builder<'o> {
    fn new(outline: &'o Outline) -> Self {
        Self { outline, opening: Vec::new(), nodes: Vec::new(), issues: Vec::new() }
    }

    fn line(&mut self, line: &str, role: &Role) {
        match role {
            Role::Heading(level, mark) => self.heading(*level, mark, line),
            Role::Issue(title, end) => {
                let (head, account) = line.split_at(end.unwrap_or(line.len()));
                let own = title.mark.as_ref().map(|mark| numbered(head, mark, self.outline.issue.as_ref()));
                let (number, text) = own.unwrap_or_else(|| (0, head.to_owned()));
                let under = self.above().adopt();
                let mut draft = Draft::new(under, number, text, title.labelled);
                if !account.is_empty() {
                    draft.behind_title(account, self.outline);
                }
                self.issues.push(draft);
            }
            Role::Inside => {
                if let Some(issue) = self.issues.last_mut() {
                    issue.line(line, self.outline);
                }
            }
            Role::Text => match self.nodes.last_mut() {
                Some(node) => node.prose(line),
                None => self.opening.push(line.to_owned()),
            },
        }
    }

    fn heading(&mut self, level: Level, mark: &Mark, line: &str) {
        let (number, text) = numbered(line, mark, self.outline.levels.get(&level));
        let letter = ["p", "s", "t"][level as usize];
        let count = self.nodes.iter().filter(|n| n.level == level).count() + 1;
        self.nodes.push(Heading::new(level, format!("{letter}{count}"), number, text));
    }

    /// The heading that an issue hangs on: the last, or one that the text does not print.
    fn above(&mut self) -> &mut Heading {
        if self.nodes.is_empty() {
            self.nodes.push(Heading::unprinted("p0", UNPRINTED));
        }
        let last = self.nodes.len() - 1;
        &mut self.nodes[last]
    }

    fn finish(self, page: &Page<'_>, facts: Facts, slug: &str) -> Notice {
        let numbering = numbering(self.outline, &self.issues);
        Notice {
            slug: slug.to_owned(),
            title: facts.title,
            issuer: facts.issuer,
            date: facts.date,
            published: None,
            inspection: facts.inspection,
            next_update_due: None,
            public_until: None,
            period_ends: facts.period_ends,
            contact: facts.contact,
            sign_off: None,
            allow: Vec::new(),
            layout: page.layout.clone(),
            opening: tree::prose(slug, "opening.md", &self.opening),
            outline: tree::nest(self.nodes, slug),
            closing: None,
            postscript: None,
            issues: issues(self.issues, slug, &numbering),
            editions: Vec::new(),
            attachments: Vec::new(),
            translations: Vec::new(),
            redactions: Vec::new(),
            withdrawn: Vec::new(),
            span: nowhere(),
            numbering,
        }
    }
}

fn numbering(outline: &Outline, issues: &[Draft]) -> Numbering {
    let level = |level| outline.levels.get(&level).cloned();
    Numbering {
        part: level(Level::Part),
        section: level(Level::Section),
        topic: level(Level::Topic),
        issue: outline.issue.clone(),
        label: outline.label.clone(),
        label_inline: outline.label_inline,
        measure: outline.measure.clone(),
        // Where nothing but 完成情况：… stands under the titles, that is what was done.
        completion: issues
            .iter()
            .find_map(Draft::completion)
            .filter(|_| issues.iter().any(Draft::has_measures))
            .unwrap_or_default(),
        restart: Restart::default(),
    }
}

fn issues(drafts: Vec<Draft>, slug: &str, numbering: &Numbering) -> Vec<Issue> {
    let width = drafts.len().to_string().len().max(2);
    let drafts = drafts.into_iter().zip(1..);
    drafts
        .map(|(draft, at)| {
            let path = format!("notices/{slug}/issues/{at:0width$}-issue-{at}.md");
            draft.issue(at, path, numbering)
        })
        .collect()
}

/// A number in the notice's own form is taken off; one in another form stays in the text, and counting passes it by. One that is not
/// printed counts all the same.
fn numbered(line: &str, mark: &Mark, pattern: Option<&Pattern>) -> (u32, String) {
    if mark.len == 0 {
        return (mark.n, line.to_owned());
    }
    if pattern == Some(&mark.pattern) { (mark.n, line[mark.len..].to_owned()) } else { (0, line.to_owned()) }
}

/// An imported item stands in no file yet.
pub fn nowhere() -> Span {
    Span::new(FileId(0), 0, 0)
}
