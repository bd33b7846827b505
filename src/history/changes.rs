//! What changed from one state of a notice to another, by the ids that are stable for ever.

use chrono::NaiveDate;

use super::events::events;
use super::heads::{FieldChange, fields};
use super::hidden::corrected_unseen;
use super::printed;
use super::words::{Piece, difference};
use super::{measure_status, tally_issues, tally_measures};
use crate::model::texts::translated_texts;
use crate::model::{
    CloseOut, Issue, IssueId, IssueRef, LookBack, Measure, MeasureId, Notice, Reopening, Status, Tally,
    UnitId, Update, Withdrawal,
};
use crate::zh::date;

/// A notice at a moment: as it stood, and the day on which its statuses are read.
#[derive(Clone, Copy)]
pub struct State<'a> {
    /// The notice.
    pub notice: &'a Notice,
    /// The day.
    pub day: NaiveDate,
}

/// What changed between two states.
#[derive(Debug)]
pub struct Changes<'a> {
    /// Fields of the notice: the promise of an update, the contact, the inspection.
    pub fields: Vec<FieldChange>,
    /// Title, signature, date, and prose that was reworded.
    pub text: Vec<Vec<Piece>>,
    /// Issue by issue, in the order of the later notice; issues that are gone come last.
    pub issues: Vec<IssueChanges<'a>>,
    /// Issues by status then and now.
    pub issue_totals: (Tally, Tally),
    /// Measures by status then and now.
    pub measure_totals: (Tally, Tally),
    /// The note of a correction whose old words are not repeated here.
    pub corrected: Option<&'a str>,
}

/// What changed in one issue.
#[derive(Debug)]
pub struct IssueChanges<'a> {
    /// Its id.
    pub id: &'a IssueId,
    /// Its title now, or the last it had.
    pub title: &'a str,
    /// The changes.
    pub changes: Vec<Change<'a>>,
}

