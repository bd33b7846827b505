//! What an edition holds: every public word of a notice, as JSON with the keys of the content files, and its digest.
//!
//! A field that is not written is left out, so that a field that later versions add changes no digest of before.

use std::collections::BTreeSet;

use serde_json::{Map, Value, json};
use sha2::{Digest, Sha256};

use super::{layout as laid_out, translated};
use crate::model::{
    CloseOut, Contact, Evidence, Extension, Inspection, Issue, Level, LookBack, Measure, Node, Notice,
    Numbering, Pattern, Prose, Redaction, Reopening, Restart, RestartAt, Unit, Update, Withdrawal,
};

/// The record of a notice: its fields, its prose, its issues, and the units that they name.
pub fn record(notice: &Notice, units: &[Unit]) -> Value {
    let mut out = json!({
        "slug": notice.slug,
        "notice": head(notice),
        "prose": prose(notice),
        "issues": notice.issues.iter().map(file).collect::<Vec<_>>(),
        "units": named(notice, units).map(unit).collect::<Vec<_>>(),
    });
    // Left out where there is none, so that records of before keep their digest.
    if let Some(words) = translated::translations(notice) {
        out["translations"] = words;
    }
    out
}

/// SHA-256, in hex, of the canonical form of a record (RFC 8785).
pub fn digest(record: &Value) -> String {
    // A record holds text, truth values and lists alone, all of which have a canonical form.
    let canonical = serde_json_canonicalizer::to_vec(record).unwrap_or_default();
    Sha256::digest(canonical).iter().map(|byte| format!("{byte:02x}")).collect()
}

/// The units that a notice names, in the order of the site.
pub fn named<'u>(notice: &Notice, units: &'u [Unit]) -> impl Iterator<Item = &'u Unit> {
    let measures = notice.issues.iter().flat_map(|i| &i.measures);
    let ids: BTreeSet<_> = measures.flat_map(|m| m.unit.iter().chain(&m.with)).cloned().collect();
    units.iter().filter(move |u| ids.contains(&u.id))
}

/// A mapping to which only what is written is added.
pub(super) struct Fields(Map<String, Value>);

impl Fields {
    pub(super) fn new() -> Self {
        Self(Map::new())
    }

    pub(super) fn set(mut self, key: &str, value: impl Into<Value>) -> Self {
        self.0.insert(key.to_owned(), value.into());
        self
    }

    pub(super) fn text(self, key: &str, value: Option<impl ToString>) -> Self {
        match value {
            Some(value) => self.set(key, value.to_string()),
            None => self,
        }
    }

    pub(super) fn map(self, key: &str, value: Option<Value>) -> Self {
        match value {
            Some(value) => self.set(key, value),
            None => self,
        }
    }

    pub(super) fn list(self, key: &str, items: Vec<Value>) -> Self {
        if items.is_empty() { self } else { self.set(key, items) }
    }

    pub(super) fn done(self) -> Value {
        Value::Object(self.0)
    }
}

fn head(notice: &Notice) -> Value {
    let Notice {
        slug: _,
        title,
        issuer,
        date,
        published,
        inspection,
        period_ends,
        next_update_due,
        public_until,
        contact,
        sign_off: _,
        numbering,
        layout,
        opening,
        outline,
        closing,
        postscript,
        issues: _,
        editions: _,
        redactions,
        attachments: _,
        translations: _,
        withdrawn,
        allow: _,
        span: _,
    } = notice;
    Fields::new()
        .set("title", title.as_str())
        .set("issuer", issuer.as_str())
        .text("date", Some(date))
        .text("published", published.map(|t| t.format("%Y-%m-%d %H:%M")))
        .map("inspection", inspection.as_ref().map(self::inspection))
        .text("period_ends", *period_ends)
        .text("next_update_due", *next_update_due)
        .text("public_until", *public_until)
        .map("contact", contact.as_ref().map(self::contact))
        .set("numbering", self::numbering(numbering))
        .set("layout", laid_out::layout(layout))
        .text("opening", opening.as_ref().map(name))
        .list("outline", outline.iter().map(node).collect())
        .text("closing", closing.as_ref().map(name))
        .text("postscript", postscript.as_ref().map(name))
        .list("redactions", redactions.iter().map(redaction).collect())
        .list("withdrawn", withdrawn.iter().map(withdrawal).collect())
        .done()
}

