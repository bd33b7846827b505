//! 公开网站: everything under `content/`.

use std::sync::Arc;

use super::{Contact, Document, Expired, Notice, Prose, Translation, UnitId};
use crate::text::Span;
use crate::zh::spelling::Speller;

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
    /// Notices whose term has ended, on the day for which the site is built.
    pub expired: Vec<Expired>,
    /// The words of its other languages, in the order of `languages`.
    pub translations: Vec<Translation>,
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
    /// The other languages in which the site is there.
    pub languages: Vec<String>,
    /// The language of the original, where this is a translation.
    pub original: Option<String>,
    /// Theme by name.
    pub theme: String,
    /// Where the theme is named, if it is.
    pub theme_span: Option<Span>,
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
    /// How grave findings of single rules are here, in the order written.
    pub checks: Vec<Check>,
    /// Roles that have to sign before an edition is published; none where the office asks for no signature.
    pub sign_off: Vec<String>,
    /// Documents beside the page of each notice, in the order written.
    pub documents: Vec<Document>,
    /// Under which licence the record is open data; without one it is not.
    pub open_data: Option<OpenData>,
    /// `phrases.txt`: phrases that must be exact; without the file, those that the program brings along.
    pub phrases: Option<Arc<Speller>>,
}

impl Settings {
    /// The folder in which the pages of a translation stand, with its slash; empty for the original.
    pub fn folder(&self) -> String {
        self.original.as_ref().map(|_| format!("{}/", self.language)).unwrap_or_default()
    }
}

/// 开放数据: the terms under which anyone may use the record.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OpenData {
    /// The licence by its usual name, `CC-BY-4.0`.
    pub licence: String,
    /// Where its text stands.
    pub licence_url: Option<String>,
}

/// How grave the findings of one rule are on this site.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Check {
    /// The rule's name.
    pub rule: String,
    /// How grave.
    pub level: CheckLevel,
    /// Where the rule is named.
    pub span: Span,
}

/// How grave a site takes the findings of a rule.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CheckLevel {
    /// Not looked for.
    Off,
    /// Worth knowing.
    Note,
    /// A person should look.
    Warning,
    /// Stops a build.
    Error,
}

impl CheckLevel {
    /// Every level, from least to most grave.
    pub const ALL: [Self; 4] = [Self::Off, Self::Note, Self::Warning, Self::Error];

    /// The key in `site.yaml`.
    pub fn key(self) -> &'static str {
        match self {
            Self::Off => "off",
            Self::Note => "note",
            Self::Warning => "warning",
            Self::Error => "error",
        }
    }

    /// Reads a key.
    pub fn from_key(key: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|level| level.key() == key)
    }
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

impl Unit {
    /// Every name by which it may be called: the full one first.
    pub fn names(&self) -> impl Iterator<Item = &str> {
        std::iter::once(&self.name).chain(&self.aliases).map(String::as_str)
    }
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
