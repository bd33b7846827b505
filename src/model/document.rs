//! The notice as a document: its blocks in official order, with their printed numbers. The text export and the public
//! page are both made from this list, so neither can drop what the other has.

use crate::md::bar_cells;

use super::{Issue, Level, Measure, Node, NodeId, Notice, Numbers, Pattern, Prose};

/// One block of the document.
#[derive(Debug, Clone)]
pub enum Block<'a> {
    /// The title, where the text prints it.
    Title(&'a str),
    /// Prose: opening, text under a heading, closing.
    Prose(&'a Prose),
    /// A heading with its printed number.
    Heading {
        /// Depth.
        level: Level,
        /// Printed number, empty where the level has none.
        number: String,
        /// The heading.
        node: &'a Node,
    },
    /// A heading that the text does not print, where it would stand.
    Unprinted(&'a Node),
    /// An issue's title with its printed number.
    Issue {
        /// Printed number.
        number: String,
        /// The issue.
        issue: &'a Issue,
    },
    /// A paragraph between an issue's title and its label.
    IssueText(&'a str),
    /// The label on a line of its own.
    Label(&'a str),
    /// A measure: what stands before its text (an inline label, the number), and the measure.
    Measure {
        /// Inline label and printed number.
        lead: String,
        /// The measure.
        measure: &'a Measure,
        /// Whether it goes on in the paragraph of the measure before it, the first in that of the issue's title.
        runs_on: bool,
        /// Its issue.
        issue: &'a Issue,
    },
    /// The completion line.
    Completion {
        /// Its label.
        label: &'a str,
        /// Its words.
        text: &'a str,
    },
    /// Who signs.
    Signature(&'a str),
    /// The date under the signature, as printed.
    Date(String),
    /// What stands under the date.
    Postscript(&'a Prose),
}

/// The blocks of a notice in official order: opening; each heading with its prose, its own issues, the headings under it
/// and its closing prose; closing; signature; date; postscript.
pub fn blocks<'a>(notice: &'a Notice, numbers: &Numbers) -> Vec<Block<'a>> {
    let mut writer = Writer { notice, numbers, at: 0, out: Vec::with_capacity(notice.issues.len() * 6 + 16) };
    if notice.layout.title {
        writer.out.push(Block::Title(&notice.title));
    }
    writer.prose(notice.opening.as_ref());
    for node in &notice.outline {
        writer.node(node);
    }
    writer.prose(notice.closing.as_ref());
    if notice.layout.signature {
        writer.out.push(Block::Signature(&notice.issuer));
        let date = notice.layout.date_form.print(notice.date);
        writer.out.extend(Some(date).filter(|d| !d.is_empty()).map(Block::Date));
    }
    writer.out.extend(notice.postscript.as_ref().map(Block::Postscript));
    writer.out
}

struct Writer<'a, 'n> {
    notice: &'a Notice,
    numbers: &'n Numbers,
    at: usize,
    out: Vec<Block<'a>>,
}

impl<'a> Writer<'a, '_> {
    fn prose(&mut self, prose: Option<&'a Prose>) {
        self.out.extend(prose.map(Block::Prose));
    }

    fn node(&mut self, node: &'a Node) {
        self.out.push(if node.printed {
            let n = self.numbers.nodes.get(&node.id).copied().unwrap_or_default();
            let number = printed(self.notice.numbering.of(node.level), n);
            Block::Heading { level: node.level, number, node }
        } else {
            Block::Unprinted(node)
        });
        self.prose(node.text.as_ref());
        self.issues(&node.id);
        for child in &node.children {
            self.node(child);
        }
        self.prose(node.closing.as_ref());
    }

    fn issues(&mut self, under: &NodeId) {
        while let Some(issue) = self.notice.issues.get(self.at).filter(|i| i.under == *under) {
            let at = self.at;
            self.at += 1;
            self.issue(at, issue);
        }
    }

    fn issue(&mut self, at: usize, issue: &'a Issue) {
        let numbering = &self.notice.numbering;
        let number = printed(numbering.issue.as_ref(), self.numbers.issues[at]);
        self.out.push(Block::Issue { number, issue });
        self.out.extend(issue.text.iter().flat_map(|t| t.lines()).map(Block::IssueText));
        let label = issue.label.as_deref().unwrap_or(&numbering.label);
        let inline = issue.label_inline.unwrap_or(numbering.label_inline);
        if !inline && !label.is_empty() {
            self.out.push(Block::Label(label));
        }
        // Only the title itself has a paragraph that the first may go on in.
        let under_title = issue.text.is_none() && (inline || label.is_empty());
        let mut before: Option<&Measure> = None;
        for (measure, n) in issue.measures.iter().zip(&self.numbers.measures[at]) {
            let label = if inline && before.is_none() { label } else { "" };
            let lead = format!("{label}{}", printed(numbering.measure.as_ref(), *n));
            let runs_on = measure.runs_on && before.map_or(under_title, ends_in_words);
            self.out.push(Block::Measure { lead, measure, runs_on, issue });
            before = Some(measure);
        }
        if let Some(text) = &issue.completion {
            self.out.push(Block::Completion { label: &numbering.completion, text });
        }
    }
}

/// Nothing runs on from the row of a table.
fn ends_in_words(measure: &Measure) -> bool {
    measure.text.rsplit('\n').next().is_none_or(|line| bar_cells(line).is_none())
}

/// The printed form of a number; nothing where the level has no pattern or the item takes no number.
fn printed(pattern: Option<&Pattern>, n: u32) -> String {
    pattern.filter(|_| n > 0).map(|p| p.print(n)).unwrap_or_default()
}
