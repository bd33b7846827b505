//! A notice into its folder: `notice.yaml`, prose, and one file an issue.

use chrono::NaiveDate;

use super::issue::{self, waivers};
use super::yaml::{quoted, scalar};
use crate::model::{
    Contact, Inspection, Layout, Node, Notice, Numbering, Pattern, Prose, Redaction, RestartAt, SignOff,
    Signature, TitleBreak, Withdrawal,
};
use crate::zh::date_form::DateForm;

/// The files of a notice, by path in the content folder. Paths of issues and prose are those the model carries.
pub fn notice_files(notice: &Notice) -> Vec<(String, Vec<u8>)> {
    let folder = format!("notices/{}", notice.slug);
    let mut files = vec![(format!("{folder}/notice.yaml"), head(notice).into_bytes())];
    let prose = notice.nodes().into_iter().flat_map(|n| n.text.iter().chain(&n.closing));
    for prose in notice.opening.iter().chain(prose).chain(&notice.closing).chain(&notice.postscript) {
        files.push((prose.path.clone(), prose.text.clone().into_bytes()));
    }
    files.extend(notice.issues.iter().map(|i| (i.path.clone(), issue::file(i).into_bytes())));
    files
}

fn head(notice: &Notice) -> String {
    let mut out = String::new();
    line(&mut out, 0, "title", &notice.title);
    line(&mut out, 0, "issuer", &notice.issuer);
    out.push_str(&format!("date: {}\n", notice.date));
    if let Some(at) = notice.published {
        out.push_str(&format!("published: {}\n", at.format("%Y-%m-%d %H:%M")));
    }
    if let Some(i) = &notice.inspection {
        inspection(&mut out, i);
    }
    day(&mut out, 0, "period_ends", notice.period_ends);
    day(&mut out, 0, "next_update_due", notice.next_update_due);
    day(&mut out, 0, "public_until", notice.public_until);
    if let Some(c) = &notice.contact {
        contact(&mut out, c);
    }
    if let Some(s) = &notice.sign_off {
        sign_off(&mut out, s);
    }
    waivers(&mut out, 0, &notice.allow);
    numbering(&mut out, &notice.numbering);
    layout(&mut out, &notice.layout);
    prose(&mut out, 0, "opening", notice.opening.as_ref());
    if !notice.outline.is_empty() {
        out.push_str("outline:\n");
    }
    for node in &notice.outline {
        outline(&mut out, 2, node);
    }
    prose(&mut out, 0, "closing", notice.closing.as_ref());
    prose(&mut out, 0, "postscript", notice.postscript.as_ref());
    withdrawn(&mut out, &notice.withdrawn);
    if !notice.redactions.is_empty() {
        out.push_str("redactions:\n");
    }
    notice.redactions.iter().for_each(|r| out.push_str(&format!("  - {}\n", redaction(r))));
    out
}

fn withdrawn(out: &mut String, all: &[Withdrawal]) {
    if !all.is_empty() {
        out.push_str("withdrawn:\n");
    }
    for Withdrawal { issue, measure, update, on, why, span: _ } in all {
        out.push_str(&format!("  - issue: {}\n", scalar(issue.as_str())));
        optional(out, 4, "measure", measure.as_ref().map(|m| m.as_str()));
        optional(out, 4, "update", update.as_deref());
        day(out, 4, "on", Some(*on));
        line(out, 4, "why", why);
    }
}

/// A redaction on one line, in braces.
pub(super) fn redaction(r: &Redaction) -> String {
    let Redaction { on, kind, by, places } = r;
    let places: Vec<String> = places.iter().map(|p| scalar(p)).collect();
    format!("{{on: {on}, kind: {}, by: {}, places: [{}]}}", kind.key(), scalar(by), places.join(", "))
}

pub(super) fn line(out: &mut String, indent: usize, key: &str, text: &str) {
    out.push_str(&format!("{}{key}: {}\n", " ".repeat(indent), scalar(text)));
}

pub(super) fn optional(out: &mut String, indent: usize, key: &str, text: Option<&str>) {
    if let Some(text) = text {
        line(out, indent, key, text);
    }
}

pub(super) fn day(out: &mut String, indent: usize, key: &str, date: Option<NaiveDate>) {
    if let Some(date) = date {
        out.push_str(&format!("{}{key}: {date}\n", " ".repeat(indent)));
    }
}

fn prose(out: &mut String, indent: usize, key: &str, prose: Option<&Prose>) {
    optional(out, indent, key, prose.and_then(|p| p.path.rsplit('/').next()));
}

