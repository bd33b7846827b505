//! Values on a page that stand behind a word for what they are: 电话：, 邮箱：, 邮编：, 地址：, 网站标识码：.

use std::ops::Range;

use super::page::{Stated, Whose};
use super::{phone, shape};
use crate::model::Page;

/// Every such value of a page.
pub fn all(page: &Page) -> Vec<Stated> {
    let text = page.body.text.as_str();
    let foreign = OTHERS.iter().any(|w| page.title.contains(w));
    let mut out: Vec<Stated> = Vec::new();
    for (field, words, read) in LABELS {
        for at in words.iter().flat_map(|w| text.match_indices(w)) {
            let (before, behind) = (&text[..at.0], at.0 + at.1.len());
            let short =
                || (*field == "phone" && is_own(before)).then(|| value(text, behind, short)).flatten();
            let Some(range) = value(text, behind, *read).or_else(short) else { continue };
            let Some(whose) = whose(before) else { continue };
            if *field == "phone" && is_hotline(&text[range.clone()]) && !is_for_all(before) {
                continue;
            }
            let whose = if foreign { Whose::Open } else { whose };
            let list = if *field == "phone" { listed(text, range) } else { vec![range] };
            out.extend(list.into_iter().map(|range| Stated { field, range, whose, label: at.0 }));
        }
    }
    out
}

/// How long a value is, at the start of what follows its label; nothing where there is none.
type Read = fn(&str) -> usize;

const LABELS: &[(&str, &[&str], Read)] = &[
    ("phone", &["电话", "拨打", "致电"], telephone),
    ("email", &["邮箱", "邮件"], email),
    ("postcode", &["邮编", "邮政编码"], postcode),
    ("address", &["地址"], address),
    ("site_id", &["标识码"], site_id),
];

/// Words that call for another than the contact of the site.
const OTHERS: [&str; 8] = ["举报", "监督", "投诉", "信访", "传真", "热线", "技术", "接访"];

/// The value behind a label; marks, 号码 and words such as 为 may stand between.
fn value(text: &str, from: usize, read: Read) -> Option<Range<usize>> {
    let rest = &text[from..];
    let rest = rest.strip_prefix("号码").or_else(|| rest.strip_prefix("地址")).unwrap_or(rest);
    let value = rest.trim_start_matches(|c: char| "：:为是到至：|*_`<　 ".contains(c));
    let start = text.len() - value.len();
    let len = read(value);
    let value = &value[..len];
    let whole = !text[start + len..].starts_with(['*', '＊', '×']) || text[start + len..].starts_with("**");
    (whole && !value.is_empty()).then(|| start..start + value.trim_end_matches(['-', '.', ' ']).len())
}

/// A telephone; one too short to be any where a hyphen says that one is meant; a hotline.
fn telephone(text: &str) -> usize {
    let len = phone::read(text);
    let run = &text[..len];
    let figures = phone::figures(run);
    let counted = text[len..].starts_with(|c| "元万年月日时点件户人个:：".contains(c));
    let day = len == 8 && text.starts_with("20");
    let ends = text[len..].chars().next().is_none_or(|c| "，,。；;、）)\n|".contains(c));
    let cut_off = figures >= 3 && ends && run.starts_with(|c: char| c.is_ascii_digit()) && run.contains('-');
    let short = cut_off || ends && is_hotline(run);
    if figures < 7 && !short || counted || day { 0 } else { len }
}

/// A telephone of fewer figures than any has, or a service number that lost one or has one too many: held against a short field alone.
fn short(text: &str) -> usize {
    let len = phone::read(text);
    let ends = text[len..].chars().next().is_none_or(|c| "，,。；;、）)\n|".contains(c));
    let plain = text[..len].bytes().all(|b| b.is_ascii_digit());
    if ends && plain && (3..=6).contains(&len) { len } else { 0 }
}

/// Five figures that begin as a service number does.
fn is_hotline(run: &str) -> bool {
    run.len() == 5 && run.starts_with(['1', '9']) && run.bytes().all(|b| b.is_ascii_digit())
}

/// Whether a label asks for nothing but a telephone of the site: behind other words another hotline may be right.
fn is_for_all(before: &str) -> bool {
    is_own(before) || is_plain(last_clause(before))
}

/// Whether a label says that it is the site's own: 本站联系电话.
fn is_own(before: &str) -> bool {
    let clause = last_clause(before);
    OWN.iter().any(|own| clause.rsplit_once(own).is_some_and(|(_, rest)| is_plain(rest)))
}

fn last_clause(before: &str) -> &str {
    &before[last_of(before, "。；;！？，,、：:（(|\n")..]
}

/// A telephone and those that follow it behind the same label.
fn listed(text: &str, first: Range<usize>) -> Vec<Range<usize>> {
    let mut out = vec![first];
    while let Some(last) = out.last() {
        let Some(rest) = text[last.end..].strip_prefix(['、', '/', '或', '，', ',']) else { break };
        let rest = rest.trim_start_matches(' ');
        let start = text.len() - rest.len();
        let len = telephone(rest);
        if phone::figures(&rest[..len]) < 7 {
            break;
        }
        out.push(start..start + len);
    }
    out
}

