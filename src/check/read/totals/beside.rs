//! Sorts of the same things one beside the other, of which none is the whole of the next: `优秀的31份、合格的52份、不合格的6份`.

use super::words::{Stretch, Sum, Trust, starts_with_rest};
use crate::zh::sentence::is_pause;

/// Words of one sort among several, which no other is a part of.
const GRADES: [&str; 20] = [
    "到位",
    "优秀",
    "优良",
    "优等",
    "良好",
    "较好",
    "一般",
    "基本",
    "部分",
    "提前",
    "超额",
    "评为",
    "评定为",
    "定为",
    "弃权",
    "缺考",
    "免检",
    "免考",
    "缓考",
    "待定",
];

/// Words of all there is, which may stand in the form of a sort: 受理的9件，办结的5件，未办结的4件.
const ALL: [&str; 40] = [
    "走访", "回访", "到会", "实到", "出席", "送审", "应", "共", "总", "受理", "收到", "接到", "接收", "承办",
    "交办", "转办", "抽查", "检查", "核查", "排查", "清查", "抽检", "检测", "反馈", "发现", "查出", "登记",
    "梳理", "报名", "报考", "参加", "参会", "申请", "申报", "报送", "发放", "发出", "列入", "纳入", "有的",
];

/// Words of what is to be done: 需整改12处、整改9处、未整改3处.
const DUE: [&str; 7] = ["需", "须", "要求", "责令", "计划", "拟", "待"];

/// Things of which it is told how far they have come, unless each sort is called so: 任务12项、完成9项、未完成3项.
const THINGS: [&str; 8] = ["限期", "任务", "问题", "事项", "措施", "项目", "线索", "隐患"];

/// What makes a lesser sort, or the contrary, of a word.
const LESSER: [&str; 9] = ["正在", "基本", "部分", "尚未", "没有", "未", "不", "非", "无"];

impl Stretch<'_, '_> {
    /// Whether what is taken for a total is one more sort beside its parts. Where words name parts as such, it is none.
    pub fn is_beside(&self, sum: &Sum<'_, '_>) -> bool {
        let Sum { total, parts, trust, .. } = sum;
        let Some(first) = parts.first().filter(|q| q.range.start >= total.range.end) else { return false };
        if matches!(trust, Trust::Said | Trust::Counted)
            || !is_straight(&self.text[total.range.end..first.range.start])
        {
            return false;
        }
        let own = last_item(&self.text[self.range.start..total.range.start]);
        let mut end = total.range.end;
        let leads: Vec<_> = parts
            .iter()
            .map(|q| {
                let lead = last_item(&self.text[end.min(q.range.start)..q.range.start]);
                end = q.range.end;
                lead
            })
            .collect();
        let word = own.trim_start_matches('已').trim_end_matches(['的', '了']);
        let graded = GRADES.iter().any(|w| word.ends_with(w));
        // 总工会评为优秀的23名: far from the number it is of a name.
        if !graded && names_all(last(own, 6)) || leads.iter().any(|lead| starts_with_rest(lead)) {
            return false;
        }
        // 三年的41口机井，完好的30口、废弃的9口: what is counted stands behind the whole alone.
        let named = |at: usize| self.text[at..].starts_with(char::is_alphabetic);
        let sorts = own.ends_with('的')
            && leads.iter().all(|lead| lead.ends_with('的'))
            && (!named(total.range.end) || named(first.range.end));
        // 年内完成12项、跨年完成20项、未完成3项
        let kin = |lead: &&str| {
            let stem = LESSER.iter().find_map(|w| lead.trim_end_matches(['的', '了']).strip_prefix(w));
            stem.is_some_and(|stem| stem.chars().count() > 1 && word.ends_with(stem))
        };
        let done = leads.iter().any(|lead| lead.starts_with(['已', '实']));
        let alike = leads.iter().all(|lead| lead.ends_with(last(own, 2)));
        let thing = THINGS.iter().any(|w| own.contains(w)) && !alike;
        let open = done || thing || total.unit == "元" || DUE.iter().any(|w| own.contains(w));
        let listed = self.is_listed_first(total) && !own.is_empty() && {
            let to = parts.last().map_or(first.range.start, |q| q.range.start);
            !self.text[total.range.end..to].contains(is_pause)
        };
        let lesser = |lead: &&str| {
            let lead = lead.trim_end_matches(['的', '了']);
            LESSER.iter().any(|w| lead.strip_prefix(w) == Some(word))
        };
        sorts
            || !word.is_empty() && leads.iter().any(lesser)
            || !open && (listed || is_grade(own) || leads.iter().any(kin))
    }
}

/// Whether neither a colon nor a bracket leads on from a number.
fn is_straight(words: &str) -> bool {
    !words.contains(['：', ':', '（', '('])
}

/// Whether words tell of all there is.
fn names_all(lead: &str) -> bool {
    ALL.iter().any(|w| lead.contains(w))
}

/// What of words belongs to the number behind them.
fn last_item(words: &str) -> &str {
    words.rsplit(|c| is_pause(c) || c == '、').next().unwrap_or(words)
}

/// The last so many characters of words.
fn last(words: &str, count: usize) -> &str {
    words.char_indices().rev().nth(count - 1).map_or(words, |(at, _)| &words[at..])
}

/// Whether words end in a sort, with no more than a short noun behind it: 优秀卷, 评为优秀的.
fn is_grade(lead: &str) -> bool {
    GRADES.iter().any(|w| lead.rfind(w).is_some_and(|at| lead[at + w.len()..].chars().count() <= 3))
}
