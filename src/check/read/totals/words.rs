//! The ways in which a sentence names a total with its parts.

use std::ops::Range;

use super::apart;
use crate::zh::quantity::Quantity;
use crate::zh::sentence::clause;

/// A sentence and its quantities.
pub struct Stretch<'a, 't> {
    /// The text as a whole.
    pub text: &'t str,
    /// The sentence.
    pub range: Range<usize>,
    /// Its quantities in order.
    pub all: &'a [Quantity<'t>],
}

/// A total and the parts beside it.
pub struct Sum<'a, 't> {
    /// The total.
    pub total: &'a Quantity<'t>,
    /// What it consists of.
    pub parts: Vec<&'a Quantity<'t>>,
    /// Whether the words say that the parts are all.
    pub whole: bool,
    /// How far the words go to say that these are total and parts.
    pub trust: Trust,
}

/// How far the words of a sentence say what is part of what.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Trust {
    /// They say it.
    Said,
    /// Another total close by could be meant, so only a small slip is one.
    Near,
    /// Nothing but their order says it, so only numbers that nearly add up are meant to.
    Guessed,
}

/// Words that name what is left once the other parts are taken.
const REST: [&str; 9] = ["其余", "剩余", "余下", "剩下", "其他", "其它", "尚余", "还剩", "另有"];

/// Words that part what is done with from the whole, straight behind it.
const DONE: [&str; 6] = ["已完成", "已办结", "已整改", "已销号", "已落实", "已解决"];

/// What a body does one thing after another: numbers behind these stand beside the one before, not within it.
const DOES: [&str; 36] = [
    "新建", "新增", "新设", "制定", "修订", "废止", "维修", "改造", "建立", "完善", "召开", "组织", "开展",
    "举办", "培训", "印发", "出台", "检查", "走访", "发放", "更换", "安装", "编制", "举行", "张贴", "刊发",
    "发布", "推送", "约谈", "处分", "谈话", "查处", "清理", "慰问", "座谈", "追回",
];

/// Words for what comes in and what goes. Of things that were only looked at, others may have stayed as they were.
const CHANGED: [(&str, &str); 4] = [("纳入", "退"), ("补录", "退"), ("调入", "调出"), ("转入", "转出")];

/// Words of looking at things.
const LOOKS: [&str; 8] = ["核", "查", "走访", "比对", "清点", "盘点", "评估", "回访"];

/// Words of which the second names all that the first does not.
pub const OPPOSED: [(&str, &str); 14] = [
    ("合格", "不合格"),
    ("完成", "未完成"),
    ("整改", "未整改"),
    ("办结", "未办结"),
    ("销号", "未销号"),
    ("按期", "逾期"),
    ("采纳", "未采纳"),
    ("采纳", "没有采纳"),
    ("通过", "未通过"),
    ("达标", "未达标"),
    ("相符", "不相符"),
    ("男", "女"),
    ("赞成", "反对"),
    ("完成", "正在"),
];

