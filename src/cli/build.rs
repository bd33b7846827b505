//! `gongkai build`

use std::path::{Path, PathBuf};

use clap::ArgMatches;

use super::out::{Out, bar};
use super::{ERRORS, SYSTEM, WELL, export};
use crate::check::not_yet;
use crate::diag::Diagnostic;
use crate::disk::{DiskError, DiskSink, Target, read_theme};
use crate::history::published;
use crate::lang::{Lang, Msg};
use crate::model::{Settings, Site};
use crate::render::Audience;
use crate::site::{self, Failed};
use crate::text::Sources;
use crate::theme::{TemplateError, Theme, ThemeError};

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
    let (mut site, loaded) = out.site(root, format)?;
    if draft {
        // A page says that it is a draft; a document that went astray would not.
        site.settings.documents.clear();
    }
    let mut later = if draft { Vec::new() } else { not_yet::editions(&site, day) };
    let (site, audience) =
        if draft { (site, Audience::Writers) } else { (published(site, day), Audience::Public) };
    later.extend(not_yet::check(&site, day));
    if !later.is_empty() {
        out.diagnostics(&later, &loaded.sources, format);
    }
    let theme = theme(root, &site, &loaded.sources, out, format)?;
    // What can go wrong from here on names files and not places in them; rendering gets the room that the texts took.
    let sources = loaded.sources.without_texts();
    let sink = DiskSink::open(&folder).map_err(|e| out.disk(&e))?;
    let content = root.join("content");
    let target = Target { sink: &sink, content: &content };
    let bar = bar();
    let progress = |done: usize, all: usize| {
        bar.set_length(all as u64);
        bar.set_position(done as u64);
    };
    let made = site::build(&site, &theme, day, audience, &target, &progress);
    bar.finish_and_clear();
    let made = made.map_err(|failed| report(&failed, &sources, out, format))?;
    let done = sink.commit(&|_, _| {}).map_err(|e| out.disk(&e))?;
    let message = Msg::new("build-done")
        .count("pages", made.pages)
        .count("written", done.written)
        .count("removed", done.removed)
        .count("unchanged", done.unchanged)
        .with("folder", folder.display().to_string());
    out.say(&message);
    // The program ends here; giving back a large record piece by piece would only make the person wait.
    std::mem::forget(site);
    Ok(())
}

/// The theme that `site.yaml` names, with the site's own files from `<root>/themes/<name>/`.
pub fn theme(root: &Path, site: &Site, sources: &Sources, out: &Out, format: &str) -> Result<Theme, u8> {
    open_theme(root, site).map_err(|trouble| match trouble.said(&site.settings) {
        Said::Found(found) => {
            out.diagnostics(&[found], sources, format);
            ERRORS
        }
        Said::Words(message) => out.fail(&message, None, if trouble.is_system() { SYSTEM } else { ERRORS }),
    })
}

/// The same, without a word to anyone.
pub fn open_theme(root: &Path, site: &Site) -> Result<Theme, ThemeTrouble> {
    let name = &site.settings.theme;
    let own = read_theme(&root.join("themes").join(name)).map_err(ThemeTrouble::Disk)?;
    let lang = Lang::parse(&site.settings.language).unwrap_or(Lang::ZhCn);
    Theme::open(name, own, lang).map_err(ThemeTrouble::Theme)
}

/// Why there is no theme.
pub enum ThemeTrouble {
    /// Its folder cannot be read.
    Disk(DiskError),
    /// Its files cannot be used.
    Theme(ThemeError),
}

/// How a trouble is told.
pub enum Said {
    /// As a finding in the content.
    Found(Diagnostic),
    /// In words.
    Words(Msg),
}

impl ThemeTrouble {
    /// How it is told.
    pub fn said(&self, settings: &Settings) -> Said {
        Said::Words(match self {
            Self::Disk(error) => error.message(),
            Self::Theme(ThemeError::Unknown(name)) => return Said::Found(no_theme(name, settings)),
            Self::Theme(ThemeError::File(path)) => Msg::new("site-theme-file").with("path", path),
            Self::Theme(ThemeError::Settings(detail)) => {
                Msg::new("site-theme-settings").with("detail", detail)
            }
            Self::Theme(ThemeError::Template(error)) => in_template(error),
        })
    }

    fn is_system(&self) -> bool {
        matches!(self, Self::Disk(_))
    }
}

fn no_theme(name: &str, settings: &Settings) -> Diagnostic {
    let message = Msg::new("site-no-theme").with("name", name);
    let found = match settings.theme_span {
        Some(span) => Diagnostic::error("unknown-theme", span, message),
        None => Diagnostic::file_error("unknown-theme", "site.yaml", message),
    };
    found.hint(Msg::new("site-no-theme-hint").list("names", Theme::BUILT_IN))
}

fn in_template(error: &TemplateError) -> Msg {
    error.message().with("template", &error.template)
}

/// Why a site could not be built, as findings and in words.
pub fn in_words(failed: &Failed, out: &Out) -> String {
    match failed {
        Failed::Plan(found) => out.plain(found, &Sources::default()),
        Failed::Template(error) => out.text(&in_template(error)),
        Failed::Document(slug, error) => out.text(&export::refusal(slug, error)),
        Failed::Sink(message) => out.text(message),
    }
}

fn report(failed: &Failed, sources: &Sources, out: &Out, format: &str) -> u8 {
    match failed {
        Failed::Plan(found) => {
            out.diagnostics(found, sources, format);
            ERRORS
        }
        Failed::Template(error) => out.fail(&in_template(error), None, ERRORS),
        Failed::Document(slug, error) => export::refused(slug, error, out),
        Failed::Sink(message) => out.fail(message, None, SYSTEM),
    }
}
