//! The public notice: the whole text in official order.

use serde::Serialize;

use super::after::NextUpdate;
use super::book::{Audience, Book, printed};
use super::counts::Counts;
use super::documents::Download;
use super::edition::EditionView;
use super::issue::{self, IssueView};
use super::page::Page;
use super::paragraphs::{html, markdown};
use super::parts::{Badge, Day, Links, Reach};
use crate::history;
use crate::md::escape::escape;
use crate::model::document::{Block, blocks};
use crate::model::{Inspection, Issue, Level, Measure, Node, Notice, Prose};
use crate::plan::Kind;

/// The page of a notice.
#[derive(Serialize)]
pub struct NoticePage<'a> {
    notice: NoticeView<'a>,
    text: Text,
}

/// The whole text of a notice, with its table of contents.
#[derive(Serialize)]
pub struct Text {
    contents: Vec<Entry>,
    blocks: Vec<Part>,
}

#[derive(Serialize)]
struct NoticeView<'a> {
    title: &'a str,
    show_title: bool,
    issuer: &'a str,
    date: Day,
    published: Option<String>,
    inspection: Option<InspectionView<'a>>,
    period_ends: Option<Day>,
    contact: Option<Reach<'a>>,
    record_date: Day,
    next_update: Option<NextUpdate>,
    progress_href: String,
    issues: Counts<'a>,
    measures: Counts<'a>,
    /// The edition that this is, where the notice has any.
    edition: Option<EditionView>,
    editions_href: Option<String>,
    /// The same as documents.
    documents: Vec<Download>,
}

#[derive(Serialize)]
struct InspectionView<'a> {
    by: &'a str,
    from: Option<Day>,
    to: Option<Day>,
    feedback: Option<Day>,
}

/// A heading in the table of contents.
#[derive(Serialize)]
struct Entry {
    id: String,
    number: String,
    text: String,
    children: Vec<Entry>,
    issues: Vec<IssueEntry>,
}

#[derive(Serialize)]
struct IssueEntry {
    href: String,
    number: String,
    title: String,
}

/// A part of the text; templates ask for its `kind`.
#[derive(Serialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
enum Part {
    Title {
        text: String,
    },
    Prose {
        html: String,
    },
    Heading {
        level: u8,
        id: String,
        number: String,
        text: String,
    },
    /// Where a heading that is not printed would stand.
    Anchor {
        id: String,
    },
    Issue {
        level: u8,
        id: String,
        number: String,
        title: String,
        href: String,
        status: Badge,
    },
    IssueText {
        html: String,
    },
    Label {
        text: String,
    },
    Measure {
        id: String,
        html: String,
    },
    Completion {
        text: String,
    },
    Signature {
        text: String,
    },
    Date {
        text: String,
    },
}

/// The page of notice `n`.
pub fn view<'a>(n: usize, book: &'a Book<'_>, links: &Links) -> (Page, NoticePage<'a>) {
    let (notice, summary) = (&book.site.notices[n], &book.notices[n]);
    let progress = links.page(Kind::Progress(n), book.site);
    // A draft is no edition, whatever was published before it.
    let public = book.audience == Audience::Public;
    let latest = notice.editions.len().checked_sub(1).filter(|_| public);
    let view = NoticePage {
        text: text(n, book, links),
        notice: NoticeView {
            title: &notice.title,
            show_title: notice.layout.title,
            issuer: &notice.issuer,
            date: notice.date.into(),
            published: notice.published.map(|t| t.format("%Y-%m-%d %H:%M").to_string()),
            inspection: notice.inspection.as_ref().map(inspection),
            period_ends: notice.period_ends.map(Day::from),
            contact: notice.contact.as_ref().map(|c| Reach::of(c, Some(&notice.title))),
            record_date: summary.record_date.into(),
            next_update: NextUpdate::of(n, book),
            issues: Counts::of_issues(n, &summary.issues, book, links).all(format!("{progress}#issues")),
            measures: Counts::of_notice(n, &summary.measures, book, links)
                .all(format!("{progress}#measures")),
            edition: latest.and_then(|e| EditionView::of(n, e, book, links)),
            documents: Download::all(n, book, links),
            editions_href: latest.map(|_| links.page(Kind::Editions(n), book.site)),
            progress_href: progress,
        },
    };
    let head = Page::new(&notice.title, book.word("site-notice-description")).article(notice);
    (head.crumb(&notice.title, String::new()), view)
}

/// A notice with every issue in full, for a theme that gives issues no pages of their own.
#[derive(Serialize)]
pub struct Whole<'a> {
    #[serde(flatten)]
    page: NoticePage<'a>,
    details: Vec<IssueView<'a>>,
}

