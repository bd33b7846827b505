//! HTML for places that keep neither classes nor style sheets: each element carries its own style, and what an editor
//! would drop is taken off beforehand, so that what one pastes is what stays. `<meta charset>` is left for the browser that
//! one copies from.

use std::collections::BTreeMap;

use html5gum::{Token, Tokenizer};

use crate::md::escape::escape;

type StartTag = html5gum::StartTag<()>;

/// Elements that editors keep; of all others the words alone remain.
const KEPT: &[&str] = &[
    "a",
    "b",
    "blockquote",
    "br",
    "caption",
    "code",
    "del",
    "em",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "hr",
    "i",
    "ins",
    "li",
    "meta",
    "ol",
    "p",
    "pre",
    "strong",
    "sub",
    "sup",
    "table",
    "tbody",
    "td",
    "tfoot",
    "th",
    "thead",
    "tr",
    "ul",
];

/// Rewrites HTML. `styles` are by `element.class` or `element`.
pub fn inline(html: &str, styles: &BTreeMap<String, String>) -> String {
    let mut out = String::with_capacity(html.len() * 2);
    for token in Tokenizer::new(html) {
        // Reading from memory cannot fail.
        let Ok(token) = token;
        match token {
            Token::StartTag(tag) => start(&tag, styles, &mut out),
            Token::EndTag(tag) => end(&String::from_utf8_lossy(&tag.name), &mut out),
            Token::String(text) => out.push_str(&escape(&String::from_utf8_lossy(&text))),
            _ => {}
        }
    }
    out
}

fn start(tag: &StartTag, styles: &BTreeMap<String, String>, out: &mut String) {
    let name = String::from_utf8_lossy(&tag.name);
    if !KEPT.contains(&&*name) {
        return;
    }
    out.extend(["<", &name]);
    for (key, value) in &tag.attributes {
        let (key, value) = (String::from_utf8_lossy(key), String::from_utf8_lossy(value));
        if is_wanted(&name, &key, &value) {
            out.extend([" ", &key, "=\"", &escape(&value), "\""]);
        }
    }
    if let Some(style) = style(&name, tag, styles) {
        out.extend([" style=\"", &escape(style), "\""]);
    }
    out.push('>');
}

fn end(name: &str, out: &mut String) {
    if KEPT.contains(&name) && !["br", "hr", "meta"].contains(&name) {
        out.extend(["</", name, ">"]);
    }
}

fn is_wanted(name: &str, key: &str, value: &str) -> bool {
    match (name, key) {
        ("td" | "th", "colspan" | "rowspan") | ("ol", "start") | ("meta", "charset") => true,
        ("a", "href") => {
            ["https://", "http://", "mailto:", "tel:"].iter().any(|with| value.starts_with(with))
        }
        _ => false,
    }
}

fn style<'s>(name: &str, tag: &StartTag, styles: &'s BTreeMap<String, String>) -> Option<&'s String> {
    let classes = tag.attributes.get(b"class".as_slice()).map(|c| String::from_utf8_lossy(c).into_owned());
    let by_class = classes.iter().flat_map(|c| c.split(' ')).find_map(|c| styles.get(&format!("{name}.{c}")));
    by_class.or_else(|| styles.get(name))
}
