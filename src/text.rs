//! Bytes into text with places: decoding, byte spans, and lines and columns counted in characters.

use encoding_rs::{GB18030, UTF_16BE, UTF_16LE};

/// A file as it was read: its path inside the content folder (with `/`) and its bytes.
#[derive(Debug, Clone)]
pub struct RawFile {
    /// Path with forward slashes, relative to the folder that was read.
    pub path: String,
    /// The bytes as they stand on disk.
    pub bytes: Vec<u8>,
}

/// The encoding a text was found in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Encoding {
    /// UTF-8 without a byte-order mark.
    Utf8,
    /// UTF-8 with a byte-order mark.
    Utf8Bom,
    /// UTF-16, little-endian, with or without a byte-order mark.
    Utf16Le,
    /// UTF-16, big-endian, with or without a byte-order mark.
    Utf16Be,
    /// GB18030, which takes in GBK and GB 2312.
    Gb18030,
}

impl Encoding {
    /// The name a person knows it by.
    pub fn name(self) -> &'static str {
        match self {
            Self::Utf8 => "UTF-8",
            Self::Utf8Bom => "UTF-8 (BOM)",
            Self::Utf16Le => "UTF-16LE",
            Self::Utf16Be => "UTF-16BE",
            Self::Gb18030 => "GB18030",
        }
    }
}

/// Why bytes are not text, and the byte at which that shows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DecodeError {
    /// UTF-8 that breaks off or was damaged at this byte.
    DamagedUtf8(usize),
    /// Neither UTF-8, UTF-16 nor GB18030.
    Unknown(usize),
    /// Holds a zero byte: a picture, an archive or an office file.
    Binary(usize),
}

impl DecodeError {
    /// Offset in bytes from the start of the file.
    pub fn offset(self) -> usize {
        match self {
            Self::DamagedUtf8(at) | Self::Unknown(at) | Self::Binary(at) => at,
        }
    }
}

/// Decodes a text file and brings every line end to `\n`. Nothing is ever replaced: what cannot be read is an error.
pub fn decode(bytes: &[u8]) -> Result<(String, Encoding), DecodeError> {
    decode_as_is(bytes).map(|(text, encoding)| (unix_lines(text), encoding))
}

/// As [`decode`], but leaves line ends as they stand.
pub fn decode_as_is(bytes: &[u8]) -> Result<(String, Encoding), DecodeError> {
    let (text, encoding) = match bytes {
        [0xEF, 0xBB, 0xBF, rest @ ..] => {
            (utf8(rest).map_err(|at| DecodeError::DamagedUtf8(at + 3))?, Encoding::Utf8Bom)
        }
        [0xFF, 0xFE, rest @ ..] => (strict(UTF_16LE, rest)?, Encoding::Utf16Le),
        [0xFE, 0xFF, rest @ ..] => (strict(UTF_16BE, rest)?, Encoding::Utf16Be),
        _ => without_mark(bytes)?,
    };
    if text.contains('\0') {
        return Err(DecodeError::Binary(bytes.iter().position(|b| *b == 0).unwrap_or(0)));
    }
    Ok((text, encoding))
}

/// A text in an encoding; `mark` puts a byte-order mark before UTF-16, as UTF-8 with a mark always has one.
pub fn encode(text: &str, encoding: Encoding, mark: bool) -> Vec<u8> {
    let wide = |unit: fn(u16) -> [u8; 2]| {
        let first = mark.then_some('\u{FEFF}');
        let units = first.iter().collect::<String>() + text;
        units.encode_utf16().flat_map(unit).collect()
    };
    match encoding {
        Encoding::Utf8 => text.as_bytes().to_vec(),
        Encoding::Utf8Bom => [b"\xEF\xBB\xBF", text.as_bytes()].concat(),
        Encoding::Utf16Le => wide(u16::to_le_bytes),
        Encoding::Utf16Be => wide(u16::to_be_bytes),
        Encoding::Gb18030 => GB18030.encode(text).0.into_owned(),
    }
}

/// As [`decode`], but takes the bytes over where they are good UTF-8 already; gives them back with an error.
pub fn decode_owned(bytes: Vec<u8>) -> Result<(String, Encoding), (Vec<u8>, DecodeError)> {
    let bytes = match String::from_utf8(bytes) {
        Ok(text) if !text.starts_with('\u{feff}') && !text.contains('\0') => {
            return Ok((unix_lines(text), Encoding::Utf8));
        }
        Ok(text) => text.into_bytes(),
        Err(error) => error.into_bytes(),
    };
    decode(&bytes).map_err(|error| (bytes, error))
}