/// One change.
#[derive(Debug)]
pub enum Change<'a> {
    /// The issue is new.
    Added,
    /// The issue is gone.
    Removed,
    /// It was closed out.
    Closed(&'a CloseOut),
    /// It was opened again; without an entry where a close-out is gone and nothing says why.
    Reopened(Option<&'a Reopening>),
    /// Someone went back to look whether it holds.
    LookedBack(&'a LookBack),
    /// It now says which older issue it repeats, or no longer does.
    Recurs(Option<&'a IssueRef>),
    /// It hangs on another heading: the heading then and now.
    Under(&'a str, &'a str),
    /// Its deadline moved; why, where an extension says.
    Due {
        /// Then.
        from: Option<NaiveDate>,
        /// Now.
        to: Option<NaiveDate>,
        /// The reason that the extension gives.
        why: Option<&'a str>,
    },
    /// Its title, another field or its explanation was reworded.
    Reworded(Vec<Piece>),
    /// A measure is new.
    MeasureAdded(&'a Measure),
    /// A measure is gone; its text, unless that is not to be repeated.
    MeasureRemoved(&'a MeasureId, Option<&'a str>),
    /// A measure was reworded.
    MeasureReworded(&'a MeasureId, Vec<Piece>),
    /// Other units answer for a measure.
    Assigned {
        /// The measure.
        id: &'a MeasureId,
        /// Then.
        from: Units<'a>,
        /// Now.
        to: Units<'a>,
    },
    /// The status of a measure moved.
    Moved {
        /// The measure.
        id: &'a MeasureId,
        /// Then.
        from: Option<Status>,
        /// Now.
        to: Option<Status>,
    },
    /// The issue, a measure or an entry was withdrawn; what it said is not repeated.
    Withdrawn(&'a Withdrawal),
    /// An entry is new.
    Update(&'a MeasureId, &'a Update),
    /// An entry is new and was wrong; its words are not repeated, only what the entry that corrects it gives as reason.
    Corrected(&'a MeasureId, &'a Update, Option<&'a str>),
}

/// Who answers for a measure: the unit that leads, and those that help.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Units<'a> {
    /// The unit that leads.
    pub unit: Option<&'a UnitId>,
    /// Those that help.
    pub with: &'a [UnitId],
}

impl<'a> Units<'a> {
    fn of(measure: &'a Measure) -> Self {
        Self { unit: measure.unit.as_ref(), with: &measure.with }
    }
}

impl Changes<'_> {
    /// Whether nothing changed.
    pub fn is_empty(&self) -> bool {
        self.fields.is_empty() && self.text.is_empty() && self.issues.is_empty()
    }
}

/// Compares two states of one notice.
pub fn changes<'a>(then: State<'a>, now: State<'a>) -> Changes<'a> {
    let before = |now: &Issue| then.notice.issues.iter().find(|i| i.id == now.id || was(now, &i.id));
    let kept = now.notice.issues.iter().map(|issue| (before(issue), Some(issue)));
    let stays = |old: &Issue| now.notice.issues.iter().any(|i| i.id == old.id || was(i, &old.id));
    let gone = then.notice.issues.iter().filter(|i| !stays(i));
    let pairs = kept.chain(gone.map(|issue| (Some(issue), None)));
    let mut found = Changes {
        fields: fields(then.notice, now.notice),
        text: text(then.notice, now.notice),
        issues: pairs.filter_map(|(a, b)| issue(a, b, then, now)).collect(),
        issue_totals: (issues_of(then), issues_of(now)),
        measure_totals: (measures_of(then), measures_of(now)),
        corrected: None,
    };
    // Numbers follow what is added and taken out; they are told where nothing else is.
    if found.is_empty() {
        found.text.extend(printed::renumbered(then.notice, now.notice));
    }
    found
}

/// Whether an issue had this id before it was renamed.
fn was(issue: &Issue, id: &IssueId) -> bool {
    issue.aliases.iter().any(|old| old.id == *id)
}

fn issues_of(s: State<'_>) -> Tally {
    tally_issues(&s.notice.issues, s.notice.date, s.day)
}

fn measures_of(s: State<'_>) -> Tally {
    tally_measures(s.notice.issues.iter().flat_map(|i| &i.measures), s.notice.date, s.day)
}

fn text(then: &Notice, now: &Notice) -> Vec<Vec<Piece>> {
    let (a, b) = (texts(then, now), texts(now, then));
    let keys: Vec<&String> = b.iter().map(|(key, _)| key).collect();
    let gone = a.iter().filter(|(key, _)| !keys.contains(&key));
    let old = |key: &str| a.iter().find(|(k, _)| k == key).map_or("", |(_, text)| text);
    let pairs =
        b.iter().map(|(key, new)| (old(key), new.as_str())).chain(gone.map(|(_, text)| (text.as_str(), "")));
    pairs.filter(|(a, b)| a != b).map(|(a, b)| difference(a, b)).collect()
}

/// What a notice says outside its issues, by place, and all that it says in each language in which the other says something.
/// A translation that is new is a field that changed; it would repeat everything.
fn texts(n: &Notice, other: &Notice) -> Vec<(String, String)> {
    let mut out = vec![
        ("title".to_owned(), n.title.clone()),
        ("signature".to_owned(), format!("{} {}", n.issuer, date(n))),
        ("labels".to_owned(), printed::labels(&n.numbering)),
    ];
    for node in n.nodes() {
        out.push((format!("heading {}", node.id), node.heading.clone()));
    }
    let nodes = n.nodes();
    let prose = nodes.iter().flat_map(|n| n.text.iter().chain(&n.closing));
    for prose in n.opening.iter().chain(prose).chain(&n.closing).chain(&n.postscript) {
        out.push((prose.path.clone(), prose.text.trim_end().to_owned()));
    }
    for words in &n.translations {
        if other.translations.iter().any(|same| same.language == words.language) {
            out.extend(translated_texts(words));
        }
    }
    out
}

/// The date as printed, or as documents print one where the text has none.
fn date(n: &Notice) -> String {
    let printed = n.layout.date_form.print(n.date);
    if printed.is_empty() { date::long(n.date) } else { printed }
}

fn issue<'a>(
    then: Option<&'a Issue>,
    now: Option<&'a Issue>,
    a: State<'a>,
    b: State<'a>,
) -> Option<IssueChanges<'a>> {
    let shown = now.or(then)?;
    let changes = match (then, now) {
        (None, Some(_)) => vec![Change::Added],
        (Some(old), None) => {
            vec![taken_back(b, &old.id, None, None).map_or(Change::Removed, Change::Withdrawn)]
        }
        (Some(old), Some(new)) => both(old, new, a, b),
        (None, None) => Vec::new(),
    };
    let unseen = matches!(changes.as_slice(), [Change::Withdrawn(_)]) && now.is_none();
    let title = if unseen { shown.id.as_str() } else { shown.short_title() };
    (!changes.is_empty()).then_some(IssueChanges { id: &shown.id, title, changes })
}

fn both<'a>(old: &'a Issue, new: &'a Issue, a: State<'a>, b: State<'a>) -> Vec<Change<'a>> {
    let mut out = events(old, new, a, b);
    let heading =
        |s: State<'a>, issue: &Issue| s.notice.path_to(&issue.under).last().map_or("", |n| n.short_heading());
    if old.under != new.under {
        out.push(Change::Under(heading(a, old), heading(b, new)));
    }
    for (old, new) in words(old).into_iter().zip(words(new)).filter(|(a, b)| a != b) {
        out.push(Change::Reworded(difference(old, new)));
    }
    for measure in &new.measures {
        match old.measures.iter().find(|m| m.id == measure.id) {
            Some(before) => out.extend(same_measure(before, measure, a, b)),
            None => out.push(Change::MeasureAdded(measure)),
        }
    }
    let gone = old.measures.iter().filter(|m| !new.measures.iter().any(|n| n.id == m.id));
    out.extend(gone.map(|m| {
        let removed = Change::MeasureRemoved(&m.id, Some(&m.text));
        taken_back(b, &new.id, Some(&m.id), None).map_or(removed, Change::Withdrawn)
    }));
    for before in &old.measures {
        let now = new.measures.iter().find(|m| m.id == before.id);
        let gone =
            before.updates.iter().filter(|u| now.is_some_and(|m| m.updates.iter().all(|n| n.id != u.id)));
        let back = gone.filter_map(|u| taken_back(b, &new.id, Some(&before.id), Some(&u.id)));
        out.extend(back.map(Change::Withdrawn));
    }
    out
}

/// The withdrawal that says why something is gone from the later state. An issue may be named by an id of before.
fn taken_back<'a>(
    b: State<'a>,
    issue: &IssueId,
    measure: Option<&MeasureId>,
    update: Option<&str>,
) -> Option<&'a Withdrawal> {
    let renamed = b.notice.issues.iter().find(|i| i.id == *issue).map(|i| i.aliases.as_slice());
    let mut ids = std::iter::once(issue).chain(renamed.unwrap_or_default().iter().map(|a| &a.id));
    ids.find_map(|id| b.notice.withdrawn.iter().find(|w| w.covers(id, measure, update)))
}

/// The words of an issue besides its measures.
fn words(i: &Issue) -> [&str; 8] {
    [
        &i.title,
        i.original.as_deref().unwrap_or_default(),
        i.goal.as_deref().unwrap_or_default(),
        i.lead.as_deref().unwrap_or_default(),
        i.text.as_deref().unwrap_or_default(),
        i.label.as_deref().unwrap_or_default(),
        i.completion.as_deref().unwrap_or_default(),
        i.body.as_deref().unwrap_or_default(),
    ]
}

fn same_measure<'a>(old: &'a Measure, new: &'a Measure, a: State<'a>, b: State<'a>) -> Vec<Change<'a>> {
    let mut out = Vec::new();
    if old.text != new.text {
        out.push(Change::MeasureReworded(&new.id, difference(&old.text, &new.text)));
    }
    let (from, to) = (Units::of(old), Units::of(new));
    if from != to {
        out.push(Change::Assigned { id: &new.id, from, to });
    }
    let (from, to) = (measure_status(old, a.notice.date, a.day), measure_status(new, b.notice.date, b.day));
    if from != to {
        out.push(Change::Moved { id: &new.id, from, to });
    }
    let then = |u: &Update| old.updates.iter().any(|o| o.id == u.id && o.date <= a.day);
    let added = new.updates.iter().filter(|u| u.date <= b.day && !then(u));
    out.extend(added.map(|u| match corrected_unseen(u, &new.updates) {
        Some(right) => Change::Corrected(&new.id, u, right.reason.as_deref()),
        None => Change::Update(&new.id, u),
    }));
    out
}
