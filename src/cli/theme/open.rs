//! The theme of a site, and what is wrong with it.

use std::borrow::Cow;
use std::path::Path;

use crate::cli::ERRORS;
use crate::cli::out::Out;
use crate::diag::Diagnostic;
use crate::disk::{DiskError, read_theme, told};
use crate::lang::{Lang, Msg};
use crate::model::{Settings, Site};
use crate::text::Sources;
use crate::theme::{Folder, Theme, ThemeError};

/// The theme that `site.yaml` names, with the site's own files from `<root>/themes/<name>/`.
pub fn open(root: &Path, site: &Site, sources: &Sources, out: &Out, format: &str) -> Result<Theme, u8> {
    read(root, site).map_err(|trouble| told_of(&trouble, site, sources, out, format))
}

/// The same in every other language of the site, without the pages that a site has once.
pub fn in_other_languages(
    root: &Path,
    site: &Site,
    sources: &Sources,
    out: &Out,
    format: &str,
) -> Result<Vec<Theme>, u8> {
    let others = site.settings.languages.iter().filter_map(|tag| Lang::parse(tag));
    let read = others.map(|lang| read_in(lang, root, site).map(Theme::for_translation));
    read.collect::<Result<_, _>>().map_err(|trouble| told_of(&trouble, site, sources, out, format))
}

fn told_of(trouble: &Trouble, site: &Site, sources: &Sources, out: &Out, format: &str) -> u8 {
    match trouble {
        Trouble::Disk(error) => out.disk(error),
        Trouble::Theme(error) => {
            let (found, own) = findings(error, &site.settings);
            out.diagnostics(&found, own.unwrap_or(sources), format);
            ERRORS
        }
    }
}

/// The same, without a word to anyone.
pub fn read(root: &Path, site: &Site) -> Result<Theme, Trouble> {
    read_in(Lang::parse(&site.settings.language).unwrap_or(Lang::ZhCn), root, site)
}

fn read_in(lang: Lang, root: &Path, site: &Site) -> Result<Theme, Trouble> {
    let name = &site.settings.theme;
    let folder = root.join("themes").join(name);
    let files = read_theme(&folder).map_err(Trouble::Disk)?;
    let own = Folder { path: told(&folder), files };
    Theme::open(name, own, lang).map_err(Trouble::Theme)
}

/// Why there is no theme.
pub enum Trouble {
    /// Its folder cannot be read.
    Disk(DiskError),
    /// It cannot be used.
    Theme(ThemeError),
}

impl Trouble {
    /// The same in words, without colours.
    pub fn plain(&self, settings: &Settings, sources: &Sources, out: &Out) -> String {
        match self {
            Self::Disk(error) => out.text(&error.message()),
            Self::Theme(error) => {
                let (found, own) = findings(error, settings);
                out.plain(&found, own.unwrap_or(sources))
            }
        }
    }
}

/// What is wrong with a theme, and the sources that it is in where they are not the content's.
fn findings<'e>(error: &'e ThemeError, settings: &Settings) -> (Cow<'e, [Diagnostic]>, Option<&'e Sources>) {
    match error {
        ThemeError::Unknown(name) => (vec![unknown(name, settings)].into(), None),
        ThemeError::Faults(found, sources) => (found.into(), Some(sources)),
    }
}

fn unknown(name: &str, settings: &Settings) -> Diagnostic {
    let message = Msg::new("site-no-theme").with("name", name);
    let found = match settings.theme_span {
        Some(span) => Diagnostic::error("unknown-theme", span, message),
        None => Diagnostic::file_error("unknown-theme", "site.yaml", message),
    };
    found.hint(Msg::new("site-no-theme-hint").list("names", Theme::BUILT_IN))
}

/// What is wrong with a theme that no site named.
pub fn refused(error: &ThemeError, out: &Out) -> u8 {
    match error {
        ThemeError::Unknown(name) => out.fail(&Msg::new("site-no-theme").with("name", name), None, ERRORS),
        ThemeError::Faults(found, sources) => {
            out.diagnostics(found, sources, "human");
            ERRORS
        }
    }
}
