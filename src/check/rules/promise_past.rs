//! Promises whose day had passed when the text was signed.

use std::ops::Range;

use chrono::{Datelike, NaiveDate};

use super::Rule;
use super::clause::{Around, ahead_in, around, around_range, days_ahead, last_chars, status};
use super::preparing::is_prepared;
use super::undone::to_the_stop;
use crate::check::{Finding, Kind, Passage, Record};
use crate::diag::Severity;
use crate::lang::Msg;
use crate::model::Status;
use crate::zh::date::long;
use crate::zh::marks::is_quoted;
use crate::zh::mention::Part;
use crate::zh::term::terms;

/// `定于10月26日举办`, `10月底前完成` in a text of 26 December: the reader has to be told whether it was. Without a word of
/// the future, `8月20日前完成` is a promise beside an open status only; elsewhere it tells what was done.
pub const RULE: Rule = Rule { code: "promise-past", severity: Severity::Warning, find };

fn find(record: &Record<'_>) -> Vec<Finding> {
    let spoken = |kind: Kind<'_>| kind.is_action() || matches!(kind, Kind::Prose(..) | Kind::Field("text"));
    record.of_kind(spoken).flat_map(|(at, p)| one(record, at, p)).collect()
}

fn one(record: &Record<'_>, at: usize, p: &Passage<'_>) -> Vec<Finding> {
    let status = status(record, p);
    // Nothing is promised by a day before anyone came to inspect.
    let begun = record.notice.inspection.as_ref().and_then(|i| i.from.or(i.feedback));
    let is_past = |due: &Due<'_>| due.last < p.written && begun.is_none_or(|begun| begun <= due.last);
    let past = dues(record, p).into_iter().filter(is_past).filter_map(|due| {
        let prepared = due.mention.is_some_and(|n| is_prepared(p, &p.dates()[n]));
        let around = &due.around;
        let coming = prepared || is_promise(p, &due, status);
        (coming && !is_kept(p, &due) && !is_quoted(&p.text, due.range.start)).then(|| {
            let words = &p.text[due.range.clone()];
            let message = Msg::new("found-promise-past")
                .with("text", words)
                .with("last", long(due.last))
                .with("day", long(p.written));
            let start = due.range.start - marker(around);
            Finding::at(at, start..due.range.end, message)
                .hint(Msg::new("found-promise-past-hint"))
                .undecided(!is_plain(around) && !prepared)
        })
    });
    past.collect()
}

/// A day or a term by which something may have been promised.
struct Due<'t> {
    range: Range<usize>,
    last: NaiveDate,
    around: Around<'t>,
    /// Its place in [`Passage::dates`], where it is no quarter or half.
    mention: Option<usize>,
    /// Whether it is the end of a month or year.
    is_end: bool,
}

fn dues<'t>(record: &Record<'_>, p: &'t Passage<'_>) -> Vec<Due<'t>> {
    let feedback = record.notice.inspection.as_ref().and_then(|i| i.feedback.or(i.to));
    let terms = terms(&p.text);
    let inside = |at: usize| terms.iter().any(|t| t.range.contains(&at));
    let days = p.dates().iter().enumerate().filter(|(_, m)| !inside(m.range.start)).filter_map(|(n, m)| {
        let (_, last) = days_ahead(record, p, m)?;
        let is_end = matches!(m.part, Part::End | Part::Late);
        Some(Due { range: m.range.clone(), last, around: around(p, n), mention: Some(n), is_end })
    });
    let quarters = terms.iter().filter_map(|t| {
        let year = p.written.year();
        let own = t.last_day(year)?;
        let early = t.year.is_none() && feedback.is_some_and(|day| own < day);
        let last = if early { t.last_day(year + 1)? } else { own };
        let around = around_range(&p.text, t.range.clone());
        Some(Due { range: t.range.clone(), last, around, mention: None, is_end: false })
    });
    days.chain(quarters).collect()
}

/// Whether it can be nothing but a promise: a word of promise, something under way before it, or a term straight before what
/// ends the work. `10月底前16个启用` may as well tell what was done.
fn is_plain(around: &Around<'_>) -> bool {
    let after = around.after.trim_start().trim_start_matches(['年', '底', '末', '内', '之', '以', '前']);
    // 前完成203户 may tell a result.
    let counted = clause_of(after).contains(|c: char| c.is_ascii_digit());
    let ends = !counted && ENDS.iter().any(|w| after.starts_with(w));
    named_ahead(around) || ends || UNDER_WAY.iter().any(|w| around.earlier.contains(w))
}

