//! A site into the pages it will have: each a small value with its address. What a page says is made where it is
//! rendered, and dropped.

mod anchors;
mod index;
mod links;
mod list;
mod map;
mod names;
mod recur;
mod term;

use std::collections::HashSet;

use chrono::NaiveDate;
use rayon::prelude::*;

use crate::diag::Diagnostic;
use crate::export::data::DataFile;
use crate::lang::Msg;
use crate::md::leads_to;
use crate::model::status::NOT_STATED;
use crate::model::{Document, Notice, Site, Status, Withdrawal, status};
use crate::search::Script;

pub use index::{Entry, Index, Row};
pub use links::faults as link_faults;
pub use list::{Cut, List, ROWS, Spot};
pub use map::{MAP_HOLDS, map_holds};
pub use recur::{Recurrences, recurs_at};
pub use term::{entry_address, in_term};

/// Name of a feed in the folder of what it is about.
const FEED: &str = "feed.atom";
/// How many entries one page of the record of progress holds.
pub const ENTRIES: usize = 100;

/// What a page shows; numbers are places in the lists of the site.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Kind {
    /// The front page.
    Home,
    /// A notice.
    Notice(usize),
    /// The search.
    Search,
    /// A script that the search fetches.
    SearchScript(Script),
    /// What there is of open data, and what it means.
    Data,
    /// A file of the open data.
    DataFile(DataFile),
    /// The record of an issue as data.
    IssueData(usize, usize),
    /// A document beside the page of a notice.
    Document(usize, Document),
    /// An issue of a notice.
    Issue(usize, usize),
    /// An address that an issue had under an id of before: which of its old ids.
    Moved(usize, usize, usize),
    /// The address of an issue that was withdrawn: notice, withdrawal, and which of the ids that the issue had.
    Withdrawn(usize, usize, usize),
    /// An address of a notice whose term has ended: which of those, and which of its addresses.
    Expired(usize, usize),
    /// Progress of a notice.
    Progress(usize),
    /// Progress across notices.
    ProgressIndex,
    /// An edition of a notice.
    Edition(usize, usize),
    /// The editions of a notice.
    Editions(usize),
    /// Every unit.
    Units,
    /// Every status.
    Statuses,
    /// The address of a folder that is no page of its own: it leads to the page that is meant.
    Folder(Folder),
    /// The measures of a unit; which page of the list, from 0.
    Unit(usize, usize),
    /// The measures of a status, `None` is not stated; which page of the list, from 0.
    Status(Option<Status>, usize),
    /// The issues of a cut across notices; which page of the list, from 0.
    Issues(Cut, usize),
    /// A page of `pages/`.
    Page(usize),
    /// The latest entries, newest first.
    Updates,
    /// Older entries; which full page counted from the oldest, from 0, so that a new entry moves none.
    UpdatesBefore(usize),
    /// What a server shows for an unknown address.
    NotFound,
    /// Atom feed (RFC 4287).
    Feed,
    /// Atom feed of a notice.
    NoticeFeed(usize),
    /// Atom feed of a unit, led and helped.
    UnitFeed(usize),
    /// Sitemap (sitemaps.org 0.9), or the index of its parts.
    Sitemap,
    /// A part of a sitemap that one file may not hold, from 0.
    SitemapPart(usize),
    /// `robots.txt` (RFC 9309).
    Robots,
}

/// A folder at which a reader arrives who shortens an address.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Folder {
    /// `notices/`
    Notices,
    /// `issues/`
    Issues,
    /// The folder of the issues of a notice.
    IssuesOf(usize),
}

impl Folder {
    /// The page that it leads to.
    pub fn page(self) -> Kind {
        match self {
            Self::Notices => Kind::Home,
            Self::Issues => Kind::ProgressIndex,
            Self::IssuesOf(n) => Kind::Progress(n),
        }
    }
}

/// A file of evidence, which is published as it stands: a notice, and which of its files.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Proof(pub usize, pub usize);

impl Proof {
    /// Every file that is published with a site: those that an entry of the day or before cites, and
    /// those that a text shows or leads to.
    pub fn all(site: &Site, day: NaiveDate) -> Vec<Self> {
        let all = site.notices.iter().enumerate();
        all.flat_map(|(n, notice)| (0..notice.attachments.len()).map(move |at| Self(n, at)))
            .filter(|proof| proof.is_public(site, day))
            .collect()
    }

