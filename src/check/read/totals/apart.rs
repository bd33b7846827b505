//! What tells that parts named behind a total are all of it, where no word says so: one is the contrary of the other, they say
//! the same of two halves, or the sum comes back further on.

use super::words::{OPPOSED, sum_of};
use crate::zh::quantity::{Quantity, find_all};

/// Words of what is as it should be, or is done with.
const WELL: &[&str] = &[
    "合格", "完备", "齐全", "规范", "优秀", "良好", "达标", "符合", "相符", "属实", "稳定", "正常", "办结",
    "查结", "审结", "确为", "确属", "完成", "落实", "办成", "整改", "解决", "保留", "通过", "清零", "按期",
    "有效", "完好", "完整", "存活", "核实", "能用", "可用", "无恙", "无损", "健全", "合用", "照明", "可住",
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
    "超量",
    "超期",
    "超限",
    "超范围",
    "违规",
    "破损",
    "损坏",
    "过期",
    "失联",
    "空置",
    "不足",
    "带病",
    "缺",
    "差",
    "虚假",
    "搁置",
    "正在",
    "在办",
    "核查中",
    "办理中",
    "推进中",
    "移交",
    "转送",
    "转交",
    "报废",
    "报损",
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
    "松动",
    "缺失",
    "锈死",
    "带伤",
    "受损",
    "故障",
    "失灵",
    "开裂",
    "变形",
    "漏水",
    "坏了",
    "枯死",
    "闪烁",
    "假",
    "废止",
    "失效",
    "驳回",
];

/// Sorts of which the second is what the first is not.
const SORTS: &[(&str, &str)] = &[
    ("机关", "基层"),
    ("旧欠", "新欠"),
    ("陈欠", "新欠"),
    ("老欠", "新欠"),
    ("往年", "当年"),
    ("历年", "当年"),
    ("上年", "当年"),
    ("上年", "本年"),
    ("有顶", "露天"),
    ("散客", "团队"),
    ("空置", "住着"),
    ("空置", "入住"),
    ("单程", "往返"),
    ("单向", "双向"),
    ("自住", "出租"),
    ("自用", "出租"),
    ("自用", "外租"),
    ("自营", "出租"),
    ("会员", "非会员"),
    ("机关", "乡镇"),
    ("城区", "乡镇"),
    ("线上", "线下"),
    ("网上", "窗口"),
    ("网上", "现场"),
    ("县内", "县外"),
    ("本地", "外地"),
    ("本县", "外县"),
    ("专用", "普通"),
    ("专用", "通用"),
    ("涉密", "普通"),
    ("正式", "临时"),
    ("在编", "聘用"),
    ("在用", "封存"),
    ("在用", "闲置"),
    ("在用", "停用"),
    ("在职", "退休"),
    ("室内", "室外"),
    ("室内", "户外"),
    ("一般", "重大"),
    ("一般", "重点"),
    ("书面", "口头"),
    ("单位", "个人"),
    ("国有", "民营"),
    ("日常", "专项"),
];

/// What is done about each thing in one way or in another. A third way may be left out, but none goes both ways.
const WAYS: &[(&str, &str)] = &[
    ("当场", "限期"),
    ("现场", "限期"),
    ("立即", "限期"),
    ("立行立改", "限期"),
    ("当场", "转办"),
    ("当场", "转交"),
    ("当场", "交办"),
    ("当场", "移交"),
    ("当场", "事后"),
    ("当场", "书面"),
    ("当面", "书面"),
];

