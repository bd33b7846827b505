//! Markdown and plain text as HTML. Raw HTML is shown as text; links go to the web, mail, telephone or the site only.

use std::borrow::Cow;
use std::fmt;

use pulldown_cmark::{CowStr, Event, Tag, TagEnd, html};

use super::{SENTINEL, events, prepare};
use crate::zh::is_wide;

/// Escapes text for HTML.
pub fn escape(text: &str) -> Cow<'_, str> {
    if !text.bytes().any(|b| reference(b).is_some()) {
        return Cow::Borrowed(text);
    }
    let mut out = String::with_capacity(text.len() + 16);
    // A String takes everything.
    let _never = escape_into(&mut out, text);
    Cow::Owned(out)
}

/// Writes text escaped for HTML.
pub fn escape_into(out: &mut impl fmt::Write, text: &str) -> fmt::Result {
    let mut written = 0;
    for (at, byte) in text.bytes().enumerate() {
        if let Some(reference) = reference(byte) {
            out.write_str(&text[written..at])?;
            out.write_str(reference)?;
            written = at + 1;
        }
    }
    out.write_str(&text[written..])
}

fn reference(byte: u8) -> Option<&'static str> {
    match byte {
        b'&' => Some("&amp;"),
        b'<' => Some("&lt;"),
        b'>' => Some("&gt;"),
        b'"' => Some("&quot;"),
        b'\'' => Some("&#39;"),
        _ => None,
    }
}

/// A Markdown text as HTML; `colour` turns a code block with a language into marked-up lines.
pub fn render(markdown: &str, colour: &dyn Fn(&str, &str) -> Option<String>) -> String {
    let prepared = prepare(markdown);
    let mut writer =
        Writer { colour, code: None, last: None, soft: false, shown: Vec::new(), out: Vec::new() };
    for event in events(&prepared) {
        writer.take(event);
    }
    let mut out = String::with_capacity(markdown.len() * 2);
    html::push_html(&mut out, writer.out.into_iter());
    out
}

struct Writer<'a, 'c> {
    colour: &'c dyn Fn(&str, &str) -> Option<String>,
    code: Option<(String, String)>,
    last: Option<char>,
    soft: bool,
    /// Of each link and picture that is open, whether it is shown as one.
    shown: Vec<bool>,
    out: Vec<Event<'a>>,
}

impl<'a> Writer<'a, '_> {
    fn take(&mut self, event: Event<'a>) {
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
            Event::Start(Tag::Link { ref dest_url, .. }) => self.open(is_allowed(dest_url), event),
            Event::Start(Tag::Image { ref dest_url, .. }) => self.open(is_picture(dest_url), event),
            Event::End(TagEnd::Link | TagEnd::Image) => {
                if self.shown.pop().unwrap_or(true) {
                    self.out.push(event);
                }
            }
            other => {
                if matches!(other, Event::Code(_)) {
                    self.space('a');
                }
                self.out.push(other);
            }
        }
    }

    /// A link or picture whose address may not be used leaves its words alone.
    fn open(&mut self, allowed: bool, event: Event<'a>) {
        self.shown.push(allowed);
        if allowed {
            self.out.push(event);
        }
    }

    fn text(&mut self, text: &str) {
        let clean: String = text.chars().filter(|c| *c != SENTINEL).collect();
        let Some(first) = clean.chars().next() else { return };
        self.space(first);
        self.last = clean.chars().next_back();
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
        let inner = (self.colour)(&language, &code).unwrap_or_else(|| escape(&code).into_owned());
        let block = format!("<pre class=\"code\" tabindex=\"0\"><code>{inner}</code></pre>\n");
        self.out.push(Event::Html(CowStr::from(block)));
    }
}

/// Pictures come from the site itself or over an encrypted line.
fn is_picture(url: &str) -> bool {
    let own = !url.split(['/', '?', '#']).next().unwrap_or_default().contains(':') && !url.starts_with("//");
    own || url.get(..8).is_some_and(|s| s.eq_ignore_ascii_case("https://"))
}

fn is_allowed(url: &str) -> bool {
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
        render(source, &|_, _| None)
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
        assert!(html("![图](a/b.png)").contains("src=\"a/b.png\""));
    }
}
