//! Short names that come before they are introduced, and abbreviations that are never introduced.

use std::collections::BTreeSet;
use std::ops::Range;

use super::Rule;
use crate::check::{Finding, Kind, Passage, Record, Spot};
use crate::diag::Severity;
use crate::lang::Msg;

/// `某局` above `（以下简称“某局”）`. Of Latin letters that nothing introduces only a person can say whether everybody knows them.
pub const RULE: Rule = Rule { code: "abbreviation", severity: Severity::Warning, find };

/// Latin abbreviations that every reader knows.
const KNOWN: [&str; 28] = [
    "APP", "AI", "WPS", "PPT", "LED", "GDP", "ICP", "IP", "IT", "QQ", "VR", "CPU", "USB", "OA", "CCTV",
    "DNA", "PDF", "ETC", "GPS", "KTV", "VIP", "PM", "AM", "VOC", "GB", "DB", "ISO", "IEC",
];

fn find(record: &Record<'_>) -> Vec<Finding> {
    let printed: Vec<(usize, &Passage<'_>)> = record
        .of_kind(|k| k.is_printed() && !matches!(k, Kind::Title | Kind::Issuer | Kind::Label(_)))
        .collect();
    let mut out = Vec::new();
    for (n, (at, p)) in printed.iter().enumerate() {
        for range in introduced(&p.text) {
            let name = &p.text[range.clone()];
            let earlier =
                printed[..n].iter().find_map(|(at, p)| Some(Spot::Text(*at, alone(&p.text, name)?)));
            if let Some(spot) = earlier {
                let message = Msg::new("found-short-before").with("name", name);
                out.push(
                    Finding::new(spot, message)
                        .hint(Msg::new("found-short-before-hint").with("name", name))
                        .related(Spot::Text(*at, range), Msg::new("found-short-here")),
                );
            }
        }
    }
    out.extend(latin(&printed));
    out
}

/// The names that `简称“…”` introduces.
fn introduced(text: &str) -> Vec<Range<usize>> {
    let one = |(at, word): (usize, &str)| {
        let rest = text[at + word.len()..].trim_start_matches(['为', '：', ':', '“', '"', ' ']);
        let start = text.len() - rest.len();
        let len = rest.find(['”', '"', '）', ')', '，', ',', '。'])?;
        let count = rest[..len].chars().count();
        (2..=12).contains(&count).then_some(start..start + len)
    };
    text.match_indices("简称").filter_map(one).collect()
}

/// The name where it is not the end of a longer one: `县水利局` within 星河县水利局 is the long name.
fn alone(text: &str, name: &str) -> Option<Range<usize>> {
    let free = |at: &usize| {
        // 简称“总医院党委” begins with another short name.
        !text[..*at].ends_with("简称“")
            && text[..*at]
                .chars()
                .next_back()
                .is_none_or(|c| !c.is_alphanumeric() || "由向对把将和与及在经请据按".contains(c))
    };
    text.match_indices(name).map(|(at, _)| at).find(free).map(|at| at..at + name.len())
}

/// The first place of each abbreviation in Latin capitals that no brackets explain.
fn latin(printed: &[(usize, &Passage<'_>)]) -> Vec<Finding> {
    let mut seen: BTreeSet<&str> = KNOWN.into_iter().collect();
    let mut out = Vec::new();
    for (at, p) in printed {
        for range in capitals(&p.text) {
            let word = &p.text[range.clone()];
            let explained =
                p.text[range.end..].starts_with(['（', '(']) || p.text[..range.start].ends_with(['（', '(']);
            if seen.insert(word) && !explained {
                let message = Msg::new("found-abbreviation").with("name", word);
                out.push(
                    Finding::at(*at, range, message)
                        .hint(Msg::new("found-abbreviation-hint"))
                        .undecided(true),
                );
            }
        }
    }
    out
}

/// Two to six capitals that stand alone.
fn capitals(text: &str) -> Vec<Range<usize>> {
    let bytes = text.as_bytes();
    let (mut out, mut at) = (Vec::new(), 0);
    while at < bytes.len() {
        let len = bytes[at..].iter().take_while(|b| b.is_ascii_alphanumeric()).count();
        let word = &bytes[at..at + len];
        if (2..=6).contains(&len) && word.iter().all(u8::is_ascii_uppercase) {
            out.push(at..at + len);
        }
        at += len.max(1);
    }
    out
}