    fn is_public(self, site: &Site, day: NaiveDate) -> bool {
        let (notice, address) = (&site.notices[self.0], self.address(site));
        let name = &notice.attachments[self.1].name;
        let entries = notice.issues.iter().flat_map(|i| &i.measures).flat_map(|m| &m.updates);
        let mut proofs = entries.filter(|u| u.date <= day).flat_map(|u| &u.evidence);
        proofs.any(|e| e.file.as_ref() == Some(name))
            || site.pages.iter().any(|p| leads_to(&p.body.text, &address))
            || site.notices.iter().any(|n| n.leads_to(&address))
    }

    /// Its path in the content folder, and its address in the output.
    pub fn address(self, site: &Site) -> String {
        let notice = &site.notices[self.0];
        format!("notices/{}/evidence/{}", notice.slug, notice.attachments[self.1].name)
    }
}

impl Kind {
    /// The name by which a theme asks for this kind.
    pub fn name(self) -> &'static str {
        match self {
            Self::Home => "home",
            Self::Notice(_) => "notice",
            Self::Data | Self::DataFile(_) | Self::IssueData(..) => "data",
            Self::Search => "search",
            Self::SearchScript(_) => "search-script",
            Self::Document(..) => "document",
            Self::Issue(..) => "issue",
            Self::Moved(..) | Self::Folder(_) => "moved",
            Self::Withdrawn(..) | Self::Expired(..) => "gone",
            Self::Progress(_) => "progress",
            Self::ProgressIndex => "progress-index",
            Self::Edition(..) => "edition",
            Self::Editions(_) => "editions",
            Self::Units => "units",
            Self::Statuses => "statuses",
            Self::Unit(..) => "unit",
            Self::Status(..) => "status",
            Self::Issues(..) => "issues",
            Self::Page(_) => "page",
            Self::Updates | Self::UpdatesBefore(_) => "updates",
            Self::NotFound => "not-found",
            Self::Feed => "feed",
            Self::NoticeFeed(_) => "notice-feed",
            Self::UnitFeed(_) => "unit-feed",
            Self::Sitemap | Self::SitemapPart(_) => "sitemap",
            Self::Robots => "robots",
        }
    }

    /// Its address relative to the root: a folder ends in `/`, the home page is empty.
    pub fn address(self, site: &Site) -> String {
        let mut out = String::with_capacity(64);
        self.push_address(site, &mut out);
        out
    }

    /// Adds its address to a text that ends where the root is.
    pub fn push_address(self, site: &Site, out: &mut String) {
        match self {
            Self::Home => {}
            Self::Notice(n) => out.extend(["notices/", &site.notices[n].slug, "/"]),
            Self::Data => out.push_str("data/"),
            Self::DataFile(file) => out.extend(["data/", file.name()]),
            Self::IssueData(n, i) => {
                Self::Issue(n, i).push_address(site, out);
                out.push_str("record.json");
            }
            Self::Search => out.push_str("search/"),
            Self::SearchScript(script) => out.extend(["search/", &script.file()]),
            Self::Document(n, d) => out.extend(["notices/", &site.notices[n].slug, "/notice.", d.key()]),
            Self::Issue(n, i) => {
                let notice = &site.notices[n];
                out.extend(["notices/", &notice.slug, "/issues/", notice.issues[i].id.as_str(), "/"]);
            }
            Self::Moved(n, i, old) => {
                let notice = &site.notices[n];
                let id = notice.issues[i].aliases[old].id.as_str();
                out.extend(["notices/", &notice.slug, "/issues/", id, "/"]);
            }
            Self::Withdrawn(n, w, old) => {
                let notice = &site.notices[n];
                let ids = withdrawn_ids(notice, w);
                out.extend(["notices/", &notice.slug, "/issues/", ids[old], "/"]);
            }
            Self::Expired(x, at) => out.push_str(&site.expired[x].addresses[at]),
            Self::Progress(n) => out.extend(["notices/", &site.notices[n].slug, "/progress/"]),
            Self::ProgressIndex => out.push_str("progress/"),
            Self::Edition(n, e) => {
                let notice = &site.notices[n];
                out.extend(["notices/", &notice.slug, "/editions/", &notice.editions[e].name, "/"]);
            }
            Self::Editions(n) => out.extend(["notices/", &site.notices[n].slug, "/editions/"]),
            Self::Units => out.push_str("units/"),
            Self::Statuses => out.push_str("status/"),
            Self::Folder(Folder::Notices) => out.push_str("notices/"),
            Self::Folder(Folder::Issues) => out.push_str("issues/"),
            Self::Folder(Folder::IssuesOf(n)) => {
                out.extend(["notices/", &site.notices[n].slug, "/issues/"]);
            }
            Self::Unit(u, page) => {
                out.extend(["units/", site.units[u].id.as_str(), "/", &list_page(page)]);
            }
            Self::Status(status, page) => {
                let key = status.map_or(NOT_STATED, Status::key).replace('_', "-");
                out.extend(["status/", &key, "/", &list_page(page)]);
            }
            Self::Issues(cut, page) => {
                out.extend(["issues/", &cut.key().replace('_', "-"), "/", &list_page(page)]);
            }
            Self::Page(p) => out.extend([&site.pages[p].slug, "/"]),
            Self::Updates => out.push_str("updates/"),
            Self::UpdatesBefore(page) => out.extend(["updates/", &(page + 1).to_string(), "/"]),
            Self::NotFound => out.push_str("404.html"),
            Self::Feed => out.push_str(FEED),
            Self::NoticeFeed(n) => out.extend(["notices/", &site.notices[n].slug, "/", FEED]),
            Self::UnitFeed(u) => out.extend(["units/", site.units[u].id.as_str(), "/", FEED]),
            Self::Sitemap => out.push_str("sitemap.xml"),
            Self::SitemapPart(at) => out.extend(["sitemap-", &(at + 1).to_string(), ".xml"]),
            Self::Robots => out.push_str("robots.txt"),
        }
    }

    /// The path of its file in the output.
    pub fn file(self, site: &Site) -> String {
        let address = self.address(site);
        if address.is_empty() || address.ends_with('/') { format!("{address}index.html") } else { address }
    }
}

