//! A theme as values: what pages it makes, its templates, assets and strings; and the engine that runs its templates.

mod builtin;
mod engine;
mod fault;
mod files;
mod fixed;
mod jinja;
mod jinja_faults;
mod manifest;
mod site_code;
mod strings;
mod tera;
mod tera_faults;
mod typed;

use std::collections::BTreeMap;

use crate::diag::Diagnostic;
use crate::lang::{Catalog, Lang};
use crate::load::fields::wrong_type;
use crate::load::tree::{self, Value};
use crate::model::Settings;
use crate::text::Sources;

pub use builtin::files as shipped;
pub use engine::{Engine, Engines, Shared};
pub use fault::{Fault, TemplateError};
use files::Layers;
pub use files::{Files, Folder, extends};
use manifest::Manifest;

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
    /// Their ids.
    ids: Vec<String>,
    /// Its files, which diagnostics point into.
    layers: Layers,
    /// Styles for text that goes where no style sheet does, by `element` or `element.class`.
    pub styles: BTreeMap<String, String>,
    /// Runs its templates.
    pub engine: Engines,
    /// The same theme in the other languages of the site.
    pub others: Vec<Self>,
}

/// Why a theme cannot be used.
#[derive(Debug)]
pub enum ThemeError {
    /// No theme of this name ships with the tool, nor stands in the site's `themes/`.
    Unknown(String),
    /// What is wrong with its files, and the files.
    Faults(Vec<Diagnostic>, Sources),
}

impl Theme {
    /// Names of the themes that the tool has.
    pub const BUILT_IN: [&'static str; 2] = ["civic", "plain"];

    /// A theme by name: the site's own folder, over the shipped theme of the same name or the one that it `extends`, file
    /// by file.
    pub fn open(name: &str, own: Folder, lang: Lang) -> Result<Self, ThemeError> {
        let ships = Self::BUILT_IN.contains(&name);
        if own.files.is_empty() && !ships {
            return Err(ThemeError::Unknown(name.to_owned()));
        }
        let mut out = Vec::new();
        let own = Layers::of(own, &mut out);
        let base = ships.then_some(name);
        let manifest = own.manifest(base.is_some(), &mut out);
        let named = manifest.as_ref().and_then(|m| m.extends.as_deref());
        let base = named.filter(|name| Self::BUILT_IN.contains(name)).or(base);
        let layers = own.over(base, &mut out);
        let manifest = match base {
            Some(base) => {
                let below = Layers::default().over(Some(base), &mut out).manifest(false, &mut out);
                manifest.unwrap_or_default().over(below.unwrap_or_default())
            }
            None => manifest.unwrap_or_default(),
        };
        if out.is_empty() {
            manifest.complete(&layers, &mut out);
        }
        Self::made(name, manifest, layers, lang, out)
    }

    fn made(
        name: &str,
        manifest: Manifest,
        mut layers: Layers,
        lang: Lang,
        mut out: Vec<Diagnostic>,
    ) -> Result<Self, ThemeError> {
        let base = builtin::strings(lang);
        let own = strings::own(&layers, lang, &mut out);
        let (told, strings) =
            (Catalog::from_sources(lang, [base, own]), Catalog::from_sources(lang, [base, own]));
        let ids = strings::ids([base, own]);
        let styles = styles(&layers, &mut out);
        let engine = manifest.engine.as_deref().unwrap_or_default();
        let templates = layers.templates().map(|(name, source)| (name.to_owned(), source.text.clone()));
        let engine = Engines::open(engine, templates.collect(), told, &strings::plain([base, own]));
        match engine {
            Ok(engine) if out.is_empty() => Ok(Self {
                name: name.to_owned(),
                pages: manifest.pages.unwrap_or_default(),
                common: manifest.common.unwrap_or_default(),
                assets: std::mem::take(&mut layers.assets),
                strings,
                ids,
                styles,
                engine,
                others: Vec::new(),
                layers,
            }),
            engine => {
                let faults = engine.err().unwrap_or_default();
                out.extend(faults.iter().map(|fault| fault.diagnostic(&layers, &ids)));
                Err(ThemeError::Faults(out, layers.sources))
            }
        }
    }

    /// A template's fault at its place.
    pub fn diagnostic(&self, error: &TemplateError) -> Diagnostic {
        error.diagnostic(&self.layers, &self.ids)
    }

    /// What is wrong with how its templates print the numbers of record of a site.
    pub fn site_code(&self, settings: &Settings) -> Vec<Diagnostic> {
        let of_head = |id: &String| site_code::faults(&self.layers, id);
        let mut out = settings.site_id.as_ref().map_or_else(Vec::new, of_head);
        out.extend(typed::faults(&self.layers, settings));
        out
    }

    /// The files that such places point into.
    pub fn sources(&self) -> &Sources {
        &self.layers.sources
    }

    /// The same for a translation: without what a site has once, for servers and readers of feeds or as the original's own.
    pub fn for_translation(mut self) -> Self {
        const ONCE: [&str; 8] =
            ["not-found", "robots", "sitemap", "feed", "notice-feed", "unit-feed", "document", "data"];
        self.pages.retain(|name| !ONCE.contains(&name.as_str()));
        self
    }

    /// The same with itself in other languages.
    pub fn with_others(self, others: Vec<Self>) -> Self {
        Self { others, ..self }
    }

    /// The same in another language of the site.
    pub fn in_language(&self, tag: &str) -> Option<&Self> {
        self.others.iter().find(|theme| theme.strings.lang().tag() == tag)
    }

    /// Whether it makes pages of this kind.
    pub fn makes(&self, kind: &str) -> bool {
        self.pages.iter().any(|name| name == kind)
    }
}

/// `inline.yaml`: what `style=` an element gets where no style sheet goes along, by `element` or `element.class`.
fn styles(layers: &Layers, out: &mut Vec<Diagnostic>) -> BTreeMap<String, String> {
    let Some((file, source)) = layers.get("inline.yaml") else { return BTreeMap::new() };
    let read = tree::parse(&source.text, file, 0, out);
    let Some(Value::Map(entries)) = read.map(|tree| tree.value) else { return BTreeMap::new() };
    let mut styles = BTreeMap::new();
    for (key, tree) in entries {
        match tree.value {
            Value::Scalar(style) => {
                styles.insert(key.name.into_owned(), style.into_owned());
            }
            _ => wrong_type(&key.name, "want-text", tree.span, out),
        }
    }
    styles
}
