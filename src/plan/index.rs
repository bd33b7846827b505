//! The same measures by body and by state, and every entry in order of time, worked out once for all pages.

use std::collections::HashMap;
use std::hash::Hash;

use chrono::NaiveDate;
use rayon::prelude::*;

use super::list::{Cut, List, Spot};
use crate::history;
use crate::model::{Issue, Measure, Notice, Site, Status, UnitId, Update, status};

/// A measure by its place: notice, issue, measure.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Row {
    notice: u32,
    issue: u32,
    measure: u32,
    /// The unit only helps.
    pub helps: bool,
}

/// A dated entry by its place in a measure.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Entry {
    /// The measure.
    pub row: Row,
    update: u32,
}

impl Row {
    fn new(notice: usize, issue: usize, measure: usize) -> Self {
        Self { notice: small(notice), issue: small(issue), measure: small(measure), helps: false }
    }

    /// Every measure of a notice, in official order.
    pub fn of_notice(notice: usize, site: &Site) -> impl Iterator<Item = Self> {
        let issues = site.notices[notice].issues.iter().enumerate();
        issues.flat_map(move |(i, issue)| (0..issue.measures.len()).map(move |m| Self::new(notice, i, m)))
    }

    /// Place of the notice in the site.
    pub fn notice(self) -> usize {
        self.notice as usize
    }

    /// The issue that it belongs to.
    pub fn spot(self) -> Spot {
        Spot { notice: self.notice(), issue: self.issue() }
    }

    /// Place of the issue in its notice.
    pub fn issue(self) -> usize {
        self.issue as usize
    }

    /// Place of the measure in its issue.
    pub fn measure(self) -> usize {
        self.measure as usize
    }

    /// What it points to.
    pub fn of(self, site: &Site) -> (&Notice, &Issue, &Measure) {
        let notice = &site.notices[self.notice()];
        let issue = &notice.issues[self.issue()];
        (notice, issue, &issue.measures[self.measure()])
    }
}

impl Entry {
    /// The entries of some measures up to a day, oldest first.
    pub fn of_rows(rows: impl Iterator<Item = Row>, site: &Site, day: NaiveDate) -> Vec<Self> {
        let of_row = |row: Row| {
            let updates = row.of(site).2.updates.iter().enumerate();
            updates.filter(|(_, u)| u.date <= day).map(move |(at, _)| Self { row, update: small(at) })
        };
        let mut found: Vec<Self> = rows.flat_map(of_row).collect();
        found.sort_by_key(|entry| entry.of(site).date);
        found
    }

    /// What it points to.
    pub fn of(self, site: &Site) -> &Update {
        &self.row.of(site).2.updates[self.update as usize]
    }
}

/// No site has four thousand million of anything: each stands in a file or a line of one.
fn small(n: usize) -> u32 {
    u32::try_from(n).unwrap_or(u32::MAX)
}

/// Lists of a site on a day.
#[derive(Debug, Default)]
pub struct Index {
    by_unit: Vec<Vec<Row>>,
    unit_lists: Vec<List<Row>>,
    by_status: HashMap<Option<Status>, List<Row>>,
    issues: HashMap<Cut, List<Spot>>,
    entries: Vec<Entry>,
}

/// What one notice adds to the lists.
#[derive(Default)]
struct Gathered {
    /// Each with the place of its unit.
    by_unit: Vec<(usize, Row)>,
    by_status: HashMap<Option<Status>, Vec<Row>>,
    issues: HashMap<Cut, Vec<Spot>>,
    entries: Vec<Entry>,
}

impl Index {
    /// Works the lists out; notices newest first, as in the site.
    pub fn of(site: &Site, day: NaiveDate) -> Self {
        let units: HashMap<&UnitId, usize> =
            site.units.iter().enumerate().map(|(at, u)| (&u.id, at)).collect();
        let lists: Vec<Gathered> = (0..site.notices.len())
            .into_par_iter()
            .map(|n| Gathered::of_notice(n, site, &units, day))
            .collect();
        let mut by_unit = vec![Vec::new(); site.units.len()];
        let (mut by_status, mut issues, mut entries) = (HashMap::new(), HashMap::new(), Vec::new());
        for list in lists {
            list.by_unit.into_iter().for_each(|(unit, row)| by_unit[unit].push(row));
            append(&mut by_status, list.by_status);
            append(&mut issues, list.issues);
            entries.extend(list.entries);
        }
        // The day is fetched once for each entry and not at every comparison.
        entries.par_sort_by_cached_key(|entry: &Entry| entry.of(site).date);
        Self {
            unit_lists: by_unit.par_iter().map(|rows| by_standing(rows, site, day)).collect(),
            by_unit,
            by_status: by_status.into_iter().map(|(s, rows)| (s, in_notices(rows, |r| r.notice()))).collect(),
            issues: issues.into_iter().map(|(cut, rows)| (cut, in_notices(rows, |s| s.notice))).collect(),
            entries,
        }
    }

