//! Documents that a site publishes beside the page of a notice.

/// A form of document.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Document {
    /// Word, laid out by GB/T 9704-2012.
    Docx,
    /// The text as signed.
    Txt,
    /// The record with each derived status.
    Json,
    /// The same pages as Word, as PDF.
    Pdf,
    /// The ledger as a workbook.
    Xlsx,
    /// The ledger as a table.
    Csv,
}

impl Document {
    /// Every form, in the order in which pages list them.
    pub const ALL: [Self; 6] = [Self::Docx, Self::Txt, Self::Json, Self::Pdf, Self::Xlsx, Self::Csv];

    /// Those of a site that does not say which it wants.
    pub const USUAL: [Self; 3] = [Self::Docx, Self::Txt, Self::Json];

    /// The key in `site.yaml`, which is also how its file name ends.
    pub fn key(self) -> &'static str {
        match self {
            Self::Docx => "docx",
            Self::Txt => "txt",
            Self::Json => "json",
            Self::Pdf => "pdf",
            Self::Xlsx => "xlsx",
            Self::Csv => "csv",
        }
    }

    /// Reads a key.
    pub fn from_key(key: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|d| d.key() == key)
    }
}
