//! Words of what is not done yet, beside a status that says it is, or grown stale.

use std::ops::Range;

use chrono::Datelike;

use super::Rule;
use super::clause::{clause, days, days_ahead, last_chars, sentence};
use super::completion_disagrees::says_all_done;
use super::declared::is_open;
use super::remaining::remaining;
use super::undone::{is_of_a_thing, is_overcome, to_the_stop, undone};
use crate::check::{Finding, Kind, Passage, Record};
use crate::diag::Severity;
use crate::history::{issue_status, measure_status};
use crate::lang::Msg;
use crate::model::{Measure, Status};
use crate::zh::date::long;
use crate::zh::marks::is_quoted;
use crate::zh::mention::Mention;
use crate::zh::status::{Wording, suggest};
use crate::zh::term::terms;
use crate::zh::wordlist::Words;

/// 正在招投标 beside 已完成; 暂未召开 in a text that states no status and was signed long after the feedback.
pub const RULE: Rule = Rule { code: "wording-unfinished", severity: Severity::Warning, find };

/// How long after the feedback a word such as 正在 needs a status or a day beside it: two months, in days.
const STALE: i64 = 60;

fn find(record: &Record<'_>) -> Vec<Finding> {
    record.of_kind(Kind::is_action).flat_map(|(at, p)| one(record, at, p)).collect()
}

fn one(record: &Record<'_>, at: usize, p: &Passage<'_>) -> Vec<Finding> {
    let Some(measure) = measure(record, p) else { return Vec::new() };
    let (status, open) = stated(record, p, measure);
    let finished = status.is_some_and(Status::is_finished);
    let stale = open && is_late(record, p);
    let completed = open && is_completed(record, p);
    if !finished && !stale && !completed {
        return Vec::new();
    }
    let mut found = undone(&p.text);
    if finished || completed {
        found.extend(remaining(&p.text));
    }
    if finished {
        found.extend(ahead(&p.text));
    }
    // What is kept up has days to come.
    if status == Some(Status::Done) {
        found.extend(planned(record, p).into_iter().chain(rest_put_off(&p.text)));
    }
    found.sort_by_key(|r| r.start);
    found.dedup_by(|b, a| b.start < a.end);
    found.retain(|r| finished || completed || !dated(record, p, r.start));
    let one = |range| match status.filter(|s| s.is_finished()) {
        Some(status) => beside(at, p, range, status),
        None if completed => beside_completion(at, p, range),
        None => {
            let promised = is_promised(record, p, range.start);
            let owned = is_a_state(&p.text, range.start) || is_open(record);
            let honest = promised || owned || is_in_other_hands(&p.text, range.start);
            left_open(at, p, range, measure, promised).undecided(honest)
        }
    };
    found.into_iter().map(one).collect()
}

/// Whether the completion line of the issue says that all is done.
fn is_completed(record: &Record<'_>, p: &Passage<'_>) -> bool {
    record.issue_of(p).and_then(|i| i.completion.as_deref()).is_some_and(says_all_done)
}

fn measure<'a>(record: &Record<'a>, p: &Passage<'_>) -> Option<&'a Measure> {
    record.issue_of(p)?.measures.get(p.measure.unwrap_or_default())
}

/// The status when the words were written, and whether nothing that was entered since says how it went on.
fn stated(record: &Record<'_>, p: &Passage<'_>, measure: &Measure) -> (Option<Status>, bool) {
    match p.kind {
        Kind::Update(u) => (measure.updates.get(u).and_then(|u| u.status), false),
        Kind::Field(_) => {
            let status =
                record.issue_of(p).and_then(|i| issue_status(i, record.notice.date, record.notice.date));
            (status, false)
        }
        _ => {
            let status = measure_status(measure, record.notice.date, record.notice.date);
            (status, status.is_none() && measure.updates.is_empty() && p.kind.is_printed())
        }
    }
}

fn is_late(record: &Record<'_>, p: &Passage<'_>) -> bool {
    let feedback = record.notice.inspection.as_ref().and_then(|i| i.feedback);
    feedback.is_some_and(|day| (p.written - day).num_days() > STALE)
}

/// Whether the sentence, the one before it or one behind it says by when it will be done: 正在装修，计划2026年12月底前竣工;
/// 其余1.2万个计划6月底前换完。此项正在推进。
fn is_promised(record: &Record<'_>, p: &Passage<'_>, at: usize) -> bool {
    let near = with_neighbours(&p.text, at);
    let words = &p.text[near.clone()];
    let year = p.written.year();
    let since =
        |m: &Mention| ["以来", "起", "开始", "至今"].iter().any(|w| p.text[m.range.end..].starts_with(w));
    let days = p.dates().iter().filter(|m| near.contains(&m.range.start) && m.month.is_some() && !since(m));
    days.into_iter().any(|m| days_ahead(record, p, m).is_some_and(|(_, last)| last > p.written))
        || terms(words).iter().any(|t| t.last_day(year).is_some_and(|last| last > p.written))
        || NEXT
            .places(words)
            .into_iter()
            .any(|(at, _)| year_before(&words[..at]).is_none_or(|named| named >= year))
}

