//! Totals behind their parts: `甲3册、乙5册，合计8册`.

use super::words::{Stretch, Sum, Trust};
use crate::zh::quantity::{Quantity, same_unit};
use crate::zh::sentence::is_pause;
use crate::zh::wordlist::Words;

/// Words of a total, whatever stands before them.
const TOTAL: &[&str] = &["合计", "共计", "总计", "一共", "总共"];
static TOTALS: Words = Words::new(TOTAL);

/// Words of a total only where nothing but its parts stands before it: 累计 may hold more than is told here.
static LISTED: Words = Words::new(&["累计", "总额", "全部"]);

/// The shortest of them.
static SUM: Words = Words::new(&["共"]);

/// Units that count things of whatever sort.
const GENERAL: [&str; 7] = ["件", "样", "件套", "件（套）", "件(套)", "台（套）", "台件"];

/// Units of what is no thing.
const NO_THINGS: [&str; 13] =
    ["元", "%", "％", "人", "名", "人次", "户", "次", "场", "天", "小时", "公里", "个百分点"];

/// What may be done with all that was named: `，共追回3871元`.
const TAKEN: [&str; 18] = [
    "收回", "追回", "退还", "退回", "清退", "归还", "收缴", "上缴", "退缴", "补缴", "核减", "挽回", "节约",
    "支出", "支付", "拨付", "发放", "投入",
];

impl<'a, 't> Stretch<'a, 't> {
    /// `甲3册、乙5册，合计8册`.
    pub fn together(&self) -> Vec<Sum<'a, 't>> {
        let said = self.at(&TOTALS).filter_map(|at| self.added_up(at));
        let behind =
            |at: &usize, marks: &str| self.text[..*at].chars().next_back().is_some_and(|c| marks.contains(c));
        let sums = self.at(&SUM).filter(|at| behind(at, "，,元次笔项人年"));
        let others = self.at(&LISTED).map(|at| self.before_done(at)).filter(|at| behind(at, "，,"));
        let listed = sums.chain(others).filter_map(|at| self.taken(at));
        said.chain(listed).collect()
    }

    /// Where 已 stands before a place, which 全部 may have; else the place.
    fn before_done(&self, at: usize) -> usize {
        self.text[..at].strip_suffix('已').map_or(at, str::len)
    }

    /// The total behind a place, with all of its unit before it.
    fn added_up(&self, at: usize) -> Option<Sum<'a, 't>> {
        let total = self.between(at, self.range.end).first().filter(|q| q.range.start - at < 24)?;
        let before = self.between(self.range.start, at);
        let mut parts: Vec<_> = before.iter().filter(|q| same_unit(q.unit, total.unit)).collect();
        // 漏记9次、代签5次，合计14处: all that was counted is of one sort.
        let said = TOTAL.iter().any(|w| self.text[at..].starts_with(w));
        if parts.is_empty() && said && before.windows(2).all(|w| w[0].unit == w[1].unit) {
            parts = before.iter().filter(|q| self.is_listed(q, at)).collect();
        }
        let fine = parts.len() > 1 && !total.unit.is_empty();
        let whole = !self.text[at..total.range.start].contains("累计");
        let list = self.list_before(at).unwrap_or_default();
        let things = list.iter().all(|q| !q.unit.is_empty() && !NO_THINGS.contains(&q.unit));
        if !fine && list.len() > 1 && things && is_general(total.unit) {
            return Some(Sum { total, parts: list, whole, trust: Trust::Closed });
        }
        let trust = if whole && list.len() == parts.len() { Trust::Closed } else { Trust::Near };
        fine.then_some(Sum { total, parts, whole, trust })
    }

    /// The quantities of a list with 、 that a comma parts from a place, whatever they count: 砍刀20把、水壶35只，.
    fn list_before(&self, at: usize) -> Option<Vec<&'a Quantity<'t>>> {
        let before = self.between(self.range.start, at);
        let last = before.last().filter(|q| matches!(&self.text[q.range.end..at], "，" | ","))?;
        let joined = |w: &&[Quantity<'t>]| {
            let between = &self.text[w[0].range.end..w[1].range.start];
            between.starts_with('、') && !between.contains(is_pause) && between.chars().count() <= 10
        };
        let count = before.windows(2).rev().take_while(joined).count();
        let list: Vec<_> = before[before.len() - 1 - count..].iter().collect();
        (last.range.end <= at).then_some(list)
    }

    /// 共36台 is a total, 共缺58份 tells something else. 共追回3871元 is one behind nothing but a list of sums.
    fn taken(&self, at: usize) -> Option<Sum<'a, 't>> {
        let sum = self.added_up(at)?;
        let own = &self.text[at..sum.total.range.start];
        let listed = |q: &Quantity<'_>| same_unit(q.unit, sum.total.unit) && self.is_listed(q, at);
        let only = self.between(self.range.start, at).iter().all(listed);
        let bare = own == "共" && self.text[..at].ends_with(['，', ',']);
        let verb = ["资金", "金额", "款项"].iter().find_map(|w| own.strip_suffix(w)).unwrap_or(own);
        let verb =
            ["累计", "共", "共退", "共缴", "总额"].contains(&verb) || TAKEN.iter().any(|w| verb.ends_with(w));
        (bare || only && verb && own.chars().count() <= 6).then_some(sum)
    }
}

/// Whether a unit counts things of whatever sort.
pub fn is_general(unit: &str) -> bool {
    GENERAL.contains(&unit)
}
