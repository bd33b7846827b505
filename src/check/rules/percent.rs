//! Shares that are not what the two numbers beside them make.

use std::ops::Range;

use super::Rule;
use crate::check::read::change::Wrong;
use crate::check::read::{ratio, share};
use crate::check::{Finding, Record, Spot};
use crate::diag::Severity;
use crate::lang::Msg;

/// `反馈25个，已完成19个，占78%`.
pub const RULE: Rule = Rule { code: "percent", severity: Severity::Warning, find };

fn find(record: &Record<'_>) -> Vec<Finding> {
    let mut out = Vec::new();
    for (at, p) in record.passages.iter().enumerate() {
        let changes = p.changes();
        out.extend(changes.iter().filter_map(|wrong| of_change(at, &p.text, wrong)));
        out.extend(ratio::find(&p.figures()).into_iter().map(|wrong| of_ratio(at, &p.text, wrong)));
        let known = |share: &Range<usize>| {
            changes.iter().any(|w| matches!(w, Wrong::Rate { share: s, .. } if s == share))
        };
        for wrong in share::find(&p.figures()).into_iter().filter(|w| !known(&w.share)) {
            let said = &p.text[wrong.share.clone()];
            let id = if wrong.is_change { "found-percent-change" } else { "found-percent" };
            let message = Msg::new(id)
                .with("said", said)
                .with("part", &p.text[wrong.part])
                .with("whole", &p.text[wrong.whole.clone()])
                .with("right", wrong.right.as_str());
            let hint = Msg::new("found-percent-hint").with("said", said).with("right", wrong.right);
            let whole = Spot::Text(at, wrong.whole);
            out.push(
                Finding::at(at, wrong.share, message)
                    .hint(hint)
                    .related(whole, Msg::new("found-percent-here"))
                    .undecided(!wrong.sure),
            );
        }
    }
    out
}

/// What is said of a change of percentages, or by so many per cent.
fn of_change(at: usize, text: &str, wrong: &Wrong) -> Option<Finding> {
    let here = |found: Finding, both: Range<usize>| {
        found.related(Spot::Text(at, both), Msg::new("found-sum-parts-change-here"))
    };
    match wrong {
        Wrong::Points { by, was, now, right } => {
            let said = &text[by.clone()];
            let lost = said.ends_with(['%', '％']);
            let id = if lost { "found-percent-points-lost" } else { "found-percent-points" };
            let message = Msg::new(id)
                .with("said", said)
                .with("was", &text[was.clone()])
                .with("now", &text[now.clone()])
                .with("right", right.as_str());
            let hint = Msg::new("found-percent-points-hint").with("said", said).with("right", right.as_str());
            let both = was.start.min(now.start)..was.end.max(now.end);
            Some(here(Finding::at(at, by.clone(), message).hint(hint), both))
        }
        Wrong::Rate { share, both, was, now, right } => {
            let said = &text[share.clone()];
            let message = Msg::new("found-percent-change")
                .with("said", said)
                .with("part", now.as_str())
                .with("whole", was.as_str())
                .with("right", right.as_str());
            let hint = Msg::new("found-percent-hint").with("said", said).with("right", right.as_str());
            Some(here(Finding::at(at, share.clone(), message).hint(hint), both.clone()))
        }
        Wrong::Direction { was, .. } if text[was.clone()].ends_with(['%', '％']) => {
            direction(at, text, wrong)
        }
        _ => None,
    }
}

/// A ratio that its two numbers do not make.
fn of_ratio(at: usize, text: &str, wrong: ratio::Wrong) -> Finding {
    let ratio::Wrong { ratio, one, other, right } = wrong;
    let said = &text[ratio.clone()];
    let message = Msg::new("found-ratio")
        .with("said", said)
        .with("one", &text[one.clone()])
        .with("other", &text[other.clone()])
        .with("right", right.as_str());
    let hint = Msg::new("found-ratio-hint").with("said", said).with("right", right);
    let both = Spot::Text(at, one.start..other.end);
    Finding::at(at, ratio, message).hint(hint).related(both, Msg::new("found-sum-parts-change-here"))
}

/// A verb that goes the other way than its numbers.
pub fn direction(at: usize, text: &str, wrong: &Wrong) -> Option<Finding> {
    let Wrong::Direction { verb, was, now, up } = wrong else { return None };
    let said = &text[verb.clone()];
    let id = if *up { "found-change-up" } else { "found-change-down" };
    let message =
        Msg::new(id).with("said", said).with("was", &text[was.clone()]).with("now", &text[now.clone()]);
    let both = was.start.min(now.start)..was.end.max(now.end);
    let found = Finding::at(at, verb.clone(), message).hint(Msg::new("found-change-hint"));
    Some(found.related(Spot::Text(at, both), Msg::new("found-sum-parts-change-here")))
}
