//! Numbers as people write them into a text, at the start of a line or within it.

use std::ops::Range;

use crate::zh::numeral::Style;

/// A number in a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mark {
    /// How it is written.
    pub form: Form,
    /// Its value.
    pub number: u32,
    /// Its bytes.
    pub range: Range<usize>,
}

/// What stands around a numeral, and how that is written. Half- and full-width brackets are one form.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Form {
    before: &'static str,
    style: Style,
    after: &'static str,
}

impl Form {
    /// `一、`, which counts the parts of a notice.
    pub fn is_part(self) -> bool {
        self.style == Style::Chinese && self.before.is_empty() && self.after == "、"
    }

    /// `（1）` and `①`, which begin an item that may stand on a line of its own.
    pub fn is_item(self) -> bool {
        self.before == "（" || self.style == Style::Circled
    }

    /// The printed form of a number.
    pub fn print(self, n: u32) -> String {
        format!("{}{}{}", self.before, self.style.write(n), self.after)
    }
}

const fn form(before: &'static str, style: Style, after: &'static str) -> Form {
    Form { before, style, after }
}

/// At the start of a line, the longer before the shorter.
const LEADING: [Form; 10] = [
    form("问题", Style::Arabic, "："),
    form("问题", Style::Chinese, "："),
    form("（", Style::Chinese, "）"),
    form("（", Style::Arabic, "）"),
    form("", Style::Chinese, "、"),
    form("", Style::Chinese, "是"),
    form("", Style::Arabic, "."),
    form("", Style::Arabic, "．"),
    form("", Style::Arabic, "、"),
    form("", Style::Circled, ""),
];

/// Within a line, behind a mark.
const INNER: [Form; 7] = [
    form("", Style::Chinese, "是"),
    form("", Style::Chinese, "要"),
    form("第", Style::Chinese, "，"),
    form("第", Style::Chinese, "、"),
    form("（", Style::Arabic, "）"),
    form("（", Style::Chinese, "）"),
    form("", Style::Circled, ""),
];

/// The number that a line begins with. A figure straight behind its point makes a decimal of it, unless the line is known to be `apart`.
pub fn leading(line: &str, apart: bool) -> Option<Mark> {
    let start = line.len() - line.trim_start().len();
    let mark = LEADING.iter().find_map(|form| read(*form, line, start))?;
    // `1.5万元` and `2025.7.1` are no numbers of a list.
    let pointed = matches!(mark.form.after, "." | "．");
    let decimal = pointed && line[mark.range.end..].starts_with(|c: char| c.is_ascii_digit());
    (mark.number <= 99 && (apart || !decimal)).then_some(mark)
}

/// The numbers that stand at the start of a clause.
pub fn inner(line: &str) -> Vec<Mark> {
    let mut out = Vec::new();
    let mut starts = true;
    for (at, c) in line.char_indices() {
        if starts
            && can_begin(c)
            && let Some(mark) = INNER.iter().find_map(|form| read(*form, line, at))
            && !is_area_code(line, &mark)
            && !refers(line, &mark)
            && !is_in_row(line, &mark)
        {
            out.push(mark);
        }
        // 一是……坐得满了。”②全乡…: the mark that closes a quotation goes with the stop in it.
        let closes = starts && matches!(c, '”' | '’' | '）' | ')' | '》');
        starts = closes
            || matches!(c, '。' | '；' | ';' | '：' | ':' | '，' | ',' | '、' | '】' | ' ' | '\u{3000}');
    }
    out
}

/// （0788）5550894: the figures before a telephone number.
fn is_area_code(line: &str, mark: &Mark) -> bool {
    mark.form.before == "（" && line[mark.range.clone()].trim_start_matches(['（', '(']).starts_with('0')
}

