//! The foot of a notice: who signs, the date, and what stands under them (附件、附注、印发, the buttons of a web page).

use chrono::NaiveDate;

use super::lines::before;
use super::marks::{self, Kind};
use crate::zh::date_form::DateForm;

/// What the last lines of a text say.
#[derive(Debug, Default)]
pub struct Foot<'a> {
    /// Who signs.
    pub name: Option<&'a str>,
    /// The date under the signature.
    pub day: Option<NaiveDate>,
    /// How that date is printed.
    pub form: Option<DateForm>,
    /// The lines under both, with what stands before each.
    pub after: Vec<&'a str>,
    /// Whether the fields print signature and date again; else they stay prose at the end.
    pub printable: bool,
    /// How many lines at the end the foot takes.
    pub lines: usize,
}

/// How far up from the last line a signature is looked for.
const REACH: usize = 12;

/// Reads the foot of the lines under the title.
pub fn read<'a>(lines: &[&'a str], title: Option<&str>) -> Foot<'a> {
    let last = (0..lines.len()).rev().take(REACH);
    let mut near = last.take_while(|at| !is_structure(lines[*at])).collect::<Vec<_>>().into_iter();
    let dated = near.clone().find_map(|at| dated(lines, at));
    dated.or_else(|| near.find_map(|at| undated(lines, at, title))).unwrap_or_default()
}

/// A line that no foot has: a part, an issue, the label of measures.
fn is_structure(line: &str) -> bool {
    [Kind::Division, Kind::Part, Kind::Issue].iter().any(|k| k.read(line).is_some())
        || marks::label(line).is_some()
}

/// A date on a line of its own with the signature above it, or both on one line.
fn dated<'a>(lines: &[&'a str], at: usize) -> Option<Foot<'a>> {
    let line = lines[at].trim_start();
    let after = lines[at + 1..].to_vec();
    if let Some((day, form)) = DateForm::read(line.trim_end()) {
        let above = at.checked_sub(1).and_then(|up| lines.get(up)).filter(|l| is_name(l));
        let form = form.filter(|_| line == line.trim_end());
        let printable = form.is_some() && above.is_some_and(|l| *l == l.trim_end());
        let taken = after.len() + 1 + usize::from(above.is_some());
        return Some(Foot {
            name: above.map(|l| l.trim()),
            day: Some(day),
            form,
            after,
            printable,
            lines: taken,
        });
    }
    let (name, day) = line.trim_end().char_indices().skip(2).find_map(|(split, _)| {
        let (name, rest) = line.trim_end().split_at(split);
        DateForm::read(rest).filter(|_| is_name(name)).map(|(day, _)| (name.trim_end(), day))
    })?;
    let taken = after.len() + 1;
    Some(Foot { name: Some(name), day: Some(day), lines: taken, after, ..Foot::default() })
}

/// A signature without a date: the body that the title names, or one that is called as bodies are.
fn undated<'a>(lines: &[&'a str], at: usize, title: Option<&str>) -> Option<Foot<'a>> {
    let line = lines[at];
    let name = line.trim();
    let named = title.and_then(|t| t.split_once("关于")).is_some_and(|(body, _)| body == name);
    let after = lines[at + 1..].to_vec();
    (is_name(line) && named || is_body(line)).then(|| Foot {
        name: Some(name),
        printable: before(line).len() + name.len() == line.len(),
        lines: after.len() + 1,
        after,
        ..Foot::default()
    })
}

const BODIES: [&str; 16] = [
    "党组",
    "党委",
    "委员会",
    "支部",
    "总支",
    "宣传部",
    "组织部",
    "统战部",
    "办公室",
    "局",
    "中心",
    "公司",
    "联合会",
    "管委会",
    "人民政府",
    "委办",
];

/// Whether a line is the name of a body and nothing beside it.
pub fn is_body(line: &str) -> bool {
    let name = line.trim();
    let called = !name.contains(char::is_whitespace) && BODIES.iter().any(|end| name.ends_with(end));
    called && is_name(name) && name.chars().count() >= 4
}

/// Short, and without the marks of a sentence or a list.
fn is_name(line: &str) -> bool {
    let name = line.trim();
    let marks = ['。', ':', '：', ';', '；', ',', '，', '、', '?', '？', '|'];
    (2..=40).contains(&name.chars().count()) && !name.contains(marks) && !marks::begins_with_number(name)
}
