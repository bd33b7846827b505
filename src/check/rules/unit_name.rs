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
    let names = names(record);
    let plain = |n: &String| Phrase { right: n.clone(), also: Vec::new(), wrong: Vec::new() };
    let speller = Speller::new(names.iter().map(plain).collect());
    let mut out = Vec::new();
    for (at, p) in
        record.passages.iter().enumerate().filter(|(_, p)| p.kind.is_printed() || p.kind.is_action())
    {
        for miss in speller.find(&p.text) {
            let (is, right) = (&p.text[miss.range.clone()], &speller.list[miss.phrase].right);
            if is_another(is, right) || names.iter().any(|n| n == is) {
                continue;
            }
            let message = Msg::new("found-unit-name").with("is", is).with("right", right.as_str());
            let hint = Msg::new("found-unit-name-hint").with("right", right.as_str());
            out.push(Finding::at(at, miss.range.clone(), message).hint(hint));
        }
    }
    out
}

/// The names of the site's units, and who issues the notice.
fn names(record: &Record<'_>) -> Vec<String> {
    let units = record.site.units.iter().flat_map(|u| std::iter::once(&u.name).chain(&u.aliases));
    let mut all: Vec<String> = units.chain([&record.notice.issuer]).cloned().collect();
    all.sort();
    all.dedup();
    all
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
