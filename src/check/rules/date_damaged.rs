//! Dates that lost a character, or got one too many.

use std::ops::Range;

use super::Rule;
use super::clause::{AHEAD, VERBS, sentence};
use crate::check::{Finding, Record};
use crate::diag::Severity;
use crate::lang::Msg;
use crate::zh::marks::is_quoted;

/// `30内`, `2025年7月21召开`, `7月日`, `2025年15日`, `20257月21日`.
pub const RULE: Rule = Rule { code: "date-damaged", severity: Severity::Warning, find };

fn find(record: &Record<'_>) -> Vec<Finding> {
    let all = record.passages.iter().enumerate();
    all.flat_map(|(at, p)| {
        let faults = faults(&p.text).into_iter().filter(|f| !is_quoted(&p.text, f.range.start));
        faults
            .map(move |f| {
                let words = &p.text[f.range.clone()];
                let message = Msg::new("found-date-damaged").with("text", words);
                Finding::at(at, f.range.clone(), message)
                    .hint(Msg::new("found-date-damaged-hint").with("meant", f.meant))
            })
            .collect::<Vec<_>>()
    })
    .collect()
}

struct Fault {
    range: Range<usize>,
    /// What was probably meant, `×` where nobody can know.
    meant: String,
}

/// A run of digits with the characters beside it.
struct Run<'t> {
    digits: &'t str,
    start: usize,
    end: usize,
    before: &'t str,
    after: &'t str,
}

fn faults(text: &str) -> Vec<Fault> {
    runs(text)
        .filter_map(|run| {
            lost_unit(&run)
                .or_else(|| lost_digits(&run))
                .or_else(|| extra(&run))
                .or_else(|| lost_month(text, &run))
        })
        .collect()
}

fn runs(text: &str) -> impl Iterator<Item = Run<'_>> {
    let bytes = text.as_bytes();
    let mut at = 0;
    std::iter::from_fn(move || {
        let start = at + bytes[at..].iter().position(u8::is_ascii_digit)?;
        let len = bytes[start..].iter().take_while(|b| b.is_ascii_digit()).count();
        at = start + len;
        Some(Run { digits: &text[start..at], start, end: at, before: &text[..start], after: &text[at..] })
    })
}

/// Digits that should have a unit behind them and do not.
fn lost_unit(run: &Run<'_>) -> Option<Fault> {
    let Run { digits, start, end, before, after } = run;
    let value: u32 = digits.parse().ok()?;
    if is_within(after) {
        let meant = format!("{digits}日内");
        return Some(Fault { range: *start..*end + 3, meant });
    }
    // 20个工作内办结
    let short = ["个工作", "工作"].into_iter().find(|w| after.strip_prefix(*w).is_some_and(is_within));
    if let Some(word) = short {
        let meant = format!("{digits}{word}日内");
        return Some(Fault { range: *start..*end + word.len() + '内'.len_utf8(), meant });
    }
    // 2025年7月21召开
    let month = before.strip_suffix('月')?;
    let month_at = month.trim_end_matches(|c: char| c.is_ascii_digit()).len();
    let is_day = digits.len() <= 2 && (1..=31).contains(&value) && month_at < month.len();
    let closed = after.starts_with(['）', ')']) && month[..month_at].ends_with('年');
    // 从11月3起举办: what has a beginning is no count of 起.
    let begins = month[..month_at].ends_with(['从', '自']) && after.starts_with('起');
    (is_day && (closed || begins || !goes_on(after)))
        .then(|| Fault { range: month_at..*end, meant: format!("{}月{digits}日", &month[month_at..]) })
}

/// Whether words begin with 内 that ends a term.
fn is_within(words: &str) -> bool {
    words.starts_with('内') && !["内容", "内部", "内设"].iter().any(|w| words.starts_with(w))
}

