//! Why a text has no issue that could be recognised, and the lines that come nearest.

use super::lines::Page;
use super::marks::{self, Kind};
use super::outline::{Outline, Role};
use super::report::Place;

/// Why no issue was recognised.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Nothing {
    /// What was wanting.
    pub reason: Reason,
    /// The lines that come nearest, in order, a few at most.
    pub near: Vec<Place>,
}

/// What was wanting.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Reason {
    /// Neither numbered issues nor labels of measures.
    Neither,
    /// Labels, and no numbered issue above them.
    Number,
    /// Numbered issues, and neither label nor numbered measure under them.
    Label,
    /// Issues that the content files could not hold and print again.
    Unheld,
}

/// How many lines a person is shown.
const SHOWN: usize = 6;

/// Looks for what was wanting in a text of which `outline` was read.
pub fn why(page: &Page<'_>, outline: &Outline) -> Nothing {
    let lines = &page.body;
    let numbered = lines.iter().any(|l| Kind::Issue.read(l).is_some());
    let labelled = lines.iter().any(|l| marks::label(l).is_some());
    let reason = match (numbered, labelled) {
        _ if outline.roles.iter().any(|r| matches!(r, Role::Issue(..))) => Reason::Unheld,
        (true, _) => Reason::Label,
        (_, true) => Reason::Number,
        _ => Reason::Neither,
    };
    let near = lines.iter().zip(&page.places).filter(|(line, _)| is_near(line)).take(SHOWN);
    Nothing { reason, near: near.map(|(line, at)| Place::new(*at, line)).collect() }
}

/// A line that speaks as issues and labels do.
fn is_near(line: &str) -> bool {
    let start: String = line.trim_start().chars().take(16).collect();
    let issue = start.contains("问题") && (marks::begins_with_number(line) || start.contains([':', '：']));
    issue || marks::label(line).is_some() || start.contains("整改") && start.contains([':', '：'])
}
