//! Totals that are not the sum of the parts named with them.

use std::ops::Range;

use super::Rule;
use super::percent::direction;
use super::undone::to_the_stop;
use crate::check::read::change::Wrong;
use crate::check::read::totals::{self, Said};
use crate::check::{Finding, Passage, Record, Spot};
use crate::diag::Severity;
use crate::lang::Msg;
use crate::zh::quantity::{Quantity, find_all, print_like, same_unit};

/// `25项，其中18项已完成、6项未完成`. Where the parts need not be all, a person has to say.
pub const RULE: Rule = Rule { code: "sum-parts", severity: Severity::Warning, find };

fn find(record: &Record<'_>) -> Vec<Finding> {
    let mut out = Vec::new();
    for (at, p) in record.passages.iter().enumerate() {
        let sums = totals::find(&p.figures());
        for wrong in p.changes() {
            let known =
                |by: &Range<usize>| sums.iter().any(|m| m.change.as_ref().is_some_and(|c| c.by == *by));
            match wrong {
                Wrong::Direction { was, .. } if !p.text[was.clone()].ends_with(['%', '％']) => {
                    out.extend(direction(at, &p.text, wrong));
                }
                Wrong::Gap { by, both, right, unit } if !known(by) => {
                    out.push(gap(at, &p.text, by.clone(), both.clone(), *right, unit));
                }
                _ => {}
            }
        }
        let told = sums.into_iter().filter(|m| !are_of_another(record, p, m));
        out.extend(told.map(|m| finding(at, &p.text, m)));
    }
    out
}

/// Whether what is left makes up, with all numbers before it, one that the issue gives in another sentence, and they are parts of
/// that: 全县有优抚对象2316名。完成确认2281名，核减23名，其余12名……
fn are_of_another(record: &Record<'_>, p: &Passage<'_>, m: &totals::Mismatch) -> bool {
    if m.change.as_ref().is_none_or(|c| c.of != Said::Left) {
        return false;
    }
    let own = to_the_stop(&p.text, m.total.start);
    let issue = record.passages.iter().filter(|other| other.issue.is_some() && other.issue == p.issue);
    issue.into_iter().any(|other| {
        let same = std::ptr::eq(other, p);
        let whole = |q: &Quantity<'_>| {
            Some(q.value) == m.together
                && same_unit(q.unit, &m.unit)
                && !(same && own.contains(&q.range.start))
        };
        find_all(&other.text).iter().any(whole)
    })
}

/// Two numbers that are not as far apart as it says.
fn gap(at: usize, text: &str, by: Range<usize>, both: Range<usize>, right: i64, unit: &str) -> Finding {
    let said = &text[by.clone()];
    let right = print_like(right, said);
    let message = Msg::new("found-sum-parts-change").with("said", said).with("unit", unit);
    let hint = Msg::new("found-sum-parts-change-hint").with("right", right.as_str()).with("unit", unit);
    Finding::at(at, by, message.with("right", right))
        .hint(hint)
        .related(Spot::Text(at, both), Msg::new("found-sum-parts-change-here"))
}

fn finding(at: usize, text: &str, found: totals::Mismatch) -> Finding {
    let totals::Mismatch { total, parts, sum, unit, sure, change, .. } = found;
    if let Some(change) = change {
        let said = &text[change.by.clone()];
        let right = print_like(change.right, said);
        let (id, hint, here) = match change.of {
            Said::Between => {
                ("found-sum-parts-change", "found-sum-parts-change-hint", "found-sum-parts-change-here")
            }
            Said::Now => ("found-sum-parts-now", "found-sum-parts-now-hint", "found-sum-parts-change-here"),
            Said::Left => ("found-sum-parts-left", "found-sum-parts-left-hint", "found-sum-parts-left-here"),
            Said::Approved => {
                ("found-sum-parts-approved", "found-sum-parts-approved-hint", "found-sum-parts-approved-here")
            }
        };
        let message = Msg::new(id).with("said", said).with("unit", unit.as_str());
        let hint = Msg::new(hint).with("right", right.as_str()).with("unit", unit);
        let both = parts.start.min(total.start)..parts.end.max(total.end);
        return Finding::at(at, change.by, message.with("right", right))
            .hint(hint)
            .related(Spot::Text(at, both), Msg::new(here))
            .undecided(!sure);
    }
    let id = if sure { "found-sum-parts" } else { "found-sum-parts-some" };
    let said = &text[total.clone()];
    // 3.82平方米 of parts in 万 has lost it.
    let bare = !said.ends_with(['万', '亿']) && text[parts.clone()].contains('万');
    let sum = print_like(sum, if bare { "万" } else { said });
    let message = Msg::new(id).with("said", said).with("sum", sum.as_str()).with("unit", unit.as_str());
    // Votes make no people: the count is to be looked at, not the number of those present.
    let votes = text[parts.clone()].ends_with('票') && unit != "票";
    let hint = if votes { "found-sum-parts-votes-hint" } else { "found-sum-parts-hint" };
    let hint = Msg::new(hint).with("sum", sum).with("unit", unit);
    Finding::at(at, total, message)
        .hint(hint)
        .related(Spot::Text(at, parts), Msg::new("found-sum-parts-here"))
        .undecided(!sure)
}
