//! Notices made of chance: a list of numbers, which proptest chooses and shortens, decides everything.
#![allow(dead_code, reason = "each test uses its part")]

use chrono::{Days, NaiveDate};
use gongkai::md::escape_line;
use gongkai::model::{
    CloseOut, Contact, Evidence, Extension, Inspection, Issue, IssueId, IssueRef, Layout, Level, LookBack,
    LookBackResult, Measure, MeasureId, Node, NodeId, Notice, Numbering, OldId, Pattern, Prose, Redaction,
    RedactionKind, Reopening, Restart, RestartAt, SignOff, Signature, Status, TitleBreak, UnitId, Update,
    Waiver, Withdrawal,
};
use gongkai::text::{FileId, Span};
use gongkai::zh::date_form::DateForm;

/// Hands out the numbers; zero when they run out, so that a shorter list is a smaller notice.
pub struct Dice<'a>(std::slice::Iter<'a, u16>);

impl<'a> Dice<'a> {
    pub fn new(numbers: &'a [u16]) -> Self {
        Self(numbers.iter())
    }

    pub fn roll(&mut self, sides: usize) -> usize {
        self.0.next().map_or(0, |n| usize::from(*n) % sides)
    }

    fn one_in(&mut self, n: usize) -> bool {
        self.roll(n) == n - 1
    }

    fn of<'t>(&mut self, list: &[&'t str]) -> &'t str {
        list[self.roll(list.len())]
    }

    fn maybe<T>(&mut self, n: usize, make: impl FnOnce(&mut Self) -> T) -> Option<T> {
        self.one_in(n).then(|| make(self))
    }

    fn day(&mut self) -> NaiveDate {
        NaiveDate::default() + Days::new(19_000 + self.roll(2_000) as u64)
    }
}

/// How wild the text and the scheme are.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// Anything the model can hold.
    Wild,
    /// What an office prints: every level numbered, a label before the measures, plain sentences.
    Ordinary,
}

const WORDS: [&str; 12] = [
    "修订制度",
    "补齐台账",
    "12本",
    "召开会议",
    "，",
    "。",
    "；",
    "逐项核对",
    "每月抽查",
    "3.5万元",
    "“两图一表”",
    "由专人负责",
];
const ODD: [&str; 32] = [
    "*", "**", "_", "`", "```", "#", "# ", ">", "|", "[", "](", "{{", "}}", "1.", "1) ", "\\", " ", "  ",
    "---", "<b>", "&amp;", ": ", " #", "'", "\"", "~", "!", "@", "- ", "(1)", "\u{3000}", "\t",
];

fn line(dice: &mut Dice<'_>, kind: Kind) -> String {
    let mut out = String::new();
    for _ in 0..=dice.roll(5) {
        let odd = kind == Kind::Wild && dice.one_in(3);
        out.push_str(if odd { dice.of(&ODD) } else { dice.of(&WORDS) });
    }
    match kind {
        Kind::Wild if out.trim().is_empty() => "空".to_owned(),
        Kind::Wild => out,
        Kind::Ordinary => format!("县水利局{out}"),
    }
}

fn lines(dice: &mut Dice<'_>, kind: Kind) -> String {
    let mut all: Vec<String> = (0..=dice.roll(3)).map(|_| line(dice, kind)).collect();
    if dice.one_in(6) {
        all.extend(["|类别|件数|".to_owned(), "|采购|12|".to_owned()]);
    }
    all.join("\n")
}

fn prose(dice: &mut Dice<'_>, kind: Kind, name: &str) -> Prose {
    let all: Vec<String> = (0..=dice.roll(2)).map(|_| escape_line(&line(dice, kind))).collect();
    Prose { path: format!("notices/n/{name}.md"), text: all.join("\n\n") + "\n" }
}

fn pattern(dice: &mut Dice<'_>, kind: Kind, usual: &[&str]) -> Option<Pattern> {
    let wild = ["", "第一编 ", "（１）", "⑴", "①", "一级问题{1}：", "1．", "（一）", "问题一："];
    let source = if kind == Kind::Wild && dice.one_in(3) { dice.of(&wild) } else { dice.of(usual) };
    Pattern::parse(source).ok()
}

fn restart(dice: &mut Dice<'_>) -> RestartAt {
    if dice.one_in(2) { RestartAt::Parent } else { RestartAt::Never }
}

