//! Markdown and plain text as HTML. Raw HTML is shown as text; links go to the web, mail, telephone or the site only.

use std::collections::HashSet;

use pulldown_cmark::{CowStr, Event, HeadingLevel, Tag, TagEnd, html};

use super::escape::escape;
use super::picture::Picture;
use super::table::Table;
use super::whole::cell_words;
use super::widths::long_columns;
use super::{SENTINEL, events, footnote, prepare};
use crate::zh::is_wide;

/// How a text is dressed for the page that it stands on.
pub struct Dress<'d> {
    /// The level that the text's highest heading gets; deeper ones follow, down to six.
    pub top: u8,
    /// What the ids of its notes begin with, so that two texts of a page may each have a note 1.
    pub notes: &'d str,
    /// An address from the top of the site as a link from the page.
    pub link: &'d dyn Fn(&str) -> String,
    /// Turns a block of code with a language into marked-up lines.
    pub colour: &'d dyn Fn(&str, &str) -> Option<String>,
    /// Width and height in pixels of a picture, by its address from the top of the site.
    pub pixels: &'d dyn Fn(&str) -> Option<(u32, u32)>,
    /// The name of a table that has these heads.
    pub table: &'d dyn Fn(&[&str]) -> String,
}

/// What a wide table scrolls within: reached by keyboard, and with a name to be told by.
pub fn frame(name: &str) -> String {
    format!("<div class=\"table\" tabindex=\"0\" role=\"group\" aria-label=\"{}\">", escape(name))
}

/// A Markdown text as HTML.
pub fn render(markdown: &str, dress: &Dress<'_>) -> String {
    let prepared = prepare(markdown);
    let events: Vec<Event<'_>> = events(&prepared).collect();
    let highest = events
        .iter()
        .filter_map(|e| if let Event::Start(Tag::Heading { level, .. }) = e { Some(*level) } else { None })
        .min();
    let mut writer = Writer {
        dress,
        highest: highest.map_or(1, |level| level as usize),
        code: None,
        last: None,
        soft: false,
        shown: Vec::new(),
        table: None,
        long: long_columns(&events).into_iter(),
        picture: None,
        marked: HashSet::new(),
        out: Vec::with_capacity(events.len()),
    };
    events.into_iter().for_each(|event| writer.take(event));
    let mut out = String::with_capacity(markdown.len() * 2);
    html::push_html(&mut out, writer.out.into_iter());
    out
}

struct Writer<'a, 'd> {
    dress: &'d Dress<'d>,
    /// The level of the text's highest heading.
    highest: usize,
    code: Option<(String, String)>,
    last: Option<char>,
    soft: bool,
    /// Of each link and picture that is open, whether it is shown as one.
    shown: Vec<bool>,
    table: Option<Table>,
    /// Of each table yet to come, which columns have a long cell.
    long: std::vec::IntoIter<Vec<bool>>,
    picture: Option<Picture>,
    /// The notes that a mark has led to.
    marked: HashSet<String>,
    out: Vec<Event<'a>>,
}

