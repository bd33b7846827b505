//! What single cells say: several measures, several names, a day, a status, dated entries.

use chrono::NaiveDate;

use crate::export::ledger::Cell;
use crate::model::status::Named;
use crate::model::{Evidence, Pattern, Status};
use crate::zh::date;

/// The measures of a cell: its numbered lines, where their numbers count up from one; else the cell as a whole.
pub fn measures(words: &str) -> Vec<String> {
    const MARKS: [&str; 8] = ["1.", "1、", "1．", "(1)", "（1）", "①", "一、", "（一）"];
    let patterns = MARKS.iter().filter_map(|mark| Pattern::parse(mark).ok());
    let split = patterns.filter_map(|p| numbered(words, &p)).next();
    split.unwrap_or_else(|| vec![words.trim_matches('\n').to_owned()])
}

fn numbered(words: &str, pattern: &Pattern) -> Option<Vec<String>> {
    let mut out: Vec<String> = Vec::new();
    for line in words.split('\n') {
        match pattern.read(line.trim_start()) {
            Some((n, rest)) if n as usize == out.len() + 1 => out.push(rest.trim_start().to_owned()),
            _ => {
                let last = out.last_mut()?;
                if !line.is_empty() {
                    last.push('\n');
                    last.push_str(line);
                }
            }
        }
    }
    (out.len() > 1 && out.iter().all(|m| !m.is_empty())).then_some(out)
}

/// The names in a cell, in order.
pub fn names(words: &str) -> Vec<String> {
    let all = words.split(['、', '，', ',', '；', ';', '\n']).map(str::trim).filter(|n| !n.is_empty());
    all.map(str::to_owned).collect()
}

/// The day that a cell is, as a day, `2025-12-26`, `2025.12.26`, `2025/12/26` or `2025年12月26日`, and nothing beside.
pub fn day(cell: &Cell) -> Option<NaiveDate> {
    let words = match cell {
        Cell::Day(day) => return Some(*day),
        Cell::Text(words) => words.trim(),
        Cell::Empty => return None,
    };
    leading_day(words).filter(|(_, rest)| rest.is_empty()).map(|(day, _)| day)
}

/// The day that words begin with, and what follows it.
pub fn leading_day(words: &str) -> Option<(NaiveDate, &str)> {
    let long = date::find_all(words).into_iter().next().filter(|f| f.range.start == 0);
    if let Some(found) = long.filter(|f| words[..f.range.end].contains('年')) {
        return Some((found.date, &words[found.range.end..]));
    }
    let end = words.find(|c: char| !c.is_ascii_digit() && !"-./".contains(c)).unwrap_or(words.len());
    let parts: Vec<&str> = words[..end].split(['-', '.', '/']).collect();
    let [year, month, day] = parts[..] else { return None };
    let number = |text: &str| text.parse::<u32>().ok();
    let day =
        NaiveDate::from_ymd_opt(year.parse().ok().filter(|y| *y > 1900)?, number(month)?, number(day)?)?;
    Some((day, &words[end..]))
}

/// A status by any of its names.
pub fn status(words: &str) -> Option<Named> {
    let words = words.trim();
    let other = match words {
        "已整改" | "整改完成" | "已办结" | "已完成整改" | "已销号" => Some(Status::Done),
        "完成并长期坚持" | "已完成并坚持" | "已完成，长期坚持" => {
            Some(Status::DoneOngoing)
        }
        "进行中" | "正在推进" | "持续推进" => Some(Status::InProgress),
        _ => None,
    };
    Status::read(words).or_else(|| other.map(|s| (s, None)))
}

/// What a column of yes and no says.
pub fn is_yes(words: &str) -> bool {
    matches!(words.trim(), "是" | "√" | "✓" | "长期坚持" | "需长期坚持" | "Y" | "y")
}

/// Titles of evidence, a line or a semicolon apart; the name of a file in brackets after one is its file.
pub fn evidence(words: &str) -> Vec<Evidence> {
    let titles = words.split(['\n', '；', ';']).map(str::trim).filter(|t| !t.is_empty());
    titles
        .map(|title| {
            let file = title.strip_suffix('〕').and_then(|t| t.rsplit_once('〔'));
            let file = file.filter(|(_, name)| name.is_ascii() && name.contains('.'));
            match file {
                Some((title, name)) => Evidence { title: title.to_owned(), file: Some(name.to_owned()) },
                None => Evidence::titled(title),
            }
        })
        .collect()
}

/// An entry as a cell of progress tells it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Told {
    /// Its day, where it says one.
    pub day: Option<NaiveDate>,
    /// A status in 【】.
    pub status: Option<Named>,
    /// The words.
    pub text: String,
}

/// The entries of a cell: its lines, where the first and others begin with a day and none goes back; else one.
pub fn entries(words: &str) -> Vec<Told> {
    let mut out: Vec<Told> = Vec::new();
    for line in words.trim_matches('\n').split('\n') {
        match (leading_day(line), out.last_mut()) {
            (Some((day, rest)), last) if last.as_ref().is_none_or(|l| l.day.is_some_and(|d| d <= day)) => {
                out.push(told(line, day, rest));
            }
            (_, Some(last)) => {
                last.text.push('\n');
                last.text.push_str(line);
            }
            (_, None) => out.push(Told { day: None, status: None, text: line.to_owned() }),
        }
    }
    out
}

/// The day of our own form goes from the words; in others it is part of the sentence.
fn told(line: &str, day: NaiveDate, rest: &str) -> Told {
    let marked = rest.strip_prefix('【').and_then(|r| r.split_once('】'));
    let named = marked.and_then(|(name, text)| Some((Status::read(name)?, text)));
    match named {
        Some((status, text)) => Told { day: Some(day), status: Some(status), text: text.to_owned() },
        None => Told { day: Some(day), status: None, text: line.to_owned() },
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbered_lines_that_count_up_are_measures_of_their_own() {
        assert_eq!(
            measures("1.修订制度。\n2.补齐台账。\n逐项核对。"),
            ["修订制度。", "补齐台账。\n逐项核对。"]
        );
        assert_eq!(measures("①修订；\n②补齐。"), ["修订；", "补齐。"]);
        assert_eq!(measures("一是修订。二是补齐。"), ["一是修订。二是补齐。"]);
        assert_eq!(measures("1.只有一项。"), ["1.只有一项。"]);
        assert_eq!(measures("2.从二开始。\n3.再一项。"), ["2.从二开始。\n3.再一项。"]);
    }

    #[test]
    fn days_in_every_usual_form_and_nothing_else() {
        let text = |t: &str| day(&Cell::Text(t.to_owned())).map(|d| d.to_string());
        for form in ["2025-12-26", "2025.12.26", "2025/12/26", "2025年12月26日"] {
            assert_eq!(text(form).as_deref(), Some("2025-12-26"), "{form}");
        }
        for other in ["长期坚持", "2025年12月", "2025-12-26前", "12.26", "2025-13-01"] {
            assert_eq!(text(other), None, "{other}");
        }
    }

    #[test]
    fn progress_with_days_is_several_entries() {
        let found = entries("2025年8月1日召开会议。\n2025年9月2日办结。\n补充说明。");
        assert_eq!(found.len(), 2);
        assert_eq!(found[1].text, "2025年9月2日办结。\n补充说明。");
        let own = entries("2025-08-21【已完成】修完6扇。");
        assert_eq!((own[0].status, own[0].text.as_str()), (Some((Status::Done, None)), "修完6扇。"));
        assert_eq!(entries("已办结。\n2025年9月2日起执行。").len(), 1);
    }
}
