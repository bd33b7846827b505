//! Text files into a [`Site`]: a spanned tree, then decoders that collect every mistake of every file.

mod after;
mod edition;
mod evidence;
pub(crate) mod fields;
mod footnotes;
pub(crate) mod front;
mod issue;
mod kept;
mod known;
mod layout;
mod links;
mod natural;
mod notice;
mod numbering;
mod phrases;
mod prose;
mod quick;
#[cfg(test)]
mod quick_tests;
mod redaction;
mod refs;
mod site;
mod slips;
mod translation;
pub(crate) mod tree;
mod update;
mod waiver;
mod withdrawn;

use std::collections::HashSet;

use rayon::prelude::*;

use crate::diag::{self, Diagnostic};
use crate::lang::Msg;
use crate::model::{Issue, Notice, Page, Prose, Site};
use crate::text::{DecodeError, FileId, RawFile, Source, Sources, decode_owned};
pub use evidence::Asset;
use evidence::Assets;
pub use fields::{nearest, suggestion};
use kept::Decoded;
pub use kept::Kept;
use known::{Ids, Known};
use layout::{Folders, NoticeFiles};
pub use links::LinkTo;
use prose::Library;
use translation::Originals;

/// What loading gives: the sources that places point into, every finding, and the site where nothing is wrong.
pub struct Loaded {
    /// The decoded files.
    pub sources: Sources,
    /// Every mistake of every file, in reading order.
    pub diagnostics: Vec<Diagnostic>,
    /// Where its Markdown leads.
    pub links: Vec<LinkTo>,
    /// The record; `None` as soon as there is one error, so that nothing half read is ever used.
    pub site: Option<Site>,
}

/// Loads the texts of a content folder that holds nothing else; paths are relative to it.
pub fn load(files: Vec<RawFile>) -> Loaded {
    load_with(files, Vec::new())
}

/// Loads the texts of a content folder, and what stands beside them; paths are relative to it.
pub fn load_with(files: Vec<RawFile>, assets: Vec<Asset>) -> Loaded {
    load_by(files, assets, |notices, assets, units| {
        notices.par_iter().map(|files| one_notice(files, assets, units)).collect()
    })
}

/// The same after an earlier load: what that one made of a notice is taken over where none of its files has changed.
pub fn load_again(files: Vec<RawFile>, assets: Vec<Asset>, kept: &mut Kept) -> Loaded {
    load_by(files, assets, |notices, assets, units| {
        kept.decode(notices, assets, units, |files| one_notice(files, assets, units))
    })
}

