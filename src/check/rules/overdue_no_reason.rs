//! Deadlines that passed without a word.

use super::Rule;
use super::status_backwards::gives_a_reason;
use crate::check::{Finding, Record, Spot};
use crate::diag::Severity;
use crate::history::{is_overdue, issue_status, record_date};
use crate::lang::Msg;
use crate::model::{Issue, Status};

/// An issue that is not finished when its deadline is behind the record: an extension or a reason is due. It is judged by
/// the record's own date, so that a text does not become wrong by lying still.
pub const RULE: Rule = Rule { code: "overdue-no-reason", severity: Severity::Warning, find };

fn find(record: &Record<'_>) -> Vec<Finding> {
    let day = record_date(record.notice, record.day);
    let issues = record.notice.issues.iter().enumerate();
    issues
        .filter(|(_, i)| is_overdue(i, record.notice.date, day) && !explained(i))
        .filter_map(|(at, issue)| {
            let due = issue.due_on(day)?;
            let message = Msg::new("found-overdue").with("due", due.to_string()).with("day", day.to_string());
            let unstated = issue_status(issue, record.notice.date, day).is_none();
            let found = Finding::new(Spot::Issue(at), message).hint(Msg::new("found-overdue-hint"));
            // Where no status is stated, it may be finished.
            Some(found.undecided(unstated))
        })
        .collect()
}

/// Whether a measure that is not finished says why.
fn explained(issue: &Issue) -> bool {
    let own = issue.completion.iter().chain(&issue.text).any(|t| gives_a_reason(t));
    own || issue.measures.iter().any(|m| {
        let entries = m.updates.iter().filter_map(|u| u.text.as_deref());
        let blocked = m.updates.iter().rev().find_map(|u| u.status).or(m.status) == Some(Status::Blocked);
        blocked || gives_a_reason(&m.text) || entries.into_iter().any(gives_a_reason)
    })
}