/// Words for a time that is still to come, unless a year that is over stands before them.
static NEXT: Words = Words::new(&["年底前", "年内", "明年", "次年", "下月"]);

/// The year that words end with: `2025年年底前`, `2025年内`.
fn year_before(words: &str) -> Option<i32> {
    let words = words.strip_suffix('年').unwrap_or(words);
    let from = words.trim_end_matches(|c: char| c.is_ascii_digit()).len();
    words[from..].parse().ok()
}

/// The sentence that a byte lies in, with the one before it and what stands behind.
fn with_neighbours(text: &str, at: usize) -> Range<usize> {
    let own = to_the_stop(text, at);
    let before = text[..own.start].trim_end_matches(['。', '！', '？']).len();
    to_the_stop(text, before).start..text.len()
}

/// Whether a line is labelled as saying how far a thing is: 整改结果：选派教师已办结，聘任兼职教师正在推进.
fn is_a_state(text: &str, at: usize) -> bool {
    let line = text[..at].rfind('\n').map_or(0, |n| n + 1);
    let label = text[line..at].split_once(['：', ':']).map(|(label, _)| label.trim());
    let states = ["状态", "结果", "进度", "结论", "完成情况"];
    label.is_some_and(|label| label.chars().count() <= 8 && states.iter().any(|w| label.ends_with(w)))
}

/// Whether the sentence tells of what a court or another authority has to bring to its end: 案件正在审理, 企业正在破产清算.
fn is_in_other_hands(text: &str, at: usize) -> bool {
    static HANDS: Words = Words::new(&[
        "审理",
        "仲裁",
        "破产",
        "清算",
        "诉讼",
        "起诉",
        "上诉",
        "强制执行",
        "法院执行",
        "申请执行",
        "复议",
        "立案侦查",
        "司法鉴定",
        "重整",
    ]);
    HANDS.are_in(&text[to_the_stop(text, at)])
}

/// Whether the sentence gives the day for which it speaks: 截至2025年12月20日. It holds over a semicolon.
fn dated(record: &Record<'_>, p: &Passage<'_>, at: usize) -> bool {
    // 截至2月28日，销号79个。未销号的7个仍在跟踪: it holds for the sentence behind it, too.
    let own = to_the_stop(&p.text, at);
    let whole = p.text[..at].rfind("截至").unwrap_or(at).min(own.start)..own.end;
    let inside = |m: &&Mention| whole.contains(&m.range.start) && m.day.is_some();
    p.text[whole.clone()].contains("截至")
        && p.dates()
            .iter()
            .filter(inside)
            .filter_map(|m| days(record, p, m))
            .any(|(_, day)| (p.written - day).num_days() <= 31)
}

/// Words of what is still to come.
static AHEAD: Words =
    Words::new(&["将于", "拟于", "拟定于", "计划于", "并将", "还将", "之后将", "下一步将", "届时", "待"]);

fn ahead(text: &str) -> Vec<Range<usize>> {
    let words = AHEAD.places(text).into_iter();
    words
        .filter(|(at, word)| {
            let starts = clause(text, *at).start == *at;
            let rest = &text[at + word.len()..clause(text, *at).end];
            let deals = *word == "并将" && is_dealt_with(rest);
            !is_quoted(text, *at)
                && !is_of_a_thing(text, at + word.len())
                && (*word != "待" || starts)
                && !deals
        })
        .map(|(at, _)| at..clause(text, at).end)
        .collect()
}

/// 并将其中1家清出名录: 将 stands for 把 where a thing and what was done with it follow. 并将在系统内通报 is to come.
fn is_dealt_with(behind: &str) -> bool {
    static DONE_WITH: Words = Words::new(&[
        "清出",
        "移出",
        "调出",
        "划出",
        "存入",
        "列入",
        "纳入",
        "并入",
        "载入",
        "录入",
        "记入",
        "写入",
        "归入",
        "移交",
        "转交",
        "交由",
        "转给",
        "发至",
        "发给",
        "送达",
        "报送",
        "上报",
        "上缴",
        "上交",
        "退还",
        "返还",
        "归还",
        "通报",
        "抄送",
        "反馈",
        "公示",
        "公开",
        "张贴",
        "归档",
        "作为",
        "列为",
        "调整为",
        "改为",
        "划转",
        "调离",
        "挂钩",
        "相结合",
        "衔接",
    ]);
    let to_come =
        ["于", "在", "按", "继续", "适时", "逐步", "尽快", "进一步", "持续", "定期", "陆续", "择机"];
    let (at, _) = DONE_WITH.places(behind).into_iter().next().unwrap_or_default();
    at > 0 && !to_come.iter().any(|w| behind.starts_with(w))
}

/// Words that put what follows off where a day stands behind them.
const PLANS: &[&str] = &[
    "争取",
    "力争",
    "定于",
    "定在",
    "预计",
    "准备在",
    "准备于",
    "有望",
    "排在",
    "计划",
    "打算",
    "暂定",
    "确保",
];

