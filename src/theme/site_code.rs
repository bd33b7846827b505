//! Whether the templates of a theme print the identification code of the site (网站标识码), which inspections read from
//! `<meta name="SiteIDCode">`.

use super::files::Layers;
use crate::diag::Diagnostic;
use crate::lang::Msg;
use crate::text::{FileId, Source, Span};

/// The name of the element that holds the code.
const NAME: &str = "SiteIDCode";

/// Templates that print another code than the site's, or the one that has the head of pages where none prints a code.
pub fn faults(layers: &Layers, site_id: &str) -> Vec<Diagnostic> {
    let all = || layers.texts.iter().filter(|t| t.path.starts_with("templates/"));
    let texts = || all().filter_map(|t| Some((t.file, layers.sources.get(t.file)?)));
    if texts().any(|(_, source)| source.text.contains(NAME)) {
        return texts().flat_map(|(file, source)| written_out(file, source, site_id)).collect();
    }
    let head = texts().find_map(|(file, source)| {
        let at = source.text.find("<head>")?;
        Some(Span::new(file, at, at + "<head>".len()))
    });
    let missing = head.map(|span| {
        let message = Msg::new("theme-no-site-code").with("code", site_id);
        Diagnostic::warning("theme-site-code", span, message).hint(Msg::new("theme-site-code-hint"))
    });
    missing.into_iter().collect()
}

/// Codes that a template has in so many figures, and that are not the site's.
fn written_out(file: FileId, source: &Source, site_id: &str) -> Vec<Diagnostic> {
    let text = source.text.as_str();
    let codes = text.match_indices(NAME).filter_map(|(at, _)| {
        let tag = text.get(text[..at].rfind('<')?..at + text[at..].find('>')?)?;
        let start = tag.find("content=")? + "content=".len();
        let value = tag[start..].trim_start_matches(['"', '\'']);
        let from = text[..at].rfind('<')? + tag.len() - value.len();
        let len = value.find(['"', '\'', ' ', '/']).unwrap_or(value.len());
        let code = &value[..len];
        let other = !code.is_empty() && code.bytes().all(|b| b.is_ascii_alphanumeric()) && code != site_id;
        other.then(|| (code, Span::new(file, from, from + len)))
    });
    let told = codes.map(|(code, span)| {
        let message = Msg::new("theme-other-site-code").with("text", code).with("code", site_id);
        Diagnostic::warning("theme-site-code", span, message).hint(Msg::new("theme-site-code-hint"))
    });
    told.collect()
}
