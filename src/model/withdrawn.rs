//! 撤回 and 公开期满: what was public and no longer is, of which an address has to say so.

use chrono::NaiveDate;

use super::{Contact, IssueId, MeasureId};
use crate::text::Span;

/// A published issue, measure or entry that was taken back.
#[derive(Debug, Clone)]
pub struct Withdrawal {
    /// The issue, or the one that it stood in.
    pub issue: IssueId,
    /// The measure; `None` where the whole issue was taken back.
    pub measure: Option<MeasureId>,
    /// The entry; `None` where the whole measure was.
    pub update: Option<String>,
    /// The day.
    pub on: NaiveDate,
    /// The reason.
    pub why: String,
    /// Where it is written.
    pub span: Span,
}

impl Withdrawal {
    /// Whether it takes back an issue, a measure of it, or an entry of that: the thing named or one that holds it.
    pub fn covers(&self, issue: &IssueId, measure: Option<&MeasureId>, update: Option<&str>) -> bool {
        self.issue == *issue
            && self.measure.as_ref().is_none_or(|own| Some(own) == measure)
            && self.update.as_deref().is_none_or(|own| Some(own) == update)
    }

    /// Whether two say the same; where they are written is no part of that.
    pub fn says(&self, other: &Self) -> bool {
        let Self { issue, measure, update, on, why, span: _ } = other;
        (&self.issue, &self.measure, &self.update, &self.on, &self.why) == (issue, measure, update, on, why)
    }

    /// Its address within the notice: `issues/<id>`, then the measure and the entry.
    pub fn address(&self) -> String {
        let parts = self.measure.iter().map(|m| m.as_str()).chain(self.update.as_deref());
        parts.fold(format!("issues/{}", self.issue), |address, part| format!("{address}/{part}"))
    }
}

/// A notice whose term of publication has ended: what its addresses still say.
#[derive(Debug, Clone)]
pub struct Expired {
    /// Its title.
    pub title: String,
    /// The last day on which its text was public.
    pub until: NaiveDate,
    /// Whom to ask.
    pub contact: Option<Contact>,
    /// Every address it had, relative to the root.
    pub addresses: Vec<String>,
    /// The addresses of its entries that feeds had, newest first.
    pub entries: Vec<String>,
}
