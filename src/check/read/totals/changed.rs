//! What a number was, what it has become, and by how much: `由109件减到78件，减少31件`.

use std::borrow::Borrow;

use super::words::{Stretch, Sum, Trust, starts_with_rest};
use crate::zh::quantity::{Quantity, same_unit};
use crate::zh::sentence::{clause, is_pause};

/// Words of more, of less, and of what it has come to.
const MORE: [&str; 8] = ["增加", "增长", "净增", "新增", "增", "提高", "多", "上升"];
const LESS: [&str; 11] = ["减少", "下降", "压减", "减", "降低", "精简", "少", "压缩", "核减", "节省", "节约"];
const COME: [&str; 7] = ["达到", "达", "到", "至", "为", "共", "现有"];

/// Words of an earlier time, between 由 or 比 and what it was.
const EARLIER: [&str; 31] = [
    "上报",
    "申报",
    "原报",
    "账面",
    "预算价",
    "预算",
    "控制价",
    "上年",
    "去年",
    "前年",
    "上一年",
    "年初",
    "同期",
    "上月",
    "上季度",
    "整改前",
    "此前",
    "原来",
    "原先",
    "原有",
    "上半年",
    "下半年",
    "一季度",
    "巡察前",
    "反馈时",
    "巡察",
    "末",
    "底",
    "初",
    "度",
    "的",
];

impl<'a, 't> Stretch<'a, 't> {
    /// `由109件减到78件，减少31件`, `较上年的45件增加24件，达到69件`, `达69件，比去年的45件增加24件`,
    /// `发文69件，同比增加24件，上年为45件`, `发文69件，上年为45件，增加24件`; with each the number that says by how much.
    pub fn changed(&self) -> Vec<(Sum<'a, 't>, &'a Quantity<'t>)> {
        let one = |(n, w): (usize, &'a [Quantity<'t>])| {
            let [a, b, c] = w else { return None };
            let whole = summed(self.all, n).map_or(a, |whole| &self.all[whole]);
            let lead = &self.text[self.range.start..a.range.start];
            let (ab, bc) = (&self.text[a.range.end..b.range.start], &self.text[b.range.end..c.range.start]);
            let ends = |words: &str, with: &[&str]| with.iter().any(|w| words.ends_with(w));
            let short = |words: &str| words.chars().count() <= 8;
            let less = |words: &str| ends(words, &LESS);
            let told = |words: &str| short(words) && (less(words) || ends(words, &MORE));
            let to = |words: &str| short(words) && ends(words, &COME);
            let beside = |words: &str| words.starts_with(['，', ',']) && words.chars().count() <= 10;
            let (was, now, by, less) = if is_from(lead, ab) && to(ab) && told(bc) {
                (a, b, c, less(bc))
            } else if is_from(lead, ab) && told(ab) && to(bc) {
                (a, c, b, less(ab))
            } else if beside(ab)
                && (is_from(ab, bc) && !names(ab) || is_earlier(ab) && beside(bc) && !ends_in_time(lead))
                && told(bc)
            {
                (b, whole, c, less(bc))
            } else if beside(ab)
                && ends(ab, &["由", "从"])
                && to(bc)
                && (ends(lead, &MORE) || ends(lead, &LESS))
            {
                (b, c, a, ends(lead, &LESS))
            } else if was_there(lead) && beside(ab) && beside(bc) && bc.contains('现') {
                let gone =
                    ["报废", "减", "退", "调出", "核销", "拆", "撤", "注销"].iter().any(|w| ab.contains(w));
                let come = ["新", "增", "添", "补"].iter().any(|w| ab.contains(w));
                if gone == come {
                    return None;
                }
                (a, c, b, gone)
            } else if beside(ab) && ab.contains("同比") && told(ab) && beside(bc) && is_earlier(bc) {
                (c, a, b, less(ab))
            } else {
                return None;
            };
            // Percentages are points apart, not per cent.
            let share = by.is_share();
            let alike = same_unit(was.unit, now.unit) && same_unit(now.unit, by.unit) && !share;
            // 由8个增加到12个，新增5个、撤并1个: two numbers make the change.
            let gap = now.value.saturating_sub(was.value).saturating_abs();
            let apart = |q: &Quantity<'_>| by.value.saturating_sub(q.value).saturating_abs();
            let mut later = self.all.iter().filter(|q| q.range.start >= c.range.end);
            let net = later.any(|q| same_unit(q.unit, by.unit) && apart(q) == gap);
            let (total, part) = if less { (was, now) } else { (now, was) };
            let parts = if part.range.start < by.range.start { vec![part, by] } else { vec![by, part] };
            (alike && !net).then_some((Sum { total, parts, whole: true, trust: Trust::Said }, by))
        };
        self.all.windows(3).enumerate().filter_map(one).collect()
    }

    /// Whether a number says by how much another changed: 比去年减少12件, 净增12件.
    pub(super) fn is_change(&self, q: &Quantity<'_>) -> bool {
        let own = &self.text[clause(self.text, q.range.start).start..q.range.start];
        own.ends_with("净增")
            || own.ends_with("净减")
            || ["减少", "下降", "压减", "增加", "增长", "少", "多"].iter().any(|w| own.ends_with(w))
                && own.contains(['比', '较'])
    }

    /// Whether a number belongs to what another is compared with: 较上月的27个增加12个.
    pub(super) fn is_compared(&self, q: &Quantity<'_>) -> bool {
        let own = &self.text[clause(self.text, q.range.start).start..q.range.start];
        own.starts_with(['较', '比']) && !own.starts_with("比对")
    }

    /// Whether a number is what there was before the next, and the next is what there is: 由14个调整为17个. Where what is left
    /// follows at once, it is left of the first: 将37项精简为29项，其余8项废止.
    pub(super) fn has_become(&self, q: &Quantity<'_>) -> bool {
        const MADE: [&str; 13] =
            ["调整", "增", "减", "降", "扩", "压", "缩", "精简", "并", "整合", "划", "削", "下滑"];
        let rest = &self.text[q.range.end..self.range.end];
        let Some(next) = self.between(q.range.end, self.range.end).first() else { return false };
        let words = &self.text[q.range.end..next.range.start];
        let lead = &self.text[self.range.start..q.range.start];
        let made = MADE.iter().any(|w| words.contains(w));
        let had = made && was_there(lead);
        let told = is_from(lead, rest) || made && without_time(lead).ends_with(['将', '把', '原']) || had;
        let to = words.ends_with(['到', '至', '为', '成']) && words.chars().count() <= 10;
        let behind = self.text[next.range.end..self.range.end].trim_start_matches(is_pause);
        let left = next.value < q.value && starts_with_rest(behind);
        // 由37个降到9个，剩下的9个: what is left is what it has come to.
        let only = words.ends_with(['剩', '余']) && !words.contains(is_pause);
        if left && (only || to && made) && same_unit(next.unit, q.unit) && self.is_named_again(next) {
            return true;
        }
        let pauses = words.matches(is_pause).count();
        told && to && pauses <= usize::from(had) && same_unit(next.unit, q.unit) && !left
    }

    /// Whether the next quantity is the same number of the same things.
    fn is_named_again(&self, q: &Quantity<'_>) -> bool {
        let next = self.between(q.range.end, self.range.end).first();
        next.is_some_and(|next| same_unit(next.unit, q.unit) && next.value == q.value)
    }
}

