//! A theme's strings as its templates see them, the same for every engine.

use std::collections::BTreeMap;

use fluent_bundle::{FluentArgs, FluentValue};

use chrono::NaiveDate;

use crate::lang::{Catalog, Lang};
use crate::zh::date;

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

/// A day in words: `2025年12月26日`, `26 December 2025`.
pub fn long(day: NaiveDate, lang: Lang) -> String {
    match lang {
        Lang::ZhCn => date::long(day),
        Lang::En => day.format("%-d %B %Y").to_string(),
    }
}

/// The same for what a view holds, `2025-12-26`; `None` where that is no day.
pub fn long_of(iso: &str, lang: Lang) -> Option<String> {
    iso.parse().ok().map(|day| long(day, lang))
}
