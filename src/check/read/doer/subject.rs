//! Who acts where a clause does not begin a text: behind what was done first, at the end of a row, behind 经.

use super::names::{NAMED_FOR_WORK, TIMES};
use super::{acts, ends_as_a_body, goes_to_work, is_named_and, is_named_for_work, is_part_of_name};

/// Whether a clause has one who acts at its head and goes on to what was done: 规划处推动解决堵点9个. What was done may stand in the
/// clause before. Those whom it concerned, 教师参训9人, and those who only agreed are none.
pub fn is_subject(clause: &str) -> bool {
    let last = last_of_row(clause);
    // 逐乡督办 says how, 各村报送 who was told to.
    !last.starts_with(|c: char| c.is_ascii_digit() || "各逐每沿到赴".contains(c)) && is_at_work(last)
}

fn is_at_work(words: &str) -> bool {
    let own = |name: &str| !name.contains(['由', '被', '以']) && !CROWDS.iter().any(|w| name.ends_with(w));
    let asked = |name: &str, after: &str| own(name) && is_work(after);
    // 已推动县文化馆完成改造: whoever was urged is none.
    let bare = words.trim_start_matches(['已', '均', '并', '还', '又', '再', '也']);
    is_named_and(words, &asked) && (!acts(bare) || is_named_for_work(bare))
}

/// Whether what stands behind a name is what it did.
pub fn is_work(after: &str) -> bool {
    (goes_to_work(after) || after.starts_with("支持")) && !is_concerned(after)
}

/// The last of those that a clause begins with: 人事处 of 财务处、人事处清退9人.
fn last_of_row(clause: &str) -> &str {
    let mut rest = clause;
    while let Some((name, more)) = rest.split_once('、').filter(|(name, _)| is_whole_name(name)) {
        rest = if name.is_empty() { break } else { more };
    }
    rest
}

fn is_whole_name(name: &str) -> bool {
    name.chars().count() <= 14
        && (ends_as_a_body(name) && is_part_of_name(name) && !acts(name) || is_office(name))
}

/// Whether a clause is nothing but an office that is called after its work: 建设管理处.
pub fn is_office(clause: &str) -> bool {
    const OFFICES: [&str; 9] = ["中心", "办公室", "局", "股", "科", "处", "室", "办", "厅"];
    let work = OFFICES.iter().filter_map(|end| clause.strip_suffix(end)).map(|work| work.chars().count());
    work.into_iter().any(|n| n == 2 || n == 4) && NAMED_FOR_WORK.iter().any(|end| clause.ends_with(end))
}

/// Whether a clause says when, and nothing else.
pub fn is_time(clause: &str) -> bool {
    TIMES.contains(clause)
}

/// Whether a row that a clause begins with ends so: 影像、检验三个中心自1月起值守.
pub fn ends_a_row(clause: &str) -> bool {
    clause.rsplit_once('、').is_some_and(|(_, last)| is_row(last))
}

/// 检验三个中心自1月起值守: of what sort, how many, and then the bodies.
pub(super) fn is_row(clause: &str) -> bool {
    let count = |w: &str| {
        let at = clause.find(w)?;
        let before = &clause[..at];
        let short = before.chars().count() <= 6 && !before.contains('的');
        before
            .ends_with(|c: char| "两二三四五六七八九十多几".contains(c) || c.is_ascii_digit())
            .then_some(())?;
        short.then_some(&clause[at + w.len()..])
    };
    let digits = |c: char| c.is_ascii_digit() || "两二三四五六七八九十多几".contains(c);
    let sorted = !clause.starts_with(digits);
    // 石桥2个县级局各组织一次: each of them did it.
    let each = |bodies: &str| is_at_work(bodies) || is_at_work(&bodies.replacen('各', "", 1));
    sorted && ["个", "家", "所", "支"].into_iter().filter_map(count).any(each)
}

/// 经财务科核算，药占比为…: an office of the house that went over it. Those who only agree are none.
pub(super) fn has_looked_into_it(clause: &str) -> bool {
    const WORK: [&str; 14] = [
        "核算", "复核", "核实", "核对", "统计", "测算", "清点", "盘点", "核查", "排查", "梳理", "汇总",
        "审核", "审计",
    ];
    const HOW: [&str; 5] = ["专项", "全面", "逐项", "逐笔", "重新"];
    let above = |name: &str| name.starts_with(['县', '市', '省', '区', '上', '第']);
    let office = |name: &str| (2..=12).contains(&name.chars().count()) && !above(name) && is_whole_name(name);
    let behind = clause.strip_prefix('经');
    // 经核算科复核: the name may have the work in it.
    behind.is_some_and(|rest| {
        let bare = |name| HOW.iter().find_map(|w| str::strip_suffix(name, w)).unwrap_or(name);
        WORK.iter().flat_map(|w| rest.match_indices(w)).any(|(at, _)| office(bare(&rest[..at])))
    })
}

/// 镇里给6个村派了干部: the house that signs, by its level alone. 镇里的路灯 and 镇里路灯3盏 are things that it has.
pub(super) fn is_the_house(clause: &str) -> bool {
    let level = |c: char| "省市州县区旗镇乡院校局厅".contains(c);
    let rest = clause.strip_prefix(level).and_then(|rest| rest.strip_prefix('里'));
    rest.is_some_and(is_work)
}

/// 全省完成投资17亿元, 全院药占比为26.3%: a figure of the whole, of which nobody is asked who did it.
pub(super) fn is_a_whole_place(clause: &str) -> bool {
    const WHOLE: [&str; 16] = [
        "全国",
        "全省",
        "全市",
        "全州",
        "全县",
        "全区",
        "全旗",
        "全镇",
        "全乡",
        "全村",
        "全院",
        "全校",
        "全厅",
        "全系统",
        "全行业",
        "全集团",
    ];
    const FIGURES: [&str; 14] = [
        "为", "达", "完成", "实现", "累计", "共有", "现有", "共", "下降", "增长", "上升", "提高", "降至",
        "增至",
    ];
    let rest = WHOLE.iter().find_map(|w| clause.strip_prefix(w));
    let counted = |rest: &str| rest.contains(|c: char| c.is_ascii_digit());
    rest.is_some_and(|rest| counted(rest) && FIGURES.iter().any(|w| rest.contains(w)))
}

/// Many people, who as often take part in what another does.
pub(super) const CROWDS: [&str; 8] = ["干部", "党员", "职工", "教师", "同志", "人员", "学员", "群众"];

/// What is done by those whom a thing concerns, or who agree to it.
fn is_concerned(after: &str) -> bool {
    const CONCERNED: [&str; 38] = [
        "受教育",
        "受益",
        "受到",
        "受训",
        "领到",
        "收到",
        "获",
        "得到",
        "表示",
        "反映",
        "签收",
        "签字",
        "认可",
        "满意",
        "参训",
        "参加",
        "参会",
        "参学",
        "出席",
        "列席",
        "同意",
        "批准",
        "批复",
        "审批",
        "核准",
        "许可",
        "反馈",
        "退出",
        "交流",
        "作出",
        "作书面",
        "作了",
        "配合",
        "出具",
        "收了",
        "收下",
        "派员",
        "到场",
    ];
    let bare = after.trim_start_matches(['已', '均', '也', '都', '全', '部', '先', '后']);
    CONCERNED.iter().any(|w| bare.starts_with(w))
}
