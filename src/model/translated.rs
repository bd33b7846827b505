//! Every text of a translation, under the address of its original and the tag of its language: `title.en`,
//! `issues/duty/m1/text.en`.

use super::Prose;
use super::texts::contact;
use super::translation::{EntryWords, IssueWords, MeasureWords, NoticeWords};

/// Shows every text with its address. Names of files have none.
pub fn each_text(words: &mut NoticeWords, visit: &mut dyn FnMut(&str, &mut String)) {
    let NoticeWords {
        language,
        title,
        issuer,
        inspected_by,
        contact: whom,
        numbering,
        headings,
        prose,
        issues,
    } = words;
    let mut visit = |at: &str, text: &mut String| {
        let at = if at.is_empty() { String::new() } else { format!("{at}.{language}") };
        visit(&at, text);
    };
    let fields = [("title", title), ("issuer", issuer), ("inspection/by", inspected_by)];
    fields.into_iter().for_each(|(name, text)| text.iter_mut().for_each(|text| visit(name, text)));
    whom.iter_mut().for_each(|c| contact(c, &mut visit));
    if let Some(numbers) = numbering {
        visit("numbering/label", &mut numbers.label);
        visit("numbering/completion", &mut numbers.completion);
    }
    in_order(headings).for_each(|(id, text)| visit(&format!("outline/{id}"), text));
    for (name, Prose { path, text }) in in_order(prose) {
        visit(name, text);
        visit("", path);
    }
    in_order(issues).for_each(|(id, words)| issue(&format!("issues/{id}"), words, &mut visit));
}

/// In the order of their names, so that what is said of them is the same each time.
fn in_order<K: Ord, V>(map: &mut std::collections::HashMap<K, V>) -> impl Iterator<Item = (&K, &mut V)> {
    let mut all: Vec<_> = map.iter_mut().collect();
    all.sort_unstable_by_key(|(key, _)| *key);
    all.into_iter()
}

fn issue(at: &str, words: &mut IssueWords, visit: &mut dyn FnMut(&str, &mut String)) {
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
    } = words;
    let mut each = |name: &str, text: &mut Option<String>| {
        text.iter_mut().for_each(|text| visit(&format!("{at}/{name}"), text));
    };
    let fields = [
        ("title", title),
        ("original", original),
        ("goal", goal),
        ("lead", lead),
        ("text", text),
        ("label", label),
        ("completion", completion),
        ("body", body),
    ];
    fields.into_iter().for_each(|(name, text)| each(name, text));
    extensions.iter_mut().for_each(|text| each("extensions", text));
    closed
        .iter_mut()
        .for_each(|(by, document)| [by, document].into_iter().for_each(|text| each("closed", text)));
    reopened.iter_mut().for_each(|text| each("reopened", text));
    look_back
        .iter_mut()
        .for_each(|(by, found)| [by, found].into_iter().for_each(|text| each("look_back", text)));
    in_order(measures).for_each(|(id, words)| measure(&format!("{at}/{id}"), words, visit));
}

fn measure(at: &str, words: &mut MeasureWords, visit: &mut dyn FnMut(&str, &mut String)) {
    let MeasureWords { text, updates } = words;
    text.iter_mut().for_each(|text| visit(&format!("{at}/text"), text));
    for (id, EntryWords { text, reason, evidence }) in in_order(updates) {
        text.iter_mut().for_each(|text| visit(&format!("{at}/{id}/text"), text));
        reason.iter_mut().for_each(|text| visit(&format!("{at}/{id}/reason"), text));
        evidence.iter_mut().for_each(|title| visit(&format!("{at}/{id}/evidence"), title));
    }
}
