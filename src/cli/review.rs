//! What the rules find, as the commands that publish have to take it.

use super::ERRORS;
use super::out::Out;
use crate::diag::{Diagnostic, Severity};
use crate::lang::Msg;
use crate::text::Sources;

/// How clean the record has to be.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Demand {
    /// Free of errors.
    NoErrors,
    /// Free of errors and of warnings; notes are never more than notes.
    NoWarnings,
}

impl Demand {
    /// What `--deny-warnings` says.
    pub fn of(deny_warnings: bool) -> Self {
        if deny_warnings { Self::NoWarnings } else { Self::NoErrors }
    }

    /// Whether a finding stands in the way.
    pub fn refuses(self, found: &Diagnostic) -> bool {
        match self {
            Self::NoErrors => found.is_error(),
            Self::NoWarnings => found.severity != Severity::Note,
        }
    }
}

/// Shows on standard error which findings of rules stand in the way and refuses, and else says in one line how many warnings
/// there are to look at.
pub fn pass(
    found: Vec<Diagnostic>,
    sources: &Sources,
    demand: Demand,
    out: &Out,
    format: &str,
) -> Result<(), u8> {
    let (fatal, rest): (Vec<_>, Vec<_>) = found.into_iter().partition(|d| demand.refuses(d));
    if !fatal.is_empty() {
        out.rules(&fatal, sources, format);
        return Err(out.fail(&Msg::new("check-refused"), Some(&Msg::new("check-refused-hint")), ERRORS));
    }
    let warnings = rest.iter().filter(|d| d.severity == Severity::Warning).count();
    if warnings > 0 && format == "human" {
        out.note(&Msg::new("check-warnings").count("warnings", warnings));
    }
    Ok(())
}
