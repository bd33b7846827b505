//! What someone who minds the record has to look at on a day: what is overdue, due soon, or silent, by notice and by unit.
//! It counts what was entered and guesses nothing about anyone.

use chrono::NaiveDate;

use super::{Promise, is_overdue, issue_status, measure_date, measure_status, promise, record_date};
use crate::model::{Issue, Measure, Notice, Site, Status, Tally, Unit};

/// How far to look.
#[derive(Debug, Clone, Copy)]
pub struct Limits {
    /// Deadlines so many days ahead are soon.
    pub due: i64,
    /// A measure with nothing new for more days than this is silent.
    pub silent: i64,
}

/// A notice on a day.
#[derive(Debug)]
pub struct Standing<'a> {
    /// The notice.
    pub notice: &'a Notice,
    /// Its issues by status.
    pub issues: Tally,
    /// Its measures by status.
    pub measures: Tally,
    /// The date of its record.
    pub record_date: NaiveDate,
    /// The next update that was promised.
    pub promise: Option<Promise>,
    /// Issues past their deadline, in official order.
    pub overdue: Vec<Deadline<'a>>,
    /// Issues whose deadline comes soon.
    pub soon: Vec<Deadline<'a>>,
    /// Measures that are silent.
    pub silent: Vec<Silent<'a>>,
}

/// An open issue and the deadline that holds.
#[derive(Debug, Clone, Copy)]
pub struct Deadline<'a> {
    /// Its place in the notice.
    pub at: usize,
    /// The issue.
    pub issue: &'a Issue,
    /// The deadline.
    pub due: NaiveDate,
}

/// A measure that is not finished, and on which nothing was entered for long.
#[derive(Debug, Clone, Copy)]
pub struct Silent<'a> {
    /// Place of the issue in the notice.
    pub at: usize,
    /// The issue.
    pub issue: &'a Issue,
    /// The measure.
    pub measure: &'a Measure,
    /// The day of its last entry, or of the notice where that is later.
    pub last: NaiveDate,
}

/// A unit on a day, by the measures that it leads.
#[derive(Debug)]
pub struct UnitStanding<'a> {
    /// The unit.
    pub unit: &'a Unit,
    /// The measures it leads, by status.
    pub led: Tally,
    /// Overdue issues in which a measure it leads is not finished.
    pub overdue: usize,
    /// Measures it leads that are silent.
    pub silent: usize,
}

impl<'a> Standing<'a> {
    /// A notice on a day.
    pub fn of(notice: &'a Notice, day: NaiveDate, limits: Limits) -> Self {
        let measures = notice.issues.iter().flat_map(|i| &i.measures);
        let open = || notice.issues.iter().enumerate().filter_map(|(at, i)| deadline(at, i, notice, day));
        Self {
            notice,
            issues: super::tally_issues(&notice.issues, notice.date, day),
            measures: super::tally_measures(measures, notice.date, day),
            record_date: record_date(notice, day),
            promise: promise(notice, day),
            overdue: open().filter(|d| is_overdue(d.issue, notice.date, day)).collect(),
            soon: open().filter(|d| (0..=limits.due).contains(&(d.due - day).num_days())).collect(),
            silent: silent(notice, day, limits.silent),
        }
    }
}

/// The deadline of an issue that is neither finished nor closed.
fn deadline<'a>(at: usize, issue: &'a Issue, notice: &Notice, day: NaiveDate) -> Option<Deadline<'a>> {
    let finished = issue_status(issue, notice.date, day).is_some_and(Status::is_finished);
    let open = !finished && issue.closed_on(day).is_none();
    issue.due_on(day).filter(|_| open).map(|due| Deadline { at, issue, due })
}

fn silent(notice: &Notice, day: NaiveDate, limit: i64) -> Vec<Silent<'_>> {
    let open = notice.issues.iter().enumerate().filter(|(_, i)| i.closed_on(day).is_none());
    let all = open.flat_map(|(at, issue)| issue.measures.iter().map(move |measure| (at, issue, measure)));
    let last = |m: &Measure| measure_date(m, day).map_or(notice.date, |d| d.max(notice.date));
    all.map(|(at, issue, measure)| Silent { at, issue, measure, last: last(measure) })
        .filter(|s| is_unfinished(s.measure, notice, day) && (day - s.last).num_days() > limit)
        .collect()
}

fn is_unfinished(measure: &Measure, notice: &Notice, day: NaiveDate) -> bool {
    !measure_status(measure, notice.date, day).is_some_and(Status::is_finished)
}

/// Every unit that leads a measure, in the order of the site.
pub fn by_unit<'a>(site: &'a Site, notices: &[Standing<'_>], day: NaiveDate) -> Vec<UnitStanding<'a>> {
    let all = site.units.iter().map(|unit| {
        let leads = |m: &&Measure| m.unit.as_ref() == Some(&unit.id);
        let mut standing = UnitStanding { unit, led: Tally::default(), overdue: 0, silent: 0 };
        for s in notices {
            let led = s.notice.issues.iter().flat_map(|i| &i.measures).filter(leads);
            standing.led.merge(&super::tally_measures(led, s.notice.date, day));
            let late = |d: &&Deadline<'_>| {
                d.issue.measures.iter().any(|m| leads(&m) && is_unfinished(m, s.notice, day))
            };
            standing.overdue += s.overdue.iter().filter(late).count();
            standing.silent += s.silent.iter().filter(|s| leads(&s.measure)).count();
        }
        standing
    });
    all.filter(|u| u.led.total() > 0).collect()
}
