//! Spaces within Chinese, and characters that nobody sees.

use std::ops::Range;

use super::Rule;
use crate::check::{Finding, Kind, Record};
use crate::diag::Severity;
use crate::lang::Msg;
use crate::zh::is_wide;
use crate::zh::marks::is_quoted;
use crate::zh::numeral::Style;
use crate::zh::sentence::clause;

/// `整改 工作`. The space of an indent, and those that set apart the halves of a title or a slogan, are meant.
pub const RULE: Rule = Rule { code: "space", severity: Severity::Warning, find };

fn find(record: &Record<'_>) -> Vec<Finding> {
    let mut out = Vec::new();
    let texts = record.of_kind(|k| !matches!(k, Kind::Explanation | Kind::Contact(_) | Kind::Label(_)));
    for (at, p) in texts {
        for range in spaces(&p.text) {
            let hidden = !p.text[range.clone()].starts_with([' ', '\u{3000}', '\t']);
            let id = if hidden { "found-hidden" } else { "found-space" };
            let code = p.text[range.clone()].chars().next().map(|c| format!("U+{:04X}", u32::from(c)));
            let message = Msg::new(id).with("code", code.unwrap_or_default());
            let sure = is_sure(&p.text, &range, hidden);
            out.push(Finding::at(at, range, message).mend(&p.text, "", sure));
        }
    }
    out
}

/// Whether it may go without a look: several spaces in one clause, a wide one or a tab may set items or columns apart, and
/// what nobody sees may keep two Latin words apart.
fn is_sure(text: &str, range: &Range<usize>, hidden: bool) -> bool {
    if hidden {
        let latin = |c: Option<char>| c.is_some_and(|c| c.is_ascii_alphanumeric());
        return !(latin(text[..range.start].chars().next_back()) && latin(text[range.end..].chars().next()));
    }
    let own = clause(text, range.start);
    let spaces = text[own].trim().split(is_space).filter(|part| !part.is_empty()).count();
    &text[range.clone()] == " " && spaces <= 2 && !is_quoted(text, range.start)
}

/// Spaces between two Chinese characters, and characters without width.
fn spaces(text: &str) -> Vec<Range<usize>> {
    let mut out = Vec::new();
    let mut at = 0;
    let bytes = text.as_bytes();
    while at < bytes.len() {
        // Nearly every character is Chinese and starts with a byte of E3 to E9, but for U+3000.
        if matches!(bytes[at], 0xE4..=0xE9) {
            at += 3;
            continue;
        }
        let Some(c) = text[at..].chars().next() else { break };
        let end = at + c.len_utf8();
        if is_hidden(c) {
            out.push(at..end);
        } else if is_space(c) {
            let run = end + text[end..].len() - text[end..].trim_start_matches(is_space).len();
            if is_within(text, at, run) {
                out.push(at..run);
            }
            at = run;
            continue;
        }
        at = end;
    }
    out
}

fn is_space(c: char) -> bool {
    matches!(c, ' ' | '\u{3000}' | '\t')
}

fn is_hidden(c: char) -> bool {
    matches!(c, '\u{200B}'..='\u{200F}' | '\u{2060}' | '\u{FEFF}' | '\u{AD}' | '\u{A0}' | '\u{202A}'..='\u{202E}')
        || c.is_control() && !matches!(c, '\n' | '\t')
}

fn is_within(text: &str, start: usize, end: usize) -> bool {
    let chinese = |c: Option<char>| c.is_some_and(is_wide);
    let before = &text[..start];
    let within = |opens: char, closes: char| {
        let from = before.rfind(opens).filter(|i| !before[*i..].contains(closes))? + opens.len_utf8();
        let to = text[end..].find(closes).map_or(text.len(), |n| end + n);
        Some(&text[from..to])
    };
    let line = before.rsplit('\n').next().unwrap_or_default();
    chinese(before.chars().next_back())
        && chinese(text[end..].chars().next())
        && !line.starts_with('|')
        && !is_layout(line, &text[start..end], &text[end..])
        && within('《', '》').is_none_or(is_document)
        && within('“', '”').is_none_or(has_no_halves)
}

/// Whether a space sets off what a line begins with: 第一部分　总体情况, 壹　组织领导, 电话　…, 来　　信：…; or stands within what a label of a
/// line says, 联系人：局办公室 俞杏.
fn is_layout(line: &str, space: &str, rest: &str) -> bool {
    let head = line.trim_start_matches(is_space);
    let rest = rest.split('\n').next().unwrap_or_default();
    let label = head.trim_end_matches(['：', ':']);
    let wide = space.contains(['\u{3000}', '\t']) || space.chars().count() > 1;
    let named = || {
        label.chars().count() <= 8
            && label.chars().all(char::is_alphanumeric)
            && LABELS.iter().any(|w| label.ends_with(w))
    };
    let spread = || head.chars().count() == 1 && rest.chars().take(3).any(|c| matches!(c, '：' | ':'));
    // Columns of a table: no sentence has a tab, or so wide a gap.
    let holds = |marks: &[char]| [head, rest].iter().any(|w| w.contains(marks));
    let gaps = |w: &str| ["\u{3000}\u{3000}", "   "].iter().any(|gap| w.contains(gap));
    let gap = || space.contains('\t') || [head, space, rest].into_iter().any(gaps);
    let columns = || gap() && !holds(&['。', '；', '！', '？']);
    // 来信 某县某路1号 某局收 邮编350000: a short label, and no sentence behind it.
    let first = head.split(is_space).next().unwrap_or_default().trim_end_matches(['：', ':']);
    let labelled = || REACHED.contains(&first) && !holds(&['。', '！', '？']);
    is_ordinal(head)
        || columns()
        || wide && (named() || spread())
        || labelled()
        || is_said_of_a_label(head, rest)
}

