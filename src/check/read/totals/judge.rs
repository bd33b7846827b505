//! Whether a total and its parts are meant to add up, and do not.

use super::words::{Sum, Trust, sum_of};
use super::{Mismatch, apart};
use crate::zh::quantity::{ONE, Quantity};
use crate::zh::sentence::{clause, is_pause};
use crate::zh::wordlist::Words;

/// The mismatch of a total and its parts, if there is one that a reader would tell of.
pub fn judge(text: &str, sum: &Sum<'_, '_>) -> Option<Mismatch> {
    let Sum { total, parts, .. } = sum;
    let (first, last) = (parts.first()?, parts.last()?);
    if total.about || parts.iter().any(|q| q.about) || is_fine(text, sum) {
        return None;
    }
    let gap = Gap::of(text, sum);
    let open = parts.len() < 2 && !gap.over;
    let sure = gap.is_sure();
    (!open && (sure || gap.may_be_one())).then(|| Mismatch {
        total: total.number.clone(),
        parts: first.range.start..last.range.end,
        sum: gap.added,
        together: Some(gap.added.saturating_add(total.value)),
        unit: total.unit.to_owned(),
        sure,
        change: None,
    })
}

/// Words of groups that overlap: a member may be a woman and under 35.
pub(super) const OVERLAP: [&str; 8] = ["党员", "女", "岁", "学历", "少数民族", "以上", "以下", "累计"];

/// What says that one thing was counted twice. 重复 alone is also why something is wrong: 重复办证18本.
static TWICE: Words = Words::new(&[
    "有重复",
    "重复计",
    "重复统计",
    "含重复",
    "扣除重复",
    "剔除重复",
    "去重",
    "重叠",
    "交叉",
    "都有",
    "都要",
    "兼有",
]);

/// Whether the parts make up the total, or are not meant to.
fn is_fine(text: &str, sum: &Sum<'_, '_>) -> bool {
    let Sum { total, parts, trust, .. } = sum;
    let added = sum_of(parts);
    if added == total.value {
        return true;
    }
    let one_list = || apart::is_series(text, total, parts) || apart::is_closed(text, total, parts);
    let cut = || !one_list() && some_make_it_up(text, total.value, parts);
    let fine = match trust {
        _ if is_of_a_hundred(text, sum) => true,
        // Instalments, each with its day, are all of one sum.
        _ if parts.len() > 1 && parts.iter().all(|q| is_dated(text, q)) => false,
        // Behind a colon the first part is as much a part as the next.
        _ if is_opened(text, total, parts) => all_but_one_do(text, total, parts),
        Trust::Counted => false,
        Trust::Halves => is_rounded(added, total, parts) || first_make_it_up(total.value, parts),
        Trust::Closed => cut(),
        _ => cut() || all_but_one_do(text, total, parts),
    };
    let twice = || {
        let rest = &text[total.range.start.min(parts.first().map_or(0, |q| q.range.start))..];
        TWICE.are_in(&rest[..rest.find(['。', '\n']).unwrap_or(rest.len())])
    };
    let back = || parts.first().is_some_and(|first| is_returned(text, total, first));
    fine || *trust != Trust::Said && (back() || twice())
}

/// Whether shares stand beside each other and make up a hundred, or each tells how far it had come: 上半年拨付30%，下半年拨付50%，余下20%;
/// 验收后付至85%，审计后付至97%.
fn is_of_a_hundred(text: &str, sum: &Sum<'_, '_>) -> bool {
    let Sum { total, parts, trust, .. } = sum;
    let all = || parts.iter().chain([total]);
    let start = all().map(|q| q.range.start).min().unwrap_or_default();
    let end = all().map(|q| q.range.end).max().unwrap_or_default();
    let so_far =
        || ["付至", "拨至", "付到", "累计"].iter().any(|w| text[clause(text, start).start..end].contains(w));
    let beside = || *trust != Trust::Said && parts.iter().any(|q| q.value > total.value);
    let hundred = || sum_of(parts).saturating_add(total.value) == 100 * ONE;
    total.is_share() && (hundred() || so_far() || beside())
}

/// How far parts are from their total, and what the words say of it.
struct Gap<'s, 'a, 't> {
    text: &'t str,
    sum: &'s Sum<'a, 't>,
    added: i64,
    apart: i64,
    /// Whether the parts are more than the total, of which no group is told to overlap another.
    over: bool,
    overlap: bool,
}

