//! Sums of money that are not so many times so much.

use super::Rule;
use crate::check::read::product;
use crate::check::{Finding, Record, Spot};
use crate::diag::Severity;
use crate::lang::Msg;
use crate::zh::quantity::print;

/// `776场，每场120元，合计9.612万元`.
pub const RULE: Rule = Rule { code: "money-sum", severity: Severity::Warning, find };

fn find(record: &Record<'_>) -> Vec<Finding> {
    let mut out = Vec::new();
    for (at, p) in record.passages.iter().enumerate() {
        for wrong in product::find(&p.text) {
            let message = Msg::new("found-money-sum")
                .with("said", &p.text[wrong.sum.clone()])
                .with("price", &p.text[wrong.price.clone()])
                .with("number", &p.text[wrong.number])
                .with("right", print(wrong.right));
            let hint = Msg::new("found-money-sum-hint").with("right", print(wrong.right));
            let price = Spot::Text(at, wrong.price);
            out.push(
                Finding::at(at, wrong.sum, message)
                    .hint(hint)
                    .related(price, Msg::new("found-money-sum-here")),
            );
        }
    }
    out
}
