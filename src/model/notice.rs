//! 整改进展通报: one inspected body's document.

use crate::md;
use chrono::{NaiveDate, NaiveDateTime};

use super::translation::NoticeWords;
use super::{Edition, Issue, Layout, NodeId, Numbering, Redaction, Waiver, Withdrawal};
use crate::text::Span;

/// One notice, with its issues in official order.
#[derive(Debug, Clone)]
pub struct Notice {
    /// Folder name; its address.
    pub slug: String,
    /// Title as printed.
    pub title: String,
    /// Who signs it.
    pub issuer: String,
    /// The day printed under the signature.
    pub date: NaiveDate,
    /// When it went public, in the time of China.
    pub published: Option<NaiveDateTime>,
    /// The inspection it answers.
    pub inspection: Option<Inspection>,
    /// Last day of the concentrated rectification period.
    pub period_ends: Option<NaiveDate>,
    /// The day by which the issuer promises the next update.
    pub next_update_due: Option<NaiveDate>,
    /// The last day on which its text is public; in an edition, as that edition says.
    pub public_until: Option<NaiveDate>,
    /// Whom to call.
    pub contact: Option<Contact>,
    /// Who signed the text before publication.
    pub sign_off: Option<SignOff>,
    /// How its numbers are printed and counted.
    pub numbering: Numbering,
    /// What makes the text export exact.
    pub layout: Layout,
    /// Text before the outline.
    pub opening: Option<Prose>,
    /// Parts.
    pub outline: Vec<Node>,
    /// Text after the outline.
    pub closing: Option<Prose>,
    /// Lines under the signature and the date, each with what stands before it: 附注, 印发.
    pub postscript: Option<Prose>,
    /// Every issue, in the order of the outline and, within a heading, of file names.
    pub issues: Vec<Issue>,
    /// What has been published of it, oldest first; none in the notice of an edition.
    pub editions: Vec<Edition>,
    /// Files of its `evidence/` that an entry names, by name.
    pub attachments: Vec<Attachment>,
    /// Its words in other languages, in the order of `languages`.
    pub translations: Vec<NoticeWords>,
    /// Words taken out of it, oldest first.
    pub redactions: Vec<Redaction>,
    /// What was published and taken back, oldest first.
    pub withdrawn: Vec<Withdrawal>,
    /// Findings about it that may stand; no part of what is published.
    pub allow: Vec<Waiver>,
    /// Where `notice.yaml` begins.
    pub span: Span,
}

/// A published file of a notice.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Attachment {
    /// Its name.
    pub name: String,
    /// Its size in bytes.
    pub size: u64,
    /// Its width and height in pixels, where it is a picture.
    pub pixels: Option<(u32, u32)>,
}

impl Notice {
    /// Whether its prose or the explanation of an issue leads to an address, or shows the picture there.
    pub fn leads_to(&self, address: &str) -> bool {
        let nodes = self.nodes();
        let parts = nodes.iter().flat_map(|n| [&n.text, &n.closing]);
        let prose = [&self.opening, &self.closing, &self.postscript].into_iter().chain(parts).flatten();
        let mut texts = prose.map(|p| &p.text).chain(self.issues.iter().filter_map(|i| i.body.as_ref()));
        texts.any(|text| md::leads_to(text, address))
    }

    /// Every heading, each before its children.
    pub fn nodes(&self) -> Vec<&Node> {
        let mut out = Vec::new();
        let mut stack: Vec<&Node> = self.outline.iter().rev().collect();
        while let Some(node) = stack.pop() {
            out.push(node);
            stack.extend(node.children.iter().rev());
        }
        out
    }

    /// The heading of an id, with those above it, from the part down.
    pub fn path_to(&self, id: &NodeId) -> Vec<&Node> {
        fn walk<'a>(nodes: &'a [Node], id: &NodeId, path: &mut Vec<&'a Node>) -> bool {
            for node in nodes {
                path.push(node);
                if node.id == *id || walk(&node.children, id, path) {
                    return true;
                }
                path.pop();
            }
            false
        }
        let mut path = Vec::new();
        walk(&self.outline, id, &mut path);
        path
    }
}

/// 巡察
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Inspection {
    /// Which inspection team.
    pub by: String,
    /// First day.
    pub from: Option<NaiveDate>,
    /// Last day.
    pub to: Option<NaiveDate>,
    /// The day its findings were given.
    pub feedback: Option<NaiveDate>,
}

/// 审签: what was signed, and by whom.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SignOff {
    /// Digest of the text that was signed; a signature lapses when the text changes.
    pub digest: Option<String>,
    /// One signature for each role.
    pub by: Vec<Signature>,
    /// Where it is written.
    pub span: Span,
}

/// One signature.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Signature {
    /// The role, as `sign_off` in `site.yaml` names it.
    pub role: String,
    /// Who signed, by post or by an opaque key; never by name.
    pub post: String,
    /// The day.
    pub on: Option<NaiveDate>,
    /// Where it is written.
    pub span: Span,
}

/// 联系方式
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Contact {
    /// Telephone as printed.
    pub phone: Option<String>,
    /// Postal address.
    pub address: Option<String>,
    /// Mail address.
    pub email: Option<String>,
    /// Postcode.
    pub postcode: Option<String>,
    /// When the telephone is answered.
    pub hours: Option<String>,
}

/// How deep a heading stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Level {
    /// 一、
    Part,
    /// (一)
    Section,
    /// 1.
    Topic,
}

/// A heading of the outline, with what stands under it.
#[derive(Debug, Clone)]
pub struct Node {
    /// Id that issues name in `under`.
    pub id: NodeId,
    /// Depth.
    pub level: Level,
    /// Heading as printed, without its number.
    pub heading: String,
    /// A pinned number.
    pub number: Option<u32>,
    /// Whether the text prints the heading. One that is not printed takes no number: it holds issues of a notice that has
    /// no heading above them, and names them in lists.
    pub printed: bool,
    /// Prose straight after the heading.
    pub text: Option<Prose>,
    /// Prose after everything under the heading.
    pub closing: Option<Prose>,
    /// Headings one level down.
    pub children: Vec<Node>,
    /// Where it is written.
    pub span: Span,
}

impl Node {
    /// The heading without its final full stop, for pages.
    pub fn short_heading(&self) -> &str {
        super::without_stop(&self.heading)
    }
}

/// A Markdown text and where it came from; placeholders are filled already.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Prose {
    /// Path in the content folder.
    pub path: String,
    /// Markdown.
    pub text: String,
}
