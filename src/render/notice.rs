//! The public notice: the whole text in official order.

use serde_json::{Value, json};

use super::Head;
use super::book::{Book, printed};
use super::paragraphs::{html, markdown};
use super::parts::{self, Links};
use crate::history;
use crate::md::html::escape;
use crate::model::document::{Block, blocks};
use crate::model::{Inspection, Issue, Level, Measure, Node, Notice};
use crate::plan::Kind;
use crate::zh::date;

/// Head and view of the page of a notice.
pub fn view(n: usize, book: &Book<'_>, links: &Links) -> (Head, Value) {
    let notice = &book.site.notices[n];
    let (issues, measures) = &book.tallies[n];
    let record_date = history::record_date(notice, book.day);
    let writer = Writer { n, notice, book, links };
    let progress = links.page(Kind::Progress(n), book.site);
    let view = json!({
        "notice": {
            "title": notice.title,
            "show_title": notice.layout.title,
            "issuer": notice.issuer,
            "date": parts::date(notice.date),
            "published": notice.published.map(|t| t.format("%Y-%m-%d %H:%M").to_string()),
            "inspection": notice.inspection.as_ref().map(inspection),
            "period_ends": notice.period_ends.map(parts::date),
            "contact": parts::contact(notice.contact.as_ref(), Some(&notice.title)),
            "record_date": parts::date(record_date),
            "progress_href": progress,
            "issues": parts::tally(issues, book, &|s| Some(format!("{progress}#{}", list_id(s)))),
            "measures": parts::linked(measures, book, links),
            "signature": notice.layout.signature,
        },
        "contents": contents(&notice.outline, &writer),
        "blocks": writer.blocks(),
    });
    let mut head = Head::new(&notice.title, book.word("site-notice-description"));
    head.date = Some(published(notice));
    head.issuer = Some(notice.issuer.clone());
    (head.crumb(&notice.title, String::new()), view)
}

/// When a notice went public, `yyyy-MM-dd HH:mm`; the day of its date where no hour is given.
pub fn published(notice: &Notice) -> String {
    match notice.published {
        Some(at) => at.format("%Y-%m-%d %H:%M").to_string(),
        None => format!("{} 00:00", notice.date),
    }
}

/// Anchor of the list of a status on the progress page.
pub fn list_id(status: Option<crate::model::Status>) -> String {
    format!("s-{}", crate::model::status::key(status).replace('_', "-"))
}

/// Anchor of an issue on the notice's page.
pub fn issue_anchor(issue: &Issue) -> String {
    format!("i-{}", issue.id)
}

fn measure_anchor(issue: &Issue, measure: &Measure) -> String {
    format!("i-{}.{}", issue.id, measure.id)
}

fn inspection(i: &Inspection) -> Value {
    json!({"by": i.by, "from": i.from.map(parts::date), "to": i.to.map(parts::date),
        "feedback": i.feedback.map(parts::date)})
}

fn contents(nodes: &[Node], w: &Writer<'_>) -> Vec<Value> {
    nodes
        .iter()
        .map(|node| {
            let issues = w.notice.issues.iter().enumerate().filter(|(_, i)| i.under == node.id);
            let issues: Vec<Value> = issues
                .map(|(at, i)| {
                    json!({"href": format!("#{}", issue_anchor(i)), "number": w.book.issue_number(w.n, at),
                        "title": i.short_title()})
                })
                .collect();
            json!({"id": format!("h-{}", node.id), "number": w.heading_number(node), "text": node.heading,
                "children": contents(&node.children, w), "issues": issues})
        })
        .collect()
}

struct Writer<'a> {
    n: usize,
    notice: &'a Notice,
    book: &'a Book<'a>,
    links: &'a Links,
}

impl Writer<'_> {
    fn heading_number(&self, node: &Node) -> String {
        let n = self.book.numbers[self.n].nodes.get(&node.id).copied().unwrap_or_default();
        printed(self.notice.numbering.of(node.level), n)
    }

    fn blocks(&self) -> Vec<Value> {
        let mut issue_at = 0;
        let mut measure_at = 0;
        let mut level = 2;
        let mut out = Vec::new();
        for block in blocks(self.notice, &self.book.numbers[self.n]) {
            match block {
                Block::Heading { level: l, .. } => level = html_level(l),
                Block::Issue { .. } => {
                    issue_at += 1;
                    measure_at = 0;
                }
                Block::Measure { .. } => measure_at += 1,
                _ => {}
            }
            out.push(self.block(&block, level, issue_at, measure_at));
        }
        out
    }

    /// `issue` and `measure` are the places of the last ones met, from 1.
    fn block(&self, block: &Block<'_>, level: u8, issue: usize, measure: usize) -> Value {
        match block {
            Block::Title(text) => json!({"kind": "title", "text": text}),
            Block::Prose(prose) => json!({"kind": "prose", "html": markdown(&prose.text)}),
            Block::Heading { number, node, .. } => {
                json!({"kind": "heading", "level": level, "id": format!("h-{}", node.id), "number": number,
                    "text": node.heading})
            }
            Block::Issue { number, issue: i } => {
                json!({"kind": "issue", "id": issue_anchor(i), "number": number,
                "title": i.title, "level": level + 1,
                "href": self.links.page(Kind::Issue(self.n, issue - 1), self.book.site),
                "status": parts::status(history::issue_status(i, self.notice.date, self.book.day), self.book)})
            }
            Block::IssueText(text) => {
                json!({"kind": "issue_text", "html": format!("<p>{}</p>", escape(text))})
            }
            Block::Label(text) => json!({"kind": "label", "text": text}),
            Block::Measure { lead, measure: m, issue: i } => {
                self.measure(lead, m, i, (issue - 1, measure - 1))
            }
            Block::Completion { label, text } => {
                json!({"kind": "completion", "text": format!("{label}{text}")})
            }
            Block::Signature(text) => json!({"kind": "signature", "text": text}),
            Block::Date(day) => json!({"kind": "date", "text": date::long(*day)}),
        }
    }

    fn measure(&self, lead: &str, m: &Measure, issue: &Issue, (i, at): (usize, usize)) -> Value {
        let status = history::measure_status(m, self.notice.date, self.book.day);
        json!({
            "kind": "measure",
            "id": measure_anchor(issue, m),
            "number": self.book.measure_number(self.n, i, at),
            "lead": "",
            "html": html(lead, &m.text),
            "status": status.map(|s| parts::status(Some(s), self.book)),
            "unit": m.unit.as_ref().map(|u| parts::unit(u, self.book, self.links)),
            "issue_href": self.links.page(Kind::Issue(self.n, i), self.book.site),
        })
    }
}

/// Parts are second-level headings under the title, and so on down.
fn html_level(level: Level) -> u8 {
    level as u8 + 2
}