impl<'s, 'a, 't> Gap<'s, 'a, 't> {
    fn of(text: &'t str, sum: &'s Sum<'a, 't>) -> Self {
        let Sum { total, parts, .. } = sum;
        let added = sum_of(parts);
        let ends = || parts.iter().chain([total]);
        let start = ends().map(|q| q.range.start).min().unwrap_or_default();
        let end = ends().map(|q| q.range.end).max().unwrap_or_default();
        let overlap = OVERLAP.iter().any(|w| text[start..end].contains(w));
        let larger = parts.first().is_some_and(|first| first.value > total.value);
        let over = larger || added > total.value && !overlap;
        let apart = added.saturating_sub(total.value).saturating_abs();
        Self { text, sum, added, apart, over, overlap }
    }

    /// Whether a reader is certain that it is a slip.
    fn is_sure(&self) -> bool {
        let Sum { total, parts, whole, trust } = self.sum;
        let limit = (total.value / 5).max(3 * total.step);
        match trust {
            // 其中在用20辆、封存5辆: two ends of the same things leave nothing out.
            Trust::Said => {
                let slip = self.is_few() && self.is_near();
                let opposed = parts.len() > 1 && slip && !self.overlap;
                *whole || self.over || opposed && apart::is_opposed(self.text, total, parts)
            }
            // 登记1398户，注销17户，其余13户: so little of a number is no part of it; all three are parts of another.
            Trust::Closed => self.added >= total.value / 10,
            Trust::Counted => true,
            Trust::Halves => *whole || self.added > total.value || self.apart <= limit,
            Trust::Near => {
                let opened = self.over && is_opened(self.text, total, parts);
                (*whole || self.over) && (self.apart <= limit || opened)
            }
            Trust::Guessed => apart::is_closed(self.text, total, parts) || self.is_slip_of_a_list(),
        }
    }

    /// Where nothing but their order says that these are parts.
    fn is_slip_of_a_list(&self) -> bool {
        let Sum { total, parts, .. } = self.sum;
        let of_a_sort = || {
            apart::is_sorted(self.text, total, parts)
                || !self.overlap && apart::is_no_chance(self.apart, total)
        };
        // 完好31台、带病6台 of 47台: one digit is wrong.
        let digit = || self.is_near() && self.is_one_place() && apart::is_opposed(self.text, total, parts);
        self.is_few() && (self.is_near() && of_a_sort() || apart::comes_back(self.text, total, parts))
            || self.over && (self.is_more_than_there_is() || apart::are_ways(self.text, total, parts))
            || digit()
            || self.is_topic_of_two()
    }

    /// 重领的17人，未报11人、两县重领5人: each for one of two reasons, and one is missing.
    fn is_topic_of_two(&self) -> bool {
        let Sum { total, parts, .. } = self.sum;
        let topic = self.text[..total.range.start].ends_with('的') && parts.len() == 2;
        topic && self.apart == total.step && self.is_near() && !self.overlap && is_list(self.text, parts)
    }

    /// Whether a total and what its parts make are one apart in one digit.
    fn is_one_place(&self) -> bool {
        let mut place = self.sum.total.step;
        while place < self.apart {
            place = place.saturating_mul(10);
        }
        place == self.apart
    }

    /// 床位36个，夜间25个、全天12个: a list that comes to a little more than there is.
    fn is_more_than_there_is(&self) -> bool {
        let Sum { total, parts, .. } = self.sum;
        // 考勤造假的9人，他人代刷5人、照片翻拍6人: each for one reason.
        let topic = self.text[..total.range.start].ends_with('的') && self.is_few();
        let larger = parts.iter().any(|q| q.value > total.value) && self.is_few();
        let list = || {
            let few = self.apart.saturating_mul(12) <= total.value || parts.len() > 2 && self.is_few();
            few && is_list(self.text, parts)
        };
        topic || larger || list()
    }

    /// Whether a person should look at it.
    fn may_be_one(&self) -> bool {
        let Sum { total, parts, trust, .. } = self.sum;
        let slip = self.apart <= (total.value / 5).max(2_000_000);
        let ways = || self.is_one_place() && apart::are_ways(self.text, total, parts);
        let guessed = *trust == Trust::Guessed && self.is_near() && (self.is_few() || ways());
        self.added < total.value && (guessed || *trust == Trust::Said && slip && !self.overlap)
    }

    fn is_few(&self) -> bool {
        self.apart <= 3 * self.sum.total.step
    }

