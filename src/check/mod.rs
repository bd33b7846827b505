//! Rules on the record as a whole; one file a rule. [`check`] holds it against what was published; [`review`] reads it as
//! proof-reader, auditor and privacy officer would.

mod align;
mod append_only;
mod beside;
mod finding;
mod items;
pub mod mend;
pub mod not_yet;
mod passage;
mod place;
pub mod read;
mod record;
mod redacted;
mod review;
pub mod rules;
pub mod sign_off;
mod waived;
mod withdrawn;

use align::align;
pub use beside::{At, Beside};
pub use finding::{Finding, Mend, Spot, Step};
pub use passage::{Kind, Passage};
pub use record::Record;
pub use review::{review, review_down_to, review_one, review_while};

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