fn without_mark(bytes: &[u8]) -> Result<(String, Encoding), DecodeError> {
    match utf8(bytes) {
        Ok(text) if !text.contains('\0') => Ok((text, Encoding::Utf8)),
        Ok(text) => utf16_by_zeros(bytes).ok_or(DecodeError::Binary(text.find('\0').unwrap_or(0))),
        Err(at) => {
            if let Some(found) = utf16_by_zeros(bytes) {
                return Ok(found);
            }
            // A file that was cut or damaged: reading it as GB18030 would invent text.
            if is_cut(bytes) || is_mostly_utf8(bytes) {
                return Err(DecodeError::DamagedUtf8(at));
            }
            strict(GB18030, bytes).map(|text| (text, Encoding::Gb18030)).map_err(|_| DecodeError::Unknown(at))
        }
    }
}

/// Whether all is UTF-8 but for the last character, which breaks off. A short one could be GB18030 as well, and reading
/// it so would invent text.
fn is_cut(bytes: &[u8]) -> bool {
    std::str::from_utf8(bytes).is_err_and(|e| e.error_len().is_none())
}

/// Whether at least as many Chinese characters as breaks come out. GB18030 breaks at nearly every character, though the
/// first may look like UTF-8 by chance: 巡 is `D1 B2`.
fn is_mostly_utf8(bytes: &[u8]) -> bool {
    let lossy = String::from_utf8_lossy(bytes);
    let broken = lossy.matches('\u{FFFD}').count();
    let whole = lossy.chars().filter(|c| *c >= '\u{800}').count() - broken;
    whole > 0 && whole >= broken
}

/// UTF-16 without a mark: of the two orders of bytes, the one that gives the characters of a document. A zero byte must
/// be there (every line feed has one), and 一 (U+4E00) has one on the other side, so counting them would not do.
fn utf16_by_zeros(bytes: &[u8]) -> Option<(String, Encoding)> {
    if !bytes.len().is_multiple_of(2) || !bytes.contains(&0) {
        return None;
    }
    [(UTF_16LE, Encoding::Utf16Le), (UTF_16BE, Encoding::Utf16Be)].into_iter().find_map(|(encoding, name)| {
        strict(encoding, bytes).ok().filter(|text| is_document(text)).map(|text| (text, name))
    })
}

/// Whether nineteen characters in twenty are those of Chinese or English text; bytes in the wrong order give one in three.
fn is_document(text: &str) -> bool {
    let usual = |c: char| {
        matches!(c, '\n' | '\r' | '\t' | ' '..='~' | '\u{2010}'..='\u{2027}' | '\u{3000}'..='\u{303F}'
            | '\u{4E00}'..='\u{9FFF}' | '\u{FF00}'..='\u{FFEF}')
    };
    let all = text.chars().count();
    !text.contains('\0') && text.chars().filter(|c| usual(*c)).count() * 20 >= all * 19
}

fn utf8(bytes: &[u8]) -> Result<String, usize> {
    std::str::from_utf8(bytes).map(str::to_owned).map_err(|e| e.valid_up_to())
}

fn strict(encoding: &'static encoding_rs::Encoding, bytes: &[u8]) -> Result<String, DecodeError> {
    encoding
        .decode_without_bom_handling_and_without_replacement(bytes)
        .map(std::borrow::Cow::into_owned)
        .ok_or(DecodeError::Unknown(0))
}

fn unix_lines(text: String) -> String {
    if text.contains('\r') { text.replace("\r\n", "\n").replace('\r', "\n") } else { text }
}

/// Which source file a place is in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct FileId(pub u32);

/// A stretch of one source file, in bytes of its decoded text.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Span {
    /// The file.
    pub file: FileId,
    /// First byte.
    pub start: u32,
    /// One past the last byte.
    pub end: u32,
}

impl Span {
    /// The span from `start` to `end`; offsets past 4 GiB cannot occur, since files are far smaller.
    pub fn new(file: FileId, start: usize, end: usize) -> Self {
        let fit = |n: usize| u32::try_from(n).unwrap_or(u32::MAX);
        Self { file, start: fit(start), end: fit(end) }
    }
}

/// A decoded source file.
#[derive(Debug, Clone)]
pub struct Source {
    /// Path as in [`RawFile`].
    pub path: String,
    /// Decoded text with `\n` line ends.
    pub text: String,
    /// What it was decoded from.
    pub encoding: Encoding,
}

