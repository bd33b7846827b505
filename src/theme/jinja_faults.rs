//! What minijinja says is wrong, in our own terms.

use minijinja::{Error, ErrorKind};

use super::fault::{Fault, TemplateError};

/// A fault of a template of this name. Where one template is run by another, the innermost is at fault.
pub fn of(template: &str, error: &Error) -> TemplateError {
    let mut inner = error;
    let mut source = std::error::Error::source(error);
    while let Some(next) = source {
        if let Some(next) = next.downcast_ref::<Error>().filter(|e| e.name().is_some()) {
            inner = next;
        }
        source = next.source();
    }
    TemplateError {
        template: inner.name().unwrap_or(template).to_owned(),
        range: inner.range().filter(|range| !range.is_empty()),
        line: inner.line(),
        fault: fault(inner),
    }
}

fn fault(error: &Error) -> Fault {
    let detail = error.detail().unwrap_or_default();
    let quoted = || detail.split(['"', '\'']).nth(1).unwrap_or(detail).to_owned();
    let tool = || detail.trim_end_matches(" is unknown").rsplit(' ').next().unwrap_or(detail).to_owned();
    match error.kind() {
        ErrorKind::SyntaxError | ErrorKind::BadEscape => Fault::Syntax(detail.to_owned()),
        ErrorKind::UndefinedError if detail.starts_with(NO_STRING) => {
            Fault::NoString(detail[NO_STRING.len()..].to_owned())
        }
        ErrorKind::UndefinedError => Fault::Name(None),
        ErrorKind::UnknownFilter | ErrorKind::UnknownTest | ErrorKind::UnknownFunction => Fault::Tool(tool()),
        ErrorKind::TemplateNotFound => Fault::Missing(quoted()),
        ErrorKind::OutOfFuel => Fault::Runaway,
        ErrorKind::InvalidOperation if detail.contains("recursion limit") => Fault::Runaway,
        kind if detail.is_empty() => Fault::Other(kind.to_string()),
        kind => Fault::Other(format!("{kind}: {detail}")),
    }
}

/// How the function `tr` says that there is no such string.
pub const NO_STRING: &str = "no string ";
