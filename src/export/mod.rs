//! A notice as a document or as data; one file a format.

pub mod diff;
pub mod json;
pub mod txt;
