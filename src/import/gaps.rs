//! Titles that no word of theirs tells, by the numbers around them: `（十二）上轮整改留有尾巴` between `（十一）…不到位` and `（十三）…不严`.
//!
//! Where all numbers of that form between two titles are just those that are left out, they are titles too. Before the first or behind the
//! last of a run the count alone says less: such a line has to be short, no sentence, and to stand over what most titles stand over.
//! All else is left, and told (`left`).

use super::bare::{is_title, looks_ahead};
use super::faults::names_duty;
use super::heads::behind_count;
use super::issues::{Issues, Title, is_outer};
use super::marks::{Kind, Mark, is_alike, label, measure};
use super::outline::most;
use super::responsible::line_below;
use crate::model::Pattern;

/// More numbers than these are not left out.
const WIDEST: u32 = 10;

/// Adds the titles that fill gaps, and those before and behind a run.
pub fn fill(lines: &[&str], issues: &mut Issues) {
    let found = Found { lines, kind: issues.kind };
    let titles = numbered(issues);
    let mut more: Vec<(usize, Mark)> = Vec::new();
    for two in titles.windows(2) {
        let [(one, n), (next, below)] = two else { continue };
        if *below > n + 1 && *below <= n + WIDEST {
            more.extend(
                found
                    .exactly(*one + 1, *next, n + 1..*below)
                    .filter(|marks| found.over_words(marks))
                    .unwrap_or_default(),
            );
        }
    }
    let usual = most(titles.iter().filter_map(|(at, _)| found.account(*at)).collect::<Vec<_>>().iter());
    let like =
        |marks: &Vec<(usize, Mark)>| marks.iter().all(|(at, mark)| found.is_like(*at, mark, usual.as_ref()));
    for (nth, (at, n)) in titles.iter().enumerate() {
        let above = nth.checked_sub(1).map_or(0, |above| titles[above].0 + 1);
        let from = (above..*at).rev().find(|line| is_outer(lines[*line], found.kind));
        if let Some(from) = from.filter(|_| (2..=WIDEST).contains(n)) {
            more.extend(found.exactly(from, *at, 1..*n).filter(like).unwrap_or_default());
        }
        let below = titles.get(nth + 1).map_or(lines.len(), |below| below.0);
        let end = (*at + 1..below).find(|line| is_outer(lines[*line], found.kind)).unwrap_or(below);
        if end < below || below == lines.len() {
            more.extend(found.exactly(*at + 1, end, n + 1..n + 2).filter(like).unwrap_or_default());
        }
    }
    for (at, mark) in more {
        issues.titles[at].get_or_insert(Title { mark: Some(mark), labelled: found.is_labelled(at) });
    }
}

/// The numbered titles, each with its number.
fn numbered(issues: &Issues) -> Vec<(usize, u32)> {
    let of = |(at, title): (usize, &Option<Title>)| Some((at, title.as_ref()?.mark.as_ref()?.n));
    issues.titles.iter().enumerate().filter_map(of).collect()
}

struct Found<'l> {
    lines: &'l [&'l str],
    kind: Kind,
}

/// What stands under a title.
#[derive(Debug, Clone, PartialEq)]
enum Account {
    Labelled,
    Numbered(Pattern),
    Listed,
    Told,
}

impl Found<'_> {
    /// The lines of a stretch that have a number of this kind, if the numbers are these and each is a title.
    fn exactly(&self, from: usize, to: usize, numbers: std::ops::Range<u32>) -> Option<Vec<(usize, Mark)>> {
        let own = |at: usize| Some((at, self.kind.read(self.lines[at])?));
        let marks: Vec<(usize, Mark)> = (from..to).filter_map(own).collect();
        let same = marks.iter().map(|(_, mark)| mark.n).eq(numbers);
        let titles = marks.iter().all(|(at, mark)| is_title(&self.lines[*at][mark.len..]));
        (same && titles).then_some(marks)
    }

    /// Whether each stands over words of its own.
    fn over_words(&self, marks: &[(usize, Mark)]) -> bool {
        let own = |at: usize| line_below(self.lines, at).is_some_and(|below| !self.is_above(below));
        marks.iter().all(|(at, _)| own(*at))
    }

    /// Whether a line has a number of this kind, or of a heading above it.
    fn is_above(&self, line: &str) -> bool {
        self.kind.read(line).is_some() || is_outer(line, self.kind)
    }

    /// Whether a line is short, no sentence and no plan, over what the titles usually stand over; a paragraph proves nothing.
    fn is_like(&self, at: usize, mark: &Mark, usual: Option<&Account>) -> bool {
        let text = self.lines[at][mark.len..].trim_end();
        let account = self.account(at);
        let measured = !matches!(&account, Some(Account::Numbered(p)) if is_alike(p, &mark.pattern));
        text.chars().count() <= 30
            && !text.contains(['。', '；', ';', '：', ':', '，', ','])
            && !looks_ahead(text)
            && !names_duty(text)
            && measured
            && account.as_ref() != Some(&Account::Told)
            && account.as_ref() == usual
    }

    fn account(&self, at: usize) -> Option<Account> {
        let below = line_below(self.lines, at)?;
        if label(below).is_some() {
            return Some(Account::Labelled);
        }
        if let Some(mark) = measure(below) {
            return Some(Account::Numbered(mark.pattern));
        }
        let words = below.trim_start();
        let listed = behind_count(words).len() < words.len() || words.starts_with("——");
        let told = below.contains('。') && !self.is_above(below);
        if listed { Some(Account::Listed) } else { told.then_some(Account::Told) }
    }

    fn is_labelled(&self, at: usize) -> bool {
        let own = self.lines[at + 1..].iter().take_while(|line| !self.is_above(line));
        own.into_iter().any(|line| label(line).is_some())
    }
}
