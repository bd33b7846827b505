//! The headings over the issues of a ledger: one for each stretch of rows under the same words, a level for each of their lines.

use crate::model::{Level, Node, NodeId};
use crate::text::{FileId, Span};

/// The outline under way.
#[derive(Default)]
pub struct Outline {
    /// Its headings.
    pub nodes: Vec<Node>,
    count: usize,
    last: Vec<String>,
    under: String,
}

/// What pages call issues that have no heading.
const UNPRINTED: &str = "反馈问题整改情况";

impl Outline {
    /// The heading for an issue under these words; a new one where they are not those of the issue before.
    pub fn under(&mut self, words: &str) -> NodeId {
        let lines: Vec<String> =
            words.split('\n').map(|l| l.trim().to_owned()).filter(|l| !l.is_empty()).collect();
        let lines = fold(lines);
        if lines != self.last || self.under.is_empty() {
            let same = lines.iter().zip(&self.last).take_while(|(a, b)| a == b).count();
            let same = same.min(lines.len().saturating_sub(1));
            self.add(&lines, same);
            self.last = lines;
        }
        NodeId(self.under.clone())
    }

    fn add(&mut self, lines: &[String], same: usize) {
        let levels = [Level::Part, Level::Section, Level::Topic];
        if lines.is_empty() {
            let node = self.node(Level::Part, UNPRINTED, false);
            self.nodes.push(node);
            return;
        }
        for (depth, line) in lines.iter().enumerate().skip(same) {
            let node = self.node(levels[depth], line, true);
            put(&mut self.nodes, depth, node);
        }
    }

    fn node(&mut self, level: Level, heading: &str, printed: bool) -> Node {
        self.count += 1;
        self.under = format!("a{}", self.count);
        Node {
            id: NodeId(self.under.clone()),
            level,
            heading: heading.to_owned(),
            number: None,
            printed,
            text: None,
            closing: None,
            children: Vec::new(),
            span: Span::new(FileId(0), 0, 0),
        }
    }
}

/// Under the last heading of each level above.
fn put(list: &mut Vec<Node>, depth: usize, node: Node) {
    match list.last_mut().filter(|_| depth > 0) {
        Some(last) => put(&mut last.children, depth - 1, node),
        None => list.push(node),
    }
}

/// There are three levels; what is deeper stands on the line of the third.
fn fold(mut lines: Vec<String>) -> Vec<String> {
    if lines.len() > 3 {
        let rest = lines.split_off(2).join("");
        lines.push(rest);
    }
    lines
}
