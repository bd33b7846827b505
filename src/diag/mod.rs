//! Diagnostics: what is wrong, where, why, and how to mend it. One printer per file.

pub mod grouped;
pub mod human;
pub mod json;
pub mod short;

use crate::lang::Msg;
use crate::text::{Sources, Span};

/// How grave a diagnostic is. An error stops a build; the others do not.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Severity {
    /// The content is wrong; nothing is written.
    Error,
    /// Probably wrong; a person should look.
    Warning,
    /// Worth knowing.
    Note,
}

impl Severity {
    /// Stable key for machine-readable output.
    pub fn key(self) -> &'static str {
        match self {
            Self::Error => "error",
            Self::Warning => "warning",
            Self::Note => "note",
        }
    }
}

/// Where something is wrong.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Place {
    /// A stretch of a source that could be read.
    Text(Span),
    /// A file or folder as a whole, by its path in the content folder.
    Path(String),
}

/// One finding. Findings are values: they are collected, sorted and printed; nothing stops at the first.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Diagnostic {
    /// Stable code such as `unknown-key`.
    pub code: &'static str,
    /// How grave.
    pub severity: Severity,
    /// Where.
    pub place: Place,
    /// What is wrong and why.
    pub message: Msg,
    /// The corrected line, or what to do.
    pub hint: Option<Msg>,
    /// A second place that takes part, such as the first use of a duplicate id.
    pub related: Option<(Span, Msg)>,
}

impl Diagnostic {
    /// An error at a stretch of text.
    pub fn error(code: &'static str, span: Span, message: Msg) -> Self {
        Self::new(code, Severity::Error, Place::Text(span), message)
    }

    /// A warning at a place.
    pub fn warning(code: &'static str, span: Span, message: Msg) -> Self {
        Self::new(code, Severity::Warning, Place::Text(span), message)
    }

    /// An error about a whole file or folder.
    pub fn file_error(code: &'static str, path: impl Into<String>, message: Msg) -> Self {
        Self::new(code, Severity::Error, Place::Path(path.into()), message)
    }

    /// A warning about a whole file or folder.
    pub fn file_warning(code: &'static str, path: impl Into<String>, message: Msg) -> Self {
        Self::new(code, Severity::Warning, Place::Path(path.into()), message)
    }

    /// A diagnostic of any severity.
    pub fn new(code: &'static str, severity: Severity, place: Place, message: Msg) -> Self {
        Self { code, severity, place, message, hint: None, related: None }
    }

    /// Adds how to mend it.
    pub fn hint(mut self, hint: Msg) -> Self {
        self.hint = Some(hint);
        self
    }

    /// Adds the second place.
    pub fn related(mut self, span: Span, why: Msg) -> Self {
        self.related = Some((span, why));
        self
    }

    /// Whether it stops a build.
    pub fn is_error(&self) -> bool {
        self.severity == Severity::Error
    }
}

/// The findings as a person reads through the files: those on a whole file before those within it. Files that could not be
/// read, which have no text among the sources, stand where their paths would.
pub fn in_order<'d>(diagnostics: &'d [Diagnostic], sources: &Sources) -> Vec<&'d Diagnostic> {
    let place = |d: &Diagnostic| match &d.place {
        Place::Path(path) => (path.clone(), 0),
        Place::Text(span) => {
            (sources.get(span.file).map_or_else(String::new, |s| s.path.clone()), span.start + 1)
        }
    };
    let mut all: Vec<&Diagnostic> = diagnostics.iter().collect();
    all.sort_by_cached_key(|d| place(d));
    all
}

/// Puts findings in a fixed order, without their texts: by file, then by place in it; findings on whole files come first.
pub fn sort(diagnostics: &mut [Diagnostic]) {
    diagnostics.sort_by(|a, b| key(a).cmp(&key(b)));
}

fn key(d: &Diagnostic) -> (u32, u32, &str, &str) {
    match &d.place {
        Place::Path(path) => (0, 0, path, d.code),
        Place::Text(span) => (span.file.0 + 1, span.start, "", d.code),
    }
}
