//! Rules on the record as a whole; one file a rule.

mod append_only;
pub mod not_yet;
pub mod read;
mod redacted;
pub mod sign_off;
mod withdrawn;

use crate::diag::{self, Diagnostic};
use crate::model::{Notice, Site};

/// Everything that the rules find, in reading order.
pub fn check(site: &Site) -> Vec<Diagnostic> {
    let mut out: Vec<Diagnostic> = site.notices.iter().flat_map(one).collect();
    diag::sort(&mut out);
    out
}

/// Everything that the rules find in one notice.
pub fn one(notice: &Notice) -> Vec<Diagnostic> {
    let mut out = append_only::check(notice);
    out.extend(redacted::check(notice));
    out.extend(withdrawn::check(notice));
    out
}
