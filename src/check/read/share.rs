//! Shares that a text names beside what they are shares of: `25项，已完成19项，占76%`.

use std::ops::Range;

use crate::zh::quantity::{ONE, Quantity, find_all};
use crate::zh::sentence::{clause, sentences};

/// A share that is not what its two numbers make.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Wrong {
    /// The figures of the share.
    pub share: Range<usize>,
    /// The part.
    pub part: Range<usize>,
    /// The whole.
    pub whole: Range<usize>,
    /// The share in per cent as it should be printed, with as many decimals.
    pub right: String,
}

/// Rates by the word for what was done to the part.
const RATES: [&str; 16] = [
    "完成", "整改", "办结", "销号", "采纳", "答复", "合格", "采用", "通过", "到位", "到会", "达标", "参与",
    "回访", "回复", "签订",
];

/// Every share of a text that is wrong.
pub fn find(text: &str) -> Vec<Wrong> {
    if !text.contains(['%', '％']) {
        return Vec::new();
    }
    let all = find_all(text);
    sentences(text).flat_map(|s| of_sentence(text, &all, &s)).collect()
}

fn of_sentence(text: &str, all: &[Quantity<'_>], s: &Range<usize>) -> Vec<Wrong> {
    let from = all.partition_point(|q| q.range.start < s.start);
    let to = all.partition_point(|q| q.range.end <= s.end);
    let here = &all[from..to.max(from)];
    let shares = here.iter().enumerate().filter(|(_, q)| is_share(q) && !q.about);
    shares.filter_map(|(i, share)| judge(text, here, i, share)).collect()
}

fn is_share(q: &Quantity<'_>) -> bool {
    matches!(q.unit, "%" | "％")
}

fn judge(text: &str, here: &[Quantity<'_>], at: usize, share: &Quantity<'_>) -> Option<Wrong> {
    let counts: Vec<_> = here[..at].iter().filter(|q| !is_share(q)).collect();
    let part = counts.last()?;
    let before = counts.iter().rev().skip(1).filter(|q| q.unit == part.unit && q.value >= part.value);
    let wholes: Vec<_> = before.filter(|q| q.value > 0 && !q.about).collect();
    let lead = &text[clause(text, share.number.start).start..share.number.start];
    if part.about || part.unit.is_empty() || !is_of(text, part, lead) {
        return None;
    }
    let fits = |whole: &Quantity<'_>| {
        let exact = i128::from(part.value) * 100 * i128::from(ONE) / i128::from(whole.value);
        (exact - i128::from(share.value)).abs() < i128::from(share.step)
    };
    if wholes.iter().any(|w| fits(w)) {
        return None;
    }
    let whole = wholes.first()?;
    Some(Wrong {
        share: share.number.clone(),
        part: part.range.clone(),
        whole: whole.range.clone(),
        right: right(part.value, whole.value, share.step),
    })
}

/// Whether the words before the share say that it is that of the part: `占`, or the rate of what was done to it.
fn is_of(text: &str, part: &Quantity<'_>, lead: &str) -> bool {
    let lead = lead.trim_end_matches(['为', '达', '到', '约', '已', '的', '是']);
    if ["占", "占比", "占总数", "占全部", "比例", "占应"].iter().any(|w| lead.ends_with(w)) {
        return true;
    }
    let Some(rate) = lead.strip_suffix('率') else { return false };
    let own = clause(text, part.range.start);
    RATES.iter().any(|w| rate.ends_with(w) && text[own.start..own.end].contains(w))
}

fn right(part: i64, whole: i64, step: i64) -> String {
    let decimals = (0..6).find(|d| step * 10_i64.pow(*d) >= ONE).unwrap_or(6);
    let scale = 10_i128.pow(decimals);
    let rounded = (i128::from(part) * 100 * scale * 2 / i128::from(whole) + 1) / 2;
    let (units, rest) = (rounded / scale, rounded % scale);
    if decimals == 0 {
        units.to_string()
    } else {
        format!("{units}.{rest:0width$}", width = decimals as usize)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(text: &str) -> Vec<(&str, String)> {
        find(text).into_iter().map(|w| (&text[w.share], w.right)).collect()
    }

    #[test]
    fn a_share_is_held_against_its_two_numbers() {
        assert_eq!(found("反馈问题25个,已完成整改19个,占76%"), []);
        assert_eq!(found("反馈问题25个,已完成整改19个,占78%"), [("78", "76".to_owned())]);
        assert_eq!(found("应办33件,办结31件,办结率为93.9%"), []);
        assert_eq!(found("应办33件,办结31件,办结率为98.3%"), [("98.3", "93.9".to_owned())]);
    }

    #[test]
    fn a_share_of_something_else_is_left_alone() {
        for text in [
            "新增站点20个,维修5个,覆盖率达95%",
            "抽查120篇,差错7篇,占全县的30%",
            "共25个,完成约19个,占80%",
            "完成19个,完成率76%",
            "设备8台,支出3万元,完成率100%",
        ] {
            assert_eq!(found(text), [], "{text}");
        }
    }
}
