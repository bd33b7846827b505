//! The record as the public sees it on a day: of a notice that has editions, the latest edition of that day or before, and
//! nothing after it.

use std::collections::HashMap;

use chrono::NaiveDate;

use crate::model::{Edition, Issue, IssueId, Notice, Site, Unit};

/// The site with each notice as it was last published by `day`. A notice without an edition is published from its working
/// files; one whose editions are all of later days is shown as the first of them says, and never as its files are now.
pub fn published(mut site: Site, day: NaiveDate) -> Site {
    let renamed = renamed(&site.notices);
    let mut notices = Vec::with_capacity(site.notices.len());
    for notice in std::mem::take(&mut site.notices) {
        notices.push(latest(notice, day, &mut site.units));
    }
    lead_to_what_is_public(&mut notices, &renamed);
    notices.sort_by(|a, b| b.date.cmp(&a.date).then_with(|| a.slug.cmp(&b.slug)));
    Site { notices, ..site }
}

fn latest(working: Notice, day: NaiveDate, units: &mut Vec<Unit>) -> Notice {
    let editions = by(working.editions.as_slice(), day).to_vec();
    let Some(last) = editions.last() else { return working };
    for unit in &last.units {
        if !units.iter().any(|u| u.id == unit.id) {
            units.push(unit.clone());
        }
    }
    let shown = last.notice.clone();
    Notice { editions, attachments: working.attachments, ..shown }
}

/// The editions of a day or before, the first in any case.
fn by(editions: &[Edition], day: NaiveDate) -> &[Edition] {
    let there = editions.partition_point(|e| e.date <= day);
    &editions[..there.max(1).min(editions.len())]
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
