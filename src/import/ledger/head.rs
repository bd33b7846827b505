//! The row that names the columns, by the names that offices give them.

use std::collections::BTreeMap;

use super::grid::Sheet;
use crate::export::ledger::Column;

/// What a column of a ledger is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Field {
    /// `notice/issue/measure`
    Id,
    /// The number of an issue.
    Number,
    /// The heading over it.
    Area,
    /// The issue.
    Issue,
    /// The inspection's own wording.
    Original,
    /// What is to be reached.
    Goal,
    /// Who leads.
    Lead,
    /// The deadline.
    Due,
    /// The deadline in force.
    DueNow,
    /// The measure.
    Measure,
    /// Who answers for it.
    Unit,
    /// Who helps.
    With,
    /// How far it is.
    Status,
    /// Whether it is kept up.
    Ongoing,
    /// What was done.
    Progress,
    /// What proves it.
    Evidence,
    /// The close-out.
    Closed,
    /// Day of a new entry.
    EntryDate,
    /// Words of a new entry.
    EntryText,
    /// Evidence of a new entry.
    EntryEvidence,
}

/// Names of a field beside that which the export gives its column.
const NAMES: [(Field, &[&str]); 17] = [
    (Field::Number, &["问题序号", "序列", "编号", "问题编号", "No", "NO", "No."]),
    (
        Field::Area,
        &[
            "方面",
            "问题类别",
            "类别",
            "问题类型",
            "反馈方面",
            "板块",
            "分类",
            "所属方面",
            "监督重点",
            "重点方面(一级)",
        ],
    ),
    (
        Field::Issue,
        &[
            "问题",
            "存在问题",
            "存在的问题",
            "问题表现",
            "具体表现",
            "主要问题",
            "问题描述",
            "问题内容",
            "反馈具体问题",
            "问题清单",
        ],
    ),
    (
        Field::Original,
        &[
            "反馈问题",
            "巡察反馈问题",
            "巡视反馈问题",
            "反馈原文",
            "问题原文",
            "反馈意见",
            "反馈问题原文",
            "反馈意见原文",
            "巡视反馈问题",
        ],
    ),
    (Field::Goal, &["目标", "整改目标要求", "目标要求", "整改要求", "整改标准"]),
    (Field::Lead, &["牵头领导", "责任人", "分管领导", "整改责任人", "牵头责任领导", "包抓领导"]),
    (Field::Due, &["整改时限", "时限", "完成时间", "整改期限", "完成期限", "计划完成时间", "要求完成时间"]),
    (Field::Measure, &["措施", "具体措施", "整改举措", "整改任务", "整改具体措施", "整改落实措施"]),
    (
        Field::Unit,
        &[
            "牵头单位",
            "牵头部门",
            "责任部门",
            "责任科室",
            "整改责任单位",
            "牵头责任单位",
            "牵头部门/责任单位",
            "牵头",
            "主办单位",
        ],
    ),
    (Field::With, &["配合部门", "协办单位", "参与单位", "协同单位", "配合", "配合责任单位"]),
    (Field::Status, &["状态", "是否完成", "完成状态", "整改进度", "进度", "办理状态", "完成程度"]),
    (Field::Ongoing, &["是否长期坚持", "长期坚持", "是否长期", "是否需长期坚持"]),
    (
        Field::Progress,
        &[
            "整改进展",
            "整改情况",
            "整改进展情况",
            "落实情况",
            "完成情况",
            "整改完成情况",
            "目前进展",
            "整改落实情况",
            "整改成效",
        ],
    ),
    (Field::Evidence, &["佐证材料", "佐证", "证明材料", "支撑材料", "印证材料", "佐证资料"]),
    (Field::Closed, &["销号", "是否销号", "销号时间", "销号日期"]),
    (Field::Id, &[]),
    (Field::DueNow, &["延期时间", "延长至"]),
];

/// Where the columns of a sheet are named.
#[derive(Debug, Clone)]
pub struct Head {
    /// The first row below it.
    pub below: u32,
    /// The row itself, the first where there are two.
    pub row: u32,
    /// What each column is.
    pub columns: BTreeMap<u32, Field>,
}

