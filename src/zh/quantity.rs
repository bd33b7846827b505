//! Quantities: a number in figures and what it counts (`25项`, `3.993万元`, `76%`). Ordinals, days and document numbers are
//! none.

use std::ops::Range;

/// A number and its unit as a text prints them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Quantity<'t> {
    /// How many, in millionths, so that printed decimals are exact.
    pub value: i64,
    /// What one of the last printed digit is worth, in millionths: 10 元 for 9.312万元.
    pub step: i64,
    /// `项`, `人次`, `元`, `%`; empty where none is known.
    pub unit: &'t str,
    /// The figures, with 万 or 亿.
    pub number: Range<usize>,
    /// The figures and the unit.
    pub range: Range<usize>,
    /// Whether it is said to be about so much (70余人, 约50人).
    pub about: bool,
}

impl Quantity<'_> {
    /// Whether it is a percentage.
    pub fn is_share(&self) -> bool {
        matches!(self.unit, "%" | "％")
    }
}

/// Those of a text that lie within a stretch of it.
pub fn within<'a, 't>(all: &'a [Quantity<'t>], stretch: &Range<usize>) -> &'a [Quantity<'t>] {
    let from = all.partition_point(|q| q.range.start < stretch.start);
    let to = all.partition_point(|q| q.range.end <= stretch.end);
    &all[from..to.max(from)]
}

/// One, in millionths.
pub const ONE: i64 = 1_000_000;

/// Units, the longer before their own beginnings.
const UNITS: [&str; 112] = [
    "平方米",
    "个百分点",
    "百分点",
    "人次",
    "站次",
    "册次",
    "家次",
    "场次",
    "件次",
    "户次",
    "批次",
    "篇次",
    "台（套）",
    "台(套)",
    "件（套）",
    "件(套)",
    "车次",
    "间夜",
    "班次",
    "课时",
    "学时",
    "公里",
    "小时",
    "万元",
    "元",
    "％",
    "%",
    "个",
    "项",
    "名",
    "人",
    "场",
    "件",
    "份",
    "条",
    "篇",
    "户",
    "家",
    "处",
    "所",
    "座",
    "台",
    "套",
    "辆",
    "本",
    "册",
    "张",
    "期",
    "批",
    "轮",
    "类",
    "种",
    "部",
    "块",
    "枚",
    "笔",
    "宗",
    "起",
    "例",
    "次",
    "票",
    "组",
    "队",
    "支",
    "卷",
    "页",
    "间",
    "栋",
    "幅",
    "盏",
    "根",
    "棵",
    "亩",
    "米",
    "吨",
    "节",
    "门",
    "村",
    "天",
    "只",
    "双",
    "副",
    "把",
    "架",
    "床",
    "顶",
    "箱",
    "袋",
    "瓶",
    "桶",
    "盒",
    "包",
    "捆",
    "盆",
    "株",
    "匹",
    "艘",
    "具",
    "口",
    "头",
    "面",
    "片",
    "道",
    "垛",
    "趟",
    "扇",
    "束",
    "杯",
    "段",
    "眼",
    "尊",
    "枝",
];

/// Words that end like one for about so much, and say nothing of it: 节约48万元.
const NOT_ABOUT: [&str; 7] = ["节约", "预约", "签约", "履约", "违约", "附近", "最近"];

/// Every quantity of a text in figures, in order.
pub fn find_all(text: &str) -> Vec<Quantity<'_>> {
    let bytes = text.as_bytes();
    let mut out = Vec::new();
    let mut at = 0;
    while at < bytes.len() {
        if !bytes[at].is_ascii_digit() {
            at += 1;
            continue;
        }
        let (value, step, len) = figures(&text[at..]);
        let number = at..at + len;
        at = number.end;
        if stands_free(text, number.start) {
            out.extend(value.and_then(|value| quantity(text, number, value, step)));
        }
    }
    out
}

/// How a quantity of so much and the same unit is printed.
pub fn print(value: i64) -> String {
    let (whole, part) = (value / ONE, (value % ONE).abs());
    if part == 0 {
        return whole.to_string();
    }
    let sign = if value < 0 { "-" } else { "" };
    format!("{sign}{}.{part:06}", whole.abs()).trim_end_matches('0').to_owned()
}

/// The same, counted in 万 or 亿 where a printed number is: 251.7万 beside 253万.
pub fn print_like(value: i64, number: &str) -> String {
    let (scale, size) = match () {
        () if number.ends_with("万亿") => ("万亿", 1_000_000_000_000),
        () if number.ends_with('亿') => ("亿", 100_000_000),
        () if number.ends_with('万') => ("万", 10_000),
        () => ("", 1),
    };
    // What is too fine for the scale is printed in full.
    if value % size == 0 { print(value / size) + scale } else { print(value) }
}