/// With an @, or what has one only left out; a blank may have slipped in before the @.
fn email(text: &str) -> usize {
    let of_it = |c: char| c.is_ascii_alphanumeric() || "@＠._-+".contains(c);
    let run = |text: &str| text.find(|c| !of_it(c)).unwrap_or(text.len());
    let mut len = run(text);
    if len > 0 && !text[..len].contains(AT) {
        let rest = text[len..].trim_start_matches([' ', '\u{3000}']);
        let domain =
            rest.strip_prefix(AT).is_some_and(|d| d.starts_with(|c: char| c.is_ascii_alphanumeric()));
        len = if domain { text.len() - rest.len() + run(rest) } else { len };
    }
    let run = text[..len].trim_end_matches('.');
    let left_out =
        run.contains('.') && run.starts_with(|c: char| c.is_ascii_alphabetic()) && !run.starts_with("www.");
    if run.contains(AT) || left_out { len } else { 0 }
}

/// The sign within a mail address, of either width.
const AT: [char; 2] = ['@', '＠'];

fn postcode(text: &str) -> usize {
    text.find(|c: char| !c.is_ascii_digit()).unwrap_or(text.len())
}

fn address(text: &str) -> usize {
    let ends = |c| "，,。；;（(、\n|".contains(c);
    let len = text.find(ends).unwrap_or(text.len());
    let words = text[..len].trim_end();
    let house =
        words.contains(['号', '路', '街', '镇', '乡', '村', '楼']) && !words.starts_with(['栏', '的']);
    if house && shape::is_address(words) && words.chars().count() >= 4 { words.len() } else { 0 }
}

/// Up to the next mark or blank. One star within is a slip, since the code is public; several hide it or are emphasis.
fn site_id(text: &str) -> usize {
    let star = |c: char| matches!(c, '*' | '＊');
    let wide = |c: char| matches!(c, '０'..='９' | 'Ａ'..='Ｚ' | 'ａ'..='ｚ');
    let of_it = |c: char| c.is_ascii_alphanumeric() || c == '-' || star(c) || wide(c);
    let run = &text[..text.find(|c| !of_it(c)).unwrap_or(text.len())];
    let bare = run.trim_end_matches(star);
    let run = if run.ends_with("**") || bare.chars().count() == 10 { bare } else { run };
    let veiled = run.chars().filter(|c| star(*c)).count() > 1;
    let long = run.chars().count() >= 6 && phone::figures(run) > 0;
    if long && !veiled { run.len() } else { 0 }
}

/// Whose a value is, by what stands before its label; `None` for one that is surely that of others.
fn whose(before: &str) -> Option<Whose> {
    let line = &before[before.rfind('\n').map_or(0, |n| n + 1)..];
    let sentence = &line[last_of(line, "。；;！？")..];
    let clause = &sentence[last_of(sentence, "，,、：:（(|")..];
    if OTHERS.iter().any(|w| clause.contains(w)) {
        return None;
    }
    if OWN.iter().any(|w| sentence.contains(w)) {
        return Some(Whose::Site);
    }
    let plain = is_plain(clause) && !names_body(sentence) && !names_body(heading(before));
    let in_table =
        line.trim_start_matches(['|', ' ']).len() > clause.trim_start().len() && line.starts_with('|');
    Some(if plain && !in_table { Whose::Likely } else { Whose::Open })
}

/// Where the last of some marks ends.
fn last_of(text: &str, marks: &str) -> usize {
    let last = text.char_indices().rev().find(|(_, c)| marks.contains(*c));
    last.map_or(0, |(at, c)| at + c.len_utf8())
}

/// Words by which a page speaks of its own site.
const OWN: [&str; 3] = ["本站", "本网", "网站电话"];

/// Whether nothing stands before a label but words that go with it.
fn is_plain(clause: &str) -> bool {
    const WORDS: [&str; 17] = [
        "联系", "咨询", "办公", "服务", "值班", "通信", "通讯", "电子", "邮寄", "政府", "网站", "我们", "您",
        "可以", "也可", "请", "的",
    ];
    let mut rest = clause.trim_matches(|c: char| c.is_whitespace() || "-*_`#>+.0123456789".contains(c));
    while let Some(shorter) = WORDS.iter().find_map(|w| rest.strip_prefix(w)) {
        rest = shorter;
    }
    rest.is_empty()
}

/// Whether some body is named, be it by its kind alone.
fn names_body(text: &str) -> bool {
    const KINDS: [&str; 11] =
        ["纪委", "监委", "巡察", "办公室", "局", "中心", "公司", "部门", "政府", "党委", "县委"];
    KINDS.iter().any(|w| text.contains(w))
}

/// The heading under which the end of a text stands.
fn heading(before: &str) -> &str {
    before.lines().rev().find(|line| line.starts_with('#')).unwrap_or_default()
}
