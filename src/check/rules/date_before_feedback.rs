//! Acts dated before the findings were given, told as rectification of them.

use chrono::NaiveDate;

use super::Rule;
use super::clause::{VERBS, around, clause, days, ends_too_early, sentence};
use super::signature::{days_behind, is_before_feedback};
use super::time_of_thing::{is_of_a_span_before, is_of_a_thing};
use crate::check::{Finding, Kind, Passage, Record, Spot, Step};
use crate::diag::Severity;
use crate::lang::Msg;
use crate::zh::date::{joins, long};
use crate::zh::marks::is_quoted;
use crate::zh::sentence::is_pause;

/// An act before the inspection began cannot answer it. One between that day and the feedback may be 立行立改: a note.
pub const RULE: Rule = Rule { code: "date-before-feedback", severity: Severity::Warning, find };

fn find(record: &Record<'_>) -> Vec<Finding> {
    let Some(inspection) = &record.notice.inspection else { return Vec::new() };
    let Some(feedback) = inspection.feedback.or(inspection.to) else { return Vec::new() };
    let limits = Limits { from: inspection.from, feedback };
    let mut out = deadlines(record, limits.from);
    // Days without a year take that of the signature; where it is wrong, so are they.
    let in_doubt = is_before_feedback(record) && days_behind(record).is_some();
    let held = |kind: Kind<'_>| kind.is_action() && (!in_doubt || matches!(kind, Kind::Update(_)));
    out.extend(record.of_kind(held).flat_map(|(at, p)| one(record, at, p, &limits)));
    let prose = || record.of_kind(|kind| matches!(kind, Kind::Prose(..)));
    out.extend(prose().flat_map(|(at, p)| in_prose(at, p, &limits)));
    if !in_doubt && inspection.feedback.is_some() {
        out.extend(prose().flat_map(|(at, p)| of_feedback(record, at, p, &limits)));
    }
    out
}

/// Time limits that had passed before anyone came to inspect.
fn deadlines(record: &Record<'_>, from: Option<NaiveDate>) -> Vec<Finding> {
    let early = |(at, due): (usize, Option<NaiveDate>)| {
        let (due, from) = due.zip(from).filter(|(due, from)| due < from)?;
        let message = Msg::new("found-due-before-inspection").with("text", long(due)).with("day", long(from));
        let spot = Spot::Field(at, vec![Step::Key("due")]);
        Some(Finding::new(spot, message).hint(Msg::new("found-due-before-inspection-hint")))
    };
    record.notice.issues.iter().map(|i| i.due).enumerate().filter_map(early).collect()
}

struct Limits {
    from: Option<NaiveDate>,
    feedback: NaiveDate,
}

fn one(record: &Record<'_>, at: usize, p: &Passage<'_>, limits: &Limits) -> Vec<Finding> {
    if let Some(from) = limits.from.filter(|from| p.written < *from && matches!(p.kind, Kind::Update(_))) {
        return vec![entry(at, p, from)];
    }
    let early = p.dates().iter().enumerate().filter_map(|(n, m)| {
        m.month?;
        let (first, last) = days(record, p, m)?;
        // Most days are later, which is told faster than what stands around them.
        if first >= limits.feedback {
            return None;
        }
        let around = around(p, n);
        let idle = !around.is_action()
            || around.before.contains("反馈前")
            || ends_too_early(p, n)
            || is_a_balance(around.after)
            || m.own_year && m.day.is_none() && is_of_a_thing(p, n)
            || limits.from.is_some_and(|from| is_of_a_span_before(p, n, from));
        let counts = m.day.is_none() && COUNTED.iter().any(|w| around.after.trim_start().starts_with(w))
            || reaches_over(record, p, n, limits.feedback);
        if idle || counts || is_brought_to_its_end(record, p, n, limits.feedback) {
            return None;
        }
        if follows_feedback(p, n) && last < limits.feedback {
            return Some(of_findings(at, p, n, limits));
        }
        let while_there = limits.from.is_none_or(|from| from <= last);
        if while_there && is_said_to_be_early(p, n) {
            return None;
        }
        Some(finding(at, p, n, (first, last), limits))
    });
    early.collect()
}

/// 立行立改，巡察期间的6月3日即公开: the text says itself that it did not wait for the findings.
fn is_said_to_be_early(p: &Passage<'_>, n: usize) -> bool {
    const EARLY: [&str; 12] = [
        "立行立改",
        "立知立改",
        "即知即改",
        "立查立改",
        "边查边改",
        "边巡边改",
        "边巡察边整改",
        "未巡先改",
        "巡察期间",
        "巡视期间",
        "巡察中",
        "进驻期间",
    ];
    let day = &p.dates()[n].range;
    let own = sentence(&p.text, day.start);
    // Days in a row share their words. Behind them only their own clause speaks of them, before them what stands behind the day before.
    let row = own.start + around(p, n).earlier.len();
    let before = p.dates()[..n].iter().rev().find(|d| own.contains(&d.range.start) && d.range.end <= row);
    let words = &p.text[before.map_or(own.start, |d| d.range.end)..clause(&p.text, day.start).end];
    EARLY.iter().any(|w| words.contains(w))
}

