//! What earlier loads made of each notice, so that a preview decodes again only those whose files changed.

use std::collections::HashMap;

use rayon::prelude::*;
use sha2::{Digest, Sha256};

use super::evidence::Assets;
use super::known::Ids;
use super::layout::NoticeFiles;
use crate::diag::Diagnostic;
use crate::model::Notice;
use crate::text::{FileId, Source};

/// A notice as it was decoded, and what was wrong with it.
pub type Decoded = (Option<Notice>, Vec<Diagnostic>);

/// The notices of the last load, by a digest of everything that they were made from.
#[derive(Default)]
pub struct Kept(HashMap<[u8; 32], Decoded>);

impl Kept {
    /// Gives each notice as the last load made it where nothing that it is made from has changed, and else has it decoded.
    pub fn decode(
        &mut self,
        notices: &[NoticeFiles<'_>],
        assets: &Assets,
        units: Option<&Ids<'_>>,
        one: impl Fn(&NoticeFiles<'_>) -> Decoded + Sync,
    ) -> Vec<Decoded> {
        let keys: Vec<_> = notices.par_iter().map(|files| key(files, assets, units)).collect();
        let old: Vec<_> = keys.iter().map(|key| self.0.remove(key)).collect();
        let now: Vec<Decoded> =
            old.into_par_iter().zip(notices).map(|(old, files)| old.unwrap_or_else(|| one(files))).collect();
        self.0 = keys.into_par_iter().zip(&now).map(|(key, made)| (key, made.clone())).collect();
        now
    }
}

/// Places in a notice name files by number, so that the numbers count as well.
fn key(files: &NoticeFiles<'_>, assets: &Assets, units: Option<&Ids<'_>>) -> [u8; 32] {
    let mut key = Key(Sha256::new());
    key.word(&files.slug);
    let one = |(id, source): &(FileId, &Source), key: &mut Key| {
        key.0.update(id.0.to_le_bytes());
        key.word(&source.path);
        key.word(&source.text);
    };
    files.head.iter().for_each(|file| one(file, &mut key));
    let prose: Vec<_> = files.prose.iter().map(|(_, file)| *file).collect();
    for group in [&prose, &files.issues, &files.editions] {
        key.0.update(group.len().to_le_bytes());
        group.iter().for_each(|file| one(file, &mut key));
    }
    for asset in assets.get(&files.slug).into_iter().flatten() {
        key.word(&format!("{asset:?}"));
    }
    key.0.update([u8::from(units.is_some())]);
    units.into_iter().flat_map(Ids::iter).for_each(|unit| key.word(unit));
    key.0.finalize().into()
}

struct Key(Sha256);

impl Key {
    /// The length comes first, so that no two lists of words read alike.
    fn word(&mut self, word: &str) {
        self.0.update(word.len().to_le_bytes());
        self.0.update(word);
    }
}