/// The first page of a list has the list's own address, the second `2/`.
fn list_page(page: usize) -> String {
    if page == 0 { String::new() } else { format!("{}/", page + 1) }
}

/// How many full pages of older entries there are. The latest [`ENTRIES`] stand on a page of their own as well.
pub fn older_pages(entries: usize) -> usize {
    if entries > ENTRIES { entries / ENTRIES } else { 0 }
}

/// Every page that a theme with these `names` gives a site. `search` has the scripts of the search, where there is one.
pub fn plan(site: &Site, index: &Index, search: Option<&[Script]>, names: &[String]) -> Vec<Kind> {
    let mut all = vec![Kind::Home, Kind::ProgressIndex, Kind::NotFound, Kind::Robots, Kind::Updates];
    all.extend((0..older_pages(index.entries().len())).map(Kind::UpdatesBefore));
    if site.settings.base_url.is_some() {
        all.extend([Kind::Feed, Kind::Sitemap]);
        all.extend((0..site.notices.len()).map(Kind::NoticeFeed));
        all.extend((0..site.units.len()).filter(|u| !index.unit(*u).is_empty()).map(Kind::UnitFeed));
    }
    for (n, notice) in site.notices.iter().enumerate() {
        all.extend([Kind::Notice(n), Kind::Progress(n)]);
        all.extend(site.settings.documents.iter().map(|d| Kind::Document(n, *d)));
        all.extend((0..notice.issues.len()).map(|i| Kind::Issue(n, i)));
        all.extend((0..notice.editions.len()).map(|e| Kind::Edition(n, e)));
        all.extend((!notice.editions.is_empty()).then_some(Kind::Editions(n)));
        let old = notice.issues.iter().enumerate().map(|(i, issue)| (i, issue.aliases.len()));
        all.extend(old.flat_map(|(i, ids)| (0..ids).map(move |old| Kind::Moved(n, i, old))));
    }
    for (n, notice) in site.notices.iter().enumerate() {
        let had_page = |w: &Withdrawal| w.measure.is_none() && names.iter().any(|n| n == "issue");
        let whole = notice.withdrawn.iter().enumerate().filter(|(_, w)| had_page(w));
        all.extend(whole.flat_map(|(w, _)| {
            (0..withdrawn_ids(notice, w).len()).map(move |old| Kind::Withdrawn(n, w, old))
        }));
    }
    for (x, expired) in site.expired.iter().enumerate() {
        all.extend((0..expired.addresses.len()).map(|at| Kind::Expired(x, at)));
    }
    let folders = [Kind::Units, Kind::Statuses].into_iter().chain(folders(site, names).map(Kind::Folder));
    all.extend(folders.filter(|kind| !is_taken(*kind, site)));
    // A unit that no measure names has no page: it may be no more than a proposal.
    for u in (0..site.units.len()).filter(|u| !index.unit(*u).is_empty()) {
        all.extend((0..index.unit_list(u).pages()).map(|page| Kind::Unit(u, page)));
    }
    for status in status::every() {
        all.extend((0..index.status(status).pages()).map(|page| Kind::Status(status, page)));
    }
    // That nothing is overdue is worth a page; other lists of issues are there for the numbers that lead to them.
    for cut in Cut::all().filter(|c| *c == Cut::Overdue || !index.issues(*c).rows().is_empty()) {
        all.extend((0..index.issues(cut).pages()).map(|page| Kind::Issues(cut, page)));
    }
    if site.settings.open_data.is_some() {
        all.push(Kind::Data);
        all.extend(DataFile::ALL.map(Kind::DataFile));
        let issues = |n: usize| (0..site.notices[n].issues.len()).map(move |i| Kind::IssueData(n, i));
        all.extend((0..site.notices.len()).flat_map(issues));
    }
    all.extend(search.map(|_| Kind::Search));
    all.extend(search.into_iter().flatten().copied().map(Kind::SearchScript));
    all.extend((0..site.pages.len()).map(Kind::Page));
    let names: HashSet<&str> = names.iter().map(String::as_str).collect();
    all.retain(|kind| names.contains(kind.name()));
    if all.contains(&Kind::Sitemap) {
        let named = all.iter().filter(|kind| kind.is_to_be_found(site)).count();
        all.extend(map::parts(named, site));
    }
    all
}