/// `213件，其中刑事126件、民事84件、行政3件`: the number of which the one at a place is the last of two or more parts that make
/// it up. What is said behind them is said of the whole.
pub fn summed<'t, Q: Borrow<Quantity<'t>>>(all: &[Q], at: usize) -> Option<usize> {
    let quantity = |n: usize| all[n].borrow();
    let last = all.get(at)?.borrow();
    let (mut sum, mut parts) = (last.value, 1);
    for n in (0..at).rev().filter(|n| same_unit(quantity(*n).unit, last.unit)) {
        if parts > 1 && quantity(n).value == sum {
            return Some(n);
        }
        sum = sum.saturating_add(quantity(n).value);
        parts += 1;
    }
    None
}

/// `原有水泵`: what there was before.
pub(super) fn was_there(lead: &str) -> bool {
    lead.rsplit(is_pause)
        .next()
        .and_then(|own| own.rsplit_once("原有"))
        .is_some_and(|(_, thing)| thing.chars().count() <= 6)
}

/// Whether what stands between two numbers, and behind the second, says that the first was the second before: `，上年同期为`, `，较原租金`.
pub fn leads_back(between: &str, behind: &str) -> bool {
    let own = between.starts_with(['，', ',']) && between.chars().count() <= 10;
    own && (is_from(between, behind) || is_earlier(between))
}

/// Whether words say no more than since when: 较上年, 比2024年底的.
pub fn is_since(words: &str) -> bool {
    matches!(without_time(without_thing(words)), "" | "较" | "比")
}

/// 收入5万元，支出比上年的: a comparison of another thing than the number before it.
fn names(lead: &str) -> bool {
    const OWN: [char; 8] = ['由', '从', '较', '比', '与', '同', '和', '总'];
    !lead.trim_start_matches(['，', ',']).starts_with(OWN)
}

/// Whether words lead to what a number was: 由, 较上年的, and with 相比 behind the number 与上年的.
pub fn is_from(lead: &str, behind: &str) -> bool {
    let words = without_time(without_thing(lead));
    let from = words.ends_with(['由', '从', '较', '比']) && !words.ends_with("占比");
    from || words.ends_with(['与', '同', '和']) && behind.starts_with("相比")
}

/// 较原 of 较原租金: words without what is named behind 原.
fn without_thing(lead: &str) -> &str {
    let own = lead.rsplit(is_pause).next().unwrap_or(lead);
    let thing = own.rsplit_once(['较', '比']).and_then(|(_, thing)| thing.strip_prefix('原'));
    // 比原价低0.2元 and 比原合同增加2.07万元 are the difference itself.
    let by = ['低', '高', '少', '多', '减', '增', '降', '升', '省'];
    let thing = thing.filter(|thing| (1..=5).contains(&thing.chars().count()) && !thing.contains(by));
    thing.map_or(lead, |thing| &lead[..lead.len() - thing.len() - '原'.len_utf8()])
}

/// Whether a clause tells what a number was: `，上年为`.
fn is_earlier(clause: &str) -> bool {
    let words = clause.trim_start_matches(['，', ',']).trim_end_matches(['为', '是']);
    !words.is_empty() && without_time(words).is_empty()
}

/// Whether words end with when: 1月末是, 6月底欠. Of two numbers that each have their time, none is the earlier by its words.
pub fn ends_in_time(lead: &str) -> bool {
    let words = lead.trim_end_matches(['为', '是', '有', '欠', '余', '剩']);
    without_time(words).len() < words.len()
}

/// Words without those of an earlier time at their end.
fn without_time(mut words: &str) -> &str {
    loop {
        let day =
            words.strip_suffix(['年', '月', '日']).map(|w| w.trim_end_matches(|c: char| c.is_ascii_digit()));
        let day = day.filter(|w| w.len() + '年'.len_utf8() < words.len());
        match EARLIER.iter().find_map(|w| words.strip_suffix(w)).or(day) {
            Some(shorter) => words = shorter,
            None => return words,
        }
    }
}
