//! What a share is the share of: the part and the whole that the words before it speak of.

use crate::zh::quantity::{ONE, Quantity, same_unit};
use crate::zh::sentence::{clause, is_pause};

/// Words for what was done, alike in meaning; a rate of one of them is that of the number beside another.
const ALIKE: [&[&str]; 8] = [
    &["属实", "真实", "相符", "一致", "无误"],
    &["合格", "合规", "达标", "优秀", "优良", "良好", "及格", "符合", "完好", "通过", "准确", "规范"],
    &["完成", "办结", "整改", "销号", "落实", "到位", "解决", "处置", "结案", "完工", "竣工", "审结"],
    &["采纳", "采用", "吸收"],
    &["答复", "回复", "回访", "回应"],
    &["到会", "参会", "出勤", "到岗", "参加", "参与", "签到"],
    &["签订", "签约"],
    &["收缴", "收回", "追缴", "追回", "清退", "退还", "兑付", "发放"],
];

/// Words that turn the meaning of the next.
const NOT: [&str; 5] = ["不", "未", "没有", "尚未", "无"];

/// The part that the share is of, and its whole: the first number of that unit before it that is not smaller.
pub fn of_words<'q, 't>(
    text: &str,
    counts: &[&'q Quantity<'t>],
    lead: &str,
) -> Option<(&'q Quantity<'t>, &'q Quantity<'t>)> {
    let at = part(text, counts, lead)?;
    let part = counts[at];
    let whole = counts[..at].iter().rev().find(|q| {
        q.unit == part.unit && q.value >= part.value && q.value > 0 && !is_sibling(text, q, part)
    })?;
    Some((part, whole))
}

/// Whether a number has a share of its own, so that it stands in a row with the part and is no whole of it: 甲5亿元，占60%；乙3亿元，占30%.
fn is_sibling(text: &str, q: &Quantity<'_>, part: &Quantity<'_>) -> bool {
    let between = &text[q.range.end..part.range.start];
    let own = between.trim_start_matches(['，', ',', '、', '（', '(']);
    let share =
        own.strip_prefix('占').and_then(|rest| rest.split(|c| is_pause(c) || "、）)".contains(c)).next());
    let alone = share.is_some_and(|share| share.ends_with(['%', '％']) && share.chars().count() <= 8);
    alone && !between.contains("其中")
}

/// `26个支部中由19名增至24名，占比从73.1%提高到92.3%`: the number that a share goes with, and the one whole of which the share
/// beside it, before or after the change, is right. `None` where the words are others, and nothing within where nobody can tell
/// of what the shares are.
pub fn of_level<'q, 't>(
    text: &str,
    here: &'q [Quantity<'t>],
    at: usize,
) -> Option<Option<(&'q Quantity<'t>, &'q Quantity<'t>)>> {
    let leads = |a: &Quantity<'_>, b: &Quantity<'_>| {
        let lead = &text[clause(text, a.range.start).start..a.range.start];
        let between = text.get(a.range.end..b.range.start).unwrap_or_default();
        let to = between.ends_with(['到', '至', '为']) && between.chars().count() <= 6;
        lead.ends_with(['由', '从']) && to && !between.contains(is_pause)
    };
    let first = match here.get(at + 1) {
        Some(next) if next.is_share() && leads(&here[at], next) => at,
        _ => at.checked_sub(1).filter(|n| here[*n].is_share() && leads(&here[*n], &here[at]))?,
    };
    let lead = &text[clause(text, here[first].range.start).start..here[first].range.start];
    if !["占比", "比重", "比例"].iter().any(|w| lead.contains(w)) {
        return None;
    }
    let counts: Vec<_> = here[..first].iter().filter(|q| !q.is_share()).collect();
    let moved = |w: &&[&'q Quantity<'t>]| same_unit(w[0].unit, w[1].unit) && leads(w[0], w[1]);
    let pairs: Vec<_> = counts.windows(2).filter(moved).collect();
    let turn = |pair: &[&'q Quantity<'t>]| if first == at { pair[0] } else { pair[1] };
    let [.., pair] = pairs.as_slice() else { return Some(None) };
    // 在职的由26人增至29人，35岁以下的由3人增至6人，占比从11.5%升至20.7%: the whole moved too.
    if let [.., whole, _] = pairs.as_slice() {
        let fine = same_unit(turn(whole).unit, turn(pair).unit) && turn(whole).value >= turn(pair).value;
        return Some(fine.then(|| (turn(pair), turn(whole))));
    }
    let (other, known) = if first == at { (pair[1], &here[at + 1]) } else { (pair[0], &here[first]) };
    let whole = counts.iter().find(|q| {
        let own = pair.iter().any(|p| p.range == q.range);
        !own && q.value > 0 && super::fits(other.value, q.value, known)
    });
    Some(whole.map(|whole| (turn(pair), *whole)))
}

