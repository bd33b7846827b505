//! What a proof-reader, an auditor and a privacy officer look for; one file a rule. A rule is a function from the record of
//! a notice to findings. Its words stand in `locales/`: `rule-<code>` is its name, `-why`, `-wrong` and `-right` say why it
//! matters, show what it finds, and show what to write instead.

mod clause;
mod date_after_signature;
mod date_before_feedback;
mod date_damaged;
mod date_impossible;
mod date_reversed;
mod finished_no_proof;
mod head_disagrees;
mod head_missing;
mod heading_no_issue;
mod issue_no_measure;
mod marks;
mod measure_no_subject;
mod number_gap;
mod number_repeat;
mod overdue_no_reason;
mod promise_past;
mod sequence;
mod status_backwards;
mod wording_unfinished;

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
pub const RULES: [&Rule; 17] = [
    // Structure
    &number_gap::RULE,
    &number_repeat::RULE,
    &issue_no_measure::RULE,
    &heading_no_issue::RULE,
    &head_missing::RULE,
    &head_disagrees::RULE,
    &measure_no_subject::RULE,
    // Dates
    &date_impossible::RULE,
    &date_damaged::RULE,
    &date_reversed::RULE,
    &date_before_feedback::RULE,
    &date_after_signature::RULE,
    &overdue_no_reason::RULE,
    // Wording against time
    &promise_past::RULE,
    &wording_unfinished::RULE,
    &finished_no_proof::RULE,
    &status_backwards::RULE,
];

/// The rule of a name.
pub fn named(code: &str) -> Option<&'static Rule> {
    RULES.into_iter().find(|rule| rule.code == code)
}
