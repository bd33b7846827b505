//! Strings that take no argument, put into the templates that print them before these are compiled. Every page prints dozens,
//! the same each time; to look each of them up and escape it anew took a thirtieth of a large site's build.

use std::collections::BTreeMap;

use crate::md::escape::escape;

/// The templates of a theme with the strings that they print written out: `{{ t.phone }}` as `电话`. As they stand where one
/// gives another meaning to `t` that reaches beyond a macro of its own.
pub fn written_out(
    templates: Vec<(String, String)>,
    words: &BTreeMap<String, String>,
) -> Vec<(String, String)> {
    if templates.iter().any(|(_, source)| lends_t(source)) {
        return templates;
    }
    let all = templates.into_iter();
    all.map(|(name, source)| {
        let own = if name.ends_with(".html") { one(&source, words) } else { source };
        (name, own)
    })
    .collect()
}

fn one(source: &str, words: &BTreeMap<String, String>) -> String {
    if binds_t(source, &["macro"]) || source.contains("raw") {
        return source.to_owned();
    }
    let mut pieces = source.split(OPEN);
    let mut out = pieces.next().unwrap_or_default().to_owned();
    for piece in pieces {
        match printed(piece, words) {
            Some((word, rest)) => {
                out.push_str(&escape(word));
                out.push_str(rest);
            }
            None => {
                out.push_str(OPEN);
                out.push_str(piece);
            }
        }
    }
    out
}

const OPEN: &str = "{{ t.";
const CLOSE: &str = " }}";

/// The string that a piece behind `{{ t.` prints, and what follows; `None` where it does more, or where the string is no plain
/// text for the engine.
fn printed<'p>(piece: &'p str, words: &'p BTreeMap<String, String>) -> Option<(&'p str, &'p str)> {
    let (id, rest) = piece.split_once(CLOSE)?;
    let word = words.get(id)?;
    let is_plain = !word.contains(['{', '}', '\n']) && !word.trim().is_empty();
    is_plain.then_some((word.as_str(), rest))
}

/// Whether a template has a `t` of its own that other templates may see: one that is set, or one of a macro that includes.
fn lends_t(source: &str) -> bool {
    binds_t(source, &["set", "for", "with", "import", "from", "call"])
        || (binds_t(source, &["macro"]) && source.contains("include"))
}

/// Whether a tag of one of these kinds names `t`.
fn binds_t(source: &str, kinds: &[&str]) -> bool {
    let tags = source.split("{%").skip(1).filter_map(|rest| rest.split_once("%}"));
    let mut tags = tags.map(|(tag, _)| tag.trim_start_matches(['-', '+']).trim_start());
    let is_name = |c: char| c.is_alphanumeric() || c == '_' || c == '.' || c == '"';
    tags.any(|tag| {
        kinds.iter().any(|kind| tag.starts_with(kind)) && tag.split(|c| !is_name(c)).any(|word| word == "t")
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words() -> BTreeMap<String, String> {
        let all = [("phone", "电话"), ("and", "A & B"), ("odd", "{{ x }}"), ("blank", " ")];
        all.map(|(id, word)| (id.to_owned(), word.to_owned())).into()
    }

    fn page(source: &str) -> String {
        let all = vec![("a.html".to_owned(), source.to_owned())];
        written_out(all, &words()).remove(0).1
    }

    #[test]
    fn what_a_template_only_prints_is_written_out() {
        let source = "<b>{{ t.phone }}</b>{{ t.and }}{% if t.phone %}{{ t.phone ~ 1 }}{% endif %}{{ t.none }}{{ t.odd }}";
        let out = "<b>电话</b>A &amp; B{% if t.phone %}{{ t.phone ~ 1 }}{% endif %}{{ t.none }}{{ t.odd }}";
        assert_eq!(page(source), out);
        assert_eq!(
            page("{{ t.blank }}{% if x %}{{ m(x, t) }}{% endif %}"),
            "{{ t.blank }}{% if x %}{{ m(x, t) }}{% endif %}"
        );
    }

    #[test]
    fn another_t_is_left_alone() {
        for source in [
            "{% macro m(t, x) %}{{ t.phone }}{% endmacro %}",
            "{%- macro m(x, t) -%}{{ t.phone }}{% endmacro %}",
            "{%- set t = page %}{{ t.phone }}",
            "{% for t in all %}{{ t.phone }}{% endfor %}",
            "{% import \"_m.html\" as t %}{{ t.phone }}",
            "{% raw %}{{ t.phone }}{% endraw %}",
        ] {
            assert_eq!(page(source), source);
        }
    }

    #[test]
    fn a_t_that_others_may_see_leaves_all_as_they_are() {
        let other = ("b.html".to_owned(), "{{ t.phone }}".to_owned());
        for lends in ["{% set t = page %}", "{% macro m(t) %}{% include \"b.html\" %}{% endmacro %}"] {
            let all = vec![("a.html".to_owned(), lends.to_owned()), other.clone()];
            assert_eq!(written_out(all.clone(), &words()), all);
        }
        let keeps = ("a.html".to_owned(), "{% macro m(t) %}{{ t.phone }}{% endmacro %}".to_owned());
        assert_eq!(written_out(vec![keeps, other], &words())[1].1, "电话");
    }
}
