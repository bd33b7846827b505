//! What proves an entry, with a link where its file is published.

use serde::Serialize;

use super::book::Book;
use super::parts::Links;
use crate::model::{Attachment, Evidence, Update};
use crate::plan;

/// A document.
#[derive(Serialize)]
pub struct Proof<'a> {
    title: &'a str,
    file: Option<File>,
}

#[derive(Serialize)]
struct File {
    href: String,
    /// `PDF`
    kind: String,
    /// `1.2 MB`
    size: String,
}

/// What proves an entry of notice `n`.
pub fn proofs<'a>(n: usize, update: &'a Update, book: &Book<'_>, links: &Links) -> Vec<Proof<'a>> {
    update.evidence.iter().map(|e| Proof { title: &e.title, file: file(n, e, book, links) }).collect()
}

fn file(n: usize, evidence: &Evidence, book: &Book<'_>, links: &Links) -> Option<File> {
    let name = evidence.file.as_ref()?;
    let held: &[Attachment] = &book.site.notices[n].attachments;
    let at = held.iter().position(|a| a.name == *name)?;
    let kind = name.rsplit_once('.').map_or("", |(_, kind)| kind).to_ascii_uppercase();
    Some(File { href: links.to(&plan::Proof(n, at).address(book.site)), kind, size: size(held[at].size) })
}

/// A size as people read it: whole kilobytes, from a megabyte on with one decimal.
pub fn size(bytes: u64) -> String {
    const MB: u64 = 1 << 20;
    if bytes < MB {
        format!("{} KB", bytes.div_ceil(1024))
    } else {
        let tenths = (bytes * 10 + MB / 2) / MB;
        format!("{}.{} MB", tenths / 10, tenths % 10)
    }
}