impl Source {
    /// Line and column of a byte offset, both from 1; columns count characters, as editors do.
    pub fn line_column(&self, offset: u32) -> (usize, usize) {
        let mut end = (offset as usize).min(self.text.len());
        while !self.text.is_char_boundary(end) {
            end -= 1;
        }
        let before = &self.text[..end];
        let line_start = before.rfind('\n').map_or(0, |at| at + 1);
        (before.matches('\n').count() + 1, before[line_start..].chars().count() + 1)
    }
}

/// Every source file of a run; a [`Span`] finds its text here.
#[derive(Debug, Clone, Default)]
pub struct Sources {
    files: Vec<Source>,
    folder: String,
}

impl Sources {
    /// Takes the files in order; the first is `FileId(0)`.
    pub fn new(files: Vec<Source>) -> Self {
        Self { files, folder: String::new() }
    }

    /// Takes one more file; gives its id.
    pub fn add(&mut self, file: Source) -> FileId {
        self.files.push(file);
        FileId(u32::try_from(self.files.len() - 1).unwrap_or(u32::MAX))
    }

    /// The same, said to stand in a folder: a path as one would open it from where one stands.
    pub fn in_folder(self, folder: impl Into<String>) -> Self {
        Self { folder: folder.into(), ..self }
    }

    /// The same without the texts, which are large, for those who only name files from here on. They are given back beside
    /// what comes next.
    pub fn without_texts(mut self) -> Self {
        let files = std::mem::take(&mut self.files);
        rayon::spawn(move || drop(files));
        self
    }

    /// A path of the collection as people are told it.
    pub fn shown(&self, path: &str) -> String {
        format!("{}{path}", self.folder)
    }

    /// The file of an id given out by this collection.
    pub fn get(&self, id: FileId) -> Option<&Source> {
        self.files.get(id.0 as usize)
    }

    /// All files in order.
    pub fn iter(&self) -> impl Iterator<Item = &Source> {
        self.files.iter()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_the_encodings_that_offices_use_and_says_which() {
        let (gb, _, _) = GB18030.encode("整改进展情况，\r\n已完成。");
        assert_eq!(decode(&gb), Ok(("整改进展情况，\n已完成。".into(), Encoding::Gb18030)));
        let wide: Vec<u8> = "标题\n正文".encode_utf16().flat_map(u16::to_le_bytes).collect();
        assert_eq!(decode(&wide), Ok(("标题\n正文".into(), Encoding::Utf16Le)));
        let marked: Vec<u8> =
            [0xFE, 0xFF].into_iter().chain("标题".encode_utf16().flat_map(u16::to_be_bytes)).collect();
        assert_eq!(decode(&marked), Ok(("标题".into(), Encoding::Utf16Be)));
        assert_eq!(decode("\u{feff}题".as_bytes()), Ok(("题".into(), Encoding::Utf8Bom)));
    }

    #[test]
    fn an_encoding_is_told_by_the_whole_text() {
        let (gb, _, _) = GB18030.encode("巡察一组");
        assert_eq!(decode(&gb), Ok(("巡察一组".into(), Encoding::Gb18030)), "巡 alone could be UTF-8");
        let wide: Vec<u8> = "一一\n".encode_utf16().flat_map(u16::to_le_bytes).collect();
        assert_eq!(decode(&wide), Ok(("一一\n".into(), Encoding::Utf16Le)), "一 has a zero byte");
    }

    #[test]
    fn a_text_cut_in_the_middle_of_a_character_is_never_guessed_at() {
        let whole = "整改".as_bytes();
        assert_eq!(decode(&whole[..5]), Err(DecodeError::DamagedUtf8(3)));
        assert_eq!(decode(&whole[..2]), Err(DecodeError::DamagedUtf8(0)), "not GB18030, though it could be");
        assert_eq!(decode(b"PK\x03\x04\0\0\0"), Err(DecodeError::Binary(4)));
        assert_eq!(decode(b"abc\xff\xff"), Err(DecodeError::Unknown(3)));
        let wide: Vec<u8> = "\u{FEFF}整整整\0".encode_utf16().flat_map(u16::to_le_bytes).collect();
        assert_eq!(
            decode(&wide),
            Err(DecodeError::Binary(8)),
            "a place in the file, not in what it would decode to"
        );
    }

    #[test]
    fn columns_count_characters() {
        let source = Source { path: "a".into(), text: "一二\n三四五".into(), encoding: Encoding::Utf8 };
        assert_eq!(source.line_column(7 + 6), (2, 3));
    }
}
