//! Translations: `01-x.en.md` beside `01-x.md`, `notice.en.yaml`, `site.en.yaml`, `opening.en.md`. Every field may be
//! left out; one that the original does not know is a mistake.

use std::collections::HashMap;

use super::fields::{Fields, suggestion};
use super::known::Ids;
use super::prose::fill;
use super::site::contact;
use super::tree::{self, Tree, Value};
use super::{front, numbering};
use crate::diag::Diagnostic;
use crate::lang::{Lang, Msg};
use crate::model::translation::{EntryWords, IssueWords, MeasureWords, NoticeWords, Translation};
use crate::model::{Issue, Notice, Page, Prose, Settings, Unit};
use crate::text::{FileId, Source, Span};

/// A file that translates another.
pub struct Translated<'s> {
    /// The language's tag.
    pub tag: &'static str,
    /// The path of the original, without its ending.
    pub original: String,
    /// The file.
    pub file: (FileId, &'s Source),
}

/// Whether a path is that of a translation: `….en.md`.
pub fn of<'s>(file: (FileId, &'s Source)) -> Option<Translated<'s>> {
    let (rest, ending) = file.1.path.rsplit_once('.')?;
    let (original, tag) = rest.rsplit_once('.')?;
    let tag = Lang::ALL.into_iter().map(Lang::tag).find(|known| *known == tag)?;
    let is_text = ["md", "yaml", "yml"].contains(&ending);
    is_text.then(|| Translated { tag, original: original.to_owned(), file })
}

/// The words of one language: those of the site, and those of its notices by slug.
pub struct Words {
    /// Of the site.
    pub site: Translation,
    /// Of notices.
    pub notices: HashMap<String, NoticeWords>,
}

impl Words {
    /// Gives each notice its words; what is left is of the site.
    pub fn settle(mut self, notices: &mut [Notice]) -> Translation {
        for notice in notices {
            notice.translations.extend(self.notices.remove(&notice.slug));
        }
        self.site
    }
}

/// The words that an edition holds, by language; `notice` is its original.
pub fn frozen(f: &mut Fields<'_>, notice: &Notice, out: &mut Vec<Diagnostic>) -> Vec<NoticeWords> {
    let mut all = Vec::new();
    for (tag, tree) in f.map("translations", out) {
        let Some(mut own) = Fields::open(tree, "translations", out) else { continue };
        let mut words = NoticeWords { language: tag.name.to_string(), ..NoticeWords::default() };
        head(notice, &mut own, &mut words, out);
        for ((name, _), text) in names(&mut own, "prose", out) {
            let stem = name.trim_end_matches(".md");
            let path = format!("notices/{}/{stem}.{}.md", notice.slug, words.language);
            words.prose.insert(name.to_owned(), Prose { path, text });
        }
        for tree in own.list("issues", out) {
            let known = notice.issues.iter().map(|i| i.id.as_str());
            let Some((id, mut inner)) = part(tree, "issues", known, out) else { continue };
            let Some(original) = notice.issues.iter().find(|i| i.id.as_str() == id) else { continue };
            let mut said = IssueWords { body: inner.text("body", out), ..IssueWords::default() };
            issue(original, &mut inner, &mut said, out);
            inner.close(out);
            words.issues.insert(original.id.clone(), said);
        }
        own.close(out);
        all.push(words);
    }
    all
}

/// What the translations speak of.
pub struct Originals<'a> {
    /// `site.yaml`.
    pub settings: &'a Settings,
    /// Units.
    pub units: &'a [Unit],
    /// Notices.
    pub notices: &'a [Notice],
    /// Pages.
    pub pages: &'a [Page],
}

