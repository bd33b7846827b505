//! One meeting under two numbers or on two days.

use std::collections::HashMap;

use chrono::{Datelike, NaiveDate};

use super::Rule;
use super::clause::{clause, days, sentence};
use crate::check::read::meeting::{self, Meeting};
use crate::check::{Finding, Passage, Record, Spot};
use crate::diag::Severity;
use crate::lang::Msg;
use crate::zh::mention::Mention;
use crate::zh::party;

/// 8月21日 is 第9次部务会议 here and 第10次 there; 第9次 is on two days; a later meeting has a lower number.
pub const RULE: Rule = Rule { code: "meeting", severity: Severity::Warning, find };

/// A meeting of a body, at its place.
struct Held {
    at: usize,
    body: String,
    meeting: Meeting,
    day: NaiveDate,
}

fn find(record: &Record<'_>) -> Vec<Finding> {
    let all = held(record);
    let mut by_day: HashMap<(&str, &str, NaiveDate), &Held> = HashMap::new();
    let mut by_number: HashMap<(&str, &str, i32, u32), &Held> = HashMap::new();
    let mut out = Vec::new();
    let mut doubtful: Vec<*const Held> = Vec::new();
    for held in &all {
        let (body, sort) = (held.body.as_str(), held.meeting.sort.as_str());
        let same_day = *by_day.entry((body, sort, held.day)).or_insert(held);
        let same_number =
            *by_number.entry((body, sort, held.day.year(), held.meeting.number)).or_insert(held);
        if same_day.meeting.number != held.meeting.number {
            out.push(two_numbers(held, same_day));
        } else if same_number.day != held.day {
            out.push(two_days(held, same_number));
        } else {
            continue;
        }
        doubtful.extend([std::ptr::from_ref(held), same_day, same_number]);
    }
    out.extend(out_of_order(&all, &doubtful));
    out
}

/// Meetings with a day, each with the body that held it. A sort of which every body has its own counts only where the text
/// says whose it is.
fn held(record: &Record<'_>) -> Vec<Held> {
    let mut out = Vec::new();
    for (at, p) in record.passages.iter().enumerate().filter(|(_, p)| p.text.contains('第')) {
        let day_of = |m: &Mention| days(record, p, m).map(|(first, _)| first);
        for meeting in meeting::find(&p.text, p.dates(), &day_of) {
            let body = if is_common(&meeting.sort) { body(record, p, &meeting) } else { Some(String::new()) };
            let day = meeting.day.or_else(|| beside_feedback(record, p, &meeting));
            if let (Some(body), Some(day)) = (body, day) {
                // The number may have its body within: 第14次县委宣传部部务会议.
                out.push(Held { at, body, meeting, day });
            }
        }
    }
    out
}

/// 反馈会次日召开第31次会议: the day of the feedback, or the one after.
fn beside_feedback(record: &Record<'_>, p: &Passage<'_>, meeting: &Meeting) -> Option<NaiveDate> {
    let feedback = record.notice.inspection.as_ref()?.feedback?;
    let start = meeting.range.start;
    let before = &p.text[sentence(&p.text, start).start..start];
    let behind = &before[before.rfind("反馈")?..];
    let after =
        ["反馈意见", "反馈大会", "反馈会议", "反馈会", "反馈"].iter().find_map(|w| behind.strip_prefix(w))?;
    let after = after.trim_start_matches(['后', '的']);
    let says = |words: &[&str]| words.iter().any(|w| after.starts_with(w));
    let day = if says(&["次日", "第二天"]) {
        feedback.succ_opt()?
    } else {
        says(&["当日", "当天", "当晚"]).then_some(feedback)?
    };
    (after.chars().count() <= 24).then_some(day)
}

/// Sorts of meetings that every body has.
fn is_common(sort: &str) -> bool {
    [
        "领导班子会",
        "班子会",
        "党组会",
        "办公会",
        "支委会",
        "支部会",
        "党员大会",
        "全体会",
        "理事会",
        "党委会",
        "职工大会",
    ]
    .iter()
    .any(|s| sort.ends_with(s))
}