fn numbering(dice: &mut Dice<'_>, kind: Kind) -> Numbering {
    let label = ["整改进展情况:", "整改情况：", "整改措施："];
    let completion = if dice.one_in(3) { "完成情况：" } else { "" };
    Numbering {
        part: pattern(dice, kind, &["一、"]),
        section: pattern(dice, kind, &["(一)", "（一）"]),
        topic: pattern(dice, kind, &["1.", "1．", "1、"]),
        issue: pattern(dice, kind, &["问题1:", "问题1：", "问题一："]),
        measure: pattern(dice, kind, &["(1)", "（1）", "①"]),
        label: if kind == Kind::Wild && dice.one_in(4) { String::new() } else { dice.of(&label).to_owned() },
        label_inline: dice.one_in(4),
        completion: completion.to_owned(),
        restart: Restart {
            section: restart(dice),
            topic: restart(dice),
            issue: restart(dice),
            measure: restart(dice),
        },
    }
}

fn layout(dice: &mut Dice<'_>) -> Layout {
    let indent = dice.of(&["", "\u{3000}\u{3000}", "    "]).to_owned();
    Layout {
        title: !dice.one_in(4),
        blank_lines: dice.roll(3) as u32,
        title_blank_lines: dice.maybe(4, |dice| dice.roll(3) as u32),
        signature_blank_lines: dice.maybe(4, |dice| dice.roll(3) as u32),
        final_newline: dice.one_in(2),
        title_indent: dice.of(&["", "\u{3000}\u{3000}\u{3000}"]).to_owned(),
        signature_indent: dice.of(&["", "\u{3000}\u{3000}\u{3000}\u{3000}"]).to_owned(),
        date_indent: indent.clone(),
        date_form: date_form(dice),
        title_breaks: dice.maybe(3, title_breaks).unwrap_or_default(),
        signature: true,
        sealed: dice.one_in(4),
        indent,
    }
}

/// 县水利局党组 on a line of its own, or more.
fn title_breaks(dice: &mut Dice<'_>) -> Vec<TitleBreak> {
    let mut each = |after| TitleBreak { after, indent: dice.of(&["", "\u{3000}", "   "]).to_owned() };
    let first = each(6);
    if dice.one_in(2) { vec![first] } else { vec![first, TitleBreak { after: 12, indent: String::new() }] }
}

fn date_form(dice: &mut Dice<'_>) -> DateForm {
    let forms = ["yyyy年m月d日", "yyyy年mm月dd日", "[DBNum1]yyyy年m月d日", "yyyy.m.d", "yyyy-mm-dd"];
    DateForm::parse(dice.of(&forms)).unwrap()
}

pub fn nowhere() -> Span {
    Span::new(FileId(0), 0, 0)
}

/// A notice in the folder `notices/n`, its issues in official order.
pub fn notice(dice: &mut Dice<'_>, kind: Kind) -> Notice {
    let numbering = numbering(dice, kind);
    let mut issues = Vec::new();
    let outline = (0..=dice.roll(3))
        .map(|at| node(dice, kind, Level::Part, &format!("p{at}"), &numbering, &mut issues))
        .collect();
    let inspection = |d: &mut Dice<'_>| {
        let (from, to) = (d.maybe(2, Dice::day), d.maybe(2, Dice::day));
        Inspection { by: "县委巡察一组".to_owned(), from, to, feedback: d.maybe(2, Dice::day) }
    };
    let contact = |d: &mut Dice<'_>| Contact {
        phone: Some("0000-0000000".to_owned()),
        email: d.maybe(2, |_| "a@example.com".to_owned()),
        ..Contact::default()
    };
    let wild = kind == Kind::Wild;
    Notice {
        slug: "n".to_owned(),
        title: "县水利局党组关于巡察整改进展情况的通报".to_owned(),
        issuer: "县水利局党组".to_owned(),
        date: dice.day(),
        published: dice.maybe(2, |d| d.day().and_hms_opt(9, 30, 0)).flatten(),
        inspection: dice.maybe(2, inspection),
        period_ends: dice.maybe(2, Dice::day),
        next_update_due: dice.maybe(2, |_| NaiveDate::default() + Days::new(21_500)),
        contact: dice.maybe(2, contact),
        sign_off: dice.maybe(3, sign_off),
        layout: layout(dice),
        opening: dice.maybe(2, |d| prose(d, kind, "opening")),
        closing: dice.maybe(2, |d| prose(d, if wild { kind } else { Kind::Ordinary }, "closing")),
        postscript: dice.maybe(3, |d| prose(d, kind, "postscript")),
        numbering,
        outline,
        issues,
        editions: Vec::new(),
        attachments: Vec::new(),
        translations: Vec::new(),
        redactions: dice.maybe(4, redaction).into_iter().collect(),
        withdrawn: dice.maybe(4, withdrawal).into_iter().collect(),
        allow: waivers(dice),
        public_until: dice.maybe(4, |_| NaiveDate::default() + Days::new(22_500)),
        span: nowhere(),
    }
}

