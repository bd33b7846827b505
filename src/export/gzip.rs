//! Copies of texts in gzip (RFC 1952) beside them, which a server may send as they are. No name, time or system goes in, so
//! that the same text gives the same bytes.

use std::io::{self, Write};

use flate2::{Compression, GzBuilder};

/// Endings of files that are text.
const TEXTS: [&str; 11] =
    ["html", "css", "js", "json", "jsonl", "xml", "atom", "txt", "csv", "svg", "webmanifest"];
/// What RFC 1952 writes for a system that is not known.
const UNKNOWN_SYSTEM: u8 = 255;

/// The copy of a file of `size` bytes that `write` hands over, with its path; `None` where the file is no text or the copy
/// would not be smaller.
pub fn copy(
    path: &str,
    size: u64,
    write: &dyn Fn(&mut dyn Write) -> io::Result<()>,
) -> Option<(String, Vec<u8>)> {
    let is_text = path.rsplit_once('.').is_some_and(|(_, ending)| TEXTS.contains(&ending));
    let packed = is_text.then(|| gzip(write, Compression::best()))?;
    ((packed.len() as u64) < size).then(|| (format!("{path}.gz"), packed))
}

/// How many bytes a server sends that packs with the usual effort.
pub fn sent(bytes: &[u8]) -> usize {
    gzip(&|out| out.write_all(bytes), Compression::default()).len()
}

fn gzip(write: &dyn Fn(&mut dyn Write) -> io::Result<()>, effort: Compression) -> Vec<u8> {
    let builder = GzBuilder::new().mtime(0).operating_system(UNKNOWN_SYSTEM);
    let mut packed = builder.write(Vec::new(), effort);
    // A vector takes everything.
    let _never = write(&mut packed);
    packed.finish().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use std::io::Read;

    fn copy(path: &str, bytes: &[u8]) -> Option<(String, Vec<u8>)> {
        super::copy(path, bytes.len() as u64, &|out| out.write_all(bytes))
    }

    #[test]
    fn only_texts_that_shrink_have_a_copy() {
        let text = "整改".repeat(100);
        let (path, packed) = copy("a/index.html", text.as_bytes()).unwrap();
        assert_eq!(
            (path.as_str(), &packed[..4], &packed[4..8]),
            ("a/index.html.gz", &[31, 139, 8, 0][..], &[0; 4][..])
        );
        let mut back = String::new();
        flate2::read::GzDecoder::new(&packed[..]).read_to_string(&mut back).unwrap();
        assert_eq!(back, text);
        assert_eq!(copy("a/index.html", b"a"), None);
        assert_eq!(copy("a/notice.docx", text.as_bytes()), None);
        assert_eq!(copy("LICENSE", text.as_bytes()), None);
    }
}
