//! Measures without a subject that are the style of a notice, and no slip: who signs it is taken for who did them.

use super::measure_no_subject::RULE;
use crate::check::{Finding, Kind, Passage, Record, Spot};
use crate::lang::Msg;
use crate::model::CheckLevel;

/// From how many on it is a habit, and of how many measures one has to be so: 1 in 4.
const MANY: usize = 3;
const ONE_IN: usize = 4;

/// The same of a short notice: 1 in 3.
const SOME: usize = 2;
const ONE_IN_SHORT: usize = 3;

/// How many places the note names.
const NAMED: usize = 10;

/// How many measures have no `unit`, and how many of these begin with who did them.
#[derive(Debug, Clone, Copy)]
pub struct Of {
    /// Without `unit`.
    pub open: usize,
    /// Of these, with somebody at the head.
    pub led: usize,
    /// With `unit`.
    pub answered: usize,
}

/// One note for the whole notice, where so many of its measures without `unit` say nothing of who did them that nobody can tell
/// a slip from its style. Where the site has set the rule to warn, each is asked for.
pub fn note(record: &Record<'_>, idle: &[(usize, &Passage<'_>)], of: Of) -> Option<Finding> {
    let mut set = record.site.settings.checks.iter().filter(|c| c.rule == RULE.code);
    let each = set.any(|c| matches!(c.level, CheckLevel::Warning | CheckLevel::Error));
    let Of { open, led, answered } = of;
    let many = idle.len() >= MANY && idle.len() * ONE_IN >= open;
    let short = idle.len() >= SOME && idle.len() * ONE_IN_SHORT >= open;
    // Where few measures say who did them at their head or beside it, the others are no exceptions.
    let seldom = !idle.is_empty() && (led + answered) * 2 < open + answered;
    if each || !(many || short || seldom) {
        return None;
    }
    let issuer = record.notice.issuer.as_str();
    let message = Msg::new("found-no-subject-habit").count("count", idle.len()).count("of", open);
    let places = places(record, idle);
    let id =
        if places.len() > NAMED { "found-no-subject-habit-more-hint" } else { "found-no-subject-habit-hint" };
    let hint = Msg::new(id).list("places", places.iter().take(NAMED).map(String::as_str));
    let found = Finding::new(Spot::Notice, message.with("issuer", issuer));
    Some(found.hint(hint.count("count", places.len())).undecided(true))
}

/// Where measures stand, by the numbers that the notice prints: 问题3（2）. What has no number of its own goes by that of its issue.
fn places(record: &Record<'_>, measures: &[(usize, &Passage<'_>)]) -> Vec<String> {
    let mut out: Vec<String> = measures.iter().map(|(at, p)| place(record, *at, p)).collect();
    out.dedup();
    out
}

fn place(record: &Record<'_>, at: usize, p: &Passage<'_>) -> String {
    let issue = record.passages[..at].iter().rev().find(|p| matches!(p.kind, Kind::Issue));
    let bare =
        |words: &str| words.trim_matches(|c: char| c.is_whitespace() || "：:、.．".contains(c)).to_owned();
    let issue = issue.map(|i| bare(&i.number)).unwrap_or_default();
    // 整改情况：（1） has the label on its line.
    let own = bare(p.number.trim_end_matches(['：', ':']).rsplit(['：', ':']).next().unwrap_or_default());
    let place = format!("{issue}{own}");
    if place.is_empty() { p.text.chars().take(8).collect() } else { place }
}
