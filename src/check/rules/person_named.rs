//! Natural persons named in a public text. The tool reports and never masks: whether a name has to stand is for a person to say.

use super::Rule;
use crate::check::{Finding, Kind, Record};
use crate::diag::Severity;
use crate::lang::Msg;
use crate::zh::person;

/// `选派支部副书记林晓燕参加培训`; never a leader, a historical figure, or a body named after one.
pub const RULE: Rule = Rule { code: "person-named", severity: Severity::Warning, find };

fn find(record: &Record<'_>) -> Vec<Finding> {
    let mut out = Vec::new();
    for (at, p) in record.passages.iter().enumerate().filter(|(_, p)| !matches!(p.kind, Kind::Contact(_))) {
        for named in person::find_all(&p.text) {
            let message = Msg::new("found-person-named").with("name", &p.text[named.range.clone()]);
            out.push(Finding::at(at, named.range, message).hint(Msg::new("found-person-named-hint")));
        }
    }
    out
}
