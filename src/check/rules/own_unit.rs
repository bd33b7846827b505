//! 我单位, 我局: words that leave open whose they are.

use super::clause::{VERBS, clause, sentence};
use super::{Rule, signatory};
use crate::check::{Finding, Passage, Record};
use crate::diag::Severity;
use crate::lang::Msg;
use crate::model::Unit;

/// `向我单位补交会费台账` in a notice that speaks for several bodies.
pub const RULE: Rule = Rule { code: "own-unit", severity: Severity::Warning, find };

const WORDS: [&str; 16] = [
    "街道", "镇", "乡", "单位", "部门", "机关", "局", "部", "委", "办", "中心", "公司", "院", "校", "站",
    "所",
];

fn find(record: &Record<'_>) -> Vec<Finding> {
    let mut out = Vec::new();
    for (at, p) in
        record.passages.iter().enumerate().filter(|(_, p)| p.kind.is_printed() || p.kind.is_action())
    {
        for (start, own) in p.text.match_indices(['我', '本']) {
            let rest = &p.text[start + own.len()..];
            let Some(word) = WORDS.iter().find(|w| rest.starts_with(**w)) else { continue };
            // 自我 and 我部分 are other words.
            let after = &rest[word.len()..];
            let other = after.starts_with(['们', '级'])
                || *word == "部" && after.starts_with(['分', '门'])
                || p.text[..start].ends_with(['自', '忘', '小', '大', '“'])
                || own == "本" && matches!(*word, "镇" | "乡" | "街道") && !is_doing(after)
                || own == "本" && is_clear(record, p, start, word)
                || own == "我" && signatory::is_meant(record, p, word);
            if !other {
                let end = start + own.len() + word.len();
                let message = Msg::new("found-own-unit").with("text", &p.text[start..end]);
                let unit = record.unit_of(p).map_or(record.notice.issuer.as_str(), |u| u.name.as_str());
                let hint = Msg::new("found-own-unit-hint").with("unit", unit);
                out.push(Finding::at(at, start..end, message).hint(hint));
            }
        }
    }
    out
}

/// Whether 本单位 begins a clause of its sentence, and no body stands before it that it could go back to: 各单位对照本单位职责 is clear,
/// 县林业局…本局 too. 本中心 goes back to no 局, and 本局 to no other 本局.
fn acts(text: &str, at: usize, word: &str) -> bool {
    const BODIES: [&str; 7] = ["单位", "部门", "各", "局", "中心", "公司", "党支部"];
    let any = matches!(word, "单位" | "部门" | "机关");
    let meant = |body: &&&str| any || **body == word || matches!(**body, "各" | "单位" | "部门");
    let other = |(n, _): (usize, &str)| !text[..n].ends_with(['本', '我']);
    // 上堰镇老渠的图纸 and 上堰镇泵房已封顶 are where it lies, not who acts.
    let town = |at: usize| {
        let rest = text[at..clause(text, at).end].trim_start_matches(['镇', '乡']);
        !rest.contains('的') && (rest.is_empty() || ACTING.iter().chain(VERBS).any(|w| rest.starts_with(w)))
    };
    clause(text, at).start == at
        && !BODIES.iter().filter(meant).any(|w| text[..at].match_indices(*w).any(other))
        && !text[..at].match_indices(['镇', '乡']).any(|(n, _)| town(n))
}

/// What follows the name of a town that acts, beside a verb.
const ACTING: &[&str] = &[
    "党委", "政府", "人民", "干部", "、", "和", "与", "及", "等", "已", "于", "将", "也", "都", "均", "配合",
    "负责", "协助", "牵头", "承办", "派", "按", "对照", "根据",
];

/// Whether words go on with what somebody does: 本镇户籍 and 本乡本土 are where people are from.
fn is_doing(after: &str) -> bool {
    let after = after.trim_start_matches(['已', '将', '也', '均', '再', '又', '正']);
    ACTING
        .iter()
        .filter(|w| !matches!(**w, "干部" | "人民" | "等" | "、"))
        .chain(VERBS)
        .any(|w| after.starts_with(w))
}

/// Whether 本单位 is clear: it begins no clause, or goes back to a body within its sentence.
fn is_clear(record: &Record<'_>, p: &Passage<'_>, at: usize, word: &str) -> bool {
    let own = sentence(&p.text, at);
    let (text, at) = (&p.text[own.clone()], at - own.start);
    let named = |u: &Unit| u.names().any(|n| text[..at].contains(n));
    word == "单位" && record.site.units.iter().any(named) || !acts(text, at, word)
}
