//! What one notice says of another: the older issue that one repeats.

use std::collections::HashSet;

use chrono::NaiveDate;

use super::fields::suggestion;
use crate::diag::Diagnostic;
use crate::lang::Msg;
use crate::model::{Issue, IssueRef, Notice};

/// Checks every `recurs_from`. `broken` are the folders of notices that could not be read whole: what is not found in one
/// of them may be there.
pub fn recurrences(notices: &[Notice], broken: &HashSet<&str>, out: &mut Vec<Diagnostic>) {
    for notice in notices {
        for issue in &notice.issues {
            if let Some(from) = &issue.recurs_from {
                out.extend(fault(notice, issue, from, notices, broken));
            }
        }
    }
}

fn fault(
    own: &Notice,
    issue: &Issue,
    from: &IssueRef,
    notices: &[Notice],
    broken: &HashSet<&str>,
) -> Option<Diagnostic> {
    let unknown = |hint| {
        let name = format!("{}/{}", from.notice, from.issue);
        let message = Msg::new("load-recurs-from").with("name", name);
        Diagnostic::error("recurs-from", from.span, message).hint(hint)
    };
    let Some(notice) = notices.iter().find(|n| n.slug == from.notice) else {
        let known = notices.iter().map(|n| n.slug.as_str());
        return (!broken.contains(from.notice.as_str())).then(|| unknown(suggestion(&from.notice, known)));
    };
    let found = notice.issues.iter().find(|i| i.id == from.issue);
    let renamed = notice.issues.iter().find(|i| i.aliases.iter().any(|a| a.id == from.issue));
    if notice.withdrawn.iter().any(|w| w.covers(&from.issue, None, None)) {
        return None;
    }
    let itself = notice.slug == own.slug && issue.id == from.issue;
    match (found, renamed) {
        (Some(_), _) if itself || first_day(notice) > own.date => {
            let found = Diagnostic::error("recurs-from", from.span, Msg::new("load-recurs-later"));
            Some(found.hint(Msg::new("load-recurs-later-hint")))
        }
        (Some(_), _) => None,
        (None, Some(now)) => {
            Some(unknown(Msg::new("load-write-so").with("text", format!("{}/{}", notice.slug, now.id))))
        }
        (None, None) if broken.contains(notice.slug.as_str()) => None,
        (None, None) => {
            Some(unknown(suggestion(from.issue.as_str(), notice.issues.iter().map(|i| i.id.as_str()))))
        }
    }
}

/// The day of a notice when it was first published: a notice may bear a later date in each edition.
fn first_day(notice: &Notice) -> NaiveDate {
    notice.editions.iter().map(|e| e.notice.date).fold(notice.date, NaiveDate::min)
}
