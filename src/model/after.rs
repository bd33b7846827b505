//! What comes after the rectification: 销号, 重新打开, 回头看, and an older issue found again.

use chrono::NaiveDate;

use super::IssueId;
use crate::text::Span;

/// 销号: who confirmed that the issue is closed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CloseOut {
    /// The day.
    pub date: NaiveDate,
    /// Who confirmed it.
    pub by: Option<String>,
    /// The document.
    pub document: Option<String>,
}

/// A closed issue is open again from a day on.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reopening {
    /// The day.
    pub on: NaiveDate,
    /// The reason.
    pub why: String,
}

/// 回头看: someone went back to see whether the rectification holds.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LookBack {
    /// The day.
    pub date: NaiveDate,
    /// Who looked.
    pub by: Option<String>,
    /// What was found.
    pub finding: Option<String>,
    /// What it came to. It changes no status and opens nothing again: whoever keeps the record enters that.
    pub result: LookBackResult,
}

/// What a look back came to, as its finding says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum LookBackResult {
    /// 整改成效巩固: it holds.
    Kept,
    /// 部分反弹: a part of it does not hold.
    Partial,
    /// 问题反弹: the problem is back.
    Relapsed,
}

impl LookBackResult {
    /// Every result, from best to worst.
    pub const ALL: [Self; 3] = [Self::Kept, Self::Partial, Self::Relapsed];

    /// The key in content files.
    pub fn key(self) -> &'static str {
        match self {
            Self::Kept => "kept",
            Self::Partial => "partial",
            Self::Relapsed => "relapsed",
        }
    }

    /// Reads a key.
    pub fn from_key(key: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|r| r.key() == key)
    }
}

/// An issue named from elsewhere: `<notice>/<issue>`.
#[derive(Debug, Clone)]
pub struct IssueRef {
    /// Folder of the notice.
    pub notice: String,
    /// The issue within it.
    pub issue: IssueId,
    /// Where it is written.
    pub span: Span,
}

/// An id that an issue had before.
#[derive(Debug, Clone)]
pub struct OldId {
    /// The id.
    pub id: IssueId,
    /// Where it is written.
    pub span: Span,
}
