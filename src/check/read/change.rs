//! What a number was, what it is now, and what is said of the change: which way it went, by how many points, by how much and at
//! what rate.

use std::ops::Range;

use super::share::right;
use super::totals::{is_since, leads_from, summed};
use crate::zh::quantity::{ONE, Quantity, find_all, print_like, same_unit, within};
use crate::zh::sentence::{clause, is_pause, sentences};
use crate::zh::wordlist::Words;

/// Something said of a change that the numbers beside it do not bear out.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Wrong {
    /// `由12%提高至10%`: it went the other way.
    Direction {
        /// The verb.
        verb: Range<usize>,
        /// What it was.
        was: Range<usize>,
        /// What it is now.
        now: Range<usize>,
        /// Whether it rose.
        up: bool,
    },
    /// `由66.4%提高到71.9%，提高5.5%`: two percentages are so many points apart.
    Points {
        /// What is said, with its unit.
        by: Range<usize>,
        /// What it was.
        was: Range<usize>,
        /// What it is now.
        now: Range<usize>,
        /// How many points.
        right: String,
    },
    /// `46亿元，占计划的51%，比去年同期的40亿元增加5亿元`: they are so much apart.
    Gap {
        /// The figures of what is said.
        by: Range<usize>,
        /// The two numbers.
        both: Range<usize>,
        /// How much, in millionths of the unit.
        right: i64,
        /// Of what.
        unit: String,
    },
    /// `今年2.9万元，同比减少0.6万元，下降22%`: the rate is another.
    Rate {
        /// The figures of the rate.
        share: Range<usize>,
        /// The numbers that make it.
        both: Range<usize>,
        /// What it was, as printed.
        was: String,
        /// What it is now, the same.
        now: String,
        /// The rate in per cent.
        right: String,
    },
}

/// Verbs of more and of less, the longer before those that they end in.
const UP: [&str; 13] =
    ["增加", "增长", "净增", "新增", "提高", "提升", "上升", "上涨", "上浮", "扩大", "增", "升", "多"];
const DOWN: [&str; 17] = [
    "减少", "下降", "压减", "压降", "压缩", "降低", "精简", "核减", "节省", "节约", "缩减", "缩短", "回落",
    "下浮", "减", "降", "少",
];

/// Without one of these, none of the verbs stands there.
static LIKELY: Words = Words::new(&[
    "增", "升", "多", "减", "降", "少", "提高", "上涨", "上浮", "扩大", "压缩", "精简", "节省", "节约",
    "缩短", "回落", "下浮",
]);

/// What may be told of behind the verb: 少支出5万元.
const OBJECTS: [&str; 6] = ["支出", "开支", "支付", "花费", "投入", "使用"];

/// Words of places in an order, which rise as their number falls.
const ORDER: [&str; 4] = ["排名", "名次", "位次", "位居"];

/// Everything of the sort in a text.
pub fn find(text: &str) -> Vec<Wrong> {
    // What most texts lack is told faster than what they count.
    if !LIKELY.are_in(text) {
        return Vec::new();
    }
    let all = find_all(text);
    sentences(text).flat_map(|s| of_sentence(text, &all, &s)).collect()
}

fn of_sentence(text: &str, all: &[Quantity<'_>], s: &Range<usize>) -> Vec<Wrong> {
    let here = Here { text, start: s.start, all: within(all, s) };
    if ORDER.iter().any(|w| text[s.clone()].contains(w)) {
        return Vec::new();
    }
    (0..here.all.len())
        .filter_map(|i| here.moved(i).or_else(|| here.against(i)).or_else(|| here.by(i)))
        .collect()
}

/// The quantities of a sentence.
struct Here<'a, 't> {
    text: &'t str,
    start: usize,
    all: &'a [Quantity<'t>],
}

/// A verb of a change: whether it is one of more, and where it stands.
struct Told {
    up: bool,
    verb: Range<usize>,
}

