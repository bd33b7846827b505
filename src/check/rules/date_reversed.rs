//! Periods that end before they begin.

use super::Rule;
use crate::check::{Finding, Record};
use crate::diag::Severity;
use crate::lang::Msg;

/// `2025年7月17日至4月21日`. Where the later year is not written it may be the next one: a note across the turn of a year.
pub const RULE: Rule = Rule { code: "date-reversed", severity: Severity::Warning, find };

fn find(record: &Record<'_>) -> Vec<Finding> {
    let mut out = Vec::new();
    for (at, p) in record.passages.iter().enumerate() {
        for pair in p.dates().windows(2) {
            let between = p.text.get(pair[0].range.end..pair[1].range.start).unwrap_or_default();
            let is_range = matches!(between, "至" | "到" | "-" | "—" | "——" | "–" | "~" | "～");
            let (Some((_, from)), Some((to, _))) = (pair[0].days(), pair[1].days()) else { continue };
            if !is_range || to >= from {
                continue;
            }
            let range = pair[0].range.start..pair[1].range.end;
            let turn = !pair[1].own_year && pair[0].month >= Some(9) && pair[1].month <= Some(4);
            let words = &p.text[range.clone()];
            let found = Finding::at(at, range, Msg::new("found-date-reversed").with("text", words));
            out.push(found.hint(Msg::new("found-date-reversed-hint")).undecided(turn));
        }
    }
    out
}
