//! Shares that a text names beside what they are shares of: `25项，已完成19项，占76%`.

mod whole;

use std::ops::Range;

use super::totals;
use crate::zh::quantity::{ONE, Quantity, find_all, within};
use crate::zh::sentence::clause;

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
    /// Whether it tells by how much the whole has become the part.
    pub is_change: bool,
    /// Whether it may be a slip for what is right; otherwise a person has to say what it is the share of.
    pub sure: bool,
}

/// Fewer per cent than this a slip may be off, whatever its digits.
const NEAR: f64 = 30.0;

/// Words of a change by so much per cent.
const CHANGES: [&str; 20] = [
    "降幅", "减幅", "增幅", "涨幅", "下降", "降低", "减少", "压减", "精简", "缩减", "压缩", "增长", "增加",
    "上升", "提高", "提升", "上涨", "净增", "节约", "节省",
];

/// Words before a share that make it a bound and no equality.
const BEFORE: [&str; 22] = [
    "不超过",
    "不超",
    "超过",
    "不高于",
    "高于",
    "不低于",
    "低于",
    "不足",
    "不到",
    "不多于",
    "多于",
    "不少于",
    "少于",
    "大于",
    "小于",
    "至少",
    "至多",
    "最多",
    "最高",
    "接近",
    "将近",
    "不满",
];

/// Words behind a share that do.
const BEHIND: [&str; 10] = ["以内", "之内", "以下", "之下", "以上", "之上", "左右", "上下", "上限", "红线"];

/// Every share of a text that is wrong.
pub fn find(text: &str) -> Vec<Wrong> {
    if !text.contains(['%', '％']) {
        return Vec::new();
    }
    let all = find_all(text);
    totals::stretches(text).iter().flat_map(|s| of_stretch(text, &all, s)).collect()
}

fn of_stretch(text: &str, all: &[Quantity<'_>], s: &Range<usize>) -> Vec<Wrong> {
    let here = within(all, s);
    let shares = here.iter().enumerate().filter(|(_, q)| q.is_share() && !q.about && !is_bound(text, q));
    let earlier = &all[..all.partition_point(|q| q.range.end <= s.start)];
    shares.filter_map(|(i, share)| judge(text, (earlier, here), i, share)).collect()
}

/// Whether a share is only said to be no more or no less than so much, or to be near it.
fn is_bound(text: &str, share: &Quantity<'_>) -> bool {
    let before = text[..share.range.start].trim_end_matches(['了', '在', '到', '至']);
    let behind = text[share.range.end..].trim_start_matches(['（', '(', '含', '）', ')', '的']);
    BEFORE.iter().any(|w| before.ends_with(w)) || BEHIND.iter().any(|w| behind.starts_with(w))
}

/// The share at a place of `here`, held against the numbers of its sentence; those of the sentences before it are `earlier`.
fn judge(
    text: &str,
    (earlier, here): (&[Quantity<'_>], &[Quantity<'_>]),
    at: usize,
    share: &Quantity<'_>,
) -> Option<Wrong> {
    let counts: Vec<_> = here[..at].iter().filter(|q| !q.is_share() && !is_compared(text, q)).collect();
    let lead = &text[clause(text, share.number.start).start..share.number.start];
    let level = is_level(lead);
    let lead = lead.trim_end_matches(['为', '达', '到', '约', '已', '的', '是', '了', '在']);
    let change = if level { None } else { changed(text, &counts, lead, share) };
    let said = change.or_else(|| whole::submitted(text, &counts, lead));
    let beside = whole::of_level(text, here, at).or_else(|| whole::in_turn(text, here, share));
    let said = if let Some(pair) = beside { Some(pair?) } else { said };
    let certain = said.or_else(|| whole::named(&counts, lead, share));
    let told = certain.or_else(|| whole::of_words(text, &counts, lead));
    let told = told.or_else(|| whole::halved(text, &counts, lead, share));
    let (part, whole) = told.or_else(|| whole::nearly(text, &counts, lead, share))?;
    if part.about || whole.about || whole.value <= 0 || part.unit.is_empty() {
        return None;
    }
    let others: Vec<_> = here.iter().filter(|q| !q.is_share()).collect();
    let of_earlier =
        || earlier.iter().any(|q| q.unit == part.unit && q.value > 0 && fits(part.value, q.value, share));
    if certain.is_none() && (is_of_another_time(text, share) || is_over_a_semicolon(text, part, share)) {
        return None;
    }
    if said.is_none() && (made_of_others(text, &others, share) || of_earlier()) {
        return None;
    }
    let is_change = change.is_some() || said.is_none() && !level && is_change(lead);
    let value = if is_change { (part.value - whole.value).abs() } else { part.value };
    if fits(value, whole.value, share) {
        return None;
    }
    let said = &text[share.number.clone()];
    let told = |part: &Quantity<'_>, right: String, sure: bool| Wrong {
        share: share.number.clone(),
        part: part.range.clone(),
        whole: whole.range.clone(),
        right,
        is_change,
        sure,
    };
    let own = right(value, whole.value, share.step);
    if certain.is_some() || is_near(said, &own) {
        return Some(told(part, own, true));
    }
    // 准确98只，失准12只，不合格率: the other part is meant.
    let rest = counts.iter().find(|q| q.unit == whole.unit && q.value == whole.value - part.value);
    let rest = rest.map(|rest| (rest, right(rest.value, whole.value, share.step)));
    match rest.filter(|(_, right)| is_near(said, right)) {
        Some((rest, right)) => Some(told(rest, right, true)),
        None => Some(told(part, own, false)),
    }
}

