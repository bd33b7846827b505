//! `gongkai build`

use std::collections::HashSet;
use std::path::{Path, PathBuf};

use chrono::NaiveDate;
use clap::ArgMatches;
use rayon::prelude::*;

use super::bundle::Wanted;
use super::diff::waits;
use super::out::{Out, bar};
use super::review::{Demand, pass, refused};
use super::{ERRORS, SYSTEM, WELL, export, print, tally, theme};
use crate::check::{not_yet, review_down_to};
use crate::disk::{DiskSink, Target};
use crate::history::published;
use crate::lang::Msg;
use crate::model::{Document, Notice, Site};
use crate::plan::Kind;
use crate::render::Audience;
use crate::site::{self, Failed};
use crate::text::Sources;
use crate::theme::Theme;

/// Builds the site.
pub fn run(root: &Path, matches: &ArgMatches, out: &Out) -> u8 {
    match build(root, matches, out) {
        Ok(()) => WELL,
        Err(code) => code,
    }
}

fn build(root: &Path, matches: &ArgMatches, out: &Out) -> Result<(), u8> {
    let format = matches.get_one::<String>("format").map_or("human", String::as_str);
    let day = out.day(matches)?;
    let draft = matches.get_flag("draft");
    let place = if draft { "public-draft" } else { "public" };
    let folder = matches.get_one::<PathBuf>("out").cloned().unwrap_or_else(|| root.join(place));
    out.keep_off(root, &folder)?;
    let zip = matches.get_one::<PathBuf>("zip");
    let archive = zip.map(|file| Wanted::at(file, root, &folder, out)).transpose()?;
    let (mut site, loaded) = out.site(root, format)?;
    let demand = Demand::of(matches.get_flag("deny-warnings"));
    if loaded.diagnostics.iter().any(|d| demand.refuses(d)) {
        return Err(ERRORS);
    }
    let found = review_down_to(demand.least(), &site, &loaded.sources, day);
    pass(found, &loaded.sources, demand, out, format)?;
    if draft {
        // A page says that it is a draft; a document that went astray would not.
        site.settings.documents.clear();
    }
    if !draft {
        tell_of_what_waits(&site, day, out);
    }
    let editions = pages_of_editions(&site);
    let mut later = if draft { Vec::new() } else { not_yet::editions(&site, day) };
    let (site, audience) =
        if draft { (site, Audience::Writers) } else { (published(site, day), Audience::Public) };
    later.extend(not_yet::check(&site, day));
    if !later.is_empty() {
        out.diagnostics(&later, &loaded.sources, format);
    }
    if later.iter().any(|d| demand.refuses(d)) {
        return Err(refused(out));
    }
    let theme = theme::open(root, &site, &loaded.sources, out, format)?;
    let theme = theme.with_others(theme::in_other_languages(root, &site, &loaded.sources, out, format)?);
    // What can go wrong from here on names files and not places in them; rendering gets the room that the texts took.
    let sources = loaded.sources.without_texts();
    let sink = DiskSink::open(&folder).map_err(|e| out.disk(&e))?;
    let content = root.join("content");
    let target = Target { sink: &sink, content: &content, copies: matches.get_flag("compress") };
    let wants_pages = site.settings.documents.contains(&Document::Pdf);
    let fonts = matches.get_one::<PathBuf>("font-dir").map(PathBuf::as_path);
    let press = wants_pages.then(|| print::press(fonts, out)).transpose()?;
    let bar = bar();
    let progress = |done: usize, all: usize| {
        bar.set_length(all as u64);
        bar.set_position(done as u64);
    };
    let made = site::build(&site, &theme, day, audience, press.as_deref(), &target, &progress);
    bar.finish_and_clear();
    let made = made.map_err(|failed| report(&failed, &theme, &sources, out, format))?;
    let done = sink.commit(&|_, _| {}).map_err(|e| out.disk(&e))?;
    let message = Msg::new("build-done")
        .count("pages", made.pages)
        .count("written", done.written)
        .count("removed", done.removed.len())
        .count("unchanged", done.unchanged)
        .with("folder", folder.display().to_string());
    out.say(&message);
    tally::say(&made.heaviest, out);
    if !draft {
        tell_of_what_is_gone(&done.removed, &editions, out);
    }
    if let Some(archive) = archive {
        archive.make(&folder, out)?;
    }
    // The program ends here; giving back a large record piece by piece would only make the person wait.
    std::mem::forget(site);
    Ok(())
}

/// Notices of which the public sees an edition, while the files say more: nobody should wonder where an edit is.
fn tell_of_what_waits(site: &Site, day: NaiveDate, out: &Out) {
    let waiting = site.notices.par_iter().filter(|n| waits(n, day));
    let waiting: Vec<&str> = waiting.map(|n| n.slug.as_str()).collect();
    if !waiting.is_empty() {
        out.note(&Msg::new("build-waiting").list("slugs", waiting));
    }
}

/// The page of each edition in the site, whether its page is public or not.
fn pages_of_editions(site: &Site) -> HashSet<String> {
    let of = |(n, notice): (usize, &Notice)| (0..notice.editions.len()).map(move |e| Kind::Edition(n, e));
    site.notices.iter().enumerate().flat_map(of).map(|page| page.file(site)).collect()
}

/// Editions that were public and whose files are no more: what was published is not taken back without a word.
fn tell_of_what_is_gone(removed: &[String], known: &HashSet<String>, out: &Out) {
    let is_edition = |path: &&String| {
        let parts: Vec<&str> = path.split('/').collect();
        matches!(parts.as_slice(), ["notices", _, "editions", _, "index.html"])
    };
    let gone = removed.iter().filter(is_edition).filter(|path| !known.contains(*path));
    let gone: Vec<&str> = gone.filter_map(|path| path.strip_suffix("/index.html")).collect();
    if !gone.is_empty() {
        out.warn(
            &Msg::new("build-editions-gone").list("gone", gone),
            Some(&Msg::new("build-editions-gone-hint")),
        );
    }
}

/// Why a site could not be built or a page not be made, in words.
pub fn in_words(failed: &Failed, theme: &Theme, out: &Out) -> String {
    match failed {
        Failed::Plan(found) => out.plain(found, &Sources::default()),
        Failed::Templates(faults) => {
            let found: Vec<_> = faults.iter().map(|fault| theme.diagnostic(fault)).collect();
            out.plain(&found, theme.sources())
        }
        Failed::Document(slug, error) => out.text(&export::refusal(slug, error)),
        Failed::Sink(message) => out.text(message),
    }
}

fn report(failed: &Failed, theme: &Theme, sources: &Sources, out: &Out, format: &str) -> u8 {
    match failed {
        Failed::Plan(found) => {
            out.diagnostics(found, sources, format);
            ERRORS
        }
        Failed::Templates(faults) => {
            let found: Vec<_> = faults.iter().map(|fault| theme.diagnostic(fault)).collect();
            out.diagnostics(&found, theme.sources(), format);
            ERRORS
        }
        Failed::Document(slug, error) => export::refused(slug, error, out),
        Failed::Sink(message) => out.fail(message, None, SYSTEM),
    }
}
