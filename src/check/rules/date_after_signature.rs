//! What is told as done on a day after the text was signed.

use chrono::{Datelike, NaiveDate};

use super::Rule;
use super::clause::{Around, around, days, status};
use super::signature::{days_behind, is_before_feedback};
use crate::check::{Finding, Kind, Passage, Record, Spot};
use crate::diag::Severity;
use crate::lang::Msg;
use crate::zh::date::long;
use crate::zh::marks::is_quoted;
use crate::zh::mention::Mention;

/// A text of 26 December cannot tell what was done on the 30th, nor how things stood then. An entry is signed on its own
/// day; prose has to say 已 or 了, since it speaks of days to come too.
pub const RULE: Rule = Rule { code: "date-after-signature", severity: Severity::Warning, find };

fn find(record: &Record<'_>) -> Vec<Finding> {
    let spoken = |kind: Kind<'_>| kind.is_action() || is_prose(kind);
    let Some(behind) = days_behind(record) else {
        return record.of_kind(spoken).flat_map(|(at, p)| one(record, at, p)).collect();
    };
    // What is wrong is the signature: that is said once, and each entry is held against its own day.
    let entries = record.of_kind(|k| matches!(k, Kind::Update(_)));
    let mut out: Vec<Finding> = entries.flat_map(|(at, p)| one(record, at, p)).collect();
    if !is_before_feedback(record) {
        let said = Msg::new("found-signature-early");
        let said = said.with("day", long(record.notice.date)).with("count", behind.to_string());
        out.push(Finding::new(Spot::Notice, said).hint(Msg::new("found-signature-early-hint")));
    }
    out
}

fn is_prose(kind: Kind<'_>) -> bool {
    matches!(kind, Kind::Prose(..) | Kind::Field("text"))
}

fn one(record: &Record<'_>, at: usize, p: &Passage<'_>) -> Vec<Finding> {
    let late = p.dates().iter().enumerate().filter(|(n, m)| {
        let whole = m.month.is_some() && m.year.is_some();
        let is_after = whole && days(record, p, m).is_some_and(|(first, _)| first > p.written);
        let may_speak_for = as_of(m, p.written).is_some_and(|day| day > p.written);
        // Most days are earlier, which is told faster than what stands around them.
        (is_after || may_speak_for) && {
            let around = around(p, *n);
            is_after && tells(p, &around) || may_speak_for && is_as_of(&around)
        }
    });
    let undated = p.dates().iter().enumerate().filter(|(n, m)| is_past_its_year(record, p, *n, m));
    let certain =
        late.filter(|(_, m)| !is_prose(p.kind) || !is_quoted(&p.text, m.range.start)).map(|m| (m, true));
    let others = undated.map(|(n, m)| {
        let open = status(record, p).is_some_and(|s| !s.is_finished());
        ((n, m), !open || says_done(&around(p, n)))
    });
    certain
        .chain(others)
        .map(|((_, m), sure)| {
            let words = &p.text[m.range.clone()];
            let id =
                if matches!(p.kind, Kind::Update(_)) { "found-after-entry" } else { "found-after-signature" };
            Finding::at(at, m.range.clone(), Msg::new(id).with("text", words).with("day", long(p.written)))
                .hint(Msg::new("found-after-signature-hint").with("text", words))
                .undecided(!sure)
        })
        .collect()
}

/// Whether what stands around a date says that it is done.
fn tells(p: &Passage<'_>, around: &Around<'_>) -> bool {
    // 已于11月9日前全部收回: it says itself that it is done.
    let done = ["已于", "已在"].iter().any(|w| around.before.trim_end().ends_with(w));
    if done && around.after.starts_with(['前', '以', '之']) {
        return true;
    }
    if is_prose(p.kind) || around.is_undertaken() {
        around.is_action() && says_done(around)
    } else {
        around.is_action() || is_there(around)
    }
}

/// What is at its end on a day, and is not said of one to come without a word of the future.
const ENDED: [&str; 26] = [
    "出具",
    "竣工",
    "完工",
    "成交",
    "印发",
    "下发",
    "通过验收",
    "验收合格",
    "完成验收",
    "退清",
    "缴清",
    "结清",
    "还清",
    "退还",
    "退回",
    "收回",
    "追回",
    "办结",
    "完成",
    "建成",
    "交付",
    "投用",
    "销号",
    "发放到位",
    "拨付到位",
    "签订",
];

