//! A status that goes back without a word.

use super::Rule;
use super::clause::{clause, last_chars};
use crate::check::{Finding, Record, Spot};
use crate::diag::Severity;
use crate::lang::Msg;
use crate::model::{Issue, Measure, Status, Update};

/// `done` and then `in_progress`: it needs a reason, a correction, or a reopening.
pub const RULE: Rule = Rule { code: "status-backwards", severity: Severity::Warning, find };

/// Whether a text tells what has set the work back.
fn tells_a_setback(text: &str) -> bool {
    const WORDS: &[&str] = &[
        "发现",
        "反弹",
        "因为",
        "由于",
        "原因",
        "不达标",
        "未达",
        "退回",
        "不合格",
        "不符合",
        "重新",
        "返工",
        "未通过",
        "没有通过",
        "复发",
        "反复",
        "又",
        "再次",
        "回潮",
        "问题依然",
        "不到位",
        "撤销",
        "恢复为",
        "更正",
        "误",
        "遗漏",
        "损坏",
        "故障",
        "中断",
    ];
    let bad = |w: &str| text.match_indices(w).any(|(at, _)| !is_denied(text, at));
    let cause = |(at, _): (usize, &str)| !["因此", "因地"].iter().any(|w| text[at..].starts_with(w));
    let suffers = text.find('受').is_some_and(|at| text[at..].contains("影响") && !is_denied(text, at));
    suffers || text.match_indices('因').any(cause) || WORDS.iter().any(|w| bad(w))
}

/// 未发现, 没有新增渗漏故障, 不再反弹: what did not happen sets nothing back.
fn is_denied(text: &str, at: usize) -> bool {
    const NOT: &[&str] = &[
        "没有新增",
        "没有发生",
        "没有出现",
        "没有发现",
        "没有再",
        "未发生",
        "未出现",
        "未新增",
        "未再",
        "未发现",
        "未见",
        "无新增",
        "不再",
        "不会",
        "防止",
        "避免",
        "杜绝",
    ];
    let own = &text[clause(text, at).start..at];
    let straight = ["没", "没有", "未", "无", "不", "零"].iter().any(|w| own.ends_with(w));
    straight || NOT.iter().any(|w| last_chars(own, 10).contains(w))
}

fn find(record: &Record<'_>) -> Vec<Finding> {
    let mut out = Vec::new();
    for (at, issue) in record.notice.issues.iter().enumerate() {
        for (m, measure) in issue.measures.iter().enumerate() {
            out.extend(steps_back(issue, measure).into_iter().map(|(before, now, n, u)| {
                let message = Msg::new("found-status-back")
                    .with("id", &u.id)
                    .words("from", before.message())
                    .words("to", now.message());
                Finding::new(Spot::update(at, m, n), message).hint(Msg::new("found-status-back-hint"))
            }));
        }
    }
    out
}

fn steps_back<'m>(issue: &Issue, measure: &'m Measure) -> Vec<(Status, Status, usize, &'m Update)> {
    let mut out = Vec::new();
    let mut before: Option<(Status, &Update)> = None;
    for (n, u) in measure.updates.iter().enumerate() {
        let Some(now) = u.status else { continue };
        if let Some((was, last)) = before.filter(|(was, _)| rank(now) < rank(*was)) {
            let reopened = issue.reopened.iter().any(|r| last.date <= r.on && r.on <= u.date);
            let said = u.reason.is_some() || u.text.as_deref().is_some_and(tells_a_setback);
            if !reopened && !said {
                out.push((was, now, n, u));
            }
        }
        before = Some((now, u));
    }
    out
}

/// How far a status is; 受阻 is as far as 正在整改, and what is kept up is as far as what is done.
fn rank(status: Status) -> u8 {
    match status {
        Status::NotStarted => 0,
        Status::InProgress | Status::Blocked => 1,
        Status::BasicallyDone => 2,
        Status::Done | Status::DoneOngoing => 3,
    }
}
