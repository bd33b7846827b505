//! The languages of a site: where the same page stands in each, and what on a page is in another than the page itself.

use serde::Serialize;

use super::parts::Links;
use crate::lang::Lang;
use crate::md::escape::escape;
use crate::model::{Settings, Site};
use crate::plan::Kind;

/// A language in which a page is there.
#[derive(Serialize)]
pub struct Tongue {
    /// Its tag (BCP 47).
    pub tag: String,
    /// Its own name for itself.
    name: &'static str,
    href: String,
    /// The whole address, where the site has one.
    pub url: Option<String>,
    current: bool,
}

/// A page in every language of the site, the page itself among them; none where the site has one language, or the page
/// stands with the original alone.
pub fn all(kind: Kind, site: &Site, links: &Links) -> Vec<Tongue> {
    let settings = &site.settings;
    if settings.languages.is_empty() || !is_parallel(kind) {
        return Vec::new();
    }
    let address = kind.address(site);
    let own = std::iter::once(&settings.language);
    let mut all: Vec<Tongue> = own
        .chain(&settings.languages)
        .map(|tag| Tongue {
            name: Lang::parse(tag).map_or("", Lang::name),
            href: links.at_top(&format!("{}{address}", folder(tag, settings))),
            url: top(settings).map(|base| format!("{base}{}{address}", folder(tag, settings))),
            current: *tag == settings.language,
            tag: tag.clone(),
        })
        .collect();
    // The original first, and so the same order on every page.
    all.sort_by_key(|tongue| tongue.tag != *original(settings));
    all
}

/// Whether a kind of page is there in every language: pages for readers, but for those that a server or the original has.
pub fn is_parallel(kind: Kind) -> bool {
    Kind::template(kind.name()).is_some() && !["not-found", "data"].contains(&kind.name())
}

fn original(settings: &Settings) -> &String {
    settings.original.as_ref().unwrap_or(&settings.language)
}

fn folder(tag: &String, settings: &Settings) -> String {
    if tag == original(settings) { String::new() } else { format!("{tag}/") }
}

/// The address of the whole site; a translation's own is a folder below.
fn top(settings: &Settings) -> Option<&str> {
    let base = settings.base_url.as_deref()?;
    let own = settings.folder();
    Some(base.strip_suffix(own.as_str()).unwrap_or(base))
}

/// Links to the same page in the other languages, for a sitemap.
pub fn alternates(kind: Kind, site: &Site, links: &Links) -> String {
    let link = |t: Tongue| {
        let (tag, url) = (t.tag, escape(&t.url?).into_owned());
        Some(format!("<xhtml:link rel=\"alternate\" hreflang=\"{tag}\" href=\"{url}\"/>"))
    };
    all(kind, site, links).into_iter().filter_map(link).collect()
}

/// Elements whose words are not for marking up.
const LITERAL: [&str; 6] = ["title", "desc", "script", "style", "option", "textarea"];

/// Marks what a page says in Chinese although it is in another language. It is told by its characters: no other language of
/// a site is written in them. Words of English on a Chinese page are names and the like, which belong to it.
pub fn mark(html: &str, page: &str, original: &str) -> String {
    if !original.starts_with("zh") || page.starts_with("zh") {
        return html.to_owned();
    }
    let mut out = String::with_capacity(html.len() + html.len() / 8);
    let mut literal: Option<&str> = None;
    let mut said = false;
    let attribute = format!(" lang=\"{original}\"");
    let mut rest = html;
    while let Some(open) = rest.find('<') {
        let (words, tag) = rest.split_at(open);
        let end = tag.find('>').map_or(tag.len(), |at| at + 1);
        if literal.is_some() || said {
            out.push_str(words)
        } else {
            spans(words, original, &mut out)
        }
        let name = tag[1..end].trim_start_matches('/');
        let name = name.split(|c: char| !c.is_ascii_alphanumeric()).next().unwrap_or_default();
        if let Some(known) = LITERAL.into_iter().find(|known| name.eq_ignore_ascii_case(known)) {
            literal = (!tag.starts_with("</")).then_some(known);
        }
        said = tag[..end].contains(&attribute);
        out.push_str(&tag[..end]);
        rest = &tag[end..];
    }
    out.push_str(rest);
    out
}

/// From the first Chinese character to the last, with the marks that close it.
fn spans(words: &str, tag: &str, out: &mut String) {
    let is_han = |c: char| ('\u{3400}'..='\u{9fff}').contains(&c) || ('\u{20000}'..='\u{3ffff}').contains(&c);
    let is_mark = |c: char| ('\u{3000}'..='\u{303f}').contains(&c) || ('\u{ff00}'..='\u{ffef}').contains(&c);
    let Some(first) = words.find(is_han) else { return out.push_str(words) };
    // Figures and opening marks right before it belong to it: 2026年.
    let belongs = |c: char| c.is_ascii_digit() || is_mark(c) || "“‘".contains(c);
    let start = words[..first].trim_end_matches(belongs).len();
    let last = words.rfind(is_han).unwrap_or(first);
    let end = words[last..]
        .char_indices()
        .skip(1)
        .find(|(_, c)| !is_mark(*c))
        .map_or(words.len(), |(at, _)| last + at);
    out.push_str(&words[..start]);
    out.push_str(&format!("<span lang=\"{tag}\">{}</span>", &words[start..end]));
    out.push_str(&words[end..]);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn chinese_on_an_english_page_is_marked_and_nothing_else() {
        let marked = |html| mark(html, "en", "zh-CN");
        assert_eq!(
            marked("<p>Issue 1: 路灯“坏”了。 (m1)</p>"),
            "<p>Issue 1: <span lang=\"zh-CN\">路灯“坏”了。</span> (m1)</p>"
        );
        assert_eq!(
            marked("<title>路灯</title><a title=\"路\">a</a>"),
            "<title>路灯</title><a title=\"路\">a</a>"
        );
        assert_eq!(marked("<p>(2) 2026年起</p>"), "<p>(2) <span lang=\"zh-CN\">2026年起</span></p>");
        assert_eq!(mark("<p>PDF 路灯</p>", "zh-CN", "en"), "<p>PDF 路灯</p>");
    }
}
