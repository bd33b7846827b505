//! 免报: a finding of a rule that a person has looked at and lets stand, with the reason.

use crate::text::Span;

/// A rule that is not to report anything at the place where this is written, nor within it.
#[derive(Debug, Clone)]
pub struct Waiver {
    /// The rule's name.
    pub rule: String,
    /// Why its finding may stand.
    pub why: String,
    /// Where the rule is named.
    pub span: Span,
}

impl Waiver {
    /// Whether two say the same; where they are written is no part of that.
    pub fn says(&self, other: &Self) -> bool {
        let Self { rule, why, span: _ } = other;
        (&self.rule, &self.why) == (rule, why)
    }
}
