//! A status that goes back without a word.

use super::Rule;
use crate::check::{Finding, Record, Spot};
use crate::diag::Severity;
use crate::lang::Msg;
use crate::model::{Issue, Measure, Status, Update};

/// `done` and then `in_progress`: it needs a reason, a correction, or a reopening.
pub const RULE: Rule = Rule { code: "status-backwards", severity: Severity::Warning, find };

/// Whether a text says why: a cause, or what came to light.
pub fn gives_a_reason(text: &str) -> bool {
    const WORDS: &[&str] = &[
        "因",
        "由于",
        "受",
        "原因",
        "反弹",
        "回头看",
        "抽查",
        "发现",
        "复核",
        "核查",
        "不达标",
        "未达到",
        "退回",
        "等",
        "尚需",
        "须待",
        "待",
        "要等",
        "延期",
        "推迟",
        "顺延",
        "超出",
        "缺",
        "没有通过",
        "未通过",
        "审批",
        "上级",
    ];
    WORDS.iter().any(|w| text.contains(w))
}

fn find(record: &Record<'_>) -> Vec<Finding> {
    let mut out = Vec::new();
    for (at, issue) in record.notice.issues.iter().enumerate() {
        for (m, measure) in issue.measures.iter().enumerate() {
            out.extend(steps_back(issue, measure).into_iter().map(|(before, now, u)| {
                let message = Msg::new("found-status-back")
                    .with("id", &u.id)
                    .with("from", before.key())
                    .with("to", now.key());
                Finding::new(Spot::Measure(at, m), message).hint(Msg::new("found-status-back-hint"))
            }));
        }
    }
    out
}

fn steps_back<'m>(issue: &Issue, measure: &'m Measure) -> Vec<(Status, Status, &'m Update)> {
    let mut out = Vec::new();
    let mut before: Option<(Status, &Update)> = None;
    for u in &measure.updates {
        let Some(now) = u.status else { continue };
        if let Some((was, last)) = before.filter(|(was, _)| rank(now) < rank(*was)) {
            let reopened = issue.reopened.iter().any(|r| last.date <= r.on && r.on <= u.date);
            let said = u.reason.is_some() || u.text.as_deref().is_some_and(gives_a_reason);
            if !reopened && !said {
                out.push((was, now, u));
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
