//! A theme as values: what pages it makes, its templates, assets and strings; and the engine that runs its templates.

mod builtin;
mod engine;
mod jinja;

use serde::Deserialize;

use crate::lang::{Catalog, Lang};

pub use engine::{Engine, TemplateError};

/// A theme's files, by path within its folder.
pub type Files = Vec<(String, Vec<u8>)>;

/// A theme, ready to render.
pub struct Theme {
    /// Its name.
    pub name: String,
    /// Names of the kinds of page that it makes.
    pub pages: Vec<String>,
    /// Assets by name; published under `assets/`.
    pub assets: Vec<(String, Vec<u8>)>,
    /// Strings in the site's language.
    pub strings: Catalog,
    /// Runs its templates.
    pub engine: Box<dyn Engine>,
}

/// Why a theme cannot be used.
#[derive(Debug)]
pub enum ThemeError {
    /// No theme of this name ships with the tool.
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
    assets: Vec<String>,
}

impl Theme {
    /// A theme that ships with the tool.
    pub fn builtin(name: &str, lang: Lang) -> Result<Self, ThemeError> {
        let files = builtin::files(name).ok_or_else(|| ThemeError::Unknown(name.to_owned()))?;
        Self::from_files(files, lang)
    }

    /// A theme from its files.
    pub fn from_files(files: Files, lang: Lang) -> Result<Self, ThemeError> {
        let manifest: Manifest = serde_saphyr::from_str(text(&files, "theme.yaml")?)
            .map_err(|e| ThemeError::Settings(e.to_string()))?;
        if manifest.engine != "minijinja" {
            return Err(ThemeError::Settings(format!("engine: {}", manifest.engine)));
        }
        let locale = format!("locales/{}.ftl", lang.tag());
        let source = text(&files, &locale)?;
        let strings = || Catalog::from_sources(lang, [source]);
        let mut templates = Vec::new();
        for (path, _) in &files {
            if let Some(name) = path.strip_prefix("templates/") {
                templates.push((name.to_owned(), text(&files, path)?.to_owned()));
            }
        }
        let engine = jinja::Jinja::new(templates, strings(), &ids(source)).map_err(ThemeError::Template)?;
        let assets = manifest.assets.into_iter().map(|name| asset(&files, name)).collect::<Result<_, _>>()?;
        let pages = manifest.pages;
        Ok(Self { name: manifest.name, pages, assets, strings: strings(), engine: Box::new(engine) })
    }
}

fn asset(files: &Files, name: String) -> Result<(String, Vec<u8>), ThemeError> {
    let path = format!("assets/{name}");
    match files.iter().find(|(p, _)| *p == path) {
        Some((_, bytes)) => Ok((name, bytes.clone())),
        None => Err(ThemeError::File(path)),
    }
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
