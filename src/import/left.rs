//! Lines that begin with a number as headings or issues of a notice do, and yet stand within a measure or in prose. Whatever was read there,
//! none of them goes under without a word.

use super::bare::is_title;
use super::faults::tells_fault;
use super::lines::Page;
use super::marks::{Kind, Mark, is_alike};
use super::outline::{Outline, Role};
use crate::model::Notice;

const KINDS: [Kind; 6] = [Kind::Division, Kind::Part, Kind::Section, Kind::Topic, Kind::Issue, Kind::Item];

/// Those lines of the body, from 0.
pub fn find(notice: &Notice, page: &Page<'_>, outline: &Outline) -> Vec<usize> {
    let kinds = kinds(page, outline);
    let within = within(notice);
    let left = |at: &usize| {
        let line = page.body[*at];
        let Some((_, mark)) = number(line).filter(|(kind, _)| kinds.contains(kind)) else { return false };
        match outline.roles[*at] {
            Role::Inside => {
                let measure = notice.numbering.measure.as_ref();
                within.contains(&line)
                    || within_first(notice, line) && !measure.is_some_and(|p| is_alike(p, &mark.pattern))
            }
            Role::Text => begins_as_title(&line[mark.len..]),
            Role::Heading(..) | Role::Issue(..) => false,
        }
    };
    (0..outline.end).filter(left).collect()
}

/// The kinds of numbers that headings and issues have; divisions that were not taken for any, since their count has a gap, are known by
/// each other.
fn kinds(page: &Page<'_>, outline: &Outline) -> Vec<Kind> {
    let own = |(line, role): (&&str, &Role)| {
        let mark = match role {
            Role::Heading(_, mark) => Some(mark),
            Role::Issue(title, _) => title.mark.as_ref(),
            Role::Inside | Role::Text => None,
        }?;
        number(line).filter(|(_, own)| own == mark).map(|(kind, _)| kind)
    };
    let mut out: Vec<Kind> = page.body.iter().zip(&outline.roles).filter_map(own).collect();
    let divisions = page.body[..outline.end].iter().filter(|line| Kind::Division.read(line).is_some());
    if divisions.count() > 1 {
        out.push(Kind::Division);
    }
    out
}

fn number(line: &str) -> Option<(Kind, Mark)> {
    KINDS.into_iter().find_map(|kind| Some((kind, kind.read(line)?)))
}

/// The lines that go on with a measure, and those between a title and its label.
fn within(notice: &Notice) -> Vec<&str> {
    let measures = notice.issues.iter().flat_map(|i| &i.measures).flat_map(|m| m.text.split('\n').skip(1));
    let texts = notice.issues.iter().flat_map(|i| &i.text).flat_map(|text| text.split('\n'));
    measures.chain(texts).collect()
}

/// Whether a line is the first of a measure, number and all.
fn within_first(notice: &Notice, line: &str) -> bool {
    notice.issues.iter().flat_map(|i| &i.measures).any(|m| m.text.split('\n').next() == Some(line))
}

/// Whether words are a title, or name a fault before they tell of it. `（一）认领问题。反馈次日逐条认领。` and `1.电话：…` are plain prose.
fn begins_as_title(words: &str) -> bool {
    let (first, rest) = words.split_once('。').map_or((words, None), |(first, rest)| (first, Some(rest)));
    is_title(first) && !first.contains(['：', ':']) && (rest.is_none() || tells_fault(first))
}
