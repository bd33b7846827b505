//! Words of what is not done yet, beside a status that says it is, or grown stale.

use std::ops::Range;

use super::Rule;
use super::clause::{clause, is_quoted, last_chars, sentence};
use crate::check::{Finding, Kind, Passage, Record};
use crate::diag::Severity;
use crate::history::{issue_status, measure_status};
use crate::lang::Msg;
use crate::model::{Measure, Status};
use crate::zh::date::long;

/// 正在招投标 beside 已完成; 暂未召开 in a text that states no status and was signed long after the feedback.
pub const RULE: Rule = Rule { code: "wording-unfinished", severity: Severity::Warning, find };

/// How long after the feedback a word such as 正在 needs a status or a day beside it: two months, in days.
const STALE: i64 = 60;

fn find(record: &Record<'_>) -> Vec<Finding> {
    record.of_kind(Kind::is_action).flat_map(|(at, p)| one(record, at, p)).collect()
}

fn one(record: &Record<'_>, at: usize, p: &Passage<'_>) -> Vec<Finding> {
    let Some(measure) = measure(record, p) else { return Vec::new() };
    let (status, open) = stated(record, p, measure);
    let finished = status.is_some_and(Status::is_finished);
    let stale = open && is_late(record, p);
    if !finished && !stale {
        return Vec::new();
    }
    let mut found = unfinished(&p.text);
    if finished {
        found.extend(ahead(&p.text));
    }
    found.retain(|r| finished || !dated(p, r.start));
    found.into_iter().map(|range| finding(at, p, range, status.filter(|s| s.is_finished()))).collect()
}

fn measure<'a>(record: &Record<'a>, p: &Passage<'_>) -> Option<&'a Measure> {
    let issue = record.notice.issues.get(p.issue?)?;
    issue.measures.get(p.measure.unwrap_or_default())
}

/// The status when the words were written, and whether nothing that was entered since says how it went on.
fn stated(record: &Record<'_>, p: &Passage<'_>, measure: &Measure) -> (Option<Status>, bool) {
    match p.kind {
        Kind::Update(u) => (measure.updates.get(u).and_then(|u| u.status), false),
        Kind::Field(_) => {
            let status = p
                .issue
                .and_then(|at| record.notice.issues.get(at))
                .and_then(|i| issue_status(i, record.notice.date, record.notice.date));
            (status, false)
        }
        _ => {
            let status = measure_status(measure, record.notice.date, record.notice.date);
            (status, status.is_none() && measure.updates.is_empty() && p.kind.is_printed())
        }
    }
}

fn is_late(record: &Record<'_>, p: &Passage<'_>) -> bool {
    let feedback = record.notice.inspection.as_ref().and_then(|i| i.feedback);
    feedback.is_some_and(|day| (p.written - day).num_days() > STALE)
}

/// Whether the sentence gives the day for which it speaks: 截至2025年12月20日.
fn dated(p: &Passage<'_>, at: usize) -> bool {
    let whole = sentence(&p.text, at);
    let inside = |m: &&crate::zh::mention::Mention| whole.contains(&m.range.start) && m.day.is_some();
    p.text[whole.clone()].contains("截至")
        && p.dates()
            .iter()
            .filter(inside)
            .filter_map(|m| m.days())
            .any(|(_, day)| (p.written - day).num_days() <= 31)
}

/// Words that say a thing is not done yet.
const UNFINISHED: &[&str] = &[
    "正在",
    "暂未",
    "尚未",
    "还未",
    "仍未",
    "至今未",
    "还没有",
    "仍在",
    "还在",
    "尚在",
    "有待",
    "尚待",
    "仍待",
    "未能完成",
    "未能进行",
    "未能办理",
    "未能解决",
    "未能落实",
    "未能取得",
];

/// A clause that ends in 中 tells of something under way where one of these stands in it.
const UNDER_WAY: &[&str] = &[
    "筹备",
    "推进",
    "办理",
    "整改",
    "进行",
    "招标",
    "招投标",
    "审批",
    "建设",
    "施工",
    "协调",
    "研究",
    "修订",
    "编制",
    "对接",
    "落实",
];

/// Words of what is still to come.
const AHEAD: &[&str] =
    &["将于", "拟于", "拟定于", "计划于", "并将", "还将", "之后将", "下一步将", "届时", "待"];

fn unfinished(text: &str) -> Vec<Range<usize>> {
    let mut out: Vec<Range<usize>> = Vec::new();
    for word in UNFINISHED {
        for (at, _) in text.match_indices(word) {
            if !is_quoted(text, at) && !of_a_thing(text, at + word.len()) && !overcome(text, at) {
                out.push(at..end_of(text, at));
            }
        }
    }
    for (at, _) in text.match_indices('中') {
        let own = clause(text, at);
        let before = &text[own.start..at];
        let at_end = own.end == at + '中'.len_utf8();
        let in_a_time =
            ["过程", "工作", "活动", "其", "集", "当", "之", "会"].iter().any(|w| before.ends_with(w))
                || before.starts_with('在');
        if at_end
            && !in_a_time
            && !is_quoted(text, at)
            && UNDER_WAY.iter().any(|w| last_chars(before, 8).contains(w))
        {
            let seen = |r: &Range<usize>| r.start < own.end && own.start < r.end;
            if !out.iter().any(seen) {
                out.push(own);
            }
        }
    }
    out.sort_by_key(|r| r.start);
    out.dedup_by(|b, a| b.start < a.end);
    out
}

fn ahead(text: &str) -> Vec<Range<usize>> {
    let words = AHEAD.iter().flat_map(|w| text.match_indices(w));
    words
        .filter(|(at, word)| {
            let starts = clause(text, *at).start == *at;
            !is_quoted(text, *at) && !of_a_thing(text, at + word.len()) && (*word != "待" || starts)
        })
        .map(|(at, _)| at..end_of(text, at))
        .collect()
}

fn end_of(text: &str, at: usize) -> usize {
    clause(text, at).end
}

/// 正在实施的项目, 尚未归还的设备: the words belong to a thing.
fn of_a_thing(text: &str, at: usize) -> bool {
    let rest = &text[at..clause(text, at).end];
    rest.char_indices().take(14).any(|(n, c)| c == '的' && n + c.len_utf8() < rest.len())
}

/// Whether the same sentence goes on to say that it is done now.
fn overcome(text: &str, at: usize) -> bool {
    let later = &text[at..sentence(text, at).end];
    ["现已", "目前已", "已全部", "已于", "均已"].iter().any(|w| later.contains(w))
}

fn finding(at: usize, p: &Passage<'_>, range: Range<usize>, finished: Option<Status>) -> Finding {
    let words = &p.text[range.clone()];
    let message = match finished {
        Some(status) => Msg::new("found-unfinished-done").with("text", words).with("status", status.key()),
        None => Msg::new("found-unfinished-stale").with("text", words).with("day", long(p.written)),
    };
    let hint = if finished.is_some() { "found-unfinished-done-hint" } else { "found-unfinished-stale-hint" };
    Finding::at(at, range, message).hint(Msg::new(hint))
}
