//! An issue file into an [`Issue`].

use std::collections::HashMap;

use chrono::NaiveDate;

use super::after;
use super::fields::{Fields, each, suggestion, wrong_type};
use super::known::Known;
use super::tree::{Tree, Value};
use super::update::{agree, updates};
use super::waiver::waivers;
use crate::diag::Diagnostic;
use crate::lang::Msg;
use crate::model::{Extension, Issue, IssueId, Measure, MeasureId, NodeId, Status, UnitId, ids};
use crate::text::Span;

/// Decodes an issue. `None` where it is not even a mapping.
pub fn decode(
    tree: &Tree,
    body: Option<String>,
    path: &str,
    known: &Known<'_>,
    out: &mut Vec<Diagnostic>,
) -> Option<Issue> {
    let mut f = Fields::open(tree, "issue", out)?;
    let (id, span) = id(&mut f, out);
    let due = f.date("due", out);
    let issue = Issue {
        id: IssueId(id),
        title: f.required("title", out),
        under: under(&mut f, known, out),
        number: f.number("number", 9999, out),
        original: f.text("original", out),
        goal: f.text("goal", out),
        lead: f.text("lead", out),
        due,
        extensions: extensions(&mut f, due, out),
        text: f.text("text", out).map(trim_block),
        label: f.text("label", out),
        label_inline: f.flag("label_inline", out),
        completion: f.text("completion", out),
        measures: measures(&mut f, known, out),
        closed: after::closings(&mut f, out),
        reopened: after::reopened(&mut f, out),
        look_back: after::look_back(&mut f, out),
        recurs_from: after::recurs_from(&mut f, out),
        aliases: after::aliases(&mut f, out),
        allow: waivers(&mut f, out),
        body,
        path: path.to_owned(),
        span,
    };
    f.close(out);
    Some(issue)
}

/// A required id: its text (empty where it is missing or wrong) and its place.
pub fn id(f: &mut Fields<'_>, out: &mut Vec<Diagnostic>) -> (String, Span) {
    f.need("id", out);
    let Some((text, span)) = f.scalar("id", "want-text", out) else {
        return (String::new(), f.span);
    };
    if !ids::is_valid(text) {
        let message = Msg::new("load-bad-id").with("id", text);
        out.push(Diagnostic::error("bad-id", span, message).hint(Msg::new("load-id-hint")));
    }
    (text.to_owned(), span)
}

/// Reports the second use of an id.
pub fn unique<'a>(found: impl Iterator<Item = (&'a str, Span)>, out: &mut Vec<Diagnostic>) {
    let mut seen: HashMap<&str, Span> = HashMap::new();
    for (id, span) in found.filter(|(id, _)| !id.is_empty()) {
        if let Some(first) = seen.get(id) {
            let message = Msg::new("load-duplicate-id").with("id", id);
            out.push(
                Diagnostic::error("duplicate-id", span, message).related(*first, Msg::new("load-first-here")),
            );
        } else {
            seen.insert(id, span);
        }
    }
}

fn under(f: &mut Fields<'_>, known: &Known<'_>, out: &mut Vec<Diagnostic>) -> NodeId {
    f.need("under", out);
    let Some((text, span)) = f.scalar("under", "want-text", out) else {
        return NodeId(String::new());
    };
    if let Some(nodes) = &known.nodes {
        nodes.refer("unknown-outline", "load-unknown-under", (text, span), out);
    }
    NodeId(text.to_owned())
}

/// Later deadlines; they need a first one and stand in the order in which they were granted.
fn extensions(f: &mut Fields<'_>, due: Option<NaiveDate>, out: &mut Vec<Diagnostic>) -> Vec<Extension> {
    let has_due = f.tree("due").is_some();
    let trees = f.list("extensions", out);
    let found: Vec<(Extension, Span)> = trees.iter().filter_map(|t| extension(t, out)).collect();
    if let Some(first) = trees.first().filter(|_| !has_due) {
        let found = Diagnostic::error("extensions", first.span, Msg::new("load-extension-no-due"));
        out.push(found.hint(Msg::new("load-extension-no-due-hint")));
    }
    in_order(found.iter().map(|(e, span)| (e.on, *span)), "extensions", "load-extensions-order", out);
    let mut before = due;
    for (e, span) in &found {
        if let Some(last) = before.filter(|last| e.to <= *last) {
            let message = Msg::new("load-extension-earlier").with("to", e.to.to_string());
            let hint = Msg::new("load-extension-earlier-hint").with("last", last.to_string());
            out.push(Diagnostic::error("extensions", *span, message).hint(hint));
        }
        before = Some(e.to);
    }
    found.into_iter().map(|(e, _)| e).collect()
}

