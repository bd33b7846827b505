//! The public record of a notice as JSON (RFC 8259), with numbers as printed and each derived status.
//!
//! The fields of each record stand by name, as they are written, so that two records can be compared line by line.

use chrono::NaiveDate;
use serde::Serialize;
use serde_json::ser::{PrettyFormatter, Serializer};

use crate::history;
use crate::model::{
    CloseOut, Contact, Evidence, Extension, Inspection, LookBack, Measure, Node, Notice, Numbers, Pattern,
    Redaction, Reopening, Update, Withdrawal, status,
};

/// The record of a notice on a day, nothing later in it. Keys are those of the content files; `number` is the printed form.
pub fn export(notice: &Notice, day: NaiveDate) -> String {
    pretty(&record(notice, day))
}

/// A record on lines of its own, each level set in by a tab: blanks would make a tenth of a large notice.
pub fn pretty(record: &impl Serialize) -> String {
    let mut out = Vec::new();
    let mut writer = Serializer::with_formatter(&mut out, PrettyFormatter::with_indent(b"\t"));
    // Writing to memory refuses nothing, every key of a record is a text, and JSON of texts is UTF-8.
    let _ = record.serialize(&mut writer);
    out.push(b'\n');
    String::from_utf8(out).unwrap_or_default()
}

/// A record on one line.
pub fn line(record: &impl Serialize) -> String {
    let mut text = serde_json::to_string(record).unwrap_or_default();
    text.push('\n');
    text
}

/// The same as [`export`], to be written.
pub fn record(notice: &Notice, day: NaiveDate) -> NoticeRecord<'_> {
    let numbers = Numbers::of(notice);
    NoticeRecord {
        contact: notice.contact.as_ref().map(contact),
        date: notice.date,
        format: 1,
        inspection: notice.inspection.as_ref().map(inspection),
        issuer: &notice.issuer,
        issues: (0..notice.issues.len()).map(|at| issue(notice, &numbers, at, day)).collect(),
        next_update_due: notice.next_update_due,
        outline: notice.nodes().into_iter().map(|node| heading(notice, &numbers, node)).collect(),
        period_ends: notice.period_ends,
        public_until: notice.public_until,
        published: notice.published.map(|t| t.format("%Y-%m-%dT%H:%M:00+08:00").to_string()),
        record_date: history::record_date(notice, day),
        redactions: notice.redactions.iter().map(redaction).collect(),
        slug: &notice.slug,
        title: &notice.title,
        withdrawn: notice.withdrawn.iter().map(withdrawal).collect(),
    }
}

/// One issue of a notice, with the notice that it belongs to.
pub fn one_issue<'n>(
    notice: &'n Notice,
    numbers: &Numbers,
    at: usize,
    day: NaiveDate,
) -> impl Serialize + use<'n> {
    IssueRecord { notice: Some(&notice.slug), ..issue(notice, numbers, at, day) }
}

/// A notice.
#[derive(Serialize)]
pub struct NoticeRecord<'n> {
    contact: Option<ContactRecord<'n>>,
    date: NaiveDate,
    format: u8,
    inspection: Option<InspectionRecord<'n>>,
    issuer: &'n str,
    issues: Vec<IssueRecord<'n>>,
    next_update_due: Option<NaiveDate>,
    outline: Vec<HeadingRecord<'n>>,
    period_ends: Option<NaiveDate>,
    public_until: Option<NaiveDate>,
    published: Option<String>,
    record_date: NaiveDate,
    redactions: Vec<RedactionRecord<'n>>,
    slug: &'n str,
    title: &'n str,
    withdrawn: Vec<WithdrawalRecord<'n>>,
}

#[derive(Serialize)]
struct ContactRecord<'n> {
    address: Option<&'n str>,
    email: Option<&'n str>,
    hours: Option<&'n str>,
    phone: Option<&'n str>,
    postcode: Option<&'n str>,
}

