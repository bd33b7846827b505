//! 我单位, 我局: words that leave open whose they are.

use super::Rule;
use crate::check::{Finding, Record};
use crate::diag::Severity;
use crate::lang::Msg;

/// `向我单位上交年检材料` in a notice that speaks for several bodies.
pub const RULE: Rule = Rule { code: "own-unit", severity: Severity::Warning, find };

const WORDS: [&str; 12] = ["单位", "部门", "局", "部", "委", "办", "中心", "公司", "院", "校", "站", "所"];

fn find(record: &Record<'_>) -> Vec<Finding> {
    let mut out = Vec::new();
    for (at, p) in
        record.passages.iter().enumerate().filter(|(_, p)| p.kind.is_printed() || p.kind.is_action())
    {
        for (start, own) in p.text.match_indices('我') {
            let rest = &p.text[start + own.len()..];
            let Some(word) = WORDS.iter().find(|w| rest.starts_with(**w)) else { continue };
            // 自我 and 我部分 are other words.
            let other = rest[word.len()..].starts_with(['分', '们'])
                || p.text[..start].ends_with(['自', '忘', '小', '大', '“']);
            if !other {
                let end = start + own.len() + word.len();
                let message = Msg::new("found-own-unit").with("text", &p.text[start..end]);
                let unit = unit(record, p.issue, p.measure).unwrap_or(record.notice.issuer.as_str());
                let hint = Msg::new("found-own-unit-hint").with("unit", unit);
                out.push(Finding::at(at, start..end, message).hint(hint));
            }
        }
    }
    out
}

/// The unit of a measure.
fn unit<'a>(record: &Record<'a>, issue: Option<usize>, measure: Option<usize>) -> Option<&'a str> {
    let measure = record.notice.issues.get(issue?)?.measures.get(measure?)?;
    record.site.unit(measure.unit.as_ref()?).map(|u| u.name.as_str())
}
