//! What a template engine does for a theme.

use serde::Serialize;

use super::ThemeError;
use super::jinja::Jinja;
use super::tera::Tera;
use crate::lang::{Catalog, Msg};

/// Runs the templates of one theme.
pub trait Engine {
    /// Renders a template over the view of a page: a plain struct, the same for every engine.
    fn render<V: Serialize>(&self, template: &str, view: &V) -> Result<String, TemplateError>;
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
    /// The engine of this name, over a theme's templates and strings. `plain` are the ids of strings that take no argument.
    pub fn open(
        name: &str,
        templates: Vec<(String, String)>,
        strings: Catalog,
        plain: &[String],
    ) -> Result<Self, ThemeError> {
        match name {
            "minijinja" => Jinja::new(templates, strings, plain).map(|e| Self::Jinja(Box::new(e))),
            "tera" => Tera::new(templates, strings, plain).map(|e| Self::Tera(Box::new(e))),
            _ => return Err(ThemeError::Settings(format!("engine: {name}"))),
        }
        .map_err(ThemeError::Template)
    }
}

impl Engine for Engines {
    fn render<V: Serialize>(&self, template: &str, view: &V) -> Result<String, TemplateError> {
        match self {
            Self::Jinja(engine) => engine.render(template, view),
            Self::Tera(engine) => engine.render(template, view),
        }
    }
}

/// A template that does not parse or run, and where.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TemplateError {
    /// Name of the template.
    pub template: String,
    /// Line, from 1, where the engine knows it.
    pub line: Option<usize>,
    /// The engine's own words.
    pub detail: String,
}

impl TemplateError {
    /// The message for a person.
    pub fn message(&self) -> Msg {
        Msg::new("site-template").count("line", self.line.unwrap_or_default()).with("detail", &self.detail)
    }
}
