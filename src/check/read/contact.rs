//! What a text says of whom to turn to, held against the fields of the contact.

use std::ops::Range;

use super::{phone, shape};
use crate::model::Contact;
use crate::zh::numeral::Style;

/// What the text gives otherwise than the contact does, with the field. A text that gives the field as well is right: it may name
/// more than one telephone.
pub fn differs<'c>(text: &str, contact: &'c Contact) -> Vec<(Range<usize>, &'c str)> {
    let other = |field: &'c Option<String>, found: fn(&str, &str) -> Vec<Range<usize>>, same: Same| {
        let field = field.as_deref().filter(|field| !text.contains(field))?;
        let found = found(text, field);
        let right = found.iter().any(|range| same(&text[range.clone()], field));
        found.into_iter().next().filter(|_| !right).map(|range| (range, field))
    };
    let all = [
        other(&contact.phone, phones, same_phone),
        other(&contact.email, emails, same_words),
        other(&contact.postcode, postcodes, same_words),
        other(&contact.address, addresses, same_place),
    ];
    all.into_iter().flatten().collect()
}

/// Whether what a text gives is what the field says.
type Same = fn(&str, &str) -> bool;

/// Runs that are a telephone by their form, or stand behind a word that calls for one, however they are written.
fn phones(text: &str, _: &str) -> Vec<Range<usize>> {
    const CALLS: [&str; 6] = ["电话", "热线", "拨打", "致电", "来电", "传真"];
    let is_one = |range: &Range<usize>| {
        let run = &phone::narrow(&text[range.clone()]);
        let before = &text[..range.start];
        let called = CALLS.iter().any(|w| before.rfind(w).is_some_and(|at| near(&before[at + w.len()..])));
        let day = run.len() == 8 && run.starts_with("20");
        let other = before.ends_with(|c: char| c.is_ascii_alphabetic() || "邮编号码@".contains(c) && !called);
        let counted = text[range.end..].starts_with(|c| "元万亿年月日件户人个项".contains(c));
        let figures = phone::figures(run);
        !other && !counted && (called && figures >= 5 || figures >= 7 && !day && shape::is_phone(run))
    };
    phone::runs(text).into_iter().filter(is_one).collect()
}

/// Whether what stands between a word and its number is short and no other number.
fn near(between: &str) -> bool {
    between.chars().count() <= 6 && !between.contains(|c: char| c.is_ascii_digit())
}

fn emails(text: &str, _: &str) -> Vec<Range<usize>> {
    let runs = runs(text, |c| c.is_ascii_alphanumeric() || "@._-+".contains(c));
    runs.into_iter().filter(|range| text[range.clone()].trim_matches('@').contains('@')).collect()
}

/// The figures behind 邮编.
fn postcodes(text: &str, _: &str) -> Vec<Range<usize>> {
    let named = |range: &Range<usize>| {
        let before = text[..range.start].trim_end_matches(['：', ':', '为', '是', ' ']);
        before.ends_with("邮编") || before.ends_with("邮政编码")
    };
    runs(text, |c| c.is_ascii_digit()).into_iter().filter(named).collect()
}

/// The address behind a word that asks for one, or one that begins as the field does.
fn addresses(text: &str, field: &str) -> Vec<Range<usize>> {
    const WORDS: [&str; 15] = [
        "地址",
        "来信请寄",
        "邮寄至",
        "寄至",
        "寄往",
        "寄送至",
        "寄到",
        "函寄",
        "信寄",
        "写信到",
        "寄信到",
        "信件寄",
        "材料寄",
        "来访请到",
        "通信处",
    ];
    let behind = WORDS.iter().filter_map(|w| text.find(w).map(|at| at + w.len())).min();
    let start: String = without_county(field).chars().take(4).collect();
    let alike = text.find(&start).filter(|at| start.chars().count() == 4 && !is_of_a_body(&text[*at..]));
    let given = |at: usize| {
        let rest = text[at..].trim_start_matches(['：', ':', '为', '是', '在', ' ']);
        let start = text.len() - rest.len();
        let end = rest.find(['，', ',', '。', '；', ';', '（', '(', '、', '\n']).unwrap_or(rest.len());
        let words = rest[..end].trim_end();
        let named = shape::is_address(words) && words.chars().count() >= 4;
        named.then(|| start..start + words.len())
    };
    behind.and_then(given).or_else(|| alike.and_then(given)).into_iter().collect()
}

/// 清溪镇长街村支部委员会: a line of the signature, which begins as the address may.
fn is_of_a_body(words: &str) -> bool {
    let line = words[..words.find(['，', '。', '；', '\n']).unwrap_or(words.len())].trim_end();
    ["委员会", "党组", "支部", "总支", "人民政府"].iter().any(|w| line.ends_with(w))
}