/// `2024年6月30日债务余额86.4亿元`: how much there was on a day, where nothing says that anybody did something about it.
fn is_a_balance(after: &str) -> bool {
    const STOOD: [&str; 11] =
        ["余额", "总额", "总量", "存量", "结余", "结存", "总数", "存款", "库存", "净值", "净资产"];
    // 偿还总额 is no balance, but what somebody did.
    const MOVED: [&str; 15] = [
        "减少", "核减", "降低", "压降", "偿还", "归还", "还清", "清偿", "化解", "消化", "压缩", "补缴",
        "缴清", "缴纳", "划转",
    ];
    // 1月末欠486万元
    let state = after.trim_start().trim_start_matches([
        '末', '底', '初', '尚', '仍', '还', '只', '共', '为', '是', '有', '欠', '余', '剩',
    ]);
    if state.len() < after.trim_start().len() && state.starts_with(|c: char| c.is_ascii_digit()) {
        return true;
    }
    let places = || STOOD.iter().filter_map(|w| after.find(w).map(|at| (at, at + w.len())));
    places().any(|(at, end)| {
        let len = after[end..].find(|c: char| c.is_ascii_digit());
        let between = len.map(|len| &after[end..end + len]).filter(|words| words.chars().count() <= 4);
        let acts = |words: &str| VERBS.iter().chain(&MOVED).any(|w| words.contains(w));
        between.is_some_and(|words| !words.contains(is_pause) && !acts(words)) && !acts(&after[..at])
    })
}

/// Words of figures for a period: `1月至9月支出11.9万元` is no act of January.
const COUNTED: [&str; 22] = [
    "支出",
    "累计",
    "实现",
    "完成营业",
    "完成产值",
    "营业",
    "营收",
    "收入",
    "亏损",
    "盈利",
    "利润",
    "销售",
    "产值",
    "产量",
    "税收",
    "发生",
    "共支出",
    "共发生",
    "用电",
    "用水",
    "同比",
    "平均",
];

/// `1月至8月核发许可证386份`: months of which the last came after the findings. What they come to is no act of the first.
fn reaches_over(record: &Record<'_>, p: &Passage<'_>, n: usize, feedback: NaiveDate) -> bool {
    let (m, Some(next)) = (&p.dates()[n], p.dates().get(n + 1)) else { return false };
    m.day.is_none()
        && next.day.is_none()
        && p.text.get(m.range.end..next.range.start).is_some_and(joins)
        && days(record, p, next).is_some_and(|(_, last)| last >= feedback)
}

/// Words of beginning a work, and of its end.
const BEGUN: [&str; 8] = ["开工", "动工", "立项", "奠基", "破土", "开建", "进场施工", "启动建设"];
const ENDED: [&str; 10] =
    ["竣工", "完工", "建成", "投用", "投入使用", "验收", "交付", "启用", "通车", "通水"];

/// `2024年5月开工，2025年11月20日竣工`: a work that answers by its end, after the findings were given.
fn is_brought_to_its_end(record: &Record<'_>, p: &Passage<'_>, n: usize, feedback: NaiveDate) -> bool {
    let begun = around(p, n).after.trim_start();
    let end = sentence(&p.text, p.dates()[n].range.start).end;
    BEGUN.iter().any(|w| begun.starts_with(w))
        && p.dates().iter().enumerate().skip(n + 1).take_while(|(_, m)| m.range.start < end).any(|(k, m)| {
            let ended = around(p, k).after;
            ENDED.iter().any(|w| ended.contains(w)) && days(record, p, m).is_some_and(|d| d.0 >= feedback)
        })
}

/// `整改方案2024年5月3日印发` in the words around the issues: rectification before anyone came to inspect. Prose tells of
/// other days too, so nothing short of that is looked for.
fn in_prose(at: usize, p: &Passage<'_>, limits: &Limits) -> Vec<Finding> {
    let early = p.dates().iter().enumerate().filter_map(|(n, m)| {
        let days = m.own_year.then(|| m.days()).flatten().filter(|_| m.month.is_some())?;
        limits.from.filter(|from| days.1 < *from)?;
        let around = around(p, n);
        let clause = clause(&p.text, m.range.start);
        let of_it = p.text[clause.clone()].contains("整改") || around.after.contains("整改");
        let of_another = OTHERS.iter().any(|w| around.earlier.contains(w) || around.later.contains(w));
        let idle = !around.is_action() || of_another || is_quoted(&p.text, m.range.start);
        (of_it && !idle && !ends_too_early(p, n)).then(|| finding(at, p, n, days, limits))
    });
    early.collect()
}

