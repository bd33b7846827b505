//! Rules on the record as a whole; one file a rule.

mod append_only;
pub mod sign_off;

use crate::diag::{self, Diagnostic};
use crate::model::Site;

/// Everything that the rules find, in reading order.
pub fn check(site: &Site) -> Vec<Diagnostic> {
    let mut out: Vec<Diagnostic> = site.notices.iter().flat_map(append_only::check).collect();
    diag::sort(&mut out);
    out
}
