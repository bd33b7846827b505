//! What there was, what went of it, what came to it, and what there is now: `原有64户，清退9户，新纳入5户，现有60户`.

use super::changed::{is_from, was_there};
use super::words::Stretch;
use super::{Change, Mismatch, Said};
use crate::zh::quantity::{Quantity, same_unit};
use crate::zh::sentence::clause;

/// Words of what goes, and of what comes.
const GONE: [&str; 14] = [
    "报废", "减少", "清退", "退出", "调出", "核销", "拆除", "撤销", "撤并", "注销", "删除", "取消", "废止",
    "剔除",
];
const COME: [&str; 7] = ["新增", "新购", "新纳入", "增加", "新建", "补充", "增补"];

/// Words of how many there are then.
const NOW: [&str; 6] = ["调整后为", "调整后", "现有", "现为", "变为", "目前有"];

/// Words of what there is on a day, and of what goes of it and comes to it.
const BALANCES: [&str; 5] = ["余额", "结余", "结存", "库存", "存量"];
const PAID_OFF: [&str; 16] = [
    "清收", "收回", "追回", "核销", "偿还", "归还", "化解", "处置", "支出", "拨付", "使用", "领用", "出库",
    "消化", "减少", "压降",
];
const COME_IN: [&str; 9] = ["新发生", "新增", "新形成", "收入", "拨入", "到账", "入库", "购入", "增加"];

impl<'t> Stretch<'_, 't> {
    /// `原有64户，清退9户，新纳入5户，现有60户`, `由31项调整为26项，其中删除8项、新增3项`. Where a third number came or went,
    /// nobody can tell.
    pub fn flows(&self) -> Vec<Mismatch> {
        let one = |(n, w): (usize, &[Quantity<'t>])| {
            let [a, b, c, d] = w else { return None };
            let lead = &self.text[self.range.start..a.range.start];
            let between = |x: &Quantity<'_>, y: &Quantity<'_>| &self.text[x.range.end..y.range.start];
            let ends = |words: &str, with: &[&str]| with.iter().any(|w| words.ends_with(w));
            let beside = |words: &str| words.starts_with(['，', ',', '、']) && words.chars().count() <= 10;
            let sign = |words: &str| match (ends(words, &GONE), ends(words, &COME)) {
                (true, false) => Some(-1),
                (false, true) => Some(1),
                _ => None,
            };
            let (ab, bc, cd) = (between(a, b), between(b, c), between(c, d));
            let alike = w.iter().all(|q| same_unit(q.unit, a.unit) && !q.about) && !a.unit.is_empty();
            let more = self.all[n + 4..].iter().any(|q| same_unit(q.unit, a.unit));
            if !alike || more || !(beside(bc) && beside(cd)) {
                return None;
            }
            let (now, one, other) = if was_there(lead) && beside(ab) && ends(cd, &NOW) {
                (d, (b, sign(ab)?), (c, sign(bc)?))
            } else if is_from(lead, ab) && ab.ends_with('为') && ab.chars().count() <= 8 {
                (b, (c, sign(bc)?), (d, sign(cd)?))
            } else {
                return None;
            };
            let moved = |(q, sign): (&Quantity<'_>, i64)| q.value.saturating_mul(sign);
            let right = a.value.saturating_add(moved(one)).saturating_add(moved(other));
            (one.1 != other.1 && right != now.value && right >= 0).then(|| Mismatch {
                together: None,
                total: now.number.clone(),
                parts: a.range.start..d.range.end,
                sum: right,
                unit: a.unit.to_owned(),
                sure: true,
                change: Some(Change { of: Said::Now, by: now.number.clone(), right }),
            })
        };
        self.all.windows(4).enumerate().filter_map(one).collect()
    }

    /// `年初余额1.86亿元，清收3150万元、核销1240万元，新发生560万元，年末余额1.48亿元`: where only what goes is told, something may
    /// have come, and where some of it is named apart, nobody can tell.
    pub fn balances(&self) -> Vec<Mismatch> {
        let one = |(n, first): (usize, &Quantity<'t>)| {
            let lead = |q: &Quantity<'_>| self.item(q);
            let of = |q: &Quantity<'_>| BALANCES.iter().find(|w| lead(q).ends_with(**w));
            let word = of(first)?;
            let len = self.all[n + 1..]
                .iter()
                .position(|q| same_unit(q.unit, first.unit) && of(q) == Some(word))?;
            let (moves, last) = (&self.all[n + 1..n + 1 + len], &self.all[n + 1 + len]);
            let sign = |q: &Quantity<'t>| {
                let ends = |w: &&&'static str| lead(q).ends_with(**w);
                let gone = PAID_OFF.iter().find(ends).map(|w| (*w, -1));
                gone.or_else(|| COME_IN.iter().find(ends).map(|w| (*w, 1)))
            };
            let told: Option<Vec<(&str, i64)>> = moves.iter().map(sign).collect();
            let (words, signs): (Vec<_>, Vec<_>) = told?.into_iter().unzip();
            // 支出50万元，差旅费支出10万元: the second may be of the first.
            let again = (1..words.len()).any(|n| words[..n].contains(&words[n]));
            let between = &self.text[first.range.end..last.range.start];
            let (before, _) = lead(last).rsplit_once(word)?;
            let later = before.is_empty() || before.ends_with(['末', '底', '日', '时', '前', '后', '期']);
            let apart =
                !later || again || ["其中", "较", "比", "累计", "；"].iter().any(|w| between.contains(w));
            let whole = &self.all[n..n + 2 + len];
            let alike =
                whole.iter().all(|q| same_unit(q.unit, first.unit) && !q.about) && !first.unit.is_empty();
            let both = signs.contains(&1) && signs.contains(&-1);
            let moved = |sum: i64, (q, sign): (&Quantity<'_>, &i64)| {
                sum.saturating_add(q.value.saturating_mul(*sign))
            };
            let right = moves.iter().zip(&signs).fold(first.value, moved);
            // Sums of money are rounded, what is counted is not.
            let step = whole.iter().map(|q| q.step).max().filter(|_| first.unit == "元").unwrap_or_default();
            let gap = last.value.saturating_sub(right).saturating_abs();
            let right = (right.saturating_add(last.step / 2)) / last.step.max(1) * last.step.max(1);
            (alike && both && !apart && gap > step && right >= 0).then(|| Mismatch {
                together: None,
                total: last.number.clone(),
                parts: first.range.start..last.range.end,
                sum: right,
                unit: first.unit.to_owned(),
                sure: true,
                change: Some(Change { of: Said::Now, by: last.number.clone(), right }),
            })
        };
        self.all.iter().enumerate().filter_map(one).collect()
    }

    /// Whether a number is what there was at the end of a time: 年末结余15万元.
    pub(super) fn is_closing(&self, q: &Quantity<'_>) -> bool {
        let before = BALANCES.iter().find_map(|word| self.item(q).strip_suffix(word));
        before.is_some_and(|words| words.ends_with(['末', '底']))
    }

    /// The words of its clause, or of its item of a list, before a number, without what says that it came to it.
    fn item(&self, q: &Quantity<'_>) -> &str {
        let from = clause(self.text, q.range.start).start.max(self.range.start);
        let lead = &self.text[from..q.range.start];
        let lead = lead.rsplit('、').next().unwrap_or(lead);
        lead.trim_end_matches(['为', '是', '降', '至', '到', '达', '有'])
    }
}
