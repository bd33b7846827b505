//! Numbers of record that a template has in so many figures where the site's own would be printed: a foot that was typed once
//! stays as it is when `site.yaml` changes.

use std::ops::Range;

use super::files::Layers;
use crate::diag::Diagnostic;
use crate::lang::Msg;
use crate::model::Settings;
use crate::text::Span;

/// Typed site codes and ICP records that are not those of the site.
pub fn faults(layers: &Layers, settings: &Settings) -> Vec<Diagnostic> {
    let mut out = Vec::new();
    for template in layers.texts.iter().filter(|t| t.path.starts_with("templates/")) {
        let Some(source) = layers.sources.get(template.file) else { continue };
        let text = source.text.as_str();
        let kinds: [(&Option<String>, Found, _, _); 2] = [
            (&settings.site_id, codes, "theme-other-site-code", "theme-typed-code-hint"),
            (&settings.icp, records, "theme-other-icp", "theme-typed-icp-hint"),
        ];
        for (own, found, message, hint) in kinds {
            let Some(own) = own else { continue };
            let other = |range: &Range<usize>| !same(&text[range.clone()], own) && !unseen(text, range.start);
            out.extend(found(text).into_iter().filter(other).map(|range| {
                let message = Msg::new(message).with("text", &text[range.clone()]).with("code", own);
                let span = Span::new(template.file, range.start, range.end);
                Diagnostic::warning("theme-site-code", span, message).hint(Msg::new(hint))
            }));
        }
    }
    out
}

/// Where such numbers stand in a text.
type Found = fn(&str) -> Vec<Range<usize>>;

/// Whether both are one record, be it with the number of the site behind it or without.
fn same(typed: &str, own: &str) -> bool {
    own.strip_prefix(typed)
        .or_else(|| typed.strip_prefix(own))
        .is_some_and(|r| r.is_empty() || r.starts_with('-'))
}

/// Whether a place is within a comment.
fn unseen(text: &str, at: usize) -> bool {
    let open =
        |from: &str, to: &str| text[..at].rfind(from).is_some_and(|start| !text[start..at].contains(to));
    open("{#", "#}") || open("<!--", "-->")
}

/// What stands before a code: the word for it, or the string of the theme that has the word.
const LABELS: [&str; 3] = ["标识码", "Site code", "t.site_id"];

/// Codes behind a label, with tags and a colon between or none.
fn codes(text: &str) -> Vec<Range<usize>> {
    let labels = LABELS.iter().flat_map(|label| text.match_indices(label).map(|(at, _)| at + label.len()));
    let behind = labels.filter_map(|end| {
        let start = text.len() - after(&text[end..]).len();
        let len = text[start..].bytes().take_while(u8::is_ascii_alphanumeric).count();
        let code = &text[start..start + len];
        let figures = code.bytes().filter(u8::is_ascii_digit).count();
        (figures >= 6 && figures + 2 >= len).then_some(start..start + len)
    });
    behind.collect()
}

/// What comes behind a label once the end of its expression, tags, colons and blanks are left out.
fn after(text: &str) -> &str {
    let mut rest = text.trim_start();
    rest = rest.strip_prefix("-}}").or_else(|| rest.strip_prefix("}}")).unwrap_or(rest);
    loop {
        rest = rest.trim_start_matches(|c: char| c.is_whitespace() || matches!(c, '：' | ':'));
        rest = rest.strip_prefix("&nbsp;").unwrap_or(rest);
        match rest.strip_prefix('<').and_then(|tag| tag.split_once('>')) {
            Some((_, behind)) => rest = behind,
            None => return rest,
        }
    }
}

/// ICP records: the sign of a province, `ICP备`, the figures, 号 and the number of the site.
fn records(text: &str) -> Vec<Range<usize>> {
    let digits = |text: &str| text.bytes().take_while(u8::is_ascii_digit).count();
    let one = |(at, word): (usize, &str)| {
        let from = at + word.len();
        let len = digits(&text[from..]);
        let sign = text[..at].chars().next_back().filter(|c| !c.is_ascii())?;
        let mut end = from + len;
        if let Some(rest) = text[end..].strip_prefix('号') {
            let site = rest.strip_prefix('-').map_or(0, digits);
            end += '号'.len_utf8() + if site > 0 { site + 1 } else { 0 };
        }
        (len > 4).then_some(at - sign.len_utf8()..end)
    };
    text.match_indices("ICP备").filter_map(one).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes_and_records_are_read_where_they_are_typed() {
        let found = |text: &str, find: Found| -> Vec<String> {
            find(text).into_iter().map(|range| text[range].to_owned()).collect()
        };
        for text in [
            "<span>{{ t.site_id }} 5304210013</span>",
            "{{- t.site_id -}}：<b>5304210013</b>",
            "网站标识码 5304210013",
            "<span>网站标识码</span>&nbsp;5304210013",
        ] {
            assert_eq!(found(text, codes), ["5304210013"], "{text}");
        }
        for text in
            ["{{ t.site_id }} {{ site.site_id }}", "网站标识码见页脚", "电话 0877621884", "t.site_id }} v2"]
        {
            assert_eq!(found(text, codes), [""; 0], "{text}");
        }
        let text = "<a>滇ICP备2021000123号-2</a>{{ site.icp }} ICP备案";
        assert_eq!(found(text, records), ["滇ICP备2021000123号-2"]);
    }

    #[test]
    fn one_record_is_the_same_with_the_number_of_the_site_or_without() {
        assert!(same("滇ICP备2021000123号", "滇ICP备2021000123号-2") && same("5304210013", "5304210013"));
        assert!(!same("滇ICP备2021000123号-1", "滇ICP备2021000123号-2") && !same("53042100", "5304210013"));
        let text = "{# 标识码 a #}b<!-- c -->d";
        let at = |c: char| unseen(text, text.find(c).unwrap_or_default());
        assert!(at('a') && at('c') && !at('b') && !at('d'));
    }
}
