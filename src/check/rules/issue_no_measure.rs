//! Issues under which nothing was done.

use super::Rule;
use crate::check::{Finding, Kind, Record};
use crate::diag::Severity;
use crate::lang::Msg;

/// An issue without a measure.
pub const RULE: Rule = Rule { code: "issue-no-measure", severity: Severity::Warning, find };

fn find(record: &Record<'_>) -> Vec<Finding> {
    let titles = record.of_kind(|k| matches!(k, Kind::Issue));
    let bare = titles.filter(|(_, p)| record.issue_of(p).is_some_and(|i| i.measures.is_empty()));
    bare.map(|(at, p)| {
        Finding::at(at, 0..p.text.len(), Msg::new("found-issue-no-measure").with("title", &*p.text))
            .hint(Msg::new("found-issue-no-measure-hint"))
    })
    .collect()
}
