//! Which pages the sitemap names, and how many files that takes.

use super::Kind;
use crate::model::Site;

/// How many addresses one sitemap may hold (sitemaps.org 0.9).
pub const MAP_HOLDS: usize = 50_000;

impl Kind {
    /// Whether search engines are told of it: pages for readers, and of editions the latest, since older ones ask to be
    /// left out.
    pub fn is_to_be_found(self, site: &Site) -> bool {
        match self {
            Self::Edition(n, e) => e + 1 == site.notices[n].editions.len(),
            Self::Moved(..) | Self::Folder(_) | Self::Withdrawn(..) | Self::Expired(..) | Self::NotFound => {
                false
            }
            // Of the kind `data` only the page is one to read.
            Self::DataFile(_) | Self::IssueData(..) => false,
            kind => Self::template(kind.name()).is_some(),
        }
    }
}

/// How many pages one sitemap takes, each with its address in every language.
pub fn map_holds(site: &Site) -> usize {
    MAP_HOLDS / (1 + site.settings.languages.len())
}

/// The parts of a sitemap of so many pages: none where one file holds them all.
pub fn parts(pages: usize, site: &Site) -> impl Iterator<Item = Kind> + use<> {
    let holds = map_holds(site);
    let parts = if pages > holds { pages.div_ceil(holds) } else { 0 };
    (0..parts).map(Kind::SitemapPart)
}
