//! A theme's strings as its templates see them, the same for every engine.

use std::collections::BTreeMap;

use fluent_bundle::{FluentArgs, FluentValue};

use super::files::Layers;
use crate::diag::Diagnostic;
use crate::lang::{Catalog, Lang, Msg};
use crate::text::Span;
use crate::zh::date;

/// The theme's own strings of a language, empty where it has none; every entry that does not parse is noted.
pub fn own<'l>(layers: &'l Layers, lang: Lang, out: &mut Vec<Diagnostic>) -> &'l str {
    let Some((file, source)) = layers.get(&format!("locales/{}.ftl", lang.tag())) else { return "" };
    for (range, detail) in Catalog::faults(&source.text) {
        let message = Msg::new("theme-strings").with("detail", detail);
        let span = Span::new(file, range.start, range.end);
        out.push(Diagnostic::error("theme-strings", span, message).hint(Msg::new("theme-strings-hint")));
    }
    &source.text
}

/// The ids of Fluent sources, each once.
pub fn ids<'s>(sources: impl IntoIterator<Item = &'s str>) -> Vec<String> {
    let mut ids: Vec<String> = lines(sources).map(|(id, _)| id.to_owned()).collect();
    ids.sort();
    ids.dedup();
    ids
}

/// The ids of strings that take no argument: those that templates read as `t.id`.
pub fn plain<'s>(sources: impl IntoIterator<Item = &'s str>) -> Vec<String> {
    lines(sources).filter(|(_, words)| !words.contains("{ $")).map(|(id, _)| id.to_owned()).collect()
}

fn lines<'s>(sources: impl IntoIterator<Item = &'s str>) -> impl Iterator<Item = (&'s str, &'s str)> {
    let is_id = |id: &str| !id.is_empty() && id.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-');
    let all = sources.into_iter().flat_map(str::lines);
    all.filter_map(|line| line.split_once(" =")).filter(move |(id, _)| is_id(id))
}

/// The strings that take no argument, by the name that templates read under `t`: `progress-title` as `progress_title`.
pub fn words(strings: &Catalog, plain: &[String]) -> BTreeMap<String, String> {
    plain.iter().map(|id| (id.replace('-', "_"), strings.format(id, &FluentArgs::new()))).collect()
}

/// A string with its arguments; `None` where the theme has no such string.
pub fn translate<'a>(
    strings: &Catalog,
    id: &str,
    args: impl Iterator<Item = (String, FluentValue<'a>)>,
) -> Option<String> {
    strings.has(id).then(|| strings.format(id, &args.collect()))
}

/// A day in words for what a view holds, `2025-12-26`; `None` where that is no day.
pub fn long_of(iso: &str, lang: Lang) -> Option<String> {
    match lang {
        Lang::ZhCn => date::long_of(iso),
        Lang::En => iso.parse().ok().map(|day| date::in_words(day, lang)),
    }
}
