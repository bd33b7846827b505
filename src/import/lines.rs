//! The text as a page of lines: what stands before each, between them, and at its foot.

use std::borrow::Cow;

use super::foot::{self, Foot};
use crate::model::{Layout, TitleBreak};
use crate::zh::date_form::DateForm;

/// A text taken apart into lines and layout.
#[derive(Debug)]
pub struct Page<'a> {
    /// Title, if the text begins with one.
    pub title: Option<Cow<'a, str>>,
    /// The paragraphs between title and signature, without what stands before each.
    pub body: Vec<&'a str>,
    /// The line of the text, from 1, that each of `body` stands on.
    pub places: Vec<usize>,
    /// The line that each of the lines under the date stands on.
    pub after: Vec<usize>,
    /// Signature, date, and what stands under them.
    pub foot: Foot<'a>,
    /// How to lay it out again.
    pub layout: Layout,
}

/// Takes a text apart.
pub fn read(text: &str) -> Page<'_> {
    let all: Vec<&str> = text.strip_suffix('\n').unwrap_or(text).split('\n').collect();
    let blank_lines = gap(&all);
    let mut lines = spaced(&all, blank_lines);
    let mut layout = Layout {
        blank_lines: u32::try_from(blank_lines).unwrap_or_default(),
        final_newline: text.ends_with('\n'),
        title: false,
        signature: false,
        ..Layout::default()
    };
    let title = take_title(&mut lines, &mut layout);
    let found = foot::read(&lines.iter().map(|(_, l)| *l).collect::<Vec<_>>(), title.as_deref());
    let after = take_off(&found, &mut lines, &mut layout);
    layout.indent = common_indent(&lines);
    let strip = layout.indent.len();
    let places = lines.iter().map(|(at, _)| at + 1).collect();
    let body = lines.into_iter().map(|(_, l)| l.get(strip..).unwrap_or(l)).collect();
    Page { title, body, places, after, foot: found, layout }
}

impl Page<'_> {
    /// Says where the lines stand in the text as it came, of which `kept` lines (from 1) are left.
    pub fn place_by(&mut self, kept: &[usize]) {
        for place in self.places.iter_mut().chain(&mut self.after) {
            *place = kept.get(*place - 1).copied().unwrap_or(*place);
        }
    }
}

/// Spaces at line ends and empty lines taken off, for a person who asks for it; and which lines are left, from 1.
pub fn tidy(text: &str) -> (String, Vec<usize>) {
    let lines = text.split('\n').map(str::trim_end).zip(1..).map(|(line, at)| (at, line));
    let (kept, lines): (Vec<usize>, Vec<&str>) = lines.filter(|(_, l)| !l.is_empty()).unzip();
    let mut out = lines.join("\n");
    if text.ends_with('\n') {
        out.push('\n');
    }
    (out, kept)
}

/// What stands before the first character of a line.
pub fn before(line: &str) -> &str {
    &line[..line.len() - line.trim_start().len()]
}

/// Takes the lines of the title off the head.
fn take_title<'a>(lines: &mut Vec<(usize, &'a str)>, layout: &mut Layout) -> Option<Cow<'a, str>> {
    let head: Vec<&str> = lines.iter().take(TITLE_LINES).map(|(_, line)| *line).collect();
    let count = (1..=head.len()).find(|n| is_broken_title(&head[..*n]))?;
    layout.title = true;
    layout.title_indent = before(head[0]).to_owned();
    let mut title = Cow::Borrowed(head[0].trim_start());
    for line in &head[1..count] {
        let after = u32::try_from(title.chars().count()).unwrap_or_default();
        layout.title_breaks.push(TitleBreak { after, indent: before(line).to_owned() });
        title.to_mut().push_str(line.trim_start());
    }
    let last = lines[count - 1].0;
    lines.drain(..count);
    layout.title_blank_lines = blank_between(last, lines.first(), layout);
    Some(title)
}

/// On how many lines a title stands at most.
pub const TITLE_LINES: usize = 4;

