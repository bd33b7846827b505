//! Sums in capital numerals that are not those in figures beside them.

use super::Rule;
use crate::check::read::capital;
use crate::check::{Finding, Record, Spot};
use crate::diag::Severity;
use crate::lang::Msg;

/// `39930元（大写：叁万玖仟玖佰贰拾元整）`.
pub const RULE: Rule = Rule { code: "money-capital", severity: Severity::Error, find };

fn find(record: &Record<'_>) -> Vec<Finding> {
    let mut out = Vec::new();
    for (at, p) in record.passages.iter().enumerate() {
        for unlike in capital::find(&p.text) {
            let message = Msg::new("found-money-capital")
                .with("capital", &p.text[unlike.capital.clone()])
                .with("figures", &p.text[unlike.figures.clone()]);
            let hint = Msg::new("found-money-capital-hint")
                .with("figures", &p.text[unlike.figures.clone()])
                .with("right", unlike.right);
            let figures = Spot::Text(at, unlike.figures);
            out.push(
                Finding::at(at, unlike.capital, message)
                    .hint(hint)
                    .related(figures, Msg::new("found-money-capital-here")),
            );
        }
    }
    out
}
