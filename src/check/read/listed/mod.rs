//! How many are said, and how many are listed: `6月3日、6月24日开展活动3场`, `《甲》《乙》等制度3项`.

mod named;

use std::ops::Range;

use crate::zh::numeral::Style;
use crate::zh::sentence::is_pause;

/// A number beside a list of another length.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Unlike {
    /// The number.
    pub number: Range<usize>,
    /// The list.
    pub list: Range<usize>,
    /// How many it says.
    pub said: u32,
    /// How many are listed.
    pub listed: u32,
}

/// Every such number of a text.
pub fn find(text: &str) -> Vec<Unlike> {
    let mut out = Vec::new();
    if text.contains('日') {
        out.extend(chains(text, days(text)).iter().filter_map(|c| events(text, c)));
        out.extend(chains(text, days(text)).iter().filter_map(|c| ordinals(text, c)));
    }
    for (opens, closes) in [('《', '》'), ('“', '”')] {
        if text.contains(opens) {
            out.extend(chains(text, quoted(text, opens, closes)).iter().filter_map(|c| works(text, c)));
        }
    }
    if ["一是", "（1）", "(1)", "①"].iter().any(|first| text.contains(first)) {
        out.extend(enumerated(text));
    }
    if text.contains('、') {
        out.extend(named::find(text));
    }
    out.sort_by_key(|u| u.number.start);
    out.dedup_by(|a, b| a.number == b.number);
    out
}

/// Items one after another, and how many.
struct Chain {
    range: Range<usize>,
    count: u32,
    /// 等 behind them: there are more than are listed.
    more: bool,
}

const JOINTS: [&str; 7] = ["、", "和", "及", "与", "以及", "；", ""];

/// Lists of at least two items with nothing but a joint between them.
fn chains(text: &str, items: Vec<Range<usize>>) -> Vec<Chain> {
    let mut out: Vec<Chain> = Vec::new();
    for item in items {
        match out.last_mut() {
            // Items may lie one within another, as titles within a title do.
            Some(last) if text.get(last.range.end..item.start).is_some_and(|t| JOINTS.contains(&t)) => {
                last.range.end = item.end;
                last.count += 1;
            }
            _ => out.push(Chain { range: item, count: 1, more: false }),
        }
    }
    out.retain(|c| c.count > 1);
    for chain in &mut out {
        chain.more = text[chain.range.end..].starts_with('等');
    }
    out
}

/// Days, whole or without year or month. The two ends of a period are none.
fn days(text: &str) -> Vec<Range<usize>> {
    let bytes = text.as_bytes();
    let ends = text.match_indices('日').map(|(at, _)| at);
    let day = |at: usize| {
        let mut start = at;
        for unit in ["", "月", "年"] {
            let Some(rest) = text[..start].strip_suffix(unit) else { break };
            let digits = rest.bytes().rev().take_while(u8::is_ascii_digit).count();
            if digits == 0 {
                break;
            }
            start = rest.len() - digits;
        }
        let rest = &text[at + '日'.len_utf8()..];
        let before = &text[..start];
        let period = ["至", "-", "—", "－", "～", "~", "到"];
        let alone = !period.iter().any(|p| rest.starts_with(p) || before.ends_with(p));
        (start < at && alone && bytes[start].is_ascii_digit()).then_some(start..at + '日'.len_utf8())
    };
    ends.filter_map(day).collect()
}

fn quoted(text: &str, opens: char, closes: char) -> Vec<Range<usize>> {
    let starts = text.match_indices(opens).map(|(at, _)| at);
    starts
        .filter_map(|at| {
            let inner = at + opens.len_utf8();
            let len =
                text[inner..].find([opens, closes]).filter(|n| text[inner + n..].starts_with(closes))?;
            Some(at..inner + len + closes.len_utf8())
        })
        .collect()
}

/// What follows a list, as far as its clause goes.
fn tail(text: &str, from: usize) -> &str {
    let rest = &text[from..];
    &rest[..rest.find(is_pause).unwrap_or(rest.len())]
}

/// `活动3场`, `会议两次`: one number of events behind a list of days.
fn events(text: &str, days: &Chain) -> Option<Unlike> {
    let counts = numbers(tail(text, days.range.end), &["场次", "场", "次", "期", "轮", "批次"]);
    let [(said, range)] = counts.as_slice() else { return None };
    let right = *said == days.count || (days.more && *said > days.count);
    (!right).then(|| unlike(*said, range, days))
}