/// The folders that are no pages, where the theme makes pages below them.
fn folders(site: &Site, names: &[String]) -> impl Iterator<Item = Folder> {
    let made = |kind: &str| names.iter().any(|n| n == kind);
    let (notices, issues, each) = (made("notice"), made("issues"), made("issue") && made("progress"));
    let of = (0..site.notices.len()).filter(move |_| each).map(Folder::IssuesOf);
    let top = [(notices, Folder::Notices), (issues, Folder::Issues)].into_iter();
    top.filter(|(made, _)| *made).map(|(_, folder)| folder).chain(of)
}

/// Whether a page of `pages/` stands at the address of a folder.
fn is_taken(kind: Kind, site: &Site) -> bool {
    let address = kind.address(site);
    (0..site.pages.len()).any(|p| Kind::Page(p).address(site) == address)
}

/// The ids of the issue that a withdrawal of a notice takes back: its own, and those of before that an edition names.
fn withdrawn_ids(notice: &Notice, w: usize) -> Vec<&str> {
    let id = &notice.withdrawn[w].issue;
    let held = notice.editions.iter().rev().flat_map(|e| &e.notice.issues).find(|i| i.id == *id);
    let old = held.map(|i| i.aliases.as_slice()).unwrap_or_default();
    std::iter::once(id.as_str()).chain(old.iter().map(|a| a.id.as_str())).collect()
}

/// Two pages at one address, on disks that tell capitals apart and on those that do not.
pub fn clashes(site: &Site, pages: &[Kind]) -> Vec<Diagnostic> {
    let folded: Vec<String> = pages.par_iter().map(|page| page.file(site).to_lowercase()).collect();
    let mut seen = HashSet::with_capacity(folded.len());
    let mut out = Vec::new();
    for (page, folded) in pages.iter().zip(&folded) {
        if !seen.insert(folded) {
            let file = page.file(site);
            let message = Msg::new("site-same-address").with("address", &file);
            out.push(
                Diagnostic::file_error("same-address", file, message)
                    .hint(Msg::new("site-same-address-hint")),
            );
        }
    }
    out
}
