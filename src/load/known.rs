//! The ids that an issue may refer to.

use std::collections::{HashMap, HashSet};

use super::fields::suggestion;
use crate::diag::Diagnostic;
use crate::lang::Msg;
use crate::model::Unit;
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
    /// What people call them, where the files say so.
    names: HashMap<&'a str, &'a str>,
}

impl<'a> FromIterator<&'a str> for Ids<'a> {
    fn from_iter<I: IntoIterator<Item = &'a str>>(ids: I) -> Self {
        let mut set = HashSet::new();
        let list = ids.into_iter().filter(|id| set.insert(*id)).collect();
        Self { list, set, names: HashMap::new() }
    }
}

impl<'a> Ids<'a> {
    /// Those of units, which are known by name and alias too.
    pub fn of_units(units: &'a [Unit]) -> Self {
        let named = |unit: &'a Unit| unit.names().map(|name| (name, unit.id.as_str()));
        let ids: Self = units.iter().map(|unit| unit.id.as_str()).collect();
        Self { names: units.iter().flat_map(named).collect(), ..ids }
    }

    /// Each, in that order.
    pub fn iter(&self) -> impl Iterator<Item = &'a str> {
        self.list.iter().copied()
    }

    /// Reports an id that is not among these, with the one of that name or the nearest.
    pub fn refer(
        &self,
        code: &'static str,
        msg: &'static str,
        (id, span): (&str, Span),
        out: &mut Vec<Diagnostic>,
    ) {
        if !self.set.contains(id) {
            let named = self.names.get(id).map(|own| Msg::new("load-name-of").with("id", *own));
            let hint = named.unwrap_or_else(|| suggestion(id, self.list.iter().copied()));
            out.push(Diagnostic::error(code, span, Msg::new(msg).with("id", id)).hint(hint));
        }
    }
}
