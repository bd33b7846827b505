//! What a proof-reader, an auditor and a privacy officer look for; one file a rule. A rule is a function from the record of
//! a notice to findings. Its words stand in `locales/`: `rule-<code>` is its name, `-why`, `-wrong` and `-right` say why it
//! matters, show what it finds, and show what to write instead.

mod abbreviation;
mod clause;
mod closed_early;
mod completion_disagrees;
mod contact_shape;
mod count_impossible;
mod count_listed;
mod date_after_signature;
mod date_before_feedback;
mod date_damaged;
mod date_impossible;
mod date_reversed;
mod declared;
mod digit_width;
mod document_name;
mod document_number;
mod doubled_mark;
mod emphasis;
mod empty_entry;
mod finished_no_proof;
mod fixed_phrases;
mod habit;
mod half_width;
mod head_disagrees;
mod head_missing;
mod heading_no_issue;
mod home_address;
mod issue_no_measure;
mod list_mark;
mod marks;
mod measure_no_subject;
mod meeting;
mod money_capital;
mod money_sum;
mod name_end;
mod number_gap;
mod number_repeat;
mod office;
mod overdue_no_reason;
mod own_unit;
mod percent;
mod person_named;
mod personal_number;
mod preparing;
mod promise_past;
mod range_mark;
mod redaction_note;
mod remaining;
mod repeated_measure;
mod sample_value;
mod sequence;
mod signatory;
mod signature;
mod space;
mod status_backwards;
mod struck_out;
mod sum_parts;
mod table_cells;
mod table_sum;
mod time_of_thing;
mod title_marks;
mod total_computed;
mod typed;
mod undone;
mod unit_name;
mod unpaired;
mod usage;
mod withheld_again;
mod withheld_words;
mod wording_unfinished;

use super::beside::Beside;
use super::finding::Finding;
use super::record::Record;
use crate::diag::Severity;
use crate::model::Site;

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
pub const RULES: &[&Rule] = &[
    // Structure
    &number_gap::RULE,
    &number_repeat::RULE,
    &issue_no_measure::RULE,
    &heading_no_issue::RULE,
    &head_missing::RULE,
    &head_disagrees::RULE,
    &contact_shape::RULE,
    &sample_value::RULE,
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
    &closed_early::RULE,
    &completion_disagrees::RULE,
    &empty_entry::RULE,
    // Sums, privacy, usage
    &sum_parts::RULE,
    &percent::RULE,
    &count_listed::RULE,
    &count_impossible::RULE,
    &money_sum::RULE,
    &money_capital::RULE,
    &table_cells::RULE,
    &table_sum::RULE,
    &total_computed::RULE,
    &meeting::RULE,
    &repeated_measure::RULE,
    &document_name::RULE,
    &document_number::RULE,
    &title_marks::RULE,
    &unit_name::RULE,
    &abbreviation::RULE,
    &own_unit::RULE,
    &personal_number::RULE,
    &home_address::RULE,
    &person_named::RULE,
    &struck_out::RULE,
    &redaction_note::RULE,
    &withheld_again::RULE,
    &fixed_phrases::RULE,
    &usage::RULE,
    &half_width::RULE,
    &list_mark::RULE,
    &range_mark::RULE,
    &unpaired::RULE,
    &doubled_mark::RULE,
    &space::RULE,
    &digit_width::RULE,
    &emphasis::RULE,
];

/// What a rule reads beside the notices.
#[derive(Debug)]
pub struct OfSite {
    /// The rule.
    pub rule: &'static Rule,
    /// What it finds in `site.yaml` and on the pages of the site.
    pub find: fn(&Site) -> Vec<Beside>,
}

/// Every rule that reads what belongs to no notice.
pub const OF_SITE: &[OfSite] = &[
    OfSite { rule: &contact_shape::RULE, find: contact_shape::of_site },
    OfSite { rule: &head_disagrees::RULE, find: head_disagrees::of_site },
    OfSite { rule: &head_missing::RULE, find: head_missing::of_site },
    OfSite { rule: &sample_value::RULE, find: sample_value::of_site },
    OfSite { rule: &struck_out::RULE, find: struck_out::of_site },
    OfSite { rule: &withheld_again::RULE, find: withheld_again::of_site },
];

/// The rule of a name.
pub fn named(code: &str) -> Option<&'static Rule> {
    RULES.iter().copied().find(|rule| rule.code == code)
}