impl Head {
    /// The head of a sheet: the first row that names three fields, one of them the issue or the measure. Where words of a
    /// merged head are told apart in a second row, that is the one that counts.
    pub fn of(sheet: &Sheet) -> Option<Self> {
        const FAR: usize = 40;
        let row = sheet.rows().into_iter().take(FAR).find(|row| is_head(&fields(sheet, *row)))?;
        let own = sheet.row(row + 1).collect::<Vec<_>>();
        let second = !own.is_empty() && own.iter().all(|(_, cell)| field(&cell.words()).is_some());
        let mut columns = fields(sheet, row);
        if second {
            columns.extend(fields(sheet, row + 1));
        }
        let mut head = Self { below: row + 1 + u32::from(second), row, columns };
        head.settle(sheet);
        Some(head)
    }

    /// Each field once: the first column of it. What is called 编号 and holds no id of ours is a number.
    fn settle(&mut self, sheet: &Sheet) {
        let mut seen = Vec::new();
        let all = std::mem::take(&mut self.columns);
        let has_ids = |column: u32| {
            sheet
                .cells()
                .any(|((row, c), cell)| c == column && row >= self.below && cell.words().contains('/'))
        };
        for (column, field) in all {
            let field = if field == Field::Id && !has_ids(column) { Field::Number } else { field };
            if !seen.contains(&field) {
                seen.push(field);
                self.columns.insert(column, field);
            }
        }
        if !seen.contains(&Field::Issue) {
            let original = self.columns.values_mut().find(|f| **f == Field::Original);
            original.into_iter().for_each(|f| *f = Field::Issue);
        }
    }

    /// The column of a field.
    pub fn column(&self, field: Field) -> Option<u32> {
        self.columns.iter().find(|(_, f)| **f == field).map(|(column, _)| *column)
    }
}

fn is_head(found: &BTreeMap<u32, Field>) -> bool {
    let matter = [Field::Issue, Field::Original, Field::Measure];
    let mut kinds: Vec<Field> = found.values().copied().collect();
    kinds.sort_unstable();
    kinds.dedup();
    kinds.len() >= 3 && kinds.iter().any(|f| matter.contains(f))
}

fn fields(sheet: &Sheet, row: u32) -> BTreeMap<u32, Field> {
    let last = sheet.row(row).map(|(column, _)| column).max().unwrap_or_default();
    let named = |column| field(&sheet.at((row, column)).words()).map(|f| (column, f));
    (0..=last.saturating_add(8).min(200)).filter_map(named).collect()
}

/// The field of a name; with what stands in brackets after it, and without.
pub fn field(name: &str) -> Option<Field> {
    let name: String = name.chars().filter(|c| !c.is_whitespace() && *c != '*').collect();
    let name = name.replace('（', "(").replace('）', ")");
    let bare = name.split('(').next().unwrap_or_default();
    exact(&name).or_else(|| exact(bare))
}

fn exact(name: &str) -> Option<Field> {
    let own = Column::ALL.into_iter().find(|c| c.name().replace('（', "(").replace('）', ")") == name);
    let listed = || NAMES.iter().find(|(_, names)| names.contains(&name)).map(|(field, _)| *field);
    own.map(of_column).or_else(listed)
}

/// What the columns of an export are.
fn of_column(column: Column) -> Field {
    match column {
        Column::Id => Field::Id,
        Column::Number => Field::Number,
        Column::Area => Field::Area,
        Column::Issue => Field::Issue,
        Column::Original => Field::Original,
        Column::Goal => Field::Goal,
        Column::Lead => Field::Lead,
        Column::Due => Field::Due,
        Column::DueNow => Field::DueNow,
        Column::Measure => Field::Measure,
        Column::Unit => Field::Unit,
        Column::With => Field::With,
        Column::Status => Field::Status,
        Column::Progress => Field::Progress,
        Column::EntryDate => Field::EntryDate,
        Column::EntryText => Field::EntryText,
        Column::EntryEvidence => Field::EntryEvidence,
        Column::Closed => Field::Closed,
    }
}
