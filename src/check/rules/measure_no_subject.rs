//! Measures of which nobody can say whose they are.

use super::Rule;
use super::clause::VERBS;
use crate::check::{Finding, Kind, Passage, Record};
use crate::diag::Severity;
use crate::lang::Msg;
use crate::model::Unit;

/// A measure with no `unit` whose text begins with what was done and not with who did it.
pub const RULE: Rule = Rule { code: "measure-no-subject", severity: Severity::Warning, find };

fn find(record: &Record<'_>) -> Vec<Finding> {
    let names = names(record);
    let measures = record.of_kind(|k| matches!(k, Kind::Measure));
    // Where one body does it all, what happened to a thing was its doing.
    let several = record.site.units.len() > 1;
    let idle = |p: &Passage<'_>| has_no_subject(p, &names) || several && names_nobody(p, &names);
    measures
        .filter(|(_, p)| !has_unit(record, p) && idle(p))
        .map(|(at, p)| {
            let first = p.text.find(['。', '，', ',', '；', '\n']).unwrap_or(p.text.len());
            Finding::at(at, 0..first, Msg::new("found-no-subject")).hint(Msg::new("found-no-subject-hint"))
        })
        .collect()
}

fn has_unit(record: &Record<'_>, p: &Passage<'_>) -> bool {
    let issue = p.issue.and_then(|at| record.notice.issues.get(at));
    issue.zip(p.measure).and_then(|(i, m)| i.measures.get(m)).is_some_and(|m| m.unit.is_some())
}

/// Names under which a body may stand in the text.
fn names<'a>(record: &Record<'a>) -> Vec<&'a str> {
    let units = record.site.units.iter().flat_map(Unit::names);
    let issuer = record.notice.issuer.as_str();
    units.chain([issuer, issuer.trim_start_matches("中共")]).filter(|n| !n.is_empty()).collect()
}

/// Whether the first sentence begins with what was done.
fn has_no_subject(p: &Passage<'_>, names: &[&str]) -> bool {
    let first = p.text.split(['。', '；', '\n']).next().unwrap_or_default();
    let mut clauses = clauses(p, 0..first.len()).skip_while(|c| c.is_empty());
    let opening = clauses.next().unwrap_or_default();
    let known = names.iter().any(|n| opening.starts_with(n));
    let verb = acts(opening) && !known && !is_named_for_work(opening);
    let circumstance = CIRCUMSTANCE.iter().any(|w| opening.starts_with(w));
    let names_one = |clause: &str| names.iter().any(|n| clause.starts_with(n)) || is_somebody(clause);
    let own = circumstance && names.iter().any(|n| opening.contains(n));
    verb && !(circumstance && (own || clauses.any(names_one)))
}

/// Whether the whole text has nobody in it who could have done it.
fn names_nobody(p: &Passage<'_>, names: &[&str]) -> bool {
    !names.iter().any(|n| p.text.contains(n)) && !clauses(p, 0..p.text.len()).any(is_somebody)
}

/// The clauses of a stretch of a text, each without the day that it begins with; one that is nothing but a day is empty.
fn clauses<'p>(p: &'p Passage<'_>, stretch: std::ops::Range<usize>) -> impl Iterator<Item = &'p str> {
    let text = &p.text[stretch];
    let mut at = 0;
    text.split(['，', ',', '、', '。', '；', ';', '：', ':', '\n']).map(move |clause| {
        let start = at;
        at += clause.len() + text[at + clause.len()..].chars().next().map_or(0, char::len_utf8);
        let dated =
            p.dates().iter().rev().find(|m| start <= m.range.start && m.range.end <= start + clause.len());
        let day = dated.filter(|m| {
            let lead = text[start..m.range.start].trim();
            lead.chars().all(|c| c.is_ascii_digit() || "于在自从年月日到至、和及—～-~".contains(c))
        });
        let Some(day) = day else { return clause.trim_start_matches(['）', ')', ' ']) };
        text[day.range.end..start + clause.len()]
            .trim_start_matches(['底', '初', '起', '前', '后', '）', ')', ' '])
    })
}

