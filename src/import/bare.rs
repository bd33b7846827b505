//! Issues that neither a label nor words of their own tell. One such line proves nothing: there are two or more of them, they count on,
//! and each has its account on the very next line.
//!
//! - `1.…不严格。` over `（1）…`, `一是…` or `——…`, or `（一）…不严格。` over `1.…`, where at least half of such titles under a heading name a
//!   fault ([`itemed`]);
//! - `问题1：…` over a paragraph ([`has_account`]);
//! - `1.…` over paragraphs that end in 完成情况：… or 责任单位：… ([`concluded`]).

use super::faults::names_fault;
use super::gaps;
use super::heads::behind_count;
use super::issues::{Issues, Title, begins_part, is_outer};
use super::marks::{Kind, Mark, begins_with_number, completion, item, measure};
use super::responsible::{is_line, line_below};
use crate::model::Pattern;

/// Numbered titles that name faults, each over a numbered measure or a list.
pub fn itemed(lines: &[&str]) -> Issues {
    let found = [Kind::Topic, Kind::Section, Kind::Item].map(|kind| {
        let mut found = of_kind(lines, kind);
        gaps::fill(lines, &mut found);
        found
    });
    found.into_iter().find(counts_on).unwrap_or(Issues { titles: Vec::new(), kind: Kind::Issue })
}

/// Numbered titles, each over paragraphs that end in who answers for it, or in how far it has come.
pub fn concluded(lines: &[&str]) -> Issues {
    let found = [Kind::Topic, Kind::Section].map(|kind| {
        let mut titles = vec![None; lines.len()];
        let mut ended = false;
        for at in (0..lines.len()).rev() {
            ended |= completion(lines[at]).is_some() || is_line(lines[at]);
            if let Some(mark) = kind.read(lines[at]) {
                let told = std::mem::take(&mut ended) && has_account(lines, at, &mark);
                titles[at] = told.then_some(Title { mark: Some(mark), labelled: false });
            }
            ended &= !is_outer(lines[at], kind);
        }
        Issues { titles, kind }
    });
    found.into_iter().find(counts_on).unwrap_or(Issues { titles: Vec::new(), kind: Kind::Issue })
}

/// Whether a line is a title, and the next one a paragraph that tells of it.
pub fn has_account(lines: &[&str], at: usize, mark: &Mark) -> bool {
    let told = |next: &str| next.contains('。') && !begins_with_number(next);
    is_title(&lines[at][mark.len..]) && line_below(lines, at).is_some_and(told)
}

/// Whether two titles follow each other by their numbers.
pub fn counts_on(issues: &Issues) -> bool {
    let numbers: Vec<u32> = issues.titles.iter().flatten().flat_map(|t| &t.mark).map(|m| m.n).collect();
    numbers.windows(2).any(|two| two[1] == two[0] + 1)
}

/// Whether the heading of a part announces what is still to be done.
pub fn looks_ahead(heading: &str) -> bool {
    const AHEAD: [&str; 8] = ["下一步", "下一阶段", "下步", "后续", "打算", "今后", "尚未", "未完成"];
    let goes_on = heading.contains("持续") || heading.contains("计划");
    AHEAD.iter().any(|w| heading.contains(w)) || goes_on && !heading.contains("反馈")
}

/// The number of the measure right under a title of a kind: one further in, and no title itself over measures of its own.
pub fn first_measure(lines: &[&str], at: usize, kind: Kind) -> Option<Mark> {
    let below = line_below(lines, at)?;
    match kind {
        Kind::Item => item(below).filter(|_| Kind::Item.read(below).is_none()),
        Kind::Section | Kind::Issue => {
            let under = lines[at + 1..].iter().skip_while(|line| **line != below).nth(1);
            let fault = |first: &Mark| is_title(&below[first.len..]) && names_fault(&below[first.len..]);
            let leads = |first: &Mark| match under {
                Some(line) if item(line).is_some() => first.n == 1,
                Some(line) => line.contains('。') && !begins_with_number(line) && fault(first),
                None => false,
            };
            item(below).or_else(|| measure(below).filter(|first| !leads(first)))
        }
        _ => item(below),
    }
}

/// What stands right under a title.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Account {
    /// A numbered measure, or the first item of a list: 一是…, ——….
    Listed,
    /// A paragraph, which proves nothing alone.
    Told,
}

fn account(lines: &[&str], at: usize, kind: Kind, mark: &Mark, seen: &Seen) -> Option<Account> {
    if !is_title(&lines[at][mark.len..]) {
        return None;
    }
    if let Some(first) = first_measure(lines, at, kind) {
        return seen.goes_on(&first).then_some(Account::Listed);
    }
    let below = line_below(lines, at)?.trim_start();
    let listed = behind_count(below).len() < below.len() || below.starts_with("——");
    let told = has_account(lines, at, mark);
    told.then_some(if listed { Account::Listed } else { Account::Told })
}

fn of_kind(lines: &[&str], kind: Kind) -> Issues {
    let mut titles = vec![None; lines.len()];
    let (mut ahead, mut seen) = (false, Seen::default());
    let mut group: Vec<(usize, Mark, Account)> = Vec::new();
    let mut settle = |group: &mut Vec<(usize, Mark, Account)>, ahead: bool| {
        let faults = group.iter().filter(|(at, mark, _)| names_fault(&lines[*at][mark.len..])).count();
        let listed = group.iter().filter(|(.., account)| *account == Account::Listed).count();
        let held = !ahead && faults * 2 >= group.len() && listed * 2 >= group.len();
        for (at, mark, _) in group.drain(..).filter(|_| held) {
            titles[at] = Some(Title { mark: Some(mark), labelled: false });
        }
    };
    for at in 0..lines.len() {
        if is_outer(lines[at], kind) {
            settle(&mut group, ahead);
            if begins_part(lines[at]) {
                ahead = looks_ahead(lines[at]);
            }
        }
        let own = kind.read(lines[at]).and_then(|m| Some((account(lines, at, kind, &m, &seen)?, m)));
        if let Some((account, mark)) = own {
            let last = group.last().map(|(_, last, _)| last.n);
            if last.is_none_or(|last| (last..=last + 3).contains(&mark.n)) {
                group.push((at, mark, account));
            }
        }
        seen.extend(measure(lines[at]));
    }
    settle(&mut group, ahead);
    Issues { titles, kind }
}

/// The last number of each printed form.
#[derive(Default)]
struct Seen(Vec<(Pattern, u32)>);

impl Seen {
    /// Whether a number begins a count, or goes on with the one before, give or take a misprint.
    fn goes_on(&self, mark: &Mark) -> bool {
        let last = self.0.iter().find(|(known, _)| *known == mark.pattern).map(|(_, n)| *n);
        mark.n == 1 || last.is_some_and(|last| (last..=last + 3).contains(&mark.n))
    }

    fn extend(&mut self, mark: Option<Mark>) {
        let Some(mark) = mark else { return };
        match self.0.iter_mut().find(|(known, _)| *known == mark.pattern) {
            Some((_, n)) => *n = mark.n,
            None => self.0.push((mark.pattern, mark.n)),
        }
    }
}

/// One sentence and no more, that neither asks nor announces.
pub fn is_title(text: &str) -> bool {
    let text = text.trim_end();
    let inner = text.strip_suffix(['。', ';', '；', '.']).unwrap_or(text);
    (4..=80).contains(&inner.chars().count())
        && !inner.contains(['。', ';', '；', '？', '?', '！'])
        && !inner.ends_with([':', '：'])
}
