//! Which issue repeats which, found once for all pages, in both directions.

use std::collections::HashMap;

use crate::model::Site;

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
        let places: HashMap<(&str, &str), At> =
            all().map(|(at, notice, issue)| ((notice.slug.as_str(), issue.id.as_str()), at)).collect();
        let pair = |at: At, from: &crate::model::IssueRef| {
            places.get(&(from.notice.as_str(), from.issue.as_str())).map(|older| (at, *older))
        };
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