fn withdrawal(w: &Withdrawal) -> Value {
    let Withdrawal { issue, measure, update, on, why, span: _ } = w;
    Fields::new()
        .set("issue", issue.as_str())
        .text("measure", measure.as_ref())
        .text("update", update.as_ref())
        .text("on", Some(on))
        .set("why", why.as_str())
        .done()
}

fn redaction(r: &Redaction) -> Value {
    let Redaction { on, kind, by, places } = r;
    json!({"on": on.to_string(), "kind": kind.key(), "by": by, "places": places})
}

/// The name of a prose file within the notice's folder.
fn name(prose: &Prose) -> &str {
    prose.path.rsplit('/').next().unwrap_or(&prose.path)
}

fn prose(notice: &Notice) -> Value {
    let nodes = notice.nodes();
    let all = nodes.iter().flat_map(|n| n.text.iter().chain(&n.closing));
    let all = notice.opening.iter().chain(all).chain(&notice.closing).chain(&notice.postscript);
    all.fold(Fields::new(), |fields, p| fields.set(name(p), p.text.as_str())).done()
}

fn inspection(i: &Inspection) -> Value {
    let Inspection { by, from, to, feedback } = i;
    Fields::new()
        .set("by", by.as_str())
        .text("from", *from)
        .text("to", *to)
        .text("feedback", *feedback)
        .done()
}

pub(super) fn contact(c: &Contact) -> Value {
    let Contact { phone, address, email, postcode, hours } = c;
    let fields =
        [("phone", phone), ("address", address), ("email", email), ("postcode", postcode), ("hours", hours)];
    fields.into_iter().fold(Fields::new(), |f, (key, value)| f.text(key, value.as_ref())).done()
}

pub(super) fn numbering(n: &Numbering) -> Value {
    let Numbering { part, section, topic, issue, label, label_inline, measure, completion, restart } = n;
    let patterns =
        [("part", part), ("section", section), ("topic", topic), ("issue", issue), ("measure", measure)];
    let fields = patterns
        .into_iter()
        .fold(Fields::new(), |f, (key, pattern)| f.text(key, pattern.as_ref().map(Pattern::source)));
    fields
        .set("label", label.as_str())
        .set("label_inline", *label_inline)
        .set("completion", completion.as_str())
        .set("restart", self::restart(restart))
        .done()
}

fn restart(r: &Restart) -> Value {
    let Restart { section, topic, issue, measure } = r;
    let word = |at: &RestartAt| if *at == RestartAt::Never { "never" } else { "parent" };
    json!({"section": word(section), "topic": word(topic), "issue": word(issue), "measure": word(measure)})
}

fn node(n: &Node) -> Value {
    let Node { id, level: _, heading, number, printed, text, closing, children, span: _ } = n;
    let at = |level| children.iter().filter(|c| c.level == level).map(node).collect();
    Fields::new()
        .set("id", id.as_str())
        .set("heading", heading.as_str())
        .text("number", *number)
        .text("printed", (!printed).then_some(false))
        .text("text", text.as_ref().map(name))
        .list("sections", at(Level::Section))
        .list("topics", at(Level::Topic))
        .text("closing", closing.as_ref().map(name))
        .done()
}

/// An issue with the name of its file, on which its place among others depends.
fn file(issue: &Issue) -> Value {
    let file = issue.path.rsplit('/').next().unwrap_or(&issue.path);
    Fields::new().set("file", file).set("fields", self::issue(issue)).text("body", issue.body.as_ref()).done()
}

