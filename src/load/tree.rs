//! YAML into a tree in which every key and value keeps its place. Scalars keep the text as written: whether `013` is a
//! number or a name is for the decoder to say.

use std::borrow::Cow;

use granit_parser::{Event, Parser, ScalarStyle, Span as Mark};

use super::{quick, slips};
use crate::diag::Diagnostic;
use crate::lang::Msg;
use crate::text::{FileId, Span};

/// A node with its place.
#[derive(Debug)]
pub struct Tree<'a> {
    /// Where it is written.
    pub span: Span,
    /// What it is.
    pub value: Value<'a>,
}

/// What a node is.
#[derive(Debug)]
pub enum Value<'a> {
    /// Nothing written.
    Null,
    /// Text, as it was written; borrowed from the source where it stands there in one piece.
    Scalar(Cow<'a, str>),
    /// A sequence.
    List(Vec<Tree<'a>>),
    /// A mapping, in order.
    Map(Vec<(Key<'a>, Tree<'a>)>),
}

/// A key of a mapping.
#[derive(Debug)]
pub struct Key<'a> {
    /// The key.
    pub name: Cow<'a, str>,
    /// Where it is written.
    pub span: Span,
}

/// Parses one YAML document which begins `base` bytes into its file. Mistakes of syntax, aliases and repeated keys are
/// reported; `None` where no tree could be made.
pub fn parse<'a>(text: &'a str, file: FileId, base: usize, out: &mut Vec<Diagnostic>) -> Option<Tree<'a>> {
    quick::read(text, file, base).or_else(|| whole(text, file, base, out))
}

/// The same by the parser alone, whatever the text is like.
pub fn whole<'a>(text: &'a str, file: FileId, base: usize, out: &mut Vec<Diagnostic>) -> Option<Tree<'a>> {
    let options = granit_parser::options! { emit_comments: false, emit_unresolved_aliases: true, disallow_directives: true };
    let mut reader = Reader {
        parser: Parser::new_from_str_with_options(text, options),
        text,
        file,
        base,
        out,
        depth: 0,
        done: false,
    };
    let Some(tree) = reader.document() else {
        reader.unfinished();
        return None;
    };
    reader.no_second_document();
    Some(tree)
}

struct Reader<'a, 'o, P> {
    parser: P,
    text: &'a str,
    file: FileId,
    base: usize,
    out: &'o mut Vec<Diagnostic>,
    depth: usize,
    done: bool,
}

/// Deeper than any record goes; a file that goes on is no record, and following it would exhaust the stack.
const MAX_DEPTH: usize = 32;

type Item<'a> = Result<(Event<'a>, Mark), granit_parser::ScanError>;

