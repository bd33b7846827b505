//! Which issue repeats which, found once for all pages, in both directions.

use std::collections::HashMap;

use crate::model::{IssueRef, Site};

/// An issue by its place: notice, issue.
pub type At = (usize, usize);

/// Issues that repeat older ones.
#[derive(Debug, Default)]
pub struct Recurrences {
    pairs: Vec<(At, At)>,
}

impl Recurrences {
    /// Finds them. Loading has made sure that what an issue names is there.
    pub fn of(site: &Site) -> Self {
        let all = || {
            site.notices.iter().enumerate().flat_map(|(n, notice)| {
                notice.issues.iter().enumerate().map(move |(i, issue)| ((n, i), notice, issue))
            })
        };
        if all().all(|(.., issue)| issue.recurs_from.is_none()) {
            return Self::default();
        }
        let places = Places::of(site);
        let pair = |at: At, from: &IssueRef| places.find(from).map(|older| (at, older));
        let pairs = all().filter_map(|(at, _, issue)| pair(at, issue.recurs_from.as_ref()?));
        Self { pairs: pairs.collect() }
    }

    /// Each issue with the older one that it repeats, in the order of the site.
    pub fn pairs(&self) -> &[(At, At)] {
        &self.pairs
    }

    /// The older issue that one repeats.
    pub fn older(&self, at: At) -> Option<At> {
        self.pairs.iter().find(|(later, _)| *later == at).map(|(_, older)| *older)
    }

    /// The later issues that repeat one.
    pub fn later(&self, at: At) -> impl Iterator<Item = At> {
        self.pairs.iter().filter(move |(_, older)| *older == at).map(|(later, _)| *later)
    }
}

/// Where an issue that another names stands in a site, under its id or one of before.
pub fn recurs_at(from: &IssueRef, site: &Site) -> Option<At> {
    let n = site.notices.iter().position(|n| n.slug == from.notice)?;
    let issues = &site.notices[n].issues;
    let now = issues.iter().position(|i| i.id == from.issue);
    let before = || issues.iter().position(|i| i.aliases.iter().any(|a| a.id == from.issue));
    now.or_else(before).map(|i| (n, i))
}

/// Every issue by its notice and id, and by its ids of before.
struct Places<'s>(HashMap<(&'s str, &'s str), At>);

impl<'s> Places<'s> {
    fn of(site: &'s Site) -> Self {
        let mut out = HashMap::new();
        for (n, notice) in site.notices.iter().enumerate() {
            for (i, issue) in notice.issues.iter().enumerate() {
                out.insert((notice.slug.as_str(), issue.id.as_str()), (n, i));
                for old in &issue.aliases {
                    out.entry((notice.slug.as_str(), old.id.as_str())).or_insert((n, i));
                }
            }
        }
        Self(out)
    }

    fn find(&self, from: &IssueRef) -> Option<At> {
        self.0.get(&(from.notice.as_str(), from.issue.as_str())).copied()
    }
}
