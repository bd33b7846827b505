//! Templates of tera: no files are read, an unknown name is an error, and a page that grows without end is stopped.

use std::collections::{BTreeMap, HashMap};
use std::io::{self, Write};
use std::sync::{Arc, Mutex, PoisonError};
use std::thread::{self, ThreadId};

use ::tera::value::Key;
use ::tera::{Context, Error, ErrorKind, Kwargs, State, Tera as Runner, TeraResult, Value};
use fluent_bundle::FluentValue;
use serde::Serialize;

use super::fault::Fault;
use super::tera_faults::{self, NO_STRING, TOO_FAR};
use super::{Engine, Shared, TemplateError, strings};
use crate::lang::{Catalog, Lang};
use crate::md::escape::escape;

/// Far more than the largest page, in bytes; a loop that never ends stops here.
const LIMIT: usize = 64 << 20;

/// How many numbers `range` may count out for one page: loops over the page's own data are as long as the record is, and
/// only loops over numbers can be longer.
const NUMBERS: u64 = 1_000_000;

/// The templates of one theme.
pub struct Tera {
    runner: Runner,
    words: BTreeMap<String, String>,
    counted: Arc<Counted>,
}

impl Tera {
    /// Compiles the templates; gives every one that is at fault. `plain` are the ids of strings that take no argument.
    pub fn new(
        templates: Vec<(String, String)>,
        strings: Catalog,
        plain: &[String],
    ) -> Result<Self, Vec<TemplateError>> {
        let words = strings::words(&strings, plain);
        let counted = Arc::new(Counted::default());
        let mut runner = Runner::new();
        runner.set_escape_fn(|text, out| out.write_all(escape(text).as_bytes()));
        let lang = strings.lang();
        runner.register_filter("long", move |day: &Value, _: Kwargs, _: &State<'_>| long(day, lang));
        runner.register_function("tr", move |args: Kwargs, _: &State<'_>| translate(&strings, &args));
        let count = Arc::clone(&counted);
        runner.register_function("range", move |args: Kwargs, _: &State<'_>| range(&args, &count));
        if let Err(error) = runner.add_raw_templates(templates.clone()) {
            return Err(faults(&error, &templates));
        }
        Ok(Self { runner, words, counted })
    }
}

/// Every template that does not parse by itself; where all do, what does not hold among them.
fn faults(error: &Error, templates: &[(String, String)]) -> Vec<TemplateError> {
    let alone = |(name, source): &(String, String)| {
        let error = Runner::new().add_raw_template(name, source).err()?;
        matches!(error.kind(), ErrorKind::SyntaxError(_)).then(|| tera_faults::of(name, &error))
    };
    let found: Vec<_> = templates.iter().filter_map(alone).collect();
    if found.is_empty() { tera_faults::unknown(error, templates) } else { found }
}

impl Engine for Tera {
    fn render<V: Serialize>(&self, template: &str, view: &V) -> Result<String, TemplateError> {
        let mut context = Context::from_serialize(view).map_err(|e| tera_faults::of(template, &e))?;
        context.insert("t", &self.words);
        let mut page = Page::default();
        let done = self.runner.render_to(template, &context, &mut page);
        self.counted.forget();
        done.map_err(|e| tera_faults::of(template, &e))?;
        String::from_utf8(page.bytes)
            .map_err(|_| TemplateError::of(template, Fault::Other("not UTF-8".to_owned())))
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

/// How many numbers each page has counted out so far. A page is rendered by one thread from beginning to end, which is how
/// a function of the engine knows the page: components see nothing of what the page was given.
#[derive(Default)]
struct Counted(Mutex<HashMap<ThreadId, u64>>);

impl Counted {
    /// Whether this page may count out so many more.
    fn allows(&self, more: u64) -> bool {
        let mut pages = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let page = pages.entry(thread::current().id()).or_default();
        *page = page.saturating_add(more);
        *page <= NUMBERS
    }

    /// The page of this thread is done.
    fn forget(&self) {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).remove(&thread::current().id());
    }
}

/// `range(end=3)`, `range(start=1, end=10, step_by=2)`, as the engine's own has it, within bounds.
fn range(args: &Kwargs, counted: &Counted) -> TeraResult<Vec<i64>> {
    let start = args.get::<i64>("start")?.unwrap_or_default();
    let end = args.must_get::<i64>("end")?;
    let step = args.get::<i64>("step_by")?.unwrap_or(1);
    if step == 0 {
        return Err(Error::message("`range` cannot count by steps of 0"));
    }
    let (low, high) = if step < 0 { (end, start) } else { (start, end) };
    let n = if high > low { high.abs_diff(low).div_ceil(step.unsigned_abs()) } else { 0 };
    if !counted.allows(n.max(1)) {
        return Err(Error::message(TOO_FAR));
    }
    Ok((0..n).map(|i| start.wrapping_add(step.wrapping_mul(i.cast_signed()))).collect())
}

/// `tr(id="overdue-n", n=3)`
fn translate(strings: &Catalog, args: &Kwargs) -> TeraResult<Value> {
    let id: &str = args.must_get("id")?;
    let given = args.iter().filter_map(|(name, value)| Some((name.as_str()?.to_owned(), value)));
    let values = given.filter(|(name, _)| name != "id").map(|(name, value)| (name, argument(value)));
    strings::translate(strings, id, values)
        .map(Value::from)
        .ok_or_else(|| Error::message(format!("{NO_STRING}{id}")))
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
