//! One issue: where it stands, what was done, and how to respond.

use serde::Serialize;

use super::after::{After, Correction, NextUpdate};
use super::book::Book;
use super::edition::LastChange;
use super::evidence::{Proof, proofs};
use super::gone::WithdrawnPart;
use super::notice::issue_anchor;
use super::page::Page;
use super::paragraphs::{html, markdown};
use super::parts::{Day, Link, Links, Reach, State, UnitLink};
use crate::history;
use crate::model::{Extension, Issue, Measure, UnitId, Update};
use crate::plan::Kind;

/// The page of an issue.
#[derive(Serialize)]
pub struct IssuePage<'a> {
    issue: IssueView<'a>,
}

/// An issue with all that is known of it.
#[derive(Serialize)]
pub struct IssueView<'a> {
    number: String,
    title: &'a str,
    notice_title: &'a str,
    notice_href: String,
    path: Vec<&'a str>,
    status: State<'a>,
    overdue: bool,
    due: Option<Day>,
    due_now: Option<Day>,
    extensions: Vec<Moved<'a>>,
    units: Vec<UnitLink<'a>>,
    lead: Option<&'a str>,
    original: Option<&'a str>,
    goal: Option<&'a str>,
    text_html: Option<String>,
    label: &'a str,
    completion: Option<String>,
    after: After<'a>,
    next_update: Option<NextUpdate>,
    changed: Option<LastChange>,
    measures: Vec<MeasureView<'a>>,
    body_html: Option<String>,
    withdrawn: Vec<WithdrawnPart<'a>>,
    prev: Option<Link<'a>>,
    next: Option<Link<'a>>,
    position: usize,
    count: usize,
    contact: Option<Reach<'a>>,
    /// The same as data, where the record is open.
    data_href: Option<String>,
    updated: Day,
}

#[derive(Serialize)]
struct Moved<'a> {
    on: Day,
    to: Day,
    why: &'a str,
}

#[derive(Serialize)]
struct MeasureView<'a> {
    id: &'a str,
    number: String,
    html: String,
    status: State<'a>,
    unit: Option<UnitLink<'a>>,
    with: Vec<UnitLink<'a>>,
    updates: Vec<Entry<'a>>,
}

#[derive(Serialize)]
struct Entry<'a> {
    id: String,
    date: Day,
    status: Option<State<'a>>,
    text: Option<&'a str>,
    evidence: Vec<Proof<'a>>,
    correction: Option<Correction<'a>>,
}

/// The page of issue `i` of notice `n`.
pub fn view<'a>(n: usize, i: usize, book: &'a Book<'_>, links: &Links) -> (Page, IssuePage<'a>) {
    let notice = &book.site.notices[n];
    let issue = &notice.issues[i];
    let notice_href = links.page(Kind::Notice(n), book.site);
    let number = book.issue_number(n, i);
    let subject = format!("{number}{}", issue.short_title());
    let description = issue.original.clone().unwrap_or_else(|| subject.clone());
    let head = Page::new(issue.short_title(), description)
        .crumb(&notice.title, notice_href.clone())
        .crumb(crumb(&number, issue), String::new())
        .article(notice);
    let contact = notice.contact.as_ref().or(book.site.settings.contact.as_ref());
    let label = issue.label.as_deref().unwrap_or(&notice.numbering.label);
    let view = IssueView {
        number,
        title: issue.short_title(),
        notice_title: &notice.title,
        notice_href: format!("{notice_href}#{}", issue_anchor(issue)),
        path: notice.path_to(&issue.under).iter().map(|n| n.short_heading()).collect(),
        status: State::of(history::issue_status(issue, notice.date, book.day), book),
        overdue: history::is_overdue(issue, notice.date, book.day),
        due: issue.due.map(Day::from),
        due_now: issue.due_on(book.day).map(Day::from),
        extensions: issue.extensions.iter().filter(|e| e.on <= book.day).map(moved).collect(),
        units: issue
            .answering()
            .into_iter()
            .filter_map(|(u, helps)| UnitLink::of(u, helps, book, links))
            .collect(),
        lead: issue.lead.as_deref(),
        original: issue.original.as_deref(),
        goal: issue.goal.as_deref(),
        text_html: issue.text.as_ref().map(|t| html("", t, book)),
        label: label.trim_end_matches([':', '：']),
        completion: issue.completion.as_ref().map(|t| format!("{}{t}", notice.numbering.completion)),
        after: After::of(n, i, book, links),
        next_update: NextUpdate::of(n, book),
        changed: LastChange::of(n, book, links),
        measures: measures(n, i, book, links),
        body_html: issue.body.as_ref().map(|b| markdown(b, 3, "", links, book)),
        withdrawn: WithdrawnPart::all(n, i, book),
        prev: i.checked_sub(1).and_then(|at| neighbour(n, at, book, links)),
        next: neighbour(n, i + 1, book, links),
        position: i + 1,
        count: notice.issues.len(),
        contact: contact.map(|c| Reach::of(c, Some(&format!("{subject} - {}", notice.title)))),
        data_href: book.makes_data().then(|| links.page(Kind::IssueData(n, i), book.site)),
        updated: history::issue_date(issue, book.day).unwrap_or(notice.date).into(),
    };
    (head, IssuePage { issue: view })
}