impl<'t> Here<'_, 't> {
    fn get(&self, i: usize) -> Option<&Quantity<'t>> {
        self.all.get(i).filter(|q| !q.about && !q.unit.is_empty())
    }

    fn between(&self, a: &Quantity<'_>, b: &Quantity<'_>) -> &'t str {
        &self.text[a.range.end..b.range.start]
    }

    /// The words of its clause before a quantity.
    fn lead(&self, q: &Quantity<'_>) -> &'t str {
        &self.text[clause(self.text, q.range.start).start.max(self.start)..q.range.start]
    }

    /// The verb that leads from one quantity to the next, where nothing else stands between them but since when: `，同比增加`.
    fn told(&self, a: &Quantity<'_>, b: &Quantity<'_>) -> Option<Told> {
        let words = self.between(a, b);
        let (told, rest) = verb(words, a.range.end)?;
        let pauses = words.matches(|c| is_pause(c) || c == '、').count();
        let since = rest.trim_start_matches(|c| is_pause(c) || c == '、');
        let since = ["净", "共", "累计", "实际"].iter().find_map(|w| since.strip_suffix(w)).unwrap_or(since);
        (pauses <= 1 && (since.is_empty() || since == "同比" || is_since(since))).then_some(told)
    }

    /// The two numbers of a change, and the place of the first quantity behind them.
    fn judge(&self, was: usize, now: usize, told: Option<Told>, behind: usize) -> Option<Wrong> {
        let (was, now) = (self.get(was)?, self.get(now)?);
        let wrong_way = |told: &Told| was.value != now.value && told.up != (now.value > was.value);
        let direction = |told: Told| Wrong::Direction {
            verb: told.verb,
            was: was.range.clone(),
            now: now.range.clone(),
            up: now.value > was.value,
        };
        if let Some(told) = told
            && wrong_way(&told)
        {
            return Some(direction(told));
        }
        let by = self.get(behind)?;
        let last = if now.range.start > was.range.start { now } else { was };
        let told = self.told(last, by)?;
        // 由12%降至10%，较上年下降3个百分点: since another time.
        let since = self.between(last, by).contains(['同', '环', '比', '较']);
        if !was.is_share() || since {
            return None;
        }
        match by.unit {
            "%" | "％" | "个百分点" | "百分点" if wrong_way(&told) => Some(direction(told)),
            "%" | "％" | "个百分点" | "百分点" => points(was, now, by),
            _ => None,
        }
    }

    /// `由12%降至10%`, with what follows.
    fn moved(&self, i: usize) -> Option<Wrong> {
        let (was, now) = (self.get(i)?, self.get(i + 1)?);
        let words = self.between(was, now);
        if !same_unit(was.unit, now.unit) || words.contains(is_pause) || !leads_from(self.lead(was), words) {
            return None;
        }
        // 降至2026年6月末的: since when may stand before the second number, too.
        let at = words.rfind(['到', '至', '为'])?;
        let (lead, tail) = words.split_at(at);
        let tail = &tail[tail.chars().next().map_or(0, char::len_utf8)..];
        let (told, rest) = verb(lead, was.range.end)?;
        let plain = rest.chars().count() <= 6 && !UP.iter().chain(&DOWN).any(|w| rest.contains(w));
        let rank = was.unit == "名" && told.up;
        (plain && !rank && (tail.is_empty() || is_since(tail))).then_some(())?;
        self.judge(i, i + 1, Some(told), i + 2)
    }

    /// `93.7%，较上年的87.2%提高6.5个百分点`, `46亿元，占计划的51%，比去年同期的40亿元增加6亿元，增长15%`.
    fn against(&self, i: usize) -> Option<Wrong> {
        let (was, by) = (self.get(i)?, self.get(i + 1)?);
        let lead = self.lead(was);
        let own = lead.trim_start_matches(['同', '环']);
        if !(own.starts_with(['较', '比']) && is_since(lead)) || self.between(was, by).contains(is_pause) {
            return None;
        }
        let told = self.told(was, by)?;
        let now = self.before(i, was.unit);
        if was.is_share() {
            return self.judge(i, now?, Some(told), i + 1);
        }
        if !same_unit(by.unit, was.unit) {
            return None;
        }
        let both = |q: &Quantity<'_>| q.range.start.min(was.range.start)..by.range.end;
        if let Some(now) = now.and_then(|n| self.get(n)) {
            let up = now.value > was.value;
            let wrong = |told: Told| Wrong::Direction {
                verb: told.verb,
                was: was.range.clone(),
                now: now.range.clone(),
                up,
            };
            if told.up != up && now.value != was.value {
                return Some(wrong(told));
            }
            // 15.2万元，同比增长21%，比上年同期的19.2万元少支出4万元
            let rate = self.all[..i].iter().find(|q| q.range.start > now.range.start && q.is_share());
            let gap = now.value.saturating_sub(was.value).saturating_abs();
            let fits = |rate: &&Quantity<'_>| {
                let off =
                    i128::from(rate.value) * i128::from(was.value) - i128::from(gap) * 100 * i128::from(ONE);
                off.abs() <= i128::from(rate.step) * i128::from(was.value)
            };
            if let Some(told) = rate.filter(fits).and_then(|rate| self.told(now, rate))
                && told.up != up
            {
                return Some(wrong(told));
            }
            let close = gap.saturating_sub(by.value).saturating_abs() < now.step.max(was.step).max(by.step);
            if !close {
                let (by, unit) = (by.number.clone(), was.unit.to_owned());
                return Some(Wrong::Gap { by, both: now.range.start..was.range.end, right: gap, unit });
            }
        }
        let rate = self.get(i + 2).filter(|q| q.is_share())?;
        let rate_told = self.rate_told(by, rate)?;
        let up = told.up;
        let now = if up { was.value.checked_add(by.value)? } else { was.value.checked_sub(by.value)? };
        (rate_told.is_none_or(|t| t == up)).then_some(())?;
        self.rate(was.value, now, slack(was), by, rate, both(was))
    }

    /// `2.9万元，同比减少0.6万元，下降17%`: what it was is what it is now and the difference.
    fn by(&self, i: usize) -> Option<Wrong> {
        let (now, by, rate) = (self.get(i)?, self.get(i + 1)?, self.get(i + 2).filter(|q| q.is_share())?);
        let words = self.between(now, by);
        let told = self.told(now, by)?;
        // 2024年18.42万元，2023年为21.67万元，同比减少3.25万元: the difference is that of the two.
        let apart = |q: &Quantity<'_>| q.value.saturating_sub(now.value).saturating_abs();
        if self.all[..i].iter().any(|q| same_unit(q.unit, now.unit) && apart(q) == by.value) {
            return None;
        }
        let now = summed(self.all, i).map_or(now, |n| &self.all[n]);
        // 增加0.8万元 alone may tell of a part, or of what was added in the year.
        let since = ["同", "上", "去", "较", "比"].iter().any(|w| words.contains(w));
        let own = self.lead(now);
        let earlier = leads_from(own, words) || is_since(own);
        let fine = words.starts_with(is_pause)
            && since
            && !earlier
            && same_unit(now.unit, by.unit)
            && !now.is_share();
        let rate_told = self.rate_told(by, rate)?;
        if !fine || rate_told.is_some_and(|up| up != told.up) {
            return None;
        }
        let was = if told.up { now.value.checked_sub(by.value)? } else { now.value.checked_add(by.value)? };
        let slack_of = slack(now).saturating_add(slack(by));
        self.rate(was, now.value, slack_of, by, rate, now.range.start..by.range.end)
    }

    /// Which way a rate behind a difference goes, where the words are those of a rate: `，下降`, `、降幅为`.
    fn rate_told(&self, by: &Quantity<'_>, rate: &Quantity<'_>) -> Option<Option<bool>> {
        let words = self.between(by, rate).trim_start_matches(['，', ',', '、']);
        if matches!(words.trim_end_matches(['为', '达', '是']), "降幅" | "增幅" | "减幅" | "涨幅" | "幅度")
        {
            return Some(None);
        }
        self.told(by, rate).map(|told| Some(told.up))
    }

    /// A rate that is not the difference of what it was, as far as these are printed.
    fn rate(
        &self,
        was: i64,
        now: i64,
        slack_of: i64,
        by: &Quantity<'_>,
        rate: &Quantity<'_>,
        both: Range<usize>,
    ) -> Option<Wrong> {
        let wide = i128::from;
        let off = (wide(rate.value) * wide(was) - wide(by.value) * 100 * wide(ONE)).abs();
        let slack = wide(rate.step) * wide(was)
            + wide(slack(by)) * 100 * wide(ONE)
            + wide(rate.value) * wide(slack_of);
        (was > 0 && off * 2 > slack).then(|| {
            let number = &self.text[by.number.clone()];
            let like = |value: i64| print_like(value, number) + by.unit;
            let right = right(by.value, was, rate.step);
            Wrong::Rate { share: rate.number.clone(), both, was: like(was), now: like(now), right }
        })
    }

    /// The number that a comparison follows: right before its clause, or before one of what share of something it is.
    fn before(&self, i: usize, unit: &str) -> Option<usize> {
        let mut end = clause(self.text, self.all[i].range.start).start;
        loop {
            let pause = self.text[..end].chars().next_back().filter(|c| "，,".contains(*c))?;
            let at = end - pause.len_utf8();
            let own = clause(
                self.text,
                at.checked_sub(1).filter(|_| at > self.start).map(|b| self.text.floor_char_boundary(b))?,
            );
            let words = &self.text[own.clone()];
            let share = words.starts_with('占') || ["同比", "环比"].iter().any(|w| words.starts_with(w));
            if !share {
                let n = self.all.iter().position(|q| q.range.end == at)?;
                let n = summed(self.all, n).unwrap_or(n);
                let q = self.get(n)?;
                return (same_unit(q.unit, unit) && !self.lead(q).contains(['比', '较', '减', '增']))
                    .then_some(n);
            }
            end = own.start;
        }
    }
}

