//! How the names of bodies and the posts of people end, and with what a sentence begins that has no subject.

use std::collections::HashSet;
use std::sync::LazyLock;

/// What they end with, whatever follows.
pub static ENDS: LazyLock<Vec<&str>> = LazyLock::new(|| words(include_str!("ends.txt")).collect());

/// What they end with as many things do: a body where it goes to work, as in 水文队10月9日检修, a thing where it does not, as
/// in 泵站3座.
pub static WORKING_ENDS: LazyLock<Vec<&str>> = LazyLock::new(|| words(include_str!("working.txt")).collect());

/// Words that have such an end and are none.
pub static NOT_BODIES: LazyLock<Vec<&str>> = LazyLock::new(|| words(include_str!("no_bodies.txt")).collect());

/// Things that a body has: behind its name they say whose they are, and nothing of what it did.
pub static OWNED: LazyLock<Vec<&str>> = LazyLock::new(|| words(include_str!("owned.txt")).collect());

/// What stands right behind the work that a name begins with: 采购中心, 检查组.
pub const NAMED_FOR_WORK: &[&str] = &[
    "中心",
    "办公室",
    "领导小组",
    "委员会",
    "大队",
    "专班",
    "局",
    "股",
    "科",
    "组",
    "队",
    "站",
    "所",
    "处",
    "室",
    "办",
    "院",
    "厂",
    "公司",
    "会",
    "班",
    "社",
    "部门",
    "人员",
    "学校",
    "协会",
    "单位",
    "机构",
    "班组",
    "车间",
    "庭",
    "厅",
    "司",
];

/// Bodies whose names begin as a verb does.
pub const BODIES: &[&str] = &[
    "组织部",
    "组织人事",
    "宣传统战部",
    "统战部",
    "整改办",
    "整改工作领导小组",
    "整改领导小组",
    "协调小组",
    "学习强国",
    "依法治",
    "监督检查室",
];

/// Verbs and adverbs, and what else a sentence without a subject begins with; none is of one character.
pub static VERBS: LazyLock<HashSet<&str>> = LazyLock::new(|| words(include_str!("verbs.txt")).collect());

/// Words that say when, or how soon.
pub static TIMES: LazyLock<HashSet<&str>> = LazyLock::new(|| words(include_str!("times.txt")).collect());

/// Meetings in which a body decides.
pub const MEETINGS: &[&str] = &[
    "党组会",
    "党组会议",
    "党委会",
    "党委会议",
    "支委会",
    "支委会议",
    "班子会",
    "班子会议",
    "办公会",
    "办公会议",
    "董事会",
    "监事会",
    "理事会",
    "职代会",
    "代表大会",
    "职工大会",
    "党员大会",
    "全体会议",
    "常务会议",
    "常委会议",
    "扩大会议",
    "专题会议",
    "联席会议",
    "次会议",
];

/// Things whose names begin as a verb does.
pub const THINGS: &[&str] = &[
    "签约",
    "审计",
    "补贴",
    "补助",
    "补偿",
    "借款",
    "退休",
    "清单",
    "选票",
    "设备",
    "设施",
    "设有",
    "收入",
    "收费",
    "收据",
    "印章",
    "建筑",
    "招标",
    "招投标",
    "轮胎",
    "抽样",
    "自来水",
    "自有",
    "从业",
    "经济",
    "经费",
    "经营",
    "在建",
    "在册",
    "在库",
    "对口",
    "对象",
    "借条",
    "借据",
    "退耕",
    "调度",
    "取水",
    "送货",
    "派驻",
    "拟任",
    "查询",
    "信贷",
    "逐年",
    "自行",
    "自愿",
    "自发",
];

fn words(list: &'static str) -> impl Iterator<Item = &'static str> {
    list.split_ascii_whitespace()
}