fn contact(c: &Contact) -> ContactRecord<'_> {
    ContactRecord {
        address: c.address.as_deref(),
        email: c.email.as_deref(),
        hours: c.hours.as_deref(),
        phone: c.phone.as_deref(),
        postcode: c.postcode.as_deref(),
    }
}

#[derive(Serialize)]
struct InspectionRecord<'n> {
    by: &'n str,
    feedback: Option<NaiveDate>,
    from: Option<NaiveDate>,
    to: Option<NaiveDate>,
}

fn inspection(i: &Inspection) -> InspectionRecord<'_> {
    InspectionRecord { by: &i.by, feedback: i.feedback, from: i.from, to: i.to }
}

#[derive(Serialize)]
struct HeadingRecord<'n> {
    heading: &'n str,
    id: &'n str,
    level: u8,
    number: String,
    printed: bool,
}

fn heading<'n>(notice: &Notice, numbers: &Numbers, node: &'n Node) -> HeadingRecord<'n> {
    let number = numbers.nodes.get(&node.id).copied().unwrap_or_default();
    HeadingRecord {
        heading: &node.heading,
        id: node.id.as_str(),
        level: node.level as u8 + 1,
        number: printed(notice.numbering.of(node.level), number),
        printed: node.printed,
    }
}

fn printed(pattern: Option<&Pattern>, n: u32) -> String {
    pattern.filter(|_| n > 0).map(|p| p.print(n)).unwrap_or_default()
}

#[derive(Serialize)]
struct RedactionRecord<'n> {
    by: &'n str,
    kind: &'static str,
    on: NaiveDate,
    places: &'n [String],
}

fn redaction(r: &Redaction) -> RedactionRecord<'_> {
    RedactionRecord { by: &r.by, kind: r.kind.key(), on: r.on, places: &r.places }
}

#[derive(Serialize)]
struct WithdrawalRecord<'n> {
    issue: &'n str,
    measure: Option<&'n str>,
    on: NaiveDate,
    update: Option<&'n str>,
    why: &'n str,
}

fn withdrawal(w: &Withdrawal) -> WithdrawalRecord<'_> {
    let measure = w.measure.as_ref().map(|m| m.as_str());
    WithdrawalRecord { issue: w.issue.as_str(), measure, on: w.on, update: w.update.as_deref(), why: &w.why }
}

#[derive(Serialize)]
struct IssueRecord<'n> {
    aliases: Vec<&'n str>,
    closed: Vec<CloseOutRecord<'n>>,
    completion: Option<&'n str>,
    due: Option<NaiveDate>,
    explanation: Option<&'n str>,
    extensions: Vec<ExtensionRecord<'n>>,
    goal: Option<&'n str>,
    id: &'n str,
    lead: Option<&'n str>,
    look_back: Vec<LookBackRecord<'n>>,
    measures: Vec<MeasureRecord<'n>>,
    /// Where the issue stands by itself.
    #[serde(skip_serializing_if = "Option::is_none")]
    notice: Option<&'n str>,
    number: String,
    original: Option<&'n str>,
    overdue: bool,
    recurs_from: Option<String>,
    reopened: Vec<ReopeningRecord<'n>>,
    status: &'static str,
    text: Option<&'n str>,
    title: &'n str,
    under: &'n str,
}

fn issue<'n>(notice: &'n Notice, numbers: &Numbers, at: usize, day: NaiveDate) -> IssueRecord<'n> {
    let i = &notice.issues[at];
    let numbered = i.measures.iter().zip(&numbers.measures[at]);
    IssueRecord {
        aliases: i.aliases.iter().map(|a| a.id.as_str()).collect(),
        closed: i.closed.iter().filter(|c| c.date <= day).map(close_out).collect(),
        completion: i.completion.as_deref(),
        due: i.due,
        explanation: i.body.as_deref(),
        extensions: i.extensions.iter().filter(|e| e.on <= day).map(extension).collect(),
        goal: i.goal.as_deref(),
        id: i.id.as_str(),
        lead: i.lead.as_deref(),
        look_back: i.look_back.iter().filter(|l| l.date <= day).map(look_back).collect(),
        measures: numbered.map(|(m, n)| measure(notice, m, *n, day)).collect(),
        notice: None,
        number: printed(notice.numbering.issue.as_ref(), numbers.issues[at]),
        original: i.original.as_deref(),
        overdue: history::is_overdue(i, notice.date, day),
        recurs_from: i.recurs_from.as_ref().map(|r| format!("{}/{}", r.notice, r.issue)),
        reopened: i.reopened.iter().filter(|r| r.on <= day).map(reopening).collect(),
        status: status::key(history::issue_status(i, notice.date, day)),
        text: i.text.as_deref(),
        title: &i.title,
        under: i.under.as_str(),
    }
}

