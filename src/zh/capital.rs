//! Sums in the capital numerals of accounts: 叁万玖仟玖佰叁拾元整 (rules of the Ministry of Finance on accounting basics).

use std::ops::Range;

/// A sum in capital numerals.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Capital {
    /// In 分; `None` where the numerals make no number.
    pub cents: Option<i64>,
    /// Where it stands, 整 included.
    pub range: Range<usize>,
}

const DIGITS: [char; 10] = ['零', '壹', '贰', '叁', '肆', '伍', '陆', '柒', '捌', '玖'];
const FULL: [char; 2] = ['元', '圆'];

/// Every sum in capital numerals, in order.
pub fn find_all(text: &str) -> Vec<Capital> {
    let mut out = Vec::new();
    // Looking for a word is quicker than asking of each character whether it is a numeral.
    if !FULL.iter().any(|unit| text.contains(*unit)) {
        return out;
    }
    let mut at = 0;
    while let Some(start) = text[at..].find(|c| digit(c).is_some_and(|d| d > 0)).map(|i| at + i) {
        let run = &text[start..];
        let len = run.find(|c| !belongs(c)).unwrap_or(run.len());
        at = start + len;
        if run[..len].contains(FULL) {
            out.push(Capital { cents: read(&run[..len]), range: start..at });
        }
    }
    out
}

/// How a sum of so many 分 is written.
pub fn write(cents: i64) -> String {
    let (yuan, jiao, fen) = (cents / 100, cents / 10 % 10, cents % 10);
    let mut out = whole(yuan);
    out.push('元');
    if jiao + fen == 0 {
        out.push('整');
        return out;
    }
    for (d, unit) in [(jiao, '角'), (fen, '分')] {
        if d > 0 {
            out.push(capital(d));
            out.push(unit);
        } else if unit == '角' {
            out.push('零');
        }
    }
    out
}

fn belongs(c: char) -> bool {
    digit(c).is_some() || "拾佰仟万亿元圆角分整正".contains(c)
}

fn digit(c: char) -> Option<i64> {
    DIGITS.iter().position(|d| *d == c).and_then(|d| i64::try_from(d).ok())
}

fn capital(d: i64) -> char {
    usize::try_from(d).ok().and_then(|d| DIGITS.get(d)).copied().unwrap_or('零')
}

/// Sections of four digits, each closed by 亿, 万 or 元.
fn read(run: &str) -> Option<i64> {
    let (mut total, mut section, mut held) = (0_i64, 0_i64, None::<i64>);
    for c in run.chars() {
        if let Some(d) = digit(c) {
            held = Some(d);
            continue;
        }
        let size = match c {
            '拾' => 10,
            '佰' => 100,
            '仟' => 1000,
            '万' | '亿' | '元' | '圆' => {
                section += held.take().unwrap_or(0);
                let times = match c {
                    '亿' => 10_000_000_000,
                    '万' => 1_000_000,
                    _ => 100,
                };
                total = total.checked_add(section.checked_mul(times)?)?;
                section = 0;
                continue;
            }
            '角' => 10,
            '分' => 1,
            _ => continue,
        };
        let part = held.take().unwrap_or(i64::from(c == '拾')).checked_mul(size)?;
        match c {
            '角' | '分' => total = total.checked_add(part)?,
            _ => section = section.checked_add(part)?,
        }
    }
    (section == 0 && held.is_none_or(|d| d == 0)).then_some(total)
}

fn whole(yuan: i64) -> String {
    if yuan == 0 {
        return "零".to_owned();
    }
    let (mut out, mut gap) = (String::new(), false);
    for (size, name) in [(100_000_000, "亿"), (10_000, "万"), (1, "")] {
        let section = yuan / size % if size == 100_000_000 { i64::MAX } else { 10_000 };
        if section == 0 {
            gap |= !out.is_empty();
            continue;
        }
        let before = out.len();
        for (unit, word) in [(1000, "仟"), (100, "佰"), (10, "拾"), (1, "")] {
            let d = section / unit % 10;
            if d == 0 {
                gap |= !out.is_empty() || out.len() > before;
                continue;
            }
            if std::mem::take(&mut gap) {
                out.push('零');
            }
            out.push(capital(d));
            out.push_str(word);
        }
        gap = false;
        out.push_str(name);
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_written_is_read_again() {
        for cents in [3_993_000, 100_000_500, 1_234_567, 2_000_000, 1005, 99, 101_001_000, 1_000_000_000_000]
        {
            let written = format!("零{}", write(cents)).trim_start_matches('零').to_owned();
            if cents >= 100 {
                let all = find_all(&written);
                assert_eq!(all.first().and_then(|c| c.cents), Some(cents), "{written}");
            }
        }
        assert_eq!(write(3_993_000), "叁万玖仟玖佰叁拾元整");
        assert_eq!(write(1_005_000), "壹万零伍拾元整");
    }

    #[test]
    fn words_that_share_a_numeral_are_no_sum() {
        assert_eq!(find_all("零距离服务,贰号楼,元旦"), []);
    }
}