/// The page of notice `n` with its issues in full.
pub fn whole<'a>(n: usize, book: &'a Book<'_>, links: &Links) -> (Page, Whole<'a>) {
    let (head, page) = view(n, book, links);
    (head, Whole { page, details: issue::all(n, book, links) })
}

/// The text of notice `n`.
pub fn text(n: usize, book: &Book<'_>, links: &Links) -> Text {
    let notice = &book.site.notices[n];
    let writer = Writer { n, notice, book, links };
    Text { contents: writer.contents(&notice.outline), blocks: writer.blocks() }
}

/// Anchor of an issue on the notice's page.
pub fn issue_anchor(issue: &Issue) -> String {
    format!("i-{}", issue.id)
}

fn measure_anchor(issue: &Issue, measure: &Measure) -> String {
    format!("i-{}.{}", issue.id, measure.id)
}

fn inspection(i: &Inspection) -> InspectionView<'_> {
    InspectionView {
        by: &i.by,
        from: i.from.map(Day::from),
        to: i.to.map(Day::from),
        feedback: i.feedback.map(Day::from),
    }
}

struct Writer<'a, 'l, 'b> {
    n: usize,
    notice: &'a Notice,
    book: &'a Book<'b>,
    links: &'l Links,
}

/// Which issue of the notice comes next, and how deep.
struct Place {
    issue: usize,
    level: u8,
}

impl<'a> Writer<'a, '_, '_> {
    fn contents(&self, nodes: &'a [Node]) -> Vec<Entry> {
        nodes.iter().map(|node| self.entry(node)).collect()
    }

    fn entry(&self, node: &'a Node) -> Entry {
        let issues = self.notice.issues.iter().enumerate().filter(|(_, i)| i.under == node.id);
        let issue = |(at, i): (usize, &'a Issue)| IssueEntry {
            href: format!("#{}", issue_anchor(i)),
            number: self.book.issue_number(self.n, at),
            title: i.short_title().to_owned(),
        };
        Entry {
            id: format!("h-{}", node.id),
            number: self.heading_number(node),
            text: node.short_heading().to_owned(),
            children: self.contents(&node.children),
            issues: issues.map(issue).collect(),
        }
    }

    fn heading_number(&self, node: &Node) -> String {
        let n = self.book.notices[self.n].numbers.nodes.get(&node.id).copied().unwrap_or_default();
        printed(self.notice.numbering.of(node.level), n)
    }

    fn blocks(&self) -> Vec<Part> {
        let mut place = Place { issue: 0, level: 2 };
        let blocks = blocks(self.notice, &self.book.notices[self.n].numbers);
        blocks.into_iter().map(|block| self.part(block, &mut place)).collect()
    }

    fn part(&self, block: Block<'a>, place: &mut Place) -> Part {
        match block {
            Block::Title(text) => Part::Title { text: text.to_owned() },
            Block::Prose(prose) | Block::Postscript(prose) => Part::Prose { html: self.prose(prose) },
            Block::Heading { number, node, level } => {
                place.level = html_level(level);
                Part::Heading {
                    level: place.level,
                    id: format!("h-{}", node.id),
                    number,
                    text: node.heading.clone(),
                }
            }
            Block::Unprinted(node) => {
                place.level = html_level(node.level) - 1;
                Part::Anchor { id: format!("h-{}", node.id) }
            }
            Block::Issue { number, issue } => self.issue(number, issue, place),
            Block::IssueText(text) => Part::IssueText { html: format!("<p>{}</p>", escape(text)) },
            Block::Label(text) => Part::Label { text: text.to_owned() },
            Block::Measure { lead, measure, issue, .. } => Part::Measure {
                id: measure_anchor(issue, measure),
                html: html(&lead, &measure.text, self.book),
            },
            Block::Completion { label, text } => Part::Completion { text: format!("{label}{text}") },
            Block::Signature(text) => Part::Signature { text: text.to_owned() },
            Block::Date(text) => Part::Date { text },
        }
    }

    fn prose(&self, prose: &Prose) -> String {
        let name = prose.path.rsplit('/').next().unwrap_or_default().trim_end_matches(".md");
        markdown(&prose.text, 3, &format!("{name}-"), self.links, self.book)
    }

    fn issue(&self, number: String, issue: &'a Issue, place: &mut Place) -> Part {
        place.issue += 1;
        let status = history::issue_status(issue, self.notice.date, self.book.day);
        Part::Issue {
            level: place.level + 1,
            id: issue_anchor(issue),
            number,
            title: issue.title.clone(),
            href: self.links.page(Kind::Issue(self.n, place.issue - 1), self.book.site),
            status: Badge::of(status, self.book),
        }
    }
}

/// Parts are second-level headings under the title, and so on down.
fn html_level(level: Level) -> u8 {
    level as u8 + 2
}
