//! The theme of a site, and what is wrong with it.

use std::path::Path;

use crate::cli::ERRORS;
use crate::cli::out::Out;
use crate::diag::Diagnostic;
use crate::disk::{read_theme, told};
use crate::lang::{Lang, Msg};
use crate::model::{Settings, Site};
use crate::text::Sources;
use crate::theme::{Folder, Theme, ThemeError};

/// The theme that `site.yaml` names, with the site's own files from `<root>/themes/<name>/`.
pub fn open(root: &Path, site: &Site, sources: &Sources, out: &Out, format: &str) -> Result<Theme, u8> {
    let lang = Lang::parse(&site.settings.language).unwrap_or(Lang::ZhCn);
    in_language(lang, root, site, sources, out, format)
}

/// The same in every other language of the site.
pub fn in_other_languages(
    root: &Path,
    site: &Site,
    sources: &Sources,
    out: &Out,
    format: &str,
) -> Result<Vec<Theme>, u8> {
    let others = site.settings.languages.iter().filter_map(|tag| Lang::parse(tag));
    others.map(|lang| in_language(lang, root, site, sources, out, format)).collect()
}

fn in_language(
    lang: Lang,
    root: &Path,
    site: &Site,
    sources: &Sources,
    out: &Out,
    format: &str,
) -> Result<Theme, u8> {
    let name = &site.settings.theme;
    let folder = root.join("themes").join(name);
    let files = read_theme(&folder).map_err(|e| out.disk(&e))?;
    let own = Folder { path: told(&folder), files };
    Theme::open(name, own, lang).map_err(|error| {
        match error {
            ThemeError::Unknown(name) => {
                out.diagnostics(&[unknown(&name, &site.settings)], sources, format);
            }
            ThemeError::Faults(found, sources) => out.diagnostics(&found, &sources, format),
        }
        ERRORS
    })
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
