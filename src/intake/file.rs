//! What a file is, told by its bytes and not by its name.

/// What a file is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FileKind {
    /// Text, as far as its first bytes tell.
    Text,
    /// A Word document of 2007 and later.
    Word,
    /// A document that has to be made one first: Word before 2007, WPS, RTF, OpenDocument.
    OldWord,
    /// A web page.
    Html,
    /// A workbook of 2007 and later.
    Workbook,
    /// A workbook of OpenDocument.
    OpenWorkbook,
    /// A workbook that has to be made one first: Excel before 2007, WPS.
    OldWorkbook,
    /// What no text can be taken from.
    NotText(NotText),
}

/// A file that no text can be taken from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NotText {
    /// No byte, or nothing but spaces.
    Empty,
    /// A package of another kind.
    Office,
    /// A document that a password keeps.
    Locked,
    /// PDF.
    Pdf,
    /// A picture.
    Picture,
}

impl FileKind {
    /// What a file is.
    pub fn of(bytes: &[u8]) -> Self {
        let has = |name: &[u8]| bytes.windows(name.len()).any(|w| w == name);
        let named = |name: &str| has(&name.encode_utf16().flat_map(u16::to_le_bytes).collect::<Vec<_>>());
        match bytes {
            _ if bytes.iter().all(u8::is_ascii_whitespace) => Self::NotText(NotText::Empty),
            [0xEF, 0xBB, 0xBF] | [0xFF, 0xFE] | [0xFE, 0xFF] => Self::NotText(NotText::Empty),
            [b'P', b'K', 3, 4, ..] if has(b"word/") => Self::Word,
            [b'P', b'K', 3, 4, ..] if has(b"opendocument.text") => Self::OldWord,
            [b'P', b'K', 3, 4, ..] if has(b"opendocument.spreadsheet") => Self::OpenWorkbook,
            [b'P', b'K', 3, 4, ..] if has(b"xl/") => Self::Workbook,
            [b'P', b'K', 3, 4, ..] => Self::NotText(NotText::Office),
            // A compound file (MS-CFB) names its streams in UTF-16.
            [0xD0, 0xCF, 0x11, 0xE0, ..] if named("EncryptedPackage") => Self::NotText(NotText::Locked),
            [0xD0, 0xCF, 0x11, 0xE0, ..] if named("Workbook") => Self::OldWorkbook,
            [0xD0, 0xCF, 0x11, 0xE0, ..] | [b'{', b'\\', b'r', b't', b'f', ..] => Self::OldWord,
            [b'%', b'P', b'D', b'F', ..] => Self::NotText(NotText::Pdf),
            [0x89, b'P', b'N', b'G', ..] | [0xFF, 0xD8, 0xFF, ..] => Self::NotText(NotText::Picture),
            _ if is_html(bytes) => Self::Html,
            _ => Self::Text,
        }
    }
}

impl NotText {
    /// The name of its message in the catalogues.
    pub fn key(self) -> &'static str {
        match self {
            Self::Empty => "import-empty",
            Self::Office => "import-office",
            Self::Locked => "import-locked",
            Self::Pdf => "import-pdf",
            Self::Picture => "import-picture",
        }
    }

    /// The name of the message that says what to do.
    pub fn hint(self) -> &'static str {
        match self {
            Self::Empty => "import-empty-hint",
            Self::Office => "import-word-hint",
            Self::Locked => "import-locked-hint",
            Self::Pdf | Self::Picture => "import-pdf-hint",
        }
    }
}

fn is_html(bytes: &[u8]) -> bool {
    let bytes = bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes).trim_ascii_start();
    let head: Vec<u8> = bytes.iter().take(16).map(u8::to_ascii_lowercase).collect();
    [&b"<!doctype html"[..], b"<html", b"<head", b"<body", b"<?xml"].iter().any(|tag| head.starts_with(tag))
}
