//! A finished status that nothing shows.

use super::Rule;
use crate::check::{Finding, Kind, Record};
use crate::diag::Severity;
use crate::lang::Msg;
use crate::model::Status;

/// 已完成 with no date, no document and no entry: whoever comes back to look has nothing to begin with.
pub const RULE: Rule = Rule { code: "finished-no-proof", severity: Severity::Warning, find };

fn find(record: &Record<'_>) -> Vec<Finding> {
    let bare = record.of_kind(|k| matches!(k, Kind::Measure)).filter(|(_, p)| {
        let issue = p.issue.and_then(|at| record.notice.issues.get(at));
        let measure = issue.zip(p.measure).and_then(|(i, m)| i.measures.get(m));
        p.status.is_some_and(Status::is_finished)
            && measure.is_some_and(|m| m.updates.is_empty())
            && issue.is_some_and(|i| i.closed.is_empty())
            && !p.dates().iter().any(|m| m.month.is_some())
            && !p.text.contains(['《', '〔'])
    });
    bare.filter_map(|(at, p)| {
        let status = p.status?;
        let first = p.text.find(['。', '，', ',', '；', '\n']).unwrap_or(p.text.len());
        let found = Finding::at(at, 0..first, Msg::new("found-no-proof").words("status", status.message()));
        Some(found.hint(Msg::new("found-no-proof-hint").with("key", status.key())))
    })
    .collect()
}
