//! The record as the public sees it: of a notice that has editions, the latest edition and nothing after it.

use crate::model::{Notice, Site, Unit};

/// The site with each notice as it was last published. A notice without an edition is published from its working files.
pub fn published(mut site: Site) -> Site {
    let mut notices = Vec::with_capacity(site.notices.len());
    for notice in std::mem::take(&mut site.notices) {
        notices.push(latest(notice, &mut site.units));
    }
    notices.sort_by(|a, b| b.date.cmp(&a.date).then_with(|| a.slug.cmp(&b.slug)));
    Site { notices, ..site }
}

fn latest(working: Notice, units: &mut Vec<Unit>) -> Notice {
    let Some(last) = working.editions.last() else { return working };
    for unit in &last.units {
        if !units.iter().any(|u| u.id == unit.id) {
            units.push(unit.clone());
        }
    }
    Notice { editions: working.editions.clone(), attachments: working.attachments, ..last.notice.clone() }
}
