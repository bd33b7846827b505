//! What an edition holds of translations: by language, with the keys of the files that translate, in the order of the original.

use serde_json::{Map, Value, json};

use super::record::{Fields, contact, numbering};
use crate::model::translation::{EntryWords, IssueWords, MeasureWords, NoticeWords};
use crate::model::{Issue, Measure, Notice, Update};

/// The translations of a notice by language; `None` where there are no words in another.
pub fn translations(notice: &Notice) -> Option<Value> {
    let said = |words: &NoticeWords| Some((words.language.clone(), self::words(words, notice)?));
    let all: Map<String, Value> = notice.translations.iter().filter_map(said).collect();
    (!all.is_empty()).then_some(Value::Object(all))
}

fn words(w: &NoticeWords, notice: &Notice) -> Option<Value> {
    let NoticeWords {
        language: _,
        title,
        issuer,
        inspected_by,
        contact: whom,
        numbering: numbers,
        headings,
        prose,
        issues,
    } = w;
    let nodes = notice.nodes();
    let outline = nodes.iter().filter_map(|n| Some((n.id.as_str(), headings.get(&n.id)?.as_str())));
    let mut texts: Vec<_> = prose.iter().map(|(name, prose)| (name.as_str(), prose.text.as_str())).collect();
    texts.sort_unstable();
    let of_issues = notice.issues.iter().filter_map(|i| written(issue(issues.get(&i.id)?, i)));
    let by = Fields::new().text("by", inspected_by.as_ref()).done();
    let out = Fields::new()
        .text("title", title.as_ref())
        .text("issuer", issuer.as_ref())
        .map("contact", whom.as_ref().map(contact))
        .map("numbering", numbers.as_ref().map(numbering))
        .map("inspection", written(by))
        .map("outline", written(named(outline)))
        .map("prose", written(named(texts.into_iter())))
        .list("issues", of_issues.collect());
    written(out.done())
}

fn named<'t>(texts: impl Iterator<Item = (&'t str, &'t str)>) -> Value {
    texts.fold(Fields::new(), |fields, (name, text)| fields.set(name, text)).done()
}

/// A mapping in which something is written besides the id.
fn written(value: Value) -> Option<Value> {
    value.as_object().is_some_and(|map| map.keys().any(|key| key != "id")).then_some(value)
}

fn issue(w: &IssueWords, issue: &Issue) -> Value {
    let IssueWords {
        title,
        original,
        goal,
        lead,
        text,
        label,
        completion,
        body,
        measures,
        extensions,
        closed,
        reopened,
        look_back,
    } = w;
    let of_measures = issue.measures.iter().filter_map(|m| written(measure(measures.get(&m.id)?, m)));
    let pair = |(first, second): (&str, &str), (a, b): &(Option<String>, Option<String>)| {
        Fields::new().text(first, a.as_ref()).text(second, b.as_ref()).done()
    };
    let why = |w: &Option<String>| Fields::new().text("why", w.as_ref()).done();
    Fields::new()
        .set("id", issue.id.as_str())
        .text("title", title.as_ref())
        .text("original", original.as_ref())
        .text("goal", goal.as_ref())
        .text("lead", lead.as_ref())
        .text("text", text.as_ref())
        .text("label", label.as_ref())
        .text("completion", completion.as_ref())
        .text("body", body.as_ref())
        .list("measures", of_measures.collect())
        .list("extensions", extensions.iter().map(why).collect())
        .list("closed", closed.iter().map(|c| pair(("by", "document"), c)).collect())
        .list("reopened", reopened.iter().map(why).collect())
        .list("look_back", look_back.iter().map(|l| pair(("by", "finding"), l)).collect())
        .done()
}

fn measure(w: &MeasureWords, measure: &Measure) -> Value {
    let MeasureWords { text, updates } = w;
    let of_updates = measure.updates.iter().filter_map(|u| written(update(updates.get(&u.id)?, u)));
    Fields::new()
        .set("id", measure.id.as_str())
        .text("text", text.as_ref())
        .list("updates", of_updates.collect())
        .done()
}

fn update(w: &EntryWords, update: &Update) -> Value {
    let EntryWords { text, reason, evidence } = w;
    Fields::new()
        .set("id", update.id.as_str())
        .text("text", text.as_ref())
        .text("reason", reason.as_ref())
        .list("evidence", evidence.iter().map(|title| json!(title)).collect())
        .done()
}
