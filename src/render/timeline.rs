//! How a notice or a unit came on, month by month: measures finished by the end of each, entries made in it, editions
//! published in it. A chart, and a table with the same figures.

use chrono::{Datelike, Months, NaiveDate};
use serde::Serialize;

use super::counts::hundredths;
use crate::history;
use crate::model::{Measure, Status};

/// The months that a chart shows at most; the latest.
const MOST: usize = 36;

/// A chart of some months.
#[derive(Serialize)]
pub struct Timeline {
    /// Oldest first.
    months: Vec<Month>,
    total: usize,
    /// The line of finished measures, as points in a box of 100 × 100.
    line: String,
}

#[derive(Serialize)]
struct Month {
    /// `2026-03`
    name: String,
    finished: usize,
    entries: usize,
    editions: usize,
    /// Left edge, width and height of its bar of entries, in a box of 100 × 100.
    x: f64,
    width: f64,
    height: f64,
}

/// The months from `first` to `last` for measures, each with the date of its notice. `None` where there is nothing to
/// see: fewer than two months, or no status stated in any.
pub fn timeline(
    measures: &[(NaiveDate, &Measure)],
    editions: &[NaiveDate],
    first: NaiveDate,
    last: NaiveDate,
) -> Option<Timeline> {
    let ends = month_ends(first, last);
    let stated = |(date, m): &(NaiveDate, &Measure)| history::measure_status(m, *date, last).is_some();
    if ends.len() < 2 || !measures.iter().any(stated) {
        return None;
    }
    let mut months: Vec<Month> = ends.iter().map(|end| month(*end, measures, editions, last)).collect();
    let most = months.iter().map(|m| m.entries).max().unwrap_or_default();
    let count = months.len();
    for (at, month) in months.iter_mut().enumerate() {
        month.x = hundredths(at * 10 + 1, count * 10);
        month.width = hundredths(8, count * 10);
        month.height = hundredths(month.entries * 9, most * 10);
    }
    let point = |(at, m): (usize, &Month)| {
        let x = hundredths(at * 2 + 1, count * 2);
        format!("{x},{:.2}", 100.0 - hundredths(m.finished, measures.len()))
    };
    let line = months.iter().enumerate().map(point).collect::<Vec<_>>().join(" ");
    Some(Timeline { months, total: measures.len(), line })
}

fn month(
    end: NaiveDate,
    measures: &[(NaiveDate, &Measure)],
    editions: &[NaiveDate],
    last: NaiveDate,
) -> Month {
    let begin = end.with_day(1).unwrap_or(end);
    let within = |day: &NaiveDate| begin <= *day && *day <= end.min(last);
    let finished = |(date, m): &&(NaiveDate, &Measure)| {
        history::measure_status(m, *date, end.min(last)).is_some_and(Status::is_finished)
    };
    let entries = measures.iter().flat_map(|(_, m)| &m.updates).filter(|u| !u.minor && within(&u.date));
    Month {
        name: end.format("%Y-%m").to_string(),
        finished: measures.iter().filter(finished).count(),
        entries: entries.count(),
        editions: editions.iter().filter(|day| within(day)).count(),
        x: 0.0,
        width: 0.0,
        height: 0.0,
    }
}

/// The last days of the months from one day to another, at most [`MOST`].
fn month_ends(first: NaiveDate, last: NaiveDate) -> Vec<NaiveDate> {
    let first = first.with_day(1).unwrap_or(first);
    let begins =
        (0_u32..).map_while(|n| first.checked_add_months(Months::new(n))).take_while(|day| *day <= last);
    let ends = begins.filter_map(|day| day.checked_add_months(Months::new(1))?.pred_opt());
    let mut all: Vec<NaiveDate> = ends.collect();
    all.drain(..all.len().saturating_sub(MOST));
    all
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap_or_default()
    }

    #[test]
    fn months_are_whole_and_the_latest_are_kept() {
        let ends = month_ends(day("2025-12-26"), day("2026-02-01"));
        assert_eq!(ends, [day("2025-12-31"), day("2026-01-31"), day("2026-02-28")]);
        let many = month_ends(day("2020-01-31"), day("2026-02-01"));
        assert_eq!((many.len(), many.last()), (MOST, Some(&day("2026-02-28"))));
        assert!(month_ends(day("2026-02-02"), day("2026-01-01")).is_empty());
    }
}
