//! 公开版本: a notice exactly as it was approved and published on a day, frozen.

use chrono::NaiveDate;

use super::{Notice, Signature, Unit};
use crate::text::Span;

/// One edition of a notice.
#[derive(Debug, Clone)]
pub struct Edition {
    /// Its address: the day, and `-2` and so on for a further one of the same day.
    pub name: String,
    /// The day it was published.
    pub date: NaiveDate,
    /// Why there is a new edition, where one has to say: a correction.
    pub note: Option<String>,
    /// Differences from the edition before are not to repeat the old words (`show_old: no`).
    pub hide_old: bool,
    /// SHA-256, in hex, of the RFC 8785 form of what it holds.
    pub digest: String,
    /// Who signed it.
    pub signed: Vec<Signature>,
    /// The notice, without editions of its own.
    pub notice: Notice,
    /// The units that it names, as they were called.
    pub units: Vec<Unit>,
    /// Where its digest is written.
    pub span: Span,
}

impl Edition {
    /// The first characters of the digest, for people to compare.
    pub fn short_digest(&self) -> &str {
        self.digest.get(..12).unwrap_or(&self.digest)
    }
}
