//! What each content file may hold, as JSON Schema (draft 07, which editors know best). The tables of `records` say which
//! fields there are; the words come from the locale files. A test holds both against the decoders.

pub mod records;
pub mod shape;

use std::collections::BTreeSet;

use serde_json::{Map, Value, json};

use crate::lang::Lang;
use crate::model::status::Status;
use crate::model::{CheckLevel, Document, LookBackResult, Numbering, RedactionKind};
use records::{FILES, RECORDS};
use shape::{Record, Takes};

/// How every schema of ours begins to speak of itself, so that a newer one may take its place.
pub const MARK: &str = "gongkai schema";

/// The schemas by name of file. `rules` are those that `checks` and `allow` may name; `words` gives the message of an id.
pub fn files(rules: &[&str], words: &dyn Fn(&str) -> String) -> Vec<(String, Value)> {
    let maker = Maker { rules, words };
    FILES.iter().map(|(file, record)| (format!("{file}.schema.json"), maker.file(record))).collect()
}

/// The record of a name; every name in the tables has one.
fn named(name: &str) -> Option<&'static Record> {
    RECORDS.iter().find(|r| r.name == name)
}

struct Maker<'a> {
    rules: &'a [&'a str],
    words: &'a dyn Fn(&str) -> String,
}

impl Maker<'_> {
    fn file(&self, name: &str) -> Value {
        let mut schema = Map::new();
        schema.insert("$schema".to_owned(), json!("http://json-schema.org/draft-07/schema#"));
        schema.insert("$comment".to_owned(), json!(format!("{MARK} {}", env!("CARGO_PKG_VERSION"))));
        let Some(record) = named(name) else { return Value::Object(schema) };
        schema.insert("title".to_owned(), json!((self.words)(&format!("schema-{}", record.says))));
        schema.extend(self.record(record));
        let mut met = BTreeSet::from([record.name]);
        let mut waiting = vec![record];
        let mut definitions = Map::new();
        while let Some(next) = waiting.pop() {
            for below in next.fields.iter().flat_map(|f| f.takes.records()).filter_map(named) {
                if met.insert(below.name) {
                    definitions.insert(below.name.to_owned(), Value::Object(self.record(below)));
                    waiting.push(below);
                }
            }
        }
        schema.insert("definitions".to_owned(), Value::Object(definitions));
        Value::Object(schema)
    }

    /// A mapping with these fields and no others.
    fn record(&self, record: &Record) -> Map<String, Value> {
        let mut fields = Map::new();
        for field in record.fields {
            let mut takes = self.takes(&field.takes, field.required);
            let says = (self.words)(&format!("schema-{}-{}", record.says, field.name));
            takes.insert("description".to_owned(), json!(says));
            fields.insert(field.name.to_owned(), Value::Object(takes));
        }
        let required: Vec<&str> = record.fields.iter().filter(|f| f.required).map(|f| f.name).collect();
        let mut out = object(json!({"type": "object", "properties": fields, "additionalProperties": false}));
        if !required.is_empty() {
            out.insert("required".to_owned(), json!(required));
        }
        if !record.needs.is_empty() {
            let needs = record.needs.iter().map(|(field, other)| ((*field).to_owned(), json!([other])));
            out.insert("dependencies".to_owned(), needs.collect());
        }
        out
    }

    fn takes(&self, takes: &Takes, required: bool) -> Map<String, Value> {
        object(match takes {
            // A text that looks like a number is a number to an editor, and a text to us.
            Takes::Text if required => json!({"type": ["string", "number", "boolean"], "pattern": "\\S"}),
            Takes::Text => json!({"type": ["string", "number", "boolean"]}),
            Takes::Id => id(),
            Takes::Day => json!({"type": "string", "format": "date", "pattern": "^\\d{4}-\\d{2}-\\d{2}$"}),
            Takes::Time => {
                let pattern = "^\\d{4}-\\d{1,2}-\\d{1,2} ([01]?\\d|2[0-3]):[0-5]?\\d$";
                json!({"type": "string", "pattern": pattern})
            }
            Takes::Flag => json!({"enum": [true, false, "yes", "no"]}),
            Takes::Number(most) => json!({"type": "integer", "minimum": 0, "maximum": most}),
            Takes::Format => json!({"enum": [1]}),
            Takes::Address => json!({"type": "string", "pattern": "^https?://\\S+$"}),
            Takes::Prose => json!({"type": "string", "pattern": "^[^/]+\\.md$"}),
            Takes::Issue => json!({"type": "string", "pattern": "^[a-z0-9-]+/[a-z0-9-]+$"}),
            Takes::Theme => json!({"anyOf": [{"enum": ["civic", "plain"]}, id()]}),
            Takes::Language => {
                let other = json!({"type": "string", "pattern": "^([zZ][hH]|[eE][nN])([-_.].*)?$"});
                json!({"anyOf": [{"enum": Lang::ALL.map(Lang::tag)}, other]})
            }
            Takes::One(choice) => json!({"enum": choice()}),
            // An older site may name a rule that there is no more: `check` says so, and goes on.
            Takes::Rule => json!({"anyOf": [{"enum": self.rules}, {"type": "string", "pattern": "\\S"}]}),
            Takes::Levels => {
                let levels = json!({"enum": CheckLevel::ALL.map(CheckLevel::key)});
                let level = |rule: &&str| ((*rule).to_owned(), self.level(rule, &levels));
                let known: Map<_, _> = self.rules.iter().map(level).collect();
                json!({"type": "object", "properties": known, "additionalProperties": levels})
            }
            Takes::Record(name) => json!({"$ref": format!("#/definitions/{name}")}),
            Takes::List(of) => json!({"type": "array", "items": self.takes(of, true)}),
            Takes::Set(of) => json!({"type": "array", "items": self.takes(of, true), "uniqueItems": true}),
            Takes::Named(of) => json!({"type": "object", "additionalProperties": self.takes(of, true)}),
            Takes::Either(a, b) => json!({"anyOf": [self.takes(a, true), self.takes(b, true)]}),
        })
    }

    /// The level of a rule, with the rule's own name beside it.
    fn level(&self, rule: &str, levels: &Value) -> Value {
        let mut out = object(levels.clone());
        out.insert("description".to_owned(), json!((self.words)(&format!("rule-{rule}"))));
        Value::Object(out)
    }
}

