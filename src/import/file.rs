//! What a file is that is no plain text, told by its first bytes, so that a person can be told what to do with it.

/// A file that import cannot read as it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NotText {
    /// No byte, or nothing but spaces.
    Empty,
    /// A document of Word or WPS.
    Word,
    /// A workbook of Excel or WPS.
    Sheet,
    /// An office file of the old kind, or a package of another kind.
    Office,
    /// PDF.
    Pdf,
    /// A web page.
    Html,
    /// A picture.
    Picture,
}

impl NotText {
    /// What a file is, if it is one of these.
    pub fn of(bytes: &[u8]) -> Option<Self> {
        let has = |name: &[u8]| bytes.windows(name.len()).any(|w| w == name);
        match bytes {
            _ if bytes.iter().all(u8::is_ascii_whitespace) => Some(Self::Empty),
            [0xEF, 0xBB, 0xBF] | [0xFF, 0xFE] | [0xFE, 0xFF] => Some(Self::Empty),
            [b'P', b'K', 3, 4, ..] if has(b"word/") => Some(Self::Word),
            [b'P', b'K', 3, 4, ..] if has(b"xl/") => Some(Self::Sheet),
            [b'P', b'K', 3, 4, ..] | [0xD0, 0xCF, 0x11, 0xE0, ..] => Some(Self::Office),
            [b'{', b'\\', b'r', b't', b'f', ..] => Some(Self::Word),
            [b'%', b'P', b'D', b'F', ..] => Some(Self::Pdf),
            [0x89, b'P', b'N', b'G', ..] | [0xFF, 0xD8, 0xFF, ..] => Some(Self::Picture),
            _ => is_html(bytes).then_some(Self::Html),
        }
    }

    /// The name of its messages in the catalogues.
    pub fn key(self) -> &'static str {
        match self {
            Self::Empty => "import-empty",
            Self::Word => "import-word",
            Self::Sheet => "import-sheet",
            Self::Office => "import-office",
            Self::Pdf => "import-pdf",
            Self::Html => "import-html",
            Self::Picture => "import-picture",
        }
    }

    /// The name of the message that says what to do.
    pub fn hint(self) -> &'static str {
        match self {
            Self::Empty => "import-empty-hint",
            Self::Word | Self::Office => "import-word-hint",
            Self::Sheet => "import-sheet-hint",
            Self::Pdf | Self::Picture => "import-pdf-hint",
            Self::Html => "import-html-hint",
        }
    }
}

fn is_html(bytes: &[u8]) -> bool {
    let bytes = bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes).trim_ascii_start();
    let head: Vec<u8> = bytes.iter().take(16).map(u8::to_ascii_lowercase).collect();
    [&b"<!doctype html"[..], b"<html", b"<head", b"<body", b"<?xml"].iter().any(|tag| head.starts_with(tag))
}