fn clause_of(words: &str) -> &str {
    words.split(['，', ',']).next().unwrap_or_default()
}

/// Words that end the work.
const ENDS: &[&str] =
    &["完成", "办结", "建成", "落实", "报送", "到位", "整改", "交付", "验收", "竣工", "清退"];

/// Words of what is under way or to come.
const UNDER_WAY: &[&str] = &["正在", "筹备", "拟", "将", "推进", "力争", "争取", "确保"];

/// Words of the future that may stand further off from the day, as in `争取分两批，第一批8月底前建成`.
const FUTURE: &[&str] = &[
    "拟于",
    "拟在",
    "拟分",
    "计划于",
    "计划在",
    "计划分",
    "计划用",
    "计划由",
    "争取分",
    "争取于",
    "争取在",
    "力争",
    "预计",
    "打算",
    "有望",
    "将于",
    "将在",
    "将分",
];

/// What makes a plan of such a word that was made earlier, or no plan at all: 争取资金 asks for money.
const NO_PLAN: &[&str] = &[
    "原",
    "不",
    "方案",
    "按",
    "年度计划",
    "工作计划",
    "计划生育",
    "争取资金",
    "争取上级",
    "争取项目",
    "争取专项",
    "争取补助",
    "争取支持",
];

/// How many bytes before the date its word of promise begins.
fn marker(around: &Around<'_>) -> usize {
    let near = last_chars(around.before, 8);
    ahead_in(near).filter(|_| named_ahead(around)).map_or(0, |n| near.len() - n)
}

/// 定于, 拟于, 计划 and the like straight before the date.
fn named_ahead(around: &Around<'_>) -> bool {
    let near = last_chars(around.before, 8);
    // 要求各站确保10月底前报送 tells what was asked of others.
    let demand = ["要求", "责令", "责成", "督促"].iter().any(|w| last_chars(around.earlier, 16).contains(w));
    // 计划对2016年建成的泵房逐座检修 names things by their day.
    // 争取8月的补助资金 asks for money.
    let money = near.contains("争取") && clause_of(around.after).contains("资金");
    let object = money || near.trim_end().ends_with(['对', '将', '把', '就']);
    let plan = ahead_in(near).is_some() && !NO_PLAN.iter().any(|w| near.contains(w));
    plan && !demand && !object && !is_yardstick(around) && !were_held(around)
}

/// 比合同约定的6月30日提早33天, 以往年底才发，今年改在4月发放: a day that what was done is measured by, or a practice that took
/// the place of another.
fn is_yardstick(around: &Around<'_>) -> bool {
    let own = around.before.trim_end();
    let measured = own.contains(['比', '较', '距', '离']) && own.ends_with('的');
    let practice = ["以往", "以前", "过去", "往年", "原来"].iter().any(|w| around.earlier.contains(w));
    measured || practice && own.ends_with("改在")
}

/// `已组织学习3次，分别安排在9月12日、10月17日`: the days of what was held already, so many times.
fn were_held(around: &Around<'_>) -> bool {
    // 已检修9次，剩余2次排在11月20日 tells of others.
    const OWN: [&str; 6] = ["排在", "安排在", "分别排在", "分别安排在", "依次排在", "依次安排在"];
    if !OWN.contains(&around.before.trim()) {
        return false;
    }
    let Some((clauses, _)) = around.earlier.rsplit_once(['，', ',', '：', ':']) else { return false };
    let own = clauses.rsplit(['，', ',', '：', ':']).next().unwrap_or(clauses).trim_end();
    let counted = ["次", "场", "期", "批", "轮", "讲", "堂", "节"].iter().any(|w| {
        own.strip_suffix(w).is_some_and(|n| {
            n.ends_with(|c: char| c.is_ascii_digit() || "一二两三四五六七八九十".contains(c))
        })
    });
    let done = own.contains(['已', '了']) || ["先后", "累计"].iter().any(|w| own.contains(w));
    counted && done && !["将", "拟", "计划"].iter().any(|w| own.contains(w))
}

