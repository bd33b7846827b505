//! Parts whose words complete each other: of 54 invited some came and the others were excused, of 72 papers some are valid and
//! the others void, of the income some was spent and the balance is left.

use super::sorted::FOUND;
use super::words::{Stretch, Sum, Trust, follows, sum_of};
use crate::zh::quantity::{Quantity, same_unit};
use crate::zh::sentence::clause;

/// Words of the one half and of the other; a thing named by one of them is named by no second.
type Halves = (&'static [&'static str], &'static [&'static str]);

const HALVES: &[Halves] = &[
    (
        &["完成", "办结", "整改", "销号", "落实", "解决"],
        &[
            "正在整改",
            "正在推进",
            "正在办理",
            "正在实施",
            "推进中",
            "尚未",
            "未完成",
            "未办结",
            "未整改",
            "未销号",
            "未落实",
            "未解决",
        ],
    ),
    (
        &["实到", "到会", "出席", "到场", "参会"],
        &["请假", "缺席", "未到", "缺勤", "出差", "因病", "因事", "因公"],
    ),
    (&["相符"], &["盘亏", "不符", "不相符"]),
    (&["有效"], &["无效", "作废", "废票", "废卷"]),
    (&["属实", "部分属实"], &["不属实", "不实", "失实", "重复", "查否"]),
    (&["实收", "已收", "实缴", "已缴"], &["未收", "欠收", "未缴", "欠缴", "尚欠", "待收"]),
    (&["已付", "已支付"], &["未付", "未支付", "待付", "尚欠"]),
    (&["已发放", "已兑付"], &["未发放", "未兑付", "待发放"]),
    (&["已领取", "已领"], &["未领取", "未领"]),
    (&["已归还", "已还", "已退还"], &["未归还", "未还", "未退还"]),
    (&["在岗", "在位"], &["离岗", "脱岗", "不在岗", "请假", "外出"]),
    (&["优秀"], &["良好", "一般", "较差"]),
    (&["同意", "赞成"], &["不同意", "反对", "弃权"]),
    (&["满意", "基本满意", "比较满意"], &["不满意", "不了解"]),
];

/// Words of what was to be had at first, of what went of it, and of what is left.
const HAD: [&str; 14] = [
    "预算",
    "概算",
    "收款",
    "收入",
    "到账",
    "拨入",
    "拨付",
    "拨款",
    "筹集",
    "下达",
    "经费",
    "合同",
    "送审",
    "控制价",
];
const SPENT: [&str; 12] =
    ["支出", "支付", "使用", "已用", "开支", "花费", "列支", "发放", "拨出", "审定", "中标", "成交"];
const LEFT: [&str; 9] = ["结余", "节余", "结存", "余额", "余款", "剩余", "尚余", "核减", "节约"];
/// Words of what was there before, which may make the balance larger than the income.
const CARRIED: [&str; 5] = ["上年", "上期", "期初", "结转", "原有"];

impl<'a, 't> Stretch<'a, 't> {
    /// `应到54人，实到37人，请假17人`, `预算13万元，支出12万元，结余1万元`.
    pub fn halves(&self) -> Vec<Sum<'a, 't>> {
        let one = |i: usize| {
            let total = &self.all[i];
            let (parts, leads) = self.named_behind(i);
            let added = sum_of(&parts);
            // 已完成66条，未完成11条；长期坚持4条: what is still missing stands further on.
            let missing = total.value.saturating_sub(added);
            let filled = parts.last().is_some_and(|last| {
                let mut later = self.all.iter().filter(|q| q.range.start >= last.range.end);
                later.any(|q| same_unit(q.unit, total.unit) && q.value == missing)
            });
            let fine = parts.len() > 1
                && !total.unit.is_empty()
                && !filled
                && (complete(&leads) || self.is_balance(i, &leads))
                && !(self.is_behind_among(total) && self.is_listed_first(total))
                && (!self.is_within_another(i) || self.is_audited(i, &leads));
            // Where another number of the same things follows, it may be of them as well; and of grades and findings some may be
            // left out.
            let some = leads.iter().any(|lead| ["优秀", "属实"].iter().any(|w| lead.contains(w)));
            let whole = !some && !self.goes_on(&parts, total);
            fine.then_some(Sum { total, parts, whole, trust: Trust::Halves })
        };
        (0..self.all.len()).filter_map(one).filter(|sum| !self.rest_is_open(sum)).collect()
    }

