//! What three years say in other places: the feeds of the notice and of each unit, the lists by unit, the chart by month, and
//! the difference of two editions as data.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

use atom_syndication::Feed;
use chrono::{Datelike, Days, Months, NaiveDate};
use scraper::Html;
use serde_json::Value;

use super::{BASE, Counted, EDITIONS, Entry, Issue, Ledger, begin, select, words};

/// The unit that answers for a measure.
pub fn unit(issue: usize, measure: usize) -> usize {
    (issue + measure) % UNITS
}

/// How many units there are.
pub const UNITS: usize = 3;

/// Lists and feeds of each unit, the feed of the notice, the chart by month.
pub fn compare(public: &Path, seen: &Ledger, day: NaiveDate, count: &mut Counted) {
    let read = |path: &str| fs::read_to_string(public.join(path)).unwrap();
    own_feed(&read("notices/n/feed.atom"), seen, day, |_, _| true, count);
    for u in 0..UNITS {
        own_feed(&read(&format!("units/u{u}/feed.atom")), seen, day, |at, m| unit(at, m) == u, count);
        let page = Html::parse_document(&read(&format!("units/u{u}/index.html")));
        let listed: BTreeSet<String> = select(page.root_element(), "li.card h4 a")
            .into_iter()
            .map(|a| a.attr("href").unwrap().rsplit_once("issues/").unwrap().1.to_owned())
            .collect();
        let all = (0..seen.issues.len()).flat_map(|at| [(at, 0), (at, 1)]);
        let own = all.filter(|(at, m)| unit(*at, *m) == u).map(|(at, m)| format!("i{at}/#m{m}"));
        assert_eq!(listed, own.collect(), "{day}: unit {u}");
        count.pages += 1;
    }
    months(&read("notices/n/progress/index.html"), seen, day, count);
}

/// The thirty latest entries of a part of the record, by id.
fn own_feed(
    text: &str,
    seen: &Ledger,
    day: NaiveDate,
    has: impl Fn(usize, usize) -> bool,
    count: &mut Counted,
) {
    let mut should: Vec<(NaiveDate, String)> = Vec::new();
    for (at, m, e) in entries(seen).filter(|(at, m, e)| has(*at, *m) && e.date <= day && !e.minor) {
        should.push((e.date, format!("{BASE}notices/n/issues/i{at}/#m{m}-{}", e.id)));
    }
    should.sort();
    let feed = Feed::read_from(text.as_bytes()).unwrap();
    let ids: BTreeSet<&str> = feed.entries.iter().map(|e| e.id.as_str()).collect();
    assert_eq!(ids.len(), should.len().min(30), "{day}");
    let oldest = should.iter().rev().nth(29).map_or(NaiveDate::MIN, |(date, _)| *date);
    for (date, id) in should.iter().filter(|(date, _)| *date > oldest) {
        assert!(ids.contains(id.as_str()), "{day}: {date} {id}");
    }
    count.facts += ids.len();
}

/// Every entry with its issue and its measure.
pub fn entries(seen: &Ledger) -> impl Iterator<Item = (usize, usize, &Entry)> {
    let measures = seen
        .issues
        .iter()
        .enumerate()
        .flat_map(|(at, i)| i.measures.iter().enumerate().map(move |(m, e)| (at, m, e)));
    measures.flat_map(|(at, m, all)| all.iter().map(move |e| (at, m, e)))
}

/// The last day up to `day` on which the office wrote something that is not minor.
pub fn record_date(seen: &Ledger, day: NaiveDate) -> NaiveDate {
    let told = entries(seen).filter(|(.., e)| !e.minor).map(|(.., e)| e.date);
    let issues = seen.issues.iter();
    let after =
        issues.flat_map(|i| i.closed.iter().chain(&i.reopened).chain(i.extensions.iter().map(|(on, _)| on)));
    let gone = seen.withdrawn.iter().map(|(.., on)| *on);
    told.chain(after.copied()).chain(gone).filter(|d| *d <= day).fold(begin(), NaiveDate::max)
}

