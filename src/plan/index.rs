//! The same measures by body and by state, and every entry in order of time, worked out once for all pages.

use std::collections::HashMap;

use chrono::NaiveDate;
use rayon::prelude::*;

use crate::history;
use crate::model::{Issue, Measure, Notice, Site, Status, UnitId, Update};

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
    by_status: HashMap<Option<Status>, Vec<Row>>,
    entries: Vec<Entry>,
}

impl Index {
    /// Works the lists out; notices newest first, as in the site.
    pub fn of(site: &Site, day: NaiveDate) -> Self {
        let units: HashMap<&UnitId, usize> =
            site.units.iter().enumerate().map(|(at, u)| (&u.id, at)).collect();
        let lists: Vec<Self> =
            (0..site.notices.len()).into_par_iter().map(|n| Self::of_notice(n, site, &units, day)).collect();
        let mut index = Self::empty(site);
        lists.into_iter().for_each(|list| index.append(list));
        // The day is fetched once for each entry and not at every comparison.
        index.entries.par_sort_by_cached_key(|entry| entry.of(site).date);
        index
    }

    fn empty(site: &Site) -> Self {
        Self { by_unit: vec![Vec::new(); site.units.len()], ..Self::default() }
    }

    fn of_notice(n: usize, site: &Site, units: &HashMap<&UnitId, usize>, day: NaiveDate) -> Self {
        let mut index = Self::empty(site);
        let notice = &site.notices[n];
        for (i, issue) in notice.issues.iter().enumerate() {
            for (m, measure) in issue.measures.iter().enumerate() {
                index.add(Row::new(n, i, m), notice, measure, units, day);
            }
        }
        index
    }

    fn append(&mut self, other: Self) {
        for (mine, more) in self.by_unit.iter_mut().zip(other.by_unit) {
            mine.extend(more);
        }
        for (status, more) in other.by_status {
            self.by_status.entry(status).or_default().extend(more);
        }
        self.entries.extend(other.entries);
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
                self.by_unit[*at].push(Row { helps, ..row });
            }
        }
        let happened = measure.updates.iter().enumerate().filter(|(_, u)| u.date <= day);
        self.entries.extend(happened.map(|(at, _)| Entry { row, update: small(at) }));
    }

    /// The measures of a unit, led and helped.
    pub fn unit(&self, unit: usize) -> &[Row] {
        self.by_unit.get(unit).map_or(&[], Vec::as_slice)
    }

    /// The measures that stand at a status.
    pub fn status(&self, status: Option<Status>) -> &[Row] {
        self.by_status.get(&status).map_or(&[], Vec::as_slice)
    }

    /// Every entry up to the day, oldest first.
    pub fn entries(&self) -> &[Entry] {
        &self.entries
    }
}