fn load_by(
    files: Vec<RawFile>,
    assets: Vec<Asset>,
    notices: impl FnOnce(&[NoticeFiles<'_>], &Assets, Option<&Ids<'_>>) -> Vec<Decoded>,
) -> Loaded {
    let mut out = Vec::new();
    let assets = evidence::sort(assets, &mut out);
    let sources = Sources::new(decode_all(files, &mut out));
    let folders = layout::sort(&sources, &mut out);
    let site = record(&folders, &assets, notices, &mut out);
    out.extend(footnotes::check(&sources));
    diag::sort(&mut out);
    let clean = !out.iter().any(Diagnostic::is_error);
    Loaded { site: site.filter(|_| clean), diagnostics: out, links: links::all(&sources), sources }
}

/// Whether the bytes of an edition load as an edition with the digest that stands in it.
pub fn proves(path: &str, slug: &str, bytes: &[u8]) -> bool {
    let mut out = Vec::new();
    let file = RawFile { path: path.to_owned(), bytes: bytes.to_vec() };
    let sources = decode_all(vec![file], &mut out);
    let found = sources.first().and_then(|source| edition::decode(FileId(0), source, slug, &mut out));
    found.is_some() && out.is_empty()
}

fn decode_all(files: Vec<RawFile>, out: &mut Vec<Diagnostic>) -> Vec<Source> {
    let mut read: Vec<_> = files.into_par_iter().map(decode_one).collect();
    read.sort_by(|a, b| path_of(a).cmp(path_of(b)));
    let (good, bad): (Vec<_>, Vec<_>) = read.into_iter().partition(Result::is_ok);
    out.extend(bad.into_iter().filter_map(Result::err).map(|bad| bad.1));
    good.into_iter().filter_map(Result::ok).collect()
}

fn path_of(read: &Result<Source, Box<(String, Diagnostic)>>) -> &str {
    match read {
        Ok(source) => &source.path,
        Err(bad) => &bad.0,
    }
}

/// Why bytes are not text, and from which line and byte on.
pub fn not_text(bytes: &[u8], error: DecodeError) -> Msg {
    let id = match error {
        DecodeError::DamagedUtf8(_) => "load-damaged",
        DecodeError::Unknown(_) => "load-not-text",
        DecodeError::Binary(_) => "load-binary",
    };
    let line = bytes[..error.offset()].iter().filter(|b| **b == b'\n').count() + 1;
    Msg::new(id).count("line", line).count("byte", error.offset() + 1)
}

fn decode_one(file: RawFile) -> Result<Source, Box<(String, Diagnostic)>> {
    match decode_owned(file.bytes) {
        Ok((text, encoding)) => Ok(Source { path: file.path, text, encoding }),
        Err((bytes, error)) => {
            let message = not_text(&bytes, error);
            let found =
                Diagnostic::file_error("not-text", &file.path, message).hint(Msg::new("load-not-text-hint"));
            Err(Box::new((file.path, found)))
        }
    }
}

fn record(
    folders: &Folders<'_>,
    assets: &Assets,
    decode: impl FnOnce(&[NoticeFiles<'_>], &Assets, Option<&Ids<'_>>) -> Vec<Decoded>,
    out: &mut Vec<Diagnostic>,
) -> Option<Site> {
    let head = settings(folders, out);
    let known = head.as_ref().filter(|h| h.all_units).map(|h| Ids::of_units(&h.units));
    let read = decode(&folders.notices, assets, known.as_ref());
    evidence::homeless(assets, folders.notices.iter().map(|n| n.slug.as_str()), out);
    let mut notices = Vec::new();
    let mut broken = HashSet::new();
    for ((notice, found), files) in read.into_iter().zip(&folders.notices) {
        if notice.as_ref().is_none_or(|n| !is_whole(n, files)) {
            broken.insert(files.slug.as_str());
        }
        notices.extend(notice);
        out.extend(found);
    }
    refs::recurrences(&notices, &broken, out);
    notices.sort_by(|a, b| b.date.cmp(&a.date).then_with(|| a.slug.cmp(&b.slug)));
    let pages: Vec<Page> = folders.pages.iter().filter_map(|(id, source)| page(*id, source, out)).collect();
    evidence::settle(&mut notices, &pages, out);
    let phrases = folders.phrases.map(|(file, source)| phrases::decode(file, source, out));
    let site::Head { mut settings, units, .. } = head?;
    settings.phrases = phrases;
    let originals = Originals { settings: &settings, units: &units, notices: &notices, pages: &pages };
    let words = originals.read(&folders.translations, out);
    let translations = words.into_iter().map(|words| words.settle(&mut notices)).collect();
    layout::no_page_at_a_language(&settings.languages, &folders.pages, out);
    Some(Site { settings, units, notices, pages, expired: Vec::new(), translations })
}

/// Whether every issue file of a notice gave an issue with an id.
fn is_whole(notice: &Notice, files: &NoticeFiles<'_>) -> bool {
    notice.issues.len() == files.issues.len() && notice.issues.iter().all(|i| !i.id.as_str().is_empty())
}

fn settings(folders: &Folders<'_>, out: &mut Vec<Diagnostic>) -> Option<site::Head> {
    let Some((file, source)) = folders.site else {
        let hint = Msg::new("load-no-site-hint");
        out.push(Diagnostic::file_error("no-site", "site.yaml", Msg::new("load-no-site")).hint(hint));
        return None;
    };
    let before = out.len();
    let tree = yaml(file, source, out)?;
    let whole = out.len() == before;
    let mut head = site::decode(&tree, out)?;
    head.all_units &= whole;
    Some(head)
}

fn yaml<'s>(file: FileId, source: &'s Source, out: &mut Vec<Diagnostic>) -> Option<tree::Tree<'s>> {
    let before = out.len();
    let tree = tree::parse(&source.text, file, 0, out)?;
    if issue::is_empty(&tree) && out.len() == before {
        out.push(empty(source));
        return None;
    }
    Some(tree)
}

