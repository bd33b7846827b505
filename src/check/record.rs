//! A notice as its rules read it: every text in official order, beside the model.

use std::borrow::Cow;
use std::collections::BTreeSet;
use std::sync::{Arc, OnceLock};

use chrono::NaiveDate;

use super::items;
use super::passage::{Kind, Passage};
use crate::history::measure_status;
use crate::md;
use crate::model::document::blocks;
use crate::model::{Block, Issue, Measure, Notice, Numbers, Prose, Site, Unit};
use crate::zh::spelling::{Phrase, Speller};

/// What a rule sees.
#[derive(Debug)]
pub struct Record<'a> {
    /// The site, for its units and contact.
    pub site: &'a Site,
    /// The notice.
    pub notice: &'a Notice,
    /// Its numbers.
    pub numbers: Numbers,
    /// The day for which the record is read: later entries count for nothing.
    pub day: NaiveDate,
    /// What it has in common with the other notices of the site.
    pub common: Arc<Common>,
    /// Its texts: those that are printed in official order, what stands beside an issue or a measure straight after it.
    pub passages: Vec<Passage<'a>>,
}

impl<'a> Record<'a> {
    /// Reads a notice as it stands on a day.
    pub fn of(site: &'a Site, notice: &'a Notice, day: NaiveDate) -> Self {
        let numbers = Numbers::of(notice);
        let mut reader = Reader { notice, day, at: None, passages: Vec::new() };
        for block in blocks(notice, &numbers) {
            reader.block(block);
        }
        reader.head();
        let mut passages = reader.passages;
        items::mark(&mut passages);
        Self { site, notice, numbers, day, common: Arc::default(), passages }
    }

