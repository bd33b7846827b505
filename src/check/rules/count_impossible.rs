//! Counts that cannot be: a fraction of a person.

use std::ops::Range;

use super::Rule;
use super::clause::sentence;
use crate::check::{Finding, Record};
use crate::diag::Severity;
use crate::lang::Msg;
use crate::zh::quantity::{ONE, Quantity, find_all};
use crate::zh::sentence::clause;

/// `出动1.46人次`.
pub const RULE: Rule = Rule { code: "count-impossible", severity: Severity::Warning, find };

/// What is counted whole.
const WHOLE: [&str; 17] = [
    "人次", "人", "名", "户", "家", "件", "场", "册", "篇", "票", "宗", "站次", "家次", "场次", "件次",
    "户次", "车次",
];

/// Words of a mean, or of what other things are worth in these.
const MEAN: [&str; 8] = ["均", "每", "率", "比", "折合", "折算", "相当于", "当量"];

/// Words of a mean that holds for the rest of the sentence: 生均由72册提高到81.5册，离100册还差18.5册.
const APIECE: [&str; 7] = ["生均", "人均", "户均", "平均", "校均", "班均", "村均"];

fn find(record: &Record<'_>) -> Vec<Finding> {
    let mut out = Vec::new();
    for (at, p) in record.passages.iter().enumerate() {
        out.extend(fractions(&p.figures()).into_iter().map(|range| {
            let message = Msg::new("found-count-fraction").with("said", &p.text[range.clone()]);
            Finding::at(at, range, message).hint(Msg::new("found-count-fraction-hint"))
        }));
    }
    out
}

/// Fractions of what is counted whole.
fn fractions(text: &str) -> Vec<Range<usize>> {
    let broken = |q: &Quantity<'_>| {
        let own = &text[clause(text, q.range.start).start..q.range.start];
        // 2.5人日 is work, 1.2人/床 a share.
        let behind = text[q.range.end..].starts_with(['日', '月', '天', '年', '/', '·']);
        q.value % ONE != 0
            && WHOLE.contains(&q.unit)
            && !q.about
            && !behind
            && !MEAN.iter().any(|w| own.contains(w))
            && !APIECE.iter().any(|w| text[sentence(text, q.range.start).start..q.range.start].contains(w))
    };
    // Most texts have no point, which is told faster than what they count.
    let pointed = text.contains('.') || text.contains('．');
    let all = if pointed { find_all(text) } else { Vec::new() };
    all.into_iter().filter(broken).map(|q| q.range).collect()
}
