//! Numbers: how each level prints them, where each starts again, and what they come to in a notice.

use std::collections::HashMap;

use super::{Level, Node, NodeId, Notice, Pattern};

/// How a notice prints and counts its numbers.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Numbering {
    /// `一、`; `None` prints no number.
    pub part: Option<Pattern>,
    /// `(一)`
    pub section: Option<Pattern>,
    /// `1.`
    pub topic: Option<Pattern>,
    /// `问题1:`
    pub issue: Option<Pattern>,
    /// The line before the measures, `整改进展情况:`; empty where there is none.
    pub label: String,
    /// Whether the label stands on the line of the first measure.
    pub label_inline: bool,
    /// `(1)`
    pub measure: Option<Pattern>,
    /// Label of the completion line, `完成情况：`; empty where there is none.
    pub completion: String,
    /// Where each level starts again at one.
    pub restart: Restart,
}

impl Numbering {
    /// The pattern of a level of headings.
    pub fn of(&self, level: Level) -> Option<&Pattern> {
        match level {
            Level::Part => self.part.as_ref(),
            Level::Section => self.section.as_ref(),
            Level::Topic => self.topic.as_ref(),
        }
    }

    /// A named preset: `continuous` (measures run through the notice), `restarting` (full-width brackets, each level
    /// begins anew), `narrative` (整改情况 as prose with a completion line).
    pub fn preset(name: &str) -> Option<Self> {
        let pattern = |text: &str| Pattern::parse(text).ok();
        let make = |marks: [&str; 5], label: &str, inline, completion: &str, restart| Self {
            part: pattern(marks[0]),
            section: pattern(marks[1]),
            topic: pattern(marks[2]),
            issue: pattern(marks[3]),
            measure: pattern(marks[4]),
            label: label.to_owned(),
            label_inline: inline,
            completion: completion.to_owned(),
            restart,
        };
        let anew = Restart {
            topic: RestartAt::Parent,
            issue: RestartAt::Parent,
            measure: RestartAt::Parent,
            ..Restart::default()
        };
        match name {
            "continuous" => Some(make(
                ["一、", "(一)", "1.", "问题1:", "(1)"],
                "整改进展情况:",
                false,
                "",
                Restart::default(),
            )),
            "restarting" => {
                Some(make(["一、", "（一）", "1.", "问题1：", "（1）"], "整改进展情况：", false, "", anew))
            }
            "narrative" => {
                Some(make(["一、", "（一）", "1.", "问题1：", ""], "整改情况：", true, "完成情况：", anew))
            }
            _ => None,
        }
    }

    /// The names [`Self::preset`] knows.
    pub const PRESETS: [&'static str; 3] = ["continuous", "restarting", "narrative"];
}

/// Where a level's count starts again.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum RestartAt {
    /// Runs through the whole notice.
    Never,
    /// At one under each parent.
    Parent,
}

/// Where each level's count starts again.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Restart {
    /// Sections.
    pub section: RestartAt,
    /// Topics.
    pub topic: RestartAt,
    /// Issues: their parent is the heading they hang on.
    pub issue: RestartAt,
    /// Measures: their parent is the issue.
    pub measure: RestartAt,
}

impl Default for Restart {
    fn default() -> Self {
        Self {
            section: RestartAt::Parent,
            topic: RestartAt::Never,
            issue: RestartAt::Never,
            measure: RestartAt::Never,
        }
    }
}

/// The numbers of one notice.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Numbers {
    /// Number of each heading.
    pub nodes: HashMap<NodeId, u32>,
    /// Number of each issue, by its place in [`Notice::issues`].
    pub issues: Vec<u32>,
    /// Number of each measure of each issue.
    pub measures: Vec<Vec<u32>>,
}

impl Numbers {
    /// Counts a notice through in official order. A pin sets the count and numbers go on from it; a pin of 0 takes no
    /// number and leaves the count alone.
    pub fn of(notice: &Notice) -> Self {
        let mut counter = Counter { notice, out: Self::default(), next: [0; 5], issue_at: 0 };
        counter.out.issues = vec![0; notice.issues.len()];
        counter.out.measures = vec![Vec::new(); notice.issues.len()];
        for node in &notice.outline {
            counter.node(node);
        }
        counter.out
    }
}

struct Counter<'a> {
    notice: &'a Notice,
    out: Numbers,
    /// Last number given: part, section, topic, issue, measure.
    next: [u32; 5],
    issue_at: usize,
}

impl Counter<'_> {
    fn node(&mut self, node: &Node) {
        let slot = node.level as usize;
        let n = self.count(slot, if node.printed { node.number } else { Some(0) });
        self.out.nodes.insert(node.id.clone(), n);
        let restart = self.notice.numbering.restart;
        for (child, at) in [(1, restart.section), (2, restart.topic)] {
            if child > slot && at == RestartAt::Parent {
                self.next[child] = 0;
            }
        }
        if restart.issue == RestartAt::Parent {
            self.next[3] = 0;
        }
        self.issues(&node.id);
        for child in &node.children {
            self.node(child);
        }
    }

    fn issues(&mut self, under: &NodeId) {
        while let Some(issue) = self.notice.issues.get(self.issue_at).filter(|i| i.under == *under) {
            let at = self.issue_at;
            self.issue_at += 1;
            self.out.issues[at] = self.count(3, issue.number);
            if self.notice.numbering.restart.measure == RestartAt::Parent {
                self.next[4] = 0;
            }
            self.out.measures[at] = issue.measures.iter().map(|m| self.count(4, m.number)).collect();
        }
    }

    fn count(&mut self, slot: usize, pin: Option<u32>) -> u32 {
        let n = pin.unwrap_or_else(|| self.next[slot].saturating_add(1));
        if n > 0 {
            self.next[slot] = n;
        }
        n
    }
}
