//! Sentences and clauses, and what the words around a date make of it.

use std::ops::Range;

use chrono::{Datelike, NaiveDate};

use super::time_of_thing::{is_of_a_thing, last_with_year, year_near};
use crate::check::{Passage, Record};
use crate::history::{issue_status, measure_status};
use crate::model::Status;
use crate::model::redaction::NOTE_OPENS;
use crate::zh::mention::Mention;
use crate::zh::wordlist::Words;

/// The sentence that a byte of a text lies in; a cell of a table is one.
pub fn sentence(text: &str, at: usize) -> Range<usize> {
    stretch(text, at, ends_sentence)
}

/// The clause that a byte of a text lies in.
pub fn clause(text: &str, at: usize) -> Range<usize> {
    stretch(text, at, |c| ends_sentence(c) || matches!(c, '，' | ',' | '：' | ':'))
}

fn ends_sentence(c: char) -> bool {
    matches!(c, '。' | '；' | ';' | '！' | '？' | '\n' | '|')
}

fn stretch(text: &str, at: usize, ends: impl Fn(char) -> bool + Copy) -> Range<usize> {
    let start = text[..at].rfind(ends).map_or(0, |n| n + text[n..].chars().next().map_or(1, char::len_utf8));
    let end = text[at..].find(ends).map_or(text.len(), |n| at + n);
    start..end
}

/// A date with the words of its clause: `before` it, and `after` it and those that stand in a row with it.
#[derive(Debug, Clone, Copy)]
pub struct Around<'t> {
    /// From the start of the clause.
    pub before: &'t str,
    /// Up to the end of the clause, or of the next where the date ends its own.
    pub after: &'t str,
    /// From the start of the sentence.
    pub earlier: &'t str,
    /// Up to the end of the sentence.
    pub later: &'t str,
}

/// What stands around a date of a passage, by its place in [`Passage::dates`].
pub fn around<'t>(p: &'t Passage<'_>, at: usize) -> Around<'t> {
    let text = &*p.text;
    let (mut first, mut last) = (at, at);
    while first > 0 && in_row(text, &p.dates()[first - 1], &p.dates()[first]) {
        first -= 1;
    }
    while last + 1 < p.dates().len() && in_row(text, &p.dates()[last], &p.dates()[last + 1]) {
        last += 1;
    }
    around_range(text, p.dates()[first].range.start..p.dates()[last].range.end)
}

/// What stands around a stretch of a text.
pub fn around_range(text: &str, range: Range<usize>) -> Around<'_> {
    let Range { start, end } = range;
    let (own, whole) = (clause(text, start), sentence(text, start));
    let mut after = end..clause(text, end).end;
    let rest = text[after.clone()].trim();
    if (rest.is_empty() || rest.ends_with('底') && rest.chars().count() == 1) && after.end < text.len() {
        let mark = text[after.end..].chars().next().map_or(0, char::len_utf8);
        if !text[after.end..].starts_with(['。', '；', '\n', '|']) {
            after = end..clause(text, after.end + mark).end;
        }
    }
    let tail = sentence(text, end).end.max(end);
    Around {
        before: &text[own.start..start],
        after: &text[after],
        earlier: &text[whole.start..start],
        later: &text[end..tail],
    }
}

/// Whether nothing but marks of a row or a range stands between two dates.
pub fn in_row(text: &str, a: &Mention, b: &Mention) -> bool {
    // 排在8月28日，2026年1月26日初验: the year begins anew.
    let anew = b.own_year && !a.own_year;
    text.get(a.range.end..b.range.start).is_some_and(|between| {
        let apart = anew && between.starts_with(['，', ',']);
        !apart && between.chars().count() <= 2 && between.chars().all(|c| "、,，和及与至到-—–~～".contains(c))
    })
}

