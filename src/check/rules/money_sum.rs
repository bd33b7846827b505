//! Sums that are not so many times so much.

use super::Rule;
use crate::check::read::product;
use crate::check::{Finding, Record, Spot};
use crate::diag::Severity;
use crate::lang::Msg;

/// `776场，每场120元，合计9.612万元`.
pub const RULE: Rule = Rule { code: "money-sum", severity: Severity::Warning, find };

fn find(record: &Record<'_>) -> Vec<Finding> {
    let mut out = Vec::new();
    for (at, p) in record.passages.iter().enumerate() {
        for wrong in product::find(&p.figures()) {
            let said = &p.text[wrong.sum.clone()];
            let Some(right) = wrong.right else {
                let message = Msg::new("found-no-multiple").with("said", said).with("terms", wrong.terms);
                let price = Spot::Text(at, wrong.price);
                out.push(
                    Finding::at(at, wrong.sum, message)
                        .hint(Msg::new("found-no-multiple-hint"))
                        .related(price, Msg::new("found-money-sum-here"))
                        .undecided(true),
                );
                continue;
            };
            let message = Msg::new("found-money-sum")
                .with("said", said)
                .with("terms", wrong.terms)
                .with("right", right.as_str());
            let hint = Msg::new("found-money-sum-hint").with("right", right);
            // What was shared out is no price.
            let here = if wrong.shared { "found-percent-here" } else { "found-money-sum-here" };
            let price = Spot::Text(at, wrong.price);
            out.push(Finding::at(at, wrong.sum, message).hint(hint).related(price, Msg::new(here)));
        }
    }
    out
}
