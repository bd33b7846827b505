//! Sums that are said to be made of so many: `9.8万元由两部分构成，材料占7万元，运费占2.8万元`.

use super::words::{Stretch, Sum, Trust};
use crate::zh::numeral::Style;
use crate::zh::quantity::same_unit;
use crate::zh::wordlist::Words;

/// What a sum may be made of.
const BLOCKS: [&str; 6] = ["部分", "块", "项", "笔", "方面", "类"];

static MADE: Words = Words::new(&["构成", "组成", "造成", "形成", "产生"]);

impl<'a, 't> Stretch<'a, 't> {
    /// The sums of the stretch of which it says how many parts make them; as many as it says follow, whoever tells of them.
    pub fn composed(&self) -> Vec<Sum<'a, 't>> {
        let one = |made: usize| {
            let words = &self.text[self.range.start..made];
            let words = BLOCKS.iter().find_map(|block| words.strip_suffix(block))?;
            let (lead, count) = words.rsplit_once('由')?;
            let count = if count == "两" { 2 } else { number(count)? };
            let from = self.range.start + lead.len();
            let total = self.between(self.range.start, from).last()?;
            let near = self.text[total.range.end..from].chars().count() <= 6;
            let parts: Vec<_> =
                self.between(made, self.range.end).iter().filter(|q| same_unit(q.unit, total.unit)).collect();
            (near && parts.len() == count).then_some(Sum { total, parts, whole: true, trust: Trust::Counted })
        };
        self.at(&MADE).filter_map(|made| one(made).or_else(|| self.made_of(made))).collect()
    }

    /// `亏损16万元由跌价15万元、损耗2万元构成`.
    fn made_of(&self, made: usize) -> Option<Sum<'a, 't>> {
        let before = self.between(self.range.start, made);
        let (last, total) = (before.last().filter(|q| q.range.end == made)?, before.first()?);
        let parts: Vec<_> = before[1..].iter().collect();
        let from = parts.first()?;
        let fine = parts.len() > 1
            && parts.iter().all(|q| same_unit(q.unit, last.unit))
            && same_unit(total.unit, last.unit)
            && self.text[total.range.end..from.range.start].starts_with('由');
        fine.then_some(Sum { total, parts, whole: true, trust: Trust::Counted })
    }
}

fn number(words: &str) -> Option<usize> {
    let (n, len) = Style::Arabic.read(words).or_else(|| Style::Chinese.read(words))?;
    (len == words.len() && n > 1).then_some(n as usize)
}
