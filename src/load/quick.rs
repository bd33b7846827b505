//! The YAML that most records are written in, read without the whole of YAML: mappings and lists by indentation, one line of
//! `{…}` or `[…]`, words plain or in quotes, and `|` texts. Of all else it makes nothing and the parser is asked; what it does
//! make is the same tree, place by place, which the tests show on many thousand texts. It takes a sixth of the time.

use std::borrow::Cow;

use super::tree::{Key, Tree, Value};
use crate::text::{FileId, Span};

/// The tree of a text that begins `base` bytes into its file; `None` where the text needs the parser.
pub fn read<'a>(text: &'a str, file: FileId, base: usize) -> Option<Tree<'a>> {
    if !is_ordinary(text) {
        return None;
    }
    let mut reader = Reader { text, file, base, at: 0, depth: 0 };
    reader.next_line()?;
    if reader.indent() != 0 {
        return None;
    }
    let tree = reader.block(0)?;
    (reader.at == text.len()).then_some(tree)
}

/// Whether a text ends its last line, and holds no character that YAML gives a meaning of its own or forbids: controls and
/// tabs, other ends of lines, marks of byte order.
fn is_ordinary(text: &str) -> bool {
    let bytes = text.as_bytes();
    let odd = |at: usize| match bytes[at] {
        b'\n' => bytes[at + 1..].starts_with(b"---") || bytes[at + 1..].starts_with(b"..."),
        0x00..=0x1f | 0x7f => true,
        0xc2 => bytes.get(at + 1).is_some_and(|b| *b < 0xa0),
        0xe2 => {
            bytes[at..].starts_with("\u{2028}".as_bytes()) || bytes[at..].starts_with("\u{2029}".as_bytes())
        }
        0xef => bytes.get(at + 1).is_some_and(|b| *b == 0xbb || *b == 0xbf),
        _ => false,
    };
    let asks = |b: u8| b < 0x20 || matches!(b, 0x7f | 0xc2 | 0xe2 | 0xef);
    text.ends_with('\n') && (0..bytes.len()).all(|at| !asks(bytes[at]) || !odd(at))
}

struct Reader<'a> {
    text: &'a str,
    file: FileId,
    base: usize,
    /// Between nodes, the start of the next line that is not empty.
    at: usize,
    depth: usize,
}

/// Deeper than records go; the parser says so where that is a mistake.
const MAX_DEPTH: usize = 16;

impl<'a> Reader<'a> {
    fn byte(&self) -> u8 {
        self.text.as_bytes().get(self.at).copied().unwrap_or(b'\n')
    }

    fn indent(&self) -> usize {
        self.text.as_bytes()[self.at..].iter().take_while(|b| **b == b' ').count()
    }

    /// Where the next line begins behind its indentation; a block of lines reaches up to there.
    fn next_at(&self) -> usize {
        self.at + self.indent()
    }

    fn line_end(&self) -> usize {
        let rest = &self.text.as_bytes()[self.at..];
        self.at + rest.iter().position(|b| *b == b'\n').unwrap_or(rest.len())
    }

    /// Goes on to the next line that is not empty. A line of spaces or of a comment is for the parser.
    fn next_line(&mut self) -> Option<()> {
        while self.at < self.text.len() && self.byte() == b'\n' {
            self.at += 1;
        }
        let first = self.text.as_bytes().get(self.at + self.indent());
        (!matches!(first, Some(b'\n' | b'#'))).then_some(())
    }

    /// From the end of a value to the next line.
    fn end_line(&mut self) -> Option<()> {
        (self.byte() == b'\n').then_some(())?;
        self.at += 1;
        self.next_line()
    }

    fn span(&self, start: usize, end: usize) -> Span {
        Span::new(self.file, self.base + start, self.base + end)
    }

    fn deeper<T>(&mut self, read: impl FnOnce(&mut Self) -> Option<T>) -> Option<T> {
        self.depth += 1;
        let found = if self.depth < MAX_DEPTH { read(self) } else { None };
        self.depth -= 1;
        found
    }

