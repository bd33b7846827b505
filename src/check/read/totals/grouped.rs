//! Sums of which a sentence of its own tells what they consist of: `完成投资36亿元。按类别分，堤防为20亿元、泵站为16亿元`.

use super::words::{Stretch, Sum, Trust};
use crate::zh::quantity::same_unit;
use crate::zh::sentence::is_pause;

/// What a clause that begins with 按 ends in, and by what things are divided without a rest: not by how far they have come.
const DIVIDED: [&str; 6] = ["划分", "来分", "分类", "分", "来看", "看"];
const BY: [&str; 13] = [
    "类别",
    "类型",
    "种类",
    "用途",
    "来源",
    "资金来源",
    "区域",
    "地区",
    "级别",
    "层级",
    "性质",
    "行业",
    "领域",
];

/// Words of a list that need not name all.
const SOME: [&str; 6] = ["其中", "主要", "等", "累计", "以上", "分别"];

/// The length of the clause that a sentence begins with, where it says by what something is divided: `按类别划分，`.
pub fn divides(sentence: &str) -> Option<usize> {
    let end = sentence.find(is_pause)?;
    let by = sentence[..end].strip_prefix('按')?;
    DIVIDED.iter().any(|w| by.strip_suffix(w).is_some_and(|by| BY.contains(&by))).then_some(end)
}

impl<'a, 't> Stretch<'a, 't> {
    /// The total that stands before a place, with the parts behind it.
    pub fn grouped(&self, at: usize) -> Option<Sum<'a, 't>> {
        let behind = self.between(at, self.range.end);
        let unit = behind.iter().find(|q| !q.is_share())?.unit;
        let some = SOME.iter().any(|w| self.text[at..self.range.end].contains(w));
        let parts: Vec<_> = behind.iter().filter(|q| !q.is_share()).collect();
        let alike = parts.iter().all(|q| same_unit(q.unit, unit)) && !unit.is_empty();
        let before = self.between(self.range.start, at);
        let mut totals = before.iter().filter(|q| same_unit(q.unit, unit));
        let sum = super::words::sum_of(&parts);
        let total = totals.clone().find(|q| q.value == sum).or_else(|| totals.next())?;
        (alike && parts.len() > 2 && !some).then_some(Sum { total, parts, whole: true, trust: Trust::Near })
    }
}
