//! How the text of a notice is laid out.

use crate::zh::date_form::DateForm;

/// How the plain text is laid out, so that its export is exact.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Layout {
    /// Whether the text begins with the title.
    pub title: bool,
    /// What stands before each paragraph; a number in the file means so many ideographic spaces.
    pub indent: String,
    /// Empty lines between paragraphs.
    pub blank_lines: u32,
    /// Empty lines under the title, where they are not as many as between paragraphs.
    pub title_blank_lines: Option<u32>,
    /// Empty lines above signature and date, where they are not as many as between paragraphs.
    pub signature_blank_lines: Option<u32>,
    /// Whether the last line ends with a line feed.
    pub final_newline: bool,
    /// What stands before the title, or before the first of its lines.
    pub title_indent: String,
    /// Where the title goes on on a line of its own, in order.
    pub title_breaks: Vec<TitleBreak>,
    /// What stands before the signature.
    pub signature_indent: String,
    /// What stands before the date.
    pub date_indent: String,
    /// How the date is printed; an empty form prints none.
    pub date_form: DateForm,
    /// Whether signature and date stand under the text.
    pub signature: bool,
    /// Whether the paper is sealed, which moves signature and date in a Word document; the text export has no room for it.
    pub sealed: bool,
}

impl Default for Layout {
    fn default() -> Self {
        Self {
            title: true,
            indent: "\u{3000}\u{3000}".to_owned(),
            blank_lines: 0,
            title_blank_lines: None,
            signature_blank_lines: None,
            final_newline: true,
            title_indent: String::new(),
            title_breaks: Vec::new(),
            signature_indent: String::new(),
            date_indent: String::new(),
            date_form: DateForm::default(),
            signature: true,
            sealed: false,
        }
    }
}

/// Where a title breaks: 中共…委员会 on a line, 关于…的通报 on the next.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TitleBreak {
    /// How many characters of the title stand on the lines above.
    pub after: u32,
    /// What stands before the line.
    pub indent: String,
}

impl Layout {
    /// Numbers of empty lines in places of their own, each by its field; one that is as between paragraphs is left out.
    pub fn own_blank_lines(&self) -> impl Iterator<Item = (&'static str, u32)> {
        let own = [
            ("title_blank_lines", self.title_blank_lines),
            ("signature_blank_lines", self.signature_blank_lines),
        ];
        own.into_iter().filter_map(|(field, n)| Some((field, n?)))
    }

    /// Puts the lines of a text together. `body` is the place of the first line under the title, `foot` that of the signature,
    /// or of the date where there is no other.
    pub fn join(&self, lines: &[String], body: Option<usize>, foot: Option<usize>) -> String {
        let mut out = String::new();
        for (at, line) in lines.iter().enumerate() {
            let own = match Some(at) {
                here if here == foot => self.signature_blank_lines,
                here if here == body => self.title_blank_lines,
                _ => None,
            };
            let blank = own.unwrap_or(self.blank_lines) as usize;
            let ends = if at == 0 { 0 } else { blank + 1 };
            out.extend(std::iter::repeat_n('\n', ends));
            out.push_str(line);
        }
        if self.final_newline && !lines.is_empty() {
            out.push('\n');
        }
        out
    }

    /// The lines of a title, each with what stands before it; joined they are the title. A break that does not lie within
    /// the title breaks nothing.
    pub fn title_lines<'a>(&'a self, title: &'a str) -> Vec<(&'a str, &'a str)> {
        let mut lines = Vec::with_capacity(self.title_breaks.len() + 1);
        let (mut indent, mut start) = (self.title_indent.as_str(), 0);
        for next in &self.title_breaks {
            let at = title.char_indices().nth(next.after as usize).map(|(at, _)| at);
            let Some(at) = at.filter(|at| *at > start) else { continue };
            lines.push((indent, &title[start..at]));
            (indent, start) = (next.indent.as_str(), at);
        }
        lines.push((indent, &title[start..]));
        lines
    }
}
