//! The text as a page of lines: what stands before each, between them, and at its foot.

use crate::model::Layout;
use crate::zh::date;

/// A text taken apart into lines and layout.
#[derive(Debug)]
pub struct Page<'a> {
    /// Title, if the text begins with one.
    pub title: Option<&'a str>,
    /// The paragraphs between title and signature, without what stands before each.
    pub body: Vec<&'a str>,
    /// Signature and the date under it, if they close the text.
    pub foot: Option<(&'a str, chrono::NaiveDate)>,
    /// How to lay it out again.
    pub layout: Layout,
}

/// Takes a text apart.
pub fn read(text: &str) -> Page<'_> {
    let all: Vec<&str> = text.strip_suffix('\n').unwrap_or(text).split('\n').collect();
    let blank_lines = gap(&all);
    let mut lines: Vec<&str> = spaced(&all, blank_lines);
    let mut layout = Layout {
        blank_lines: u32::try_from(blank_lines).unwrap_or_default(),
        final_newline: text.ends_with('\n'),
        title: false,
        signature: false,
        ..Layout::default()
    };
    let foot = foot(&lines);
    if foot.is_some() {
        let date_line = lines.pop().unwrap_or_default();
        let name_line = lines.pop().unwrap_or_default();
        layout.signature = true;
        layout.signature_indent = before(name_line).to_owned();
        layout.date_indent = before(date_line).to_owned();
    }
    let title = lines.first().copied().filter(|l| is_title(l));
    if let Some(line) = title {
        lines.remove(0);
        layout.title = true;
        layout.title_indent = before(line).to_owned();
    }
    layout.indent = common_indent(&lines);
    let strip = layout.indent.len();
    let body = lines.into_iter().map(|l| l.get(strip..).unwrap_or(l)).collect();
    Page { title: title.map(|l| &l[before(l).len()..]), body, foot, layout }
}

/// Spaces at line ends and empty lines taken off, for a person who asks for it.
pub fn tidy(text: &str) -> String {
    let mut out: String =
        text.split('\n').map(str::trim_end).filter(|l| !l.is_empty()).collect::<Vec<_>>().join("\n");
    if text.ends_with('\n') {
        out.push('\n');
    }
    out
}

/// How many empty lines stand between paragraphs; where they are uneven, none, and the proof will say so.
fn gap(all: &[&str]) -> usize {
    let mut found = None;
    let mut run = 0;
    for line in all.iter().skip_while(|l| l.is_empty()) {
        if line.is_empty() {
            run += 1;
            continue;
        }
        match found {
            None => found = Some(usize::MAX),
            Some(least) => found = Some(least.min(run)),
        }
        run = 0;
    }
    found.filter(|n| *n != usize::MAX).unwrap_or_default().min(20)
}

fn spaced<'a>(all: &[&'a str], gap: usize) -> Vec<&'a str> {
    let even = all.iter().enumerate().all(|(at, l)| l.is_empty() == (at % (gap + 1) != 0));
    if even {
        all.iter().step_by(gap + 1).copied().collect()
    } else {
        all.iter().filter(|l| !l.is_empty()).copied().collect()
    }
}

/// What stands before the first character of a line.
fn before(line: &str) -> &str {
    &line[..line.len() - line.trim_start().len()]
}

fn foot<'a>(lines: &[&'a str]) -> Option<(&'a str, chrono::NaiveDate)> {
    let [.., name, day] = lines else { return None };
    let name = &name[before(name).len()..];
    let day = &day[before(day).len()..];
    let found = date::find_all(day).into_iter().next()?.date;
    let sign = !name.is_empty() && name.chars().count() <= 40 && !name.contains(['。', ':', '：', ';', '；']);
    (sign && date::long(found) == day).then_some((name, found))
}

fn is_title(line: &str) -> bool {
    let text = line.trim_start();
    text.chars().count() <= 80
        && !text.ends_with(['。', '：', ':', '；', ';'])
        && !text.ends_with(char::is_whitespace)
        && ["通报", "公告", "公示", "报告", "情况"]
            .iter()
            .any(|w| text.trim_end_matches(['）', ')']).ends_with(w))
        && !super::marks::begins_with_number(text)
}

/// What every paragraph has before it.
fn common_indent(lines: &[&str]) -> String {
    let mut common: Option<&str> = None;
    for line in lines {
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