/// Whether lines are a title together. That of several begins with 关于 or names the body that issues it before that, on a line
/// of its own or at the head of the first; else the line above a title is the header of a web page.
fn is_broken_title(lines: &[&str]) -> bool {
    if let [line] = lines {
        return is_title(line);
    }
    let whole: String = lines.iter().map(|line| line.trim_start()).collect();
    let names = whole.split_once("关于").is_some_and(|(body, _)| body.is_empty() || foot::is_body(body));
    let plain = |line: &&str| {
        !line.contains(['。', '，', '：', ':', '；', ';', '〔', '［', '[']) && line.trim_end() == *line
    };
    names && is_title(&whole) && lines.iter().all(plain)
}

/// Whether a line is the title of a notice.
pub fn is_title(line: &str) -> bool {
    let text = line.trim_start();
    text.chars().count() <= 80
        && !text.ends_with(['。', '：', ':', '；', ';'])
        && !text.ends_with(char::is_whitespace)
        && ["通报", "公告", "公示", "报告", "情况"]
            .iter()
            .any(|w| text.trim_end_matches(['）', ')']).ends_with(w))
        && !super::marks::begins_with_number(text)
}

/// Takes the lines that fields hold off the end; what no field could print again stays. Gives the places of those under
/// the date.
fn take_off(foot: &Foot<'_>, lines: &mut Vec<(usize, &str)>, layout: &mut Layout) -> Vec<usize> {
    if !foot.printable {
        return Vec::new();
    }
    let after = lines.split_off(lines.len() - foot.after.len()).iter().map(|(at, _)| at + 1).collect();
    layout.date_form = DateForm::none();
    if let Some(form) = &foot.form {
        layout.date_form = form.clone();
        layout.date_indent = lines.pop().map(|(_, l)| before(l)).unwrap_or_default().to_owned();
    }
    layout.signature = true;
    let signature = lines.pop();
    layout.signature_indent = signature.map(|(_, l)| before(l)).unwrap_or_default().to_owned();
    layout.signature_blank_lines =
        lines.last().and_then(|(last, _)| blank_between(*last, signature.as_ref(), layout));
    after
}

/// How many empty lines stand between a line and the next, where they are not as many as between paragraphs.
fn blank_between(line: usize, next: Option<&(usize, &str)>, layout: &Layout) -> Option<u32> {
    let n = u32::try_from(next?.0 - line - 1).ok()?;
    (n != layout.blank_lines && n <= MOST_BLANK).then_some(n)
}

/// Empty lines that a layout can hold in one place.
const MOST_BLANK: u32 = 20;

/// How many empty lines stand between paragraphs: as many as between most. Where they are uneven elsewhere than under the title
/// and above the signature, the proof will say so.
fn gap(all: &[&str]) -> usize {
    let filled = all.iter().enumerate().filter(|(_, line)| !line.is_empty()).map(|(at, _)| at);
    let mut times = [0_usize; MOST_BLANK as usize + 1];
    for (one, next) in filled.clone().zip(filled.skip(1)) {
        if let Some(times) = times.get_mut(next - one - 1) {
            *times += 1;
        }
    }
    (0..times.len()).rev().max_by_key(|n| times[*n]).unwrap_or_default()
}

/// The lines with something on them, each with its place from 0.
fn spaced<'a>(all: &[&'a str], gap: usize) -> Vec<(usize, &'a str)> {
    let even = all.iter().enumerate().all(|(at, l)| l.is_empty() == (at % (gap + 1) != 0));
    let lines = all.iter().copied().enumerate();
    if even { lines.step_by(gap + 1).collect() } else { lines.filter(|(_, l)| !l.is_empty()).collect() }
}

/// What every paragraph has before it.
fn common_indent(lines: &[(usize, &str)]) -> String {
    let mut common: Option<&str> = None;
    for (_, line) in lines {
        let own = before(line);
        common = Some(match common {
            None => own,
            Some(so_far) => shared(so_far, own),
        });
    }
    common.unwrap_or_default().to_owned()
}

fn shared<'a>(a: &'a str, b: &str) -> &'a str {
    let len: usize = a.chars().zip(b.chars()).take_while(|(x, y)| x == y).map(|(x, _)| x.len_utf8()).sum();
    &a[..len]
}
