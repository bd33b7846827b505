//! Templates of tera: no files are read, an unknown name is an error, and a page that grows without end is stopped.

use std::collections::BTreeMap;
use std::io::{self, Write};

use ::tera::value::Key;
use ::tera::{Context, Error, ErrorKind, Kwargs, State, Tera as Runner, TeraResult, Value};
use fluent_bundle::FluentValue;
use serde::Serialize;

use super::{Engine, Shared, TemplateError, strings};
use crate::lang::{Catalog, Lang};
use crate::md::html::escape;

/// Far more than the largest page, in bytes; a loop that never ends stops here.
const LIMIT: usize = 64 << 20;

/// The templates of one theme.
pub struct Tera {
    runner: Runner,
    words: BTreeMap<String, String>,
}

impl Tera {
    /// Compiles the templates. `plain` are the ids of strings that take no argument.
    pub fn new(
        templates: Vec<(String, String)>,
        strings: Catalog,
        plain: &[String],
    ) -> Result<Self, TemplateError> {
        let words = strings::words(&strings, plain);
        let mut runner = Runner::new();
        runner.set_escape_fn(|text, out| out.write_all(escape(text).as_bytes()));
        let lang = strings.lang();
        runner.register_filter("long", move |day: &Value, _: Kwargs, _: &State<'_>| long(day, lang));
        runner.register_function("tr", move |args: Kwargs, _: &State<'_>| translate(&strings, &args));
        runner.add_raw_templates(templates).map_err(|e| error("", &e))?;
        Ok(Self { runner, words })
    }
}

impl Engine for Tera {
    fn render<V: Serialize>(&self, template: &str, view: &V) -> Result<String, TemplateError> {
        let mut context = Context::from_serialize(view).map_err(|e| error(template, &e))?;
        context.insert("t", &self.words);
        let mut page = Page::default();
        self.runner.render_to(template, &context, &mut page).map_err(|e| error(template, &e))?;
        String::from_utf8(page.bytes).map_err(|_| TemplateError {
            template: template.to_owned(),
            line: None,
            detail: "not UTF-8".to_owned(),
        })
    }

    fn share<V: Serialize>(&self, part: &V) -> Shared {
        Shared::Tera(Value::from_serializable(part))
    }
}

/// A page while it is written.
#[derive(Default)]
struct Page {
    bytes: Vec<u8>,
}

impl Write for Page {
    fn write(&mut self, more: &[u8]) -> io::Result<usize> {
        if self.bytes.len() + more.len() > LIMIT {
            return Err(io::ErrorKind::FileTooLarge.into());
        }
        self.bytes.extend_from_slice(more);
        Ok(more.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

fn error(template: &str, error: &Error) -> TemplateError {
    let (ErrorKind::SyntaxError(report) | ErrorKind::RenderingError(report)) = error.kind() else {
        return TemplateError { template: template.to_owned(), line: None, detail: error.to_string() };
    };
    TemplateError {
        template: report.filename().to_owned(),
        line: Some(report.span().start_line),
        detail: report.message().to_owned(),
    }
}

/// `tr(id="overdue-n", n=3)`
fn translate(strings: &Catalog, args: &Kwargs) -> TeraResult<Value> {
    let id: &str = args.must_get("id")?;
    let given = args.iter().filter_map(|(name, value)| Some((name.as_str()?.to_owned(), value)));
    let values = given.filter(|(name, _)| name != "id").map(|(name, value)| (name, argument(value)));
    strings::translate(strings, id, values)
        .map(Value::from)
        .ok_or_else(|| Error::message(format!("no string {id}")))
}

fn long(day: &Value, lang: Lang) -> TeraResult<Value> {
    let iso = day.as_map().and_then(|map| map.get(&Key::Str("iso")));
    let words = iso.and_then(Value::as_str).and_then(|iso| strings::long_of(iso, lang));
    words.map(Value::from).ok_or_else(|| Error::message(format!("no day: {day}")))
}

fn argument(value: &Value) -> FluentValue<'static> {
    match value.as_i64() {
        Some(n) => FluentValue::from(n),
        None => FluentValue::from(value.to_string()),
    }
}
