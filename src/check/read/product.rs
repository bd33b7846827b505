//! So much apiece, so many, and what that comes to: `776场，每场120元，合计9.312万元`, `9名，每人每月300元，全年共3.24万元`.

use std::ops::Range;

use crate::zh::numeral::Style;
use crate::zh::quantity::{ONE, Quantity, find_all, print_like, same_unit, within};
use crate::zh::sentence::{clause, is_pause, sentences};
use crate::zh::wordlist::Words;

/// A sum that is not price times number.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Wrong {
    /// What does not fit, as printed.
    pub sum: Range<usize>,
    /// The price of one, or what was shared out.
    pub price: Range<usize>,
    /// Whether it is a mean, and what was shared out stands for the price.
    pub shared: bool,
    /// What was worked out: `776场×120元`.
    pub terms: String,
    /// What they come to, with its unit; `None` where so many of the same can be no such number, however many they are.
    pub right: Option<String>,
}

/// Whatever is so much apiece says so by one of these.
static APIECE: Words =
    Words::new(&["每", "人均", "户均", "单价", "年租金", "年承包费", "年服务费", "年费用"]);

/// Every such sum of a text.
pub fn find(text: &str) -> Vec<Wrong> {
    if !APIECE.are_in(text) {
        return Vec::new();
    }
    let all = find_all(text);
    sentences(text).filter_map(|s| of_sentence(text, &all, &s)).collect()
}

fn of_sentence(text: &str, all: &[Quantity<'_>], s: &Range<usize>) -> Option<Wrong> {
    let here = Here { text, start: s.start, all: within(all, s) };
    if here.all.len() < 2 {
        return None;
    }
    let readings = [Here::each, Here::by_month, Here::by_year, Here::at_price, Here::shared, Here::mean];
    readings.iter().find_map(|read| read(&here))
}

/// The quantities of a sentence.
struct Here<'a, 't> {
    text: &'t str,
    start: usize,
    all: &'a [Quantity<'t>],
}

/// Words of a total.
const SAID: [&str; 4] = ["合计", "共计", "总计", "共"];

/// Words that make one of what follows a price at once: `，计18万元`.
const BEHIND: [&str; 10] =
    ["计", "小计", "支出", "金额", "总价", "总金额", "成交金额", "成交总额", "成交总价", "合同总价"];