/// Whether what stands behind the digits makes something else of them than a day that lost its 日.
fn goes_on(after: &str) -> bool {
    let Some(next) = after.chars().next() else { return true };
    let rest = &after[next.len_utf8()..];
    if "、，,和及至到".contains(next) {
        // 7月21、22日 and 9月5至6日 say 日 once, 9月5至10月2日 and 9月5至2026年1月2日 lost one.
        let digits = rest.bytes().take_while(u8::is_ascii_digit).count();
        let joined = "、和及至到".contains(next) && rest[digits..].starts_with(['月', '年']);
        // 7月21，12个 is no row of days.
        let counted =
            "，,".contains(next) && !rest[digits..].starts_with(['日', '号', '、', '，', ',', '和', '至']);
        return digits > 0 && !joined && !counted;
    }
    // 3起案件 are counted; 11月27起增设 has lost its 日.
    const CASES: [char; 14] =
        ['案', '事', '信', '纠', '火', '交', '安', '违', '投', '举', '问', '典', '。', '、'];
    let since = next == '起' && !rest.starts_with(CASES);
    let counts =
        COUNTERS.contains(next) && !since && !VERBS.iter().chain(BEGINS).any(|w| after.starts_with(w));
    next.is_ascii() || "日号-—–~～．：/）".contains(next) || counts
}

/// Words that begin with what could be a counter, and are none.
const BEGINS: &[&str] = &[
    "公布", "公告", "分别", "分批", "分两", "分三", "多次", "部务", "项目", "批准", "批复", "批评", "起草",
    "张榜", "处置", "处罚", "集中", "集体", "小组", "轮训", "轮岗", "轮换", "期间", "届满", "余下",
];

/// What may be counted in a month: `7月3场`.
const COUNTERS: &str =
    "次场期个名家项条件份篇部台处起批辆座所户天元万亿千百余多％%人组类套张间公米吨位轮届版章节集堂课小分年月";

/// A unit that has lost its digits, or another unit between: `7月日`, `2025年15日`.
fn lost_digits(run: &Run<'_>) -> Option<Fault> {
    let Run { digits, start, end, before, after } = run;
    let four = digits.len() == 4 && (digits.starts_with("19") || digits.starts_with("20"));
    let fault = |len: usize, meant: String| Some(Fault { range: *start..*end + len, meant });
    if after.starts_with("月日") && digits.len() <= 2 && !after.starts_with("月日均") {
        return fault(6, format!("{digits}月×日"));
    }
    if four && after.starts_with("年月") {
        return fault(6, format!("{digits}年×月"));
    }
    if four && after.starts_with('年') {
        let rest = &after[3..];
        let more = rest.bytes().take_while(u8::is_ascii_digit).count();
        if (1..=2).contains(&more) && rest[more..].starts_with('日') {
            return fault(3 + more + 3, format!("{digits}年×月{}日", &rest[..more]));
        }
        if (3..=4).contains(&more) && rest[more..].starts_with('日') {
            return fault(3 + more + 3, format!("{digits}年×月×日"));
        }
    }
    // 20257月21日
    let glued = (5..=6).contains(&digits.len()) && (digits.starts_with("20") || digits.starts_with("19"));
    if glued && after.starts_with('月') {
        return fault(3, format!("{}年{}月", &digits[..4], &digits[4..]));
    }
    // 202年7月, 225年7月, 20025年7月
    let month = after.strip_prefix('年').is_some_and(|rest| rest.starts_with(|c: char| c.is_ascii_digit()));
    let odd_year = || is_year_short_of_a_digit(digits) || digits.len() == 5 && digits.starts_with("20");
    if month && !before.ends_with('.') && odd_year() {
        return fault(3, "20××年".to_owned());
    }
    None
}

/// Whether one digit more makes a year of our day of three.
fn is_year_short_of_a_digit(digits: &str) -> bool {
    let lost = |year: String| (0..4).any(|n| [&year[..n], &year[n + 1..]].concat() == digits);
    digits.len() == 3 && (2000..=2039).any(|year| lost(year.to_string()))
}

