//! What is told as done on a day after the text was signed.

use super::Rule;
use super::clause::{Around, around, days};
use crate::check::{Finding, Kind, Passage, Record};
use crate::diag::Severity;
use crate::lang::Msg;
use crate::zh::date::long;

/// A text of 26 December cannot tell what was done on the 30th. An entry is signed on its own day.
pub const RULE: Rule = Rule { code: "date-after-signature", severity: Severity::Warning, find };

fn find(record: &Record<'_>) -> Vec<Finding> {
    record.of_kind(Kind::is_action).flat_map(|(at, p)| one(record, at, p)).collect()
}

fn one(record: &Record<'_>, at: usize, p: &Passage<'_>) -> Vec<Finding> {
    let late = p.dates().iter().enumerate().filter(|(n, m)| {
        let is_after = m.month.is_some()
            && m.year.is_some()
            && days(record, p, m).is_some_and(|(first, _)| first > p.written);
        let told = |around: Around<'_>| around.is_action() || is_there(&around);
        is_after && told(around(p, *n))
    });
    late.map(|(_, m)| {
        let words = &p.text[m.range.clone()];
        let id =
            if matches!(p.kind, Kind::Update(_)) { "found-after-entry" } else { "found-after-signature" };
        Finding::at(at, m.range.clone(), Msg::new(id).with("text", words).with("day", long(p.written)))
            .hint(Msg::new("found-after-signature-hint").with("text", words))
    })
    .collect()
}

/// What leaves a thing behind.
const LEAVES: [&str; 12] =
    ["张贴", "布置", "悬挂", "印发", "制定", "签订", "购置", "购买", "更换", "安装", "发放", "收回"];

/// `2月3日张贴的标语……` tells of a thing that is there already. An event may be spoken of before its day.
fn is_there(around: &Around<'_>) -> bool {
    let of = |w: &&str| around.after.trim_start().strip_prefix(*w).is_some_and(|rest| rest.starts_with('的'));
    around.before.trim().is_empty() && LEAVES.iter().any(of) && !around.is_plan()
}
