//! Quotes and brackets without their other half.

use super::Rule;
use crate::check::{Finding, Kind, Record, Spot};
use crate::diag::Severity;
use crate::lang::Msg;
use crate::zh::marks::{Unpaired, unpaired};

/// `《管理办法`, `“三重一大“`, `《甲“乙》丙”`.
pub const RULE: Rule = Rule { code: "unpaired", severity: Severity::Warning, find };

fn find(record: &Record<'_>) -> Vec<Finding> {
    let all = record.passages.iter().enumerate().filter(|(_, p)| !matches!(p.kind, Kind::Label(_)));
    all.flat_map(|(at, p)| unpaired(&p.text).into_iter().map(move |u| finding(at, &p.text, u))).collect()
}

fn finding(at: usize, text: &str, found: Unpaired) -> Finding {
    let of = |id, mark: &str, other: &'static str| Msg::new(id).with("mark", mark).with("other", other);
    match found {
        Unpaired::Open(range) => {
            let other = other(&text[range.clone()]);
            let message = of("found-unpaired-open", &text[range.clone()], other);
            Finding::at(at, range, message).hint(Msg::new("found-unpaired-open-hint").with("other", other))
        }
        Unpaired::Close(range) => {
            let other = other(&text[range.clone()]);
            let message = of("found-unpaired-close", &text[range.clone()], other);
            Finding::at(at, range, message).hint(Msg::new("found-unpaired-close-hint").with("other", other))
        }
        Unpaired::Turned(range) => {
            let other = other(&text[range.clone()]);
            let message = of("found-unpaired-turned", &text[range.clone()], other);
            let mut after = text.to_owned();
            after.replace_range(range.clone(), other);
            let sure = unpaired(&after).is_empty();
            Finding::at(at, range, message).mend(text, other, sure)
        }
        Unpaired::Crossed(open, close) => {
            let message = of("found-unpaired-crossed", &text[close.clone()], other(&text[open.clone()]));
            let here = Msg::new("found-unpaired-crossed-here");
            Finding::at(at, close, message)
                .hint(Msg::new("found-unpaired-crossed-hint"))
                .related(Spot::Text(at, open), here)
        }
    }
}

fn other(mark: &str) -> &'static str {
    const PAIRS: [(&str, &str); 8] = [
        ("《", "》"),
        ("“", "”"),
        ("（", "）"),
        ("(", ")"),
        ("【", "】"),
        ("〔", "〕"),
        ("「", "」"),
        ("〈", "〉"),
    ];
    let of = |(a, b): &(&'static str, &'static str)| match mark {
        m if m == *a => Some(*b),
        m if m == *b => Some(*a),
        _ => None,
    };
    PAIRS.iter().find_map(of).unwrap_or("")
}