impl Around<'_> {
    /// Whether the date is that of something done: a verb of doing follows, and the date is not that of a thing spoken of
    /// (`2021年购置的设备`), a term (`合同于6月30日到期`) or the start of a period (`2025年以来`).
    pub fn is_action(&self) -> bool {
        let after = self.after.trim_start();
        let before = self.before.trim_end_matches([' ', '于', '在', '“']);
        let object = OBJECT.iter().any(|w| before.ends_with(w));
        let period = PERIOD.iter().any(|w| after.starts_with(w));
        let fact = FACT.are_in(after);
        // A note of what was withheld says so, and nothing of what was done.
        let told = after.split(NOTE_OPENS.trim_end_matches('：')).next().unwrap_or(after);
        let Some(verb) = DOING.first_end(told) else { return self.is_told() };
        let of_a_thing = after[verb..].chars().take(2).any(|c| c == '的');
        !object && !period && !fact && !of_a_thing && !self.is_plan()
    }

    /// Whether a clause begins with the date and goes on to tell something, whatever it is: `8月15日，县水利局……`. Where
    /// nothing puts it off, that is what was done on the day.
    pub fn is_told(&self) -> bool {
        let before = self.before.trim_end();
        let head = ["", "已于", "已在", "并于", "又于", "再于"].contains(&before)
            || before.chars().count() <= 16 && before.ends_with('于') && !before.ends_with("定于");
        let after = self.after.trim_start();
        let words = after.trim_start_matches(['，', ',']);
        // 2021年购置的设备 is a thing; 移出不合格的8个 tells how many.
        let of_it = |at: usize| !after[at + '的'.len_utf8()..].starts_with(|c: char| c.is_ascii_digit());
        let thing = words.len() == after.len()
            && after.match_indices('的').any(|(at, _)| after[..at].chars().count() < 10 && of_it(at));
        let put_off = || COMING.are_in(after) || COMING.are_in(self.before);
        let none = || PERIOD.iter().any(|w| after.starts_with(w)) || FACT.are_in(after);
        head && !words.is_empty() && !thing && !put_off() && !none() && !self.is_plan()
    }

    /// Whether somebody bound himself to it, or has to do it: 立下字据，秋后于10月底缴齐; 任务重签，2026年2月28日须达到八成.
    pub fn is_undertaken(&self) -> bool {
        let after = self.after.trim_start();
        BOUND.are_in(self.earlier) || ["须", "应", "需", "必须"].iter().any(|w| after.starts_with(w))
    }

    /// Whether the words say that it is to come.
    pub fn is_plan(&self) -> bool {
        let near = last_chars(self.before, 8);
        ahead_in(near).is_some()
            || near.trim_end().ends_with("约在")
            || PLANNED.iter().any(|w| self.after.trim_start().starts_with(w))
            || ["将", "拟", "待", "前"].iter().any(|w| self.after.trim_start().starts_with(w))
            || ["之前", "以前", "届时"].iter().any(|w| self.after.trim_start().starts_with(w))
            || LIMITS.iter().any(|w| self.earlier.trim_end().trim_end_matches(['：', ':']).ends_with(w))
            || LATER.are_in(self.earlier)
    }
}

/// Labels of the day by which something is to be done.
const LIMITS: [&str; 6] = ["完成时限", "整改时限", "办理时限", "整改期限", "完成期限", "办理期限"];

/// What says in brackets behind a date that it is none of what was done.
const PLANNED: [&str; 8] = ["（计划", "(计划", "（预计", "(预计", "（拟", "(拟", "（暂定", "(暂定"];

/// Where a word of [`AHEAD`] begins. 拟聘名单 is a name for a list, not a plan, 计划财务处 an office, and
/// 列入检修计划并 goes on to what was done.
pub fn ahead_in(near: &str) -> Option<usize> {
    let plans = |at: usize, w: &str| {
        let rest = &near[at + w.len()..];
        !(w == "拟" && rest.starts_with(['聘', '任', '录', '提', '转', '入', '推'])
            || w == "计划" && (is_office(rest) || rest.starts_with('并')))
    };
    let places = AHEAD.iter().flat_map(|w| near.rmatch_indices(w).find(|(at, w)| plans(*at, w)));
    places.map(|(at, _)| at).min()
}

/// Whether 计划 begins, or ends, the name of an office: 财务处, 科. 计划处理 and 计划部署 are plans.
fn is_office(behind_plan: &str) -> bool {
    let end = behind_plan.char_indices().take(5).find(|(_, c)| "处科股部室司".contains(*c));
    end.is_some_and(|(at, c)| {
        let rest = &behind_plan[at + c.len_utf8()..];
        let word = match c {
            '处' => rest.starts_with(['理', '置', '分', '罚']),
            '部' => rest.starts_with(['署', '分']),
            '科' => rest.starts_with(['学', '技', '研']),
            '室' => rest.starts_with(['内', '外']),
            _ => false,
        };
        // 计划在全部: what stands before the end is of a name.
        let name = !behind_plan[..at].contains(['于', '在', '由', '对', '把', '将', '全']);
        name && !word
    })
}

/// The last characters of a text.
pub fn last_chars(text: &str, n: usize) -> &str {
    let start = text.char_indices().rev().take(n).last().map_or(text.len(), |(at, _)| at);
    &text[start..]
}

/// Words before a date that make it the date of a thing.
const OBJECT: &[&str] = &[
    "将", "把", "对", "针对", "就", "自", "从", "截至", "截止", "至", "按", "按照", "根据", "依据", "关于",
    "涉及", "合同", "协议", "比", "较",
];

/// Words after a date that make a period of it.
const PERIOD: &[&str] = &[
    "以来",
    "以后",
    "之后",
    "起",
    "至今",
    "以前",
    "之前",
    "度",
    "期间",
    "届",
    "份以来",
    "底以来",
    "初以来",
    "上半年",
];

/// Words in the clause of a date that put off what it tells.
static COMING: Words = Words::new(&[
    "将",
    "拟于",
    "拟在",
    "拟对",
    "拟将",
    "拟由",
    "计划",
    "预计",
    "争取",
    "力争",
    "打算",
    "届时",
    "定在",
    "截止",
    "为止",
    "有效期",
    "服务期",
    "租期",
    "期限",
    "以前",
    "之前",
]);

/// Words that tell of a term, not of an act.
static FACT: Words =
    Words::new(&["到期", "届满", "期满", "期止", "失效", "生效", "起施行", "出生", "参加工作", "入党"]);

