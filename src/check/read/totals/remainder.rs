//! What is left once the other parts of a total are taken: `52件，办结47件，其余5件`.

use super::words::{DONE, PLAIN_REST, Stretch, Sum, Trust, sum_of};
use crate::zh::quantity::{Quantity, same_unit};
use crate::zh::sentence::clause;
use crate::zh::wordlist::Words;

/// Words of what is not done yet, behind the number that 还有 leads to.
const OPEN: [&str; 9] = ["正在", "未", "没有", "尚", "推进", "办理中", "整改中", "待", "在"];

impl<'a, 't> Stretch<'a, 't> {
    /// `52件，办结47件，其余5件`.
    pub fn rest(&self) -> Vec<Sum<'a, 't>> {
        let one = |at: usize| {
            let last = self.between(at, self.range.end).first().filter(|q| q.range.start - at < 24)?;
            // 共7台地磅（城关中心库2台，其余各1台）
            if self.text[at..last.range.start].contains(['各', '每']) {
                return None;
            }
            let inside = !self.is_outside(self.range.start, last);
            let before: Vec<_> = self
                .between(self.own_start(at), at)
                .iter()
                .filter(|q| same_unit(q.unit, last.unit) && !self.is_compared(q) && !self.has_become(q))
                .filter(|q| !self.is_of_an_exception(q) && (inside || self.is_outside(self.range.start, q)))
                .collect();
            // 减为11条，剩下的11条: the same, told again.
            if before.last().is_some_and(|q| q.value == last.value) {
                return None;
            }
            // Any of those before may be the total; the nearest that fits is.
            let sums = (0..before.len().saturating_sub(1))
                .rev()
                .map(|i| (i, sum_of(&before[i + 1..]).saturating_add(last.value)));
            // 更换1.26万只，完成计划数1.44万只的87.5%；剩余0.18万只: the part stands before the whole.
            let turned =
                matches!(before.as_slice(), [.., q, t] if q.value.saturating_add(last.value) == t.value);
            let fits = sums.clone().any(|(i, sum)| before[i].value == sum) || turned;
            let first = before.len().checked_sub(2).filter(|_| !fits)?;
            // With several candidates, the largest of them is the total.
            let total = before[..=first].iter().copied().max_by_key(|q| q.value)?;
            let from = before.iter().position(|q| std::ptr::eq(*q, total))?;
            let parts: Vec<_> = before[from + 1..].iter().copied().chain([last]).collect();
            // 书记领办5项，两名副书记各4项，其余26项: more is left than there is, so that the total is another.
            if last.value > total.value {
                return None;
            }
            // 收回11笔；核销4笔；剩余2笔: what a semicolon parts from the next is one of them, and the total stands further up.
            let first = parts.first().filter(|q| q.range.start < at)?;
            if self.text[total.range.end..first.range.start].contains(['；', ';']) {
                return None;
            }
            let only = from == 0 && !self.goes_on(&parts, total);
            let trust = if only { Trust::Closed } else { Trust::Near };
            Some(Sum { total, parts, whole: true, trust })
        };
        self.at(&PLAIN_REST).chain(self.still_open()).filter_map(one).collect()
    }

    /// The last part of a total, where it is what is left of it.
    pub fn left(&self, sum: &Sum<'a, 't>) -> Option<&'a Quantity<'t>> {
        let [.., before, last] = sum.parts.as_slice() else { return None };
        let lead = self.text.get(before.range.end..last.range.start)?;
        (sum.total.range.end <= before.range.start && PLAIN_REST.are_in(lead)).then_some(last)
    }

    /// Whether a number tells more of what is excepted, and is no part of its own: 除1名教师带3名学生外.
    fn is_of_an_exception(&self, q: &Quantity<'_>) -> bool {
        let lead = &self.text[clause(self.text, q.range.start).start..q.range.start];
        let Some((_, excepted)) = lead.rsplit_once('除') else { return false };
        let closed = self.text[q.range.end..clause(self.text, q.range.end).end].ends_with(['外', '之']);
        let behind =
            excepted.rsplit(|c: char| c.is_ascii_digit()).next().filter(|w| w.len() < excepted.len());
        closed && behind.is_some_and(|words| !words.contains(['、', '和', '与', '及']))
    }

    /// Where what belongs to a remainder begins: behind the remainder before it, `收回25万元，余下15万元；收回6万元，余下2万元`.
    fn own_start(&self, at: usize) -> usize {
        let before = self.at(&PLAIN_REST).filter(|other| *other < at).max();
        let end = before.and_then(|other| self.between(other, at).first().map(|q| q.range.end));
        end.unwrap_or(self.range.start)
    }

    /// Where what is not done yet is named beside what is: `已完成47条，还有7条正在推进`.
    fn still_open(&self) -> impl Iterator<Item = usize> + use<'a, 't, '_> {
        let open = |at: &usize| {
            let q = self.between(*at, self.range.end).first();
            let words = &self.text[self.range.start..*at];
            let done = DONE.iter().any(|w| words.contains(w));
            let own = |q: &Quantity<'_>| self.text[q.range.end..self.range.end].to_owned();
            done && q.is_some_and(|q| OPEN.iter().any(|w| own(q).starts_with(w)))
        };
        static STILL: Words = Words::new(&["还有", "尚有", "仍有"]);
        self.at(&STILL).filter(open)
    }
}
