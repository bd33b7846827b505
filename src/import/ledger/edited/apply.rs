//! The changes of a workbook into the files, each byte that they do not touch left as it is.

use super::{Change, Plan, Written};
use crate::save::edit::{Change as Entry, Unfit, add_update};
use crate::save::field::{Words, add_measure, set_field};
use crate::save::issue_file;
use crate::text::RawFile;

/// Files as they would be.
#[derive(Debug, Default)]
pub struct Applied {
    /// Files that are there, with their new bytes.
    pub changed: Vec<(String, Vec<u8>)>,
    /// New files.
    pub new: Vec<(String, Vec<u8>)>,
}

/// Makes the changes; a file that has no safe place for one is named.
pub fn apply(plan: &Plan, files: &[RawFile]) -> Result<Applied, (String, Unfit)> {
    let mut out = Applied::default();
    for change in &plan.changes {
        if let Change::Issue(issue) = change {
            out.new.push((issue.path.clone(), issue_file(issue).into_bytes()));
            continue;
        }
        let path = path(change);
        let at = out.changed.iter().position(|(p, _)| p == path).unwrap_or(out.changed.len());
        if at == out.changed.len() {
            let old = files.iter().find(|f| f.path == path).map(|f| f.bytes.clone());
            out.changed.push((path.to_owned(), old.unwrap_or_default()));
        }
        let bytes = &out.changed[at].1;
        out.changed[at].1 = edit(change, bytes).map_err(|unfit| (path.to_owned(), unfit))?;
    }
    Ok(out)
}

fn path(change: &Change) -> &str {
    match change {
        Change::Field { path, .. } | Change::Entry { path, .. } | Change::Measure { path, .. } => path,
        Change::Issue(issue) => &issue.path,
    }
}

fn edit(change: &Change, bytes: &[u8]) -> Result<Vec<u8>, Unfit> {
    match change {
        Change::Field { path, measure, key, written, .. } => {
            let words = match written {
                Some(Written::Text(text)) => Words::Text(text),
                Some(Written::Plain(text)) => Words::Plain(text),
                None => Words::None,
            };
            set_field(path, bytes, measure.as_deref(), key, words)
        }
        Change::Entry { path, measure, update, beside, .. } => {
            let status = update.status.filter(|_| *beside);
            add_update(path, bytes, &Entry { measure, update, status })
        }
        Change::Measure { path, measure, .. } => add_measure(path, bytes, measure),
        Change::Issue(_) => Ok(bytes.to_vec()),
    }
}