    /// The measures of a unit, led and helped, in official order.
    pub fn unit(&self, unit: usize) -> &[Row] {
        self.by_unit.get(unit).map_or(&[], Vec::as_slice)
    }

    /// The same in pages: what it leads by status, from the most finished down, then what it helps with.
    pub fn unit_list(&self, unit: usize) -> &List<Row> {
        self.unit_lists.get(unit).unwrap_or(const { &List::empty() })
    }

    /// The measures that stand at a status, in official order.
    pub fn status(&self, status: Option<Status>) -> &List<Row> {
        self.by_status.get(&status).unwrap_or(const { &List::empty() })
    }

    /// The issues of a cut, in official order.
    pub fn issues(&self, cut: Cut) -> &List<Spot> {
        self.issues.get(&cut).unwrap_or(const { &List::empty() })
    }

    /// Every entry up to the day, oldest first.
    pub fn entries(&self) -> &[Entry] {
        &self.entries
    }
}

/// A list in which each notice keeps together.
fn in_notices<T>(rows: Vec<T>, notice: impl Fn(&T) -> usize) -> List<T> {
    List::new(rows, |a, b| notice(a) == notice(b))
}

fn by_standing(rows: &[Row], site: &Site, day: NaiveDate) -> List<Row> {
    let key = |row: &Row| {
        let (notice, _, measure) = row.of(site);
        let standing = history::measure_status(measure, notice.date, day);
        (row.helps, if row.helps { None } else { status::every().position(|s| s == standing) })
    };
    let mut keyed: Vec<_> = rows.iter().map(|row| (key(row), *row)).collect();
    keyed.sort_by_key(|(key, _)| *key);
    let list = List::new(keyed, |a, b| a.0 == b.0);
    list.map(|(_, row)| row)
}

/// Adds lists to those of the same keys.
fn append<K: Eq + Hash, T>(all: &mut HashMap<K, Vec<T>>, more: HashMap<K, Vec<T>>) {
    for (key, more) in more {
        all.entry(key).or_default().extend(more);
    }
}

impl Gathered {
    fn of_notice(n: usize, site: &Site, units: &HashMap<&UnitId, usize>, day: NaiveDate) -> Self {
        let mut all = Self::default();
        let notice = &site.notices[n];
        for (i, issue) in notice.issues.iter().enumerate() {
            let spot = Spot { notice: n, issue: i };
            cuts(issue, notice.date, day).for_each(|cut| all.issues.entry(cut).or_default().push(spot));
            for (m, measure) in issue.measures.iter().enumerate() {
                all.add(Row::new(n, i, m), notice, measure, units, day);
            }
        }
        all
    }

    fn add(
        &mut self,
        row: Row,
        notice: &Notice,
        measure: &Measure,
        units: &HashMap<&UnitId, usize>,
        day: NaiveDate,
    ) {
        let status = history::measure_status(measure, notice.date, day);
        self.by_status.entry(status).or_default().push(row);
        let led = measure.unit.iter().map(|u| (u, false));
        for (unit, helps) in led.chain(measure.with.iter().map(|u| (u, true))) {
            if let Some(at) = units.get(unit) {
                self.by_unit.push((*at, Row { helps, ..row }));
            }
        }
        let happened = measure.updates.iter().enumerate().filter(|(_, u)| u.date <= day);
        self.entries.extend(happened.map(|(at, _)| Entry { row, update: small(at) }));
    }
}

/// Every list of issues that an issue stands in.
fn cuts(issue: &Issue, notice_date: NaiveDate, day: NaiveDate) -> impl Iterator<Item = Cut> {
    let status = Cut::Status(history::issue_status(issue, notice_date, day));
    let more = [
        (Cut::Overdue, history::is_overdue(issue, notice_date, day)),
        (Cut::Closed, issue.closed_on(day).is_some()),
        (Cut::Extended, history::is_extended(issue, day)),
    ];
    [status].into_iter().chain(more.into_iter().filter(|(_, holds)| *holds).map(|(cut, _)| cut))
}
