//! A saved web page as the text of a notice. Portals set the article among menus and lists; the article is the innermost
//! element that holds nearly all its sentences, and what stands around it is named.

use html5gum::emitters::default::DefaultEmitter;
use html5gum::{Token, Tokenizer};

use super::xml::{Element, Node};
use super::{IntakeError, Kind, Notes, Taken};

/// Takes the text out of a page.
pub fn read(html: &str) -> Result<Taken, IntakeError> {
    let page = tree(html)?;
    let article = article(&page);
    let mut lines = Lines::default();
    lines.block(article);
    let mut text: Vec<String> = lines.end();
    if text.is_empty() {
        return Err(IntakeError::Empty);
    }
    let mut notes = Notes::default();
    (0..lines.rows).for_each(|_| notes.add(Kind::Rows, None));
    (0..lines.pictures).for_each(|_| notes.add(Kind::Pictures, None));
    if let Some(title) = title(&page).filter(|title| !text.iter().any(|line| line.contains(title.as_str()))) {
        text.insert(0, title);
    }
    for line in around(&page, article).into_iter().filter(|line| !text.contains(line)) {
        notes.add(Kind::Around, Some(line));
    }
    Ok(Taken { text: text.join("\n") + "\n", notes: notes.0 })
}

/// Elements without an end.
const VOID: [&str; 14] = [
    "area", "base", "br", "col", "embed", "frame", "hr", "img", "input", "link", "meta", "source", "track",
    "wbr",
];
/// Elements whose text nobody sees.
const UNSEEN: [&str; 9] =
    ["head", "noscript", "option", "script", "style", "svg", "template", "textarea", "title"];
/// Elements that stand within a line.
const INLINE: [&str; 27] = [
    "a", "abbr", "b", "bdo", "big", "cite", "code", "del", "em", "font", "i", "ins", "label", "mark", "o:p",
    "q", "ruby", "s", "small", "span", "st1", "strike", "strong", "sub", "sup", "time", "u",
];
const DEPTH: usize = 180;
const NODES: usize = 400_000;
/// The part of all sentences that makes an element the article.
const MOST: f64 = 0.85;

/// The page as a tree, as far as a page without its style can be told: an end tag closes what it names, and a paragraph, an
/// item or a cell closes the one before.
fn tree(html: &str) -> Result<Element, IntakeError> {
    let mut emitter = DefaultEmitter::default();
    // Scripts and styles are text to a tokenizer only if it is told where they begin.
    emitter.naively_switch_states(true);
    let mut open = vec![Element::default()];
    for (n, token) in Tokenizer::new_with_emitter(html, emitter).enumerate() {
        if n > NODES {
            return Err(IntakeError::TooLarge("HTML".to_owned()));
        }
        // Reading from memory cannot fail.
        let Ok(token) = token;
        match token {
            Token::StartTag(tag) => {
                let tag: html5gum::StartTag<()> = tag;
                let lossy = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
                let name = lossy(&tag.name);
                let attributes = tag.attributes.iter().map(|(k, v)| (lossy(k), lossy(v))).collect();
                close_before(&mut open, &name);
                let element = Element::new(name, attributes);
                if tag.self_closing || VOID.contains(&element.name.as_str()) || open.len() >= DEPTH {
                    push(&mut open, Node::Element(element));
                } else {
                    open.push(element);
                }
            }
            Token::EndTag(tag) => {
                let name = String::from_utf8_lossy(&tag.name);
                if let Some(at) = open.iter().rposition(|e| e.name == name).filter(|at| *at > 0) {
                    close_to(&mut open, at);
                }
            }
            Token::String(text) => {
                push(&mut open, Node::Text(String::from_utf8_lossy(&text).into_owned()));
            }
            _ => {}
        }
    }
    close_to(&mut open, 1);
    Ok(open.pop().unwrap_or_default())
}

fn push(open: &mut [Element], node: Node) {
    if let Some(within) = open.last_mut() {
        within.children.push(node);
    }
}

/// Closes elements until `len` are open.
fn close_to(open: &mut Vec<Element>, len: usize) {
    while open.len() > len.max(1) {
        let Some(done) = open.pop() else { return };
        push(open, Node::Element(done));
    }
}

/// Closes what cannot hold an element that begins.
fn close_before(open: &mut Vec<Element>, name: &str) {
    let (closes, until): (&[&str], &[&str]) = match name {
        "li" => (&["li"], &["ul", "ol"]),
        "td" | "th" => (&["td", "th"], &["tr", "table"]),
        "tr" => (&["tr"], &["table"]),
        _ if INLINE.contains(&name) || VOID.contains(&name) => return,
        _ => (&["p"], &["td", "th", "li", "div", "table", "blockquote"]),
    };
    for at in (1..open.len()).rev() {
        let own = open[at].name.as_str();
        if closes.contains(&own) {
            return close_to(open, at);
        }
        if until.contains(&own) {
            return;
        }
    }
}

/// How portals mark the article, in `id` or `class`.
const KNOWN: [&str; 8] = [
    "zoom",
    "ucapcontent",
    "ucap-content",
    "trs_editor",
    "trs_ueditor",
    "pages_content",
    "article-content",
    "article_content",
];

