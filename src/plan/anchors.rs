//! The places within a page that the record makes, whatever the theme: what a link may name after `#`.

use std::collections::BTreeSet;

use super::Kind;
use crate::model::{Issue, Node, Site};

/// The places of a page; `None` where only the theme knows them.
pub fn anchors(kind: Kind, site: &Site) -> Option<BTreeSet<String>> {
    match kind {
        Kind::Issue(n, i) => Some(of_issue(&site.notices[n].issues[i]).collect()),
        Kind::Notice(n) => {
            let notice = &site.notices[n];
            let mut all = BTreeSet::new();
            headings(&notice.outline, &mut all);
            all.extend(notice.issues.iter().flat_map(of_text));
            Some(all)
        }
        _ => None,
    }
}

/// Measures, and entries under them.
fn of_issue(issue: &Issue) -> impl Iterator<Item = String> {
    issue.measures.iter().flat_map(|m| {
        let entries = m.updates.iter().map(move |u| format!("{}-{}", m.id, u.id));
        std::iter::once(m.id.to_string()).chain(entries)
    })
}

fn of_text(issue: &Issue) -> impl Iterator<Item = String> {
    let measures = issue.measures.iter().map(move |m| format!("i-{}.{}", issue.id, m.id));
    std::iter::once(format!("i-{}", issue.id)).chain(measures)
}

fn headings(nodes: &[Node], all: &mut BTreeSet<String>) {
    for node in nodes {
        all.insert(format!("h-{}", node.id));
        headings(&node.children, all);
    }
}
