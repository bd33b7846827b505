//! The record on its day, with what many pages ask for worked out once.

use std::collections::HashMap;

use chrono::NaiveDate;
use fluent_bundle::FluentArgs;

use crate::history;
use crate::lang::Catalog;
use crate::model::{
    Issue, Measure, Notice, Numbers, Pattern, Site, Status, Tally, Unit, UnitId, Update, status,
};

/// The site on the as-of date.
pub struct Book<'a> {
    /// The record.
    pub site: &'a Site,
    /// The as-of date.
    pub day: NaiveDate,
    /// The theme's strings.
    pub strings: &'a Catalog,
    /// Numbers of each notice.
    pub numbers: Vec<Numbers>,
    /// Tally of issues and of measures of each notice.
    pub tallies: Vec<(Tally, Tally)>,
    units: HashMap<&'a UnitId, usize>,
    by_unit: Vec<Vec<Row>>,
    by_status: HashMap<Option<Status>, Vec<Row>>,
}

/// A measure by its place: notice, issue, measure.
#[derive(Debug, Clone, Copy)]
pub struct Row {
    /// Notice.
    pub notice: usize,
    /// Issue in the notice.
    pub issue: usize,
    /// Measure in the issue.
    pub measure: usize,
    /// The unit only helps.
    pub helps: bool,
}

impl<'a> Book<'a> {
    /// Opens the record on a day.
    pub fn open(site: &'a Site, day: NaiveDate, strings: &'a Catalog) -> Self {
        let tally = |n: &Notice| {
            let measures = n.issues.iter().flat_map(|i| &i.measures);
            (history::tally_issues(&n.issues, n.date, day), history::tally_measures(measures, n.date, day))
        };
        let mut book = Self {
            site,
            day,
            strings,
            numbers: site.notices.iter().map(Numbers::of).collect(),
            tallies: site.notices.iter().map(tally).collect(),
            units: site.units.iter().enumerate().map(|(at, u)| (&u.id, at)).collect(),
            by_unit: vec![Vec::new(); site.units.len()],
            by_status: HashMap::new(),
        };
        book.index();
        book
    }

    fn index(&mut self) {
        for (notice, n) in self.site.notices.iter().enumerate() {
            for (issue, i) in n.issues.iter().enumerate() {
                for (measure, m) in i.measures.iter().enumerate() {
                    let row = Row { notice, issue, measure, helps: false };
                    self.by_status.entry(history::measure_status(m, n.date, self.day)).or_default().push(row);
                    for (unit, helps) in
                        m.unit.iter().map(|u| (u, false)).chain(m.with.iter().map(|u| (u, true)))
                    {
                        if let Some(at) = self.units.get(unit) {
                            self.by_unit[*at].push(Row { helps, ..row });
                        }
                    }
                }
            }
        }
    }

    /// The measures of a unit, led and helped.
    pub fn of_unit(&self, unit: usize) -> &[Row] {
        &self.by_unit[unit]
    }

    /// The measures that stand at a status.
    pub fn of_status(&self, status: Option<Status>) -> &[Row] {
        self.by_status.get(&status).map_or(&[], Vec::as_slice)
    }

    /// What a row points to.
    pub fn at(&self, row: Row) -> (&'a Notice, &'a Issue, &'a Measure) {
        let notice = &self.site.notices[row.notice];
        let issue = &notice.issues[row.issue];
        (notice, issue, &issue.measures[row.measure])
    }

    /// The place and the unit of an id.
    pub fn unit(&self, id: &UnitId) -> Option<(usize, &'a Unit)> {
        let at = *self.units.get(id)?;
        Some((at, &self.site.units[at]))
    }

    /// Printed number of an issue.
    pub fn issue_number(&self, n: usize, i: usize) -> String {
        printed(self.site.notices[n].numbering.issue.as_ref(), self.numbers[n].issues[i])
    }

    /// Printed number of a measure.
    pub fn measure_number(&self, n: usize, i: usize, m: usize) -> String {
        printed(self.site.notices[n].numbering.measure.as_ref(), self.numbers[n].measures[i][m])
    }

    /// The date of the whole record.
    pub fn record_date(&self) -> NaiveDate {
        self.site.notices.iter().map(|n| history::record_date(n, self.day)).max().unwrap_or(self.day)
    }

    /// Every update up to the as-of date, newest first.
    pub fn updates(&self) -> Vec<(Row, &'a Update)> {
        let mut out = Vec::new();
        for (notice, n) in self.site.notices.iter().enumerate() {
            for (issue, i) in n.issues.iter().enumerate() {
                for (measure, m) in i.measures.iter().enumerate() {
                    let row = Row { notice, issue, measure, helps: false };
                    out.extend(m.updates.iter().filter(|u| u.date <= self.day).map(|u| (row, u)));
                }
            }
        }
        out.sort_by_key(|(_, u)| std::cmp::Reverse(u.date));
        out
    }

    /// A string of the theme that takes no argument.
    pub fn word(&self, id: &str) -> String {
        self.strings.format(id, &FluentArgs::new())
    }

    /// The name of a status in the site's language.
    pub fn status_name(&self, status: Option<Status>) -> String {
        self.word(&format!("status-{}", status::key(status).replace('_', "-")))
    }
}

/// A number as printed; nothing where there is none.
pub fn printed(pattern: Option<&Pattern>, n: u32) -> String {
    pattern.filter(|_| n > 0).map(|p| p.print(n)).unwrap_or_default()
}
