//! Dated entries of a measure.

use super::evidence::evidence;
use super::fields::{Fields, each, suggestion};
use super::issue::{Stated, id, in_order, status, trim_block, unique};
use super::known::Known;
use super::tree::Tree;
use crate::diag::Diagnostic;
use crate::lang::Msg;
use crate::model::{Status, Update};
use crate::text::Span;

/// The entries, in the order in which they were made.
pub fn updates(f: &mut Fields<'_>, known: &Known<'_>, out: &mut Vec<Diagnostic>) -> Vec<Update> {
    let trees = f.list("updates", out);
    let found = each(trees, |t| update(t, known, out));
    let broken = found.len() < trees.len();
    unique(found.iter().map(|(u, span)| (u.id.as_str(), *span)), out);
    let days = found.iter().map(|(u, span)| (u.date, *span));
    in_order(days, "updates-order", "load-updates-order", out);
    if !broken {
        trees.iter().enumerate().for_each(|(at, t)| corrects(&found, at, t, out));
        minor_keeps_status(&found, out);
    }
    found.into_iter().map(|(u, _)| u).collect()
}

fn update(tree: &Tree, known: &Known<'_>, out: &mut Vec<Diagnostic>) -> Option<(Update, Span)> {
    let mut f = Fields::open(tree, "updates", out)?;
    let (id, span) = id(&mut f, out);
    let date = f.required_date("date", out);
    let stated = status(&mut f, out);
    let (status, status_words) = (stated.as_ref().map(|s| s.status), stated.and_then(|s| s.words));
    let text = f.text("text", out).map(trim_block);
    let evidence = evidence(&mut f, known, out);
    let corrects = f.text("corrects", out);
    if corrects.is_some() {
        f.need("reason", out);
    }
    let reason = reason(&mut f, corrects.is_some(), out);
    let minor = f.flag("minor", out).unwrap_or_default();
    let hide_old = hide_old(&mut f, corrects.is_some(), "load-show-old-alone", out);
    f.close(out);
    Some((
        Update { id, date: date?, status, status_words, text, evidence, corrects, reason, minor, hide_old },
        span,
    ))
}

/// A `status` beside updates must say what the latest of them says.
pub fn agree(stated: Option<&Stated>, updates: &[Update], out: &mut Vec<Diagnostic>) {
    let latest = updates.iter().filter_map(|u| u.status.map(|s| (s, u.date))).max_by_key(|(_, date)| *date);
    if let (Some(Stated { status: stated, span, .. }), Some((latest, date))) = (stated, latest)
        && *stated != latest
    {
        let message = Msg::new("load-status-disagrees")
            .words("status", stated.message())
            .words("latest", latest.message())
            .with("date", date.to_string());
        out.push(
            Diagnostic::error("status-disagrees", *span, message)
                .hint(Msg::new("load-status-disagrees-hint")),
        );
    }
}

/// Why a correction was needed; it belongs to a correction.
fn reason(f: &mut Fields<'_>, correction: bool, out: &mut Vec<Diagnostic>) -> Option<String> {
    let (text, span) = f.scalar("reason", "want-text", out)?;
    if !correction {
        let found = Diagnostic::error("corrects", span, Msg::new("load-reason-alone"));
        out.push(found.hint(Msg::new("load-reason-alone-hint")));
    }
    Some(trim_block(text.to_owned()))
}

/// `show_old: no` belongs to a correction: there are old words only then.
pub fn hide_old(
    f: &mut Fields<'_>,
    correction: bool,
    message: &'static str,
    out: &mut Vec<Diagnostic>,
) -> bool {
    let place = f.scalar("show_old", "want-flag", out).map(|(_, span)| span);
    let hide = f.flag("show_old", out) == Some(false);
    if let Some(span) = place.filter(|_| !correction) {
        let found = Diagnostic::error("show-old", span, Msg::new(message));
        out.push(found.hint(Msg::new("load-show-old-alone-hint")));
    }
    hide
}

/// A correction names an entry above it.
fn corrects(found: &[(Update, Span)], at: usize, tree: &Tree, out: &mut Vec<Diagnostic>) {
    let Some(target) = &found[at].0.corrects else { return };
    let earlier = found[..at].iter().map(|(u, _)| u.id.as_str());
    if earlier.clone().any(|id| id == target) {
        return;
    }
    let message = Msg::new("load-corrects").with("id", target);
    let span = super::fields::place(tree, "corrects").unwrap_or(found[at].1);
    let hint = if at == 0 { Msg::new("load-corrects-first") } else { suggestion(target, earlier) };
    out.push(Diagnostic::error("corrects", span, message).hint(hint));
}

/// A change of status is never minor: it would pass unseen.
fn minor_keeps_status(found: &[(Update, Span)], out: &mut Vec<Diagnostic>) {
    let mut standing: Option<Status> = None;
    for (update, span) in found {
        if update.minor && update.status.is_some_and(|s| standing != Some(s)) {
            let found = Diagnostic::error("minor-status", *span, Msg::new("load-minor-status"));
            out.push(found.hint(Msg::new("load-minor-status-hint")));
        }
        standing = update.status.or(standing);
    }
}
