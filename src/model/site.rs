//! 公开网站: everything under `content/`.

use super::{Contact, Notice, Prose, UnitId};
use crate::text::Span;

/// The whole record.
#[derive(Debug, Clone)]
pub struct Site {
    /// `site.yaml`.
    pub settings: Settings,
    /// Responsible bodies, in the order of `site.yaml`.
    pub units: Vec<Unit>,
    /// Notices, newest first.
    pub notices: Vec<Notice>,
    /// Other pages (`pages/*.md`), by natural order of file names.
    pub pages: Vec<Page>,
}

impl Site {
    /// The unit of an id; loading has made sure that every id in use is defined.
    pub fn unit(&self, id: &UnitId) -> Option<&Unit> {
        self.units.iter().find(|u| u.id == *id)
    }
}

/// Settings of the site as a whole.
#[derive(Debug, Clone, Default)]
pub struct Settings {
    /// Name of the site.
    pub title: String,
    /// Absolute address it is published at, with a final `/`; feeds and the sitemap need it.
    pub base_url: Option<String>,
    /// Language of the pages (BCP 47).
    pub language: String,
    /// Theme by name.
    pub theme: String,
    /// How links are written.
    pub links: Links,
    /// Who answers for the site.
    pub contact: Option<Contact>,
    /// 网站标识码
    pub site_id: Option<String>,
    /// ICP record.
    pub icp: Option<String>,
    /// Public-security record.
    pub police_record: Option<String>,
}

/// How links to pages are written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Links {
    /// `notices/x/`, for a web server.
    #[default]
    Folder,
    /// `notices/x/index.html`, so that the site works from `file://`.
    File,
}

/// 责任单位
#[derive(Debug, Clone)]
pub struct Unit {
    /// Id in content and addresses.
    pub id: UnitId,
    /// Full name.
    pub name: String,
    /// Other names it goes by.
    pub aliases: Vec<String>,
    /// Where it is defined.
    pub span: Span,
}

/// A page that is not part of a notice.
#[derive(Debug, Clone)]
pub struct Page {
    /// File name without `.md`; its address.
    pub slug: String,
    /// Title.
    pub title: String,
    /// Markdown.
    pub body: Prose,
}
