//! Units under a name that is nearly theirs.

use super::Rule;
use crate::check::{Finding, Record};
use crate::diag::Severity;
use crate::lang::Msg;
use crate::zh::near::difference;
use crate::zh::spelling::{Phrase, Speller};

/// `县媒体中心` for 县融媒体中心.
pub const RULE: Rule = Rule { code: "unit-name", severity: Severity::Warning, find };

fn find(record: &Record<'_>) -> Vec<Finding> {
    let units = record.common.names(record.site);
    let issuer = record.notice.issuer.as_str();
    // Who issues the notice need not be a unit of the site.
    let own =
        (!units.list.iter().any(|p| p.right == issuer)).then(|| Speller::new(vec![Phrase::plain(issuer)]));
    let spellers = [Some(units), own.as_ref()].into_iter().flatten();
    let mut out = Vec::new();
    for (at, p) in
        record.passages.iter().enumerate().filter(|(_, p)| p.kind.is_printed() || p.kind.is_action())
    {
        for speller in spellers.clone() {
            for miss in speller.find(&p.text) {
                let (is, right) = (&p.text[miss.range.clone()], &speller.list[miss.phrase].right);
                let known =
                    is_in(&p.text, issuer, miss.range.start) || units.list.iter().any(|u| u.right == is);
                if known || is_another(is, right) {
                    continue;
                }
                let message = Msg::new("found-unit-name").with("is", is).with("right", right.as_str());
                let hint = Msg::new("found-unit-name-hint").with("right", right.as_str());
                out.push(Finding::at(at, miss.range, message).hint(hint));
            }
        }
    }
    out
}

/// Whether a place of a text lies within a name.
fn is_in(text: &str, name: &str, place: usize) -> bool {
    text.match_indices(name).any(|(at, _)| (at..at + name.len()).contains(&place))
}

/// Words whose characters tell no units apart: what has lost one of them is no name at all.
const WHOLE: [&str; 13] =
    ["中心", "市场", "城市", "市政", "城乡", "乡村", "农村", "村镇", "区域", "草原", "老年", "老龄", "新闻"];

/// Whether the names differ in what makes another unit of it: its level, its place, its number.
fn is_another(is: &str, right: &str) -> bool {
    let (is, right): (Vec<char>, Vec<char>) = (is.chars().collect(), right.chars().collect());
    let (a, b) = difference(&is, &right);
    let telling = |c: &char| {
        "省市县区乡镇村驻各原新老一二三四五六七八九十东西南北中上下、，的和与及".contains(*c)
            || !c.is_alphabetic()
    };
    a.iter().chain(b).any(telling) && !(a.is_empty() && has_lost(&is, &right))
}

/// Whether a name lacks one character of a word that is nothing without it: `培训心` for 培训中心.
fn has_lost(is: &[char], right: &[char]) -> bool {
    let at = is.iter().zip(right).take_while(|(a, b)| a == b).count();
    let within = |pair: &[char]| WHOLE.iter().any(|w| w.chars().eq(pair.iter().copied()));
    let pairs = [at.checked_sub(1).and_then(|n| right.get(n..=at)), right.get(at..at + 2)];
    is.len() + 1 == right.len() && pairs.into_iter().flatten().any(within)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_that_lost_half_a_word_is_no_other_unit() {
        for (is, right) in [
            ("县干部培训心", "县干部培训中心"),
            ("县场监督管理局", "县市场监督管理局"),
            ("县住房和城建设局", "县住房和城乡建设局"),
            ("县农业农局", "县农业农村局"),
            ("县林业和草局", "县林业和草原局"),
            ("县水库管所", "县水库管理所"),
        ] {
            assert!(!is_another(is, right), "{is}");
        }
        for (is, right) in [
            ("县医院", "县中医院"),
            ("市水库管理所", "县水库管理所"),
            ("县住房城乡建设局", "县住房和城乡建设局"),
            ("县城关小学", "县城关二小学"),
        ] {
            assert!(is_another(is, right), "{is}");
        }
    }
}
