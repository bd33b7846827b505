//! How a notice or a unit came on, month by month: measures finished by the end of each, entries made in it, editions
//! published in it. A chart, and a table with the same figures.

use chrono::{Datelike, Months, NaiveDate};
use serde::Serialize;

use super::counts::hundredths;
use crate::history;
use crate::model::{Measure, Status};

/// The months that a chart shows at most; the latest.
const MOST: usize = 36;
/// The months that are named under it at most, so that the names fit on a phone.
const NAMED: usize = 6;

/// A chart of some months.
#[derive(Serialize)]
pub struct Timeline {
    /// Oldest first.
    months: Vec<Month>,
    total: usize,
    /// What the upper edge stands for, counted in entries, and half of it; 0 where there is no entry.
    top: usize,
    half: usize,
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
    /// Its number where it is named under the chart, and its year where that is a new one there.
    label: Option<u32>,
    year: Option<String>,
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
    // An edition may come out after the last entry.
    let last = editions.iter().copied().fold(last, NaiveDate::max);
    let ends = month_ends(first, last);
    let stated = |(date, m): &(NaiveDate, &Measure)| history::measure_status(m, *date, last).is_some();
    if ends.len() < 2 || !measures.iter().any(stated) {
        return None;
    }
    let mut months: Vec<Month> = ends.iter().map(|end| month(*end, measures, editions, last)).collect();
    let top = upper(months.iter().map(|m| m.entries).max().unwrap_or_default());
    let count = months.len();
    for (at, month) in months.iter_mut().enumerate() {
        month.x = hundredths(at * 10 + 1, count * 10);
        month.width = hundredths(8, count * 10);
        month.height = hundredths(month.entries, top);
    }
    name_some(&mut months, &ends);
    let point = |(at, m): (usize, &Month)| {
        let x = hundredths(at * 2 + 1, count * 2);
        format!("{x},{:.2}", 100.0 - hundredths(m.finished, measures.len()))
    };
    let line = months.iter().enumerate().map(point).collect::<Vec<_>>().join(" ");
    Some(Timeline { months, total: measures.len(), top, half: top / 2, line })
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
        label: None,
        year: None,
        x: 0.0,
        width: 0.0,
        height: 0.0,
    }
}

/// The least even number with one figure before its zeros that is not below `most`, so that its half is whole too.
fn upper(most: usize) -> usize {
    let ten = std::iter::successors(Some(1), |ten: &usize| ten.checked_mul(10)).find(|ten| ten * 10 >= most);
    let ten = ten.unwrap_or(1);
    let top = most.div_ceil(ten) * ten;
    top + top % 2
}

/// Names every so many months, and the year where it is not that of the name before.
fn name_some(months: &mut [Month], ends: &[NaiveDate]) {
    let (every, mut named) = (ends.len().div_ceil(NAMED), None);
    for (month, end) in months.iter_mut().zip(ends).step_by(every) {
        month.label = Some(end.month());
        month.year = Some(end.year().to_string()).filter(|_| named.replace(end.year()) != Some(end.year()));
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
    fn the_upper_edge_and_its_half_are_round_numbers() {
        let edges =
            [(0, 0), (1, 2), (2, 2), (3, 4), (7, 8), (9, 10), (11, 20), (27, 30), (100, 100), (101, 200)];
        edges.into_iter().for_each(|(most, edge)| assert_eq!(upper(most), edge, "{most}"));
    }

    #[test]
    fn at_most_six_months_are_named_and_each_year_once() {
        for count in 2..=MOST {
            let ends = month_ends(
                day("2026-11-01"),
                day("2026-11-01") + Months::new(u32::try_from(count).unwrap_or(2) - 1),
            );
            let mut months: Vec<Month> = ends.iter().map(|end| month(*end, &[], &[], *end)).collect();
            name_some(&mut months, &ends);
            let named = months.iter().filter(|m| m.label.is_some()).count();
            let mut years: Vec<_> = months.iter().filter_map(|m| m.year.clone()).collect();
            assert!((2..=NAMED).contains(&named), "{count}: {named}");
            assert_eq!(years.first().map(String::as_str), Some("2026"));
            let all = years.len();
            years.dedup();
            assert_eq!(years.len(), all);
        }
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
