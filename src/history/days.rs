//! Every day on which a record says that something happened.

use chrono::NaiveDate;

use crate::model::{Issue, Notice};

/// The days of a notice's entries, of whatever kind; its own date is not one of them.
pub fn days_of(notice: &Notice) -> impl Iterator<Item = NaiveDate> {
    notice.issues.iter().flat_map(days_of_issue).chain(notice.withdrawn.iter().map(|w| w.on))
}

/// The days of an issue's entries: updates, minor ones too, extensions, close-outs, reopenings, looks back.
pub fn days_of_issue(issue: &Issue) -> impl Iterator<Item = NaiveDate> {
    let updates = issue.measures.iter().flat_map(|m| &m.updates).map(|u| u.date);
    let moved = issue.extensions.iter().map(|e| e.on);
    let closed = issue.closed.iter().map(|c| c.date);
    let again = issue.reopened.iter().map(|r| r.on);
    let looked = issue.look_back.iter().map(|l| l.date);
    updates.chain(moved).chain(closed).chain(again).chain(looked)
}