    /// The issue that a passage belongs to.
    pub fn issue_of(&self, p: &Passage<'_>) -> Option<&'a Issue> {
        self.notice.issues.get(p.issue?)
    }

    /// The measure that a passage belongs to.
    pub fn measure_of(&self, p: &Passage<'_>) -> Option<&'a Measure> {
        self.issue_of(p)?.measures.get(p.measure?)
    }

    /// The unit that answers for the measure of a passage.
    pub fn unit_of(&self, p: &Passage<'_>) -> Option<&'a Unit> {
        self.site.unit(self.measure_of(p)?.unit.as_ref()?)
    }

    /// The passages of some kind, each with its place.
    pub fn of_kind(&self, wanted: impl Fn(Kind<'a>) -> bool) -> impl Iterator<Item = (usize, &Passage<'a>)> {
        self.passages.iter().enumerate().filter(move |(_, p)| wanted(p.kind))
    }
}

/// What all notices of a site are read with; made when a rule first asks for it.
#[derive(Debug, Default)]
pub struct Common {
    names: OnceLock<Speller>,
}

impl Common {
    /// The names of the site's units, made ready to look for.
    pub fn names(&self, site: &Site) -> &Speller {
        self.names.get_or_init(|| {
            let names: BTreeSet<&str> = site.units.iter().flat_map(Unit::names).collect();
            // 资产公可 is too short to be told by its other characters, and no word.
            let typed = |name: &str| name.strip_suffix("公司").map(|own| format!("{own}公可"));
            let phrase = |name| Phrase { wrong: typed(name).into_iter().collect(), ..Phrase::plain(name) };
            Speller::new(names.into_iter().map(phrase).collect())
        })
    }
}

struct Reader<'a> {
    notice: &'a Notice,
    day: NaiveDate,
    /// The issue that is read.
    at: Option<usize>,
    passages: Vec<Passage<'a>>,
}

impl<'a> Reader<'a> {
    fn block(&mut self, block: Block<'a>) {
        match block {
            Block::Title(text) => self.push(text, Kind::Title, String::new()),
            Block::Prose(prose) | Block::Postscript(prose) => self.prose(prose),
            Block::Heading { level: _, number, node } => {
                self.push(node.heading.as_str(), Kind::Heading(node), number);
            }
            Block::Unprinted(node) => self.push(node.heading.as_str(), Kind::Heading(node), String::new()),
            Block::Issue { number, issue } => self.issue(number, issue),
            Block::Measure { lead, measure, issue, .. } => self.measure(lead, measure, issue),
            Block::Completion { label: _, text } => self.push(text, Kind::Field("completion"), String::new()),
            Block::Signature(text) => self.push(text, Kind::Issuer, String::new()),
            Block::IssueText(_) | Block::Label(_) | Block::Date(_) => {}
        }
    }

    fn push(&mut self, text: impl Into<Cow<'a, str>>, kind: Kind<'a>, number: String) {
        let issue = match kind {
            Kind::Prose(..) | Kind::Heading(_) | Kind::Title | Kind::Issuer => None,
            _ => self.at,
        };
        self.passages.push(Passage {
            text: text.into(),
            kind,
            number,
            issue,
            measure: None,
            status: None,
            written: self.notice.date,
            points: Vec::new(),
            dates: OnceLock::new(),
            changes: OnceLock::new(),
        });
    }

    fn prose(&mut self, prose: &'a Prose) {
        for (line, text) in md::lines(&prose.text).into_iter().enumerate() {
            self.push(text, Kind::Prose(&prose.path, line), String::new());
        }
    }

    fn issue(&mut self, number: String, issue: &'a Issue) {
        self.at = Some(self.at.map_or(0, |at| at + 1));
        self.push(issue.title.as_str(), Kind::Issue, number);
        let fields = [
            ("original", &issue.original),
            ("goal", &issue.goal),
            ("lead", &issue.lead),
            ("text", &issue.text),
            ("label", &issue.label),
        ];
        for (name, text) in fields {
            self.optional(text, Kind::Field(name));
        }
        for (at, e) in issue.extensions.iter().enumerate() {
            self.push(e.why.as_str(), Kind::After("extensions", at, "why"), String::new());
        }
        for (at, c) in issue.closed.iter().enumerate() {
            self.optional(&c.by, Kind::After("closed", at, "by"));
            self.optional(&c.document, Kind::After("closed", at, "document"));
        }
        for (at, r) in issue.reopened.iter().enumerate() {
            self.push(r.why.as_str(), Kind::After("reopened", at, "why"), String::new());
        }
        for (at, l) in issue.look_back.iter().enumerate() {
            self.optional(&l.by, Kind::After("look_back", at, "by"));
            self.optional(&l.finding, Kind::After("look_back", at, "finding"));
        }
        if let Some(body) = &issue.body {
            self.push(md::lines(body).join("\n"), Kind::Explanation, String::new());
        }
    }

    fn optional(&mut self, text: &'a Option<String>, kind: Kind<'a>) {
        if let Some(text) = text {
            self.push(text.as_str(), kind, String::new());
        }
    }

    fn measure(&mut self, lead: String, measure: &'a Measure, issue: &'a Issue) {
        let first = self.passages.len();
        self.push(measure.text.as_str(), Kind::Measure, lead);
        let day = self.day;
        for (at, u) in measure.updates.iter().enumerate().filter(|(_, u)| u.date <= day) {
            let from = self.passages.len();
            self.optional(&u.text, Kind::Update(at));
            self.optional(&u.reason, Kind::Reason(at));
            for (n, e) in u.evidence.iter().enumerate() {
                self.push(e.title.as_str(), Kind::Evidence(at, n), String::new());
            }
            self.passages[from..].iter_mut().for_each(|p| p.written = u.date);
        }
        let place = issue.measures.iter().position(|m| std::ptr::eq(m, measure));
        let status = measure_status(measure, self.notice.date, self.day);
        for p in &mut self.passages[first..] {
            (p.measure, p.status) = (place, status);
        }
    }

    /// What `notice.yaml` says beside what is printed in its place.
    fn head(&mut self) {
        self.at = None;
        let notice = self.notice;
        if !notice.layout.title {
            self.push(notice.title.as_str(), Kind::Title, String::new());
        }
        if !notice.layout.signature {
            self.push(notice.issuer.as_str(), Kind::Issuer, String::new());
        }
        if let Some(inspection) = &notice.inspection {
            self.push(inspection.by.as_str(), Kind::Inspector, String::new());
        }
        if let Some(c) = &notice.contact {
            self.optional(&c.phone, Kind::Contact("phone"));
            self.optional(&c.address, Kind::Contact("address"));
            self.optional(&c.email, Kind::Contact("email"));
            self.optional(&c.postcode, Kind::Contact("postcode"));
            self.optional(&c.hours, Kind::Contact("hours"));
        }
        for (completion, text) in [(false, &notice.numbering.label), (true, &notice.numbering.completion)] {
            self.push(text.as_str(), Kind::Label(completion), String::new());
        }
    }
}
