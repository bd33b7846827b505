//! gongkai turns the record of an inspection's issues and their rectification into the public notice and a site.
//!
//! A build, step by step:
//! 1. [`text`] decodes every file and keeps places;
//! 2. [`load`] reads each into a spanned tree, and decoders turn trees into the [`model`], collecting every mistake;
//! 3. [`history`] says what held on the as-of date.
pub mod audit;
pub mod check;
pub mod cli;
pub mod diag;
pub mod disk;
pub mod export;
pub mod history;
pub mod import;
pub mod lang;
pub mod load;
pub mod md;
pub mod model;
pub mod plan;
pub mod render;
pub mod save;
pub mod site;
pub mod text;
pub mod theme;
pub mod zh;