/// The last unit named before the meeting, else that of the measure. A leading group is that of the issuer, unless another
/// body stands straight before it: those below have branches only.
fn body(record: &Record<'_>, p: &Passage<'_>, meeting: &Meeting) -> Option<String> {
    let before = &p.text[..meeting.range.start];
    let leading = ["党组会", "党委会"].iter().any(|s| meeting.sort.ends_with(s));
    if leading && leads(&record.notice.issuer, &meeting.sort) {
        let own = &p.text[clause(&p.text, meeting.range.start).start..meeting.range.start];
        let other = record.site.units.iter().find(|u| u.names().any(|n| own.contains(n)));
        let other = other.map(|u| u.name.clone());
        return Some(other.filter(|name| !record.notice.issuer.contains(name.as_str())).unwrap_or_default());
    }
    let last = record.common.names(record.site).last(before);
    let named = last.and_then(|name| record.site.units.iter().find(|u| u.names().any(|n| n == name)));
    let unit = named.or_else(|| record.unit_of(p));
    unit.map(|u| u.name.clone()).or_else(|| subject(before))
}

/// Whether a meeting is one of the body that issues the notice: 党组会 of 中共…党组, 党委会 of 中共…委员会.
fn leads(issuer: &str, sort: &str) -> bool {
    let committee = party::body(issuer) == Some(party::Body::Committee);
    issuer.ends_with(sort.trim_end_matches('会')) || committee && sort.ends_with("党委会")
}

/// The first words of a text, up to what is said of them: `县社科联` of 县社科联已于….
fn subject(before: &str) -> Option<String> {
    let end = ["已", "于", "在", "分别", "将", "召开"].iter().filter_map(|w| before.find(w)).min()?;
    let words = &before[..end];
    ((2..=16).contains(&words.chars().count()) && !words.contains(['，', ',', '。']))
        .then(|| words.to_owned())
}

fn two_numbers(here: &Held, there: &Held) -> Finding {
    let message = Msg::new("found-meeting-numbers")
        .with("day", day(here.day))
        .with("sort", here.meeting.sort.as_str())
        .with("here", here.meeting.number.to_string())
        .with("there", there.meeting.number.to_string());
    finding(here, there, message)
}

fn two_days(here: &Held, there: &Held) -> Finding {
    let message = Msg::new("found-meeting-days")
        .with("number", here.meeting.number.to_string())
        .with("sort", here.meeting.sort.as_str())
        .with("here", day(here.day))
        .with("there", day(there.day));
    finding(here, there, message)
}

/// A later meeting of the same year with a lower number, where neither is in doubt already.
fn out_of_order(all: &[Held], doubtful: &[*const Held]) -> Vec<Finding> {
    let known = |h: &&Held| !doubtful.contains(&std::ptr::from_ref(*h));
    let mut sorted: Vec<&Held> = all.iter().filter(known).collect();
    sorted.sort_by(|a, b| key(a).cmp(&key(b)));
    let pairs = sorted.windows(2).filter(|w| {
        let same = (&w[0].body, &w[0].meeting.sort, w[0].day.year())
            == (&w[1].body, &w[1].meeting.sort, w[1].day.year());
        same && w[1].meeting.number < w[0].meeting.number
    });
    pairs
        .map(|w| {
            let message = Msg::new("found-meeting-order")
                .with("sort", w[1].meeting.sort.as_str())
                .with("later", day(w[1].day))
                .with("lower", w[1].meeting.number.to_string())
                .with("earlier", day(w[0].day))
                .with("higher", w[0].meeting.number.to_string());
            finding(w[1], w[0], message)
        })
        .collect()
}

fn key(h: &Held) -> (&str, &str, NaiveDate, u32) {
    (&h.body, &h.meeting.sort, h.day, h.meeting.number)
}

fn day(day: NaiveDate) -> String {
    crate::zh::date::long(day)
}

fn finding(here: &Held, there: &Held, message: Msg) -> Finding {
    Finding::at(here.at, here.meeting.range.clone(), message)
        .hint(Msg::new("found-meeting-hint"))
        .related(Spot::Text(there.at, there.meeting.range.clone()), Msg::new("found-meeting-here"))
}