/// `815日`: no month has such a day, and it is no term (`180日内`, `提前45日`) either.
fn lost_month(text: &str, run: &Run<'_>) -> Option<Fault> {
    let Run { digits, start, end, before, after } = run;
    let after = after.strip_prefix('日')?;
    let value = digits.parse().ok().filter(|value: &u32| *value > 31)?;
    let splits = (1..digits.len()).filter_map(|n| {
        let (month, day): (u32, u32) = (digits[..n].parse().ok()?, digits[n..].parse().ok()?);
        let whole = !digits.starts_with('0') && !digits[n..].starts_with('0');
        (whole && (1..=12).contains(&month) && (1..=31).contains(&day)).then(|| format!("{month}月{day}日"))
    });
    let meant: Vec<String> = splits.collect();
    let short = value < 100 && (after.starts_with(['后', '前', '以', '之']) || speaks_of_time(text, *start));
    let dated = is_of_the_calendar(before, after);
    let short = short && !dated;
    let term = TERM_BEFORE.iter().any(|w| before.ends_with(w))
        || TERM_AFTER.iter().any(|w| after.starts_with(w)) && !(after.starts_with('的') && dated)
        || before.ends_with(|c: char| c.is_ascii_alphanumeric() || c == '.' || c == '-');
    let round = value <= 360 && value.is_multiple_of(30) || matches!(value, 45 | 100 | 365);
    (!term && !short && !round && !meant.is_empty())
        .then(|| Fault { range: *start..*end + '日'.len_utf8(), meant: meant.join("、") })
}

/// Whether only a day can stand there, however few they are: 54日以来, 在36日前补齐, 计划97日前完成, 在84日的例会上.
fn is_of_the_calendar(before: &str, after: &str) -> bool {
    let at = before.ends_with(['在', '于', '自', '从']) && !before.ends_with("现在");
    let ahead = at || AHEAD.iter().any(|w| before.ends_with(w));
    let meeting = || after.strip_prefix('的').is_some_and(|rest| rest.chars().take(10).any(|c| c == '会'));
    after.starts_with("以来")
        || ahead && (after.starts_with('前') || after.starts_with("以前"))
        || at && meeting()
}

/// What stands before a number of days that are counted.
const TERM_BEFORE: [&str; 30] = [
    "共", "计", "为", "达", "历时", "用时", "耗时", "近", "约", "满", "每", "第", "超", "超过", "逾", "长",
    "延长", "延期", "提前", "缩短", "减少", "压缩", "增加", "由", "少于", "足", "限", "期", "连续", "间隔",
];

/// What stands behind one.
const TERM_AFTER: [&str; 18] = [
    "内", "以内", "之内", "均", "以上", "以下", "左右", "无", "行动", "攻坚", "会战", "冲刺", "大干", "计划",
    "龄", "工", "期", "的",
];

/// Whether the sentence speaks of how long something takes.
fn speaks_of_time(text: &str, at: usize) -> bool {
    let words = &text[sentence(text, at)];
    ["压缩", "缩短", "延长", "时限", "期限", "工期", "用时", "平均"].iter().any(|w| words.contains(w))
}

/// The same unit twice, or the wrong one: `7月月`, `7月21月`.
fn extra(run: &Run<'_>) -> Option<Fault> {
    let Run { digits, start, end, before, after } = run;
    for (unit, twice) in [("年", "年年"), ("月", "月月"), ("日", "日日")] {
        let behind_one = unit == "年" || before.ends_with(['年', '月']);
        // 2026年年中 and 3月月均 are right.
        let next = after.get(6..).and_then(|rest| rest.chars().next());
        let right = next.is_some_and(|c| "初中底末度均".contains(c));
        if after.starts_with(twice) && behind_one && !right {
            return Some(Fault { range: *start..*end + 6, meant: format!("{digits}{unit}") });
        }
    }
    let month = before.strip_suffix('月')?;
    let month_at = month.trim_end_matches(|c: char| c.is_ascii_digit()).len();
    let wrong = month_at < month.len() && digits.len() <= 2 && after.starts_with('月');
    wrong.then(|| Fault { range: month_at..*end + 3, meant: format!("{}月{digits}日", &month[month_at..]) })
}
