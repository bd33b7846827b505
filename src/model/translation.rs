//! The record in a second language: words that stand in for those of the record, wherever there are any. What has none
//! stays as it is. Numbers, dates, states and order are the record's own, so a translation can change none of them.

use std::collections::HashMap;

use super::{
    Contact, Issue, IssueId, Measure, MeasureId, Node, NodeId, Notice, Numbering, Prose, Settings, Site,
    UnitId,
};

/// The words of one language beside those of its notices, which each notice holds itself, since its editions freeze them.
#[derive(Debug, Clone, Default)]
pub struct Translation {
    /// Its tag (BCP 47), which is the folder of its pages as well.
    pub language: String,
    /// Name of the site.
    pub title: Option<String>,
    /// Who answers for the site, in full.
    pub contact: Option<Contact>,
    /// Names of units.
    pub units: HashMap<UnitId, String>,
    /// Title and text of other pages, by address.
    pub pages: HashMap<String, (String, Prose)>,
}

/// The words of a notice in one language.
#[derive(Debug, Clone, Default)]
pub struct NoticeWords {
    /// The language's tag.
    pub language: String,
    /// Title.
    pub title: Option<String>,
    /// Who signs.
    pub issuer: Option<String>,
    /// Who inspected.
    pub inspected_by: Option<String>,
    /// Whom to call, in full.
    pub contact: Option<Contact>,
    /// How its numbers are printed.
    pub numbering: Option<Numbering>,
    /// Headings.
    pub headings: HashMap<NodeId, String>,
    /// Prose, by the name of the original's file.
    pub prose: HashMap<String, Prose>,
    /// Issues.
    pub issues: HashMap<IssueId, IssueWords>,
}

/// The words of an issue.
#[derive(Debug, Clone, Default)]
pub struct IssueWords {
    /// Title.
    pub title: Option<String>,
    /// The inspection's own wording.
    pub original: Option<String>,
    /// The aim.
    pub goal: Option<String>,
    /// The leader, by post.
    pub lead: Option<String>,
    /// Paragraphs before the label.
    pub text: Option<String>,
    /// The label.
    pub label: Option<String>,
    /// The completion line.
    pub completion: Option<String>,
    /// The explanation.
    pub body: Option<String>,
    /// Measures.
    pub measures: HashMap<MeasureId, MeasureWords>,
    /// Why each extension was granted, in the order of the original.
    pub extensions: Vec<Option<String>>,
    /// Of each close-out, who and by which document.
    pub closed: Vec<(Option<String>, Option<String>)>,
    /// Why the issue was opened again, each time.
    pub reopened: Vec<Option<String>>,
    /// Of each look back, who and what was found.
    pub look_back: Vec<(Option<String>, Option<String>)>,
}

/// The words of a measure.
#[derive(Debug, Clone, Default)]
pub struct MeasureWords {
    /// Its text.
    pub text: Option<String>,
    /// Entries by id.
    pub updates: HashMap<String, EntryWords>,
}

/// The words of an entry.
#[derive(Debug, Clone, Default)]
pub struct EntryWords {
    /// What was done.
    pub text: Option<String>,
    /// Why it corrects another.
    pub reason: Option<String>,
    /// Titles of what proves it, in the order of the original.
    pub evidence: Vec<String>,
}

impl Translation {
    /// The site in this language. Its pages stand in a folder of their own; what is the same in every language (documents,
    /// data) stays with the original.
    pub fn of(&self, site: &Site) -> Site {
        let mut site = site.clone();
        self.settings(&mut site.settings);
        for unit in &mut site.units {
            put(&mut unit.name, self.units.get(&unit.id));
        }
        for page in &mut site.pages {
            if let Some((title, body)) = self.pages.get(&page.slug) {
                (page.title, page.body) = (title.clone(), body.clone());
            }
        }
        site.notices.iter_mut().for_each(|notice| notice.translate(&self.language));
        site
    }

    fn settings(&self, settings: &mut Settings) {
        let original = std::mem::replace(&mut settings.language, self.language.clone());
        settings.languages.retain(|other| *other != self.language);
        settings.languages.insert(0, original.clone());
        settings.original = Some(original);
        settings.base_url = settings.base_url.take().map(|base| format!("{base}{}/", self.language));
        put(&mut settings.title, self.title.as_ref());
        put_over(&mut settings.contact, self.contact.as_ref());
        settings.documents.clear();
        settings.open_data = None;
    }
}

