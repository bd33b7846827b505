//! Where the Markdown of the content leads, with the places in the files.

use rayon::prelude::*;

use super::front;
use crate::md::{may_lead, targets};
use crate::text::{FileId, Source, Sources, Span};

/// A link or a picture in a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LinkTo {
    /// Where it is written.
    pub span: Span,
    /// The address as written.
    pub to: String,
    /// A picture.
    pub picture: bool,
    /// It has words: a link to press, a picture that says what it shows.
    pub words: bool,
}

/// Every link and picture, in the order of the files.
pub fn all(sources: &Sources) -> Vec<LinkTo> {
    let all: Vec<(usize, &Source)> = sources.iter().enumerate().collect();
    let leading = all.into_par_iter().filter(|(_, s)| s.path.ends_with(".md") && may_lead(&s.text));
    leading.flat_map_iter(|(at, source)| of(FileId(u32::try_from(at).unwrap_or(u32::MAX)), source)).collect()
}

/// The Markdown of a file, without its head; `None` where the head is wrong, which is said where the file is decoded.
pub fn body(file: FileId, source: &Source) -> Option<&str> {
    let headed = !matches!(source.path.split('/').collect::<Vec<_>>().as_slice(), ["notices", _, _]);
    if headed { front::split(file, source, &mut Vec::new()).map(|p| p.body) } else { Some(&*source.text) }
}

fn of(file: FileId, source: &Source) -> Vec<LinkTo> {
    let Some(body) = body(file, source) else { return Vec::new() };
    let base = source.text.len() - body.len();
    let place = |t: &crate::md::Target| Span::new(file, base + t.range.start, base + t.range.end);
    targets(body)
        .into_iter()
        .map(|t| LinkTo { span: place(&t), to: t.to, picture: t.picture, words: t.words })
        .collect()
}
