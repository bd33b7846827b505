//! A template that does not parse or run, as a diagnostic at its place.

use std::ops::Range;

use super::files::{Layers, first_line};
use crate::diag::Diagnostic;
use crate::lang::Msg;
use crate::load::suggestion;
use crate::text::{FileId, Span};

/// A template that does not parse or run, and where.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct TemplateError {
    /// Name of the template.
    pub template: String,
    /// The bytes of it that are at fault.
    pub range: Option<Range<usize>>,
    /// Line, from 1, where the engine knows no more.
    pub line: Option<usize>,
    /// What is wrong.
    pub fault: Fault,
}

/// What is wrong with a template.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum Fault {
    /// It does not parse; the engine's own words.
    Syntax(String),
    /// A name that stands for nothing, where the engine says which; else it is what stands there.
    Name(Option<String>),
    /// A filter, test, function or the like that the engine does not have.
    Tool(String),
    /// A template that the theme does not have.
    Missing(String),
    /// Templates that include each other without end.
    Circle(String),
    /// More steps, levels or bytes than any page needs.
    Runaway,
    /// A string that the theme does not have.
    NoString(String),
    /// Anything else, in the engine's own words.
    Other(String),
}

impl TemplateError {
    /// Of a template as a whole.
    pub fn of(template: &str, fault: Fault) -> Self {
        Self { template: template.to_owned(), range: None, line: None, fault }
    }

    /// The diagnostic at its place in the theme's files. `strings` are the ids that the theme has.
    pub fn diagnostic(&self, layers: &Layers, strings: &[String]) -> Diagnostic {
        let found = layers.get(&format!("templates/{}", self.template));
        let Some((file, source)) = found else {
            let message = self.message(None);
            return hinted(Diagnostic::file_error(self.code(), &self.template, message), self.hint(strings));
        };
        let span = self.span(file, &source.text);
        let excerpt = source.text.get(span.start as usize..span.end as usize);
        hinted(Diagnostic::error(self.code(), span, self.message(excerpt)), self.hint(strings))
    }

    fn span(&self, file: FileId, text: &str) -> Span {
        if let Some(range) = &self.range {
            return Span::new(file, range.start, range.end);
        }
        let Some(line) = self.line else { return first_line(file, text) };
        let start: usize = text.split_inclusive('\n').take(line.saturating_sub(1)).map(str::len).sum();
        let words = text[start..].lines().next().unwrap_or_default();
        let blank = words.len() - words.trim_start().len();
        Span::new(file, start + blank, start + words.trim_end().len().max(blank))
    }

    fn code(&self) -> &'static str {
        match self.fault {
            Fault::Syntax(_) => "template-syntax",
            Fault::Name(_) => "template-name",
            Fault::Tool(_) => "template-tool",
            Fault::Missing(_) => "template-missing",
            Fault::Circle(_) | Fault::Runaway => "template-runaway",
            Fault::NoString(_) => "template-string",
            Fault::Other(_) => "template-fault",
        }
    }

    fn message(&self, excerpt: Option<&str>) -> Msg {
        let named = |id, name: &str| Msg::new(id).with("name", name);
        match &self.fault {
            Fault::Syntax(detail) => Msg::new("theme-syntax").with("detail", detail),
            Fault::Name(Some(name)) => named("theme-name", name),
            Fault::Name(None) => named("theme-name", excerpt.unwrap_or_default()),
            Fault::Tool(name) => named("theme-tool", name),
            Fault::Missing(name) => named("theme-missing", name),
            Fault::Circle(chain) => Msg::new("theme-circle").with("chain", chain),
            Fault::Runaway => Msg::new("theme-runaway"),
            Fault::NoString(id) => named("theme-string", id),
            Fault::Other(detail) => Msg::new("theme-fault").with("detail", detail),
        }
    }

    fn hint(&self, strings: &[String]) -> Option<Msg> {
        match &self.fault {
            Fault::Syntax(_) => Some(Msg::new("theme-syntax-hint")),
            Fault::Name(_) => Some(Msg::new("theme-name-hint")),
            Fault::Tool(_) => Some(Msg::new("theme-tool-hint")),
            Fault::Missing(_) => Some(Msg::new("theme-missing-hint")),
            Fault::Circle(_) => Some(Msg::new("theme-circle-hint")),
            Fault::Runaway => Some(Msg::new("theme-runaway-hint")),
            Fault::NoString(id) => Some(suggestion(id, strings.iter().map(String::as_str))),
            Fault::Other(_) => None,
        }
    }
}

fn hinted(found: Diagnostic, hint: Option<Msg>) -> Diagnostic {
    match hint {
        Some(hint) => found.hint(hint),
        None => found,
    }
}
