//! What a proof-reader, an auditor and a privacy officer look for; one file a rule. A rule is a function from the record of
//! a notice to findings. Its words stand in `locales/`: `rule-<code>` is its name, `-why`, `-wrong` and `-right` say why it
//! matters, show what it finds, and show what to write instead.

mod date_impossible;
mod marks;
mod number_gap;
mod number_repeat;
mod sequence;

use super::finding::Finding;
use super::record::Record;
use crate::diag::Severity;

/// A rule.
#[derive(Debug)]
pub struct Rule {
    /// Its name in `checks`, `allow` and `gongkai explain`.
    pub code: &'static str,
    /// How grave its findings are where the site says nothing.
    pub severity: Severity,
    /// What it finds in the record of a notice.
    pub find: fn(&Record<'_>) -> Vec<Finding>,
}

/// Every rule.
pub const RULES: [&Rule; 3] = [&number_gap::RULE, &number_repeat::RULE, &date_impossible::RULE];

/// The rule of a name.
pub fn named(code: &str) -> Option<&'static Rule> {
    RULES.into_iter().find(|rule| rule.code == code)
}
