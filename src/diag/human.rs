//! Diagnostics for people: the excerpt with the exact characters marked, and how to mend it.

use annotate_snippets::{AnnotationKind, Group, Level, Renderer, Snippet};

use super::{Diagnostic, Place, Severity, in_order};
use crate::lang::{Catalog, Msg};
use crate::text::{Source, Sources, Span};

/// Prints every diagnostic with its excerpt. `colour` adds terminal escapes.
pub fn print(diagnostics: &[Diagnostic], sources: &Sources, catalog: &Catalog, colour: bool) -> String {
    in_order(diagnostics, sources).into_iter().map(|d| one(d, sources, catalog, colour) + "\n\n").collect()
}

/// Prints one diagnostic with its excerpt.
pub fn one(d: &Diagnostic, sources: &Sources, catalog: &Catalog, colour: bool) -> String {
    let renderer = if colour { Renderer::styled() } else { Renderer::plain() };
    let message = catalog.text(&d.message);
    let hint = d.hint.as_ref().map(|h| catalog.text(h));
    let name = catalog.text(&Msg::new(severity_word(d.severity)));
    let hint_name = catalog.text(&Msg::new("word-hint"));
    let level = level(d.severity).with_name(name.as_str());
    let title = level.primary_title(message.as_str()).id(d.code);
    let help = Level::HELP.with_name(hint_name.as_str());
    let group = match &d.place {
        Place::Path(path) => {
            Group::with_title(title).element(annotate_snippets::Origin::path(sources.shown(path)))
        }
        Place::Text(span) => located(title, d, *span, sources, catalog),
    };
    let group = match &hint {
        Some(hint) => group.element(help.message(hint.as_str())),
        None => group,
    };
    renderer.render(&[group]).to_string()
}

fn located<'a>(
    title: annotate_snippets::Title<'a>,
    d: &Diagnostic,
    span: Span,
    sources: &'a Sources,
    catalog: &Catalog,
) -> Group<'a> {
    let group = Group::with_title(title);
    let Some(source) = sources.get(span.file) else { return group };
    let mut snippet = snippet(source, sources).annotation(AnnotationKind::Primary.span(range(source, span)));
    let Some((second, why)) = &d.related else { return group.element(snippet) };
    let why = catalog.text(why);
    if second.file == span.file {
        snippet = snippet.annotation(AnnotationKind::Context.span(range(source, *second)).label(why));
        return group.element(snippet);
    }
    let group = group.element(snippet);
    match sources.get(second.file) {
        Some(other) => group.element(
            self::snippet(other, sources)
                .annotation(AnnotationKind::Context.span(range(other, *second)).label(why)),
        ),
        None => group,
    }
}

fn snippet<'a>(source: &'a Source, sources: &Sources) -> Snippet<'a, annotate_snippets::Annotation<'a>> {
    Snippet::source(source.text.as_str()).path(sources.shown(&source.path))
}

/// The span as a range inside the text, on character boundaries, and at least one character wide where there is one.
fn range(source: &Source, span: Span) -> std::ops::Range<usize> {
    let text = &source.text;
    let start = text.floor_char_boundary((span.start as usize).min(text.len()));
    let end = text.ceil_char_boundary((span.end as usize).clamp(start, text.len()));
    start..end
}

fn level(severity: Severity) -> Level<'static> {
    match severity {
        Severity::Error => Level::ERROR,
        Severity::Warning => Level::WARNING,
        Severity::Note => Level::NOTE,
    }
}

/// The id of the word for a severity.
pub fn severity_word(severity: Severity) -> &'static str {
    match severity {
        Severity::Error => "word-error",
        Severity::Warning => "word-warning",
        Severity::Note => "word-note",
    }
}
