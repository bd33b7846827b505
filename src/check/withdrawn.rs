//! What was taken back is gone, was there, and stays on record.
//!
//! What it does: each of `withdrawn` names something that an edition held and the working files hold no more; what the
//! latest edition says was withdrawn is still said.
//! Why: readers and feeds were told that it is gone. Were it still there, or had it never been public, that would be untrue.
//! Use instead: take the text out of its file; to bring it back, publish it anew under a new id.

use crate::diag::Diagnostic;
use crate::lang::Msg;
use crate::model::{Issue, MeasureId, Notice, Withdrawal};

/// Every withdrawal of one notice that is not so.
pub fn check(notice: &Notice) -> Vec<Diagnostic> {
    let published = notice.editions.last().map_or(&[][..], |e| &e.notice.withdrawn);
    let lost = published.iter().filter(|p| !notice.withdrawn.iter().any(|w| w.says(p)));
    let mut out: Vec<Diagnostic> = lost
        .map(|p| {
            let message = Msg::new("check-withdrawal-gone").with("address", p.address());
            Diagnostic::error("withdrawn", notice.span, message)
                .hint(Msg::new("check-withdrawal-gone-hint"))
                .related(p.span, Msg::new("check-published-so"))
        })
        .collect();
    out.extend(notice.withdrawn.iter().filter_map(|w| untrue(w, notice)));
    out
}

fn untrue(w: &Withdrawal, notice: &Notice) -> Option<Diagnostic> {
    let id = |issues: &[Issue]| issues.iter().any(|i| holds(i, w));
    let (message, hint) = if id(&notice.issues) {
        ("check-withdrawn-there", "check-withdrawn-there-hint")
    } else if !notice.editions.is_empty() && !notice.editions.iter().any(|e| id(&e.notice.issues)) {
        ("check-withdrawn-unknown", "check-withdrawn-unknown-hint")
    } else {
        return None;
    };
    let message = Msg::new(message).with("address", w.address());
    Some(Diagnostic::error("withdrawn", w.span, message).hint(Msg::new(hint)))
}

/// Whether an issue is, or holds, what a withdrawal names.
fn holds(issue: &Issue, w: &Withdrawal) -> bool {
    let named = issue.id == w.issue || issue.aliases.iter().any(|a| a.id == w.issue);
    let within = |id: &MeasureId| {
        let measure = issue.measures.iter().find(|m| m.id == *id);
        measure.is_some_and(|m| w.update.as_ref().is_none_or(|u| m.updates.iter().any(|e| e.id == *u)))
    };
    named && w.measure.as_ref().is_none_or(within)
}
