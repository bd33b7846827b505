//! What was published and taken back.

use super::fields::Fields;
use super::issue::trim_block;
use super::tree::Tree;
use crate::diag::Diagnostic;
use crate::lang::Msg;
use crate::model::{IssueId, MeasureId, Withdrawal};

/// The withdrawals of a notice, in the order in which they were made.
pub fn withdrawn(f: &mut Fields<'_>, out: &mut Vec<Diagnostic>) -> Vec<Withdrawal> {
    f.list("withdrawn", out).iter().filter_map(|t| withdrawal(t, out)).collect()
}

fn withdrawal(tree: &Tree, out: &mut Vec<Diagnostic>) -> Option<Withdrawal> {
    let mut f = Fields::open(tree, "withdrawn", out)?;
    let issue = IssueId(f.required("issue", out));
    let measure = f.text("measure", out).map(MeasureId);
    let update = f.text("update", out);
    let on = f.required_date("on", out);
    let why = trim_block(f.required("why", out));
    f.close(out);
    if update.is_some() && measure.is_none() {
        let found = Diagnostic::error("withdrawn", tree.span, Msg::new("load-withdrawn-entry"));
        out.push(found.hint(Msg::new("load-withdrawn-entry-hint")));
    }
    Some(Withdrawal { issue, measure, update, on: on?, why, span: tree.span })
}
