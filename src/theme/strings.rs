//! A theme's strings as its templates see them, the same for every engine.

use std::collections::BTreeMap;

use fluent_bundle::{FluentArgs, FluentValue};

use crate::lang::Catalog;

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
