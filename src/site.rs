//! The whole build: plan, render each page in parallel, hand it to the sink; last comes the list of all that was handed over.

mod heaviest;

use std::collections::HashSet;
use std::io;
use std::sync::atomic::{AtomicUsize, Ordering};

use chrono::NaiveDate;
use rayon::prelude::*;

use crate::audit::manifest::{self, Row};
use crate::diag::Diagnostic;
use crate::export::print::Press;
use crate::export::{DocumentError, gzip};
use crate::lang::Msg;
use crate::model::Site;
use crate::plan::{self, Index, Kind, Proof};
use crate::render::{Audience, Book, PageError, Renderer};
use crate::search::{Script, Search};
use crate::theme::{Fault, TemplateError, Theme};
pub use heaviest::Heavy;
use heaviest::Largest;

/// Hands over a file piece by piece, the same bytes each time that it is called. Errors are those of the writer.
pub type Pieces<'p> = dyn Fn(&mut dyn io::Write) -> io::Result<()> + Sync + 'p;

/// Takes the finished files; called from many threads.
pub trait Sink: Sync {
    /// Hears how many files are to come, about.
    fn announce(&self, _files: usize) {}

    /// Takes one file. An error ends the build.
    fn put(&self, path: &str, bytes: &[u8]) -> Result<(), Msg>;

    /// Takes a file piece by piece, since it may be too long to stand in memory; gives its row in the manifest.
    fn put_pieces(&self, path: &str, write: &Pieces<'_>) -> Result<Row, Msg>;

    /// Whether texts are to have copies in gzip beside them.
    fn wants_copies(&self) -> bool {
        false
    }

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
    /// The heaviest page of each kind.
    pub heaviest: Vec<Heavy>,
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

/// Renders every page of a site, as its record stood on `day`, into a sink; `press` prints its PDF files, where it has some.
/// `progress` is told how many of how many.
pub fn build(
    site: &Site,
    theme: &Theme,
    day: NaiveDate,
    audience: Audience,
    press: Option<&dyn Press>,
    sink: &dyn Sink,
    progress: &(dyn Fn(usize, usize) + Sync),
) -> Result<Made, Failed> {
    let all = |search: &Search<'_>| search.scripts().collect();
    let largest = Largest::default();
    let (mut rows, mut pages) = open(site, theme, day, audience, press, &all, |open| {
        let (mut rows, pages) = publish_pages(open, sink, Some(&largest), progress)?;
        publish_once(open, theme, sink, &mut rows)?;
        Ok((rows, pages))
    })??;
    for words in &site.translations {
        let tag = words.language.as_str();
        let Some(theme) = theme.in_language(tag) else { continue };
        let site = words.of(site);
        let (more, n) =
            open(&site, theme, day, audience, None, &all, |open| publish_pages(open, sink, None, progress))??;
        rows.extend(more);
        pages += n;
    }
    let bytes = rows.iter().map(|row| usize::try_from(row.size).unwrap_or(usize::MAX)).sum();
    let (list, heaviest) = rayon::join(|| manifest::write(rows), || largest.packed());
    sink.put(manifest::FILE, &list).map_err(Failed::Sink)?;
    Ok(Made { pages, bytes, heaviest })
}

/// A site on a day with everything at hand to make each of its pages.
pub struct Open<'o> {
    /// The site without the notices whose term has ended.
    pub site: &'o Site,
    /// The day.
    pub day: NaiveDate,
    /// Every page that it has.
    pub pages: &'o [Kind],
    renderer: Renderer<'o, 'o>,
    /// The search, where the theme has one.
    pub search: Option<&'o Search<'o>>,
}

impl Open<'_> {
    /// Makes one page.
    pub fn page(&self, kind: Kind) -> Result<Vec<u8>, Failed> {
        self.renderer.page(kind).map_err(|error| failed(error, kind, self))
    }
}

