//! 整改状态: how far a measure is, as its issuer states it, and what follows from it for an issue.

/// The state of a measure. `None` of it, where one is optional, is 未标注 (not stated).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Status {
    /// 未启动
    NotStarted,
    /// 正在整改
    InProgress,
    /// 受阻: an outside cause, with a reason.
    Blocked,
    /// 基本完成
    BasicallyDone,
    /// 已完成
    Done,
    /// 已完成并长期坚持
    DoneOngoing,
}

/// The key of what has no stated status.
pub const NOT_STATED: &str = "not_stated";

impl Status {
    /// Every status, from least to most finished; 受阻 stands beside 正在整改.
    pub const ALL: [Self; 6] = [
        Self::NotStarted,
        Self::InProgress,
        Self::Blocked,
        Self::BasicallyDone,
        Self::Done,
        Self::DoneOngoing,
    ];

    /// The key in content files and addresses.
    pub fn key(self) -> &'static str {
        match self {
            Self::NotStarted => "not_started",
            Self::InProgress => "in_progress",
            Self::Blocked => "blocked",
            Self::BasicallyDone => "basically_done",
            Self::Done => "done",
            Self::DoneOngoing => "done_ongoing",
        }
    }

    /// The Chinese name that the site prints.
    pub fn name(self) -> &'static str {
        let usual = NAMES.iter().find(|(_, status, own)| *status == self && !own);
        usual.map_or_else(|| self.key(), |(name, ..)| name)
    }

    /// The message in which the tool names it.
    pub fn message(self) -> &'static str {
        match self {
            Self::NotStarted => "status-name-not-started",
            Self::InProgress => "status-name-in-progress",
            Self::Blocked => "status-name-blocked",
            Self::BasicallyDone => "status-name-basically-done",
            Self::Done => "status-name-done",
            Self::DoneOngoing => "status-name-done-ongoing",
        }
    }

    /// Reads a key.
    pub fn from_key(key: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|s| s.key() == key)
    }

    /// Reads a status as an issuer writes it: a key, the Chinese name of one, or another name for it, which is kept to be
    /// shown as the issuer's own wording.
    pub fn read(text: &str) -> Option<Named> {
        let named = NAMES.iter().find(|(name, ..)| *name == text);
        Self::from_key(text)
            .map(|s| (s, None))
            .or_else(|| named.map(|(name, s, own)| (*s, own.then_some(*name))))
    }

    /// Every Chinese name that is read.
    pub fn names() -> impl Iterator<Item = &'static str> {
        NAMES.iter().map(|(name, ..)| *name)
    }

    /// 已完成 and 已完成并长期坚持 count as finished.
    pub fn is_finished(self) -> bool {
        matches!(self, Self::Done | Self::DoneOngoing)
    }
}

/// A status, and the issuer's own word for it where that is not the usual one.
pub type Named = (Status, Option<&'static str>);

/// Chinese names of statuses, and whether a name is not that which the site prints by itself.
const NAMES: [(&str, Status, bool); 14] = [
    ("未启动", Status::NotStarted, false),
    ("未开始", Status::NotStarted, true),
    ("正在整改", Status::InProgress, false),
    ("整改中", Status::InProgress, true),
    ("推进中", Status::InProgress, true),
    ("受阻", Status::Blocked, false),
    ("基本完成", Status::BasicallyDone, false),
    ("已完成", Status::Done, false),
    ("完成", Status::Done, true),
    ("完成整改", Status::Done, true),
    ("已完成并长期坚持", Status::DoneOngoing, false),
    ("长期坚持", Status::DoneOngoing, true),
    ("视同完成", Status::DoneOngoing, true),
    ("阶段性完成", Status::DoneOngoing, true),
];

/// The key of a status, or of none.
pub fn key(status: Option<Status>) -> &'static str {
    status.map_or(NOT_STATED, Status::key)
}

/// Every status from the most finished down, and none at the end: the order of bars and lists.
pub fn every() -> impl Iterator<Item = Option<Status>> {
    Status::ALL.into_iter().rev().map(Some).chain([None])
}

/// The status of an issue from those of its measures: any not stated → not stated; else any blocked → blocked; all alike
/// → that; all finished → 已完成并长期坚持; all at least 基本完成 → 基本完成; else 正在整改. No measure → not stated.
pub fn derive(measures: impl IntoIterator<Item = Option<Status>>) -> Option<Status> {
    let all: Option<Vec<Status>> = measures.into_iter().collect();
    let all = all?;
    let first = *all.first()?;
    Some(if all.contains(&Status::Blocked) {
        Status::Blocked
    } else if all.iter().all(|s| *s == first) {
        first
    } else if all.iter().all(|s| s.is_finished()) {
        Status::DoneOngoing
    } else if all.iter().all(|s| *s >= Status::BasicallyDone) {
        Status::BasicallyDone
    } else {
        Status::InProgress
    })
}

#[cfg(test)]
mod tests {
    use super::Status::{BasicallyDone, Blocked, Done, DoneOngoing, InProgress, NotStarted};
    use super::*;

    #[test]
    fn an_issue_is_no_further_than_the_design_says() {
        let of = |list: &[Status]| derive(list.iter().copied().map(Some));
        assert_eq!(of(&[]), None);
        assert_eq!(of(&[Done, Done]), Some(Done));
        assert_eq!(of(&[Done, DoneOngoing]), Some(DoneOngoing));
        assert_eq!(of(&[Done, BasicallyDone]), Some(BasicallyDone));
        assert_eq!(of(&[Done, NotStarted]), Some(InProgress));
        assert_eq!(of(&[Done, InProgress, Blocked]), Some(Blocked));
        assert_eq!(derive([Some(Blocked), None]), None);
    }
}
