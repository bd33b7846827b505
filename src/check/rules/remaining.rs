//! What a text says is left of the work, beside a status that says it is done.

use std::ops::Range;

use super::clause::{clause, sentence};
use super::undone::{clauses, is_past};

/// What a text counts as left, or as not at its end yet: no wonder without a status that says done.
pub fn remaining(text: &str) -> Vec<Range<usize>> {
    clauses(
        text,
        partly(text)
            .chain(awaited(text))
            .chain(waiting(text))
            .chain(left_over(text))
            .chain(some_not(text))
            .chain(at_a_stage(text)),
    )
}

/// `目前只完成了一半`: less than all, as it stands now.
fn partly(text: &str) -> impl Iterator<Item = (usize, usize)> + '_ {
    const DONE: &[&str] = &["完成", "办结", "收回", "退还", "建成", "拆除", "整改"];
    const HALF: &[&str] = &["一半", "过半", "大半", "小半", "一部分", "部分"];
    let only = ["只", "仅", "才", "刚"].into_iter().flat_map(|w| text.match_indices(w));
    only.filter_map(|(at, word)| {
        let own = clause(text, at);
        let verb = DONE.iter().find(|w| text[at + word.len()..].starts_with(**w))?;
        let lead = &text[sentence(text, at).start..at];
        let now = ["目前", "现", "截至", "至今", "迄今"].iter().any(|w| lead.contains(w));
        let rest = &text[at..own.end];
        let tenths =
            rest.strip_suffix('成').is_some_and(|lead| lead.ends_with(|c| "一二三四五六七八九".contains(c)));
        let half = tenths || HALF.iter().any(|w| rest.contains(w));
        ((now || half) && !is_past(lead)).then_some((at, word.len() + verb.len()))
    })
}

/// `尚有3户没有退还`: what is left.
fn left_over(text: &str) -> impl Iterator<Item = (usize, usize)> + '_ {
    const LEFT: &[&str] = &["尚有", "还有", "仍有", "尚余", "还剩", "尚剩", "仍余", "还差", "尚欠", "尚缺"];
    /// What nobody has to do anything about.
    const NONE: &[&str] = &[
        "问题", "发现", "异议", "违规", "违纪", "变化", "影响", "出现", "发生", "纳入", "到场", "到会",
        "参会", "请假",
    ];
    let left = LEFT.iter().flat_map(|w| text.match_indices(w));
    left.filter_map(|(at, word)| {
        let own = clause(text, at);
        let rest = &text[at + word.len()..own.end];
        let counted =
            rest.starts_with(|c: char| c.is_ascii_digit() || "一二两三四五六七八九十部少个".contains(c));
        let open = ["没有", "没", "未", "待"].iter().find_map(|w| rest.find(w).map(|n| &rest[n + w.len()..]));
        let undone = word == "尚欠" || open.is_some_and(|what| !NONE.iter().any(|w| what.contains(w)));
        let mended = is_mended(&text[own.end..sentence(text, at).end]);
        (counted && undone && !mended && !is_past(&text[own.start..at])).then_some((at, word.len()))
    })
}

/// `目前3户没有退还`, `其中3户未办结`: some of them are left, and nothing is said of what was done about them.
fn some_not(text: &str) -> impl Iterator<Item = (usize, usize)> + '_ {
    const ENDS: &[&str] = &[
        "完成", "办结", "到位", "退还", "退回", "归还", "缴清", "结清", "收回", "交回", "腾退", "拆除",
        "搬迁", "签订", "验收",
    ];
    let some = ["目前", "其中"].into_iter().flat_map(|w| text.match_indices(w));
    some.filter_map(|(at, word)| {
        let own = clause(text, at);
        let words = &text[at..own.end];
        let not = ["没有", "未"].iter().filter_map(|w| words.find(w).map(|n| (n, n + w.len()))).min()?;
        let counted = words[..not.0].contains(|c: char| c.is_ascii_digit());
        let undone = ENDS.iter().any(|w| words[not.1..].starts_with(w));
        let mended = is_mended(&text[own.end..sentence(text, at).end]);
        let lead = &text[sentence(text, at).start..at];
        (counted && undone && !mended && !is_past(lead)).then_some((at, word.len()))
    })
}

/// `已报县财政局待批`: a clause that ends in waiting.
fn awaited(text: &str) -> impl Iterator<Item = (usize, usize)> + '_ {
    const ENDS: &[&str] = &["待批", "待审", "待批复", "待审批", "待验收", "待拨付", "待审定"];
    text.match_indices('待').filter_map(|(at, word)| {
        let own = clause(text, at);
        let ends = ENDS.contains(&&text[at..own.end]);
        // 群众不再等待审批
        let never = text[own.start..at].contains(['不', '免', '无']);
        (ends && !never && !is_past(&text[own.start..at])).then_some((at, word.len()))
    })
}

/// `1件等待上级复核结论`: a clause that counts what waits for somebody.
fn waiting(text: &str) -> impl Iterator<Item = (usize, usize)> + '_ {
    const ENDS: &[&str] = &["结论", "复核", "批复", "审批", "答复", "判决", "裁决", "验收", "评审", "开庭"];
    text.match_indices("等待").filter_map(|(at, word)| {
        let own = clause(text, at);
        let lead = &text[own.start..at];
        let counted = lead.contains(|c: char| c.is_ascii_digit() || "一两二三四五六七八九十".contains(c));
        let ends = ENDS.iter().any(|w| text[at..own.end].ends_with(w));
        let none = ["不", "免", "无", "减少", "缩短", "原"].iter().any(|w| lead.contains(w));
        let mended = is_mended(&text[own.end..sentence(text, at).end]);
        (counted && ends && !none && !mended && !is_past(lead)).then_some((at, word.len()))
    })
}

/// `现处于征求意见阶段`: a stage that is not the last.
fn at_a_stage(text: &str) -> impl Iterator<Item = (usize, usize)> + '_ {
    const NOW: &[&str] = &["现", "目前", "正", "尚", "仍", "还", "暂", "当前", "眼下"];
    const LAST: &[&str] = &[
        "运行",
        "运营",
        "正常",
        "领先",
        "稳定",
        "管护",
        "常态",
        "使用",
        "质保",
        "巩固",
        "提升",
        "开放",
        "收尾完毕",
    ];
    let words = ["处于", "处在", "停留在", "进入"].into_iter().flat_map(|w| text.match_indices(w));
    words.filter_map(|(at, word)| {
        let own = clause(text, at);
        let lead = &text[own.start..at];
        let rest = &text[at + word.len()..own.end];
        let stage = ["阶段", "环节", "过程中", "公示期", "公示期内", "公告期内", "施工期"]
            .iter()
            .any(|w| rest.ends_with(w));
        let now = NOW.iter().any(|w| lead.contains(w));
        (now && stage && !LAST.iter().any(|w| rest.contains(w)) && !is_past(lead)).then_some((at, word.len()))
    })
}

/// Whether words go on to what was done about it.
fn is_mended(words: &str) -> bool {
    words.contains(['已', '补', '逐', '责', '催', '督', '均'])
}
