//! Entries that feeds had and have no more: `at:deleted-entry` of RFC 6721, so that readers drop their copies.

use std::collections::BTreeSet;

use chrono::NaiveDate;

use super::book::Book;
use crate::model::{Issue, IssueId, Notice, Withdrawal};

/// The namespace of RFC 6721.
pub const NAMESPACE: &str = "http://purl.org/atompub/tombstones/1.0";
/// The latest are kept, at most this many.
const MOST: usize = 100;

/// An entry that is gone.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Tombstone {
    /// The day from which it was gone.
    pub when: NaiveDate,
    /// Its address relative to the root, which with the base is its id.
    pub address: String,
    /// Why.
    pub comment: String,
}

/// Every entry that is gone, the latest first.
pub fn all(book: &Book<'_>) -> Vec<Tombstone> {
    let mut found: BTreeSet<Tombstone> =
        book.site.notices.iter().flat_map(|n| withdrawn(n, book.day)).collect();
    for expired in &book.site.expired {
        let when = expired.until.succ_opt().unwrap_or(expired.until);
        let comment = book.word("expired-description");
        let entries = expired.entries.iter().take(MOST).cloned();
        found.extend(entries.map(|address| Tombstone { when, address, comment: comment.clone() }));
    }
    found.into_iter().rev().take(MOST).collect()
}

/// The entries of a notice that withdrawals took back up to a day.
fn withdrawn(notice: &Notice, day: NaiveDate) -> impl Iterator<Item = Tombstone> {
    let made = notice.withdrawn.iter().filter(move |w| w.on <= day);
    made.flat_map(move |w| {
        let stone = |anchor| Tombstone {
            when: w.on,
            address: format!("notices/{}/issues/{}/#{anchor}", notice.slug, first(notice, w)),
            comment: w.why.clone(),
        };
        anchors(notice, w).into_iter().map(stone).collect::<Vec<_>>()
    })
}

/// The id under which feeds knew the issue of a withdrawal: the first that it had.
fn first<'n>(notice: &'n Notice, w: &'n Withdrawal) -> &'n IssueId {
    let frozen = notice.editions.iter().rev().flat_map(|e| &e.notice.issues);
    notice.issues.iter().chain(frozen).find(|i| i.is_called(&w.issue)).map_or(&w.issue, Issue::first_id)
}

/// Every id that the issue of a withdrawal has had.
fn names<'n>(notice: &'n Notice, w: &'n Withdrawal) -> Vec<&'n IssueId> {
    let frozen = notice.editions.iter().flat_map(|e| &e.notice.issues);
    let known = notice.issues.iter().chain(frozen).filter(|i| i.is_called(&w.issue));
    let old = known.flat_map(|i| std::iter::once(&i.id).chain(i.aliases.iter().map(|a| &a.id)));
    std::iter::once(&w.issue).chain(old).collect()
}

/// Anchors of the entries that a withdrawal took back: those that an edition held, or the one that it names.
fn anchors(notice: &Notice, w: &Withdrawal) -> BTreeSet<String> {
    let named = w.measure.as_ref().zip(w.update.as_ref()).map(|(m, u)| format!("{m}-{u}"));
    let mut found = BTreeSet::new();
    let mut minor = BTreeSet::new();
    let names = names(notice, w);
    let published = notice.editions.iter().flat_map(|e| &e.notice.issues);
    for issue in published.filter(|i| names.contains(&&i.id)) {
        for measure in issue.measures.iter().filter(|m| w.measure.as_ref().is_none_or(|own| *own == m.id)) {
            for update in measure.updates.iter().filter(|u| w.update.as_ref().is_none_or(|own| *own == u.id))
            {
                let list = if update.minor { &mut minor } else { &mut found };
                list.insert(format!("{}-{}", measure.id, update.id));
            }
        }
    }
    found.extend(named.filter(|anchor| !minor.contains(anchor)));
    found
}
