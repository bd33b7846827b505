//! Deadlines that passed without a word.

use chrono::NaiveDate;

use super::Rule;
use crate::check::{Finding, Record, Spot, Step};
use crate::diag::Severity;
use crate::history::{is_overdue, issue_status, measure_status, record_date};
use crate::lang::Msg;
use crate::model::{Issue, Status};
use crate::zh::wordlist::Words;

/// An issue that is not finished when its deadline is behind the record: an extension or a reason is due. It is judged by
/// the record's own date, so that a text does not become wrong by lying still.
pub const RULE: Rule = Rule { code: "overdue-no-reason", severity: Severity::Warning, find };

fn find(record: &Record<'_>) -> Vec<Finding> {
    let day = record_date(record.notice, record.day);
    let issues = record.notice.issues.iter().enumerate();
    issues
        .filter(|(_, i)| is_overdue(i, record.notice.date, day) && !explained(record, i, day))
        .filter_map(|(at, issue)| {
            let due = issue.due_on(day)?;
            let message = Msg::new("found-overdue").with("due", due.to_string()).with("day", day.to_string());
            let unstated = issue_status(issue, record.notice.date, day).is_none();
            let found = Finding::new(deadline(at, issue, day), message).hint(Msg::new("found-overdue-hint"));
            // Where no status is stated, it may be finished.
            Some(found.undecided(unstated))
        })
        .collect()
}

/// Where the deadline of a day is written.
fn deadline(at: usize, issue: &Issue, day: NaiveDate) -> Spot {
    let extended = issue.extensions.iter().rposition(|e| e.on <= day);
    Spot::Field(
        at,
        match extended {
            Some(nth) => vec![Step::Key("extensions"), Step::Item(nth), Step::Key("to")],
            None => vec![Step::Key("due")],
        },
    )
}

/// Whether what is not finished says why.
fn explained(record: &Record<'_>, issue: &Issue, day: NaiveDate) -> bool {
    let own = issue.completion.iter().chain(&issue.text).chain(&issue.body).any(|t| gives_a_reason(t));
    own || issue.measures.iter().any(|m| {
        let status = measure_status(m, record.notice.date, day);
        let open = !status.is_some_and(Status::is_finished);
        let entries = m.updates.iter().filter_map(|u| u.text.as_deref());
        let told = gives_a_reason(&m.text) || entries.into_iter().any(gives_a_reason);
        status == Some(Status::Blocked) || open && told
    })
}

/// Whether a text says what keeps the work from being done. That it goes on is no reason; nor is what a table counts.
fn gives_a_reason(text: &str) -> bool {
    text.lines().filter(|line| !line.starts_with('|')).any(is_reason)
}

fn is_reason(text: &str) -> bool {
    static WORDS: Words = Words::new(&[
        "由于",
        "原因",
        "延期",
        "推迟",
        "顺延",
        "延后",
        "延迟",
        "等待",
        "尚需",
        "须待",
        "要等",
        "方能",
        "方可",
        "受阻",
        "卡在",
        "无法",
        "不能",
        "未能",
        "未获",
        "缺口",
        "缺失",
        "短缺",
        "超出",
        "停工",
        "不达标",
        "未达到",
        "退回",
        "未通过",
        "没有通过",
        "不可抗力",
        "反弹",
    ]);
    let cause = |(at, _): (usize, &str)| !["因此", "因地制宜"].iter().any(|w| text[at..].starts_with(w));
    let suffers =
        text.find('受').is_some_and(|at| text[at..].contains("影响") || text[at..].contains("限制"));
    suffers || text.match_indices('因').any(cause) || WORDS.are_in(text)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_a_table_counts_is_no_reason() {
        assert!(gives_a_reason("因旧册受潮须逐页烘干"));
        assert!(gives_a_reason("| 类别 | 件数 |\n材料被退回。"));
        for text in ["两人核对，结果如下。\n\n| 类别 | 件数 |\n| 退回 | 3 |", "正在验收", "因地制宜"]
        {
            assert!(!gives_a_reason(text), "{text}");
        }
    }
}
