//! The words of the field as plain data: a site, its notices, their outline, issues, measures and updates. Numbers, the
//! official order of the text, and progress are computed from it.

pub mod after;
pub mod document;
pub mod edition;
pub mod ids;
pub mod issue;
mod layout;
pub mod notice;
pub mod numbering;
pub mod pattern;
pub mod progress;
pub mod publication;
pub mod redaction;
pub mod site;
pub mod status;
pub mod texts;
mod translated;
pub mod translation;
pub mod waiver;
pub mod withdrawn;

pub use after::{CloseOut, IssueRef, LookBack, LookBackResult, OldId, Reopening};
pub use document::Block;
pub use edition::Edition;
pub use ids::{IssueId, MeasureId, NodeId, UnitId};
pub use issue::{Evidence, Extension, Issue, Measure, Update};
pub use layout::{Layout, TitleBreak};
pub use notice::{Attachment, Contact, Inspection, Level, Node, Notice, Prose, SignOff, Signature};
pub use numbering::{Numbering, Numbers, Restart, RestartAt};
pub use pattern::Pattern;
pub use progress::Tally;
pub use publication::Document;
pub use redaction::{Redaction, RedactionKind};
pub use site::{Check, CheckLevel, Links, OpenData, Page, Settings, Site, Unit};
pub use status::Status;
pub use translation::{NoticeWords, Translation};
pub use waiver::Waiver;
pub use withdrawn::{Expired, Withdrawal};

/// A title or heading as pages show it: without the full stop that closes it in the printed text.
fn without_stop(text: &str) -> &str {
    text.trim_end_matches(['。', '.', '；', ';'])
}
