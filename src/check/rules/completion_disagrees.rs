//! A completion line that says more than the measures do, or less.

use super::Rule;
use crate::check::{Finding, Kind, Passage, Record};
use crate::diag::Severity;
use crate::history::issue_status;
use crate::lang::Msg;

/// 完成情况：已完成 over measures that had not begun or were under way on the day of the notice, or 没有全部完成 over done ones.
pub const RULE: Rule = Rule { code: "completion-disagrees", severity: Severity::Warning, find };

fn find(record: &Record<'_>) -> Vec<Finding> {
    let lines = record.of_kind(|kind| matches!(kind, Kind::Field("completion")));
    lines.filter_map(|(at, p)| one(record, at, p)).collect()
}

fn one(record: &Record<'_>, at: usize, p: &Passage<'_>) -> Option<Finding> {
    let issue = record.issue_of(p)?;
    let day = record.notice.date;
    let status = issue_status(issue, day, day)?;
    let wrong = if status.is_finished() { says_not_done(&p.text) } else { says_all_done(&p.text) };
    wrong.then(|| {
        let said = Msg::new("found-completion").with("text", p.text.trim()).words("status", status.message());
        Finding::at(at, 0..p.text.len(), said).hint(Msg::new("found-completion-hint"))
    })
}

/// Words that leave something open.
const LESS: &[&str] = &[
    "未", "正在", "部分", "阶段", "基本", "其余", "其中", "初步", "%", "没有", "除", "大部", "多数", "主体",
    "剩", "尚", "仍", "正按", "正由", "余下",
];

/// Whether a completion line says that all is done.
pub fn says_all_done(text: &str) -> bool {
    const DONE: [&str; 7] = ["已完成", "完成整改", "整改完成", "全部完成", "已办结", "已整改到位", "已销号"];
    // 已完成招标 is one step of several.
    let whole = |rest: &str| {
        rest.is_empty()
            || rest.starts_with(['，', ',', '。', '；', '！', '（', '并', '且'])
            || rest.starts_with("整改")
    };
    let plain = DONE.iter().any(|w| text.trim().strip_prefix(*w).is_some_and(whole));
    (plain || is_all_done(text.trim())) && !LESS.iter().any(|w| text.contains(w))
}

/// `所列措施均已办结`, `整改完毕，予以销号`: a first clause that has nothing in it but what is done and that it is.
fn is_all_done(text: &str) -> bool {
    const WHAT: &[&str] = &[
        "所列", "上述", "以上", "各项", "各条", "该", "本", "此", "项", "条", "问题", "整改", "措施", "任务",
        "事项", "工作", "全部", "所有", "均", "都", "皆", "已经", "已", "业已", "现", "目前", "按期", "如期",
        "按时", "完全", "的",
    ];
    const DONE: &[&str] = &["完成", "办结", "到位", "完毕", "落实", "销号", "清零", "了结", "解决", "结束"];
    let mut rest = text.split(['，', ',', '。', '；', '、']).next().unwrap_or_default();
    let all = ["全部", "所有", "均", "都"].iter().any(|w| rest.contains(w));
    let (mut done, mut whole) = (false, false);
    while !rest.is_empty() {
        if all && rest.starts_with(|c: char| c.is_ascii_digit()) {
            rest = &rest[1..];
            continue;
        }
        let next = |words: &[&'static str]| words.iter().copied().find(|w| rest.starts_with(w));
        let Some(word) = next(DONE).or_else(|| next(WHAT)) else { return false };
        done |= DONE.contains(&word);
        whole |= ["全部", "均", "都", "皆", "已", "已经", "业已", "完毕", "到位"].contains(&word);
        rest = &rest[word.len()..];
    }
    done && whole
}

/// `没有全部完成` over measures that are all done. What `wording-unfinished` reads (尚未, 正在) is left to it.
fn says_not_done(text: &str) -> bool {
    const NOT: &[&str] = &[
        "没有全部完成",
        "未全部完成",
        "没有完成",
        "未完成",
        "没有办结",
        "未办结",
        "未整改到位",
        "未销号",
        "部分完成",
        "没有整改到位",
        "没有销号",
        "没有全部办结",
        "未全部办结",
        "未能全部",
    ];
    let before = |at: usize| &text[..at];
    let none = |at: usize| {
        before(at).ends_with(['无', '有', '在', '尚', '暂', '还', '仍', '今', '现', '对', '将', '把'])
    };
    let of_them = |at: usize, w: &str| text[at + w.len()..].starts_with('的');
    NOT.iter().any(|w| text.match_indices(w).any(|(at, w)| !none(at) && !of_them(at, w)))
}