#[derive(Serialize)]
struct CloseOutRecord<'n> {
    by: Option<&'n str>,
    date: NaiveDate,
    document: Option<&'n str>,
}

fn close_out(c: &CloseOut) -> CloseOutRecord<'_> {
    CloseOutRecord { by: c.by.as_deref(), date: c.date, document: c.document.as_deref() }
}

#[derive(Serialize)]
struct ExtensionRecord<'n> {
    on: NaiveDate,
    to: NaiveDate,
    why: &'n str,
}

fn extension(e: &Extension) -> ExtensionRecord<'_> {
    ExtensionRecord { on: e.on, to: e.to, why: &e.why }
}

#[derive(Serialize)]
struct LookBackRecord<'n> {
    by: Option<&'n str>,
    date: NaiveDate,
    finding: Option<&'n str>,
    result: &'static str,
}

fn look_back(l: &LookBack) -> LookBackRecord<'_> {
    let (by, finding) = (l.by.as_deref(), l.finding.as_deref());
    LookBackRecord { by, date: l.date, finding, result: l.result.key() }
}

#[derive(Serialize)]
struct ReopeningRecord<'n> {
    on: NaiveDate,
    why: &'n str,
}

fn reopening(r: &Reopening) -> ReopeningRecord<'_> {
    ReopeningRecord { on: r.on, why: &r.why }
}

#[derive(Serialize)]
struct MeasureRecord<'n> {
    id: &'n str,
    number: String,
    status: &'static str,
    text: &'n str,
    unit: Option<&'n str>,
    updates: Vec<UpdateRecord<'n>>,
    with: Vec<&'n str>,
}

fn measure<'n>(notice: &Notice, m: &'n Measure, number: u32, day: NaiveDate) -> MeasureRecord<'n> {
    MeasureRecord {
        id: m.id.as_str(),
        number: printed(notice.numbering.measure.as_ref(), number),
        status: status::key(history::measure_status(m, notice.date, day)),
        text: &m.text,
        unit: m.unit.as_ref().map(|u| u.as_str()),
        updates: m.updates.iter().filter(|u| u.date <= day).map(update).collect(),
        with: m.with.iter().map(|u| u.as_str()).collect(),
    }
}

#[derive(Serialize)]
struct UpdateRecord<'n> {
    corrects: Option<&'n str>,
    date: NaiveDate,
    evidence: Vec<EvidenceRecord<'n>>,
    id: &'n str,
    minor: bool,
    reason: Option<&'n str>,
    show_old: bool,
    status: &'static str,
    text: Option<&'n str>,
}

fn update(u: &Update) -> UpdateRecord<'_> {
    UpdateRecord {
        corrects: u.corrects.as_deref(),
        date: u.date,
        evidence: u.evidence.iter().map(evidence).collect(),
        id: &u.id,
        minor: u.minor,
        reason: u.reason.as_deref(),
        show_old: !u.hide_old,
        status: status::key(u.status),
        text: u.text.as_deref(),
    }
}

/// A piece of evidence; `file` is its name in the notice's `evidence/`.
#[derive(Serialize)]
pub struct EvidenceRecord<'n> {
    file: Option<&'n str>,
    title: &'n str,
}

/// The record of a piece of evidence.
pub fn evidence(e: &Evidence) -> EvidenceRecord<'_> {
    EvidenceRecord { file: e.file.as_deref(), title: &e.title }
}
