//! Reading the fields of a record one by one. Every mistake is noted and reading goes on, so that one run shows all.

use chrono::{NaiveDate, NaiveDateTime};

use super::tree::{Key, Tree, Value};
use crate::diag::Diagnostic;
use crate::lang::Msg;
use crate::text::Span;

/// The fields of one mapping. Ask for each by name, then [`Fields::close`]: what was not asked for is unknown.
pub struct Fields<'t> {
    entries: &'t [(Key<'t>, Tree<'t>)],
    asked: Vec<&'static str>,
    /// Where the record is written.
    pub span: Span,
}

impl<'t> Fields<'t> {
    /// Opens a mapping; anything else is a mistake.
    pub fn open(tree: &'t Tree<'t>, what: &'static str, out: &mut Vec<Diagnostic>) -> Option<Self> {
        match &tree.value {
            Value::Map(entries) => Some(Self { entries, asked: Vec::new(), span: tree.span }),
            _ => {
                wrong_type(what, "want-map", tree.span, out);
                None
            }
        }
    }

    /// The raw tree of a field, if it is written.
    pub fn tree(&mut self, name: &'static str) -> Option<&'t Tree<'t>> {
        if !self.asked.contains(&name) {
            self.asked.push(name);
        }
        self.entries
            .iter()
            .find(|(k, _)| k.name == name)
            .map(|(_, t)| t)
            .filter(|t| !matches!(t.value, Value::Null))
    }

    /// An optional text.
    pub fn text(&mut self, name: &'static str, out: &mut Vec<Diagnostic>) -> Option<String> {
        self.scalar(name, "want-text", out).map(|(text, _)| text.to_owned())
    }

    /// A text that must be there. An empty one stands in where it is missing; the mistake has been noted.
    pub fn required(&mut self, name: &'static str, out: &mut Vec<Diagnostic>) -> String {
        self.need(name, out);
        let found = self.scalar(name, "want-text", out);
        if let Some((text, span)) = found
            && text.trim().is_empty()
        {
            let hint = Msg::new("load-missing-hint").with("field", name);
            out.push(
                Diagnostic::error("missing-field", span, Msg::new("load-blank").with("field", name))
                    .hint(hint),
            );
        }
        found.map(|(text, _)| text.to_owned()).unwrap_or_default()
    }

    /// An optional text with its place.
    pub fn scalar(
        &mut self,
        name: &'static str,
        want: &'static str,
        out: &mut Vec<Diagnostic>,
    ) -> Option<(&'t str, Span)> {
        let tree = self.tree(name)?;
        match &tree.value {
            Value::Scalar(text) => Some((text, tree.span)),
            _ => {
                wrong_type(name, want, tree.span, out);
                None
            }
        }
    }

    /// An optional `true` or `false`.
    pub fn flag(&mut self, name: &'static str, out: &mut Vec<Diagnostic>) -> Option<bool> {
        let (text, span) = self.scalar(name, "want-flag", out)?;
        match text {
            "true" | "yes" => Some(true),
            "false" | "no" => Some(false),
            _ => {
                wrong_type(name, "want-flag", span, out);
                None
            }
        }
    }

    /// An optional whole number.
    pub fn number(&mut self, name: &'static str, max: u32, out: &mut Vec<Diagnostic>) -> Option<u32> {
        let (text, span) = self.scalar(name, "want-number", out)?;
        match text.parse::<u32>() {
            Ok(n) if n <= max => Some(n),
            _ => {
                wrong_type(name, "want-number", span, out);
                None
            }
        }
    }

    /// An optional day, `2025-12-26`.
    pub fn date(&mut self, name: &'static str, out: &mut Vec<Diagnostic>) -> Option<NaiveDate> {
        let (text, span) = self.scalar(name, "want-date", out)?;
        date(text, span, out)
    }

    /// A day that must be there.
    pub fn required_date(&mut self, name: &'static str, out: &mut Vec<Diagnostic>) -> Option<NaiveDate> {
        self.need(name, out);
        self.date(name, out)
    }

    /// An optional day and time, `2025-12-26 09:00`.
    pub fn time(&mut self, name: &'static str, out: &mut Vec<Diagnostic>) -> Option<NaiveDateTime> {
        let (text, span) = self.scalar(name, "want-time", out)?;
        let read = NaiveDateTime::parse_from_str(text, "%Y-%m-%d %H:%M");
        if read.is_err() {
            wrong_type(name, "want-time", span, out);
        }
        read.ok()
    }