/// 而去年上半年的差错率为3.2%: a share of a time that the numbers before it are not of.
fn is_of_another_time(text: &str, share: &Quantity<'_>) -> bool {
    const TIMES: [&str; 8] = ["去年", "上年", "上一年", "前年", "同期", "此前", "原来", "整改前"];
    let own = &text[clause(text, share.number.start).start..share.number.start];
    TIMES.iter().any(|w| own.contains(w)) && !own.contains(['比', '较'])
}

/// Whether a semicolon parts a share from what might be its part: it speaks of something else.
fn is_over_a_semicolon(text: &str, part: &Quantity<'_>, share: &Quantity<'_>) -> bool {
    text.get(part.range.end..share.number.start).is_some_and(|words| words.contains(['；', ';']))
}

/// Whether what is printed may be a slip for what is right: not far off, or the same digits but for one, or in another
/// order. What has nothing in common with it is more likely the share of something else.
fn is_near(said: &str, right: &str) -> bool {
    let number = |s: &str| s.replace(',', "").parse::<f64>().unwrap_or_default();
    let digits = |s: &str| s.bytes().filter(u8::is_ascii_digit).collect::<Vec<_>>();
    let (a, b) = (digits(said), digits(right));
    let sorted = |mut d: Vec<u8>| {
        d.sort_unstable();
        d
    };
    (number(said) - number(right)).abs() < NEAR
        || a.len() == b.len() && a.iter().zip(&b).filter(|(a, b)| a != b).count() <= 1
        || sorted(a) == sorted(b)
}

/// Whether a number only says how far another is from a third: 较上年多13天.
fn is_compared(text: &str, q: &Quantity<'_>) -> bool {
    let own = &text[clause(text, q.range.start).start..q.range.start];
    own.starts_with(['较', '比']) && own.ends_with(['多', '少', '高', '低'])
}

