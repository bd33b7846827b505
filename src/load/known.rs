//! The ids that an issue may refer to.

use std::collections::HashSet;

use super::fields::suggestion;
use crate::diag::Diagnostic;
use crate::lang::Msg;
use crate::text::Span;

/// What an issue may refer to. `None` where the file that defines it has mistakes of its own: one mistake, one message.
#[derive(Default)]
pub struct Known<'a> {
    /// Unit ids.
    pub units: Option<&'a Ids<'a>>,
    /// Outline ids of the notice.
    pub nodes: Option<Ids<'a>>,
    /// Names of the files in its `evidence/`.
    pub files: Option<Ids<'a>>,
}

/// Ids in the order in which they were written.
#[derive(Debug, Default)]
pub struct Ids<'a> {
    list: Vec<&'a str>,
    set: HashSet<&'a str>,
}

impl<'a> FromIterator<&'a str> for Ids<'a> {
    fn from_iter<I: IntoIterator<Item = &'a str>>(ids: I) -> Self {
        let mut set = HashSet::new();
        let list = ids.into_iter().filter(|id| set.insert(*id)).collect();
        Self { list, set }
    }
}

impl<'a> Ids<'a> {
    /// Each, in that order.
    pub fn iter(&self) -> impl Iterator<Item = &'a str> {
        self.list.iter().copied()
    }

    /// Reports an id that is not among these, with the nearest that is.
    pub fn refer(
        &self,
        code: &'static str,
        msg: &'static str,
        (id, span): (&str, Span),
        out: &mut Vec<Diagnostic>,
    ) {
        if !self.set.contains(id) {
            let hint = suggestion(id, self.list.iter().copied());
            out.push(Diagnostic::error(code, span, Msg::new(msg).with("id", id)).hint(hint));
        }
    }
}
