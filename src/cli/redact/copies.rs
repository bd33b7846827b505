//! The copies that `undo` would put back: no word that was taken out may stay in them.

use std::path::Path;

use crate::cli::out::Out;
use crate::disk::{Content, DiskError, Step, all_steps, forget_step, forget_steps};
use crate::lang::Msg;
use crate::save::redact::{Likeness, Words};
use crate::text::decode;

/// Deletes every copy: the files of before are gone, and what holds the words in another spelling has to go as well.
pub fn forget_all(root: &Path, out: &Out) -> Result<(), u8> {
    if forget_steps(root).map_err(|e| out.disk(&e))? {
        out.say(&Msg::new("redact-copies"));
    }
    Ok(())
}

/// The copies that hold the words, where no file of the content does.
pub fn holding(root: &Path, words: &Words, content: &Content) -> Result<Vec<Step>, DiskError> {
    let stands =
        |bytes: &[u8]| decode(bytes).is_ok_and(|(text, _)| !words.find(&text, Likeness::Same).is_empty());
    if content.files.iter().any(|f| stands(&f.bytes)) {
        return Ok(Vec::new());
    }
    let mut all = all_steps(root)?;
    all.retain(|s| s.files.iter().any(|f| stands(&f.is) || f.was.as_deref().is_some_and(stands)));
    Ok(all)
}

/// Deletes these copies.
pub fn forget(held: &[Step], out: &Out) -> Result<(), u8> {
    for step in held {
        forget_step(step).map_err(|e| out.disk(&e))?;
    }
    out.say(&Msg::new("redact-copies-gone").count("copies", held.len()));
    Ok(())
}
