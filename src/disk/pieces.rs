//! Files that come piece by piece: compared with what stands, and written, each piece once.

use std::fs::File;
use std::io::{self, BufReader, BufWriter, Read, Write};
use std::path::Path;

use super::DiskError;
use super::files::{is_file, make_folder};
use crate::audit::manifest::{Row, Sum};
use crate::site::Pieces;

/// Size and digest of the pieces where a plain file with just these bytes stands here; its path is left open.
pub fn same_pieces(path: &Path, write: &Pieces<'_>) -> Option<Row> {
    let file = is_file(path).then(|| File::open(path).ok())??;
    let mut beside =
        Beside { file: BufReader::with_capacity(ROOM, file), sum: Sum::default(), buffer: Vec::new() };
    write(&mut beside).ok()?;
    let at_end = beside.file.read(&mut [0]).ok()? == 0;
    at_end.then(|| beside.sum.row())
}

/// Writes the pieces into a file of a new tree, with the folders that it needs.
pub fn pieces_in_tree(path: &Path, write: &Pieces<'_>) -> Result<Row, DiskError> {
    let made = || {
        make_folder(path)?;
        let mut out = Summed { to: BufWriter::with_capacity(ROOM, File::create(path)?), sum: Sum::default() };
        write(&mut out)?;
        out.to.flush()?;
        Ok(out.sum.row())
    };
    made().map_err(DiskError::write(path))
}

/// Bytes that are read and written at a time.
const ROOM: usize = 64 * 1024;

/// Takes what a file holds, and refuses the first byte that is another.
struct Beside {
    file: BufReader<File>,
    sum: Sum,
    buffer: Vec<u8>,
}

impl Write for Beside {
    fn write(&mut self, piece: &[u8]) -> io::Result<usize> {
        self.buffer.resize(piece.len(), 0);
        self.file.read_exact(&mut self.buffer)?;
        if self.buffer != piece {
            return Err(io::ErrorKind::InvalidData.into());
        }
        self.sum.add(piece);
        Ok(piece.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

/// Writes, and adds up what was written.
struct Summed<W> {
    to: W,
    sum: Sum,
}

impl<W: Write> Write for Summed<W> {
    fn write(&mut self, piece: &[u8]) -> io::Result<usize> {
        let n = self.to.write(piece)?;
        self.sum.add(&piece[..n]);
        Ok(n)
    }

    fn flush(&mut self) -> io::Result<()> {
        self.to.flush()
    }
}
