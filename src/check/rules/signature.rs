//! Whether the day of the signature itself is what is wrong.

use super::clause::around;
use crate::check::{Kind, Record};

/// How many days the text gives in full, as those of something done, that lie behind the signature, where these are three at least and more
/// than those between the feedback and the signature: one wrong figure in the signature sets them all against it.
pub fn days_behind(record: &Record<'_>) -> Option<usize> {
    let notice = record.notice;
    let feedback = notice.inspection.as_ref().and_then(|i| i.feedback);
    let (mut behind, mut before) = (0, 0);
    for (_, p) in record.of_kind(|k| k.is_action() || matches!(k, Kind::Prose(..) | Kind::Field("text"))) {
        if p.written != notice.date {
            continue;
        }
        for (n, m) in p.dates().iter().enumerate().filter(|(_, m)| m.own_year && m.month.is_some()) {
            let Some((first, _)) = m.days() else { continue };
            if first > notice.date {
                let around = around(p, n);
                behind += usize::from(around.is_action() && !around.is_undertaken());
            } else if feedback.is_none_or(|day| day <= first) {
                before += 1;
            }
        }
    }
    (behind >= 3 && behind > before).then_some(behind)
}

/// Whether the signature stands before the feedback, which is told at the notice.
pub fn is_before_feedback(record: &Record<'_>) -> bool {
    let feedback = record.notice.inspection.as_ref().and_then(|i| i.feedback);
    feedback.is_some_and(|day| record.notice.date < day)
}
