//! Markdown files beside a notice: each is used once, and `{{ contact.phone }}` in them is filled from the fields.

use std::collections::BTreeMap;

use super::fields::suggestion;
use crate::diag::Diagnostic;
use crate::lang::Msg;
use crate::md::escape_line;
use crate::model::{Contact, Prose};
use crate::text::{FileId, Source, Span};

/// The prose files of one notice that nobody has taken yet.
pub struct Library<'s> {
    files: BTreeMap<&'s str, (FileId, &'s Source)>,
    /// Fills the placeholders.
    pub contact: Option<Contact>,
}

impl<'s> Library<'s> {
    /// Takes the files, by name within the notice's folder.
    pub fn new(files: impl Iterator<Item = (&'s str, (FileId, &'s Source))>) -> Self {
        Self { files: files.collect(), contact: None }
    }

    /// Hands out a file; one that is missing is a mistake at the place that names it.
    pub fn take(&mut self, name: &str, span: Span, out: &mut Vec<Diagnostic>) -> Option<Prose> {
        let Some((file, source)) = self.files.remove(name) else {
            let hint = suggestion(name, self.files.keys().copied());
            out.push(
                Diagnostic::error("no-such-prose", span, Msg::new("load-no-prose").with("name", name))
                    .hint(hint),
            );
            return None;
        };
        let text = fill(&source.text, file, self.contact.as_ref(), out);
        Some(Prose { path: source.path.clone(), text })
    }

    /// Notes every file that no field names: its sentences would be lost.
    pub fn close(self, out: &mut Vec<Diagnostic>) {
        for (_, source) in self.files.values() {
            let hint = Msg::new("load-unused-prose-hint");
            out.push(
                Diagnostic::file_error("unused-prose", &source.path, Msg::new("load-unused-prose"))
                    .hint(hint),
            );
        }
    }
}

const NAMES: [&str; 5] =
    ["contact.phone", "contact.address", "contact.email", "contact.postcode", "contact.hours"];

/// Fills `{{ contact.… }}`; `\{{` stays literal.
fn fill(text: &str, file: FileId, contact: Option<&Contact>, out: &mut Vec<Diagnostic>) -> String {
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
        let end = text[start..].find("}}").map_or(text.len(), |n| start + n + 2);
        let name = text[start + 2..end].trim_end_matches('}').trim();
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
    Diagnostic::error("placeholder", span, message).hint(suggestion(name, NAMES.into_iter()))
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
