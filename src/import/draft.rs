//! The lines of an issue into its label, its measures and its completion line.

use super::build::nowhere;
use super::marks;
use super::outline::Outline;
use super::responsible;
use super::run_on::{self, Start};
use crate::model::{Issue, IssueId, Measure, MeasureId, NodeId, Numbering, Pattern};

/// An issue as it is read line by line.
#[derive(Default)]
pub struct Draft {
    under: String,
    title: String,
    number: u32,
    before: Vec<String>,
    label: Option<(String, bool)>,
    measures: Vec<Drafted>,
    completion: Option<(String, String)>,
    /// A completion line stood within: each measure has its own.
    each_completed: bool,
    /// Its first measure goes on in the line of its title.
    runs_on: bool,
}

impl Draft {
    /// An issue of which the title has been read; without a label, its measures begin at once.
    pub fn new(under: String, number: u32, title: String, labelled: bool) -> Self {
        let label = (!labelled).then(|| (String::new(), false));
        Self { under, title, number, label, ..Self::default() }
    }

    /// Takes what stands behind the title in its line.
    pub fn behind_title(&mut self, account: &str, outline: &Outline) {
        self.runs_on = true;
        self.line(account, outline);
    }

    /// Takes the next line.
    pub fn line(&mut self, line: &str, outline: &Outline) {
        if self.label.is_none() {
            match marks::label(line) {
                Some(label) => self.labelled(line, label, outline),
                None => self.before.push(line.to_owned()),
            }
            return;
        }
        if self.measures.is_empty() && self.is_unlabelled() && responsible::is_line(line) {
            self.before.push(line.to_owned());
            return;
        }
        if let Some((label, text)) = self.completion.take() {
            self.measure_line(&format!("{label}{text}"), None);
            self.each_completed = true;
        }
        match marks::completion(line) {
            Some(label) => self.completion = Some((label.to_owned(), line[label.len()..].to_owned())),
            None => self.measure_line(line, outline.measure.as_ref()),
        }
    }

    /// Whether its measures begin without a label.
    fn is_unlabelled(&self) -> bool {
        self.label.as_ref().is_some_and(|(label, _)| label.is_empty())
    }

    /// Whether a measure stands in it.
    pub fn has_measures(&self) -> bool {
        !self.measures.is_empty()
    }

    /// The label of its completion line.
    pub fn completion(&self) -> Option<String> {
        self.completion.as_ref().filter(|_| !self.each_completed).map(|(label, _)| label.clone())
    }

    /// The issue, with only what differs from the notice's numbering said.
    pub fn issue(mut self, at: u32, path: String, numbering: &Numbering) -> Issue {
        let each = self.each_completed;
        if let Some((label, text)) =
            self.completion.take_if(|(label, _)| each || *label != numbering.completion)
        {
            self.measure_line(&format!("{label}{text}"), None);
        }
        let (label, inline) = self.label.unwrap_or_default();
        let bare = self.measures.is_empty();
        let mut listed = listed(self.measures, numbering.measure.as_ref());
        listed.iter_mut().take(1).for_each(|first| first.runs_on = self.runs_on);
        let measures = apart(listed, numbering.measure.as_ref()).into_iter().zip(1..);
        Issue {
            id: IssueId(format!("issue-{at}")),
            title: self.title,
            under: NodeId(self.under),
            number: Some(if numbering.issue.is_some() { self.number } else { at }),
            original: None,
            goal: None,
            lead: None,
            due: None,
            extensions: Vec::new(),
            text: (!self.before.is_empty()).then(|| self.before.join("\n")),
            label_inline: Some(inline).filter(|i| *i != numbering.label_inline && !(bare && *i)),
            label: Some(label).filter(|l| *l != numbering.label),
            completion: self.completion.map(|(_, text)| text),
            measures: measures.map(|(m, at)| measure(at, m, numbering.measure.is_some())).collect(),
            closed: Vec::new(),
            reopened: Vec::new(),
            look_back: Vec::new(),
            recurs_from: None,
            aliases: Vec::new(),
            allow: Vec::new(),
            body: None,
            path,
            span: nowhere(),
        }
    }

    fn labelled(&mut self, line: &str, label: &str, outline: &Outline) {
        let rest = &line[label.len()..];
        self.label = Some((label.to_owned(), !rest.is_empty()));
        if !rest.is_empty() {
            self.measure_line(rest, outline.measure.as_ref());
        }
    }

