//! Differences that do not repeat what was corrected. What is compared keeps its words; only the difference is silent.

use super::{Change, Changes, Piece, Value};
use crate::model::{Edition, Update};

impl<'a> Changes<'a> {
    /// The same without a word that stands in the older state alone; `why` is the correction note.
    pub fn without_old_words(mut self, why: &'a str) -> Self {
        self.corrected = Some(why);
        self.text.iter_mut().for_each(|pieces| hide(pieces));
        let words = self.fields.iter_mut().filter_map(|f| f.from.as_mut());
        words.filter(|v| matches!(v, Value::Text(_))).for_each(|v| *v = Value::Hidden);
        for issue in &mut self.issues {
            if issue.changes.iter().any(|c| matches!(c, Change::Removed)) {
                issue.title = issue.id.as_str();
            }
            for change in &mut issue.changes {
                match change {
                    Change::Reworded(pieces) | Change::MeasureReworded(_, pieces) => hide(pieces),
                    Change::MeasureRemoved(_, text) => *text = None,
                    Change::Under(from, _) => *from = "……",
                    _ => {}
                }
            }
        }
        self
    }
}

/// The correction note of the first edition after `from`, up to `to`, whose old words are not to be repeated. Both count
/// places in the list of editions; a state after the last is the working files.
pub fn hides_old(editions: &[Edition], from: usize, to: usize) -> Option<&str> {
    let between = editions.iter().enumerate().filter(|(at, _)| from.min(to) < *at && *at <= from.max(to));
    between.map(|(_, e)| e).find(|e| e.hide_old).map(|e| e.note.as_deref().unwrap_or_default())
}

/// The later entry that corrects one, where it asks that the words of the earlier be not repeated.
pub fn corrected_unseen<'u>(update: &Update, all: &'u [Update]) -> Option<&'u Update> {
    all.iter().find(|later| later.hide_old && later.corrects.as_ref() == Some(&update.id))
}

fn hide(pieces: &mut [Piece]) {
    pieces.iter_mut().filter(|p| matches!(p, Piece::Old(_))).for_each(|p| *p = Piece::Hidden);
}
