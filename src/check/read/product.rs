//! So much apiece, so many, and what that comes to: `776场，每场120元，合计9.312万元`.

use std::ops::Range;

use crate::zh::quantity::{ONE, Quantity, find_all};
use crate::zh::sentence::sentences;

/// A sum that is not price times number.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Wrong {
    /// The sum as printed.
    pub sum: Range<usize>,
    /// The price of one.
    pub price: Range<usize>,
    /// How many.
    pub number: Range<usize>,
    /// What they come to, in millionths of 元.
    pub right: i64,
}

/// Every such sum of a text.
pub fn find(text: &str) -> Vec<Wrong> {
    if !text.contains('每') {
        return Vec::new();
    }
    let all = find_all(text);
    sentences(text).filter_map(|s| of_sentence(text, &all, &s)).collect()
}

/// One price, one number of that unit, and one sum said to be the total; with more of any, nobody can tell.
fn of_sentence(text: &str, all: &[Quantity<'_>], s: &Range<usize>) -> Option<Wrong> {
    let here: Vec<_> = all.iter().filter(|q| s.start <= q.range.start && q.range.end <= s.end).collect();
    let price = one(here.iter().copied().filter(|q| q.unit == "元" && priced(text, q).is_some()))?;
    let unit = priced(text, price)?;
    let number = one(here.iter().copied().filter(|q| q.unit == unit))?;
    let said =
        |q: &Quantity<'_>| ["合计", "共计", "总计", "共"].iter().any(|w| text[..q.range.start].ends_with(w));
    let money = here.iter().copied().filter(|q| q.unit == "元" && !std::ptr::eq(*q, price));
    let sum = one(money).filter(|q| said(q))?;
    if [price, number, sum].iter().any(|q| q.about) {
        return None;
    }
    let right = i64::try_from(i128::from(price.value) * i128::from(number.value) / i128::from(ONE)).ok()?;
    ((right - sum.value).abs() >= sum.step.max(1)).then(|| Wrong {
        sum: sum.range.clone(),
        price: price.range.clone(),
        number: number.range.clone(),
        right,
    })
}

fn one<T>(mut all: impl Iterator<Item = T>) -> Option<T> {
    all.next().filter(|_| all.next().is_none())
}

/// The unit of which this is the price of one: 场 in 每场120元.
fn priced<'t>(text: &'t str, q: &Quantity<'_>) -> Option<&'t str> {
    let lead = &text[..q.range.start];
    let at = lead.rfind('每')?;
    let unit = &lead[at + '每'.len_utf8()..];
    (1..=2).contains(&unit.chars().count()).then_some(unit)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn price_times_number_is_the_sum() {
        assert_eq!(find("放映员26人、场次776场，每场120元，合计9.312万元"), []);
        let text = "放映员26人、场次776场，每场120元，合计9.612万元";
        assert_eq!(
            find(text).iter().map(|w| (&text[w.sum.clone()], w.right / ONE)).collect::<Vec<_>>(),
            [("9.612万元", 93_120)]
        );
        assert_eq!(find("每屋限额1500元，共挑走图书2964册"), []);
    }
}
