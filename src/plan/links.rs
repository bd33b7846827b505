//! Links and pictures in Markdown against the addresses that the site will have.

use std::collections::BTreeMap;

use super::anchors::anchors;
use super::{Cut, Kind, Proof, withdrawn_ids};
use crate::diag::Diagnostic;
use crate::lang::Msg;
use crate::load::{LinkTo, nearest, suggestion};
use crate::md::html::{is_allowed, is_own, is_picture};
use crate::model::{Site, status};

/// What is wrong with the links of a site's texts, each at its place.
pub fn faults(site: &Site, links: &[LinkTo]) -> Vec<Diagnostic> {
    if links.is_empty() {
        return Vec::new();
    }
    let addresses = addresses(site);
    let of_one = |link| {
        let mut found: Vec<Diagnostic> = address(link, &addresses).into_iter().chain(words(link)).collect();
        if found.is_empty() {
            found.extend(place(link, &addresses, site));
        }
        found
    };
    links.iter().flat_map(of_one).collect()
}

/// Every address that a text may lead to, with its page; a file of evidence has none.
type Addresses = BTreeMap<String, Option<Kind>>;

fn address(link: &LinkTo, addresses: &Addresses) -> Option<Diagnostic> {
    let to = link.to.as_str();
    let error = |code, message, hint: Msg| {
        Some(Diagnostic::error(code, link.span, Msg::new(message).with("to", to)).hint(hint))
    };
    if to.starts_with('/') && !to.starts_with("//") {
        return error("link-absolute", "site-link-absolute", Msg::new("site-link-absolute-hint"));
    }
    if !(if link.picture { is_picture(to) } else { is_allowed(to) }) {
        let hint = if link.picture { "site-picture-scheme-hint" } else { "site-link-scheme-hint" };
        return error("link-scheme", "site-link-scheme", Msg::new(hint));
    }
    let path = to.split(['#', '?']).next().unwrap_or_default();
    if !is_own(to) && !to.is_empty() || addresses.contains_key(path) && (!link.picture || is_file(path)) {
        return None;
    }
    let known =
        addresses.keys().map(String::as_str).filter(|a| !a.is_empty() && (!link.picture || is_file(a)));
    error("link-dead", "site-link-dead", instead(path, known, link.picture))
}

/// How many addresses are shown where none is near.
const SHOWN: usize = 6;

/// The nearest addresses; else some of the shortest, since a site has too many to read. What has no file yet needs one.
fn instead<'n>(path: &str, known: impl Iterator<Item = &'n str>, picture: bool) -> Msg {
    let mut known: Vec<&str> = known.collect();
    if known.is_empty() && picture {
        return Msg::new("load-evidence-none");
    }
    if known.len() <= SHOWN {
        return suggestion(path, known.into_iter());
    }
    nearest(path, known.iter().copied()).unwrap_or_else(|| {
        known.sort_by_key(|address| (address.len(), *address));
        Msg::new("site-link-dead-hint").list("names", known.into_iter().take(SHOWN))
    })
}

/// A place within a page that the record does not make; a theme may make it, so that it is no error.
fn place(link: &LinkTo, addresses: &Addresses, site: &Site) -> Option<Diagnostic> {
    let (path, place) = link.to.split_once('#').filter(|(_, place)| !place.is_empty())?;
    let kind = (*addresses.get(path.split('?').next()?)?)?;
    let known = anchors(kind, site)?;
    let is_there = known.contains(place) || place.starts_with("fn-") || place.starts_with("fnref-");
    let message = || Msg::new("site-link-place").with("to", path).with("place", place);
    let warning = || Diagnostic::warning("link-place", link.span, message());
    (!is_there).then(|| warning().hint(suggestion(place, known.iter().map(String::as_str))))
}

fn is_file(address: &str) -> bool {
    address.contains("/evidence/")
}

/// A picture has to have words: they are all that a reader who cannot see it gets, and all that the text and the Word
/// document print in its place (WCAG 2.2, 1.1.1). A link without words can at least be followed.
fn words(link: &LinkTo) -> Option<Diagnostic> {
    let (code, message) = match (link.words, link.picture) {
        (true, _) => return None,
        (false, true) => ("picture-words", "site-picture-words"),
        (false, false) => ("link-words", "site-link-words"),
    };
    let found = if link.picture { Diagnostic::error } else { Diagnostic::warning };
    Some(found(code, link.span, Msg::new(message)).hint(Msg::new("site-words-hint")))
}

/// The first page of each list, and files of evidence.
fn addresses(site: &Site) -> Addresses {
    let mut kinds = vec![Kind::Home, Kind::ProgressIndex, Kind::Updates];
    for (n, notice) in site.notices.iter().enumerate() {
        kinds.extend([Kind::Notice(n), Kind::Progress(n)]);
        kinds.extend((0..notice.issues.len()).map(|i| Kind::Issue(n, i)));
        kinds.extend((0..notice.editions.len()).map(|e| Kind::Edition(n, e)));
        kinds.extend((!notice.editions.is_empty()).then_some(Kind::Editions(n)));
        for (i, issue) in notice.issues.iter().enumerate() {
            kinds.extend((0..issue.aliases.len()).map(|old| Kind::Moved(n, i, old)));
        }
        for w in 0..notice.withdrawn.len() {
            kinds.extend((0..withdrawn_ids(notice, w).len()).map(|old| Kind::Withdrawn(n, w, old)));
        }
    }
    kinds.extend([Kind::Units, Kind::Statuses]);
    kinds.extend((0..site.units.len()).map(|u| Kind::Unit(u, 0)));
    kinds.extend(status::every().map(|status| Kind::Status(status, 0)));
    kinds.push(Kind::Issues(Cut::Overdue, 0));
    kinds.extend((0..site.pages.len()).map(Kind::Page));
    let files = site
        .notices
        .iter()
        .enumerate()
        .flat_map(|(n, notice)| (0..notice.attachments.len()).map(move |at| Proof(n, at).address(site)));
    let pages = kinds.into_iter().map(|kind| (kind.address(site), Some(kind)));
    pages.chain(files.map(|file| (file, None))).collect()
}
