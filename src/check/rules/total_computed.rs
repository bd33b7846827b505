//! How many issues and measures the prose says there are, and how many the record has.

use super::Rule;
use crate::check::{Finding, Kind, Record, Spot};
use crate::diag::Severity;
use crate::history::issue_status;
use crate::lang::Msg;
use crate::model::Status;
use crate::zh::quantity::{ONE, Quantity, find_all};
use crate::zh::sentence::sentences;

/// `指出42个具体问题` above 43 issues; `已完成40个` where the record has 41.
pub const RULE: Rule = Rule { code: "total-computed", severity: Severity::Warning, find };

/// Words of sentences that speak of all issues of this inspection.
const ALL: [&str; 10] = ["反馈", "指出", "共", "全部", "认领", "逐条", "逐项", "提出", "对照", "涉及"];
/// Words of sentences that speak of other ones.
const OTHERS: [&str; 10] =
    ["上轮", "上一轮", "以往", "往年", "去年", "历次", "前期", "回头看", "自查", "现场"];

fn find(record: &Record<'_>) -> Vec<Finding> {
    let issues = record.notice.issues.len();
    let measures: usize = record.notice.issues.iter().map(|i| i.measures.len()).sum();
    let finished = finished(record);
    let mut out = Vec::new();
    for (at, p) in record.of_kind(|k| matches!(k, Kind::Prose(..))).filter(|_| issues > 0) {
        let all = find_all(&p.text);
        for s in sentences(&p.text) {
            let words = &p.text[s.clone()];
            let of_all = ALL.iter().any(|w| words.contains(w)) || words.contains("整改措施");
            if OTHERS.iter().any(|w| words.contains(w)) || !of_all {
                continue;
            }
            for q in all.iter().filter(|q| s.start <= q.range.start && q.range.end <= s.end && !q.about) {
                match of(&p.text, q) {
                    Some(Of::Issues) => out.extend(unlike(at, q, issues, "found-total-issues")),
                    Some(Of::Measures) => out.extend(unlike(at, q, measures, "found-total-measures")),
                    Some(Of::Finished) if words.contains("问题") => {
                        let done = finished.map(|n| unlike(at, q, n, "found-total-finished"));
                        out.extend(done.flatten());
                    }
                    _ => {}
                }
            }
        }
    }
    out
}

/// What a number in the prose counts.
enum Of {
    Issues,
    Measures,
    Finished,
}

fn of(text: &str, q: &Quantity<'_>) -> Option<Of> {
    if !matches!(q.unit, "个" | "项" | "条") {
        return None;
    }
    let (before, mut rest) = (&text[..q.range.start], &text[q.range.end..]);
    for word in ["巡察", "反馈", "具体", "整改"] {
        rest = rest.strip_prefix(word).unwrap_or(rest);
    }
    // 反馈问题18个, 制定措施56条: the noun may stand first.
    let lead = before.strip_suffix('共').unwrap_or(before);
    let counted = |noun: &str, verbs: &[&str]| {
        let words = lead
            .strip_suffix(noun)
            .map(|w| ["具体", "巡察", "整改"].iter().fold(w, |w, q| w.strip_suffix(q).unwrap_or(w)));
        words.is_some_and(|w| verbs.iter().any(|v| w.ends_with(v)))
    };
    let among = before.ends_with("其中") || before.ends_with("发现") || before.ends_with("新增");
    let done = ["已完成", "完成整改", "已完成整改", "已整改", "已销号", "整改完成"]
        .iter()
        .any(|w| before.ends_with(w));
    match () {
        () if done => Some(Of::Finished),
        () if rest.starts_with("问题") && !rest.starts_with("问题线索") && !among => Some(Of::Issues),
        () if rest.starts_with("措施") && !among => Some(Of::Measures),
        () if counted("问题", &["反馈", "指出", "反馈的", "移交", "提出"]) => Some(Of::Issues),
        () if counted("措施", &["制定", "制定了", "细化", "提出", "明确"]) => Some(Of::Measures),
        () => None,
    }
}

/// How many issues are finished on the notice's date, where every one has a status.
fn finished(record: &Record<'_>) -> Option<usize> {
    let day = record.notice.date;
    let status =
        record.notice.issues.iter().map(|i| issue_status(i, day, day)).collect::<Option<Vec<Status>>>()?;
    Some(status.iter().filter(|s| s.is_finished()).count())
}

fn unlike(at: usize, q: &Quantity<'_>, number: usize, id: &'static str) -> Option<Finding> {
    let said = usize::try_from(q.value / ONE).ok().filter(|_| q.value % ONE == 0)?;
    let message = Msg::new(id).with("said", said.to_string()).with("right", number.to_string());
    let hint = Msg::new("found-total-hint").with("right", number.to_string());
    (said != number).then(|| {
        Finding::at(at, q.range.clone(), message)
            .hint(hint)
            .related(Spot::Notice, Msg::new("found-total-here"))
    })
}
