//! A site into the pages it will have: each a small value with its address. What a page says is made where it is
//! rendered, and dropped.

use std::collections::HashMap;

use crate::diag::Diagnostic;
use crate::lang::Msg;
use crate::model::status::NOT_STATED;
use crate::model::{Site, Status};

/// What a page shows; numbers are places in the lists of the site.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Kind {
    /// The front page.
    Home,
    /// A notice.
    Notice(usize),
    /// An issue of a notice.
    Issue(usize, usize),
    /// Progress of a notice.
    Progress(usize),
    /// Progress across notices.
    ProgressIndex,
    /// The measures of a unit.
    Unit(usize),
    /// The measures of a status; `None` is not stated.
    Status(Option<Status>),
    /// A page of `pages/`.
    Page(usize),
    /// Every published entry, newest first.
    Updates,
    /// What a server shows for an unknown address.
    NotFound,
    /// Atom feed (RFC 4287).
    Feed,
    /// Sitemap (sitemaps.org 0.9).
    Sitemap,
    /// `robots.txt` (RFC 9309).
    Robots,
}

impl Kind {
    /// The name by which a theme asks for this kind.
    pub fn name(self) -> &'static str {
        match self {
            Self::Home => "home",
            Self::Notice(_) => "notice",
            Self::Issue(..) => "issue",
            Self::Progress(_) => "progress",
            Self::ProgressIndex => "progress-index",
            Self::Unit(_) => "unit",
            Self::Status(_) => "status",
            Self::Page(_) => "page",
            Self::Updates => "updates",
            Self::NotFound => "not-found",
            Self::Feed => "feed",
            Self::Sitemap => "sitemap",
            Self::Robots => "robots",
        }
    }

    /// Its address relative to the root: a folder ends in `/`, the home page is empty.
    pub fn address(self, site: &Site) -> String {
        match self {
            Self::Home => String::new(),
            Self::Notice(n) => format!("notices/{}/", site.notices[n].slug),
            Self::Issue(n, i) => {
                let notice = &site.notices[n];
                format!("notices/{}/issues/{}/", notice.slug, notice.issues[i].id)
            }
            Self::Progress(n) => format!("notices/{}/progress/", site.notices[n].slug),
            Self::ProgressIndex => "progress/".to_owned(),
            Self::Unit(u) => format!("units/{}/", site.units[u].id),
            Self::Status(status) => {
                format!("status/{}/", status.map_or(NOT_STATED, Status::key).replace('_', "-"))
            }
            Self::Page(p) => format!("{}/", site.pages[p].slug),
            Self::Updates => "updates/".to_owned(),
            Self::NotFound => "404.html".to_owned(),
            Self::Feed => "feed.atom".to_owned(),
            Self::Sitemap => "sitemap.xml".to_owned(),
            Self::Robots => "robots.txt".to_owned(),
        }
    }

    /// The path of its file in the output.
    pub fn file(self, site: &Site) -> String {
        let address = self.address(site);
        if address.is_empty() || address.ends_with('/') { format!("{address}index.html") } else { address }
    }
}

/// Every page that a theme with these `names` gives a site, and two that would have one address.
pub fn plan(site: &Site, names: &[String]) -> (Vec<Kind>, Vec<Diagnostic>) {
    let mut all = vec![Kind::Home, Kind::ProgressIndex, Kind::Updates, Kind::NotFound, Kind::Robots];
    if site.settings.base_url.is_some() {
        all.extend([Kind::Feed, Kind::Sitemap]);
    }
    for (n, notice) in site.notices.iter().enumerate() {
        all.extend([Kind::Notice(n), Kind::Progress(n)]);
        all.extend((0..notice.issues.len()).map(|i| Kind::Issue(n, i)));
    }
    all.extend((0..site.units.len()).map(Kind::Unit));
    all.extend(Status::ALL.into_iter().map(|s| Kind::Status(Some(s))));
    all.push(Kind::Status(None));
    all.extend((0..site.pages.len()).map(Kind::Page));
    all.retain(|kind| names.iter().any(|n| n == kind.name()));
    let clashes = clashes(site, &all);
    (all, clashes)
}

/// Two pages at one address, on disks that tell capitals apart and on those that do not.
fn clashes(site: &Site, pages: &[Kind]) -> Vec<Diagnostic> {
    let mut seen: HashMap<String, Kind> = HashMap::new();
    let mut out = Vec::new();
    for page in pages {
        let file = page.file(site);
        if seen.insert(file.to_lowercase(), *page).is_some() {
            let message = Msg::new("site-same-address").with("address", &file);
            out.push(
                Diagnostic::file_error("same-address", file, message)
                    .hint(Msg::new("site-same-address-hint")),
            );
        }
    }
    out
}
