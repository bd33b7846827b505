//! `site.yaml` into settings and units.

use super::fields::{Fields, suggestion, wrong_type};
use super::issue::{id, unique};
use super::tree::Tree;
use crate::diag::Diagnostic;
use crate::lang::Msg;
use crate::model::{Contact, Links, Settings, Unit, UnitId, ids};

/// Decodes the settings of a site.
pub fn decode(tree: &Tree, out: &mut Vec<Diagnostic>) -> Option<(Settings, Vec<Unit>)> {
    let mut f = Fields::open(tree, "site", out)?;
    format(&mut f, out);
    let settings = Settings {
        title: f.required("title", out),
        base_url: base_url(&mut f, out),
        language: f.text("language", out).unwrap_or_else(|| "zh-CN".to_owned()),
        theme: theme(&mut f, out),
        links: links(&mut f, out),
        contact: f.tree("contact").and_then(|t| contact(t, out)),
        site_id: f.text("site_id", out),
        icp: f.text("icp", out),
        police_record: f.text("police_record", out),
    };
    let units: Vec<Unit> = f.list("units", out).iter().filter_map(|t| unit(t, out)).collect();
    unique(units.iter().map(|u| (u.id.as_str(), u.span)), out);
    f.close(out);
    Some((settings, units))
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

fn format(f: &mut Fields<'_>, out: &mut Vec<Diagnostic>) {
    match f.scalar("format", "want-number", out) {
        Some(("1", _)) => {}
        Some((text, span)) => {
            let message = Msg::new("load-format").with("text", text);
            out.push(
                Diagnostic::error("format", span, message)
                    .hint(Msg::new("load-write-so").with("text", "format: 1")),
            );
        }
        None => f.missing("format", out),
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

fn unit(tree: &Tree, out: &mut Vec<Diagnostic>) -> Option<Unit> {
    let mut f = Fields::open(tree, "units", out)?;
    let (id, span) = id(&mut f, out);
    let name = f.required("name", out);
    let aliases = f.texts("aliases", out).into_iter().map(|(t, _)| t.to_owned()).collect();
    f.close(out);
    Some(Unit { id: UnitId(id), name, aliases, span })
}
