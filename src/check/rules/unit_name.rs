//! Units under a name that is nearly theirs.

use super::Rule;
use crate::check::{Finding, Record, Spot};
use crate::diag::Severity;
use crate::lang::Msg;
use crate::zh::near::difference;
use crate::zh::spelling::{Phrase, Speller};

/// `县媒体中心` for 县融媒体中心; `县委第三巡察组` where the record has 县委巡察三组.
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
    out.extend(inspectors(record));
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

/// The inspection team, by its number before or behind 巡察.
fn inspectors(record: &Record<'_>) -> Vec<Finding> {
    let Some(own) = record.notice.inspection.as_ref().map(|i| i.by.as_str()) else { return Vec::new() };
    let Some((number, form)) = team(own).map(|t| (t.number, t.form)) else { return Vec::new() };
    let field = record.passages.iter().position(|p| matches!(p.kind, crate::check::Kind::Inspector));
    let mut out = Vec::new();
    for (at, p) in record.passages.iter().enumerate().filter(|(_, p)| p.kind.is_printed()) {
        for team in teams(&p.text).into_iter().filter(|t| (t.number, t.form) != (number, form)) {
            let is = &p.text[team.range.clone()];
            let message = Msg::new("found-team").with("is", is).with("right", own);
            let found = Finding::at(at, team.range, message)
                .hint(Msg::new("found-unit-name-hint").with("right", own));
            out.push(match field {
                Some(field) => {
                    found.related(Spot::Text(field, 0..own.len()), Msg::new("found-team-here"))
                }
                None => found,
            });
        }
    }
    out
}

/// How a team has its number.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Form {
    /// 第三巡察组
    Before,
    /// 巡察三组, 巡察第三组
    Behind,
}

struct Team {
    number: char,
    form: Form,
    range: std::ops::Range<usize>,
}

fn team(text: &str) -> Option<Team> {
    teams(text).into_iter().next()
}

fn teams(text: &str) -> Vec<Team> {
    const NUMBERS: &str = "一二三四五六七八九十";
    let number = |c: Option<char>| c.filter(|c| NUMBERS.contains(*c));
    let one = |(at, word): (usize, &str)| {
        let (before, rest) = (&text[..at], &text[at + word.len()..]);
        let behind = rest.strip_prefix('第').unwrap_or(rest);
        if let (Some(n), true) = (number(behind.chars().next()), behind.chars().nth(1) == Some('组')) {
            let end = text.len() - behind.len() + n.len_utf8() + '组'.len_utf8();
            return Some(Team { number: n, form: Form::Behind, range: at..end });
        }
        let n = number(before.chars().next_back())?;
        let start = before[..before.len() - n.len_utf8()].strip_suffix('第')?.len();
        rest.starts_with('组').then(|| Team {
            number: n,
            form: Form::Before,
            range: start..at + word.len() + '组'.len_utf8(),
        })
    };
    text.match_indices("巡察").chain(text.match_indices("巡视")).filter_map(one).collect()
}
