//! Days and months joined by a hyphen (GB/T 15834-2011, 4.13: a range takes 至, — or ～).

use std::ops::Range;

use super::Rule;
use crate::check::{Finding, Kind, Record};
use crate::diag::Severity;
use crate::lang::Msg;

/// `7月-10月`, `9月22日-26日`.
pub const RULE: Rule = Rule { code: "range-mark", severity: Severity::Warning, find };

fn find(record: &Record<'_>) -> Vec<Finding> {
    let mut out = Vec::new();
    for (at, p) in record.of_kind(|k| !matches!(k, Kind::Contact(_) | Kind::Label(_))) {
        for (range, right) in hyphens(&p.text) {
            let message = Msg::new("found-range-mark").with("is", &p.text[range.clone()]);
            out.push(Finding::at(at, range, message).mend(&p.text, right, true));
        }
    }
    out
}

/// A hyphen between a day, month or year with its unit and another, from the one number to the other.
fn hyphens(text: &str) -> Vec<(Range<usize>, String)> {
    const UNITS: [char; 3] = ['年', '月', '日'];
    let one = |(at, mark): (usize, &str)| {
        let before = text[..at].strip_suffix(UNITS)?;
        let figures = |t: &str| t.bytes().rev().take_while(u8::is_ascii_digit).count();
        let start = before.len() - figures(before);
        let rest = text[at + mark.len()..].trim_start_matches('-');
        let digits = rest.bytes().take_while(u8::is_ascii_digit).count();
        let unit = rest[digits..].chars().next().filter(|c| UNITS.contains(c))?;
        let end = text.len() - rest.len() + digits + unit.len_utf8();
        let right = format!("{}至{}", &text[start..at], &text[text.len() - rest.len()..end]);
        (start < before.len() && digits > 0).then_some((start..end, right))
    };
    text.match_indices('-').chain(text.match_indices('－')).filter_map(one).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_hyphen_between_days() {
        let found = |text: &str| hyphens(text).into_iter().map(|(_, right)| right).collect::<Vec<_>>();
        assert_eq!(
            found("2025年7月-10月，9月22日-26日，2021年--2024年"),
            ["7月至10月", "22日至26日", "2021年至2024年"]
        );
        for text in ["2025-07-17", "7月至10月", "0000-0000000", "1-2月", "7月—10月"] {
            assert_eq!(found(text), [""; 0], "{text}");
        }
    }
}
