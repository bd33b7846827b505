//! Markdown to the lines of a plain document, and a plain line to Markdown that means exactly that line.

use pulldown_cmark::{Event, Tag, TagEnd};

use super::{SENTINEL, events, prepare};
use crate::zh::is_wide;

/// The paragraphs of a prose file as lines of plain text: one for each paragraph, heading, list item, table row or line
/// of code. Emphasis and links leave their words.
pub fn lines(markdown: &str) -> Vec<String> {
    let prepared = prepare(markdown);
    let mut out = Lines::default();
    for event in events(&prepared) {
        out.take(event);
    }
    out.flush();
    out.done
}

#[derive(Default)]
struct Lines {
    done: Vec<String>,
    current: String,
    soft: bool,
    row: bool,
    code: bool,
}

impl Lines {
    fn take(&mut self, event: Event<'_>) {
        match event {
            Event::Text(text) if self.code => self.done.extend(text.lines().map(str::to_owned)),
            Event::Text(text) | Event::Code(text) | Event::Html(text) | Event::InlineHtml(text) => {
                self.words(&text)
            }
            Event::FootnoteReference(label) => self.words(&format!("[{label}]")),
            Event::Start(Tag::FootnoteDefinition(label)) => self.done.push(format!("[{label}]")),
            Event::SoftBreak => self.soft = true,
            Event::HardBreak => self.flush(),
            Event::Start(Tag::CodeBlock(_)) => self.code = true,
            Event::End(TagEnd::CodeBlock) => self.code = false,
            Event::Start(Tag::TableHead | Tag::TableRow) => {
                self.row = true;
                self.current.push('|');
            }
            Event::End(TagEnd::TableCell) => self.current.push('|'),
            Event::End(TagEnd::TableHead | TagEnd::TableRow) => {
                self.row = false;
                self.flush();
            }
            Event::Start(Tag::Item)
            | Event::End(TagEnd::Paragraph | TagEnd::Heading(_) | TagEnd::Item | TagEnd::HtmlBlock) => {
                self.flush();
            }
            _ => {}
        }
    }

    fn words(&mut self, text: &str) {
        if std::mem::take(&mut self.soft) && needs_space(&self.current, text) {
            self.current.push(' ');
        }
        self.current.extend(text.chars().filter(|c| *c != SENTINEL));
    }

    fn flush(&mut self) {
        self.soft = false;
        if !self.current.is_empty() && !self.row {
            self.done.push(std::mem::take(&mut self.current));
        }
    }
}

fn needs_space(before: &str, after: &str) -> bool {
    !(before.chars().next_back().is_some_and(is_wide) && after.chars().next().is_some_and(is_wide))
}

/// Writes one line of plain text as a Markdown paragraph that reads back as the same characters.
pub fn escape_line(line: &str) -> String {
    let mut out = String::with_capacity(line.len());
    let lead = line.len() - line.trim_start().len();
    let tail = line.trim_end().len();
    for (at, c) in line.char_indices() {
        match c {
            _ if c.is_whitespace() && (at < lead || at >= tail) => {
                out.push_str(&format!("&#{};", u32::from(c)))
            }
            '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '>' | '&' | '~' | '|' | '#' | '{' => {
                out.push('\\');
                out.push(c);
            }
            '-' | '+' | '=' if at == lead => {
                out.push('\\');
                out.push(c);
            }
            '.' | ')' if is_list_number(&line[lead..at]) => {
                out.push('\\');
                out.push(c);
            }
            '\u{F8FE}' => out.push_str("&#63742;"),
            _ => out.push(c),
        }
    }
    out
}

fn is_list_number(before: &str) -> bool {
    !before.is_empty() && before.bytes().all(|b| b.is_ascii_digit())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn emphasis_beside_chinese_marks_loses_no_word() {
        assert_eq!(lines("**中文。**后文，**“引号”**后面"), ["中文。后文，“引号”后面"]);
        assert_eq!(lines("一行，\n二行\n\n- 甲\n- 乙"), ["一行，二行", "甲", "乙"]);
    }

    #[test]
    fn an_escaped_line_reads_back_as_itself() {
        for line in [
            "1. 甲*乙*[丙](丁) <b> & `x`",
            "# 标题",
            "- 项",
            "+1",
            "===",
            "  前后有空格  ",
            "a|b|c",
            "{{ x }}",
            "12) 号",
            "~~~",
            "\\",
            "&amp;",
        ] {
            assert_eq!(lines(&escape_line(line)), [line], "{}", escape_line(line));
        }
    }
}
