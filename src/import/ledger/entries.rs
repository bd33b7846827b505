//! Entries that stand on a sheet of their own, as our own workbook has them.

use super::cells;
use super::grid::{Place, Sheet};
use crate::export::ledger::book::{ENTRIES, names};
use crate::model::{Issue, Update};

/// An entry and where it stands.
#[derive(Debug, Clone)]
pub struct Entry {
    /// Its id: notice, issue, measure, update.
    pub id: Vec<String>,
    /// Row in the sheet, from 0.
    pub at: u32,
    /// What it says; `None` where its day is none.
    pub update: Option<Update>,
}

/// The entries of a workbook.
#[derive(Debug, Default)]
pub struct Entries(pub Vec<Entry>);

impl Entries {
    /// Those of the sheet of that name, if it is there with our head.
    pub fn of(sheets: &[Sheet]) -> Self {
        let Some(sheet) = sheets.iter().find(|s| is_theirs(s)) else { return Self::default() };
        let rows = sheet.rows().into_iter().filter(|row| *row > 0);
        Self(rows.filter_map(|row| entry(sheet, row)).collect())
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Puts each to its measure; how many there were.
    pub fn put(&self, issues: &mut [Issue]) -> usize {
        let mut put = 0;
        for Entry { id, update, .. } in &self.0 {
            let issue = issues.iter_mut().find(|i| i.id.as_str() == id[1]);
            let measure = issue.and_then(|i| i.measures.iter_mut().find(|m| m.id.as_str() == id[2]));
            if let (Some(measure), Some(update)) = (measure, update) {
                // The ledger shows the status as of its last entry; it is stated by the entries alone.
                (measure.status, measure.status_words, measure.status_from_wording) = (None, None, false);
                measure.updates.push(update.clone());
                put += 1;
            }
        }
        put
    }
}

/// Whether a sheet is that of the entries, with our head.
pub fn is_theirs(sheet: &Sheet) -> bool {
    let headed = || (0..).zip(ENTRIES).all(|(column, (name, _))| sheet.at((0, column)).words() == name);
    sheet.name == names::ENTRIES && headed()
}

/// The id of an entry in a row of their sheet, in its four parts.
pub fn id_of(sheet: &Sheet, row: u32) -> Option<Vec<String>> {
    let id: Vec<String> = sheet.at((row, 0)).words().split('/').map(str::to_owned).collect();
    (id.len() == 4).then_some(id)
}

fn entry(sheet: &Sheet, row: u32) -> Option<Entry> {
    let words = |column: u32| sheet.at((row, column)).words();
    let id = id_of(sheet, row)?;
    let maybe = |column| Some(words(column)).filter(|w| !w.is_empty());
    let named = cells::status(&words(4));
    let update = cells::day(sheet.at((row, 3))).map(|date| Update {
        id: id[3].clone(),
        date,
        status: named.map(|(s, _)| s),
        status_words: named.and_then(|(_, own)| own),
        text: maybe(5),
        evidence: cells::evidence(&words(6)),
        corrects: maybe(7),
        reason: maybe(8),
        minor: cells::is_yes(&words(9)),
        hide_old: false,
    });
    Some(Entry { id, at: row, update })
}

/// Whether a cell of the sheet only repeats: its head, and what the ledger says of issue and measure.
pub fn repeats(sheet: &Sheet, place: Place) -> bool {
    sheet.name == names::ENTRIES && (place.0 == 0 || matches!(place.1, 1 | 2))
}