/// Words that put what follows in the future.
pub const AHEAD: &[&str] = &[
    "将于",
    "将在",
    "拟于",
    "拟在",
    "拟",
    "定于",
    "定在",
    "排在",
    "准备在",
    "预备在",
    "预备于",
    "打算",
    "预期",
    "准备于",
    "有望",
    "暂定",
    "改在",
    "约定",
    "计划于",
    "计划在",
    "计划",
    "预计",
    "争取",
    "力争",
    "确保",
    "预定",
];

/// Words of what somebody bound himself to.
static BOUND: Words = Words::new(&[
    "字据",
    "承诺",
    "保证书",
    "协议",
    "欠条",
    "约定",
    "还款计划",
    "缴款计划",
    "分期",
    "尾款",
    "余款",
]);

/// Words of what is to come.
static LATER: Words = Words::new(&["下一步", "今后", "接下来", "计划", "打算"]);

static DOING: Words = Words::new(VERBS);

/// What rectification does.
pub const VERBS: &[&str] = &[
    "召开", "组织", "开展", "制定", "印发", "举办", "举行", "学习", "修订", "完成", "成立", "发布", "报送",
    "上报", "检查", "清退", "整改", "培训", "研究", "部署", "签订", "调整", "建立", "开设", "报备", "参加",
    "参与", "联合", "摸排", "约谈", "通报", "排查", "巡查", "清理", "下架", "更新", "更换", "收回", "追缴",
    "上缴", "退还", "督办", "督查", "督促", "核查", "核实", "核对", "清查", "盘点", "移交", "出具", "审议",
    "通过", "重新", "选派", "公示", "公开", "发放", "采购", "安装", "维修", "拨付", "支付", "补齐", "补办",
    "补录", "归档", "登记", "挂牌", "启动", "启用", "交付", "验收", "进场", "施工", "拆除", "恢复", "实施",
    "推动", "邀请", "梳理", "出台", "下发", "转发", "处理", "处分", "问责", "诫勉", "谈话", "走访", "调研",
    "座谈", "回访", "演练", "抽查", "自查", "纳入", "划入", "进行", "提交", "讲授", "宣讲", "观看", "收缴",
    "办结", "整理", "张贴",
];

/// First and last day that a mention may mean; one without a year in its sentence takes that in which it lies between the inspection and the
/// day on which the passage was written, the latest where there are several.
pub fn days(record: &Record<'_>, p: &Passage<'_>, m: &Mention) -> Option<(NaiveDate, NaiveDate)> {
    if m.own_year {
        return m.days();
    }
    if let Some(year) = year_near(p, m) {
        return m.days_in(year);
    }
    m.month?;
    // 11月3日 behind 核查2023年度的账目: if none of the two years is that of the act, nobody can tell which is.
    let of_a_thing = || last_with_year(p, m).is_some_and(|n| is_of_a_thing(p, n));
    let begun = record.notice.inspection.as_ref().and_then(|i| i.from.or(i.feedback));
    let year = p.written.year();
    let fits =
        |days: &(NaiveDate, NaiveDate)| days.0 <= p.written && begun.is_none_or(|begun| begun <= days.1);
    [year, year - 1]
        .into_iter()
        .filter_map(|y| m.days_in(y))
        .find(fits)
        .or_else(|| if of_a_thing() { None } else { m.days().or_else(|| m.days_in(year)) })
}

/// The same of a day to come: one without a year in its sentence is meant in the year of the text, or in the next where that
/// would be before the findings were given.
pub fn days_ahead(record: &Record<'_>, p: &Passage<'_>, m: &Mention) -> Option<(NaiveDate, NaiveDate)> {
    let next = ["次年", "明年", "翌年", "来年"].iter().any(|w| p.text[..m.range.start].ends_with(w));
    let near = if m.own_year { m.year } else { year_near(p, m) };
    if let Some(year) = near.filter(|_| !next) {
        return m.days_in(year);
    }
    m.month?;
    let begun = record.notice.inspection.as_ref().and_then(|i| i.feedback.or(i.to));
    let own = m.days_in(p.written.year()).filter(|(_, last)| !next && begun.is_none_or(|day| day <= *last));
    own.or_else(|| m.days_in(p.written.year() + 1))
}

/// How far what a passage tells of was when it was written.
pub fn status(record: &Record<'_>, p: &Passage<'_>) -> Option<Status> {
    let issue = record.issue_of(p)?;
    match p.measure {
        Some(m) => measure_status(issue.measures.get(m)?, record.notice.date, p.written),
        None => issue_status(issue, record.notice.date, p.written),
    }
}

/// Whether a date is the end of a period that ends before it begins: it says nothing by itself.
pub fn ends_too_early(p: &Passage<'_>, at: usize) -> bool {
    let Some(before) = at.checked_sub(1).map(|n| &p.dates()[n]) else { return false };
    let (from, to) = (before.days(), p.dates()[at].days());
    in_row(&p.text, before, &p.dates()[at]) && from.zip(to).is_some_and(|(from, to)| to.0 < from.0)
}
