//! The whole build: plan, render each page in parallel, hand it to the sink; last comes the list of all that was handed over.

use std::collections::HashSet;
use std::sync::atomic::{AtomicUsize, Ordering};

use chrono::NaiveDate;
use rayon::prelude::*;

use crate::audit::manifest::{self, Row};
use crate::diag::Diagnostic;
use crate::export::DocumentError;
use crate::lang::Msg;
use crate::model::Site;
use crate::plan::{self, Index, Kind, Proof};
use crate::render::{Audience, Book, PageError, Renderer};
use crate::search::Search;
use crate::theme::{Fault, TemplateError, Theme};

/// Takes the finished files; called from many threads.
pub trait Sink: Sync {
    /// Takes one file. An error ends the build.
    fn put(&self, path: &str, bytes: &[u8]) -> Result<(), Msg>;

    /// Takes a file as it stands in the content folder under the same path; gives its row in the manifest.
    fn put_file(&self, path: &str) -> Result<Row, Msg>;
}

/// What a build made.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Made {
    /// Pages, feeds and lists.
    pub pages: usize,
    /// Bytes of all files but the list of them.
    pub bytes: usize,
}

/// Why a build failed; the sink must not be committed.
#[derive(Debug)]
pub enum Failed {
    /// Mistakes that show only in the plan.
    Plan(Vec<Diagnostic>),
    /// Templates: every one that fails on the first page of its kind, and the one that ended the build.
    Templates(Vec<TemplateError>),
    /// A document of the notice of a slug.
    Document(String, DocumentError),
    /// The sink.
    Sink(Msg),
}

/// Renders every page of a site, as its record stood on `day`, into a sink; `others` are the theme in the site's other
/// languages. `progress` is told how many of how many.
pub fn build(
    site: &Site,
    theme: &Theme,
    others: &[Theme],
    day: NaiveDate,
    audience: Audience,
    sink: &dyn Sink,
    progress: &(dyn Fn(usize, usize) + Sync),
) -> Result<Made, Failed> {
    let site = &*plan::in_term(site, day, &theme.pages);
    let run = Run { day, audience, sink, progress };
    let (mut rows, mut pages) = run.pages(site, theme, &theme.pages)?;
    for words in &site.translations {
        let Some(theme) = others.iter().find(|t| t.strings.lang().tag() == words.language) else { continue };
        let parallel = theme.pages.iter().filter(|name| !ONCE.contains(&name.as_str())).cloned();
        let (more, n) = run.pages(&words.of(site), theme, &parallel.collect::<Vec<_>>())?;
        rows.extend(more);
        pages += n;
    }
    let proofs =
        Proof::all(site, day).into_par_iter().map(|p| sink.put_file(&p.address(site)).map_err(Failed::Sink));
    rows.extend(proofs.collect::<Result<Vec<_>, _>>()?);
    for (name, asset) in &theme.assets {
        rows.push(publish(sink, format!("assets/{name}"), asset)?);
    }
    let bytes = rows.iter().map(|row| usize::try_from(row.size).unwrap_or(usize::MAX)).sum();
    sink.put(manifest::FILE, &manifest::write(rows)).map_err(Failed::Sink)?;
    Ok(Made { pages, bytes })
}

/// What a site has once, whatever its languages: for servers and readers of feeds, and what is the original's own.
const ONCE: [&str; 8] =
    ["not-found", "robots", "sitemap", "feed", "notice-feed", "unit-feed", "document", "data"];

/// What is the same for every language.
struct Run<'r> {
    day: NaiveDate,
    audience: Audience,
    sink: &'r dyn Sink,
    progress: &'r (dyn Fn(usize, usize) + Sync),
}

impl Run<'_> {
    /// Every page of one language: the rows of their files, and how many are pages for readers, feeds and lists.
    fn pages(&self, site: &Site, theme: &Theme, names: &[String]) -> Result<(Vec<Row>, usize), Failed> {
        let index = Index::of(site, self.day);
        let search = theme.makes("search").then(|| Search::of(site, self.day));
        let (pages, clashes) = plan::plan(site, &index, search.as_ref(), names);
        if !clashes.is_empty() {
            return Err(Failed::Plan(clashes));
        }
        let book = Book::open(site, &index, &pages, self.day, &theme.strings);
        let book = book.for_audience(self.audience).with_search(search.as_ref());
        let renderer = Renderer::new(&book, theme);
        let (done, folder) = (AtomicUsize::new(0), site.settings.folder());
        let rows = pages
            .par_iter()
            .with_max_len(AT_A_TIME)
            .map(|kind| {
                let bytes = renderer.page(*kind).map_err(|error| failed(error, *kind, &pages, &renderer))?;
                let row = publish(self.sink, format!("{folder}{}", kind.file(site)), &bytes)?;
                (self.progress)(done.fetch_add(1, Ordering::Relaxed) + 1, pages.len());
                Ok(row)
            })
            .collect::<Result<_, _>>()?;
        let beside = |kind: &&Kind| {
            matches!(
                kind,
                Kind::Document(..) | Kind::SearchScript(_) | Kind::DataFile(_) | Kind::IssueData(..)
            )
        };
        Ok((rows, pages.len() - pages.iter().filter(beside).count()))
    }
}

/// Pages that a thread takes at a time: few enough that all threads come to the end together.
const AT_A_TIME: usize = 8;

fn failed(error: PageError<'_>, kind: Kind, pages: &[Kind], renderer: &Renderer<'_, '_>) -> Failed {
    match error {
        PageError::Template(error) => Failed::Templates(template_faults(error, kind, pages, renderer)),
        PageError::Document(slug, error) => Failed::Document(slug.to_owned(), error),
    }
}

/// One page of each kind is tried, so that one run shows the faults of all templates, and the same ones each time. One
/// that did not come to an end is not tried again.
fn template_faults(
    first: TemplateError,
    kind: Kind,
    pages: &[Kind],
    renderer: &Renderer<'_, '_>,
) -> Vec<TemplateError> {
    let endless = first.fault == Fault::Runaway;
    let mut names: HashSet<_> = endless.then_some(kind.name()).into_iter().collect();
    let tried =
        pages.iter().filter(|kind| Kind::template(kind.name()).is_some() && names.insert(kind.name()));
    let faults = tried.filter_map(|kind| match renderer.page(*kind) {
        Err(PageError::Template(error)) => Some(error),
        _ => None,
    });
    let mut seen = HashSet::new();
    faults.chain([first]).filter(|fault| seen.insert(fault.clone())).collect()
}

/// Hands a file over, and notes the very bytes that were.
fn publish(sink: &dyn Sink, path: String, bytes: &[u8]) -> Result<Row, Failed> {
    sink.put(&path, bytes).map_err(Failed::Sink)?;
    Ok(Row::of(path, bytes))
}