/// Whether words begin with a verb, an adverb or a circumstance. One of a single character may begin the name of a body:
/// 审计局.
fn acts(words: &str) -> bool {
    let alone = || words.starts_with(|c| ALONE.contains(c)) && !is_named(words);
    // A text that begins with 的 has lost whose it was.
    words.starts_with('的') || STARTS.iter().chain(ACTS).chain(VERBS).any(|w| words.starts_with(w)) || alone()
}

/// Whether a clause begins with the name of a body or the post of a person, or has one behind 由.
fn is_somebody(clause: &str) -> bool {
    let (topic, agent) = clause.split_once('由').map_or(("", None), |(topic, agent)| (topic, Some(agent)));
    if is_aside(topic) {
        return false;
    }
    let leads = |words: &str| ["牵头", "负责", "承办", "主办"].iter().any(|w| words.ends_with(w));
    agent.is_some_and(leads) || [Some(clause), agent].into_iter().flatten().any(looks_like_a_body)
}

/// Whether what stands before 由 is something beside the matter: 桥史由县地方志部门核定. With a number it is the matter itself.
fn is_aside(topic: &str) -> bool {
    const NOT_TOPICS: &str = "均都已再并仍另改全后现";
    let count = topic.chars().count();
    count == 2
        && topic.chars().all(char::is_alphabetic)
        && !topic.contains(|c| NOT_TOPICS.contains(c))
        && !["全部", "统一", "一律", "分别", "现已", "今后", "其余", "以后"].contains(&topic)
}

/// Whether words begin as a name does, and not with what was done.
fn looks_like_a_body(words: &str) -> bool {
    let office = BODIES.iter().any(|w| words.starts_with(w));
    office || !is_affected(words) && is_named(words) && (!acts(words) || is_named_for_work(words))
}

/// 租户、村干部均已确认: those whom it concerned, not those who did it.
fn is_affected(words: &str) -> bool {
    ["均已确认", "均已签字", "均已签收", "签字确认", "表示满意", "表示认可", "均无异议", "没有异议"]
        .iter()
        .any(|w| words.contains(w))
}

/// Whether a name begins with the work of the body: 采购中心, 组织部.
fn is_named_for_work(words: &str) -> bool {
    let rest = words.char_indices().nth(2).map_or("", |(at, _)| &words[at..]);
    let ends = |end: &&str| {
        rest.strip_prefix(*end).is_some_and(|after| !after.starts_with(['室', '学', '技', '面', '部', '限']))
    };
    BODIES.iter().any(|w| words.starts_with(w))
        || ["中心", "办公室", "领导小组", "委员会", "大队", "专班", "局", "股", "科"].iter().any(ends)
}

/// Whether the first characters end as the names of bodies and posts do, with nothing before that names do not have.
fn is_named(words: &str) -> bool {
    let head: String = words.chars().take(14).collect();
    let part = |at: usize| {
        let from = head[..at].char_indices().next_back().map_or(0, |(n, _)| n);
        NOT_BODIES.iter().any(|w| head[from..].starts_with(w) || head[at..].starts_with(w))
    };
    let ends = |end: &str| {
        let mut found = head.match_indices(end).map(|(at, _)| (at, &head[..at], &head[at + end.len()..]));
        found.any(|(at, before, after)| {
            let plain = !before
                .contains(|c: char| c.is_ascii_digit() || "对给把向与到在于被请让将往了的".contains(c));
            // 为石桥镇卫生院添上推床, 送县档案部门: what something is done for, or goes to.
            let served = before.starts_with(['为', '替', '送', '报', '呈']);
            let small = SMALL.contains(&end) && !goes_to_work(after);
            // 台账 begins with 台, and is none.
            let named = at > 0 || end.chars().count() > 1;
            plain && named && !served && !small && !part(at) && !after.starts_with('的')
        })
    };
    ENDS.iter().chain(SMALL).any(|end| ends(end))
}

