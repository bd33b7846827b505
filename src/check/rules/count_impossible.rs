//! Counts that cannot be: a fraction of a person, 万 twice over.

use std::ops::Range;

use super::Rule;
use crate::check::{Finding, Record};
use crate::diag::Severity;
use crate::lang::Msg;
use crate::zh::quantity::{ONE, Quantity, find_all};
use crate::zh::sentence::clause;

/// `出动1.46人次`, `12.5万万元`, `7各乡镇`.
pub const RULE: Rule = Rule { code: "count-impossible", severity: Severity::Warning, find };

/// What is counted whole.
const WHOLE: [&str; 17] = [
    "人次", "人", "名", "户", "家", "件", "场", "册", "篇", "票", "宗", "站次", "家次", "场次", "件次",
    "户次", "车次",
];

/// Words of a mean, or of what other things are worth in these.
const MEAN: [&str; 8] = ["均", "每", "率", "比", "折合", "折算", "相当于", "当量"];

/// What 各 stands before where 个 is meant: 7各乡镇.
const COUNTED: [&str; 12] =
    ["乡镇", "镇", "村", "社区", "街道", "单位", "部门", "科室", "支部", "党支部", "项目", "问题"];

fn find(record: &Record<'_>) -> Vec<Finding> {
    let mut out = Vec::new();
    for (at, p) in record.passages.iter().enumerate() {
        out.extend(fractions(&p.text).into_iter().map(|range| {
            let message = Msg::new("found-count-fraction").with("said", &p.text[range.clone()]);
            Finding::at(at, range, message).hint(Msg::new("found-count-fraction-hint"))
        }));
        out.extend(slips(&p.text).into_iter().map(|(range, right)| {
            let said = &p.text[range.clone()];
            let message = Msg::new("found-count-slip").with("said", said).with("right", right);
            let hint = Msg::new("found-count-slip-hint").with("said", said).with("right", right);
            Finding::at(at, range, message).hint(hint)
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
    };
    find_all(text).into_iter().filter(broken).map(|q| q.range).collect()
}

/// Characters typed for others behind figures, with what is right.
fn slips(text: &str) -> Vec<(Range<usize>, &'static str)> {
    let figures = |at: usize| text[..at].ends_with(|c: char| c.is_ascii_digit());
    // 附件1各乡镇任务表 has a number of its own.
    let numbered = |at: usize| {
        let before = text[..at].trim_end_matches(|c: char| c.is_ascii_digit());
        before.is_empty() || before.ends_with(|c: char| "表图件附注第栏列.-—".contains(c) || is_break(c))
    };
    let twice =
        text.match_indices("万万").filter(|(at, _)| figures(*at)).map(|(at, w)| (at..at + w.len(), "万"));
    let each = text.match_indices('各').filter(|(at, w)| {
        let rest = &text[at + w.len()..];
        figures(*at) && !numbered(*at) && COUNTED.iter().any(|noun| rest.starts_with(noun))
    });
    twice.chain(each.map(|(at, w)| (at..at + w.len(), "个"))).collect()
}

fn is_break(c: char) -> bool {
    c.is_whitespace() || "，。；：、（）()".contains(c)
}