/// A finding that may stand, now and then.
fn waivers(dice: &mut Dice<'_>) -> Vec<Waiver> {
    let one = |_: &mut Dice<'_>| Waiver {
        rule: "number-gap".to_owned(),
        why: "原文如此: 经核对".to_owned(),
        span: nowhere(),
    };
    dice.maybe(6, one).into_iter().collect()
}

fn withdrawal(dice: &mut Dice<'_>) -> Withdrawal {
    let measure = dice.maybe(2, |_| MeasureId("m1".to_owned()));
    let update = measure.as_ref().and_then(|_| dice.maybe(2, |_| "u1".to_owned()));
    let issue = IssueId("gone".to_owned());
    Withdrawal { issue, measure, update, on: dice.day(), why: "重复: 登记".to_owned(), span: nowhere() }
}

fn redaction(dice: &mut Dice<'_>) -> Redaction {
    let kind = RedactionKind::ALL[dice.roll(4)];
    Redaction {
        on: dice.day(),
        kind,
        by: "县委办: 保密岗".to_owned(),
        places: vec!["issues/gone/m1/text".to_owned()],
    }
}

fn sign_off(dice: &mut Dice<'_>) -> SignOff {
    let signature = |role: &str, on| Signature {
        role: role.to_owned(),
        post: "办公室: 综合岗".to_owned(),
        on,
        span: nowhere(),
    };
    let by = ["draft", "secrecy"].map(|role| signature(role, dice.maybe(2, Dice::day))).to_vec();
    SignOff { digest: dice.maybe(2, |_| "0123456789abcdef".repeat(4)), by, span: nowhere() }
}

fn node(
    dice: &mut Dice<'_>,
    kind: Kind,
    level: Level,
    id: &str,
    numbering: &Numbering,
    issues: &mut Vec<Issue>,
) -> Node {
    let number = if level == Level::Part { firm(dice, kind) } else { pin(dice) };
    let heading = line(dice, kind);
    let printed = kind == Kind::Ordinary || !dice.one_in(8);
    let text = dice.maybe(4, |d| prose(d, kind, id));
    // An office's outline ends in issues.
    let least = usize::from(kind == Kind::Ordinary && level == Level::Topic);
    for _ in 0..least + dice.roll(3) {
        let one = issue(dice, kind, issues.len() + 1, id, numbering);
        issues.push(one);
    }
    let mut children = Vec::new();
    if level < Level::Topic {
        let below = if level == Level::Part && !dice.one_in(4) { Level::Section } else { Level::Topic };
        let least = usize::from(kind == Kind::Ordinary);
        for at in 0..least + dice.roll(3) {
            children.push(node(dice, kind, below, &format!("{id}-{at}"), numbering, issues));
        }
    }
    let closing =
        if kind == Kind::Wild { dice.maybe(6, |d| prose(d, kind, &format!("{id}-end"))) } else { None };
    Node {
        id: NodeId(id.to_owned()),
        level,
        heading,
        number,
        printed,
        text,
        closing,
        children,
        span: nowhere(),
    }
}

fn pin(dice: &mut Dice<'_>) -> Option<u32> {
    dice.maybe(12, |d| d.roll(30) as u32 + 1)
}

/// An office's parts and measures do not jump; its topics and issues may.
fn firm(dice: &mut Dice<'_>, kind: Kind) -> Option<u32> {
    if kind == Kind::Wild { pin(dice) } else { None }
}

