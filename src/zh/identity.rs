//! Numbers that belong to a person: identity numbers (GB 11643, with the check digit of ISO 7064 MOD 11-2), mobile numbers,
//! bank cards (ISO/IEC 7812, Luhn) and licence plates (GA 36).

use std::ops::Range;

use chrono::NaiveDate;

use super::numeral;

/// What sort of number it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Kind {
    /// Identity number whose check digit holds.
    Identity,
    /// Built like an identity number, but the check digit is wrong, or of the old form of 15 digits.
    LikeIdentity,
    /// Mobile number.
    Mobile,
    /// Bank card.
    Card,
    /// Licence plate.
    Plate,
}

/// A personal number in a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Found {
    /// What it is.
    pub kind: Kind,
    /// Where it stands.
    pub range: Range<usize>,
    /// Its digits and letters, without spaces and hyphens, in half width.
    pub digits: String,
}

/// Every personal number of a text. What is masked (`138****1234`) is none.
pub fn find_all(text: &str) -> Vec<Found> {
    let mut out = if may_hold_one(text) { numbers(text) } else { Vec::new() };
    out.extend(plates(text));
    out.sort_by_key(|f| f.range.start);
    out
}

/// Digits of the shortest of them, a mobile number.
const SHORTEST: usize = 11;

/// Whether digits enough for the shortest number may stand together, and be it in groups or full width. A row of so many bytes
/// has one at every such step, so that most bytes are never looked at.
fn may_hold_one(text: &str) -> bool {
    let bytes = text.as_bytes();
    // Full-width digits are EF BC 90 to EF BC 99, brackets EF BC 88 and 89.
    let fits =
        |byte: &u8| matches!(byte, b'0'..=b'9' | b' ' | b'-' | b'(' | b')' | 0xef | 0xbc | 0x88..=0x99);
    let mut at = SHORTEST - 1;
    while let Some(byte) = bytes.get(at) {
        let mut end = at;
        if fits(byte) {
            end += bytes[at..].iter().take_while(|byte| fits(byte)).count();
            let start = bytes[..at].iter().rposition(|byte| !fits(byte)).map_or(0, |before| before + 1);
            if end - start >= SHORTEST {
                return true;
            }
        }
        at = end + SHORTEST;
    }
    false
}

fn numbers(text: &str) -> Vec<Found> {
    let mut out = Vec::new();
    let mut at = 0;
    while let Some(start) = text[at..].find(|c| narrow(c).is_some()).map(|i| at + i) {
        let (range, digits) = run(text, start);
        at = range.end;
        let before = text[..start].chars().next_back();
        let code = before.is_some_and(|c| c.is_ascii_alphanumeric() || "*/=._-".contains(c));
        let masked = text[range.end..].starts_with(['*', '＊']);
        if !code && !masked && !text[range.end..].starts_with(|c: char| c.is_ascii_alphanumeric()) {
            let bare = without_country(&digits).map(str::to_owned);
            out.extend(kind(&digits).map(|kind| Found { kind, range, digits: bare.unwrap_or(digits) }));
        }
    }
    out
}

/// Digits with single spaces or hyphens between groups of three and more, and a closing X. A mobile number may have 86 before it,
/// and its first three digits in brackets.
fn run(text: &str, start: usize) -> (Range<usize>, String) {
    let (mut end, mut digits, mut group) = (start, String::new(), 0);
    let mut rest = text[start..].chars().peekable();
    while let Some(c) = rest.next() {
        if let Some(d) = narrow(c) {
            digits.push(d);
            group += 1;
        } else if digits.len() == 17 && matches!(c, 'X' | 'x' | 'Ｘ' | 'ｘ') {
            digits.push('X');
            return (start..end + c.len_utf8(), digits);
        } else if !(is_joint(&text[..start], c, &digits, group)
            && rest.peek().copied().and_then(narrow).is_some())
        {
            break;
        } else {
            group = 0;
        }
        end += c.len_utf8();
    }
    (start..end, digits)
}

/// A mobile number that has the number of the country before it.
fn without_country(digits: &str) -> Option<&str> {
    let own = digits.strip_prefix("0086").or_else(|| digits.strip_prefix("86"))?;
    (own.len() == 11 && kind(own) == Some(Kind::Mobile)).then_some(own)
}

/// Whether a character only parts the groups of one number.
fn is_joint(before: &str, c: char, digits: &str, group: usize) -> bool {
    match c {
        ' ' | '-' => group >= 3 || digits == "86",
        ')' => digits.len() == 3 && before.ends_with('('),
        '）' => digits.len() == 3 && before.ends_with('（'),
        _ => false,
    }
}

fn narrow(c: char) -> Option<char> {
    Some(numeral::narrow(c)).filter(char::is_ascii_digit)
}

fn kind(digits: &str) -> Option<Kind> {
    match digits.len() {
        13 | 15 if without_country(digits).is_some() => Some(Kind::Mobile),
        11 if digits.starts_with('1') && matches!(digits.as_bytes()[1], b'3'..=b'9') => Some(Kind::Mobile),
        15 if region(digits) && born(&format!("19{}", &digits[6..12])) => Some(Kind::LikeIdentity),
        18 if region(digits) && born(&digits[6..14]) => {
            Some(if checks(digits) { Kind::Identity } else { Kind::LikeIdentity })
        }
        16..=19 if is_card(digits) => Some(Kind::Card),
        _ => None,
    }
}