/// Whether other numbers of the sentence make the share: what is compared with a whole of its own may be anywhere in it, and a
/// part may be given in two (满意26份、基本满意10份), in more where the share is too fine to be met by chance.
fn made_of_others(text: &str, counts: &[&Quantity<'_>], share: &Quantity<'_>) -> bool {
    let made = |part: i64, unit: &str| {
        counts.iter().any(|b| b.unit == unit && b.value > 0 && fits(part, b.value, share))
    };
    let alone = |n: usize| made(counts[n].value, unit_in_row(text, &counts[n..]));
    let most = if share.step < ONE { counts.len().min(6) } else { 2 };
    let sum = |w: &[&Quantity<'_>]| w.iter().fold(0_i64, |sum, q| sum.saturating_add(q.value));
    let together = |w: &[&Quantity<'_>]| w.iter().all(|q| q.unit == w[0].unit) && made(sum(w), w[0].unit);
    (0..counts.len()).any(alone) || (2..=most).any(|n| counts.windows(n).any(together))
}

/// The unit of the first number; in a row that names it once, 35、9、3、1人次, that of the last.
fn unit_in_row<'t>(text: &str, row: &[&Quantity<'t>]) -> &'t str {
    let goes_on = |w: &[&Quantity<'_>]| text.get(w[0].range.end..w[1].range.start) == Some("、");
    let bare = row.windows(2).take_while(|w| w[0].unit.is_empty() && goes_on(w)).count();
    row[bare].unit
}

/// Whether a printed share is that of two numbers: rounded, or just below what would round up to all.
fn fits(part: i64, whole: i64, share: &Quantity<'_>) -> bool {
    let whole = i128::from(whole);
    let (said, exact) = (i128::from(share.value) * 2 * whole, i128::from(part) * 100 * i128::from(ONE) * 2);
    let nearly_all = (100 * ONE - share.step..100 * ONE).contains(&share.value) && i128::from(part) < whole;
    (said - exact).abs() <= i128::from(share.step) * whole || nearly_all && said < exact
}

/// Whether the words before a share say how high something stands, and not by how much it grew: 提高到, 降至; 占比提高, 办结率上升.
fn is_level(lead: &str) -> bool {
    let words = lead.trim_end_matches(['约', '了', '已', '的', '近']);
    let verb = |words: &str| CHANGES.iter().find_map(|w| words.strip_suffix(w)).map(str::len);
    // 增幅达到15% is a growth; 下降为20% is where it came to.
    let came = ["到", "至", "为", "成"].iter().find_map(|w| words.strip_suffix(w));
    if came.is_some_and(|words| verb(words).is_some() && !words.ends_with('幅')) {
        return true;
    }
    let words = words.trim_end_matches(['为', '达', '到']);
    let of = verb(words).map(|len| words[..len].trim_end_matches(['共', '再', '又', '同', '比', '环']));
    // 三季度下降45% is a time.
    let time = |of: &str| of.ends_with("季度") || of.ends_with("年度");
    of.is_some_and(|of| {
        of.ends_with(['率', '度']) && !time(of) || of.ends_with("占") || LEVELS.iter().any(|w| of.contains(w))
    })
}

/// What can be a share of something only.
const LEVELS: [&str; 3] = ["占比", "比重", "比例"];

/// Whether words end in one of a change, or in its rate: 压减率.
fn is_change(lead: &str) -> bool {
    let lead = lead.strip_suffix('率').unwrap_or(lead);
    CHANGES.iter().any(|w| lead.ends_with(w))
}

/// `由109件减到78件，……降幅28.4%`, `78件，上年为109件，……下降28.4%`: what it has become, and what it was.
fn changed<'q, 't>(
    text: &str,
    counts: &[&'q Quantity<'t>],
    lead: &str,
    share: &Quantity<'_>,
) -> Option<(&'q Quantity<'t>, &'q Quantity<'t>)> {
    if !is_change(lead) {
        return None;
    }
    let lead_of = |q: &Quantity<'_>| &text[clause(text, q.range.start).start..q.range.start];
    let pairs = counts.windows(2).enumerate().rev().filter_map(|(n, w)| {
        let [last, other] = w else { return None };
        let one =
            whole_of(text, counts, n).or_else(|| Some(counts[totals::summed(counts, n)?])).unwrap_or(last);
        let between = &text[last.range.end..other.range.start];
        let ahead = lead_of(one).ends_with(['由', '从'])
            && between.ends_with(['到', '至', '为'])
            && between.chars().count() <= 8;
        // 比上年的4万吨增加1万吨，其中农业减少2万吨，下降3%: the share is that of a part; behind a semicolon it is another matter.
        let behind = &text[other.range.end..share.range.start];
        let own = !behind.contains("其中") && !behind.contains(['；', ';']);
        let alike = one.unit == other.unit && own;
        let back =
            || !totals::ends_in_time(lead_of(one)) && totals::leads_back(between, &text[other.range.end..]);
        (alike && ahead).then_some((*other, one)).or_else(|| (alike && back()).then_some((one, *other)))
    });
    pairs.into_iter().next()
}

/// `2148户，其中企业563户、合作社23户，上年同期为1790户`: what the number at a place is a part of, by 其中 before it.
fn whole_of<'q, 't>(text: &str, counts: &[&'q Quantity<'t>], at: usize) -> Option<&'q Quantity<'t>> {
    let among = text[..counts[at].range.start].rfind("其中")?;
    let whole = counts[..at].iter().rev().find(|q| q.range.end <= among)?;
    let parts = counts[..at].iter().filter(|q| q.range.start > among);
    let between = &text[whole.range.end..counts[at].range.start];
    let fine = whole.unit == counts[at].unit && !between.contains(['。', '；']);
    (fine && parts.into_iter().all(|q| q.unit == whole.unit)).then_some(*whole)
}

/// A share in per cent, printed with as many decimals as a step has.
pub fn right(part: i64, whole: i64, step: i64) -> String {
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
        assert_eq!(found("抽问250户，属实241户、冒领9户，真实率96.5%"), [("96.5", "96.4".to_owned())]);
        assert_eq!(found("查看摊位63处，到位55处，占道8处，守规率87.5%"), [("87.5", "87.3".to_owned())]);
        assert_eq!(found("抽问250户，属实241户、冒领9户，真实率96.4%，满意率95.0%"), []);
        assert_eq!(found("复查60卷,优秀54卷,不合格6卷,合格率91%"), [("91", "90".to_owned())]);
        assert_eq!(
            found("办理435件,其中网上办207件、窗口办228件,网办率48.6%"),
            [("48.6", "47.6".to_owned())]
        );
        assert_eq!(found("由109件减到78件,减少31件,降幅27.9%"), [("27.9", "28.4".to_owned())]);
        for (text, said, right) in [
            ("用水4.2万吨,上年同期为5.6万吨,减少1.4万吨,下降33.3%", "33.3", "25.0"),
            ("租金36万元,较原租金32万元增加4万元,增幅15%", "15", "13"),
            ("成交价84.6万元,比预算价94万元节省9.4万元,节约率11%", "11", "10"),
            ("由25张压减到14张,减少11张,压减率56%", "56", "44"),
            ("送审84万元,审定80.5万元,核减3.5万元,核减率4.35%", "4.35", "4.17"),
        ] {
            assert_eq!(found(text), [(said, right.to_owned())], "{text}");
        }
    }

    #[test]
    fn a_share_of_something_else_is_left_alone() {
        for text in [
            "新增站点20个,维修5个,覆盖率达95%",
            "抽查120篇,差错7篇,占全县的30%",
            "共25个,完成约19个,占80%",
            "完成19个,完成率76%",
            "设备8台,支出3万元,完成率100%",
            "共25个,已建19个、在建6个,覆盖率达95%",
            "复查60卷,优秀54卷,不合格6卷,合格率90%",
            "35条措施已完成30条、正在推进5条,完成率85.7%",
            "由109件减到78件,减少31件,降幅28.4%",
            "抽查5000份,合格4998份,合格率99.9%",
            "用水4.2万吨,上年同期为5.6万吨,减少1.4万吨,下降25%",
            "租金36万元,较原租金32万元增加4万元,增幅12.5%",
            "成交价84.6万元,比预算价94万元节省9.4万元,节约率10%",
            "由25张压减到14张,减少10张,压减率44%",
            "送审84万元,审定80.5万元,核减3.5万元,核减率4.17%",
            "审定80.5万元,比送审价84万元核减3.5万元,审减率4.2%",
        ] {
            assert_eq!(found(text), [], "{text}");
        }
    }
}
