//! What a ledger says of its notice: over its head, or on the sheet that explains our own.

use chrono::NaiveDate;

use super::super::facts::both;
use super::super::{Options, Refused};
use super::{Part, Sheet};
use crate::export::ledger::book::{facts as own, names};
use crate::zh::date;

/// The fields of the notice.
#[derive(Debug)]
pub struct Facts {
    /// Folder name.
    pub slug: String,
    /// Title, or one made of the issuer.
    pub title: String,
    /// Who signs.
    pub issuer: String,
    /// Its date.
    pub date: NaiveDate,
}

/// Reads them; what only a person can know is asked for.
pub fn read(sheets: &[Sheet], parts: &[Part<'_>], options: &Options) -> Result<Facts, Refused> {
    let above: Vec<String> = parts.iter().flat_map(above).collect();
    let said = |name: &str| explained(sheets, name);
    let day = said(own::DATE).and_then(|d| d.parse().ok());
    let day =
        options.date.or(day).or_else(|| above.iter().find_map(|w| Some(date::find_all(w).last()?.date)));
    let filed = above.iter().find_map(|w| filed_by(w));
    let issuer = options.issuer.clone().or_else(|| said(own::ISSUER)).or(filed);
    let (date, issuer) = both(day, issuer, ["ledger-no-date", "ledger-no-issuer"])?;
    let heading = above.iter().find(|w| ["台账", "清单", "整改"].iter().any(|k| w.contains(k)));
    let title = said(own::TITLE).or_else(|| heading.map(|h| h.replace('\n', "")));
    let title = title.unwrap_or_else(|| format!("{issuer}巡察整改台账"));
    let ids = parts.iter().flat_map(|p| &p.rows).map(super::Row::id).find(|id| !id.is_empty());
    let slug = options.slug.clone().or_else(|| ids.map(|id| id[0].clone()));
    Ok(Facts { slug: slug.unwrap_or_else(|| date.to_string()), title, issuer, date })
}

/// The words over the head of a sheet.
fn above(part: &Part<'_>) -> Vec<String> {
    part.sheet.cells().filter(|((row, _), _)| *row < part.head.row).map(|(_, cell)| cell.words()).collect()
}

/// `填报单位（盖章）：县水利局`
fn filed_by(words: &str) -> Option<String> {
    let starts = ["填报单位", "填报部门", "单位名称", "单位", "被巡察单位", "被巡视单位", "整改单位"];
    let (name, rest) = words.split_once(['：', ':'])?;
    let name = name.split(['（', '(']).next().unwrap_or_default().trim();
    let body = rest.split([' ', '　', '\n']).find(|w| !w.is_empty())?;
    starts.contains(&name).then(|| body.to_owned())
}

/// What stands beside a name on the sheet that explains.
pub fn explained(sheets: &[Sheet], name: &str) -> Option<String> {
    let sheet = sheets.iter().find(|s| s.name == names::EXPLAIN)?;
    let (place, _) = sheet.cells().find(|((_, column), cell)| *column == 0 && cell.words() == name)?;
    Some(sheet.at((place.0, 1)).words()).filter(|w| !w.is_empty())
}
