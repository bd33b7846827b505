//! What a row or a column of a table is, by its label: a part, a sum of parts, part of a part, or nothing that is added up.

use super::cell::bare;
use crate::zh::quantity::find_all;

/// The label of a row, or the head of a column.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Label {
    /// Its words without blanks, closing marks and what stands in brackets.
    pub words: String,
    /// The unit in its brackets: 户 of 合计（户）.
    pub unit: String,
    /// What it is.
    pub role: Role,
    /// How deep its number is: 一、 is 1, （一） 2, 1. 3; 0 where it has none.
    pub level: u8,
}

/// What a row or a column is to the others.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Role {
    /// Something that is added up.
    Part,
    /// Something that is taken off: 减：已核销.
    Less,
    /// 其中：…, a part of what stands before it.
    Among,
    /// 小计, the sum of a group.
    Sub,
    /// 合计, a sum.
    Total,
    /// 总户数, which may be a sum of what stands beside it or of something else.
    PerhapsTotal,
    /// 年末存栏, what there is on a day: of several days it has no sum.
    Stock,
    /// A rate, an average, an order: nothing that is added up.
    Apart,
}

impl Role {
    /// Whether it says that it is a sum.
    pub fn is_sum(self) -> bool {
        matches!(self, Self::Sub | Self::Total | Self::PerhapsTotal)
    }
}

const TOTALS: [&str; 14] = [
    "合计",
    "总计",
    "共计",
    "总数",
    "总额",
    "总和",
    "合计数",
    "总计数",
    "总金额",
    "总数量",
    "合计金额",
    "合计数量",
    "共",
    "计",
];

/// Words in the brackets of a sum that is none of what stands in the table.
const NOT_OF_THESE: [&str; 12] =
    ["去重", "重复", "剔", "扣", "含", "除", "平均", "累计", "其中", "折", "截至", "净"];

/// Words of what is not added up, wherever they stand in a label.
const APART: [&str; 64] = [
    "率",
    "占比",
    "比例",
    "比重",
    "比值",
    "同比",
    "环比",
    "之比",
    "百分",
    "%",
    "％",
    "均",
    "单价",
    "价格",
    "去重",
    "累计",
    "序号",
    "栏次",
    "行次",
    "时长",
    "用时",
    "耗时",
    "周期",
    "编号",
    "代码",
    "名次",
    "排名",
    "位次",
    "年份",
    "日期",
    "时间",
    "时限",
    "电话",
    "邮编",
    "满意度",
    "进度",
    "温度",
    "湿度",
    "浓度",
    "密度",
    "强度",
    "高度",
    "深度",
    "厚度",
    "宽度",
    "得分",
    "评分",
    "分数",
    "指数",
    "系数",
    "倍数",
    "年龄",
    "水位",
    "标准",
    "规格",
    "频次",
    "频率",
    "最高",
    "最低",
    "最大",
    "最小",
    "增幅",
    "增速",
    "每",
];

/// Labels of rows that stand beside what is added up.
const BESIDE: [&str; 12] =
    ["上年", "去年", "上期", "备注", "说明", "目标", "注：", "注:", "填表", "幅度", "增减", "差额"];

/// Words of what there is on a day, of which that of several days is no sum.
const ON_A_DAY: [&str; 12] =
    ["余额", "结余", "结存", "库存", "存量", "在册", "在库", "现有", "原有", "期初", "年初", "实有"];

impl Label {
    /// The head of a column.
    pub fn of_column(head: &str) -> Self {
        let mut own = Self::of(head);
        let total = own.words.strip_prefix('总').or_else(|| own.words.strip_suffix("总数"));
        if own.role == Role::Part && total.is_some_and(|rest| rest.chars().count() <= 4) {
            own.role = Role::PerhapsTotal;
        }
        own
    }

    /// The label of a row.
    pub fn of_row(label: &str) -> Self {
        let mut own = Self::of(label);
        if own.role == Role::Part && BESIDE.iter().any(|w| own.words.starts_with(w)) {
            own.role = Role::Apart;
        }
        own
    }

    fn of(label: &str) -> Self {
        let whole: String = bare(label).chars().filter(|c| !c.is_whitespace()).collect();
        let (words, note) = split(&whole);
        let words = words.trim_end_matches(['：', ':', '*']).trim_start_matches('*');
        let role = role(words, note);
        Self { words: words.to_owned(), unit: unit(note), role, level: level(&whole) }
    }

    /// A label of nothing: that of a column without a head.
    pub fn none() -> Self {
        Self { words: String::new(), unit: String::new(), role: Role::Part, level: 0 }
    }

    /// Whether it says what there is on one day.
    pub fn is_on_a_day(&self) -> bool {
        ON_A_DAY.iter().any(|w| self.words.contains(w))
    }

    /// Whether it names a time: 3月, 一季度, 2025年, 上半年.
    pub fn is_period(&self) -> bool {
        let rest = ["年", "半年", "年度", "季度", "月", "月份", "旬", "周", "日", "季"];
        let rest = rest.iter().find_map(|w| self.words.strip_suffix(w));
        let timed =
            |c: char| c.is_ascii_digit() || "一二三四五六七八九十〇上下第前后本中年月半-—至".contains(c);
        rest.is_some_and(|r| !r.is_empty() && r.chars().all(timed))
    }
}

