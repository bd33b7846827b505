//! The page of a notice into the paragraphs that it shows, read by a tokenizer that shares no code with what wrote it.
//!
//! The notice is the one `<article class="doc">`. What has the class `aside` or is hidden is no part of it. A cell of a
//! table is a paragraph of its own, and so is a line of preformatted text. The first `<h1>` outside it is its title.

use html5gum::emitters::default::DefaultEmitter;
use html5gum::{Token, Tokenizer};

type StartTag = html5gum::StartTag<()>;

/// What a page says of the notice.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Article {
    /// The heading of the page, empty where it has none.
    pub title: String,
    /// The paragraphs with white space folded, none of them empty.
    pub paragraphs: Vec<String>,
}

/// How many notices the page has where it does not have one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct NotOne(pub usize);

/// Reads a page. Bytes that are not UTF-8 come out as replacement characters, and so differ from any text.
pub fn read(html: &[u8]) -> Result<Article, NotOne> {
    let mut emitter = DefaultEmitter::default();
    // Scripts and styles are text to a tokenizer only if it is told where they begin.
    emitter.naively_switch_states(true);
    let mut reader = Reader::default();
    for token in Tokenizer::new_with_emitter(html, emitter) {
        // Reading from memory cannot fail.
        let Ok(token) = token;
        match token {
            Token::StartTag(tag) => reader.start(&tag),
            Token::EndTag(tag) => reader.end(&String::from_utf8_lossy(&tag.name)),
            Token::String(text) => reader.text(&String::from_utf8_lossy(&text)),
            _ => {}
        }
    }
    reader.flush();
    if reader.articles == 1 { Ok(reader.article) } else { Err(NotOne(reader.articles)) }
}

