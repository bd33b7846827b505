//! The record on a day: what each measure's status was then, what was overdue, and when the record last changed.

mod changes;
mod days;
mod events;
mod heads;
mod hidden;
mod layout;
mod printed;
mod published;
mod record;
pub mod standing;
mod translated;
mod words;

use chrono::NaiveDate;

pub use changes::{Change, Changes, IssueChanges, State, Units, changes};
pub use days::{days_of, days_of_issue};
pub use heads::{FieldChange, Value};
pub use hidden::hides_old;
pub use published::published;
pub use record::{digest, named, record};
pub use words::{Piece, ends};

use crate::model::{Issue, Measure, Notice, Status, Tally, status};

/// The status of a measure on a day: that of its last update dated by then; where it has no updates, its own, from the
/// notice's date on. What was inferred from wording counts as not stated until a person confirms it.
pub fn measure_status(measure: &Measure, notice_date: NaiveDate, day: NaiveDate) -> Option<Status> {
    if measure.updates.is_empty() {
        return measure.status.filter(|_| !measure.status_from_wording && notice_date <= day);
    }
    measure.updates.iter().filter(|u| u.date <= day).rev().find_map(|u| u.status)
}

/// The issuer's own word for the status of a measure on a day, where it is not the usual one.
pub fn measure_words(measure: &Measure, day: NaiveDate) -> Option<&'static str> {
    if measure.updates.is_empty() {
        return measure.status_words;
    }
    measure.updates.iter().rev().find(|u| u.date <= day && u.status.is_some()).and_then(|u| u.status_words)
}

/// The status of an issue on a day, from its measures.
pub fn issue_status(issue: &Issue, notice_date: NaiveDate, day: NaiveDate) -> Option<Status> {
    status::derive(issue.measures.iter().map(|m| measure_status(m, notice_date, day)))
}

/// Whether an issue is past the deadline that holds on a day, and neither finished nor closed.
pub fn is_overdue(issue: &Issue, notice_date: NaiveDate, day: NaiveDate) -> bool {
    let finished = issue_status(issue, notice_date, day).is_some_and(Status::is_finished);
    let closed = issue.closed_on(day).is_some();
    !finished && !closed && issue.due_on(day).is_some_and(|due| due < day)
}

/// Whether the deadline of an issue was moved on a day or before.
pub fn is_extended(issue: &Issue, day: NaiveDate) -> bool {
    issue.extensions.iter().any(|e| e.on <= day)
}

/// Counts issues by status on a day.
pub fn tally_issues<'a>(
    issues: impl IntoIterator<Item = &'a Issue>,
    notice_date: NaiveDate,
    day: NaiveDate,
) -> Tally {
    let mut tally = Tally::default();
    for issue in issues {
        tally.add(issue_status(issue, notice_date, day));
        tally.overdue += usize::from(is_overdue(issue, notice_date, day));
        tally.closed += usize::from(issue.closed_on(day).is_some());
        tally.extended += usize::from(is_extended(issue, day));
    }
    tally
}

/// Counts measures by status on a day.
pub fn tally_measures<'a>(
    measures: impl IntoIterator<Item = &'a Measure>,
    notice_date: NaiveDate,
    day: NaiveDate,
) -> Tally {
    let mut tally = Tally::default();
    for measure in measures {
        tally.add(measure_status(measure, notice_date, day));
    }
    tally
}

/// The date of the record: the last day, up to `day`, on which anything in the notice happened.
pub fn record_date(notice: &Notice, day: NaiveDate) -> NaiveDate {
    let withdrawn = notice.withdrawn.iter().map(|w| w.on).filter(|on| *on <= day);
    withdrawn.fold(last_entry(notice, day), NaiveDate::max)
}

/// The last day, up to `day`, on which something happened to an issue of a notice; the notice's own date is the first.
fn last_entry(notice: &Notice, day: NaiveDate) -> NaiveDate {
    notice.issues.iter().filter_map(|i| issue_date(i, day)).fold(notice.date.min(day), NaiveDate::max)
}

/// The last day, up to `day`, on which anything happened to an issue. Minor entries move no date.
pub fn issue_date(issue: &Issue, day: NaiveDate) -> Option<NaiveDate> {
    let updates = issue.measures.iter().flat_map(|m| &m.updates).filter(|u| !u.minor).map(|u| u.date);
    let closed = issue.closed.iter().map(|c| c.date);
    let moved = issue.extensions.iter().map(|e| e.on);
    let reopened = issue.reopened.iter().map(|r| r.on);
    let looked = issue.look_back.iter().map(|l| l.date);
    updates.chain(closed).chain(moved).chain(reopened).chain(looked).filter(|d| *d <= day).max()
}

/// The last day, up to `day`, on which anything was entered on a measure, if anything was. Minor entries move no date.
pub fn measure_date(measure: &Measure, day: NaiveDate) -> Option<NaiveDate> {
    measure.updates.iter().filter(|u| !u.minor).map(|u| u.date).filter(|d| *d <= day).max()
}

/// The promise of a next update, as it stands on a day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Promise {
    /// The day by which the next update was promised.
    pub due: NaiveDate,
    /// That day has passed, and nothing was entered on it or since.
    pub passed: bool,
}

/// The promise that stands; none once something was entered on the promised day or later.
pub fn promise(notice: &Notice, day: NaiveDate) -> Option<Promise> {
    let due = notice.next_update_due.filter(|due| last_entry(notice, day) < *due)?;
    Some(Promise { due, passed: due < day })
}
