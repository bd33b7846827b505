//! The rows of every sheet into a notice.

use super::entries;
use super::facts::Facts;
use super::head::Field;
use super::issue::Maker;
use super::outline::Outline;
use super::units::Units;
use super::{Part, Report};
use crate::model::{Issue, Layout, Notice, Numbering, Pattern, Restart, RestartAt};
use crate::text::{FileId, Span};

/// The notice, and what was recognised.
pub fn notice(
    parts: &[Part<'_>],
    facts: &Facts,
    units: &Units,
    entries: &entries::Entries,
) -> (Notice, Report) {
    let report = Report { title: facts.title.clone(), issuer: facts.issuer.clone(), ..Report::default() };
    let mut maker = Maker { units, date: facts.date, entries_apart: !entries.is_empty(), report };
    let (mut outline, mut issues) = (Outline::default(), Vec::new());
    for part in parts {
        let before = issues.len();
        let of = part.rows.chunk_by(|_, next| next.goes_on);
        for rows in of {
            let area = rows[0].words(Field::Area);
            // Several sheets without a column for it are told apart by their names.
            let apart = parts.len() > 1 && part.head.column(Field::Area).is_none();
            let under = outline.under(if apart { &part.sheet.name } else { &area });
            issues.push(maker.issue(rows, issues.len() + 1, under, &facts.slug));
        }
        let new: &[Issue] = &issues[before..];
        let measures = new.iter().map(|i| i.measures.len()).sum();
        maker.report.sheets.push((part.sheet.name.clone(), new.len(), measures));
    }
    maker.report.entries += entries.put(&mut issues);
    let mut notice = bare(facts);
    notice.outline = outline.nodes;
    notice.issues = issues;
    (notice, maker.report)
}

fn bare(facts: &Facts) -> Notice {
    Notice {
        slug: facts.slug.clone(),
        title: facts.title.clone(),
        issuer: facts.issuer.clone(),
        date: facts.date,
        published: None,
        inspection: None,
        period_ends: None,
        next_update_due: None,
        public_until: None,
        contact: None,
        sign_off: None,
        numbering: numbering(),
        layout: Layout::default(),
        opening: None,
        outline: Vec::new(),
        closing: None,
        postscript: None,
        issues: Vec::new(),
        editions: Vec::new(),
        attachments: Vec::new(),
        translations: Vec::new(),
        redactions: Vec::new(),
        withdrawn: Vec::new(),
        allow: Vec::new(),
        span: Span::new(FileId(0), 0, 0),
    }
}

/// Issues run through the ledger, measures begin anew under each. Headings stay as the ledger has them.
fn numbering() -> Numbering {
    let pattern = |text: &str| Pattern::parse(text).ok();
    Numbering {
        part: None,
        section: None,
        topic: None,
        issue: pattern("问题1："),
        label: "整改措施：".to_owned(),
        label_inline: false,
        measure: pattern("（1）"),
        completion: String::new(),
        restart: Restart { measure: RestartAt::Parent, ..Restart::default() },
    }
}