impl<'a, 't> Stretch<'a, 't> {
    fn at(&self, word: &str) -> impl Iterator<Item = usize> + use<'a, 't, '_> {
        let start = self.range.start;
        let found: Vec<usize> =
            self.text[self.range.clone()].match_indices(word).map(|(i, _)| start + i).collect();
        found.into_iter()
    }

    fn between(&self, from: usize, to: usize) -> &'a [Quantity<'t>] {
        let a = self.all.partition_point(|q| q.range.start < from);
        let b = self.all.partition_point(|q| q.range.end <= to);
        &self.all[a..b.max(a)]
    }

    /// `25=19+6`, `19+6=25`, `25项(19项+6项)`.
    pub fn added(&self) -> Vec<Sum<'a, 't>> {
        let plus = |q: &Quantity<'_>| next_sign(&self.text[q.range.end..self.range.end]);
        let mut out = Vec::new();
        let mut at = 0;
        while at < self.all.len() {
            let mut end = at;
            while end + 1 < self.all.len() && plus(&self.all[end]) == Some('+') {
                end += 1;
            }
            if end > at {
                let before = at.checked_sub(1).filter(|b| matches!(plus(&self.all[*b]), Some('=' | '(')));
                let after = (plus(&self.all[end]) == Some('=')).then_some(end + 1);
                let total = before.or(after).and_then(|i| self.all.get(i));
                out.extend(total.map(|total| Sum {
                    total,
                    parts: self.all[at..=end].iter().collect(),
                    whole: true,
                    trust: Trust::Said,
                }));
            }
            at = end + 1;
        }
        out
    }

    /// `25项，其中19项…、6项…`.
    pub fn among(&self) -> Vec<Sum<'a, 't>> {
        let places: Vec<usize> = self.at("其中").collect();
        let ends = places.iter().skip(1).copied().chain([self.range.end]);
        let one = |(at, end): (&usize, usize)| {
            let end = self.end_of_list(*at, end);
            let after = self.between(*at, end);
            let unit = after.iter().find(|q| q.unit != "%" && q.unit != "％")?.unit;
            let total = self.between(self.range.start, *at).iter().rev().find(|q| same(q.unit, unit))?;
            let near = at - total.range.end < 90;
            let parts: Vec<_> = after.iter().filter(|q| same(q.unit, unit)).collect();
            let whole = parts.len() > 1 && self.is_whole(*at..end);
            near.then_some(Sum { total, parts, whole, trust: Trust::Said })
        };
        places.iter().zip(ends).filter_map(one).filter(|sum| !self.rest_is_open(sum)).collect()
    }

    /// Whether what is left is named without its number: `其余为标识不清`.
    fn rest_is_open(&self, sum: &Sum<'_, '_>) -> bool {
        let Some(last) = sum.parts.last() else { return false };
        let open = |at: usize| self.between(at, self.range.end).is_empty();
        let added = sum.parts.iter().fold(0_i64, |all, q| all.saturating_add(q.value));
        added < sum.total.value
            && REST.iter().flat_map(|w| self.at(w)).any(|at| at >= last.range.end && open(at))
    }

    /// A list ends with a semicolon, unless what follows it goes on naming parts.
    fn end_of_list(&self, from: usize, end: usize) -> usize {
        let mut at = from;
        while let Some(i) = self.text[at..end].find(['；', ';']) {
            let rest = &self.text[at + i..end];
            let mark = rest.chars().next().map_or(1, char::len_utf8);
            let goes_on = REST.iter().chain(&["未", "不"]).any(|w| rest[mark..].starts_with(w));
            if !goes_on {
                return at + i;
            }
            at += i + mark;
        }
        end
    }

    fn is_whole(&self, range: Range<usize>) -> bool {
        let words = &self.text[range];
        REST.iter().any(|w| words.contains(w))
            || OPPOSED.iter().any(|(a, b)| {
                let second = words.find(b);
                second.is_some_and(|i| words[..i].contains(a) || words[i + b.len()..].contains(a))
            })
    }

    /// `共43项：19项…、24项…`, `分别为`.
    pub fn listed(&self) -> Vec<Sum<'a, 't>> {
        let one = |(i, total): (usize, &'a Quantity<'t>)| {
            let rest = &self.text[total.range.end..self.range.end];
            let noun: usize =
                rest.chars().take(6).take_while(|c| !"：:，,、；;（(".contains(*c)).map(char::len_utf8).sum();
            let lead = &rest[noun..];
            let opens = lead.starts_with(['：', ':']) && !lead.contains("一是");
            let named =
                ["，分别", ",分别", "，包括", ",包括", "，即", ",即"].iter().any(|w| lead.starts_with(w));
            let end = self.end_of_list(total.range.end, self.range.end);
            let parts: Vec<_> =
                self.between(total.range.end, end).iter().filter(|q| same(q.unit, total.unit)).collect();
            let counts =
                (opens || named) && parts.len() > 1 && i + 1 < self.all.len() && !total.unit.is_empty();
            counts.then_some(Sum { total, parts, whole: true, trust: Trust::Near })
        };
        self.all.iter().enumerate().filter_map(one).filter(|sum| !self.rest_is_open(sum)).collect()
    }

    /// `甲3册、乙5册，合计8册`.
    pub fn together(&self) -> Vec<Sum<'a, 't>> {
        let words = ["合计", "共计", "总计", "一共", "，共", ",共"];
        let one = |at: usize| {
            let total = self.between(at, self.range.end).first().filter(|q| q.range.start - at < 24)?;
            // 共36台 is a total, 共缺58份 tells something else.
            let bare = self.text[at..total.range.start].starts_with(['，', ',']);
            if bare && !self.text[at..total.range.start].ends_with('共') {
                return None;
            }
            let before = self.between(self.range.start, at);
            let mut parts: Vec<_> = before.iter().filter(|q| same(q.unit, total.unit)).collect();
            // 漏记9次、代签5次，合计14处: all that was counted is of one sort.
            if parts.is_empty() && !bare && before.windows(2).all(|w| w[0].unit == w[1].unit) {
                parts = before.iter().filter(|q| self.is_listed(q, at)).collect();
            }
            (parts.len() > 1 && !total.unit.is_empty()).then_some(Sum {
                total,
                parts,
                whole: true,
                trust: Trust::Near,
            })
        };
        words.iter().flat_map(|w| self.at(w)).filter_map(one).collect()
    }

    /// Whether a quantity ends its clause, and only a list lies between it and a place further on.
    fn is_listed(&self, q: &Quantity<'_>, until: usize) -> bool {
        let rest = &self.text[q.range.end..until.max(q.range.end)];
        !rest.contains(['；', ';', '：', ':']) && (rest.is_empty() || rest.starts_with(['、', '，', ',']))
    }

    /// `由109件减到78件，减少31件`.
    pub fn changed(&self) -> Vec<Sum<'a, 't>> {
        let one = |w: &'a [Quantity<'t>]| {
            let [was, now, by] = w else { return None };
            let words = |a: usize, b: usize| &self.text[a..b];
            let lead = words(self.range.start, was.range.start);
            let (to, off) = (words(was.range.end, now.range.start), words(now.range.end, by.range.start));
            let told =
                lead.ends_with(['由', '从']) && to.ends_with(['到', '至', '为']) && to.chars().count() <= 8;
            let less = ["减少", "下降", "压减", "减", "降低", "精简"].iter().any(|w| off.ends_with(w));
            let more = ["增加", "增长", "净增", "新增", "增", "提高"].iter().any(|w| off.ends_with(w));
            let alike = same(was.unit, now.unit) && same(now.unit, by.unit) && off.chars().count() <= 8;
            let (total, part) = if less { (was, now) } else { (now, was) };
            let sum = Sum { total, parts: vec![part, by], whole: true, trust: Trust::Near };
            (told && alike && (less || more)).then_some(sum)
        };
        self.all.windows(3).filter_map(one).collect()
    }

    /// `核查62个项目，手续齐全的57个，有瑕疵的5个`: a number of things, and straight behind it how many are of each sort.
    pub fn sorted(&self) -> Vec<Sum<'a, 't>> {
        let one = |(i, total): (usize, &'a Quantity<'t>)| {
            let parts = self.straight_behind(i, total);
            let later = self.all[i + 1..].iter().filter(|q| same(q.unit, total.unit)).count();
            let fine = parts.len() > 1
                && later == parts.len()
                && !total.unit.is_empty()
                && !is_nested(&parts)
                && self.is_own(i, total, &parts);
            fine.then_some(Sum { total, parts, whole: true, trust: Trust::Guessed })
        };
        self.all.iter().enumerate().filter_map(one).filter(|sum| !self.rest_is_open(sum)).collect()
    }

    /// The quantities of the same unit that follow a total one clause after the other.
    fn straight_behind(&self, i: usize, total: &Quantity<'t>) -> Vec<&'a Quantity<'t>> {
        let mut parts: Vec<&'a Quantity<'t>> = Vec::new();
        let mut end = total.range.end;
        let mut fates = false;
        for q in &self.all[i + 1..] {
            let lead = &self.text[end..q.range.start];
            let clause = lead.rsplit(['，', ',', '、']).next().unwrap_or(lead);
            let tail = self.text[q.range.end..self.range.end].chars().next();
            let bare = tail.is_none_or(|c| "，,、；;".contains(c));
            // 保留15项、修订6项、废止4项: behind the end of some, these are the ends of others.
            let fate = apart::is_fate(clause);
            let another = DOES.iter().any(|w| clause.starts_with(w)) && !(fates && fate);
            if !same(q.unit, total.unit) || !follows(lead, parts.is_empty()) || !bare || another {
                break;
            }
            fates = fate;
            parts.push(q);
            end = q.range.end;
        }
        parts
    }

    /// Whether a total is no part of another. One that is itself a part is a total only where its own parts say so.
    fn is_own(&self, i: usize, total: &Quantity<'t>, parts: &[&Quantity<'t>]) -> bool {
        let first = !self.all[..i].iter().any(|q| same(q.unit, total.unit));
        let joined = |q: &&Quantity<'t>| !self.text[total.range.end..q.range.start].contains(['，', ',']);
        let listed = self.text[self.range.start..total.range.start].contains("其中")
            || self.text[total.range.end..].starts_with('、')
            || parts.first().is_some_and(joined);
        first || !listed && apart::is_sorted(self.text, total, parts)
    }

    /// `52件，办结47件，其余5件`.
    pub fn rest(&self) -> Vec<Sum<'a, 't>> {
        let one = |at: usize| {
            let last = self.between(at, self.range.end).first().filter(|q| q.range.start - at < 24)?;
            let before: Vec<_> =
                self.between(self.range.start, at).iter().filter(|q| same(q.unit, last.unit)).collect();
            // Any of those before may be the total; the nearest that fits is.
            let sums = (0..before.len().saturating_sub(1)).rev().map(|i| {
                let parts = before[i + 1..].iter().fold(0_i64, |sum, q| sum.saturating_add(q.value));
                (i, parts.saturating_add(last.value))
            });
            let fits = sums.clone().any(|(i, sum)| before[i].value == sum);
            let first = before.len().checked_sub(2).filter(|_| !fits)?;
            // With several candidates, the largest of them is the total.
            let total = before[..=first].iter().copied().max_by_key(|q| q.value)?;
            let from = before.iter().position(|q| std::ptr::eq(*q, total))?;
            let parts = before[from + 1..].iter().copied().chain([last]).collect();
            Some(Sum { total, parts, whole: true, trust: Trust::Near })
        };
        REST[..4].iter().chain(&REST[6..8]).flat_map(|w| self.at(w)).filter_map(one).collect()
    }

    /// `74人，赞成66人、反对5人、弃权3人`.
    pub fn opposed(&self) -> Vec<Sum<'a, 't>> {
        let one = |i: usize| {
            let [total, first, second] = self.all.get(i..i + 3)? else { return None };
            let lead = |a: &Quantity<'_>, b: &Quantity<'_>| &self.text[a.range.end..b.range.start];
            let (own, other) = (lead(total, first), lead(first, second));
            let names = |(a, b): &(&str, &str)| own.contains(a) && !own.contains(b) && other.contains(b);
            let changed = CHANGED.iter().any(names);
            let pair = changed || OPPOSED[..13].iter().any(names);
            let third = self.all.get(i + 3).filter(|q| lead(second, q).contains("弃权"));
            let parts: Vec<_> = [first, second].into_iter().chain(third).collect();
            let alike = parts.iter().all(|q| same(q.unit, total.unit)) && !total.unit.is_empty();
            let votes = own.contains("赞成") && third.is_none();
            let own_clause = &self.text[clause(self.text, total.range.start).start..total.range.start];
            let whole = !(changed && LOOKS.iter().any(|w| own_clause.contains(w)));
            (pair && alike && !votes).then_some(Sum { total, parts, whole, trust: Trust::Near })
        };
        (0..self.all.len()).filter_map(one).collect()
    }
}

