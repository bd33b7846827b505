//! What a rule finds beside the notices: in `site.yaml`, and on the pages that belong to no notice.

use std::ops::Range;

use crate::lang::Msg;

/// One finding that lies in no notice.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Beside {
    /// Where.
    pub at: At,
    /// What is wrong and why.
    pub message: Msg,
    /// What to do.
    pub hint: Msg,
    /// It cannot be decided from the text: a note, whatever the rule is set to.
    pub undecided: bool,
}

/// A place outside the notices.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum At {
    /// A field of `site.yaml`, by the names that lead to it.
    Setting(&'static [&'static str]),
    /// The name of a unit, by its place in the list.
    Unit(usize),
    /// Bytes of the text of a page, by its place among the pages.
    Page(usize, Range<usize>),
}

impl Beside {
    /// A finding as grave as its rule.
    pub fn new(at: At, message: Msg, hint: Msg) -> Self {
        Self { at, message, hint, undecided: false }
    }

    /// The same as a mere note, where `only_a_note` says so.
    pub fn undecided(self, only_a_note: bool) -> Self {
        Self { undecided: self.undecided || only_a_note, ..self }
    }
}