/// Runs of white space as one space, none at either end.
pub fn fold(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// A line of text as paragraphs: the cells of a row in bars, else the line itself. Empty ones are left out.
pub fn units(line: &str) -> Vec<String> {
    let line = line.trim();
    let row = line.strip_prefix('|').and_then(|rest| rest.strip_suffix('|'));
    row.map_or_else(|| cells(line, false), |row| cells(row, true))
}

fn cells(text: &str, is_row: bool) -> Vec<String> {
    let parts: Vec<&str> = if is_row { text.split('|').collect() } else { vec![text] };
    parts.into_iter().map(fold).filter(|part| !part.is_empty()).collect()
}

/// Elements that begin and end a paragraph; all others stand within a line.
const BLOCKS: [&str; 42] = [
    "address",
    "article",
    "aside",
    "blockquote",
    "body",
    "caption",
    "dd",
    "details",
    "dialog",
    "div",
    "dl",
    "dt",
    "fieldset",
    "figcaption",
    "figure",
    "footer",
    "form",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "header",
    "hr",
    "html",
    "li",
    "main",
    "nav",
    "ol",
    "p",
    "pre",
    "section",
    "summary",
    "table",
    "tbody",
    "td",
    "tfoot",
    "th",
    "thead",
    "tr",
    "ul",
];
/// Elements without an end.
const VOID: [&str; 13] =
    ["area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"];
/// Elements whose text is not shown.
const UNSHOWN: [&str; 6] = ["head", "noscript", "script", "style", "template", "title"];

/// Which text an element holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
enum Part {
    #[default]
    Elsewhere,
    Title,
    Notice,
}

/// An element that has begun and not ended.
#[derive(Debug, Clone, Default)]
struct Open {
    name: String,
    part: Part,
    hidden: bool,
    preformatted: bool,
    cell: bool,
}

#[derive(Default)]
struct Reader {
    open: Vec<Open>,
    line: String,
    titled: bool,
    articles: usize,
    article: Article,
}

impl Reader {
    fn start(&mut self, tag: &StartTag) {
        let name = String::from_utf8_lossy(&tag.name).into_owned();
        if is_block(&name) || name == "br" {
            self.flush();
        }
        if name == "img" {
            self.text(&attribute(tag, "alt"));
        }
        if VOID.contains(&name.as_str()) {
            return;
        }
        self.close_implied(&name);
        let part = self.part_of(&name, tag);
        let outer = self.open.last().cloned().unwrap_or_default();
        let hides = has_class(tag, "aside")
            || tag.attributes.contains_key(&b"hidden"[..])
            || UNSHOWN.contains(&&*name);
        self.open.push(Open {
            part,
            hidden: outer.hidden || hides,
            preformatted: outer.preformatted || name == "pre",
            cell: outer.cell || name == "td" || name == "th",
            name,
        });
    }

    /// The part that an element of this name begins, else the one it stands in.
    fn part_of(&mut self, name: &str, tag: &StartTag) -> Part {
        let outer = self.open.last().map_or(Part::Elsewhere, |open| open.part);
        if name == "article" && has_class(tag, "doc") {
            self.articles += 1;
            return Part::Notice;
        }
        if name == "h1" && outer == Part::Elsewhere && !self.titled {
            self.titled = true;
            return Part::Title;
        }
        outer
    }

    /// A paragraph ends where a block begins, an item or a cell where its like begins, as HTML has it.
    fn close_implied(&mut self, name: &str) {
        let ends = |open: &Open| match open.name.as_str() {
            "p" => is_block(name),
            "li" => name == "li",
            "td" | "th" => matches!(name, "td" | "th" | "tr"),
            "tr" => name == "tr",
            "dt" | "dd" => matches!(name, "dt" | "dd"),
            _ => false,
        };
        while self.open.last().is_some_and(ends) {
            self.open.pop();
        }
    }

    /// An end that answers no beginning is passed over; one within a line does not reach beyond its paragraph.
    fn end(&mut self, name: &str) {
        let within = !is_block(name);
        let reach = self.open.iter().rev().take_while(|open| !(within && is_block(&open.name)));
        let Some(back) = reach.map(|open| open.name.as_str()).position(|open| open == name) else { return };
        if !within {
            self.flush();
        }
        self.open.truncate(self.open.len() - 1 - back);
    }

    fn text(&mut self, text: &str) {
        let Some(open) = self.open.last().filter(|o| !o.hidden && o.part != Part::Elsewhere) else { return };
        if !open.preformatted {
            self.line.push_str(text);
            return;
        }
        for piece in text.split_inclusive('\n') {
            self.line.push_str(piece);
            if piece.ends_with('\n') {
                self.flush();
            }
        }
    }

    /// Ends the paragraph.
    fn flush(&mut self) {
        let line = std::mem::take(&mut self.line);
        let Some(open) = self.open.last() else { return };
        match open.part {
            Part::Elsewhere => {}
            Part::Title => {
                let words = [&self.article.title, &line].map(|part| fold(part)).join(" ");
                self.article.title = words.trim().to_owned();
            }
            Part::Notice if open.cell => self.article.paragraphs.extend(cells(&line, true)),
            Part::Notice => self.article.paragraphs.extend(units(&line)),
        }
    }
}

fn is_block(name: &str) -> bool {
    BLOCKS.contains(&name)
}

fn attribute(tag: &StartTag, name: &str) -> String {
    tag.attributes.get(name.as_bytes()).map(|v| String::from_utf8_lossy(v).into_owned()).unwrap_or_default()
}

fn has_class(tag: &StartTag, class: &str) -> bool {
    attribute(tag, "class").split_ascii_whitespace().any(|c| c == class)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn paragraphs(body: &str) -> Vec<String> {
        let page = format!("<title>x</title><h1>题\n目</h1>{body}<h1>后</h1>");
        let article = read(page.as_bytes()).unwrap();
        assert_eq!(article.title, "题 目");
        article.paragraphs
    }

    #[test]
    fn the_notice_alone_is_read_without_what_stands_aside() {
        let body = "<p>外</p><article class='a doc'><p><span class=num>(1)</span>甲 &amp; &lt;乙&gt;</p>\
                    <p class=aside>状态</p><div hidden>藏</div><script>let a = '<p>跑</p>';</script>\
                    <h2 id=x><a href=y>二、</a>丙</h2></article><p>外</p>";
        assert_eq!(paragraphs(body), ["(1)甲 & <乙>", "二、丙"]);
    }

    #[test]
    fn cells_lines_and_unended_elements_are_paragraphs_of_their_own() {
        let body = "<article class=doc><p class=aside>旁<p>甲<br>乙<ul><li>丙<li>丁</ul>\
                    <table><tr><th>一<th>二<tr><td>三|四<td></table><pre>\n五 \n  六\n</pre>七</article>";
        assert_eq!(paragraphs(body), ["甲", "乙", "丙", "丁", "一", "二", "三", "四", "五", "六", "七"]);
    }

    #[test]
    fn a_stray_end_ends_nothing() {
        let body = "<div><article class=doc><p>甲</span>乙</p></b><p>丙<img alt=丁></p></article></div>";
        assert_eq!(paragraphs(body), ["甲乙", "丙丁"]);
    }

    #[test]
    fn no_notice_and_two_are_told() {
        assert_eq!(read(b"<article class=card>x</article>"), Err(NotOne(0)));
        assert_eq!(read(b"<article class=doc></article><article class=doc></article>"), Err(NotOne(2)));
    }

    #[test]
    fn a_row_in_bars_is_its_cells() {
        assert_eq!(units(" |甲| 乙 丙 ||\u{3000}"), ["甲", "乙 丙"]);
        assert_eq!(units("甲|乙"), ["甲|乙"]);
        assert!(units(" \u{3000}").is_empty() && units("||").is_empty());
    }
}
