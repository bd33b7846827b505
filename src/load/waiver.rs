//! Findings that a person lets stand.

use super::fields::{Fields, each};
use super::issue::{trim_block, unique};
use super::tree::Tree;
use crate::diag::Diagnostic;
use crate::model::Waiver;

/// What a notice, an issue or a measure says in `allow`. Whether there is such a rule is for the checks to say.
pub fn waivers(f: &mut Fields<'_>, out: &mut Vec<Diagnostic>) -> Vec<Waiver> {
    let found = each(f.list("allow", out), |t| waiver(t, out));
    unique(found.iter().map(|w| (w.rule.as_str(), w.span)), out);
    found
}

fn waiver(tree: &Tree, out: &mut Vec<Diagnostic>) -> Option<Waiver> {
    let mut f = Fields::open(tree, "allow", out)?;
    let rule = f.required("rule", out);
    let span = f.scalar("rule", "want-text", out).map_or(f.span, |(_, span)| span);
    let why = trim_block(f.required("why", out));
    f.close(out);
    Some(Waiver { rule, why, span })
}
