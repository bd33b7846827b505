//! A theme as values: what pages it makes, its templates, assets and strings; and the engine that runs its templates.

mod builtin;
mod engine;
mod jinja;
mod strings;
mod tera;

use std::collections::BTreeMap;

use serde::Deserialize;

use crate::lang::{Catalog, Lang};

pub use strings::long;

pub use engine::{Engine, Engines, Shared, TemplateError};

/// A theme's files, by path within its folder.
pub type Files = Vec<(String, Vec<u8>)>;

/// A theme, ready to render.
pub struct Theme {
    /// Its name.
    pub name: String,
    /// Names of the kinds of page that it makes.
    pub pages: Vec<String>,
    /// Templates that say the same on every page, but for the way to the root: each is run once for each depth.
    pub common: Vec<String>,
    /// Assets by name; published under `assets/`.
    pub assets: Files,
    /// Strings in the site's language.
    pub strings: Catalog,
    /// Styles for text that goes where no style sheet does, by `element` or `element.class`.
    pub styles: BTreeMap<String, String>,
    /// Runs its templates.
    pub engine: Engines,
}

/// Why a theme cannot be used.
#[derive(Debug)]
pub enum ThemeError {
    /// No theme of this name ships with the tool, nor stands in the site's `themes/`.
    Unknown(String),
    /// A file that `theme.yaml` needs is missing, or is not UTF-8.
    File(String),
    /// `theme.yaml` does not read: the parser's message.
    Settings(String),
    /// A template does not parse.
    Template(TemplateError),
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Manifest {
    name: String,
    engine: String,
    pages: Vec<String>,
    #[serde(default)]
    common: Vec<String>,
}

impl Theme {
    /// Names of the themes that the tool has.
    pub const BUILT_IN: [&'static str; 2] = ["civic", "plain"];

    /// A theme by name: the files that ship with the tool, each replaced by the site's own file of the same path.
    pub fn open(name: &str, own: Files, lang: Lang) -> Result<Self, ThemeError> {
        let mut files = builtin::files(name).unwrap_or_default();
        files.retain(|(path, _)| !own.iter().any(|(p, _)| p == path));
        files.extend(own);
        if files.is_empty() {
            return Err(ThemeError::Unknown(name.to_owned()));
        }
        Self::from_files(files, lang)
    }

    fn from_files(files: Files, lang: Lang) -> Result<Self, ThemeError> {
        let manifest: Manifest = serde_saphyr::from_str(text(&files, "theme.yaml")?)
            .map_err(|e| ThemeError::Settings(e.to_string()))?;
        let locale = format!("locales/{}.ftl", lang.tag());
        let base = builtin::strings(lang);
        let own = text(&files, &locale)?;
        let strings = || Catalog::from_sources(lang, [base, own]);
        let mut templates = Vec::new();
        for (path, _) in &files {
            if let Some(name) = path.strip_prefix("templates/") {
                templates.push((name.to_owned(), text(&files, path)?.to_owned()));
            }
        }
        let mut plain = ids(base);
        plain.extend(ids(own));
        let engine = Engines::open(&manifest.engine, templates, strings(), &plain)?;
        Ok(Self {
            styles: styles(&files)?,
            name: manifest.name,
            pages: manifest.pages,
            common: manifest.common,
            strings: strings(),
            engine,
            assets: assets(files),
        })
    }

    /// Whether it makes pages of this kind.
    pub fn makes(&self, kind: &str) -> bool {
        self.pages.iter().any(|name| name == kind)
    }
}

/// `inline.yaml`: what `style=` an element gets where no style sheet goes along, by `element` or `element.class`.
fn styles(files: &Files) -> Result<BTreeMap<String, String>, ThemeError> {
    if !files.iter().any(|(path, _)| path == "inline.yaml") {
        return Ok(BTreeMap::new());
    }
    serde_saphyr::from_str(text(files, "inline.yaml")?).map_err(|e| ThemeError::Settings(e.to_string()))
}

/// Everything under `assets/`, by name; in the order of names, so that every build hands them on alike.
fn assets(files: Files) -> Files {
    let mut assets: Files = files
        .into_iter()
        .filter_map(|(path, bytes)| Some((path.strip_prefix("assets/")?.to_owned(), bytes)))
        .collect();
    assets.sort();
    assets
}

fn text<'f>(files: &'f Files, path: &str) -> Result<&'f str, ThemeError> {
    let missing = || ThemeError::File(path.to_owned());
    let (_, bytes) = files.iter().find(|(p, _)| p == path).ok_or_else(missing)?;
    std::str::from_utf8(bytes).map_err(|_| missing())
}

/// The ids of a Fluent source whose strings take no argument: those that templates read as `t.id`.
fn ids(source: &str) -> Vec<String> {
    let line_ids = source.lines().filter_map(|l| {
        let (id, words) = l.split_once(" =")?;
        let plain = !id.is_empty()
            && id.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-')
            && !words.contains("{ $");
        plain.then(|| id.to_owned())
    });
    line_ids.collect()
}