impl<'a> Writer<'a, '_> {
    fn take(&mut self, event: Event<'a>) {
        if let Some(picture) = &mut self.picture {
            match event {
                Event::Text(text) | Event::Code(text) | Event::Html(text) | Event::InlineHtml(text) => {
                    picture.words.extend(text.chars().filter(|c| *c != SENTINEL));
                }
                Event::SoftBreak | Event::HardBreak => picture.words.push(' '),
                Event::End(TagEnd::Image) => self.picture(),
                _ => {}
            }
            return;
        }
        match event {
            Event::Text(text) if self.code.is_some() => {
                if let Some((_, code)) = &mut self.code {
                    code.extend(text.chars().filter(|c| *c != SENTINEL));
                }
            }
            Event::Start(Tag::CodeBlock(kind)) => {
                let language = match kind {
                    pulldown_cmark::CodeBlockKind::Fenced(name) => name.to_string(),
                    pulldown_cmark::CodeBlockKind::Indented => String::new(),
                };
                self.code = Some((language, String::new()));
            }
            Event::End(TagEnd::CodeBlock) => self.code_block(),
            Event::Text(text) | Event::Html(text) | Event::InlineHtml(text) => self.text(&text),
            Event::SoftBreak => self.soft = true,
            Event::Start(Tag::Link { link_type, dest_url, title, id }) => {
                let dest_url = self.address(dest_url);
                self.open(is_allowed(&dest_url), Event::Start(Tag::Link { link_type, dest_url, title, id }));
            }
            Event::Start(Tag::Image { dest_url, title, .. }) => self.open_picture(dest_url, &title),
            Event::End(TagEnd::Link | TagEnd::Image) => {
                if self.shown.pop().unwrap_or(true) {
                    self.out.push(event);
                }
            }
            Event::Start(Tag::Heading { level, id, classes, attrs }) => {
                let level = self.level(level);
                self.out.push(Event::Start(Tag::Heading { level, id, classes, attrs }));
            }
            Event::End(TagEnd::Heading(level)) => {
                self.out.push(Event::End(TagEnd::Heading(self.level(level))))
            }
            Event::FootnoteReference(label) => {
                // The note leads back to its first mark.
                let first = self.marked.insert(label.to_string());
                self.raw(footnote::mark(self.dress.notes, &label, first));
            }
            Event::Start(Tag::FootnoteDefinition(label)) => {
                self.raw(footnote::open(self.dress.notes, &label))
            }
            Event::End(TagEnd::FootnoteDefinition) => self.raw(footnote::CLOSE.to_owned()),
            other => self.rest(other),
        }
    }

    fn rest(&mut self, event: Event<'a>) {
        if let Some(html) = Table::step(&mut self.table, &event, self.out.len(), &mut self.long) {
            self.raw(html);
            if matches!(event, Event::End(TagEnd::TableHead)) {
                self.name_table();
            }
            return;
        }
        if let (Event::Code(text), Some(table)) = (&event, &mut self.table) {
            table.hear(text);
        }
        if matches!(event, Event::Code(_)) {
            self.space('a');
        }
        self.out.push(event);
    }

    fn raw(&mut self, html: String) {
        self.out.push(Event::Html(CowStr::from(html)));
    }

    /// What has no scheme is an address of the site, unless it stays on the page or says that it starts elsewhere.
    fn address(&self, url: CowStr<'a>) -> CowStr<'a> {
        if is_own(&url) { CowStr::from((self.dress.link)(&url)) } else { url }
    }

    fn level(&self, level: HeadingLevel) -> HeadingLevel {
        let down = usize::from(self.dress.top) + level as usize - self.highest;
        HeadingLevel::try_from(down).unwrap_or(HeadingLevel::H6)
    }

    /// A link or picture whose address may not be used leaves its words alone.
    fn open(&mut self, allowed: bool, event: Event<'a>) {
        self.shown.push(allowed);
        if allowed {
            self.out.push(event);
        }
    }

    /// The head has been read: what stands where the table begins gets its name.
    fn name_table(&mut self) {
        let Some(table) = &self.table else { return };
        let heads: Vec<&str> = table.heads.iter().map(String::as_str).collect();
        let frame = frame(&(self.dress.table)(&heads));
        if let Some(begin) = self.out.get_mut(table.begin) {
            *begin = Event::Html(CowStr::from(frame + "<table>"));
        }
    }

    /// A picture whose address may not be used leaves its words alone.
    fn open_picture(&mut self, url: CowStr<'a>, title: &str) {
        let pixels = is_own(&url).then(|| (self.dress.pixels)(&url)).flatten();
        let src = self.address(url).into_string();
        if is_picture(&src) {
            self.picture = Some(Picture { src, title: title.to_owned(), pixels, words: String::new() });
        } else {
            self.shown.push(false);
        }
    }

    fn picture(&mut self) {
        if let Some(picture) = self.picture.take() {
            self.space('a');
            self.last = Some('a');
            self.raw(picture.html());
        }
    }

    fn text(&mut self, text: &str) {
        let clean: String = text.chars().filter(|c| *c != SENTINEL).collect();
        let Some(first) = clean.chars().next() else { return };
        self.space(first);
        self.last = clean.chars().next_back();
        if let Some(table) = &mut self.table {
            table.hear(&clean);
            self.raw(cell_words(&clean));
            return;
        }
        self.out.push(Event::Text(CowStr::from(clean)));
    }

    /// A line break in the source is a space, but not between two Chinese characters.
    fn space(&mut self, next: char) {
        if std::mem::take(&mut self.soft) && !(self.last.is_some_and(is_wide) && is_wide(next)) {
            self.out.push(Event::SoftBreak);
        }
    }

    fn code_block(&mut self) {
        let Some((language, code)) = self.code.take() else { return };
        let inner = (self.dress.colour)(&language, &code).unwrap_or_else(|| escape(&code).into_owned());
        let block = format!("<pre class=\"code\" tabindex=\"0\"><code>{inner}</code></pre>\n");
        self.out.push(Event::Html(CowStr::from(block)));
    }
}

/// An address of the site: no scheme, not the page itself, and not from the top of a server whose folder nobody knows.
pub fn is_own(url: &str) -> bool {
    !url.is_empty()
        && !url.starts_with(['#', '/', '?'])
        && !url.split(['/', '?', '#']).next().unwrap_or_default().contains(':')
}

/// Pictures come from the site itself or over an encrypted line.
pub fn is_picture(url: &str) -> bool {
    let own = !url.split(['/', '?', '#']).next().unwrap_or_default().contains(':') && !url.starts_with("//");
    own || url.get(..8).is_some_and(|s| s.eq_ignore_ascii_case("https://"))
}

