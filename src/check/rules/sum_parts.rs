//! Totals that are not the sum of the parts named with them.

use super::Rule;
use crate::check::read::totals;
use crate::check::{Finding, Record, Spot};
use crate::diag::Severity;
use crate::lang::Msg;
use crate::zh::quantity::print;

/// `25项，其中18项已完成、6项未完成`. Where the parts need not be all, a person has to say.
pub const RULE: Rule = Rule { code: "sum-parts", severity: Severity::Warning, find };

fn find(record: &Record<'_>) -> Vec<Finding> {
    let all = record.passages.iter().enumerate();
    all.flat_map(|(at, p)| totals::find(&p.text).into_iter().map(move |m| finding(at, m))).collect()
}

fn finding(at: usize, found: totals::Mismatch) -> Finding {
    let totals::Mismatch { total, parts, sum, said, unit, sure, change } = found;
    if let Some(change) = change {
        let right = print(change.right);
        let (id, hint) = match change.of {
            totals::Said::Between => ("found-sum-parts-change", "found-sum-parts-change-hint"),
            totals::Said::Now => ("found-sum-parts-now", "found-sum-parts-now-hint"),
        };
        let message = Msg::new(id).with("said", print(change.said)).with("unit", unit.as_str());
        let hint = Msg::new(hint).with("right", right.as_str()).with("unit", unit);
        let both = parts.start.min(total.start)..parts.end.max(total.end);
        return Finding::at(at, change.by, message.with("right", right))
            .hint(hint)
            .related(Spot::Text(at, both), Msg::new("found-sum-parts-change-here"))
            .undecided(!sure);
    }
    let id = if sure { "found-sum-parts" } else { "found-sum-parts-some" };
    let message = Msg::new(id).with("said", print(said)).with("sum", print(sum)).with("unit", unit.as_str());
    let hint = Msg::new("found-sum-parts-hint").with("sum", print(sum)).with("unit", unit);
    Finding::at(at, total, message)
        .hint(hint)
        .related(Spot::Text(at, parts), Msg::new("found-sum-parts-here"))
        .undecided(!sure)
}
