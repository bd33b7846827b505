//! An issue into its file, and an entry into the lines of one.

use super::notice::{day, line, optional};
use super::yaml::{block, scalar};
use crate::model::{Evidence, Issue, IssueRef, LookBack, Measure, Reopening, Update, Waiver};

/// The text of its file.
pub fn file(i: &Issue) -> String {
    let markdown = i.path.ends_with(".md");
    let mut out = String::from(if markdown { "---\n" } else { "" });
    line(&mut out, 0, "id", i.id.as_str());
    line(&mut out, 0, "title", &i.title);
    line(&mut out, 0, "under", i.under.as_str());
    if let Some(n) = i.number {
        out.push_str(&format!("number: {n}\n"));
    }
    for (key, text) in [("original", &i.original), ("goal", &i.goal), ("lead", &i.lead)] {
        optional(&mut out, 0, key, text.as_deref());
    }
    day(&mut out, 0, "due", i.due);
    extensions(&mut out, i);
    if let Some(text) = &i.text {
        block(&mut out, 0, "text", text);
    }
    optional(&mut out, 0, "label", i.label.as_deref());
    if let Some(inline) = i.label_inline {
        out.push_str(&format!("label_inline: {inline}\n"));
    }
    optional(&mut out, 0, "completion", i.completion.as_deref());
    if !i.measures.is_empty() {
        out.push_str("measures:\n");
    }
    for m in &i.measures {
        measure(&mut out, m);
    }
    closed(&mut out, i);
    after(&mut out, i);
    waivers(&mut out, 0, &i.allow);
    if markdown {
        out.push_str("---\n");
        out.push_str(i.body.as_deref().unwrap_or_default());
    }
    out
}

fn extensions(out: &mut String, i: &Issue) {
    if !i.extensions.is_empty() {
        out.push_str("extensions:\n");
    }
    for e in &i.extensions {
        out.push_str(&format!("  - {{on: {}, to: {}, why: {}}}\n", e.on, e.to, scalar(&e.why)));
    }
}

fn closed(out: &mut String, i: &Issue) {
    if !i.closed.is_empty() {
        out.push_str("closed:\n");
    }
    for c in &i.closed {
        out.push_str(&format!("  - date: {}\n", c.date));
        optional(out, 4, "by", c.by.as_deref());
        optional(out, 4, "document", c.document.as_deref());
    }
}

fn after(out: &mut String, i: &Issue) {
    if !i.reopened.is_empty() {
        out.push_str("reopened:\n");
    }
    for Reopening { on, why } in &i.reopened {
        out.push_str(&format!("  - {{on: {on}, why: {}}}\n", scalar(why)));
    }
    if !i.look_back.is_empty() {
        out.push_str("look_back:\n");
    }
    for LookBack { date, by, finding, result } in &i.look_back {
        out.push_str(&format!("  - date: {date}\n"));
        optional(out, 4, "by", by.as_deref());
        optional(out, 4, "finding", finding.as_deref());
        line(out, 4, "result", result.key());
    }
    if let Some(IssueRef { notice, issue, span: _ }) = &i.recurs_from {
        out.push_str(&format!("recurs_from: {notice}/{issue}\n"));
    }
    if !i.aliases.is_empty() {
        let old: Vec<String> = i.aliases.iter().map(|a| scalar(a.id.as_str())).collect();
        out.push_str(&format!("aliases: [{}]\n", old.join(", ")));
    }
}

fn measure(out: &mut String, m: &Measure) {
    out.push_str(&format!("  - id: {}\n", m.id));
    if let Some(n) = m.number {
        out.push_str(&format!("    number: {n}\n"));
    }
    optional(out, 4, "unit", m.unit.as_ref().map(|u| u.as_str()));
    if !m.with.is_empty() {
        let with: Vec<&str> = m.with.iter().map(|u| u.as_str()).collect();
        out.push_str(&format!("    with: [{}]\n", with.join(", ")));
    }
    block(out, 4, "text", &m.text);
    if m.runs_on {
        out.push_str("    runs_on: true\n");
    }
    optional(out, 4, "status", m.status.map(|s| m.status_words.unwrap_or(s.key())));
    if m.status_from_wording {
        out.push_str("    status_basis: wording\n");
    }
    if !m.updates.is_empty() {
        out.push_str("    updates:\n");
    }
    m.updates.iter().for_each(|u| out.push_str(&update_block(u, 6)));
    waivers(out, 4, &m.allow);
}

/// Findings that may stand, in a record indented so far.
pub(super) fn waivers(out: &mut String, indent: usize, all: &[Waiver]) {
    let space = " ".repeat(indent);
    if !all.is_empty() {
        out.push_str(&format!("{space}allow:\n"));
    }
    for Waiver { rule, why, span: _ } in all {
        out.push_str(&format!("{space}  - {{rule: {}, why: {}}}\n", scalar(rule), scalar(why)));
    }
}

/// A measure over several lines, its dash under `indent` spaces.
pub fn measure_block(m: &Measure, indent: usize) -> String {
    const OWN: usize = 2;
    let mut out = String::new();
    measure(&mut out, m);
    let lines = out.lines().map(|line| format!("{}{}\n", " ".repeat(indent), &line[OWN..]));
    lines.collect()
}

/// An entry over several lines, its dash under `indent` spaces.
pub fn update_block(u: &Update, indent: usize) -> String {
    let Update { id, date, status, status_words, text, evidence, corrects, reason, minor, hide_old } = u;
    let inner = indent + 2;
    let mut out = format!("{}- id: {id}\n", " ".repeat(indent));
    day(&mut out, inner, "date", Some(*date));
    optional(&mut out, inner, "status", status.map(|s| status_words.unwrap_or(s.key())));
    optional(&mut out, inner, "corrects", corrects.as_deref());
    optional(&mut out, inner, "reason", reason.as_deref());
    optional(&mut out, inner, "text", text.as_deref());
    if !evidence.is_empty() {
        out.push_str(&format!("{}evidence: {}\n", " ".repeat(inner), flow_list(evidence)));
    }
    if *minor {
        out.push_str(&format!("{}minor: true\n", " ".repeat(inner)));
    }
    if *hide_old {
        out.push_str(&format!("{}show_old: no\n", " ".repeat(inner)));
    }
    out
}

/// An entry on one line, in braces.
pub fn update_flow(u: &Update) -> String {
    let Update { id, date, status, status_words, text, evidence, corrects, reason, minor, hide_old } = u;
    let mut fields = vec![format!("id: {id}"), format!("date: {date}")];
    fields.extend(status.map(|s| format!("status: {}", status_words.unwrap_or(s.key()))));
    let texts = [("corrects", corrects), ("reason", reason), ("text", text)];
    fields.extend(texts.into_iter().filter_map(|(key, t)| Some(format!("{key}: {}", scalar(t.as_ref()?)))));
    if !evidence.is_empty() {
        fields.push(format!("evidence: {}", flow_list(evidence)));
    }
    if *minor {
        fields.push("minor: true".to_owned());
    }
    if *hide_old {
        fields.push("show_old: no".to_owned());
    }
    format!("{{{}}}", fields.join(", "))
}

fn flow_list(evidence: &[Evidence]) -> String {
    let list: Vec<String> = evidence.iter().map(proof).collect();
    format!("[{}]", list.join(", "))
}

fn proof(e: &Evidence) -> String {
    match &e.file {
        None => scalar(&e.title),
        Some(file) => format!("{{title: {}, file: {file}}}", scalar(&e.title)),
    }
}