/// `12月25日出具报告` in a text of 18 December of the year in which the inspection was, or of the next: no other year is left for
/// it. Nothing but the end of something is read so, since a day to come is often named without a word of the future.
fn is_past_its_year(record: &Record<'_>, p: &Passage<'_>, n: usize, m: &Mention) -> bool {
    let bare = m.day.is_some() && m.year.is_none() && !is_prose(p.kind);
    if !bare || days(record, p, m).is_none_or(|(first, _)| first <= p.written) {
        return false;
    }
    let around = around(p, n);
    let after = around.after.trim_start();
    let head = |w: &str| {
        after.find(w).is_some_and(|at| {
            let rest = &after[at + w.len()..];
            after[..at].chars().count() <= 8
                && !after[..at].contains(['，', ','])
                && !rest.starts_with(['的', '前'])
        })
    };
    let before = around.before.trim_end();
    let other = before.ends_with(['年', '至', '到', '自', '从', '起', '期'])
        || ["前", "底", "起", "止", "至", "到", "后", "之", "以", "为", "的", "（"]
            .iter()
            .any(|w| after.starts_with(w))
        || TO_COME.iter().any(|w| around.earlier.contains(w) || around.later.contains(w));
    // 公告已于12月22日发布 says itself that it is done.
    let told = before.ends_with("已于") && !after.starts_with('的');
    !other
        && !around.is_plan()
        && (told || ENDED.iter().any(|w| head(w)))
        && !is_quoted(&p.text, m.range.start)
}

/// Words beside which a day may be one to come, or of every year.
const TO_COME: [&str; 18] = [
    "将",
    "拟",
    "计划",
    "预计",
    "力争",
    "争取",
    "确保",
    "届时",
    "下一步",
    "每年",
    "每月",
    "每季",
    "期限",
    "时限",
    "要求",
    "定于",
    "余下",
    "倒排",
];

/// What leaves a thing behind.
const LEAVES: [&str; 12] =
    ["张贴", "布置", "悬挂", "印发", "制定", "签订", "购置", "购买", "更换", "安装", "发放", "收回"];

/// `2月3日张贴的标语……` tells of a thing that is there already. An event may be spoken of before its day.
fn is_there(around: &Around<'_>) -> bool {
    let of = |w: &&str| around.after.trim_start().strip_prefix(*w).is_some_and(|rest| rest.starts_with('的'));
    around.before.trim().is_empty() && LEAVES.iter().any(of) && !around.is_plan()
}

/// Whether what is said of a date, with the clause behind one that heads its sentence, says that it is done.
fn says_done(around: &Around<'_>) -> bool {
    let done = |words: &str| {
        words.contains('已') || words.match_indices('了').any(|(at, _)| !words[..at].ends_with(['为', '除']))
    };
    done(around.before) || done(around.after)
}

/// `截至12月20日`, `现将截至12月20日的……通报如下`: the day for which the text speaks. The end of a term is none.
fn is_as_of(around: &Around<'_>) -> bool {
    let before = around.before.trim_end();
    // 截止 is mostly the end of a term; where something follows that is done it stands for 截至.
    let done = ["已", "完成", "办结", "通报"].iter().any(|w| around.later.contains(w));
    let head = before.strip_suffix("截至").or_else(|| before.strip_suffix("截止").filter(|_| done));
    let term = ["报名", "公示", "征求", "投标", "有效", "租", "期", "时间", "起", "接受", "受理"];
    head.is_some_and(|head| {
        (head.trim().is_empty() || head.ends_with(['将', '把']))
            && !term.iter().any(|w| around.earlier.contains(w))
            && !around.after.starts_with(['前', '止'])
    })
}

/// The first day for which a text can speak; one without a year is that which is nearest to the day of the text.
fn as_of(m: &Mention, written: NaiveDate) -> Option<NaiveDate> {
    m.month?;
    if m.own_year {
        return m.days().map(|(first, _)| first);
    }
    let first = m.days_in(written.year())?.0;
    ((first - written).num_days() <= 62).then_some(first)
}
