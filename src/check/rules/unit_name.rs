//! Units under a name that is nearly theirs.

use super::Rule;
use crate::check::{Finding, Record};
use crate::diag::Severity;
use crate::lang::Msg;
use crate::zh::near::difference;
use crate::zh::spelling::{Phrase, Speller};

/// `县媒体中心` for 县融媒体中心.
pub const RULE: Rule = Rule { code: "unit-name", severity: Severity::Warning, find };

fn find(record: &Record<'_>) -> Vec<Finding> {
    let units = record.common.names(record.site);
    let issuer = record.notice.issuer.as_str();
    // Who issues the notice need not be a unit of the site.
    let own =
        (!units.list.iter().any(|p| p.right == issuer)).then(|| Speller::new(vec![Phrase::plain(issuer)]));
    let spellers = [Some(units), own.as_ref()].into_iter().flatten();
    let mut out = Vec::new();
    for (at, p) in
        record.passages.iter().enumerate().filter(|(_, p)| p.kind.is_printed() || p.kind.is_action())
    {
        for speller in spellers.clone() {
            for miss in speller.find(&p.text) {
                let (is, right) = (&p.text[miss.range.clone()], &speller.list[miss.phrase].right);
                let known =
                    is_in(&p.text, issuer, miss.range.start) || units.list.iter().any(|u| u.right == is);
                if known || is_another(is, right) {
                    continue;
                }
                let message = Msg::new("found-unit-name").with("is", is).with("right", right.as_str());
                let hint = Msg::new("found-unit-name-hint").with("right", right.as_str());
                out.push(Finding::at(at, miss.range, message).hint(hint));
            }
        }
    }
    out
}

/// Whether a place of a text lies within a name.
fn is_in(text: &str, name: &str, place: usize) -> bool {
    text.match_indices(name).any(|(at, _)| (at..at + name.len()).contains(&place))
}

/// Whether the names differ in what makes another unit of it: its level, its place, its number.
fn is_another(is: &str, right: &str) -> bool {
    let (is, right): (Vec<char>, Vec<char>) = (is.chars().collect(), right.chars().collect());
    let (a, b) = difference(&is, &right);
    let telling = |c: &char| {
        "省市县区乡镇村驻各原新老一二三四五六七八九十东西南北中上下、，的和与及".contains(*c)
            || !c.is_alphabetic()
    };
    a.iter().chain(b).any(telling)
}
