//! Feet of tables that are not the sums of their columns.

use super::Rule;
use crate::check::read::table;
use crate::check::{Finding, Record};
use crate::diag::Severity;
use crate::lang::Msg;
use crate::zh::quantity::print;

/// `|合计|690|` under 412 and 268.
pub const RULE: Rule = Rule { code: "table-sum", severity: Severity::Warning, find };

fn find(record: &Record<'_>) -> Vec<Finding> {
    let mut out = Vec::new();
    for (at, p) in record.passages.iter().enumerate() {
        for wrong in table::find(&p.text) {
            let message =
                Msg::new("found-table-sum").with("said", print(wrong.said)).with("sum", print(wrong.sum));
            let hint = Msg::new("found-table-sum-hint").with("sum", print(wrong.sum));
            out.push(Finding::at(at, wrong.cell, message).hint(hint));
        }
    }
    out
}
