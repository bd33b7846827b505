//! Notices whose term has ended leave the record of the site; their addresses stay, to say so.

use std::borrow::Cow;

use chrono::NaiveDate;

use super::{Entry, Index, plan};
use crate::model::{Expired, Notice, Site};

/// The site with those notices alone that are public on a day. A theme with these `names` decides which addresses they had.
pub fn in_term<'s>(site: &'s Site, day: NaiveDate, names: &[String]) -> Cow<'s, Site> {
    if site.notices.iter().all(|n| !is_over(n, day)) {
        return Cow::Borrowed(site);
    }
    let (over, notices) = site.notices.iter().cloned().partition(|n| is_over(n, day));
    let over: Vec<Notice> = over;
    let expired = over.into_iter().map(|n| expired(n, site, day, names)).collect();
    Cow::Owned(Site { notices, expired, ..alone(site, Vec::new()) })
}

fn is_over(notice: &Notice, day: NaiveDate) -> bool {
    notice.public_until.is_some_and(|until| until < day)
}

fn alone(site: &Site, notices: Vec<Notice>) -> Site {
    let Site { settings, units, notices: _, pages, expired: _, translations } = site;
    let (settings, units, pages) = (settings.clone(), units.clone(), pages.clone());
    let translations = translations.clone();
    Site { settings, units, notices, pages, expired: Vec::new(), translations }
}

fn expired(notice: Notice, site: &Site, day: NaiveDate, names: &[String]) -> Expired {
    let (title, until, contact) = (notice.title.clone(), notice.public_until, notice.contact.clone());
    let own = format!("notices/{}/", notice.slug);
    let one = alone(site, vec![notice]);
    let index = Index::of(&one, day);
    let kinds = plan(&one, &index, None, names);
    let all = kinds.iter().map(|kind| kind.address(&one));
    let entries = index.entries().iter().rev().filter(|e| !e.of(&one).minor);
    Expired {
        title,
        until: until.unwrap_or(day),
        contact,
        addresses: all.filter(|address| address.starts_with(&own) && address.ends_with('/')).collect(),
        entries: entries.map(|e| entry_address(&one, *e)).collect(),
    }
}

/// The address under which an entry was first published; with the site's own before it, its id in feeds for ever, whatever
/// its issue is called later.
pub fn entry_address(site: &Site, entry: Entry) -> String {
    let (notice, issue, measure) = entry.row.of(site);
    let update = entry.of(site);
    format!("notices/{}/issues/{}/#{}-{}", notice.slug, issue.first_id(), measure.id, update.id)
}
