//! Natural persons named in a public text. The tool reports and never masks: whether a name has to stand is for a person to say. The name of who
//! leads is as public as the office, unless it stands in a matter against whoever holds it.

use std::collections::BTreeSet;
use std::ops::Range;

use super::Rule;
use super::clause::{clause, sentence};
use super::office::{is_in_office, is_leader};
use crate::check::{Finding, Kind, Record};
use crate::diag::Severity;
use crate::lang::Msg;
use crate::zh::person;

/// `选派支部副书记林晓燕参加培训`; never a leader, a historical figure, or a body named after one.
pub const RULE: Rule = Rule { code: "person-named", severity: Severity::Warning, find };

fn find(record: &Record<'_>) -> Vec<Finding> {
    let issuer = record.notice.issuer.as_str();
    let texts = record.passages.iter().enumerate().filter(|(_, p)| !matches!(p.kind, Kind::Contact(_)));
    let all =
        texts.flat_map(|(at, p)| person::find_all(&p.text).into_iter().map(move |n| (at, &*p.text, n.range)));
    let all: Vec<(usize, &str, Range<usize>)> = all.collect();
    let names: BTreeSet<&str> = all.iter().map(|(_, text, name)| &text[name.clone()]).collect();
    let leaders: BTreeSet<&str> = names.into_iter().filter(|name| is_leader_in(record, name)).collect();
    let found = all.iter().map(|(at, text, name)| {
        let words = &text[name.clone()];
        let office =
            is_in_office(text, name, issuer, leaders.contains(words)) || is_to_be_reached(text, name);
        let hint = if office { "found-person-in-office-hint" } else { "found-person-named-hint" };
        let message = Msg::new("found-person-named").with("name", words);
        Finding::at(*at, name.clone(), message).hint(Msg::new(hint)).undecided(office)
    });
    found.collect()
}

/// Whether a notice names somebody as a leader anywhere, whatever stands behind the name there.
fn is_leader_in(record: &Record<'_>, name: &str) -> bool {
    record.passages.iter().any(|p| {
        let mut places = p.text.match_indices(name);
        places.any(|(at, _)| is_leader(&p.text, &(at..at + name.len()), &record.notice.issuer))
    })
}

/// 可到村部找支部副书记丁荷香，也可打电话：who is named for readers to turn to.
fn is_to_be_reached(text: &str, name: &Range<usize>) -> bool {
    let own = sentence(text, name.start);
    let asks =
        ["意见", "建议", "反映", "监督", "咨询"].iter().any(|w| text[own.start..name.start].contains(w))
            || ["电话", "手机", "热线"].iter().any(|w| text[name.end..own.end].contains(w));
    asks && ["找", "联系", "寄", "交给"]
        .iter()
        .any(|w| text[clause(text, name.start).start..name.start].contains(w))
}
