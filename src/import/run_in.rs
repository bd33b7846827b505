//! Titles with their account in the same line: `11．账目不清。一是清理往来账……。` Such a line is read as two, and stays one where that makes no
//! issue of it.

use super::bare::is_title;
use super::faults::tells_fault;
use super::heads::behind_count;
use super::issues::is_outer;
use super::marks::{Kind, item, label, measure};

/// A title and its account in one line.
struct RunIn {
    kind: Kind,
    n: u32,
    /// Where the title ends.
    end: usize,
    /// Whether it names a fault.
    fault: bool,
    /// Whether the account is a list or has a number or label; a mere sentence may go on with the title.
    sure: bool,
}

/// Where the titles of lines end that have an account behind them. Of a kind of numbers one has to name a fault; before a mere sentence the
/// title has to, between two others that it counts on from and to.
fn ends(lines: &[&str]) -> Vec<Option<usize>> {
    let found: Vec<Option<RunIn>> = (0..lines.len()).map(|at| read(lines, at)).collect();
    let faulty = |kind: Kind| found.iter().flatten().any(|one| one.kind == kind && one.fault && one.sure);
    let title = |at: usize, kind: Kind, n: u32| {
        let own = kind.read(lines[at]).filter(|mark| mark.n == n);
        own.is_some_and(|mark| {
            is_title(&lines[at][mark.len..]) || found[at].as_ref().is_some_and(|one| one.sure)
        })
    };
    let between = |at: usize, one: &RunIn| {
        let alike = |line: &usize| one.kind.read(lines[*line]).is_some();
        let (above, below) = ((0..at).rev().find(alike), (at + 1..lines.len()).find(alike));
        above.is_some_and(|at| title(at, one.kind, one.n.saturating_sub(1)))
            && below.is_some_and(|at| title(at, one.kind, one.n + 1))
    };
    let fits =
        |at: usize, one: &RunIn| if one.sure { faulty(one.kind) } else { one.fault && between(at, one) };
    found.iter().enumerate().map(|(at, one)| Some(one.as_ref().filter(|one| fits(at, one))?.end)).collect()
}

fn read(lines: &[&str], at: usize) -> Option<RunIn> {
    let line = lines[at];
    let kinds = [Kind::Section, Kind::Topic, Kind::Issue];
    let (kind, mark) = kinds.into_iter().find_map(|kind| Some((kind, kind.read(line)?)))?;
    let (title, rest) = line[mark.len..].split_once('。')?;
    let sure = tells(rest, kind)?;
    let below = lines[at + 1..].iter().take_while(|line| kind.read(line).is_none() && !is_outer(line, kind));
    let whole = is_title(title) && ends_here(rest, sure, &below.copied().collect::<Vec<_>>());
    whole.then(|| RunIn { kind, n: mark.n, end: line.len() - rest.len(), fault: tells_fault(title), sure })
}

/// Whether words plainly say what was done, by a label with measures behind it or the first item of a list, or may do so. 一是未公示… goes on
/// with the title.
fn tells(words: &str, kind: Kind) -> Option<bool> {
    if let Some(found) = label(words) {
        return (found.len() < words.len()).then_some(true);
    }
    let mark = if kind == Kind::Topic { item(words) } else { measure(words) };
    let text = mark.map_or(behind_count(words), |mark| &words[mark.len..]);
    let clause = text.split(['。', '；', ';', '，']).next().unwrap_or_default();
    (!tells_fault(clause) && words.contains('。')).then_some(text.len() < words.len())
}

/// Whether what was done begins behind the title, and not `below`, under a label or a number. A mere sentence has to be all.
fn ends_here(rest: &str, sure: bool, below: &[&str]) -> bool {
    let numbered = below.first().is_some_and(|line| item(line).is_some()) && measure(rest).is_none();
    below.iter().all(|line| label(line).is_none()) && !numbered && (sure || below.is_empty())
}

/// The lines of a text, those cut in two that have a title and its account.
pub struct Cut<'l> {
    /// What to read.
    pub lines: Vec<&'l str>,
    /// For each of them, whether it is the account behind the title before it.
    pub behind: Vec<bool>,
}

impl<'l> Cut<'l> {
    /// Cuts where it may be done, of those lines that are not to stay `whole`.
    pub fn of(lines: &[&'l str], whole: &[usize]) -> Self {
        let ends = ends(lines).into_iter().enumerate().map(|(at, end)| end.filter(|_| !whole.contains(&at)));
        let cut = lines.iter().zip(ends).flat_map(|(line, end)| {
            let (title, account) = line.split_at(end.unwrap_or(line.len()));
            [Some((title, false)), end.map(|_| (account, true))].into_iter().flatten()
        });
        let (lines, behind) = cut.unzip();
        Self { lines, behind }
    }

    /// For each of the lines that were cut or not, which one it is of those before, from 0.
    pub fn places(&self) -> Vec<usize> {
        let mut at = 0;
        let place = |behind: &bool| {
            at += usize::from(!behind);
            at - 1
        };
        self.behind.iter().map(place).collect()
    }
}
