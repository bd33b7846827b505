//! Meetings with their number and day: `8月21日召开第9次部务会议`.

use std::ops::Range;

use chrono::NaiveDate;

use crate::zh::mention::Mention;
use crate::zh::numeral::Style;
use crate::zh::sentence::{is_pause, sentences};

/// One meeting that a text names by its number.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Meeting {
    /// What sort of meeting: `部务会`.
    pub sort: String,
    /// Which one.
    pub number: u32,
    /// Where the number stands: `第9次`.
    pub range: Range<usize>,
    /// On which day, where the text says so and the day is one.
    pub day: Option<NaiveDate>,
}

/// Which day a mention of a text means; the text itself may leave out the year.
type DayOf<'a> = &'a dyn Fn(&Mention) -> Option<NaiveDate>;

/// Every meeting of a text that has a number.
pub fn find(text: &str, dates: &[Mention], day_of: DayOf<'_>) -> Vec<Meeting> {
    if !text.contains('第') {
        return Vec::new();
    }
    sentences(text).flat_map(|s| of_sentence(text, &s, dates, day_of)).collect()
}

fn of_sentence(text: &str, s: &Range<usize>, dates: &[Mention], day_of: DayOf<'_>) -> Vec<Meeting> {
    let mut out: Vec<Meeting> = Vec::new();
    let mut row: Vec<(u32, Range<usize>)> = Vec::new();
    for (at, word) in text[s.clone()].match_indices('第') {
        let start = s.start + at;
        let Some((number, end)) = ordinal(text, start + word.len()) else { continue };
        row.push((number, start..end));
        let rest = &text[end..s.end];
        // 第8次、第9次部务会议: the sort stands behind the last.
        if ["、第", "和第", "及第", "与第"].iter().any(|j| rest.starts_with(j)) {
            continue;
        }
        let row = std::mem::take(&mut row);
        if let Some(sort) = sort(rest).or_else(|| sort_before(&text[s.start..row[0].1.start], rest)) {
            let before = days(text, s.start..row[0].1.start, dates, day_of, row.len());
            let own = in_brackets(rest, end, dates, day_of).filter(|_| row.len() == 1);
            let days = match own {
                Some(day) => vec![Some(day)],
                None if before.len() == row.len() => before,
                None if row.len() == 1 => vec![behind(rest, end, dates, day_of)],
                None => vec![None; row.len()],
            };
            let meetings = row.into_iter().zip(days);
            out.extend(meetings.map(|((number, range), day)| Meeting {
                sort: sort.clone(),
                number,
                range,
                day,
            }));
        }
    }
    out
}

/// The number of `9次` or `九次`, and where 次 ends.
fn ordinal(text: &str, from: usize) -> Option<(u32, usize)> {
    let rest = &text[from..];
    let (number, len) = Style::Arabic.read(rest).or_else(|| Style::Chinese.read(rest))?;
    let after = rest[len..].strip_prefix('次')?;
    (number > 0).then_some((number, text.len() - after.len()))
}

/// The sort of meeting: the words as far as 会, without what is said of it. One that more people attend counts with the others.
fn sort(rest: &str) -> Option<String> {
    let end = rest.find('会').filter(|at| *at <= 48)?;
    let words = rest[..end].replacen("（扩大）", "", 1).replacen("(扩大)", "", 1);
    let plain = !words.contains(|c: char| {
        c.is_ascii_digit() || c.is_ascii_punctuation() || "，。、；：“”《》（）到至".contains(c)
    });
    (plain && !words.is_empty()).then(|| format!("{words}会"))
}

/// The sort where it stands before the number: `党委第9次会议`, `局党组召开2025年第9次会议`.
fn sort_before(before: &str, rest: &str) -> Option<String> {
    const BODIES: [&str; 13] = [
        "党组",
        "党委",
        "党工委",
        "党总支",
        "支部",
        "支委会",
        "校委会",
        "管委会",
        "部务会",
        "局务会",
        "班子",
        "理事会",
        "董事会",
    ];
    let dated = before.strip_suffix('年').map(|b| b.trim_end_matches(|c: char| c.is_ascii_digit()));
    let held = dated.unwrap_or(before);
    let held = ["召开", "召集", "举行"].iter().find_map(|w| held.strip_suffix(w)).unwrap_or(held);
    let before = held.trim_end_matches(['又', '再', '次']);
    let body = BODIES.into_iter().find(|body| before.ends_with(body)).filter(|_| rest.starts_with("会议"))?;
    Some(format!("{}会", body.trim_end_matches('会')))
}

