//! Which status the wording of a measure suggests. A suggestion only: nothing is set without being asked for.

/// What the words say about how far a measure is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Wording {
    /// Finished, and kept up from now on.
    DoneOngoing,
    /// Finished.
    Done,
    /// Nearly finished.
    BasicallyDone,
    /// Under way.
    InProgress,
    /// Not begun.
    NotStarted,
}

/// Reads the wording of a completion line or a measure; `None` where it says nothing clear. Unfinished words win over
/// finished ones: `已制定方案，正在施工` is under way.
pub fn suggest(text: &str) -> Option<Wording> {
    let by_words = || RULES.iter().find(|(words, _)| words.iter().any(|w| text.contains(w))).map(|(_, w)| *w);
    stated(text).or_else(by_words)
}

/// What a label of progress says where a status and no more follows it: `整改进展：基本完成，还有1户正在催缴`.
fn stated(text: &str) -> Option<Wording> {
    let behind = LABELS.iter().filter_map(|label| {
        let (_, rest) = text.rsplit_once(label)?;
        let rest = rest.strip_prefix(['：', ':'])?;
        Some(rest.split(['，', '。', '；', '（', ',', ';', '(', '\n']).next()?.trim())
    });
    behind
        .into_iter()
        .find_map(|said| STATED.iter().find(|(words, _)| words.contains(&said)).map(|(_, wording)| *wording))
}

const LABELS: [&str; 8] =
    ["整改进展", "完成情况", "进展情况", "整改情况", "整改状态", "整改进度", "目前进展", "整改结果"];

const STATED: [(&[&str], Wording); 5] = [
    (&["未启动", "尚未启动", "未开始", "尚未开始", "尚未开展"], Wording::NotStarted),
    (&["正在推进", "正在整改", "正在落实", "持续推进", "推进中", "整改中", "进行中"], Wording::InProgress),
    (&["基本完成", "已基本完成", "初步完成", "基本整改到位"], Wording::BasicallyDone),
    (&["已完成并长期坚持", "完成并长期坚持", "长期坚持", "视同完成", "阶段性完成"], Wording::DoneOngoing),
    (
        &["已完成", "完成", "已完成整改", "完成整改", "整改完成", "已整改", "已整改到位", "已办结"],
        Wording::Done,
    ),
];

const RULES: [(&[&str], Wording); 5] = [
    (&["未启动", "尚未开展", "尚未启动"], Wording::NotStarted),
    (&["正在", "持续推进", "推进中", "筹备", "暂未", "尚未", "拟于", "计划于", "将于"], Wording::InProgress),
    (&["基本完成", "初步完成"], Wording::BasicallyDone),
    (&["长期坚持", "持续整改", "视同完成", "阶段性完成"], Wording::DoneOngoing),
    (&["已完成", "已整改", "整改完成", "完成整改", "已全部", "已办结"], Wording::Done),
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_a_label_says_outright_goes_before_what_the_rest_suggests() {
        let label = |text: &str| suggest(&format!("逐户核对水表。责任单位：水管站。{text}"));
        assert_eq!(label("整改进展：基本完成，还有2户正在安装。"), Some(Wording::BasicallyDone));
        assert_eq!(label("整改进展：已完成，其余水表正在安装。"), Some(Wording::Done));
        assert_eq!(label("完成情况:已完成安装，正在验收"), Some(Wording::InProgress));
        assert_eq!(label("已完成招标，正在施工"), Some(Wording::InProgress));
        assert_eq!(label("整改进展：见附表"), None);
    }
}
