//! `site.yaml` into settings and units.

use super::fields::{Fields, suggestion, wrong_type};
use super::issue::{id, unique};
use super::tree::{Key, Tree, Value};
use crate::diag::Diagnostic;
use crate::lang::{Lang, Msg};
use crate::model::{Check, CheckLevel, Contact, Document, Links, OpenData, Settings, Unit, UnitId, ids};
use crate::text::Span;

/// What `site.yaml` says.
pub struct Head {
    /// The settings.
    pub settings: Settings,
    /// The units.
    pub units: Vec<Unit>,
    /// Whether the list of units is whole, so that a unit that is not in it is unknown.
    pub all_units: bool,
}

/// Decodes `site.yaml`.
pub fn decode(tree: &Tree, out: &mut Vec<Diagnostic>) -> Option<Head> {
    let mut f = Fields::open(tree, "site", out)?;
    format(&mut f, out);
    let language = language(&mut f, out);
    let settings = Settings {
        title: f.required("title", out),
        base_url: base_url(&mut f, out),
        languages: languages(&language, &mut f, out),
        language,
        original: None,
        theme_span: f.scalar("theme", "want-text", &mut Vec::new()).map(|(_, span)| span),
        theme: theme(&mut f, out),
        links: links(&mut f, out),
        contact: f.tree("contact").and_then(|t| contact(t, out)),
        site_id: f.text("site_id", out),
        icp: f.text("icp", out),
        police_record: f.text("police_record", out),
        checks: f.map("checks", out).iter().filter_map(|(rule, level)| check(rule, level, out)).collect(),
        sign_off: roles(&mut f, out),
        documents: documents(&mut f, out),
        open_data: f.tree("open_data").and_then(|t| open_data(t, out)),
        phrases: None,
    };
    let before = out.len();
    let units: Vec<Unit> = f.list("units", out).iter().filter_map(|t| unit(t, out)).collect();
    unique(units.iter().map(|u| (u.id.as_str(), u.span)), out);
    f.close(out);
    Some(Head { settings, units, all_units: out.len() == before })
}

/// A language that there are strings for.
fn language(f: &mut Fields<'_>, out: &mut Vec<Diagnostic>) -> String {
    let Some((text, span)) = f.scalar("language", "want-text", out) else { return "zh-CN".to_owned() };
    if Lang::parse(text).is_none() {
        let found = Diagnostic::error("unknown-language", span, Msg::new("load-language").with("text", text));
        out.push(found.hint(Msg::new("load-known").list("names", ["zh-CN", "en"])));
    }
    text.to_owned()
}

/// The other languages of the site, each once and by its tag.
fn languages(own: &str, f: &mut Fields<'_>, out: &mut Vec<Diagnostic>) -> Vec<String> {
    let named = f.texts("languages", out);
    unique(named.iter().copied(), out);
    let own = Lang::parse(own).map(Lang::tag);
    let known = || Lang::ALL.into_iter().map(Lang::tag).filter(|tag| Some(*tag) != own);
    let mut all = Vec::new();
    for (text, span) in named {
        if known().any(|tag| tag == text) {
            all.push(text.to_owned());
        } else {
            let message = Msg::new("load-other-language").with("text", text);
            let found = Diagnostic::error("unknown-language", span, message);
            out.push(found.hint(Msg::new("load-known").list("names", known())));
        }
    }
    all
}

/// The roles that have to sign, each once.
fn roles(f: &mut Fields<'_>, out: &mut Vec<Diagnostic>) -> Vec<String> {
    let roles = f.texts("sign_off", out);
    unique(roles.iter().copied(), out);
    roles.into_iter().map(|(role, _)| role.to_owned()).collect()
}

/// The documents to publish, each once; the usual ones where nothing is written, none for `[]`.
fn documents(f: &mut Fields<'_>, out: &mut Vec<Diagnostic>) -> Vec<Document> {
    if f.tree("documents").is_none() {
        return Document::USUAL.to_vec();
    }
    let named = f.texts("documents", out);
    unique(named.iter().copied(), out);
    let read = |(text, span): (&str, Span)| {
        let found = Document::from_key(text);
        if found.is_none() {
            let message = Msg::new("load-unknown-document").with("text", text);
            let hint = suggestion(text, Document::ALL.into_iter().map(Document::key));
            out.push(Diagnostic::error("unknown-document", span, message).hint(hint));
        }
        if found == Some(Document::Pdf) && !cfg!(feature = "pdf") {
            let hint = Msg::new("load-no-typesetter-hint");
            out.push(Diagnostic::error("no-typesetter", span, Msg::new("load-no-typesetter")).hint(hint));
        }
        found
    };
    named.into_iter().filter_map(read).collect()
}