    /// The quantities of the same unit clause by clause behind one, with the words before each. Shares of them may stand between.
    fn named_behind(&self, i: usize) -> (Vec<&'a Quantity<'t>>, Vec<&'t str>) {
        let total = &self.all[i];
        let (mut parts, mut leads, mut end) = (Vec::new(), Vec::new(), total.range.end);
        for q in &self.all[i + 1..] {
            let lead = &self.text[end..q.range.start];
            if q.is_share() && !parts.is_empty() {
                end = q.range.end;
                continue;
            }
            let plain = lead.replacen(['：', ':', '（', '('], "，", usize::from(parts.is_empty()));
            if !same_unit(q.unit, total.unit) || !follows(&plain, parts.is_empty()) {
                break;
            }
            parts.push(q);
            leads.push(lead.rsplit(['，', ',', '、', '：', ':', '（', '(']).next().unwrap_or(lead));
            end = q.range.end;
        }
        (parts, leads)
    }

    /// Whether a quantity is what something was spent of, and its parts are what was spent and what is left.
    fn is_balance(&self, i: usize, leads: &[&str]) -> bool {
        let has = |lead: &str, words: &[&str]| words.iter().any(|w| lead.contains(w));
        let before = &self.text[self.range.start..self.all[i].range.start];
        let own = before.rsplit(['，', ',', '；', ';', '、']).next().unwrap_or(before);
        let earlier = has(before, &CARRIED) || leads.iter().any(|l| has(l, &CARRIED));
        let left = leads.iter().filter(|l| has(l, &LEFT)).count();
        has(own, &HAD) && !earlier && left == 1 && leads.iter().all(|l| has(l, &LEFT) != has(l, &SPENT))
    }

    /// 合同价80万元，送审84万元，核减3万元，审定81万元: what was submitted, struck off and approved, whatever else is named before.
    fn is_audited(&self, i: usize, leads: &[&str]) -> bool {
        let own = &self.text[self.range.start..self.all[i].range.start];
        let own = own.rsplit(['，', ',', '；', ';', '、']).next().unwrap_or(own);
        let has = |words: &[&str]| leads.iter().any(|lead| words.iter().any(|w| lead.contains(w)));
        let submitted = ["送审", "报审"].iter().any(|w| own.contains(w));
        submitted && leads.len() == 2 && has(&["核减", "审减"]) && has(&["审定"])
    }

    /// The part that was approved, where the total was submitted and the other part struck off.
    pub fn approved(&self, sum: &Sum<'a, 't>) -> Option<&'a Quantity<'t>> {
        let i = self.all.iter().position(|q| q.range == sum.total.range)?;
        let (parts, leads) = self.named_behind(i);
        let own = parts.len() == sum.parts.len() && self.is_audited(i, &leads);
        let at = leads.iter().position(|lead| lead.contains("审定")).filter(|_| own)?;
        parts.get(at).copied()
    }

    /// Whether a quantity of the same unit stands before one without a semicolon between, so that both may go together.
    fn is_within_another(&self, i: usize) -> bool {
        let total = &self.all[i];
        let apart = |q: &Quantity<'_>| self.text[q.range.end..total.range.start].contains(['；', ';']);
        self.all[..i].iter().any(|q| same_unit(q.unit, total.unit) && !apart(q))
    }

    /// Whether a supposed total makes up, with its parts and what stands between, a number before it.
    pub fn is_part(&self, sum: &Sum<'_, '_>) -> bool {
        let Some(last) = sum.parts.last().filter(|_| sum.trust != Trust::Said) else { return false };
        // 巡查33处码头，发现险情18处: what was found is no part of where it was looked for.
        let own = clause(self.text, sum.total.range.start).start..sum.total.range.start;
        if FOUND.are_in(&self.text[own]) {
            return false;
        }
        let here = self.between(self.range.start, last.range.end.max(sum.total.range.end));
        let alike: Vec<_> = here.iter().filter(|q| same_unit(q.unit, sum.total.unit)).collect();
        (0..alike.len()).take_while(|n| alike[*n].range.end <= sum.total.range.start).any(|n| {
            alike[n].value == sum_of(&alike[n + 1..])
                && sum.parts.iter().all(|q| q.range.start > alike[n].range.end)
        })
    }

    /// Whether the parts make up a number before the supposed total: 61人，其中在编48人、聘用13人，男40人、女21人.
    pub fn is_of_earlier(&self, sum: &Sum<'_, '_>) -> bool {
        let added = sum_of(&sum.parts);
        let parted = sum.parts.iter().all(|q| q.range.start > sum.total.range.end);
        let before = self.between(self.range.start, sum.total.range.start);
        parted
            && sum.parts.len() > 1
            && before.iter().any(|q| same_unit(q.unit, sum.total.unit) && q.value == added)
    }