impl Notice {
    /// Puts the words of a language over its own, where it has any.
    pub fn translate(&mut self, language: &str) {
        let all = std::mem::take(&mut self.translations);
        all.iter().filter(|words| words.language == language).for_each(|words| words.put_into(self));
        self.translations = all;
    }
}

impl NoticeWords {
    fn put_into(&self, notice: &mut Notice) {
        put(&mut notice.title, self.title.as_ref());
        put(&mut notice.issuer, self.issuer.as_ref());
        if let Some(inspection) = &mut notice.inspection {
            put(&mut inspection.by, self.inspected_by.as_ref());
        }
        put_over(&mut notice.contact, self.contact.as_ref());
        put(&mut notice.numbering, self.numbering.as_ref());
        for prose in [&mut notice.opening, &mut notice.closing, &mut notice.postscript].into_iter().flatten()
        {
            self.prose(prose);
        }
        self.nodes(&mut notice.outline);
        for issue in &mut notice.issues {
            if let Some(words) = self.issues.get(&issue.id) {
                words.put_into(issue);
            }
        }
    }

    fn nodes(&self, nodes: &mut [Node]) {
        for node in nodes {
            put(&mut node.heading, self.headings.get(&node.id));
            for prose in [&mut node.text, &mut node.closing].into_iter().flatten() {
                self.prose(prose);
            }
            self.nodes(&mut node.children);
        }
    }

    fn prose(&self, prose: &mut Prose) {
        let name = prose.path.rsplit('/').next().unwrap_or_default();
        if let Some(words) = self.prose.get(name) {
            *prose = words.clone();
        }
    }
}

impl IssueWords {
    fn put_into(&self, issue: &mut Issue) {
        put(&mut issue.title, self.title.as_ref());
        put_over(&mut issue.original, self.original.as_ref());
        put_over(&mut issue.goal, self.goal.as_ref());
        put_over(&mut issue.lead, self.lead.as_ref());
        put_over(&mut issue.text, self.text.as_ref());
        put_over(&mut issue.label, self.label.as_ref());
        put_over(&mut issue.completion, self.completion.as_ref());
        put_over(&mut issue.body, self.body.as_ref());
        for (extension, why) in issue.extensions.iter_mut().zip(&self.extensions) {
            put(&mut extension.why, why.as_ref());
        }
        for (closed, (by, document)) in issue.closed.iter_mut().zip(&self.closed) {
            put_over(&mut closed.by, by.as_ref());
            put_over(&mut closed.document, document.as_ref());
        }
        for (again, why) in issue.reopened.iter_mut().zip(&self.reopened) {
            put(&mut again.why, why.as_ref());
        }
        for (look, (by, finding)) in issue.look_back.iter_mut().zip(&self.look_back) {
            put_over(&mut look.by, by.as_ref());
            put_over(&mut look.finding, finding.as_ref());
        }
        for measure in &mut issue.measures {
            if let Some(words) = self.measures.get(&measure.id) {
                words.put_into(measure);
            }
        }
    }
}

impl MeasureWords {
    fn put_into(&self, measure: &mut Measure) {
        put(&mut measure.text, self.text.as_ref());
        for update in &mut measure.updates {
            let Some(words) = self.updates.get(&update.id) else { continue };
            put_over(&mut update.text, words.text.as_ref());
            put_over(&mut update.reason, words.reason.as_ref());
            for (evidence, title) in update.evidence.iter_mut().zip(&words.evidence) {
                put(&mut evidence.title, Some(title));
            }
        }
    }
}

fn put<T: Clone>(into: &mut T, words: Option<&T>) {
    if let Some(words) = words {
        into.clone_from(words);
    }
}

/// Stands in for what is there; what the record does not have a translation does not add.
fn put_over<T: Clone>(into: &mut Option<T>, words: Option<&T>) {
    if let (Some(into), Some(words)) = (into, words) {
        into.clone_from(words);
    }
}
