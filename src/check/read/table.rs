//! Tables of a text, lines in `|…|`, whose last row sums up the others.

use std::ops::Range;

use crate::zh::quantity::{Quantity, find_all};

/// A sum at the foot of a column that is not the sum of the column.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Wrong {
    /// The cell.
    pub cell: Range<usize>,
    /// What the column makes, in millionths.
    pub sum: i64,
    /// What the cell says.
    pub said: i64,
}

/// Every wrong sum of every table of a text.
pub fn find(text: &str) -> Vec<Wrong> {
    if !text.contains('|') {
        return Vec::new();
    }
    let mut out = Vec::new();
    let mut rows: Vec<Vec<Range<usize>>> = Vec::new();
    let mut at = 0;
    for line in text.split('\n') {
        match cells(text, at..at + line.len()) {
            Some(row) => rows.push(row),
            None => out.extend(judge(text, &std::mem::take(&mut rows))),
        }
        at += line.len() + 1;
    }
    out.extend(judge(text, &rows));
    out
}

fn cells(text: &str, line: Range<usize>) -> Option<Vec<Range<usize>>> {
    let words = text[line.clone()].trim();
    let start = line.start + text[line].find(words)?;
    let inner = words.strip_prefix('|')?.strip_suffix('|')?;
    let mut at = start + 1;
    Some(
        inner
            .split('|')
            .map(|cell| {
                let own = at..at + cell.len();
                at += cell.len() + 1;
                own
            })
            .collect(),
    )
}

fn judge(text: &str, rows: &[Vec<Range<usize>>]) -> Vec<Wrong> {
    let Some((foot, above)) = rows.split_last() else { return Vec::new() };
    let heads = ["合计", "总计", "共计", "小计"];
    if !foot.first().is_some_and(|c| heads.contains(&text[c.clone()].trim())) {
        return Vec::new();
    }
    (1..foot.len()).filter_map(|column| wrong(text, above, column, &foot[column])).collect()
}

fn wrong(text: &str, above: &[Vec<Range<usize>>], column: usize, foot: &Range<usize>) -> Option<Wrong> {
    let said = number(&text[foot.clone()])?;
    // The head of the table, and the line under it, hold no number; every other row must.
    let body =
        above.iter().skip_while(|row| row.get(column).is_none_or(|c| number(&text[c.clone()]).is_none()));
    let values: Option<Vec<i64>> =
        body.map(|row| number(&text[row.get(column)?.clone()]).map(|q| q.value)).collect();
    let values = values.filter(|v| v.len() > 1)?;
    let sum = values.iter().fold(0_i64, |sum, v| sum.saturating_add(*v));
    let start = foot.start + said.number.start;
    let cell = start..start + said.number.len();
    (sum != said.value && !matches!(said.unit, "%" | "％")).then_some(Wrong { cell, sum, said: said.value })
}

/// The one number that a cell holds.
fn number(cell: &str) -> Option<Quantity<'_>> {
    let mut all = find_all(cell);
    let whole = |q: &Quantity<'_>| cell.trim().len() == q.range.len();
    (all.len() == 1).then(|| all.swap_remove(0)).filter(whole)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_foot_of_a_column_is_its_sum() {
        let table = |foot: &str| {
            format!("如下:\n|乡镇|户数|占比|\n|甲镇|412|60%|\n|乙乡|268|40%|\n|合计|{foot}|100%|\n完")
        };
        assert_eq!(find(&table("680")), []);
        let text = table("690");
        let found: Vec<_> =
            find(&text).iter().map(|w| (text[w.cell.clone()].to_owned(), w.sum / 1_000_000)).collect();
        assert_eq!(found, [("690".to_owned(), 680)]);
    }

    #[test]
    fn a_column_of_words_has_no_sum() {
        assert_eq!(find("|名称|年份|\n|甲|第3次|\n|合计|2|"), []);
    }
}
