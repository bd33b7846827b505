//! A notice's measures by the units that lead them, and all of them as a strip in official order.

use std::fmt::Write as _;

use serde::Serialize;

use super::book::Book;
use super::counts::{Counts, list_id};
use super::parts::{self, Links};
use crate::history;
use crate::model::{Status, UnitId, status};
use crate::plan::{Kind, Row};

/// Squares in a row of the strip.
const ACROSS: usize = 32;
/// Characters of a measure that a list shows.
const SHOWN: usize = 48;

/// A unit of a notice with what it leads there, by status; without a name the measures that name no unit.
#[derive(Serialize)]
pub struct Led<'a> {
    id: String,
    name: Option<&'a str>,
    href: Option<String>,
    measures: Counts<'a>,
    groups: Vec<Group<'a>>,
}

/// Its measures at one status.
#[derive(Serialize)]
struct Group<'a> {
    id: String,
    key: &'static str,
    name: &'a str,
    rows: Vec<Brief>,
}

#[derive(Serialize)]
struct Brief {
    href: String,
    number: String,
    text: String,
}

/// One small square a measure: a path for each status, in a box of [`Strip::width`] by [`Strip::height`].
#[derive(Serialize)]
pub struct Strip {
    width: usize,
    height: usize,
    paths: Vec<Path>,
}

#[derive(Serialize)]
struct Path {
    key: &'static str,
    d: String,
}

struct Standing<'a> {
    row: Row,
    unit: Option<&'a UnitId>,
    status: Option<Status>,
}

/// The measures of notice `n` by unit, whoever leads most first, and as a strip.
pub fn led<'a>(n: usize, book: &'a Book<'_>, links: &Links) -> (Vec<Led<'a>>, Option<Strip>) {
    let all: Vec<Standing<'_>> = Row::of_notice(n, book.site)
        .map(|row| {
            let (notice, _, measure) = row.of(book.site);
            let status = history::measure_status(measure, notice.date, book.day);
            Standing { row, unit: measure.unit.as_ref(), status }
        })
        .collect();
    let mut units: Vec<(Option<&UnitId>, Vec<&Standing<'_>>)> = Vec::new();
    for standing in &all {
        match units.iter_mut().find(|(unit, _)| *unit == standing.unit) {
            Some((_, list)) => list.push(standing),
            None => units.push((standing.unit, vec![standing])),
        }
    }
    units.sort_by_key(|(unit, list)| (unit.is_none(), std::cmp::Reverse(list.len())));
    (units.into_iter().map(|(unit, list)| of_unit(unit, &list, book, links)).collect(), strip(&all))
}

fn of_unit<'a>(unit: Option<&UnitId>, list: &[&Standing<'_>], book: &'a Book<'_>, links: &Links) -> Led<'a> {
    let id = unit.map_or_else(|| "u".to_owned(), |unit| format!("u-{unit}"));
    let mut tally = crate::model::Tally::default();
    list.iter().for_each(|s| tally.add(s.status));
    let known = unit.and_then(|unit| book.unit(unit));
    let within = |status| format!("{id}-{}", list_id(status));
    let group = |status: Option<Status>| {
        let rows: Vec<Brief> =
            list.iter().filter(|s| s.status == status).map(|s| brief(s.row, book, links)).collect();
        let group =
            Group { id: within(status), key: status::key(status), name: book.status_name(status), rows };
        (!group.rows.is_empty()).then_some(group)
    };
    Led {
        name: known.map(|(_, unit)| unit.name.as_str()),
        href: known.map(|(at, _)| links.page(Kind::Unit(at, 0), book.site)),
        measures: Counts::of(&tally, book, &|s| Some(format!("#{}", within(s)))).all(format!("#{id}")),
        groups: status::every().filter_map(group).collect(),
        id,
    }
}

fn brief(row: Row, book: &Book<'_>, links: &Links) -> Brief {
    let (_, _, measure) = row.of(book.site);
    let first = measure.text.lines().next().unwrap_or_default();
    let text = match first.char_indices().nth(SHOWN) {
        Some((end, _)) => format!("{}……", &first[..end]),
        None => first.to_owned(),
    };
    Brief {
        href: parts::measure_href(row, book, links),
        number: book.measure_number(row.notice(), row.issue(), row.measure()),
        text,
    }
}

/// `None` where nothing is stated: squares that are all alike would say nothing.
fn strip(all: &[Standing<'_>]) -> Option<Strip> {
    if all.iter().all(|s| s.status.is_none()) {
        return None;
    }
    let path = |status| {
        let mut d = String::new();
        for (at, _) in all.iter().enumerate().filter(|(_, s)| s.status == status) {
            // A String takes everything.
            let _never = write!(d, "M{} {}h8v8h-8z", at % ACROSS * 10, at / ACROSS * 10);
        }
        (!d.is_empty()).then_some(Path { key: status::key(status), d })
    };
    Some(Strip {
        width: ACROSS * 10 - 2,
        height: all.len().div_ceil(ACROSS) * 10 - 2,
        paths: status::every().filter_map(path).collect(),
    })
}