/// `收到反馈意见后，5月26日召开党组会` where the findings were given on the 27th: in the words around the issues.
fn of_feedback(record: &Record<'_>, at: usize, p: &Passage<'_>, limits: &Limits) -> Vec<Finding> {
    let early = p.dates().iter().enumerate().filter_map(|(n, m)| {
        m.day?;
        let days = days(record, p, m).filter(|d| d.1 < limits.feedback)?;
        let around = around(p, n);
        let of_another = OTHERS.iter().any(|w| around.earlier.contains(w) || around.later.contains(w));
        // What lies before the inspection is told above.
        let told = m.own_year
            && limits.from.is_some_and(|from| days.1 < from)
            && p.text[clause(&p.text, m.range.start)].contains("整改");
        let idle = of_another || told || is_quoted(&p.text, m.range.start) || !follows_feedback(p, n);
        (!idle).then(|| of_findings(at, p, n, limits))
    });
    early.collect()
}

/// A day before the findings of what its own sentence says came after them.
fn of_findings(at: usize, p: &Passage<'_>, n: usize, limits: &Limits) -> Finding {
    let range = p.dates()[n].range.clone();
    let message = Msg::new("found-after-findings").with("text", &p.text[range.clone()]);
    Finding::at(at, range, message.with("day", long(limits.feedback)))
        .hint(Msg::new("found-after-findings-hint"))
}

/// Whether the sentence says that what was done on a day came after the findings: 收到反馈意见后 before it, 学习反馈意见 behind it.
fn follows_feedback(p: &Passage<'_>, n: usize) -> bool {
    const BEFORE: [&str; 6] =
        ["收到反馈意见后", "收到反馈后", "反馈意见后", "反馈会后", "反馈会议后", "意见反馈后"];
    const BEHIND: [&str; 6] = [
        "学习反馈意见",
        "传达反馈意见",
        "传达学习巡察反馈意见",
        "学习巡察反馈意见",
        "传达学习反馈意见",
        "研究反馈意见",
    ];
    let m = &p.dates()[n];
    let own = sentence(&p.text, m.range.start);
    // The clause of the day, and the day nearest to the words.
    let before = &p.text[own.start..m.range.start];
    let next = p.dates().get(n + 1).map_or(own.end, |d| d.range.start.min(own.end));
    let behind = &p.text[m.range.end..next.max(m.range.end)];
    let last =
        p.dates()[..n].iter().rev().find(|d| own.contains(&d.range.start)).map_or(own.start, |d| d.range.end);
    let near = |words: &str| BEFORE.iter().any(|w| words.contains(w));
    near(&p.text[last..m.range.start]) && !before.contains("前")
        || BEHIND.iter().any(|w| behind.find(w).is_some_and(|at| behind[..at].chars().count() <= 30))
}

/// What speaks of an inspection before this one, or of what was found wrong.
const OTHERS: &[&str] = &[
    "主题教育",
    "学习教育",
    "上轮",
    "上一轮",
    "上次",
    "上一次",
    "此前",
    "以往",
    "往年",
    "历次",
    "曾",
    "原",
    "审计",
    "督察",
    "首轮",
    "前期",
    "发现",
];

/// An entry that is itself dated before the inspection: mostly a slip in the year.
fn entry(at: usize, p: &Passage<'_>, from: NaiveDate) -> Finding {
    let head = p.text.find(['，', '。', '；', ',', '\n']).unwrap_or(p.text.len());
    let said = |id| Msg::new(id).with("text", long(p.written));
    Finding::at(at, 0..head, said("found-before-inspection").with("day", long(from)))
        .hint(said("found-before-inspection-hint"))
}

fn finding(at: usize, p: &Passage<'_>, n: usize, days: (NaiveDate, NaiveDate), limits: &Limits) -> Finding {
    let range = p.dates()[n].range.clone();
    let words = &p.text[range.clone()];
    let before_it = limits.from.is_some_and(|from| days.1 < from);
    let (id, hint) = if before_it {
        ("found-before-inspection", "found-before-inspection-hint")
    } else if days.1 < limits.feedback {
        ("found-before-feedback", "found-before-feedback-hint")
    } else {
        ("found-perhaps-before", "found-perhaps-before-hint")
    };
    let start = if before_it { limits.from.unwrap_or(limits.feedback) } else { limits.feedback };
    Finding::at(at, range, Msg::new(id).with("text", words).with("day", long(start)))
        .hint(Msg::new(hint).with("text", words))
        .undecided(!before_it)
}
