//! Days of new entries that are hardly meant: they are told before the entries are written.

use chrono::NaiveDate;

use super::out::{Out, today};
use crate::check::not_yet;
use crate::diag::{Diagnostic, Place};
use crate::lang::Msg;
use crate::load::Loaded;
use crate::model::Site;

/// Warns of entries of later days, which are not shown before them, and of those from before the inspection: nobody should
/// wonder where an entry is, nor find a slip in the year when it is public. Each entry is the path of its issue and its day.
pub fn warn(site: &Site, entries: &[(&str, NaiveDate)], now: &Loaded, out: &Out) {
    let today = today();
    let later = |path: &str| entries.iter().any(|(p, day)| *p == path && *day > today);
    let of_these = |d: &Diagnostic| matches!(&d.place, Place::Path(path) if later(path));
    let found: Vec<_> = not_yet::check(site, today).into_iter().filter(of_these).collect();
    if !found.is_empty() {
        out.diagnostics(&found, &now.sources, "human");
    }
    for (path, day) in entries {
        let notice = site.notices.iter().find(|n| n.issues.iter().any(|i| i.path == *path));
        let from = notice.and_then(|n| n.inspection.as_ref()?.from).filter(|from| day < from);
        if let Some(from) = from {
            let message = Msg::new("entry-before-inspection").with("date", day.to_string());
            let message = message.with("from", from.to_string()).with("path", *path);
            out.warn(&message, Some(&Msg::new("entry-before-inspection-hint")));
        }
    }
}