    /// A list or a mapping whose lines are indented by `indent`, from the start of its first.
    fn block(&mut self, indent: usize) -> Option<Tree<'a>> {
        self.at += indent;
        let is_list = self.text[self.at..].starts_with("- ");
        self.deeper(|r| if is_list { r.block_list(indent) } else { r.block_map(indent) })
    }

    /// A mapping from its first key on.
    fn block_map(&mut self, indent: usize) -> Option<Tree<'a>> {
        let start = self.at;
        let mut entries = Vec::new();
        loop {
            let key = self.key(&entries)?;
            entries.push((key, self.block_value(indent)?));
            if !self.goes_on(indent)? {
                return Some(Tree { span: self.span(start, self.next_at()), value: Value::Map(entries) });
            }
        }
    }

    /// A list from its first dash on.
    fn block_list(&mut self, indent: usize) -> Option<Tree<'a>> {
        let start = self.at;
        let mut items = Vec::new();
        loop {
            self.text[self.at..].starts_with("- ").then_some(())?;
            self.at += 1;
            let spaces = self.indent();
            self.at += spaces;
            let inner = indent + 1 + spaces;
            items.push(match self.key_len() {
                Some(_) => self.deeper(|r| r.block_map(inner))?,
                None => self.line_value(indent)?,
            });
            if !self.goes_on(indent)? {
                return Some(Tree { span: self.span(start, self.next_at()), value: Value::List(items) });
            }
        }
    }

    /// Whether the next line belongs to the block of this indentation; then goes to its first character. A line that is
    /// indented further would go on with the value above.
    fn goes_on(&mut self, indent: usize) -> Option<bool> {
        if self.at == self.text.len() {
            return Some(false);
        }
        let next = self.indent();
        if next == indent {
            self.at += indent;
            // A list may stand under its key without indentation; its dash ends a list that does not.
            return Some(true);
        }
        (next < indent).then_some(false)
    }

    /// How long the name is that stands here, if it is one and a colon follows.
    fn key_len(&self) -> Option<usize> {
        let rest = &self.text.as_bytes()[self.at..];
        let len = rest.iter().take_while(|b| matches!(b, b'a'..=b'z' | b'0'..=b'9' | b'_' | b'-')).count();
        let named = len > 0 && rest[0].is_ascii_lowercase();
        (named && rest.get(len) == Some(&b':') && matches!(rest.get(len + 1), Some(b' ' | b'\n')))
            .then_some(len)
    }

    /// A key and its colon; one that was there before is for the parser to report.
    fn key(&mut self, entries: &[(Key<'a>, Tree<'a>)]) -> Option<Key<'a>> {
        let len = self.key_len()?;
        let name = &self.text[self.at..self.at + len];
        entries.iter().all(|(k, _)| k.name != name).then_some(())?;
        let span = self.span(self.at, self.at + len);
        self.at += len + 1;
        Some(Key { name: Cow::Borrowed(name), span })
    }

    /// What stands after a key of a mapping of this indentation: on its line, or indented on the lines below.
    fn block_value(&mut self, indent: usize) -> Option<Tree<'a>> {
        if self.byte() != b'\n' {
            self.at += self.indent();
            return self.line_value(indent);
        }
        self.end_line()?;
        let inner = self.indent();
        (inner > indent).then_some(())?;
        self.block(inner)
    }

    /// A value that begins on this line, and the end of its line.
    fn line_value(&mut self, indent: usize) -> Option<Tree<'a>> {
        if self.byte() == b'|' {
            return self.literal(indent);
        }
        let tree = match self.byte() {
            b'{' | b'[' | b'"' | b'\'' => self.flow()?,
            _ => self.plain()?,
        };
        self.end_line()?;
        Some(tree)
    }

    /// Words to the end of the line.
    fn plain(&mut self) -> Option<Tree<'a>> {
        let (start, end) = (self.at, self.line_end());
        let words = &self.text[start..end];
        let bytes = words.as_bytes();
        begins_plain(*bytes.first()?).then_some(())?;
        let at_odds = |at: usize| match bytes[at] {
            b':' => matches!(bytes.get(at + 1), None | Some(b' ')),
            b' ' => matches!(bytes.get(at + 1), None | Some(b'#')),
            _ => false,
        };
        if (0..bytes.len()).any(at_odds) {
            return None;
        }
        self.at = end;
        Some(self.word(start, words))
    }

    fn word(&self, start: usize, words: &'a str) -> Tree<'a> {
        let value = match words {
            "~" | "null" => Value::Null,
            _ => Value::Scalar(Cow::Borrowed(words)),
        };
        Tree { span: self.span(start, start + words.len()), value }
    }

    /// A list, a mapping or words in quotes, all on one line.
    fn flow(&mut self) -> Option<Tree<'a>> {
        match self.byte() {
            b'{' => self.deeper(Self::flow_map),
            b'[' => self.deeper(Self::flow_list),
            quote @ (b'"' | b'\'') => self.quoted(quote),
            _ => self.flow_plain(),
        }
    }

    fn flow_map(&mut self) -> Option<Tree<'a>> {
        let start = self.at;
        let mut entries = Vec::new();
        loop {
            self.at += 1;
            self.at += self.indent();
            let key = self.key(&entries)?;
            (self.byte() == b' ').then_some(())?;
            self.at += self.indent();
            entries.push((key, self.flow()?));
            match self.byte() {
                b',' => {}
                b'}' => break,
                _ => return None,
            }
        }
        self.at += 1;
        Some(Tree { span: self.span(start, self.at), value: Value::Map(entries) })
    }

    fn flow_list(&mut self) -> Option<Tree<'a>> {
        let start = self.at;
        let mut items = Vec::new();
        loop {
            self.at += 1;
            self.at += self.indent();
            items.push(self.flow()?);
            match self.byte() {
                b',' => {}
                b']' => break,
                _ => return None,
            }
        }
        self.at += 1;
        Some(Tree { span: self.span(start, self.at), value: Value::List(items) })
    }

    /// Words within brackets, up to a comma or the bracket that ends them.
    fn flow_plain(&mut self) -> Option<Tree<'a>> {
        let rest = &self.text.as_bytes()[self.at..];
        let len =
            rest.iter().position(|b| matches!(b, b',' | b'}' | b']' | b'{' | b'[' | b':' | b'#' | b'\n'))?;
        let words = &self.text[self.at..self.at + len];
        let good = begins_plain(*rest.first()?) && !words.is_empty() && !words.ends_with(' ');
        good.then_some(())?;
        let start = self.at;
        self.at += len;
        Some(self.word(start, words))
    }

    /// Words in quotes on one line, in which nothing is escaped.
    fn quoted(&mut self, quote: u8) -> Option<Tree<'a>> {
        let start = self.at;
        let rest = &self.text.as_bytes()[start + 1..];
        let len = rest.iter().position(|b| *b == quote || matches!(b, b'\\' | b'\n'))?;
        let ends = rest[len] == quote && rest.get(len + 1) != Some(&quote);
        // In single quotes a backslash is itself; such texts are rare.
        ends.then_some(())?;
        let words = &self.text[start + 1..start + 1 + len];
        self.at = start + len + 2;
        Some(Tree { span: self.span(start, self.at), value: Value::Scalar(Cow::Borrowed(words)) })
    }

    /// Lines below a `|`, each without its indentation.
    fn literal(&mut self, parent: usize) -> Option<Tree<'a>> {
        self.text[self.at..].starts_with("|\n").then_some(())?;
        self.at += 2;
        let inner = self.indent();
        (inner > parent && self.text.as_bytes().get(self.at + inner) != Some(&b'\n')).then_some(())?;
        let first = self.at + inner;
        let mut words = Cow::Borrowed("");
        let mut blank = 0;
        while self.at < self.text.len() {
            let stop = self.line_end() + 1;
            if self.byte() == b'\n' {
                blank += 1;
            } else if self.indent() >= inner {
                (self.text.as_bytes()[self.at + self.indent()] != b'\n').then_some(())?;
                let line = &self.text[self.at + inner..stop];
                if self.at + inner == first {
                    words = Cow::Borrowed(line);
                } else {
                    let all = words.to_mut();
                    all.extend(std::iter::repeat_n('\n', blank));
                    all.push_str(line);
                }
                blank = 0;
            } else {
                break;
            }
            self.at = stop;
        }
        self.next_line()?;
        (self.at == self.text.len() || self.indent() <= parent).then_some(())?;
        Some(Tree { span: self.span(first, self.next_at()), value: Value::Scalar(words) })
    }
}

/// Whether plain words may begin with this; some others may too, which is left to the parser.
fn begins_plain(byte: u8) -> bool {
    !matches!(
        byte,
        b' ' | b'-'
            | b'?'
            | b':'
            | b','
            | b'['
            | b']'
            | b'{'
            | b'}'
            | b'#'
            | b'&'
            | b'*'
            | b'!'
            | b'|'
            | b'>'
            | b'\''
            | b'"'
            | b'%'
            | b'@'
            | b'`'
            | b'\n'
    )
}
