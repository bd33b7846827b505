//! From bytes of a passage to the very characters of its source file, however they are written there: quoted, folded, in a
//! block, in Markdown. Nothing is kept for it while loading: the few files with findings are read once more.

use std::collections::HashMap;
use std::ops::Range;

use super::align::align;
use super::beside::At;
use super::finding::{Spot, Step};
use super::passage::{Kind, Passage};
use super::record::Record;
use crate::load::front;
use crate::load::tree::{self, Tree, Value};
use crate::md;
use crate::model::Site;
use crate::text::{FileId, Source, Sources, Span};

/// The sources of a site, by path.
pub struct Library<'s> {
    sources: &'s Sources,
    by_path: HashMap<&'s str, FileId>,
}

impl<'s> Library<'s> {
    /// Takes them.
    pub fn new(sources: &'s Sources) -> Self {
        let ids = (0..).map(FileId);
        Self { sources, by_path: sources.iter().map(|s| s.path.as_str()).zip(ids).collect() }
    }

    /// Where a place outside the notices is written.
    pub fn beside(&self, at: &At, site: &Site) -> Option<Span> {
        match at {
            At::Setting(path) => {
                self.setting(|tree| path.iter().try_fold(tree, |tree, name| field(tree, name)))
            }
            At::Unit(n) => self.setting(|tree| field(item(tree, "units", *n)?, "name")),
            At::Page(n, bytes) => {
                let body = &site.pages.get(*n)?.body;
                let file = *self.by_path.get(body.path.as_str())?;
                let base = self.sources.get(file)?.text.len().checked_sub(body.text.len())?;
                Some(Span::new(file, base + bytes.start, base + bytes.end))
            }
        }
    }

    fn setting(&self, find: impl for<'t> FnOnce(&'t Tree<'s>) -> Option<&'t Tree<'s>>) -> Option<Span> {
        let file = *self.by_path.get("site.yaml")?;
        let tree = parse(self.sources.get(file)?, file)?;
        find(&tree).map(|t| t.span)
    }
}

/// Finds places of one notice.
pub struct Finder<'a, 's> {
    record: &'a Record<'a>,
    library: &'s Library<'s>,
    trees: HashMap<FileId, Option<Tree<'s>>>,
}

impl<'a, 's> Finder<'a, 's> {
    /// Nothing is read until a place is asked for.
    pub fn new(record: &'a Record<'a>, library: &'s Library<'s>) -> Self {
        Self { record, library, trees: HashMap::new() }
    }

    /// Where a spot is written.
    pub fn span(&mut self, spot: &Spot) -> Span {
        let notice = self.record.notice;
        match spot {
            Spot::Notice => self.first_line(notice.span),
            Spot::Issue(at) => notice.issues.get(*at).map_or(notice.span, |i| i.span),
            Spot::Measure(at, m) => {
                let issue = notice.issues.get(*at);
                let measure = issue.and_then(|i| i.measures.get(*m));
                measure.map(|m| m.span).or(issue.map(|i| i.span)).unwrap_or(notice.span)
            }
            Spot::Field(at, steps) => {
                let issue = notice.issues.get(*at).map_or(notice.span, |i| i.span);
                let found = self.tree(issue.file).and_then(|tree| reached(tree, steps)).map(|t| t.span);
                found.map_or(issue, |span| self.first_line(span))
            }
            Spot::Text(at, bytes) => match self.record.passages.get(*at) {
                Some(passage) => self.text(passage, bytes),
                None => notice.span,
            },
        }
    }

    /// A whole record would fill the screen.
    fn first_line(&self, span: Span) -> Span {
        let text = self.library.sources.get(span.file).and_then(|s| s.text.get(span.start as usize..));
        let len = text.and_then(|t| t.find('\n')).and_then(|n| u32::try_from(n).ok());
        Span { end: len.map_or(span.end, |len| span.end.min(span.start + len)), ..span }
    }

    fn text(&mut self, passage: &Passage<'_>, bytes: &Range<usize>) -> Span {
        let whole = self.whole(passage);
        let region = self.region(passage);
        let found = region.and_then(|region| {
            let source = self.library.sources.get(region.file)?;
            let written = source.text.get(region.start as usize..region.end as usize)?;
            let (text, shift) = whole.as_ref().map_or((&*passage.text, 0), |(text, shift)| (text, *shift));
            let at = align(written, text, &(bytes.start + shift..bytes.end + shift));
            let base = region.start as usize;
            Some(Span::new(region.file, base + at.start, base + at.end))
        });
        found.or(region).unwrap_or_else(|| self.owner(passage))
    }

    fn owner(&mut self, passage: &Passage<'_>) -> Span {
        self.span(&match (passage.issue, passage.measure) {
            (Some(issue), Some(measure)) => Spot::Measure(issue, measure),
            (Some(issue), None) => Spot::Issue(issue),
            _ => Spot::Notice,
        })
    }