/// The table under the chart: of each month the measures finished by its end, entries made and editions published in it.
fn months(page: &str, seen: &Ledger, day: NaiveDate, count: &mut Counted) {
    let page = Html::parse_document(page);
    let editions: Vec<NaiveDate> =
        EDITIONS.iter().map(|n| begin() + Days::new(*n)).filter(|d| *d <= day).collect();
    // The chart goes on to the latest edition, which may come after the last entry.
    let last = editions.iter().copied().fold(record_date(seen, day), NaiveDate::max);
    let mut shown = 0;
    for row in select(page.root_element(), "section[aria-labelledby=months] tbody tr") {
        let month = select(row, "time")[0].attr("datetime").unwrap().to_owned();
        let first: NaiveDate = format!("{month}-01").parse().unwrap();
        let end = (first + Months::new(1)).pred_opt().unwrap().min(last);
        let within = |d: &NaiveDate| (d.year(), d.month()) == (first.year(), first.month()) && *d <= last;
        let finished = |i: &Issue, m| matches!(i.measure_status(m, end), Some("done" | "done_ongoing"));
        let finished: usize = seen.issues.iter().map(|i| (0..2).filter(|m| finished(i, *m)).count()).sum();
        let made = entries(seen).filter(|(.., e)| !e.minor && within(&e.date)).count();
        let published = editions.iter().filter(|d| within(d)).count();
        let told: Vec<String> = select(row, "td").into_iter().map(words).collect();
        let should =
            [format!("{finished}/{}", seen.issues.len() * 2), made.to_string(), published.to_string()];
        assert_eq!(told, should, "{day}: {month}");
        shown += 1;
    }
    assert!(shown >= 2, "{day}: {shown} months");
    count.facts += shown * 3;
}

/// What `gongkai diff A B --format json` says, entry by entry.
pub fn difference(said: &str, before: (&Ledger, NaiveDate), now: (&Ledger, NaiveDate), count: &mut Counted) {
    let said: Value = serde_json::from_str(said).unwrap();
    let mut told: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    for issue in said["changes"].as_array().unwrap() {
        let lines = issue["changes"].as_array().unwrap().iter().filter_map(line).collect();
        told.insert(issue["issue"].as_str().unwrap().to_owned(), lines);
    }
    let mut should: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    for (at, (old, new)) in before.0.issues.iter().zip(&now.0.issues).enumerate() {
        let lines = expected((old, before.1), (new, now.1));
        if !lines.is_empty() {
            should.insert(format!("i{at}"), lines);
        }
    }
    for (at, m, id, on) in &now.0.withdrawn {
        let was = before.0.issues[*at].measures[*m].iter().any(|e| e.id == *id);
        if was {
            should.entry(format!("i{at}")).or_default().insert(format!("withdrawn m{m} {id} {on}"));
        }
    }
    told.retain(|_, lines| !lines.is_empty());
    assert_eq!(told, should, "{} to {}", before.1, now.1);
    count.facts += should.values().map(BTreeSet::len).sum::<usize>();
    let overdue = |l: &Ledger, day| l.issues.iter().filter(|i| i.is_overdue(day)).count() as u64;
    assert_eq!(said["issues"]["then"]["overdue"].as_u64(), Some(overdue(before.0, before.1)));
    assert_eq!(said["issues"]["now"]["overdue"].as_u64(), Some(overdue(now.0, now.1)));
}

fn line(change: &Value) -> Option<String> {
    let text = |key: &str| change[key].as_str().unwrap_or_default().to_owned();
    let kind = change["kind"].as_str().unwrap();
    Some(match kind {
        "closed" => format!("closed {}", text("date")),
        "reopened" => format!("reopened {}", text("on")),
        "due_moved" => format!("due {} {}", text("from"), text("to")),
        "status_moved" => format!("status {} {} {}", text("measure"), text("from"), text("to")),
        "update" => format!("update {} {}", text("measure"), text("update")),
        "withdrawn" => format!("withdrawn {} {} {}", text("measure"), text("update"), text("on")),
        other => panic!("nobody wrote {other}"),
    })
}

fn expected((old, then): (&Issue, NaiveDate), (new, day): (&Issue, NaiveDate)) -> BTreeSet<String> {
    let mut out = BTreeSet::new();
    out.extend(new.closed.iter().filter(|d| !old.closed.contains(d)).map(|d| format!("closed {d}")));
    out.extend(new.reopened.iter().filter(|d| !old.reopened.contains(d)).map(|d| format!("reopened {d}")));
    let mut from = old.due(then);
    for (_, to) in new.extensions.iter().filter(|e| !old.extensions.contains(e)) {
        out.insert(format!("due {from} {to}"));
        from = *to;
    }
    for m in 0..2 {
        let (a, b) = (old.measure_status(m, then), new.measure_status(m, day));
        if a != b {
            let name = |s: Option<&'static str>| s.unwrap_or("not_stated");
            out.insert(format!("status m{m} {} {}", name(a), name(b)));
        }
        let had = |e: &&Entry| old.measures[m].iter().any(|o| o.id == e.id);
        out.extend(new.measures[m].iter().filter(|e| !had(e)).map(|e| format!("update m{m} {}", e.id)));
    }
    out
}
