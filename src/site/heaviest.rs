//! The heaviest page of each kind, as it goes over a line.

use std::cmp::Reverse;
use std::collections::BTreeMap;
use std::sync::{Mutex, PoisonError};

use rayon::prelude::*;

use crate::export::gzip;
use crate::plan::Kind;

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

/// The largest HTML page of each kind so far. To pack every page would cost more than to make it; so the largest alone are
/// packed, when all are made.
#[derive(Default)]
pub struct Largest(Mutex<BTreeMap<&'static str, Page>>);

struct Page {
    at: usize,
    path: String,
    bytes: Vec<u8>,
}

impl Largest {
    /// Takes the page at a place of the plan, any number of threads at once; of pages of one size the first in the plan counts.
    pub fn offer(&self, at: usize, kind: Kind, path: &str, bytes: Vec<u8>) {
        if !path.ends_with(".html") {
            return;
        }
        // A thread that panicked has left every page whole.
        let mut largest = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let rank = |at, size| (size, Reverse(at));
        let beaten =
            largest.get(kind.name()).is_none_or(|old| rank(old.at, old.bytes.len()) < rank(at, bytes.len()));
        if beaten {
            largest.insert(kind.name(), Page { at, path: path.to_owned(), bytes });
        }
    }

    /// Each of them packed, kinds by name.
    pub fn packed(self) -> Vec<Heavy> {
        let largest = self.0.into_inner().unwrap_or_else(PoisonError::into_inner);
        let packed = |(kind, page): (_, Page)| Heavy { kind, path: page.path, sent: gzip::sent(&page.bytes) };
        largest.into_par_iter().map(packed).collect()
    }
}