fn issue(dice: &mut Dice<'_>, kind: Kind, at: usize, under: &str, numbering: &Numbering) -> Issue {
    let wild = kind == Kind::Wild;
    let least = usize::from(!wild);
    let measures = (0..least + dice.roll(4)).map(|m| measure(dice, kind, m + 1)).collect();
    let due = dice.maybe(2, Dice::day);
    let extensions = due.and_then(|due| {
        dice.maybe(2, |d| vec![Extension { on: d.day(), to: due + Days::new(30), why: line(d, kind) }])
    });
    let markdown = !wild || dice.one_in(2);
    let ends = if markdown { "md" } else { "yaml" };
    let close = |d: &mut Dice<'_>| CloseOut {
        date: d.day(),
        by: d.maybe(2, |_| "县委巡察办".to_owned()),
        document: None,
    };
    let closed: Vec<_> = dice.maybe(4, close).into_iter().collect();
    let again = |d: &mut Dice<'_>| vec![Reopening { on: d.day(), why: line(d, kind) }];
    let reopened = closed.first().and_then(|_| dice.maybe(2, again)).unwrap_or_default();
    Issue {
        id: IssueId(format!("i{at}")),
        title: format!("{}的问题。", line(dice, kind)),
        under: NodeId(under.to_owned()),
        number: pin(dice),
        original: dice.maybe(3, |d| line(d, kind)),
        goal: dice.maybe(3, |d| line(d, kind)),
        lead: dice.maybe(3, |_| "副局长".to_owned()),
        due,
        extensions: extensions.unwrap_or_default(),
        text: dice.maybe(6, |d| lines(d, kind)),
        label: if wild { dice.maybe(8, |_| "整改结果：".to_owned()) } else { None },
        label_inline: if wild { dice.maybe(8, |d| d.one_in(2)) } else { None },
        completion: if numbering.completion.is_empty() {
            None
        } else {
            dice.maybe(2, |_| "已完成".to_owned())
        },
        measures,
        closed,
        reopened,
        look_back: dice.maybe(4, |d| vec![look_back(d, kind)]).unwrap_or_default(),
        recurs_from: if at > 1 { dice.maybe(5, |_| first()) } else { None },
        aliases: dice.maybe(6, |_| vec![old_id(at)]).unwrap_or_default(),
        body: if markdown { dice.maybe(3, |_| "背景*说明*。\n".to_owned()) } else { None },
        allow: waivers(dice),
        path: format!("notices/n/issues/{at:03}.{ends}"),
        span: nowhere(),
    }
}

fn look_back(dice: &mut Dice<'_>, kind: Kind) -> LookBack {
    LookBack {
        date: dice.day(),
        by: dice.maybe(2, |_| "县委巡察办".to_owned()),
        finding: dice.maybe(2, |d| line(d, kind)),
        result: LookBackResult::ALL[dice.roll(3)],
    }
}

fn first() -> IssueRef {
    IssueRef { notice: "n".to_owned(), issue: IssueId("i1".to_owned()), span: nowhere() }
}

fn old_id(at: usize) -> OldId {
    OldId { id: IssueId(format!("old-{at}")), span: nowhere() }
}

fn measure(dice: &mut Dice<'_>, kind: Kind, at: usize) -> Measure {
    let mut day = dice.day();
    let mut entry = |d: &mut Dice<'_>, n: usize| {
        day = day + Days::new(d.roll(90) as u64);
        let corrects = if n > 0 { d.maybe(4, |_| "u0".to_owned()) } else { None };
        let status = d.maybe(2, status);
        Update {
            id: format!("u{n}"),
            date: day,
            text: d.maybe(2, |d| line(d, kind)),
            evidence: d.maybe(3, |d| vec![Evidence::titled(line(d, kind))]).unwrap_or_default(),
            reason: corrects.as_ref().map(|_| line(d, kind)),
            minor: status.is_none() && d.one_in(4),
            hide_old: false,
            status_words: words(d, status),
            status,
            corrects,
        }
    };
    let updates: Vec<Update> = (0..dice.roll(3)).map(|n| entry(dice, n)).collect();
    let stated = if updates.is_empty() { dice.maybe(2, status) } else { None };
    Measure {
        id: MeasureId(format!("m{at}")),
        unit: dice.maybe(2, |_| UnitId("slj".to_owned())),
        with: dice.maybe(4, |_| vec![UnitId("hk".to_owned())]).unwrap_or_default(),
        text: lines(dice, kind),
        runs_on: kind == Kind::Wild && dice.one_in(5),
        number: firm(dice, kind),
        status_words: words(dice, stated),
        status_from_wording: stated.is_some() && dice.one_in(3),
        status: stated,
        updates,
        allow: waivers(dice),
        span: nowhere(),
    }
}

/// The issuer's own word for a status, now and then.
fn words(dice: &mut Dice<'_>, status: Option<Status>) -> Option<&'static str> {
    let own = |s| if s == Status::DoneOngoing { Some("视同完成") } else { None };
    status.and_then(own).filter(|_| dice.one_in(2))
}

fn status(dice: &mut Dice<'_>) -> Status {
    Status::ALL[dice.roll(6)]
}
