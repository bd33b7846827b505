//! The record as the public sees it on a day: of a notice that has editions, the latest edition of that day or before, and
//! nothing after it.

use std::collections::{HashMap, HashSet};

use chrono::NaiveDate;

use crate::model::{Edition, Issue, IssueId, Notice, Site, Unit};

/// The site with each notice as it was last published by `day`. A notice without an edition is published from its working
/// files; one whose editions are all of later days is not public yet, neither as they say nor as its files are now.
pub fn published(mut site: Site, day: NaiveDate) -> Site {
    let renamed = renamed(&site.notices);
    let mut notices = Vec::with_capacity(site.notices.len());
    for notice in std::mem::take(&mut site.notices) {
        notices.extend(latest(notice, day, &mut site.units));
    }
    lead_to_what_is_public(&mut notices, &renamed);
    let public: HashSet<String> = notices.iter().map(|n| n.slug.clone()).collect();
    for issue in notices.iter_mut().flat_map(|n| &mut n.issues) {
        issue.recurs_from = issue.recurs_from.take().filter(|from| public.contains(&from.notice));
    }
    notices.sort_by(|a, b| b.date.cmp(&a.date).then_with(|| a.slug.cmp(&b.slug)));
    Site { notices, ..site }
}

fn latest(working: Notice, day: NaiveDate, units: &mut Vec<Unit>) -> Option<Notice> {
    if working.editions.is_empty() {
        return Some(working);
    }
    let editions = by(working.editions.as_slice(), day).to_vec();
    let last = editions.last()?;
    for unit in &last.units {
        if !units.iter().any(|u| u.id == unit.id) {
            units.push(unit.clone());
        }
    }
    let shown = last.notice.clone();
    Some(Notice { editions, attachments: working.attachments, ..shown })
}

/// The editions of a day or before.
fn by(editions: &[Edition], day: NaiveDate) -> &[Edition] {
    &editions[..editions.partition_point(|e| e.date <= day)]
}

/// Issues that have been renamed: their notice, and each set of ids that is one issue.
type Renamed = Vec<(String, Vec<IssueId>)>;

fn renamed(notices: &[Notice]) -> Renamed {
    let all = notices.iter().flat_map(|n| n.issues.iter().map(move |i| (n, i)));
    let renamed = all.filter(|(_, i)| !i.aliases.is_empty());
    let ids = |i: &Issue| i.aliases.iter().map(|a| a.id.clone()).chain([i.id.clone()]).collect();
    renamed.map(|(n, i)| (n.slug.clone(), ids(i))).collect()
}

/// Files name an older issue as it is called now; where that name is not public yet, the public sees the one that is.
fn lead_to_what_is_public(notices: &mut [Notice], renamed: &Renamed) {
    let mut public: HashMap<String, IssueId> = HashMap::new();
    for (slug, ids) in renamed {
        let notice = notices.iter().find(|n| n.slug == *slug);
        let Some(shown) = notice.and_then(|n| n.issues.iter().find(|i| ids.iter().any(|id| i.is_called(id))))
        else {
            continue;
        };
        public.extend(ids.iter().map(|id| (format!("{slug}/{id}"), shown.id.clone())));
    }
    for from in notices.iter_mut().flat_map(|n| &mut n.issues).filter_map(|i| i.recurs_from.as_mut()) {
        if let Some(shown) = public.get(&format!("{}/{}", from.notice, from.issue)) {
            from.issue = shown.clone();
        }
    }
}