fn issue(i: &Issue) -> Value {
    let Issue {
        id,
        title,
        under,
        number,
        original,
        goal,
        lead,
        due,
        extensions,
        text,
        label,
        label_inline,
        completion,
        measures,
        closed,
        reopened,
        look_back,
        recurs_from,
        aliases,
        body: _,
        allow: _,
        path: _,
        span: _,
    } = i;
    Fields::new()
        .set("id", id.as_str())
        .set("title", title.as_str())
        .set("under", under.as_str())
        .text("number", *number)
        .text("original", original.as_ref())
        .text("goal", goal.as_ref())
        .text("lead", lead.as_ref())
        .text("due", *due)
        .list("extensions", extensions.iter().map(extension).collect())
        .text("text", text.as_ref())
        .text("label", label.as_ref())
        .map("label_inline", label_inline.map(Value::from))
        .text("completion", completion.as_ref())
        .list("measures", measures.iter().map(measure).collect())
        .map("closed", closings(closed))
        .list("reopened", reopened.iter().map(reopening).collect())
        .list("look_back", look_back.iter().map(self::look_back).collect())
        .text("recurs_from", recurs_from.as_ref().map(|r| format!("{}/{}", r.notice, r.issue)))
        .list("aliases", aliases.iter().map(|a| Value::from(a.id.as_str())).collect())
        .done()
}

fn extension(e: &Extension) -> Value {
    let Extension { on, to, why } = e;
    json!({"on": on.to_string(), "to": to.to_string(), "why": why})
}

/// One stands by itself, as it did before there could be several, so that editions of before keep their digest.
fn closings(all: &[CloseOut]) -> Option<Value> {
    match all {
        [] => None,
        [one] => Some(closed(one)),
        several => Some(Value::from(several.iter().map(closed).collect::<Vec<_>>())),
    }
}

fn closed(c: &CloseOut) -> Value {
    let CloseOut { date, by, document } = c;
    Fields::new().text("date", Some(date)).text("by", by.as_ref()).text("document", document.as_ref()).done()
}

fn reopening(r: &Reopening) -> Value {
    let Reopening { on, why } = r;
    json!({"on": on.to_string(), "why": why})
}

fn look_back(l: &LookBack) -> Value {
    let LookBack { date, by, finding, result } = l;
    Fields::new()
        .text("date", Some(date))
        .text("by", by.as_ref())
        .text("finding", finding.as_ref())
        .set("result", result.key())
        .done()
}

fn measure(m: &Measure) -> Value {
    let Measure {
        id,
        unit,
        with,
        text,
        runs_on,
        number,
        status,
        status_words,
        status_from_wording,
        updates,
        allow: _,
        span: _,
    } = m;
    Fields::new()
        .set("id", id.as_str())
        .text("unit", unit.as_ref())
        .list("with", with.iter().map(|u| Value::from(u.as_str())).collect())
        .set("text", text.as_str())
        .map("runs_on", runs_on.then_some(Value::from(true)))
        .text("number", *number)
        // What was only inferred is not yet public: a person has not confirmed it.
        .text("status", status.filter(|_| !status_from_wording).map(|s| status_words.unwrap_or(s.key())))
        .list("updates", updates.iter().map(update).collect())
        .done()
}

fn update(u: &Update) -> Value {
    let Update { id, date, status, status_words, text, evidence, corrects, reason, minor, hide_old } = u;
    Fields::new()
        .set("id", id.as_str())
        .text("date", Some(date))
        .text("status", status.map(|s| status_words.unwrap_or(s.key())))
        .text("text", text.as_ref())
        .text("corrects", corrects.as_ref())
        .text("reason", reason.as_ref())
        .map("minor", minor.then_some(Value::from(true)))
        .map("show_old", hide_old.then_some(Value::from(false)))
        .list("evidence", evidence.iter().map(proof).collect())
        .done()
}

/// A title alone stays a plain text, so that editions of before keep their digest.
fn proof(e: &Evidence) -> Value {
    match &e.file {
        None => Value::from(e.title.as_str()),
        Some(file) => Fields::new().set("title", e.title.as_str()).set("file", file.as_str()).done(),
    }
}

fn unit(u: &Unit) -> Value {
    let Unit { id, name, aliases, span: _ } = u;
    Fields::new()
        .set("id", id.as_str())
        .set("name", name.as_str())
        .list("aliases", aliases.iter().map(|a| Value::from(a.as_str())).collect())
        .done()
}