/// The day straight behind the meeting: `第9次党组会议于8月21日召开`.
fn behind(rest: &str, from: usize, dates: &[Mention], day_of: DayOf<'_>) -> Option<NaiveDate> {
    let end = rest.find("会议").filter(|at| *at <= 48)? + "会议".len();
    let tail = rest[end..].trim_start_matches('已');
    let day = tail.strip_prefix(['于', '在'])?;
    let start = from + rest.len() - day.len();
    dates.iter().find(|m| m.range.start == start && m.day.is_some()).and_then(day_of)
}

/// The day in brackets behind the meeting: `第9次党组会议（8月21日）`.
fn in_brackets(rest: &str, from: usize, dates: &[Mention], day_of: DayOf<'_>) -> Option<NaiveDate> {
    let open = rest.find(['（', '(']).filter(|at| rest[..*at].ends_with(['会', '议']) && *at <= 48)?;
    let start = from + open + rest[open..].chars().next().map_or(1, char::len_utf8);
    dates.iter().find(|m| m.range.start == start && m.day.is_some()).and_then(day_of)
}

/// The last days before the meeting, as many as there are meetings.
fn days(
    text: &str,
    before: Range<usize>,
    dates: &[Mention],
    day_of: DayOf<'_>,
    count: usize,
) -> Vec<Option<NaiveDate>> {
    let near = |m: &&Mention| before.start <= m.range.start && m.range.end <= before.end && m.day.is_some();
    let mut own: Vec<&Mention> = dates.iter().filter(near).collect();
    let keep = own.len().saturating_sub(count);
    own.drain(..keep);
    let close = own.last().is_some_and(|m| {
        let between = &text[m.range.end..before.end];
        // 8月21日，局党组召开第9次会议: the day stands at the head of the sentence.
        let between = between.strip_prefix(['，', ',']).unwrap_or(between);
        between.chars().count() <= 24 && !between.contains(is_pause)
    });
    if !close {
        return Vec::new();
    }
    own.into_iter().map(day_of).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::zh::mention::mentions;

    fn found(text: &str) -> Vec<(String, u32, Option<String>)> {
        let of_2025 = |m: &Mention| m.days_in(m.year.unwrap_or(2025)).map(|(first, _)| first);
        let all = find(text, &mentions(text), &of_2025);
        all.into_iter().map(|m| (m.sort, m.number, m.day.map(|d| d.to_string()))).collect()
    }

    #[test]
    fn numbers_and_days_in_a_row_go_together() {
        let of = |n, day: &str| ("部务会".to_owned(), n, Some(day.to_owned()));
        assert_eq!(
            found("于2025年7月28日、8月26日召开第8次、第9次部务会议,学习讲话"),
            [of(8, "2025-07-28"), of(9, "2025-08-26")]
        );
        assert_eq!(found("7月28日第16次部务会议审定"), [of(16, "2025-07-28")]);
        assert_eq!(found("第16次部务会议（7月28日）审定"), [of(16, "2025-07-28")]);
        assert_eq!(
            found("第16次部务会议（7月28日）和第18次部务会议（9月3日）都研究过"),
            [of(16, "2025-07-28"), of(18, "2025-09-03")]
        );
        assert_eq!(found("第二十次部务会议研究"), [("部务会".to_owned(), 20, None)]);
        assert_eq!(found("10月9日退回,在第21次部务会议上检讨"), [("部务会".to_owned(), 21, None)]);
        assert_eq!(found("从第17次到第25次共9次部务会议"), []);
        assert_eq!(found("第3次走访,开会"), []);
    }

    #[test]
    fn the_day_may_head_the_sentence_or_follow_and_the_sort_may_go_before() {
        let of = |sort: &str, n, day: &str| (sort.to_owned(), n, Some(day.to_owned()));
        assert_eq!(found("8月26日，镇党委召开第9次党委（扩大）会议"), [of("党委会", 9, "2025-08-26")]);
        assert_eq!(found("第三十一次党委会议于8月26日听取汇报"), [of("党委会", 31, "2025-08-26")]);
        assert_eq!(found("8月26日召开校党委第9次会议"), [of("党委会", 9, "2025-08-26")]);
        assert_eq!(found("8月26日收到材料，第9次党委会议审议"), [("党委会".to_owned(), 9, None)]);
        assert_eq!(found("8月26日，局党组召开2025年第9次会议"), [of("党组会", 9, "2025-08-26")]);
        assert_eq!(found("8月26日，街道党工委召开第9次会议"), [of("党工委会", 9, "2025-08-26")]);
        assert_eq!(found("8月26日第9次会议"), []);
    }
}