/// `7月28日、8月26日召开第8次、第9次部务会议`: an ordinal for each day.
fn ordinals(text: &str, days: &Chain) -> Option<Unlike> {
    let rest = tail(text, days.range.end);
    let first = rest.find('第')?;
    let items = rest.match_indices('第').filter_map(|(at, _)| {
        let (_, len) = numeral(&rest[at + '第'.len_utf8()..])?;
        let end = at + '第'.len_utf8() + len;
        let unit = rest[end..].chars().next().filter(|c| matches!(c, '次' | '期' | '场' | '、' | '和'))?;
        Some(at..end + if matches!(unit, '、' | '和') { 0 } else { unit.len_utf8() })
    });
    let list = chains(rest, items.collect()).into_iter().find(|c| c.range.start == first)?;
    let shift = |r: &Range<usize>| r.start + days.range.end..r.end + days.range.end;
    (list.count != days.count && !days.more).then(|| Unlike {
        number: shift(&list.range),
        list: days.range.clone(),
        said: list.count,
        listed: days.count,
    })
}

/// `《甲》《乙》等信息2篇`.
fn works(text: &str, titles: &Chain) -> Option<Unlike> {
    let rest = tail(text, titles.range.end);
    let counts = numbers(rest, &["篇", "项", "个", "部", "件", "种", "类", "场", "大", "条"]);
    let (said, range) = counts.first()?;
    let lead = &rest[..range.start];
    let close = lead.chars().count() <= 8 && !["并", "《", "各", "共享"].iter().any(|w| lead.contains(w));
    let right = *said == titles.count || (titles.more && *said > titles.count);
    (close && !right && *said <= 20 && counts.len() == 1).then(|| unlike(*said, range, titles))
}

/// The ways in which items of a list are numbered within a paragraph.
const FORMS: [fn(u32) -> String; 4] = [
    |n| format!("{}是", Style::Chinese.write(n)),
    |n| format!("（{n}）"),
    |n| format!("({n})"),
    |n| Style::Circled.write(n),
];

/// How many items a paragraph numbers within itself: `一是…二是…三是…` are three. One that numbers none is one itself.
pub fn items(text: &str) -> usize {
    let of = |form: &fn(u32) -> String| {
        let (mut at, mut count) = (0, 0);
        while let Some(found) = text[at..].find(&form(count + 1)) {
            at += found + form(count + 1).len();
            count += 1;
        }
        count as usize
    };
    FORMS.iter().map(of).max().unwrap_or_default().max(1)
}

/// `三项措施：一是…；二是…；三是…`: a number before a colon, and as many items behind it.
fn enumerated(text: &str) -> Vec<Unlike> {
    let mut out = Vec::new();
    for form in FORMS {
        for (at, first) in text.match_indices(&form(1)) {
            let Some(lead) = text[..at].strip_suffix(['：', ':']) else { continue };
            let (mut count, mut end) = (1, at + first.len());
            while let Some(next) = text[end..].find(&form(count + 1)) {
                end += next + form(count + 1).len();
                count += 1;
            }
            let start =
                lead.rfind(is_pause).map_or(0, |i| i + text[i..].chars().next().map_or(1, char::len_utf8));
            let units = ["个方面", "方面", "个", "项", "条", "点", "处", "种", "类", "步", "件", "招"];
            let said = numbers(&lead[start..], &units).pop();
            let unlike = said.filter(|(said, range)| {
                let noun = lead[start + range.end..].chars().count();
                *said != count && count > 1 && noun <= 10
            });
            out.extend(unlike.map(|(said, range)| Unlike {
                number: range.start + start..range.end + start,
                list: at..end,
                said,
                listed: count,
            }));
        }
    }
    out
}

fn unlike(said: u32, range: &Range<usize>, list: &Chain) -> Unlike {
    let number = range.start + list.range.end..range.end + list.range.end;
    Unlike { number, list: list.range.clone(), said, listed: list.count }
}