/// Whether a day or what is done follows, as behind 水文队 in 水文队10月9日检修 and not behind 泵站 in 泵站3座.
fn goes_to_work(after: &str) -> bool {
    let day = after.trim_start_matches(|c: char| c.is_ascii_digit());
    let dated = day.len() < after.len() && day.starts_with(['月', '年']);
    dated || after.starts_with(['已', '于', '会', '共', '再']) || acts(after)
}

/// What the names of small bodies end with, and those of many things.
const SMALL: &[&str] = &["队", "所", "站"];

/// What the names of bodies and the posts of people end with.
const ENDS: &[&str] = &[
    "局",
    "党组",
    "党委",
    "支部",
    "中心",
    "委员会",
    "办公室",
    "公司",
    "学校",
    "医院",
    "街道",
    "镇",
    "乡",
    "部",
    "联",
    "班子",
    "组",
    "我们",
    "股",
    "科室",
    "专班",
    "大队",
    "总站",
    "书记",
    "局长",
    "主任",
    "负责人",
    "负责同志",
    "领导",
    "干部",
    "党员",
    "职工",
    "协会",
    "集团",
    "研究会",
    "学会",
    "商会",
    "台",
    "馆",
    "中学",
    "小学",
    "银行",
    "法院",
    "检察院",
    "各单位",
    "各部门",
    "县委",
    "县政府",
    "政府",
];

/// Words that have such an end and are none.
const NOT_BODIES: &[&str] = &[
    "全部", "内部", "外部", "局部", "部分", "部署", "组织", "联系", "联合", "联动", "联网", "乡村", "乡土",
    "部位", "部件", "下乡", "返乡", "回乡", "还乡", "老乡", "家乡", "城乡", "城镇", "集镇", "西部", "东部",
    "南部", "北部", "中部", "底部", "顶部", "机组", "分组", "编组", "重组", "改组", "平台", "后台", "窗台",
    "台账", "台帐", "联防", "联审", "联席", "联通", "串联", "关联", "三联", "互联", "股份", "入股", "股金",
    "股东", "所有", "所在", "所需", "所属", "所涉", "场所", "厕所", "队伍", "站点", "网站", "车站",
];

/// What says when, how or by what, and may stand before the one who acts.
const CIRCUMSTANCE: &[&str] = &[
    "通过", "根据", "按照", "依据", "对照", "围绕", "针对", "结合", "为", "在", "自", "从", "于", "对",
    "巡察", "经", "已", "截至", "目前", "现已",
];

/// Bodies whose names begin as a verb does.
const BODIES: &[&str] = &[
    "组织部",
    "组织人事",
    "整改办",
    "整改工作领导小组",
    "整改领导小组",
    "协调小组",
    "学习强国",
    "依法治",
    "监督检查室",
];

/// What a text begins with that has no subject.
const STARTS: &[&str] = &[
    "通过",
    "根据",
    "按照",
    "依据",
    "对照",
    "围绕",
    "针对",
    "结合",
    "为了",
    "为规范",
    "为进一步",
    "为加强",
    "为确保",
    "对",
    "在",
    "自",
    "从",
    "于",
    "已",
    "经",
    "将",
    "把",
    "加强",
    "强化",
    "成立",
    "建立",
    "健全",
    "完善",
    "制定",
    "修订",
    "印发",
    "出台",
    "组织",
    "召开",
    "开展",
    "严格",
    "进一步",
    "持续",
    "积极",
    "认真",
    "及时",
    "全面",
    "深入",
    "定期",
    "切实",
    "扎实",
    "坚持",
    "选派",
    "明确",
    "落实",
    "督促",
    "推动",
    "推进",
    "规范",
    "举办",
    "严肃",
    "加大",
    "压实",
    "增强",
    "提升",
    "优化",
    "梳理",
    "排查",
    "摸排",
    "整改",
    "完成",
    "清理",
    "核查",
    "邀请",
    "利用",
    "充分",
    "不断",
    "着力",
    "聚焦",
    "牢固",
    "主动",
    "联合",
    "协调",
    "细化",
    "构建",
    "打造",
    "开设",
    "更新",
    "收回",
    "追缴",
    "清退",
    "补齐",
    "重新",
    "逐项",
    "逐一",
    "集中",
    "多次",
    "先后",
    "截至",
    "目前",
    "现已",
    "依法",
    "依规",
    "如数",
    "全额",
    "足额",
    "陆续",
    "按期",
    "如期",
    "限期",
    "立即",
    "当场",
    "一次性",
    "彻底",
];