/// How far a printed number may be from the exact one, on both sides together; what is counted is exact.
fn slack(q: &Quantity<'_>) -> i64 {
    if q.step == ONE && q.unit != "元" { 0 } else { q.step }
}

/// The verb of a change that words end in, with what stands before it.
fn verb(words: &str, start: usize) -> Option<(Told, &str)> {
    let bare = words.strip_suffix('了').unwrap_or(words);
    let bare = OBJECTS.iter().find_map(|w| bare.strip_suffix(w)).unwrap_or(bare);
    let of = |verbs: &[&'static str], up: bool| {
        let verb = verbs.iter().find(|v| bare.ends_with(**v))?;
        let rest = &bare[..bare.len() - verb.len()];
        Some((Told { up, verb: start + rest.len()..start + bare.len() }, rest))
    };
    of(&UP, true).or_else(|| of(&DOWN, false))
}

/// Two percentages that are not as many points apart as it says, or as many per cent where points are meant.
fn points(was: &Quantity<'_>, now: &Quantity<'_>, by: &Quantity<'_>) -> Option<Wrong> {
    let gap = now.value.saturating_sub(was.value).saturating_abs();
    let coarse = was.step.max(now.step);
    let loose = if by.step > coarse {
        by.step
    } else if coarse > by.step {
        coarse
    } else {
        1
    };
    let alike = gap.saturating_sub(by.value).saturating_abs().saturating_mul(2) <= loose;
    // 由50%提高到60%，提高20%: the rate of the change, in per cent of what it was.
    let off = (i128::from(by.value) * i128::from(was.value) - i128::from(gap) * 100 * i128::from(ONE)).abs();
    let rate = by.is_share() && off <= i128::from(by.step) * i128::from(was.value);
    let lost = by.is_share();
    (!rate && (lost || !alike)).then(|| Wrong::Points {
        by: by.range.clone(),
        was: was.range.clone(),
        now: now.range.clone(),
        right: print_like(gap, ""),
    })
}
