//! The whole build: plan, render each page in parallel, hand it to the sink.

use std::sync::atomic::{AtomicUsize, Ordering};

use chrono::NaiveDate;
use rayon::prelude::*;

use crate::diag::Diagnostic;
use crate::lang::Msg;
use crate::model::Site;
use crate::plan::{self, Index};
use crate::render::{self, Audience, Book};
use crate::theme::{TemplateError, Theme};

/// Takes the finished files; called from many threads.
pub trait Sink: Sync {
    /// Takes one file. An error ends the build.
    fn put(&self, path: &str, bytes: &[u8]) -> Result<(), Msg>;
}

/// What a build made.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Made {
    /// Pages, feeds and lists.
    pub pages: usize,
    /// Bytes of all files.
    pub bytes: usize,
}

/// Why a build failed; the sink must not be committed.
#[derive(Debug)]
pub enum Failed {
    /// Mistakes that show only in the plan.
    Plan(Vec<Diagnostic>),
    /// A template.
    Template(TemplateError),
    /// The sink.
    Sink(Msg),
}

/// Renders every page of a site, as its record stood on `day`, into a sink. `progress` is told how many of how many.
pub fn build(
    site: &Site,
    theme: &Theme,
    day: NaiveDate,
    audience: Audience,
    sink: &dyn Sink,
    progress: &(dyn Fn(usize, usize) + Sync),
) -> Result<Made, Failed> {
    let index = Index::of(site, day);
    let (pages, clashes) = plan::plan(site, &index, &theme.pages);
    if !clashes.is_empty() {
        return Err(Failed::Plan(clashes));
    }
    let book = Book::open(site, &index, &pages, day, &theme.strings).for_audience(audience);
    let done = AtomicUsize::new(0);
    let bytes = pages
        .par_iter()
        .map(|kind| {
            let bytes = render::page(*kind, &book, theme).map_err(Failed::Template)?;
            sink.put(&kind.file(site), &bytes).map_err(Failed::Sink)?;
            progress(done.fetch_add(1, Ordering::Relaxed) + 1, pages.len());
            Ok(bytes.len())
        })
        .try_reduce(|| 0, |a, b| Ok(a + b))?;
    for (name, asset) in &theme.assets {
        sink.put(&format!("assets/{name}"), asset).map_err(Failed::Sink)?;
    }
    let assets: usize = theme.assets.iter().map(|(_, a)| a.len()).sum();
    Ok(Made { pages: pages.len(), bytes: bytes + assets })
}
