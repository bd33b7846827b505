//! Pages for paper, made by typst as a library: fonts, template and words in, the bytes of a PDF out. The template reads the
//! words as data and can reach no file, package or clock.

mod code;
mod fonts;
mod sheet;
mod view;
mod world;

pub use fonts::{Chain, chain};
pub use typst_kit::fonts::FontStore;

use super::paper::{Asked, items};
use super::place;
use super::poster::Poster;
use super::print::{Press, PrintError, Role};
use crate::model::Notice;

/// Sets pages with the fonts that it was given.
pub struct Typesetter {
    fonts: FontStore,
}

impl Typesetter {
    /// With these fonts, and no other.
    pub fn new(fonts: FontStore) -> Self {
        Self { fonts }
    }

    /// The fonts.
    pub fn fonts(&self) -> &FontStore {
        &self.fonts
    }
}

impl Press for Typesetter {
    fn notice(&self, notice: &Notice, language: &str, asked: &Asked) -> Result<Vec<u8>, PrintError> {
        let fonts = fonts::Fonts::of(self.fonts.book())?;
        let view = view::View::of(notice, language, items(notice, asked), &fonts);
        fonts.check(view.characters(), &|c| place(notice, c))?;
        world::print(include_str!("notice.typ"), &view, &self.fonts, usize::MAX)
    }

    fn poster(
        &self,
        sheet: &Poster,
        language: &str,
        place: &dyn Fn(char) -> String,
    ) -> Result<Vec<u8>, PrintError> {
        let fonts = fonts::Fonts::of(self.fonts.book())?;
        let code = code::svg(&sheet.url).map_err(|e| PrintError::Typesetter(e.to_string()))?;
        let view = sheet::View::of(sheet, language, code, &fonts);
        fonts.check(view.characters(), place)?;
        world::print(include_str!("poster.typ"), &view, &self.fonts, 1)
    }

    fn stand_ins(&self) -> Vec<(Role, &'static str)> {
        let chains = Role::ALL.into_iter().map(|role| (role, chain(role, self.fonts.book())));
        chains
            .filter(|(_, c)| c.own.is_empty())
            .filter_map(|(role, c)| Some((role, c.families().next()?)))
            .collect()
    }
}
