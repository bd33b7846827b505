//! Numbers that follow each other as a reader meets them: those of headings, issues and measures; those that begin a line
//! of prose, `(一)提高站位`; those within a paragraph, 一是…二是….

use super::marks::{self, Form, Mark};
use crate::check::{Kind, Passage, Record, Spot};
use crate::model::{Level, Pattern, RestartAt};

/// A number that is not the one after the last of its kind.
#[derive(Debug)]
pub struct Step {
    /// Where it stands.
    pub spot: Spot,
    /// Where the last of its kind stands.
    pub before: Option<Spot>,
    /// As printed.
    pub printed: String,
    /// The number that would follow, in the same form.
    pub expected: String,
    /// Its value.
    pub number: u32,
    /// The value of the last of its kind; 0 where it should be the first.
    pub last: u32,
}

/// Every such number of a notice.
pub fn steps(record: &Record<'_>) -> Vec<Step> {
    let mut out = printed(record);
    out.extend(in_prose(record));
    for (at, p) in record.passages.iter().enumerate().filter(|(_, p)| p.kind.is_printed()) {
        within(at, p, &mut out);
    }
    out
}

/// The last number of a kind, and where it stands.
type Last = Option<(u32, Spot)>;

/// Headings, issues and measures, as the notice counts them.
fn printed(record: &Record<'_>) -> Vec<Step> {
    let mut out = Vec::new();
    let mut last: [Last; 5] = Default::default();
    // The last number before a heading began the count anew: one that goes on over it is right.
    let mut over = [0; 5];
    let numbering = &record.notice.numbering;
    let anew = numbering.restart;
    for (at, p) in record.passages.iter().enumerate() {
        let Some((slot, number)) = numbered(record, p) else { continue };
        let pattern = match slot {
            3 => numbering.issue.as_ref(),
            4 => numbering.measure.as_ref(),
            _ => p.kind.level().and_then(|level| numbering.of(level)),
        };
        if let Some(pattern) = pattern.filter(|_| number > 0) {
            let spot = Spot::Text(at, head(&p.text));
            if last[slot].is_none() && over[slot] > 0 && number == over[slot] + 1 {
                last[slot] = Some((number, spot));
            } else {
                step(pattern, number, spot, &mut last[slot], &mut out);
            }
            over[slot] = number;
        }
        let below = [
            (1, anew.section, slot == 0),
            (2, anew.topic, slot < 2),
            (3, anew.issue, slot < 3),
            (4, anew.measure, slot == 3),
        ];
        for (slot, _, _) in below.into_iter().filter(|(_, at, under)| *under && *at == RestartAt::Parent) {
            last[slot] = None;
        }
    }
    out
}

/// Which count an item belongs to, and its number.
fn numbered(record: &Record<'_>, p: &Passage<'_>) -> Option<(usize, u32)> {
    let numbers = &record.numbers;
    match p.kind {
        Kind::Heading(node) => {
            let slot = match node.level {
                Level::Part => 0,
                Level::Section => 1,
                Level::Topic => 2,
            };
            Some((slot, numbers.nodes.get(&node.id).copied()?))
        }
        Kind::Issue => Some((3, *numbers.issues.get(p.issue?)?)),
        Kind::Measure => Some((4, *numbers.measures.get(p.issue?)?.get(p.measure?)?)),
        _ => None,
    }
}

fn step(pattern: &Pattern, number: u32, spot: Spot, last: &mut Last, out: &mut Vec<Step>) {
    let was = last.as_ref().map_or(0, |(n, _)| *n);
    if number != was + 1 {
        let before = last.take().map(|(_, spot)| spot);
        let (printed, expected) = (pattern.print(number), pattern.print(was + 1));
        out.push(Step { spot: spot.clone(), before, printed, expected, number, last: was });
    }
    *last = Some((number, spot));
}

/// The first words of a text, up to its first mark.
fn head(text: &str) -> std::ops::Range<usize> {
    0..text.find(['。', '，', ',', '；', '\n']).unwrap_or(text.len())
}

