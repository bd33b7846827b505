//! A notice as a document or as data; one file a format.

pub mod archive;
pub mod data;
pub mod diff;
pub mod docx;
pub mod json;
pub mod txt;

use serde_json::{Value, json};

use crate::model::Evidence;

/// Evidence as data; `file` is its name in the notice's `evidence/`.
fn evidence(all: &[Evidence]) -> Vec<Value> {
    all.iter().map(|e| json!({"title": e.title, "file": e.file})).collect()
}
