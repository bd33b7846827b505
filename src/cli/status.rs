//! `gongkai status`

use std::path::Path;

use chrono::NaiveDate;
use clap::ArgMatches;
use serde_json::{Value, json};

use super::out::Out;
use super::table::{Side, table};
use super::{USAGE, WELL};
use crate::history::Promise;
use crate::history::standing::{Deadline, Limits, Silent, Standing, UnitStanding, by_unit};
use crate::lang::Msg;
use crate::model::{Numbers, Pattern, Site, Tally};

/// Prints progress, and what is overdue, due soon or silent, by notice and by unit.
pub fn run(root: &Path, matches: &ArgMatches, out: &Out) -> u8 {
    match status(root, matches, out) {
        Ok(()) => WELL,
        Err(code) => code,
    }
}

fn status(root: &Path, matches: &ArgMatches, out: &Out) -> Result<(), u8> {
    let day = out.day(matches)?;
    let days = |name| matches.get_one::<u16>(name).map(|n| i64::from(*n)).ok_or(USAGE);
    let limits = Limits { due: days("due")?, silent: days("silent")? };
    let (site, _) = out.site(root, "human")?;
    let notices: Vec<Standing<'_>> = site.notices.iter().map(|n| Standing::of(n, day, limits)).collect();
    let units = by_unit(&site, &notices, day);
    if matches.get_one::<String>("format").is_some_and(|f| f == "json") {
        out.raw(&format!("{:#}\n", machine(&notices, &units, day)));
        return Ok(());
    }
    let report = Report { site: &site, day, limits, out };
    out.say(&Msg::new("status-day").with("day", day.to_string()));
    notices.iter().for_each(|s| report.notice(s));
    report.units(&units);
    Ok(())
}

struct Report<'a> {
    site: &'a Site,
    day: NaiveDate,
    limits: Limits,
    out: &'a Out,
}

impl Report<'_> {
    fn notice(&self, s: &Standing<'_>) {
        let out = self.out;
        let numbers = Numbers::of(s.notice);
        out.raw("\n");
        out.say(&Msg::new("status-notice").with("title", &s.notice.title).with("slug", &s.notice.slug));
        self.tallies(s);
        if let Some(promise) = s.promise {
            out.say(&promised(promise, s.record_date));
        }
        self.deadlines("status-overdue", s, &s.overdue, &numbers);
        self.deadlines("status-due", s, &s.soon, &numbers);
        self.silent(s, &numbers);
    }

    fn tallies(&self, s: &Standing<'_>) {
        let row = |name, t: &Tally| {
            let share = t.percent().map(|p| format!("{p}%")).unwrap_or_default();
            let unstated = Msg::new("status-unstated").count("n", t.not_stated);
            let finished =
                Msg::new("status-finished").count("finished", t.finished()).count("total", t.total());
            vec![self.out.word(name), self.out.text(&finished), share, self.out.text(&unstated)]
        };
        let rows = [row("status-issues", &s.issues), row("status-measures", &s.measures)];
        self.out.raw(&table(&rows, &[Side::Left, Side::Right, Side::Right, Side::Left], 2));
    }

    fn deadlines(&self, head: &'static str, s: &Standing<'_>, list: &[Deadline<'_>], numbers: &Numbers) {
        if list.is_empty() {
            return;
        }
        let ahead = usize::try_from(self.limits.due).unwrap_or_default();
        self.out.say(&Msg::new(head).count("n", list.len()).count("days", ahead));
        let rows: Vec<Vec<String>> = list
            .iter()
            .map(|d| {
                let number = number(s, numbers, d.at);
                vec![
                    d.due.to_string(),
                    self.days(d.due),
                    d.issue.id.to_string(),
                    format!("{number}{}", d.issue.short_title()),
                ]
            })
            .collect();
        self.out.raw(&table(&rows, &[Side::Left, Side::Right, Side::Left, Side::Left], 4));
    }

    fn silent(&self, s: &Standing<'_>, numbers: &Numbers) {
        if s.silent.is_empty() {
            return;
        }
        let limit = usize::try_from(self.limits.silent).unwrap_or_default();
        self.out.say(&Msg::new("status-silent").count("n", s.silent.len()).count("days", limit));
        let unit = |m: &Silent<'_>| {
            let unit = m.measure.unit.as_ref().and_then(|id| self.site.unit(id));
            unit.map_or_else(|| self.out.word("status-no-unit"), |u| u.name.clone())
        };
        let row = |m: &Silent<'_>| {
            vec![
                m.last.to_string(),
                self.days(m.last),
                format!("{}/{}", m.issue.id, m.measure.id),
                unit(m),
                format!("{}{}", number(s, numbers, m.at), m.issue.short_title()),
            ]
        };
        let rows: Vec<Vec<String>> = s.silent.iter().map(row).collect();
        self.out.raw(&table(&rows, &[Side::Left, Side::Right, Side::Left, Side::Left, Side::Left], 4));
    }

    /// How many days ago or ahead a day is.
    fn days(&self, other: NaiveDate) -> String {
        let days = (self.day - other).num_days();
        let id = if days > 0 { "status-days-ago" } else { "status-days-ahead" };
        self.out.text(&Msg::new(id).count("n", usize::try_from(days.abs()).unwrap_or_default()))
    }

    fn units(&self, units: &[UnitStanding<'_>]) {
        if units.is_empty() {
            return;
        }
        self.out.raw("\n");
        let mut rows = vec![Vec::from(HEADS.map(|id| self.out.word(id)))];
        rows.extend(units.iter().map(|u| {
            let counts = [u.led.total(), u.led.finished(), u.overdue, u.silent];
            std::iter::once(u.unit.name.clone()).chain(counts.map(|n| n.to_string())).collect()
        }));
        let sides = [Side::Left, Side::Right, Side::Right, Side::Right, Side::Right];
        self.out.raw(&table(&rows, &sides, 0));
    }
}

