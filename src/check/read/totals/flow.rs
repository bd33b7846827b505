//! What there was, what went of it, what came to it, and what there is now: `原有64户，清退9户，新纳入5户，现有60户`.

use super::changed::{is_from, was_there};
use super::words::Stretch;
use super::{Change, Mismatch, Said};
use crate::zh::quantity::{Quantity, same_unit};

/// Words of what goes, and of what comes.
const GONE: [&str; 14] = [
    "报废", "减少", "清退", "退出", "调出", "核销", "拆除", "撤销", "撤并", "注销", "删除", "取消", "废止",
    "剔除",
];
const COME: [&str; 7] = ["新增", "新购", "新纳入", "增加", "新建", "补充", "增补"];

/// Words of how many there are then.
const NOW: [&str; 6] = ["调整后为", "调整后", "现有", "现为", "变为", "目前有"];

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
}
