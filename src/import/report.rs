//! What an import recognised, for the person who looks it over.

use super::lines::Page;
use super::outline::{Outline, Role};
use super::units::Found;
use crate::model::{Contact, Inspection, Level, Notice};

/// Counts and fields of an import.
#[derive(Debug, Clone)]
pub struct Report {
    /// Headings: parts, sections, topics.
    pub headings: [usize; 3],
    /// Issues.
    pub issues: usize,
    /// Measures.
    pub measures: usize,
    /// Numbers that had to be pinned, because counting would give another.
    pub pins: usize,
    /// Characters that became fields of issues and headings.
    pub structured: usize,
    /// Characters kept as prose in their place.
    pub prose: usize,
    /// Whether the title was printed, or made of the issuer.
    pub title_printed: bool,
    /// Title.
    pub title: String,
    /// Who signs.
    pub issuer: String,
    /// Date.
    pub date: chrono::NaiveDate,
    /// Inspection.
    pub inspection: Option<Inspection>,
    /// Contact.
    pub contact: Option<Contact>,
    /// Units found in the text.
    pub units: Vec<Found>,
}

/// Sums an import up.
pub fn of(notice: &Notice, page: &Page<'_>, outline: &Outline, units: Vec<Found>) -> Report {
    let nodes = notice.nodes();
    let count = |level| nodes.iter().filter(|n| n.level == level).count();
    let prose: usize = notice
        .opening
        .iter()
        .chain(nodes.iter().filter_map(|n| n.text.as_ref()))
        .chain(&notice.closing)
        .flat_map(|p| crate::md::lines(&p.text))
        .map(|l| l.chars().count())
        .sum();
    let all: usize = page.body.iter().map(|l| l.chars().count()).sum();
    let pinned = |n: &Option<u32>| usize::from(n.is_some());
    let pins = nodes.iter().map(|n| pinned(&n.number)).sum::<usize>()
        + notice
            .issues
            .iter()
            .map(|i| pinned(&i.number) + i.measures.iter().map(|m| pinned(&m.number)).sum::<usize>())
            .sum::<usize>();
    debug_assert!(
        outline.roles.iter().filter(|r| matches!(r, Role::Issue(..))).count() >= notice.issues.len()
    );
    Report {
        headings: [count(Level::Part), count(Level::Section), count(Level::Topic)],
        issues: notice.issues.len(),
        measures: notice.issues.iter().map(|i| i.measures.len()).sum(),
        pins,
        structured: all.saturating_sub(prose),
        prose,
        title_printed: notice.layout.title,
        title: notice.title.clone(),
        issuer: notice.issuer.clone(),
        date: notice.date,
        inspection: notice.inspection.clone(),
        contact: notice.contact.clone(),
        units,
    }
}