/// Links go to the web, to mail, to a telephone, or within the site.
pub fn is_allowed(url: &str) -> bool {
    let scheme = url.split(['/', '?', '#']).next().unwrap_or_default();
    match scheme.split_once(':') {
        None => !url.starts_with("//"),
        Some((scheme, _)) => {
            ["http", "https", "mailto", "tel"].iter().any(|s| s.eq_ignore_ascii_case(scheme))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn html(source: &str) -> String {
        let dress = Dress {
            top: 3,
            notes: "",
            link: &|to| format!("../{to}"),
            colour: &|_, _| None,
            pixels: &|at| (at == "a/b.png").then_some((640, 480)),
            table: &|heads| heads.join("/"),
        };
        render(source, &dress)
    }

    #[test]
    fn emphasis_opens_and_closes_beside_chinese_marks() {
        assert_eq!(
            html("**中文。**后文，**“引号”**后面"),
            "<p><strong>中文。</strong>后文，<strong>“引号”</strong>后面</p>\n"
        );
        assert_eq!(html("一行，\n二行 a\nb"), "<p>一行，二行 a\nb</p>\n");
    }

    #[test]
    fn nothing_that_runs_gets_through() {
        assert_eq!(html("<script>1</script>"), "&lt;script&gt;1&lt;/script&gt;");
        assert_eq!(html("[点](javascript:alert)"), "<p>点</p>\n");
        assert_eq!(html("[点](JaVaScript:alert)"), "<p>点</p>\n");
        for address in
            ["javascript:alert", "data:image/svg+xml,x", "file:///x", "http://a.example/x.png", "//a/x"]
        {
            assert_eq!(html(&format!("![图]({address})")), "<p>图</p>\n", "{address}");
        }
        assert!(html("![图](a/b.png)").contains("src=\"../a/b.png\""));
    }

    #[test]
    fn a_picture_has_its_words_and_the_size_that_it_will_take() {
        assert_eq!(
            html("左![渠道\"上段\"的`图`](a/b.png \"名\")右"),
            "<p>左<img src=\"../a/b.png\" alt=\"渠道&quot;上段&quot;的图\" width=\"640\" height=\"480\" title=\"名\" loading=\"lazy\">右</p>\n"
        );
        assert_eq!(
            html("![a **b**](https://a.example/x.png)"),
            "<p><img src=\"https://a.example/x.png\" alt=\"a b\" loading=\"lazy\"></p>\n"
        );
    }

    #[test]
    fn headings_stand_below_those_of_the_page() {
        assert_eq!(html("# 甲"), "<h3>甲</h3>\n");
        assert_eq!(html("## 甲\n\n### 乙"), "<h3>甲</h3>\n<h4>乙</h4>\n");
        assert_eq!(html("# 甲\n\n##### 乙"), "<h3>甲</h3>\n<h6>乙</h6>\n");
    }

    #[test]
    fn no_line_is_broken_within_a_day_of_a_table() {
        let page = html("| 甲 |\n|--|\n| 2025年3月，**通水** |\n\n2025年3月");
        assert!(page.contains("><span class=\"whole\">2025年3月</span>，<strong>"), "{page}");
        assert!(page.ends_with("<p>2025年3月</p>\n"), "{page}");
    }

    #[test]
    fn an_address_is_read_from_the_top_of_the_site() {
        assert_eq!(html("[甲](about/)"), "<p><a href=\"../about/\">甲</a></p>\n");
        assert_eq!(html("[甲](#m1)"), "<p><a href=\"#m1\">甲</a></p>\n");
        assert_eq!(html("[甲](tel:0000)"), "<p><a href=\"tel:0000\">甲</a></p>\n");
    }

    #[test]
    fn a_footnote_and_its_mark_lead_to_each_other() {
        let page = html("文字[^1]。\n\n[^1]: 注释。");
        assert!(page.contains("文字<sup id=\"fnref-1\"><a href=\"#fn-1\">[1]</a></sup>。"), "{page}");
        assert!(page.contains("<div class=\"footnote\" id=\"fn-1\" role=\"note\">"), "{page}");
        assert!(page.contains("<a href=\"#fnref-1\">[1]</a>") && page.contains("注释。"), "{page}");
    }

    #[test]
    fn a_table_has_a_head_a_body_and_no_style_of_its_own() {
        let page = html("| 甲 | 乙 |\n|--|--:|\n| 1 | 2 |");
        assert_eq!(
            page,
            "<div class=\"table\" tabindex=\"0\" role=\"group\" aria-label=\"甲/乙\"><table><thead><tr><th>甲</th><th class=\"n\">乙</th></tr></thead>\
             <tbody><tr><td>1</td><td class=\"n\">2</td></tr></tbody></table></div>\n"
        );
    }
}
