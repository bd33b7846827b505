//! What would be lost with a ledger that is written over.

use super::{Against, Change, plan, slug};
use crate::export::ledger::book::facts;
use crate::export::ledger::book::filled::digest;
use crate::import::ledger::Sheet;
use crate::import::ledger::facts::explained;

/// How many places of the sheets say what the files do not, if they are a ledger of this notice. None in a workbook that is as
/// it was made, and none where all was taken in.
pub fn lost(sheets: &[Sheet], against: Against<'_>) -> Option<usize> {
    if slug(sheets)? != against.notice.slug {
        return None;
    }
    let made = explained(sheets, facts::CELLS);
    let cells = sheets.iter().flat_map(|sheet| {
        sheet.cells().map(|((row, column), cell)| (sheet.name.clone(), row, column, cell.words()))
    });
    if made.as_ref().is_some_and(|made| *made == digest(cells)) {
        return Some(0);
    }
    let plan = plan(sheets, against);
    // A table carries no digest: where entries were made since, a status alone is that of before.
    let since = |change: &Change| {
        let Change::Entry { update, .. } = change else { return false };
        made.is_none() && plan.stale && update.text.is_none() && update.evidence.is_empty()
    };
    let unread: usize = plan.unread.iter().map(|left| left.cells.len()).sum();
    Some(plan.changes.iter().filter(|c| !since(c)).count() + plan.faults.len() + unread)
}