fn empty(source: &Source) -> Diagnostic {
    Diagnostic::file_error("empty-file", &source.path, Msg::new("load-empty"))
        .hint(Msg::new("load-empty-hint"))
}

fn one_notice(files: &NoticeFiles<'_>, assets: &Assets, units: Option<&Ids<'_>>) -> Decoded {
    let mut out = Vec::new();
    let mut library = Library::new(files.prose.iter().copied());
    let head = head(files, &mut library, &mut out);
    library.tell_missing(&mut out);
    if head.is_some() {
        library.close(&mut out);
    }
    let nodes = head
        .as_ref()
        .filter(|h| h.all_nodes)
        .map(|h| h.notice.nodes().iter().map(|n| n.id.as_str()).collect());
    let held = assets.get(&files.slug).map_or(&[][..], Vec::as_slice);
    let names = Some(held.iter().map(|a| a.name.as_str()).collect());
    let issues = issues(files, &Known { units, nodes, files: names }, &mut out);
    let editions = files.editions.iter();
    let editions: Vec<_> =
        editions.filter_map(|(id, source)| edition::decode(*id, source, &files.slug, &mut out)).collect();
    let attachments = held.to_vec();
    let notice = head.map(|notice::Head { mut notice, .. }| {
        notice.issues = in_official_order(issues, &notice);
        notice.editions = editions;
        notice.attachments = attachments;
        notice
    });
    (notice, out)
}

fn head(
    files: &NoticeFiles<'_>,
    library: &mut Library<'_>,
    out: &mut Vec<Diagnostic>,
) -> Option<notice::Head> {
    let Some((file, source)) = files.head else {
        let path = format!("notices/{}/notice.yaml", files.slug);
        let found = Diagnostic::file_error("no-notice", path, Msg::new("load-no-notice"));
        out.push(found.hint(Msg::new("load-no-notice-hint")));
        return None;
    };
    let before = out.len();
    let tree = yaml(file, source, out)?;
    let whole = out.len() == before;
    let mut head = notice::decode(&tree, &files.slug, library, out)?;
    head.all_nodes &= whole;
    Some(head)
}

fn issues(files: &NoticeFiles<'_>, known: &Known<'_>, out: &mut Vec<Diagnostic>) -> Vec<Issue> {
    let mut found = Vec::with_capacity(files.issues.len());
    for (file, source) in &files.issues {
        found.extend(one_issue(*file, source, known, out));
    }
    issue::unique_ids(&found, out);
    found
}

fn one_issue(file: FileId, source: &Source, known: &Known<'_>, out: &mut Vec<Diagnostic>) -> Option<Issue> {
    if !source.path.ends_with(".md") {
        let tree = yaml(file, source, out)?;
        return issue::decode(&tree, None, &source.path, known, out);
    }
    let parts = front::split(file, source, out)?;
    let tree = tree::parse(parts.yaml, file, parts.base, out)?;
    if issue::is_empty(&tree) {
        out.push(empty(source));
        return None;
    }
    let body = (!parts.body.trim().is_empty()).then(|| parts.body.to_owned());
    issue::decode(&tree, body, &source.path, known, out)
}

/// By heading in the order of the outline; under one heading the order of file names, which they already have.
fn in_official_order(mut issues: Vec<Issue>, notice: &Notice) -> Vec<Issue> {
    let order: std::collections::HashMap<_, _> =
        notice.nodes().iter().enumerate().map(|(at, n)| (n.id.clone(), at)).collect();
    let place = |issue: &Issue| order.get(&issue.under).copied();
    // Mostly they are in order, and a sort would first ask for room to move them in.
    if !issues.is_sorted_by_key(place) {
        issues.sort_by_key(place);
    }
    issues
}

fn page(file: FileId, source: &Source, out: &mut Vec<Diagnostic>) -> Option<Page> {
    let parts = front::split(file, source, out)?;
    let tree = tree::parse(parts.yaml, file, parts.base, out)?;
    let mut f = fields::Fields::open(&tree, "page", out)?;
    let title = f.required("title", out);
    f.close(out);
    let slug = source.path.trim_start_matches("pages/").trim_end_matches(".md").to_owned();
    Some(Page { slug, title, body: Prose { path: source.path.clone(), text: parts.body.to_owned() } })
}
