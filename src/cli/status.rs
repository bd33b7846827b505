//! `gongkai status`

use std::path::Path;

use chrono::{Days, NaiveDate};
use clap::ArgMatches;

use super::out::Out;
use super::{USAGE, WELL};
use crate::history;
use crate::lang::Msg;
use crate::model::{Issue, Notice, Numbers};

/// Prints progress, what is overdue, and what is due soon.
pub fn run(root: &Path, matches: &ArgMatches, out: &Out) -> u8 {
    let day = match out.day(matches) {
        Ok(day) => day,
        Err(code) => return code,
    };
    let Some(ahead) = matches.get_one::<u16>("due") else { return USAGE };
    match out.site(root, "human") {
        Ok((site, _)) => {
            site.notices.iter().for_each(|n| notice(n, day, *ahead, out));
            WELL
        }
        Err(code) => code,
    }
}

fn notice(n: &Notice, day: NaiveDate, ahead: u16, out: &Out) {
    let issues = history::tally_issues(&n.issues, n.date, day);
    let measures = history::tally_measures(n.issues.iter().flat_map(|i| &i.measures), n.date, day);
    out.say(&Msg::new("status-notice").with("title", &n.title).with("slug", &n.slug));
    for (id, t) in [("status-issues", &issues), ("status-measures", &measures)] {
        let message = Msg::new(id)
            .count("finished", t.finished())
            .count("total", t.total())
            .count("percent", t.percent().unwrap_or_default())
            .count("unstated", t.not_stated);
        out.say(&message);
    }
    let numbers = Numbers::of(n);
    let soon = day.checked_add_days(Days::new(u64::from(ahead))).unwrap_or(day);
    for (at, issue) in n.issues.iter().enumerate() {
        let number = n.numbering.issue.as_ref().map(|p| p.print(numbers.issues[at])).unwrap_or_default();
        if let Some((id, due)) = standing(n, issue, day, soon) {
            let title = format!("{number}{}", issue.short_title());
            out.say(
                &Msg::new(id).with("issue", title).with("id", issue.id.as_str()).with("due", due.to_string()),
            );
        }
    }
}

/// Overdue, or due by `soon`.
fn standing(n: &Notice, issue: &Issue, day: NaiveDate, soon: NaiveDate) -> Option<(&'static str, NaiveDate)> {
    let due = issue.due_on(day)?;
    if history::is_overdue(issue, n.date, day) {
        return Some(("status-overdue", due));
    }
    let finished = history::issue_status(issue, n.date, day).is_some_and(crate::model::Status::is_finished);
    let open = !finished && issue.closed.is_none();
    (open && due >= day && due <= soon).then_some(("status-due", due))
}
