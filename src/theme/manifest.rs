//! `theme.yaml`: what a theme is made of.

use super::Theme;
use super::engine::Engines;
use super::files::Layers;
use crate::diag::Diagnostic;
use crate::lang::Msg;
use crate::load::fields::Fields;
use crate::load::{suggestion, tree};
use crate::plan::Kind;
use crate::text::{FileId, Source, Span};

/// What `theme.yaml` says.
#[derive(Debug, Default)]
pub struct Manifest {
    /// The shipped theme that it stands over.
    pub extends: Option<String>,
    /// The engine that runs its templates.
    pub engine: Option<String>,
    /// Kinds of page that it makes.
    pub pages: Option<Vec<String>>,
    /// Templates that are run once for all pages of a depth.
    pub common: Option<Vec<String>>,
}

impl Manifest {
    /// Decodes `theme.yaml`. `ships` says that the theme has files of the tool below it without asking for them.
    pub fn read(file: FileId, source: &Source, ships: bool, out: &mut Vec<Diagnostic>) -> Option<Self> {
        let tree = tree::parse(&source.text, file, 0, out)?;
        let mut f = Fields::open(&tree, "theme", out)?;
        f.required("name", out);
        let extends = f.scalar("extends", "want-text", out);
        if !ships && extends.is_none() {
            f.need("engine", out);
            f.need("pages", out);
        }
        let engine = f.scalar("engine", "want-text", out);
        let pages = f.tree("pages").is_some().then(|| f.texts("pages", out));
        let common = f.tree("common").is_some().then(|| f.texts("common", out));
        f.close(out);
        one_of(extends, Theme::BUILT_IN.into_iter(), "theme-extends", out);
        one_of(engine, Engines::NAMES.into_iter(), "theme-engine", out);
        for page in pages.iter().flatten() {
            one_of(Some(*page), Kind::names(), "theme-page", out);
        }
        let names =
            |list: Vec<(&str, Span)>| list.into_iter().map(|(name, _)| name.to_owned()).collect::<Vec<_>>();
        Some(Self {
            extends: extends.map(|(name, _)| name.to_owned()),
            engine: engine.map(|(name, _)| name.to_owned()),
            pages: pages.map(names),
            common: common.map(names),
        })
    }

    /// What it leaves open, as the shipped theme below says it.
    pub fn over(self, base: Self) -> Self {
        Self {
            extends: self.extends,
            engine: self.engine.or(base.engine),
            pages: self.pages.or(base.pages),
            common: self.common.or(base.common),
        }
    }

    /// Every page and every common part has its template.
    pub fn complete(&self, layers: &Layers, out: &mut Vec<Diagnostic>) {
        let pages = self.pages.iter().flatten().filter_map(|name| Kind::template(name)).map(str::to_owned);
        let common = self.common.iter().flatten().map(|name| format!("_{name}.html"));
        for template in pages.chain(common) {
            if layers.get(&format!("templates/{template}")).is_none() {
                let path = layers.get("theme.yaml").map_or("theme.yaml", |(_, source)| source.path.as_str());
                let message = Msg::new("theme-no-template").with("name", &template);
                out.push(
                    Diagnostic::file_error("theme-template", path, message)
                        .hint(Msg::new("theme-no-template-hint").with("name", template)),
                );
            }
        }
    }
}

fn one_of<'n>(
    found: Option<(&str, Span)>,
    mut known: impl Iterator<Item = &'n str> + Clone,
    message: &'static str,
    out: &mut Vec<Diagnostic>,
) {
    let all = known.clone();
    if let Some((name, span)) = found.filter(|(name, _)| !known.any(|k| k == *name)) {
        let hint = suggestion(name, all);
        out.push(Diagnostic::error("theme-settings", span, Msg::new(message).with("name", name)).hint(hint));
    }
}