/// What becomes of a thing once and for all: of each only one is told, so that these sort what they are told of.
const FATES: &[&str] = &[
    "保留", "留用", "继续", "沿用", "维持", "修订", "修改", "修复", "修好", "能修", "换新", "更新", "报废",
    "报损", "销毁", "拆除", "封存", "注销", "停用", "停办", "关停", "取消", "撤销", "废止", "失效", "合并",
    "并入", "收回", "追回", "结清", "转入", "转为", "结转", "核销", "冲销", "退回", "退还", "发还", "移交",
    "转交", "移送", "转送", "划转", "调拨", "变卖", "拍卖", "办结", "在办", "化解", "了结", "撤回", "驳回",
    "录用", "辞退", "补办", "续签", "补签", "重签", "改签", "终止", "解散", "解除", "吊销", "作废", "换发",
    "下架", "退货", "能用", "待修", "归档", "续聘", "解聘", "调出", "退养", "复垦", "出租", "闲置", "停租",
    "照常", "照旧", "续用", "续租", "在营", "在岗", "存续", "留任", "辞退", "关门", "撤掉", "裁撤", "退租",
    "除名", "销号", "拆解", "捐出", "转让", "赠送", "抵债", "有效", "现行", "改订", "改记", "更名", "改名",
    "降标", "停收",
];

/// Fates of what stays as it was. Beside them every other is told: what has neither stayed nor changed is nothing.
const KEPT: &[&str] = &[
    "保留", "留用", "继续", "沿用", "维持", "有效", "现行", "照常", "照旧", "续用", "续聘", "续租", "在营",
    "在岗", "存续", "留任",
];

/// Whether the parts sort what the total counts.
pub fn is_sorted(text: &str, total: &Quantity<'_>, parts: &[&Quantity<'_>]) -> bool {
    let leads = leads(text, total, parts);
    are_contrary(&leads)
        || are_fates(&leads)
        || are_grades(&leads)
        || are_times(&leads)
        || say_the_same(&leads)
        || comes_back(text, total, parts)
}

/// Whether one part is what another is not, or every part tells another end of the same things.
pub fn is_opposed(text: &str, total: &Quantity<'_>, parts: &[&Quantity<'_>]) -> bool {
    let leads = leads(text, total, parts);
    are_contrary(&leads) || are_fates(&leads)
}

/// Whether the two parts are two ways of doing with things, of which none goes both: 当场整改30处，限期整改11处.
pub fn are_ways(text: &str, total: &Quantity<'_>, parts: &[&Quantity<'_>]) -> bool {
    let leads = leads(text, total, parts);
    // 当场整改问题51个 counts something else than where it was looked for.
    let told = |lead: &str, word: &str| {
        lead.rfind(word).is_some_and(|at| lead[at + word.len()..].chars().count() <= 2)
    };
    let way = |(a, b): &(&str, &str)| leads.iter().any(|l| told(l, a)) && leads.iter().any(|l| told(l, b));
    leads.len() == 2 && WAYS.iter().any(way)
}

/// Whether the words say that nothing is between the parts, so that they are all of it whatever they come to: 上年欠 and 当年欠,
/// what was kept and what became of the others.
pub fn is_closed(text: &str, total: &Quantity<'_>, parts: &[&Quantity<'_>]) -> bool {
    let leads = leads(text, total, parts);
    let kept = leads.iter().any(|lead| KEPT.iter().any(|w| lead.contains(w)));
    // 轿车9辆、其他2辆: what is no sort of its own is the rest.
    let others = leads.len() > 1 && leads.last().is_some_and(|lead| matches!(*lead, "其他" | "其它"));
    others || leads.len() == 2 && are_two_sorts(&leads) || kept && are_fates(&leads)
}

/// Whether the parts are of one series, so that none of them can be left out: 一类坝46口，二类坝8口，三类坝3口.
pub fn is_series(text: &str, total: &Quantity<'_>, parts: &[&Quantity<'_>]) -> bool {
    let leads = leads(text, total, parts);
    let long = |lead: &&str| lead.chars().count();
    let even = leads.windows(2).all(|w| long(&w[0]) == long(&w[1]));
    leads.len() > 2 && even && say_the_same(&leads) || are_grades(&leads)
}

/// The words before each part, in its clause.
pub fn leads<'t>(text: &'t str, total: &Quantity<'_>, parts: &[&Quantity<'_>]) -> Vec<&'t str> {
    let mut from = total.range.end;
    parts
        .iter()
        .map(|q| {
            let lead = &text[from.min(q.range.start)..q.range.start];
            from = q.range.end;
            lead.rsplit(['，', ',', '、']).next().unwrap_or(lead).trim_start_matches("其中")
        })
        .collect()
}

