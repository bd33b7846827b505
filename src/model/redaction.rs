//! 不予公开: words that were taken out of the public record, and what is said in their place.

use chrono::NaiveDate;

/// One redaction: never the words, only that some stood there.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Redaction {
    /// The day.
    pub on: NaiveDate,
    /// What kind of words they were.
    pub kind: RedactionKind,
    /// Who authorised it, by post.
    pub by: String,
    /// Where a note stands instead: addresses of texts, as [`super::texts`] gives them.
    pub places: Vec<String>,
}

/// Why words may not be public.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum RedactionKind {
    /// 个人信息 (个人信息保护法; 政府信息公开条例 art. 15).
    Personal,
    /// 国家秘密或工作秘密 (保守国家秘密法; 政府信息公开条例 art. 14).
    Secret,
    /// A title or form of address that is not the right one.
    Title,
    /// Any other.
    Other,
}

/// How every note begins.
pub const NOTE_OPENS: &str = "〔依规定不予公开：";
/// How every note ends.
pub const NOTE_CLOSES: char = '〕';

impl Redaction {
    /// What stands where the words stood: 〔依规定不予公开：个人信息，2026-01-05〕.
    pub fn note(&self) -> String {
        format!("{NOTE_OPENS}{}，{}{NOTE_CLOSES}", self.kind.chinese(), self.on)
    }

    /// Whether this is the record of the same redaction, with at least the places of `earlier`.
    pub fn keeps(&self, earlier: &Self) -> bool {
        let Self { on, kind, by, places } = earlier;
        (self.on, self.kind, &self.by) == (*on, *kind, by) && places.iter().all(|p| self.places.contains(p))
    }
}

impl RedactionKind {
    /// Every kind.
    pub const ALL: [Self; 4] = [Self::Personal, Self::Secret, Self::Title, Self::Other];

    /// The key in content files.
    pub fn key(self) -> &'static str {
        match self {
            Self::Personal => "personal",
            Self::Secret => "secret",
            Self::Title => "title",
            Self::Other => "other",
        }
    }

    /// Reads a key.
    pub fn from_key(key: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|k| k.key() == key)
    }

    /// The words in a note.
    pub fn chinese(self) -> &'static str {
        match self {
            Self::Personal => "个人信息",
            Self::Secret => "国家秘密或工作秘密",
            Self::Title => "称谓或标题有误",
            Self::Other => "其他情形",
        }
    }
}
