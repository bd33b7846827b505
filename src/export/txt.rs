//! The notice as plain text, laid out as `layout` says. Composed from the model, never from stored source.

use crate::md;
use crate::model::document::{Block, blocks};
use crate::model::{Layout, Notice, Numbers};

/// The whole text of a notice, with `\n` line ends.
pub fn export(notice: &Notice) -> String {
    let (mut lines, mut body, mut foot) = (Vec::new(), None, None);
    for block in blocks(notice, &Numbers::of(notice)) {
        if matches!(block, Block::Signature(_) | Block::Date(_)) {
            foot = foot.or(Some(lines.len()));
        }
        push(&block, &notice.layout, &mut lines);
        if matches!(block, Block::Title(_)) {
            body = Some(lines.len());
        }
    }
    // A notice of which nothing is printed is still a line.
    if lines.is_empty() {
        lines.push(String::new());
    }
    notice.layout.join(&lines, body, foot)
}

fn push(block: &Block<'_>, layout: &Layout, out: &mut Vec<String>) {
    let indented = |text: &str| format!("{}{text}", layout.indent);
    match block {
        Block::Title(text) => {
            out.extend(layout.title_lines(text).iter().map(|(before, line)| format!("{before}{line}")));
        }
        Block::Prose(prose) => out.extend(md::lines(&prose.text).iter().map(|l| indented(l))),
        Block::Heading { number, node, .. } => out.push(indented(&format!("{number}{}", node.heading))),
        Block::Unprinted(_) => {}
        Block::Issue { number, issue } => out.push(indented(&format!("{number}{}", issue.title))),
        Block::IssueText(text) | Block::Label(text) => out.push(indented(text)),
        Block::Measure { lead, measure, runs_on, .. } => {
            let text = format!("{lead}{}", measure.text);
            let mut lines = text.split('\n');
            if let Some(last) = out.last_mut().filter(|_| *runs_on) {
                last.extend(lines.next());
            }
            out.extend(lines.map(indented));
        }
        Block::Completion { label, text } => out.push(indented(&format!("{label}{text}"))),
        Block::Signature(text) => out.push(format!("{}{text}", layout.signature_indent)),
        Block::Date(text) => out.push(format!("{}{text}", layout.date_indent)),
        Block::Postscript(prose) => out.extend(md::lines(&prose.text)),
    }
}