impl<'t> Here<'_, 't> {
    /// The words of its clause before a quantity.
    fn lead(&self, q: &Quantity<'_>) -> &'t str {
        &self.text[clause(self.text, q.range.start).start.max(self.start)..q.range.start]
    }

    /// Whether a quantity is the total by the words before it: said to be, or straight behind the price.
    fn is_total(&self, sum: &Quantity<'_>, price: &Quantity<'_>) -> bool {
        let lead = self.lead(sum).trim_end_matches('为');
        let straight = || {
            let between = settled(&self.text[price.range.end.min(sum.range.start)..sum.range.start]);
            between.starts_with(['，', ',']) && between.matches(is_pause).count() == 1
        };
        SAID.iter().any(|w| lead.ends_with(w)) || BEHIND.contains(&lead) && straight()
    }

    /// The one quantity of which something holds.
    fn one(&self, is: impl Fn(&Quantity<'t>) -> bool) -> Option<&Quantity<'t>> {
        let mut all = self.all.iter().filter(|q| is(q));
        all.next().filter(|q| all.next().is_none() && !q.about)
    }

    /// One price, one number of that unit, and one sum said to be the total; with more of any, nobody can tell.
    fn each(&self) -> Option<Wrong> {
        let price = self.one(|q| q.unit != "%" && self.priced(q).is_some_and(|u| u != q.unit))?;
        let unit = self.priced(price)?;
        let sum = self.one(|q| q.unit == price.unit && q.range != price.range && self.is_total(q, price))?;
        let money = price.unit == "元";
        let bare = || {
            self.lead(sum) == "共"
                && self.text[price.range.end.min(sum.range.start)..sum.range.start].chars().count() <= 2
        };
        if !(money || bare() && !same_unit(price.unit, "人")) {
            return None;
        }
        let alike =
            |q: &Quantity<'t>| same_unit(q.unit, unit) && q.range != price.range && q.range != sum.range;
        if let Some(number) = self.one(alike) {
            // 每台2人 in a sentence with other sums of money is no price for the one number.
            let others = self.all.iter().filter(|q| q.unit == price.unit).count() > 2;
            let straight = self.all.iter().position(|q| q.range == price.range).map(|n| n + 1)
                == self.all.iter().position(|q| q.range == sum.range);
            return (!others || straight).then(|| self.judge(price, &[number], 1, "", sum)).flatten();
        }
        let none = !self.all.iter().any(alike) && !money && price.value > 0;
        (none && sum.value % price.value != 0).then(|| Wrong {
            sum: sum.range.clone(),
            price: price.range.clone(),
            shared: false,
            terms: format!("每{unit}{}", &self.text[price.range.clone()]),
            right: None,
        })
    }

    /// `9名，每人每月300元，全年共3.24万元`, `每月640元，共12个月，追回7680元`.
    fn by_month(&self) -> Option<Wrong> {
        let price = self.one(|q| {
            let lead = self.lead(q);
            let near = lead.rfind("每月").map(|at| lead[at + "每月".len()..].chars().count() <= 4);
            q.unit == "元" && near == Some(true)
        })?;
        let sum = self.one(|q| q.unit == "元" && q.range != price.range)?;
        let lead = self.lead(sum);
        let year = ["全年", "一年", "每年"].iter().any(|w| lead.contains(w));
        let months = self.one(|q| q.unit == "个" && self.text[q.range.end..].starts_with('月'));
        let heads = self.lead(price).contains("每人");
        let people = self.one(|q| same_unit(q.unit, "人"));
        match (heads, people, months, year) {
            (true, Some(n), None, true) => self.judge(price, &[n], 12, "×12个月", sum),
            (true, Some(n), Some(m), false) => self.judge(price, &[n, m], 1, "月", sum),
            (false, None, None, true) if self.lead(price) == "每月" => {
                self.judge(price, &[], 12, "×12个月", sum)
            }
            (false, None, Some(m), false) => self.judge(price, &[m], 1, "月", sum),
            _ => None,
        }
    }

    /// `租期5年，年租金2.4万元，租金总额12万元`.
    fn by_year(&self) -> Option<Wrong> {
        const YEARLY: [&str; 6] = ["年租金", "每年租金", "每年", "年承包费", "年服务费", "年费用"];
        const TOTAL: [&str; 7] = ["租金总额", "合同总额", "总租金", "总额", "租金合计", "租金共计", "总价"];
        let ends = |q: &Quantity<'t>, words: &[&str]| {
            let lead = self.lead(q).trim_end_matches(['为', '均']);
            q.unit == "元" && words.iter().any(|w| lead.ends_with(w))
        };
        let price = self.one(|q| ends(q, &YEARLY))?;
        let sum = self.one(|q| ends(q, &TOTAL) && q.range != price.range)?;
        let words = &self.text[self.start..self.all.last()?.range.end];
        let years = term(words)?;
        self.judge(price, &[], years, &format!("×{years}年"), sum)
    }

    /// `购置检测仪4台，单价4.5万元，计18万元`.
    fn at_price(&self) -> Option<Wrong> {
        let at = self.all.iter().position(|q| {
            let lead = self.lead(q).trim_end_matches('为');
            q.unit == "元" && (lead == "单价" || lead == "每台单价")
        })?;
        let [number, price, sum] = self.all.get(at.checked_sub(1)?..at + 2)? else { return None };
        let beside = self.text[number.range.end..price.range.start].matches(is_pause).count() == 1;
        let things = !number.unit.is_empty() && !matches!(number.unit, "元" | "%" | "％");
        (beside && things && sum.unit == "元" && self.is_total(sum, price))
            .then(|| self.judge(price, &[number], 1, "", sum))
            .flatten()
    }

    /// `发放补贴7.14万元，涉及34人，人均2100元`.
    fn shared(&self) -> Option<Wrong> {
        let mean = self
            .one(|q| q.unit == "元" && matches!(self.lead(q), "人均" | "户均" | "平均每人" | "平均每户"))?;
        let whole = self.one(|q| q.unit == "元" && q.range != mean.range)?;
        let unit = if self.lead(mean).contains('户') { "户" } else { "人" };
        let number = self.one(|q| same_unit(q.unit, unit))?;
        let n = i128::from(number.value);
        let whole_of = |share: i64| i128::from(share) * n / i128::from(ONE);
        let (low, high) =
            (whole_of(mean.value.saturating_sub(mean.step)), whole_of(mean.value.saturating_add(mean.step)));
        let (from, to) = (
            i128::from(whole.value.saturating_sub(whole.step)),
            i128::from(whole.value.saturating_add(whole.step)),
        );
        let right = i64::try_from(i128::from(whole.value) * i128::from(ONE) / n.max(1)).ok()?;
        (n > 0 && (high < from || low > to)).then(|| Wrong {
            sum: mean.range.clone(),
            price: whole.range.clone(),
            shared: true,
            terms: format!("{}÷{}", &self.text[whole.range.clone()], &self.text[number.range.clone()]),
            right: Some(self.like(right / mean.step.max(1) * mean.step.max(1), mean)),
        })
    }

    /// `举办讲座7期，听课918人次，平均每期131人次`, `14名站长巡库42次，人均3次`: the two numbers stand before their mean, one of
    /// them right before it.
    fn mean(&self) -> Option<Wrong> {
        let (at, unit) = self.all.iter().enumerate().find_map(|(at, q)| {
            let lead = self.lead(q);
            let own = lead.strip_suffix("平均").or_else(|| lead.strip_prefix("平均"));
            let unit = own.filter(|own| own.starts_with('每')).and_then(each);
            unit.or((lead == "人均").then_some("人")).map(|unit| (at, unit))
        })?;
        let mean = self.all.get(at)?;
        let people = same_unit(unit, "人");
        let number = self.one(|q| if people { same_unit(q.unit, unit) } else { q.unit == unit })?;
        let whole = self.one(|q| same_unit(q.unit, mean.unit) && q.range != mean.range)?;
        let last = self.all.get(at.checked_sub(1)?)?;
        let beside = (last.range == number.range || last.range == whole.range)
            && self.text[last.range.end..mean.range.start].matches(is_pause).count() <= 1;
        let before = number.range.end.max(whole.range.end) <= mean.range.start;
        if !(beside && before && number.value > 0 && !same_unit(unit, mean.unit)) || mean.about {
            return None;
        }
        let right =
            i64::try_from(i128::from(whole.value) * i128::from(ONE) / i128::from(number.value)).ok()?;
        // 1.2万人次 is rounded, what is counted is not.
        let rounded = if whole.step > ONE { whole.step / (number.value / ONE).max(1) } else { 0 };
        let loose = mean.step.saturating_add(rounded);
        // 学习12次，50名党员人均4次: what each of them did was not shared out.
        if people && (number.range.start > whole.range.start || right < ONE) {
            return None;
        }
        (right.saturating_sub(mean.value).saturating_abs() >= loose).then(|| Wrong {
            sum: mean.range.clone(),
            price: whole.range.clone(),
            shared: true,
            terms: format!("{}÷{}", &self.text[whole.range.clone()], &self.text[number.range.clone()]),
            right: Some(self.like((right + mean.step / 2) / mean.step.max(1) * mean.step.max(1), mean)),
        })
    }

    /// The sum where it is not the product.
    fn judge(
        &self,
        price: &Quantity<'_>,
        numbers: &[&Quantity<'_>],
        times: i64,
        behind: &str,
        sum: &Quantity<'_>,
    ) -> Option<Wrong> {
        if numbers.iter().chain([&price, &sum]).any(|q| q.about) {
            return None;
        }
        let product = |value: i64| {
            let all =
                numbers.iter().map(|q| q.value).try_fold(i128::from(value) * i128::from(times), |all, n| {
                    Some(all.checked_mul(i128::from(n))? / i128::from(ONE))
                });
            all.and_then(|all| i64::try_from(all).ok())
        };
        let right = product(price.value)?;
        // A mean is rounded.
        let mean = self.lead(price).contains('均');
        let loose = if mean { product(price.step)?.saturating_add(sum.step) } else { sum.step.max(1) };
        let mut terms: Vec<&str> = numbers.iter().map(|q| &self.text[q.range.clone()]).collect();
        terms.push(&self.text[price.range.clone()]);
        let terms = match behind {
            "月" => terms.join("×").replacen("个×", "个月×", 1),
            _ => terms.join("×") + behind,
        };
        (right.saturating_sub(sum.value).saturating_abs() >= loose).then(|| Wrong {
            sum: sum.range.clone(),
            price: price.range.clone(),
            shared: false,
            terms,
            right: Some(self.like(right, sum)),
        })
    }

    /// So much, printed as another quantity is; with 万 where that has lost it.
    fn like(&self, value: i64, q: &Quantity<'_>) -> String {
        let lost = q.value.checked_mul(10_000) == Some(value) && value > 0;
        print_like(value, if lost { "万" } else { &self.text[q.number.clone()] }) + q.unit
    }

    /// The unit of which this is the price of one: 场 in 每场120元.
    fn priced(&self, q: &Quantity<'_>) -> Option<&'t str> {
        let time = |unit: &&str| matches!(*unit, "年" | "月" | "季" | "季度" | "天" | "日" | "周");
        each(self.lead(q)).filter(|unit| !time(unit))
    }
}

/// Words without what says of the price before them what is in it, and that it was paid so: `（含安装）结算，支出`.
fn settled(words: &str) -> &str {
    const PAID: [&str; 6] = ["结算", "计算", "计价", "核算", "的标准", "的价格"];
    let open = words.strip_prefix(['（', '(']).and_then(|inner| inner.split_once(['）', ')']));
    let plain = |inner: &str| !inner.contains(|c: char| is_pause(c) || c.is_ascii_digit());
    let mut rest = open.filter(|(inner, _)| plain(inner)).map_or(words, |(_, rest)| rest);
    while let Some(shorter) = PAID.iter().find_map(|w| rest.strip_prefix(w)) {
        rest = shorter;
    }
    rest
}

/// The unit behind the last 每 with which words end: 场 of 每场.
pub fn each(words: &str) -> Option<&str> {
    let unit = &words[words.rfind('每')? + '每'.len_utf8()..];
    (1..=2).contains(&unit.chars().count()).then_some(unit)
}

/// How many years the one term of a text has: `租期5年`.
pub fn term(text: &str) -> Option<i64> {
    const TERM: [&str; 8] = ["租期", "合同期", "承包期", "服务期", "租赁期", "托管期", "聘期", "期限"];
    let mut terms = TERM
        .iter()
        .flat_map(|w| text.match_indices(w))
        .filter_map(|(at, w)| years(text[at + w.len()..].trim_start_matches(['限', '为', '均', '是'])));
    // 服务期限 holds two of the words.
    terms.next().filter(|first| terms.all(|other| other == *first))
}

/// How many years a text begins with, where months do not follow.
fn years(text: &str) -> Option<i64> {
    let (n, len) = Style::Arabic.read(text).or_else(|| Style::Chinese.read(text))?;
    let rest = text[len..].strip_prefix('年')?;
    (n > 1 && !rest.starts_with(|c: char| c.is_ascii_digit() || c == '零' || c == '半'))
        .then_some(i64::from(n))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(text: &str) -> Vec<(&str, Option<String>)> {
        find(text).into_iter().map(|w| (&text[w.sum], w.right)).collect()
    }

    #[test]
    fn price_times_number_is_the_sum() {
        for (text, sum, right) in [
            ("放映员26人、场次776场，每场120元，合计9.612万元", "9.612万元", "9.312万元"),
            ("管水员7名，每人每月补助400元，全年共3.66万元", "3.66万元", "3.36万元"),
            ("泵房出租3年，租期3年，年租金1.8万元，租金总额5.6万元", "5.6万元", "5.4万元"),
            ("购置流速仪6台，单价1.2万元，计7.4万元", "7.4万元", "7.2万元"),
            ("售出管材320吨，成交均价每吨3150元，成交金额108万元", "108万元", "100.8万元"),
            ("违规补助5.4万元，涉及27人，人均2100元", "2100元", "2000元"),
            ("按每月520元追缴，共8个月，收回4260元", "4260元", "4160元"),
            ("举办讲座7期，听课918人次，平均每期113人次", "113人次", "131人次"),
            ("办理取水事项46件，用时230天，每件平均6天", "6天", "5天"),
            ("举办讲座7期，聘请教师3名、工程师5名，听课918人次，每期平均113人次", "113人次", "131人次"),
        ] {
            assert_eq!(found(text), [(sum, Some(right.to_owned()))], "{text}");
        }
        assert_eq!(found("为各站配发雨衣，每站12件，共46件"), [("46件", None)]);
        assert_eq!(found("在三处站房增设水位计，每处3套，共8套"), [("8套", None)]);
        assert_eq!(found("在3处站房增设水位计，每处3套，共8套"), [("8套", Some("9套".to_owned()))]);
    }

    #[test]
    fn a_term_is_so_many_years() {
        assert_eq!(term("服务期限均为三年"), Some(3));
        assert_eq!(term("租期5年6个月"), None);
        assert_eq!(term("租期5年，聘期3年"), None);
        assert_eq!(term("租期内"), None);
    }

    #[test]
    fn what_comes_to_its_sum_or_to_another_is_well() {
        for text in [
            "放映员26人、场次776场，每场120元，合计9.312万元",
            "每屋限额1500元，共挑走图书2964册",
            "管水员7名，每人每月补助400元，全年共3.36万元",
            "管水员7名，每人每月补助400元，上半年共1.68万元",
            "租期3年，年租金1.8万元，租金总额5.4万元",
            "租期3年6个月，年租金1.8万元，租金总额6.3万元",
            "租期3年，年租金1.8万元，第二年起逐年上浮，押金0.5万元",
            "购置流速仪6台，单价1.2万元，计7.2万元",
            "售出管材320吨，成交均价每吨3150元，成交金额100.8万元",
            "售出管材321吨，均价每吨3150.5元，金额101.13万元",
            "违规补助5.4万元，涉及27人，人均2000元",
            "违规补助5.5万元，涉及27人，人均2037元",
            "按每月520元追缴，共8个月，收回4160元",
            "举办讲座7期，听课918人次，平均每期131人次",
            "举办讲座7期，听课918人次，走访46户，平均每期113人次",
            "办理取水事项46件，用时230天，每件平均5天",
            "在3处站房增设水位计，每处3套，共9套",
            "采购雨衣180件，每件135元，支出2.43万元，每件比原价低15元，节约2700元",
            "培训4期，每期2天，共培训96人",
            "共9套水位计，每处3套",
            "合计1.2万元，单价9223372036854元，人均9223372036854元，涉及2人",
        ] {
            assert_eq!(found(text), [], "{text}");
        }
    }
}