impl<'a, P: Iterator<Item = Item<'a>>> Reader<'a, '_, P> {
    fn document(&mut self) -> Option<Tree<'a>> {
        loop {
            match self.next()? {
                (Event::StreamStart | Event::DocumentStart(..), _) => {}
                (Event::StreamEnd | Event::DocumentEnd, mark) => {
                    return Some(Tree { span: self.span(&mark), value: Value::Null });
                }
                (event, mark) => return self.node(event, mark),
            }
        }
    }

    fn no_second_document(&mut self) {
        while let Some((event, mark)) = self.next() {
            if matches!(event, Event::DocumentStart(..)) {
                let span = self.span(&mark);
                let found = Diagnostic::error("yaml-syntax", span, Msg::new("load-second-document"));
                self.out.push(found.hint(Msg::new("load-second-document-hint")));
                return;
            }
        }
    }

    fn node(&mut self, event: Event<'a>, mark: Mark) -> Option<Tree<'a>> {
        let span = self.span(&mark);
        if event.tag().is_some() || event.anchor_id().is_some() {
            let found = Diagnostic::error("yaml-mark", span, Msg::new("load-yaml-mark"));
            self.out.push(found.hint(Msg::new("load-hint-quotes")));
        }
        let value = match event {
            Event::Scalar(text, style, ..) => {
                if style == ScalarStyle::Plain {
                    self.cut_short(&mark);
                }
                scalar(text, style)
            }
            Event::SequenceStart(..) => return self.deeper(span, Self::list),
            Event::MappingStart(..) => return self.deeper(span, Self::map),
            Event::Alias(_) | Event::UnresolvedAlias(_) => {
                let hint = Msg::new("load-alias-hint");
                self.out.push(Diagnostic::error("yaml-alias", span, Msg::new("load-alias")).hint(hint));
                Value::Null
            }
            _ => return None,
        };
        Some(Tree { span, value })
    }

    /// Words behind ` #` are a comment to YAML; without a space after it they were hardly meant as one.
    fn cut_short(&mut self, mark: &Mark) {
        let end = mark.byte_range().map_or(self.text.len(), |range| range.end);
        let line = self.text.get(end..).and_then(|rest| rest.lines().next()).unwrap_or_default();
        let words = line.trim_start_matches([' ', '\t']);
        let is_text = |c: char| !c.is_whitespace() && !"#!-=*".contains(c);
        if words.len() == line.len() || !words.strip_prefix('#').is_some_and(|w| w.starts_with(is_text)) {
            return;
        }
        let start = self.base + end + line.len() - words.len();
        let place = Span::new(self.file, start, start + words.trim_end().len());
        let message = Msg::new("load-cut-short").with("words", words.trim_end());
        let hint = Msg::new("load-cut-short-hint");
        self.out.push(Diagnostic::warning("cut-short", place, message).hint(hint));
    }

    fn deeper(&mut self, start: Span, read: fn(&mut Self, Span) -> Option<Tree<'a>>) -> Option<Tree<'a>> {
        if self.depth == MAX_DEPTH {
            self.done = true;
            self.too_deep(start);
            return None;
        }
        self.depth += 1;
        let tree = read(self, start);
        self.depth -= 1;
        tree
    }

    fn too_deep(&mut self, span: Span) {
        let message = Msg::new("load-too-deep").count("levels", MAX_DEPTH);
        self.out.push(Diagnostic::error("yaml-syntax", span, message).hint(Msg::new("load-too-deep-hint")));
    }

    fn list(&mut self, start: Span) -> Option<Tree<'a>> {
        let mut items = Vec::new();
        loop {
            match self.next()? {
                (Event::SequenceEnd, mark) => {
                    return Some(Tree { span: self.until(start, &mark), value: Value::List(items) });
                }
                (event, mark) => items.push(self.node(event, mark)?),
            }
        }
    }

    fn map(&mut self, start: Span) -> Option<Tree<'a>> {
        let mut entries: Vec<(Key<'a>, Tree<'a>)> = Vec::new();
        loop {
            let (event, mark) = self.next()?;
            if matches!(event, Event::MappingEnd) {
                return Some(Tree { span: self.until(start, &mark), value: Value::Map(entries) });
            }
            let key = self.node(event, mark)?;
            let (event, mark) = self.next()?;
            let value = self.node(event, mark)?;
            let span = key.span;
            match key.value {
                Value::Scalar(name) => self.enter(&mut entries, Key { name, span }, value),
                _ => self.out.push(Diagnostic::error("yaml-syntax", span, Msg::new("load-key-not-text"))),
            }
        }
    }

    fn enter(&mut self, entries: &mut Vec<(Key<'a>, Tree<'a>)>, key: Key<'a>, value: Tree<'a>) {
        match entries.iter().find(|(k, _)| k.name == key.name) {
            Some((first, _)) => {
                let message = Msg::new("load-duplicate-key").with("key", &*key.name);
                let found = Diagnostic::error("duplicate-key", key.span, message);
                self.out.push(found.related(first.span, Msg::new("load-first-here")));
            }
            None => entries.push((key, value)),
        }
    }

    fn next(&mut self) -> Option<(Event<'a>, Mark)> {
        if self.done {
            return None;
        }
        match self.parser.next()? {
            Ok(item) => Some(item),
            Err(error) => {
                self.done = true;
                self.syntax(&error);
                None
            }
        }
    }

    /// The parser stopped without a word: a half file, which must not pass for an empty one.
    fn unfinished(&mut self) {
        if !self.done {
            let span = Span::new(self.file, self.base + self.text.len(), self.base + self.text.len());
            self.out.push(Diagnostic::error("yaml-syntax", span, Msg::new("load-unfinished")));
        }
    }

    fn syntax(&mut self, error: &granit_parser::ScanError) {
        let at = error.marker().byte_offset().unwrap_or(self.text.len()).min(self.text.len());
        let said = error.info();
        let at = slips::place(self.text, at, &said);
        let span = Span::new(self.file, self.base + at, self.base + at + 1);
        // The parser has a limit of its own and counts some brackets before it hands out the first of them.
        if said.contains("recursion limit") {
            return self.too_deep(span);
        }
        let (message, hint) = slips::explain(self.text, at, &said);
        self.out.push(Diagnostic::error("yaml-syntax", span, message).hint(hint));
    }

    fn span(&self, mark: &Mark) -> Span {
        let range = mark.byte_range().unwrap_or(0..0);
        Span::new(self.file, self.base + range.start, self.base + range.end)
    }

    fn until(&self, start: Span, mark: &Mark) -> Span {
        Span { end: self.span(mark).end.max(start.end), ..start }
    }
}

fn scalar(text: Cow<'_, str>, style: ScalarStyle) -> Value<'_> {
    let plain = style == ScalarStyle::Plain;
    match text.as_ref() {
        "" | "~" | "null" if plain => Value::Null,
        _ => Value::Scalar(text),
    }
}
