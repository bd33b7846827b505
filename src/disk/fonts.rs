//! The fonts of a folder, or of the machine.

use std::any::Any;
use std::fs;
use std::path::Path;

use typst_kit::fonts::{FontPath, scan, system};

use super::DiskError;
use super::error::shown;
use crate::export::pdf::FontStore;

/// The fonts in a folder and the folders in it; without one, those of the machine. The same order each time.
pub fn find_fonts(folder: Option<&Path>) -> Result<FontStore, DiskError> {
    let mut found: Vec<_> = match folder {
        Some(folder) => {
            // Whoever names a folder that is not there would otherwise be told that it has no fonts.
            fs::read_dir(folder).map_err(DiskError::read(folder))?;
            scan(folder).collect()
        }
        None => system().collect(),
    };
    let place = |font: &FontPath| (font.path.clone(), font.index);
    found.sort_by_cached_key(|(font, _)| place(font));
    let mut fonts = FontStore::new();
    fonts.extend(found);
    Ok(fonts)
}

/// The file of a family's first face.
pub fn place_of(fonts: &FontStore, family: &str) -> String {
    let source = fonts.book().select_family(&family.to_lowercase()).next().and_then(|at| fonts.source(at));
    let found = source.and_then(|source| (source as &dyn Any).downcast_ref::<FontPath>());
    found.map(|font| shown(&font.path)).unwrap_or_default()
}
