//! Which file is what, by its path. A file that is nothing is a mistake: an issue can never silently vanish.

use std::collections::BTreeMap;

use rayon::prelude::*;

use super::edition::name;
use super::natural;
use super::translation::{self, Translated};
use crate::diag::Diagnostic;
use crate::lang::Msg;
use crate::model::ids;
use crate::text::{FileId, Source, Sources};

/// The files of a site by their part in it.
#[derive(Default)]
pub struct Folders<'s> {
    /// `site.yaml`
    pub site: Option<(FileId, &'s Source)>,
    /// `phrases.txt`
    pub phrases: Option<(FileId, &'s Source)>,
    /// `pages/*.md`
    pub pages: Vec<(FileId, &'s Source)>,
    /// `notices/*/`
    pub notices: Vec<NoticeFiles<'s>>,
    /// `….en.md` and the like.
    pub translations: Vec<Translated<'s>>,
}

/// The files of one notice.
#[derive(Default)]
pub struct NoticeFiles<'s> {
    /// Folder name.
    pub slug: String,
    /// `notice.yaml`
    pub head: Option<(FileId, &'s Source)>,
    /// `*.md`, by name.
    pub prose: Vec<(&'s str, (FileId, &'s Source))>,
    /// `issues/*`, in natural order.
    pub issues: Vec<(FileId, &'s Source)>,
    /// `editions/*.json`, oldest first.
    pub editions: Vec<(FileId, &'s Source)>,
}

/// Names at the top of the site that pages of the generator have.
const TAKEN: [&str; 8] = ["notices", "units", "status", "progress", "updates", "search", "data", "assets"];

/// Sorts the files of a site.
pub fn sort<'s>(sources: &'s Sources, out: &mut Vec<Diagnostic>) -> Folders<'s> {
    let mut folders = Folders::default();
    let mut notices: BTreeMap<&str, NoticeFiles<'s>> = BTreeMap::new();
    for (at, source) in sources.iter().enumerate() {
        let file = (FileId(u32::try_from(at).unwrap_or(u32::MAX)), source);
        if let Some(translated) = translation::of(file) {
            folders.translations.push(translated);
            continue;
        }
        let parts: Vec<&str> = source.path.split('/').collect();
        match parts.as_slice() {
            ["site.yaml"] => folders.site = Some(file),
            ["phrases.txt"] => folders.phrases = Some(file),
            ["pages", name] if name.ends_with(".md") => {
                if page_name(name.trim_end_matches(".md"), source, out) {
                    folders.pages.push(file);
                }
            }
            ["notices", slug, rest @ ..] if !rest.is_empty() => {
                let files = notices
                    .entry(slug)
                    .or_insert_with(|| NoticeFiles { slug: (*slug).to_owned(), ..NoticeFiles::default() });
                if !sort_in(files, rest, file) {
                    out.push(stray(source));
                }
            }
            _ => out.push(stray(source)),
        }
    }
    let notices: Vec<_> = notices.into_values().collect();
    folders.notices = notices.into_par_iter().map(in_order).collect();
    folders.notices.iter().filter(|n| !ids::is_valid(&n.slug)).for_each(|n| out.push(bad_slug(&n.slug)));
    folders.pages.sort_by(|(_, a), (_, b)| natural::compare(&a.path, &b.path));
    folders
}

fn sort_in<'s>(files: &mut NoticeFiles<'s>, rest: &[&'s str], file: (FileId, &'s Source)) -> bool {
    match rest {
        ["notice.yaml"] => files.head = Some(file),
        ["issues", name] if [".md", ".yaml", ".yml"].iter().any(|end| name.ends_with(end)) => {
            files.issues.push(file)
        }
        ["evidence", ..] => {}
        ["editions", name] if name.ends_with(".json") => files.editions.push(file),
        [name] if name.ends_with(".md") => files.prose.push((name, file)),
        _ => return false,
    }
    true
}

/// Files of one folder differ by their names alone.
fn in_order(mut files: NoticeFiles<'_>) -> NoticeFiles<'_> {
    files.issues.sort_by(|(_, a), (_, b)| natural::compare(last(&a.path), last(&b.path)));
    files.editions.sort_by(|(_, a), (_, b)| natural::compare(name(&a.path), name(&b.path)));
    files
}

/// The name of a file, without its folders.
fn last(path: &str) -> &str {
    path.rsplit('/').next().unwrap_or(path)
}

fn bad_slug(slug: &str) -> Diagnostic {
    let message = Msg::new("load-bad-slug").with("slug", slug);
    Diagnostic::file_error("bad-slug", format!("notices/{slug}"), message).hint(Msg::new("load-id-hint"))
}

fn page_name(slug: &str, source: &Source, out: &mut Vec<Diagnostic>) -> bool {
    if !ids::is_valid(slug) {
        let message = Msg::new("load-bad-slug").with("slug", slug);
        out.push(Diagnostic::file_error("bad-slug", &source.path, message).hint(Msg::new("load-id-hint")));
        return false;
    }
    if TAKEN.contains(&slug) {
        let message = Msg::new("load-address-taken").with("slug", slug);
        out.push(
            Diagnostic::file_error("same-address", &source.path, message).hint(Msg::new("load-address-hint")),
        );
        return false;
    }
    true
}

/// A page that has the address of a language's folder.
pub fn no_page_at_a_language(languages: &[String], pages: &[(FileId, &Source)], out: &mut Vec<Diagnostic>) {
    for (_, source) in pages {
        let slug = source.path.trim_start_matches("pages/").trim_end_matches(".md");
        if languages.iter().any(|tag| tag == slug) {
            let message = Msg::new("load-address-taken").with("slug", slug);
            let found = Diagnostic::file_error("same-address", &source.path, message);
            out.push(found.hint(Msg::new("load-address-hint")));
        }
    }
}

fn stray(source: &Source) -> Diagnostic {
    Diagnostic::file_error("stray-file", &source.path, Msg::new("load-stray"))
        .hint(Msg::new("load-stray-hint"))
}
