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
    RULES.iter().find(|(words, _)| words.iter().any(|w| text.contains(w))).map(|(_, wording)| *wording)
}

const RULES: [(&[&str], Wording); 5] = [
    (&["未启动", "尚未开展", "尚未启动"], Wording::NotStarted),
    (&["正在", "持续推进", "推进中", "筹备", "暂未", "尚未", "拟于", "计划于", "将于"], Wording::InProgress),
    (&["基本完成", "初步完成"], Wording::BasicallyDone),
    (&["长期坚持", "持续整改", "视同完成", "阶段性完成"], Wording::DoneOngoing),
    (&["已完成", "已整改", "整改完成", "完成整改", "已全部", "已办结"], Wording::Done),
];