impl Originals<'_> {
    /// The words of every language of the site, in the order in which it names them.
    pub fn read(&self, files: &[Translated<'_>], out: &mut Vec<Diagnostic>) -> Vec<Words> {
        let named = |tag: &String| Words {
            site: Translation { language: tag.clone(), ..Translation::default() },
            notices: HashMap::new(),
        };
        let mut all: Vec<Words> = self.settings.languages.iter().map(named).collect();
        for file in files {
            match all.iter_mut().find(|words| words.site.language == file.tag) {
                Some(words) => self.file(file, words, out),
                None => {
                    let message = Msg::new("load-translation-language").with("tag", file.tag);
                    let hint = Msg::new("load-translation-language-hint");
                    out.push(Diagnostic::file_error("translation", &file.file.1.path, message).hint(hint));
                }
            }
        }
        all
    }

    fn file(&self, file: &Translated<'_>, into: &mut Words, out: &mut Vec<Diagnostic>) {
        let parts: Vec<&str> = file.original.split('/').collect();
        let done = match parts.as_slice() {
            ["site"] => self.site(file, &mut into.site, out),
            ["pages", slug] => self.page(slug, file, &mut into.site, out),
            ["notices", slug, rest @ ..] => {
                self.notices.iter().find(|n| n.slug == *slug).and_then(|notice| {
                    let named = || NoticeWords { language: file.tag.to_owned(), ..NoticeWords::default() };
                    let words = into.notices.entry((*slug).to_owned()).or_insert_with(named);
                    notice_file(notice, rest, file, words, out)
                })
            }
            _ => None,
        };
        if done.is_none() {
            let message = Msg::new("load-translation-alone").with("original", &file.original);
            let found = Diagnostic::file_error("translation", &file.file.1.path, message);
            out.push(found.hint(Msg::new("load-translation-alone-hint")));
        }
    }

    fn site(&self, file: &Translated<'_>, into: &mut Translation, out: &mut Vec<Diagnostic>) -> Option<()> {
        read(file, out, |f, out| {
            into.title = f.text("title", out);
            into.contact = f.tree("contact").and_then(|t| contact(t, out));
            let units = Ids::of_units(self.units);
            for (id, name) in names(f, "units", out) {
                units.refer("unknown-unit", "load-unknown-unit", id, out);
                if let Some(unit) = self.units.iter().find(|u| u.id.as_str() == id.0) {
                    into.units.insert(unit.id.clone(), name);
                }
            }
        });
        Some(())
    }

    fn page(
        &self,
        slug: &str,
        file: &Translated<'_>,
        into: &mut Translation,
        out: &mut Vec<Diagnostic>,
    ) -> Option<()> {
        let page = self.pages.iter().find(|p| p.slug == slug)?;
        let (id, source) = file.file;
        let Some(parts) = front::split(id, source, out) else { return Some(()) };
        let mut title = None;
        read_text(parts.yaml, id, parts.base, out, |f, out| title = Some(f.required("title", out)));
        let body = Prose { path: source.path.clone(), text: parts.body.to_owned() };
        into.pages.insert(page.slug.clone(), (title.unwrap_or_default(), body));
        Some(())
    }
}

fn notice_file(
    notice: &Notice,
    rest: &[&str],
    file: &Translated<'_>,
    into: &mut NoticeWords,
    out: &mut Vec<Diagnostic>,
) -> Option<()> {
    let (id, source) = file.file;
    match rest {
        ["notice"] => read(file, out, |f, out| head(notice, f, into, out)),
        ["issues", _] => {
            let is_it = |i: &&Issue| i.path.rsplit_once('.').is_some_and(|(path, _)| path == file.original);
            let issue = notice.issues.iter().find(is_it)?;
            let mut words = IssueWords::default();
            if source.path.ends_with(".md") {
                let Some(parts) = front::split(id, source, out) else { return Some(()) };
                words.body = Some(parts.body.to_owned()).filter(|body| !body.trim().is_empty());
                read_text(parts.yaml, id, parts.base, out, |f, out| self::issue(issue, f, &mut words, out));
            } else {
                read(file, out, |f, out| self::issue(issue, f, &mut words, out));
            }
            into.issues.insert(issue.id.clone(), words);
        }
        [name] => {
            let name = format!("{name}.md");
            let nodes = notice.nodes();
            let of_nodes = nodes.iter().flat_map(|n| [&n.text, &n.closing]);
            let all = [&notice.opening, &notice.closing, &notice.postscript].into_iter().chain(of_nodes);
            let is_it = |p: &&Prose| p.path.rsplit('/').next() == Some(name.as_str());
            all.flatten().find(is_it)?;
            let text = fill(&source.text, id, notice.contact.as_ref(), out);
            into.prose.insert(name, Prose { path: source.path.clone(), text });
        }
        _ => return None,
    }
    Some(())
}

fn head(notice: &Notice, f: &mut Fields<'_>, into: &mut NoticeWords, out: &mut Vec<Diagnostic>) {
    into.title = f.text("title", out);
    into.issuer = f.text("issuer", out);
    into.contact = f.tree("contact").and_then(|t| contact(t, out));
    into.numbering = f.tree("numbering").and_then(|t| numbering::decode(t, out));
    if let Some(mut inner) = f.tree("inspection").and_then(|t| Fields::open(t, "inspection", out)) {
        into.inspected_by = inner.text("by", out);
        inner.close(out);
    }
    let nodes = notice.nodes();
    let ids: Ids<'_> = nodes.iter().map(|n| n.id.as_str()).collect();
    for (id, heading) in names(f, "outline", out) {
        ids.refer("unknown-outline", "load-unknown-under", id, out);
        if let Some(node) = nodes.iter().find(|n| n.id.as_str() == id.0) {
            into.headings.insert(node.id.clone(), heading);
        }
    }
}

fn issue(issue: &Issue, f: &mut Fields<'_>, into: &mut IssueWords, out: &mut Vec<Diagnostic>) {
    into.title = f.text("title", out);
    into.original = f.text("original", out);
    into.goal = f.text("goal", out);
    into.lead = f.text("lead", out);
    into.text = f.text("text", out).map(trimmed);
    into.label = f.text("label", out);
    into.completion = f.text("completion", out);
    after(issue, f, into, out);
    let known = issue.measures.iter().map(|m| m.id.as_str());
    for tree in f.list("measures", out) {
        let Some((id, mut inner)) = part(tree, "measures", known.clone(), out) else { continue };
        let words = MeasureWords { text: inner.text("text", out).map(trimmed), updates: HashMap::new() };
        let Some(measure) = issue.measures.iter().find(|m| m.id.as_str() == id) else { continue };
        let updates = measure.updates.iter().map(|u| u.id.as_str());
        let words = into.measures.entry(measure.id.clone()).or_insert(words);
        for tree in inner.list("updates", out) {
            let Some((id, mut entry)) = part(tree, "updates", updates.clone(), out) else { continue };
            let Some(update) = measure.updates.iter().find(|u| u.id == id) else { continue };
            let said = EntryWords {
                text: entry.text("text", out).map(trimmed),
                reason: entry.text("reason", out),
                evidence: titles(&mut entry, update.evidence.len(), out),
            };
            entry.close(out);
            words.updates.insert(id.to_owned(), said);
        }
        inner.close(out);
    }
}

