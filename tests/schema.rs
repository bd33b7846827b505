//! The JSON Schemas that editors read: they take what the decoders take, and refuse what these refuse. `tests/schema/` is a
//! site with every field of every record.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test fails by panicking")]

mod kit;

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use boon::{Compiler, SchemaIndex, Schemas};
use gongkai::check::rules::RULES;
use gongkai::diag::Diagnostic;
use gongkai::export::schema::records::{FILES, RECORDS};
use gongkai::export::schema::shape::{Field, Record, Takes};
use gongkai::export::schema::{self};
use gongkai::lang::{Arg, Catalog, Lang};
use gongkai::load::load_with;
use gongkai::text::RawFile;
use serde_json::{Value, json};

// The schemas, read by a validator of another's making ---------------------------------------------------------------

struct Judge {
    schemas: Schemas,
    by_name: BTreeMap<String, SchemaIndex>,
}

fn all(lang: Lang) -> Vec<(String, Value)> {
    let (rules, words) = (RULES.iter().map(|r| r.code).collect::<Vec<_>>(), Catalog::tool(lang));
    schema::files(&rules, &|id| words.words(id))
}

impl Judge {
    fn new() -> Self {
        let (mut compiler, mut schemas, mut by_name) = (Compiler::new(), Schemas::new(), BTreeMap::new());
        for (name, schema) in all(Lang::ZhCn) {
            let place = format!("http://example.com/{name}");
            compiler.add_resource(&place, schema).unwrap();
            let index = compiler.compile(&place, &mut schemas).unwrap();
            by_name.insert(name.trim_end_matches(".schema.json").to_owned(), index);
        }
        Self { schemas, by_name }
    }

    /// What is wrong with a value, as one text; empty where nothing is.
    fn faults(&self, name: &str, value: &Value) -> String {
        self.schemas.validate(value, self.by_name[name]).err().map(|e| format!("{e:#}")).unwrap_or_default()
    }
}

/// The schema of a file, by its path; none for prose and editions.
fn kind(path: &str) -> Option<&'static str> {
    let parts: Vec<&str> = path.split('/').collect();
    Some(match parts.as_slice() {
        ["site.yaml"] => "site",
        ["site.en.yaml"] => "site-translation",
        ["pages", _] => "page",
        ["notices", _, "notice.yaml"] => "notice",
        ["notices", _, "notice.en.yaml"] => "notice-translation",
        ["notices", _, "issues", name] if name.contains(".en.") => "issue-translation",
        ["notices", _, "issues", _] => "issue",
        _ => return None,
    })
}

/// As YAML 1.2 has it: `no` and `off` are words.
fn editors() -> serde_saphyr::Options {
    serde_saphyr::options! { strict_booleans: true }
}

/// The YAML of a file as an editor sees it; none where only prose stands in it.
fn yaml(file: &RawFile) -> Option<Value> {
    let text = gongkai::text::decode(&file.bytes).unwrap().0;
    let text = match text.strip_prefix("---\n").filter(|_| file.path.ends_with(".md")) {
        Some(rest) => rest.split("\n---").next().unwrap().to_owned(),
        None => text,
    };
    (!text.trim().is_empty()).then(|| serde_saphyr::from_str_with_options(&text, editors()).unwrap())
}

fn values(root: &Path) -> Vec<(String, &'static str, Value)> {
    let files = kit::content(root);
    let one = |file: &RawFile| Some((file.path.clone(), kind(&file.path)?, yaml(file)?));
    files.iter().filter_map(one).collect()
}

#[test]
fn what_loads_is_valid() {
    let judge = Judge::new();
    let mut seen = BTreeSet::new();
    let roots = [
        "content",
        "starter/content",
        "tests/frozen/v1/content",
        "tests/schema",
        "tests/three_years/content",
    ];
    for root in roots.map(kit::repo).iter().filter(|root| root.is_dir()) {
        for (path, kind, value) in values(root) {
            assert_eq!(judge.faults(kind, &value), "", "{}/{path}", root.display());
            seen.insert(kind);
        }
    }
    assert_eq!(seen, FILES.iter().map(|(name, _)| *name).collect(), "every kind of file was looked at");
}

