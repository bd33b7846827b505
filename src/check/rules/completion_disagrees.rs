//! A completion line that says more than the measures do.

use super::Rule;
use crate::check::{Finding, Kind, Passage, Record};
use crate::diag::Severity;
use crate::history::issue_status;
use crate::lang::Msg;

/// 完成情况：已完成 over measures that had not begun or were under way on the day of the notice.
pub const RULE: Rule = Rule { code: "completion-disagrees", severity: Severity::Warning, find };

fn find(record: &Record<'_>) -> Vec<Finding> {
    let lines = record.of_kind(|kind| matches!(kind, Kind::Field("completion")));
    lines.filter_map(|(at, p)| one(record, at, p)).collect()
}

fn one(record: &Record<'_>, at: usize, p: &Passage<'_>) -> Option<Finding> {
    let issue = record.notice.issues.get(p.issue?)?;
    let day = record.notice.date;
    let status = issue_status(issue, day, day).filter(|s| !s.is_finished())?;
    says_all_done(&p.text).then(|| {
        let said = Msg::new("found-completion").with("text", p.text.trim()).with("status", status.key());
        Finding::at(at, 0..p.text.len(), said).hint(Msg::new("found-completion-hint"))
    })
}

fn says_all_done(text: &str) -> bool {
    const DONE: [&str; 7] = ["已完成", "完成整改", "整改完成", "全部完成", "已办结", "已整改到位", "已销号"];
    const LESS: [&str; 9] = ["未", "正在", "部分", "阶段", "基本", "其余", "其中", "初步", "%"];
    DONE.iter().any(|w| text.trim_start().starts_with(w)) && !LESS.iter().any(|w| text.contains(w))
}
