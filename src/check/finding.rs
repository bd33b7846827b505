//! What a rule finds, before the site's settings say how grave it is and the sources say where it stands.

use std::ops::Range;

use crate::lang::Msg;

/// One finding of a rule.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Finding {
    /// Where.
    pub spot: Spot,
    /// What is wrong and why.
    pub message: Msg,
    /// The corrected line, or what to do.
    pub hint: Option<Msg>,
    /// A second place that takes part, and what stands there.
    pub related: Option<(Spot, Msg)>,
    /// It cannot be decided from the text: a note, whatever the rule is set to.
    pub undecided: bool,
}

/// A place in the record of a notice.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Spot {
    /// Bytes of a passage, by its place in [`super::Record::passages`]. An empty range is a place between two characters.
    Text(usize, Range<usize>),
    /// The notice as a whole.
    Notice,
    /// An issue, by its place in the notice.
    Issue(usize),
    /// A measure, by its issue's place and its own.
    Measure(usize, usize),
}

impl Finding {
    /// A finding as grave as its rule.
    pub fn new(spot: Spot, message: Msg) -> Self {
        Self { spot, message, hint: None, related: None, undecided: false }
    }

    /// A finding at bytes of a passage.
    pub fn at(passage: usize, bytes: Range<usize>, message: Msg) -> Self {
        Self::new(Spot::Text(passage, bytes), message)
    }

    /// Adds how to mend it.
    pub fn hint(mut self, hint: Msg) -> Self {
        self.hint = Some(hint);
        self
    }

    /// Adds the second place.
    pub fn related(mut self, spot: Spot, why: Msg) -> Self {
        self.related = Some((spot, why));
        self
    }

    /// The same as a mere note, where `only_a_note` says so.
    pub fn undecided(mut self, only_a_note: bool) -> Self {
        self.undecided |= only_a_note;
        self
    }
}
