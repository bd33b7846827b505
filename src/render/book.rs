//! The record on its day, with what many pages ask for worked out once.

use std::collections::HashMap;

use chrono::NaiveDate;
use fluent_bundle::FluentArgs;
use rayon::prelude::*;

use super::documents::Documents;
use crate::export::print::Press;
use crate::history;
use crate::lang::Catalog;
use crate::model::{Notice, Numbers, Pattern, Site, Status, Tally, Unit, UnitId, status};
use crate::plan::{Cut, Index, Kind, Proof, Recurrences, Row};
use crate::search::Search;

/// For whom a site is built.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Audience {
    /// Everyone.
    #[default]
    Public,
    /// Those who write it: every page is marked as a draft, and kept from search engines.
    Writers,
}

/// The site on the as-of date.
pub struct Book<'a> {
    /// The record.
    pub site: &'a Site,
    /// The as-of date.
    pub day: NaiveDate,
    /// For whom it is built.
    pub audience: Audience,
    /// The lists of the site on that day.
    pub index: &'a Index,
    /// Every page that will be made.
    pub pages: &'a [Kind],
    /// The theme's strings.
    pub strings: &'a Catalog,
    /// The search, where the theme has one.
    pub search: Option<&'a Search<'a>>,
    /// What prints pages, where it is built in.
    pub press: Option<&'a dyn Press>,
    data: bool,
    issue_lists: bool,
    /// Documents beside the pages of notices.
    pub documents: Documents,
    /// Issues that repeat older ones.
    pub recurrences: Recurrences,
    /// The date of the whole record.
    pub record_date: NaiveDate,
    /// Each notice, in the order of the site.
    pub notices: Vec<Summary>,
    /// The measures that each unit leads, by status; units in the order of the site.
    pub led: Vec<Tally>,
    units: HashMap<&'a UnitId, usize>,
    /// Width and height of the site's own pictures, by address.
    pictures: HashMap<String, (u32, u32)>,
    statuses: HashMap<Option<Status>, String>,
}

/// What many pages say of one notice.
pub struct Summary {
    /// Its numbers.
    pub numbers: Numbers,
    /// Its issues by status.
    pub issues: Tally,
    /// Its measures by status.
    pub measures: Tally,
    /// The date of its record.
    pub record_date: NaiveDate,
}

impl Summary {
    fn of(notice: &Notice, day: NaiveDate) -> Self {
        let measures = notice.issues.iter().flat_map(|i| &i.measures);
        Self {
            numbers: Numbers::of(notice),
            issues: history::tally_issues(&notice.issues, notice.date, day),
            measures: history::tally_measures(measures, notice.date, day),
            record_date: history::record_date(notice, day),
        }
    }
}

impl<'a> Book<'a> {
    /// Opens the record on a day.
    pub fn open(
        site: &'a Site,
        index: &'a Index,
        pages: &'a [Kind],
        day: NaiveDate,
        strings: &'a Catalog,
    ) -> Self {
        let notices: Vec<Summary> = site.notices.par_iter().map(|n| Summary::of(n, day)).collect();
        let every = status::every();
        let named =
            every.map(|s| (s, word(strings, &format!("status-{}", status::key(s).replace('_', "-")))));
        Self {
            site,
            day,
            audience: Audience::Public,
            index,
            pages,
            strings,
            search: None,
            press: None,
            data: pages.contains(&Kind::Data),
            issue_lists: pages.contains(&Kind::Issues(Cut::Overdue, 0)),
            documents: Documents::of(site, pages),
            recurrences: Recurrences::of(site),
            record_date: notices.iter().map(|n| n.record_date).max().unwrap_or(day),
            notices,
            led: (0..site.units.len()).into_par_iter().map(|u| led(index.unit(u), site, day)).collect(),
            units: site.units.iter().enumerate().map(|(at, u)| (&u.id, at)).collect(),
            pictures: pictures(site),
            statuses: named.collect(),
        }
    }

    /// The same for another audience.
    pub fn for_audience(self, audience: Audience) -> Self {
        Self { audience, ..self }
    }

    /// The same with a search.
    pub fn with_search(self, search: Option<&'a Search<'a>>) -> Self {
        Self { search, ..self }
    }

    /// The same with a typesetter.
    pub fn with_press(self, press: Option<&'a dyn Press>) -> Self {
        Self { press, ..self }
    }

    /// Whether the record is open data that this theme publishes.
    pub fn makes_data(&self) -> bool {
        self.data
    }

    /// Whether the theme makes lists of issues across notices.
    pub fn lists_issues(&self) -> bool {
        self.issue_lists
    }

    /// The place and the unit of an id.
    pub fn unit(&self, id: &UnitId) -> Option<(usize, &'a Unit)> {
        let at = *self.units.get(id)?;
        Some((at, &self.site.units[at]))
    }

    /// Printed number of an issue.
    pub fn issue_number(&self, n: usize, i: usize) -> String {
        printed(self.site.notices[n].numbering.issue.as_ref(), self.notices[n].numbers.issues[i])
    }

    /// Printed number of a measure.
    pub fn measure_number(&self, n: usize, i: usize, m: usize) -> String {
        printed(self.site.notices[n].numbering.measure.as_ref(), self.notices[n].numbers.measures[i][m])
    }

    /// A string of the theme that takes no argument.
    pub fn word(&self, id: &str) -> String {
        word(self.strings, id)
    }

    /// Width and height in pixels of a picture of the site.
    pub fn pixels(&self, address: &str) -> Option<(u32, u32)> {
        self.pictures.get(address).copied()
    }

    /// What a table is called that says no more of itself than the heads of its columns.
    pub fn table_name(&self, heads: &[&str]) -> String {
        let mut args = FluentArgs::new();
        args.set("heads", heads.join(&self.word("list-sep")));
        self.strings.format("table-of", &args)
    }

    /// The name of a status in the site's language.
    pub fn status_name(&self, status: Option<Status>) -> &str {
        self.statuses.get(&status).map_or("", String::as_str)
    }
}

fn led(rows: &[Row], site: &Site, day: NaiveDate) -> Tally {
    let mut tally = Tally::default();
    for row in rows.iter().filter(|r| !r.helps) {
        let (notice, _, measure) = row.of(site);
        tally.add(history::measure_status(measure, notice.date, day));
    }
    tally
}

fn pictures(site: &Site) -> HashMap<String, (u32, u32)> {
    let all = site.notices.iter().enumerate();
    let files = all.flat_map(|(n, notice)| {
        notice.attachments.iter().enumerate().map(move |(at, file)| (Proof(n, at), file))
    });
    files.filter_map(|(proof, file)| Some((proof.address(site), file.pixels?))).collect()
}

fn word(strings: &Catalog, id: &str) -> String {
    strings.format(id, &FluentArgs::new())
}

/// A number as printed; nothing where there is none.
pub fn printed(pattern: Option<&Pattern>, n: u32) -> String {
    pattern.filter(|_| n > 0).map(|p| p.print(n)).unwrap_or_default()
}
