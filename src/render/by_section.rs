//! A notice's issues by the sections of its outline.

use serde::Serialize;

use super::book::{Book, printed};
use super::counts::{Counts, list_id};
use super::parts::Links;
use crate::history;
use crate::model::{Issue, Node, Notice, Status};
use crate::plan::Kind;

/// A section, with the issues under it.
#[derive(Serialize)]
pub struct Section<'a> {
    heading: &'a str,
    number: String,
    href: String,
    issues: Counts<'a>,
}

/// A heading that counts as a section.
#[derive(Clone, Copy)]
struct Head<'a> {
    node: &'a Node,
    /// Issues under the headings below it count as well.
    below: bool,
}

/// The sections of notice `n` that have issues, in official order.
pub fn sections<'a>(n: usize, book: &'a Book<'_>, links: &Links) -> Vec<Section<'a>> {
    let notice = &book.site.notices[n];
    heads(notice).filter_map(|head| section(n, head, book, links)).collect()
}

/// For each issue of a notice the place of its section among [`sections`], and the id of that section.
pub fn places(notice: &Notice) -> Vec<(usize, &str)> {
    let heads: Vec<Head<'_>> = heads(notice).collect();
    let place = |issue: &Issue| heads.iter().position(|head| head.has(issue)).unwrap_or(heads.len());
    let id = |at: usize| heads.get(at).map_or("", |head| head.node.id.as_str());
    notice.issues.iter().map(place).map(|at| (at, id(at))).collect()
}

/// How the sections of [`places`] are called, with their numbers, in that order.
pub fn names(n: usize, book: &Book<'_>) -> Vec<String> {
    heads(&book.site.notices[n])
        .map(|head| format!("{}{}", number(n, head, book), head.node.short_heading()))
        .collect()
}

fn number(n: usize, head: Head<'_>, book: &Book<'_>) -> String {
    let number = book.notices[n].numbers.nodes.get(&head.node.id).copied().unwrap_or_default();
    printed(book.site.notices[n].numbering.of(head.node.level), number)
}

/// Anchor of the issues of a section within the list of a status.
pub fn section_list(status: Option<Status>, section: &str) -> String {
    format!("{}-{section}", list_id(status))
}

/// The headings of the second level, and parts with the issues that hang on them.
fn heads(notice: &Notice) -> impl Iterator<Item = Head<'_>> {
    notice.outline.iter().flat_map(|part| {
        let own = Head { node: part, below: false };
        [own].into_iter().chain(part.children.iter().map(|node| Head { node, below: true }))
    })
}

impl Head<'_> {
    fn has(self, issue: &Issue) -> bool {
        issue.under == self.node.id || self.below && self.node.children.iter().any(|c| is_under(issue, c))
    }
}

fn is_under(issue: &Issue, head: &Node) -> bool {
    issue.under == head.id || head.children.iter().any(|c| is_under(issue, c))
}

fn section<'a>(n: usize, head: Head<'a>, book: &'a Book<'_>, links: &Links) -> Option<Section<'a>> {
    let (notice, node) = (&book.site.notices[n], head.node);
    let tally = history::tally_issues(notice.issues.iter().filter(|i| head.has(i)), notice.date, book.day);
    let href = format!("{}#h-{}", links.page(Kind::Notice(n), book.site), node.id);
    let list = |status| Some(format!("#{}", section_list(status, node.id.as_str())));
    (tally.total() > 0).then(|| Section {
        heading: node.short_heading(),
        number: number(n, head, book),
        issues: Counts::of(&tally, book, &list).all(href.clone()),
        href,
    })
}
