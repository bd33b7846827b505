//! The heaviest page of each kind, as it goes over a line.

use std::collections::BTreeMap;

use rayon::prelude::*;

use crate::audit::manifest::Row;
use crate::export::gzip;
use crate::plan::Kind;
use crate::render::Renderer;

/// A page that is the heaviest of its kind.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Heavy {
    /// The kind, as a theme names it.
    pub kind: &'static str,
    /// Its file in the output.
    pub path: String,
    /// Bytes when packed with gzip.
    pub sent: usize,
}

/// The heaviest HTML page of each kind, kinds by name. To pack every page would cost more than to make it; so the largest
/// of each kind is made once more, and that alone is packed.
pub fn heaviest(pages: &[Kind], made: &[(Row, Option<Row>)], renderer: &Renderer<'_, '_>) -> Vec<Heavy> {
    let mut largest: BTreeMap<&'static str, (Kind, &Row)> = BTreeMap::new();
    for (kind, (row, _)) in pages.iter().zip(made).filter(|(_, (row, _))| row.path.ends_with(".html")) {
        let slot = largest.entry(kind.name()).or_insert((*kind, row));
        if row.size > slot.1.size {
            *slot = (*kind, row);
        }
    }
    let largest: Vec<_> = largest.into_iter().collect();
    let weigh = |(name, (kind, row)): (&'static str, (Kind, &Row))| {
        let bytes = renderer.page(kind).ok()?;
        Some(Heavy { kind: name, path: row.path.clone(), sent: gzip::sent(&bytes) })
    };
    largest.into_par_iter().filter_map(weigh).collect()
}
