//! 问题, 整改措施, 进展记录.

use chrono::NaiveDate;

use super::{
    CloseOut, IssueId, IssueRef, LookBack, MeasureId, NodeId, OldId, Reopening, Status, UnitId, Waiver,
};
use crate::text::Span;

/// One problem that the inspection found.
#[derive(Debug, Clone)]
pub struct Issue {
    /// Id; stable for ever.
    pub id: IssueId,
    /// Title as printed.
    pub title: String,
    /// The heading it hangs on.
    pub under: NodeId,
    /// A pinned number.
    pub number: Option<u32>,
    /// The inspection's own wording.
    pub original: Option<String>,
    /// The aim of rectification.
    pub goal: Option<String>,
    /// Responsible leader, by post.
    pub lead: Option<String>,
    /// The deadline first set; it never changes.
    pub due: Option<NaiveDate>,
    /// Later deadlines, each with its reason.
    pub extensions: Vec<Extension>,
    /// Paragraphs printed between the title and the label.
    pub text: Option<String>,
    /// A label of its own instead of the notice's.
    pub label: Option<String>,
    /// Whether the label stands on the line of the first measure, if set here.
    pub label_inline: Option<bool>,
    /// Words of the completion line, as printed after its label.
    pub completion: Option<String>,
    /// Corrective actions.
    pub measures: Vec<Measure>,
    /// 销号, apart from 已完成.
    pub closed: Vec<CloseOut>,
    /// Days on which a closed issue was opened again.
    pub reopened: Vec<Reopening>,
    /// 回头看: later looks at whether the rectification holds.
    pub look_back: Vec<LookBack>,
    /// The older issue that this one repeats.
    pub recurs_from: Option<IssueRef>,
    /// Ids that it had before, the oldest first; their addresses lead to it.
    pub aliases: Vec<OldId>,
    /// Markdown explanation, not part of the signed notice.
    pub body: Option<String>,
    /// Findings about it that may stand; no part of what is published.
    pub allow: Vec<Waiver>,
    /// Path of its file in the content folder.
    pub path: String,
    /// Where its id is written.
    pub span: Span,
}

impl Issue {
    /// The title without its final full stop, for pages.
    pub fn short_title(&self) -> &str {
        super::without_stop(&self.title)
    }

    /// The id that it had first, under which feeds know its entries for ever.
    pub fn first_id(&self) -> &IssueId {
        self.aliases.first().map_or(&self.id, |old| &old.id)
    }

    /// Whether it has an id, or had it before.
    pub fn is_called(&self, id: &IssueId) -> bool {
        self.id == *id || self.aliases.iter().any(|old| old.id == *id)
    }

    /// The units that lead its measures, then those that only help (`true`), each once.
    pub fn answering(&self) -> Vec<(&UnitId, bool)> {
        let led = self.measures.iter().filter_map(|m| m.unit.as_ref()).map(|u| (u, false));
        let helped = self.measures.iter().flat_map(|m| &m.with).map(|u| (u, true));
        let mut out: Vec<(&UnitId, bool)> = Vec::new();
        for (unit, helps) in led.chain(helped) {
            if !out.iter().any(|(known, _)| *known == unit) {
                out.push((unit, helps));
            }
        }
        out
    }

    /// The deadline that holds on a day: the last extension granted by then, else the first.
    pub fn due_on(&self, day: NaiveDate) -> Option<NaiveDate> {
        self.extensions.iter().rfind(|e| e.on <= day).map(|e| e.to).or(self.due)
    }

    /// The close-out that holds on a day: it is of that day or before, and the issue was not opened again since.
    pub fn closed_on(&self, day: NaiveDate) -> Option<&CloseOut> {
        let again = |c: &CloseOut| self.reopened.iter().any(|r| c.date <= r.on && r.on <= day);
        self.closed.iter().rfind(|c| c.date <= day).filter(|c| !again(c))
    }
}

/// A deadline moved, and why.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Extension {
    /// The day it was granted.
    pub on: NaiveDate,
    /// The new deadline.
    pub to: NaiveDate,
    /// The reason.
    pub why: String,
}

/// One corrective action.
#[derive(Debug, Clone)]
pub struct Measure {
    /// Id within the issue.
    pub id: MeasureId,
    /// Responsible body.
    pub unit: Option<UnitId>,
    /// Bodies that help.
    pub with: Vec<UnitId>,
    /// Plain text, one line a paragraph; lines in `|…|` are a table, with a rule under its head or without.
    pub text: String,
    /// It goes on in the paragraph of the measure before it, as （1）…。（2）… on one line do; the first in that of the issue's title.
    pub runs_on: bool,
    /// A pinned number.
    pub number: Option<u32>,
    /// Holds from the notice's date where there are no updates.
    pub status: Option<Status>,
    /// The issuer's own word for it, where it is not the usual one: 视同完成.
    pub status_words: Option<&'static str>,
    /// The status was inferred from wording and waits for a person: counted as not stated.
    pub status_from_wording: bool,
    /// Dated entries, oldest first.
    pub updates: Vec<Update>,
    /// Findings about it that may stand; no part of what is published.
    pub allow: Vec<Waiver>,
    /// Where its id is written.
    pub span: Span,
}

/// What proves an entry: a document by its title, and the file where it is published.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Evidence {
    /// The title, as an office cites it.
    pub title: String,
    /// Name of its file in the notice's `evidence/`.
    pub file: Option<String>,
}

impl Evidence {
    /// A document that is named and not published.
    pub fn titled(title: impl Into<String>) -> Self {
        Self { title: title.into(), file: None }
    }
}

/// A dated entry on a measure.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Update {
    /// Id within the measure.
    pub id: String,
    /// The day.
    pub date: NaiveDate,
    /// The status from that day on, if it is stated.
    pub status: Option<Status>,
    /// The issuer's own word for it, where it is not the usual one.
    pub status_words: Option<&'static str>,
    /// What was done.
    pub text: Option<String>,
    /// What proves it.
    pub evidence: Vec<Evidence>,
    /// The earlier entry of the measure that this one corrects; that one stays and is marked.
    pub corrects: Option<String>,
    /// Why it had to be corrected.
    pub reason: Option<String>,
    /// Shown with its measure, but moves neither the record's dates nor the feed.
    pub minor: bool,
    /// It corrects words that differences are not to repeat (`show_old: no`). The corrected entry itself stays.
    pub hide_old: bool,
}