/// Numbers in figures or in Chinese with one of these units, with the unit; neither ordinals nor each.
fn numbers(text: &str, units: &[&str]) -> Vec<(u32, Range<usize>)> {
    let mut out = Vec::new();
    let mut at = 0;
    while let Some(c) = text[at..].chars().next() {
        let Some((value, len)) = is_numeral(c).then(|| numeral(&text[at..])).flatten() else {
            at += c.len_utf8();
            continue;
        };
        let (before, rest) = (&text[..at], &text[at + len..]);
        let unit = units.iter().find(|u| rest.starts_with(**u));
        let free = !before.ends_with([
            '第', '每', '各', '任', '约', '近', '-', '—', '至', '.', '百', '千', '万', '同', '某', '这',
        ]) && !before.ends_with(|c: char| c.is_ascii_alphanumeric());
        if let Some(unit) = unit.filter(|_| free && value > 1) {
            out.push((value, at..at + len + unit.len()));
        }
        at += len;
    }
    out
}

/// Whether a number may begin with it.
fn is_numeral(c: char) -> bool {
    c.is_ascii_digit() || matches!(c, '两' | '二' | '三' | '四' | '五' | '六' | '七' | '八' | '九' | '十')
}

/// Figures, or 两 to 九十九.
fn numeral(text: &str) -> Option<(u32, usize)> {
    if text.starts_with('两') {
        return Some((2, '两'.len_utf8()));
    }
    Style::Arabic.read(text).or_else(|| Style::Chinese.read(text).filter(|(n, _)| *n < 100))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(text: &str) -> Vec<(&str, u32, u32)> {
        find(text).into_iter().map(|u| (&text[u.number], u.said, u.listed)).collect()
    }

    #[test]
    fn as_many_as_are_listed() {
        for text in [
            "已于2025年6月3日、6月24日、8月30日组织开展“周末讲”系列活动3场",
            "分别于7月21日和9月25日召开专题会议两次",
            "9月22日至26日放映电影5场",
            "报送《甲》《乙》等信息2篇",
            "报送《甲》《乙》等信息12篇",
            "组织望岭、石渡、箕水3个乡镇开展排查",
            "组织望岭、石渡等5个乡镇开展排查",
            "望岭、石渡和箕水3个乡镇",
            "赴财务科、审计科及办公室三个科室走访",
            "机关、社有企业和基层社共7个党支部",
            "就水价、水质、用水纠纷到12个乡镇调研",
            "县直、乡镇6家单位",
            "印成海报、折页、手册3种宣传品",
            "印成海报、折页等3种宣传品",
            "走访望岭、石渡12个村民小组",
            "设立综合、督查、宣传三个工作组",
            "2025年7月28日、8月26日召开第8次、第9次部务会议",
            "6月6日、7月7日检查,此后每月检查1次",
            "学习贯彻、调查研究等3个方面",
            "做到三个不放过：一是原因，二是措施，三是责任",
            "采取两项措施：一是核对。二是登记。",
            "继续执行《甲（1号）、《乙》（2号）",
        ] {
            assert_eq!(found(text), [], "{text}");
        }
    }

    #[test]
    fn more_or_fewer_than_are_listed() {
        assert_eq!(found("于2025年6月3日、6月24日开展活动3场"), [("3场", 3, 2)]);
        assert_eq!(found("分别于7月21日和9月25日召开专题会议三次"), [("三次", 3, 2)]);
        assert_eq!(found("报送《甲》《乙》《丙》等信息2篇"), [("2篇", 2, 3)]);
        assert_eq!(found("制定《甲》《乙》3项制度"), [("3项", 3, 2)]);
        assert_eq!(found("组织望岭、石渡、箕水4个乡镇开展排查"), [("4个", 4, 3)]);
        assert_eq!(found("望岭、石渡和箕水4个乡镇"), [("4个", 4, 3)]);
        assert_eq!(found("设立登记、复核、公示4个小组"), [("4个", 4, 3)]);
        assert_eq!(found("赴财务科、审计科、法规科四个科室走访"), [("四个", 4, 3)]);
        assert_eq!(found("望岭、石渡、箕水共4个乡镇"), [("4个", 4, 3)]);
        assert_eq!(found("印成海报、折页、手册2类宣传品"), [("2类", 2, 3)]);
        assert_eq!(found("陆续到水利局、林业局、教育局五家单位取经"), [("五家", 5, 3)]);
        assert_eq!(found("举办“甲”“乙”3场活动"), [("3场", 3, 2)]);
        assert_eq!(found("落实四项措施：一是核对，二是登记，三是公布"), [("四项", 4, 3)]);
        assert_eq!(found("分两步办理：（1）收回；（2）登记；（3）注销"), [("两步", 2, 3)]);
        assert_eq!(found("7月28日、8月26日、9月1日召开第8次、第9次部务会议"), [("第8次、第9次", 2, 3)]);
    }
}
