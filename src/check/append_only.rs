//! What was published stays as it was published.
//!
//! What it does: compares the working files of a notice with its latest edition. An entry that the edition holds may not be
//! changed or removed, unless `withdrawn` says so, nor may the issue or measure that it stands in; the first deadline, granted extensions,
//! close-outs, reopenings and looks back stay; ids of before stay in their order, since feeds know entries by the first.
//! Why: the public has read it, and may hold the issuer to it; what was wrong is put right by a new entry, in sight.
//! Use instead: a new entry with the right words; for a deadline, an extension with its reason.

use super::passage::{Kind, Passage};
use crate::diag::{Diagnostic, Place, Severity};
use crate::lang::Msg;
use crate::model::{Issue, IssueId, Measure, MeasureId, Notice, Update};
use crate::text::Span;

/// Every alteration of the published past of one notice.
pub fn check(notice: &Notice) -> Vec<Diagnostic> {
    let Some(edition) = notice.editions.last() else { return Vec::new() };
    let mut out = Vec::new();
    for published in &edition.notice.issues {
        match notice.issues.iter().find(|i| i.is_called(&published.id)) {
            Some(working) => issue(published, working, notice, &mut out),
            None if is_withdrawn(notice, &published.id, None, None) => {}
            None => out.push(gone("check-issue-gone", published.id.as_str(), notice.span, published.span)),
        }
    }
    out
}

/// Whether a text stands in an entry, or in a list of what came after, that the latest edition holds.
pub fn is_frozen(notice: &Notice, passage: &Passage<'_>) -> bool {
    let working = passage.issue.and_then(|at| notice.issues.get(at));
    let published = notice.editions.last().zip(working);
    let published = published.and_then(|(e, w)| e.notice.issues.iter().find(|p| w.is_called(&p.id)));
    let Some((working, published)) = working.zip(published) else { return false };
    match passage.kind {
        Kind::Update(entry) | Kind::Reason(entry) | Kind::Evidence(entry, _) => {
            let own = passage.measure.and_then(|m| working.measures.get(m));
            let before = own.and_then(|own| published.measures.iter().find(|m| m.id == own.id));
            let id = own.and_then(|own| own.updates.get(entry)).map(|u| &u.id);
            before.is_some_and(|before| before.updates.iter().any(|u| Some(&u.id) == id))
        }
        Kind::After("extensions", at, _) => at < published.extensions.len(),
        Kind::After("closed", at, _) => at < published.closed.len(),
        Kind::After("reopened", at, _) => at < published.reopened.len(),
        Kind::After("look_back", at, _) => at < published.look_back.len(),
        _ => false,
    }
}

/// Whether a withdrawal says that something is gone.
fn is_withdrawn(notice: &Notice, issue: &IssueId, measure: Option<&MeasureId>, update: Option<&str>) -> bool {
    notice.withdrawn.iter().any(|w| w.covers(issue, measure, update))
}

fn issue(published: &Issue, working: &Issue, notice: &Notice, out: &mut Vec<Diagnostic>) {
    if published.due.is_some() && published.due != working.due {
        let day = published.due.map(|d| d.to_string()).unwrap_or_default();
        let found =
            Diagnostic::error("published-due", working.span, Msg::new("check-due-moved").with("due", day));
        out.push(found.hint(Msg::new("check-due-moved-hint")).related(published.span, first()));
    }
    if !working.extensions.starts_with(&published.extensions) {
        let found = Diagnostic::error("published-due", working.span, Msg::new("check-extensions"));
        out.push(found.hint(Msg::new("check-extensions-hint")).related(published.span, first()));
    }
    let after = working.closed.starts_with(&published.closed)
        && working.reopened.starts_with(&published.reopened)
        && working.look_back.starts_with(&published.look_back);
    if !after {
        let found = Diagnostic::error("published-after", working.span, Msg::new("check-after"));
        out.push(found.hint(Msg::new("check-after-hint")).related(published.span, first()));
    }
    out.extend(aliases(published, working));
    let ids = names(working);
    for before in &published.measures {
        match working.measures.iter().find(|m| m.id == before.id) {
            Some(now) => out.extend(measure(before, now, working, notice)),
            None if ids.clone().any(|id| is_withdrawn(notice, id, Some(&before.id), None)) => {}
            None => out.push(gone("check-measure-gone", before.id.as_str(), working.span, before.span)),
        }
    }
}

/// The ids of before, as they must still begin: those of the edition, then its own where the issue was renamed since.
fn aliases(published: &Issue, working: &Issue) -> Option<Diagnostic> {
    let was = published.aliases.iter().map(|old| &old.id);
    let renamed = (working.id != published.id).then_some(&published.id);
    let expected: Vec<&IssueId> = was.chain(renamed).collect();
    let now: Vec<&IssueId> = working.aliases.iter().map(|old| &old.id).collect();
    (!now.starts_with(&expected)).then(|| {
        let list = expected.iter().map(|id| id.as_str()).collect::<Vec<_>>().join(", ");
        let found = Diagnostic::error("published-aliases", working.span, Msg::new("check-aliases"));
        let hint = Msg::new("load-write-so").with("text", format!("aliases: [{list}]"));
        found.hint(hint).related(published.span, first())
    })
}

/// The ids under which an issue may be named: its own and those of before.
fn names(issue: &Issue) -> impl Iterator<Item = &IssueId> + Clone {
    std::iter::once(&issue.id).chain(issue.aliases.iter().map(|old| &old.id))
}

fn measure(published: &Measure, working: &Measure, issue: &Issue, notice: &Notice) -> Vec<Diagnostic> {
    let mut out = Vec::new();
    let gone_by_right =
        |update: &str| names(issue).any(|id| is_withdrawn(notice, id, Some(&working.id), Some(update)));
    for before in &published.updates {
        match working.updates.iter().find(|u| u.id == before.id) {
            Some(now) if before == now => {}
            Some(now) => {
                let message = Msg::new("check-update-changed")
                    .with("id", &before.id)
                    .with("was", words(before))
                    .with("now", words(now));
                let found = Diagnostic::error("published-update", working.span, message);
                out.push(found.hint(Msg::new("check-update-hint")).related(published.span, first()));
            }
            None if gone_by_right(&before.id) => {}
            None => out.push(gone("check-update-gone", &before.id, working.span, published.span)),
        }
    }
    out
}

/// An entry in one line, as its file would have it.
fn words(update: &Update) -> String {
    let Update { id: _, date, status, status_words, text, evidence, corrects, reason, minor, hide_old } =
        update;
    let status = status.map(|s| status_words.unwrap_or(s.key()).to_owned());
    let texts = [status, corrects.clone(), reason.clone(), text.clone()].into_iter().flatten();
    let all = [date.to_string()].into_iter().chain(texts).chain(
        evidence
            .iter()
            .map(|e| e.file.as_ref().map_or_else(|| e.title.clone(), |f| format!("{} {f}", e.title))),
    );
    let flags = [(*minor, "minor"), (*hide_old, "show_old: no")].into_iter().filter(|(set, _)| *set);
    all.chain(flags.map(|(_, name)| name.to_owned())).collect::<Vec<_>>().join(" · ")
}

fn gone(message: &'static str, id: &str, here: Span, there: Span) -> Diagnostic {
    let place = Place::Text(here);
    Diagnostic::new("published-gone", Severity::Error, place, Msg::new(message).with("id", id))
        .hint(Msg::new("check-gone-hint"))
        .related(there, first())
}

fn first() -> Msg {
    Msg::new("check-published-so")
}
