//! Numbers that others leave: 应缴 is 已缴 and 未缴, 现有 is 原有 and 新增, 结余 is 收入 less 支出.

use super::grid::Grid;
use super::label::{Label, Role};
use super::{Fault, Found};
use crate::zh::quantity::ONE;

/// What a column is in a balance.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Part {
    /// 应缴
    Whole,
    /// 已缴
    Done,
    /// 未缴
    Left,
    /// 原有
    Opening,
    /// 新增
    In,
    /// 减少
    Out,
    /// 现有
    Closing,
}

/// What stands in each row beside the columns of a grid; for rows, the grid has to be turned.
pub fn find(grid: &Grid<'_>, rounded: bool) -> Vec<Found> {
    groups(&grid.columns).into_iter().flat_map(|group| judge(grid, &group, rounded)).collect()
}

/// Columns that make nothing together, each with what it adds to that.
type Group = Vec<(usize, i64)>;

/// Runs of neighbours that make a balance.
fn groups(columns: &[Label]) -> Vec<Group> {
    let counted: Vec<usize> =
        (0..columns.len()).filter(|at| !matches!(columns[*at].role, Role::Among | Role::Apart)).collect();
    let parts: Vec<Option<Part>> = counted.iter().map(|at| part(&columns[*at])).collect();
    let mut out = Vec::new();
    let mut at = 0;
    while at < counted.len() {
        let len = wholes(&parts[at..]).or_else(|| flows(&parts[at..])).unwrap_or(0);
        let before = at.checked_sub(1).and_then(|i| parts[i]);
        if len > 0 && !goes_on(before, parts[at], parts.get(at + len).copied().flatten()) {
            let signed = (at..at + len).filter_map(|i| Some((counted[i], sign(parts[i]?))));
            out.push(signed.collect());
        }
        at += len.max(1);
    }
    out
}

/// Whether a run is only some of a longer one that is no balance.
fn goes_on(before: Option<Part>, first: Option<Part>, after: Option<Part>) -> bool {
    let whole = |p| matches!(p, Some(Part::Done | Part::Left));
    let flow = |p| matches!(p, Some(Part::Opening | Part::In | Part::Out));
    match first {
        Some(Part::Whole | Part::Done | Part::Left) => {
            whole(before) && first != Some(Part::Whole) || whole(after)
        }
        _ => flow(before),
    }
}

fn sign(part: Part) -> i64 {
    match part {
        Part::Whole | Part::Out | Part::Closing => -1,
        Part::Done | Part::Left | Part::Opening | Part::In => 1,
    }
}

/// How many columns from here are 应缴, 已缴 and 未缴, in whatever order; 应办 may have more than two behind it.
fn wholes(parts: &[Option<Part>]) -> Option<usize> {
    if parts.first() == Some(&Some(Part::Whole)) {
        let len = parts[1..].iter().take_while(|p| matches!(p, Some(Part::Done | Part::Left))).count();
        let both = [Part::Done, Part::Left].iter().all(|p| parts[1..=len].contains(&Some(*p)));
        return both.then_some(len + 1);
    }
    let three = parts.get(..3)?;
    let has = |wanted| three.contains(&Some(wanted));
    (three[1] != Some(Part::Whole) && has(Part::Whole) && has(Part::Done) && has(Part::Left)).then_some(3)
}

/// How many columns from here come to the one that closes them.
fn flows(parts: &[Option<Part>]) -> Option<usize> {
    let len = parts.iter().take_while(|p| matches!(p, Some(Part::Opening | Part::In | Part::Out))).count();
    let run = &parts[..len];
    let closed = parts.get(len) == Some(&Some(Part::Closing)) && len > 1;
    let opened = run.iter().filter(|p| **p == Some(Part::Opening)).count();
    let both = run.contains(&Some(Part::In)) && run.contains(&Some(Part::Out));
    (closed && (opened == 1 && run[0] == Some(Part::Opening) || opened == 0 && both)).then_some(len + 1)
}

fn part(label: &Label) -> Option<Part> {
    let words = label.words.as_str();
    let words = ["本年", "本期", "本月", "本季", "当年", "当期"]
        .iter()
        .find_map(|w| words.strip_prefix(w))
        .unwrap_or(words);
    let is = |all: &[&str]| all.iter().any(|w| words.starts_with(w));
    let opening = ["原有", "期初", "年初", "上年结", "上期结", "上月结", "原存"];
    let closing = ["现有", "期末", "年末", "结余", "余额", "结存", "库存", "节余", "现存", "结转"];
    let out = ["减少", "支出", "出库", "核销", "调出", "报废", "注销", "退出", "拆除", "迁出"];
    let into = ["新增", "增加", "收入", "入库", "购入", "补入", "调入", "增补", "迁入"];
    let left = [
        "未",
        "欠",
        "缺",
        "尚未",
        "尚欠",
        "剩余",
        "不合格",
        "不达标",
        "不通过",
        "待办",
        "在办",
        "请假",
        "尾欠",
    ];
    let done = ["已", "实", "完成", "合格", "达标", "通过", "办结"];
    let whole = ["应", "计划", "任务", "目标", "需", "总", "合计"];
    match () {
        () if is(&opening) => Some(Part::Opening),
        () if is(&closing) => Some(Part::Closing),
        () if is(&out) => Some(Part::Out),
        () if is(&into) => Some(Part::In),
        () if is(&left) => Some(Part::Left),
        () if is(&done) => Some(Part::Done),
        () if is(&whole) => Some(Part::Whole),
        () => None,
    }
}