/// `送审84万元，审定80.5万元，核减3.5万元，核减率4.17%`: what was struck off is a share of what was submitted.
pub fn submitted<'q, 't>(
    text: &str,
    counts: &[&'q Quantity<'t>],
    lead: &str,
) -> Option<(&'q Quantity<'t>, &'q Quantity<'t>)> {
    let rate = ["审减", "核减", "节约", "节省"]
        .iter()
        .find(|w| lead.strip_suffix('率').is_some_and(|l| l.ends_with(*w)))?;
    let at = counts.iter().rposition(|q| {
        let words = beside(text, q);
        words.ends_with(rate) || *rate == "审减" && words.ends_with("核减")
    })?;
    let part = counts[at];
    let whole = counts[..at].iter().rev().find(|q| {
        let words = beside(text, q);
        let first = ["送审", "报审", "预算", "概算", "控制价"].iter().any(|w| words.contains(w));
        first && q.unit == part.unit && q.value >= part.value
    })?;
    Some((part, *whole))
}

/// `25个中办结19个、在办6个，分别占76%和24%`: each share is that of the part in its turn. `None` where the words are others, and
/// nothing within where nobody can tell what the shares are of.
pub fn in_turn<'q, 't>(
    text: &str,
    here: &'q [Quantity<'t>],
    share: &Quantity<'_>,
) -> Option<Option<(&'q Quantity<'t>, &'q Quantity<'t>)>> {
    const OF: [&str; 6] = ["", "总数的", "总量的", "总额的", "全部的", "其"];
    let own = clause(text, share.number.start);
    let mark = own.start + text[own.start..share.number.start].find("分别占")?;
    let from = mark + "分别占".len();
    let shares: Vec<_> = here.iter().filter(|q| q.range.start >= from && q.range.end <= own.end).collect();
    let counts: Vec<_> = here.iter().filter(|q| q.range.end <= mark && q.unit != share.unit).collect();
    let pair = || {
        let fine = shares.iter().all(|q| q.unit == share.unit)
            && OF.contains(&&text[from..shares.first()?.range.start]);
        let turn = shares.iter().position(|q| q.range == share.range)?;
        let first = counts.len().checked_sub(shares.len())?;
        let whole = counts[..first].last()?;
        let alike = counts[first..].iter().all(|q| q.unit == whole.unit && q.value <= whole.value);
        (fine && alike).then_some((counts[first + turn], *whole))
    };
    Some(pair())
}

/// `占全部53条的81.1%`: the whole stands within the clause, the part is the number of its unit before.
pub fn named<'q, 't>(
    counts: &[&'q Quantity<'t>],
    lead: &str,
    share: &Quantity<'_>,
) -> Option<(&'q Quantity<'t>, &'q Quantity<'t>)> {
    let (whole, before) = counts.split_last()?;
    let of = &lead[lead.rfind('占')?..];
    let own = share.number.start.saturating_sub(whole.range.end) < '的'.len_utf8() * 6;
    let part = before.iter().rev().find(|q| q.unit == whole.unit)?;
    (own && of.contains(|c: char| c.is_ascii_digit()) && part.value <= whole.value).then_some((*part, *whole))
}

/// `抽考40人，答对33人，知识点掌握率82.6%`: a rate by other words than its part, straight behind two numbers which nearly make
/// it, or make it with its digits in another order.
pub fn nearly<'q, 't>(
    text: &str,
    counts: &[&'q Quantity<'t>],
    lead: &str,
    share: &Quantity<'_>,
) -> Option<(&'q Quantity<'t>, &'q Quantity<'t>)> {
    let [.., whole, part] = counts else { return None };
    let between = &text[part.range.end..share.number.start];
    let straight = between.starts_with(['，', ',', '、']) && between.matches(is_pause).count() <= 1;
    let fits = part.unit == whole.unit && part.value < whole.value && part.value > 0;
    let asked = BASES.iter().any(|w| beside(text, part).contains(w)) && !spells_any(lead, beside(text, part));
    if asked || !(lead.ends_with(['率', '度']) && straight && fits && share.step < ONE) {
        return None;
    }
    let exact = i128::from(part.value) * 100 * i128::from(ONE) / i128::from(whole.value);
    let close = (exact - i128::from(share.value)).abs() <= i128::from(ONE);
    let digits = |words: &str| {
        let mut all: Vec<u8> = words.bytes().filter(u8::is_ascii_digit).collect();
        all.sort_unstable();
        all
    };
    let turned =
        digits(&text[share.number.clone()]) == digits(&super::right(part.value, whole.value, share.step));
    (close || turned).then_some((*part, *whole))
}