/// Over the columns of the table by unit.
const HEADS: [&str; 5] =
    ["status-unit", "status-unit-led", "status-unit-finished", "status-unit-overdue", "status-unit-silent"];

fn promised(promise: Promise, last: NaiveDate) -> Msg {
    let id = if promise.passed { "status-promise-passed" } else { "status-promise" };
    Msg::new(id).with("due", promise.due.to_string()).with("last", last.to_string())
}

fn number(s: &Standing<'_>, numbers: &Numbers, at: usize) -> String {
    let n = numbers.issues[at];
    s.notice.numbering.issue.as_ref().filter(|_| n > 0).map(|p: &Pattern| p.print(n)).unwrap_or_default()
}

fn machine(notices: &[Standing<'_>], units: &[UnitStanding<'_>], day: NaiveDate) -> Value {
    let unit = |u: &UnitStanding<'_>| {
        json!({"id": u.unit.id.as_str(), "name": u.unit.name, "measures": tally(&u.led),
            "overdue_issues": u.overdue, "silent_measures": u.silent})
    };
    json!({
        "as_of": day,
        "notices": notices.iter().map(|s| notice(s, day)).collect::<Vec<_>>(),
        "units": units.iter().map(unit).collect::<Vec<_>>(),
    })
}

fn notice(s: &Standing<'_>, day: NaiveDate) -> Value {
    let deadline = |d: &Deadline<'_>| {
        json!({"issue": d.issue.id.as_str(), "title": d.issue.short_title(), "due": d.due,
            "days": (d.due - day).num_days()})
    };
    let silent = |m: &Silent<'_>| {
        json!({"issue": m.issue.id.as_str(), "measure": m.measure.id.as_str(),
            "unit": m.measure.unit.as_ref().map(|u| u.as_str()), "last": m.last, "days": (day - m.last).num_days()})
    };
    json!({
        "slug": s.notice.slug,
        "title": s.notice.title,
        "record_date": s.record_date,
        "next_update_due": s.notice.next_update_due,
        "next_update_passed": s.promise.is_some_and(|p| p.passed),
        "issues": tally(&s.issues),
        "measures": tally(&s.measures),
        "overdue": s.overdue.iter().map(deadline).collect::<Vec<_>>(),
        "due_soon": s.soon.iter().map(deadline).collect::<Vec<_>>(),
        "silent": s.silent.iter().map(silent).collect::<Vec<_>>(),
    })
}

fn tally(t: &Tally) -> Value {
    json!({"total": t.total(), "finished": t.finished(), "not_stated": t.not_stated})
}
