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

    /// The lightest finding that stands in the way.
    pub fn least(self) -> Severity {
        match self {
            Self::NoErrors => Severity::Error,
            Self::NoWarnings => Severity::Warning,
        }
    }

    /// Whether a finding stands in the way.
    pub fn refuses(self, found: &Diagnostic) -> bool {
        found.severity <= self.least()
    }
}

/// Shows on standard error which findings of rules stand in the way, and refuses.
pub fn pass(
    found: Vec<Diagnostic>,
    sources: &Sources,
    demand: Demand,
    out: &Out,
    format: &str,
) -> Result<(), u8> {
    let fatal: Vec<_> = found.into_iter().filter(|d| demand.refuses(d)).collect();
    if fatal.is_empty() {
        return Ok(());
    }
    out.rules(&fatal, sources, format);
    Err(refused(out))
}

/// Says that findings which were shown stand in the way.
pub fn refused(out: &Out) -> u8 {
    out.fail(&Msg::new("check-refused"), Some(&Msg::new("check-refused-hint")), ERRORS)
}
