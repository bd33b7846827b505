//! Totals counted otherwise than their parts: people and the votes they cast (`实到72人，同意65票、反对4票、弃权3票`), 平方米 and
//! 万平方米.

use super::words::{Stretch, Sum, Trust, sum_of};
use crate::zh::quantity::{Quantity, same_unit};

/// Words before those who were there, with what they may be called.
const PRESENT: [&str; 6] = ["实到", "到会", "出席", "参会", "参加表决", "参加投票"];
const WHO: [&str; 8] = ["代表", "委员", "党员", "会员", "职工", "成员", "人员", "会议"];

/// Words of votes that were not given, or given by others.
const OTHERS: [&str; 8] = ["无效", "废票", "回避", "缺席", "未投", "未参加", "委托", "空白"];

impl<'a, 't> Stretch<'a, 't> {
    /// Those present, with the votes for, against and neither. Some may not have voted, but nobody votes twice.
    pub fn votes(&self) -> Option<Sum<'a, 't>> {
        let is = |q: &Quantity<'_>, words: &[&str]| {
            let lead = &self.text[self.range.start..q.range.start];
            q.unit == "票" && words.iter().any(|w| lead.ends_with(w))
        };
        let first = self.all.iter().position(|q| is(q, &["同意", "赞成"]))?;
        let others = self.all[first + 1..].iter().take_while(|q| is(q, &["反对", "不同意", "弃权"]));
        let parts: Vec<_> = self.all[first..=first].iter().chain(others).collect();
        let present = |q: &&Quantity<'_>| {
            let lead = &self.text[self.range.start..q.range.start];
            let lead = WHO.iter().find_map(|w| lead.strip_suffix(w)).unwrap_or(lead);
            same_unit(q.unit, "人") && PRESENT.iter().any(|w| lead.ends_with(w))
        };
        let total = self.all[..first].iter().rfind(present)?;
        let between = &self.text[total.range.end..parts[0].range.start];
        let sum = sum_of(&parts);
        let known = self.all[..first].iter().any(|q| q.value == sum);
        // With nobody counted who abstained, fewer votes are no wonder.
        let counted = parts.len() > 2 || parts.len() == 2 && sum > total.value;
        let near = between.chars().count() <= 24 && !between.contains(['；', ';']);
        let plain = !OTHERS.iter().any(|w| self.text[self.range.clone()].contains(w));
        (near && counted && plain && !known).then_some(Sum { total, parts, whole: false, trust: Trust::Said })
    }

    /// `泵房64处、3.82平方米，盘活51处、3.15万平方米，闲置13处、0.67万平方米`: a total that has lost the 万 of its parts.
    pub fn scaled(&self) -> Vec<Sum<'a, 't>> {
        let in_ten_thousands = |q: &Quantity<'_>| self.text[q.number.clone()].ends_with('万');
        let one = |(i, total): (usize, &'a Quantity<'t>)| {
            let behind = self.all[i + 1..].iter().filter(|q| same_unit(q.unit, total.unit));
            let parts: Vec<_> = behind.collect();
            let lost = total.value.checked_mul(10_000)? == sum_of(&parts);
            let fine = parts.len() > 1 && parts.iter().all(|q| in_ten_thousands(q)) && lost;
            fine.then_some(Sum { total, parts, whole: true, trust: Trust::Counted })
        };
        self.all.iter().enumerate().filter_map(one).collect()
    }
}