/// Other verbs with which what was done begins.
const ACTS: &[&str] = &[
    "会同", "委托", "聘请", "取消", "停用", "改用", "改写", "改建", "改设", "追回", "收缴", "解除", "终止",
    "处置", "撤掉", "撤销", "回应", "回访", "复核", "复查", "核定", "核验", "评查", "暗访", "清点", "公布",
    "推行", "推出", "试行", "实行", "执行", "采用", "采取", "拍卖", "封存", "移送", "上交", "腾退", "划转",
    "合并", "精简", "压减", "压缩", "增设", "增加", "加装", "购置", "购买", "改造", "修缮", "修改", "修复",
    "拟订", "起草", "征求", "听取", "讨论", "表决", "提醒", "批评", "责成", "责令", "要求", "指定", "指派",
    "安排", "抽调", "考核", "承担", "负责", "办理", "受理", "答复", "回复", "答应", "解决", "化解", "兑付",
    "结清", "补发", "补签", "补收", "纠正", "更正", "改正", "关闭", "注销", "停办", "开通", "开放", "上线",
    "投用", "检测", "监测", "随机", "逐户", "上门", "实地", "现场", "当面", "统一", "分别", "分批", "分步",
    "累计", "全部", "设立", "设置", "比对", "重审", "整治", "治理", "倒查", "前往", "深化", "帮助", "引入",
    "招聘", "招录", "返还", "配备", "配发", "换发", "列出", "公开", "清除", "清运", "清收", "清欠", "返修",
    "返工", "免费", "接到", "接收", "重拟", "重整", "重订", "重修", "重建", "重签", "延时", "延长", "疏通",
    "疏浚", "加固", "加派", "铺设", "栽植", "补种", "补植", "新增", "新设", "扩建", "关停", "下线", "叫停",
    "停发", "停止", "暂停", "归还", "归并", "归集", "移出", "剔除", "筛查", "牵头", "主持", "调减", "调增",
    "调换", "调取", "调阅", "调离", "追偿", "订立", "出售", "转让", "招租", "盘活", "撤下", "撤并", "编写",
    "编印", "汇总", "印制", "制作", "制订", "拟定", "起底", "认领", "核减", "核销", "核退", "扣减", "扣除",
    "缴清", "结转", "搭建", "架设", "布设", "悬挂", "粉刷", "修建", "修补", "录制", "推送", "刊登", "表彰",
    "选树", "选出", "免去", "轮换", "补登", "提请", "提出", "改办", "改进", "封堵", "引进", "吸纳", "致函",
    "函告", "函询", "申报", "申请", "对接", "商请", "查看", "查阅", "查明", "查实", "查处", "查清", "找出",
    "摸清", "理清", "厘清", "翻修", "翻新", "翻晒", "配齐", "配足", "减免", "改签", "改记", "改订", "改挂",
    "修好", "装好", "装上", "铺好", "铺上", "挂上", "挂出", "换上", "换下", "贴出", "送去", "送出", "寄出",
    "发出", "排出", "定出", "议定", "谈妥", "打通", "打捞", "填平", "追认", "退赔", "赔付", "搬走", "搬出",
    "拆下", "栽下", "种下", "划出", "划定", "腾出", "凑齐", "补足", "补上", "补订", "续签", "续订", "签下",
    "签回", "收齐", "领回", "要回", "讨回", "找回", "查到", "找到", "添置", "添上", "添购", "挑出", "描图",
    "办完", "办好", "核完", "记完", "缩短", "降低", "调低", "调高",
];

/// Verbs of a single character.
const ALONE: &str = "给向与同请撤换拟派抽轮补借查逐建印收退清领到赴招聘选送调审签取拆按设";