/// Stretches of such characters, none empty.
fn runs(text: &str, of_it: fn(char) -> bool) -> Vec<Range<usize>> {
    let mut out: Vec<Range<usize>> = Vec::new();
    for (at, c) in text.char_indices().filter(|(_, c)| of_it(*c)) {
        match out.last_mut().filter(|last| last.end == at) {
            Some(last) => last.end += c.len_utf8(),
            None => out.push(at..at + c.len_utf8()),
        }
    }
    out
}

/// One telephone at least in both, with or without its area code.
pub(super) fn same_phone(given: &str, field: &str) -> bool {
    let own = phone::numbers(field);
    phone::numbers(given).iter().any(|n| own.iter().any(|o| n.is(o)))
}

/// The same figures, or some of them.
pub(super) fn same_digits(given: &str, field: &str) -> bool {
    let digits = |t: &str| t.chars().filter(char::is_ascii_digit).collect::<String>();
    digits(field).contains(&digits(given))
}

fn same_words(given: &str, field: &str) -> bool {
    field.contains(given)
}

/// The same place: one may leave out the county, or name the room as well.
pub(super) fn same_place(given: &str, field: &str) -> bool {
    let (a, b) = (plain_numbers(given), plain_numbers(field));
    let (a, b) = (without_county(&a), without_county(&b));
    a.ends_with(b) || b.ends_with(a) || a.starts_with(b) || b.starts_with(a) && given.contains('号')
}

/// An address without blanks, its numbers in Arabic figures: 东街九号 is 东街9号.
fn plain_numbers(address: &str) -> String {
    let mut out = String::new();
    let mut rest = address;
    while let Some(c) = rest.chars().next() {
        let counts =
            |len: usize| rest[len..].starts_with(['号', '楼', '层', '室', '栋', '幢', '单', '弄', '巷']);
        let number = [Style::Chinese, Style::FullWidth].iter().find_map(|style| style.read(rest));
        let len = match number.filter(|(_, len)| counts(*len)) {
            Some((n, len)) => {
                out.push_str(&n.to_string());
                len
            }
            None => {
                out.extend(Some(c).filter(|c| !c.is_whitespace()));
                c.len_utf8()
            }
        };
        rest = &rest[len..];
    }
    out
}

/// An address without the province, city and county that it begins with.
fn without_county(address: &str) -> &str {
    let end = |(at, c): (usize, char)| "省市县区旗".contains(c).then_some(at + c.len_utf8());
    let last = address.char_indices().take(10).filter_map(end).last().unwrap_or_default();
    let rest = &address[last..];
    if rest.chars().count() >= 4 { rest } else { address }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(text: &str) -> Vec<&str> {
        let field = |text: &str| Some(text.to_owned());
        let contact = Contact {
            phone: field("0000-2233000"),
            address: field("星河县望舒镇长街1号"),
            email: field("wsz@example.com"),
            postcode: field("000123"),
            hours: None,
        };
        differs(text, &contact).into_iter().map(|(range, _)| &text[range]).collect()
    }

    #[test]
    fn what_is_given_in_any_words_is_held_against_the_field() {
        assert_eq!(found("有话请打0000-2233001，或者到镇里说。"), ["0000-2233001"]);
        assert_eq!(found("咨询电话是2233001。"), ["2233001"]);
        assert_eq!(found("咨询电话：（0000）2233001。"), ["（0000）2233001"]);
        assert_eq!(found("电话０００１—２２３３０００"), ["０００１—２２３３０００"]);
        assert_eq!(found("材料请交到望舒镇长街11号。"), ["望舒镇长街11号"]);
        assert_eq!(found("写信到星河县望舒镇长安街1号也行。"), ["星河县望舒镇长安街1号也行"]);
        assert_eq!(found("也可发wsx@example.com，邮编：000321"), ["wsx@example.com", "000321"]);
    }

    #[test]
    fn the_field_in_other_words_is_right() {
        for text in [
            "联系电话：2233000，监督电话：2244000。",
            "监督电话：0000-2244000；联系电话：0000-2233000。",
            "来信请寄望舒镇长街1号201室，邮政编码000123。",
            "来信请寄望舒镇长街一号。",
            "中共望舒镇长街村支部委员会",
            "公示期为20251226至20260105，整改2200000元。",
            "电子邮箱：wsz@example.com。",
            "联系电话：（0000）2233000、００００－２２３３０００。",
            "联系电话：0000 2233000转8012。",
        ] {
            assert_eq!(found(text), [""; 0], "{text}");
        }
    }
}
