//! The ways in which a sentence names a total with its parts.

use std::ops::Range;

use crate::zh::quantity::{Quantity, same_unit, within};
use crate::zh::sentence::{clause, is_pause};
use crate::zh::wordlist::Words;

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
    /// They say how many parts make it, and so many are told.
    Counted,
    /// They say that it is all of it, so that no slip is too large.
    Closed,
    /// Another total close by could be meant, so only a small slip is one.
    Near,
    /// The parts are halves by their words, so that no few of them can be the whole.
    Halves,
    /// Nothing but their order says it, so only numbers that nearly add up are meant to.
    Guessed,
}

/// Words that name what is left once the other parts are taken.
const REST: &[&str] = &["其余", "剩余", "余下", "剩下", "其他", "其它", "尚余", "还剩", "另有"];
static ALL_REST: Words = Words::new(REST);

/// The same without those that may lead to something else.
pub(super) static PLAIN_REST: Words = Words::new(&["其余", "剩余", "余下", "剩下", "尚余", "还剩"]);

/// Whether words begin with what is left.
pub(super) fn starts_with_rest(words: &str) -> bool {
    PLAIN_REST.places(words).first().is_some_and(|(at, _)| *at == 0)
}

/// Words for a time before.
static THEN: Words = Words::new(&["上年同期", "去年同期", "上年", "去年", "前年", "往年"]);

/// What leads to the parts.
static AMONG: Words = Words::new(&["其中"]);

/// Words that part what is done with from the whole, straight behind it.
pub(super) const DONE: [&str; 6] = ["已完成", "已办结", "已整改", "已销号", "已落实", "已解决"];

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
    /// Where each of some words stands.
    pub(super) fn at(&self, words: &Words) -> impl Iterator<Item = usize> + use<> {
        let start = self.range.start;
        words.places(&self.text[self.range.clone()]).into_iter().map(move |(at, _)| start + at)
    }

    pub(super) fn between(&self, from: usize, to: usize) -> &'a [Quantity<'t>] {
        within(self.all, &(from..to))
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
        let places: Vec<usize> = self.at(&AMONG).collect();
        let ends = places.iter().skip(1).copied().chain([self.range.end]);
        let one = |(at, end): (&usize, usize)| {
            // 学习7次，其中研讨4次，而上年同期分别为5次和1次: what was then is no part of what is now.
            let before_now = self.at(&THEN).find(|then| (*at..end).contains(then));
            let end = self.end_of_list(*at, before_now.unwrap_or(end));
            let after = self.between(*at, end);
            let unit = after.iter().find(|q| q.unit != "%" && q.unit != "％")?.unit;
            let before = self.between(self.range.start, *at).iter().rev();
            let mut before = before.filter(|q| same_unit(q.unit, unit));
            let total = before.find(|q| !closes(&self.text[q.range.end..*at]) && !self.is_change(q))?;
            // 处分5人、诫勉3人，其中党员7人: of all of them.
            let other = before.next().filter(|q| {
                let between = &self.text[q.range.end..total.range.start];
                between.contains('、') && !between.contains(is_pause)
            });
            // 技师5名、学徒2名；引进骨干，其中: what a semicolon parts from them is another matter.
            let lead = self.text[total.range.end..*at].trim_end_matches(['；', ';']);
            let near = at - total.range.end < 90 && !lead.contains(['；', ';']);
            let own = after.iter().take_while(|q| !self.is_closing(q));
            let parts: Vec<_> = own.filter(|q| same_unit(q.unit, unit)).collect();
            let whole = parts.len() > 1 && self.is_whole(*at..end);
            let added = sum_of(&parts);
            let both =
                other.is_some_and(|q| (total.value..=total.value.saturating_add(q.value)).contains(&added));
            (near && !both).then_some(Sum { total, parts, whole, trust: Trust::Said })
        };
        places.iter().zip(ends).filter_map(one).filter(|sum| !self.rest_is_open(sum)).collect()
    }

    /// Whether what is left is named without its number: `其余为标识不清`.
    pub(super) fn rest_is_open(&self, sum: &Sum<'_, '_>) -> bool {
        let Some(last) = sum.parts.last() else { return false };
        let open = |at: usize| self.between(at, self.range.end).is_empty();
        sum_of(&sum.parts) < sum.total.value && self.at(&ALL_REST).any(|at| at >= last.range.end && open(at))
    }

    /// A list ends with a semicolon, unless what follows it goes on naming parts.
    pub(super) fn end_of_list(&self, from: usize, end: usize) -> usize {
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
        ALL_REST.are_in(words)
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
            let lead = split_in(rest).map_or(lead, |_| rest);
            let opens = lead.starts_with(['：', ':']) && !lead.contains("一是");
            let told = lead.strip_prefix(['，', ',']).unwrap_or_default();
            let means =
                ["分别", "即", "也就是", "亦即", "具体为", "依次为"].iter().any(|w| told.starts_with(w));
            let named = means || told.starts_with("包括");
            let end = self.end_of_list(total.range.end, self.range.end);
            let parts: Vec<_> = self
                .between(total.range.end, end)
                .iter()
                .filter(|q| same_unit(q.unit, total.unit) && self.is_outside(total.range.end, q))
                .collect();
            let counts = (opens || named || split_in(lead) == Some(parts.len()))
                && parts.len() > 1
                && i + 1 < self.all.len()
                && !total.unit.is_empty();
            let trust = if means { Trust::Closed } else { Trust::Near };
            counts.then_some(Sum { total, parts, whole: true, trust })
        };
        self.all.iter().enumerate().filter_map(one).filter(|sum| !self.rest_is_open(sum)).collect()
    }

    /// Whether no bracket is open between a place and a quantity: `水田30亩，旱地20亩（含坡地8亩）`.
    pub(super) fn is_outside(&self, from: usize, q: &Quantity<'_>) -> bool {
        let words = &self.text[from..q.range.start];
        words.matches(['（', '(']).count() <= words.matches(['）', ')']).count()
    }

    /// Whether a quantity ends its clause, and only a list lies between it and a place further on.
    pub(super) fn is_listed(&self, q: &Quantity<'_>, until: usize) -> bool {
        let rest = &self.text[q.range.end..until.max(q.range.end)];
        !rest.contains(['；', ';', '：', ':']) && (rest.is_empty() || rest.starts_with(['、', '，', ',']))
    }

    /// Whether nothing but 、 stands between a quantity and the next item of a list.
    pub(super) fn is_listed_first(&self, q: &Quantity<'_>) -> bool {
        self.text[q.range.end..self.range.end].starts_with('、')
    }

    /// Whether 其中 leads to a quantity: 其中教师5名.
    pub(super) fn is_behind_among(&self, q: &Quantity<'_>) -> bool {
        let own = clause(self.text, q.range.start).start.max(self.range.start)..q.range.start;
        AMONG.are_in(&self.text[own])
    }

    /// Whether another number of the same things follows the parts.
    pub(super) fn goes_on(&self, parts: &[&Quantity<'t>], total: &Quantity<'t>) -> bool {
        let end = parts.last().map_or(total.range.end, |q| q.range.end);
        self.between(end, self.range.end).iter().any(|q| same_unit(q.unit, total.unit))
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
            let alike = parts.iter().all(|q| same_unit(q.unit, total.unit)) && !total.unit.is_empty();
            let votes = own.contains("赞成") && third.is_none();
            let own_clause = &self.text[clause(self.text, total.range.start).start..total.range.start];
            let whole = !(changed && LOOKS.iter().any(|w| own_clause.contains(w)));
            let trust = if whole && !self.goes_on(&parts, total) { Trust::Closed } else { Trust::Near };
            let item = self.is_behind_among(total) && self.is_listed_first(total);
            (pair && alike && !votes && !item).then_some(Sum { total, parts, whole, trust })
        };
        (0..self.all.len()).filter_map(one).collect()
    }
}