/// Each as a person might type it: the file, what stands there, what is typed instead, and what it is an example of.
const MISTAKES: [(&str, &str, &str, &str); 26] = [
    ("site.yaml", "theme:", "theem:", "a misspelt key"),
    ("site.yaml", "format: 1", "format: 2", "another format"),
    ("site.yaml", "format: 1\n", "", "no format"),
    ("site.yaml", "https://example.com/\n", "example.com\n", "an address without https"),
    ("site.yaml", "half-width: note", "half-width: notice", "no such level"),
    ("site.yaml", "[docx, txt]", "[docx, exe]", "no such document"),
    ("site.yaml", "[审核, 审批]", "[审核, 审核]", "the same twice"),
    ("site.yaml", "id: slj", "id: SLJ", "capitals in an id"),
    ("site.yaml", "links: folder", "links: folders", "no such way to link"),
    ("notices/n/notice.yaml", "issuer: 星河县水利局\n", "", "no issuer"),
    ("notices/n/notice.yaml", "date: 2025-12-26\n", "date: 2025-13-26\n", "no such day"),
    ("notices/n/notice.yaml", "date: 2025-12-26\n", "date: 2025年12月26日\n", "a day as printed"),
    (
        "notices/n/notice.yaml",
        "published: 2025-12-26 09:00",
        "published: 2025-12-26",
        "a time without the time",
    ),
    ("notices/n/notice.yaml", "opening: opening.md", "opening: opening.txt", "prose that is no Markdown"),
    ("notices/n/notice.yaml", "restart: {section: parent", "restart: {section: always", "no such restart"),
    ("notices/n/notice.yaml", "blank_lines: 0", "blank_lines: none", "words for a number"),
    ("notices/n/notice.yaml", "sealed: no", "sealed: maybe", "neither yes nor no"),
    ("notices/n/notice.yaml", "kind: personal", "kind: private", "no such kind"),
    ("notices/n/issues/1.yaml", "status: 已完成", "status: 完了", "no such status"),
    ("notices/n/issues/1.yaml", "due: 2025-10-17\n", "", "an extension of no deadline"),
    ("notices/n/issues/1.yaml", ", reason: 少计1孔", "", "a correction without a reason"),
    ("notices/n/issues/1.yaml", "with: [sk]", "with: sk", "one where a list is wanted"),
    (
        "notices/n/issues/1.yaml",
        "title: 闸门检修不及时。\n",
        "title: [闸门]\n",
        "a list where text is wanted",
    ),
    ("notices/n/issues/1.yaml", "title: 闸门检修不及时。\n", "title: \"  \"\n", "a title without words"),
    ("notices/n/issues/1.yaml", "recurs_from: m/old", "recurs_from: old", "an issue without its notice"),
    ("notices/n/issues/1.yaml", "result: kept", "result: good", "no such result"),
];

#[test]
fn each_kind_of_mistake_is_refused_as_the_check_refuses_it() {
    let judge = Judge::new();
    let files = kit::content(&kit::repo("tests/schema"));
    for (path, right, wrong, what) in MISTAKES {
        let mut files = files.clone();
        let file = files.iter_mut().find(|f| f.path == path).unwrap();
        let text = kit::text(&file.bytes);
        assert_eq!(text.matches(right).count().min(1), 1, "{path} has no {right:?}");
        file.bytes = text.replacen(right, wrong, 1).into_bytes();
        let faults = judge.faults(kind(path).unwrap(), &yaml(file).unwrap());
        assert!(!faults.is_empty(), "an editor takes {what}: {wrong}");
        assert!(load_full(files).iter().any(Diagnostic::is_error), "the tool takes {what}: {wrong}");
    }
}

// Against the decoders -------------------------------------------------------------------------------------------------

fn load_full(files: Vec<RawFile>) -> Vec<Diagnostic> {
    let assets = gongkai::disk::read_content(&kit::repo("tests/schema")).assets;
    load_with(files, assets).diagnostics
}

fn record(name: &str) -> &'static Record {
    RECORDS.iter().find(|r| r.name == name).unwrap_or_else(|| panic!("no record {name}"))
}