fn is_promise(p: &Passage<'_>, due: &Due<'_>, status: Option<Status>) -> bool {
    let around = &due.around;
    let after = around.after.trim_start().trim_start_matches(['年', '底', '末']);
    let deadline = ["前", "之前", "以前"].iter().any(|w| after.starts_with(w)) && !after.starts_with("前后");
    if named_ahead(around) {
        return !(deadline && is_of_a_thing(after));
    }
    let told = ["已", "于", "在", "截至", "至"].iter().any(|w| around.before.trim_end().ends_with(w))
        || around.before.contains('已');
    let asked = ["要求", "规定", "明确", "约定", "责令", "通知", "限", "每年", "每季", "每月"];
    if told || asked.iter().any(|w| last_chars(around.earlier, 16).contains(w)) {
        return false;
    }
    let future = FUTURE.iter().any(|w| around.earlier.contains(w))
        && !NO_PLAN.iter().any(|w| around.earlier.contains(w));
    // 第一期4月底前建成，已投用
    let used = around.later.split(['，', ',']).nth(1).is_some_and(|next| next.starts_with(['已', '均']));
    // 8月20日前完成203户，剩余47户正在办理
    let rest = ["剩余", "其余", "余下", "还剩", "剩下"].iter().any(|w| around.later.contains(w));
    if used || !future && rest || after.starts_with("前后") {
        return false;
    }
    // Where no status is stated, 正在筹备 before the day says as much as an open one.
    let open = match status {
        Some(status) => !status.is_finished() && status != Status::BasicallyDone,
        None => ["正在", "筹备"].iter().any(|w| around.earlier.contains(w)),
    };
    if !future && (!open || is_told_beside(p, due)) {
        return false;
    }
    let finish = ENDS.iter().any(|w| after.contains(w)) && !after.contains('已') && !after.contains('了');
    let under_way = UNDER_WAY.iter().any(|w| around.earlier.contains(w));
    finish && !is_of_a_thing(after) && (deadline || due.is_end && under_way)
}

/// `2016年以前建成的安置房`: the day is that of a thing.
fn is_of_a_thing(after: &str) -> bool {
    let own = clause_of(after);
    let duty = ["的要求", "的部署", "的目标", "的规定", "的承诺", "的通知", "的时限"];
    ENDS.iter().any(|w| own.match_indices(w).any(|(at, w)| own[at + w.len()..].starts_with('的')))
        || duty.iter().any(|w| own.contains(w))
}

/// Whether the same is told of another day as a fact: `8月5日完成120户，8月20日前完成203户`.
fn is_told_beside(p: &Passage<'_>, due: &Due<'_>) -> bool {
    let Some(end) = ENDS.iter().find(|w| due.around.after.contains(**w)) else { return false };
    let others = (0..p.dates().len()).filter(|n| Some(*n) != due.mention);
    others.map(|n| around(p, n)).any(|other| {
        let after = other.after.trim_start().trim_start_matches(['年', '底', '末', '之', '以']);
        let told = after.find(end).is_some_and(|at| after[..at].chars().count() <= 12);
        told && !after.starts_with('前') && !other.is_plan() && !named_ahead(&other)
    })
}

/// Whether the same sentence tells what became of it, or what was said there: 首次汇报安排在11月8日，由两位副局长作；会上没有发现反弹.
fn is_kept(p: &Passage<'_>, due: &Due<'_>) -> bool {
    let around = &due.around;
    let behind = &p.text[due.range.end..to_the_stop(&p.text, due.range.start).end];
    let there = ["会上", "会后", "当天", "当日", "当场", "现场", "活动中", "结果"];
    if behind.split(['，', '；']).skip(1).any(|part| there.iter().any(|w| part.starts_with(w))) {
        return true;
    }
    const KEPT: &[&str] = &[
        "推迟",
        "延期",
        "改为",
        "改期",
        "顺延",
        "现已",
        "目前已",
        "因",
        "均已",
        "已全部",
        "已如期",
        "已按期",
        "已按时",
        "已提前",
        "实际于",
    ];
    KEPT.iter().any(|w| around.later.contains(w))
        || around.earlier.contains("原定")
        || around.earlier.contains("原计划")
}