/// Into how many parts something was split, straight behind its number: `50万元分三次拨付，`.
fn split_in(rest: &str) -> Option<usize> {
    let rest = rest.strip_prefix('分')?;
    let number = rest.chars().next()?;
    let unit = rest.chars().nth(1)?;
    let many = number.to_digit(10).or_else(|| {
        "〇一二三四五六七八九".chars().position(|c| c == number).and_then(|n| u32::try_from(n).ok())
    });
    let many = if number == '两' { Some(2) } else { many };
    let list = &rest[..rest.find(is_pause)?];
    ("次笔批期".contains(unit) && list.chars().count() <= 8).then_some(many).flatten().map(|n| n as usize)
}

/// Whether words close a bracket that was opened before them: 62人（在编50人、编外12人），其中.
fn closes(words: &str) -> bool {
    words.matches(['）', ')']).count() > words.matches(['（', '(']).count()
}

/// What quantities make together.
pub(super) fn sum_of(parts: &[&Quantity<'_>]) -> i64 {
    parts.iter().fold(0, |sum, q| sum.saturating_add(q.value))
}

/// Whether what stands between two quantities leads from a total, or from one part, to the next part.
pub(super) fn follows(lead: &str, first: bool) -> bool {
    // 35条措施已完成30条、正在推进5条
    // A、B级 are one sort.
    let graded = |at: usize| lead[..at].ends_with(|c: char| c.is_ascii_uppercase());
    let marks =
        lead.match_indices(['，', ',', '、']).filter(|(at, mark)| *mark != "、" || !graded(*at)).count();
    let straight = first && marks == 0 && DONE.iter().any(|w| lead.ends_with(w));
    let longest = if first { 24 } else { 20 };
    (straight || marks == 1)
        && !lead.contains(['；', ';', '：', ':'])
        && !lead.contains("其中")
        && lead.chars().count() <= longest
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