/// Whether what stands between two quantities leads from a total, or from one part, to the next part.
fn follows(lead: &str, first: bool) -> bool {
    // 35条措施已完成30条、正在推进5条
    let marks = lead.matches(['，', ',', '、']).count();
    let straight = first && marks == 0 && DONE.iter().any(|w| lead.ends_with(w));
    let longest = if first { 24 } else { 20 };
    (straight || marks == 1)
        && !lead.contains(['；', ';', '：', ':'])
        && !lead.contains("其中")
        && lead.chars().count() <= longest
}

/// 检查60处，发现隐患31处，改好19处、限期12处: the second is the total of the rest.
fn is_nested(parts: &[&Quantity<'_>]) -> bool {
    let sum = |some: &[&Quantity<'_>]| some.iter().fold(0_i64, |sum, q| sum.saturating_add(q.value));
    (2..parts.len()).any(|n| parts[n - 2].value == sum(&parts[n - 1..]))
}

/// Whether two units count the same things: people are 人 and 名.
fn same(one: &str, other: &str) -> bool {
    let people = |unit: &str| matches!(unit, "人" | "名");
    one == other || (people(one) && people(other))
}

/// The sign that joins a quantity to the next: `+`, `=` or an opening bracket, behind no more than a noun.
fn next_sign(rest: &str) -> Option<char> {
    let noun = |c: &char| !"+＋=＝(（,，、。;；:：".contains(*c) && !c.is_ascii_digit();
    let len: usize = rest.chars().take(5).take_while(noun).map(char::len_utf8).sum();
    let mut tail = rest[len..].chars();
    let sign = tail.next()?;
    let digit = tail.next().is_some_and(|c| c.is_ascii_digit());
    match sign {
        '+' | '＋' if digit => Some('+'),
        '=' | '＝' if digit => Some('='),
        '(' | '（' if digit => Some('('),
        _ => None,
    }
}
