//! The scripts of the search: each hands one value to a function that the search page has.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use serde_json::{Value, json};

use super::{Search, code};
use crate::history;
use crate::model::{Site, Status, UnitId, status};

/// What the scripts need of the pages around them.
pub trait Hrefs {
    /// The link from the search page to an issue.
    fn issue(&self, notice: usize, issue: usize) -> String;
    /// The name of a state in the language of the site.
    fn state(&self, state: Option<Status>) -> String;
}

/// How the other scripts are laid out.
pub fn meta(search: &Search<'_>) -> String {
    let read = search.read();
    let value = json!({
        "documents": read.documents.len(),
        "per": read.per,
        "buckets": read.index.buckets(),
        "cuts": read.index.cuts(),
    });
    call("meta", "0", &value)
}

/// Pairs of characters and where they are.
pub fn pairs(search: &Search<'_>, bucket: u16, part: u8) -> String {
    handed("pairs", &format!("{bucket}-{part}"), |out| out.push_str(search.read().index.part(bucket, part)))
}

/// The texts of some issues: link, title of the notice, key and name of the state, passages with the id of each.
pub fn texts(search: &Search<'_>, n: u32, hrefs: &dyn Hrefs) -> String {
    let (site, read) = (search.site, search.read());
    let at = n as usize * read.per;
    let some = &read.documents[at..(at + read.per).min(read.documents.len())];
    handed("texts", &n.to_string(), |out| {
        out.push('[');
        for (place, ((n, i), words)) in some.iter().zip(&read.texts[at..]).enumerate() {
            out.push_str(if place > 0 { "," } else { "" });
            push_document(out, *n, *i, words, site, search.day, hrefs);
        }
        out.push(']');
    })
}

fn push_document(
    out: &mut String,
    n: usize,
    i: usize,
    words: &str,
    site: &Site,
    day: NaiveDate,
    hrefs: &dyn Hrefs,
) {
    let notice = &site.notices[n];
    let state = history::issue_status(&notice.issues[i], notice.date, day);
    out.push('[');
    for said in [&hrefs.issue(n, i), &notice.title, status::key(state), &hrefs.state(state)] {
        // A text is always JSON.
        out.push_str(&serde_json::to_string(said).unwrap_or_default());
        out.push(',');
    }
    out.push_str(words);
    out.push(']');
}

/// Issues by notice, unit and state, for the filters.
pub fn facets(search: &Search<'_>, hrefs: &dyn Hrefs) -> String {
    let (site, day) = (search.site, search.day);
    let mut notices = vec![Vec::new(); site.notices.len()];
    let mut units: BTreeMap<&UnitId, Vec<u32>> = BTreeMap::new();
    let mut states: BTreeMap<&str, Vec<u32>> = BTreeMap::new();
    for (document, (n, i)) in (0_u32..).zip(&search.read().documents) {
        let notice = &site.notices[*n];
        notices[*n].push(document);
        let state = history::issue_status(&notice.issues[*i], notice.date, day);
        states.entry(status::key(state)).or_default().push(document);
        for (unit, _) in notice.issues[*i].answering() {
            units.entry(unit).or_default().push(document);
        }
    }
    let row = |name: &str, own: &[u32]| json!([name, code::ascending(own.iter().copied())]);
    let all = status::every();
    let value = json!({
        "notices": site.notices.iter().zip(&notices).map(|(n, own)| row(&n.title, own)).collect::<Vec<_>>(),
        "units": site.units.iter().filter_map(|u| Some(row(&u.name, units.get(&u.id)?))).collect::<Vec<_>>(),
        "states": all.filter_map(|s| Some(row(&hrefs.state(s), states.get(status::key(s))?))).collect::<Vec<_>>(),
    });
    call("facets", "0", &value)
}

/// A script that hands a value over. JSON is a value of a script but for two line ends that scripts of before 2019 do not take
/// within quotes.
fn handed(what: &str, key: &str, push_json: impl FnOnce(&mut String)) -> String {
    let mut out = format!("gongkai.{what}(\"{key}\",");
    push_json(&mut out);
    out.push_str(");\n");
    if out.contains("\u{2028}") || out.contains("\u{2029}") {
        out = out.replace('\u{2028}', "\\u2028").replace('\u{2029}', "\\u2029");
    }
    out
}

fn call(what: &str, key: &str, value: &Value) -> String {
    handed(what, key, |out| out.push_str(&value.to_string()))
}