/// Every record that stands in a value, with the way to it.
fn walk(value: &Value, own: &'static Record, way: &str, out: &mut Vec<(String, &'static Record)>) {
    out.push((way.to_owned(), own));
    for field in own.fields {
        if let Some(inner) = value.get(field.name) {
            within(inner, &field.takes, &format!("{way}/{}", field.name), out);
        }
    }
}

fn within(value: &Value, takes: &'static Takes, way: &str, out: &mut Vec<(String, &'static Record)>) {
    match (takes, value) {
        (Takes::Record(name), Value::Object(_)) => walk(value, record(name), way, out),
        (Takes::List(of) | Takes::Set(of), Value::Array(items)) => {
            items.iter().enumerate().for_each(|(at, item)| within(item, of, &format!("{way}/{at}"), out));
        }
        (Takes::Either(a, b), _) => [a, b].into_iter().for_each(|of| within(value, of, way, out)),
        _ => {}
    }
}

/// The site with every field, each YAML file as JSON, and the records in it.
struct Full {
    files: Vec<RawFile>,
    values: Vec<(String, &'static str, Value)>,
}

impl Full {
    fn new() -> Self {
        let mut files = kit::content(&kit::repo("tests/schema"));
        // The front matter of a page cannot be JSON in its place; pages have one field, which `MISTAKES` need not know.
        let values: Vec<_> =
            values(&kit::repo("tests/schema")).into_iter().filter(|v| v.1 != "page").collect();
        for (path, _, value) in &values {
            let file = files.iter_mut().find(|f| f.path == *path).unwrap();
            file.bytes = serde_json::to_vec(value).unwrap();
        }
        Self { files, values }
    }

    fn records(&self) -> Vec<(&str, &'static str, String, &'static Record)> {
        let mut out = Vec::new();
        for (path, kind, value) in &self.values {
            let own = FILES.iter().find(|(name, _)| name == kind).unwrap().1;
            let mut met = Vec::new();
            walk(value, record(own), "", &mut met);
            out.extend(met.into_iter().map(|(way, record)| (path.as_str(), *kind, way, record)));
        }
        out
    }