/// `力争2026年年底前办结`: a day or a term after the words were written, behind a word that puts things off.
fn planned(record: &Record<'_>, p: &Passage<'_>) -> Vec<Range<usize>> {
    let text = &*p.text;
    let year = p.written.year();
    let terms = terms(text).into_iter().filter(|t| t.last_day(year).is_some_and(|day| day > p.written));
    static NEAR: Words = Words::new(&["年底前", "年内", "月底前", "明年", "次年", "下月"]);
    let near = NEAR.places(text).into_iter().map(|(at, w)| at..at + w.len());
    let others = terms.map(|t| t.range).chain(near);
    let days = p.dates().iter();
    let days = days.filter(|m| days_ahead(record, p, m).is_some_and(|(_, last)| last > p.written));
    let coming = days.map(|m| m.range.clone()).chain(others);
    coming.filter_map(|day| put_off(text, &day)).collect()
}

/// The clause that a day or a term ends, from the word on that puts it off.
fn put_off(text: &str, day: &Range<usize>) -> Option<Range<usize>> {
    let own = clause(text, day.start);
    let lead = &text[own.start..day.start];
    let near = last_chars(lead, 10);
    let rest = text[day.end..own.end].trim_start_matches(['年', '底', '末', '前']);
    // 年底前争取批下来 has the word behind.
    let behind = ["争取", "力争", "有望", "预计能"].iter().any(|w| rest.starts_with(w));
    // 列入检修计划并在12月20日前销号: a plan, and what was done by it.
    let plans = |at: &usize| !near[*at..].starts_with("计划并");
    let before = PLANS.iter().filter_map(|w| near.rfind(w)).filter(plans).min();
    let word = before.or(behind.then_some(near.len()))?;
    let term = ["到期", "届满", "失效", "生效", "期满"].iter().any(|w| text[own.clone()].contains(w));
    let at = day.start - near.len() + word;
    let made_before =
        lead.contains(['原', '按', '不', '约', '每']) || sentence_before(text, at).contains("要求");
    let due = text[day.end..].trim_start_matches(['年', '底', '末', '之', '以']).starts_with('前');
    let figure = text[day.end..].starts_with("度")
        || near[word..].starts_with("确保") && !(due || near[word..].starts_with("确保于"));
    // 下一期安排在8月 tells of the next one; a 规划 reaches far.
    let next =
        ["下一期", "下一次", "下一场", "下一轮", "下期", "下次", "下轮"].iter().any(|w| lead.contains(w));
    let far = sentence_before(text, at).contains("规划");
    let idle =
        figure || next || far || term || made_before || is_quoted(text, at) || is_of_a_thing(text, day.end);
    (!idle && !is_overcome(text, at)).then_some(at..own.end)
}

fn sentence_before(text: &str, at: usize) -> &str {
    &text[sentence(text, at).start..at]
}

/// `剩余部分争取早日拆完`: what is left is put off, to whatever day.
fn rest_put_off(text: &str) -> Vec<Range<usize>> {
    static REST: Words = Words::new(&["剩余", "其余", "余下", "剩下"]);
    static PUT_OFF: Words =
        Words::new(&["争取", "力争", "拟于", "拟在", "计划于", "计划在", "预计", "打算", "将于", "将在"]);
    let put_off = REST.places(text).into_iter().filter_map(|(at, _)| {
        let own = at..clause(text, at).end;
        let words = &text[own.clone()];
        (PUT_OFF.are_in(words) && !words.contains('按') && !is_quoted(text, at) && !is_overcome(text, at))
            .then_some(own)
    });
    put_off.collect()
}

/// Words beside a status that says it is done.
fn beside(at: usize, p: &Passage<'_>, range: Range<usize>, status: Status) -> Finding {
    let message = Msg::new("found-unfinished-done").with("text", &p.text[range.clone()]);
    Finding::at(at, range, message.words("status", status.message()))
        .hint(Msg::new("found-unfinished-done-hint"))
}

/// Words beside a completion line that says all is done.
fn beside_completion(at: usize, p: &Passage<'_>, range: Range<usize>) -> Finding {
    let message = Msg::new("found-unfinished-completion").with("text", &p.text[range.clone()]);
    Finding::at(at, range, message).hint(Msg::new("found-unfinished-completion-hint"))
}

/// Words that no status and no day stands beside, unless it is the one by which it will be done; a status that an import inferred
/// waits for somebody to confirm it.
fn left_open(at: usize, p: &Passage<'_>, range: Range<usize>, measure: &Measure, promised: bool) -> Finding {
    let words = &p.text[range.clone()];
    let id = if promised { "found-unfinished-promised" } else { "found-unfinished-stale" };
    let message = Msg::new(id).with("text", words).with("day", long(p.written));
    let hint = match measure.status.filter(|_| measure.status_from_wording) {
        Some(inferred) => Msg::new("found-unfinished-inferred-hint").words("status", inferred.message()),
        None => {
            let key = if suggest(words) == Some(Wording::NotStarted) {
                Status::NotStarted
            } else {
                Status::InProgress
            };
            let id = if promised { "found-unfinished-promised-hint" } else { "found-unfinished-stale-hint" };
            Msg::new(id).with("key", key.key())
        }
    };
    Finding::at(at, range, message).hint(hint)
}
