//! What tera says is wrong, in our own terms.

use std::ops::Range;

use ::tera::{Error, ErrorKind};

use super::fault::{Fault, TemplateError};

/// How the function `tr` says that there is no such string.
pub const NO_STRING: &str = "no string ";
/// How the function `range` says that a page counts too far.
pub const TOO_FAR: &str = "counts too far";

/// A fault that shows while a template of this name runs.
pub fn of(template: &str, error: &Error) -> TemplateError {
    match error.kind() {
        ErrorKind::SyntaxError(report) | ErrorKind::RenderingError(report) => TemplateError {
            template: report.filename().to_owned(),
            range: Some(report.span().range.clone()).filter(|range| !range.is_empty()),
            line: Some(report.span().start_line),
            fault: fault(report.message(), matches!(error.kind(), ErrorKind::SyntaxError(_))),
        },
        ErrorKind::Io(std::io::ErrorKind::FileTooLarge) => TemplateError::of(template, Fault::Runaway),
        ErrorKind::TemplateNotFound(name) => TemplateError::of(template, Fault::Missing(name.clone())),
        ErrorKind::MissingParent { current, parent } => {
            TemplateError::of(current, Fault::Missing(parent.clone()))
        }
        ErrorKind::CircularInclude { tpl, include_chain: chain }
        | ErrorKind::CircularExtend { tpl, inheritance_chain: chain } => {
            TemplateError::of(tpl, Fault::Circle(chain.join(" → ")))
        }
        _ => TemplateError::of(template, Fault::Other(error.to_string())),
    }
}

/// What the engine finds when it has all templates: names that none has, each as a report of its own within one text
/// (`error: Unknown filter \`x\`` and, a line below, `--> page.html:3:7`).
pub fn unknown(error: &Error, templates: &[(String, String)]) -> Vec<TemplateError> {
    let ErrorKind::Msg(text) = error.kind() else { return vec![of("", error)] };
    let found: Vec<_> = text.split("\n\n").filter_map(|report| one(report, templates)).collect();
    if found.is_empty() { vec![of("", error)] } else { found }
}

fn one(report: &str, templates: &[(String, String)]) -> Option<TemplateError> {
    let mut lines = report.lines();
    let message = lines.next()?.strip_prefix("error: ")?;
    let mut place = lines.next()?.trim_start().strip_prefix("--> ")?.rsplitn(3, ':');
    let (column, line) = (place.next()?.parse::<usize>().ok()?, place.next()?.parse::<usize>().ok()?);
    let template = place.next()?;
    let source = templates.iter().find(|(name, _)| name == template).map(|(_, source)| source.as_str());
    Some(TemplateError {
        template: template.to_owned(),
        range: source.and_then(|source| word(source, line, column, name(message).as_deref())),
        line: Some(line),
        fault: fault(message, false),
    })
}

/// Where the name stands that a report is about; it gives the line and the column of the whole expression.
fn word(source: &str, line: usize, column: usize, name: Option<&str>) -> Option<Range<usize>> {
    let start: usize = source.split_inclusive('\n').take(line - 1).map(str::len).sum();
    let from = start + source[start..].chars().take(column - 1).map(char::len_utf8).sum::<usize>();
    let name = name?;
    let at = from + source[from..].find(name)?;
    Some(at..at + name.len())
}

fn name(message: &str) -> Option<String> {
    message.split('`').nth(1).map(str::to_owned)
}

fn fault(message: &str, syntax: bool) -> Fault {
    let named = || name(message).unwrap_or_default();
    match message {
        _ if syntax => Fault::Syntax(message.to_owned()),
        m if m.starts_with("Variable `") || m.starts_with("Field `") => Fault::Name(Some(named())),
        m if m.contains("is undefined") => Fault::Name(None),
        m if m.starts_with("Unknown template `") => Fault::Missing(named()),
        m if m.starts_with("Unknown ") => Fault::Tool(named()),
        m if m.contains(NO_STRING) => {
            Fault::NoString(m.rsplit(NO_STRING).next().unwrap_or_default().to_owned())
        }
        m if m.contains(TOO_FAR) || m.contains("recursion depth") => Fault::Runaway,
        m => Fault::Other(m.to_owned()),
    }
}
