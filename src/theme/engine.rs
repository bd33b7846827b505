//! What a template engine does for a theme.

use erased_serde::Serialize;

use crate::lang::Msg;

/// Runs the templates of one theme.
pub trait Engine: Send + Sync {
    /// Renders a template over the view of a page: a plain struct, the same for every engine.
    fn render(&self, template: &str, view: &dyn Serialize) -> Result<String, TemplateError>;
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