fn object(value: Value) -> Map<String, Value> {
    match value {
        Value::Object(map) => map,
        _ => Map::new(),
    }
}

/// As `model::ids` has it.
fn id() -> Value {
    let devices = ["com", "lpt"].into_iter().flat_map(|stem| (0..10).map(move |n| format!("{stem}{n}")));
    let reserved: Vec<String> =
        ["con", "prn", "aux", "nul"].map(str::to_owned).into_iter().chain(devices).collect();
    json!({
        "type": ["string", "integer"],
        "pattern": "^[a-z0-9]([a-z0-9-]{0,62}[a-z0-9])?$",
        "not": {"enum": reserved},
    })
}

/// Keys and the Chinese names that are read as well.
fn statuses() -> Vec<&'static str> {
    Status::ALL.into_iter().map(Status::key).chain(Status::names()).collect()
}

fn documents() -> Vec<&'static str> {
    Document::ALL.into_iter().map(Document::key).collect()
}

fn languages() -> Vec<&'static str> {
    Lang::ALL.into_iter().map(Lang::tag).collect()
}

fn presets() -> Vec<&'static str> {
    Numbering::PRESETS.into_iter().collect()
}

fn redactions() -> Vec<&'static str> {
    RedactionKind::ALL.into_iter().map(RedactionKind::key).collect()
}

fn results() -> Vec<&'static str> {
    LookBackResult::ALL.into_iter().map(LookBackResult::key).collect()
}
