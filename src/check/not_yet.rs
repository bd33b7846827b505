//! What is dated after the day for which a site is built. A notice is published all the same; an entry is not shown before
//! its day, and nobody should wonder where it is.

use chrono::NaiveDate;
use rayon::prelude::*;

use crate::diag::Diagnostic;
use crate::history::days_of_issue;
use crate::lang::Msg;
use crate::model::{Issue, Notice, Site};

/// One warning for each notice, and one for each issue with entries of later days.
pub fn check(site: &Site, day: NaiveDate) -> Vec<Diagnostic> {
    let all = site.notices.par_iter();
    all.flat_map_iter(|n| notice(n, day).into_iter().chain(entries(n, day))).collect()
}

/// One warning for each edition of a later day: until then the one before it stands, and a notice without one is not public.
pub fn editions(site: &Site, day: NaiveDate) -> Vec<Diagnostic> {
    let all = site.notices.iter().flat_map(|n| n.editions.iter().enumerate().map(move |(at, e)| (n, at, e)));
    let later = all.filter(|(.., e)| e.date > day);
    later
        .map(|(n, at, e)| {
            let [message, hint] = match at {
                0 => ["check-edition-first-later", "check-edition-first-later-hint"],
                _ => ["check-edition-later", "check-edition-later-hint"],
            };
            let message = Msg::new(message).with("date", e.date.to_string()).with("day", day.to_string());
            let path = format!("notices/{}/editions/{}.json", n.slug, e.name);
            Diagnostic::file_warning("not-yet", path, message.with("slug", &n.slug)).hint(Msg::new(hint))
        })
        .collect()
}

fn notice(notice: &Notice, day: NaiveDate) -> Option<Diagnostic> {
    (notice.date > day).then(|| {
        let message =
            Msg::new("check-notice-later").with("date", notice.date.to_string()).with("day", day.to_string());
        let path = format!("notices/{}/notice.yaml", notice.slug);
        Diagnostic::file_warning("not-yet", path, message).hint(Msg::new("check-notice-later-hint"))
    })
}

fn entries(notice: &Notice, day: NaiveDate) -> impl Iterator<Item = Diagnostic> {
    notice.issues.iter().filter_map(move |issue| {
        let days = later(issue, day);
        let first = days.iter().min()?;
        let message = Msg::new("check-entries-later").count("n", days.len()).with("date", first.to_string());
        Some(Diagnostic::file_warning("not-yet", &issue.path, message.with("day", day.to_string())))
    })
}

fn later(issue: &Issue, day: NaiveDate) -> Vec<NaiveDate> {
    days_of_issue(issue).filter(|date| *date > day).collect()
}
