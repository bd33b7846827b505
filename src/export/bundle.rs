//! A whole site in one archive (ZIP, APPNOTE 6.3) to hand to whoever runs the server: the files under `public/`, and beside
//! it what changed since the archive before. No times go in, so that the same files give the same bytes.

use std::io::{Cursor, Read as _, Write as _};

use zip::result::ZipResult;
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, ZipArchive, ZipWriter};

/// The folder of the site in the archive.
const FOLDER: &str = "public/";
/// What changed, beside the folder.
const CHANGES: &str = "changes.txt";
/// Endings of files that are packed already.
const PACKED: [&str; 8] = ["gz", "docx", "xlsx", "png", "jpg", "jpeg", "webp", "zip"];

/// An archive while files are put in.
pub struct Bundle {
    zip: ZipWriter<Cursor<Vec<u8>>>,
}

impl Bundle {
    /// An archive that begins with what changed, in words. An error here and below is one of the format: more than it can hold.
    pub fn begin(changes: &str) -> ZipResult<Self> {
        let mut bundle = Self { zip: ZipWriter::new(Cursor::new(Vec::new())) };
        bundle.put(CHANGES, changes.as_bytes())?;
        Ok(bundle)
    }

    /// Adds a file of the site.
    pub fn add(&mut self, path: &str, bytes: &[u8]) -> ZipResult<()> {
        self.put(&format!("{FOLDER}{path}"), bytes)
    }

    /// The bytes of the archive.
    pub fn finish(self) -> ZipResult<Vec<u8>> {
        Ok(self.zip.finish()?.into_inner())
    }

    fn put(&mut self, path: &str, bytes: &[u8]) -> ZipResult<()> {
        let is_packed = path.rsplit_once('.').is_some_and(|(_, ending)| PACKED.contains(&ending));
        let method = if is_packed { CompressionMethod::Stored } else { CompressionMethod::Deflated };
        let options = SimpleFileOptions::default()
            .compression_method(method)
            .last_modified_time(DateTime::default())
            .unix_permissions(0o644);
        self.zip.start_file(path, options)?;
        Ok(self.zip.write_all(bytes)?)
    }
}

/// A file of the site in an archive that was made before; `None` where this is no such archive.
pub fn kept(archive: &[u8], path: &str) -> Option<Vec<u8>> {
    let mut zip = ZipArchive::new(Cursor::new(archive)).ok()?;
    let mut file = zip.by_name(&format!("{FOLDER}{path}")).ok()?;
    let mut bytes = Vec::new();
    file.read_to_end(&mut bytes).ok()?;
    Some(bytes)
}