/// The rows that break a balance which no fewer rows keep, or which stands in one row alone.
fn judge(grid: &Grid<'_>, group: &Group, rounded: bool) -> Vec<Found> {
    let Some((at, own)) = group.last().filter(|_| are_of_one_kind(grid, group)) else { return Vec::new() };
    // Where there are parts, their sums show nothing that they do not.
    let parts = grid.rows.iter().any(|l| !l.role.is_sum() && l.role != Role::Apart);
    let counts =
        |row: &usize| grid.rows[*row].role != Role::Apart && !(parts && grid.rows[*row].role.is_sum());
    let made = |row: usize| Some((row, last(grid, group, row, rounded)?));
    let (right, wrong): (Vec<_>, Vec<_>) = (0..grid.rows.len())
        .filter(counts)
        .filter_map(made)
        .partition(|(row, value)| grid.cells[*row][*at].value() == Some(*value));
    let alone = right.is_empty() && wrong.len() == 1 && (group.len() == 3 || is_flow(grid, group));
    if !alone && (right.is_empty() || wrong.len() > right.len()) {
        return Vec::new();
    }
    let fault = Fault::Balance(terms(&grid.columns, group, *own));
    let found = |(row, right): (usize, i64)| {
        let said = grid.cells[row][*at].value().unwrap_or(0);
        let sure = !alone || speaks_for_itself(&grid.columns, group, said > right);
        Found { at: (row, *at), fault: fault.clone(), right, other: None, sure }
    };
    wrong.into_iter().map(found).collect()
}

/// Whether the heads alone say that nothing else belongs to a balance. There may be less than was there and came, since
/// something went, and more than came and went, since something was there; 完成投资 and 未到位资金 are not of one thing.
fn speaks_for_itself(columns: &[Label], group: &Group, more: bool) -> bool {
    let parts: Vec<Part> = group.iter().filter_map(|(at, _)| part(&columns[*at])).collect();
    let words = |wanted| {
        group.iter().map(|(at, _)| &columns[*at]).find(|l| part(l) == Some(wanted)).map(|l| l.words.as_str())
    };
    let has = |wanted| parts.contains(&wanted);
    if let (Some(done), Some(left)) = (words(Part::Done), words(Part::Left)) {
        let done = ["已", "实际", "实"].iter().find_map(|w| done.strip_prefix(w)).unwrap_or(done);
        let other =
            ["缺", "请假", "欠", "尚欠", "尾欠", "剩余", "在办", "待办"].iter().any(|w| left.starts_with(w));
        let left = ["尚未", "未", "不"].iter().find_map(|w| left.strip_prefix(w)).unwrap_or(left);
        return other || done.chars().next() == left.chars().next();
    }
    let year = words(Part::Closing).is_some_and(|w| w.contains("结余") || w.contains("节余"));
    (has(Part::Opening) || year) && (has(Part::Out) || more)
}

/// What the last of a group should be in a row: what it is, where rounding explains the difference.
fn last(grid: &Grid<'_>, group: &Group, row: usize, rounded: bool) -> Option<i64> {
    let cells = &grid.cells[row];
    let (at, own) = group.last()?;
    let said = cells[*at].number().filter(|n| !n.is_share())?;
    let (mut sum, mut step, mut units) = (0_i64, said.step, vec![said.unit]);
    for (at, sign) in &group[..group.len() - 1] {
        sum = sum.checked_add(cells[*at].value()?.checked_mul(*sign)?)?;
        if let Some(number) = cells[*at].number() {
            step = step.min(number.step);
            units.push(number.unit);
        }
    }
    units.retain(|u| !u.is_empty());
    if units.iter().any(|u| *u != units[0]) {
        return None;
    }
    let value = sum.checked_mul(*own)?.checked_neg()?;
    let to_the_cent =
        step >= ONE / 100 && said.scale.is_empty() && (said.unit == "元" || grid.columns[*at].unit == "元");
    let fraction = step < ONE && !to_the_cent || said.step > ONE;
    let slack =
        if rounded || fraction { step.saturating_mul(i64::try_from(group.len()).ok()?) / 2 } else { 0 };
    // More may be done than was planned; then nothing is left.
    let beyond = said.value == 0 && value < 0;
    let near = value.abs_diff(said.value) <= slack.unsigned_abs();
    Some(if near || beyond { said.value } else { value })
}

/// Whether something comes and goes: 原有, 新增, 减少, 现有.
fn is_flow(grid: &Grid<'_>, group: &Group) -> bool {
    group.last().is_some_and(|(at, _)| part(&grid.columns[*at]) == Some(Part::Closing))
}

fn are_of_one_kind(grid: &Grid<'_>, group: &Group) -> bool {
    let mut units = group.iter().map(|(at, _)| grid.columns[*at].unit.as_str()).filter(|u| !u.is_empty());
    let first = units.next();
    units.all(|u| Some(u) == first)
}

/// The terms as a reader adds them up: 应缴－已缴.
fn terms(columns: &[Label], group: &Group, own: i64) -> String {
    let all = group[..group.len() - 1].iter().map(|(at, sign)| (sign * -own, columns[*at].words.as_str()));
    let (plus, minus): (Vec<_>, Vec<_>) = all.partition(|(sign, _)| *sign > 0);
    let words =
        |all: Vec<(i64, &str)>, mark: &str| all.iter().map(|(_, w)| format!("{mark}{w}")).collect::<String>();
    let plus = words(plus, "＋");
    format!("{}{}", plus.strip_prefix('＋').unwrap_or(&plus), words(minus, "－"))
}
