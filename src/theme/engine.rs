//! What a template engine does for a theme.

use serde::Serialize;

use super::TemplateError;
use super::jinja::Jinja;
use super::tera::Tera;
use crate::lang::Catalog;

/// Runs the templates of one theme.
pub trait Engine {
    /// Renders a template over the view of a page: a plain struct, the same for every engine.
    fn render<V: Serialize>(&self, template: &str, view: &V) -> Result<String, TemplateError>;

    /// Takes a part that many views have in common over into the engine's own form, once for all of them.
    fn share<V: Serialize>(&self, part: &V) -> Shared;
}

/// A part of views in an engine's own form. That engine takes it as it is; for any other it is a view like all others.
#[derive(Serialize)]
#[serde(untagged)]
pub enum Shared {
    /// A value of minijinja.
    Jinja(minijinja::Value),
    /// A value of tera.
    Tera(::tera::Value),
}

/// The engine that a theme asks for in its `theme.yaml`. A list rather than an object behind a pointer, so that a view is
/// handed to its engine as the type it is; behind a pointer that took a tenth of the whole build.
pub enum Engines {
    /// `engine: minijinja`
    Jinja(Box<Jinja>),
    /// `engine: tera`
    Tera(Box<Tera>),
}

impl Engines {
    /// The names by which a theme asks for them.
    pub const NAMES: [&'static str; 2] = ["minijinja", "tera"];

    /// The engine of this name, over a theme's templates and strings; else every template that is at fault. `plain` are
    /// the ids of strings that take no argument.
    pub fn open(
        name: &str,
        templates: Vec<(String, String)>,
        strings: Catalog,
        plain: &[String],
    ) -> Result<Self, Vec<TemplateError>> {
        if name == "tera" {
            return Tera::new(templates, strings, plain).map(|e| Self::Tera(Box::new(e)));
        }
        Jinja::new(templates, strings, plain).map(|e| Self::Jinja(Box::new(e)))
    }
}

impl Engine for Engines {
    fn render<V: Serialize>(&self, template: &str, view: &V) -> Result<String, TemplateError> {
        match self {
            Self::Jinja(engine) => engine.render(template, view),
            Self::Tera(engine) => engine.render(template, view),
        }
    }

    fn share<V: Serialize>(&self, part: &V) -> Shared {
        match self {
            Self::Jinja(engine) => engine.share(part),
            Self::Tera(engine) => engine.share(part),
        }
    }
}
