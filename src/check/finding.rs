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
    /// What belongs in place of what was found.
    pub mend: Option<Mend>,
    /// A second place that takes part, and what stands there.
    pub related: Option<(Spot, Msg)>,
    /// It cannot be decided from the text: a note, whatever the rule is set to.
    pub undecided: bool,
}

/// What belongs in place of what was found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mend {
    /// The words; none where what was found only has to go.
    pub text: String,
    /// No reading of the text could be changed by it, so a program may write it.
    pub sure: bool,
    /// Where the pair begins that it is half of: both change, or neither.
    pub pair: Option<usize>,
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
    /// What an issue's record holds, by the way to it; as much of the way as the record has.
    Field(usize, Vec<Step>),
}

/// A step into a record.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Step {
    /// To a field.
    Key(&'static str),
    /// To an item of a list; one alone may stand without a list around it.
    Item(usize),
}

impl Spot {
    /// An entry of a measure, by the places of issue, measure and entry.
    pub fn update(issue: usize, measure: usize, entry: usize) -> Self {
        let steps = [Step::Key("measures"), Step::Item(measure), Step::Key("updates"), Step::Item(entry)];
        Self::Field(issue, steps.to_vec())
    }
}

impl Finding {
    /// A finding as grave as its rule.
    pub fn new(spot: Spot, message: Msg) -> Self {
        Self { spot, message, hint: None, mend: None, related: None, undecided: false }
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

    /// Adds what belongs there instead, in the text that it was found in. The hint shows it with what stands around it; where
    /// it is `sure`, `check --fix` writes the same.
    pub fn mend(mut self, text: &str, right: impl Into<String>, sure: bool) -> Self {
        let right = right.into();
        if let Spot::Text(_, range) = &self.spot {
            let line = excerpt(text, range, &right);
            self.hint = Some(Msg::new("found-mended").with("text", line));
        }
        self.mend = Some(Mend { text: right, sure, pair: None });
        self
    }

    /// Says that what belongs there is half of a pair that begins at a byte.
    pub fn half_of(mut self, start: Option<usize>) -> Self {
        if let Some(mend) = &mut self.mend {
            mend.pair = start;
        }
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

/// The words in place of what was found, with up to four characters of the same line on either side.
fn excerpt(text: &str, range: &Range<usize>, right: &str) -> String {
    let line = text[..range.start].rfind('\n').map_or(0, |n| n + 1);
    let before = &text[line..range.start];
    let after = text[range.end..].split('\n').next().unwrap_or_default();
    let before = before.char_indices().rev().nth(3).map_or(before, |(at, _)| &before[at..]);
    let after = after.char_indices().nth(4).map_or(after, |(at, _)| &after[..at]);
    format!("{before}{right}{after}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_hint_is_what_would_be_written() {
        let text = "一。\n召开会议,研究部署";
        let at = text.find(',').unwrap_or_default();
        let found = Finding::at(0, at..at + 1, Msg::new("x")).mend(text, "，", true);
        assert_eq!(found.hint, Some(Msg::new("found-mended").with("text", "召开会议，研究部署")));
        assert_eq!(excerpt("甲 乙", &(3..4), ""), "甲乙");
    }
}