fn open_data(tree: &Tree, out: &mut Vec<Diagnostic>) -> Option<OpenData> {
    let mut f = Fields::open(tree, "open_data", out)?;
    let found = OpenData { licence: f.required("licence", out), licence_url: f.text("licence_url", out) };
    f.close(out);
    Some(found)
}

/// Decodes a contact.
pub fn contact(tree: &Tree, out: &mut Vec<Diagnostic>) -> Option<Contact> {
    let mut f = Fields::open(tree, "contact", out)?;
    let contact = Contact {
        phone: f.text("phone", out),
        address: f.text("address", out),
        email: f.text("email", out),
        postcode: f.text("postcode", out),
        hours: f.text("hours", out),
    };
    f.close(out);
    Some(contact)
}

/// The format of a file; there is one so far.
pub fn format(f: &mut Fields<'_>, out: &mut Vec<Diagnostic>) {
    f.need("format", out);
    match f.scalar("format", "want-number", out) {
        Some(("1", _)) => {}
        Some((text, span)) => {
            let message = Msg::new("load-format").with("text", text);
            out.push(
                Diagnostic::error("format", span, message)
                    .hint(Msg::new("load-write-so").with("text", "format: 1")),
            );
        }
        None => {}
    }
}

fn base_url(f: &mut Fields<'_>, out: &mut Vec<Diagnostic>) -> Option<String> {
    let (text, span) = f.scalar("base_url", "want-url", out)?;
    let host = text.strip_prefix("https://").or_else(|| text.strip_prefix("http://"));
    if host.is_none_or(|h| h.is_empty() || h.contains(char::is_whitespace)) {
        wrong_type("base_url", "want-url", span, out);
        return None;
    }
    Some(if text.ends_with('/') { text.to_owned() } else { format!("{text}/") })
}

/// A theme's name is a folder's name: `../` in it would lead out of `themes/`.
fn theme(f: &mut Fields<'_>, out: &mut Vec<Diagnostic>) -> String {
    let Some((name, span)) = f.scalar("theme", "want-text", out) else { return "civic".to_owned() };
    if !ids::is_valid(name) {
        let message = Msg::new("load-bad-id").with("id", name);
        out.push(Diagnostic::error("bad-id", span, message).hint(Msg::new("load-id-hint")));
    }
    name.to_owned()
}

fn links(f: &mut Fields<'_>, out: &mut Vec<Diagnostic>) -> Links {
    match f.scalar("links", "want-text", out) {
        None | Some(("folder", _)) => Links::Folder,
        Some(("file", _)) => Links::File,
        Some((text, span)) => {
            let hint = suggestion(text, ["folder", "file"].into_iter());
            out.push(
                Diagnostic::error("wrong-type", span, Msg::new("load-wrong-type").with("field", "links"))
                    .hint(hint),
            );
            Links::Folder
        }
    }
}

/// `rule: level`. Whether there is such a rule is for the checks to say.
fn check(rule: &Key, tree: &Tree, out: &mut Vec<Diagnostic>) -> Option<Check> {
    let levels = CheckLevel::ALL.into_iter().map(CheckLevel::key);
    let Value::Scalar(text) = &tree.value else {
        wrong_type(&rule.name, "want-level", tree.span, out);
        return None;
    };
    let level = CheckLevel::from_key(text);
    if level.is_none() {
        let message = Msg::new("load-unknown-level").with("text", &**text);
        out.push(
            Diagnostic::error("unknown-level", tree.span, message)
                .hint(Msg::new("load-known").list("names", levels)),
        );
    }
    level.map(|level| Check { rule: rule.name.to_string(), level, span: rule.span })
}

/// Decodes a unit.
pub fn unit(tree: &Tree, out: &mut Vec<Diagnostic>) -> Option<Unit> {
    let mut f = Fields::open(tree, "units", out)?;
    let (id, span) = id(&mut f, out);
    let name = f.required("name", out);
    let aliases = f.texts("aliases", out).into_iter().map(|(t, _)| t.to_owned()).collect();
    f.close(out);
    Some(Unit { id: UnitId(id), name, aliases, span })
}