    /// Whether so little is missing of a number that it was meant to be reached.
    fn is_near(&self) -> bool {
        let total = self.sum.total;
        self.apart.saturating_mul(5) <= total.value.max(10 * total.step)
    }
}

/// `5万元退回：退学生5万元，补齐后续班次1万元`: whether a colon leads to the parts, and none of them is told to be beside the others.
fn is_opened(text: &str, total: &Quantity<'_>, parts: &[&Quantity<'_>]) -> bool {
    const BESIDE: [&str; 6] = ["另", "再", "此外", "并", "利息", "其中"];
    let (Some(first), Some(last)) = (parts.first(), parts.last()) else { return false };
    let Some(lead) = text.get(total.range.end..first.range.start) else { return false };
    let words = &text[total.range.end..last.range.end];
    // 还购 and 还有 add something; 返还, 还清 and 还款 give back.
    let adds = |(at, word): (usize, &str)| {
        let back = ['清', '完', '款', '本', '息', '债', '贷', '给', '欠', '借', '账'];
        words[..at].ends_with(is_pause) && !words[at + word.len()..].starts_with(back)
    };
    let beside = BESIDE.iter().any(|w| words.contains(w)) || words.match_indices('还').any(adds);
    parts.len() > 1 && lead.contains(['：', ':']) && !beside
}

/// Whether 、 stands between the parts, and nothing but how they are called.
fn is_list(text: &str, parts: &[&Quantity<'_>]) -> bool {
    parts.windows(2).all(|w| {
        let between = &text[w[0].range.end..w[1].range.start];
        between.starts_with('、') && between.chars().count() <= 7 && !between.contains(is_pause)
    })
}

/// Whether a part has its own day before it: `3月2日退还8万元`.
pub fn is_dated(text: &str, part: &Quantity<'_>) -> bool {
    let own = &text[clause(text, part.range.start).start..part.range.start];
    own.find('月').is_some_and(|at| own[at..].contains('日'))
}

/// Whether one part stands within that before it: 属实3件，立案2件，不属实9件 are 12件. A list with 、 holds none that may be left
/// out, but between what is so and what is not.
fn all_but_one_do(text: &str, total: &Quantity<'_>, parts: &[&Quantity<'_>]) -> bool {
    let (sum, leads) = (sum_of(parts), apart::leads(text, total, parts));
    (1..parts.len().saturating_sub(1)).any(|n| {
        let apart = text[parts[n - 1].range.end..parts[n].range.start].contains(['，', ',']);
        let negated = leads[n + 1].len() > leads[n - 1].len() && leads[n + 1].ends_with(leads[n - 1]);
        (apart || negated)
            && parts[n].value <= parts[n - 1].value
            && sum.saturating_sub(parts[n].value) == total.value
    })
}

/// 发出问卷90份，回收有效问卷85份: the parts are of what came back.
fn is_returned(text: &str, total: &Quantity<'_>, first: &Quantity<'_>) -> bool {
    let back = text.get(total.range.end..first.range.start);
    let own = &text[clause(text, total.range.start).start..total.range.start];
    own.contains('发') && back.is_some_and(|words| words.contains("回收") || words.contains("收回"))
}

/// Whether two or more of the halves make up the total, so that what follows is part of them: 实到50人，未到4人，请假3人.
fn first_make_it_up(total: i64, parts: &[&Quantity<'_>]) -> bool {
    (2..parts.len()).any(|n| sum_of(&parts[..n]) == total)
}

/// Whether the parts make up the total as far as the coarsest of the numbers is printed.
fn is_rounded(added: i64, total: &Quantity<'_>, parts: &[&Quantity<'_>]) -> bool {
    let step = parts.iter().map(|q| q.step).fold(total.step, i64::max);
    added.saturating_sub(total.value).saturating_abs() < step
}

/// Whether all parts, or those of the first or of the last clauses, make up the total. A list with 、 is not cut in two.
fn some_make_it_up(text: &str, total: i64, parts: &[&Quantity<'_>]) -> bool {
    let cut = |n: usize| {
        n == 0
            || text[parts[n - 1].range.end..parts[n].range.start]
                .contains(['，', ',', '；', ';', '。', '：', ':'])
    };
    let all = parts.len();
    (0..all)
        .filter(|n| cut(*n))
        .any(|n| sum_of(&parts[n..]) == total || n > 0 && sum_of(&parts[..n]) == total)
}