/// Whether a number in brackets is one of a row that points to other places, and begins nothing: 第（8）、（16）、（23）条, 见（4）、（9）.
fn refers(line: &str, mark: &Mark) -> bool {
    const JOINTS: [char; 7] = ['、', '，', '和', '及', '与', '至', '或'];
    let closed = |text: &str| text.ends_with(['）', ')']);
    let before = line[..mark.range.start].trim_end_matches(JOINTS);
    let number = |text: &str| {
        let inner = text[..text.len() - text.chars().next_back().map_or(0, char::len_utf8)]
            .rsplit(['（', '('])
            .next();
        inner.is_some_and(|n| mark.form.style.read(n).is_some_and(|(_, len)| len == n.len()))
    };
    let after = &line[mark.range.end..];
    // （三）中未销号的: what stands there.
    if mark.form.before == "（" && after.starts_with(['中', '项', '条', '款', '所', '里']) {
        return true;
    }
    let goes_on = after.strip_prefix(JOINTS).and_then(|rest| around(rest, "（"));
    closed(before) && number(before)
        || goes_on.is_some_and(|n| {
            mark.form.style.read(n).is_some_and(|(_, len)| n[len..].starts_with(['）', ')']))
        })
}

/// Whether 第二、 stands directly before or behind another ordinal, 第一、第二、第三党支部 or 第二、三党支部: a row of things that have
/// numbers, which begins nothing.
fn is_in_row(line: &str, mark: &Mark) -> bool {
    if mark.form.before != "第" || mark.form.after != "、" {
        return false;
    }
    let numeral = |c: char| Style::Chinese.has(c);
    let before = line[..mark.range.start].strip_suffix('、').map(|rest| rest.trim_end_matches(numeral));
    let after = &line[mark.range.end..];
    // 第二、三个股室 may begin an item, which tells of three.
    let next = mark.form.style.read(after).filter(|(n, len)| {
        *n == mark.number + 1 && !after[*len..].starts_with(['个', '名', '是', '人', '年', '月'])
    });
    before.is_some_and(|rest| rest.ends_with('第'))
        || after.strip_prefix('第').is_some_and(|rest| rest.starts_with(numeral))
        || next.is_some()
}

/// Whether a number of [`INNER`] may begin with a character, which is told faster than by reading it.
fn can_begin(c: char) -> bool {
    matches!(c, '第' | '（' | '(') || Style::Chinese.has(c) || Style::Circled.has(c)
}

fn read(form: Form, line: &str, at: usize) -> Option<Mark> {
    let rest = around(&line[at..], form.before)?;
    let (number, len) = form.style.read(rest)?;
    let rest = around(&rest[len..], form.after)?;
    (number > 0).then(|| Mark { form, number, range: at..line.len() - rest.len() })
}

/// What follows some words, with half-width marks taken for their full-width forms.
fn around<'t>(text: &'t str, words: &str) -> Option<&'t str> {
    let narrow = match words {
        "（" => "(",
        "）" => ")",
        "，" => ",",
        "：" => ":",
        _ => words,
    };
    text.strip_prefix(words).or_else(|| text.strip_prefix(narrow))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_begins_with_a_number_or_it_does_not() {
        let read = |line| leading(line, false).map(|m| (m.form.print(m.number), m.number));
        assert_eq!(read("(一)提高站位。"), Some(("（一）".to_owned(), 1)));
        assert_eq!(read("12.关于学习"), Some(("12.".to_owned(), 12)));
        assert_eq!(read("②核对"), Some(("②".to_owned(), 2)));
        assert_eq!(read("问题4:台账不全"), Some(("问题4：".to_owned(), 4)));
        assert_eq!(read("一是2025年秋季开办"), Some(("一是".to_owned(), 1)));
        assert_eq!(read("（2）3名干部"), Some(("（2）".to_owned(), 2)));
        assert_eq!(leading("2.38家", true).map(|m| m.number), Some(2));
        for line in ["2025年7月", "问题3个：", "1.5万元", "3名干部", "一直以来", "2025.7.1"] {
            assert_eq!(read(line), None, "{line}");
        }
    }

    #[test]
    fn numbers_within_a_line_stand_behind_a_mark() {
        let read = |line: &str| inner(line).iter().map(|m| m.number).collect::<Vec<_>>();
        assert_eq!(read("一是学习；二是整改。三是总结，另一是核对"), [1, 2, 3]);
        assert_eq!(read("完成（1）台账，（2）制度"), [2], "the first stands behind no mark");
        for line in [
            "即下文第（8）、（16）、（23）条",
            "任务见（4）、（9）",
            "分别对（二）、（五）项负责，措施：（3）和（7）由办公室承办",
        ] {
            assert_eq!(read(line), [0_u32; 0], "{line}");
        }
        assert_eq!(read("要求：（1）登记；（2）公示"), [1, 2]);
    }
}
