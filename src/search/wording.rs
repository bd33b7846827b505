//! What the pages say of an issue in words of their own: states, days, labels, in the language of the site.

use chrono::NaiveDate;
use fluent_bundle::FluentArgs;

use crate::lang::Catalog;
use crate::model::{Issue, LookBackResult, Status, status};
use crate::zh::date;

/// The words of a site's pages, each looked up once.
pub struct Wording<'c> {
    strings: &'c Catalog,
    states: Vec<(Status, String)>,
    labels: Vec<(&'static str, String)>,
}

/// Words that take nothing in.
const LABELS: [&str; 14] = [
    "due",
    "units",
    "helps",
    "list-sep",
    "lead",
    "original",
    "goal",
    "closed",
    "reopened",
    "colon",
    "evidence",
    "corrects",
    "corrected-by",
    "because",
];

impl<'c> Wording<'c> {
    /// The words that a theme has.
    pub fn of(strings: &'c Catalog) -> Self {
        let named =
            |s: Status| (s, strings.words(&format!("status-{}", status::key(Some(s)).replace('_', "-"))));
        let labels = LABELS.into_iter().map(|id| (id, strings.words(id)));
        Self { strings, states: Status::ALL.into_iter().map(named).collect(), labels: labels.collect() }
    }

    /// A label.
    pub fn label(&self, id: &str) -> &str {
        self.labels.iter().find(|(known, _)| *known == id).map_or("", |(_, words)| words)
    }

    /// A state: as it was written where that is unusual. One that is not stated has no words.
    pub fn state(&self, state: Option<Status>, written: Option<&'static str>) -> &str {
        let named = || self.states.iter().find(|(s, _)| Some(*s) == state).map(|(_, name)| name.as_str());
        written.filter(|_| state.is_some()).or_else(named).unwrap_or_default()
    }

    /// What a look back found, in a word.
    pub fn look(&self, result: LookBackResult) -> String {
        self.strings.words(&format!("look-back-{}", result.key()))
    }

    /// A day as it is printed.
    pub fn day(&self, day: NaiveDate) -> String {
        date::in_words(day, self.strings.lang())
    }

    /// A sentence about a day.
    pub fn about(&self, id: &str, day: NaiveDate) -> String {
        let mut args = FluentArgs::new();
        args.set("date", self.day(day));
        self.strings.format(id, &args)
    }

    /// The deadline that holds on a day, and the first one where it moved.
    pub fn due(&self, issue: &Issue, day: NaiveDate) -> Option<String> {
        let (first, now) = (issue.due?, issue.due_on(day)?);
        let mut out = format!("{} {}", self.label("due"), self.day(now));
        if first != now {
            let moved = issue.extensions.iter().filter(|e| e.on <= day).count();
            let mut args = FluentArgs::new();
            args.set("date", self.day(first));
            args.set("n", moved);
            out.push_str(&self.strings.format("due-was", &args));
        }
        Some(out)
    }

    /// The units that answer, as they are listed; those that help say so.
    pub fn units<'u>(&self, units: impl Iterator<Item = (&'u str, bool)>) -> Option<String> {
        let helps = |helps| if helps { self.label("helps") } else { "" };
        let names: Vec<String> = units.map(|(name, h)| format!("{name}{}", helps(h))).collect();
        (!names.is_empty()).then(|| format!("{} {}", self.label("units"), names.join(self.label("list-sep"))))
    }
}