/// Whether a line begins with a number and nothing else: 第一部分, 壹, 问题之二, 【问题（一）, 第1卷.
fn is_ordinal(head: &str) -> bool {
    let digit = |c: char| Style::Chinese.has(c) || c.is_ascii_digit() || "壹贰叁肆伍陆柒捌玖拾".contains(c);
    let counted = head.strip_prefix('第').is_some_and(|rest| {
        let rest = rest.trim_start_matches(digit);
        rest.len() + '第'.len_utf8() < head.len() && PARTS.contains(&rest)
    });
    let words = ["反馈问题", "具体问题", "问题之", "问题", "之", ""];
    let head = head.trim_start_matches('【');
    let bare = words.iter().find_map(|w| head.strip_prefix(w)).unwrap_or(head);
    let bare = bare.trim_start_matches(['（', '(']).trim_end_matches(['）', ')']);
    counted || !bare.is_empty() && bare.chars().all(digit)
}

/// Whether a line is a label and what belongs to it, without a sentence.
fn is_said_of_a_label(head: &str, rest: &str) -> bool {
    let stops = |words: &str| words.contains(['，', ',', '。', '；', ';', '！', '？']);
    let label = head.split_once(['：', ':']).map(|(label, _)| label);
    label.is_some_and(|label| {
        label.chars().count() <= 8
            && LABELS.iter().any(|w| label.ends_with(w))
            && !stops(head)
            && !stops(rest)
    })
}

/// What 第一 counts at the head of a line.
const PARTS: [&str; 10] = ["部分", "章", "节", "编", "篇", "条", "款", "方面", "卷", "件"];

/// Labels of how to reach somebody, which any space sets off.
const REACHED: [&str; 14] = [
    "电话", "信箱", "邮箱", "地址", "来信", "来电", "来访", "来函", "信件", "信函", "邮件", "邮编", "传真",
    "网址",
];

/// What the labels end with that a line of an address or of a list begins with.
const LABELS: [&str; 29] = [
    "信件",
    "信函",
    "电话",
    "信箱",
    "邮箱",
    "地址",
    "地点",
    "来信",
    "来电",
    "来访",
    "来函",
    "邮件",
    "邮寄",
    "联系人",
    "邮编",
    "邮政编码",
    "时间",
    "传真",
    "网址",
    "公众号",
    "渠道",
    "方式",
    "单位",
    "部门",
    "附件",
    "备注",
    "主送",
    "抄送",
    "组长",
];

/// What the titles of official documents end with. They have no halves that a space could set apart, as books and films have.
const DOCUMENTS: [&str; 18] = [
    "办法", "规定", "细则", "规程", "规则", "制度", "条例", "准则", "通知", "通报", "意见", "方案", "决定",
    "公告", "章程", "守则", "规范", "预案",
];

fn is_document(title: &str) -> bool {
    let name = ["（试行）", "(试行)", "（暂行）", "(暂行)"].iter().find_map(|end| title.strip_suffix(end));
    let name = name.unwrap_or(title).trim_end_matches(is_space);
    DOCUMENTS.iter().any(|w| name.ends_with(w))
        || (name.contains("中华") || name.contains("共和国")) && name.ends_with(['法', '典'])
}

/// Whether spaces cannot set apart the halves of a slogan: those are about as long as each other, and none is a lone character.
fn has_no_halves(words: &str) -> bool {
    let parts = words.split(is_space).map(|part| part.chars().count()).filter(|n| *n > 0);
    let (least, most) = parts.fold((usize::MAX, 0), |(least, most), n| (least.min(n), most.max(n)));
    least == 1 && most > 1 || least == 2 && most > 3
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_may_set_items_apart_is_not_sure() {
        let sure = |text: &str| {
            let all = spaces(text);
            all.iter().map(|r| is_sure(text, r, !text[r.clone()].starts_with(is_space))).collect::<Vec<_>>()
        };
        assert_eq!(sure("县水利局落实 整改，县财政局核对 账目"), [true, true]);
        assert_eq!(sure("落实\u{200B}整改"), [true]);
        assert_eq!(sure("组长 县水利局 县财政局"), [false, false]);
        assert_eq!(sure("落实\u{3000}整改"), [false]);
        assert_eq!(sure("WPS\u{A0}Office"), [false]);
    }

    #[test]
    fn a_space_between_two_chinese_characters() {
        let found = |text: &str| spaces(text).len();
        assert_eq!(found("落实 整改，“三重 一大”"), 1);
        assert_eq!(found("落实整改 ，"), 1);
        assert_eq!(found("落实\u{3000}整改"), 1);
        assert_eq!(found("落实\u{200B}整改"), 1);
        assert_eq!(found("《县水利局值守管 理办法》《县水利局用水规定 （试行）》"), 2);
        assert_eq!(found("《中华人民 共和国水法》《中华人民共和国民 法典》"), 2);
        assert_eq!(found("开设“你　点我查”专栏，用好“值守 三查三对”法"), 2);
        for text in [
            "\u{3000}\u{3000}落实",
            "于 2025 年",
            "使用 WPS 软件",
            "《闽之福地 清韵山水》",
            "“清廉水利 你我同行”“学史明理 学史增信”“守堤 查险”“我们的好家园 清水进万家”“德 能 勤 绩 廉”",
            "甲。\n乙",
            "|甲 乙|",
        ] {
            assert_eq!(found(text), 0, "{text}");
        }
    }
}
