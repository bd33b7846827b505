//! Whether two models say the same; where something is written is no part of that.
#![allow(dead_code, reason = "each test uses its part")]

use gongkai::model::{Issue, IssueRef, Measure, Node, Notice, OldId, SignOff, Signature, Waiver};

/// Field by field; where something is written is no part of what it is.
pub fn same_notice(a: &Notice, b: &Notice) {
    let Notice {
        slug,
        title,
        issuer,
        date,
        published,
        inspection,
        period_ends,
        next_update_due,
        contact,
        sign_off,
        numbering,
        layout,
        opening,
        outline,
        closing,
        postscript,
        issues,
        editions: _,
        attachments: _,
        translations: _,
        redactions,
        withdrawn,
        public_until,
        allow,
        span: _,
    } = a;
    assert_eq!((slug, title, issuer, date), (&b.slug, &b.title, &b.issuer, &b.date));
    assert_eq!(
        (published, inspection, period_ends, contact),
        (&b.published, &b.inspection, &b.period_ends, &b.contact)
    );
    assert_eq!(next_update_due, &b.next_update_due);
    assert_eq!(sign_off.as_ref().map(signed), b.sign_off.as_ref().map(signed));
    assert_eq!((redactions, public_until), (&b.redactions, &b.public_until));
    same_waivers(allow, &b.allow);
    assert_eq!(withdrawn.len(), b.withdrawn.len());
    assert!(withdrawn.iter().zip(&b.withdrawn).all(|(a, b)| a.says(b)));
    assert_eq!(numbering, &b.numbering);
    assert_eq!(layout, &b.layout);
    assert_eq!((opening, closing, postscript), (&b.opening, &b.closing, &b.postscript));
    assert_eq!(outline.len(), b.outline.len());
    outline.iter().zip(&b.outline).for_each(|(a, b)| same_node(a, b));
    assert_eq!(issues.len(), b.issues.len());
    issues.iter().zip(&b.issues).for_each(|(a, b)| same_issue(a, b));
}

fn same_waivers(a: &[Waiver], b: &[Waiver]) {
    assert_eq!(a.len(), b.len());
    assert!(a.iter().zip(b).all(|(a, b)| a.says(b)));
}

/// A sign-off without its places.
fn signed(s: &SignOff) -> (&Option<String>, Vec<(String, String, String)>) {
    let SignOff { digest, by, span: _ } = s;
    let one = |s: &'_ Signature| {
        let Signature { role, post, on, span: _ } = s;
        (role.clone(), post.clone(), format!("{on:?}"))
    };
    (digest, by.iter().map(one).collect())
}

fn same_node(a: &Node, b: &Node) {
    let Node { id, level, heading, number, printed, text, closing, children, span: _ } = a;
    assert_eq!((id, level, heading, number), (&b.id, &b.level, &b.heading, &b.number));
    assert_eq!(printed, &b.printed);
    assert_eq!((text, closing), (&b.text, &b.closing));
    assert_eq!(children.len(), b.children.len());
    children.iter().zip(&b.children).for_each(|(a, b)| same_node(a, b));
}

pub fn same_issue(a: &Issue, b: &Issue) {
    let Issue {
        id,
        title,
        under,
        number,
        original,
        goal,
        lead,
        due,
        extensions,
        text,
        label,
        label_inline,
        completion,
        measures,
        closed,
        reopened,
        look_back,
        recurs_from,
        aliases,
        body,
        allow,
        path,
        span: _,
    } = a;
    assert_eq!((id, title, under, number), (&b.id, &b.title, &b.under, &b.number));
    same_waivers(allow, &b.allow);
    assert_eq!((original, goal, lead), (&b.original, &b.goal, &b.lead));
    assert_eq!((due, extensions, closed), (&b.due, &b.extensions, &b.closed));
    assert_eq!((text, label, label_inline, completion), (&b.text, &b.label, &b.label_inline, &b.completion));
    assert_eq!((reopened, look_back), (&b.reopened, &b.look_back));
    assert_eq!(recurs_from.as_ref().map(named), b.recurs_from.as_ref().map(named));
    let ids = |all: &[OldId]| all.iter().map(|OldId { id, span: _ }| id.clone()).collect::<Vec<_>>();
    assert_eq!(ids(aliases), ids(&b.aliases));
    assert_eq!((body, path), (&b.body, &b.path));
    assert_eq!(measures.len(), b.measures.len());
    measures.iter().zip(&b.measures).for_each(|(a, b)| same_measure(a, b));
}

fn named(r: &IssueRef) -> (String, String) {
    let IssueRef { notice, issue, span: _ } = r;
    (notice.clone(), issue.to_string())
}

pub fn same_measure(a: &Measure, b: &Measure) {
    let Measure {
        id,
        unit,
        with,
        text,
        runs_on,
        number,
        status,
        status_words,
        status_from_wording,
        updates,
        allow,
        span: _,
    } = a;
    same_waivers(allow, &b.allow);
    assert_eq!((id, unit, with, text, runs_on), (&b.id, &b.unit, &b.with, &b.text, &b.runs_on));
    assert_eq!((number, status, status_from_wording), (&b.number, &b.status, &b.status_from_wording));
    assert_eq!(status_words, &b.status_words);
    assert_eq!(updates, &b.updates);
}
