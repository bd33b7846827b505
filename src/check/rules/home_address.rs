//! Where somebody lives, to the door. The notice's own address is for the public.

use std::ops::Range;

use super::Rule;
use crate::check::{Finding, Kind, Record};
use crate::diag::Severity;
use crate::lang::Msg;
use crate::zh::sentence::clause;
use crate::zh::wordlist::Words;

/// `家住银汉小区3幢2单元501室`; public texts go no further than the township.
pub const RULE: Rule = Rule { code: "home-address", severity: Severity::Error, find };

fn find(record: &Record<'_>) -> Vec<Finding> {
    let own: Vec<&str> = [record.site.settings.contact.as_ref(), record.notice.contact.as_ref()]
        .into_iter()
        .flatten()
        .filter_map(|c| c.address.as_deref())
        .collect();
    let mut out = Vec::new();
    for (at, p) in record.passages.iter().enumerate().filter(|(_, p)| !matches!(p.kind, Kind::Contact(_))) {
        for range in addresses(&p.text) {
            if own.iter().any(|a| a.contains(&p.text[range.clone()])) {
                continue;
            }
            let message = Msg::new("found-home-address").with("text", &p.text[range.clone()]);
            out.push(Finding::at(at, range, message).hint(Msg::new("found-home-address-hint")));
        }
    }
    out
}

/// Words after which the place where a person lives is said.
static LIVES: Words = Words::new(&[
    "家住",
    "住址",
    "居住地址",
    "现住",
    "居住在",
    "住在",
    "户籍地址",
    "户籍地",
    "家庭地址",
    "住所地",
    "暂住",
    "住于",
    "常住地址",
    "住处",
    "住家",
]);

/// Words of buildings in which nobody lives.
const OFFICES: [&str; 14] = [
    "办公",
    "机关",
    "大厦",
    "政府",
    "行政",
    "服务中心",
    "综合楼",
    "写字楼",
    "局",
    "会议",
    "学校",
    "医院",
    "厂",
    "公司",
];

fn addresses(text: &str) -> Vec<Range<usize>> {
    // To ask whether a word is there at all is much quicker than to go from one to the next.
    let lives = ["住", "籍", "家庭地址"].iter().any(|word| text.contains(word));
    let places = if lives { LIVES.places(text) } else { Vec::new() };
    let mut out: Vec<Range<usize>> = places
        .into_iter()
        .map(|(at, word)| at + word.len())
        .filter_map(|from| {
            let from = from + text[from..].len()
                - text[from..].trim_start_matches(['：', ':', '为', '在', '于', '是', ' ', '（', '(']).len();
            let end = clause(text, from).end;
            let len = door(&text[from..end])?;
            Some(from..from + len)
        })
        .collect();
    if text.contains("组") && text.contains("号") {
        out.extend(text.match_indices('组').filter_map(|(at, mark)| farm(text, at, at + mark.len())));
    }
    if text.contains("室") {
        out.extend(text.match_indices('室').filter_map(|(at, mark)| flat(text, at, at + mark.len())));
    }
    if text.contains("单元") {
        let flats = text.match_indices("单元").filter_map(|(at, word)| {
            let start = at + word.len();
            let end = start + text[start..].bytes().take_while(u8::is_ascii_digit).count();
            flat(text, end, end)
        });
        out.extend(flats);
    }
    out.sort_by_key(|r| (r.start, std::cmp::Reverse(r.end)));
    out.dedup_by(|later, first| later.start < first.end);
    out
}

/// As far as the last house, stair or flat that is numbered.
fn door(words: &str) -> Option<usize> {
    let units = ["室", "单元", "号楼", "幢", "栋", "号", "组", "弄"];
    let numbered = |unit: &&str| {
        let ends = words.match_indices(*unit).filter(|(at, _)| is_numbered(&words[..*at]));
        ends.map(|(at, w)| at + w.len()).max()
    };
    units.iter().filter_map(numbered).max()
}

fn is_numbered(before: &str) -> bool {
    before.ends_with(|c: char| c.is_ascii_digit() || "一二三四五六七八九十".contains(c))
}

/// `石渡村3组12号`: in a village a house is told by its group and number.
fn farm(text: &str, at: usize, end: usize) -> Option<Range<usize>> {
    let own = clause(text, at);
    let words = &text[own.start..at];
    let group = words.trim_end_matches(|c: char| c.is_ascii_digit() || "一二三四五六七八九十第".contains(c));
    let digits = text[end..].bytes().take_while(u8::is_ascii_digit).count();
    let house = end + digits + '号'.len_utf8();
    let numbered =
        group.len() < words.len() && (1..=4).contains(&digits) && text[end + digits..].starts_with('号');
    let village = group.ends_with(['村', '屯', '寨', '庄', '社']) || group.ends_with("社区");
    let name = group.rfind(['到', '在', '至', '于', '住', '的', '为']).map_or(0, |i| i + 3);
    let far = words.char_indices().rev().take(16).last().map_or(0, |(i, _)| i);
    (numbered && village).then_some(own.start + name.max(far)..house)
}

/// `3幢2单元501室` or `3幢2单元501`, from the name of the estate on.
fn flat(text: &str, at: usize, end: usize) -> Option<Range<usize>> {
    let own = clause(text, at);
    let words = &text[own.start..at];
    let stairs = ["单元", "幢", "栋", "号楼"]
        .iter()
        .filter_map(|w| words.find(w).filter(|i| is_numbered(&words[..*i])))
        .min()?;
    let digits = words.bytes().rev().take_while(u8::is_ascii_digit).count();
    // The name of the estate: up to eight characters before the first number, behind the last word that leads to it.
    let number = words[..stairs]
        .trim_end_matches(|c: char| c.is_ascii_digit() || "一二三四五六七八九十".contains(c))
        .len();
    let far = words[..number].char_indices().rev().take(8).last().map_or(number, |(i, _)| i);
    let name =
        words[far..number].rfind(['到', '在', '至', '于', '住', '的', '（']).map_or(far, |i| far + i + 3);
    let lived_in = !OFFICES.iter().any(|w| words[name..].contains(w));
    ((3..=4).contains(&digits) && lived_in).then_some(own.start + name..end)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(text: &str) -> Vec<&str> {
        addresses(text).into_iter().map(|r| &text[r]).collect()
    }

    #[test]
    fn a_home_is_found_by_its_door() {
        assert_eq!(found("该同志家住望舒街道银汉路18号3幢，多次反映"), ["望舒街道银汉路18号3幢"]);
        assert_eq!(found("家庭住址:石渡村3组12号"), ["石渡村3组12号"]);
        assert_eq!(found("到银汉小区3幢2单元501室走访"), ["银汉小区3幢2单元501室"]);
        assert_eq!(found("到其住处（望舒小区6幢1单元803）核实"), ["望舒小区6幢1单元803"]);
        assert_eq!(found("送到银汉小区3幢2单元501。"), ["银汉小区3幢2单元501"]);
        assert_eq!(found("上门到望舒镇石渡村3组12号送达"), ["望舒镇石渡村3组12号"]);
    }

    #[test]
    fn an_office_or_a_township_is_no_home() {
        for text in [
            "县政府办公楼3号楼501室",
            "居住在望舒街道",
            "联系地址：银汉路18号",
            "住在村里的老人",
            "档案室、会议室",
            "组织石渡村3组12名村民",
        ] {
            assert_eq!(found(text), [""; 0], "{text}");
        }
    }
}
