//! `gongkai build --zip`: the finished site in one archive, and what changed since the one before.

use std::path::{Path, PathBuf};

use super::out::Out;
use super::{ERRORS, SYSTEM, USAGE};
use crate::audit::changes::Changes;
use crate::audit::manifest::{self, Manifest};
use crate::disk::{DiskError, is_a_folder, lies_in, read_file, replace_file};
use crate::export::bundle::{Bundle, kept};
use crate::lang::Msg;

/// An archive that is to be made, or made anew.
pub struct Wanted {
    file: PathBuf,
    /// The list of files in the archive that stands there.
    before: Option<Vec<u8>>,
}

impl Wanted {
    /// Looks at what stands there before anything is built: a file that is no such archive is left alone, and so is the site
    /// itself.
    pub fn at(file: &Path, root: &Path, site: &Path, out: &Out) -> Result<Self, u8> {
        out.keep_off(root, file)?;
        let named = |id| Msg::new(id).with("file", file.display().to_string());
        if lies_in(file, site) {
            return Err(out.fail(&named("zip-inside"), Some(&Msg::new("zip-inside-hint")), USAGE));
        }
        if is_a_folder(file) {
            return Err(out.fail(&named("zip-not-ours"), Some(&Msg::new("zip-not-ours-hint")), USAGE));
        }
        let before = match read_file(file) {
            Err(DiskError::Read { error, .. }) if error.kind() == std::io::ErrorKind::NotFound => None,
            Err(error) => return Err(out.disk(&error)),
            Ok(bytes) => match kept(&bytes, manifest::FILE) {
                Some(list) => Some(list),
                None => {
                    return Err(out.fail(
                        &named("zip-not-ours"),
                        Some(&Msg::new("zip-not-ours-hint")),
                        USAGE,
                    ));
                }
            },
        };
        Ok(Self { file: file.to_owned(), before })
    }

    /// Packs the site. Where no file changed since the archive before, that stays as it is.
    pub fn make(self, site: &Path, out: &Out) -> Result<(), u8> {
        let list = read_file(&site.join(manifest::FILE)).map_err(|e| out.disk(&e))?;
        let shown = self.file.display().to_string();
        if self.before.as_ref() == Some(&list) {
            out.say(&Msg::new("zip-same").with("file", shown));
            return Ok(());
        }
        let read = |bytes: &[u8]| {
            Manifest::read(bytes).map_err(|_| out.fail(&Msg::new("verify-bad-hint"), None, ERRORS))
        };
        let now = read(&list)?;
        let then = self.before.as_deref().map(read).transpose()?.unwrap_or_default();
        let changes = Changes::between(&then, &now);
        let told = |id| {
            let message = Msg::new(id).with("file", &shown).count("added", changes.added.len());
            out.text(&message.count("changed", changes.changed.len()).count("removed", changes.removed.len()))
        };
        let head = format!("{}\n{}* {}\n", told("zip-changes"), changes.lines(), manifest::FILE);
        let bytes = pack(&head, &now, &list, site, out)?;
        replace_file(&self.file, &bytes).map_err(|e| out.disk(&e))?;
        out.raw(&format!("{}\n", told("zip-done")));
        Ok(())
    }
}

fn pack(head: &str, files: &Manifest, list: &[u8], site: &Path, out: &Out) -> Result<Vec<u8>, u8> {
    let too_much = |e: zip::result::ZipError| {
        out.fail(&Msg::new("archive-too-much").with("error", e.to_string()), None, SYSTEM)
    };
    let mut bundle = Bundle::begin(head).map_err(too_much)?;
    for path in files.paths() {
        let bytes = read_file(&site.join(path)).map_err(|e| out.disk(&e))?;
        bundle.add(path, &bytes).map_err(too_much)?;
    }
    bundle.add(manifest::FILE, list).map_err(too_much)?;
    bundle.finish().map_err(too_much)
}