fn quantity(text: &str, mut number: Range<usize>, value: i64, step: i64) -> Option<Quantity<'_>> {
    let mut rest = &text[number.end..];
    let mut times = 1;
    for (sign, size) in [('万', 10_000), ('亿', 100_000_000)] {
        if let Some(after) = rest.strip_prefix(sign) {
            (rest, times) = (after, size);
            number.end += sign.len_utf8();
        }
    }
    let (value, step) = (value.checked_mul(times)?, step.checked_mul(times)?);
    let more = ["余", "多"].into_iter().find(|m| rest.starts_with(m));
    rest = &rest[more.map_or(0, str::len)..];
    let unit = unit(rest);
    if unit.is_empty()
        && (more.is_some() || rest.starts_with(['年', '月', '日', '号', '时', '点', '分', '〕', ']']))
    {
        return None;
    }
    let before = &text[..number.start];
    let about = more.is_some()
        || ["约", "近", "超", "逾"].iter().any(|w| before.ends_with(w))
            && !NOT_ABOUT.iter().any(|w| before.ends_with(w));
    let end = text.len() - rest.len() + unit.len();
    Some(Quantity { value, step, unit, range: number.start..end, number, about })
}

/// The unit that a text begins with; empty where it begins with none.
fn unit(rest: &str) -> &str {
    let first = rest.chars().next();
    let mut begun = UNITS.into_iter().filter(|u| u.chars().next() == first);
    let Some(unit) = begun.find(|u| rest.starts_with(u)) else { return "" };
    // 58台件 and 86套件 count things with their sets, 216台次 with their times.
    let mut behind = rest[unit.len()..].chars();
    let set = behind.next().filter(|c| "次件套台夜".contains(*c) && !unit.ends_with(*c));
    let ends = behind.next().is_none_or(|c| !c.is_alphanumeric());
    let more = set.filter(|_| ends && unit.len() == '台'.len_utf8()).map_or(0, char::len_utf8);
    &rest[..unit.len() + more]
}

/// Whether words are a unit and nothing more.
pub fn is_unit(words: &str) -> bool {
    !words.is_empty() && unit(words) == words
}

/// Whether two units count the same things: people are 人 and 名.
pub fn same_unit(one: &str, other: &str) -> bool {
    let people = |unit: &str| matches!(unit, "人" | "名");
    one == other || people(one) && people(other)
}

/// Neither an ordinal nor the rest of a longer number, a code, a time or a range.
fn stands_free(text: &str, start: usize) -> bool {
    let before = text[..start].chars().next_back();
    let time = before == Some(':') && text[..start - 1].ends_with(|c: char| c.is_ascii_digit());
    !time && before.is_none_or(|c| !c.is_ascii_alphanumeric() && !"第.-—－～~/〔[_".contains(c))
}

/// Digits with commas for thousands and decimals: value and step in millionths, and the length.
fn figures(text: &str) -> (Option<i64>, i64, usize) {
    let bytes = text.as_bytes();
    let digits = |from: usize| bytes[from..].iter().take_while(|b| b.is_ascii_digit()).count();
    let mut len = digits(0);
    while bytes.get(len) == Some(&b',') && digits(len + 1) == 3 && len <= 12 {
        len += 4;
    }
    let mut whole = text[..len].bytes().filter(u8::is_ascii_digit);
    let mut value = whole.try_fold(0_i64, |sum, b| sum.checked_mul(10)?.checked_add(i64::from(b - b'0')));
    let mut step = ONE;
    value = value.and_then(|v| v.checked_mul(ONE));
    if bytes.get(len) == Some(&b'.') && digits(len + 1) > 0 {
        let decimals = digits(len + 1);
        for b in text[len + 1..=len + decimals].bytes() {
            step /= 10;
            value = value.and_then(|v| v.checked_add(i64::from(b - b'0') * step));
        }
        len += 1 + decimals;
    }
    (value, step.max(1), len)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_is_read_with_its_unit() {
        let found =
            find_all("2025年3月第5次会议共查25项、70余人次,合计1,234.5万元,占76.0%(星财〔2025〕8号),100");
        let shown: Vec<_> = found.iter().map(|q| (print(q.value), q.unit, q.about)).collect();
        let expected = [
            ("25", "项", false),
            ("70", "人次", true),
            ("12345000", "元", false),
            ("76", "%", false),
            ("100", "", false),
        ];
        assert_eq!(shown, expected.map(|(n, u, a)| (n.to_owned(), u, a)));
    }

    #[test]
    fn a_quantity_is_printed_in_the_scale_of_another() {
        let like = |value: i64, number: &str| print_like(value * ONE, number);
        assert_eq!(like(2_517_000, "253万"), "251.7万");
        assert_eq!(like(1_820_000_000, "18亿"), "18.2亿");
        assert_eq!(like(37, "36"), "37");
    }

    #[test]
    fn what_was_saved_is_told_exactly() {
        let about = |text: &str| find_all(text).iter().map(|q| q.about).collect::<Vec<_>>();
        assert_eq!(about("节约48万元,约6场,最近3次,近3年内5次"), [false, true, false, false]);
    }

    #[test]
    fn a_number_too_long_to_count_is_none() {
        assert_eq!(find_all("编号123456789012345678901234个"), []);
        assert_eq!(find_all("9223372036854.9999999999999999999万元").len(), 0);
    }
}