    /// The value of a file with a record changed, and what the decoders say of it.
    fn changed(&self, path: &str, way: &str, change: impl Fn(&mut Value)) -> (Value, Vec<Diagnostic>) {
        let mut value = self.values.iter().find(|v| v.0 == path).unwrap().2.clone();
        change(value.pointer_mut(way).unwrap());
        let mut files = self.files.clone();
        files.iter_mut().find(|f| f.path == path).unwrap().bytes = serde_json::to_vec(&value).unwrap();
        (value, load_full(files))
    }
}

#[test]
fn the_full_site_has_every_field_of_every_record_and_loads() {
    let full = Full::new();
    let errors: Vec<_> = load_full(full.files.clone()).into_iter().filter(Diagnostic::is_error).collect();
    assert!(errors.is_empty(), "{errors:?}");
    let mut met: BTreeMap<&str, BTreeSet<&str>> = BTreeMap::new();
    for (path, _, way, record) in full.records() {
        let value = full.values.iter().find(|v| v.0 == path).unwrap().2.pointer(&way).unwrap();
        let names = record.fields.iter().map(|f| f.name).filter(|name| value.get(name).is_some());
        met.entry(record.name).or_default().extend(names);
    }
    for record in RECORDS.iter().filter(|r| r.name != "page") {
        let all: BTreeSet<&str> = record.fields.iter().map(|f| f.name).collect();
        assert_eq!(met.get(record.name), Some(&all), "{}", record.name);
    }
}

/// A key that is no field makes the decoder list those that are; they have to be the same, record by record.
#[test]
fn the_decoders_know_the_same_fields() {
    let (full, judge) = (Full::new(), Judge::new());
    const WRONG: &str = "zzzzzzzzzzzzzzzzzzzzzzzz";
    for (path, kind, way, record) in full.records() {
        let (value, found) = full.changed(path, &way, |v| v[WRONG] = json!(1));
        assert!(!judge.faults(kind, &value).is_empty(), "{path}{way} takes a key that is no field");
        let hint = found.iter().find(|d| d.code == "unknown-key").and_then(|d| d.hint.as_ref());
        let hint = hint.unwrap_or_else(|| panic!("{path}{way}: {found:?}"));
        let Some((_, Arg::List(names))) = hint.args.first() else { panic!("{path}{way}: {hint:?}") };
        let decoded: BTreeSet<&str> = names.iter().map(String::as_str).collect();
        assert_eq!(decoded, record.fields.iter().map(|f| f.name).collect(), "{path}{way} ({})", record.name);
    }
}

#[test]
fn the_decoders_want_the_same_fields() {
    let (full, judge) = (Full::new(), Judge::new());
    for (path, kind, way, record) in full.records() {
        for field in record.fields {
            let present = full.values.iter().find(|v| v.0 == path).unwrap().2.pointer(&way).unwrap();
            if present.get(field.name).is_none() {
                continue;
            }
            let (value, found) = full.changed(path, &way, |v| {
                v.as_object_mut().unwrap().remove(field.name);
            });
            let needed =
                record.needs.iter().any(|(of, other)| *other == field.name && present.get(of).is_some());
            let missing = found.iter().any(|d| d.code == "missing-field");
            assert_eq!(
                field.required || field.name == "reason" && needed,
                missing,
                "{path}{way}/{}",
                field.name
            );
            let taken = judge.faults(kind, &value).is_empty();
            assert_eq!(taken, !(field.required || needed), "{path}{way}/{}", field.name);
            assert!(
                !needed || found.iter().any(Diagnostic::is_error),
                "{path}{way}/{} is needed",
                field.name
            );
        }
    }
}

/// A mapping with a strange key is right nowhere, nor is a list of lists.
#[test]
fn what_has_the_wrong_shape_is_refused_by_both() {
    let (full, judge) = (Full::new(), Judge::new());
    for (path, kind, way, record) in full.records() {
        for field in record.fields {
            for wrong in [json!({"zzzz": {"zzzz": []}}), json!([[[]]])] {
                let (value, found) = full.changed(path, &way, |v| v[field.name] = wrong.clone());
                assert!(!judge.faults(kind, &value).is_empty(), "{path}{way}/{} takes {wrong}", field.name);
                assert!(found.iter().any(Diagnostic::is_error), "{path}{way}/{} decodes {wrong}", field.name);
            }
        }
    }
}

// Words ----------------------------------------------------------------------------------------------------------------

#[test]
fn every_field_is_described_in_both_languages() {
    for lang in [Lang::ZhCn, Lang::En] {
        let words = Catalog::tool(lang);
        for (record, field) in RECORDS.iter().flat_map(|r| r.fields.iter().map(move |f: &Field| (r, f))) {
            let id = format!("schema-{}-{}", record.says, field.name);
            assert!(words.has(&id), "{lang:?} lacks {id}");
        }
        for (_, record) in FILES {
            let says = RECORDS.iter().find(|r| r.name == *record).unwrap().says;
            assert!(words.has(&format!("schema-{says}")), "{lang:?} lacks schema-{says}");
        }
    }
    for (name, schema) in all(Lang::ZhCn) {
        let text = schema.to_string();
        assert!(text.contains("\"description\":") && !text.contains("schema-"), "{name}");
    }
}

/// The tables of the documents name the fields of the five records that people write most, and which must be there.
#[test]
fn the_tables_of_the_documents_say_the_same() {
    const TABLES: [(&str, &str); 5] = [
        ("## `site.yaml`", "site"),
        ("## `notice.yaml`", "notice"),
        ("## `issues/`", "issue"),
        ("## `measures`", "measure"),
        ("## `updates`", "update"),
    ];
    for (file, required) in [("docs/format.md", "required"), ("docs/format.zh-CN.md", "必填")] {
        let text = std::fs::read_to_string(kit::repo(file)).unwrap();
        for (heading, name) in TABLES {
            let part = text.split(heading).nth(1).unwrap().split("\n## ").next().unwrap();
            let rows = part.lines().filter_map(|l| l.strip_prefix("| `"));
            let rows: BTreeMap<&str, bool> = rows
                .map(|row| (row.split('`').next().unwrap(), row.split(" | ").nth(2).unwrap() == required))
                .collect();
            let fields: BTreeMap<&str, bool> =
                record(name).fields.iter().map(|f| (f.name, f.required)).collect();
            assert_eq!(rows, fields, "{file} {heading}");
        }
    }
}
