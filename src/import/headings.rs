//! Which lines are headings: those that lead to an issue, and those without one whose number follows the heading before.

use super::bare::first_measure;
use super::divisions;
use super::issues::Issues;
use super::marks::{Kind, Mark, label};
use super::walk::Walk;

/// What a line is, apart from issues.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Line {
    /// A heading.
    Heading(Kind, Mark),
    /// A paragraph that ends the issue above it: a heading with its text run in.
    Aside,
    /// Anything else.
    Text,
}

/// Every line, and those within an issue that look like a heading whose number does not follow.
pub struct Headings {
    /// One for each line.
    pub lines: Vec<Line>,
    /// Numbers of lines from 0.
    pub doubtful: Vec<usize>,
}

/// Reads the headings of lines whose issues are known.
pub fn read(lines: &[&str], issues: &Issues) -> Headings {
    let tops = divisions::read(lines, issues);
    if issues.titles.iter().all(Option::is_none) {
        return Headings { lines: parts(lines, tops), doubtful: Vec::new() };
    }
    let mut leading = leading(lines, issues, &tops);
    bare_sections(lines, issues, &mut leading);
    let mut walk = Walk::new(lines, &leading, issues);
    let found = (0..lines.len()).map(|at| walk.line(at)).collect();
    Headings { lines: found, doubtful: walk.doubtful }
}

/// Divisions, headings that an issue follows, and every part whose number goes on from the part before; under a division parts are headings
/// like any other.
fn leading(lines: &[&str], issues: &Issues, tops: &[Option<Mark>]) -> Vec<Option<(Kind, Mark)>> {
    let divided = tops.iter().any(Option::is_some);
    // Where no part stands before the first issue of a division, 一、 counts within measures.
    let (mut last_part, mut free) = (0, true);
    let mut read = |at: usize, line: &str| {
        if let Some(mark) = &tops[at] {
            (last_part, free) = (0, true);
            return Some((Kind::Division, mark.clone()));
        }
        free &= issues.titles[at].is_none();
        let goes_on = |m: &Mark| m.n > last_part && m.n <= last_part + 3 && (last_part > 0 || free);
        let leads = |kind: Kind| leads_to_issue(kind, at, lines, issues, tops);
        // The line under the title of an issue is its first measure.
        let measure = at > 0
            && issues.titles[at - 1].is_some()
            && first_measure(lines, at - 1, issues.kind).is_some_and(|m| Kind::Topic.read(line) == Some(m));
        let outer = |kind: &Kind| *kind < issues.kind && issues.titles[at].is_none() && !measure;
        let part = Some(Kind::Part).filter(outer).and_then(|k| k.read(line)).filter(goes_on);
        if let Some(mark) = part.filter(|_| !divided || leads(Kind::Part)) {
            last_part = mark.n;
            return Some((Kind::Part, mark));
        }
        [Kind::Section, Kind::Topic]
            .into_iter()
            .filter(outer)
            .find_map(|kind| kind.read(line).map(|m| (kind, m)))
            .filter(|(kind, _)| leads(*kind))
    };
    lines.iter().enumerate().map(|(at, line)| read(at, line)).collect()
}

/// Whether an issue follows a heading before anything that ends it.
fn leads_to_issue(kind: Kind, at: usize, lines: &[&str], issues: &Issues, tops: &[Option<Mark>]) -> bool {
    for (below, line) in lines.iter().enumerate().skip(at + 1) {
        if issues.titles[below].is_some() {
            return true;
        }
        let ends = tops[below].is_some()
            || Kind::Part.read(line).is_some()
            || label(line).is_some()
            || kind > Kind::Part && Kind::Section.read(line).is_some()
            || kind == Kind::Topic && Kind::Topic.read(line).is_some();
        if ends {
            return false;
        }
    }
    false
}

/// In a part or division without issues, its sections, where each is a title on a line of its own over paragraphs and they count up from
/// one.
fn bare_sections(lines: &[&str], issues: &Issues, leading: &mut [Option<(Kind, Mark)>]) {
    let divided = leading.iter().flatten().any(|(kind, _)| *kind == Kind::Division);
    let (top, kinds) = if divided {
        (Kind::Division, [Kind::Part, Kind::Section])
    } else {
        (Kind::Part, [Kind::Section; 2])
    };
    let is_top =
        |at: usize, leading: &[Option<(Kind, Mark)>]| leading[at].as_ref().is_some_and(|(k, _)| *k == top);
    let mut from = 0;
    while let Some(part) = (from..lines.len()).find(|at| is_top(*at, leading)) {
        let end = (part + 1..lines.len()).find(|at| is_top(*at, leading)).unwrap_or(lines.len());
        from = end;
        if issues.titles[part..end].iter().any(Option::is_some) {
            continue;
        }
        let found = kinds.into_iter().find_map(|kind| Some((kind, titles(lines, part + 1, end, kind)?)));
        if let Some((kind, marks)) = found {
            marks.into_iter().for_each(|(at, mark)| leading[at] = Some((kind, mark)));
        }
    }
}

/// The numbered titles of a stretch, if all such numbers in it are titles and count up from one.
fn titles(lines: &[&str], from: usize, end: usize, kind: Kind) -> Option<Vec<(usize, Mark)>> {
    let marks: Vec<(usize, Mark)> = (from..end).filter_map(|at| Some((at, kind.read(lines[at])?))).collect();
    let counts = marks.len() > 1 && marks.iter().zip(1..).all(|((_, mark), n)| mark.n == n);
    let told = |at: usize| at + 1 < end && lines[at + 1].contains('。');
    let titles = marks.iter().all(|(at, mark)| is_whole_title(&lines[*at][mark.len..]) && told(*at));
    (counts && titles).then_some(marks)
}

/// Words that end without the mark of a sentence; a comma may part them.
fn is_whole_title(text: &str) -> bool {
    is_bare_title(&text.replace(['，', ','], ""))
}

/// In a text without issues, its divisions, or its parts, where each is a title on a line of its own and they count up from one.
fn parts(lines: &[&str], tops: Vec<Option<Mark>>) -> Vec<Line> {
    if tops.iter().any(Option::is_some) {
        return tops.into_iter().map(|mark| heading(Kind::Division, mark)).collect();
    }
    let marks: Vec<Option<Mark>> = lines.iter().map(|line| Kind::Part.read(line)).collect();
    let counts = marks.iter().flatten().zip(1..).all(|(mark, n)| mark.n == n);
    let titles = lines.iter().zip(&marks).all(|(l, m)| m.as_ref().is_none_or(|m| is_bare_title(&l[m.len..])));
    if !counts || !titles || marks.iter().flatten().count() < 2 {
        return vec![Line::Text; lines.len()];
    }
    marks.into_iter().map(|mark| heading(Kind::Part, mark)).collect()
}

fn heading(kind: Kind, mark: Option<Mark>) -> Line {
    mark.map_or(Line::Text, |mark| Line::Heading(kind, mark))
}

/// Words without the marks of a sentence.
fn is_bare_title(text: &str) -> bool {
    (2..=40).contains(&text.trim().chars().count()) && !text.contains(['。', ';', '；', ':', '：', '，', ','])
}