/// Plans a site as its record stood on `day`, and has something done with it. `scripts` says which scripts of a search to plan.
pub fn open<R>(
    site: &Site,
    theme: &Theme,
    day: NaiveDate,
    audience: Audience,
    press: Option<&dyn Press>,
    scripts: &(dyn Fn(&Search<'_>) -> Vec<Script> + Sync),
    work: impl FnOnce(&Open<'_>) -> R,
) -> Result<R, Failed> {
    let site = &*plan::in_term(site, day, &theme.pages);
    let search = || {
        let search = theme.makes("search").then(|| Search::of(site, day, &theme.strings));
        (search.as_ref().map(scripts), search)
    };
    let (index, (scripts, search)) = rayon::join(|| Index::of(site, day), search);
    let pages = plan::plan(site, &index, scripts.as_deref(), &theme.pages);
    let book = || Book::open(site, &index, &pages, day, &theme.strings);
    let (clashes, book) = rayon::join(|| plan::clashes(site, &pages), book);
    if !clashes.is_empty() {
        return Err(Failed::Plan(clashes));
    }
    let book = book.for_audience(audience).with_search(search.as_ref()).with_press(press);
    let renderer = Renderer::new(&book, theme);
    Ok(work(&Open { site, day, pages: &pages, renderer, search: search.as_ref() }))
}

/// The pages of one language: the rows of their files, and how many are pages for readers, feeds and lists.
fn publish_pages(
    open: &Open<'_>,
    sink: &dyn Sink,
    largest: Option<&Largest>,
    progress: &(dyn Fn(usize, usize) + Sync),
) -> Result<(Vec<Row>, usize), Failed> {
    let (site, pages) = (open.site, open.pages);
    let (done, folder) = (AtomicUsize::new(0), site.settings.folder());
    sink.announce(pages.len());
    let made: Vec<(Row, Option<Row>)> = pages
        .par_iter()
        .enumerate()
        .with_max_len(AT_A_TIME)
        .map(|(at, kind)| {
            let path = format!("{folder}{}", kind.file(site));
            let row = match kind {
                Kind::DataFile(file) => {
                    publish_pieces(sink, &path, &|out| open.renderer.write_data(*file, out))?
                }
                _ => {
                    let bytes = open.page(*kind)?;
                    let row = publish(sink, path, &bytes)?;
                    largest.inspect(|largest| largest.offer(at, *kind, &row.0.path, bytes));
                    row
                }
            };
            progress(done.fetch_add(1, Ordering::Relaxed) + 1, pages.len());
            Ok(row)
        })
        .collect::<Result<_, Failed>>()?;
    let rows = made.into_iter().flat_map(|(row, copy)| [Some(row), copy]).flatten().collect();
    let beside = |kind: &&Kind| {
        matches!(kind, Kind::Document(..) | Kind::SearchScript(_) | Kind::DataFile(_) | Kind::IssueData(..))
    };
    Ok((rows, pages.len() - pages.iter().filter(beside).count()))
}

/// What every language shares: files of evidence and assets.
fn publish_once(open: &Open<'_>, theme: &Theme, sink: &dyn Sink, rows: &mut Vec<Row>) -> Result<(), Failed> {
    let proofs = Proof::all(open.site, open.day)
        .into_par_iter()
        .map(|p| sink.put_file(&p.address(open.site)).map_err(Failed::Sink));
    rows.extend(proofs.collect::<Result<Vec<_>, _>>()?);
    for (name, asset) in &theme.assets {
        let (row, copy) = publish(sink, format!("assets/{name}"), asset)?;
        rows.extend([Some(row), copy].into_iter().flatten());
    }
    Ok(())
}

/// Pages that a thread takes at a time: few enough that all threads come to the end together.
const AT_A_TIME: usize = 8;

fn failed(error: PageError<'_>, kind: Kind, open: &Open<'_>) -> Failed {
    match error {
        PageError::Template(error) => Failed::Templates(template_faults(error, kind, open)),
        PageError::Document(slug, error) => Failed::Document(slug.to_owned(), error),
    }
}

/// One page of each kind is tried, so that one run shows the faults of all templates, and the same ones each time. One
/// that did not come to an end is not tried again.
fn template_faults(first: TemplateError, kind: Kind, open: &Open<'_>) -> Vec<TemplateError> {
    let endless = first.fault == Fault::Runaway;
    let mut names: HashSet<_> = endless.then_some(kind.name()).into_iter().collect();
    let tried =
        open.pages.iter().filter(|kind| Kind::template(kind.name()).is_some() && names.insert(kind.name()));
    let faults = tried.filter_map(|kind| match open.renderer.page(*kind) {
        Err(PageError::Template(error)) => Some(error),
        _ => None,
    });
    let mut seen = HashSet::new();
    faults.chain([first]).filter(|fault| seen.insert(fault.clone())).collect()
}

/// Hands a file over, and its copy where one is wanted; notes the very bytes that were.
fn publish(sink: &dyn Sink, path: String, bytes: &[u8]) -> Result<(Row, Option<Row>), Failed> {
    sink.put(&path, bytes).map_err(Failed::Sink)?;
    with_copy(sink, Row::of(path, bytes), &|out| out.write_all(bytes))
}

/// The same of a file that comes piece by piece.
fn publish_pieces(sink: &dyn Sink, path: &str, write: &Pieces<'_>) -> Result<(Row, Option<Row>), Failed> {
    let row = sink.put_pieces(path, write).map_err(Failed::Sink)?;
    with_copy(sink, row, write)
}

/// A file that was handed over, and its copy where one is wanted.
fn with_copy(sink: &dyn Sink, row: Row, write: &Pieces<'_>) -> Result<(Row, Option<Row>), Failed> {
    let copy = sink.wants_copies().then(|| gzip::copy(&row.path, row.size, write)).flatten();
    if let Some((path, packed)) = &copy {
        sink.put(path, packed).map_err(Failed::Sink)?;
    }
    Ok((row, copy.map(|(path, packed)| Row::of(path, &packed))))
}