fn is_known(element: &Element) -> bool {
    let named =
        [Some(element.name.as_str()), element.attr("id"), element.attr("class")].into_iter().flatten();
    let mut words = named.flat_map(str::split_whitespace);
    words.any(|word| KNOWN.iter().any(|known| word.eq_ignore_ascii_case(known)))
}

/// The element that portals mark as the article where it holds most sentences, else the innermost that holds nearly all.
fn article(page: &Element) -> &Element {
    let total = sentences(page);
    let mut all = Vec::new();
    below(page, &mut all);
    if let Some(known) = all.into_iter().rfind(|e| is_known(e) && sentences(e) * 2.0 > total) {
        return known;
    }
    let mut found = page;
    // A page of a few words has no article to be found among others.
    while let Some(inner) = found.elements().find(|e| total > 3.0 && sentences(e) >= total * MOST) {
        let is_block = !INLINE.contains(&inner.name.as_str()) && inner.name != "p";
        if !is_block || inner.name == "tr" || inner.name == "tbody" {
            break;
        }
        found = inner;
    }
    found
}

fn sentences(element: &Element) -> f64 {
    if UNSEEN.contains(&element.name.as_str()) {
        return 0.0;
    }
    let own = |node: &Node| match node {
        Node::Element(inner) => sentences(inner),
        Node::Text(text) => {
            text.chars().filter(|c| matches!(c, '。' | '；' | '，' | '、' | '：' | ';' | ',' | ':')).count()
                as f64
        }
    };
    element.children.iter().map(own).sum()
}

/// The title that a portal names in `<meta name="ArticleTitle">`, or the one heading of the first level.
fn title(page: &Element) -> Option<String> {
    let mut all = Vec::new();
    below(page, &mut all);
    let named = all
        .iter()
        .find(|e| e.name == "meta" && e.attr("name").is_some_and(|n| n.eq_ignore_ascii_case("ArticleTitle")));
    let named = named.and_then(|e| e.attr("content")).map(fold);
    let heads: Vec<&&Element> = all.iter().filter(|e| e.name == "h1").collect();
    let head = || match heads.as_slice() {
        [one] => {
            let mut lines = Lines::default();
            lines.block(one);
            Some(lines.end().concat())
        }
        _ => None,
    };
    named.filter(|t| !t.is_empty()).or_else(head).filter(|t| !t.is_empty())
}

fn below<'e>(element: &'e Element, out: &mut Vec<&'e Element>) {
    for inner in element.elements() {
        out.push(inner);
        below(inner, out);
    }
}

/// Lines outside the article.
fn around(page: &Element, article: &Element) -> Vec<String> {
    let mut lines = Lines { without: Some(article), ..Lines::default() };
    lines.block(page);
    lines.end()
}

/// Elements into lines.
#[derive(Default)]
struct Lines<'e> {
    all: Vec<String>,
    line: String,
    rows: usize,
    pictures: usize,
    without: Option<&'e Element>,
}

impl<'e> Lines<'e> {
    fn block(&mut self, element: &'e Element) {
        self.flush();
        self.inside(element);
        self.flush();
    }

    fn inside(&mut self, element: &'e Element) {
        for node in &element.children {
            match node {
                Node::Text(text) => self.line.push_str(text),
                Node::Element(inner) => self.element(inner),
            }
        }
    }

    fn element(&mut self, element: &'e Element) {
        if self.without.is_some_and(|e| std::ptr::eq(e, element)) {
            return self.flush();
        }
        match element.name.as_str() {
            name if UNSEEN.contains(&name) => {}
            "br" | "hr" => self.flush(),
            "img" => self.pictures += 1,
            "tr" => self.row(element),
            name if INLINE.contains(&name) => self.inside(element),
            _ => self.block(element),
        }
    }

    /// A row as cells in bars; a row of one cell only frames what it holds.
    fn row(&mut self, row: &'e Element) {
        let cells: Vec<&Element> =
            row.elements().filter(|e| matches!(e.name.as_str(), "td" | "th")).collect();
        if cells.len() < 2 {
            return self.block(row);
        }
        self.flush();
        let mut line = "|".to_owned();
        for cell in cells {
            let mut inner = Lines { without: self.without, ..Lines::default() };
            inner.block(cell);
            line += &(inner.end().join(" ") + "|");
            self.pictures += inner.pictures;
        }
        if line.chars().any(|c| c != '|') {
            self.rows += 1;
            self.all.push(line);
        }
    }

    fn flush(&mut self) {
        let line = fold(&std::mem::take(&mut self.line));
        self.all.extend(Some(line).filter(|line| !line.is_empty()));
    }

    fn end(&mut self) -> Vec<String> {
        self.flush();
        std::mem::take(&mut self.all)
    }
}

/// White space as a browser shows it: a run of it is one space, and none stands at either end. Ideographic and hard spaces at
/// the start are an indent, within a line they are words' own.
fn fold(text: &str) -> String {
    let mut out = String::new();
    for c in text.chars() {
        match c {
            ' ' | '\t' | '\n' | '\r' | '\u{c}' if out.ends_with(' ') => {}
            ' ' | '\t' | '\n' | '\r' | '\u{c}' => out.push(' '),
            '\u{200b}' | '\u{feff}' => {}
            _ => out.push(c),
        }
    }
    out.trim().to_owned()
}
