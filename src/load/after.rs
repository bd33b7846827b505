//! 销号, 重新打开, 回头看, the older issue that one repeats, and ids it had before.

use chrono::NaiveDate;

use super::fields::{Fields, suggestion};
use super::issue::{in_order, trim_block};
use super::tree::{Tree, Value};
use crate::diag::Diagnostic;
use crate::lang::Msg;
use crate::model::{CloseOut, IssueId, IssueRef, LookBack, LookBackResult, OldId, Reopening, ids};
use crate::text::Span;

/// Who closed the issue, and when; a list where it was closed again after it had been opened again.
pub fn closings(f: &mut Fields<'_>, out: &mut Vec<Diagnostic>) -> Vec<CloseOut> {
    let Some(tree) = f.tree("closed") else { return Vec::new() };
    let trees =
        if let Value::List(items) = &tree.value { items.as_slice() } else { std::slice::from_ref(tree) };
    let found: Vec<(CloseOut, Span)> = trees.iter().filter_map(|t| Some((closed(t, out)?, t.span))).collect();
    in_order(found.iter().map(|(c, span)| (c.date, *span)), "closed", "load-entries-order", out);
    found.into_iter().map(|(c, _)| c).collect()
}

fn closed(tree: &Tree, out: &mut Vec<Diagnostic>) -> Option<CloseOut> {
    let mut f = Fields::open(tree, "closed", out)?;
    let date = f.required_date("date", out);
    let (by, document) = (f.text("by", out), f.text("document", out));
    f.close(out);
    Some(CloseOut { date: date?, by, document })
}

/// Days on which it was opened again; only what was closed can be.
pub fn reopened(f: &mut Fields<'_>, out: &mut Vec<Diagnostic>) -> Vec<Reopening> {
    let has_closed = f.tree("closed").is_some();
    let trees = f.list("reopened", out);
    if let Some(first) = trees.first().filter(|_| !has_closed) {
        let found = Diagnostic::error("reopened", first.span, Msg::new("load-reopened-open"));
        out.push(found.hint(Msg::new("load-reopened-open-hint")));
    }
    let found: Vec<(Reopening, Span)> = trees.iter().filter_map(|t| reopening(t, out)).collect();
    in_order(found.iter().map(|(r, span)| (r.on, *span)), "reopened", "load-entries-order", out);
    found.into_iter().map(|(r, _)| r).collect()
}

fn reopening(tree: &Tree, out: &mut Vec<Diagnostic>) -> Option<(Reopening, Span)> {
    let mut f = Fields::open(tree, "reopened", out)?;
    let on = f.required_date("on", out);
    let why = f.required("why", out);
    f.close(out);
    Some((Reopening { on: on?, why: trim_block(why) }, tree.span))
}

/// Later looks, in order.
pub fn look_back(f: &mut Fields<'_>, out: &mut Vec<Diagnostic>) -> Vec<LookBack> {
    let trees = f.list("look_back", out);
    let found: Vec<(LookBack, Span)> = trees.iter().filter_map(|t| look(t, out)).collect();
    in_order(found.iter().map(|(l, span)| (l.date, *span)), "look-back", "load-entries-order", out);
    found.into_iter().map(|(l, _)| l).collect()
}

fn look(tree: &Tree, out: &mut Vec<Diagnostic>) -> Option<(LookBack, Span)> {
    let mut f = Fields::open(tree, "look_back", out)?;
    let date: Option<NaiveDate> = f.required_date("date", out);
    let (by, finding) = (f.text("by", out), f.text("finding", out).map(trim_block));
    f.need("result", out);
    let result = f.scalar("result", "want-text", out).and_then(|found| result(found, out));
    f.close(out);
    Some((LookBack { date: date?, by, finding, result: result? }, tree.span))
}

fn result((text, span): (&str, Span), out: &mut Vec<Diagnostic>) -> Option<LookBackResult> {
    let read = LookBackResult::from_key(text);
    if read.is_none() {
        let message = Msg::new("load-look-back-result").with("text", text);
        let hint = suggestion(text, LookBackResult::ALL.into_iter().map(LookBackResult::key));
        out.push(Diagnostic::error("look-back", span, message).hint(hint));
    }
    read
}

/// `<notice>/<issue>`. Whether there is such an issue is asked when every notice has been read.
pub fn recurs_from(f: &mut Fields<'_>, out: &mut Vec<Diagnostic>) -> Option<IssueRef> {
    let (text, span) = f.scalar("recurs_from", "want-issue", out)?;
    let Some((notice, issue)) = text.split_once('/').filter(|(n, i)| ids::is_valid(n) && ids::is_valid(i))
    else {
        super::fields::wrong_type("recurs_from", "want-issue", span, out);
        return None;
    };
    Some(IssueRef { notice: notice.to_owned(), issue: IssueId(issue.to_owned()), span })
}

/// Ids that it had before.
pub fn aliases(f: &mut Fields<'_>, out: &mut Vec<Diagnostic>) -> Vec<OldId> {
    let written = f.texts("aliases", out);
    for (id, span) in written.iter().filter(|(id, _)| !ids::is_valid(id)) {
        let message = Msg::new("load-bad-id").with("id", *id);
        out.push(Diagnostic::error("bad-id", *span, message).hint(Msg::new("load-id-hint")));
    }
    written.into_iter().map(|(id, span)| OldId { id: IssueId(id.to_owned()), span }).collect()
}
