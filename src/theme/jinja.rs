//! Templates of minijinja: strict about undefined names, unable to read files, and stopped when they run away.

use std::collections::BTreeMap;
use std::sync::Arc;

use fluent_bundle::FluentValue;
use minijinja::syntax::SyntaxConfig;
use minijinja::value::{Kwargs, Serde, Value};
use minijinja::{AutoEscape, Environment, Error, ErrorKind, Output, State, UndefinedBehavior};
use serde::Serialize;

use super::jinja_faults::NO_STRING;
use super::{Engine, Shared, TemplateError, fixed, jinja_faults, strings};
use crate::lang::{Catalog, Lang};
use crate::md::escape::escape_into;

/// Steps of one page. A notice of ten thousand issues takes a tenth of it; a loop that never ends stops here.
const FUEL: u64 = 10_000_000;

/// The templates of one theme.
pub struct Jinja {
    /// With strings written out, which is quicker.
    quick: Environment<'static>,
    /// As the theme has them: what is at fault is told in its own words.
    own: Environment<'static>,
}

impl Jinja {
    /// Compiles the templates; gives every one that does not parse. `plain` are the ids of strings that take no argument.
    pub fn new(
        templates: Vec<(String, String)>,
        strings: Catalog,
        plain: &[String],
    ) -> Result<Self, Vec<TemplateError>> {
        let words = strings::words(&strings, plain);
        let strings = Arc::new(strings);
        let own = compiled(templates.clone(), &strings, &words)?;
        let quick = compiled(fixed::written_out(templates, &words), &strings, &words)?;
        Ok(Self { quick, own })
    }
}

fn compiled(
    templates: Vec<(String, String)>,
    strings: &Arc<Catalog>,
    words: &BTreeMap<String, String>,
) -> Result<Environment<'static>, Vec<TemplateError>> {
    let mut env = environment(strings, words);
    let mut faults = Vec::new();
    for (name, source) in templates {
        if let Err(error) = env.add_template_owned(name.clone(), source) {
            faults.push(jinja_faults::of(&name, &error));
        }
    }
    if faults.is_empty() { Ok(env) } else { Err(faults) }
}

fn environment(strings: &Arc<Catalog>, words: &BTreeMap<String, String>) -> Environment<'static> {
    let mut env = Environment::new();
    // What it adds to its errors in a debug build would make messages differ from one build to the other.
    env.set_debug(false);
    env.set_undefined_behavior(UndefinedBehavior::Strict);
    env.set_fuel(Some(FUEL));
    if let Ok(syntax) = SyntaxConfig::builder().trim_blocks(true).lstrip_blocks(true).build() {
        env.set_syntax(syntax);
    }
    env.set_formatter(escape);
    env.add_global("t", Value::from(words.clone()));
    let lang = strings.lang();
    env.add_filter("long", move |day: Value| long(&day, lang));
    let strings = Arc::clone(strings);
    env.add_function("tr", move |id: String, args: Kwargs| translate(&strings, &id, &args));
    env
}

impl Engine for Jinja {
    fn render<V: Serialize>(&self, template: &str, view: &V) -> Result<String, TemplateError> {
        let quick = self.quick.get_template(template).and_then(|t| t.render(Serde(view)));
        quick.or_else(|_| {
            let own = self.own.get_template(template).and_then(|t| t.render(Serde(view)));
            own.map_err(|error| jinja_faults::of(template, &error))
        })
    }

    fn share<V: Serialize>(&self, part: &V) -> Shared {
        Shared::Jinja(Value::from(Serde(part)))
    }
}

fn translate(strings: &Catalog, id: &str, args: &Kwargs) -> Result<String, Error> {
    let mut values = Vec::new();
    for name in args.args() {
        values.push((name.to_owned(), argument(args.get(name)?)));
    }
    let missing = || Error::new(ErrorKind::UndefinedError, format!("{NO_STRING}{id}"));
    strings::translate(strings, id, values.into_iter()).ok_or_else(missing)
}

fn long(day: &Value, lang: Lang) -> Result<String, Error> {
    let iso = day.get_attr("iso")?;
    let words = iso.as_str().and_then(|iso| strings::long_of(iso, lang));
    words.ok_or_else(|| Error::new(ErrorKind::InvalidOperation, format!("no day: {day}")))
}

fn argument(value: Value) -> FluentValue<'static> {
    match i64::try_from(value.clone()) {
        Ok(n) => FluentValue::from(n),
        Err(_) => FluentValue::from(value.to_string()),
    }
}

/// Escapes what HTML needs and no more: the engine's own also writes `/` as a reference, which makes pages larger.
fn escape(out: &mut Output<'_>, state: &mut State<'_, '_>, value: &Value) -> Result<(), Error> {
    if value.is_undefined() {
        return Err(Error::from(ErrorKind::UndefinedError));
    }
    if value.is_none() {
        return Ok(());
    }
    let as_is = value.is_safe() || matches!(state.auto_escape(), AutoEscape::None);
    match value.as_str() {
        Some(text) if as_is => out.write_str(text)?,
        Some(text) => escape_into(out, text)?,
        None if as_is => out.write_str(&value.to_string())?,
        None => escape_into(out, &value.to_string())?,
    }
    Ok(())
}