    /// The items of an optional list.
    pub fn list(&mut self, name: &'static str, out: &mut Vec<Diagnostic>) -> &'t [Tree<'t>] {
        let Some(tree) = self.tree(name) else { return &[] };
        match &tree.value {
            Value::List(items) => items,
            _ => {
                wrong_type(name, "want-list", tree.span, out);
                &[]
            }
        }
    }

    /// The entries of an optional mapping whose keys are names that people choose.
    pub fn map(&mut self, name: &'static str, out: &mut Vec<Diagnostic>) -> &'t [(Key<'t>, Tree<'t>)] {
        let Some(tree) = self.tree(name) else { return &[] };
        match &tree.value {
            Value::Map(entries) => entries,
            _ => {
                wrong_type(name, "want-map", tree.span, out);
                &[]
            }
        }
    }

    /// The texts of an optional list, with their places.
    pub fn texts(&mut self, name: &'static str, out: &mut Vec<Diagnostic>) -> Vec<(&'t str, Span)> {
        let items = self.list(name, out);
        items
            .iter()
            .filter_map(|item| match &item.value {
                Value::Scalar(text) => Some((&**text, item.span)),
                _ => {
                    wrong_type(name, "want-text", item.span, out);
                    None
                }
            })
            .collect()
    }

    /// Notes a field that must be there and is not written.
    pub fn need(&self, name: &'static str, out: &mut Vec<Diagnostic>) {
        if self.entries.iter().any(|(k, t)| k.name == name && !matches!(t.value, Value::Null)) {
            return;
        }
        let span = self.entries.first().map_or(self.span, |(k, _)| k.span);
        let hint = Msg::new("load-missing-hint").with("field", name);
        out.push(
            Diagnostic::error("missing-field", span, Msg::new("load-missing").with("field", name)).hint(hint),
        );
    }

    /// Notes every key that nobody asked for, with the nearest right spelling.
    pub fn close(self, out: &mut Vec<Diagnostic>) {
        for (key, _) in self.entries.iter().filter(|(k, _)| !self.asked.contains(&&*k.name)) {
            let message = Msg::new("load-unknown-key").with("key", &*key.name);
            let hint = suggestion(&key.name, self.asked.iter().copied());
            out.push(Diagnostic::error("unknown-key", key.span, message).hint(hint));
        }
    }
}

/// Decodes each item of a list. The room is that of the list and no more: a large site has a hundred thousand of them.
pub fn each<'t, T>(items: &'t [Tree<'t>], read: impl FnMut(&'t Tree<'t>) -> Option<T>) -> Vec<T> {
    let mut out = Vec::with_capacity(items.len());
    out.extend(items.iter().filter_map(read));
    out
}

/// Where the value of a field stands in a record.
pub fn place(record: &Tree, name: &str) -> Option<Span> {
    let Value::Map(entries) = &record.value else { return None };
    entries.iter().find(|(k, _)| k.name == name).map(|(_, t)| t.span)
}

/// Reads a day; what is no day of the calendar is a mistake.
pub fn date(text: &str, span: Span, out: &mut Vec<Diagnostic>) -> Option<NaiveDate> {
    let read = NaiveDate::parse_from_str(text, "%Y-%m-%d").ok().filter(|d| d.to_string() == text);
    if read.is_none() {
        let found = Diagnostic::error("bad-date", span, Msg::new("load-bad-date").with("text", text));
        out.push(found.hint(date_hint(text)));
    }
    read
}

fn date_hint(text: &str) -> Msg {
    let meant = crate::zh::date::find_all(text).first().map(|f| f.date).or_else(|| loose(text));
    let form = |(at, b): (usize, u8)| if at == 4 || at == 7 { b == b'-' } else { b.is_ascii_digit() };
    match meant {
        Some(day) => Msg::new("load-write-so").with("text", day.to_string()),
        None if text.len() == 10 && text.bytes().enumerate().all(form) => Msg::new("load-no-such-day"),
        None => Msg::new("load-date-hint"),
    }
}

/// `2025-7-1`, `2025/7/1`, `2025.7.1`, `20250701`.
fn loose(text: &str) -> Option<NaiveDate> {
    if text.len() == 8 && text.bytes().all(|b| b.is_ascii_digit()) {
        return NaiveDate::parse_from_str(text, "%Y%m%d").ok();
    }
    let mut parts = text.split(['-', '/', '.']);
    let (year, month, day) =
        (parts.next()?.parse().ok()?, parts.next()?.parse().ok()?, parts.next()?.parse().ok()?);
    NaiveDate::from_ymd_opt(year, month, day)
}

/// Notes a value of the wrong kind.
pub fn wrong_type(field: &str, want: &'static str, span: Span, out: &mut Vec<Diagnostic>) {
    let message = Msg::new("load-wrong-type").with("field", field);
    out.push(Diagnostic::error("wrong-type", span, message).hint(Msg::new(want)));
}

/// The nearest known names, or all of them where none is near; where there are none, that there are none. A list whose items
/// stand apart by Chinese commas is one name to YAML.
pub fn suggestion<'n>(wrong: &str, known: impl Iterator<Item = &'n str> + Clone) -> Msg {
    if wrong.contains(['，', '、']) {
        return Msg::new("load-hint-wide-comma");
    }
    nearest(wrong, known.clone()).unwrap_or_else(|| match known.clone().next() {
        Some(_) => Msg::new("load-known").list("names", known),
        None => Msg::new("load-known-none"),
    })
}

/// The known names nearest to one, where any is near.
pub fn nearest<'n>(wrong: &str, known: impl Iterator<Item = &'n str>) -> Option<Msg> {
    let apart = known.map(|name| (strsim::damerau_levenshtein(wrong, name), name));
    let mut near: Vec<_> =
        apart.filter(|(distance, name)| *distance <= 1 + name.chars().count() / 3).collect();
    near.sort_unstable();
    near.dedup();
    let least = near.first()?.0;
    let mut names = near.iter().take_while(|(distance, _)| *distance == least).map(|(_, name)| *name);
    Some(match (names.next()?, names.next()) {
        (name, None) => Msg::new("load-nearest").with("name", name),
        (name, Some(other)) => {
            Msg::new("load-nearest-some").list("names", [name, other].into_iter().chain(names))
        }
    })
}
