//! What stands above all other headings: `第一部分　总体情况`, `壹、总体情况`, or titles in brackets on lines of their own, `【总体情况】`, which print no
//! number. One such line parts nothing; two or more do.

use super::issues::Issues;
use super::marks::{Kind, Mark, begins_with_number, bracketed, item, subject};
use crate::model::Pattern;
use crate::zh::numeral::Style;

/// The divisions of a text: for each line the mark of the one that it begins.
pub fn read(lines: &[&str], issues: &Issues) -> Vec<Option<Mark>> {
    let numbered: Vec<Option<Mark>> = lines.iter().map(|line| Kind::Division.read(line)).collect();
    for formal in [false, true] {
        let own = |mark: &Option<Mark>| mark.clone().filter(|m| (m.pattern.style == Style::Formal) == formal);
        let own: Vec<Option<Mark>> = numbered.iter().map(own).collect();
        if counts_up(&own) {
            return own;
        }
    }
    let titles = in_brackets(lines);
    let mut out = vec![None; lines.len()];
    if part(lines, &titles, issues) {
        titles.into_iter().zip(1..).for_each(|(at, n)| out[at] = Some(unprinted(n)));
    }
    out
}

/// Two or more, from one upwards; one may have been left out.
fn counts_up(marks: &[Option<Mark>]) -> bool {
    let numbers: Vec<u32> = marks.iter().flatten().map(|mark| mark.n).collect();
    let up = numbers.windows(2).all(|two| (two[0] + 1..=two[0] + 2).contains(&two[1]));
    numbers.len() > 1 && numbers[0] == 1 && up
}

/// A number for counting that stands nowhere in the text.
fn unprinted(n: u32) -> Mark {
    let pattern = Pattern { before: String::new(), style: Style::Arabic, after: String::new() };
    Mark { pattern, n, len: 0 }
}

fn in_brackets(lines: &[&str]) -> Vec<usize> {
    let short = |line: &str| line.trim().chars().count() <= 30;
    let title = |line: &str| {
        let names = Kind::Issue.read(line).is_none() && !subject(&format!("{}：.", line.trim()));
        short(line) && bracketed(line) && names
    };
    (0..lines.len()).filter(|at| title(lines[*at])).collect()
}

/// Whether titles in brackets part a text: none stands twice, as the labels of issues do, none within an issue that goes on, and no
/// number runs over them.
fn part(lines: &[&str], titles: &[usize], issues: &Issues) -> bool {
    let [first, _, ..] = titles else { return false };
    let issue = |from: usize, to: usize| issues.titles[from..to].iter().any(Option::is_some);
    let once =
        |at: &usize| titles.iter().filter(|other| lines[**other].trim() == lines[*at].trim()).count() == 1;
    let holds = |(nth, at): (usize, &usize)| {
        let end = titles.get(nth + 1).copied().unwrap_or(lines.len());
        let below = at + 1;
        let led = below < end && (issues.titles[below].is_some() || is_heading(lines[below]));
        let parts = lines[*at..end].iter().find_map(|line| Kind::Part.read(line));
        below < end && (led || !issue(0, *at) || !issue(*at, end)) && parts.is_none_or(|mark| mark.n == 1)
    };
    let above = lines[..*first].iter().any(|line| Kind::Part.read(line).is_some());
    !above && !issue(0, *first) && titles.iter().all(once) && titles.iter().enumerate().all(holds)
}

fn is_heading(line: &str) -> bool {
    begins_with_number(line) && item(line).is_none()
}
