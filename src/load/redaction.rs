//! What was taken out of a notice.

use super::fields::{Fields, suggestion};
use super::tree::Tree;
use crate::diag::Diagnostic;
use crate::lang::Msg;
use crate::model::{Redaction, RedactionKind};

/// The redactions of a notice or of an edition, in the order in which they were made.
pub fn redactions(f: &mut Fields<'_>, out: &mut Vec<Diagnostic>) -> Vec<Redaction> {
    f.list("redactions", out).iter().filter_map(|t| redaction(t, out)).collect()
}

fn redaction(tree: &Tree, out: &mut Vec<Diagnostic>) -> Option<Redaction> {
    let mut f = Fields::open(tree, "redactions", out)?;
    let on = f.required_date("on", out);
    f.need("kind", out);
    let kind = f.scalar("kind", "want-text", out).and_then(|(text, span)| {
        let read = RedactionKind::from_key(text);
        if read.is_none() {
            let hint = suggestion(text, RedactionKind::ALL.into_iter().map(RedactionKind::key));
            let message = Msg::new("load-redaction-kind").with("text", text);
            out.push(Diagnostic::error("redaction", span, message).hint(hint));
        }
        read
    });
    let by = f.required("by", out);
    let places = f.texts("places", out).into_iter().map(|(place, _)| place.to_owned()).collect();
    f.close(out);
    Some(Redaction { on: on?, kind: kind?, by, places })
}