/// Words, and what stands in brackets behind them.
fn split(whole: &str) -> (&str, &str) {
    match whole.find(['（', '(']).filter(|at| *at > 0) {
        Some(at) => (&whole[..at], whole[at..].trim_matches(|c| "（()）：:".contains(c))),
        None => (whole, ""),
    }
}

fn role(words: &str, note: &str) -> Role {
    let sum = sum(words);
    let has = |all: &[&str]| all.iter().any(|w| words.contains(w));
    match () {
        () if is_among(words) => Role::Among,
        () if sum.is_some() && NOT_OF_THESE.iter().any(|w| note.contains(w)) => Role::Apart,
        () if has(&APART) || matches!(note, "%" | "％") => Role::Apart,
        () if has(&["年末", "期末", "月末", "季末"]) => Role::Stock,
        () if ["减：", "减:", "扣除", "扣减", "核减"].iter().any(|w| words.starts_with(w)) => {
            Role::Less
        }
        () => sum.unwrap_or(Role::Part),
    }
}

fn sum(words: &str) -> Option<Role> {
    let counted = || {
        let rest = ["合计", "总计", "共计"].iter().find_map(|w| words.strip_prefix(w));
        rest.is_some_and(|r| r.chars().count() <= 3)
    };
    match () {
        () if words.ends_with("小计") || words.starts_with("小计") => Some(Role::Sub),
        () if TOTALS.contains(&words) || counted() => Some(Role::Total),
        () if ["合计", "总计", "共计"].iter().any(|w| words.ends_with(w)) => Some(Role::Total),
        () => None,
    }
}

/// 其中：逾期, 含逾期; but 含税 and 含水率 are no part.
fn is_among(words: &str) -> bool {
    let words = words.trim_start_matches(['#', '＃', '-', '—', '·', '（', '(']);
    let contained = words.strip_prefix("包含").or_else(|| words.strip_prefix('含'));
    let kind = ["税", "量", "水", "氧", "氮", "磷", "糖", "山"];
    words.starts_with("其中")
        || contained.is_some_and(|r| !r.is_empty() && !kind.iter().any(|w| r.starts_with(w)))
}

/// A note that is a unit and nothing else: 户, 万元, 单位：件.
fn unit(note: &str) -> String {
    let note = note.trim_start_matches("单位").trim_start_matches(['：', ':']);
    let one = format!("1{note}");
    let is_unit = find_all(&one).iter().any(|q| !q.unit.is_empty() && q.range == (0..one.len()));
    if is_unit { note.to_owned() } else { String::new() }
}

/// How deep the number before a label is.
fn level(words: &str) -> u8 {
    let (inner, bracket) = match words.strip_prefix(['（', '(']) {
        Some(inner) => (inner, true),
        None => (words, false),
    };
    let chinese = |c: char| "一二三四五六七八九十".contains(c);
    let digits = inner.trim_start_matches(|c: char| c.is_ascii_digit());
    let numeral = inner.trim_start_matches(chinese);
    let ends = |rest: &str| rest.is_empty() || rest.starts_with(['、', '.', '．', '）', ')', '，']);
    match () {
        () if numeral.len() < inner.len() && ends(numeral) => 1 + u8::from(bracket),
        () if digits.len() < inner.len() && ends(digits) => {
            let deeper =
                digits.strip_prefix('.').is_some_and(|r| r.starts_with(|c: char| c.is_ascii_digit()));
            3 + u8::from(bracket || deeper)
        }
        () => 0,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sums_are_known_by_their_labels() {
        for label in [
            "合计",
            "合 计",
            "总　计",
            "合计：",
            "**合计**",
            "合计金额",
            "总额",
            "总数",
            "共计",
            "合计（户）",
            "全县合计",
        ] {
            assert_eq!(Label::of_row(label).role, Role::Total, "{label}");
        }
        assert_eq!(Label::of_row("甲乡小计").role, Role::Sub);
        assert_eq!(Label::of_column("总户数").role, Role::PerhapsTotal);
        assert_eq!(Label::of_column("合计（万元）").unit, "万元");
        assert_eq!(Label::of_column("年末存栏").role, Role::Stock);
        for label in ["合计（去重）", "平均", "累计", "办结率（%）", "人均（元）"] {
            assert_eq!(Label::of_row(label).role, Role::Apart, "{label}");
        }
        for label in ["统计股", "审计局", "甲镇（3个村）", "会计核算中心"] {
            let own = Label::of_row(label);
            assert_eq!((own.role, own.unit.as_str()), (Role::Part, ""), "{label}");
        }
    }

    #[test]
    fn a_part_of_a_part_says_so() {
        for label in ["其中：逾期", "其中:逾期", "其中逾期", "（其中：逾期）", "含逾期"]
        {
            assert_eq!(Label::of_row(label).role, Role::Among, "{label}");
        }
        assert_eq!(Label::of_row("含税货款").role, Role::Part);
    }

    #[test]
    fn numbers_before_labels_have_their_depth() {
        let depth = |label| Label::of_row(label).level;
        assert_eq!(
            ["一、农业", "（一）种植", "1.水稻", "1.1", "（1）早稻", "一", "一中", "3号泵"].map(depth),
            [1, 2, 3, 4, 4, 1, 0, 0]
        );
    }

    #[test]
    fn a_time_is_told_from_a_place() {
        for label in ["3月", "一季度", "2025年", "上半年", "1—3月"] {
            assert!(Label::of_row(label).is_period(), "{label}");
        }
        assert!(!Label::of_row("甲镇").is_period() && !Label::of_row("年").is_period());
    }
}
