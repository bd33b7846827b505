//! Numbers of documents that are not written as such numbers are: 星水发〔2025〕9号.

use std::ops::Range;

use chrono::Datelike;

use super::Rule;
use super::signature::days_behind;
use crate::check::{Finding, Kind, Record};
use crate::diag::Severity;
use crate::lang::Msg;

/// `星水发[2025]9号`, `〔2025〕第9号`, `〔2025〕09号`, `〔2062〕9号`.
pub const RULE: Rule = Rule { code: "document-number", severity: Severity::Warning, find };

/// A number of a document, from its first bracket to 号.
struct Number<'t> {
    range: Range<usize>,
    year: i32,
    order: &'t str,
    /// Whether the year stands in 〔〕.
    bracketed: bool,
    /// Whether 第 stands before the number.
    ordinal: bool,
}

impl Number<'_> {
    fn is_plain(&self) -> bool {
        self.bracketed && !self.ordinal && !self.order.starts_with('0')
    }
}

fn find(record: &Record<'_>) -> Vec<Finding> {
    // Documents of an entry are named as they are filed.
    let spoken = |k: Kind<'_>| (k.is_printed() || k.is_action()) && !matches!(k, Kind::Evidence(..));
    let printed = record.of_kind(spoken);
    let all: Vec<_> = printed.map(|(at, p)| (at, p, numbers(&p.text))).collect();
    // Where the notice writes none in the usual way, it may quote them as they are.
    let usual = all.iter().flat_map(|(.., numbers)| numbers).any(Number::is_plain);
    // A signature that is wrong says nothing of the year of another document.
    let held = days_behind(record).is_none();
    let mut out = Vec::new();
    for (at, p, numbers) in &all {
        for number in numbers {
            let is = &p.text[number.range.clone()];
            if held && !(1949..=p.written.year()).contains(&number.year) {
                let said =
                    Msg::new("found-document-year").with("text", is).with("year", number.year.to_string());
                let found = Finding::at(*at, number.range.clone(), said);
                out.push(found.hint(Msg::new("found-document-year-hint")));
            }
            if !number.is_plain() {
                let right = format!("〔{}〕{}号", number.year, number.order.trim_start_matches('0'));
                let said = Msg::new("found-document-number").with("is", is).with("right", right.as_str());
                let found = Finding::at(*at, number.range.clone(), said).mend(&p.text, right, false);
                out.push(found.undecided(!usual));
            }
        }
    }
    out
}

/// What the letters of an office end with before the year.
const LETTERS: &str = "发函办字文通政委党组纪规监审财人令厅局巡督宣统";

/// Every number of a text. A case of a court has letters behind its year, （2025）星01民初9号, and is none.
fn numbers(text: &str) -> Vec<Number<'_>> {
    let opens = ['〔', '[', '【', '（', '(', '［'];
    if !text.contains('号') {
        return Vec::new();
    }
    text.match_indices(opens).filter_map(|(at, open)| one(text, at, open)).collect()
}

fn one<'t>(text: &'t str, at: usize, open: &str) -> Option<Number<'t>> {
    let rest = &text[at + open.len()..];
    let year = rest.get(..4).filter(|y| y.bytes().all(|b| b.is_ascii_digit()))?;
    let close = rest[4..].chars().next().filter(|c| "〕]】）)］".contains(*c))?;
    let behind = &rest[4 + close.len_utf8()..];
    let (ordinal, behind) = behind.strip_prefix('第').map_or((false, behind), |b| (true, b));
    let len = behind.find(|c: char| !c.is_ascii_digit()).filter(|len| (1..=5).contains(len))?;
    let end = behind[len..].strip_prefix('号')?;
    let bracketed = open == "〔" && close == '〕';
    text[..at].chars().next_back().filter(|c| bracketed || LETTERS.contains(*c))?;
    // 〔2025〕3号楼 and 2号令 are other things.
    let other = end.starts_with(['楼', '院', '线', '馆', '机', '房', '门', '令']);
    (!other).then(|| Number {
        range: at..text.len() - end.len(),
        year: year.parse().unwrap_or_default(),
        order: &behind[..len],
        bracketed,
        ordinal,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_of_a_document_has_letters_a_year_and_a_number() {
        let read = |text| numbers(text).iter().map(|n| (n.year, n.is_plain())).collect::<Vec<_>>();
        assert_eq!(read("《办法》（星水发〔2025〕9号）"), [(2025, true)]);
        assert_eq!(read("星水发[2025]9号、星水函（2025）12号、星办发〔2025〕第7号"), [(2025, false); 3]);
        for text in [
            "（2025）星01民初9号",
            "会议（2025）召开",
            "合同(2025)12号",
            "〔依规定不予公开：个人信息，2025-12-24〕",
        ] {
            assert_eq!(read(text), [], "{text}");
        }
    }
}
