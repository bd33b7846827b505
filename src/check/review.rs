//! All rules over all notices: how grave each finding is here, and which a person lets stand.

use std::sync::Arc;

use chrono::NaiveDate;
use rayon::prelude::*;

use super::beside::Beside;
use super::finding::{Finding, Spot, Step};
use super::place::{Finder, Library};
use super::record::{Common, Record};
use super::rules::{OF_SITE, OfSite, RULES, Rule, named};
use super::waived::Waivers;
use crate::diag::{self, Diagnostic, Place, Severity};
use crate::lang::Msg;
use crate::load::suggestion;
use crate::model::{CheckLevel, Notice, Settings, Site};
use crate::text::{Sources, Span};

/// Everything that the rules find in the record as it stands on a day, in reading order.
pub fn review(site: &Site, sources: &Sources, day: NaiveDate) -> Vec<Diagnostic> {
    review_down_to(Severity::Note, site, sources, day)
}

/// The same for as long as somebody wants to know; `None` where it was broken off.
pub fn review_while(
    wanted: &(dyn Fn() -> bool + Sync),
    site: &Site,
    sources: &Sources,
    day: NaiveDate,
) -> Option<Vec<Diagnostic>> {
    let found = found(Severity::Note, wanted, site, sources, day);
    wanted().then_some(found)
}

/// What the rules find that is at least as grave as `least`. Rules whose findings are always lighter are not asked: a build wants
/// what refuses it, and nothing else that would take time.
pub fn review_down_to(least: Severity, site: &Site, sources: &Sources, day: NaiveDate) -> Vec<Diagnostic> {
    found(least, &|| true, site, sources, day)
}

fn found(
    least: Severity,
    wanted: &(dyn Fn() -> bool + Sync),
    site: &Site,
    sources: &Sources,
    day: NaiveDate,
) -> Vec<Diagnostic> {
    let library = Library::new(sources);
    let mut out: Vec<Diagnostic> =
        site.settings.checks.iter().filter_map(|c| unknown_rule(&c.rule, c.span)).collect();
    out.extend(beside(least, site, &library));
    let common = Arc::default();
    let one = |n| if wanted() { notice(least, site, n, &library, day, &common) } else { Vec::new() };
    let notices = site.notices.par_iter().map(one);
    out.extend(notices.collect::<Vec<_>>().into_iter().flatten());
    out.retain(|found| found.severity <= least);
    diag::sort(&mut out);
    out
}

/// What the rules find in `site.yaml` and on pages, which belong to no notice.
fn beside(least: Severity, site: &Site, library: &Library<'_>) -> Vec<Diagnostic> {
    let mut out = Vec::new();
    for OfSite { rule, find } in OF_SITE {
        let Some(level) = asked(rule, least, &site.settings) else { continue };
        out.extend(find(site).into_iter().filter_map(|found| {
            let Beside { at, message, hint, undecided } = found;
            let place = Place::Text(library.beside(&at, site)?);
            let severity = if undecided { Severity::Note } else { level };
            Some(Diagnostic { code: rule.code, severity, place, message, hint: Some(hint), related: None })
        }));
    }
    out
}

/// What the rules find in one notice.
pub fn review_one(site: &Site, notice: &Notice, sources: &Sources, day: NaiveDate) -> Vec<Diagnostic> {
    let mut out = self::notice(Severity::Note, site, notice, &Library::new(sources), day, &Arc::default());
    diag::sort(&mut out);
    out
}

fn notice(
    least: Severity,
    site: &Site,
    notice: &Notice,
    library: &Library<'_>,
    day: NaiveDate,
    common: &Arc<Common>,
) -> Vec<Diagnostic> {
    let record = Record { common: Arc::clone(common), ..Record::of(site, notice, day) };
    let mut finder = Finder::new(&record, library);
    let (standing, waivers) = findings(&record, least);
    let found = standing.into_iter();
    let mut out: Vec<Diagnostic> =
        found.map(|(rule, level, finding)| diagnostic(rule, level, finding, &mut finder)).collect();
    out.extend(waivers.faults(|rule| asked(rule, least, &site.settings).is_some()));
    out
}

/// What the rules in force find in a record and no waiver lets stand, rule by rule; and the waivers, which now know which of
/// them were needed. Rules whose findings are always lighter than `least` are not asked.
pub fn findings<'a>(
    record: &Record<'a>,
    least: Severity,
) -> (Vec<(&'static Rule, Severity, Finding)>, Waivers<'a>) {
    let mut waivers = Waivers::of(record.notice);
    let mut out = Vec::new();
    for rule in RULES {
        let Some(level) = asked(rule, least, &record.site.settings) else { continue };
        for finding in (rule.find)(record) {
            if !waivers.cover(rule.code, owner(&finding.spot, record)) {
                out.push((*rule, level, finding));
            }
        }
    }
    (out, waivers)
}

fn asked(rule: &Rule, least: Severity, settings: &Settings) -> Option<Severity> {
    level(rule, settings).filter(|level| *level <= least)
}

/// What is no rule's name, with the nearest that is one.
pub fn unknown_rule(name: &str, span: Span) -> Option<Diagnostic> {
    named(name).is_none().then(|| {
        let message = Msg::new("check-unknown-rule").with("rule", name);
        Diagnostic::warning("unknown-rule", span, message)
            .hint(suggestion(name, RULES.iter().map(|r| r.code)))
    })
}

/// How grave a rule's findings are on this site; `None` where it is off.
fn level(rule: &Rule, settings: &Settings) -> Option<Severity> {
    match settings.checks.iter().find(|c| c.rule == rule.code).map(|c| c.level) {
        None => Some(rule.severity),
        Some(CheckLevel::Off) => None,
        Some(CheckLevel::Note) => Some(Severity::Note),
        Some(CheckLevel::Warning) => Some(Severity::Warning),
        Some(CheckLevel::Error) => Some(Severity::Error),
    }
}

/// The issue and the measure within which a spot lies.
fn owner(spot: &Spot, record: &Record<'_>) -> (Option<usize>, Option<usize>) {
    match spot {
        Spot::Notice => (None, None),
        Spot::Issue(issue) => (Some(*issue), None),
        Spot::Field(issue, steps) => match steps[..] {
            [Step::Key("measures"), Step::Item(measure), ..] => (Some(*issue), Some(measure)),
            _ => (Some(*issue), None),
        },
        Spot::Measure(issue, measure) => (Some(*issue), Some(*measure)),
        Spot::Text(at, _) => record.passages.get(*at).map_or((None, None), |p| (p.issue, p.measure)),
    }
}

fn diagnostic(rule: &Rule, level: Severity, finding: Finding, finder: &mut Finder<'_, '_>) -> Diagnostic {
    let Finding { spot, message, hint, mend: _, related, undecided } = finding;
    let severity = if undecided { Severity::Note } else { level };
    let place = Place::Text(finder.span(&spot));
    let related = related.map(|(spot, why)| (finder.span(&spot), why));
    Diagnostic { code: rule.code, severity, place, message, hint, related }
}