/// `抽问250户，属实241户、不实9户，真实率96.4%`: two parts that leave nothing of the whole, of which the rate is one, or nearly.
pub fn halved<'q, 't>(
    text: &str,
    counts: &[&'q Quantity<'t>],
    lead: &str,
    share: &Quantity<'_>,
) -> Option<(&'q Quantity<'t>, &'q Quantity<'t>)> {
    let [.., whole, a, b] = counts else { return None };
    let whole_of_both = a.value.checked_add(b.value) == Some(whole.value) && whole.value > 0;
    let alike = a.unit == whole.unit && b.unit == whole.unit;
    let between = &text[b.range.end..share.number.start];
    let straight = between.starts_with(['，', ',', '、', '；']) && between.matches(is_pause).count() <= 1;
    if !(whole_of_both && alike && straight && lead.ends_with('率') && share.step < ONE) {
        return None;
    }
    let near = |part: &Quantity<'_>| {
        let exact = i128::from(part.value) * 100 * i128::from(ONE) / i128::from(whole.value);
        (exact - i128::from(share.value)).abs() <= i128::from(ONE)
    };
    [*a, *b].into_iter().find(|part| near(part)).map(|part| (part, *whole))
}

/// Words of those who were asked or looked at, of which a share of another sort may follow: 收回48份，满意度96.5%.
const BASES: [&str; 12] =
    ["收回", "回收", "参加", "参训", "参考", "参评", "抽查", "抽检", "检查", "走访", "调查", "回访"];

/// Whether a rate is of these words: 回收率 of 收回48份.
fn spells_any(lead: &str, words: &str) -> bool {
    lead.strip_suffix(['率', '度'])
        .is_some_and(|rate| spells(rate, words) || rate.chars().rev().take(2).all(|c| words.contains(c)))
}

/// What a share may be said to be of, behind 占: all of what was counted.
const ALL: [&str; 9] = ["比", "总数", "问题", "措施", "任务", "问题总数", "措施总数", "任务总数", "问题数"];

/// Whether words end in 占, 占比, 占全部, 占问题总数.
fn is_of_all(lead: &str) -> bool {
    lead.rfind('占').is_some_and(|at| {
        let mut of = &lead[at + '占'.len_utf8()..];
        for word in ["全部", "反馈", "整改", "应"] {
            of = of.strip_prefix(word).unwrap_or(of);
        }
        of.is_empty() || ALL.contains(&of)
    })
}

/// Which number the words before the share speak of: with `占` the last, with a rate the last beside what the rate is of.
fn part(text: &str, counts: &[&Quantity<'_>], lead: &str) -> Option<usize> {
    if lead.ends_with("比例") || is_of_all(lead) {
        return counts.len().checked_sub(1);
    }
    let rate = lead.strip_suffix(['率', '度'])?;
    let same = ALIKE.iter().find(|words| words.iter().any(|w| rate.ends_with(w)));
    // 满意26份、基本满意10份: which of them the rate is of, nobody can tell.
    let graded = ["基本", "比较", "较为"]
        .iter()
        .any(|w| counts.iter().any(|q| beside(text, q).strip_prefix(w).is_some_and(|rest| rest == rate)));
    let alike = |q: &&Quantity<'_>| {
        let words = beside(text, q);
        same.is_some_and(|same| same.iter().any(|w| says(words, w)))
    };
    let at = counts.iter().rposition(|q| alike(q) || spells(rate, beside(text, q)));
    // 优秀9人、良好20人，合格率: no one of them is what passed.
    let several = at.is_some_and(|at| {
        !spells(rate, beside(text, counts[at])) && counts[..at].iter().copied().any(|q| alike(&q))
    });
    let graded = graded || several;
    at.filter(|_| !graded)
}

/// The words beside a number in its clause: those before it, or behind it where it opens the clause (17人合格).
fn beside<'t>(text: &'t str, q: &Quantity<'_>) -> &'t str {
    let own = &text[clause(text, q.range.start).start..q.range.start];
    let own = own.rsplit(['、', '（', '(']).next().unwrap_or(own);
    // 64座水厂已有57座接入: what opens the clause is another number.
    let opened = own
        .strip_suffix("已有")
        .is_some_and(|w| matches!(w, "" | "目前" | "现") || w.contains(|c: char| c.is_ascii_digit()));
    if !matches!(own, "" | "其中" | "其中有" | "有") && !opened {
        return own;
    }
    let rest = &text[q.range.end..];
    let end = rest.find(|c: char| is_pause(c) || "、（）()".contains(c) || c.is_ascii_digit());
    &rest[..end.unwrap_or(rest.len())]
}

/// Whether words say another, and not its contrary.
fn says(words: &str, word: &str) -> bool {
    words.rfind(word).is_some_and(|at| !NOT.iter().any(|not| words[..at].ends_with(not)))
}

/// Whether the last two characters of a rate are in the words beside a number: 网办率 of 网上办207件.
fn spells(rate: &str, words: &str) -> bool {
    let mut last = rate.chars().rev();
    let pair = last.next().zip(last.next());
    let first = |a: char| words.rfind(a).filter(|at| !NOT.iter().any(|not| words[..*at].ends_with(not)));
    pair.is_some_and(|(b, a)| first(a).is_some_and(|at| words[at..].contains(b)))
}
