//! The columns of a ledger, by the names that offices give them.

use chrono::NaiveDate;

/// A column.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Column {
    /// The issue's number as printed.
    Number,
    /// The headings over the issue.
    Area,
    /// The issue.
    Issue,
    /// The inspection's own wording.
    Original,
    /// What is to be reached.
    Goal,
    /// Who leads, by post.
    Lead,
    /// The deadline first set.
    Due,
    /// The deadline in force, where it was extended.
    DueNow,
    /// The measure.
    Measure,
    /// The unit that answers for it.
    Unit,
    /// Those who help.
    With,
    /// How far it is.
    Status,
    /// Every entry so far.
    Progress,
    /// The close-out.
    Closed,
    /// For a new entry: its day.
    EntryDate,
    /// For a new entry: what was done.
    EntryText,
    /// For a new entry: what proves it.
    EntryEvidence,
    /// `notice/issue/measure`: by it an edited row finds its measure again.
    Id,
}

/// What stands in a cell.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub enum Cell {
    /// Nothing.
    #[default]
    Empty,
    /// Words.
    Text(String),
    /// A day.
    Day(NaiveDate),
}

impl Column {
    /// Every column, in order.
    pub const ALL: [Self; 18] = [
        Self::Number,
        Self::Area,
        Self::Issue,
        Self::Original,
        Self::Goal,
        Self::Lead,
        Self::Due,
        Self::DueNow,
        Self::Measure,
        Self::Unit,
        Self::With,
        Self::Status,
        Self::Progress,
        Self::Closed,
        Self::EntryDate,
        Self::EntryText,
        Self::EntryEvidence,
        Self::Id,
    ];

    /// The name at its head.
    pub fn name(self) -> &'static str {
        match self {
            Self::Id => "编号",
            Self::Number => "序号",
            Self::Area => "重点方面",
            Self::Issue => "具体问题",
            Self::Original => "反馈问题（原文）",
            Self::Goal => "整改目标",
            Self::Lead => "责任领导",
            Self::Due => "完成时限",
            Self::DueNow => "延期至",
            Self::Measure => "整改措施",
            Self::Unit => "责任单位",
            Self::With => "配合单位",
            Self::Status => "整改状态",
            Self::Progress => "进展情况",
            Self::EntryDate => "新增进展日期",
            Self::EntryText => "新增进展情况",
            Self::EntryEvidence => "新增佐证材料",
            Self::Closed => "销号情况",
        }
    }

    /// Whether it speaks of the issue and not of the measure.
    pub fn is_of_issue(self) -> bool {
        use Column::{Area, Closed, Due, DueNow, Goal, Issue, Lead, Number, Original};
        matches!(self, Number | Area | Issue | Original | Goal | Lead | Due | DueNow | Closed)
    }

    /// Whether the tool fills it and a person is not to write in it.
    pub fn is_locked(self) -> bool {
        use Column::{Area, Closed, DueNow, Id, Number, Progress};
        matches!(self, Id | Number | Area | DueNow | Progress | Closed)
    }

    /// Whether it is there for a new entry to be written in.
    pub fn is_for_entries(self) -> bool {
        matches!(self, Self::EntryDate | Self::EntryText | Self::EntryEvidence)
    }

    /// Whether its cells hold a day.
    pub fn is_day(self) -> bool {
        matches!(self, Self::Due | Self::DueNow | Self::EntryDate)
    }
}

impl Cell {
    /// Words, or nothing where there are none.
    pub fn text(words: impl Into<String>) -> Self {
        let words = words.into();
        if words.is_empty() { Self::Empty } else { Self::Text(words) }
    }

    /// What it says; a day as `2025-12-26`.
    pub fn words(&self) -> String {
        match self {
            Self::Empty => String::new(),
            Self::Text(words) => words.clone(),
            Self::Day(day) => day.to_string(),
        }
    }
}
