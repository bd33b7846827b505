//! The page of a notice as a parser independent of the product reads it.

use scraper::{ElementRef, Html, Node, Selector};

/// The text of `<article class="doc">`, without what stands aside; the page's own heading, and whether it is in there.
fn article(html: &str) -> (String, String, bool) {
    let page = Html::parse_document(html);
    let one = |css: &str| {
        let selector = Selector::parse(css).unwrap();
        let found: Vec<_> = page.select(&selector).collect();
        assert_eq!(found.len(), 1, "one {css} on the page of a notice");
        let mut out = String::new();
        words(found[0], &mut out);
        bare(&out)
    };
    let inside = page.select(&Selector::parse("article.doc h1").unwrap()).next().is_some();
    (one("article.doc"), one("h1"), inside)
}

fn words(element: ElementRef<'_>, out: &mut String) {
    for child in element.children() {
        match child.value() {
            Node::Text(text) => out.push_str(text),
            Node::Element(e) if e.classes().any(|c| c == "aside") => {}
            Node::Element(e) => {
                let block = !["a", "span", "strong", "em", "code", "b", "i", "time", "bdi", "wbr"]
                    .contains(&e.name());
                out.push_str(if block { "\n" } else { "" });
                words(ElementRef::wrap(child).unwrap(), out);
                out.push_str(if block { "\n" } else { "" });
            }
            _ => {}
        }
    }
}

/// The lines of a text as they are compared: without spaces, and without bars, which a page may show as cells. The rule under
/// the head of a table has no words.
pub fn lines(text: &str) -> Vec<String> {
    let rule = |l: &&str| l.trim().starts_with("|--") && l.trim().chars().all(|c| "|-: ".contains(c));
    text.lines().filter(|l| !rule(l)).map(bare).filter(|l| !l.is_empty()).collect()
}

pub fn bare(text: &str) -> String {
    text.chars().filter(|c| !c.is_whitespace() && *c != '|').collect()
}

/// Fails unless the article is exactly the lines, in order.
pub fn holds(name: &str, html: &str, text: &str) {
    if let Some(fault) = fault(html, text) {
        panic!("{name}: {fault}");
    }
}

/// What is lost, added or moved. A title that the text begins with may be the page's heading.
pub fn fault(html: &str, text: &str) -> Option<String> {
    let (shown, title, inside) = article(html);
    let mut lines = lines(text);
    // A title may stand on several lines of a text.
    let broken = (1..=lines.len().min(4)).find(|n| lines[..*n].concat() == title);
    if let Some(count) = broken.filter(|_| !inside) {
        lines.drain(..count);
    }
    let mut rest = shown.as_str();
    for line in lines {
        match rest.find(&line) {
            None => return Some(format!("not in its place: {line}")),
            Some(0) => rest = &rest[line.len()..],
            Some(at) => return Some(format!("in no line of the text, before “{line}”: {}", &rest[..at])),
        }
    }
    (!rest.is_empty()).then(|| format!("after the end of the text: {rest}"))
}
