//! Promises whose day had passed when the text was signed.

use super::Rule;
use super::clause::{Around, ahead_in, around, days_ahead, is_quoted, last_chars, sentence};
use crate::check::{Finding, Kind, Passage, Record};
use crate::diag::Severity;
use crate::lang::Msg;
use crate::zh::date::long;
use crate::zh::mention::{Mention, Part};

/// `定于10月26日举办`, `10月底前完成` in a text of 26 December: the reader has to be told whether it was.
pub const RULE: Rule = Rule { code: "promise-past", severity: Severity::Warning, find };

fn find(record: &Record<'_>) -> Vec<Finding> {
    let spoken = |kind: Kind<'_>| kind.is_action() || matches!(kind, Kind::Prose(..) | Kind::Field("text"));
    record.of_kind(spoken).flat_map(|(at, p)| one(record, at, p)).collect()
}

fn one(record: &Record<'_>, at: usize, p: &Passage<'_>) -> Vec<Finding> {
    let past = p.dates().iter().enumerate().filter_map(|(n, m)| {
        let (_, last) = days_ahead(record, p, m).filter(|(_, last)| *last < p.written)?;
        let around = around(p, n);
        let coming = is_promise(&around, m) || is_prepared(p, m);
        (coming && !is_kept(&around) && !is_quoted(&p.text, m.range.start)).then(|| {
            let words = &p.text[m.range.clone()];
            let message = Msg::new("found-promise-past")
                .with("text", words)
                .with("last", long(last))
                .with("day", long(p.written));
            let start = m.range.start - marker(&around);
            Finding::at(at, start..m.range.end, message)
                .hint(Msg::new("found-promise-past-hint"))
                .undecided(!is_plain(&around) && !is_prepared(p, m))
        })
    });
    past.collect()
}

/// Whether it can be nothing but a promise: a word of promise, something under way before it, or a term straight before what
/// ends the work. `10月底前16个启用` may as well tell what was done.
fn is_plain(around: &Around<'_>) -> bool {
    let after = around.after.trim_start().trim_start_matches(['之', '以', '前']);
    let ends = ENDS.iter().any(|w| after.starts_with(w));
    named_ahead(around) || ends || UNDER_WAY.iter().any(|w| around.earlier.contains(w))
}

/// Words that end the work.
const ENDS: &[&str] =
    &["完成", "办结", "建成", "落实", "报送", "到位", "整改", "交付", "验收", "竣工", "清退"];

/// Words of what is under way or to come.
const UNDER_WAY: &[&str] = &["正在", "筹备", "拟", "将", "推进", "力争", "争取", "确保"];

/// How many bytes before the date its word of promise begins.
fn marker(around: &Around<'_>) -> usize {
    let near = last_chars(around.before, 8);
    ahead_in(near).filter(|_| named_ahead(around)).map_or(0, |n| near.len() - n)
}

/// 定于, 拟于, 计划 and the like straight before the date.
fn named_ahead(around: &Around<'_>) -> bool {
    let near = last_chars(around.before, 8);
    ahead_in(near).is_some()
        && !near.contains("原")
        && !near.contains("不")
        && !near.contains("方案")
        && !near.contains("按")
}

fn is_promise(around: &Around<'_>, m: &Mention) -> bool {
    if named_ahead(around) {
        return true;
    }
    let after = around.after.trim_start();
    let deadline = ["前", "之前", "以前"].iter().any(|w| after.starts_with(w));
    let told = ["已", "于", "在", "截至", "至"].iter().any(|w| around.before.trim_end().ends_with(w))
        || around.before.contains('已');
    let asked = ["要求", "规定", "明确", "约定", "责令", "通知", "限", "每年", "每季", "每月"];
    if told || asked.iter().any(|w| last_chars(around.earlier, 16).contains(w)) {
        return false;
    }
    let finish = ENDS.iter().any(|w| after.contains(w)) && !after.contains('已') && !after.contains('了');
    let open = UNDER_WAY.iter().any(|w| around.earlier.contains(w));
    finish && (deadline || (m.part == Part::End || m.part == Part::Late) && open)
}

/// Words of getting ready for what has a day of its own.
const PREPARES: &[&str] =
    &["筹备", "筹办", "筹划", "准备", "作准备", "做准备", "报名", "排练", "布展", "预热", "备战"];

/// Whether the text still gets ready for the day: `正在筹备8月1日的现场会`, `正在报名，8月1日截止`. What began or was done on
/// the day goes on from it.
fn is_prepared(p: &Passage<'_>, m: &Mention) -> bool {
    let whole = sentence(&p.text, m.range.start);
    let words = &p.text[whole.clone()];
    let rest = p.text[m.range.end..whole.end].trim_start();
    let goes_on = ["起", "以来", "开始", "后", "已", "启动", "至今"].iter().any(|w| rest.starts_with(w));
    let lead = &p.text[whole.start..m.range.start];
    let ends = ["截止", "结束", "开幕", "举行", "举办", "召开", "开赛"].iter().any(|w| rest.starts_with(w));
    // Between the getting ready and the day stands nothing but a word that leads to it.
    let leads = rest.starts_with('的') || ends || rest.starts_with("前");
    let now = words.contains("正在")
        || words.contains("筹备中")
        || words.contains("准备中")
        || words.contains("目前");
    m.day.is_some()
        && now
        && leads
        && !goes_on
        && !lead.contains('已')
        && PREPARES.iter().any(|w| words.contains(w))
}

/// Whether the same sentence tells what became of it.
fn is_kept(around: &Around<'_>) -> bool {
    ["推迟", "延期", "改为", "改期", "顺延", "现已", "目前已", "因"].iter().any(|w| around.later.contains(w))
        || around.earlier.contains("原定")
        || around.earlier.contains("原计划")
}
