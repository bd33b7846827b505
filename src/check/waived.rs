//! Findings that a person lets stand at their place, each with its reason. One that lets nothing stand any more is said to.

use super::review::unknown_rule;
use super::rules::{Rule, named};
use crate::diag::Diagnostic;
use crate::lang::Msg;
use crate::model::{Notice, Waiver};

/// The waivers of one notice, and which of them were needed.
pub struct Waivers<'a> {
    all: Vec<Held<'a>>,
}

struct Held<'a> {
    waiver: &'a Waiver,
    issue: Option<usize>,
    measure: Option<usize>,
    used: bool,
}

impl<'a> Waivers<'a> {
    /// Those of the notice, its issues and their measures.
    pub fn of(notice: &'a Notice) -> Self {
        let held = |waiver, issue, measure| Held { waiver, issue, measure, used: false };
        let mut all: Vec<Held<'_>> = notice.allow.iter().map(|w| held(w, None, None)).collect();
        for (at, issue) in notice.issues.iter().enumerate() {
            all.extend(issue.allow.iter().map(|w| held(w, Some(at), None)));
            for (m, measure) in issue.measures.iter().enumerate() {
                all.extend(measure.allow.iter().map(|w| held(w, Some(at), Some(m))));
            }
        }
        Self { all }
    }

    /// Whether a finding of a rule may stand at a place. The nearest waiver is the one that is needed.
    pub fn cover(&mut self, rule: &str, (issue, measure): (Option<usize>, Option<usize>)) -> bool {
        let covers = |held: &&mut Held<'_>| {
            held.waiver.rule == rule
                && (held.issue.is_none() || held.issue == issue)
                && (held.measure.is_none() || held.measure == measure)
        };
        let nearest = self.all.iter_mut().filter(covers).max_by_key(|h| (h.issue, h.measure));
        nearest.map(|held| held.used = true).is_some()
    }

    /// Waivers of rules that there are not, and those of rules in force that let nothing stand.
    pub fn faults(&self, in_force: impl Fn(&Rule) -> bool) -> Vec<Diagnostic> {
        let one = |held: &Held<'_>| {
            let Waiver { rule, why: _, span } = held.waiver;
            unknown_rule(rule, *span).or_else(|| {
                let idle = !held.used && named(rule).is_some_and(&in_force);
                let message = Msg::new("check-waiver-idle").with("rule", rule);
                let hint = Msg::new("check-waiver-idle-hint");
                idle.then(|| Diagnostic::warning("waiver-idle", *span, message).hint(hint))
            })
        };
        self.all.iter().filter_map(one).collect()
    }
}