    /// Whether 其中 divides the number straight before it, which is counted by another word: 派9名队员走访，更新档案82份，其中老人61人、儿童21人.
    pub fn is_of_nearest(&self, sum: &Sum<'_, '_>) -> bool {
        let Some(first) = sum.parts.first().filter(|q| q.range.start > sum.total.range.end) else {
            return false;
        };
        let lead = &self.text[sum.total.range.end..first.range.start];
        let Some(among) = lead.rfind("其中").map(|at| sum.total.range.end + at) else { return false };
        let nearest = self.between(sum.total.range.end, among).last();
        nearest.is_some_and(|q| {
            (2..=sum.parts.len()).any(|n| sum_of(&sum.parts[..n]) == q.value)
                && self.text[q.range.end..among].trim_end_matches(['，', ',']).is_empty()
        })
    }

    /// `登记线索91条（属实25条、不实47条、重复19条）`: a number, and in brackets nothing but how many are of each sort.
    pub fn bracketed(&self) -> Vec<Sum<'a, 't>> {
        let one = |total: &'a Quantity<'t>| {
            let rest = &self.text[total.range.end..self.range.end];
            let open = rest.find(['（', '('])?;
            let noun = &rest[..open];
            let close = open + rest[open..].find(['）', ')'])?;
            let inner = rest[open..close].trim_start_matches(['（', '(']);
            let start = total.range.end + close - inner.len();
            let parts: Vec<_> = self.between(start, total.range.end + close).iter().collect();
            let sorts = inner.split(['、', '，', ',', '；', ';']).count() == parts.len();
            let some = ["含", "包括", "如", "其中", "另"].iter().any(|w| inner.starts_with(w));
            let fine = noun.chars().count() <= 6
                && !noun.contains(['，', ',', '、', '；', ';', '：', ':'])
                && parts.len() > 1
                && sorts
                && !some
                && parts.iter().all(|q| same_unit(q.unit, total.unit) && ends_item(self.text, q))
                && !total.unit.is_empty();
            let whole = !super::judge::OVERLAP.iter().any(|w| inner.contains(w));
            let trust = if whole { Trust::Closed } else { Trust::Near };
            // 净核减5万元（核增3万元，核减8万元）: what went is taken from what came.
            let net = self.text[clause(self.text, total.range.start).start..total.range.start].contains('净');
            (fine && !net).then_some(Sum { total, parts, whole, trust })
        };
        self.all.iter().filter_map(one).collect()
    }
}

/// Whether an item of a list ends with its number: 重复19条.
fn ends_item(text: &str, q: &Quantity<'_>) -> bool {
    text[q.range.end..].starts_with(['、', '，', ',', '；', ';', '）', ')'])
}

/// Whether words name both halves of something, each of them one of the two, and none of them twice.
fn complete(leads: &[&str]) -> bool {
    negated(leads)
        || HALVES.iter().any(|(one, other)| {
            let named = |lead: &str| {
                // 正在推进5条 says it of the number, 正在推进长效机制建设5个 of something else.
                let close = |word: &str| {
                    lead.rfind(word).is_some_and(|at| lead[at + word.len()..].chars().count() <= 3)
                };
                let of = |words: &'static [&'static str]| {
                    words.iter().filter(|w| close(w)).max_by_key(|w| w.len())
                };
                // 不属实 holds 属实, and is the longer of the two.
                of(one)
                    .into_iter()
                    .map(|w| (w, true))
                    .chain(of(other).map(|w| (w, false)))
                    .max_by_key(|w| w.0.len())
            };
            let words: Option<Vec<_>> = leads.iter().map(|l| named(l)).collect();
            words.is_some_and(|words| {
                let mut seen: Vec<_> = words.iter().map(|w| w.0).collect();
                seen.sort_unstable();
                seen.dedup();
                seen.len() == leads.len() && words.iter().any(|w| w.1) && words.iter().any(|w| !w.1)
            })
        })
}

/// 已拨付 and 未拨付: the second says of nothing else that it is not so.
fn negated(leads: &[&str]) -> bool {
    let [one, other] = leads else { return false };
    let bare = |lead: &str| {
        lead.trim_start_matches(['，', ',', '、', '已']).trim_end_matches(['的', '了']).to_owned()
    };
    let (one, other) = (bare(one), bare(other));
    !one.is_empty() && ["未", "尚未", "没有", "不"].iter().any(|not| other.strip_prefix(not) == Some(&one))
}