    /// A numbered line begins a measure; any other goes on with the last. One that is next in the count but printed a
    /// little otherwise keeps its number in its text.
    fn measure_line(&mut self, line: &str, pattern: Option<&Pattern>) {
        let last = self.measures.iter().rev().map(|m| m.value).find(|n| *n > 0);
        let goes_on = |n: u32| last.is_none_or(|last| n > last && n <= last + 5);
        let own = pattern.and_then(|p| p.read(line)).filter(|(n, _)| goes_on(*n));
        let alike = pattern.and_then(|p| marks::measure(line).filter(|m| marks::is_alike(&m.pattern, p)));
        let next = alike.filter(|m| last.is_some_and(|last| m.n == last + 1));
        match (own, next) {
            (Some((n, rest)), _) => self.measures.push(Drafted::new(n, n, rest)),
            (None, Some(mark)) => self.measures.push(Drafted::new(mark.n, 0, line)),
            (None, None) => match self.measures.last_mut() {
                Some(measure) => measure.lines.push(line.to_owned()),
                None => self.measures.push(Drafted::new(0, 0, line)),
            },
        }
    }
}

/// A measure as it is read line by line.
struct Drafted {
    /// What its number says; 0 where it has none.
    value: u32,
    /// The number as a pin; 0 where it stays in the text.
    pin: u32,
    /// It goes on in the line of the measure before it.
    runs_on: bool,
    lines: Vec<String>,
}

impl Drafted {
    fn new(value: u32, pin: u32, line: &str) -> Self {
        Self { value, pin, runs_on: false, lines: vec![line.to_owned()] }
    }
}

/// Takes apart the measures of an issue that counts them otherwise than its notice does, by ①②③ where the others have （1）: lines
/// that count up from one, the first of them first. Their numbers stay in their texts.
fn listed(mut measures: Vec<Drafted>, pattern: Option<&Pattern>) -> Vec<Drafted> {
    let (Some(_), [Drafted { value: 0, lines, .. }]) = (pattern, measures.as_slice()) else {
        return measures;
    };
    let Some(first) = lines.first().and_then(|line| marks::item(line)).filter(|m| m.n == 1) else {
        return measures;
    };
    let mut out: Vec<Drafted> = Vec::new();
    for line in lines {
        let next = first.pattern.read(line).filter(|(n, _)| *n as usize == out.len() + 1);
        match (next, out.last_mut()) {
            (Some((n, _)), _) => out.push(Drafted::new(n, 0, line)),
            (None, Some(last)) => last.lines.push(line.clone()),
            (None, None) => return measures,
        }
    }
    if out.len() > 1 {
        measures = out;
    }
    measures
}

/// Takes measures apart that follow each other within a line.
fn apart(measures: Vec<Drafted>, pattern: Option<&Pattern>) -> Vec<Drafted> {
    let Some(pattern) = pattern else { return measures };
    let mut out = Vec::new();
    let mut rest = measures.into_iter().peekable();
    while let Some(one) = rest.next() {
        let below = rest.peek().map_or(u32::MAX, |next| next.value);
        let starts = run_on::starts(&one.lines, pattern, one.value, below);
        let mut last = Drafted { lines: Vec::new(), ..one };
        for (line, starts) in one.lines.iter().zip(starts) {
            let end = |at: usize| starts.get(at).map_or(line.len(), |start| start.mark.start);
            last.lines.push(line[..end(0)].to_owned());
            for (at, Start { n, pin, mark }) in starts.iter().enumerate() {
                let next = Drafted { runs_on: true, ..Drafted::new(*n, *pin, &line[mark.end..end(at + 1)]) };
                out.push(std::mem::replace(&mut last, next));
            }
        }
        out.push(last);
    }
    out
}

fn measure(at: u32, drafted: Drafted, numbered: bool) -> Measure {
    Measure {
        id: MeasureId(format!("m{at}")),
        unit: None,
        with: Vec::new(),
        text: drafted.lines.join("\n"),
        number: numbered.then_some(drafted.pin).or(Some(at)),
        status: None,
        runs_on: drafted.runs_on,
        status_words: None,
        status_from_wording: false,
        updates: Vec::new(),
        allow: Vec::new(),
        span: nowhere(),
    }
}