/// Whether so large a number is so nearly reached that it is hardly by chance: one in twenty or less.
pub fn is_no_chance(apart: i64, total: &Quantity<'_>) -> bool {
    apart.saturating_mul(2).saturating_add(total.step).saturating_mul(20) <= total.value
}

/// Whether words say what became of a thing for good.
pub fn is_fate(lead: &str) -> bool {
    FATES.iter().any(|w| lead.contains(w))
}

/// 收回15笔、结转6笔、核销1笔: every part tells another end of the same things.
fn are_fates(leads: &[&str]) -> bool {
    let fate = |lead: &&str| FATES.iter().find(|w| lead.contains(**w));
    let mut seen: Vec<_> = leads.iter().filter_map(fate).collect();
    seen.sort_unstable();
    seen.dedup();
    seen.len() == leads.len()
}

/// One part is well, another is not.
fn are_contrary(leads: &[&str]) -> bool {
    let ill = |lead: &&str| ILL.iter().any(|w| lead.contains(w));
    let well = |lead: &&str| !ill(lead) && WELL.iter().any(|w| lead.contains(w));
    let opposed = are_two_sorts(leads);
    // 涉密7台、非涉密78台
    let negated = leads.iter().any(|a| {
        leads.iter().any(|b| ["非", "不", "未", "无"].iter().any(|n| b.ends_with(&format!("{n}{a}"))))
    });
    let other = leads.len() == 2 && leads.iter().any(|lead| lead.starts_with('非'));
    opposed || negated || other || leads.iter().any(well) && leads.iter().any(ill)
}

/// 在用20辆、封存5辆: two ends of the same things.
fn are_two_sorts(leads: &[&str]) -> bool {
    OPPOSED.iter().chain(SORTS).any(|(a, b)| {
        leads.iter().any(|l| l.contains(a) && !l.contains(b)) && leads.iter().any(|l| l.contains(b))
    })
}

/// B级47部，C级8部: every part is a grade.
fn are_grades(leads: &[&str]) -> bool {
    leads.iter().all(|lead| lead.trim_end_matches('的').ends_with('级') && lead.chars().count() <= 4)
}

/// 夜间25个、全天12个: every part tells when.
fn are_times(leads: &[&str]) -> bool {
    const TIMES: [&str; 18] = [
        "白天", "全天", "日间", "夜间", "日班", "夜班", "白班", "早班", "晚班", "午间", "走读", "住校",
        "寄宿", "过夜", "全托", "日托", "日租", "包月",
    ];
    let mut seen: Vec<_> =
        leads.iter().filter_map(|lead| TIMES.iter().find(|w| lead.contains(**w))).collect();
    seen.sort_unstable();
    seen.dedup();
    seen.len() == leads.len()
}

/// 公开答复79条、当面答复17条: every part ends in the same word.
fn say_the_same(leads: &[&str]) -> bool {
    let last =
        |lead: &str| lead.trim_end_matches(['的', '了']).chars().next_back().filter(|c| c.is_alphabetic());
    let first = leads.first().and_then(|l| last(l));
    first.is_some() && leads.iter().all(|l| l.chars().count() > 1 && last(l) == first)
}

/// The sum of the parts is named again close behind them, of the same unit.
pub fn comes_back(text: &str, total: &Quantity<'_>, parts: &[&Quantity<'_>]) -> bool {
    let sum = sum_of(parts);
    let Some(end) = parts.last().map(|q| q.range.end) else { return false };
    let named = |q: &Quantity<'_>| text[q.range.end..].starts_with(|c: char| c.is_alphabetic());
    let close = |q: &Quantity<'_>| q.range.start <= 150;
    find_all(&text[end..]).iter().any(|q| q.value == sum && q.unit == total.unit && close(q)) && named(total)
}