/// Every issue of notice `n`, for a theme that gives issues no pages of their own.
pub fn all<'a>(n: usize, book: &'a Book<'_>, links: &Links) -> Vec<IssueView<'a>> {
    (0..book.site.notices[n].issues.len()).map(|i| view(n, i, book, links).1.issue).collect()
}

/// The number without the mark that leads over to the title; the title where there is no number.
fn crumb<'i>(number: &'i str, issue: &'i Issue) -> &'i str {
    let bare = number.trim_end_matches([':', '：', '.', '．', '、']);
    if bare.is_empty() { issue.short_title() } else { bare }
}

fn neighbour<'a>(n: usize, at: usize, book: &Book<'a>, links: &Links) -> Option<Link<'a>> {
    let issue = book.site.notices[n].issues.get(at)?;
    Some(Link::new(issue.short_title(), links.page(Kind::Issue(n, at), book.site)))
}

fn moved(e: &Extension) -> Moved<'_> {
    Moved { on: e.on.into(), to: e.to.into(), why: &e.why }
}

fn measures<'a>(n: usize, i: usize, book: &'a Book<'_>, links: &Links) -> Vec<MeasureView<'a>> {
    let numbered = book.site.notices[n].issues[i].measures.iter().enumerate();
    numbered.map(|(at, m)| measure(n, m, book.measure_number(n, i, at), book, links)).collect()
}

fn measure<'a>(
    n: usize,
    m: &'a Measure,
    number: String,
    book: &'a Book<'_>,
    links: &Links,
) -> MeasureView<'a> {
    let notice = &book.site.notices[n];
    let link = |u: &UnitId, helps| UnitLink::of(u, helps, book, links);
    MeasureView {
        id: m.id.as_str(),
        html: html(&number, &m.text, book),
        number,
        status: State::of(history::measure_status(m, notice.date, book.day), book)
            .in_words(history::measure_words(m, book.day)),
        unit: m.unit.as_ref().and_then(|u| link(u, false)),
        with: m.with.iter().filter_map(|u| link(u, true)).collect(),
        updates: m
            .updates
            .iter()
            .filter(|u| u.date <= book.day)
            .map(|u| entry(n, m, u, book, links))
            .collect(),
    }
}

fn entry<'a>(n: usize, m: &Measure, u: &'a Update, book: &'a Book<'_>, links: &Links) -> Entry<'a> {
    Entry {
        id: format!("{}-{}", m.id, u.id),
        date: u.date.into(),
        status: u.status.map(|s| State::of(Some(s), book).in_words(u.status_words)),
        text: u.text.as_deref(),
        evidence: proofs(n, u, book, links),
        correction: Correction::of(m, u, "", book),
    }
}
