//! Names without marks around them, and how many bodies they are: `望岭、石渡、箕水等3个乡镇`.

use std::ops::Range;

use super::{Unlike, numbers};
use crate::zh::sentence::is_pause;

/// Bodies that a list of names may be followed by.
const BODIES: [&str; 34] = [
    "乡镇",
    "乡",
    "镇",
    "村",
    "社区",
    "街道",
    "县",
    "市",
    "单位",
    "部门",
    "学校",
    "企业",
    "超市",
    "科室",
    "股室",
    "党支部",
    "支部",
    "协会",
    "栏目",
    "平台",
    "板块",
    "小区",
    "小组",
    "组",
    "工作组",
    "专班",
    "中心",
    "窗口",
    "机构",
    "班组",
    "片区",
    "园区",
    "环节",
    "领域",
];

/// Words between the number and the body.
const SORTS: [&str; 9] = ["重点", "专项", "关键", "主要", "职能", "直属", "下属", "业务", "责任"];

/// What the bodies do or what is done with them: with any of these behind it the name of the body ends.
const DOES: [&str; 34] = [
    "走访", "调研", "核实", "核查", "对接", "了解", "学习", "座谈", "征求", "检查", "抽查", "查找", "联合",
    "召开", "分别", "逐一", "考察", "沟通", "会商", "查阅", "参加", "参与", "牵头", "组成", "印发", "实地",
    "现场", "交叉", "同步", "先后", "共同", "分头", "分工", "发放",
];

/// What else is counted behind its names, where one more or one fewer is told than are listed.
const THINGS: [&str; 12] =
    ["制度", "机制", "活动", "专项行动", "清单", "台账", "内容", "课题", "渠道", "举措", "课程", "流程"];

/// Every number of bodies beside a list of other length.
pub fn find(text: &str) -> Vec<Unlike> {
    numbers(text, &["个", "家", "所", "项", "类", "门", "种"])
        .into_iter()
        .filter_map(|(said, range)| one(text, said, range))
        .collect()
}

fn one(text: &str, said: u32, range: Range<usize>) -> Option<Unlike> {
    let after = &text[range.end..];
    let after = SORTS.iter().find_map(|w| after.strip_prefix(w)).unwrap_or(after);
    let longest = |names: &[&'static str]| {
        names.iter().copied().filter(|b| after.starts_with(b)).max_by_key(|b| b.len())
    };
    // 海报、折页、手册2类宣传品: whatever it is that has sorts.
    let sorted =
        text[range.clone()].ends_with(['类', '种']) && after.starts_with(|c: char| c.is_alphabetic());
    let thing = longest(&THINGS).or_else(|| sorted.then_some(""));
    let body = thing.or_else(|| longest(&BODIES))?;
    // 4个部门负责人 may be four persons; 4家部门 are bodies whatever follows.
    let whole = sorted || text[range.clone()].ends_with('家');
    let lead = text[..range.start].rsplit(is_pause).next()?;
    let together = ["一共", "总共", "合计", "共有", "共"].iter().find_map(|w| lead.strip_suffix(w));
    let own = together.unwrap_or(lead);
    let (list, more) = own.strip_suffix('等').map_or((own, false), |l| (l, true));
    // 到甲镇、乙镇、丙乡走访12个村: what is counted is what they went to see there.
    // 就社会救助、养老服务、殡葬改革到12个乡镇调研: they went there about it.
    let goes =
        ['到', '赴', '去', '往', '至', '进', '在', '向', '给', '对', '把', '将', '为', '从', '由', '以'];
    if DOES.iter().any(|w| list.ends_with(w)) || list.ends_with(goes) {
        return None;
    }
    let (count, joined) = length(list)?;
    let right = said == count || joined && said + 1 == count || more && said > count;
    // 县直、乡镇6家单位 are of two sorts.
    let few = count == 2 || thing.is_some();
    let sorts = few && !more && said.abs_diff(count) > 1 || thing.is_some() && count == 2;
    // 甲镇、乙镇3个村 are in the towns.
    let place = |word: &str| word.chars().next_back().filter(|c| "镇乡村县市".contains(*c));
    let within = place(list).zip(place(body)).is_some_and(|(a, b)| a != b && !body.contains(a));
    // 机关、企业和基层社共7个党支部: so many all of them have.
    let within = within || together.is_some() && said.abs_diff(count) > 1;
    let start = range.start - lead.len();
    ((whole || ends(&after[body.len()..])) && !right && !sorts && !within && said <= 20).then(|| Unlike {
        number: range,
        list: start..start + list.len(),
        said,
        listed: count,
    })
}

/// Whether the name of a body ends: 3个村民小组, 3个乡镇卫生院 are something else.
fn ends(rest: &str) -> bool {
    let mark = rest.chars().next().is_none_or(|c| is_pause(c) || "、的和开进共）)”均".contains(c));
    mark || DOES.iter().any(|w| rest.starts_with(w))
}

/// How many names a list has, and whether the last two are joined by a word that could be part of a name instead.
fn length(list: &str) -> Option<(u32, bool)> {
    let items: Vec<&str> = list.split('、').collect();
    let count = u32::try_from(items.len()).ok().filter(|n| *n > 1)?;
    let name =
        |item: &str| (2..=6).contains(&item.chars().count()) && !item.contains(|c: char| c.is_ascii_digit());
    let (last, others) = items[1..].split_last()?;
    let joint = ["以及", "和", "及", "与"].iter().find_map(|w| last.split_once(w));
    let joined = joint.is_some_and(|(a, b)| name(a) && name(b));
    let plain = others.iter().all(|item| name(item)) && (joined || name(last));
    plain.then_some((count + u32::from(joined), joined))
}