    /// For a line of a file, what the whole file comes to, and where the line begins in it.
    fn whole(&self, passage: &Passage<'_>) -> Option<(String, usize)> {
        let Kind::Prose(path, line) = passage.kind else { return None };
        let lines = md::lines(&self.source_of(path)?.text);
        let shift = lines.iter().take(line).map(|l| l.len() + 1).sum();
        let same = lines.get(line).is_some_and(|l| *l == passage.text);
        same.then(|| (lines.join("\n"), shift))
    }

    fn source_of(&self, path: &str) -> Option<&'s Source> {
        self.library.sources.get(*self.library.by_path.get(path)?)
    }

    fn tree(&mut self, file: FileId) -> Option<&Tree<'s>> {
        let library = self.library;
        let tree = self.trees.entry(file).or_insert_with(|| parse(library.sources.get(file)?, file));
        tree.as_ref()
    }

    /// The stretch of a source in which the passage is written.
    fn region(&mut self, passage: &Passage<'_>) -> Option<Span> {
        let notice = self.record.notice;
        let issue = passage.issue.and_then(|at| notice.issues.get(at));
        if let Kind::Prose(path, _) = passage.kind {
            let file = *self.library.by_path.get(path)?;
            return Some(Span::new(file, 0, self.library.sources.get(file)?.text.len()));
        }
        let file = issue.map_or(notice.span.file, |i| i.span.file);
        if let Kind::Explanation = passage.kind {
            let source = self.library.sources.get(file)?;
            let body = front::split(file, source, &mut Vec::new())?.body.len();
            return Some(Span::new(file, source.text.len() - body, source.text.len()));
        }
        let tree = self.tree(file)?;
        let measure = |m: Option<usize>| item(tree, "measures", m?);
        let update = |u: usize| item(measure(passage.measure)?, "updates", u);
        match passage.kind {
            Kind::Title => field(tree, "title"),
            Kind::Issuer => field(tree, "issuer"),
            Kind::Inspector => field(field(tree, "inspection")?, "by"),
            Kind::Contact(name) => field(field(tree, "contact")?, name),
            Kind::Label(completion) => {
                field(field(tree, "numbering")?, if completion { "completion" } else { "label" })
            }
            Kind::Heading(node) => field(heading(field(tree, "outline")?, node.id.as_str())?, "heading"),
            Kind::Issue => field(tree, "title"),
            Kind::Field(name) => field(tree, name),
            Kind::Measure => field(measure(passage.measure)?, "text"),
            Kind::Update(u) => field(update(u)?, "text"),
            Kind::Reason(u) => field(update(u)?, "reason"),
            Kind::Evidence(u, n) => {
                let evidence = item(update(u)?, "evidence", n)?;
                field(evidence, "title").or(Some(evidence))
            }
            // One close-out may stand without a list around it.
            Kind::After(list, n, name) => field(item(tree, list, n).or(field(tree, list))?, name),
            Kind::Prose(..) | Kind::Explanation => None,
        }
        .map(|t| t.span)
    }
}

fn parse(source: &Source, file: FileId) -> Option<Tree<'_>> {
    let unheard = &mut Vec::new();
    if source.path.ends_with(".md") {
        let parts = front::split(file, source, unheard)?;
        return tree::parse(parts.yaml, file, parts.base, unheard);
    }
    tree::parse(&source.text, file, 0, unheard)
}

fn field<'t, 's>(tree: &'t Tree<'s>, name: &str) -> Option<&'t Tree<'s>> {
    let Value::Map(entries) = &tree.value else { return None };
    entries.iter().find(|(k, _)| k.name == name).map(|(_, t)| t)
}

fn item<'t, 's>(tree: &'t Tree<'s>, list: &str, at: usize) -> Option<&'t Tree<'s>> {
    let Value::List(items) = &field(tree, list)?.value else { return None };
    items.get(at)
}

/// The last place on a way into a record that is there.
fn reached<'t, 's>(tree: &'t Tree<'s>, steps: &[Step]) -> Option<&'t Tree<'s>> {
    let mut at = None;
    for step in steps {
        let from = at.unwrap_or(tree);
        let next = match (step, &from.value) {
            (Step::Key(name), _) => field(from, name),
            (Step::Item(n), Value::List(items)) => items.get(*n),
            (Step::Item(_), _) => Some(from),
        };
        let Some(next) = next else { break };
        at = Some(next);
    }
    at
}

/// The record of a heading, at whatever depth.
fn heading<'t, 's>(list: &'t Tree<'s>, id: &str) -> Option<&'t Tree<'s>> {
    let Value::List(nodes) = &list.value else { return None };
    nodes.iter().find_map(|node| {
        let own = matches!(field(node, "id").map(|t| &t.value), Some(Value::Scalar(text)) if text == id);
        if own {
            return Some(node);
        }
        ["sections", "topics"].iter().find_map(|below| heading(field(node, below)?, id))
    })
}
