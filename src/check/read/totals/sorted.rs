//! Numbers of things with how many of them are of each sort, where nothing but their order says so.

use super::apart;
use super::judge::is_dated;
use super::words::{Stretch, Sum, Trust, follows, sum_of};
use crate::zh::quantity::{Quantity, same_unit};
use crate::zh::wordlist::Words;

/// Verbs of finding, which open a count of their own.
pub static FOUND: Words =
    Words::new(&["发现", "查出", "检出", "揪出", "测出", "筛出", "找出", "排出", "暴露", "摸出", "查见"]);

/// What a body does one thing after another: numbers behind these stand beside the one before, not within it.
const DOES: [&str; 36] = [
    "新建", "新增", "新设", "制定", "修订", "废止", "维修", "改造", "建立", "完善", "召开", "组织", "开展",
    "举办", "培训", "印发", "出台", "检查", "走访", "发放", "更换", "安装", "编制", "举行", "张贴", "刊发",
    "发布", "推送", "约谈", "处分", "谈话", "查处", "清理", "慰问", "座谈", "追回",
];

impl<'a, 't> Stretch<'a, 't> {
    /// `核查62个项目，手续齐全的57个，有瑕疵的5个`: a number of things, and straight behind it how many are of each sort.
    pub fn sorted(&self) -> Vec<Sum<'a, 't>> {
        let one = |(i, total): (usize, &'a Quantity<'t>)| {
            let parts = self.straight_behind(i, total);
            let dated = parts.first().is_some_and(|q| is_dated(self.text, q));
            let alike = |q: &&Quantity<'t>| same_unit(q.unit, total.unit) && is_dated(self.text, q) == dated;
            let later = self.all[i + 1..].iter().filter(alike).count();
            let fine = parts.len() > 1
                && later == parts.len()
                && !total.unit.is_empty()
                && !self.is_nested(&parts)
                && !self.is_item(total, &parts)
                && self.is_own(i, total, &parts);
            fine.then_some(Sum { total, parts, whole: true, trust: Trust::Guessed })
        };
        self.all.iter().enumerate().filter_map(one).filter(|sum| !self.rest_is_open(sum)).collect()
    }

    /// The quantities of the same unit that follow a total one clause after the other.
    fn straight_behind(&self, i: usize, total: &Quantity<'t>) -> Vec<&'a Quantity<'t>> {
        let mut parts: Vec<&'a Quantity<'t>> = Vec::new();
        let mut end = total.range.end;
        let mut fates = false;
        for q in &self.all[i + 1..] {
            // 来访71批98人次: the same counted by another measure.
            if parts.is_empty() && q.range.start == end && !same_unit(q.unit, total.unit) {
                end = q.range.end;
                continue;
            }
            let lead = &self.text[end..q.range.start];
            let clause = lead.rsplit(['，', ',', '、']).next().unwrap_or(lead);
            let tail = self.text[q.range.end..self.range.end].chars().next();
            let bare = tail.is_none_or(|c| "，,、；;".contains(c));
            // 须扶正8株，10月18日扶正8株: what a day stands before came afterwards.
            let alike = same_unit(q.unit, total.unit)
                && parts.first().is_none_or(|first| is_dated(self.text, first) == is_dated(self.text, q));
            let earlier = super::leads_back(lead, &self.text[q.range.end..]);
            if !alike || !bare || earlier || !follows(lead, parts.is_empty()) {
                break;
            }
            // 保留15项、修订6项、废止4项: behind the end of some, these are the ends of others.
            let fate = apart::is_fate(clause);
            if DOES.iter().any(|w| clause.starts_with(w)) && !(fates && fate) || FOUND.are_in(clause) {
                break;
            }
            fates = fate;
            parts.push(q);
            end = q.range.end;
        }
        parts
    }

    /// Whether a supposed total is the first item of a list, whose whole is counted by another word or not told: 9个组长，其中教师4名、
    /// 职工4名、学生1名.
    fn is_item(&self, total: &Quantity<'t>, parts: &[&Quantity<'t>]) -> bool {
        self.is_listed_first(total)
            || self.is_behind_among(total) && !apart::is_opposed(self.text, total, parts)
    }

    /// Whether a total is no part of another. One that is itself a part is a total only where its own parts say so.
    fn is_own(&self, i: usize, total: &Quantity<'t>, parts: &[&Quantity<'t>]) -> bool {
        let mut before = self.all[..i].iter().filter(|q| same_unit(q.unit, total.unit));
        let first = before.clone().next().is_none();
        // 31个：证照齐全的16个，关停9个: behind a colon or a bracket the first part is as much a part as the next.
        let opened =
            |q: &Quantity<'_>| self.text[q.range.end..total.range.start].contains(['：', ':', '（', '(']);
        let joined = |q: &&Quantity<'t>| !self.text[total.range.end..q.range.start].contains(['，', ',']);
        let listed = self.text[self.range.start..total.range.start].contains("其中")
            || self.text[total.range.end..].starts_with('、')
            || parts.first().is_some_and(joined);
        first || !before.any(opened) && !listed && apart::is_sorted(self.text, total, parts)
    }

    /// 检查60处，隐患31处，改好19处、限期12处: the second is the total of the rest. In one list with 、 none is.
    fn is_nested(&self, parts: &[&Quantity<'t>]) -> bool {
        let apart =
            |n: usize| self.text[parts[n - 2].range.end..parts[n - 1].range.start].contains(['，', ',']);
        (2..parts.len()).any(|n| parts[n - 2].value == sum_of(&parts[n - 1..]) && apart(n))
    }
}