fn inspection(out: &mut String, i: &Inspection) {
    out.push_str("inspection:\n");
    line(out, 2, "by", &i.by);
    for (key, date) in [("from", i.from), ("to", i.to), ("feedback", i.feedback)] {
        day(out, 2, key, date);
    }
}

fn sign_off(out: &mut String, s: &SignOff) {
    out.push_str("sign_off:\n");
    optional(out, 2, "digest", s.digest.as_deref());
    if !s.by.is_empty() {
        out.push_str("  by:\n");
    }
    for Signature { role, post, on, span: _ } in &s.by {
        out.push_str(&format!("    - role: {}\n      post: {}\n", scalar(role), scalar(post)));
        day(out, 6, "on", *on);
    }
}

/// The contact, as it stands in `notice.yaml` and `site.yaml`.
pub(super) fn contact(out: &mut String, c: &Contact) {
    let fields = [
        ("phone", &c.phone),
        ("address", &c.address),
        ("email", &c.email),
        ("postcode", &c.postcode),
        ("hours", &c.hours),
    ];
    out.push_str("contact:\n");
    for (key, value) in fields {
        optional(out, 2, key, value.as_deref());
    }
}

fn numbering(out: &mut String, n: &Numbering) {
    out.push_str("numbering:\n");
    let patterns = [
        ("part", &n.part),
        ("section", &n.section),
        ("topic", &n.topic),
        ("issue", &n.issue),
        ("measure", &n.measure),
    ];
    for (key, pattern) in patterns {
        let source = pattern.as_ref().map(Pattern::source).unwrap_or_default();
        out.push_str(&format!("  {key}: {}\n", quoted(&source)));
    }
    out.push_str(&format!("  label: {}\n", quoted(&n.label)));
    if n.label_inline {
        out.push_str("  label_inline: true\n");
    }
    if !n.completion.is_empty() {
        out.push_str(&format!("  completion: {}\n", quoted(&n.completion)));
    }
    let word = |at| if at == RestartAt::Never { "never" } else { "parent" };
    let r = n.restart;
    out.push_str(&format!(
        "  restart: {{section: {}, topic: {}, issue: {}, measure: {}}}\n",
        word(r.section),
        word(r.topic),
        word(r.issue),
        word(r.measure)
    ));
}

/// The number of ideographic spaces, or the very characters.
fn spaces(indent: &str) -> String {
    let count = indent.chars().count();
    let counts = count <= 20 && indent.chars().all(|c| c == '\u{3000}');
    if counts { count.to_string() } else { quoted(indent) }
}

fn layout(out: &mut String, l: &Layout) {
    out.push_str("layout:\n");
    let indent = spaces(&l.indent);
    out.push_str(&format!(
        "  title: {}\n  indent: {indent}\n  blank_lines: {}\n  final_newline: {}\n  signature: {}\n",
        l.title, l.blank_lines, l.final_newline, l.signature
    ));
    for (key, n) in l.own_blank_lines() {
        out.push_str(&format!("  {key}: {n}\n"));
    }
    let before = [
        ("title_indent", &l.title_indent),
        ("signature_indent", &l.signature_indent),
        ("date_indent", &l.date_indent),
    ];
    for (key, text) in before.into_iter().filter(|(_, t)| !t.is_empty()) {
        out.push_str(&format!("  {key}: {}\n", quoted(text)));
    }
    if !l.title_breaks.is_empty() {
        out.push_str("  title_breaks:\n");
    }
    for TitleBreak { after, indent } in &l.title_breaks {
        out.push_str(&format!("    - {{after: {after}, indent: {}}}\n", spaces(indent)));
    }
    if l.sealed {
        out.push_str("  sealed: true\n");
    }
    if l.date_form != DateForm::default() {
        out.push_str(&format!("  date_form: {}\n", quoted(l.date_form.source())));
    }
}

fn outline(out: &mut String, indent: usize, node: &Node) {
    out.push_str(&format!("{}- id: {}\n", " ".repeat(indent), node.id));
    let inner = indent + 2;
    if let Some(n) = node.number {
        out.push_str(&format!("{}number: {n}\n", " ".repeat(inner)));
    }
    line(out, inner, "heading", &node.heading);
    if !node.printed {
        out.push_str(&format!("{}printed: no\n", " ".repeat(inner)));
    }
    prose(out, inner, "text", node.text.as_ref());
    for (level, key) in [(crate::model::Level::Section, "sections"), (crate::model::Level::Topic, "topics")] {
        let mut children = node.children.iter().filter(|c| c.level == level).peekable();
        if children.peek().is_some() {
            out.push_str(&format!("{}{key}:\n", " ".repeat(inner)));
        }
        for child in children {
            outline(out, inner + 2, child);
        }
    }
    prose(out, inner, "closing", node.closing.as_ref());
}
