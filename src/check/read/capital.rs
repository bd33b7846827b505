//! Sums that stand in capital numerals and in figures side by side.

use std::ops::Range;

use crate::zh::capital::{Capital, find_all, write};
use crate::zh::quantity::{self, ONE, Quantity};

/// Two sums that should be one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Unlike {
    /// In capital numerals.
    pub capital: Range<usize>,
    /// In figures.
    pub figures: Range<usize>,
    /// How the sum in figures is written in capital numerals.
    pub right: String,
}

/// Every sum in capital numerals beside which other figures stand.
pub fn find(text: &str) -> Vec<Unlike> {
    let capitals = find_all(text);
    if capitals.is_empty() {
        return Vec::new();
    }
    let sums: Vec<_> = quantity::find_all(text).into_iter().filter(|q| q.unit == "元").collect();
    capitals.iter().filter_map(|c| judge(text, c, &sums)).collect()
}

fn judge(text: &str, capital: &Capital, sums: &[Quantity<'_>]) -> Option<Unlike> {
    let beside = |q: &&Quantity<'_>| {
        let (from, to) = if q.range.end <= capital.range.start {
            (q.range.end, capital.range.start)
        } else {
            (capital.range.end, q.range.start)
        };
        let between = text.get(from..to).unwrap_or("。");
        let filling = |c: char| "（）()：:，,【】人民币大写小写即计￥¥ ".contains(c);
        between.chars().count() <= 12 && between.chars().all(filling)
    };
    let figures = sums.iter().find(beside)?;
    let cents = figures.value / (ONE / 100);
    (capital.cents != Some(cents)).then(|| Unlike {
        capital: capital.range.clone(),
        figures: figures.range.clone(),
        right: write(cents),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn capitals_and_figures_say_the_same() {
        for text in [
            "补偿款39930元(大写:叁万玖仟玖佰叁拾元整)",
            "人民币叁万玖仟玖佰叁拾元整（￥39,930元）",
            "3.993万元(叁万玖仟玖佰叁拾元整)",
        ] {
            assert_eq!(find(text), [], "{text}");
        }
        let text = "补偿款39930元(大写:叁万玖仟玖佰贰拾元整)";
        let found = find(text);
        assert_eq!(found.len(), 1);
        assert_eq!(
            (&text[found[0].capital.clone()], found[0].right.as_str()),
            ("叁万玖仟玖佰贰拾元整", "叁万玖仟玖佰叁拾元整")
        );
    }

    #[test]
    fn two_sums_apart_are_two_sums() {
        assert_eq!(find("收入200元，另付叁佰元整"), []);
    }
}
