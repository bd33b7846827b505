//! What changed in the fields of a notice that stand beside its text.

use chrono::NaiveDate;

use crate::model::{Contact, Inspection, Notice};

/// A field whose value changed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FieldChange {
    /// Its name in the content files: `next_update_due`, `contact.phone`.
    pub field: &'static str,
    /// Then; `None` where it was not set.
    pub from: Option<Value>,
    /// Now.
    pub to: Option<Value>,
}

/// What a field holds.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Value {
    /// A day.
    Day(NaiveDate),
    /// Words.
    Text(String),
    /// Words that are not to be repeated.
    Hidden,
}

/// Every field that differs, in the order of the file.
pub fn fields(then: &Notice, now: &Notice) -> Vec<FieldChange> {
    let pairs = values(then).into_iter().zip(values(now));
    let changed = pairs.filter(|((_, from), (_, to))| from != to);
    changed.map(|((field, from), (_, to))| FieldChange { field, from, to }).collect()
}

fn values(n: &Notice) -> Vec<(&'static str, Option<Value>)> {
    let mut out = inspection(n.inspection.as_ref());
    out.push(("period_ends", n.period_ends.map(Value::Day)));
    out.push(("next_update_due", n.next_update_due.map(Value::Day)));
    out.push(("public_until", n.public_until.map(Value::Day)));
    out.extend(contact(n.contact.as_ref()));
    let languages: Vec<&str> = n.translations.iter().map(|words| words.language.as_str()).collect();
    out.push(("translations", (!languages.is_empty()).then(|| Value::Text(languages.join(", ")))));
    out
}

fn inspection(i: Option<&Inspection>) -> Vec<(&'static str, Option<Value>)> {
    let day = |of: fn(&Inspection) -> Option<NaiveDate>| i.and_then(of).map(Value::Day);
    vec![
        ("inspection.by", i.map(|i| Value::Text(i.by.clone()))),
        ("inspection.from", day(|i| i.from)),
        ("inspection.to", day(|i| i.to)),
        ("inspection.feedback", day(|i| i.feedback)),
    ]
}

fn contact(c: Option<&Contact>) -> Vec<(&'static str, Option<Value>)> {
    let text = |of: fn(&Contact) -> &Option<String>| c.and_then(|c| of(c).clone()).map(Value::Text);
    vec![
        ("contact.phone", text(|c| &c.phone)),
        ("contact.address", text(|c| &c.address)),
        ("contact.email", text(|c| &c.email)),
        ("contact.postcode", text(|c| &c.postcode)),
        ("contact.hours", text(|c| &c.hours)),
    ]
}
