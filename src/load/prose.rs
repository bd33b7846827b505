//! Markdown files beside a notice: each is used once, and `{{ contact.phone }}` in them is filled from the fields.

use std::collections::{BTreeMap, HashMap};

use super::fields::suggestion;
use crate::diag::Diagnostic;
use crate::lang::Msg;
use crate::md::escape_line;
use crate::model::{Contact, Prose};
use crate::text::{FileId, Source, Span};

/// The prose files of one notice that nobody has taken yet.
pub struct Library<'s> {
    files: BTreeMap<&'s str, Shelved<'s>>,
    taken: HashMap<&'s str, Span>,
    /// Names that no file has, and where they stand.
    missing: Vec<(String, Span)>,
    /// Fills the placeholders.
    pub contact: Option<Contact>,
}

/// A text that waits to be taken.
enum Shelved<'s> {
    /// A file beside the notice.
    File(FileId, &'s Source),
    /// A text within an edition.
    Frozen(Prose),
}

impl Shelved<'_> {
    fn path(&self) -> &str {
        match self {
            Self::File(_, source) => &source.path,
            Self::Frozen(prose) => &prose.path,
        }
    }
}

impl<'s> Library<'s> {
    /// Takes the files, by name within the notice's folder.
    pub fn new(files: impl Iterator<Item = (&'s str, (FileId, &'s Source))>) -> Self {
        let files = files.map(|(name, (file, source))| (name, Shelved::File(file, source)));
        Self { files: files.collect(), taken: HashMap::new(), missing: Vec::new(), contact: None }
    }

    /// Takes texts that an edition holds, by name; their placeholders were filled when it was made.
    pub fn frozen(texts: impl Iterator<Item = (&'s str, Prose)>) -> Self {
        let files = texts.map(|(name, prose)| (name, Shelved::Frozen(prose)));
        Self { files: files.collect(), taken: HashMap::new(), missing: Vec::new(), contact: None }
    }

    /// Hands out a file; one that is missing is a mistake at the place that names it.
    pub fn take(&mut self, name: &str, span: Span, out: &mut Vec<Diagnostic>) -> Option<Prose> {
        let Some((own, shelved)) = self.files.remove_entry(name) else {
            match self.taken.get(name) {
                Some(first) => out.push(twice(name, span, *first)),
                None => self.missing.push((name.to_owned(), span)),
            }
            return None;
        };
        self.taken.insert(own, span);
        Some(match shelved {
            Shelved::File(file, source) => {
                let text = fill(&source.text, file, self.contact.as_ref(), out);
                Prose { path: source.path.clone(), text }
            }
            Shelved::Frozen(prose) => prose,
        })
    }

    /// Notes every name that no file has; one of the files that are left may be meant.
    pub fn tell_missing(&self, out: &mut Vec<Diagnostic>) {
        for (name, span) in &self.missing {
            let message = Msg::new("load-no-prose").with("name", name);
            let hint = if self.files.is_empty() {
                Msg::new("load-no-prose-hint")
            } else {
                suggestion(name, self.files.keys().copied())
            };
            out.push(Diagnostic::error("no-such-prose", *span, message).hint(hint));
        }
    }

    /// Notes every file that no field names: its sentences would be lost.
    pub fn close(self, out: &mut Vec<Diagnostic>) {
        for shelved in self.files.values() {
            let found = Diagnostic::file_error("unused-prose", shelved.path(), Msg::new("load-unused-prose"));
            out.push(found.hint(Msg::new("load-unused-prose-hint")));
        }
    }
}

fn twice(name: &str, span: Span, first: Span) -> Diagnostic {
    let message = Msg::new("load-prose-twice").with("name", name);
    Diagnostic::error("prose-twice", span, message).related(first, Msg::new("load-first-here"))
}

const NAMES: [&str; 5] =
    ["contact.phone", "contact.address", "contact.email", "contact.postcode", "contact.hours"];

/// Fills `{{ contact.… }}`; `\{{` stays literal.
pub fn fill(text: &str, file: FileId, contact: Option<&Contact>, out: &mut Vec<Diagnostic>) -> String {
    let mut done = String::with_capacity(text.len());
    let mut at = 0;
    while let Some(found) = text[at..].find("{{") {
        let start = at + found;
        if text[..start].ends_with('\\') {
            done.push_str(&text[at..start]);
            done.push_str("{\\{");
            at = start + 2;
            continue;
        }
        done.push_str(&text[at..start]);
        let line = &text[start..start + text[start..].find('\n').unwrap_or(text.len() - start)];
        let Some(inner) = line[2..].find("}}").map(|n| &line[2..2 + n]) else {
            out.push(open(Span::new(file, start, start + line.len())));
            at = start + line.len();
            continue;
        };
        let end = start + inner.len() + 4;
        let name = inner.trim();
        match NAMES.contains(&name).then(|| value(name, contact)).flatten() {
            Some(value) => done.push_str(&escape_line(&value)),
            None => out.push(unknown(name, Span::new(file, start, end))),
        }
        at = end;
    }
    done.push_str(&text[at..]);
    done
}

fn unknown(name: &str, span: Span) -> Diagnostic {
    let message = Msg::new("load-placeholder").with("name", name);
    let hint = match name.strip_prefix("contact.").filter(|_| NAMES.contains(&name)) {
        Some(field) => Msg::new("load-placeholder-field").with("field", field),
        None => suggestion(name, NAMES.into_iter()),
    };
    Diagnostic::error("placeholder", span, message).hint(hint)
}

fn open(span: Span) -> Diagnostic {
    Diagnostic::error("placeholder", span, Msg::new("load-placeholder-open"))
        .hint(Msg::new("load-placeholder-open-hint"))
}

fn value(name: &str, contact: Option<&Contact>) -> Option<String> {
    let contact = contact?;
    match name {
        "contact.phone" => contact.phone.clone(),
        "contact.address" => contact.address.clone(),
        "contact.email" => contact.email.clone(),
        "contact.postcode" => contact.postcode.clone(),
        "contact.hours" => contact.hours.clone(),
        _ => None,
    }
}
