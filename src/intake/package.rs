//! A ZIP package (ISO/IEC 29500-2) of which each part is read under one bound for all of them.

use std::io::{Cursor, Read as _};

use zip::ZipArchive;
use zip::result::ZipError;

use super::IntakeError;
use super::xml::{self, Element};

/// How the target of a relationship is no part of the package (ISO/IEC 29500-2).
const OUTSIDE: &str = "External";

/// The bytes that all parts together may inflate to.
const LIMIT: u64 = 24 << 20;

/// An open package.
pub struct Package<'b> {
    zip: ZipArchive<Cursor<&'b [u8]>>,
    left: u64,
}

impl<'b> Package<'b> {
    /// Opens a package.
    pub fn open(bytes: &'b [u8]) -> Result<Self, IntakeError> {
        let zip = ZipArchive::new(Cursor::new(bytes)).map_err(|e| broken("ZIP", &e))?;
        Ok(Self { zip, left: LIMIT })
    }

    /// Whether there is a part.
    pub fn has(&self, name: &str) -> bool {
        self.zip.index_for_name(name).is_some()
    }

    /// Names of the parts that begin so, sorted.
    pub fn named(&self, begins: &str) -> Vec<String> {
        let names = self.zip.file_names().filter_map(Result::ok);
        let mut found: Vec<String> =
            names.filter(|n| n.starts_with(begins) && n.ends_with(".xml")).map(Into::into).collect();
        found.sort();
        found
    }

    /// The root of a part; `None` where there is no such part.
    pub fn part(&mut self, name: &str) -> Result<Option<Element>, IntakeError> {
        let mut file = match self.zip.by_name(name) {
            Ok(file) => file,
            Err(ZipError::FileNotFound) => return Ok(None),
            Err(ZipError::UnsupportedArchive(ZipError::PASSWORD_REQUIRED)) => {
                return Err(IntakeError::Locked);
            }
            Err(error) => return Err(broken(name, &error)),
        };
        let mut bytes = Vec::new();
        // What a part says of its size is not to be trusted: one byte more than is left is read.
        file.by_ref().take(self.left + 1).read_to_end(&mut bytes).map_err(|e| broken(name, &e))?;
        let size = bytes.len() as u64;
        self.left = self.left.checked_sub(size).ok_or_else(|| IntakeError::TooLarge(name.to_owned()))?;
        let (text, _) = crate::text::decode_owned(bytes)
            .map_err(|_| IntakeError::Broken(name.to_owned(), "UTF-8".to_owned()))?;
        xml::read(&text, name).map(Some)
    }
}

/// Where the relationships of a part lead out of the package; not those of links, which a reader follows or not.
pub fn outside(relationships: Option<&Element>) -> Vec<String> {
    let all = relationships.into_iter().flat_map(Element::elements);
    let out = all.filter(|r| r.attr("TargetMode") == Some(OUTSIDE));
    let own = out.filter(|r| r.attr("Type").is_none_or(|kind| !kind.ends_with("/hyperlink")));
    own.filter_map(|r| r.attr("Target").map(str::to_owned)).collect()
}

fn broken(part: &str, error: &dyn std::fmt::Display) -> IntakeError {
    IntakeError::Broken(part.to_owned(), error.to_string())
}
