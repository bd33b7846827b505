//! What tells that parts named behind a total are all of it, where no word says so: one is the contrary of the other, they say
//! the same of two halves, or the sum comes back further on.

use super::words::OPPOSED;
use crate::zh::quantity::{Quantity, find_all};

/// Words of what is as it should be, or is done with.
const WELL: &[&str] = &[
    "合格", "完备", "齐全", "规范", "优秀", "良好", "达标", "符合", "相符", "属实", "稳定", "正常", "办结",
    "查结", "审结", "完成", "落实", "办成", "整改", "解决", "保留", "通过", "清零", "按期",
];

/// Words of what is not, or not yet.
const ILL: &[&str] = &[
    "不",
    "未",
    "没有",
    "瑕疵",
    "缺陷",
    "问题",
    "超标",
    "不足",
    "缺",
    "差",
    "虚假",
    "搁置",
    "正在",
    "核查中",
    "办理中",
    "推进中",
    "移交",
    "转送",
    "转交",
    "报废",
    "盘亏",
    "闲置",
    "移送",
    "注销",
    "停用",
    "逾期",
    "退回",
    "须",
    "需",
    "待",
    "异常",
    "废止",
    "失效",
    "驳回",
];

/// Whether the parts sort what the total counts.
pub fn is_sorted(text: &str, total: &Quantity<'_>, parts: &[&Quantity<'_>]) -> bool {
    let mut from = total.range.end;
    let leads: Vec<&str> = parts
        .iter()
        .map(|q| {
            let lead = &text[from.min(q.range.start)..q.range.start];
            from = q.range.end;
            lead.rsplit(['，', ',', '、']).next().unwrap_or(lead)
        })
        .collect();
    are_contrary(&leads) || say_the_same(&leads) || comes_back(text, total, parts)
}

/// One part is well, another is not.
fn are_contrary(leads: &[&str]) -> bool {
    let ill = |lead: &&str| ILL.iter().any(|w| lead.contains(w));
    let well = |lead: &&str| !ill(lead) && WELL.iter().any(|w| lead.contains(w));
    let opposed = OPPOSED.iter().any(|(a, b)| {
        leads.iter().any(|l| l.contains(a) && !l.contains(b)) && leads.iter().any(|l| l.contains(b))
    });
    // 涉密7台、非涉密78台
    let negated = leads.iter().any(|a| {
        leads.iter().any(|b| ["非", "不", "未", "无"].iter().any(|n| b.ends_with(&format!("{n}{a}"))))
    });
    opposed || negated || leads.iter().any(well) && leads.iter().any(ill)
}

/// 公开答复79条、当面答复17条: every part ends in the same word.
fn say_the_same(leads: &[&str]) -> bool {
    let last =
        |lead: &str| lead.trim_end_matches(['的', '了']).chars().next_back().filter(|c| c.is_alphabetic());
    let first = leads.first().and_then(|l| last(l));
    first.is_some() && leads.iter().all(|l| l.chars().count() > 2 && last(l) == first)
}

/// The sum of the parts is named again behind them, of the same unit.
fn comes_back(text: &str, total: &Quantity<'_>, parts: &[&Quantity<'_>]) -> bool {
    let sum = parts.iter().fold(0_i64, |sum, q| sum.saturating_add(q.value));
    let Some(end) = parts.last().map(|q| q.range.end) else { return false };
    let named = |q: &Quantity<'_>| text[q.range.end..].starts_with(|c: char| c.is_alphabetic());
    find_all(&text[end..]).iter().any(|q| q.value == sum && q.unit == total.unit) && named(total)
}
