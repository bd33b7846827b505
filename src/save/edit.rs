//! An entry into the file of its measure, every other byte left as it is.

use std::ops::Range;

use super::place::{self, Edit};
use crate::model::{Status, Update};
use crate::text::{decode_as_is, encode};

/// What is to change in a file.
pub struct Change<'a> {
    /// The measure, by its id.
    pub measure: &'a str,
    /// The entry to add after its others.
    pub update: &'a Update,
    /// What the measure's own `status:` is to say from now on; `None` leaves it alone.
    pub status: Option<Status>,
}

/// Why a file cannot be changed; it has to be done by hand.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Unfit {
    /// The measure is not there, or is written in a way that has no safe place for an entry.
    Shape,
    /// The file's encoding would not come back byte for byte.
    Encoding,
}

/// The file with the change made, in its own encoding and with its own line ends.
pub fn add_update(path: &str, bytes: &[u8], change: &Change<'_>) -> Result<Vec<u8>, Unfit> {
    edited(bytes, |text| place::edits(path, text, change))
}

/// The file with words put in place of stretches of its text, in its own encoding and with its own line ends. A stretch counts
/// bytes of the text as it is decoded, with plain line feeds.
pub fn splice(bytes: &[u8], words: &[(Range<usize>, String)]) -> Result<Vec<u8>, Unfit> {
    let edit = |(at, text): &(Range<usize>, String)| Edit { at: at.clone(), text: text.clone() };
    edited(bytes, |_| Some(words.iter().map(edit).collect()))
}

/// A file with edits made that are found in its text with plain line feeds; `None` where the text has no place for them.
pub(super) fn edited(bytes: &[u8], edits: impl FnOnce(&str) -> Option<Vec<Edit>>) -> Result<Vec<u8>, Unfit> {
    let (raw, encoding) = decode_as_is(bytes).map_err(|_| Unfit::Encoding)?;
    let mark = bytes.starts_with(b"\xFF\xFE") || bytes.starts_with(b"\xFE\xFF");
    if encode(&raw, encoding, mark) != bytes {
        return Err(Unfit::Encoding);
    }
    let edits = edits(&raw.replace("\r\n", "\n").replace('\r', "\n"));
    Ok(encode(&applied(&raw, edits.ok_or(Unfit::Shape)?), encoding, mark))
}

/// Edits count in a text whose lines end in a line feed; the file's own may end otherwise.
fn applied(raw: &str, mut edits: Vec<Edit>) -> String {
    edits.sort_by_key(|e| std::cmp::Reverse(e.at.start));
    let newline = newline(raw);
    let mut out = raw.to_owned();
    for edit in edits {
        let range = place_in(raw, edit.at.start)..place_in(raw, edit.at.end);
        out.replace_range(range, &edit.text.replace('\n', newline));
    }
    out
}

fn newline(raw: &str) -> &'static str {
    match raw.find(['\r', '\n']) {
        Some(at) if raw[at..].starts_with("\r\n") => "\r\n",
        Some(at) if raw[at..].starts_with('\r') => "\r",
        _ => "\n",
    }
}

/// The place in the file of a place counted with one byte a line end.
fn place_in(raw: &str, at: usize) -> usize {
    let ends = raw.match_indices("\r\n").enumerate();
    at + ends.take_while(|(seen, (place, _))| place - seen < at).count()
}
