//! The output folder as the sink of a build, and the content folder as what files of evidence are taken from.

use std::path::Path;

use super::DiskSink;
use crate::audit::manifest::Row;
use crate::lang::Msg;
use crate::site::{Pieces, Sink};

/// Where a build goes, and where its files of evidence stand.
pub struct Target<'t> {
    /// The output folder.
    pub sink: &'t DiskSink,
    /// The content folder.
    pub content: &'t Path,
    /// Whether texts are to have copies in gzip beside them.
    pub copies: bool,
}

impl Sink for Target<'_> {
    fn announce(&self, files: usize) {
        self.sink.announce(files);
    }

    fn put(&self, path: &str, bytes: &[u8]) -> Result<(), Msg> {
        self.sink.put(path, bytes).map(drop).map_err(|e| e.message())
    }

    fn put_pieces(&self, path: &str, write: &Pieces<'_>) -> Result<Row, Msg> {
        self.sink.put_pieces(path, write).map_err(|e| e.message())
    }

    fn wants_copies(&self) -> bool {
        self.copies
    }

    fn put_file(&self, path: &str) -> Result<Row, Msg> {
        self.sink.put_file(path, &self.content.join(path)).map_err(|e| e.message())
    }
}