/// Provinces have 11 to 65; Hong Kong, Macao and Taiwan 71 to 83.
fn region(digits: &str) -> bool {
    digits[..2]
        .parse::<u8>()
        .is_ok_and(|p| matches!(p, 11..=15 | 21..=23 | 31..=37 | 41..=46 | 50..=54 | 61..=65 | 71 | 81..=83))
}

fn born(day: &str) -> bool {
    NaiveDate::parse_from_str(day, "%Y%m%d").is_ok()
        && day.get(..4).is_some_and(|y| ("1900".."2100").contains(&y))
}

fn checks(digits: &str) -> bool {
    let weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
    let sum: u32 = digits.bytes().zip(weights).map(|(b, w)| u32::from(b - b'0') * w).sum();
    digits.as_bytes().get(17) == b"10X98765432".get((sum % 11) as usize)
}

/// Issuers in use begin with 3 to 6 or 9; UnionPay with 62.
fn is_card(digits: &str) -> bool {
    let issued =
        ["62", "60", "4", "5", "35", "37", "9558", "9559", "955"].iter().any(|p| digits.starts_with(p));
    issued && digits.bytes().all(|b| b.is_ascii_digit()) && luhn(digits)
}

fn luhn(digits: &str) -> bool {
    let doubled = |(at, b): (usize, u8)| match (at % 2, u32::from(b - b'0')) {
        (0, d) => d,
        (_, d) if d > 4 => d * 2 - 9,
        (_, d) => d * 2,
    };
    digits.bytes().rev().enumerate().map(doubled).sum::<u32>() % 10 == 0
}

const PROVINCES: &str = "京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼";

/// 省 + letter + five or six letters and digits, with a dot between or none.
fn plates(text: &str) -> Vec<Found> {
    let mut out = Vec::new();
    let letters = text.bytes().enumerate().filter(|(_, b)| b.is_ascii_uppercase());
    for (at, _) in letters {
        let Some(province) = text[..at].chars().next_back().filter(|c| PROVINCES.contains(*c)) else {
            continue;
        };
        let rest = &text[at + 1..];
        let rest = rest.strip_prefix(['·', '•', '.', ' ', '-']).unwrap_or(rest);
        let len = rest.bytes().take_while(|b| b.is_ascii_digit() || b.is_ascii_uppercase()).count();
        let tail = &rest[..len];
        let figures = tail.bytes().filter(u8::is_ascii_digit).count();
        if matches!(len, 5 | 6) && figures >= 3 && !rest[len..].starts_with(['*', '＊']) {
            let end = text.len() - rest.len() + len;
            let digits = format!("{province}{}{tail}", &text[at..=at]);
            out.push(Found { kind: Kind::Plate, range: at - province.len_utf8()..end, digits });
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    fn kinds(text: &str) -> Vec<(Kind, &str)> {
        find_all(text).into_iter().map(|f| (f.kind, &text[f.range])).collect()
    }

    #[test]
    fn an_identity_number_is_told_by_its_check_digit() {
        assert_eq!(kinds("证号11010519491231002X。"), [(Kind::Identity, "11010519491231002X")]);
        assert_eq!(kinds("证号110105194912310021"), [(Kind::LikeIdentity, "110105194912310021")]);
        assert_eq!(kinds("证号110105 19491231 002X"), [(Kind::Identity, "110105 19491231 002X")]);
        assert_eq!(kinds("项目代码110105204913310021"), []);
    }

    #[test]
    fn mobile_numbers_cards_and_plates() {
        let text = "电话13800138000,卡号6222021234567890128,车辆闽A12345和闽AD12345";
        let found: Vec<Kind> = kinds(text).into_iter().map(|(k, _)| k).collect();
        assert_eq!(found, [Kind::Mobile, Kind::Card, Kind::Plate, Kind::Plate]);
        assert_eq!(kinds("电话138-0013-8000"), [(Kind::Mobile, "138-0013-8000")]);
        for (text, number) in [
            ("手机+8613800138000。", "8613800138000"),
            ("手机86-13800138000", "86-13800138000"),
            ("手机0086 13800138000", "0086 13800138000"),
            ("手机（138）00138000", "138）00138000"),
            ("手机(138)0013 8000", "138)0013 8000"),
        ] {
            assert_eq!(kinds(text), [(Kind::Mobile, number)]);
            assert_eq!(find_all(text)[0].digits, "13800138000");
        }
        assert_eq!(kinds("电话１３８００１３８０００"), [(Kind::Mobile, "１３８００１３８０００")]);
    }

    #[test]
    fn what_is_masked_or_a_code_is_no_persons_number() {
        for text in [
            "138****8000",
            "1101051949****002X",
            "0000-0000000",
            "闽A1***5",
            "文号13800138000A",
            "2025年10月",
            "6222021234567890123",
        ] {
            assert_eq!(kinds(text), [], "{text}");
        }
    }
}