fn extension(tree: &Tree, out: &mut Vec<Diagnostic>) -> Option<(Extension, Span)> {
    let mut f = Fields::open(tree, "extensions", out)?;
    let (on, to) = (f.required_date("on", out), f.required_date("to", out));
    let why = f.required("why", out);
    f.close(out);
    Some((Extension { on: on?, to: to?, why }, tree.span))
}

/// Notes each entry dated before the one above it.
pub fn in_order(
    entries: impl Iterator<Item = (NaiveDate, Span)>,
    code: &'static str,
    msg: &'static str,
    out: &mut Vec<Diagnostic>,
) {
    let mut last: Option<NaiveDate> = None;
    for (date, span) in entries {
        if let Some(before) = last.filter(|before| date < *before) {
            let message = Msg::new(msg).with("date", date.to_string()).with("before", before.to_string());
            out.push(Diagnostic::error(code, span, message).hint(Msg::new("load-order-hint")));
        }
        last = Some(date);
    }
}

fn measures(f: &mut Fields<'_>, known: &Known<'_>, out: &mut Vec<Diagnostic>) -> Vec<Measure> {
    let found = each(f.list("measures", out), |t| measure(t, known, out));
    unique(found.iter().map(|m| (m.id.as_str(), m.span)), out);
    found
}

fn measure(tree: &Tree, known: &Known<'_>, out: &mut Vec<Diagnostic>) -> Option<Measure> {
    let mut f = Fields::open(tree, "measures", out)?;
    let (id, span) = id(&mut f, out);
    let unit = f.scalar("unit", "want-text", out);
    let with = f.texts("with", out);
    if let Some(units) = known.units {
        unit.iter().chain(&with).for_each(|unit| {
            units.refer("unknown-unit", "load-unknown-unit", *unit, out);
        });
    }
    let text = trim_block(f.required("text", out));
    let runs_on = f.flag("runs_on", out).unwrap_or_default();
    let number = f.number("number", 99_999, out);
    let stated = status(&mut f, out);
    let status_from_wording = basis(&mut f, out);
    let updates = updates(&mut f, known, out);
    agree(stated.as_ref(), &updates, out);
    let allow = waivers(&mut f, out);
    f.close(out);
    Some(Measure {
        id: MeasureId(id),
        unit: unit.map(|(u, _)| UnitId(u.to_owned())),
        with: with.into_iter().map(|(u, _)| UnitId(u.to_owned())).collect(),
        text,
        runs_on,
        number,
        status: stated.as_ref().map(|s| s.status),
        status_words: stated.and_then(|s| s.words),
        status_from_wording,
        updates,
        allow,
        span,
    })
}

/// A block scalar ends with a line feed that belongs to YAML, not to the text.
pub fn trim_block(mut text: String) -> String {
    if text.ends_with('\n') {
        text.pop();
    }
    text
}

/// A status as it is stated, with its place.
pub struct Stated {
    /// The status.
    pub status: Status,
    /// The issuer's own word for it.
    pub words: Option<&'static str>,
    /// Where it is written.
    pub span: Span,
}

/// The status of a measure or of an entry.
pub fn status(f: &mut Fields<'_>, out: &mut Vec<Diagnostic>) -> Option<Stated> {
    let (text, span) = f.scalar("status", "want-text", out)?;
    let read = Status::read(text);
    if read.is_none() {
        let names = Status::ALL.into_iter().map(Status::name);
        let hint = suggestion(text, Status::ALL.into_iter().map(Status::key).chain(names));
        let message = Msg::new("load-unknown-status").with("text", text);
        out.push(Diagnostic::error("unknown-status", span, message).hint(hint));
    }
    read.map(|(status, words)| Stated { status, words, span })
}

fn basis(f: &mut Fields<'_>, out: &mut Vec<Diagnostic>) -> bool {
    match f.scalar("status_basis", "want-text", out) {
        Some(("wording", _)) => true,
        Some((_, span)) => {
            wrong_type("status_basis", "want-basis", span, out);
            false
        }
        None => false,
    }
}

/// Ids used twice, over the issues of one notice; an old id still has its address, so it is in use too.
pub fn unique_ids(issues: &[Issue], out: &mut Vec<Diagnostic>) {
    let old = issues.iter().flat_map(|i| &i.aliases).map(|a| (a.id.as_str(), a.span));
    unique(issues.iter().map(|i| (i.id.as_str(), i.span)).chain(old), out);
}

/// Whether a tree is empty: a file without content.
pub fn is_empty(tree: &Tree) -> bool {
    matches!(tree.value, Value::Null)
}