/// Lines of prose files that begin with a number. A number of a higher kind begins the lower ones anew, or they go on over it:
/// （3） before a heading and （4） behind it.
fn in_prose(record: &Record<'_>) -> Vec<Step> {
    let mut out = Vec::new();
    let mut open: Vec<(Mark, Spot)> = Vec::new();
    let mut over = OverHeadings::default();
    let mut file = "";
    for (at, p) in record.passages.iter().enumerate() {
        let Kind::Prose(path, _) = p.kind else {
            over.last
                .extend(marks::leading(&p.number, false).map(|mark| (mark, Spot::Text(at, head(&p.text)))));
            continue;
        };
        // A heading stands between two files, and a count may go on over it.
        if path != file {
            (file, open) = (path, Vec::new());
        }
        let Some(mark) = marks::leading(&p.text, !p.points.is_empty()) else { continue };
        let same = open.iter().position(|(m, _)| m.form == mark.form);
        let last = same.map(|n| open.drain(n..).next()).unwrap_or_default().or_else(|| over.go_on(&mark));
        let spot = Spot::Text(at, mark.range.clone());
        let was = last.as_ref().map_or(0, |(m, _)| m.number);
        // A part may go on from the outline; a list may begin again after one that has two items at least.
        let fine =
            mark.number == was + 1 || (was == 0 && mark.form.is_part()) || (mark.number == 1 && was >= 2);
        if !fine {
            out.push(between(&p.text, &mark, was, spot.clone(), last.map(|(_, s)| s)));
        }
        // 一是…二是…三是… in one line: the next line begins anew, or goes on from the last of them.
        let last = marks::inner(&p.text).into_iter().rfind(|m| m.form == mark.form && m.number > mark.number);
        let mark = last.unwrap_or(mark);
        over.last.retain(|(m, _)| m.form != mark.form);
        over.last.push((mark.clone(), spot.clone()));
        open.push((mark, spot));
    }
    out
}

/// Counts that a heading did not begin anew.
#[derive(Default)]
struct OverHeadings {
    /// The last number of each form.
    last: Vec<(Mark, Spot)>,
    /// Forms that have gone on so before.
    forms: Vec<Form>,
}

impl OverHeadings {
    /// The number that one behind a heading goes on from: the one before it, or an earlier one in a count that has gone on so already.
    fn go_on(&mut self, mark: &Mark) -> Option<(Mark, Spot)> {
        let last = self.last.iter().rev().find(|(m, _)| m.form == mark.form)?;
        let next = mark.number == last.0.number + 1 && mark.number > 1;
        if next {
            self.forms.push(mark.form);
        }
        let gap = mark.number > last.0.number + 1 && self.forms.contains(&mark.form);
        (next || gap).then(|| last.clone())
    }
}

/// 一是…二是… and their like within a text. A line of prose that begins with a number may go on from the line before.
fn within(at: usize, p: &Passage<'_>, out: &mut Vec<Step>) {
    let (text, mut start) = (&*p.text, 0);
    let mut open: Vec<Mark> = Vec::new();
    for line in text.split('\n') {
        for mut mark in marks::inner(line) {
            mark.range = mark.range.start + start..mark.range.end + start;
            let same = open.iter().rposition(|m| m.form == mark.form);
            let last = same.map(|n| open.swap_remove(n));
            let was = last.as_ref().map_or(0, |m| m.number);
            let goes_on = was == 0
                && mark.range.start == start
                && (matches!(p.kind, Kind::Prose(..)) || mark.form.is_item());
            // 下一阶段，局党组一是继续清收；二是…: the first stands behind who acts.
            let led = || was == 0 && text[..mark.range.start].contains(&mark.form.print(mark.number - 1));
            let goes_on = goes_on || mark.number > 1 && led();
            if mark.number != was + 1 && !(mark.number == 1 && was >= 2) && !goes_on {
                let spot = |m: &Mark| Spot::Text(at, m.range.clone());
                out.push(between(text, &mark, was, spot(&mark), last.as_ref().map(spot)));
            }
            open.push(mark);
        }
        start += line.len() + 1;
    }
}

fn between(text: &str, mark: &Mark, last: u32, spot: Spot, before: Option<Spot>) -> Step {
    let printed = text[mark.range.clone()].to_owned();
    let mut expected = mark.form.print(last + 1);
    if printed.starts_with('(') {
        expected = expected.replace('（', "(").replace('）', ")");
    }
    Step { spot, before, printed, expected, number: mark.number, last }
}