/// Titles of evidence, one for each of the original.
fn titles(f: &mut Fields<'_>, originals: usize, out: &mut Vec<Diagnostic>) -> Vec<String> {
    let found = f.texts("evidence", out);
    no_more(found.get(originals).map(|(_, span)| *span), originals, out);
    found.into_iter().map(|(title, _)| title.to_owned()).collect()
}

/// What came after the measures: a list of words each, in the order of the original.
fn after(issue: &Issue, f: &mut Fields<'_>, into: &mut IssueWords, out: &mut Vec<Diagnostic>) {
    let (extensions, reopened) = (issue.extensions.len(), issue.reopened.len());
    into.extensions = listed(f, "extensions", extensions, out, |f, out| f.text("why", out));
    into.reopened = listed(f, "reopened", reopened, out, |f, out| f.text("why", out));
    into.closed =
        listed(f, "closed", issue.closed.len(), out, |f, out| (f.text("by", out), f.text("document", out)));
    into.look_back = listed(f, "look_back", issue.look_back.len(), out, |f, out| {
        (f.text("by", out), f.text("finding", out))
    });
}

/// A list, or where the original has one alone the thing itself.
fn listed<'t, T>(
    f: &mut Fields<'t>,
    name: &'static str,
    originals: usize,
    out: &mut Vec<Diagnostic>,
    read: impl Fn(&mut Fields<'t>, &mut Vec<Diagnostic>) -> T,
) -> Vec<T> {
    let Some(tree) = f.tree(name) else { return Vec::new() };
    let items =
        if let Value::List(items) = &tree.value { items.as_slice() } else { std::slice::from_ref(tree) };
    no_more(items.get(originals).map(|tree| tree.span), originals, out);
    let mut found = Vec::new();
    for item in items {
        let Some(mut inner) = Fields::open(item, name, out) else { continue };
        found.push(read(&mut inner, out));
        inner.close(out);
    }
    found
}

/// Words beyond the last that the original has would belong to nothing.
fn no_more(first: Option<Span>, originals: usize, out: &mut Vec<Diagnostic>) {
    if let Some(span) = first {
        let message = Msg::new("load-translation-more").count("n", originals);
        out.push(Diagnostic::error("translation", span, message));
    }
}

/// A part of the record by its id, which has to be there.
fn part<'t>(
    tree: &'t Tree<'t>,
    what: &'static str,
    known: impl Iterator<Item = &'t str> + Clone,
    out: &mut Vec<Diagnostic>,
) -> Option<(&'t str, Fields<'t>)> {
    let mut f = Fields::open(tree, what, out)?;
    f.need("id", out);
    let (id, span) = f.scalar("id", "want-text", out)?;
    if !known.clone().any(|known| known == id) {
        let message = Msg::new("load-translation-part").with("id", id);
        out.push(Diagnostic::error("translation", span, message).hint(suggestion(id, known)));
        return None;
    }
    Some((id, f))
}

/// `{id: words}`
fn names<'t>(
    f: &mut Fields<'t>,
    name: &'static str,
    out: &mut Vec<Diagnostic>,
) -> Vec<((&'t str, Span), String)> {
    let mut found = Vec::new();
    for (key, tree) in f.map(name, out) {
        match &tree.value {
            Value::Scalar(words) => found.push(((&*key.name, key.span), words.to_string())),
            _ => super::fields::wrong_type(&key.name, "want-text", tree.span, out),
        }
    }
    found
}

fn read(
    file: &Translated<'_>,
    out: &mut Vec<Diagnostic>,
    take: impl FnOnce(&mut Fields<'_>, &mut Vec<Diagnostic>),
) {
    let (id, source) = file.file;
    read_text(&source.text, id, 0, out, take);
}

fn read_text(
    yaml: &str,
    file: FileId,
    base: usize,
    out: &mut Vec<Diagnostic>,
    take: impl FnOnce(&mut Fields<'_>, &mut Vec<Diagnostic>),
) {
    let Some(tree) = tree::parse(yaml, file, base, out) else { return };
    // A translation of the body alone has an empty head.
    if matches!(tree.value, Value::Null) {
        return;
    }
    let Some(mut f) = Fields::open(&tree, "translation", out) else { return };
    take(&mut f, out);
    f.close(out);
}

/// A block of YAML ends in a line feed, which is none of the text.
fn trimmed(text: String) -> String {
    text.trim_end_matches('\n').to_owned()
}
